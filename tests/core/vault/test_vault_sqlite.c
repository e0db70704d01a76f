/* SPDX-License-Identifier: Apache-2.0 */

/* SQLite on a vault: every kind of work ends in the right rows. */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/fixture_vault.h"

static void rows_are_there_after_reopening(void **state)
{
    struct fixture *fixture = *state;
    struct vault *vault = fixture_open(fixture);
    sqlite3 *db = fixture_create(vault);
    sql_run(db, FILL_NOTES(1, 200));
    fixture_finish(db, vault);
    fixture_assert_notes(fixture, 200);
    assert_int_equal(folder_count(&fixture->folder), 1);
}

static void blobs_of_every_size_come_back(void **state)
{
    struct fixture *fixture = *state;
    struct vault *vault = fixture_open(fixture);
    sqlite3 *db = fixture_create(vault);
    sql_run(db, "CREATE TABLE blob (size INTEGER PRIMARY KEY, body BLOB, again BLOB);"
                "WITH RECURSIVE n(s) AS (SELECT 0 UNION ALL SELECT s + 1 FROM n WHERE s < 60)"
                "INSERT INTO blob SELECT 3991 + s * 2, randomblob(3991 + s * 2), NULL FROM n;"
                "WITH RECURSIVE n(s) AS (SELECT 0 UNION ALL SELECT s + 1 FROM n WHERE s < 20)"
                "INSERT INTO blob SELECT 1 << s, randomblob(1 << s), NULL FROM n;"
                "UPDATE blob SET again = body");
    fixture_finish(db, vault);
    vault = fixture_open(fixture);
    db = fixture_connect(vault);
    assert_int_equal(sql_number(db, "SELECT count(*) FROM blob WHERE body = again"
                                    " AND length(body) = size"),
                     82);
    fixture_finish(db, vault);
}

/* A cache of ten pages spills, and what has been spilled is changed again in the same
 * transaction: SQLite then writes page images into the log without their headers and computes
 * the checksums of all frames anew. */
static void a_transaction_larger_than_the_cache_is_whole(void **state)
{
    struct fixture *fixture = *state;
    struct vault *vault = fixture_open(fixture);
    sqlite3 *db = fixture_create(vault);
    sql_run(db, "PRAGMA cache_size = 10; PRAGMA wal_autocheckpoint = 0; BEGIN;" FILL_NOTES(
                    1, 400) "UPDATE note SET body = 'changed';"
                            "UPDATE note SET body = 'changed again' WHERE id % 3 = 0;"
                            "UPDATE note SET body = " BODY_OF_ID ";");
    sql_assert_notes(db, 400);
    sql_run(db, "COMMIT; BEGIN; UPDATE note SET body = '';"
                "UPDATE note SET body = " BODY_OF_ID "; COMMIT");
    sql_assert_notes(db, 400);
    struct vault *second = fixture_open(fixture); /* reads it all from the log */
    sqlite3 *other = fixture_connect(second);
    sql_assert_notes(other, 400);
    sqlite3_close(other);
    vault_close(&second);
    fixture_finish(db, vault);
    fixture_assert_notes(fixture, 400);
}

/* The frames of an open transaction are read again for their new checksums. */
static void damage_to_an_open_transaction_fails_its_commit(void **state)
{
    enum { FRAME = 64 + PAGE_SIZE };
    struct fixture *fixture = *state;
    struct vault *vault = fixture_open(fixture);
    sqlite3 *db = fixture_create(vault);
    sql_run(db, "PRAGMA cache_size = 10; BEGIN;" FILL_NOTES(1, 100));
    assert_true(file_size(fixture->log_path) > 72 + 60 * FRAME);
    sql_run(db, "UPDATE note SET body = body || '!' WHERE id < 20"); /* in frames before the 50th */
    file_damage(fixture->log_path, 72 + 50 * FRAME + 3);
    int code = sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
    assert_int_equal(code, SQLITE_IOERR);
    sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
    sqlite3_close(db);
    vault_close(&vault);
    fixture_assert_notes(fixture, 0);
}

