/* SPDX-License-Identifier: Apache-2.0 */

/* A step that is only read: why nothing can be typed now and what to do first, how it ended, its
 * scores and its answers. */
#include "view/casefile_private.h"

#include "language.h"
#include "wording/case_text.h"
#include "wording/score_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VALUE_SIZE = 600 };

/* ---- why nothing can be typed */

static const enum step_refusal refusals[STEP_STATE_COUNT] = {
    [STEP_NOT_NEEDED] = STEP_REFUSED_NOT_NEEDED, [STEP_LOCKED] = STEP_REFUSED_LOCKED,
    [STEP_BLOCKED] = STEP_REFUSED_BLOCKED,       [STEP_ASKED_APPROVAL] = STEP_REFUSED_ASKED,
    [STEP_DONE] = STEP_REFUSED_FINISHED,         [STEP_SKIPPED] = STEP_REFUSED_SKIPPED,
    [STEP_REFUSED] = STEP_REFUSED_DECLINED,
};

static void add_refusal(const struct app *app, struct casefile_page *page, enum step_refusal why)
{
    const struct step_result result = { .refusal = why,
                                        .step = page->step,
                                        .lock = page->standing->lock,
                                        .guard = page->standing->guard };
    char *text = page_refusal_text(app, page, &result);
    scroll_text_add(&page->sheet, STYLE_STRONG, 0, text);
    free(text);
}

static void add_reason(const struct app *app, struct casefile_page *page)
{
    const enum step_state state = page->standing->state;
    if (page->file.casefile.state != CASEFILE_OPEN)
        add_refusal(app, page, STEP_REFUSED_CLOSED);
    else if (state != STEP_READY && state != STEP_WAITING)
        add_refusal(app, page, refusals[state]);
    else if (!session_may(app_session_of(app), ACT_WORK_CASES))
        scroll_text_add(&page->sheet, STYLE_STRONG, 0,
                        _("Your role reads casefiles and does not work on them."));
    else if (page->lease.user_id[0] != '\0') {
        char *text = page_lease_text(app, page);
        scroll_text_add(&page->sheet, STYLE_STRONG, 0, text);
        free(text);
    }
}

/* ---- how it ended */

struct note_reading {
    const struct app *app;
    struct casefile_page *page;
};

static void add_by(struct casefile_page *page, const struct app *app, const char *label,
                   const char *day, const char *user)
{
    char value[VALUE_SIZE];
    struct day parsed;
    if (day == NULL || day[0] == '\0' || day_parse(&parsed, day, NULL) != STATUS_OK)
        return;
    const struct civil civil = day_to_civil(parsed);
    snprintf(value, sizeof(value), "%02d.%02d.%04d  %s", civil.day, civil.month, civil.year,
             case_desk_user_name(&app_session_of(app)->desk, user == NULL ? "" : user));
    scroll_text_add_labelled(&page->sheet, label, value);
}

static bool add_note(void *self, const struct step_note *note)
{
    const struct note_reading *reading = self;
    struct casefile_page *page = reading->page;
    const struct outcome *outcome =
        note->outcome == NULL ? NULL : step_find_outcome(page->step, note->outcome);
    if (outcome != NULL)
        scroll_text_add_labelled(&page->sheet, _("How it ended"), workflow_text(outcome->title));
    add_by(page, reading->app, _("Finished"), note->finished_on, note->finished_by);
    add_by(page, reading->app, _("Approved"), note->approved_on, note->approved_by);
    scroll_text_add_labelled(&page->sheet, _("Remark"), note->remark);
    return true;
}

static void add_notes(const struct app *app, struct casefile_page *page)
{
    struct note_reading reading = { app, page };
    const enum status status = step_each_note(page->store, page->view.place.subject, page->step->id,
                                              add_note, &reading, NULL);
    (void)status; /* the rest of the page says more */
}

/* ---- scores */

static void add_score(struct scroll_text *sheet, const struct instrument *instrument,
                      const struct score *score)
{
    char text[SCORE_TEXT_SIZE];
    score_text(text, instrument, score);
    scroll_text_add_labelled(sheet, score_dimension_title(instrument, score->dimension), text);
}

