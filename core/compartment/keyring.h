/* SPDX-License-Identifier: Apache-2.0 */

/* The keys that one session holds beyond that of the office file: the personal key of whoever
 * opened it, and the compartments that are sealed to it.  And the one restricted casefile that is
 * being worked on at the moment. */
#ifndef QADAM_COMPARTMENT_KEYRING_H
#define QADAM_COMPARTMENT_KEYRING_H

#include "compartment/compartment.h"

struct keyring;
struct store;

/* holder is the id of the user, or "recovery"; personal_key is borrowed.  The caller frees it,
 * after the store forgot it. */
MUST_CHECK enum status keyring_new(struct keyring **out, const char *holder,
                                   const struct secret *personal_key, struct error *error);
/* Wipes, frees and nulls; NULL inside is fine. */
void keyring_free(struct keyring **keyring);

/* Reads which compartments are sealed to the holder: when the file is opened, and again whenever
 * that changed.  A key that the holder cannot open is left out, and so is one that does not belong
 * to the open half of its compartment: somebody changed the tables.  out (may be NULL) gets those.
 */
MUST_CHECK enum status keyring_load(struct keyring *keyring, struct store *store, unsigned *wrong,
                                    struct error *error);

/* Which compartments it opens, by the way in which they are held.  NULL opens none. */
unsigned keyring_compartments(const struct keyring *keyring, enum compartment_mode mode);

#endif
