/* SPDX-License-Identifier: Apache-2.0 */

/* Making, opening and looking at a vault, and what damage to its header does. */
#include "support/unit.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/fixture_vault.h"
#include "support/golden_vault.h"

/* Where the header's parts stand in a copy. */
enum { AT_VERSION = 8, AT_CHECKSUM = 480, AT_SLOTS = 512 };

static void assert_opens(const struct fixture *fixture, const char *user, const char *passphrase)
{
    struct error error = { 0 };
    struct vault *vault = NULL;
    assert_ok(fixture_try(&vault, fixture, user, passphrase, &error));
    vault_close(&vault);
}

static void assert_fails(const struct fixture *fixture, const char *user, const char *passphrase,
                         enum status expected)
{
    struct error error = { 0 };
    struct vault *vault = NULL;
    assert_status(fixture_try(&vault, fixture, user, passphrase, &error), expected);
    assert_int_equal(error.status, expected);
    assert_null(vault);
}

static void everybody_with_a_slot_opens_the_vault(void **state)
{
    struct fixture *fixture = *state;
    assert_opens(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE);
    assert_opens(fixture, OTHER_USER, OTHER_PASSPHRASE);
    assert_opens(fixture, NULL, NULL); /* the recovery sheet */
}

static void wrong_passphrases_and_names_do_not(void **state)
{
    struct fixture *fixture = *state;
    assert_fails(fixture, FIXTURE_USER, OTHER_PASSPHRASE, STATUS_WRONG_PASSPHRASE);
    assert_fails(fixture, OTHER_USER, FIXTURE_PASSPHRASE, STATUS_WRONG_PASSPHRASE);
    assert_fails(fixture, "nobody", FIXTURE_PASSPHRASE, STATUS_WRONG_PASSPHRASE);
    assert_fails(fixture, "", FIXTURE_PASSPHRASE, STATUS_WRONG_PASSPHRASE);
    assert_fails(fixture, FIXTURE_USER, RECOVERY_BYTES, STATUS_WRONG_PASSPHRASE);
}

static void a_name_is_needed_when_there_are_two_users(void **state)
{
    assert_fails(*state, NULL, FIXTURE_PASSPHRASE, STATUS_WRONG_PASSPHRASE);
}

static void the_only_user_needs_no_name(void **state)
{
    struct fixture *fixture = *state;
    struct error error = { 0 };
    struct vault *vault = NULL;
    unlink(fixture->path);
    assert_ok(vault_new(&vault, fixture->path, disk_system(), &error));
    fixture_stage_user(vault, "demo", "demo");
    assert_ok(vault_write_new(vault, &error));
    vault_close(&vault);
    assert_opens(fixture, NULL, "demo");
}

static void an_open_vault_says_what_it_is(void **state)
{
    struct fixture *fixture = *state;
    struct error error = { 0 };
    struct vault *vault = fixture_open(fixture);
    uint32_t pages = 99;
    assert_string_equal(vault_path(vault), fixture->path);
    assert_non_null(sqlite3_vfs_find(vault_vfs(vault)));
    assert_ptr_equal(vault_disk(vault), disk_system());
    assert_int_equal(vault_sequence(vault), 1);
    assert_int_equal(vault_count_users(vault), 2);
    assert_true(vault_has_user(vault, OTHER_USER));
    assert_false(vault_has_user(vault, "nobody"));
    assert_true(vault_has_recovery(vault));
    assert_true(vault_is_settled(vault));
    assert_false(vault_is_read_only(vault));
    assert_ok(vault_check_header(vault, &error));
    assert_ok(vault_count_pages(vault, &pages, &error));
    assert_int_equal(pages, 0);
    vault_close(&vault);
}

static void a_closed_vault_takes_its_vfs_along(void **state)
{
    char name[64];
    struct vault *vault = fixture_open(*state);
    strcpy(name, vault_vfs(vault));
    vault_close(&vault);
    assert_null(vault);
    assert_null(sqlite3_vfs_find(name));
    vault_close(&vault); /* nothing is fine */
}