static void what_is_rolled_back_is_gone(void **state)
{
    struct fixture *fixture = *state;
    struct vault *vault = fixture_open(fixture);
    sqlite3 *db = fixture_create(vault);
    sql_run(db,
            "PRAGMA cache_size = 10; BEGIN;" FILL_NOTES(
                1, 100) "SAVEPOINT a;"
                        "UPDATE note SET body = 'in a'; SAVEPOINT b;" FILL_NOTES(
                            101, 300) "DELETE FROM note WHERE id < 50; ROLLBACK TO b; DELETE FROM "
                                      "note WHERE id > 90;"
                                      "ROLLBACK TO a;" FILL_NOTES(101, 150) "RELEASE a; COMMIT");
    sql_assert_notes(db, 150);
    sql_run(db, "BEGIN; DELETE FROM note; ROLLBACK");
    sql_assert_notes(db, 150);
    fixture_finish(db, vault);
    fixture_assert_notes(fixture, 150);
}

static void every_kind_of_checkpoint_keeps_the_rows(void **state)
{
    static const char *const checkpoints[] = {
        "PRAGMA wal_checkpoint(PASSIVE)",
        "PRAGMA wal_checkpoint(FULL)",
        "PRAGMA wal_checkpoint(RESTART)",
        "PRAGMA wal_checkpoint(TRUNCATE)",
    };
    struct fixture *fixture = *state;
    struct vault *vault = fixture_open(fixture);
    sqlite3 *db = fixture_create(vault);
    sql_run(db, FILL_NOTES(1, 50));
    for (int round = 0; round < 12; round++) {
        sql_run(db, "UPDATE note SET body = id % 2; UPDATE note SET body = " BODY_OF_ID);
        assert_int_equal(sql_number(db, checkpoints[round % 4]), 0);
        sql_assert_notes(db, 50);
    }
    sql_run(db,
            "PRAGMA journal_size_limit = 10000;" FILL_NOTES(
                51, 60) "PRAGMA wal_checkpoint(RESTART); UPDATE note SET body = body WHERE id = 1");
    sql_assert_notes(db, 60);
    fixture_finish(db, vault);
    fixture_assert_notes(fixture, 60);
}

