/* SPDX-License-Identifier: Apache-2.0 */

/* Why an indication is there and why an assessment came out as it did, so that somebody can say it
 * to the person and to the body that decides: the answers, signs and rules that it follows from. */
#ifndef QADAM_WORKFLOW_EXPLANATION_H
#define QADAM_WORKFLOW_EXPLANATION_H

#include "workflow/instrument.h"

enum reason_kind {
    REASON_ANSWER,     /* step, field, item, value */
    REASON_RESULT,     /* step, result: the result of that assessment */
    REASON_OUTCOME,    /* step, outcome: it ended so */
    REASON_STEP,       /* step: it was finished */
    REASON_INDICATION, /* indication: it follows from that one */
    REASON_FACT,       /* condition->field: what is known of the person or the office */
    REASON_DIMENSION,  /* dimension: it is positive */
    REASON_SCORE,      /* dimension: its score */
    REASON_KIND_COUNT
};

/* Everything is borrowed from the definition and the situation. */
struct reason {
    enum reason_kind kind;
    const struct condition *condition;
    const struct step *step;
    const struct field *field; /* NULL: evidence, or the number of rounds */
    int item;
    const char *value;
    const struct result *result;
    const struct outcome *outcome;
    const struct indication *indication;
    const struct dimension *dimension;
};

struct reason_list {
    struct reason *items;
    size_t count;
    size_t capacity;
};

/* The reasons of an indication that is there, in the order of its condition.  What has to be absent
 * is no reason.  The caller frees out->items. */
MUST_CHECK enum status indication_list_reasons(struct reason_list *out,
                                               const struct indication *indication,
                                               const struct standing *standing,
                                               const struct situation *situation,
                                               struct error *error);

/* Why scores.result is the result of that assessment.  The caller frees out->items. */
MUST_CHECK enum status result_list_reasons(struct reason_list *out, const struct step *step,
                                           const struct scores *scores,
                                           const struct situation *situation, struct error *error);

/* Whether the step is on the path that the indication opens: its condition, or that of its stage,
 * asks for the indication. */
bool indication_opens(const struct indication *indication, const struct step *step);

/* The stable word, such as "answer". */
const char *reason_kind_word(enum reason_kind kind);

/* One sign of an assessment of the method "signs". */
struct sign {
    const struct dimension *dimension;
    const struct question *question;
    enum strength strength;
};

struct sign_list {
    struct sign *items; /* by dimension, in the order of the instrument */
    size_t count;
    size_t capacity;
};

/* The signs that were found.  The caller frees out->items. */
MUST_CHECK enum status sign_list_find(struct sign_list *out, const struct step *step,
                                      const struct scores *scores,
                                      const struct situation *situation, struct error *error);

/* "weak", "medium", "strong"; "" for none. */
const char *strength_word(enum strength strength);

#endif
