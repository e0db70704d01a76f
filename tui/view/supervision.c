/* SPDX-License-Identifier: Apache-2.0 */

/* Supervision: how much each worker has, what nobody has, what waits for a yes or no, whom to see
 * and what to look at again. */
#include "view/supervision_private.h"

#include "language.h"
#include "view/record_list.h"
#include "view/view_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS_MAX = 300, DAYS_AHEAD = 7 };

/* The words of the tabs in the detail of a place. */
static const char *const words[] = {
    [TAB_WORKERS] = "workers", [TAB_UNASSIGNED] = "unassigned", [TAB_APPROVALS] = "approvals",
    [TAB_REVIEWS] = "reviews", [TAB_CASEFILES] = "casefiles",
};
_Static_assert(sizeof(words) / sizeof(words[0]) == TAB_COUNT, "every tab has its word");

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
        if (strcmp(shown->view.place.detail, words[i]) == 0)
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
    .draw = supervision_draw,
    .handle = handle,
    .release = release,
};
