/* SPDX-License-Identifier: Apache-2.0 */

/* Where a sealed casefile lies while somebody works on it: in tables of the schema "temp", which
 * stay in memory, under the names that the tables of the office file have.  SQLite looks there
 * first, so that every statement of the program reads and writes the opened casefile without
 * knowing it, and nothing of it reaches a page of the file.  While they are there, the rows of all
 * other casefiles in these tables cannot be seen: they are made for one act and then dropped. */
#ifndef QADAM_COMPARTMENT_SHADOW_H
#define QADAM_COMPARTMENT_SHADOW_H

#include "base/error.h"

#include <stddef.h>

struct store;

/* A table that is sealed with a casefile; those that refer to another one stand behind it. */
struct shadow_table {
    const char *name;
    const char *select;  /* its rows of the casefile :id, from "main" */
    const char *remove;  /* takes them out */
    const char *all;     /* its rows while it is opened, from "temp" */
    const char *restore; /* copies those back to "main" */
};
extern const struct shadow_table shadow_tables[];
extern const size_t shadow_table_count;

/* Makes the tables, empty.  STATUS_INTERNAL while a statement is running: they could not be dropped
 * again. */
MUST_CHECK enum status shadow_make(struct store *store, struct error *error);

/* Drops what is there of them. */
MUST_CHECK enum status shadow_drop(struct store *store, struct error *error);

#endif
