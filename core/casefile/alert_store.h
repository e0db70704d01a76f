/* SPDX-License-Identifier: Apache-2.0 */

/* Alerts: when an act leaves a casefile with an indication that somebody has to be told of, that is
 * kept in the same transaction, until whoever it is for has seen it.  The same indication is told
 * once; when it goes away and returns, it is told again. */
#ifndef QADAM_CASEFILE_ALERT_STORE_H
#define QADAM_CASEFILE_ALERT_STORE_H

#include "casefile/casefile.h"
#include "casefile/casefile_desk.h"
#include "store/case_number.h"
#include "store/moment.h"
#include "store/uuid.h"

struct casefile_alert {
    char id[UUID_TEXT_SIZE];
    char casefile_id[UUID_TEXT_SIZE];
    char number[CASE_NUMBER_TEXT_SIZE];
    char workflow[CASEFILE_WORKFLOW_SIZE];
    int version;
    bool is_restricted;
    char indication[CASEFILE_WORKFLOW_SIZE]; /* "": not told here; the casefile says it */
    char for_role[CASEFILE_WORKFLOW_SIZE];
    char raised_at[MOMENT_TEXT_SIZE];
    char raised_by[UUID_TEXT_SIZE];
    char seen_at[MOMENT_TEXT_SIZE]; /* "": nobody has seen it */
    char seen_by[UUID_TEXT_SIZE];
    bool is_gone; /* the indication is not there any more */
};

struct casefile_alert_list {
    struct casefile_alert *items;
    size_t count;
    size_t capacity;
};

/* What somebody of that role has to look at, the oldest first: unseen alerts of open casefiles
 * that are for the role.  A protection officer sees those of every role.  The caller frees
 * out->items. */
MUST_CHECK enum status casefile_alert_list_open(struct store *store, const char *role,
                                                struct casefile_alert_list *out,
                                                struct error *error);

/* All of one casefile, the newest first: whom was told what, and who has seen it.  The caller frees
 * out->items. */
MUST_CHECK enum status casefile_alert_list_of(struct store *store, const char *casefile_id,
                                              struct casefile_alert_list *out, struct error *error);

/* The alert whose id begins so.  STATUS_NOT_FOUND; STATUS_INVALID when several do. */
MUST_CHECK enum status casefile_alert_find(struct store *store, const char *id,
                                           struct casefile_alert *out, struct error *error);

/* The actor has seen it and says what follows (remark may be NULL).  STATUS_NOT_FOUND;
 * STATUS_EXISTS when it was seen already; STATUS_REFUSED when it is for another role. */
MUST_CHECK enum status casefile_alert_see(const struct casefile_desk *desk, const char *id,
                                          const char *remark, struct error *error);

#endif
