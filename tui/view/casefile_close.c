/* SPDX-License-Identifier: Apache-2.0 */

/* A casefile ends, or somebody asks for that; and it goes on again. */
#include "view/casefile_private.h"

#include "casefile/casefile_store.h"
#include "language.h"
#include "wording/case_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS_SHOWN = 5 };

static bool is_approver(struct app *app)
{
    return session_may(app_session(app), ACT_APPROVE_CASES);
}

/* ---- closing */

static void say_block(struct app *app, enum closing_block block)
{
    app_say(app, block == CLOSING_BLOCK_RISK
                     ? _("The risk is high.  Lower it in the menu (F9) when it is over.")
                     : case_text_closing_block(block));
}

/* What page->closing and page->closing_remark say. */
static bool close_now(struct app *app, struct casefile_page *page)
{
    struct error error = { 0 };
    struct casefile_closed closed = { .block = CLOSING_FREE };
    const struct casefile_closing closing = { page->closing, page->closing_remark,
                                              is_approver(app) };
    page_new_result(page);
    const enum status status =
        casefile_close(app_desk(app), page->view.place.subject, &closing, &closed, &error);
    if (status == STATUS_REFUSED && closed.block != CLOSING_FREE) {
        say_block(app, closed.block);
        return false;
    }
    if (!page_conclude(app, page, status, &error))
        return false;
    app_say(app, closed.is_asked
                     ? _("The casefile stays open until a supervisor closes it; that was asked "
                         "for.")
                     : _("The casefile is closed."));
    return true;
}

static void set_remark(struct casefile_page *page, const char *remark)
{
    char *copy = remark == NULL ? NULL : strdup(remark);
    free(page->closing_remark);
    page->closing_remark = copy;
}

static bool heeds_steps(enum closing_reason reason)
{
    return reason != CLOSING_DIED && reason != CLOSING_DUPLICATE && reason != CLOSING_TRANSFERRED;
}

static size_t write_open_steps(FILE *stream, const struct casefile_page *page)
{
    size_t count = 0;
    const struct standing *standing = &page->file.standing;
    for (size_t i = 0; i < standing->step_count; i++) {
        if (!step_state_is_open(standing->steps[i].state))
            continue;
        if (count < STEPS_SHOWN)
            fprintf(stream, "\n%s: %s", case_text_step_state(standing->steps[i].state),
                    workflow_text(standing->steps[i].step->title));
        count++;
    }
    if (count > STEPS_SHOWN)
        fprintf(stream, "\n%s %zu", _("and more:"), count - STEPS_SHOWN);
    return count;
}

static void close_answered(struct app *app, struct view *below, size_t answer)
{
    struct casefile_page *page = page_of(below);
    if (answer == 0 && close_now(app, page))
        page_reload(app, page);
}

/* Closes, after what is still open was told. */
static void confirm(struct app *app, struct casefile_page *page)
{
    const char *const answers[] = { _("Close all the same"), _("Go on with the casefile") };
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    fputs(_("This is still open in the casefile:"), memory);
    const size_t count = heeds_steps(page->closing) ? write_open_steps(memory, page) : 0;
    if (fclose(memory) != 0) {
        free(text);
        return;
    }
    if (count == 0)
        close_answered(app, &page->view, 0);
    else
        dialog_ask(app, &(struct dialog_question){ .title = _("Close the casefile"),
                                                   .text = text,
                                                   .answers = answers,
                                                   .answer_count = 2,
                                                   .preferred = 1,
                                                   .is_destructive = true,
                                                   .answered = close_answered });
    free(text);
}

static void build_close(struct app *app, struct view *below, struct form *form)
{
    const struct casefile_page *page = page_of(below);
    (void)app;
    struct form_field *reason = form_add(form, FORM_CHOICE, "reason", _("Why is it closed?"));
    for (int i = CLOSING_NONE + 1; i < CLOSING_REASON_COUNT; i++)
        if (i != CLOSING_TRANSFERRED)
            form_field_option(reason, closing_reason_word((enum closing_reason)i),
                              case_text_closing_reason((enum closing_reason)i));
    if (reason != NULL)
        reason->is_required = true;
    if (page->file.standing.closes != NULL)
        form_set(form, "reason", page->file.standing.closes);
    form_add(form, FORM_TEXT, "remark", _("Remark"));
}

