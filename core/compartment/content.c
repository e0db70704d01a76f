/* SPDX-License-Identifier: Apache-2.0 */
#include "compartment/content.h"

#include "store/store.h"
#include "vault/bytes.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const unsigned char sign[] = { 'Q', 'S', 'C', '1' };

enum { FIRST_CAPACITY = 16384, NAME_SIZE = 64, COLUMNS_MAX = 64, SQL_SIZE = 8192 };
enum tag { TAG_NULL, TAG_INTEGER, TAG_REAL, TAG_TEXT, TAG_BLOB };
enum mark { MARK_END, MARK_TABLE, MARK_ROW };

/* ---- writing */

void content_release(struct content *content)
{
    if (content->bytes != NULL)
        sodium_memzero(content->bytes, content->capacity);
    free(content->bytes);
    *content = (struct content){ .bytes = NULL };
}

/* realloc() would leave a copy behind. */
static enum status reserve(struct content *content, size_t more, struct error *error)
{
    size_t capacity = content->capacity == 0 ? FIRST_CAPACITY : content->capacity;
    if (more > SIZE_MAX / 4 - content->length)
        return error_set(error, STATUS_OUT_OF_MEMORY, "a sealed casefile");
    while (capacity < content->length + more)
        capacity *= 2;
    if (capacity == content->capacity)
        return STATUS_OK;
    struct content larger = { malloc(capacity), content->length, capacity };
    if (larger.bytes == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "a sealed casefile");
    if (content->length > 0)
        memcpy(larger.bytes, content->bytes, content->length);
    content_release(content);
    *content = larger;
    return STATUS_OK;
}

static enum status put(struct content *content, const void *bytes, size_t length,
                       struct error *error)
{
    const enum status status = reserve(content, length, error);
    if (status != STATUS_OK)
        return status;
    if (length > 0)
        memcpy(content->bytes + content->length, bytes, length);
    content->length += length;
    return STATUS_OK;
}

static enum status put_byte(struct content *content, int value, struct error *error)
{
    const unsigned char byte = (unsigned char)value;
    return put(content, &byte, 1, error);
}

static enum status put_run(struct content *content, const void *bytes, size_t length,
                           struct error *error)
{
    unsigned char prefix[4];
    if (length > UINT32_MAX)
        return error_set(error, STATUS_TOO_LARGE, "a value of a sealed casefile");
    bytes_put32(prefix, (uint32_t)length);
    const enum status status = put(content, prefix, sizeof(prefix), error);
    return status == STATUS_OK ? put(content, bytes, length, error) : status;
}

static enum status put_number(struct content *content, enum tag tag, uint64_t value,
                              struct error *error)
{
    unsigned char bytes[9] = { (unsigned char)tag };
    bytes_put64(bytes + 1, value);
    return put(content, bytes, sizeof(bytes), error);
}

static uint64_t real_bits(double value)
{
    uint64_t bits;
    _Static_assert(sizeof(bits) == sizeof(value), "an IEEE double");
    memcpy(&bits, &value, sizeof(bits));
    return bits;
}

static enum status put_value(struct content *content, sqlite3_stmt *row, int column,
                             struct error *error)
{
    const int type = sqlite3_column_type(row, column);
    if (type == SQLITE_NULL)
        return put_byte(content, TAG_NULL, error);
    if (type == SQLITE_INTEGER)
        return put_number(content, TAG_INTEGER, (uint64_t)sqlite3_column_int64(row, column), error);
    if (type == SQLITE_FLOAT)
        return put_number(content, TAG_REAL, real_bits(sqlite3_column_double(row, column)), error);
    const enum status status = put_byte(content, type == SQLITE_TEXT ? TAG_TEXT : TAG_BLOB, error);
    if (status != STATUS_OK)
        return status;
    const void *bytes = type == SQLITE_TEXT ? (const void *)sqlite3_column_text(row, column)
                                            : sqlite3_column_blob(row, column);
    return put_run(content, bytes, (size_t)sqlite3_column_bytes(row, column), error);
}

