/* SPDX-License-Identifier: Apache-2.0 */

/* Changing who may open a vault.  The database that decides is played by a number here: the
 * sequence that it has committed. */
#include "support/unit.h"

#include <stdlib.h>
#include <string.h>

#include "support/fixture_vault.h"
#include "support/golden_vault.h"

/* Opens and confirms: what a store does. */
static enum status enter(struct vault **out, const struct fixture *fixture, const char *user,
                         const char *passphrase, uint64_t committed, struct error *error)
{
    enum status status = fixture_try(out, fixture, user, passphrase, error);
    if (status == STATUS_OK)
        status = vault_confirm(*out, committed, error);
    return status;
}

static void assert_enters(const struct fixture *fixture, const char *user, const char *passphrase,
                          uint64_t committed, enum status expected)
{
    struct error error = { 0 };
    struct vault *vault = NULL;
    assert_status(enter(&vault, fixture, user, passphrase, committed, &error), expected);
    vault_close(&vault);
}

static struct vault *begin(const struct fixture *fixture)
{
    struct error error = { 0 };
    struct vault *vault = fixture_open(fixture);
    assert_ok(vault_stage_begin(vault, 1, &error));
    return vault;
}

static void finish(struct vault *vault)
{
    struct error error = { 0 };
    uint64_t sequence = vault_stage_sequence(vault);
    assert_ok(vault_stage_write(vault, &error));
    vault_stage_follow(vault);
    assert_ok(vault_stage_undo(vault, &error)); /* the other copy too */
    assert_int_equal(vault_sequence(vault), sequence);
    assert_true(vault_is_settled(vault));
    assert_ok(vault_check_header(vault, &error));
    vault_close(&vault);
}

static void remove_other(struct vault *vault)
{
    struct error error = { 0 };
    assert_ok(vault_stage_removal(vault, OTHER_USER, &error));
}

static void a_new_user_opens_the_vault_once_settled(void **state)
{
    struct fixture *fixture = *state;
    struct vault *vault = begin(fixture);
    fixture_stage_user(vault, "new", "new passphrase");
    assert_enters(fixture, "new", "new passphrase", 1, STATUS_WRONG_PASSPHRASE);
    finish(vault);
    assert_enters(fixture, "new", "new passphrase", 2, STATUS_OK);
    assert_enters(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, 2, STATUS_OK);
    assert_enters(fixture, NULL, NULL, 2, STATUS_OK);
}

static void a_cut_before_the_commit_leaves_the_old_list(void **state)
{
    struct fixture *fixture = *state;
    struct error error = { 0 };
    struct vault *vault = begin(fixture);
    remove_other(vault);
    fixture_stage_user(vault, "new", "new passphrase");
    assert_ok(vault_stage_write(vault, &error));
    vault_close(&vault); /* the database still says 1 */
    assert_enters(fixture, OTHER_USER, OTHER_PASSPHRASE, 1, STATUS_OK);
    assert_enters(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, 1, STATUS_OK);
    assert_enters(fixture, "new", "new passphrase", 1, STATUS_WRONG_PASSPHRASE);
}

static void a_cut_after_the_commit_leaves_the_new_list(void **state)
{
    struct fixture *fixture = *state;
    struct error error = { 0 };
    struct vault *vault = begin(fixture);
    remove_other(vault);
    fixture_stage_user(vault, "new", "new passphrase");
    assert_ok(vault_stage_write(vault, &error));
    vault_close(&vault); /* the database says 2 */
    assert_enters(fixture, OTHER_USER, OTHER_PASSPHRASE, 2, STATUS_WRONG_PASSPHRASE);
    assert_enters(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, 2, STATUS_OK);
    assert_enters(fixture, "new", "new passphrase", 2, STATUS_OK);
}

