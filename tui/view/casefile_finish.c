/* SPDX-License-Identifier: Apache-2.0 */

/* Finishing a step: what was typed is kept, what is missing is told, how it ended is asked, and the
 * next step is shown at once. */
#include "view/casefile_private.h"

#include "casefile/casefile_store.h"
#include "command/case/missing.h"
#include "language.h"
#include "view/view_list.h"
#include "wording/case_text.h"
#include "wording/step_refusal.h"
#include "workflow/instrument.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWER_TEXT_SIZE = 300, OUTCOMES_MAX = 24 };

/* ---- what came of it */

static void close_answered(struct app *app, struct view *below, size_t answer)
{
    if (answer == 0)
        page_close(app, below);
}

static void ask_to_close(struct app *app)
{
    const char *const answers[] = { _("Close the casefile now"), _("Not yet") };
    dialog_ask(app, &(struct dialog_question){
                        .title = _("Nothing is left to do"),
                        .text = _("Every step of this casefile is done or not needed."),
                        .answers = answers,
                        .answer_count = 2,
                        .answered = close_answered });
}

/* Whoever gives the approval has given it by finishing the step. */
static void write_result(FILE *stream, const struct step_result *result, bool is_approved)
{
    const char *title = workflow_text(result->step->title);
    if (result->state == STEP_ASKED_APPROVAL) {
        /* TRANSLATORS: a step; who approves it follows. */
        fprintf(stream, _("%s: approval is asked for.  Who gives it: "), title);
        step_roles_write(stream, result->step, true);
        fputc('.', stream);
    } else if (is_approved && result->state == STEP_DONE)
        /* TRANSLATORS: %s is a step. */
        fprintf(stream, _("%s: finished and approved by you."), title);
    else
        /* TRANSLATORS: a step and how it stands now, such as "done". */
        fprintf(stream, _("%s: %s."), title, case_text_step_state(result->state));
}

/* An assessment says at once what it comes to. */
static void write_scores(FILE *stream, const struct casefile_page *page, const struct step *step)
{
    struct scores scores;
    if (step->instrument == NULL)
        return;
    instrument_score(&scores, step, &page->file.situation);
    if (scores.result != NULL)
        fprintf(stream, "  %s: %s (%s).", _("Result"), workflow_text(scores.result->title),
                step->instrument->is_official ? _("an indication, no verdict")
                                              : _("unofficial, no proof"));
}

void page_go_on(struct app *app, struct casefile_page *page)
{
    char *text = NULL;
    size_t size = 0;
    const struct step *step = page->result.step;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    const bool is_approved = page->is_finish && step != NULL && step->approval != NULL &&
                             strcmp(step->approval, page->role) == 0;
    page_forget_form(app, page);
    page_show(app, page, NULL);
    write_result(memory, &page->result, is_approved);
    write_scores(memory, page, step);
    const struct step_standing *next = page->file.standing.next;
    if (next != NULL && next->step != step)
        fprintf(memory, "  %s %s.", _("Next:"), workflow_text(next->step->title));
    if (fclose(memory) == 0)
        app_say(app, text);
    free(text);
    if (next == NULL && page->file.standing.is_finished)
        ask_to_close(app);
}

/* ---- what is missing */

static void jump(struct app *app, struct view *below, size_t answer)
{
    struct casefile_page *page = page_of(below);
    if (answer >= page->jump_count)
        return;
    if (page->jumps[answer][0] == '\0')
        page_open_subfile(app, below);
    else
        form_focus(&page->form, page->jumps[answer]);
}

static void write_missing(FILE *stream, const struct casefile_page *page,
                          const struct missing *missing)
{
    const struct case_place place = case_missing_place(missing);
    if (missing->kind == MISSING_CASE) {
        fputs(_("The casefile that this step opens: Enter opens it"), stream);
        return;
    }
    case_place_write(stream, &place);
    if (missing->kind == MISSING_EVIDENCE)
        fprintf(stream, "  (%s)", _("paper to be seen"));
    else if (missing->kind == MISSING_MUST_BE) {
        fputs("  ", stream);
        case_answer_write(stream, &place, missing->field->must_be);
        fprintf(stream, " %s", _("is needed"));
    } else if (missing->kind == MISSING_ROWS)
        fprintf(stream, "  (%s)", _("one at least"));
    (void)page;
}

