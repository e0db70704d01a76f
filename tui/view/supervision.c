/* SPDX-License-Identifier: Apache-2.0 */

/* Supervision: how much each worker has, what nobody has, what waits for a yes or no, whom to see
 * and what to look at again. */
#include "view/supervision_private.h"

#include "language.h"
#include "view/record_list.h"
#include "view/view_list.h"
#include "wording/case_text.h"
#include "wording/due_text.h"
#include "wording/load_text.h"

#include <stdlib.h>
#include <string.h>

enum { ROWS_MAX = 300, DAYS_AHEAD = 7 };

static const struct {
    const char *word; /* in the detail of a place */
    const char *heading;
    const char *empty;
} tabs[] = {
    [TAB_WORKERS] = { "workers", N_("WHO HAS HOW MUCH"), N_("Nobody works on casefiles here.") },
    [TAB_UNASSIGNED] = { "unassigned", N_("CASEFILES THAT NOBODY HAS"),
                         N_("Every casefile has somebody who works on it.") },
    [TAB_APPROVALS] = { "approvals", N_("WHAT WAITS FOR A YES OR NO"),
                        N_("Nothing waits for an answer.") },
    [TAB_REVIEWS] = { "reviews", N_("WHOM TO SEE, WHAT TO LOOK AT AGAIN: UP TO 7 DAYS AHEAD"),
                      N_("Nobody is to be seen and nothing is to be looked at within 7 days.") },
    [TAB_CASEFILES] = { "casefiles", N_("OPEN CASEFILES OF ONE WORKER"),
                        N_("This worker has no open casefile.") },
};
_Static_assert(sizeof(tabs) / sizeof(tabs[0]) == TAB_COUNT, "every tab has its words");

/* ---- what is chosen */

static bool has_one(const struct supervision_view *shown)
{
    return shown->list.selected < shown->list.count;
}

const struct caseload *supervision_worker(const struct supervision_view *shown)
{
    return shown->tab == TAB_WORKERS && has_one(shown) ? &shown->loads.items[shown->list.selected]
                                                       : NULL;
}

const struct watch *supervision_watch(const struct supervision_view *shown)
{
    const bool is_watch = shown->tab != TAB_WORKERS && shown->tab != TAB_CASEFILES;
    return is_watch && has_one(shown) ? &shown->watches.items[shown->list.selected] : NULL;
}

const char *supervision_casefile(const struct supervision_view *shown)
{
    const struct watch *watch = supervision_watch(shown);
    if (watch != NULL)
        return watch->casefile_id;
    return shown->tab == TAB_CASEFILES && has_one(shown)
               ? shown->casefiles.items[shown->list.selected].id
               : NULL;
}

/* ---- loading */

static enum status add_watches(struct supervision_view *shown, struct app *app,
                               enum watch_kind kind, struct watch_list *out, struct error *error)
{
    const struct watch_question question = { .reader = app_desk(app)->actor,
                                             .today = shown->today,
                                             .days_ahead = DAYS_AHEAD,
                                             .limit = ROWS_MAX };
    return watch_list_load(app_store(app), kind, &question, out, error);
}

/* The rows of the second list behind those of the first. */
static enum status join(struct watch_list *all, struct watch_list *more, struct error *error)
{
    struct watch *items = realloc(all->items, (all->count + more->count + 1) * sizeof(*items));
    if (items == NULL) {
        watch_list_release(more);
        return error_set(error, STATUS_OUT_OF_MEMORY, "casefiles");
    }
    if (more->count > 0)
        memcpy(items + all->count, more->items, more->count * sizeof(*items));
    all->items = items;
    all->count += more->count;
    free(more->items);
    return STATUS_OK;
}

static enum status load_reviews(struct supervision_view *shown, struct app *app,
                                struct error *error)
{
    static const enum watch_kind kinds[] = { WATCH_CONTACT, WATCH_REVIEW, WATCH_ASSESSMENT };
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        struct watch_list more;
        status = add_watches(shown, app, kinds[i], &more, error);
        if (status == STATUS_OK)
            status = join(&shown->watches, &more, error);
    }
    return status;
}

