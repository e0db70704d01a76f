/* SPDX-License-Identifier: Apache-2.0 */

/* qadam task: what users note for themselves or a colleague; those of steps are shown too. */
#include "casefile/casefile_store.h"
#include "command/case/command.h"
#include "command/case/words.h"
#include "command/command_list.h"
#include "command/json.h"
#include "language.h"
#include "sentence.h"
#include "task/task_store.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DUE_COLUMNS = sizeof("2026-11-24  ") - 1 };

#define JSON_OPTION(text)                                                                          \
    {                                                                                              \
        "json", NULL, text, OPTION_FLAG, 0, 0, false                                               \
    }

static const struct option task_list_options[] = {
    { "case", N_("CASE"), N_("Only those of that casefile."), OPTION_TEXT, 0, 0, false },
    { "for", N_("NAME"), N_("Only those of that user."), OPTION_TEXT, 0, 0, false },
    { "unassigned", NULL, N_("Only those of nobody."), OPTION_FLAG, 0, 0, false },
    { "own", NULL, N_("Without those of steps."), OPTION_FLAG, 0, 0, false },
    { "finished", NULL, N_("Also those that are done or cancelled."), OPTION_FLAG, 0, 0, false },
    { "limit", N_("N"), N_("At most N (100 if you do not say)."), OPTION_NUMBER, 1, INT_MAX,
      false },
    JSON_OPTION(N_("Print one JSON array.")),
    TODAY_OPTION,
    { .name = NULL },
};

static const struct option task_add_options[] = {
    { "case", N_("CASE"), N_("The casefile that it belongs to."), OPTION_TEXT, 0, 0, false },
    { "for", N_("NAME"), N_("Who has to do it; oneself if you do not say."), OPTION_TEXT, 0, 0,
      false },
    { "due", "YYYY-MM-DD", N_("By when it has to be done."), OPTION_TEXT, 0, 0, false },
    { "remind", "YYYY-MM-DD", N_("When to be reminded of it."), OPTION_TEXT, 0, 0, false },
    { "urgent", NULL, N_("It comes before all others."), OPTION_FLAG, 0, 0, false },
    JSON_OPTION(N_("Print one JSON object.")),
    TODAY_OPTION,
    { .name = NULL },
};

static const struct option task_end_options[] = {
    JSON_OPTION(N_("Print one JSON object.")),
    TODAY_OPTION,
    { .name = NULL },
};

static int task_fail(const char *subject, const struct error *error)
{
    if (error->status == STATUS_NOT_FOUND)
        return case_say_no(subject, _("There is no such task here."));
    if (error->status == STATUS_EXISTS)
        return case_say_no(subject, _("The ids of several tasks begin so: type more of it."));
    if (error->status == STATUS_INVALID) {
        sentence_say(subject, _("Name the task by at least the first eight signs of its id, 0-9 "
                                "and a-f."));
        return EXIT_CODE_USAGE;
    }
    if (error->status == STATUS_DATE_INVALID) {
        sentence_say(subject, _("A task is due today or later, and its reminder comes before."));
        return EXIT_CODE_USAGE;
    }
    if (error->status == STATUS_REFUSED)
        return case_say_no(subject, _("This task is finished already, or it follows from a step: "
                                      "finish the step."));
    return sentence_fail(subject, error);
}

/* ---- list */

static const char *day_text(char out[DAY_TEXT_SIZE], bool has_day, struct day day)
{
    out[0] = '\0';
    if (has_day)
        day_format(out, day);
    return out;
}

static const char *title_of(struct case_desk *desk, const struct task *task, char number[])
{
    struct casefile casefile;
    number[0] = '\0';
    if (task->casefile_id[0] == '\0' ||
        casefile_load(desk->desk.store, task->casefile_id, &casefile, NULL) != STATUS_OK)
        return task->title == NULL ? task->step : task->title;
    snprintf(number, CASE_NUMBER_TEXT_SIZE, "%s", casefile.number);
    const char *title = task->title != NULL ? task->title
                                            : case_desk_step_title(desk, casefile.workflow,
                                                                   casefile.version, task->step);
    casefile_release(&casefile);
    return title;
}

