/* SPDX-License-Identifier: Apache-2.0 */

/* The acts on an office file when all goes well, and when somebody asks for what cannot be. */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/query.h"
#include "support/cut_disk.h"
#include "support/fixture_office.h"
#include "vault/recovery_code.h"

static const char office_path[] = "/office.qadam";
static const char backup_path[] = "/stick/backup.qadam";

static struct error error;
static struct cut_disk *memory;

static int begin(void **state)
{
    (void)state;
    memory = cut_disk_new();
    return fixture_office_create(office_path, cut_disk_as_disk(memory), NULL, &error) != STATUS_OK;
}

static int end(void **state)
{
    (void)state;
    cut_disk_free(memory);
    return 0;
}

static const struct disk *disk(void)
{
    return cut_disk_as_disk(memory);
}

static struct office *open_as(const char *user)
{
    struct office *office = NULL;
    assert_ok(fixture_office_open(&office, office_path, disk(), user, user, &error));
    return office;
}

static enum status add_user(struct office *office, const char *name, enum role role)
{
    struct secret *passphrase = fixture_office_secret(name[0] == '\0' ? "x" : name);
    enum status status = office_add_user(office, name, role, passphrase, &error);
    secret_free(&passphrase);
    return status;
}

static enum status plan_status(struct office_plan plan)
{
    struct secret *code = NULL;
    struct secret *passphrase = fixture_office_secret("four words are enough");
    if (plan.path == NULL)
        plan.path = "/other.qadam";
    if (plan.user_name == NULL)
        plan.user_name = "Aigul";
    if (plan.passphrase == NULL)
        plan.passphrase = passphrase;
    enum status status = office_create(&plan, disk(), &code, &error);
    secret_free(&passphrase);
    secret_free(&code);
    return status;
}

/* ---- creating */

static void a_file_is_never_created_over_another(void **state)
{
    (void)state;
    assert_status(plan_status((struct office_plan){ .path = office_path }), STATUS_EXISTS);
    cut_disk_put(memory, "/other.qadam-wal", "somebody's log", 14);
    assert_status(plan_status((struct office_plan){ .path = "/other.qadam" }), STATUS_EXISTS);
}

static void a_plan_that_cannot_work_is_refused_and_leaves_nothing(void **state)
{
    (void)state;
    struct secret *weak = fixture_office_secret("short");
    assert_status(plan_status((struct office_plan){ .passphrase = weak }), STATUS_PASSPHRASE_WEAK);
    assert_status(plan_status((struct office_plan){ .user_name = "  " }), STATUS_TEXT_EMPTY);
    assert_status(plan_status((struct office_plan){ .user_name = "recovery" }),
                  STATUS_NAME_INVALID);
    assert_status(plan_status((struct office_plan){ .user_name = "a\tb" }), STATUS_TEXT_CONTROL);
    assert_status(plan_status((struct office_plan){ .user_name = "\xFF" }), STATUS_TEXT_INVALID);
    assert_status(plan_status((struct office_plan){ .office_code = "osh" }), STATUS_NAME_INVALID);
    assert_status(plan_status((struct office_plan){ .country = "US" }), STATUS_INVALID);
    assert_status(plan_status((struct office_plan){ .smallest_pc_mib = 32 }), STATUS_INVALID);
    assert_string_equal(cut_disk_path(memory, 0), office_path);
    assert_null(cut_disk_path(memory, 1));
    secret_free(&weak);
}

/* ---- users */

static bool count_user(void *self, const struct office_user *user)
{
    int *counts = self;
    counts[0]++;
    counts[1] += user->is_active;
    counts[2] += user->has_key;
    return true;
}

static void users_are_found_whatever_the_case_and_can_come_back(void **state)
{
    int counts[3] = { 0, 0, 0 };
    (void)state;
    struct office *office = open_as("first");
    assert_ok(add_user(office, "Нурлан", ROLE_CLERK));
    assert_status(add_user(office, "НУРЛАН", ROLE_CLERK), STATUS_EXISTS);
    assert_ok(office_revoke_user(office, "нурлан", &error));
    assert_status(office_revoke_user(office, "нурлан", &error), STATUS_NOT_FOUND);
    assert_status(office_revoke_user(office, "nobody", &error), STATUS_NOT_FOUND);
    assert_ok(add_user(office, "нурлан", ROLE_COUNSELLOR));
    assert_ok(office_each_user(office, count_user, counts, &error));
    assert_int_equal(counts[0], 2);
    assert_int_equal(counts[1], 2);
    assert_int_equal(counts[2], 2);
    office_close(&office);
}

