/* SPDX-License-Identifier: Apache-2.0 */

/* The user table, and the public key of the recovery sheet. */
#ifndef QADAM_OFFICE_USER_STORE_H
#define QADAM_OFFICE_USER_STORE_H

#include "office/office.h"

/* STATUS_NOT_FOUND when there is no user, active or revoked, whose name folds to this. */
MUST_CHECK enum status user_find(struct store *store, const char *folded, struct office_user *out,
                                 struct error *error);
/* Inserts a new user, or makes a revoked one active again with this role and key. */
MUST_CHECK enum status user_put(struct store *store, const struct office_user *user,
                                const char *folded, const unsigned char public_key[PUBLIC_KEY_SIZE],
                                struct error *error);
MUST_CHECK enum status user_set_public_key(struct store *store, const char *id,
                                           const unsigned char public_key[PUBLIC_KEY_SIZE],
                                           struct error *error);
MUST_CHECK enum status user_set_revoked(struct store *store, const char *id, struct error *error);
MUST_CHECK enum status user_count_supervisors(struct store *store, int *out, struct error *error);

/* Every user by name; stops when each() returns false. */
MUST_CHECK enum status user_each(struct store *store,
                                 bool (*each)(void *self, const struct office_user *user,
                                              const char *folded,
                                              const unsigned char public_key[PUBLIC_KEY_SIZE]),
                                 void *self, struct error *error);

/* ---- the recovery sheet's public key, in vault_state */

MUST_CHECK enum status recovery_key_find(struct store *store,
                                         unsigned char public_key[PUBLIC_KEY_SIZE],
                                         struct error *error);
MUST_CHECK enum status recovery_key_set(struct store *store,
                                        const unsigned char public_key[PUBLIC_KEY_SIZE],
                                        struct error *error);

#endif