static void add_task(struct json *json, struct case_desk *desk, const struct task *task)
{
    char number[CASE_NUMBER_TEXT_SIZE];
    char since[DAY_TEXT_SIZE];
    char due[DAY_TEXT_SIZE];
    char remind[DAY_TEXT_SIZE];
    const char *title = title_of(desk, task, number);
    const struct json_member members[] = {
        { "id", JSON_TEXT, task->id, 0 },
        { "kind", JSON_TEXT, task_kind_word(task->kind), 0 },
        { "state", JSON_TEXT, task_state_word(task->state), 0 },
        { "title", JSON_TEXT, title, 0 },
        { "step", JSON_TEXT, task->step, 0 },
        { "number", JSON_TEXT, number, 0 },
        { "assigned_to", JSON_TEXT, case_desk_user_name(desk, task->assigned_to), 0 },
        { "is_urgent", JSON_BOOL, NULL, task->is_urgent },
        { "since", JSON_TEXT, day_text(since, true, task->since), 0 },
        { "due", JSON_TEXT, task->has_due_on ? day_text(due, true, task->due_on) : NULL, 0 },
        { "remind", JSON_TEXT, task->has_remind_on ? day_text(remind, true, task->remind_on) : NULL,
          0 },
    };
    json_add(json, members, sizeof(members) / sizeof(members[0]));
}

/* On a terminal below each other, so that it can be read on a narrow one. */
static void print_task(struct case_desk *desk, const struct task *task)
{
    char number[CASE_NUMBER_TEXT_SIZE];
    char due[DAY_TEXT_SIZE];
    const char *title = title_of(desk, task, number);
    const char *user = case_desk_user_name(desk, task->assigned_to);
    day_text(due, task->has_due_on, task->due_on);
    if (isatty(STDOUT_FILENO) != 1) {
        printf("%s\t%s\t%s\t%s\t%s\t%s\t", task->id, task_state_word(task->state), due, number,
               task->step, user);
        sentence_write_name(stdout, title);
        putchar('\n');
        return;
    }
    char more[UUID_TEXT_SIZE + CASE_NUMBER_TEXT_SIZE + USER_NAME_SIZE + 4];
    snprintf(more, sizeof(more), "%s  %s%s%s", task->id, number, number[0] == '\0' ? "" : "  ",
             user);
    printf("%-*s", DUE_COLUMNS, due);
    sentence_write_value(stdout, title, DUE_COLUMNS, DUE_COLUMNS);
    sentence_write_value(stdout, more, 0, DUE_COLUMNS);
}

static int print_tasks(struct case_desk *desk, const struct arguments *arguments,
                       const struct task_list *tasks)
{
    if (arguments_has(arguments, "json")) {
        struct json *json = json_begin();
        for (size_t i = 0; i < tasks->count; i++)
            add_task(json, desk, &tasks->items[i]);
        return json_end_array(json);
    }
    for (size_t i = 0; i < tasks->count; i++)
        print_task(desk, &tasks->items[i]);
    return EXIT_CODE_DONE;
}

static int task_list_run(const struct arguments *arguments)
{
    struct case_desk desk;
    struct error error = { 0 };
    struct task_list tasks = { .items = NULL };
    char casefile[UUID_TEXT_SIZE];
    char user[UUID_TEXT_SIZE];
    const bool has_case = arguments_has(arguments, "case");
    const bool has_user = arguments_has(arguments, "for");
    const struct task_filter filter = { .casefile_id = has_case ? casefile : NULL,
                                        .assigned_to = has_user ? user : NULL,
                                        .is_unassigned = arguments_has(arguments, "unassigned"),
                                        .is_own_only = arguments_has(arguments, "own"),
                                        .with_finished = arguments_has(arguments, "finished"),
                                        .limit = (int)arguments_number(arguments, "limit", 0) };
    int code = case_desk_open(&desk, arguments, ACT_READ_CASES);
    if (code == EXIT_CODE_DONE && has_case)
        code = case_desk_find(&desk, arguments_text(arguments, "case"), casefile);
    if (code == EXIT_CODE_DONE && has_user)
        code = case_desk_find_any_user(&desk, arguments_text(arguments, "for"), user);
    if (code == EXIT_CODE_DONE)
        code = task_list(desk.desk.store, &filter, &tasks, &error) == STATUS_OK
                   ? print_tasks(&desk, arguments, &tasks)
                   : sentence_fail(NULL, &error);
    if (code == EXIT_CODE_DONE && tasks.count == 0)
        code = EXIT_CODE_NO;
    task_list_release(&tasks);
    case_desk_close(&desk);
    return code;
}

