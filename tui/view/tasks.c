/* SPDX-License-Identifier: Apache-2.0 */

/* What users noted for themselves or for each other: for one casefile, or all that is one's own. */
#include "document/case_reference.h"
#include "language.h"
#include "store/store.h"
#include "task/task_store.h"
#include "view/dialog.h"
#include "view/record_list.h"
#include "view/text_page.h"
#include "view/view_list.h"
#include "wording/due_text.h"

#include <stdlib.h>
#include <string.h>

enum { TASKS_MAX = 500 };

struct tasks_view {
    struct view view;
    struct task_list tasks;
    char (*numbers)[CASE_NUMBER_TEXT_SIZE]; /* of their casefiles */
    struct list list;
    bool with_finished;
    struct day today;
    bool has_draft;        /* of a new one */
    const struct app *app; /* whose names stand in the rows */
};

/* ---- loading */

static void numbers_find(struct tasks_view *shown, struct store *store)
{
    struct case_reference reference;
    free(shown->numbers);
    shown->numbers = calloc(shown->tasks.count + 1, sizeof(*shown->numbers));
    for (size_t i = 0; i < shown->tasks.count && shown->numbers != NULL; i++)
        if (shown->tasks.items[i].casefile_id[0] != '\0' &&
            case_reference_load(store, shown->tasks.items[i].casefile_id, &reference, NULL) ==
                STATUS_OK)
            memcpy(shown->numbers[i], reference.number, sizeof(*shown->numbers));
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct tasks_view *shown = (struct tasks_view *)view;
    const bool is_of_case = view->place.subject[0] != '\0';
    struct task_list loaded;
    const struct task_filter filter = {
        .casefile_id = is_of_case ? view->place.subject : NULL,
        .assigned_to = is_of_case ? NULL : app_desk(app)->actor,
        .is_own_only = true,
        .with_finished = shown->with_finished,
        .limit = TASKS_MAX,
    };
    const enum status status = task_list(app_store(app), &filter, &loaded, error);
    if (status != STATUS_OK)
        return status;
    task_list_release(&shown->tasks);
    shown->tasks = loaded;
    shown->app = app;
    shown->today = app_today(app);
    list_set_count(&shown->list, loaded.count);
    shown->has_draft = record_has_draft(app, "task", view->place.subject);
    numbers_find(shown, app_store(app));
    return STATUS_OK;
}

static const struct task *marked_task(const struct view *view)
{
    const struct tasks_view *shown = (const struct tasks_view *)view;
    return shown->tasks.count == 0 ? NULL : &shown->tasks.items[shown->list.selected];
}

/* ---- showing */

enum { DUE, TITLE, STAFF, CASEFILE, COLUMN_COUNT };

static const struct column case_columns[] = {
    [DUE] = { N_("Due"), 10, DUE_TEXT_COLUMNS },
    [TITLE] = { N_("What has to be done"), COLUMN_REST, COLUMN_REST },
    [STAFF] = { N_("Who"), 16, 10 },
};
static const struct column own_columns[COLUMN_COUNT] = {
    [DUE] = { N_("Due"), 10, DUE_TEXT_COLUMNS },
    [TITLE] = { N_("What has to be done"), COLUMN_REST, COLUMN_REST },
    [STAFF] = { N_("From"), 10, 0 },
    [CASEFILE] = { N_("Casefile"), CASE_NUMBER_TEXT_SIZE > 20 ? 20 : CASE_NUMBER_TEXT_SIZE, 0 },
};

/* "done", "LATE 3d", "27 Nov", "-". */
static void write_due(char out[RECORD_CELL_SIZE], const struct task *task, struct day today)
{
    char due[DUE_TEXT_SIZE] = "–";
    if (task->has_due_on)
        due_text(due, task->due_on, today);
    snprintf(out, RECORD_CELL_SIZE, "%s",
             task->state == TASK_DONE        ? _("done")
             : task->state == TASK_CANCELLED ? C_("task", "cancelled")
                                             : due);
}

static enum style write_cell(const void *self, size_t index, size_t column,
                             char out[RECORD_CELL_SIZE])
{
    const struct tasks_view *shown = self;
    const struct task *task = &shown->tasks.items[index];
    const bool is_of_case = shown->view.place.subject[0] != '\0';
    const bool is_late =
        task->state == TASK_OPEN && task->has_due_on && day_compare(task->due_on, shown->today) < 0;
    if (column == DUE)
        write_due(out, task, shown->today);
    else if (column == TITLE)
        snprintf(out, RECORD_CELL_SIZE, "%s%s", task->is_urgent ? _("URGENT: ") : "",
                 task->title == NULL ? "" : task->title);
    else if (column == STAFF)
        snprintf(out, RECORD_CELL_SIZE, "%s",
                 record_user(shown->app, is_of_case ? task->assigned_to : task->created_by));
    else
        snprintf(out, RECORD_CELL_SIZE, "%s", shown->numbers == NULL ? "" : shown->numbers[index]);
    return column == DUE && is_late ? STYLE_ALERT : STYLE_PLAIN;
}