static enum status put_row(struct content *content, sqlite3_stmt *row, struct error *error)
{
    enum status status = put_byte(content, MARK_ROW, error);
    const int columns = sqlite3_column_count(row);
    for (int i = 0; status == STATUS_OK && i < columns; i++)
        status = put_value(content, row, i, error);
    return status;
}

static enum status put_head(struct content *content, const char *table, sqlite3_stmt *row,
                            struct error *error)
{
    const int columns = sqlite3_column_count(row);
    enum status status = put_byte(content, MARK_TABLE, error);
    if (status == STATUS_OK)
        status = put_run(content, table, strlen(table), error);
    if (status == STATUS_OK)
        status = put_byte(content, columns, error);
    for (int i = 0; status == STATUS_OK && i < columns; i++) {
        const char *name = sqlite3_column_name(row, i);
        status = name == NULL ? error_set(error, STATUS_OUT_OF_MEMORY, "the name of a column")
                              : put_run(content, name, strlen(name), error);
    }
    return status;
}

enum status content_begin(struct content *content, struct error *error)
{
    *content = (struct content){ .bytes = NULL };
    return put(content, sign, sizeof(sign), error);
}

enum status content_append(struct content *content, struct store *store, const char *table,
                           const char *sql, const char *id, struct error *error)
{
    sqlite3_stmt *row = NULL;
    int code = sqlite3_prepare_v2(store_handle(store), sql, -1, &row, NULL);
    if (code == SQLITE_OK && sqlite3_bind_parameter_count(row) > 0)
        code = sqlite3_bind_text(row, 1, id, -1, SQLITE_STATIC);
    enum status status = store_fail(store, code, "what a casefile holds", error);
    if (status == STATUS_OK)
        status = put_head(content, table, row, error);
    while (status == STATUS_OK && (code = sqlite3_step(row)) == SQLITE_ROW)
        status = put_row(content, row, error);
    if (status == STATUS_OK)
        status = store_fail(store, code, "what a casefile holds", error);
    if (status == STATUS_OK)
        status = put_byte(content, MARK_END, error);
    sqlite3_finalize(row);
    return status;
}

/* ---- reading */

struct reader {
    const unsigned char *at;
    const unsigned char *end;
    bool is_broken;
};

static const unsigned char *take(struct reader *reader, size_t length)
{
    static const unsigned char nothing[8] = { 0 };
    if (reader->is_broken || (size_t)(reader->end - reader->at) < length) {
        reader->is_broken = true;
        return nothing;
    }
    const unsigned char *bytes = reader->at;
    reader->at += length;
    return bytes;
}

static int take_byte(struct reader *reader)
{
    return take(reader, 1)[0];
}

/* The bytes of a run; nothing of it is read when it is longer than what is left. */
static const unsigned char *take_run(struct reader *reader, size_t *length)
{
    *length = bytes_get32(take(reader, 4));
    const unsigned char *bytes = take(reader, *length);
    if (reader->is_broken)
        *length = 0;
    return bytes;
}

/* Names of tables and columns go into a statement: only what such a name can be. */
static void take_name(struct reader *reader, char out[NAME_SIZE])
{
    size_t length;
    const unsigned char *bytes = take_run(reader, &length);
    out[0] = '\0';
    if (length == 0 || length >= NAME_SIZE) {
        reader->is_broken = true;
        return;
    }
    memcpy(out, bytes, length);
    out[length] = '\0';
    if (strspn(out, "abcdefghijklmnopqrstuvwxyz_0123456789") != length)
        reader->is_broken = true;
}