/* ---- add */

static int read_day(const struct arguments *arguments, const char *option, struct day *out,
                    bool *has_day)
{
    *has_day = arguments_has(arguments, option);
    return day_option_read(arguments, option, out);
}

static int describe(struct case_desk *desk, const struct arguments *arguments, struct task *task)
{
    const char *user = arguments_text(arguments, "for");
    const char *casefile = arguments_text(arguments, "case");
    int code = read_day(arguments, "due", &task->due_on, &task->has_due_on);
    if (code == EXIT_CODE_DONE)
        code = read_day(arguments, "remind", &task->remind_on, &task->has_remind_on);
    if (code == EXIT_CODE_DONE && casefile != NULL)
        code = case_desk_find(desk, casefile, task->casefile_id);
    if (code == EXIT_CODE_DONE && user != NULL)
        code = case_desk_find_user(desk, user, task->assigned_to);
    else if (code == EXIT_CODE_DONE)
        snprintf(task->assigned_to, sizeof(task->assigned_to), "%s", desk->desk.actor);
    task->since = desk->desk.today;
    task->kind = TASK_KIND_OWN;
    task->is_urgent = arguments_has(arguments, "urgent");
    return code;
}

static int tell(const struct arguments *arguments, const char *id, enum task_state state)
{
    const struct json_member members[] = {
        { "id", JSON_TEXT, id, 0 },
        { "state", JSON_TEXT, task_state_word(state), 0 },
    };
    if (arguments_has(arguments, "json"))
        return json_print(members, sizeof(members) / sizeof(members[0]));
    puts(id);
    return EXIT_CODE_DONE;
}

static int keep(struct case_desk *desk, const struct arguments *arguments, struct task *task)
{
    struct error error = { 0 };
    enum status status = task_add(desk->desk.store, desk->desk.actor, task, &error);
    if (status == STATUS_OK)
        return tell(arguments, task->id, TASK_OPEN);
    return status == STATUS_REFUSED ? case_fail(arguments_text(arguments, "case"), &error, NULL)
                                    : task_fail(NULL, &error);
}

static int task_add_run(const struct arguments *arguments)
{
    struct case_desk desk = { .office = NULL };
    struct case_words words = { "title", _("What has to be done? "), true, NULL };
    struct task task = { .state = TASK_OPEN };
    int code = case_words_read(&words, 1, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_desk_open(&desk, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE)
        code = describe(&desk, arguments, &task);
    if (code == EXIT_CODE_DONE)
        code = case_words_ask(&words, 1);
    task.title = words.value;
    words.value = NULL;
    if (code == EXIT_CODE_DONE)
        code = keep(&desk, arguments, &task);
    task_release(&task);
    case_words_release(&words, 1);
    case_desk_close(&desk);
    return code;
}

/* ---- done, cancel */

/* What ends a task of a step; the number of the casefile and the step follow. */
static const char *const commands[] = {
    [TASK_KIND_STEP] = "qadam case finish",
    [TASK_KIND_WAITING] = "qadam case resume",
    [TASK_KIND_APPROVAL] = "qadam case approve",
    [TASK_KIND_TERM] = "qadam case finish",
    [TASK_KIND_OWN] = "",
};
_Static_assert(sizeof(commands) / sizeof(commands[0]) == TASK_KIND_COUNT,
               "every kind has its command");

static int say_ends_with_step(const char *typed, const char *command, const char *number,
                              const char *step)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return EXIT_CODE_DEVICE;
    fprintf(memory, "%s %s %s", command, number, step);
    int code = fclose(memory) == 0
                   ? case_say_no_with(typed,
                                      _("This task follows from a step and ends with it; this "
                                        "does it: %s"),
                                      text)
                   : EXIT_CODE_DEVICE;
    free(text);
    return code;
}

