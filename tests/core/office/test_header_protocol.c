/* SPDX-License-Identifier: Apache-2.0 */

/* The list of keys stands in the header, the decision about it in the database: what happens when
 * one of the two is lost, cannot be written, or comes back. */
#include "support/unit.h"

#include <sqlite3.h>
#include <string.h>

#include "support/cut_disk.h"
#include "support/fixture_office.h"
#include "vault/recovery_code.h"

static const char path[] = "/office.qadam";
static const char log_path[] = "/office.qadam-wal";

enum { HEADER_WRITE_SIZE = HEADER_COPY_SIZE, SECOND_COPY = HEADER_COPY_SIZE };

static struct cut_disk *new_office(void)
{
    struct error error = { 0 };
    struct cut_disk *disk = cut_disk_new();
    assert_ok(fixture_office_create(path, cut_disk_as_disk(disk), NULL, &error));
    return disk;
}

static struct office *open_as(struct cut_disk *disk, const char *user)
{
    struct error error = { 0 };
    struct office *office = NULL;
    assert_ok(fixture_office_open(&office, path, cut_disk_as_disk(disk), user, user, &error));
    return office;
}

static enum status add_user(struct office *office, const char *name)
{
    struct error error = { 0 };
    struct secret *passphrase = fixture_office_secret(name);
    enum status status = office_add_user(office, name, ROLE_CLERK, passphrase, &error);
    secret_free(&passphrase);
    return status;
}

static void assert_sound(struct cut_disk *disk, const char *user)
{
    struct error error = { 0 };
    struct office_health health;
    struct office *office = open_as(disk, user);
    assert_ok(office_verify(office, NULL, &health, &error));
    office_close(&office);
}

/* From the given one on, writing a copy of the header fails. */
struct bad_header {
    int written;
    int good;
};

static void fail_header(void *self, struct cut_disk *disk, const struct cut_event *event)
{
    struct bad_header *bad = self;
    const struct cut_fault fault = { .kind = CUT_WRITE, .code = SQLITE_IOERR_WRITE, .path = path };
    if (event->kind == CUT_WRITE && event->length == HEADER_WRITE_SIZE &&
        strcmp(event->path, path) == 0 && bad->written++ >= bad->good)
        cut_disk_fail(disk, &fault);
}

static void a_lost_log_does_not_take_the_file_with_it(void **state)
{
    (void)state;
    struct error error = { 0 };
    struct cut_disk *disk = new_office();
    struct office *office = open_as(disk, "first");
    assert_ok(add_user(office, "second"));
    struct cut_disk *copied = cut_disk_crash_image(disk, CUT_KEEP_ALL, 1);
    const struct disk *as_disk = cut_disk_as_disk(copied);
    assert_int_equal(as_disk->vfs->xDelete(as_disk->vfs, log_path, 1), SQLITE_OK);
    assert_sound(copied, "first");
    struct office *again = open_as(copied, "first");
    assert_ok(add_user(again, "third"));
    office_close(&again);
    assert_sound(copied, "third");
    /* Its row was in the log. */
    assert_status(fixture_office_open(&again, path, as_disk, "second", "second", &error),
                  STATUS_KEYS_ALTERED);
    office_close(&office);
    cut_disk_free(copied);
    cut_disk_free(disk);
}

static void a_change_that_failed_at_its_sync_may_come_back_or_not(void **state)
{
    (void)state;
    const struct cut_fault fault = { .kind = CUT_SYNC, .code = SQLITE_IOERR_FSYNC, .path = "-wal" };
    struct error error = { 0 };
    for (enum cut_mode mode = CUT_LOSE_ALL; mode < CUT_MODE_COUNT; mode++) {
        struct cut_disk *disk = new_office();
        struct office *office = open_as(disk, "first");
        assert_ok(fixture_office_add_rows(office, 1, 100, &error));
        cut_disk_fail(disk, &fault);
        assert_status(add_user(office, "second"), STATUS_WRITE_FAILED);
        struct cut_disk *cut = cut_disk_crash_image(disk, mode, 7);
        assert_sound(cut, "first");
        cut_disk_free(cut);
        assert_ok(add_user(office, "third"));
        cut = cut_disk_crash_image(disk, mode, 8);
        assert_sound(cut, "third");
        cut_disk_free(cut);
        office_close(&office);
        cut_disk_free(disk);
    }
}

static void a_committed_change_is_not_reported_as_failed(void **state)
{
    (void)state;
    struct error error = { 0 };
    struct bad_header bad = { .good = 1 };
    struct cut_disk *disk = new_office();
    struct office *office = open_as(disk, "first");
    char code[RECOVERY_CODE_TEXT_SIZE] = "";
    cut_disk_set_hook(disk, fail_header, &bad);
    assert_ok(office_new_recovery_code(office, fixture_office_take_code, code, &error));
    assert_true(code[0] != '\0');
    cut_disk_set_hook(disk, NULL, NULL);
    cut_disk_heal(disk);
    office_close(&office);
    assert_sound(disk, "first");
    cut_disk_free(disk);
}

static void a_header_copy_that_cannot_be_written_keeps_nobody_out(void **state)
{
    (void)state;
    struct bad_header bad = { .good = 0 };
    struct cut_disk *disk = new_office();
    cut_disk_flip(disk, path, SECOND_COPY + 100, 1);
    cut_disk_set_hook(disk, fail_header, &bad);
    struct office *office = open_as(disk, "first");
    assert_int_equal(bad.written, 1);
    office_close(&office);
    cut_disk_free(disk);
}

/* The lost file's log has the same key: SQLite would play it into the restored file. */
static void a_restored_file_does_not_get_the_log_of_the_lost_one(void **state)
{
    (void)state;
    struct error error = { 0 };
    struct cut_disk *disk = new_office();
    struct office *office = open_as(disk, "first");
    assert_ok(fixture_office_add_rows(office, 1, 3000, &error));
    assert_ok(office_backup(office, "/backup.qadam", NULL, &error));
    for (int i = 2; i <= 40; i++)
        assert_ok(fixture_office_add_rows(office, i, 3000, &error));
    assert_ok(store_checkpoint(office_store(office), &error));
    assert_ok(fixture_office_add_rows(office, 41, 3000, &error));
    struct cut_disk *cut = cut_disk_crash_image(disk, CUT_KEEP_ALL, 1);
    const struct disk *as_disk = cut_disk_as_disk(cut);
    assert_int_equal(as_disk->vfs->xDelete(as_disk->vfs, path, 1), SQLITE_OK);
    struct secret *passphrase = fixture_office_secret("first");
    const struct login login = { .user_name = "first", .typed = passphrase };
    const struct office_restore plan = { .backup = "/backup.qadam",
                                         .to = path,
                                         .overwrites = true };
    char *kept = NULL;
    assert_ok(office_restore(&plan, as_disk, &login, &kept, &error));
    assert_null(kept);
    secret_free(&passphrase);
    assert_sound(cut, "first");
    struct office *restored = open_as(cut, "first");
    assert_int_equal(fixture_office_count_transactions(restored), 1);
    office_close(&restored);
    office_close(&office);
    cut_disk_free(cut);
    cut_disk_free(disk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lost_log_does_not_take_the_file_with_it),
        cmocka_unit_test(a_change_that_failed_at_its_sync_may_come_back_or_not),
        cmocka_unit_test(a_committed_change_is_not_reported_as_failed),
        cmocka_unit_test(a_header_copy_that_cannot_be_written_keeps_nobody_out),
        cmocka_unit_test(a_restored_file_does_not_get_the_log_of_the_lost_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