/* With the titles of the steps, which drawing cannot look up. */
static enum status load_approvals(struct supervision_view *shown, struct app *app,
                                  struct error *error)
{
    struct case_desk *desk = &app_session(app)->desk;
    const enum status status = add_watches(shown, app, WATCH_APPROVAL, &shown->watches, error);
    if (status != STATUS_OK)
        return status;
    shown->titles = calloc(shown->watches.count + 1, sizeof(*shown->titles));
    if (shown->titles == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "titles of steps");
    for (size_t i = 0; i < shown->watches.count; i++) {
        const struct watch *watch = &shown->watches.items[i];
        if (watch->approval == APPROVAL_STEP)
            snprintf(shown->titles[i], sizeof(shown->titles[i]), "%s",
                     case_desk_step_title(desk, watch->workflow, watch->version, watch->step));
    }
    return STATUS_OK;
}

static enum status load_casefiles(struct supervision_view *shown, struct app *app,
                                  struct error *error)
{
    const struct casefile_filter filter = {
        .has_state = true, .state = CASEFILE_OPEN, .assigned_to = shown->worker, .limit = ROWS_MAX
    };
    return casefile_list(app_store(app), &filter, &shown->casefiles, error);
}

/* How many wait, whatever tab is shown: that is said in the first row. */
static enum status count_waiting(struct supervision_view *shown, struct app *app,
                                 struct error *error)
{
    struct watch_list list;
    enum status status = add_watches(shown, app, WATCH_APPROVAL, &list, error);
    if (status != STATUS_OK)
        return status;
    shown->waiting = (int)list.count;
    watch_list_release(&list);
    status = add_watches(shown, app, WATCH_UNASSIGNED, &list, error);
    shown->alarms = 0;
    for (size_t i = 0; i < list.count; i++)
        shown->alarms += list.items[i].is_alarm;
    watch_list_release(&list);
    return status;
}

static void release(struct view *view)
{
    struct supervision_view *shown = (struct supervision_view *)view;
    free(shown->loads.items);
    free(shown->titles);
    shown->titles = NULL;
    shown->loads = (struct caseload_list){ .items = NULL };
    watch_list_release(&shown->watches);
    casefile_list_release(&shown->casefiles);
}

static enum status load_tab(struct supervision_view *shown, struct app *app, struct error *error)
{
    switch (shown->tab) {
    case TAB_UNASSIGNED:
        return add_watches(shown, app, WATCH_UNASSIGNED, &shown->watches, error);
    case TAB_APPROVALS:
        return load_approvals(shown, app, error);
    case TAB_REVIEWS:
        return load_reviews(shown, app, error);
    case TAB_CASEFILES:
        return load_casefiles(shown, app, error);
    case TAB_WORKERS:
    case TAB_COUNT:
        break;
    }
    return STATUS_OK;
}

/* The place says which tab, when it was opened from "my day". */
static void take_place(struct supervision_view *shown)
{
    for (int i = 0; i < TAB_CASEFILES; i++)
        if (strcmp(shown->view.place.detail, tabs[i].word) == 0)
            shown->tab = (enum supervision_tab)i;
    shown->view.place.detail[0] = '\0';
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct supervision_view *shown = (struct supervision_view *)view;
    release(view);
    take_place(shown);
    shown->today = app_today(app);
    enum status status = caseload_list(app_store(app), shown->today, &shown->loads, error);
    if (status == STATUS_OK)
        status = count_waiting(shown, app, error);
    if (status == STATUS_OK)
        status = load_tab(shown, app, error);
    list_set_count(&shown->list, shown->tab == TAB_WORKERS     ? shown->loads.count
                                 : shown->tab == TAB_CASEFILES ? shown->casefiles.count
                                                               : shown->watches.count);
    return status;
}

/* ---- showing */

enum { WORKER, BAR, LOAD, HIGH, LATE, SEE, REVIEW, WORKER_COLUMNS };
static const struct column worker_columns[WORKER_COLUMNS] = {
    [WORKER] = { N_("Worker"), COLUMN_REST, COLUMN_REST },
    [BAR] = { N_("Casefiles"), 16, 16 },
    [LOAD] = { N_("Limit"), 10, 10 },
    [HIGH] = { N_("High"), 4, 4 },
    [LATE] = { N_("Late"), 5, 5 },
    [SEE] = { N_("To see"), 6, 0 },
    [REVIEW] = { N_("Reviews"), 7, 0 },
};

