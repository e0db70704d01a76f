/* SPDX-License-Identifier: Apache-2.0 */
#include "support/dump.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/unit.h"

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sqlite3_errmsg(db), sql);
    return statement;
}

static sqlite3_stmt *list_tables(sqlite3 *db)
{
    return prepare(db, "SELECT name FROM pragma_table_list WHERE schema = 'main'"
                       " AND type IN ('table', 'shadow') ORDER BY name");
}

static void dump_value(sqlite3_str *out, sqlite3_stmt *row, int column)
{
    if (sqlite3_column_type(row, column) == SQLITE_NULL) {
        sqlite3_str_appendall(out, "NULL|");
        return;
    }
    const bool is_blob = sqlite3_column_type(row, column) == SQLITE_BLOB;
    const unsigned char *bytes = sqlite3_column_blob(row, column);
    const int size = sqlite3_column_bytes(row, column);
    for (int i = 0; i < size; i++)
        sqlite3_str_appendchar(out, 1, bytes[i] == '\0' ? '.' : (char)bytes[i]);
    for (int i = 0; is_blob && i < size; i++)
        sqlite3_str_appendf(out, "%02X", bytes[i]);
    sqlite3_str_appendchar(out, 1, '|');
}

static bool is_excepted(const char *except, const char *table, const char *column)
{
    char name[200];
    snprintf(name, sizeof(name), " %s%s%s ", table, column == NULL ? "" : ".",
             column == NULL ? "" : column);
    return strstr(except, name) != NULL;
}

static void dump_table(sqlite3_str *out, sqlite3 *db, const char *table, const char *except)
{
    char *sql = sqlite3_mprintf("SELECT * FROM \"%w\" ORDER BY 1", table);
    sqlite3_stmt *row = prepare(db, sql);
    sqlite3_str_appendf(out, "== %s\n", table);
    while (sqlite3_step(row) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(row); column++)
            if (!is_excepted(except, table, sqlite3_column_name(row, column)))
                dump_value(out, row, column);
        sqlite3_str_appendchar(out, 1, '\n');
    }
    sqlite3_finalize(row);
    sqlite3_free(sql);
}

/* A copy that free() takes. */
static char *finish(sqlite3_str *out)
{
    char *text = sqlite3_str_finish(out);
    char *copy = strdup(text == NULL ? "" : text);
    sqlite3_free(text);
    assert_non_null(copy);
    return copy;
}

char *dump_database(sqlite3 *db, const char *except)
{
    sqlite3_str *out = sqlite3_str_new(NULL);
    sqlite3_stmt *tables = list_tables(db);
    while (sqlite3_step(tables) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(tables, 0);
        if (!is_excepted(except, name, NULL))
            dump_table(out, db, name, except);
    }
    sqlite3_finalize(tables);
    return finish(out);
}

char *dump_find(sqlite3 *db, const char *bytes)
{
    sqlite3_str *out = sqlite3_str_new(NULL);
    sqlite3_stmt *tables = list_tables(db);
    while (sqlite3_step(tables) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(tables, 0);
        sqlite3_str *content = sqlite3_str_new(NULL);
        dump_table(content, db, name, "");
        char *text = finish(content);
        if (strstr(text, bytes) != NULL)
            sqlite3_str_appendf(out, "%s ", name);
        free(text);
    }
    sqlite3_finalize(tables);
    return finish(out);
}
