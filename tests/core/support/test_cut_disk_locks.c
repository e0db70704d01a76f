/* SPDX-License-Identifier: Apache-2.0 */

/* Connections block each other on the simulated disk exactly as on unix: the same script is
 * played on both, and every answer must be the same. */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/cut_disk.h"

enum { CONNECTIONS = 3, ANSWER_ROOM = 4096 };

struct step {
    int connection;
    const char *sql;
};

struct stage {
    sqlite3 *connections[CONNECTIONS];
    char answers[ANSWER_ROOM];
    size_t length;
};

static void note(struct stage *stage, const char *text)
{
    stage->length +=
        (size_t)snprintf(stage->answers + stage->length, ANSWER_ROOM - stage->length, "%s", text);
    assert_true(stage->length < ANSWER_ROOM);
}

static int note_row(void *self, int count, char **values, char **names)
{
    (void)names;
    for (int i = 0; i < count; i++) {
        note(self, values[i] == NULL ? "NULL" : values[i]);
        note(self, ",");
    }
    return 0;
}

static void play(struct stage *stage, const char *path, const char *vfs, const struct step *steps)
{
    char answer[64];
    for (int i = 0; i < CONNECTIONS; i++)
        assert_int_equal(sqlite3_open_v2(path, &stage->connections[i],
                                         SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs),
                         SQLITE_OK);
    for (int i = 0; steps[i].sql != NULL; i++) {
        sqlite3 *db = stage->connections[steps[i].connection];
        snprintf(answer, sizeof answer, "\n%d: ", i);
        note(stage, answer);
        int code = sqlite3_exec(db, steps[i].sql, note_row, stage, NULL);
        snprintf(answer, sizeof answer, " -> %d/%d", code, sqlite3_extended_errcode(db));
        note(stage, answer);
    }
    for (int i = 0; i < CONNECTIONS; i++)
        assert_int_equal(sqlite3_close(stage->connections[i]), SQLITE_OK);
}

static void assert_as_on_unix(const struct step *steps, const char *must_contain)
{
    static struct stage simulated, real;
    char directory[] = "/tmp/qadam-locks-XXXXXX";
    char path[sizeof directory + 8];
    memset(&simulated, 0, sizeof simulated);
    memset(&real, 0, sizeof real);

    struct cut_disk *disk = cut_disk_new();
    play(&simulated, "/db", cut_disk_as_disk(disk)->vfs->zName, steps);
    cut_disk_free(disk);
    assert_non_null(mkdtemp(directory));
    snprintf(path, sizeof path, "%s/db", directory);
    play(&real, path, "unix", steps);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(directory), 0);

    assert_string_equal(simulated.answers, real.answers);
    assert_non_null(strstr(simulated.answers, must_contain));
}

static void connections_in_wal_mode_block_as_on_unix(void **state)
{
    (void)state;
    static const struct step steps[] = {
        { 0, "PRAGMA journal_mode=WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1)" },
        { 1, "SELECT * FROM t" },
        { 0, "BEGIN IMMEDIATE; INSERT INTO t VALUES (2)" },
        { 1, "BEGIN IMMEDIATE" }, /* busy */
        { 1, "INSERT INTO t VALUES (3)" },
        { 1, "SELECT * FROM t" },
        { 2, "BEGIN; SELECT * FROM t" }, /* a snapshot */
        { 0, "COMMIT" },
        { 1, "SELECT * FROM t" },
        { 2, "SELECT * FROM t" },
        { 2, "INSERT INTO t VALUES (4)" }, /* busy: the snapshot is old */
        { 1, "PRAGMA wal_checkpoint(PASSIVE)" },
        { 1, "PRAGMA wal_checkpoint(TRUNCATE)" }, /* busy: a reader */
        { 2, "COMMIT" },
        { 1, "PRAGMA wal_checkpoint(RESTART)" },
        { 0, "INSERT INTO t VALUES (5)" },
        { 0, "BEGIN IMMEDIATE" },
        { 1, "PRAGMA wal_checkpoint(TRUNCATE)" }, /* busy: a writer */
        { 0, "ROLLBACK" },
        { 1, "PRAGMA wal_checkpoint(TRUNCATE)" },
        { 2, "SELECT * FROM t" },
        { 2, "PRAGMA journal_mode=DELETE" }, /* locked: others are connected */
        { 0, "PRAGMA locking_mode=EXCLUSIVE; INSERT INTO t VALUES (6)" },
        { 1, "SELECT * FROM t" },
        { 0, "PRAGMA locking_mode=NORMAL; SELECT count(*) FROM t" },
        { 1, "SELECT count(*) FROM t" },
        { 0, NULL },
    };
    assert_as_on_unix(steps, "\n3:  -> 5/5\n");
}