static enum style write_worker(const void *self, size_t index, size_t column,
                               char out[RECORD_CELL_SIZE])
{
    const struct supervision_view *shown = self;
    const struct caseload *load = &shown->loads.items[index];
    const int limit = shown->loads.limit;
    const int numbers[WORKER_COLUMNS] = { [HIGH] = load->by_risk[CASEFILE_RISK_HIGH],
                                          [LATE] = load->overdue,
                                          [SEE] = load->contacts_due,
                                          [REVIEW] = load->reviews_due };
    if (column == WORKER)
        snprintf(out, RECORD_CELL_SIZE, "%s", load->name);
    else if (column == BAR)
        load_bar(out, load->open, limit);
    else if (column == LOAD)
        load_text(out, load->open, limit);
    else
        snprintf(out, RECORD_CELL_SIZE, "%d", numbers[column]);
    return column == LOAD && caseload_is_over(limit, load->open, 0) ? STYLE_WARNING : STYLE_PLAIN;
}

enum { WHEN, PERSON, NUMBER, RISK, WHAT, WHO, WATCH_COLUMNS };
static const struct column watch_columns[WATCH_COLUMNS] = {
    [WHEN] = { N_("When"), 14, 14 },    [PERSON] = { N_("Person"), COLUMN_REST, COLUMN_REST },
    [NUMBER] = { N_("Number"), 11, 0 }, [RISK] = { N_("Risk"), 6, 6 },
    [WHAT] = { N_("What"), 17, 14 },    [WHO] = { N_("Worker"), 7, 0 },
};

/* One word: the column has no room for more. */
static const char *risk_text(enum casefile_risk risk)
{
    static const char *const words[CASEFILE_RISK_COUNT] = {
        [CASEFILE_RISK_LOW] = NC_("risk", "low"),
        [CASEFILE_RISK_MEDIUM] = NC_("risk", "medium"),
        [CASEFILE_RISK_HIGH] = NC_("risk", "HIGH"),
    };
    return words[risk] == NULL ? "" : language_text_in("risk", words[risk]);
}

static const char *name_text(const char *name, bool is_restricted)
{
    return name != NULL ? name : is_restricted ? _("(restricted)") : "";
}

static void write_what(const struct supervision_view *shown, size_t index, char *out)
{
    static const char *const words[WATCH_KIND_COUNT] = {
        [WATCH_UNASSIGNED] = N_("nobody has it"),
        [WATCH_CONTACT] = N_("to be seen"),
        [WATCH_REVIEW] = N_("review"),
        [WATCH_ASSESSMENT] = N_("not assessed"),
        [WATCH_APPROVAL] = N_("approval"),
        [WATCH_ANSWER] = N_("answer"),
    };
    const struct watch *watch = &shown->watches.items[index];
    const char *text = language_text(words[watch->kind]);
    if (watch->kind == WATCH_APPROVAL && watch->approval == APPROVAL_CLOSING)
        text = _("closing");
    else if (watch->kind == WATCH_APPROVAL && watch->approval == APPROVAL_HANDOVER)
        text = _("hand over");
    else if (watch->kind == WATCH_APPROVAL)
        text = shown->titles[index];
    snprintf(out, RECORD_CELL_SIZE, "%s", text);
}

static void write_when(const struct supervision_view *shown, const struct watch *watch, char *out)
{
    char time[RECORD_TIME_SIZE], due[DUE_TEXT_SIZE];
    if (watch->has_due) {
        due_text(due, watch->due, shown->today);
        snprintf(out, RECORD_CELL_SIZE, "%s", due);
        return;
    }
    record_write_time(time, watch->since, shown->today, true);
    snprintf(out, RECORD_CELL_SIZE, "%s%s", watch->is_alarm ? "! " : "", time);
}

struct showing {
    const struct app *app;
    const struct supervision_view *shown;
};