/* Whoever comes next finishes or takes back what was begun. */
static void an_unsettled_header_can_be_settled_later(void **state)
{
    struct fixture *fixture = *state;
    struct error error = { 0 };
    struct content before = file_read(fixture->path);
    for (uint64_t committed = 1; committed <= 2; committed++) {
        struct vault *vault = begin(fixture);
        remove_other(vault);
        assert_ok(vault_stage_write(vault, &error));
        vault_close(&vault);
        assert_ok(enter(&vault, fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, committed, &error));
        assert_false(vault_is_settled(vault));
        assert_int_equal(vault_has_user(vault, OTHER_USER), committed == 1);
        assert_ok(vault_stage_undo(vault, &error)); /* both copies as committed */
        assert_ok(vault_check_header(vault, &error));
        assert_int_equal(vault_sequence(vault), committed);
        vault_close(&vault);
        assert_enters(fixture, OTHER_USER, OTHER_PASSPHRASE, committed,
                      committed == 1 ? STATUS_OK : STATUS_WRONG_PASSPHRASE);
        file_write(fixture->path, before.bytes, before.length);
    }
    free(before.bytes);
}

static void a_failed_commit_is_undone(void **state)
{
    struct fixture *fixture = *state;
    struct error error = { 0 };
    struct vault *vault = begin(fixture);
    fixture_stage_user(vault, "new", "new passphrase");
    assert_ok(vault_stage_write(vault, &error));
    assert_ok(vault_stage_undo(vault, &error));
    assert_ok(vault_check_header(vault, &error));
    vault_close(&vault);
    assert_enters(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, 1, STATUS_OK);
    assert_enters(fixture, "new", "new passphrase", 1, STATUS_WRONG_PASSPHRASE);
}

static void a_removed_slot_is_gone_from_the_file(void **state)
{
    struct fixture *fixture = *state;
    struct content before = file_read(fixture->path);
    const unsigned char *salt = before.bytes + 512 + KEYSLOT_SIZE + 48;
    struct vault *vault = begin(fixture);
    assert_true(folder_holds(&fixture->folder, salt, KEY_SALT_SIZE));
    remove_other(vault);
    finish(vault);
    assert_false(folder_holds(&fixture->folder, salt, KEY_SALT_SIZE));
    assert_enters(fixture, OTHER_USER, OTHER_PASSPHRASE, 2, STATUS_WRONG_PASSPHRASE);
    free(before.bytes);
}

static void an_old_header_put_back_is_noticed(void **state)
{
    struct fixture *fixture = *state;
    struct content before = file_read(fixture->path);
    struct vault *vault = begin(fixture);
    remove_other(vault);
    finish(vault);
    /* One copy: the other one still knows better. */
    file_patch(fixture->path, 0, before.bytes, HEADER_COPY_SIZE);
    assert_enters(fixture, OTHER_USER, OTHER_PASSPHRASE, 2, STATUS_WRONG_PASSPHRASE);
    assert_enters(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, 2, STATUS_OK);
    /* Both. */
    file_patch(fixture->path, 0, before.bytes, HEADER_SIZE);
    assert_enters(fixture, OTHER_USER, OTHER_PASSPHRASE, 2, STATUS_KEYS_ALTERED);
    assert_enters(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, 2, STATUS_KEYS_ALTERED);
    free(before.bytes);
}

static void a_change_never_starts_from_a_foreign_list(void **state)
{
    struct fixture *fixture = *state;
    struct error error = { 0 };
    struct vault *vault = fixture_open(fixture);
    assert_status(vault_stage_begin(vault, 2, &error), STATUS_KEYS_ALTERED);
    file_damage(fixture->path, 600);
    file_damage(fixture->path, HEADER_COPY_SIZE + 600);
    assert_status(vault_stage_begin(vault, 1, &error), STATUS_DAMAGED);
    vault_close(&vault);
}