static int bind_value(struct reader *reader, sqlite3_stmt *insert, int parameter)
{
    const int tag = take_byte(reader);
    size_t length = 0;
    double real;
    uint64_t bits;
    switch (tag) {
    case TAG_NULL:
        return sqlite3_bind_null(insert, parameter);
    case TAG_INTEGER:
        return sqlite3_bind_int64(insert, parameter, (sqlite3_int64)bytes_get64(take(reader, 8)));
    case TAG_REAL:
        bits = bytes_get64(take(reader, 8));
        memcpy(&real, &bits, sizeof(real));
        return sqlite3_bind_double(insert, parameter, real);
    case TAG_TEXT: {
        const unsigned char *text = take_run(reader, &length);
        return sqlite3_bind_text64(insert, parameter, (const char *)text, length, SQLITE_STATIC,
                                   SQLITE_UTF8);
    }
    case TAG_BLOB: {
        const unsigned char *bytes = take_run(reader, &length);
        return sqlite3_bind_blob64(insert, parameter, bytes, length, SQLITE_STATIC);
    }
    default:
        reader->is_broken = true;
        return SQLITE_OK;
    }
}

static enum status broken(struct error *error)
{
    return error_set(error, STATUS_DAMAGED, "what a sealed casefile holds");
}

static enum status restore_rows(struct reader *reader, struct store *store, sqlite3_stmt *insert,
                                int columns, struct error *error)
{
    int mark;
    while ((mark = take_byte(reader)) == MARK_ROW && !reader->is_broken) {
        int code = SQLITE_OK;
        for (int i = 0; code == SQLITE_OK && i < columns; i++)
            code = bind_value(reader, insert, i + 1);
        if (reader->is_broken)
            return broken(error);
        if (code == SQLITE_OK)
            code = sqlite3_step(insert);
        if (code != SQLITE_DONE)
            return store_fail(store, code, "a row of a sealed casefile", error);
        sqlite3_reset(insert);
    }
    return reader->is_broken || mark != MARK_END ? broken(error) : STATUS_OK;
}

/* "INSERT INTO temp.TABLE (COLUMN, ...) VALUES (?, ...)" */
static void make_insert(struct reader *reader, char sql[SQL_SIZE], int *columns)
{
    char name[NAME_SIZE];
    take_name(reader, name);
    size_t length = (size_t)snprintf(sql, SQL_SIZE, "INSERT INTO temp.%s (", name);
    *columns = take_byte(reader);
    if (*columns == 0 || *columns > COLUMNS_MAX)
        reader->is_broken = true;
    for (int i = 0; !reader->is_broken && i < *columns; i++) {
        take_name(reader, name);
        length +=
            (size_t)snprintf(sql + length, SQL_SIZE - length, "%s%s", i == 0 ? "" : ", ", name);
    }
    length += (size_t)snprintf(sql + length, SQL_SIZE - length, ") VALUES (");
    for (int i = 0; !reader->is_broken && i < *columns; i++)
        length += (size_t)snprintf(sql + length, SQL_SIZE - length, i == 0 ? "?" : ", ?");
    snprintf(sql + length, SQL_SIZE - length, ")");
}
_Static_assert(SQL_SIZE > (COLUMNS_MAX + 1) * (NAME_SIZE + 5) + 64, "every statement fits");

static enum status restore_table(struct reader *reader, struct store *store, struct error *error)
{
    char sql[SQL_SIZE];
    int columns = 0;
    sqlite3_stmt *insert = NULL;
    make_insert(reader, sql, &columns);
    if (reader->is_broken)
        return broken(error);
    if (sqlite3_prepare_v2(store_handle(store), sql, -1, &insert, NULL) != SQLITE_OK)
        return error_set(error, STATUS_NEWER_FORMAT, "a sealed casefile of other tables");
    const enum status status = restore_rows(reader, store, insert, columns, error);
    sqlite3_finalize(insert);
    return status;
}

enum status content_restore(const unsigned char *bytes, size_t length, struct store *store,
                            struct error *error)
{
    struct reader reader = { .at = bytes, .end = bytes + length };
    if (memcmp(take(&reader, sizeof(sign)), sign, sizeof(sign)) != 0)
        return broken(error);
    while (reader.at < reader.end) {
        if (take_byte(&reader) != MARK_TABLE)
            return broken(error);
        const enum status status = restore_table(&reader, store, error);
        if (status != STATUS_OK)
            return status;
    }
    return STATUS_OK;
}
