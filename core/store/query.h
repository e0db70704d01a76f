/* SPDX-License-Identifier: Apache-2.0 */

/* One SQL statement with parameters.  Errors are sticky: after a failure the other calls do
 * nothing, and query_end() reports it, so that a store function needs one check.
 *
 *     struct query query;
 *     query_begin(&query, store, SQL_FIND_PERSON);
 *     query_bind_text(&query, ":id", id);
 *     if (query_next_row(&query))
 *         person->sex = (int)query_int64(&query, 1);
 *     return query_end(&query, error);
 */
#ifndef QADAM_STORE_QUERY_H
#define QADAM_STORE_QUERY_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sqlite3_stmt;
struct store;

/* Lives on the caller's stack, from query_begin() to query_end(). */
struct query {
    struct store *store;
    struct sqlite3_stmt *statement;
    const char *sql;
    uint64_t bound; /* one bit for each parameter that has its value */
    bool has_row;
    bool is_done;
    struct error failure;
};

/* Begins one constant statement. */
void query_begin(struct query *query, struct store *store, const char *sql);

/* Bind by name (":id").  A name that the statement does not have is a failure, and so is a
 * parameter that got no value when the first row is asked for. */
void query_bind_int(struct query *query, const char *name, int value);
void query_bind_int64(struct query *query, const char *name, int64_t value);
/* A copy is taken, because texts are short and often lie in a buffer that is used again.  NULL
 * binds NULL. */
void query_bind_text(struct query *query, const char *name, const char *text);
/* No copy is taken: the bytes must stay until query_end().  NULL binds NULL. */
void query_bind_blob(struct query *query, const char *name, const void *bytes, size_t size);
void query_bind_null(struct query *query, const char *name);

/* Runs the statement, up to its next row.  False when there is no more or something failed. */
bool query_next_row(struct query *query);

/* The columns of the row, counted from 0.  Without a row, or for NULL: 0, "", no bytes.  A text
 * with a zero byte inside is a failure (STATUS_DAMAGED).
 * Texts and bytes are borrowed until the next row or query_end(). */
int query_int(struct query *query, int column);
int64_t query_int64(struct query *query, int column);
const char *query_text(struct query *query, int column);
const void *query_blob(struct query *query, int column, size_t *size);
bool query_is_null(struct query *query, int column);

/* Copies a text into the caller's buffer; a longer one is a failure (STATUS_INTERNAL). */
void query_copy_text(struct query *query, int column, char *out, size_t size);

/* Ends the query and tells how it went.  Always call it once. */
MUST_CHECK enum status query_end(struct query *query, struct error *error);

/* For a statement without rows: runs it and ends. */
MUST_CHECK enum status query_run(struct query *query, struct error *error);

/* For a statement that must find something: the same as query_end(), but STATUS_NOT_FOUND when
 * the last query_next_row() found no row. */
MUST_CHECK enum status query_end_found(struct query *query, struct error *error);

#endif