static enum style write_watch(const void *self, size_t index, size_t column,
                              char out[RECORD_CELL_SIZE])
{
    const struct showing *showing = self;
    const struct watch *watch = &showing->shown->watches.items[index];
    const char *user = watch->kind == WATCH_APPROVAL ? watch->user_id : watch->assigned_to;
    if (column == WHEN)
        write_when(showing->shown, watch, out);
    else if (column == WHAT)
        write_what(showing->shown, index, out);
    else
        snprintf(out, RECORD_CELL_SIZE, "%s",
                 column == PERSON   ? name_text(watch->person_name, watch->is_restricted)
                 : column == NUMBER ? case_number_short(watch->number)
                 : column == RISK   ? risk_text(watch->risk)
                                    : record_user(showing->app, user));
    return column == WHEN && watch->is_alarm ? STYLE_ALERT : STYLE_PLAIN;
}

static const char *casefile_text(const struct showing *showing, const struct casefile_row *row,
                                 size_t column)
{
    const char *reader = app_session_of(showing->app)->desk.desk.actor;
    const bool is_hidden = row->is_restricted && strcmp(row->assigned_to, reader) != 0;
    switch (column) {
    case PERSON:
        return name_text(is_hidden ? NULL : row->person_name, is_hidden);
    case NUMBER:
        return case_number_short(row->number);
    case RISK:
        return risk_text(row->risk);
    case WHAT:
        return case_text_urgency(row->urgency);
    default:
        return record_user(showing->app, row->assigned_to);
    }
}

static enum style write_casefile(const void *self, size_t index, size_t column,
                                 char out[RECORD_CELL_SIZE])
{
    const struct showing *showing = self;
    const struct casefile_row *row = &showing->shown->casefiles.items[index];
    const struct day today = showing->shown->today;
    if (column != WHEN) {
        snprintf(out, RECORD_CELL_SIZE, "%s", casefile_text(showing, row, column));
        return STYLE_PLAIN;
    }
    if (!row->has_task_due)
        return STYLE_PLAIN;
    due_text(out, row->task_due, today);
    return day_compare(row->task_due, today) < 0 ? STYLE_ALERT : STYLE_PLAIN;
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct supervision_view *shown = (const struct supervision_view *)view;
    const struct showing showing = { app, shown };
    const bool is_workers = shown->tab == TAB_WORKERS;
    struct record_list records = {
        .heading = language_text(tabs[shown->tab].heading),
        .empty = language_text(tabs[shown->tab].empty),
        .columns = is_workers ? worker_columns : watch_columns,
        .column_count = is_workers ? WORKER_COLUMNS : WATCH_COLUMNS,
        .write_cell = is_workers                    ? write_worker
                      : shown->tab == TAB_CASEFILES ? write_casefile
                                                    : write_watch,
        .list = &shown->list,
        .self = is_workers ? (const void *)shown : (const void *)&showing,
    };
    snprintf(frame->title, sizeof(frame->title), "%s", _("Supervision"));
    snprintf(frame->right, sizeof(frame->right), "%s %d, %s %d", _("waiting"), shown->waiting,
             _("alarms"), shown->alarms);
    snprintf(frame->next, sizeof(frame->next), "%s",
             shown->list.count == 0 ? _("the letters below show the other lists.")
             : is_workers           ? _("Enter shows the casefiles of this worker.")
                                    : _("Enter opens the casefile."));
    record_list_draw(&records, app, view, frame->body);
}

/* ---- keys */

static void show_tab(struct app *app, struct view *view, enum supervision_tab tab)
{
    struct supervision_view *shown = (struct supervision_view *)view;
    shown->tab = tab;
    shown->list.selected = 0;
    app_reload(app, view);
}

static void show_workers(struct app *app, struct view *view)
{
    show_tab(app, view, TAB_WORKERS);
}

static void show_unassigned(struct app *app, struct view *view)
{
    show_tab(app, view, TAB_UNASSIGNED);
}

static void show_approvals(struct app *app, struct view *view)
{
    show_tab(app, view, TAB_APPROVALS);
}

static void show_reviews(struct app *app, struct view *view)
{
    show_tab(app, view, TAB_REVIEWS);
}