static bool submit_close(struct app *app, struct view *below, struct form *form)
{
    struct casefile_page *page = page_of(below);
    enum closing_block block;
    struct error error = { 0 };
    if (!dialog_require(form, "reason") ||
        closing_reason_parse(&page->closing, form_value(form, "reason"), &error) != STATUS_OK)
        return false;
    if (page->closing == CLOSING_OTHER && !dialog_require(form, "remark"))
        return false;
    if (casefile_find_block(page->store, below->place.subject, page->closing, &block, &error) ==
            STATUS_OK &&
        block != CLOSING_FREE) {
        say_block(app, block);
        return false;
    }
    set_remark(page, dialog_text(form, "remark"));
    app_back(app);
    confirm(app, page);
    return true;
}

void page_close(struct app *app, struct view *view)
{
    const struct casefile_page *page = page_of(view);
    dialog_fill(app, &(struct dialog_request){ .title = _("Close the casefile"),
                                               .text = page->file.casefile.number,
                                               .button = is_approver(app)
                                                             ? _("Close the casefile")
                                                             : _("Ask a supervisor to close it"),
                                               .build = build_close,
                                               .submit = submit_close });
}

/* ---- transferring */

static void build_transfer(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    struct form_field *receiver = form_add(form, FORM_TEXT, "receiver", _("Which office gets it"));
    if (receiver != NULL)
        receiver->is_required = true;
    struct form_field *reason = form_add(form, FORM_TEXT, "reason", _("Why"));
    if (reason != NULL)
        reason->is_required = true;
}

static bool submit_transfer(struct app *app, struct view *below, struct form *form)
{
    struct casefile_page *page = page_of(below);
    char *remark = NULL;
    size_t size = 0;
    if (!dialog_require(form, "receiver") || !dialog_require(form, "reason"))
        return false;
    FILE *memory = open_memstream(&remark, &size);
    if (memory == NULL)
        return false;
    fprintf(memory, "%s\n%s", form_value(form, "receiver"), form_value(form, "reason"));
    if (fclose(memory) == 0)
        set_remark(page, remark);
    free(remark);
    page->closing = CLOSING_TRANSFERRED;
    return close_now(app, page);
}

void page_transfer(struct app *app, struct view *view)
{
    (void)view;
    dialog_fill(app, &(struct dialog_request){
                         .title = _("Hand the casefile over to another office"),
                         .text = _("It is closed here; the other office goes on with it."),
                         .button = _("Hand it over"),
                         .build = build_transfer,
                         .submit = submit_transfer });
}

/* ---- somebody asked to close it */

void page_approve_closing(struct app *app, struct view *view)
{
    struct casefile_page *page = page_of(view);
    page->closing = page->file.casefile.closing_asked_reason;
    set_remark(page, page->file.casefile.closing_remark);
    confirm(app, page);
}

static void build_remark(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    struct form_field *remark = form_add(form, FORM_TEXT, "remark", _("Why"));
    if (remark != NULL)
        remark->is_required = true;
}

static bool submit_refusal(struct app *app, struct view *below, struct form *form)
{
    struct casefile_page *page = page_of(below);
    struct error error = { 0 };
    page_new_result(page);
    if (!dialog_require(form, "remark"))
        return false;
    const enum status status = casefile_refuse_closing(app_desk(app), below->place.subject,
                                                       form_value(form, "remark"), &error);
    if (status == STATUS_NOT_FOUND)
        app_say(app, _("Nobody asks to close this casefile any more."));
    else if (!page_conclude(app, page, status, &error))
        return false;
    else
        app_say(app, _("The casefile stays open."));
    return true;
}

void page_refuse_closing(struct app *app, struct view *view)
{
    (void)view;
    dialog_fill(app, &(struct dialog_request){ .title = _("The casefile shall stay open"),
                                               .button = _("Let it go on"),
                                               .build = build_remark,
                                               .submit = submit_refusal });
}

/* ---- going on */

static bool submit_reopen(struct app *app, struct view *below, struct form *form)
{
    struct casefile_page *page = page_of(below);
    struct error error = { 0 };
    page_new_result(page);
    if (!dialog_require(form, "remark"))
        return false;
    const enum status status =
        casefile_reopen(app_desk(app), below->place.subject, form_value(form, "remark"), &error);
    if (status == STATUS_EXISTS)
        app_say(app, _("This person has another open casefile of this workflow: go on with that "
                       "one."));
    else if (status == STATUS_REFUSED)
        app_say(app, _("The record of this person was merged into another one or erased: open the "
                       "casefile for the other one."));
    else if (page_conclude(app, page, status, &error)) {
        app_back(app);
        page_show(app, page, NULL);
        app_say(app, _("The casefile goes on."));
        return true;
    }
    return false;
}

void page_reopen_casefile(struct app *app, struct view *view)
{
    (void)view;
    dialog_fill(app, &(struct dialog_request){ .title = _("Open the casefile again"),
                                               .button = _("Open it again"),
                                               .build = build_remark,
                                               .submit = submit_reopen });
}
