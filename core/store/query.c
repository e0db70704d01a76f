/* SPDX-License-Identifier: Apache-2.0 */
#include "store/query.h"

#include "store/store_private.h"

#include <limits.h>
#include <sqlite3.h>
#include <string.h>

enum { PARAMETERS_MAX = 64 }; /* as many as struct query has bits for */

static bool query_is_usable(const struct query *query)
{
    return query->failure.status == STATUS_OK;
}

static void query_note(struct query *query, int code)
{
    if (query_is_usable(query))
        (void)store_fail(query->store, code, query->sql, &query->failure);
}

void query_begin(struct query *query, struct store *store, const char *sql)
{
    *query = (struct query){ .store = store, .sql = sql };
    query_note(query, store_take_statement(store, sql, &query->statement));
}

/* ---- Binding */

/* The number of a parameter; 0 when nothing may be bound. */
static int query_parameter(struct query *query, const char *name)
{
    if (!query_is_usable(query))
        return 0;
    const int index = sqlite3_bind_parameter_index(query->statement, name);
    if (index < 1 || index > PARAMETERS_MAX) {
        (void)error_set(&query->failure, STATUS_INTERNAL, "no parameter %s in %.80s", name,
                        query->sql);
        return 0;
    }
    query->bound |= UINT64_C(1) << (index - 1);
    return index;
}

void query_bind_int(struct query *query, const char *name, int value)
{
    query_bind_int64(query, name, value);
}

void query_bind_int64(struct query *query, const char *name, int64_t value)
{
    const int index = query_parameter(query, name);
    if (index > 0)
        query_note(query, sqlite3_bind_int64(query->statement, index, value));
}

void query_bind_text(struct query *query, const char *name, const char *text)
{
    const int index = query_parameter(query, name);
    if (index > 0)
        query_note(query, sqlite3_bind_text(query->statement, index, text, -1, SQLITE_TRANSIENT));
}

void query_bind_blob(struct query *query, const char *name, const void *bytes, size_t size)
{
    const int index = query_parameter(query, name);
    if (index > 0)
        query_note(query, sqlite3_bind_blob64(query->statement, index, bytes, size, SQLITE_STATIC));
}

void query_bind_null(struct query *query, const char *name)
{
    const int index = query_parameter(query, name);
    if (index > 0)
        query_note(query, sqlite3_bind_null(query->statement, index));
}

static void query_check_bound(struct query *query)
{
    const int count = sqlite3_bind_parameter_count(query->statement);
    for (int index = 1; index <= count && query_is_usable(query); index++)
        if (index > PARAMETERS_MAX || (query->bound >> (index - 1) & 1) == 0)
            (void)error_set(&query->failure, STATUS_INTERNAL, "parameter %d has no value in %.80s",
                            index, query->sql);
}

/* ---- Rows */

bool query_next_row(struct query *query)
{
    query->has_row = false;
    if (!query_is_usable(query) || query->is_done)
        return false;
    query_check_bound(query);
    if (!query_is_usable(query))
        return false;
    const int code = sqlite3_step(query->statement);
    query->has_row = code == SQLITE_ROW;
    query->is_done = !query->has_row;
    query_note(query, code);
    return query->has_row;
}

static bool query_has_column(struct query *query, int column)
{
    if (!query_is_usable(query) || !query->has_row)
        return false;
    if (column >= 0 && column < sqlite3_column_count(query->statement))
        return true;
    (void)error_set(&query->failure, STATUS_INTERNAL, "no column %d in %.80s", column, query->sql);
    return false;
}

int query_int(struct query *query, int column)
{
    const int64_t value = query_int64(query, column);
    if (value >= INT_MIN && value <= INT_MAX)
        return (int)value;
    (void)error_set(&query->failure, STATUS_INTERNAL, "column %d is too large in %.80s", column,
                    query->sql);
    return 0;
}

int64_t query_int64(struct query *query, int column)
{
    return query_has_column(query, column) ? sqlite3_column_int64(query->statement, column) : 0;
}

const char *query_text(struct query *query, int column)
{
    if (query_is_null(query, column))
        return "";
    const char *text = (const char *)sqlite3_column_text(query->statement, column);
    if (text == NULL) {
        query_note(query, SQLITE_NOMEM);
        return "";
    }
    if (strlen(text) == (size_t)sqlite3_column_bytes(query->statement, column))
        return text;
    /* Nothing here writes such a text, and whoever reads it would see only its beginning. */
    (void)error_set(&query->failure, STATUS_DAMAGED,
                    "a text with a zero byte in column %d of %.80s", column, query->sql);
    return "";
}

const void *query_blob(struct query *query, int column, size_t *size)
{
    *size = 0;
    if (query_is_null(query, column))
        return NULL;
    const void *bytes = sqlite3_column_blob(query->statement, column);
    *size = (size_t)sqlite3_column_bytes(query->statement, column);
    if (bytes == NULL && *size > 0) {
        query_note(query, SQLITE_NOMEM);
        *size = 0;
    }
    return bytes;
}

bool query_is_null(struct query *query, int column)
{
    return !query_has_column(query, column) ||
           sqlite3_column_type(query->statement, column) == SQLITE_NULL;
}

void query_copy_text(struct query *query, int column, char *out, size_t size)
{
    const char *text = query_text(query, column);
    const size_t length = strlen(text);
    out[0] = '\0';
    if (length < size)
        memcpy(out, text, length + 1);
    else if (query_is_usable(query))
        (void)error_set(&query->failure, STATUS_INTERNAL, "column %d is too long in %.80s", column,
                        query->sql);
}

/* ---- Ending */

enum status query_end(struct query *query, struct error *error)
{
    store_keep_statement(query->store, query->statement);
    query->statement = NULL;
    query->has_row = false;
    if (error != NULL && query->failure.status != STATUS_OK)
        *error = query->failure;
    return query->failure.status;
}

enum status query_run(struct query *query, struct error *error)
{
    while (query_next_row(query))
        continue;
    return query_end(query, error);
}

enum status query_end_found(struct query *query, struct error *error)
{
    if (query_is_usable(query) && !query->has_row)
        (void)error_set(&query->failure, STATUS_NOT_FOUND, "nothing found by %.80s", query->sql);
    return query_end(query, error);
}
