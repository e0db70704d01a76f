/* SPDX-License-Identifier: Apache-2.0 */

/* No plaintext reaches the disk.  Markers are put into every column of every table, into a search
 * index and a large sort, with a crash in the middle of a large transaction, a backup, a rekey
 * and a restore; the simulated disk looks at every byte that is ever written to any file. */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "support/cut_disk.h"
#include "support/fixture_office.h"
#include "support/markers.h"

static const char office_path[] = "/office.qadam";
static const char backup_path[] = "/stick/backup.qadam";

static struct error error;

static void watch_markers(struct cut_disk *disk)
{
    for (size_t i = 0; i < MARKERS; i++)
        cut_disk_watch(disk, markers[i].bytes, markers[i].length);
}

static void assert_nothing_leaked(const struct cut_disk *disk)
{
    struct cut_hit hit;
    for (size_t i = 0; i < MARKERS; i++)
        if (cut_disk_ever_wrote(disk, markers[i].bytes, markers[i].length, &hit))
            fail_msg("%s marker in %s at %lld", markers[i].charset, hit.path,
                     (long long)hit.offset);
}

/* Only databases and logs, under the names that the program is known to use. */
static void assert_only_sealed_files(const struct cut_disk *disk)
{
    static const char *const names[] = {
        "/office.qadam",           "/office.qadam-wal",
        "/office.qadam.part",      "/office.qadam.part-wal",
        "/stick/backup.qadam",     "/stick/backup.qadam.part",
        "/stick/backup.qadam-wal", "/stick/backup.qadam.part-wal",
    };
    const struct cut_opening *openings = NULL;
    size_t count = cut_disk_openings(disk, &openings);
    for (size_t i = 0; i < count; i++) {
        bool is_known = false;
        for (size_t n = 0; n < sizeof(names) / sizeof(names[0]); n++)
            is_known = is_known || strcmp(openings[i].path, names[n]) == 0;
        if (!is_known)
            fail_msg("%s was opened", openings[i].path);
        assert_true((openings[i].kind & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) != 0);
    }
    assert_true(count > 0);
}

static struct office *open_office(struct cut_disk *disk)
{
    struct office *office = NULL;
    assert_ok(fixture_office_open(&office, office_path, cut_disk_as_disk(disk), "first", "first",
                                  &error));
    return office;
}

/* A transaction larger than the cache spills into the log; then the power is cut. */
static struct cut_disk *crash_in_a_large_transaction(struct cut_disk *disk, struct office **office)
{
    markers_run(store_handle(office_store(*office)),
                "PRAGMA cache_size = 10; BEGIN IMMEDIATE;"
                "UPDATE marker_rows SET name = name || ' Markerova Маркерова';"
                "UPDATE marker_rows SET name = 'Маркерова ' || name");
    assert_true(cut_disk_file_size(disk, "/office.qadam-wal") > 100000);
    struct cut_disk *image = cut_disk_crash_image(disk, CUT_KEEP_ALL, 1);
    cut_disk_power_off(disk);
    office_close(office);
    return image;
}

static void back_up_rekey_restore(struct cut_disk *disk)
{
    struct secret *typed = fixture_office_secret("first");
    const struct login login = { .user_name = "first", .typed = typed };
    const struct office_restore plan = {
        .backup = backup_path,
        .to = office_path,
        .overwrites = true,
    };
    char *kept = NULL;
    struct office *office = open_office(disk);
    assert_ok(office_backup(office, backup_path, NULL, &error));
    office_close(&office);
    assert_ok(office_rekey(office_path, cut_disk_as_disk(disk), &login, NULL, &error));
    assert_ok(office_restore(&plan, cut_disk_as_disk(disk), &login, &kept, &error));
    free(kept);
    secret_free(&typed);
}

static void no_marker_from_any_table_reaches_the_disk(void **state)
{
    (void)state;
    struct cut_disk *disk = cut_disk_new();
    watch_markers(disk);
    assert_ok(fixture_office_create(office_path, cut_disk_as_disk(disk), NULL, &error));
    struct office *office = open_office(disk);
    int tables = markers_fill_every_table(store_handle(office_store(office)));
    assert_true(tables > 30);
    markers_search_and_sort(store_handle(office_store(office)));
    struct cut_disk *after = crash_in_a_large_transaction(disk, &office);
    assert_nothing_leaked(disk);
    assert_only_sealed_files(disk);
    cut_disk_free(disk);

    watch_markers(after);
    office = open_office(after);
    markers_run(store_handle(office_store(office)), "PRAGMA ignore_check_constraints = OFF;"
                                                    "UPDATE marker_rows SET name = 'Markerova'");
    office_close(&office);
    assert_nothing_leaked(after);
    assert_only_sealed_files(after);
    cut_disk_free(after);
    printf("NOTE: markers in %d charsets in every column of %d tables\n", MARKERS, tables);
}

static void no_marker_leaks_through_backup_rekey_and_restore(void **state)
{
    (void)state;
    struct cut_disk *disk = cut_disk_new();
    watch_markers(disk);
    assert_ok(fixture_office_create(office_path, cut_disk_as_disk(disk), NULL, &error));
    struct office *office = open_office(disk);
    markers_search_and_sort(store_handle(office_store(office)));
    office_close(&office);
    back_up_rekey_restore(disk);
    assert_nothing_leaked(disk);
    assert_only_sealed_files(disk);
    cut_disk_free(disk);
}

/* The control: the same rows through plain SQLite are found. */
static void the_same_rows_without_a_vault_are_found(void **state)
{
    (void)state;
    sqlite3 *db = NULL;
    struct cut_disk *disk = cut_disk_new();
    watch_markers(disk);
    assert_int_equal(sqlite3_open_v2("/plain.db", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                     cut_disk_as_disk(disk)->vfs->zName),
                     SQLITE_OK);
    markers_run(db, "PRAGMA journal_mode = WAL; CREATE TABLE t (text TEXT, bytes BLOB) STRICT");
    markers_fill_table(db, "t");
    sqlite3_close(db);
    assert_true(cut_disk_ever_wrote(disk, markers[0].bytes, markers[0].length, NULL));
    assert_true(cut_disk_ever_wrote(disk, markers[1].bytes, markers[1].length, NULL));
    assert_true(cut_disk_ever_wrote(disk, markers[2].bytes, markers[2].length, NULL));
    assert_true(cut_disk_ever_wrote(disk, markers[5].bytes, markers[5].length, NULL));
    assert_true(cut_disk_ever_wrote(disk, markers[6].bytes, markers[6].length, NULL));
    cut_disk_free(disk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_marker_from_any_table_reaches_the_disk),
        cmocka_unit_test(no_marker_leaks_through_backup_rekey_and_restore),
        cmocka_unit_test(the_same_rows_without_a_vault_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
