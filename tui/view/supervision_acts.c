/* SPDX-License-Identifier: Apache-2.0 */

/* What supervisors do with the chosen casefile: give it to somebody, answer, review. */
#include "view/supervision_private.h"

#include "casefile/step_store.h"
#include "language.h"
#include "supervision/reassignment.h"
#include "view/casefile_private.h"
#include "view/dialog.h"
#include "view/record_list.h"
#include "wording/load_text.h"

#include <stdlib.h>
#include <string.h>

/* ---- giving */

/* Everybody who can have it, with how much they have. */
static void add_workers(const struct supervision_view *shown, struct form *form, const char *but)
{
    enum { OPTION_SIZE = CASELOAD_NAME_SIZE + LOAD_TEXT_SIZE + 4 };
    char load[LOAD_TEXT_SIZE], option[OPTION_SIZE];
    struct form_field *field = form_add(form, FORM_CHOICE, "user", _("Worker"));
    for (size_t i = 0; field != NULL && i < shown->loads.count; i++) {
        const struct caseload *worker = &shown->loads.items[i];
        if (but != NULL && strcmp(worker->user_id, but) == 0)
            continue;
        load_text(load, worker->open, shown->loads.limit);
        snprintf(option, sizeof(option), "%s  (%s)", worker->name, load);
        form_field_option(field, worker->user_id, option);
    }
}

static void build_assign(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    add_workers((struct supervision_view *)below, form, NULL);
    form_add(form, FORM_TEXT, "reason", _("Why (needed over the limit)"));
}

static bool submit_assign(struct app *app, struct view *below, struct form *form)
{
    const char *casefile = supervision_casefile((struct supervision_view *)below);
    struct error error = { 0 };
    if (casefile == NULL || !dialog_require(form, "user"))
        return false;
    const enum status status = reassignment_give(app_desk(app), casefile, form_value(form, "user"),
                                                 dialog_text(form, "reason"), &error);
    if (status == STATUS_REFUSED && strcmp(error.detail, REASSIGNMENT_DETAIL_OVER) == 0) {
        record_fault(form, "reason",
                     _("This worker has as many as the office allows (check locally): say why, or "
                       "choose somebody else."));
        return false;
    }
    if (status != STATUS_OK) {
        app_fail(app, &error);
        return false;
    }
    app_say_with(app, _("Now works on this casefile: %s"),
                 record_user(app, form_value(form, "user")));
    app_reload(app, below);
    return true;
}

void supervision_assign(struct app *app, struct view *view)
{
    (void)view;
    dialog_fill(app, &(struct dialog_request){ .title = _("Who works on this casefile?"),
                                               .button = _("Give it"),
                                               .build = build_assign,
                                               .submit = submit_assign });
}

static void build_give_all(struct app *app, struct view *below, struct form *form)
{
    const struct supervision_view *shown = (struct supervision_view *)below;
    const struct caseload *load = supervision_worker(shown);
    (void)app;
    add_workers(shown, form, load == NULL ? NULL : load->user_id);
    form_add(form, FORM_TEXT, "reason", _("Why: leave, illness"));
}

static bool submit_give_all(struct app *app, struct view *below, struct form *form)
{
    const struct caseload *load = supervision_worker((struct supervision_view *)below);
    struct error error = { 0 };
    size_t count;
    if (load == NULL || !dialog_require(form, "user") || !dialog_require(form, "reason"))
        return false;
    const struct reassignment reassignment = { .from = load->user_id,
                                               .to = form_value(form, "user"),
                                               .reason = form_value(form, "reason") };
    if (reassignment_run(app_desk(app), &reassignment, &count, &error) != STATUS_OK) {
        app_fail(app, &error);
        return false;
    }
    app_say_with(app, _("All casefiles are given to %s now."),
                 record_user(app, form_value(form, "user")));
    app_reload(app, below);
    return true;
}

void supervision_give_all(struct app *app, struct view *view)
{
    const struct caseload *load = supervision_worker((struct supervision_view *)view);
    dialog_fill(app, &(struct dialog_request){ .title = _("Give all casefiles to another worker"),
                                               .text = load->name,
                                               .button = _("Give all"),
                                               .build = build_give_all,
                                               .submit = submit_give_all });
}

/* ---- yes and no */

static bool conclude(struct app *app, struct view *below, enum status status,
                     const struct error *error, const char *done)
{
    if (status == STATUS_REFUSED || status == STATUS_NOT_FOUND)
        app_say(app, _("That cannot be answered here: Enter opens the casefile, which says why."));
    else if (status != STATUS_OK)
        app_fail(app, error);
    else
        app_say(app, done);
    if (status == STATUS_OK)
        app_reload(app, below);
    return status == STATUS_OK;
}

