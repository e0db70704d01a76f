/* SPDX-License-Identifier: Apache-2.0 */
#include "store/migrate.h"
#include "store/query.h"
#include "store/store.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct error error;

static const char SQL_ADD_SETTING[] = "INSERT INTO setting (key, value) VALUES ('a', '1')";
static const char SQL_COUNT_SETTINGS[] = "SELECT count(*) FROM setting";
static const char SQL_COUNT_FOR_EVER[] =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

static void file_bytes(const char *path, long offset, unsigned char *out, size_t size)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, offset, SEEK_SET), 0);
    assert_int_equal(fread(out, 1, size, file), size);
    fclose(file);
}

static void file_set_bytes(const char *path, long offset, const void *bytes, size_t size)
{
    FILE *file = fopen(path, "r+b");
    assert_non_null(file);
    assert_int_equal(fseek(file, offset, SEEK_SET), 0);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

static void text_of(struct store *store, const char *sql, char *out, size_t size)
{
    struct query query;
    query_begin(&query, store, sql);
    if (query_next_row(&query))
        query_copy_text(&query, 0, out, size);
    assert_ok(query_end_found(&query, &error));
}

/* ---- New files */

static void a_finished_new_store_is_one_file_in_write_ahead_mode(void **state)
{
    (void)state;
    for (int is_alone = 0; is_alone <= 1; is_alone++) {
        char path[FIXTURE_PATH_SIZE];
        fixture_folder_path(path, "office.new");
        struct store *store = NULL;
        assert_ok(store_open(
            &store,
            &(struct store_options){ .path = path, .is_new = true, .is_alone = is_alone == 1 },
            &error));
        assert_ok(store_migrate(store, &error));
        assert_int_equal(fixture_folder_count(path), 1);
        assert_ok(store_finish_new(store, &error));
        assert_int_equal(fixture_folder_count(path), 1);
        store_close(&store);
        assert_null(store);

        unsigned char header[100];
        file_bytes(path, 0, header, sizeof(header));
        assert_int_equal(fixture_folder_count(path), 1);
        assert_int_equal(header[16] << 8 | header[17], 4096);
        assert_int_equal(header[18], 2);
        assert_int_equal(header[19], 2);
        assert_int_equal(header[20], 40);
        fixture_folder_remove(path);
    }
}

static void a_finished_store_opens_with_what_was_put_into_it(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "office.qadam");
    fixture_store_make(path);
    struct store *store = fixture_store_open(path);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM user"), 2);
    assert_ok(store_check(store, &error));
    store_close(&store);
    assert_int_equal(fixture_folder_count(path), 1);
    fixture_folder_remove(path);
}

static void a_new_store_over_a_full_file_is_refused(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "office.qadam");
    fixture_store_make(path);
    struct store *store = NULL;
    const struct store_options options = { .path = path, .is_new = true };
    assert_status(store_open(&store, &options, &error), STATUS_EXISTS);
    assert_null(store);
    fixture_folder_remove(path);
}

static void every_page_of_a_large_store_keeps_its_reserved_bytes(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "office.qadam");
    fixture_store_make(path);
    struct store *store = fixture_store_open(path);
    assert_ok(store_execute(store,
                            "CREATE TABLE t (b BLOB) STRICT;"
                            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT"
                            " 300) INSERT INTO t SELECT randomblob(3000) FROM n",
                            &error));
    assert_ok(store_checkpoint(store, &error));
    store_close(&store);

    struct stat facts;
    assert_int_equal(stat(path, &facts), 0);
    assert_true(facts.st_size > 200L * 4096);
    const unsigned char zeros[40] = { 0 };
    for (long page = 0; page < facts.st_size / 4096; page++) {
        unsigned char reserved[40];
        file_bytes(path, page * 4096 + 4056, reserved, sizeof(reserved));
        assert_memory_equal(reserved, zeros, sizeof(zeros));
    }
    fixture_folder_remove(path);
}

/* ---- Settings of the connection */

