/* SPDX-License-Identifier: Apache-2.0 */

/* The scores of an assessment: of the answers in force, and as they were in each finished round, so
 * that what changed is seen. */
#include "command/case/command.h"
#include "command/case/show.h"
#include "command/json.h"
#include "command/person/sheet.h"
#include "sentence.h"
#include "wording/score_text.h"
#include "workflow/instrument.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- of the answers in force */

static void write_score(const struct instrument *instrument, const struct score *score)
{
    char text[SCORE_TEXT_SIZE];
    score_text(text, instrument, score);
    person_sheet_line(stdout, score_dimension_title(instrument, score->dimension), text);
}

static void write_scores(const struct case_show *show, const struct step *step)
{
    struct scores scores;
    const struct instrument *instrument = step->instrument;
    bool has_answers = false;
    instrument_score(&scores, step, &show->view.situation);
    for (size_t i = 0; i < scores.count; i++)
        has_answers = has_answers || scores.items[i].answered > 0;
    if (!has_answers)
        return;
    person_sheet_line(stdout, _("Scores"),
                      instrument->is_official ? workflow_text(instrument->title)
                                              : _("unofficial: an aid to talk, no proof"));
    for (size_t i = 0; i < scores.count; i++)
        write_score(instrument, &scores.items[i]);
    if (scores.result == NULL)
        return;
    person_sheet_line(stdout, _("Result"), workflow_text(scores.result->title));
    person_sheet_more(stdout, workflow_text(scores.result->says));
}

/* ---- as they were */

static void write_change(const struct assessment_score_list *scores,
                         const struct instrument *instrument, const char *dimension)
{
    char *text = score_changes_text(scores, instrument, dimension);
    if (text != NULL)
        person_sheet_line(stdout, score_dimension_title(instrument, dimension), text);
    free(text);
}

static void write_changes(const struct assessment_score_list *scores,
                          const struct instrument *instrument)
{
    static const char *const wholes[] = { "composite", "total" };
    person_sheet_line(stdout, _("Scores by day"), workflow_text(instrument->title));
    for (size_t i = 0; i < instrument->dimension_count; i++)
        write_change(scores, instrument, instrument->dimensions[i].id);
    for (size_t i = 0; i < sizeof(wholes) / sizeof(wholes[0]); i++)
        write_change(scores, instrument, wholes[i]);
}

int case_show_write_scores(struct case_show *show, const struct step_standing *standing)
{
    struct assessment_score_list scores;
    const struct step *step = standing->step;
    write_scores(show, step);
    if (step_list_scores(show->desk->desk.store, show->view.casefile.id, step->id, &scores,
                         &show->error) != STATUS_OK)
        return case_fail(NULL, &show->error, NULL);
    if (scores_say_more(&scores, standing))
        write_changes(&scores, step->instrument);
    free(scores.items);
    return EXIT_CODE_DONE;
}

/* ---- JSON */

/* The scores of one assessment, which begins at "first"; *end is where the next one does. */
static int make_scores(const struct assessment_score_list *scores, size_t first, size_t *end,
                       char **out)
{
    const char *id = scores->items[first].assessment_id;
    struct json *json = json_begin();
    size_t i = first;
    for (; i < scores->count && strcmp(scores->items[i].assessment_id, id) == 0; i++) {
        const struct assessment_score *score = &scores->items[i];
        const struct json_member members[] = {
            { "dimension", JSON_TEXT, score->dimension, 0 },
            { "value", JSON_RAW, score->value[0] == '\0' ? NULL : score->value, 0 },
            { "asked", JSON_NUMBER, NULL, score->asked },
            { "answered", JSON_NUMBER, NULL, score->answered },
            { "is_official", JSON_BOOL, NULL, score->is_official },
        };
        json_add(json, members, sizeof(members) / sizeof(members[0]));
    }
    *end = i;
    return json_end_text(json, out);
}

static int add_assessments(struct json *json, const struct case_show *show,
                           const struct assessment_score_list *scores)
{
    int code = EXIT_CODE_DONE;
    size_t end = 0;
    for (size_t i = 0; code == EXIT_CODE_DONE && i < scores->count; i = end) {
        char *list = NULL;
        code = make_scores(scores, i, &end, &list);
        const struct json_member members[] = {
            { "day", JSON_TEXT, scores->items[i].held_on, 0 },
            { "by", JSON_TEXT, case_desk_user_name(show->desk, scores->items[i].held_by), 0 },
            { "scores", JSON_RAW, list, 0 },
        };
        if (code == EXIT_CODE_DONE)
            json_add(json, members, sizeof(members) / sizeof(members[0]));
        free(list);
    }
    return code;
}

int case_show_make_assessments(struct case_show *show, const struct step *step, char **out)
{
    struct assessment_score_list scores = { .items = NULL };
    if (step->instrument != NULL && !case_show_hides(show, step) &&
        step_list_scores(show->desk->desk.store, show->view.casefile.id, step->id, &scores,
                         &show->error) != STATUS_OK)
        return case_fail(NULL, &show->error, NULL);
    struct json *json = json_begin();
    int code = add_assessments(json, show, &scores);
    int end = json_end_text(json, out);
    free(scores.items);
    return code == EXIT_CODE_DONE ? end : code;
}
