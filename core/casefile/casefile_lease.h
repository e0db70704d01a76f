/* SPDX-License-Identifier: Apache-2.0 */

/* Who has the form of a casefile in hand.  While a lease is in force nobody else answers or
 * finishes a step, closes the casefile or moves it to another version; it ends by itself, so that a
 * crash locks nobody out. */
#ifndef QADAM_CASEFILE_CASEFILE_LEASE_H
#define QADAM_CASEFILE_CASEFILE_LEASE_H

#include "base/error.h"
#include "store/moment.h"
#include "store/uuid.h"

struct store;

enum { CASEFILE_LEASE_MINUTES = 10 };

extern const char CASEFILE_DETAIL_IN_HAND[];

struct casefile_lease {
    char user_id[UUID_TEXT_SIZE]; /* "" when nobody has it in hand */
    char since[MOMENT_TEXT_SIZE];
    char until[MOMENT_TEXT_SIZE];
};

/* The lease in force now; not an act, nothing is journalled. */
MUST_CHECK enum status casefile_lease_find(struct store *store, const char *casefile_id,
                                           struct casefile_lease *out, struct error *error);

/* STATUS_IN_USE with CASEFILE_DETAIL_IN_HAND when somebody else has it: *out says who. */
MUST_CHECK enum status casefile_lease_require(struct store *store, const char *user_id,
                                              const char *casefile_id, struct casefile_lease *out,
                                              struct error *error);

/* Takes the casefile in hand, or keeps it there for another CASEFILE_LEASE_MINUTES.  STATUS_IN_USE
 * as above (out may be NULL). */
MUST_CHECK enum status casefile_lease_take(struct store *store, const char *user_id,
                                           const char *casefile_id, struct casefile_lease *out,
                                           struct error *error);

/* Lays it down; nothing happens when that user does not have it. */
MUST_CHECK enum status casefile_lease_release(struct store *store, const char *user_id,
                                              const char *casefile_id, struct error *error);

#endif
