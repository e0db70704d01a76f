/* SPDX-License-Identifier: Apache-2.0 */

/* What differs between two packs of a country, row by row and key by key.  Only their own rows
 * count, not the common ones that both stand on. */
#ifndef QADAM_COUNTRY_COUNTRY_COMPARE_H
#define QADAM_COUNTRY_COUNTRY_COMPARE_H

#include "country/country_pack.h"

enum country_change { COUNTRY_ADDED, COUNTRY_GONE, COUNTRY_CHANGED };

/* How an office's own pack stands to what a newer pack changes. */
enum country_standing {
    COUNTRY_UNTOUCHED, /* the office has it as it was before */
    COUNTRY_TAKEN,     /* the office has it as it is in the newer one */
    COUNTRY_OWN        /* the office has something else */
};

/* Texts are borrowed during the visit. */
struct country_difference {
    const char *part; /* "bodies", "holidays"...; "pack" and "calendar" for what is no row */
    const char *row;  /* what the row is known by: "id_after_loss", "03-21"; "" when it is no row */
    enum country_change change;
    const char *key;  /* COUNTRY_CHANGED: which key of the row; else NULL */
    const char *from; /* COUNTRY_CHANGED: as in the file; NULL: not there */
    const char *to;
    enum country_standing standing; /* of country_pack_compare_own() only */
};

/* Visits until there are no more or the visitor returns false. */
MUST_CHECK enum status
country_pack_compare(const struct country_pack *old, const struct country_pack *newer,
                     bool (*visit)(void *self, const struct country_difference *difference),
                     void *self, struct error *error);

/* What changed from base to the newer pack, and how an office's own one, made from base, stands to
 * each change. */
MUST_CHECK enum status
country_pack_compare_own(const struct country_pack *base, const struct country_pack *newer,
                         const struct country_pack *own,
                         bool (*visit)(void *self, const struct country_difference *difference),
                         void *self, struct error *error);

#endif
