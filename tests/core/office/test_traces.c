/* SPDX-License-Identifier: Apache-2.0 */

/* What real processes leave on a real disk: the kernel's own list of the files that are opened
 * for writing, and a search for planted names through every file, also after a kill -9 in the
 * middle of a large transaction. */
#include "support/unit.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/fixture_office.h"
#include "support/folder.h"
#include "support/markers.h"
#include "support/trace.h"
#include "support/worker.h"

static const char *this_program;
static struct error error;

/* ---- the day that is watched, in a process of its own: "test_traces --sealed FOLDER" */

static struct office *open_office(const char *path)
{
    struct office *office = NULL;
    assert_ok(fixture_office_open(&office, path, disk_system(), "first", "first", &error));
    return office;
}

static void back_up_rekey_restore(const char *path, const char *backup)
{
    struct secret *typed = fixture_office_secret("first");
    const struct login login = { .user_name = "first", .typed = typed };
    const struct office_restore plan = { .backup = backup, .to = path, .overwrites = true };
    char *kept = NULL;
    struct office *office = open_office(path);
    assert_ok(office_backup(office, backup, NULL, &error));
    office_close(&office);
    assert_ok(office_rekey(path, disk_system(), &login, NULL, &error));
    assert_ok(office_restore(&plan, disk_system(), &login, &kept, &error));
    free(kept);
    secret_free(&typed);
}

static void change_users(const char *path)
{
    struct office *office = open_office(path);
    struct secret *passphrase = fixture_office_secret("second");
    assert_ok(office_add_user(office, "second", ROLE_CLERK, passphrase, &error));
    assert_ok(office_revoke_user(office, "second", &error));
    secret_free(&passphrase);
    office_close(&office);
}

static void spend_a_day(const struct folder *folder)
{
    char path[FOLDER_PATH_SIZE];
    char backup[FOLDER_PATH_SIZE];
    struct office_health health;
    folder_path(path, folder, "office.qadam");
    folder_path(backup, folder, "backup.qadam");
    assert_ok(fixture_office_create(path, disk_system(), NULL, &error));
    struct office *office = open_office(path);
    markers_search_and_sort(store_handle(office_store(office)));
    assert_ok(office_verify(office, NULL, &health, &error));
    office_close(&office);
    change_users(path);
    back_up_rekey_restore(path, backup);
    office = open_office(path); /* last, because such rows break every rule of the tables */
    assert_true(markers_fill_every_table(store_handle(office_store(office))) > 30);
    office_close(&office);
}

/* The control: the same work with plain SQLite, as it comes. */
static void spend_a_day_plainly(const struct folder *folder)
{
    char path[FOLDER_PATH_SIZE];
    sqlite3 *db = NULL;
    folder_path(path, folder, "office.qadam");
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    markers_run(db, "PRAGMA temp_store = FILE; PRAGMA journal_mode = WAL;"
                    "CREATE TABLE t (text TEXT, bytes BLOB) STRICT");
    markers_fill_table(db, "t");
    markers_search_and_sort(db);
    sqlite3_close(db);
}

static int work(const char *how, const char *where)
{
    struct folder folder;
    int length = snprintf(folder.path, sizeof(folder.path), "%s", where);
    if (length < 0 || (size_t)length >= sizeof(folder.path))
        return EXIT_FAILURE;
    if (strcmp(how, "--plain") == 0)
        spend_a_day_plainly(&folder);
    else
        spend_a_day(&folder);
    return EXIT_SUCCESS;
}

/* ---- the tests */

struct scene {
    struct folder folder; /* all that the process may touch */
    struct folder aside;
    char log[FOLDER_PATH_SIZE];
    char office[FOLDER_PATH_SIZE];
};

static int begin(void **state)
{
    struct scene *scene = calloc(1, sizeof(*scene));
    assert_non_null(scene);
    *state = scene;
    folder_make(&scene->folder);
    folder_make(&scene->aside);
    folder_path(scene->log, &scene->aside, "trace");
    folder_path(scene->office, &scene->folder, "office.qadam");
    return 0;
}

static int end(void **state)
{
    struct scene *scene = *state;
    folder_remove(&scene->folder);
    folder_remove(&scene->aside);
    free(scene);
    return 0;
}

