/* SPDX-License-Identifier: Apache-2.0 */
#include "support/markers.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "support/unit.h"

const struct marker markers[MARKERS] = {
    { "ASCII", "Markerova", 9 },
    { "UTF-8", "\xD0\x9C\xD0\xB0\xD1\x80\xD0\xBA\xD0\xB5\xD1\x80\xD0\xBE\xD0\xB2\xD0\xB0", 18 },
    { "UTF-16LE", "M\0a\0r\0k\0e\0r\0o\0v\0a\0", 18 },
    { "UTF-16BE", "\0M\0a\0r\0k\0e\0r\0o\0v\0a", 18 },
    { "UTF-16LE Cyrillic", "\x1C\x04\x30\x04\x40\x04\x3A\x04\x35\x04\x40\x04\x3E\x04\x32\x04", 16 },
    { "CP1251", "\xCC\xE0\xF0\xEA\xE5\xF0\xEE\xE2\xE0", 9 },
    { "KOI8-R", "\xED\xC1\xD2\xCB\xC5\xD2\xCF\xD7\xC1", 9 },
};

void markers_run(sqlite3 *db, const char *sql)
{
    char *message = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s: %s", sql, message);
}

void markers_fill_table(sqlite3 *db, const char *table)
{
    sqlite3_stmt *columns = NULL;
    char names[2000] = "";
    char values[8000] = "";
    char *insert = NULL;
    sqlite3_prepare_v2(db, "SELECT name, type FROM pragma_table_info(?)", -1, &columns, NULL);
    sqlite3_bind_text(columns, 1, table, -1, SQLITE_STATIC);
    for (int i = 0; sqlite3_step(columns) == SQLITE_ROW; i++) {
        const char *name = (const char *)sqlite3_column_text(columns, 0);
        const char *type = (const char *)sqlite3_column_text(columns, 1);
        size_t at = strlen(values);
        sprintf(names + strlen(names), "%s\"%s\"", i == 0 ? "" : ", ", name);
        if (strcmp(type, "TEXT") == 0)
            sprintf(values + at, "%s'Markerova Маркерова '", i == 0 ? "" : ", ");
        else if (strcmp(type, "BLOB") == 0)
            sprintf(values + at, "%sx'CCE0F0EAE5F0EEE2E000EDC1D2CBC5D2CFD7C100%s'",
                    i == 0 ? "" : ", ", "4D00610072006B00650072006F0076006100");
        else
            sprintf(values + at, "%s(SELECT coalesce(max(\"%s\"), 0) + 1 FROM \"%s\")",
                    i == 0 ? "" : ", ", name, table);
    }
    sqlite3_finalize(columns);
    insert = sqlite3_mprintf("INSERT INTO \"%w\" (%s) VALUES (%s)", table, names, values);
    markers_run(db, insert);
    sqlite3_free(insert);
}

int markers_fill_every_table(sqlite3 *db)
{
    sqlite3_stmt *tables = NULL;
    char names[200][80];
    int count = 0;
    markers_run(db, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; BEGIN");
    sqlite3_prepare_v2(db,
                       "SELECT name FROM pragma_table_list"
                       " WHERE schema = 'main' AND type = 'table'"
                       " AND name NOT LIKE 'sqlite_%'",
                       -1, &tables, NULL);
    while (sqlite3_step(tables) == SQLITE_ROW && count < 200)
        snprintf(names[count++], sizeof(names[0]), "%s", sqlite3_column_text(tables, 0));
    sqlite3_finalize(tables);
    for (int i = 0; i < count; i++)
        markers_fill_table(db, names[i]);
    markers_run(db, "COMMIT");
    markers_run(db, "DELETE FROM user WHERE id LIKE 'Markerova%'"); /* no user could be like this */
    return count;
}

void markers_search_and_sort(sqlite3 *db)
{
    markers_run(db, "PRAGMA cache_size = 20");
    markers_run(db, "CREATE VIRTUAL TABLE marker_search USING fts5 (name, tokenize = 'trigram')");
    markers_run(db, "CREATE TABLE marker_rows (id INTEGER PRIMARY KEY, name TEXT) STRICT");
    markers_run(
        db,
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000)"
        " INSERT INTO marker_rows SELECT i, 'Markerova Маркерова ' || (i * 7919 % 4001) FROM n");
    markers_run(db, "INSERT INTO marker_search SELECT name FROM marker_rows");
    markers_run(db, "CREATE TEMP TABLE marker_temporary AS"
                    " SELECT name || name AS name FROM marker_rows ORDER BY name DESC");
    markers_run(db, "SELECT name FROM marker_rows ORDER BY name || 'x'");
    markers_run(db, "CREATE INDEX marker_rows_by_name ON marker_rows (name)");
    markers_run(db, "DELETE FROM marker_rows WHERE id % 2 = 0");
}