static void a_connection_is_configured_before_it_is_used(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "office.qadam");
    fixture_store_make(path);
    struct store *store = fixture_store_open(path);
    assert_int_equal(fixture_number(store, "PRAGMA foreign_keys"), 1);
    assert_int_equal(fixture_number(store, "PRAGMA trusted_schema"), 0);
    assert_int_equal(fixture_number(store, "PRAGMA cell_size_check"), 1);
    assert_int_equal(fixture_number(store, "PRAGMA synchronous"), 2);
    assert_int_equal(fixture_number(store, "PRAGMA temp_store"), 2);
    assert_int_equal(fixture_number(store, "PRAGMA mmap_size"), 0);
    assert_int_equal(fixture_number(store, "PRAGMA cache_size"), -2000);
    assert_int_equal(fixture_number(store, "PRAGMA busy_timeout"), 5000);
    char mode[16];
    text_of(store, "PRAGMA journal_mode", mode, sizeof(mode));
    assert_string_equal(mode, "wal");
    store_close(&store);
    fixture_folder_remove(path);
}

static void nothing_can_be_attached_and_the_schema_cannot_be_forged(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    assert_status(store_execute(store, "ATTACH ':memory:' AS other", &error), STATUS_INTERNAL);
    assert_ok(store_execute(store, "PRAGMA writable_schema = ON", &error));
    assert_status(store_execute(store, "DELETE FROM sqlite_schema", &error), STATUS_INTERNAL);
    assert_status(store_execute(store, "SELECT load_extension('x')", &error), STATUS_INTERNAL);
    store_close(&store);
}

/* ---- Existing files */

static void a_live_file_is_never_converted_to_write_ahead_mode(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "office.qadam");
    fixture_store_make(path);
    const unsigned char rollback_mode[2] = { 1, 1 };
    file_set_bytes(path, 18, rollback_mode, 2);

    struct store *store = NULL;
    const struct store_options options[] = {
        { .path = path },
        { .path = path, .is_alone = true },
        { .path = path, .is_read_only = true },
    };
    for (size_t i = 0; i < 3; i++) {
        assert_status(store_open(&store, &options[i], &error), STATUS_DAMAGED);
        assert_non_null(strstr(error.detail, "write-ahead"));
        assert_null(store);
    }
    unsigned char header[2];
    file_bytes(path, 18, header, 2);
    assert_memory_equal(header, rollback_mode, 2);
    fixture_folder_remove(path);
}

static void what_is_no_database_is_damaged(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "letter.txt");
    FILE *file = fopen(path, "wb");
    for (int i = 0; i < 1000; i++)
        fputs("Dear Sir, ", file);
    fclose(file);
    struct store *store = NULL;
    assert_status(store_open(&store, &(struct store_options){ .path = path }, &error),
                  STATUS_DAMAGED);
    const struct store_options read_only = { .path = path, .is_read_only = true };
    assert_status(store_open(&store, &read_only, &error), STATUS_DAMAGED);
    assert_int_equal(truncate(path, 0), 0);
    assert_status(store_open(&store, &(struct store_options){ .path = path }, &error),
                  STATUS_DAMAGED);
    assert_status(store_open(&store, &read_only, &error), STATUS_DAMAGED);
    fixture_folder_remove(path);
}

static void a_missing_file_and_a_missing_folder_are_not_found(void **state)
{
    (void)state;
    struct store *store = NULL;
    const struct store_options options[] = {
        { .path = "/tmp/qadam_is_not_here" },
        { .path = "/tmp/qadam_is_not_here", .is_read_only = true },
        { .path = "/tmp/qadam_is_not_here/office.new", .is_new = true },
    };
    for (size_t i = 0; i < 3; i++)
        assert_status(store_open(&store, &options[i], &error), STATUS_NOT_FOUND);
    assert_int_equal(access("/tmp/qadam_is_not_here", F_OK), -1);
    /* Something is there, but it is no file. */
    assert_status(store_open(&store, &(struct store_options){ .path = "/tmp" }, &error),
                  STATUS_NO_PERMISSION);
}

static void contradicting_options_and_an_unknown_vfs_are_refused(void **state)
{
    (void)state;
    struct store *store = NULL;
    const struct store_options options[] = {
        { .path = NULL },
        { .path = "" },
        { .path = ":memory:" },
        { .path = "/tmp/x", .is_new = true, .is_read_only = true },
        { .path = "/tmp/x", .vfs = "no such vfs" },
        { .path = "/tmp/x", .vfs = "no such vfs", .is_read_only = true },
    };
    for (size_t i = 0; i < 6; i++)
        assert_status(store_open(&store, &options[i], &error), STATUS_INTERNAL);
}

/* ---- Read-only */