static void write_more(FILE *stream, const struct tasks_view *shown, const struct task *task)
{
    char day[DUE_TEXT_SIZE];
    if (task->has_due_on) {
        due_text_full(day, task->due_on);
        fprintf(stream, "%s %s   ", _("Due"), day);
    }
    if (task->has_remind_on) {
        due_text_full(day, task->remind_on);
        fprintf(stream, "%s %s   ", _("Reminder"), day);
    }
    fprintf(stream, "%s %s", _("Noted by"), record_user(shown->app, task->created_by));
}

static void write_preview(const void *self, size_t index, FILE *stream)
{
    const struct tasks_view *shown = self;
    const struct task *task = &shown->tasks.items[index];
    fprintf(stream, "%s\n", task->title == NULL ? "" : task->title);
    write_more(stream, shown, task);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct tasks_view *shown = (const struct tasks_view *)view;
    const bool is_of_case = view->place.subject[0] != '\0';
    const struct task *marked = marked_task(view);
    const struct record_list records = {
        .heading = is_of_case ? _("TASKS OF THIS CASEFILE") : _("MY TASKS"),
        .empty = _("Nothing was noted.  N notes what has to be done."),
        .columns = is_of_case ? case_columns : own_columns,
        .column_count = is_of_case ? sizeof(case_columns) / sizeof(case_columns[0]) : COLUMN_COUNT,
        .write_cell = write_cell,
        .write_preview = write_preview,
        .list = &shown->list,
        .self = shown,
    };
    snprintf(frame->title, sizeof(frame->title), "%s", _("Tasks"));
    snprintf(frame->next, sizeof(frame->next), "%s",
             marked == NULL               ? _("Enter notes the first task.")
             : marked->state == TASK_OPEN ? _("Enter asks whether it is done.")
                                          : _("Enter shows all of it."));
    record_write_draft(frame, shown->has_draft);
    record_list_draw(&records, app, view, frame->body);
}

/* ---- a new one */

static void add_day(struct form *form, const char *id, const char *label, const char *hint)
{
    struct form_field *day = form_add(form, FORM_DATE, id, label);
    if (day != NULL)
        day->may_be_ahead = true;
    form_field_hint(day, hint);
}

static void build(struct app *app, struct view *below, struct form *form)
{
    (void)below;
    struct form_field *title = form_add(form, FORM_TEXT, "title", _("What has to be done"));
    if (title != NULL)
        title->is_required = true;
    add_day(form, "due", _("Due"), _("24.11.2026, t for today, +3; nothing: no day"));
    add_day(form, "remind", _("Reminder"),
            _("the day on which it shows up again before it is due"));
    record_add_staff(app, form_add(form, FORM_CHOICE, "staff", _("For whom")));
    form_set(form, "staff", app_desk(app)->actor);
    record_add_truth(form_add(form, FORM_CHOICE, "urgent", _("Urgent")));
    form_set(form, "urgent", "no");
}

/* False when something stands there that is no day. */
static bool read_day(struct form *form, const char *id, struct day *day, bool *has_day)
{
    *has_day = form_value(form, id)[0] != '\0';
    return !*has_day || record_require_day(form, id, day);
}

static const char *past_due(void)
{
    return _("This day is past: a task is due today or later.");
}

static bool is_to_come(struct form *form)
{
    if (record_is_past(form, "due"))
        record_fault(form, "due", past_due());
    return !record_is_past(form, "due");
}

static void left(struct app *app, struct view *below, struct form *form, size_t field)
{
    record_forget_fault(app, below, form, field);
    if (strcmp(form->fields[field].id, "due") == 0 && record_is_past(form, "due"))
        form_field_fault(&form->fields[field], past_due());
}

static void say_failure(struct app *app, const struct error *error)
{
    if (error->status == STATUS_DATE_INVALID)
        app_say(app, _("A task is due today or later, and its reminder comes before."));
    else
        record_say_failure(app, error, STATUS_REFUSED,
                           _("The casefile is closed: nothing more is noted for it."));
}

