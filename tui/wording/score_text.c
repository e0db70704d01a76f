/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/score_text.h"

#include "language.h"
#include "wording/case_text.h"

#include <string.h>

const char *score_dimension_title(const struct instrument *instrument, const char *dimension)
{
    for (size_t i = 0; i < instrument->dimension_count; i++)
        if (strcmp(instrument->dimensions[i].id, dimension) == 0)
            return workflow_text(instrument->dimensions[i].title);
    return _("All together");
}

void score_text(char out[SCORE_TEXT_SIZE], const struct instrument *instrument,
                const struct score *score)
{
    if (instrument->method == METHOD_SIGNS)
        snprintf(out, SCORE_TEXT_SIZE, "%s", score->is_positive ? _("signs found") : _("no signs"));
    else if (score->has_value)
        snprintf(out, SCORE_TEXT_SIZE, "%.2f", score->value);
    else
        /* TRANSLATORS: how many of how many questions were answered. */
        snprintf(out, SCORE_TEXT_SIZE, _("too few answers: %d of %d"), score->answered,
                 score->asked);
}

static void write_changes(FILE *stream, const struct assessment_score_list *scores,
                          const struct instrument *instrument, const char *dimension)
{
    const char *between = "";
    for (size_t i = 0; i < scores->count; i++) {
        const struct assessment_score *score = &scores->items[i];
        if (strcmp(score->dimension, dimension) != 0)
            continue;
        fprintf(stream, "%s%s: ", between, score->held_on);
        if (score->value[0] == '\0')
            fprintf(stream, _("too few answers: %d of %d"), score->answered, score->asked);
        else if (instrument->method == METHOD_SIGNS)
            /* TRANSLATORS: how many of the signs that were asked for were found. */
            fprintf(stream, _("signs: %.*s"), (int)strcspn(score->value, "."), score->value);
        else
            fputs(score->value, stream);
        between = "; ";
    }
}

char *score_changes_text(const struct assessment_score_list *scores,
                         const struct instrument *instrument, const char *dimension)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return NULL;
    write_changes(memory, scores, instrument, dimension);
    return fclose(memory) == 0 ? text : NULL;
}

bool scores_say_more(const struct assessment_score_list *scores,
                     const struct step_standing *standing)
{
    for (size_t i = 1; i < scores->count; i++)
        if (strcmp(scores->items[i].assessment_id, scores->items[0].assessment_id) != 0)
            return true;
    return scores->count > 0 && !step_state_is_settled(standing->state);
}