static void a_backup_on_a_write_protected_medium_can_be_read(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "100% of #1? \"Мигранты\" қ+&=.qadam");
    fixture_store_make(path);
    struct store *store = NULL;
    const struct store_options options = { .path = path, .is_read_only = true };
    assert_ok(store_open(&store, &options, &error));
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM user"), 2);
    assert_ok(store_check(store, &error));
    assert_status(store_execute(store, SQL_ADD_SETTING, &error), STATUS_NO_PERMISSION);
    assert_int_equal(fixture_folder_count(path), 1);
    store_close(&store);
    assert_int_equal(fixture_folder_count(path), 1);
    fixture_folder_remove(path);
}

static void a_relative_path_can_be_read_only_too(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    char here[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "what is#this?.qadam");
    fixture_store_make(path);
    assert_non_null(getcwd(here, sizeof(here)));
    char *name = strrchr(path, '/');
    *name = '\0';
    assert_int_equal(chdir(path), 0);
    *name = '/';

    struct store *store = NULL;
    const struct store_options options = { .path = name + 1, .is_read_only = true };
    assert_ok(store_open(&store, &options, &error));
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM user"), 2);
    store_close(&store);
    assert_int_equal(chdir(here), 0);
    fixture_folder_remove(path);
}

static void reading_only_sees_what_a_crash_left_in_the_log(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "office.qadam");
    fixture_store_make(path);
    struct store *writer = fixture_store_open(path);
    assert_ok(store_execute(writer, SQL_ADD_SETTING, &error));

    struct store *reader = NULL;
    const struct store_options options = { .path = path, .is_read_only = true };
    assert_ok(store_open(&reader, &options, &error));
    assert_int_equal(fixture_number(reader, SQL_COUNT_SETTINGS), 1);
    store_close(&reader);
    store_close(&writer);
    fixture_folder_remove(path);
}

/* ---- Transactions */

static void a_commit_keeps_and_a_rollback_takes_back(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    assert_ok(store_begin(store, &error));
    assert_true(store_is_in_transaction(store));
    assert_ok(store_execute(store, SQL_ADD_SETTING, &error));
    store_rollback(store);
    assert_false(store_is_in_transaction(store));
    assert_int_equal(fixture_number(store, SQL_COUNT_SETTINGS), 0);
    store_rollback(store);

    assert_ok(store_begin(store, &error));
    assert_ok(store_execute(store, SQL_ADD_SETTING, &error));
    assert_int_equal(store_changed_rows(store), 1);
    assert_ok(store_commit(store, &error));
    assert_int_equal(fixture_number(store, SQL_COUNT_SETTINGS), 1);
    store_close(&store);
}

static void transactions_do_not_nest_and_need_a_beginning(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    assert_status(store_commit(store, &error), STATUS_INTERNAL);
    assert_ok(store_begin(store, &error));
    assert_status(store_begin(store, &error), STATUS_INTERNAL);
    assert_status(store_begin_read(store, &error), STATUS_INTERNAL);
    assert_true(store_is_in_transaction(store));
    store_rollback(store);
    store_close(&store);
}

static void a_reader_sees_the_moment_at_which_it_began(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "office.qadam");
    fixture_store_make(path);
    struct store *reader = fixture_store_open(path);
    struct store *writer = fixture_store_open(path);
    assert_ok(store_begin_read(reader, &error));
    assert_ok(store_execute(writer, SQL_ADD_SETTING, &error));
    assert_int_equal(fixture_number(reader, SQL_COUNT_SETTINGS), 0);
    assert_ok(store_commit(reader, &error));
    assert_int_equal(fixture_number(reader, SQL_COUNT_SETTINGS), 1);
    store_close(&reader);
    store_close(&writer);
    fixture_folder_remove(path);
}

static void a_second_writer_and_a_blocked_checkpoint_are_in_use(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "office.qadam");
    fixture_store_make(path);
    struct store *one = fixture_store_open(path);
    struct store *two = fixture_store_open(path);
    sqlite3_busy_timeout(store_handle(two), 10);
    assert_ok(store_begin(one, &error));
    assert_ok(store_execute(one, SQL_ADD_SETTING, &error));
    assert_status(store_begin(two, &error), STATUS_IN_USE);
    assert_status(store_checkpoint(two, &error), STATUS_IN_USE);
    assert_status(store_checkpoint(one, &error), STATUS_IN_USE);
    assert_ok(store_commit(one, &error));
    assert_ok(store_checkpoint(two, &error));
    store_close(&two);
    store_close(&one);
    fixture_folder_remove(path);
}

