/* SPDX-License-Identifier: Apache-2.0 */

/* Whatever the disk refuses - no space, failing writes, failing syncs, failing reads - at every
 * one of its operations in turn: each act reports it or succeeds, and afterwards, on the healed
 * disk, everything acknowledged is there, nothing else is, and the file verifies. */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/cut_disk.h"
#include "support/fixture_office.h"

static const char office_path[] = "/office.qadam";
static const char backup_path[] = "/stick/backup.qadam";

static struct error error;

/* What came of one run on a failing disk. */
struct outcome {
    int acknowledged;
    int begun;
    bool is_added; /* the user "second" */
    bool may_be_added;
    bool has_backup;
    unsigned failures;
};

static bool note(struct outcome *outcome, enum status status)
{
    outcome->failures += status != STATUS_OK;
    /* A fault of the disk is never taken for a wrong passphrase, a foreign file, or a mistake. */
    if (status != STATUS_OK && status != STATUS_NO_SPACE && status != STATUS_WRITE_FAILED &&
        status != STATUS_READ_FAILED && status != STATUS_NO_PERMISSION &&
        status != STATUS_NOT_FOUND && status != STATUS_DAMAGED && status != STATUS_EXISTS &&
        status != STATUS_IN_USE && status != STATUS_OUT_OF_MEMORY)
        fail_msg("a failing disk gave %s: %s", status_name(status), error.detail);
    return status == STATUS_OK;
}

static void add_rows(struct office *office, struct outcome *outcome, int count, int bytes)
{
    for (int i = 0; i < count; i++) {
        outcome->begun = outcome->acknowledged + 1;
        if (!note(outcome, fixture_office_add_rows(office, outcome->begun, bytes, &error)))
            return; /* a failed commit may have happened: do not write the same again */
        outcome->acknowledged = outcome->begun;
    }
}

static void work(struct cut_disk *disk, struct outcome *outcome)
{
    struct office *office = NULL;
    struct secret *second = fixture_office_secret("second");
    if (note(outcome, fixture_office_open(&office, office_path, cut_disk_as_disk(disk), "first",
                                          "first", &error))) {
        add_rows(office, outcome, 3, 2000);
        outcome->may_be_added = true;
        outcome->is_added =
            note(outcome, office_add_user(office, "second", ROLE_CLERK, second, &error));
        note(outcome, store_checkpoint(office_store(office), &error));
        if (outcome->begun == outcome->acknowledged)
            add_rows(office, outcome, 2, 20000);
        outcome->has_backup = note(outcome, office_backup(office, backup_path, NULL, &error));
        office_close(&office);
    }
    secret_free(&second);
}

static int count_in(struct cut_disk *disk, const char *path, const char *user)
{
    struct office *office = NULL;
    struct office_health health;
    assert_ok(fixture_office_open(&office, path, cut_disk_as_disk(disk), user, user, &error));
    int count = fixture_office_count_transactions(office);
    assert_ok(office_verify(office, NULL, &health, &error));
    office_close(&office);
    return count;
}

static void check_after(struct cut_disk *disk, const struct outcome *outcome)
{
    struct office *office = NULL;
    cut_disk_heal(disk);
    cut_disk_set_capacity(disk, -1);
    int count = count_in(disk, office_path, "first");
    assert_in_range(count, outcome->acknowledged, outcome->begun);
    if (outcome->is_added)
        count_in(disk, office_path, "second");
    else if (fixture_office_open(&office, office_path, cut_disk_as_disk(disk), "second", "second",
                                 &error) == STATUS_OK)
        assert_true(outcome->may_be_added);
    office_close(&office);
    if (cut_disk_file_size(disk, backup_path) >= 0)
        count_in(disk, backup_path, "first");
    else
        assert_false(outcome->has_backup);
}

static struct cut_disk *new_disk(void)
{
    struct cut_disk *disk = cut_disk_new();
    assert_ok(fixture_office_create(office_path, cut_disk_as_disk(disk), NULL, &error));
    return disk;
}

/* Fails the n-th operation of a kind, for every n (or every third, seventh) until the work has no
 * more of them: some failures may pass unnoticed because they can wait, five in a row may not. */