static void the_last_supervisor_cannot_be_revoked(void **state)
{
    (void)state;
    struct office *office = open_as("first");
    assert_ok(add_user(office, "second", ROLE_CLERK));
    assert_status(office_revoke_user(office, "first", &error), STATUS_LAST_SUPERVISOR);
    assert_ok(add_user(office, "third", ROLE_SUPERVISOR));
    assert_status(office_revoke_user(office, "first", &error),
                  STATUS_REFUSED); /* the only reader */
    assert_ok(office_grant_access(office, "third", COMPARTMENTS_ALL, COMPARTMENT_READER, &error));
    assert_ok(office_revoke_user(office, "first", &error));
    office_close(&office);
}

static void a_clerk_may_back_up_but_not_manage(void **state)
{
    char code[RECOVERY_CODE_TEXT_SIZE] = "";
    (void)state;
    struct office *office = open_as("first");
    assert_ok(add_user(office, "clerk", ROLE_CLERK));
    office_close(&office);
    office = open_as("clerk");
    assert_status(add_user(office, "friend", ROLE_CLERK), STATUS_REFUSED);
    assert_status(office_revoke_user(office, "first", &error), STATUS_REFUSED);
    assert_status(office_new_recovery_code(office, fixture_office_take_code, code, &error),
                  STATUS_REFUSED);
    assert_string_equal(code, "");
    assert_status(office_require(office, ACT_READ_JOURNAL, &error), STATUS_REFUSED);
    assert_ok(office_backup(office, backup_path, NULL, &error));
    office_close(&office);
}

static void a_file_holds_as_many_users_as_it_says(void **state)
{
    char name[16];
    enum status status = STATUS_OK;
    int users = 1;
    (void)state;
    struct office *office = open_as("first");
    for (; status == STATUS_OK; users += status == STATUS_OK) {
        snprintf(name, sizeof(name), "user %d", users);
        status = add_user(office, name, ROLE_CLERK);
    }
    assert_int_equal(status, STATUS_KEYSLOTS_FULL);
    assert_int_equal(users, error.number);
    assert_int_equal(users, HEADER_KEYSLOTS - 1);
    assert_ok(office_revoke_user(office, "user 7", &error));
    assert_ok(add_user(office, "one more", ROLE_CLERK));
    office_close(&office);
}

static enum status open_with_code(const char *code)
{
    struct office *office = NULL;
    struct secret *typed = fixture_office_secret(code);
    const struct login login = { .typed = typed, .is_recovery = true };
    enum status status =
        fixture_office_open_with(&office, office_path, disk(), &login, NULL, &error);
    office_close(&office);
    secret_free(&typed);
    return status;
}

static void a_sheet_that_could_not_be_printed_leaves_the_old_one_valid(void **state)
{
    char old_code[RECOVERY_CODE_TEXT_SIZE];
    char new_code[RECOVERY_CODE_TEXT_SIZE];
    (void)state;
    struct office *office = open_as("first");
    assert_ok(office_new_recovery_code(office, fixture_office_take_code, old_code, &error));
    assert_status(office_new_recovery_code(office, fixture_office_take_code, NULL, &error),
                  STATUS_WRITE_FAILED);
    assert_ok(open_with_code(old_code));
    assert_ok(office_new_recovery_code(office, fixture_office_take_code, new_code, &error));
    office_close(&office);
    assert_status(open_with_code(old_code), STATUS_WRONG_PASSPHRASE);
    assert_ok(open_with_code(new_code));
}

static void a_sheet_that_is_only_looked_at_changes_nothing(void **state)
{
    char old_code[RECOVERY_CODE_TEXT_SIZE];
    struct secret *text = NULL;
    (void)state;
    struct office *office = open_as("first");
    assert_ok(office_new_recovery_code(office, fixture_office_take_code, old_code, &error));
    assert_ok(office_draft_recovery_code(&text, &error));
    assert_ok(open_with_code(old_code));
    assert_ok(office_take_recovery_code(office, text, &error));
    office_close(&office);
    assert_status(open_with_code(old_code), STATUS_WRONG_PASSPHRASE);
    assert_ok(open_with_code((const char *)text->bytes));
    secret_free(&text);
}

