/* SPDX-License-Identifier: Apache-2.0 */

/* Scores of an assessment, computed from its raw answers, so that they can be computed again. */
#ifndef QADAM_WORKFLOW_INSTRUMENT_H
#define QADAM_WORKFLOW_INSTRUMENT_H

#include "workflow/standing.h"

enum { INSTRUMENT_DIMENSIONS_MAX = 16 };

struct score {
    const char *dimension; /* the id; "composite" and "total" for the whole */
    bool has_value;        /* false: too little was answered */
    double value;
    bool is_positive; /* method signs */
    int asked;        /* scored questions */
    int answered;
};

struct scores {
    struct score items[INSTRUMENT_DIMENSIONS_MAX + 1];
    size_t count;
    const struct result *result; /* NULL: none applies yet */
};

/* The answers of that step with that instrument. */
void instrument_score(struct scores *out, const struct step *step,
                      const struct situation *situation);

/* NULL when there is none of that name. */
const struct score *scores_find(const struct scores *scores, const char *dimension);

#endif
