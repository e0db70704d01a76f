/* SPDX-License-Identifier: Apache-2.0 */

/* The directory of bodies kept in the office file.  Each act is one transaction with its journal
 * entry; actor is the id of the user who does it.  A body is no person: what it was before stands
 * in the journal itself. */
#ifndef QADAM_AGENCY_AGENCY_STORE_H
#define QADAM_AGENCY_AGENCY_STORE_H

#include "agency/agency.h"

struct store;

/* Keeps a new body.  agency->id is given unless it is there already; when it says that it was
 * checked, the actor is who checked it.  Fails as agency_check() does, and with STATUS_TEXT_*. */
MUST_CHECK enum status agency_add(struct store *store, const char *actor, struct agency *agency,
                                  struct day today, struct error *error);

/* Writes it over what was there, its services too.  With another day of checking, the actor is who
 * checked it.  STATUS_NOT_FOUND; else as above. */
MUST_CHECK enum status agency_change(struct store *store, const char *actor,
                                     const struct agency *agency, struct day today,
                                     struct error *error);

/* As id_find(). */
MUST_CHECK enum status agency_find(struct store *store, const char *prefix,
                                   char out[UUID_TEXT_SIZE], struct error *error);

/* STATUS_NOT_FOUND.  On success the caller releases *out. */
MUST_CHECK enum status agency_load(struct store *store, const char *id, struct agency *out,
                                   struct error *error);

struct agency_filter {
    const char *kind;     /* NULL: every kind */
    const char *service;  /* only who gives this; NULL: everybody */
    const char *language; /* only who speaks this; NULL: everybody */
    bool includes_inactive;
};

/* By name; the caller releases *out. */
MUST_CHECK enum status agency_list(struct store *store, const struct agency_filter *filter,
                                   struct agency_list *out, struct error *error);

#endif
