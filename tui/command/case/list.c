/* SPDX-License-Identifier: Apache-2.0 */

/* qadam case list: casefiles with what is to be done next. */
#include "casefile/casefile_store.h"
#include "command/case/command.h"
#include "command/json.h"
#include "command/list_note.h"
#include "command/person/resolve.h"
#include "command/row.h"
#include "language.h"
#include "sentence.h"

#include <string.h>
#include <unistd.h>

enum { LIMIT_MAX = 1000 };

const struct option case_list_options[] = {
    { "mine", NULL, N_("Only those assigned to you."), OPTION_FLAG, 0, 0, false },
    { "unassigned", NULL, N_("Only those that nobody has."), OPTION_FLAG, 0, 0, false },
    /* Not "user": that is who opens the file. */
    { "assigned-to", N_("USER"), N_("Only those of this user."), OPTION_TEXT, 0, 0, false },
    { "state", "open|closed|transferred|duplicate|all",
      N_("Which casefiles; the open ones if you do not say."), OPTION_CHOICE, 0, 0, false },
    { "workflow", N_("ID"), N_("Only those of this workflow."), OPTION_TEXT, 0, 0, false },
    { "person", N_("ID"), N_("Only those of this person."), OPTION_TEXT, 0, 0, false },
    { "limit", N_("N"), N_("At most N casefiles, up to 1000; 100 if you do not say."),
      OPTION_NUMBER, 1, LIMIT_MAX, false },
    TODAY_OPTION,
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

/* A row in words. */
struct row_text {
    const char *name;
    const char *person_id; /* NULL: it is not for this user */
    const char *step; /* the code, or the words of an own task; "" when nothing is to be done */
    const char *title;
    char due[DAY_TEXT_SIZE]; /* "" without */
    bool is_overdue;
};

static void row_word(struct row_text *out, struct case_desk *desk, const struct casefile_row *row)
{
    bool is_step = row->task_step[0] != '\0';
    const char *own = row->task_title == NULL ? "" : row->task_title;
    *out = (struct row_text){ .name = row->person_name == NULL ? "" : row->person_name };
    out->person_id = row->person_id;
    if (row->is_restricted && !case_desk_reads(desk, row->id)) {
        out->name = _("(restricted)");
        out->person_id = NULL;
    }
    out->step = is_step ? row->task_step : own;
    out->title =
        is_step ? case_desk_step_title(desk, row->workflow, row->version, row->task_step) : own;
    if (row->has_task_due)
        day_format(out->due, row->task_due);
    out->is_overdue = row->has_task_due && day_compare(row->task_due, desk->desk.today) < 0;
}

/* ---- the three ways to print */

static void add_json(struct json *json, struct case_desk *desk, const struct casefile_row *row)
{
    struct row_text text;
    char opened[DAY_TEXT_SIZE];
    row_word(&text, desk, row);
    day_format(opened, row->opened_on);
    const struct json_member members[] = {
        { "id", JSON_TEXT, row->id, 0 },
        { "number", JSON_TEXT, row->number, 0 },
        { "person_id", JSON_TEXT, text.person_id, 0 },
        { "person", JSON_TEXT, row->person_name == NULL ? NULL : text.name, 0 },
        { "workflow", JSON_TEXT, row->workflow, 0 },
        { "version", JSON_NUMBER, NULL, row->version },
        { "title", JSON_TEXT, case_desk_workflow_title(desk, row->workflow, row->version), 0 },
        { "state", JSON_TEXT, casefile_state_word(row->state), 0 },
        { "risk", JSON_TEXT, row_code(casefile_risk_word(row->risk)), 0 },
        { "urgency", JSON_TEXT, casefile_urgency_word(row->urgency), 0 },
        { "is_restricted", JSON_BOOL, NULL, row->is_restricted },
        { "assigned_to", JSON_TEXT, row_code(case_desk_user_name(desk, row->assigned_to)), 0 },
        { "opened_on", JSON_TEXT, opened, 0 },
        { "next_step", JSON_TEXT, row_code(row->task_step), 0 },
        { "next", JSON_TEXT, row_code(text.title), 0 },
        { "due", JSON_TEXT, row_code(text.due), 0 },
        { "is_overdue", JSON_BOOL, NULL, text.is_overdue },
    };
    json_add(json, members, sizeof(members) / sizeof(members[0]));
}

/* For scripts: codes, in columns. */
static void print_columns(struct case_desk *desk, const struct casefile_row *row)
{
    struct row_text text;
    row_word(&text, desk, row);
    row_begin(row->number);
    row_add(text.name);
    row_add(row->workflow);
    row_add(casefile_state_word(row->state));
    row_add(case_desk_user_name(desk, row->assigned_to));
    row_add(text.step);
    row_add(text.due);
    row_end();
}

/* The words that are there, with commas between them. */
static void write_list(FILE *stream, const char *const *words, size_t count)
{
    bool is_first = true;
    for (size_t i = 0; i < count; i++) {
        if (words[i][0] == '\0')
            continue;
        fprintf(stream, "%s%s", is_first ? "" : ", ", words[i]);
        is_first = false;
    }
}

static void print_value(const char *const *words, size_t count)
{
    char text[1024];
    FILE *memory = fmemopen(text, sizeof(text), "w");
    if (memory == NULL)
        return;
    write_list(memory, words, count);
    fclose(memory);
    text[sizeof(text) - 1] = '\0';
    fputs("    ", stdout);
    sentence_write_value(stdout, text, 4, 6);
}

/* For people: who it is, which matter, what comes next. */
static void print_words(struct case_desk *desk, const struct casefile_row *row)
{
    struct row_text text;
    char due[CASE_TEXT_DUE_SIZE] = "";
    char day[128] = "";
    row_word(&text, desk, row);
    printf("%s  ", row->number);
    sentence_write_value(stdout, text.name, strlen(row->number) + 2, 4);
    const char *const matter[] = {
        case_desk_workflow_title(desk, row->workflow, row->version),
        row->state == CASEFILE_OPEN ? "" : case_text_state(row->state),
        row->urgency == CASEFILE_NORMAL ? "" : case_text_urgency(row->urgency),
        row->risk == CASEFILE_RISK_HIGH ? case_text_risk(row->risk) : "",
        row->is_restricted ? _("RESTRICTED") : "",
        case_desk_user_name(desk, row->assigned_to),
    };
    print_value(matter, sizeof(matter) / sizeof(matter[0]));
    if (row->has_task_due) {
        case_text_due(due, row->task_due, desk->desk.today);
        snprintf(day, sizeof(day), "%s %s", _("due"), text.due);
    }
    const char *const next[] = { text.title, day, due };
    if (text.title[0] != '\0')
        print_value(next, sizeof(next) / sizeof(next[0]));
}

static int print_list(struct case_desk *desk, const struct arguments *arguments,
                      const struct casefile_list *list, int limit)
{
    bool is_terminal = isatty(STDOUT_FILENO) == 1;
    if (arguments_has(arguments, "json")) {
        struct json *json = json_begin();
        for (size_t i = 0; i < list->count; i++)
            add_json(json, desk, &list->items[i]);
        int code = json_end_array(json);
        return code == EXIT_CODE_DONE && list->count == 0 ? EXIT_CODE_NO : code;
    }
    for (size_t i = 0; i < list->count; i++)
        if (is_terminal)
            print_words(desk, &list->items[i]);
        else
            print_columns(desk, &list->items[i]);
    if (list->count == 0)
        return case_say_no(NULL, _("No casefile was found."));
    if (is_terminal && list->count == (size_t)limit)
        sentence_write_text(stdout, _("There can be more: --limit shows them."));
    return EXIT_CODE_DONE;
}

/* ---- what is asked */

static int check_options(const struct arguments *arguments)
{
    int whose = arguments_has(arguments, "mine") + arguments_has(arguments, "unassigned") +
                arguments_has(arguments, "assigned-to");
    if (whose > 1)
        return arguments_refuse(arguments, _("Say only one of --mine, --unassigned and "
                                             "--assigned-to."));
    return EXIT_CODE_DONE;
}

/* user_id and person_id hold what the filter borrows. */
static int make_filter(struct casefile_filter *out, struct case_desk *desk,
                       const struct arguments *arguments, char user_id[UUID_TEXT_SIZE],
                       char person_id[UUID_TEXT_SIZE])
{
    struct error error = { 0 };
    const char *state = arguments_text(arguments, "state");
    const char *user = arguments_text(arguments, "assigned-to");
    const char *person = arguments_text(arguments, "person");
    int code = EXIT_CODE_DONE;
    *out = (struct casefile_filter){
        .has_state = state == NULL || strcmp(state, "all") != 0,
        .state = CASEFILE_OPEN,
        .is_unassigned = arguments_has(arguments, "unassigned"),
        .workflow = arguments_text(arguments, "workflow"),
        .limit = (int)arguments_number(arguments, "limit", CASEFILE_LIST_DEFAULT),
    };
    if (state != NULL && casefile_state_parse(&out->state, state, &error) != STATUS_OK)
        out->state = CASEFILE_OPEN; /* "all" */
    if (arguments_has(arguments, "mine"))
        out->assigned_to = desk->desk.actor;
    if (user != NULL) {
        code = case_desk_find_any_user(desk, user, user_id);
        out->assigned_to = user_id;
    }
    if (code == EXIT_CODE_DONE && person != NULL) {
        code = person_resolve(desk->office, person, person_id);
        out->person_id = person_id;
    }
    return code;
}

static int list_casefiles(struct case_desk *desk, const struct arguments *arguments)
{
    struct casefile_filter filter;
    struct casefile_list list = { .items = NULL };
    struct error error = { 0 };
    char user_id[UUID_TEXT_SIZE];
    char person_id[UUID_TEXT_SIZE];
    int code = make_filter(&filter, desk, arguments, user_id, person_id);
    if (code != EXIT_CODE_DONE)
        return code;
    if (casefile_list(desk->desk.store, &filter, &list, &error) != STATUS_OK)
        return case_fail(NULL, &error, NULL);
    code = list_note(desk->office, arguments, "case.list", list.count);
    if (code == EXIT_CODE_DONE)
        code = print_list(desk, arguments, &list, filter.limit);
    casefile_list_release(&list);
    return code;
}

int case_list_run(const struct arguments *arguments)
{
    struct case_desk desk = { .office = NULL };
    int code = check_options(arguments);
    if (code == EXIT_CODE_DONE)
        code = case_desk_open(&desk, arguments, ACT_READ_CASES);
    if (code == EXIT_CODE_DONE)
        code = list_casefiles(&desk, arguments);
    case_desk_close(&desk);
    return code;
}