static void add_scores(struct casefile_page *page)
{
    struct scores scores;
    bool has_answers = false;
    const struct instrument *instrument = page->step->instrument;
    if (instrument == NULL)
        return;
    instrument_score(&scores, page->step, &page->file.situation);
    for (size_t i = 0; i < scores.count; i++)
        has_answers = has_answers || scores.items[i].answered > 0;
    if (!has_answers)
        return;
    scroll_text_add_heading(&page->sheet, _("SCORES"));
    scroll_text_add(&page->sheet, STYLE_PLAIN, 0, workflow_text(instrument->title));
    scroll_text_add(&page->sheet, STYLE_WARNING, 0,
                    instrument->is_official ? _("An indication, no verdict.")
                                            : _("Unofficial: an aid to talk, no proof."));
    for (size_t i = 0; i < scores.count; i++)
        add_score(&page->sheet, instrument, &scores.items[i]);
    if (scores.result == NULL)
        return;
    scroll_text_add_labelled(&page->sheet, _("Result"), workflow_text(scores.result->title));
    scroll_text_add(&page->sheet, STYLE_PLAIN, 0, workflow_text(scores.result->says));
}

/* ---- answers */

static void write_answer(FILE *stream, const struct case_place *place, const char *value)
{
    struct date date;
    const bool is_day = place->field != NULL && place->field->type == FIELD_DATE &&
                        date_parse(&date, value, NULL) == STATUS_OK &&
                        date.precision == DATE_PRECISION_DAY;
    case_place_write(stream, place);
    fputs(": ", stream);
    if (is_day) {
        const struct civil civil = day_to_civil(date.day);
        fprintf(stream, "%02d.%02d.%04d", civil.day, civil.month, civil.year);
    } else
        case_answer_write(stream, place, value);
}

static void add_answer(struct casefile_page *page, const struct answer_given *answer)
{
    char *text = NULL;
    size_t size = 0;
    const struct case_place place = case_place_find(page->step, answer->field, answer->item);
    if (place.field == NULL && place.evidence == NULL)
        return;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    write_answer(memory, &place, answer->value);
    if (fclose(memory) == 0)
        scroll_text_add(&page->sheet, STYLE_PLAIN, 0, text);
    free(text);
}

/* In the order of the form, not of answering. */
static void add_path(struct casefile_page *page, const char *path)
{
    const struct situation *situation = &page->file.situation;
    for (size_t i = 0; i < situation->answer_count; i++) {
        const struct answer_given *answer = &situation->answers[i];
        const size_t length = strlen(path);
        if (strcmp(answer->step, page->step->id) == 0 &&
            strncmp(answer->field, path, length) == 0 &&
            (answer->field[length] == '\0' || answer->field[length] == '.'))
            add_answer(page, answer);
    }
}

static void add_answers(struct casefile_page *page)
{
    const struct step *step = page->step;
    bool is_any = false;
    for (size_t i = 0; i < page->file.situation.answer_count && !is_any; i++)
        is_any = strcmp(page->file.situation.answers[i].step, step->id) == 0;
    if (!is_any)
        return;
    scroll_text_add_heading(&page->sheet, _("ANSWERS"));
    for (size_t i = 0; i < step->field_count; i++)
        add_path(page, step->fields[i].id);
    add_path(page, "evidence");
}

/* ---- the whole */

/* There is no step at all, or nothing is left to do. */
static void add_nothing(struct casefile_page *page)
{
    scroll_text_add(&page->sheet, STYLE_STRONG, 0,
                    page->file.standing.is_finished ? _("Nothing is left to do.")
                                                    : _("Nothing can be done now."));
}

void page_write_sheet(struct app *app, struct casefile_page *page)
{
    scroll_text_release(&page->sheet);
    if (page->step == NULL) {
        add_nothing(page);
        return;
    }
    if (page->is_hidden) {
        scroll_text_add(&page->sheet, STYLE_STRONG, 0,
                        _("This step is restricted: whoever works on the casefile and supervisors "
                          "see what it holds."));
        page_add_leftover(app, page);
        return;
    }
    if (page->is_intro) {
        scroll_text_add(&page->sheet, STYLE_STRONG, 0,
                        workflow_text(page->step->instrument->title));
        scroll_text_add(&page->sheet, STYLE_PLAIN, 0, workflow_text(page->step->instrument->intro));
        scroll_text_add(&page->sheet, STYLE_WARNING, 0,
                        page->step->instrument->is_official
                            ? _("What comes out is an indication, no verdict.")
                            : _("What comes out is unofficial: an aid to talk, no proof."));
    }
    if (page->is_form)
        return;
    add_reason(app, page);
    add_notes(app, page);
    page_add_leftover(app, page);
    add_scores(page);
    add_answers(page);
}