/* Where the cursor goes for it. */
static void find_jump(char out[CASE_PATH_SIZE], const struct missing *missing)
{
    if (missing->kind == MISSING_CASE)
        out[0] = '\0';
    else if (missing->kind == MISSING_ROWS)
        snprintf(out, CASE_PATH_SIZE, "%s.1.%s", missing->field->id, missing->field->fields[0].id);
    else
        case_missing_path(out, missing);
}

static void ask_missing(struct app *app, struct casefile_page *page,
                        const struct missing_list *missing)
{
    char *answers[JUMPS_MAX] = { NULL };
    page->jump_count = 0;
    for (size_t i = 0; i < missing->count && i < JUMPS_MAX; i++) {
        size_t size = 0;
        FILE *memory = open_memstream(&answers[i], &size);
        if (memory == NULL)
            break;
        write_missing(memory, page, &missing->items[i]);
        find_jump(page->jumps[i], &missing->items[i]);
        if (fclose(memory) == 0)
            page->jump_count++;
    }
    dialog_ask(app, &(struct dialog_question){
                        .title = _("Before the step can be finished"),
                        .text = _("This is still missing.  Enter goes there; what you typed is "
                                  "kept."),
                        .answers = (const char *const *)answers,
                        .answer_count = page->jump_count,
                        .answered = jump });
    for (size_t i = 0; i < JUMPS_MAX; i++)
        free(answers[i]);
}

/* True: nothing is. */
static bool look_for_missing(struct app *app, struct casefile_page *page)
{
    struct missing_list missing = { .items = NULL };
    struct error error = { 0 };
    const enum status status = step_list_missing(&missing, page->step, &page->file.standing,
                                                 &page->file.situation, &error);
    if (status != STATUS_OK)
        app_fail(app, &error);
    else if (missing.count > 0)
        ask_missing(app, page, &missing);
    const bool is_whole = status == STATUS_OK && missing.count == 0;
    free(missing.items);
    return is_whole;
}

/* ---- finishing */

static bool finish(struct app *app, struct casefile_page *page,
                   const struct step_finishing *finishing)
{
    struct error error = { 0 };
    const enum status status = step_finish(app_desk(app), page->view.place.subject, finishing,
                                           page_new_result(page), &error);
    if (page->result.refusal == STEP_REFUSED_MISSING) {
        ask_missing(app, page, &page->result.missing);
        return false;
    }
    if (!page_conclude(app, page, status, &error))
        return false;
    page->is_finish = true;
    app_remember_form(app, page->draft_name, &page->form);
    app_drop_draft(app, &page->view);
    return true;
}

static void finish_today(struct app *app, struct casefile_page *page, const char *outcome)
{
    const struct step_finishing finishing = { page->step->id, outcome, app_today(app), NULL };
    if (finish(app, page, &finishing))
        page_go_on(app, page);
}

/* Enter alone decides nothing where there is something to decide: going back is marked first. */
static bool has_not_yet(const struct step *step)
{
    const struct outcome *first = step->outcomes;
    return step->outcome_count > 1 || first->is_refusal || first->opens_count > 0 ||
           first->closes != NULL;
}

static void outcome_answered(struct app *app, struct view *below, size_t answer)
{
    struct casefile_page *page = page_of(below);
    if (page->step == NULL || !page->is_form)
        return;
    const size_t first = has_not_yet(page->step);
    if (answer >= first && answer - first < page->step->outcome_count)
        finish_today(app, page, page->step->outcomes[answer - first].id);
}

/* What follows from an outcome, in a few words. */
static void write_outcome(FILE *stream, const struct casefile_page *page,
                          const struct outcome *outcome)
{
    enum closing_reason reason;
    fputs(workflow_text(outcome->title), stream);
    if (outcome->is_refusal)
        fputs(_(" (a refusal)"), stream);
    for (size_t i = 0; i < outcome->opens_count; i++) {
        const struct step *opened = definition_find_step(page->file.definition, outcome->opens[i]);
        if (opened != NULL)
            fprintf(stream, "%s %s", i == 0 ? _("; then:") : ",", workflow_text(opened->title));
    }
    if (outcome->closes != NULL &&
        closing_reason_parse(&reason, outcome->closes, NULL) == STATUS_OK)
        fprintf(stream, "; %s %s", _("may close the casefile:"), case_text_closing_reason(reason));
}

