/* SPDX-License-Identifier: Apache-2.0 */

/* Rows of tables as one run of bytes, and back: what is inside a sealed casefile.  The layout is in
 * FORMAT.md of the vault, "What a sealed casefile holds".  The bytes are plaintext of restricted
 * casefiles: they are wiped when they are let go. */
#ifndef QADAM_COMPARTMENT_CONTENT_H
#define QADAM_COMPARTMENT_CONTENT_H

#include "base/error.h"

#include <stddef.h>

struct store;

struct content {
    unsigned char *bytes;
    size_t length;
    size_t capacity;
};

/* Wipes and frees; an empty one is fine. */
void content_release(struct content *content);

/* Begins with nothing but the sign of the layout. */
MUST_CHECK enum status content_begin(struct content *content, struct error *error);

/* Appends all rows that "sql" selects under the name of a table; sql has the parameter :id or none,
 * and is constant. */
MUST_CHECK enum status content_append(struct content *content, struct store *store,
                                      const char *table, const char *sql, const char *id,
                                      struct error *error);

/* Puts the rows into the tables of the schema "temp".  STATUS_DAMAGED for what is not such bytes,
 * STATUS_NEWER_FORMAT for a table or column that is not there. */
MUST_CHECK enum status content_restore(const unsigned char *bytes, size_t length,
                                       struct store *store, struct error *error);

#endif