static bool submit(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    struct task task = { .kind = TASK_KIND_OWN, .state = TASK_OPEN, .since = app_today(app) };
    if (!record_require_text(form, "title", _("Say what has to be done.")) ||
        !read_day(form, "due", &task.due_on, &task.has_due_on) || !is_to_come(form) ||
        !read_day(form, "remind", &task.remind_on, &task.has_remind_on))
        return false;
    snprintf(task.casefile_id, UUID_TEXT_SIZE, "%s", below->place.subject);
    snprintf(task.assigned_to, UUID_TEXT_SIZE, "%s", form_value(form, "staff"));
    task.is_urgent = strcmp(form_value(form, "urgent"), "yes") == 0;
    task.title = record_take_text(form, "title");
    const enum status status = task_add(app_store(app), app_desk(app)->actor, &task, &error);
    task_release(&task);
    if (status == STATUS_OK)
        app_say(app, _("The task is noted."));
    else
        say_failure(app, &error);
    return status == STATUS_OK;
}

static void do_new(struct app *app, struct view *view)
{
    const struct dialog_request request = {
        .title = _("New task"),
        .button = _("notes the task"),
        .draft = "task",
        .build = build,
        .submit = submit,
        .left = left,
    };
    (void)view;
    dialog_fill(app, &request);
}

/* ---- its end */

static bool can_write(const struct app *app, const struct view *view)
{
    (void)view;
    return session_may(app_session_of(app), ACT_WORK_CASES);
}

static bool is_open(const struct app *app, const struct view *view)
{
    const struct task *marked = marked_task(view);
    return marked != NULL && marked->state == TASK_OPEN && can_write(app, view);
}

static void end(struct app *app, struct view *view, enum task_state state)
{
    struct error error = { 0 };
    const struct task *marked = marked_task(view);
    if (marked == NULL)
        return;
    if (task_end(app_store(app), app_desk(app)->actor, marked->id, state, &error) != STATUS_OK) {
        record_say_failure(app, &error, STATUS_REFUSED, _("This task is finished already."));
        return;
    }
    app_say(app, state == TASK_DONE ? _("The task is done.") : _("The task is cancelled."));
    app_reload(app, view);
}

static void do_done(struct app *app, struct view *view)
{
    end(app, view, TASK_DONE);
}

static void do_cancel(struct app *app, struct view *view)
{
    end(app, view, TASK_CANCELLED);
}

static void answered(struct app *app, struct view *below, size_t answer)
{
    if (answer > 0)
        end(app, below, answer == 1 ? TASK_DONE : TASK_CANCELLED);
}

static void do_open(struct app *app, struct view *view)
{
    const struct task *marked = marked_task(view);
    struct text_page_draft page;
    if (is_open(app, view)) {
        const char *const answers[] = { _("Not yet: leave it as it is"), _("It is done"),
                                        _("It need not be done any more") };
        const struct dialog_question question = {
            .title = _("Is it done?"),
            .text = marked->title,
            .answers = answers,
            .answer_count = sizeof(answers) / sizeof(answers[0]),
            .preferred = 1,
            .answered = answered,
        };
        dialog_ask(app, &question);
    } else if (marked == NULL && can_write(app, view))
        do_new(app, view);
    else if (marked != NULL && text_page_begin(&page, app)) {
        fprintf(page.stream, "%s\n\n", marked->title == NULL ? "" : marked->title);
        write_more(page.stream, (const struct tasks_view *)view, marked);
        text_page_end(&page, app, _("Task"));
    }
}

static void do_finished(struct app *app, struct view *view)
{
    struct tasks_view *shown = (struct tasks_view *)view;
    shown->with_finished = !shown->with_finished;
    app_reload(app, view);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    (void)app;
    return list_handle(&((struct tasks_view *)view)->list, key, RECORD_PAGE_ROWS);
}

static void release(struct view *view)
{
    struct tasks_view *shown = (struct tasks_view *)view;
    task_list_release(&shown->tasks);
    free(shown->numbers);
}

static const struct action action_done = { "done", NC_("key bar", "Done"), N_("The task is done") };
static const struct action action_cancel = { "cancel_task", NC_("key bar", "Cancel"),
                                             N_("The task need not be done any more") };
static const struct action action_finished = {
    "finished", NC_("key bar", "Old"), N_("Show the tasks that are done or cancelled too, or not")
};

static const struct binding keymap[] = {
    { "<Enter>", &record_action_open, do_open, NULL },
    { "n", &record_action_new, do_new, can_write },
    { "d", &action_done, do_done, is_open },
    { "c", &action_cancel, do_cancel, is_open },
    { "o", &action_finished, do_finished, NULL },
    { .action = NULL },
};

const struct view_class tasks_view_class = {
    .name = "tasks",
    .about = N_("What users noted for themselves or for each other.  What follows from the steps "
                "of a casefile stands in my day, and ends with its step."),
    .size = sizeof(struct tasks_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
