/* SPDX-License-Identifier: Apache-2.0 */

/* What the files about requests share; nobody else includes it. */
#ifndef QADAM_DOCUMENT_REQUEST_PRIVATE_H
#define QADAM_DOCUMENT_REQUEST_PRIVATE_H

#include "document/request_store.h"
#include "journal/act.h"
#include "store/query_value.h"

/* Two changes in one millisecond still leave two different times. */
#define SQL_REQUEST_CHANGED_AT                                                                     \
    "changed_at = CASE WHEN changed_at < :now THEN :now"                                           \
    " ELSE strftime('%Y-%m-%dT%H:%M:%fZ', changed_at, '+0.001 seconds') END"

/* What is asked of a request before anything is done to it. */
struct request_standing {
    char person_id[UUID_TEXT_SIZE];
    char casefile_id[UUID_TEXT_SIZE]; /* "": none */
    char agency_id[UUID_TEXT_SIZE];   /* "": none of the directory */
    enum request_kind kind;
    enum request_state state;
    struct day sent_on;
    bool has_sent_on;
    struct day today;
};

/* STATUS_NOT_FOUND; STATUS_REFUSED when the person was merged or erased. */
MUST_CHECK enum status request_find_standing(struct store *store, const char *id,
                                             struct request_standing *out, struct error *error);

/* STATUS_REFUSED unless that can be done in this state. */
MUST_CHECK enum status request_require_act(const struct request_standing *standing,
                                           enum request_act act, struct error *error);

/* STATUS_DATE_INVALID unless it lies between the day on which the letter went out and today. */
MUST_CHECK enum status request_require_day(const struct request_standing *standing, struct day day,
                                           struct error *error);

/* STATUS_REFUSED with ORIGIN_RULE_DETAIL when it must not go there; "" for what there is none of.
 */
MUST_CHECK enum status request_require_origin(struct store *store, const char *person_id,
                                              const char *casefile_id, const char *agency_id,
                                              enum request_kind kind, struct error *error);

struct act request_make_act(const char *actor, const char *name, const char *person_id,
                            const char *id);

/* Binds ":now" of SQL_REQUEST_CHANGED_AT. */
void request_bind_now(struct query *query, struct store *store);

#endif
