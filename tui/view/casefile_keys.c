/* SPDX-License-Identifier: Apache-2.0 */

/* Everything that can be done with a casefile, in the order of the menu. */
#include "view/casefile_private.h"

#include "language.h"
#include "view/view_list.h"

#include <stdio.h>
#include <string.h>

/* ---- moving between steps */

static bool is_at_button(const struct app *app, const struct view *view)
{
    const struct casefile_page *page = page_of_const(view);
    (void)app;
    return !page->is_why &&
           (!page->is_form || page->is_intro || page->form.focus >= page->form.count) &&
           page->step != NULL;
}

/* The step before or behind it of those that matter; the same at the ends. */
static const struct step *neighbour(const struct casefile_page *page, bool is_next)
{
    const struct standing *standing = &page->file.standing;
    const size_t at = (size_t)(page->standing - standing->steps);
    for (size_t i = 1; i < standing->step_count; i++) {
        if (is_next ? at + i >= standing->step_count : i > at)
            break;
        const struct step_standing *other = &standing->steps[is_next ? at + i : at - i];
        if (standing_matters(other))
            return other->step;
    }
    return page->step;
}

static void go_by(struct app *app, struct view *view, bool is_next)
{
    struct casefile_page *page = page_of(view);
    const struct step *other = neighbour(page, is_next);
    if (other == page->step)
        app_say(app, is_next ? _("This is the last step.") : _("This is the first step."));
    else
        page_show(app, page, other->id);
}

static void go_back(struct app *app, struct view *view)
{
    go_by(app, view, false);
}

static void go_on(struct app *app, struct view *view)
{
    go_by(app, view, true);
}

static bool is_elsewhere(const struct app *app, const struct view *view)
{
    const struct casefile_page *page = page_of_const(view);
    (void)app;
    return page->file.standing.next != NULL && page->file.standing.next->step != page->step;
}

static void go_next(struct app *app, struct view *view)
{
    page_show(app, page_of(view), NULL);
}

/* ---- the reasons */

static bool has_step(const struct app *app, const struct view *view)
{
    (void)app;
    return page_of_const(view)->step != NULL;
}

static bool is_why(const struct app *app, const struct view *view)
{
    (void)app;
    return page_of_const(view)->is_why;
}

static void toggle_why(struct app *app, struct view *view)
{
    struct casefile_page *page = page_of(view);
    /* What was typed is kept by the form only while it has the keyboard. */
    app_keep_draft(app, view);
    page->is_why = !page->is_why;
    page->why.top = 0;
}

/* ---- other screens on this casefile */

static void open_on(struct app *app, const struct view_class *class, const char *subject,
                    const char *detail)
{
    struct place place = { .detail = "" };
    snprintf(place.subject, sizeof(place.subject), "%s", subject);
    snprintf(place.detail, sizeof(place.detail), "%s", detail);
    app_open(app, class, &place);
}

static void open_plan(struct app *app, struct view *view)
{
    open_on(app, &plan_view_class, view->place.subject, view->place.detail);
}

static void open_notes(struct app *app, struct view *view)
{
    open_on(app, &notes_view_class, view->place.subject, "");
}

static void open_history(struct app *app, struct view *view)
{
    open_on(app, &history_view_class, view->place.subject, "");
}

static void open_appointments(struct app *app, struct view *view)
{
    open_on(app, &appointments_view_class, view->place.subject, "");
}

static void open_referral(struct app *app, struct view *view)
{
    open_on(app, &referral_view_class, view->place.subject, "");
}

/* With what the step says: the service and how urgent it is. */
static void refer_by_step(struct app *app, struct view *view)
{
    const struct step_referral *referral = page_of(view)->step->referral;
    char detail[PLACE_DETAIL_SIZE];
    snprintf(detail, sizeof(detail), "%s %s", referral->service, referral->urgency);
    open_on(app, &refer_view_class, view->place.subject, detail);
}

static void open_requests(struct app *app, struct view *view)
{
    open_on(app, &requests_view_class, view->place.subject, "");
}

static void open_tasks(struct app *app, struct view *view)
{
    open_on(app, &tasks_view_class, view->place.subject, "");
}

static void open_person(struct app *app, struct view *view)
{
    open_on(app, &person_view_class, page_of(view)->file.casefile.person_id, "");
}

static void open_household(struct app *app, struct view *view)
{
    open_on(app, &household_view_class, page_of(view)->file.casefile.person_id, "");
}

/* ---- what can be done now */

static bool may_work(const struct app *app, const struct view *view)
{
    return session_may(app_session_of(app), ACT_WORK_CASES) &&
           page_of_const(view)->file.casefile.state == CASEFILE_OPEN;
}

static bool is_form(const struct app *app, const struct view *view)
{
    (void)app;
    return page_of_const(view)->is_form && !page_of_const(view)->is_intro;
}

static bool is_referral_step(const struct app *app, const struct view *view)
{
    return is_form(app, view) && page_of_const(view)->step->referral != NULL && may_work(app, view);
}

