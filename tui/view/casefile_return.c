/* SPDX-License-Identifier: Apache-2.0 */

/* Acts on a step that need a word why: skipping it, giving it back, starting it again. */
#include "view/casefile_private.h"

#include "language.h"
#include "wording/case_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_SIZE = 900 };

static void build_reason(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    struct form_field *field = form_add(form, FORM_TEXT, "reason", _("Why"));
    if (field != NULL)
        field->is_required = true;
}

/* ---- skipping */

static bool submit_skip(struct app *app, struct view *below, struct form *form)
{
    struct casefile_page *page = page_of(below);
    struct error error = { 0 };
    if (!dialog_require(form, "reason"))
        return false;
    const enum status status = step_skip(app_desk(app), below->place.subject, page->step->id,
                                         form_value(form, "reason"), page_new_result(page), &error);
    if (!page_conclude(app, page, status, &error))
        return false;
    page_forget_form(app, page);
    app_back(app);
    page_go_on(app, page);
    return true;
}

void page_skip(struct app *app, struct view *view)
{
    struct casefile_page *page = page_of(view);
    struct error error = { 0 };
    const enum status status = step_may_skip(app_desk(app), view->place.subject, page->step->id,
                                             page_new_result(page), &error);
    if (!page_conclude(app, page, status, &error))
        return;
    dialog_fill(app, &(struct dialog_request){ .title = _("Skip this step"),
                                               .text = workflow_text(page->step->title),
                                               .button = _("Skip this step"),
                                               .build = build_reason,
                                               .submit = submit_skip });
}

/* ---- giving back */

static bool submit_return(struct app *app, struct view *below, struct form *form)
{
    struct casefile_page *page = page_of(below);
    struct error error = { 0 };
    if (!dialog_require(form, "reason"))
        return false;
    const enum status status =
        step_return(app_desk(app), below->place.subject, page->step->id, form_value(form, "reason"),
                    page_new_result(page), &error);
    if (!page_conclude(app, page, status, &error))
        return false;
    app_say(app, _("Given back.  The step is open again."));
    return true;
}

void page_return(struct app *app, struct view *view)
{
    struct casefile_page *page = page_of(view);
    struct error error = { 0 };
    const enum status status = step_may_return(app_desk(app), view->place.subject, page->step->id,
                                               page_new_result(page), &error);
    if (!page_conclude(app, page, status, &error))
        return;
    dialog_fill(app, &(struct dialog_request){ .title = _("Give the step back"),
                                               .text = _("What is to be done again?"),
                                               .button = _("Give it back"),
                                               .build = build_reason,
                                               .submit = submit_return });
}

/* ---- starting again */

static void say_reopened(struct app *app, const struct step_result *result)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    fputs(_("The step is open again; its answers are still there."), memory);
    for (size_t i = 0; i < result->dependent_count; i++)
        fprintf(memory, "%s %s", i == 0 ? _("  Look whether these are still right:") : ",",
                workflow_text(result->dependents[i]->title));
    if (fclose(memory) == 0)
        app_say(app, text);
    free(text);
}

/* page->outcome holds the step. */
static bool submit_reopen(struct app *app, struct view *below, struct form *form)
{
    struct casefile_page *page = page_of(below);
    struct error error = { 0 };
    if (!dialog_require(form, "reason"))
        return false;
    const enum status status =
        step_reopen(app_desk(app), below->place.subject, page->outcome, form_value(form, "reason"),
                    page_new_result(page), &error);
    if (!page_conclude(app, page, status, &error))
        return false;
    app_back(app);
    page_show(app, page, page->outcome);
    say_reopened(app, &page->result);
    return true;
}

struct latest {
    const struct casefile_page *page;
    char changed_at[MOMENT_TEXT_SIZE];
    const struct step_standing *standing;
};

static bool look_at_note(void *self, const struct step_note *note)
{
    struct latest *latest = self;
    const struct step_standing *standing = standing_find(&latest->page->file.standing, note->step);
    if (standing != NULL && step_state_is_ended(standing->state) &&
        strcmp(note->changed_at, latest->changed_at) > 0) {
        snprintf(latest->changed_at, sizeof(latest->changed_at), "%s", note->changed_at);
        latest->standing = standing;
    }
    return true;
}

/* The step that is shown, when it was finished; else the one that was finished last. */
static const struct step *find_finished(const struct casefile_page *page)
{
    struct latest latest = { .page = page, .changed_at = "" };
    if (step_state_is_ended(page->standing->state))
        return page->step;
    if (step_each_note(page->store, page->view.place.subject, NULL, look_at_note, &latest, NULL) !=
        STATUS_OK)
        return NULL;
    return latest.standing == NULL ? NULL : latest.standing->step;
}

/* ---- screening again */

static bool submit_screen(struct app *app, struct view *below, struct form *form)
{
    struct casefile_page *page = page_of(below);
    struct error error = { 0 };
    if (!dialog_require(form, "reason"))
        return false;
    const enum status status =
        step_screen(app_desk(app), below->place.subject, form_value(form, "reason"),
                    page_new_result(page), &error);
    if (status != STATUS_OK && (page->result.refusal == STEP_REFUSED_NOT_FINISHED ||
                                page->result.refusal == STEP_REFUSED_NO_STEP)) {
        app_say(app, page->result.refusal == STEP_REFUSED_NO_STEP
                         ? _("This workflow has no screening to begin again.")
                         : _("The screening is open already: go on with its steps."));
        return false;
    }
    if (!page_conclude(app, page, status, &error))
        return false;
    app_back(app);
    page_show(app, page, page->result.step->id);
    app_say(app, _("The screening is open again; what was answered stays until you change it."));
    return true;
}

void page_screen(struct app *app, struct view *view)
{
    (void)view;
    dialog_fill(app, &(struct dialog_request){
                         .title = _("Screen the person again"),
                         .text = _("What is new?  The steps of the screening begin again; their "
                                   "answers stay until you change them."),
                         .button = _("Screen again"),
                         .build = build_reason,
                         .submit = submit_screen });
}

/* ---- the step that was finished last */

void page_reopen_step(struct app *app, struct view *view)
{
    struct casefile_page *page = page_of(view);
    const struct step *step = find_finished(page);
    if (step == NULL) {
        app_say(app, _("No step was finished yet, so there is nothing to start again."));
        return;
    }
    snprintf(page->outcome, sizeof(page->outcome), "%s", step->id);
    dialog_fill(app, &(struct dialog_request){ .title = _("Start a finished step again"),
                                               .text = workflow_text(step->title),
                                               .button = _("Start it again"),
                                               .build = build_reason,
                                               .submit = submit_reopen });
}
