/* SPDX-License-Identifier: Apache-2.0 */

/* How much each worker has to do.  Counted from indexes and only up to CASELOAD_COUNT_MAX, so that
 * it does not depend on how many casefiles there are. */
#ifndef QADAM_SUPERVISION_CASELOAD_H
#define QADAM_SUPERVISION_CASELOAD_H

#include "base/day.h"
#include "casefile/casefile.h"

struct store;

enum { CASELOAD_COUNT_MAX = 1000, CASELOAD_NAME_SIZE = 128, CASELOAD_ROLE_SIZE = 32 };

/* The groups that the dashboard of Primero, a case management system for child protection, shows.
 */
enum caseload_bin {
    CASELOAD_BELOW_10,
    CASELOAD_10_TO_19,
    CASELOAD_20_TO_29,
    CASELOAD_30_AND_MORE,
    CASELOAD_BIN_COUNT
};

/* Counts of CASELOAD_COUNT_MAX mean: so many or more. */
struct caseload {
    char user_id[UUID_TEXT_SIZE];
    char name[CASELOAD_NAME_SIZE];
    char role[CASELOAD_ROLE_SIZE]; /* as role_name() */
    int open;
    int by_risk[CASEFILE_RISK_COUNT];
    int overdue;      /* tasks due before today */
    int contacts_due; /* casefiles whose person is to be seen today or was before */
    int reviews_due;
};

struct caseload_list {
    struct caseload *items;
    size_t count;
    size_t capacity;
    int limit; /* of casefiles for one worker; 0: none */
};

/* Every active user who can work on casefiles, who has the most first.  The caller frees
 * out->items. */
MUST_CHECK enum status caseload_list(struct store *store, struct day today,
                                     struct caseload_list *out, struct error *error);

/* That of one user.  STATUS_NOT_FOUND. */
MUST_CHECK enum status caseload_find(struct store *store, const char *user_id, struct day today,
                                     struct caseload *out, struct error *error);

enum caseload_bin caseload_bin(int open);
/* The stable word, such as "10-19". */
const char *caseload_bin_word(enum caseload_bin bin);

/* Whether a worker who has so many would be over the limit with some more. */
bool caseload_is_over(int limit, int open, int more);

#endif