static bool is_waiting(const struct app *app, const struct view *view)
{
    return is_form(app, view) && page_of_const(view)->standing->wait != NULL;
}

static bool is_not_waiting(const struct app *app, const struct view *view)
{
    return is_form(app, view) && page_of_const(view)->standing->wait == NULL;
}

static bool may_skip(const struct app *app, const struct view *view)
{
    return is_form(app, view) && page_of_const(view)->step->may_skip;
}

static bool is_asked_approval(const struct app *app, const struct view *view)
{
    const struct casefile_page *page = page_of_const(view);
    return may_work(app, view) && page->step != NULL && !page->is_hidden &&
           page->standing->state == STEP_ASKED_APPROVAL;
}

static bool may_approve(const struct app *app, const struct view *view)
{
    const struct casefile_page *page = page_of_const(view);
    return is_asked_approval(app, view) && page->step->approval != NULL &&
           strcmp(page->step->approval, page->role) == 0;
}

static bool may_reopen_step(const struct app *app, const struct view *view)
{
    const struct casefile_page *page = page_of_const(view);
    return may_work(app, view) && page->step != NULL && !page->is_hidden;
}

/* Ctrl-Z in a field is the field's, also when there is nothing to take back in it. */
static bool may_undo_step(const struct app *app, const struct view *view)
{
    return may_reopen_step(app, view) && is_at_button(app, view);
}

static bool has_leftover(const struct app *app, const struct view *view)
{
    (void)app;
    return page_of_const(view)->has_leftover;
}

static bool may_take(const struct app *app, const struct view *view)
{
    return may_work(app, view) && page_of_const(view)->file.casefile.assigned_to[0] == '\0';
}

static bool may_assign(const struct app *app, const struct view *view)
{
    return may_work(app, view) && session_may(app_session_of(app), ACT_ASSIGN_CASES);
}

static bool opens_case(const struct app *app, const struct view *view)
{
    return is_form(app, view) && page_of_const(view)->step->opens_case != NULL;
}

static bool is_closing_asked(const struct app *app, const struct view *view)
{
    return may_work(app, view) && session_may(app_session_of(app), ACT_APPROVE_CASES) &&
           page_of_const(view)->file.casefile.closing_asked_at[0] != '\0';
}

static bool may_close(const struct app *app, const struct view *view)
{
    return may_work(app, view);
}

static bool may_reopen_casefile(const struct app *app, const struct view *view)
{
    return session_may(app_session_of(app), ACT_APPROVE_CASES) &&
           page_of_const(view)->file.casefile.state != CASEFILE_OPEN;
}

static bool may_restrict(const struct app *app, const struct view *view)
{
    (void)view;
    return session_may(app_session_of(app), ACT_WORK_CASES);
}

static bool may_lift(const struct app *app, const struct view *view)
{
    return session_may(app_session_of(app), ACT_LIFT_RESTRICTION) &&
           page_of_const(view)->file.casefile.is_restricted;
}

/* ---- the table */

static const struct action action_refer_step = { "refer_step", NC_("key bar", "Refer"),
                                                 N_("Make the referral that this step asks for") };
static const struct action action_finish_with = {
    "finish_with", NC_("key bar", "Finish"),
    N_("Finish the step now, on another day, or with a "
       "remark")
};
static const struct action action_wait = { "wait", NC_("key bar", "Wait"),
                                           N_("Somebody was asked: wait for the answer") };
static const struct action action_rung = { "rung", NC_("key bar", "Remind"),
                                           N_("Nobody answered: remind them, or turn higher up") };
static const struct action action_answered = { "answered", NC_("key bar", "Answer"),
                                               N_("They answered: note it") };
static const struct action action_skip = { "skip", NC_("key bar", "Skip"),
                                           N_("Skip this step, with a reason") };
static const struct action action_approve = { "approve", NC_("key bar", "Approve"),
                                              N_("Approve this step") };
static const struct action action_return = { "return", NC_("key bar", "Return"),
                                             N_("Give the step back to be worked on, with a "
                                                "remark") };
static const struct action action_plan = { "plan", NC_("key bar", "Steps"),
                                           N_("All steps on one page; go to another one") };
static const struct action action_next = { "next_step", NC_("key bar", "Now"),
                                           N_("Go to the step that is to be done now") };
static const struct action action_earlier = { "earlier_step", NC_("key bar", "Earlier"),
                                              N_("The step before this one") };
static const struct action action_later = { "later_step", NC_("key bar", "Later"),
                                            N_("The step after this one") };
static const struct action action_subfile = { "subfile", NC_("key bar", "Opens"),
                                              N_("Open the casefile that belongs to this step") };
static const struct action action_notes = { "notes", NC_("key bar", "Notes"),
                                            N_("Notes on this casefile") };
static const struct action action_appointments = { "appointments", NC_("key bar", "Visits"),
                                                   N_("Appointments") };
static const struct action action_referral = { "referral", NC_("key bar", "Refer"),
                                               N_("Refer the person to another service") };
static const struct action action_requests = { "requests", NC_("key bar", "Asked"),
                                               N_("Requests for papers: asked, reminded, "
                                                  "answered") };