static void a_file_that_shrinks_stays_whole(void **state)
{
    struct fixture *fixture = *state;
    struct vault *vault = fixture_open(fixture);
    sqlite3 *db = fixture_create(vault);
    sql_run(db, FILL_NOTES(1, 300) "PRAGMA wal_checkpoint(TRUNCATE)");
    assert_true(file_size(fixture->path) > HEADER_SIZE + 250 * PAGE_SIZE);
    sql_run(db, "DELETE FROM note WHERE id > 20; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
    assert_true(file_size(fixture->path) < HEADER_SIZE + 60 * PAGE_SIZE);
    sql_assert_notes(db, 20);
    fixture_finish(db, vault);
    fixture_assert_notes(fixture, 20);
}

/* While a new file is built there is no log, and SQLite leaves pages out that were freed again
 * before they were written. */
static void a_new_file_is_whole_whatever_was_freed_while_building_it(void **state)
{
    struct fixture *fixture = *state;
    struct vault *vault = fixture_open(fixture);
    sqlite3 *db = fixture_create(vault);
    sql_run(
        db,
        "PRAGMA journal_mode = OFF; PRAGMA cache_size = 10; BEGIN;" FILL_NOTES(
            1,
            200) "DELETE FROM note WHERE id % 5 < 3;" FILL_NOTES(201,
                                                                 300) "DELETE FROM note WHERE id > "
                                                                      "20; UPDATE note SET id = "
                                                                      "-id;"
                                                                      "CREATE TABLE wide (body); "
                                                                      "INSERT INTO wide VALUES "
                                                                      "(randomblob(300000));"
                                                                      "DELETE FROM wide; COMMIT; "
                                                                      "UPDATE note SET id = -id; "
                                                                      "PRAGMA journal_mode = WAL");
    fixture_finish(db, vault);
}

/* ---- a connection that died */

static void write_and_die(const struct fixture *fixture)
{
    sqlite3 *db = fixture_connect(fixture_open(fixture));
    sql_run(db,
            "PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = 10;" FILL_NOTES(1, 40)
                FILL_NOTES(41, 80) "BEGIN;" FILL_NOTES(81, 300) "UPDATE note SET body = 'lost'");
}

static void checkpoint_and_die(const struct fixture *fixture)
{
    sqlite3 *db = fixture_connect(fixture_open(fixture));
    sql_run(db, "UPDATE note SET body = ''; PRAGMA wal_checkpoint(RESTART);"
                "UPDATE note SET body = " BODY_OF_ID);
}

static void committed_rows_survive_a_dead_connection_and_others_do_not(void **state)
{
    struct fixture *fixture = *state;
    fixture_make_database(fixture);
    fixture_abandon(fixture, write_and_die);
    assert_true(file_exists(fixture->log_path));
    fixture_assert_notes(fixture, 80);
    assert_false(file_exists(fixture->log_path));
    fixture_abandon(fixture, checkpoint_and_die);
    fixture_abandon(fixture, checkpoint_and_die);
    assert_true(file_exists(fixture->log_path));
    fixture_assert_notes(fixture, 80);
}

/* ---- more than one connection */

static void two_connections_see_what_the_other_committed(void **state)
{
    struct fixture *fixture = *state;
    struct vault *vault = fixture_open(fixture);
    struct vault *second = fixture_open(fixture);
    sqlite3 *db = fixture_create(vault);
    sqlite3 *same = fixture_connect(vault);
    sqlite3 *other = fixture_connect(second);
    sql_run(db, FILL_NOTES(1, 10));
    sql_run(other, "BEGIN");
    sql_assert_notes(other, 10);
    sql_run(same, FILL_NOTES(11, 20));
    sql_assert_notes(db, 20);
    sql_assert_notes(other, 10); /* its transaction goes on */
    sql_run(other, "COMMIT");
    sql_assert_notes(other, 20);
    sql_run(db, "BEGIN IMMEDIATE");
    assert_int_equal(sqlite3_exec(other, "DELETE FROM note", NULL, NULL, NULL), SQLITE_BUSY);
    sql_run(db, "COMMIT");
    sqlite3_close(other);
    sqlite3_close(same);
    vault_close(&second);
    fixture_finish(db, vault);
}

static void a_file_put_in_its_place_is_not_written_to(void **state)
{
    struct fixture *fixture = *state;
    char moved[FOLDER_PATH_SIZE];
    struct vault *vault = fixture_open(fixture);
    sqlite3 *db = fixture_create(vault);
    sqlite3_close(db);
    db = NULL;
    folder_path(moved, &fixture->folder, "moved.qadam");
    assert_int_equal(
        sqlite3_open_v2(vault_path(vault), &db, SQLITE_OPEN_READWRITE, vault_vfs(vault)),
        SQLITE_OK);
    assert_int_equal(disk_system()->move(NULL, fixture->path, moved), SQLITE_OK);
    struct content content = file_read(moved);
    file_write(fixture->path, content.bytes, content.length);
    free(content.bytes);
    assert_int_not_equal(sqlite3_exec(db, FILL_NOTES(1, 1), NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    vault_close(&vault);
    fixture_assert_notes(fixture, 0);
}

#define ON_A_VAULT(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_A_VAULT(rows_are_there_after_reopening),
        ON_A_VAULT(blobs_of_every_size_come_back),
        ON_A_VAULT(a_transaction_larger_than_the_cache_is_whole),
        ON_A_VAULT(damage_to_an_open_transaction_fails_its_commit),
        ON_A_VAULT(what_is_rolled_back_is_gone),
        ON_A_VAULT(every_kind_of_checkpoint_keeps_the_rows),
        ON_A_VAULT(a_file_that_shrinks_stays_whole),
        ON_A_VAULT(a_new_file_is_whole_whatever_was_freed_while_building_it),
        ON_A_VAULT(committed_rows_survive_a_dead_connection_and_others_do_not),
        ON_A_VAULT(two_connections_see_what_the_other_committed),
        ON_A_VAULT(a_file_put_in_its_place_is_not_written_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
