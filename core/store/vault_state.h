/* SPDX-License-Identifier: Apache-2.0 */

/* The one row in which the database remembers what it belongs to: the office, whose id never
 * changes, and the sequence of the file's header it last saw, so that an older header put back
 * is noticed. */
#ifndef QADAM_STORE_VAULT_STATE_H
#define QADAM_STORE_VAULT_STATE_H

#include "base/error.h"

struct store;

enum { OFFICE_ID_SIZE = 65 }; /* 16 to 64 characters and the closing zero */

struct vault_state {
    char office_id[OFFICE_ID_SIZE];
    long long header_sequence;
};

/* Once, when the file is made; STATUS_EXISTS later. */
MUST_CHECK enum status vault_state_add(struct store *store, const struct vault_state *state,
                                       struct error *error);

/* STATUS_NOT_FOUND before vault_state_add(). */
MUST_CHECK enum status vault_state_find(struct store *store, struct vault_state *out,
                                        struct error *error);

MUST_CHECK enum status vault_state_change_header_sequence(struct store *store, long long sequence,
                                                          struct error *error);

#endif
