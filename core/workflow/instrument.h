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
    bool is_positive;             /* method signs */
    const struct sign_rule *rule; /* by which it is positive; NULL: it is not */
    int asked;                    /* scored questions */
    int answered;
};

struct scores {
    struct score items[INSTRUMENT_DIMENSIONS_MAX + 1];
    size_t count;
    bool is_even;                /* every sign counts as medium: see even_when */
    const struct result *result; /* NULL: none applies yet */
};

/* The answers of that step with that instrument. */
void instrument_score(struct scores *out, const struct step *step,
                      const struct situation *situation);

/* Whether the answer to a question is a sign, and how strong for this person. */
bool instrument_find_sign(enum strength *out, const struct step *step,
                          const struct question *question, const struct situation *situation,
                          bool is_even);

/* NULL when there is none of that name. */
const struct score *scores_find(const struct scores *scores, const char *dimension);

#endif
