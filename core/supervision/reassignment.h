/* SPDX-License-Identifier: Apache-2.0 */

/* Giving casefiles to workers with an eye on how many they have.  The limit warns: whoever assigns
 * may go over it and says why, and work that is urgent or dangerous is never held up by it. */
#ifndef QADAM_SUPERVISION_REASSIGNMENT_H
#define QADAM_SUPERVISION_REASSIGNMENT_H

#include "casefile/casefile_desk.h"
#include "store/uuid.h"

#include <stdbool.h>
#include <stddef.h>

extern const char REASSIGNMENT_DETAIL_OVER[];   /* over the limit, and nothing says why */
extern const char REASSIGNMENT_DETAIL_THEIRS[]; /* a casefile is not of whom it is taken from */

/* As casefile_assign(), but STATUS_REFUSED with REASSIGNMENT_DETAIL_OVER when the user would be
 * over the limit, no reason is given (NULL or "") and the casefile is neither urgent nor of high
 * risk. The reason becomes a note of the casefile. */
MUST_CHECK enum status reassignment_give(const struct casefile_desk *desk, const char *casefile_id,
                                         const char *user_id, const char *reason,
                                         struct error *error);

struct reassignment {
    const char *from; /* users */
    const char *to;
    const char *reason; /* leave, illness...; must be there, and becomes a note of each */
    const char (*ids)[UUID_TEXT_SIZE]; /* of casefiles; NULL: all open ones of "from" */
    size_t count;
};

/* All of them or none; *out how many.  STATUS_TEXT_EMPTY without a reason, STATUS_INVALID for the
 * same user, STATUS_REFUSED with REASSIGNMENT_DETAIL_THEIRS, STATUS_NOT_FOUND when there is nothing
 * to give; else as casefile_assign(). */
MUST_CHECK enum status reassignment_run(const struct casefile_desk *desk,
                                        const struct reassignment *reassignment, size_t *out,
                                        struct error *error);

#endif
