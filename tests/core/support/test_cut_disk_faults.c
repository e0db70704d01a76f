/* SPDX-License-Identifier: Apache-2.0 */

/* Plain SQLite on a disk that fails, fills up, is write-protected or loses its power, and a disk
 * that remembers what was written on it. */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/cut_disk.h"

static int with_disk(void **state)
{
    *state = cut_disk_new();
    return 0;
}

static int without_disk(void **state)
{
    cut_disk_free(*state);
    return 0;
}

static sqlite3 *connect(const struct cut_disk *disk)
{
    sqlite3 *db = NULL;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    assert_int_equal(sqlite3_open_v2("/db", &db, flags, cut_disk_as_disk(disk)->vfs->zName),
                     SQLITE_OK);
    return db;
}

static int run(sqlite3 *db, const char *sql)
{
    return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

static int ask(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *query = NULL;
    int answer = -1;
    if (sqlite3_prepare_v2(db, sql, -1, &query, NULL) == SQLITE_OK &&
        sqlite3_step(query) == SQLITE_ROW)
        answer = sqlite3_column_int(query, 0);
    sqlite3_finalize(query);
    return answer;
}

static sqlite3 *connect_with_table(const struct cut_disk *disk)
{
    sqlite3 *db = connect(disk);
    assert_int_equal(run(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                             "PRAGMA cache_size=4; CREATE TABLE t (x);"
                             "PRAGMA wal_checkpoint(TRUNCATE)"),
                     SQLITE_OK);
    return db;
}

static const char SQL_ADD[] = "INSERT INTO t VALUES (randomblob(3000))";
static const char SQL_COUNT[] = "SELECT count(*) FROM t";

static sqlite3_int64 free_bytes(const struct cut_disk *disk)
{
    sqlite3_int64 bytes;
    const struct disk *port = cut_disk_as_disk(disk);
    assert_int_equal(port->free_bytes(port->self, "/db", &bytes), SQLITE_OK);
    return bytes;
}

/* ---- a full disk */

static void a_full_disk_refuses_a_commit_and_loses_none(void **state)
{
    struct cut_disk *disk = *state;
    sqlite3 *db = connect_with_table(disk);
    cut_disk_set_capacity(disk, 200000);
    int count = 0, code;
    while ((code = run(db, SQL_ADD)) == SQLITE_OK)
        count++;
    assert_int_equal(code, SQLITE_FULL);
    assert_in_range(count, 10, 60);
    assert_int_equal(free_bytes(disk), 0);
    assert_int_equal(ask(db, SQL_COUNT), count);
    struct cut_disk *image = cut_disk_crash_image(disk, CUT_LOSE_ALL, 0);
    sqlite3 *after = connect(image);
    assert_int_equal(ask(after, SQL_COUNT), count);
    sqlite3_close(after);
    cut_disk_free(image);

    cut_disk_set_capacity(disk, 400000);
    assert_true(free_bytes(disk) > 190000);
    assert_int_equal(run(db, SQL_ADD), SQLITE_OK);
    assert_int_equal(ask(db, SQL_COUNT), count + 1);
    sqlite3_close(db);
}

static void what_is_reserved_is_kept_for_its_file(void **state)
{
    struct cut_disk *disk = *state;
    const struct disk *port = cut_disk_as_disk(disk);
    cut_disk_put(disk, "/a", "0123456789", 10);
    cut_disk_set_capacity(disk, 100);
    assert_int_equal(port->reserve(port->self, "/a", 200), SQLITE_FULL);
    assert_int_equal(port->reserve(port->self, "/a", 60), SQLITE_OK);
    assert_int_equal(free_bytes(disk), 40);
    assert_int_equal(port->reserve(port->self, "/b", 41), SQLITE_FULL);
    assert_int_equal(port->reserve(port->self, "/b", 40), SQLITE_OK);
    assert_int_equal(cut_disk_file_size(disk, "/b"), -1);
    assert_int_equal(free_bytes(disk), 0);

    sqlite3_file *file = calloc(1, (size_t)port->vfs->szOsFile);
    assert_non_null(file);
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MAIN_DB;
    assert_int_equal(port->vfs->xOpen(port->vfs, "/a", file, flags, NULL), SQLITE_OK);
    char bytes[50] = { 0 };
    assert_int_equal(file->pMethods->xWrite(file, bytes, 50, 10), SQLITE_OK);
    assert_int_equal(file->pMethods->xWrite(file, bytes, 50, 60), SQLITE_FULL);
    port->unreserve(port->self, "/b");
    assert_int_equal(file->pMethods->xWrite(file, bytes, 50, 60), SQLITE_FULL);
    assert_int_equal(cut_disk_file_size(disk, "/a"), 100); /* what fitted */
    file->pMethods->xClose(file);
    free(file);
}

/* ---- faults */

static void reads_fail_after_so_many_once_or_for_good(void **state)
{
    struct cut_disk *disk = *state;
    sqlite3 *db = connect_with_table(disk);
    for (int i = 0; i < 30; i++)
        assert_int_equal(run(db, SQL_ADD), SQLITE_OK);
    struct cut_fault fault = { .kind = CUT_READ, .code = SQLITE_IOERR_READ, .after = 5 };
    cut_disk_fail(disk, &fault);
    assert_int_equal(ask(db, "SELECT sum(length(x)) FROM t"), -1);
    assert_int_equal(sqlite3_extended_errcode(db), SQLITE_IOERR_READ);
    assert_int_equal(ask(db, "SELECT sum(length(x)) FROM t"), 90000);

    fault.is_sticky = true;
    fault.path = "-wal";
    cut_disk_fail(disk, &fault);
    assert_int_equal(ask(db, "SELECT sum(length(x)) FROM t"), -1);
    assert_int_equal(ask(db, "SELECT sum(length(x)) FROM t"), -1);
    cut_disk_heal(disk);
    assert_int_equal(ask(db, "SELECT sum(length(x)) FROM t"), 90000);
    sqlite3_close(db);
}

static void writes_syncs_and_openings_fail_on_the_named_file_only(void **state)
{
    struct cut_disk *disk = *state;
    sqlite3 *db = connect_with_table(disk);
    struct cut_fault fault = { .kind = CUT_SYNC, .code = SQLITE_IOERR_FSYNC, .path = "/other" };
    cut_disk_fail(disk, &fault);
    assert_int_equal(run(db, SQL_ADD), SQLITE_OK);
    fault.path = "/db-wal";
    cut_disk_fail(disk, &fault);
    assert_int_equal(run(db, SQL_ADD), SQLITE_IOERR);
    fault = (struct cut_fault){ .kind = CUT_WRITE, .code = SQLITE_IOERR_WRITE, .after = 1 };
    cut_disk_fail(disk, &fault);
    assert_int_equal(run(db, SQL_ADD), SQLITE_IOERR);
    assert_int_equal(ask(db, SQL_COUNT), 1);
    assert_int_equal(run(db, SQL_ADD), SQLITE_OK);
    sqlite3_close(db);

    fault = (struct cut_fault){ .kind = CUT_OPEN, .code = SQLITE_CANTOPEN, .path = "/db" };
    cut_disk_fail(disk, &fault);
    assert_int_equal(
        sqlite3_open_v2("/db", &db, SQLITE_OPEN_READWRITE, cut_disk_as_disk(disk)->vfs->zName),
        SQLITE_CANTOPEN);
    sqlite3_close(db);
}

static void names_do_not_change_when_they_are_told_to_fail(void **state)
{
    struct cut_disk *disk = *state;
    const struct disk *port = cut_disk_as_disk(disk);
    cut_disk_put(disk, "/a", "A", 1);
    struct cut_fault fault = { .kind = CUT_MOVE, .code = SQLITE_IOERR, .path = "/b" };
    cut_disk_fail(disk, &fault);
    fault = (struct cut_fault){ .kind = CUT_LINK, .code = SQLITE_NOTFOUND };
    cut_disk_fail(disk, &fault);
    fault = (struct cut_fault){ .kind = CUT_DELETE, .code = SQLITE_IOERR_DELETE };
    cut_disk_fail(disk, &fault);
    assert_int_equal(port->move(port->self, "/a", "/b"), SQLITE_IOERR);
    assert_int_equal(port->link(port->self, "/a", "/b"), SQLITE_NOTFOUND);
    assert_int_equal(port->vfs->xDelete(port->vfs, "/a", 1), SQLITE_IOERR_DELETE);
    assert_string_equal(cut_disk_path(disk, 0), "/a");
    assert_null(cut_disk_path(disk, 1));
}

static void cut_power_at_tenth_event(void *self, struct cut_disk *disk,
                                     const struct cut_event *event)
{
    struct cut_disk **image = self;
    if (event->number != 10)
        return;
    *image = cut_disk_crash_image(disk, CUT_KEEP_ALL, 0);
    cut_disk_power_off(disk);
}

static void without_power_everything_fails_but_closing(void **state)
{
    struct cut_disk *disk = *state;
    sqlite3 *db = connect_with_table(disk);
    struct cut_disk *image = NULL;
    cut_disk_set_hook(disk, cut_power_at_tenth_event, &image);
    int count = 0;
    while (run(db, SQL_ADD) == SQLITE_OK)
        count++;
    assert_int_equal(ask(db, SQL_COUNT), -1);
    sqlite3_close(db);
    const struct disk *port = cut_disk_as_disk(disk);
    sqlite3_int64 bytes;
    assert_int_equal(port->move(port->self, "/db", "/b"), SQLITE_IOERR);
    assert_int_equal(port->free_bytes(port->self, "/db", &bytes), SQLITE_IOERR);
    assert_int_equal(port->vfs->xDelete(port->vfs, "/db", 1), SQLITE_IOERR);

    assert_non_null(image);
    db = connect(image);
    assert_in_range(ask(db, SQL_COUNT), count, count + 1);
    sqlite3_close(db);
    cut_disk_free(image);
}

static void a_write_protected_disk_opens_for_reading_as_on_unix(void **state)
{
    struct cut_disk *disk = *state;
    sqlite3 *db = connect_with_table(disk);
    assert_int_equal(run(db, SQL_ADD), SQLITE_OK);
    assert_int_equal(run(db, "PRAGMA journal_mode=DELETE"), SQLITE_OK);
    sqlite3_close(db);

    cut_disk_set_read_only(disk, true);
    db = connect(disk);
    assert_int_equal(ask(db, SQL_COUNT), 1);
    assert_int_equal(sqlite3_db_readonly(db, "main"), 1);
    assert_int_equal(run(db, SQL_ADD), SQLITE_READONLY);
    sqlite3_close(db);
    assert_int_equal(sqlite3_open_v2("/none", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                     cut_disk_as_disk(disk)->vfs->zName),
                     SQLITE_CANTOPEN);
    sqlite3_close(db);
    const struct disk *port = cut_disk_as_disk(disk);
    assert_int_equal(port->move(port->self, "/db", "/b"), SQLITE_PERM);
}

static void a_flipped_byte_stays_flipped(void **state)
{
    struct cut_disk *disk = *state;
    sqlite3_close(connect_with_table(disk));
    cut_disk_flip(disk, "/db", 0, 0x01);
    struct cut_disk *image = cut_disk_crash_image(disk, CUT_KEEP_ALL, 0);
    sqlite3 *db = connect(image);
    assert_int_equal(run(db, SQL_COUNT), SQLITE_NOTADB);
    sqlite3_close(db);
    cut_disk_free(image);
    cut_disk_flip(disk, "/db", 0, 0x01);
    db = connect(disk);
    assert_int_equal(ask(db, SQL_COUNT), 0);
    sqlite3_close(db);
}

/* ---- memory */

static void the_watcher_finds_plaintext_even_after_it_is_gone(void **state)
{
    struct cut_disk *disk = *state;
    struct cut_hit hit;
    cut_disk_watch(disk, "Aigul Example", 13);
    cut_disk_watch(disk, "never written", 13);
    sqlite3 *db = connect_with_table(disk);
    assert_false(cut_disk_ever_wrote(disk, NULL, 0, NULL));
    run(db, "PRAGMA secure_delete=ON; INSERT INTO t VALUES ('Aigul ' || 'Example');"
            "DELETE FROM t; PRAGMA wal_checkpoint(TRUNCATE)");
    sqlite3_close(db);
    struct cut_disk *now = cut_disk_clone(disk);
    cut_disk_watch(now, "Aigul Example", 13);
    assert_false(cut_disk_ever_wrote(now, "Aigul Example", 13, NULL)); /* it is nowhere now */
    cut_disk_free(now);
    assert_true(cut_disk_ever_wrote(disk, "Aigul Example", 13, &hit));
    assert_string_equal(hit.path, "/db-wal");
    assert_true(hit.offset > 56);
    assert_false(cut_disk_ever_wrote(disk, "never written", 13, NULL));
    assert_true(cut_disk_ever_wrote(disk, NULL, 0, NULL));
}

static void the_watcher_finds_what_is_split_over_two_writes(void **state)
{
    struct cut_disk *disk = *state;
    struct cut_hit hit;
    char text[8000];
    cut_disk_watch(disk, "passport AB1234567", 18);
    sqlite3_vfs *vfs = cut_disk_as_disk(disk)->vfs;
    sqlite3_file *file = calloc(1, (size_t)vfs->szOsFile);
    assert_non_null(file);
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MAIN_DB;
    assert_int_equal(vfs->xOpen(vfs, "/a", file, flags, NULL), SQLITE_OK);
    memset(text, '.', sizeof text);
    assert_int_equal(file->pMethods->xWrite(file, text, sizeof text, 0), SQLITE_OK);
    assert_int_equal(file->pMethods->xWrite(file, "1234567", 7, 4107), SQLITE_OK);
    assert_int_equal(file->pMethods->xWrite(file, "xxxpassport AB", 14, 4093), SQLITE_OK);
    assert_true(cut_disk_ever_wrote(disk, "passport AB1234567", 18, &hit));
    assert_string_equal(hit.path, "/a");
    assert_int_equal(hit.offset, 4096);
    file->pMethods->xClose(file);
    free(file);
}

static void every_opening_is_remembered_with_its_kind(void **state)
{
    struct cut_disk *disk = *state;
    sqlite3 *db = connect(disk);
    assert_int_equal(run(db,
                         "PRAGMA journal_mode=DELETE; PRAGMA temp_store=FILE;"
                         "PRAGMA cache_size=2; PRAGMA temp.cache_size=2;"
                         "CREATE TABLE t (x); PRAGMA journal_mode=WAL; INSERT INTO t VALUES (1);"
                         "CREATE TEMP TABLE big AS WITH RECURSIVE n (i) AS"
                         " (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 500)"
                         " SELECT randomblob(1000) AS x FROM n"),
                     SQLITE_OK);
    sqlite3_close(db);
    const struct cut_opening *openings;
    size_t count = cut_disk_openings(disk, &openings);
    int kinds = 0;
    for (size_t i = 0; i < count; i++) {
        kinds |= openings[i].kind;
        if (openings[i].kind == SQLITE_OPEN_WAL)
            assert_string_equal(openings[i].path, "/db-wal");
    }
    int expected =
        SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL | SQLITE_OPEN_TEMP_DB;
    assert_int_equal(kinds & expected, expected);
    assert_string_equal(cut_disk_path(disk, 0), "/db"); /* temporary files are gone */
    assert_null(cut_disk_path(disk, 1));
}

#define ON_A_DISK(test) cmocka_unit_test_setup_teardown(test, with_disk, without_disk)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_A_DISK(a_full_disk_refuses_a_commit_and_loses_none),
        ON_A_DISK(what_is_reserved_is_kept_for_its_file),
        ON_A_DISK(reads_fail_after_so_many_once_or_for_good),
        ON_A_DISK(writes_syncs_and_openings_fail_on_the_named_file_only),
        ON_A_DISK(names_do_not_change_when_they_are_told_to_fail),
        ON_A_DISK(without_power_everything_fails_but_closing),
        ON_A_DISK(a_write_protected_disk_opens_for_reading_as_on_unix),
        ON_A_DISK(a_flipped_byte_stays_flipped),
        ON_A_DISK(the_watcher_finds_plaintext_even_after_it_is_gone),
        ON_A_DISK(the_watcher_finds_what_is_split_over_two_writes),
        ON_A_DISK(every_opening_is_remembered_with_its_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
