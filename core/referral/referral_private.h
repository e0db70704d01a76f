/* SPDX-License-Identifier: Apache-2.0 */

/* What the files about referrals share; nobody else includes it. */
#ifndef QADAM_REFERRAL_REFERRAL_PRIVATE_H
#define QADAM_REFERRAL_REFERRAL_PRIVATE_H

#include "journal/act.h"
#include "referral/referral_store.h"
#include "store/query_value.h"

/* What is asked of a referral before anything is done to it. */
struct referral_standing {
    char casefile_id[UUID_TEXT_SIZE];
    char person_id[UUID_TEXT_SIZE];
    char agency_id[UUID_TEXT_SIZE];
    enum referral_urgency urgency;
    enum referral_state state;
    struct day heard_on; /* when it went out or was last heard of; before that the opening of its
                            casefile */
    bool has_heard_on;
};

/* STATUS_NOT_FOUND; STATUS_REFUSED when the person was merged or erased. */
MUST_CHECK enum status referral_find_standing(struct store *store, const char *id,
                                              struct referral_standing *out, struct error *error);

/* STATUS_REFUSED unless that can happen in this state. */
MUST_CHECK enum status referral_require_event(const struct referral_standing *standing,
                                              enum referral_event event, struct error *error);

/* STATUS_DATE_INVALID unless it lies between the opening of the casefile or the last news and
 * today. */
MUST_CHECK enum status referral_require_day(const struct referral_standing *standing,
                                            struct day day, struct day today, struct error *error);

/* STATUS_OK when it may go out: by consent, whose id becomes the sending's and lies in consent_id,
 * or by an override, which is recorded. */
MUST_CHECK enum status referral_require_leave(struct store *store, const char *actor,
                                              const char *id,
                                              const struct referral_standing *standing,
                                              struct referral_sending *sending,
                                              char consent_id[UUID_TEXT_SIZE], struct error *error);

struct act referral_make_act(const char *actor, const char *name, const char *person_id,
                             const char *id);

/* Keeps what the slip tells of the person; told may be NULL. */
MUST_CHECK enum status referral_write_told(struct store *store, const char *id,
                                           const char *const *told, struct error *error);

/* Binds ":now". */
void referral_bind_now(struct query *query, struct store *store);

#endif