static unsigned fail_each(const struct cut_disk *fresh, enum cut_kind kind, int code, bool sticky)
{
#ifdef __SANITIZE_ADDRESS__
    static const unsigned steps[] = { [CUT_READ] = 13, [CUT_WRITE] = 7, [CUT_SYNC] = 1 };
#else
    static const unsigned steps[] = { [CUT_READ] = 7, [CUT_WRITE] = 3, [CUT_SYNC] = 1 };
#endif
    unsigned runs = 0;
    unsigned unnoticed = 0;
    for (unsigned after = 0; unnoticed < 5; after += steps[kind]) {
        struct outcome outcome = { .acknowledged = 0 };
        struct cut_disk *disk = cut_disk_clone(fresh);
        cut_disk_fail(disk, &(struct cut_fault){
                                .kind = kind, .code = code, .after = after, .is_sticky = sticky });
        work(disk, &outcome);
        check_after(disk, &outcome);
        cut_disk_free(disk);
        runs++;
        unnoticed = outcome.failures == 0 ? unnoticed + 1 : 0;
    }
    return runs;
}

static void check_kind(enum cut_kind kind, int code, const char *what)
{
    struct cut_disk *fresh = new_disk();
    unsigned once = fail_each(fresh, kind, code, false);
    unsigned always = fail_each(fresh, kind, code, true);
    assert_true(once + always > 10);
    printf("NOTE: %s: %u runs\n", what, once + always);
    cut_disk_free(fresh);
}

static void a_write_that_finds_no_space_loses_nothing(void **state)
{
    (void)state;
    check_kind(CUT_WRITE, SQLITE_FULL, "writes without space");
}

static void a_write_that_fails_loses_nothing(void **state)
{
    (void)state;
    check_kind(CUT_WRITE, SQLITE_IOERR_WRITE, "failing writes");
}

static void a_sync_that_fails_loses_nothing(void **state)
{
    (void)state;
    check_kind(CUT_SYNC, SQLITE_IOERR_FSYNC, "failing syncs");
}

static void a_read_that_fails_is_reported(void **state)
{
    (void)state;
    check_kind(CUT_READ, SQLITE_IOERR_READ, "failing reads");
}

static void a_disk_of_any_size_is_enough_or_says_that_it_is_full(void **state)
{
    (void)state;
    struct cut_disk *fresh = new_disk();
    sqlite3_int64 size = cut_disk_file_size(fresh, office_path);
    unsigned runs = 0;
    for (sqlite3_int64 more = 0; more < 1200000; more += 23456) {
        struct outcome outcome = { .acknowledged = 0 };
        struct cut_disk *disk = cut_disk_clone(fresh);
        cut_disk_set_capacity(disk, size + more);
        work(disk, &outcome);
        check_after(disk, &outcome);
        cut_disk_free(disk);
        runs++;
    }
    printf("NOTE: sizes of a full disk: %u\n", runs);
    cut_disk_free(fresh);
}

static void creating_on_a_failing_disk_leaves_no_file(void **state)
{
    (void)state;
    for (unsigned after = 0;; after++) {
        struct cut_disk *disk = cut_disk_new();
        cut_disk_fail(
            disk, &(struct cut_fault){ .kind = CUT_WRITE, .code = SQLITE_FULL, .after = after });
        enum status status =
            fixture_office_create(office_path, cut_disk_as_disk(disk), NULL, &error);
        if (status != STATUS_OK) {
            assert_int_equal(status, STATUS_NO_SPACE);
            assert_null(cut_disk_path(disk, 0));
        }
        cut_disk_free(disk);
        if (status == STATUS_OK)
            break;
    }
}

static void a_read_only_disk_is_named_as_such(void **state)
{
    (void)state;
    struct office *office = NULL;
    struct office_health health;
    struct cut_disk *disk = new_disk();
    struct secret *typed = fixture_office_secret("first");
    const struct login login = { .user_name = "first", .typed = typed };
    const struct office_options reading = { .is_read_only = true };
    cut_disk_set_read_only(disk, true);
    assert_status(
        fixture_office_open(&office, office_path, cut_disk_as_disk(disk), "first", "first", &error),
        STATUS_NO_PERMISSION);
    assert_ok(fixture_office_open_with(&office, office_path, cut_disk_as_disk(disk), &login,
                                       &reading, &error));
    assert_ok(office_verify(office, NULL, &health, &error));
    office_close(&office);
    secret_free(&typed);
    cut_disk_free(disk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_write_that_finds_no_space_loses_nothing),
        cmocka_unit_test(a_write_that_fails_loses_nothing),
        cmocka_unit_test(a_sync_that_fails_loses_nothing),
        cmocka_unit_test(a_read_that_fails_is_reported),
        cmocka_unit_test(a_disk_of_any_size_is_enough_or_says_that_it_is_full),
        cmocka_unit_test(creating_on_a_failing_disk_leaves_no_file),
        cmocka_unit_test(a_read_only_disk_is_named_as_such),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