static void do_open(struct app *app, struct view *view)
{
    struct supervision_view *shown = (struct supervision_view *)view;
    const struct caseload *load = supervision_worker(shown);
    const char *casefile = supervision_casefile(shown);
    struct place place = { .detail = "" };
    if (load != NULL) {
        memcpy(shown->worker, load->user_id, sizeof(shown->worker));
        show_tab(app, view, TAB_CASEFILES);
    } else if (casefile != NULL) {
        const struct watch *watch = supervision_watch(shown);
        snprintf(place.subject, sizeof(place.subject), "%s", casefile);
        if (watch != NULL)
            snprintf(place.detail, sizeof(place.detail), "%s", watch->step);
        app_open(app, &casefile_view_class, &place);
    }
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    (void)app;
    return list_handle(&((struct supervision_view *)view)->list, key, RECORD_PAGE_ROWS);
}

static bool may_assign(const struct app *app, const struct view *view)
{
    (void)view;
    return session_may(app_session_of(app), ACT_ASSIGN_CASES);
}

static bool can_open(const struct app *app, const struct view *view)
{
    return may_assign(app, view) && has_one((const struct supervision_view *)view);
}

static bool can_assign(const struct app *app, const struct view *view)
{
    return may_assign(app, view) &&
           supervision_casefile((const struct supervision_view *)view) != NULL;
}

static bool can_give_all(const struct app *app, const struct view *view)
{
    const struct caseload *load = supervision_worker((const struct supervision_view *)view);
    return may_assign(app, view) && load != NULL && load->open > 0;
}

static bool can_answer(const struct app *app, const struct view *view)
{
    const struct watch *watch = supervision_watch((const struct supervision_view *)view);
    return may_assign(app, view) && watch != NULL && watch->kind == WATCH_APPROVAL;
}

static bool can_review(const struct app *app, const struct view *view)
{
    const struct watch *watch = supervision_watch((const struct supervision_view *)view);
    return may_assign(app, view) && watch != NULL && watch->kind == WATCH_REVIEW;
}

static const struct action action_workers = { "workers", NC_("key bar", "Workers"),
                                              N_("Show how much each worker has") };
static const struct action action_unassigned = { "unassigned", NC_("key bar", "Free"),
                                                 N_("Show the casefiles that nobody has") };
static const struct action action_approvals = { "approvals", NC_("key bar", "Answers"),
                                                N_("Show what waits for a yes or no") };
static const struct action action_reviews = { "reviews", NC_("key bar", "Reviews"),
                                              N_("Show whom to see and what to look at again") };
static const struct action action_give = { "give", NC_("key bar", "Give"),
                                           N_("Give the casefile to a worker") };
static const struct action action_give_all = {
    "give_all", NC_("key bar", "All to"), N_("Give all casefiles of this worker to another one")
};
static const struct action action_yes = { "approve", NC_("key bar", "Yes"),
                                          N_("Approve what is asked for") };
static const struct action action_no = { "give_back", NC_("key bar", "No"),
                                         N_("Give it back, with a word why") };
static const struct action action_reviewed = {
    "reviewed", NC_("key bar", "Done"),
    N_("Somebody looked at the whole casefile: set the next day")
};

static const struct binding keymap[] = {
    { "<Enter>", &record_action_open, do_open, can_open },
    { "w", &action_workers, show_workers, NULL },
    { "u", &action_unassigned, show_unassigned, may_assign },
    { "a", &action_approvals, show_approvals, may_assign },
    { "r", &action_reviews, show_reviews, may_assign },
    { "g", &action_give, supervision_assign, can_assign },
    { "t", &action_give_all, supervision_give_all, can_give_all },
    { "y", &action_yes, supervision_approve, can_answer },
    { "n", &action_no, supervision_give_back, can_answer },
    { "d", &action_reviewed, supervision_review_done, can_review },
    { .action = NULL },
};

const struct view_class supervision_view_class = {
    .name = "supervision",
    .about = N_("How much each worker has, what nobody has, what waits for a yes or no, whom to "
                "see and what to look at again.  The limit and the days are settings of the office "
                "and no law: check locally."),
    .size = sizeof(struct supervision_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
