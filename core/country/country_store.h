/* SPDX-License-Identifier: Apache-2.0 */

/* The country pack as an office has it.  Until somebody saves one of their own, an office works
 * with the program's; from then on a newer program changes nothing until it is taken. */
#ifndef QADAM_COUNTRY_COUNTRY_STORE_H
#define QADAM_COUNTRY_COUNTRY_STORE_H

#include "country/country_pack.h"
#include "store/moment.h"

struct store;

/* The texts are never NULL. */
struct country_copy {
    bool is_own;                       /* false: the program's, nothing is stored */
    char *body;                        /* the text that counts */
    char *base;                        /* the program's text that it was made from */
    char changed_at[MOMENT_TEXT_SIZE]; /* "" unless is_own */
};

/* STATUS_NOT_FOUND when there is no such country. */
MUST_CHECK enum status country_store_read(struct country_copy *out, struct store *store,
                                          const char *country, struct error *error);
void country_copy_release(struct country_copy *copy);

/* The pack that counts for the office: its own, else the program's.  A stored text with faults,
 * made by another version of the program, leaves *out NULL.  country "" is what all have in common.
 */
MUST_CHECK enum status country_store_load(struct country_pack **out, struct store *store,
                                          const char *country, struct fault_list *faults,
                                          struct error *error);

/* Makes a text the office's own, in the caller's transaction when there is one, and journals it.
 * Faults refuse it: then nothing is written and *is_saved is false.  What it was made from stays as
 * it was, or is the program's pack when the office had none. */
MUST_CHECK enum status country_store_save(bool *is_saved, struct store *store, const char *actor,
                                          const char *country, const struct yaml_source *text,
                                          struct fault_list *faults, struct error *error);

/* Replaces the office's own text, with all that it changed, by the program's of today.
 * STATUS_NOT_FOUND when the office has none of its own. */
MUST_CHECK enum status country_store_take(struct store *store, const char *actor,
                                          const char *country, struct error *error);

#endif
