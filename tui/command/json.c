/* SPDX-License-Identifier: Apache-2.0 */
#include "command/json.h"

#include "sentence.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

struct json {
    sqlite3 *database;
    int code;           /* the first failure */
    sqlite3_stmt *line; /* of a stream; prepared for... */
    char *line_sql;     /* ...this text */
};

struct json *json_begin(void)
{
    struct json *json = calloc(1, sizeof(*json));
    if (json == NULL)
        return NULL;
    json->code = sqlite3_open_v2(":memory:", &json->database,
                                 SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
    if (json->code == SQLITE_OK)
        json->code = sqlite3_exec(json->database,
                                  "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;"
                                  "CREATE TABLE item (id INTEGER PRIMARY KEY, object TEXT) STRICT",
                                  NULL, NULL, NULL);
    return json;
}

/* "json_object(?, ?, ?, json(?))" between what comes before and after it; NULL when out of
 * memory. */
static char *json_write_sql(const struct json *json, const char *before,
                            const struct json_member *members, size_t count, const char *after)
{
    sqlite3_str *sql = sqlite3_str_new(json->database);
    sqlite3_str_appendf(sql, "%sjson_object(", before);
    for (size_t i = 0; i < count; i++) {
        bool is_raw = members[i].kind == JSON_BOOL || members[i].kind == JSON_RAW;
        sqlite3_str_appendf(sql, "%s?, %s", i == 0 ? "" : ", ", is_raw ? "json(?)" : "?");
    }
    sqlite3_str_appendf(sql, ")%s", after);
    return sqlite3_str_finish(sql);
}

static int json_bind(sqlite3_stmt *statement, int at, const struct json_member *member)
{
    int code = sqlite3_bind_text(statement, at, member->name, -1, SQLITE_STATIC);
    if (code != SQLITE_OK)
        return code;
    switch (member->kind) {
    case JSON_NUMBER:
        return sqlite3_bind_int64(statement, at + 1, member->number);
    case JSON_BOOL:
        return sqlite3_bind_text(statement, at + 1, member->number != 0 ? "true" : "false", -1,
                                 SQLITE_STATIC);
    case JSON_TEXT:
    case JSON_RAW:
        break;
    }
    return sqlite3_bind_text(statement, at + 1, member->text, -1, SQLITE_STATIC);
}

static int json_bind_all(sqlite3_stmt *statement, const struct json_member *members, size_t count)
{
    int code = SQLITE_OK;
    for (size_t i = 0; i < count && code == SQLITE_OK; i++)
        code = json_bind(statement, (int)i * 2 + 1, &members[i]);
    return code;
}

void json_add(struct json *json, const struct json_member *members, size_t count)
{
    sqlite3_stmt *statement = NULL;
    if (json == NULL || json->code != SQLITE_OK)
        return;
    char *sql = json_write_sql(json, "INSERT INTO item (object) VALUES (", members, count, ")");
    int code =
        sql == NULL ? SQLITE_NOMEM : sqlite3_prepare_v2(json->database, sql, -1, &statement, NULL);
    if (code == SQLITE_OK)
        code = json_bind_all(statement, members, count);
    if (code == SQLITE_OK) {
        code = sqlite3_step(statement);
        code = code == SQLITE_DONE ? SQLITE_OK : code;
    }
    sqlite3_finalize(statement);
    sqlite3_free(sql);
    json->code = code;
}

/* Prints and wipes: a recovery code may be inside. */
static int json_print_result(sqlite3_stmt *statement)
{
    int code = sqlite3_step(statement);
    if (code != SQLITE_ROW)
        return code == SQLITE_DONE ? SQLITE_INTERNAL : code;
    const unsigned char *text = sqlite3_column_text(statement, 0);
    if (text == NULL)
        return SQLITE_NOMEM;
    puts((const char *)text);
    sodium_memzero((void *)text, strlen((const char *)text));
    return SQLITE_OK;
}

/* ---- a stream */

/* Sees to it that json->line is the statement for members of these kinds. */
static int json_prepare_line(struct json *json, const struct json_member *members, size_t count)
{
    char *sql = json_write_sql(json, "SELECT ", members, count, "");
    if (sql == NULL)
        return SQLITE_NOMEM;
    if (json->line_sql != NULL && strcmp(sql, json->line_sql) == 0) {
        sqlite3_free(sql);
        return SQLITE_OK;
    }
    sqlite3_finalize(json->line);
    sqlite3_free(json->line_sql);
    json->line_sql = sql;
    return sqlite3_prepare_v2(json->database, sql, -1, &json->line, NULL);
}

void json_print_line(struct json *json, const struct json_member *members, size_t count)
{
    if (json == NULL || json->code != SQLITE_OK)
        return;
    json->code = json_prepare_line(json, members, count);
    if (json->code == SQLITE_OK)
        json->code = json_bind_all(json->line, members, count);
    if (json->code == SQLITE_OK)
        json->code = json_print_result(json->line);
    if (json->code == SQLITE_OK)
        json->code = sqlite3_reset(json->line);
}

/* ---- the end */

static int json_free(struct json *json, int code)
{
    struct error error = { 0 };
    if (json != NULL) {
        sqlite3_finalize(json->line);
        sqlite3_free(json->line_sql);
        sqlite3_close(json->database);
    }
    free(json);
    if (code == SQLITE_OK)
        return EXIT_CODE_DONE;
    error_set(&error, code == SQLITE_NOMEM ? STATUS_OUT_OF_MEMORY : STATUS_INTERNAL, "json: %s",
              sqlite3_errstr(code));
    return sentence_fail(NULL, &error);
}

static const char SQL_ARRAY[] = "SELECT json_group_array(json(object)) FROM "
                                "(SELECT object FROM item ORDER BY id)";

static int json_copy_result(sqlite3_stmt *statement, char **out)
{
    int code = sqlite3_step(statement);
    if (code != SQLITE_ROW)
        return code == SQLITE_DONE ? SQLITE_INTERNAL : code;
    const unsigned char *text = sqlite3_column_text(statement, 0);
    *out = text == NULL ? NULL : strdup((const char *)text);
    return *out == NULL ? SQLITE_NOMEM : SQLITE_OK;
}

int json_end_text(struct json *json, char **out)
{
    sqlite3_stmt *statement = NULL;
    int code = json == NULL ? SQLITE_NOMEM : json->code;
    *out = NULL;
    if (code == SQLITE_OK)
        code = sqlite3_prepare_v2(json->database, SQL_ARRAY, -1, &statement, NULL);
    if (code == SQLITE_OK)
        code = json_copy_result(statement, out);
    sqlite3_finalize(statement);
    return json_free(json, code);
}

static int json_end(struct json *json, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    int code = json == NULL ? SQLITE_NOMEM : json->code;
    if (code == SQLITE_OK)
        code = sqlite3_prepare_v2(json->database, sql, -1, &statement, NULL);
    if (code == SQLITE_OK)
        code = json_print_result(statement);
    sqlite3_finalize(statement);
    return json_free(json, code);
}

int json_end_array(struct json *json)
{
    return json_end(json, SQL_ARRAY);
}

int json_end_object(struct json *json)
{
    return json_end(json, "SELECT object FROM item ORDER BY id LIMIT 1");
}

int json_end_lines(struct json *json)
{
    return json_free(json, json == NULL ? SQLITE_NOMEM : json->code);
}

int json_print(const struct json_member *members, size_t count)
{
    struct json *json = json_begin();
    json_add(json, members, count);
    return json_end_object(json);
}