static void a_peek_counts_users_without_a_key(void **state)
{
    struct fixture *fixture = *state;
    struct error error = { 0 };
    int users = 0;
    assert_ok(vault_peek(fixture->path, disk_system(), &users, &error));
    assert_int_equal(users, 2);
}

static void an_existing_file_is_never_overwritten(void **state)
{
    struct fixture *fixture = *state;
    struct error error = { 0 };
    struct vault *vault = NULL;
    assert_ok(vault_new(&vault, fixture->path, disk_system(), &error));
    fixture_stage_user(vault, "demo", "demo");
    assert_status(vault_write_new(vault, &error), STATUS_EXISTS);
    vault_close(&vault);
    assert_opens(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE);
}

static void a_missing_file_or_folder_is_not_found(void **state)
{
    struct fixture *fixture = *state;
    struct error error = { 0 };
    int users = 0;
    unlink(fixture->path);
    assert_fails(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, STATUS_NOT_FOUND);
    assert_status(vault_peek("/nonexistent/office.qadam", disk_system(), &users, &error),
                  STATUS_NOT_FOUND);
    assert_false(file_exists(fixture->path));
}

/* ---- a format that does not change by accident */

static void a_vault_written_elsewhere_opens_with_its_page(void **state)
{
    struct fixture *fixture = *state;
    unsigned char file[HEADER_SIZE + PAGE_SIZE] = { 0 };
    struct error error = { 0 };
    struct vault *vault = NULL;
    struct secret *page_key = secret_of_hex(golden_page_key);
    struct sealer sealer = { .key = page_key };
    unhex(sealer.file_id, FILE_ID_SIZE, golden_file_id);
    golden_header_copy(file);
    golden_header_copy(file + HEADER_COPY_SIZE);
    seal_unit(&sealer, SEAL_PAGE, 1, file + HEADER_SIZE, file + HEADER_SIZE, PAGE_BODY_SIZE);
    file_write(fixture->path, file, sizeof(file));
    assert_ok(fixture_try(&vault, fixture, golden_user, golden_passphrase, &error));
    assert_int_equal(vault_sequence(vault), 7);
    assert_memory_equal(vault_file_id(vault), sealer.file_id, FILE_ID_SIZE);
    assert_ok(vault_check_page(vault, 1, &error));
    assert_status(vault_check_page(vault, 2, &error), STATUS_DAMAGED);
    vault_close(&vault);
    secret_free(&page_key);
}

/* SQLite leaves the page at 1 GiB out. */
static void the_page_that_sqlite_never_writes_is_not_damaged(void **state)
{
    const uint32_t lock_page = (1 << 30) / PAGE_SIZE + 1;
    struct fixture *fixture = *state;
    struct error error = { 0 };
    struct vault *vault = fixture_open(fixture);
    uint32_t pages = 0;
    assert_int_equal(truncate(fixture->path, HEADER_SIZE + (lock_page + 1) * (off_t)PAGE_SIZE), 0);
    assert_ok(vault_count_pages(vault, &pages, &error));
    assert_int_equal(pages, lock_page + 1);
    assert_status(vault_check_page(vault, lock_page - 1, &error), STATUS_DAMAGED);
    assert_ok(vault_check_page(vault, lock_page, &error));
    assert_status(vault_check_page(vault, lock_page + 1, &error), STATUS_DAMAGED);
    vault_close(&vault);
}

/* ---- damage */

static void files_that_are_no_vault_are_told_so(void **state)
{
    static const char *const texts[] = { "", "Q", "SQLite format 3", "%PDF-1.4 ...", "\x89QADA" };
    struct fixture *fixture = *state;
    struct error error = { 0 };
    int users = 0;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        file_write(fixture->path, texts[i], strlen(texts[i]));
        assert_fails(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, STATUS_NOT_A_VAULT);
        assert_status(vault_peek(fixture->path, disk_system(), &users, &error), STATUS_NOT_A_VAULT);
    }
    unsigned char *big = calloc(1, 100000);
    assert_non_null(big);
    file_write(fixture->path, big, 100000);
    free(big);
    assert_fails(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, STATUS_NOT_A_VAULT);
}