static char *outcome_text(const struct casefile_page *page, const struct outcome *outcome)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return NULL;
    write_outcome(memory, page, outcome);
    return fclose(memory) == 0 ? text : NULL;
}

static void ask_outcome(struct app *app, struct casefile_page *page)
{
    char *answers[OUTCOMES_MAX + 1] = { NULL };
    size_t count = 0;
    const size_t first = has_not_yet(page->step);
    if (first > 0)
        answers[count++] = strdup(_("Not yet: back to the step"));
    if (first > 0 && answers[0] == NULL)
        return;
    while (count - first < page->step->outcome_count && count - first < OUTCOMES_MAX) {
        answers[count] = outcome_text(page, &page->step->outcomes[count - first]);
        if (answers[count] == NULL)
            break;
        count++;
    }
    dialog_ask(app, &(struct dialog_question){ .title = _("How did the step end?"),
                                               .text = workflow_text(page->step->title),
                                               .answers = (const char *const *)answers,
                                               .answer_count = count,
                                               .is_destructive = true,
                                               .answered = outcome_answered });
    for (size_t i = 0; i < count; i++)
        free(answers[i]);
}

/* True: what was typed is kept, and nothing is missing. */
static bool is_ready(struct app *app, struct casefile_page *page)
{
    if (!page->is_form)
        return false;
    page->is_why = false;
    if (!page_take(app, page)) {
        page_reload(app, page);
        return false;
    }
    return page_save(app, page) && look_for_missing(app, page);
}

void page_finish(struct app *app, struct view *view)
{
    struct casefile_page *page = page_of(view);
    if (page->is_form && (page_asks_first(page) || page_opens_first(page))) {
        if (page_save(app, page))
            (page_asks_first(page) ? page_wait : page_open_subfile)(app, view);
        return;
    }
    /* What they answered is noted before it is asked how that ended. */
    if (page->is_form && page->standing->wait != NULL) {
        if (page_save(app, page) && page->standing->wait != NULL)
            page_answered_and_finish(app, view);
        return;
    }
    if (!is_ready(app, page))
        return;
    if (page->step->outcome_count > 0)
        ask_outcome(app, page);
    else
        finish_today(app, page, NULL);
}

/* ---- on another day, with a remark */

static void build_finish(struct app *app, struct view *below, struct form *form)
{
    const struct casefile_page *page = page_of(below);
    (void)app;
    if (page->step->outcome_count > 0) {
        struct form_field *field = form_add(form, FORM_CHOICE, "outcome", _("How it ended"));
        for (size_t i = 0; i < page->step->outcome_count; i++)
            form_field_option(field, page->step->outcomes[i].id,
                              workflow_text(page->step->outcomes[i].title));
        field->is_required = true;
    }
    dialog_add_day(form, "day", _("Finished on"), true);
    form_add(form, FORM_TEXT, "remark", _("Remark"));
}

static bool submit_finish(struct app *app, struct view *below, struct form *form)
{
    struct casefile_page *page = page_of(below);
    bool has_day;
    struct step_finishing finishing = { .step = page->step->id,
                                        .outcome = dialog_text(form, "outcome"),
                                        .day = app_today(app),
                                        .remark = dialog_text(form, "remark") };
    if (page->step->outcome_count > 0 && !dialog_require(form, "outcome"))
        return false;
    if (!dialog_read_day(form, "day", &finishing.day, &has_day))
        return false;
    if (!finish(app, page, &finishing))
        return false;
    app_back(app);
    page_go_on(app, page);
    return true;
}

void page_finish_with(struct app *app, struct view *view)
{
    struct casefile_page *page = page_of(view);
    if (!is_ready(app, page))
        return;
    dialog_fill(app, &(struct dialog_request){ .title = _("Finish this step"),
                                               .text = workflow_text(page->step->title),
                                               .button = _("Finish this step"),
                                               .build = build_finish,
                                               .submit = submit_finish });
}

/* ---- approving */

void page_approve(struct app *app, struct view *view)
{
    struct casefile_page *page = page_of(view);
    struct error error = { 0 };
    const enum status status = step_approve(app_desk(app), view->place.subject, page->step->id,
                                            page_new_result(page), &error);
    if (page_conclude(app, page, status, &error))
        page_go_on(app, page);
}
