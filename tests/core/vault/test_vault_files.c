/* SPDX-License-Identifier: Apache-2.0 */

/* Whatever SQLite would like to keep in other files stays in memory or is refused. */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/fixture_vault.h"

/* The database, its log and its shared memory. */
enum { FILES_WHILE_OPEN = 3 };

static void sorting_and_temporary_tables_make_no_file(void **state)
{
    static const char *const stores[] = { "PRAGMA temp_store = MEMORY",
                                          "PRAGMA temp_store = FILE" };
    static const char *const work[] = {
        "CREATE TEMP TABLE t AS SELECT id, body FROM note",
        "CREATE INDEX by_body ON note (body DESC, id)",
        "SELECT count(*) FROM (SELECT DISTINCT body || id FROM note ORDER BY 1 LIMIT 900)",
        "UPDATE note SET id = id + 100000, body = body || 'x'",
        "VACUUM",
    };
    struct fixture *fixture = *state;
    struct vault *vault = fixture_open(fixture);
    sqlite3 *db = fixture_create(vault);
    sql_run(db, FILL_NOTES(1, 1000) "PRAGMA cache_size = 10");
    for (size_t store = 0; store < 2; store++) {
        sql_run(db, stores[store]);
        for (size_t i = 0; i < sizeof(work) / sizeof(work[0]); i++) {
            sql_run(db, "SAVEPOINT undo");
            if (strcmp(work[i], "VACUUM") == 0)
                sql_run(db, "RELEASE undo; SAVEPOINT undo; RELEASE undo");
            int code = sqlite3_exec(db, work[i], NULL, NULL, NULL);
            assert_true(code == SQLITE_OK || store == 1); /* refused is as good as done */
            assert_int_equal(folder_count(&fixture->folder), FILES_WHILE_OPEN);
            if (!sqlite3_get_autocommit(db))
                sql_run(db, "ROLLBACK");
        }
    }
    sql_assert_notes(db, 1000);
    fixture_finish(db, vault);
}

static void other_files_are_refused(void **state)
{
    struct fixture *fixture = *state;
    char text[FOLDER_PATH_SIZE + 64];
    struct vault *vault = fixture_open(fixture);
    sqlite3 *db = fixture_create(vault);
    sql_run(db, FILL_NOTES(1, 10));
    snprintf(text, sizeof(text), "ATTACH '%s/other.db' AS other", fixture->folder.path);
    assert_int_equal(sqlite3_exec(db, text, NULL, NULL, NULL), SQLITE_CANTOPEN);
    snprintf(text, sizeof(text), "VACUUM INTO '%s/other.db'", fixture->folder.path);
    assert_int_equal(sqlite3_exec(db, text, NULL, NULL, NULL), SQLITE_CANTOPEN);
    assert_int_equal(sql_number(db, "PRAGMA mmap_size = 1000000"), 0);
    sql_assert_notes(db, 10);
    assert_int_equal(folder_count(&fixture->folder), FILES_WHILE_OPEN);
    fixture_finish(db, vault);
}

static void a_rollback_journal_is_never_written(void **state)
{
    static const char *const modes[] = { "DELETE", "TRUNCATE", "PERSIST" };
    struct fixture *fixture = *state;
    char journal_path[FOLDER_PATH_SIZE];
    folder_path(journal_path, &fixture->folder, "office.qadam-journal");
    fixture_make_database(fixture);
    for (size_t i = 0; i < 3; i++) {
        char text[64];
        struct vault *vault = fixture_open(fixture);
        sqlite3 *db = fixture_connect(vault);
        snprintf(text, sizeof(text), "PRAGMA journal_mode = %s", modes[i]);
        sqlite3_exec(db, text, NULL, NULL, NULL);
        sqlite3_exec(db, FILL_NOTES(1, 10), NULL, NULL, NULL);
        assert_true(folder_count(&fixture->folder) <= FILES_WHILE_OPEN);
        assert_false(file_exists(journal_path));
        sqlite3_close(db);
        vault_close(&vault);
    }
}

static void a_database_without_reserved_bytes_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct vault *vault = fixture_open(fixture);
    sqlite3 *db = NULL;
    assert_int_equal(
        sqlite3_open_v2(vault_path(vault), &db, SQLITE_OPEN_READWRITE, vault_vfs(vault)),
        SQLITE_OK);
    assert_int_not_equal(sqlite3_exec(db,
                                      "PRAGMA journal_mode = OFF;"
                                      "CREATE TABLE note (id INTEGER PRIMARY KEY, body)",
                                      NULL, NULL, NULL),
                         SQLITE_OK);
    sqlite3_close(db);
    vault_close(&vault);
}

#define MARKER "Мээрим Planted-Marker-7731"

static void leave_markers_and_die(const struct fixture *fixture)
{
    sqlite3 *db = fixture_connect(fixture_open(fixture));
    sql_run(db,
            "PRAGMA cache_size = 10; CREATE TABLE \"" MARKER "\" (a, b);"
            "CREATE INDEX \"index " MARKER "\" ON \"" MARKER "\" (a);" FILL_NOTES(
                1, 300) "INSERT INTO \"" MARKER "\" SELECT '" MARKER "' || id, body FROM note;"
                        "PRAGMA wal_checkpoint(PASSIVE); UPDATE note SET body = body || '" MARKER
                        "';"
                        "CREATE TEMP TABLE t AS SELECT * FROM note ORDER BY body;"
                        "BEGIN; UPDATE note SET body = '" MARKER "'; SAVEPOINT a;"
                        "UPDATE note SET body = body || id");
}

static void no_file_holds_a_word_of_plaintext(void **state)
{
    static const char *const words[] = { "Planted-Marker", "Мээрим", "SQLite format",
                                         "CREATE",         "note 1", "299-299-" };
    struct fixture *fixture = *state;
    fixture_make_database(fixture);
    fixture_abandon(fixture, leave_markers_and_die);
    assert_int_equal(folder_count(&fixture->folder), FILES_WHILE_OPEN);
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        assert_false(folder_holds(&fixture->folder, words[i], strlen(words[i])));
    struct vault *vault = fixture_open(fixture);
    fixture_finish(fixture_connect(vault), vault);
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        assert_false(folder_holds(&fixture->folder, words[i], strlen(words[i])));
}

#define ON_A_VAULT(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_A_VAULT(sorting_and_temporary_tables_make_no_file),
        ON_A_VAULT(other_files_are_refused),
        ON_A_VAULT(a_rollback_journal_is_never_written),
        ON_A_VAULT(a_database_without_reserved_bytes_is_refused),
        ON_A_VAULT(no_file_holds_a_word_of_plaintext),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