/* For what is no task of anybody's own words: there is none, or it is one of a step. */
static int refuse_of_step(struct case_desk *desk, const struct error *why)
{
    const char *typed = desk->arguments[0];
    struct store *store = desk->desk.store;
    struct task task;
    struct casefile casefile;
    struct error error = { 0 };
    char id[UUID_TEXT_SIZE];
    if (task_find_of_step(store, typed, id, &error) != STATUS_OK)
        return task_fail(typed, error.status == STATUS_EXISTS ? &error : why);
    if (task_load(store, id, &task, &error) != STATUS_OK)
        return task_fail(typed, &error);
    int code;
    if (task.state != TASK_OPEN)
        code = case_say_no(typed, _("This task is finished already, or it follows from a step: "
                                    "finish the step."));
    else if (casefile_load(store, task.casefile_id, &casefile, &error) != STATUS_OK)
        code = task_fail(typed, &error);
    else {
        code = say_ends_with_step(typed, commands[task.kind], casefile.number, task.step);
        casefile_release(&casefile);
    }
    task_release(&task);
    return code;
}

static int task_end_as(const struct arguments *arguments, enum task_state state)
{
    struct case_desk desk;
    struct error error = { 0 };
    char id[UUID_TEXT_SIZE];
    int code = case_desk_open(&desk, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE) {
        struct store *store = desk.desk.store;
        enum status found = task_find(store, desk.arguments[0], id, &error);
        enum status status = found;
        if (status == STATUS_OK)
            status = task_end(store, desk.desk.actor, id, state, &error);
        code = status == STATUS_OK         ? tell(arguments, id, state)
               : found == STATUS_NOT_FOUND ? refuse_of_step(&desk, &error)
                                           : task_fail(desk.arguments[0], &error);
    }
    case_desk_close(&desk);
    return code;
}

static int task_done_run(const struct arguments *arguments)
{
    return task_end_as(arguments, TASK_DONE);
}

static int task_cancel_run(const struct arguments *arguments)
{
    return task_end_as(arguments, TASK_CANCELLED);
}

const struct command task_commands[] = {
    { .noun = "task",
      .verb = "list",
      .summary = N_("List what is to be done, by the day on which it is due."),
      .arguments = N_("[FILE]"),
      .details = N_("Off a terminal prints lines with tabs between id, state, day, number of the "
                    "casefile, step, user and title. Ends with 1 when there is none."),
      .options = { task_list_options, office_file_options, login_options },
      .run = task_list_run },
    { .noun = "task",
      .verb = "add",
      .summary = N_("Note something to be done, for oneself or a colleague."),
      .arguments = N_("[FILE]"),
      .details = N_("What it is is asked for on a terminal, else it stands on standard input as "
                    "'title: ...'. Prints the id."),
      .options = { task_add_options, office_file_options, login_options },
      .run = task_add_run },
    { .noun = "task",
      .verb = "done",
      .summary = N_("Note that a task of one's own words is done."),
      .arguments = N_("[FILE] ID"),
      .details =
          N_("The first signs of the id will do if no other begins so. Tasks of steps end with "
             "their step."),
      .options = { task_end_options, office_file_options, login_options },
      .run = task_done_run },
    { .noun = "task",
      .verb = "cancel",
      .summary = N_("Note that a task of one's own words is not needed any more."),
      .arguments = N_("[FILE] ID"),
      .options = { task_end_options, office_file_options, login_options },
      .run = task_cancel_run },
    { .noun = NULL },
};