static void only_whoever_manages_users_makes_a_sheet_count(void **state)
{
    struct secret *text = NULL;
    (void)state;
    struct office *office = open_as("first");
    assert_ok(add_user(office, "clerk", ROLE_CLERK));
    office_close(&office);
    office = open_as("clerk");
    assert_ok(office_draft_recovery_code(&text, &error));
    assert_status(office_take_recovery_code(office, text, &error), STATUS_REFUSED);
    office_close(&office);
    secret_free(&text);
}

/* ---- the file as a whole */

static void a_protected_file_can_be_read_where_reading_is_enough(void **state)
{
    struct office_health health;
    (void)state;
    struct office *office = NULL;
    struct secret *typed = fixture_office_secret("first");
    const struct login login = { .user_name = "first", .typed = typed };
    const struct office_options reading = { .may_be_read_only = true };
    cut_disk_set_read_only(memory, true);
    assert_ok(fixture_office_open_with(&office, office_path, disk(), &login, &reading, &error));
    assert_ok(office_verify(office, NULL, &health, &error));
    office_close(&office);
    cut_disk_set_read_only(memory, false);
    cut_disk_set_capacity(memory, cut_disk_file_size(memory, office_path));
    assert_ok(fixture_office_open_with(&office, office_path, disk(), &login, &reading, &error));
    assert_ok(office_verify(office, NULL, &health, &error));
    office_close(&office);
    secret_free(&typed);
}

static void a_backup_with_one_bad_header_copy_can_be_restored(void **state)
{
    char *kept = NULL;
    (void)state;
    struct secret *typed = fixture_office_secret("first");
    const struct login login = { .user_name = "first", .typed = typed };
    const struct office_restore plan = { .backup = backup_path, .to = "/new.qadam" };
    struct office *office = open_as("first");
    assert_ok(fixture_office_add_rows(office, 1, 100, &error));
    assert_ok(office_backup(office, backup_path, NULL, &error));
    office_close(&office);
    cut_disk_flip(memory, backup_path, 600, 1);
    assert_ok(office_restore(&plan, disk(), &login, &kept, &error));
    assert_null(kept);
    assert_ok(fixture_office_open(&office, "/new.qadam", disk(), "first", "first", &error));
    assert_int_equal(fixture_office_count_transactions(office), 1);
    office_close(&office);
    secret_free(&typed);
}

/* As when the log with the last change of a passphrase was lost. */
static void a_stale_public_key_is_put_right_before_it_can_lock_somebody_out(void **state)
{
    (void)state;
    struct office *office = open_as("first");
    assert_ok(add_user(office, "second", ROLE_CLERK));
    assert_ok(store_execute(office_store(office),
                            "UPDATE user SET public_key = randomblob(32) WHERE login = 'second'",
                            &error));
    office_close(&office);
    office = open_as("second");
    office_close(&office);
    struct secret *typed = fixture_office_secret("first");
    const struct login login = { .user_name = "first", .typed = typed };
    assert_ok(office_rekey(office_path, disk(), &login, NULL, &error));
    secret_free(&typed);
    office = open_as("second");
    office_close(&office);
}

static void verifying_tells_pages_users_and_the_journal(void **state)
{
    struct office_health health;
    (void)state;
    struct office *office = open_as("first");
    assert_ok(add_user(office, "second", ROLE_CLERK));
    assert_ok(office_verify(office, NULL, &health, &error));
    assert_int_equal(health.users, 2);
    assert_int_equal(health.journal_entries, 2);
    assert_true(health.pages > 40);
    office_close(&office);
}

#define OFFICE_TEST(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(a_file_is_never_created_over_another),
        OFFICE_TEST(a_plan_that_cannot_work_is_refused_and_leaves_nothing),
        OFFICE_TEST(users_are_found_whatever_the_case_and_can_come_back),
        OFFICE_TEST(the_last_supervisor_cannot_be_revoked),
        OFFICE_TEST(a_clerk_may_back_up_but_not_manage),
        OFFICE_TEST(a_file_holds_as_many_users_as_it_says),
        OFFICE_TEST(a_sheet_that_could_not_be_printed_leaves_the_old_one_valid),
        OFFICE_TEST(a_sheet_that_is_only_looked_at_changes_nothing),
        OFFICE_TEST(only_whoever_manages_users_makes_a_sheet_count),
        OFFICE_TEST(a_protected_file_can_be_read_where_reading_is_enough),
        OFFICE_TEST(a_backup_with_one_bad_header_copy_can_be_restored),
        OFFICE_TEST(a_stale_public_key_is_put_right_before_it_can_lock_somebody_out),
        OFFICE_TEST(verifying_tells_pages_users_and_the_journal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
