/* SPDX-License-Identifier: Apache-2.0 */

/* The parts of a pack as tables, for whatever treats all rows alike: reading, laying one pack over
 * another, checking, comparing. */
#ifndef QADAM_COUNTRY_COUNTRY_PRIVATE_H
#define QADAM_COUNTRY_COUNTRY_PRIVATE_H

#include "country/country_pack.h"

enum { COUNTRY_KEY_SIZE = YAML_ID_MAX + 1 };

struct country_section {
    const char *name; /* "bodies" */
    size_t offset;    /* of the array, in struct country_pack or struct country_days */
    size_t count_offset;
    bool is_in_calendar;
    const struct yaml_schema *schema;
    size_t key_offset; /* of the text by which a row is known; used unless write_key is there */
    void (*write_key)(char out[COUNTRY_KEY_SIZE], const struct country_row *row);
};

extern const struct yaml_schema country_pack_schema;

/* Counted from 0; NULL after the last. */
const struct country_section *country_section_at(size_t index);

size_t country_section_count(const struct country_section *section,
                             const struct country_pack *pack);
struct country_row *country_section_row(const struct country_section *section,
                                        const struct country_pack *pack, size_t index);
void country_section_put(const struct country_section *section, struct country_pack *pack,
                         void *rows, size_t count);

/* By what a row is known inside its section: "asylum", "03-21", "2026-03-20"; "" when it does not
 * say. */
void country_row_key(char out[COUNTRY_KEY_SIZE], const struct country_section *section,
                     const struct country_row *row);

/* NULL when no row is known by that key. */
const struct country_row *country_section_find(const struct country_section *section,
                                               const struct country_pack *pack, const char *key);

/* Notes whatever is wrong with a pack that was read and laid over the common one.  common is the
 * source of rows that are. */
MUST_CHECK enum status country_check(const struct country_pack *pack,
                                     const struct yaml_source *source,
                                     const struct yaml_source *common, struct fault_list *faults,
                                     struct error *error);

/* "monday" and the others, by enum weekday; NULL after the last. */
extern const char *const country_weekdays[];

/* The bit of a weekday's word in a weekend; 0 when it is none. */
unsigned country_weekday_bit(const char *word);

#endif
