/* SPDX-License-Identifier: Apache-2.0 */

/* Testing a condition, with all that it can depend on. */
#ifndef QADAM_WORKFLOW_CONDITION_H
#define QADAM_WORKFLOW_CONDITION_H

#include "workflow/instrument.h"
#include "workflow/standing.h"

struct condition_scope {
    const struct definition *definition;
    const struct situation *situation;
    const struct standing *standing; /* for indications; may be NULL */
    const struct scores *scores;     /* inside an instrument; else NULL */
    const struct step *step;         /* whose row is meant; or NULL */
    const char *rows;                /* the rows that it is a row of */
    int row;
};

/* NULL is met. */
bool condition_test(const struct condition *condition, const struct condition_scope *scope);

/* Whether one value meets the test of a field. */
bool condition_fits(const struct condition *condition, const char *value);

#endif