static void connections_with_a_rollback_journal_block_as_on_unix(void **state)
{
    (void)state;
    static const struct step steps[] = {
        { 0, "PRAGMA journal_mode=DELETE; CREATE TABLE t (x); INSERT INTO t VALUES (1)" },
        { 1, "BEGIN; SELECT * FROM t" },          /* shared */
        { 0, "BEGIN; INSERT INTO t VALUES (2)" }, /* reserved */
        { 2, "BEGIN IMMEDIATE" },                 /* busy */
        { 2, "SELECT * FROM t" },
        { 0, "COMMIT" },          /* busy, pending: one still reads */
        { 2, "SELECT * FROM t" }, /* busy: no new readers */
        { 1, "COMMIT" },
        { 0, "COMMIT" },
        { 2, "SELECT * FROM t" },
        { 0, "BEGIN EXCLUSIVE" },
        { 1, "SELECT * FROM t" }, /* busy */
        { 2, "BEGIN IMMEDIATE" }, /* busy */
        { 0, "ROLLBACK" },
        { 1, "BEGIN; SELECT * FROM t" },
        { 2, "BEGIN; SELECT * FROM t" },
        { 1, "INSERT INTO t VALUES (3)" },
        { 2, "INSERT INTO t VALUES (4)" }, /* busy */
        { 1, "COMMIT" },                   /* busy */
        { 1, "ROLLBACK" },
        { 2, "INSERT INTO t VALUES (4); COMMIT" },
        { 1, "BEGIN EXCLUSIVE; INSERT INTO t VALUES (5); COMMIT; SELECT * FROM t" },
        { 0, "PRAGMA journal_mode=WAL; SELECT count(*) FROM t" },
        { 0, NULL },
    };
    assert_as_on_unix(steps, "\n5:  -> 5/5\n");
}

/* ---- the slots of shared memory, by hand */

static sqlite3_file *open_file(const struct cut_disk *disk, const char *path)
{
    sqlite3_vfs *vfs = cut_disk_as_disk(disk)->vfs;
    sqlite3_file *file = calloc(1, (size_t)vfs->szOsFile);
    assert_non_null(file);
    int flags = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    assert_int_equal(vfs->xOpen(vfs, path, file, flags, NULL), SQLITE_OK);
    return file;
}

static void close_file(sqlite3_file *file)
{
    file->pMethods->xClose(file);
    free(file);
}

static int slot(sqlite3_file *file, int first, int count, int flags)
{
    return file->pMethods->xShmLock(file, first, count, flags);
}

static void shared_memory_is_one_for_all_and_its_slots_exclude_each_other(void **state)
{
    (void)state;
    enum {
        TAKE_SHARED = SQLITE_SHM_LOCK | SQLITE_SHM_SHARED,
        TAKE_EXCLUSIVE = SQLITE_SHM_LOCK | SQLITE_SHM_EXCLUSIVE,
        GIVE_EXCLUSIVE = SQLITE_SHM_UNLOCK | SQLITE_SHM_EXCLUSIVE
    };
    struct cut_disk *disk = cut_disk_new();
    sqlite3_file *one = open_file(disk, "/db");
    sqlite3_file *two = open_file(disk, "/db");
    void volatile *seen_by_one, *seen_by_two;

    assert_int_equal(one->pMethods->xShmMap(one, 0, 32768, 0, &seen_by_one), SQLITE_OK);
    assert_null(seen_by_one);
    assert_int_equal(one->pMethods->xShmMap(one, 1, 32768, 1, &seen_by_one), SQLITE_OK);
    assert_int_equal(two->pMethods->xShmMap(two, 1, 32768, 0, &seen_by_two), SQLITE_OK);
    assert_ptr_equal(seen_by_one, seen_by_two);

    assert_int_equal(slot(one, 3, 1, TAKE_SHARED), SQLITE_OK);
    assert_int_equal(slot(two, 3, 1, TAKE_SHARED), SQLITE_OK);
    assert_int_equal(slot(two, 3, 1, TAKE_EXCLUSIVE), SQLITE_BUSY);
    assert_int_equal(slot(two, 0, 3, TAKE_EXCLUSIVE), SQLITE_OK);
    assert_int_equal(slot(one, 2, 1, TAKE_SHARED), SQLITE_BUSY);
    assert_int_equal(slot(two, 0, 3, GIVE_EXCLUSIVE), SQLITE_OK);
    assert_int_equal(slot(one, 2, 1, TAKE_SHARED), SQLITE_OK);
    close_file(one);
    assert_int_equal(slot(two, 2, 1, TAKE_EXCLUSIVE), SQLITE_OK);
    close_file(two);
    cut_disk_free(disk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(connections_in_wal_mode_block_as_on_unix),
        cmocka_unit_test(connections_with_a_rollback_journal_block_as_on_unix),
        cmocka_unit_test(shared_memory_is_one_for_all_and_its_slots_exclude_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
