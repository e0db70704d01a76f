/* SPDX-License-Identifier: Apache-2.0 */

/* The scores of an assessment in words. */
#ifndef QADAM_WORDING_SCORE_TEXT_H
#define QADAM_WORDING_SCORE_TEXT_H

#include "casefile/step_store.h"
#include "workflow/instrument.h"

#include <stdbool.h>
#include <stdio.h>

enum { SCORE_TEXT_SIZE = 128 };

/* The title of a dimension; those that no instrument names are of the whole. */
const char *score_dimension_title(const struct instrument *instrument, const char *dimension);

/* "3.00", "signs found", "too few answers: 2 of 9". */
void score_text(char out[SCORE_TEXT_SIZE], const struct instrument *instrument,
                const struct score *score);

/* "2026-11-24: 3.00; 2026-12-24: 1.00"; "" when it was never scored.  The caller frees it; NULL
 * without memory. */
char *score_changes_text(const struct assessment_score_list *scores,
                         const struct instrument *instrument, const char *dimension);

/* Whether they say more than the answers in force do: the only assessment of a step that is done
 * does not. */
bool scores_say_more(const struct assessment_score_list *scores,
                     const struct step_standing *standing);

#endif
