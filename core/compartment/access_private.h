/* SPDX-License-Identifier: Apache-2.0 */

/* What access.c and access_renew.c share; nobody else includes it. */
#ifndef QADAM_COMPARTMENT_ACCESS_PRIVATE_H
#define QADAM_COMPARTMENT_ACCESS_PRIVATE_H

#include "compartment/keyring_private.h"

/* The secret half of a compartment for one holder. */
struct access_gift {
    const char *actor;
    const char *holder;
    const unsigned char *public_key; /* the holder's */
    enum compartment compartment;
    enum compartment_mode mode;
    const struct secret *key;
};
MUST_CHECK enum status access_give(struct store *store, const struct access_gift *gift,
                                   struct error *error);

#endif