static void who_is_alone_keeps_the_others_out_and_makes_no_shm(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "office.qadam");
    fixture_store_make(path);
    struct store *alone = NULL;
    const struct store_options options = { .path = path, .is_alone = true };
    assert_ok(store_open(&alone, &options, &error));
    assert_ok(store_execute(alone, SQL_ADD_SETTING, &error));
    assert_int_equal(fixture_folder_count(path), 2); /* the file and its -wal */

    /* Not store_open(): it would wait for five seconds. */
    sqlite3 *other = NULL;
    assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, SQL_COUNT_SETTINGS, NULL, NULL, NULL), SQLITE_BUSY);
    sqlite3_close(other);
    store_close(&alone);
    fixture_folder_remove(path);
}

/* ---- Stopping */

static bool is_stopped;

static bool stop(void *self)
{
    (*(int *)self)++;
    return is_stopped;
}

static void a_long_statement_can_be_stopped(void **state)
{
    (void)state;
    int asked = 0;
    struct store *store = NULL;
    const struct store_options options = {
        .path = ":memory:", .is_new = true, .should_stop = stop, .self = &asked
    };
    is_stopped = false;
    assert_ok(store_open(&store, &options, &error));
    assert_ok(store_migrate(store, &error));
    is_stopped = true;
    assert_status(store_execute(store, SQL_COUNT_FOR_EVER, &error), STATUS_INTERRUPTED);
    assert_true(asked > 0);

    /* Also inside a transaction, which can still be left. */
    assert_ok(store_begin(store, &error));
    assert_status(store_execute(store, SQL_COUNT_FOR_EVER, &error), STATUS_INTERRUPTED);
    store_rollback(store);
    assert_false(store_is_in_transaction(store));
    store_close(&store);
}

/* ---- Failing */

static void result_codes_become_statuses(void **state)
{
    (void)state;
    static const struct {
        int code;
        enum status status;
    } expected[] = {
        { SQLITE_OK, STATUS_OK },
        { SQLITE_DONE, STATUS_OK },
        { SQLITE_FULL, STATUS_NO_SPACE },
        { SQLITE_BUSY_SNAPSHOT, STATUS_IN_USE },
        { SQLITE_LOCKED_SHAREDCACHE, STATUS_IN_USE },
        { SQLITE_IOERR_DATA, STATUS_DAMAGED },
        { SQLITE_CORRUPT_INDEX, STATUS_DAMAGED },
        { SQLITE_NOTADB, STATUS_DAMAGED },
        { SQLITE_READONLY_DBMOVED, STATUS_MOVED },
        { SQLITE_READONLY_DIRECTORY, STATUS_NO_PERMISSION },
        { SQLITE_PERM, STATUS_NO_PERMISSION },
        { SQLITE_AUTH, STATUS_NO_PERMISSION },
        { SQLITE_IOERR_READ, STATUS_READ_FAILED },
        { SQLITE_IOERR_SHORT_READ, STATUS_READ_FAILED },
        { SQLITE_IOERR_FSYNC, STATUS_WRITE_FAILED },
        { SQLITE_IOERR_WRITE, STATUS_WRITE_FAILED },
        { SQLITE_IOERR_NOMEM, STATUS_OUT_OF_MEMORY },
        { SQLITE_NOMEM, STATUS_OUT_OF_MEMORY },
        { SQLITE_INTERRUPT, STATUS_INTERRUPTED },
        { SQLITE_CONSTRAINT_CHECK, STATUS_INVALID },
        { SQLITE_CONSTRAINT_FOREIGNKEY, STATUS_INVALID },
        { SQLITE_CONSTRAINT_TRIGGER, STATUS_INVALID },
        { SQLITE_CONSTRAINT_UNIQUE, STATUS_EXISTS },
        { SQLITE_CONSTRAINT_PRIMARYKEY, STATUS_EXISTS },
        { SQLITE_ERROR, STATUS_INTERNAL },
        { SQLITE_MISUSE, STATUS_INTERNAL },
    };
    struct store *store = fixture_store_memory();
    for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++)
        assert_status(store_fail(store, expected[i].code, "test", &error), expected[i].status);
    store_close(&store);
}

