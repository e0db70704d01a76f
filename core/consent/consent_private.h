/* SPDX-License-Identifier: Apache-2.0 */

/* What the files about consents share; nobody else includes it. */
#ifndef QADAM_CONSENT_CONSENT_PRIVATE_H
#define QADAM_CONSENT_CONSENT_PRIVATE_H

#include "consent/consent_store.h"

/* Writes a checked consent, whose id is given, as an act of its own in the caller's transaction. */
MUST_CHECK enum status consent_write(struct store *store, const char *actor,
                                     const struct consent *consent, struct error *error);

/* The old one counts no more: that one stands in its place. */
MUST_CHECK enum status consent_supersede(struct store *store, const char *actor,
                                         const struct consent *old, const char *successor,
                                         struct error *error);

#endif
