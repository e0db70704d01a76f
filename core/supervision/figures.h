/* SPDX-License-Identifier: Apache-2.0 */

/* How the work goes, in a few figures: counts and times, about nobody in particular. */
#ifndef QADAM_SUPERVISION_FIGURES_H
#define QADAM_SUPERVISION_FIGURES_H

#include "base/day.h"

struct store;

/* Medians are the lower one of the two in the middle, and -1 of nothing. */
struct figures {
    int closed;          /* casefiles closed in these days */
    int open_days;       /* the median from opening to closing */
    int contacts;        /* conversations noted in those casefiles */
    int answered;        /* approvals and refusals given */
    int rejected;        /* of them */
    int waiting_hours;   /* the median that they took */
    int reviews;         /* held */
    int reviews_on_time; /* of them, not after the day that was set */
};

/* From the first day to the last one, both counted.  STATUS_DATE_INVALID when the last is before
 * the first. */
MUST_CHECK enum status figures_count(struct store *store, struct day from, struct day to,
                                     struct figures *out, struct error *error);

#endif