static void ones_own_passphrase_can_be_changed_more_than_once(void **state)
{
    struct fixture *fixture = *state;
    struct error error = { 0 };
    struct vault *vault = begin(fixture);
    struct secret *second = secret_of_text("a second one");
    struct secret *third = secret_of_text("a third one");
    assert_ok(vault_stage_own_passphrase(vault, second, &fixture_cost, &error));
    assert_ok(vault_stage_write(vault, &error));
    vault_stage_follow(vault);
    assert_ok(vault_stage_undo(vault, &error)); /* the other copy too */
    assert_ok(vault_confirm(vault, 2, &error));
    assert_ok(vault_stage_begin(vault, 2, &error));
    assert_ok(vault_stage_own_passphrase(vault, third, &fixture_cost, &error));
    finish(vault);
    assert_enters(fixture, FIXTURE_USER, "a third one", 3, STATUS_OK);
    assert_enters(fixture, FIXTURE_USER, "a second one", 3, STATUS_WRONG_PASSPHRASE);
    assert_enters(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, 3, STATUS_WRONG_PASSPHRASE);
    assert_enters(fixture, OTHER_USER, OTHER_PASSPHRASE, 3, STATUS_OK);
    secret_free(&third);
    secret_free(&second);
}

static void both_passphrases_work_until_the_database_has_decided(void **state)
{
    struct fixture *fixture = *state;
    struct error error = { 0 };
    struct vault *vault = begin(fixture);
    struct secret *second = secret_of_text("a second one");
    assert_ok(vault_stage_own_passphrase(vault, second, &fixture_cost, &error));
    assert_ok(vault_stage_write(vault, &error));
    vault_close(&vault);
    secret_free(&second);
    assert_enters(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, 1, STATUS_OK);
    assert_enters(fixture, FIXTURE_USER, "a second one", 1, STATUS_WRONG_PASSPHRASE);
    assert_enters(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, 2, STATUS_WRONG_PASSPHRASE);
    assert_enters(fixture, FIXTURE_USER, "a second one", 2, STATUS_OK);
}

static void a_user_staged_again_has_only_the_new_passphrase(void **state)
{
    struct fixture *fixture = *state;
    struct vault *vault = begin(fixture);
    fixture_stage_user(vault, OTHER_USER, "given by the supervisor");
    finish(vault);
    assert_enters(fixture, OTHER_USER, "given by the supervisor", 2, STATUS_OK);
    assert_enters(fixture, OTHER_USER, OTHER_PASSPHRASE, 2, STATUS_WRONG_PASSPHRASE);
}

static void a_user_who_is_not_there_cannot_be_removed(void **state)
{
    struct error error = { 0 };
    struct vault *vault = begin(*state);
    assert_status(vault_stage_removal(vault, "nobody", &error), STATUS_NOT_FOUND);
    vault_close(&vault);
}

static void a_full_list_is_said(void **state)
{
    struct fixture *fixture = *state;
    unsigned char public_key[PUBLIC_KEY_SIZE];
    struct error error = { 0 };
    struct vault *vault = begin(fixture);
    struct secret *passphrase = secret_of_text("one too many");
    for (int i = 3; i < HEADER_KEYSLOTS; i++) {
        char name[] = { 'u', (char)('0' + i / 10), (char)('0' + i % 10), '\0' };
        fixture_stage_user(vault, name, "many users");
    }
    assert_status(vault_stage_user(vault, "more", passphrase, &fixture_cost, public_key, &error),
                  STATUS_KEYSLOTS_FULL);
    assert_int_equal(error.number, HEADER_KEYSLOTS - 1);
    finish(vault);
    assert_enters(fixture, "u61", "many users", 2, STATUS_OK);
    assert_enters(fixture, NULL, NULL, 2, STATUS_OK);
    secret_free(&passphrase);
}

/* Too little memory is the likely reason; an impossible cost fails at the same place. */
static void a_slot_that_cannot_be_made_leaves_the_staged_list_alone(void **state)
{
    static const struct key_cost impossible = { .passes = 1, .memory_kib = 0 };
    struct fixture *fixture = *state;
    unsigned char public_key[PUBLIC_KEY_SIZE];
    struct error error = { 0 };
    struct vault *vault = begin(fixture);
    struct secret *passphrase = secret_of_text("never to be");
    assert_int_not_equal(
        vault_stage_user(vault, OTHER_USER, passphrase, &impossible, public_key, &error),
        STATUS_OK);
    assert_int_not_equal(
        vault_stage_user(vault, "new", passphrase, &impossible, public_key, &error), STATUS_OK);
    assert_int_not_equal(vault_stage_own_passphrase(vault, passphrase, &impossible, &error),
                         STATUS_OK);
    finish(vault);
    assert_enters(fixture, OTHER_USER, OTHER_PASSPHRASE, 2, STATUS_OK);
    assert_enters(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, 2, STATUS_OK);
    secret_free(&passphrase);
}