static void run_day(const struct scene *scene, const char *how, struct trace_result *result)
{
    const char *const argv[] = { this_program, how, scene->folder.path, NULL };
    assert_int_equal(trace_run(argv, NULL, scene->log), 0);
    trace_read(result, scene->log, &scene->folder);
}

static int count_markers_found(const struct folder *folder, bool says_which)
{
    int count = 0;
    for (size_t i = 0; i < MARKERS; i++) {
        bool is_found = folder_holds(folder, markers[i].bytes, markers[i].length);
        if (is_found && says_which)
            print_error("the %s marker is in a file\n", markers[i].charset);
        count += is_found;
    }
    return count;
}

static void only_the_office_file_its_log_and_their_copies_are_written(void **state)
{
    struct scene *scene = *state;
    struct trace_result result;
    const char *reason = trace_reason();
    if (reason != NULL)
        skip_because(__func__, reason);
    run_day(scene, "--sealed", &result);
    if (result.strangers > 0)
        print_error("written, made or removed: %s\n", result.first);
    assert_int_equal(result.strangers, 0);
    assert_true(result.changes > 50);
    printf("NOTE: calls of a day that open for writing, make, rename or remove a file: %d\n",
           result.changes);
    assert_int_equal(count_markers_found(&scene->folder, true), 0);
    assert_int_equal(folder_count(&scene->folder), 3); /* office, backup, what was kept */
}

static void the_same_work_with_plain_sqlite_would_be_noticed(void **state)
{
    struct scene *scene = *state;
    struct trace_result result;
    const char *reason = trace_reason();
    if (reason != NULL)
        skip_because(__func__, reason);
    run_day(scene, "--plain", &result);
    assert_true(result.strangers > 0);
    assert_true(count_markers_found(&scene->folder, false) > 2);
}

static void after_a_kill_in_a_large_transaction_no_file_holds_plaintext(void **state)
{
    struct scene *scene = *state;
    char log[FOLDER_PATH_SIZE];
    struct worker worker;
    folder_path(log, &scene->folder, "office.qadam-wal");
    worker_start(&worker, scene->office);
    worker_must(&worker, ORDER_CREATE, 0, NULL);
    worker_must(&worker, ORDER_OPEN, 0, NULL);
    worker_must(&worker, ORDER_ADD_ROWS, 1, NULL);
    worker_must(&worker, ORDER_SQL, 0,
                "PRAGMA cache_size = 10; BEGIN IMMEDIATE;"
                "CREATE TABLE marker_rows (name TEXT, bytes BLOB);"
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000)"
                " INSERT INTO marker_rows SELECT 'Markerova Маркерова ' || i,"
                " x'CCE0F0EAE5F0EEE2E000EDC1D2CBC5D2CFD7C1004D00610072006B00650072006F0076006100'"
                " FROM n;"
                "UPDATE marker_rows SET name = 'Маркерова ' || name;");
    assert_int_equal(worker_kill(&worker, 0), 0);
    struct content content = file_read(log);
    printf("NOTE: bytes of a transaction in the log when it was killed: %zu\n", content.length);
    assert_true(content.length > 500000);
    free(content.bytes);
    assert_int_equal(folder_count(&scene->folder), 3);
    assert_int_equal(count_markers_found(&scene->folder, true), 0);
    worker_start(&worker, scene->office);
    worker_must(&worker, ORDER_OPEN, 0, NULL);
    assert_int_equal(worker_must(&worker, ORDER_COUNT, 0, NULL), 1);
    worker_must(&worker, ORDER_VERIFY, 0, NULL);
    worker_end(&worker);
    assert_int_equal(count_markers_found(&scene->folder, true), 0);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
        TEST(only_the_office_file_its_log_and_their_copies_are_written),
        TEST(the_same_work_with_plain_sqlite_would_be_noticed),
        TEST(after_a_kill_in_a_large_transaction_no_file_holds_plaintext),
#undef TEST
    };
    if (argc == 3)
        return work(argv[1], argv[2]);
    this_program = argv[0];
    return cmocka_run_group_tests(tests, NULL, NULL);
}