static void a_failure_tells_the_code_but_not_the_data(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    struct query query;
    query_begin(&query, store, "INSERT INTO setting (key, value) VALUES (:key, :value)");
    query_bind_text(&query, ":key", "");
    query_bind_text(&query, ":value", "Мухаммад");
    assert_status(query_run(&query, &error), STATUS_INVALID);
    assert_non_null(strstr(error.detail, "275")); /* SQLITE_CONSTRAINT_CHECK */
    assert_non_null(strstr(error.detail, "INSERT INTO setting"));
    assert_null(strstr(error.detail, "Мухаммад"));
    store_close(&store);
}

static void a_file_with_a_flipped_byte_does_not_pass_the_check(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "office.qadam");
    fixture_store_make(path);
    struct store *store = fixture_store_open(path);
    assert_ok(store_check(store, &error));
    const long page = (long)fixture_number(store, "SELECT rootpage FROM sqlite_schema"
                                                  " WHERE name = 'user'");
    store_close(&store);
    file_set_bytes(path, (page - 1) * 4096, "\xff\xff\xff\xff", 4);
    store = fixture_store_open(path);
    assert_status(store_check(store, &error), STATUS_DAMAGED);
    store_close(&store);
    fixture_folder_remove(path);
}

static void a_row_that_points_nowhere_does_not_pass_the_check(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    assert_ok(store_execute(store,
                            "PRAGMA foreign_keys = OFF;"
                            "INSERT INTO draft (user_id, form, subject, fields, cursor_field,"
                            " cursor_position, saved_at) VALUES ('nobody', 'f', '', '{}', '', 0,"
                            " '" FIXTURE_MOMENT_TEXT "')",
                            &error));
    assert_status(store_check(store, &error), STATUS_DAMAGED);
    assert_non_null(strstr(error.detail, "draft"));
    assert_null(strstr(error.detail, "nobody"));
    store_close(&store);
}

static void the_clock_can_be_replaced_and_is_written_in_one_way(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char text[MOMENT_TEXT_SIZE];
    store_format_now(store, text);
    assert_string_equal(text, FIXTURE_MOMENT_TEXT);
    store_set_clock(store, NULL, NULL);
    assert_true(store_now(store) > 0);
    moment_format(-5, text);
    assert_string_equal(text, "1970-01-01T00:00:00.000Z");
    moment_format(253402300800000, text);
    assert_string_equal(text, "9999-12-31T23:59:59.999Z");
    store_close(&store);
    store_close(&store); /* closing twice is fine */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_finished_new_store_is_one_file_in_write_ahead_mode),
        cmocka_unit_test(a_finished_store_opens_with_what_was_put_into_it),
        cmocka_unit_test(a_new_store_over_a_full_file_is_refused),
        cmocka_unit_test(every_page_of_a_large_store_keeps_its_reserved_bytes),
        cmocka_unit_test(a_connection_is_configured_before_it_is_used),
        cmocka_unit_test(nothing_can_be_attached_and_the_schema_cannot_be_forged),
        cmocka_unit_test(a_live_file_is_never_converted_to_write_ahead_mode),
        cmocka_unit_test(what_is_no_database_is_damaged),
        cmocka_unit_test(a_missing_file_and_a_missing_folder_are_not_found),
        cmocka_unit_test(contradicting_options_and_an_unknown_vfs_are_refused),
        cmocka_unit_test(a_backup_on_a_write_protected_medium_can_be_read),
        cmocka_unit_test(a_relative_path_can_be_read_only_too),
        cmocka_unit_test(reading_only_sees_what_a_crash_left_in_the_log),
        cmocka_unit_test(a_commit_keeps_and_a_rollback_takes_back),
        cmocka_unit_test(transactions_do_not_nest_and_need_a_beginning),
        cmocka_unit_test(a_reader_sees_the_moment_at_which_it_began),
        cmocka_unit_test(a_second_writer_and_a_blocked_checkpoint_are_in_use),
        cmocka_unit_test(who_is_alone_keeps_the_others_out_and_makes_no_shm),
        cmocka_unit_test(a_long_statement_can_be_stopped),
        cmocka_unit_test(result_codes_become_statuses),
        cmocka_unit_test(a_failure_tells_the_code_but_not_the_data),
        cmocka_unit_test(a_file_with_a_flipped_byte_does_not_pass_the_check),
        cmocka_unit_test(a_row_that_points_nowhere_does_not_pass_the_check),
        cmocka_unit_test(the_clock_can_be_replaced_and_is_written_in_one_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