static void a_cut_off_header_is_never_misread(void **state)
{
    struct fixture *fixture = *state;
    struct content whole = file_read(fixture->path);
    for (size_t length = 0; length < whole.length; length += length < 600 ? 1 : 509) {
        enum status expected = length < 8 ? STATUS_NOT_A_VAULT
                               : length < HEADER_COPY_SIZE
                                   ? STATUS_DAMAGED
                                   : STATUS_OK; /* the first copy is whole */
        struct error error = { 0 };
        struct vault *vault = NULL;
        file_write(fixture->path, whole.bytes, length);
        assert_status(fixture_try(&vault, fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, &error),
                      expected);
        if (vault != NULL)
            assert_status(vault_check_header(vault, &error), STATUS_DAMAGED);
        vault_close(&vault);
    }
    free(whole.bytes);
}

static void destroy(const struct fixture *fixture, int copy)
{
    unsigned char noise[HEADER_COPY_SIZE];
    randombytes_buf(noise, sizeof(noise));
    file_patch(fixture->path, (size_t)copy * HEADER_COPY_SIZE, noise, sizeof(noise));
}

static void one_copy_of_the_header_is_enough(void **state)
{
    struct fixture *fixture = *state;
    struct content whole = file_read(fixture->path);
    for (int copy = 0; copy < HEADER_COPIES; copy++) {
        struct error error = { 0 };
        destroy(fixture, copy);
        struct vault *vault = fixture_open(fixture);
        assert_false(vault_is_settled(vault));
        assert_status(vault_check_header(vault, &error), STATUS_DAMAGED);
        assert_ok(vault_confirm(vault, 1, &error));
        assert_ok(vault_stage_undo(vault, &error)); /* mends it */
        assert_ok(vault_check_header(vault, &error));
        vault_close(&vault);
        file_write(fixture->path, whole.bytes, whole.length);
    }
    free(whole.bytes);
}

static void without_a_whole_copy_the_vault_is_damaged(void **state)
{
    struct fixture *fixture = *state;
    for (int copy = 0; copy < HEADER_COPIES; copy++)
        file_damage(fixture->path, (size_t)copy * HEADER_COPY_SIZE + 600);
    assert_fails(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, STATUS_DAMAGED);
    destroy(fixture, 0);
    assert_fails(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, STATUS_DAMAGED);
    destroy(fixture, 1);
    assert_fails(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, STATUS_NOT_A_VAULT);
}

static void a_newer_format_is_said_when_both_copies_say_it(void **state)
{
    static const unsigned char version[4] = { 2, 0, 0, 0 };
    struct fixture *fixture = *state;
    struct error error = { 0 };
    struct vault *vault = NULL;
    file_patch(fixture->path, AT_VERSION, version, 4);
    assert_opens(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE); /* the other copy knows better */
    file_patch(fixture->path, HEADER_COPY_SIZE + AT_VERSION, version, 4);
    assert_status(fixture_try(&vault, fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, &error),
                  STATUS_NEWER_FORMAT);
    assert_int_equal(error.number, 2);
}

static void flipped_bytes_in_one_copy_never_keep_anybody_out(void **state)
{
    struct fixture *fixture = *state;
    struct content whole = file_read(fixture->path);
    for (size_t at = 0; at < HEADER_SIZE; at += at % HEADER_COPY_SIZE < 64 ? 1 : 251) {
        unsigned char flipped = whole.bytes[at] ^ (unsigned char)(1 << at % 8);
        file_patch(fixture->path, at, &flipped, 1);
        assert_opens(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE);
        file_patch(fixture->path, at, &whole.bytes[at], 1);
    }
    free(whole.bytes);
}

/* ---- attacks */

static void fix_checksum(unsigned char *copy)
{
    crypto_generichash_state hash;
    crypto_generichash_init(&hash, NULL, 0, 32);
    crypto_generichash_update(&hash, copy, AT_CHECKSUM);
    crypto_generichash_update(&hash, copy + AT_SLOTS, HEADER_COPY_SIZE - AT_SLOTS);
    crypto_generichash_final(&hash, copy + AT_CHECKSUM, 32);
}