static const struct action action_tasks = { "tasks", NC_("key bar", "Tasks"),
                                            N_("Tasks of this casefile") };
static const struct action action_person = { "person", NC_("key bar", "Person"),
                                             N_("The record of the person") };
static const struct action action_household = { "household", NC_("key bar", "Family"),
                                                N_("The family") };
static const struct action action_history = { "history", NC_("key bar", "History"),
                                              N_("What happened in this casefile") };
static const struct action action_reopen_step = { "reopen_step", NC_("key bar", "Again"),
                                                  N_("Start a finished step again: this one, or "
                                                     "the one finished last") };
static const struct action action_screen = { "screen", NC_("key bar", "Screen"),
                                             N_("Screen the person again: something new was "
                                                "said") };
static const struct action action_leftover = { "drop_draft", NC_("key bar", "Drop"),
                                               N_("Throw away your draft of this step") };
static const struct action action_take = { "take", NC_("key bar", "Take"),
                                           N_("Take this casefile: it is mine from now on") };
static const struct action action_assign = { "assign", NC_("key bar", "Assign"),
                                             N_("Say who works on this casefile") };
static const struct action action_assess = { "assess", NC_("key bar", "Risk"),
                                             N_("Risk, urgency, and the day to look again") };
static const struct action action_link = { "link", NC_("key bar", "Link"),
                                           N_("Link this casefile with another one") };
static const struct action action_move = { "move", NC_("key bar", "Version"),
                                           N_("Go on with a newer version of the workflow") };
static const struct action action_approve_closing = { "approve_closing", NC_("key bar", "Close"),
                                                      N_("Close it, as somebody asked for") };
static const struct action action_refuse_closing = { "refuse_closing", NC_("key bar", "Go on"),
                                                     N_("Let it go on, though somebody asked to "
                                                        "close it") };
static const struct action action_close = { "close", NC_("key bar", "Close"),
                                            N_("Close the casefile, or ask for that") };
static const struct action action_transfer = { "transfer", NC_("key bar", "Hand on"),
                                               N_("Hand the casefile over to another office") };
static const struct action action_restrict = { "restrict", NC_("key bar", "Seal"),
                                               N_("Let only those read it who answer for it") };
static const struct action action_lift = { "lift_restriction", NC_("key bar", "Unseal"),
                                           N_("Let everybody read this casefile again") };
static const struct action action_reopen = { "reopen", NC_("key bar", "Reopen"),
                                             N_("Open the casefile again") };

const struct binding casefile_keymap[] = {
    { "<F2>", &action_save, page_save_and_say, is_form },
    { "<F6>", &action_why, toggle_why, has_step },
    { "<Esc>", &action_why, toggle_why, is_why },
    { "p", &action_plan, open_plan, NULL },
    { "g", &action_next, go_next, is_elsewhere },
    { NULL, &action_finish_with, page_finish_with, is_form },
    { "w", &action_wait, page_wait, is_not_waiting },
    { "w", &action_rung, page_wait, is_waiting },
    { "a", &action_answered, page_answered, is_waiting },
    { NULL, &action_approve, page_approve, may_approve },
    { NULL, &action_return, page_return, is_asked_approval },
    { NULL, &action_skip, page_skip, may_skip },
    { NULL, &action_subfile, page_open_subfile, opens_case },
    { "n", &action_notes, open_notes, NULL },
    { "v", &action_appointments, open_appointments, NULL },
    { NULL, &action_refer_step, refer_by_step, is_referral_step },
    { "r", &action_referral, open_referral, NULL },
    { NULL, &action_requests, open_requests, NULL },
    { "t", &action_tasks, open_tasks, NULL },
    { "i", &action_person, open_person, NULL },
    { "f", &action_household, open_household, NULL },
    { "h", &action_history, open_history, NULL },
    { "[", &action_earlier, go_back, is_at_button },
    { "]", &action_later, go_on, is_at_button },
    { "<C-z>", &action_reopen_step, page_reopen_step, may_undo_step },
    { NULL, &action_reopen_step, page_reopen_step, may_reopen_step },
    { "s", &action_screen, page_screen, may_work },
    { NULL, &action_leftover, page_drop_leftover, has_leftover },
    { NULL, &action_take, page_take_casefile, may_take },
    { NULL, &action_assign, page_assign, may_assign },
    { NULL, &action_assess, page_assess, may_work },
    { NULL, &action_link, page_link, may_work },
    { NULL, &action_move, page_move, may_work },
    { NULL, &action_approve_closing, page_approve_closing, is_closing_asked },
    { NULL, &action_refuse_closing, page_refuse_closing, is_closing_asked },
    { NULL, &action_close, page_close, may_close },
    { NULL, &action_transfer, page_transfer, may_close },
    { NULL, &action_reopen, page_reopen_casefile, may_reopen_casefile },
    { NULL, &action_restrict, page_restrict, may_restrict },
    { NULL, &action_lift, page_lift_restriction, may_lift },
    { .action = NULL },
};