static enum status approve_closing(struct app *app, const char *id, struct error *error)
{
    struct casefile casefile;
    struct casefile_closed closed;
    enum status status = casefile_load(app_store(app), id, &casefile, error);
    if (status != STATUS_OK)
        return status;
    const struct casefile_closing closing = { .reason = casefile.closing_asked_reason,
                                              .remark = casefile.closing_remark,
                                              .is_approver = true };
    status = casefile_close(app_desk(app), id, &closing, &closed, error);
    casefile_release(&casefile);
    return status;
}

static enum status approve_step(struct app *app, const struct watch *watch, struct error *error)
{
    struct step_result result = { .refusal = STEP_REFUSED_NOT };
    const enum status status =
        step_approve(app_desk(app), watch->casefile_id, watch->step, &result, error);
    step_result_release(&result);
    return status;
}

static void approve_answered(struct app *app, struct view *below, size_t answer)
{
    const struct watch *watch = supervision_watch((struct supervision_view *)below);
    struct error error = { 0 };
    if (answer != 0 || watch == NULL)
        return;
    const enum status status = watch->approval == APPROVAL_CLOSING
                                   ? approve_closing(app, watch->casefile_id, &error)
                                   : approve_step(app, watch, &error);
    (void)conclude(app, below, status, &error, _("Approved."));
}

static bool may_approve(struct app *app)
{
    if (session_may(app_session(app), ACT_APPROVE_CASES))
        return true;
    app_say(app, _("Your role does not approve this: ask a supervisor."));
    return false;
}

void supervision_approve(struct app *app, struct view *view)
{
    const char *const answers[] = { _("Approve it"), _("Not now") };
    const struct watch *watch = supervision_watch((struct supervision_view *)view);
    if (watch->approval == APPROVAL_HANDOVER) {
        supervision_assign(app, view);
        return;
    }
    if (!may_approve(app))
        return;
    dialog_ask(app, &(struct dialog_question){ .title = watch->approval == APPROVAL_CLOSING
                                                            ? _("Close this casefile?")
                                                            : _("Approve this step?"),
                                               .text = watch->number,
                                               .answers = answers,
                                               .answer_count = 2,
                                               .is_destructive = true,
                                               .answered = approve_answered });
}

static void build_reason(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    form_add(form, FORM_TEXT, "reason", _("Why"));
}

static enum status return_step(struct app *app, const struct watch *watch, const char *reason,
                               struct error *error)
{
    struct step_result result = { .refusal = STEP_REFUSED_NOT };
    const enum status status =
        step_return(app_desk(app), watch->casefile_id, watch->step, reason, &result, error);
    step_result_release(&result);
    return status;
}

static bool submit_reason(struct app *app, struct view *below, struct form *form)
{
    const struct watch *watch = supervision_watch((struct supervision_view *)below);
    struct error error = { 0 };
    if (watch == NULL || !dialog_require(form, "reason"))
        return false;
    const char *reason = form_value(form, "reason");
    const enum status status =
        watch->approval == APPROVAL_CLOSING
            ? casefile_refuse_closing(app_desk(app), watch->casefile_id, reason, &error)
        : watch->approval == APPROVAL_HANDOVER
            ? casefile_refuse_handover(app_desk(app), watch->casefile_id, reason, &error)
            : return_step(app, watch, reason, &error);
    return conclude(app, below, status, &error, _("Given back, with your words."));
}

void supervision_give_back(struct app *app, struct view *view)
{
    const struct watch *watch = supervision_watch((struct supervision_view *)view);
    if (watch->approval != APPROVAL_HANDOVER && !may_approve(app))
        return;
    dialog_fill(app, &(struct dialog_request){ .title = _("Give it back"),
                                               .text = _("What is to be done again?"),
                                               .button = _("Give it back"),
                                               .build = build_reason,
                                               .submit = submit_reason });
}

/* ---- review */

static void build_review(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    struct form_field *next =
        dialog_add_day(form, "next", _("Next time (empty: by the risk)"), false);
    if (next != NULL)
        next->may_be_ahead = true;
    form_add(form, FORM_TEXT, "remark", _("What was found"));
}

static bool submit_review(struct app *app, struct view *below, struct form *form)
{
    const char *casefile = supervision_casefile((struct supervision_view *)below);
    struct day next;
    bool has_next;
    struct error error = { 0 };
    if (casefile == NULL || !dialog_read_day(form, "next", &next, &has_next))
        return false;
    const enum status status = casefile_end_review(app_desk(app), casefile, has_next ? &next : NULL,
                                                   dialog_text(form, "remark"), &error);
    if (status == STATUS_INVALID || status == STATUS_DATE_INVALID) {
        record_fault(form, "next", _("Type a day after today: the calendar names none."));
        return false;
    }
    return conclude(app, below, status, &error, _("The review is kept and the next day is set."));
}

void supervision_review_done(struct app *app, struct view *view)
{
    (void)view;
    dialog_fill(app, &(struct dialog_request){ .title = _("The whole casefile was looked at"),
                                               .button = _("Keep it"),
                                               .build = build_review,
                                               .submit = submit_review });
}