/* The second user's slot is the second one. */
static void a_slot_removed_from_outside_is_noticed(void **state)
{
    struct fixture *fixture = *state;
    struct content whole = file_read(fixture->path);
    for (int copies = 1; copies <= HEADER_COPIES; copies++) {
        for (int copy = 0; copy < copies; copy++) {
            unsigned char *bytes = whole.bytes + copy * HEADER_COPY_SIZE;
            memset(bytes + AT_SLOTS + KEYSLOT_SIZE, 0, KEYSLOT_SIZE);
            fix_checksum(bytes);
        }
        file_write(fixture->path, whole.bytes, whole.length);
        assert_fails(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, STATUS_KEYS_ALTERED);
        assert_fails(fixture, NULL, NULL, STATUS_KEYS_ALTERED);
    }
    assert_fails(fixture, OTHER_USER, OTHER_PASSPHRASE, STATUS_WRONG_PASSPHRASE);
    free(whole.bytes);
}

static void a_cost_lowered_from_outside_is_noticed(void **state)
{
    struct fixture *fixture = *state;
    struct content whole = file_read(fixture->path);
    for (int copy = 0; copy < HEADER_COPIES; copy++) {
        whole.bytes[copy * HEADER_COPY_SIZE + AT_SLOTS + KEYSLOT_SIZE + 4] = 2; /* passes */
        fix_checksum(whole.bytes + copy * HEADER_COPY_SIZE);
    }
    file_write(fixture->path, whole.bytes, whole.length);
    free(whole.bytes);
    assert_fails(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, STATUS_KEYS_ALTERED);
    assert_fails(fixture, OTHER_USER, OTHER_PASSPHRASE, STATUS_WRONG_PASSPHRASE);
}

static void a_copy_of_another_vault_does_not_mix_in(void **state)
{
    struct fixture *fixture = *state;
    struct fixture *foreign = NULL;
    assert_int_equal(fixture_setup((void **)&foreign), 0);
    struct content other = file_read(foreign->path);
    file_patch(fixture->path, HEADER_COPY_SIZE, other.bytes + HEADER_COPY_SIZE, HEADER_COPY_SIZE);
    assert_fails(fixture, FIXTURE_USER, FIXTURE_PASSPHRASE, STATUS_DAMAGED);
    free(other.bytes);
    fixture_teardown((void **)&foreign);
}

#define ON_A_VAULT(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_A_VAULT(everybody_with_a_slot_opens_the_vault),
        ON_A_VAULT(wrong_passphrases_and_names_do_not),
        ON_A_VAULT(a_name_is_needed_when_there_are_two_users),
        ON_A_VAULT(the_only_user_needs_no_name),
        ON_A_VAULT(an_open_vault_says_what_it_is),
        ON_A_VAULT(a_closed_vault_takes_its_vfs_along),
        ON_A_VAULT(a_peek_counts_users_without_a_key),
        ON_A_VAULT(an_existing_file_is_never_overwritten),
        ON_A_VAULT(a_missing_file_or_folder_is_not_found),
        ON_A_VAULT(a_vault_written_elsewhere_opens_with_its_page),
        ON_A_VAULT(the_page_that_sqlite_never_writes_is_not_damaged),
        ON_A_VAULT(files_that_are_no_vault_are_told_so),
        ON_A_VAULT(a_cut_off_header_is_never_misread),
        ON_A_VAULT(one_copy_of_the_header_is_enough),
        ON_A_VAULT(without_a_whole_copy_the_vault_is_damaged),
        ON_A_VAULT(a_newer_format_is_said_when_both_copies_say_it),
        ON_A_VAULT(flipped_bytes_in_one_copy_never_keep_anybody_out),
        ON_A_VAULT(a_slot_removed_from_outside_is_noticed),
        ON_A_VAULT(a_cost_lowered_from_outside_is_noticed),
        ON_A_VAULT(a_copy_of_another_vault_does_not_mix_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