/* ---- copies and new data keys */

static void a_copy_opens_with_the_same_passphrases(void **state)
{
    struct fixture *fixture = *state;
    struct fixture copy = *fixture;
    struct error error = { 0 };
    struct vault *vault = fixture_open(fixture);
    struct vault *other = NULL;
    folder_path(copy.path, &fixture->folder, "backup.qadam");
    assert_ok(vault_new_copy(&other, vault, copy.path, &error));
    assert_ok(vault_write_new(other, &error));
    assert_memory_equal(vault_file_id(other), vault_file_id(vault), FILE_ID_SIZE);
    vault_close(&other);
    vault_close(&vault);
    assert_enters(&copy, FIXTURE_USER, FIXTURE_PASSPHRASE, 1, STATUS_OK);
    assert_enters(&copy, OTHER_USER, OTHER_PASSPHRASE, 1, STATUS_OK);
    assert_enters(&copy, NULL, NULL, 1, STATUS_OK);
}

static void new_personal_key(struct vault *vault, const char *user, const char *passphrase,
                             unsigned char public_key[PUBLIC_KEY_SIZE])
{
    struct error error = { 0 };
    struct secret *secret = secret_of_text(passphrase);
    assert_ok(vault_stage_user(vault, user, secret, &fixture_cost, public_key, &error));
    secret_free(&secret);
}

static void a_rekey_needs_nobodys_passphrase(void **state)
{
    struct fixture *fixture = *state;
    struct fixture fresh = *fixture;
    unsigned char public_key[PUBLIC_KEY_SIZE];
    struct error error = { 0 };
    struct vault *other = NULL;
    struct vault *vault = begin(fixture);
    new_personal_key(vault, "kept", "kept passphrase", public_key);
    finish(vault);
    vault = fixture_open(fixture);
    folder_path(fresh.path, &fixture->folder, "fresh.qadam");
    assert_ok(vault_new_rekeyed(&other, vault, fresh.path, &error));
    assert_ok(vault_stage_kept_slot(other, vault, "kept", public_key, &error));
    assert_status(vault_stage_kept_slot(other, vault, "nobody", public_key, &error),
                  STATUS_NOT_FOUND);
    assert_ok(vault_write_new(other, &error));
    vault_close(&other);
    vault_close(&vault);
    assert_enters(&fresh, "kept", "kept passphrase", 3, STATUS_OK);
    assert_enters(&fresh, FIXTURE_USER, FIXTURE_PASSPHRASE, 3, STATUS_WRONG_PASSPHRASE);
    assert_enters(&fresh, NULL, NULL, 3, STATUS_WRONG_PASSPHRASE);
}

#define ON_A_VAULT(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_A_VAULT(a_new_user_opens_the_vault_once_settled),
        ON_A_VAULT(a_cut_before_the_commit_leaves_the_old_list),
        ON_A_VAULT(a_cut_after_the_commit_leaves_the_new_list),
        ON_A_VAULT(an_unsettled_header_can_be_settled_later),
        ON_A_VAULT(a_failed_commit_is_undone),
        ON_A_VAULT(a_removed_slot_is_gone_from_the_file),
        ON_A_VAULT(an_old_header_put_back_is_noticed),
        ON_A_VAULT(a_change_never_starts_from_a_foreign_list),
        ON_A_VAULT(ones_own_passphrase_can_be_changed_more_than_once),
        ON_A_VAULT(both_passphrases_work_until_the_database_has_decided),
        ON_A_VAULT(a_user_staged_again_has_only_the_new_passphrase),
        ON_A_VAULT(a_user_who_is_not_there_cannot_be_removed),
        ON_A_VAULT(a_full_list_is_said),
        ON_A_VAULT(a_slot_that_cannot_be_made_leaves_the_staged_list_alone),
        ON_A_VAULT(a_copy_opens_with_the_same_passphrases),
        ON_A_VAULT(a_rekey_needs_nobodys_passphrase),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
