/* SPDX-License-Identifier: Apache-2.0 */
#include "support/unit.h"

#include <sodium.h>
#include <string.h>

#include "support/golden_vault.h"
#include "vault/header.h"

enum { AT_VERSION = 8, AT_SLOT_COUNT = 12, AT_ZERO = 40, AT_MAC = 448, AT_CHECKSUM = 480 };

/* What somebody without the data key can do after changing a byte. */
static void fix_checksum(unsigned char bytes[HEADER_COPY_SIZE])
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, 32);
    crypto_generichash_update(&state, bytes, AT_CHECKSUM);
    crypto_generichash_update(&state, bytes + 512, HEADER_COPY_SIZE - 512);
    crypto_generichash_final(&state, bytes + AT_CHECKSUM, 32);
}

static void parse_golden(struct header *out)
{
    unsigned char bytes[HEADER_COPY_SIZE];
    struct error error = { 0 };
    golden_header_copy(bytes);
    assert_ok(header_parse(out, bytes, &error));
}

static void a_header_written_elsewhere_is_read_and_authentic(void **state)
{
    static struct header header;
    unsigned char file_id[FILE_ID_SIZE];
    struct secret *mac_key = secret_of_hex(golden_mac_key);
    (void)state;
    parse_golden(&header);
    unhex(file_id, sizeof(file_id), golden_file_id);
    assert_memory_equal(header.file_id, file_id, FILE_ID_SIZE);
    assert_int_equal(header.sequence, 7);
    assert_int_equal(header.slots[0].kind, KEYSLOT_USER);
    assert_int_equal(header_count_kind(&header, KEYSLOT_EMPTY), HEADER_KEYSLOTS - 1);
    assert_true(header_is_authentic(&header, mac_key));
    mac_key->bytes[0] ^= 1;
    assert_false(header_is_authentic(&header, mac_key));
    secret_free(&mac_key);
}

static void a_parsed_header_is_written_as_it_was(void **state)
{
    static struct header header;
    unsigned char golden[HEADER_COPY_SIZE];
    unsigned char again[HEADER_COPY_SIZE];
    struct secret *mac_key = secret_of_hex(golden_mac_key);
    (void)state;
    golden_header_copy(golden);
    parse_golden(&header);
    memset(again, 0xEE, sizeof(again));
    header_format(again, &header, mac_key);
    assert_memory_equal(again, golden, HEADER_COPY_SIZE);
    secret_free(&mac_key);
}

static void every_flipped_byte_is_refused(void **state)
{
    static struct header header;
    unsigned char bytes[HEADER_COPY_SIZE];
    struct error error = { 0 };
    (void)state;
    golden_header_copy(bytes);
    for (size_t at = 0; at < HEADER_COPY_SIZE; at++) {
        unsigned char flip = (unsigned char)(1 << at % 8);
        bytes[at] ^= flip;
        assert_int_not_equal(header_parse(&header, bytes, &error), STATUS_OK);
        bytes[at] ^= flip;
    }
}

static void every_flipped_bit_before_the_slots_is_refused(void **state)
{
    static struct header header;
    unsigned char bytes[HEADER_COPY_SIZE];
    struct error error = { 0 };
    (void)state;
    golden_header_copy(bytes);
    for (size_t bit = 0; bit < (512 + KEYSLOT_SIZE) * 8; bit++) {
        bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
        assert_int_not_equal(header_parse(&header, bytes, &error), STATUS_OK);
        bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
    }
}

/* With the checksum put right: the bytes of an attacker, not of a bad disk. */
static void every_change_with_a_right_checksum_is_refused_or_not_authentic(void **state)
{
    static struct header header;
    unsigned char bytes[HEADER_COPY_SIZE];
    struct error error = { 0 };
    struct secret *mac_key = secret_of_hex(golden_mac_key);
    (void)state;
    for (size_t at = 0; at < HEADER_COPY_SIZE; at++) {
        if (at >= AT_CHECKSUM && at < 512)
            continue;
        golden_header_copy(bytes);
        bytes[at] ^= (unsigned char)(1 << at % 8);
        fix_checksum(bytes);
        if (header_parse(&header, bytes, &error) == STATUS_OK)
            assert_false(header_is_authentic(&header, mac_key));
    }
    secret_free(&mac_key);
}

static void a_newer_version_is_told_from_damage(void **state)
{
    static struct header header;
    unsigned char bytes[HEADER_COPY_SIZE];
    struct error error = { 0 };
    (void)state;
    golden_header_copy(bytes);
    bytes[AT_VERSION] = 2;
    assert_status(header_parse(&header, bytes, &error), STATUS_NEWER_FORMAT);
    assert_int_equal(error.number, 2);
    bytes[AT_VERSION] = 0;
    fix_checksum(bytes);
    assert_status(header_parse(&header, bytes, &error), STATUS_DAMAGED);
}

static void a_file_without_the_magic_number_is_no_vault(void **state)
{
    static struct header header;
    unsigned char bytes[HEADER_COPY_SIZE] = "SQLite format 3";
    struct error error = { 0 };
    (void)state;
    assert_status(header_parse(&header, bytes, &error), STATUS_NOT_A_VAULT);
    golden_header_copy(bytes);
    bytes[6] = '\n'; /* a copy in text mode: CR LF became LF */
    assert_status(header_parse(&header, bytes, &error), STATUS_NOT_A_VAULT);
}

static void bytes_that_must_be_zero_are_strict(void **state)
{
    static struct header header;
    unsigned char bytes[HEADER_COPY_SIZE];
    struct error error = { 0 };
    (void)state;
    for (size_t at = AT_ZERO; at < AT_MAC; at++) {
        golden_header_copy(bytes);
        bytes[at] = 1;
        fix_checksum(bytes);
        assert_status(header_parse(&header, bytes, &error), STATUS_DAMAGED);
    }
}

static void another_number_of_slots_is_refused(void **state)
{
    static const unsigned char counts[] = { 0, 1, 61, 63, 255 };
    static struct header header;
    unsigned char bytes[HEADER_COPY_SIZE];
    struct error error = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof(counts); i++) {
        golden_header_copy(bytes);
        bytes[AT_SLOT_COUNT] = counts[i];
        fix_checksum(bytes);
        assert_status(header_parse(&header, bytes, &error), STATUS_DAMAGED);
    }
}

static void one_insane_slot_makes_the_header_damaged(void **state)
{
    static struct header header;
    unsigned char bytes[HEADER_COPY_SIZE];
    struct error error = { 0 };
    (void)state;
    golden_header_copy(bytes);
    memset(bytes + 512 + 61 * KEYSLOT_SIZE, 0xFF, 4); /* the kind of the last one */
    fix_checksum(bytes);
    assert_status(header_parse(&header, bytes, &error), STATUS_DAMAGED);
}

static void slots_are_found_by_name_and_kind(void **state)
{
    static struct header header;
    unsigned char name_hash[KEYSLOT_NAME_HASH_SIZE];
    (void)state;
    parse_golden(&header);
    keyslot_hash_name(name_hash, golden_user, header.file_id);
    assert_int_equal(header_find_user(&header, name_hash), 0);
    assert_int_equal(header_find_kind(&header, KEYSLOT_EMPTY), 1);
    assert_int_equal(header_find_kind(&header, KEYSLOT_RECOVERY), -1);
    header.slots[61] = header.slots[0];
    header.slots[61].kind = KEYSLOT_RECOVERY;
    header.slots[0].kind = KEYSLOT_EMPTY;
    assert_int_equal(header_find_user(&header, name_hash), -1); /* a recovery slot has no name */
    assert_int_equal(header_find_kind(&header, KEYSLOT_RECOVERY), 61);
    assert_int_equal(header_find_kind(&header, KEYSLOT_EMPTY), 0);
    assert_int_equal(header_count_kind(&header, KEYSLOT_USER), 0);
}

static void headers_are_equal_when_sequence_and_slots_are(void **state)
{
    static struct header left;
    static struct header right;
    (void)state;
    parse_golden(&left);
    parse_golden(&right);
    assert_true(header_equals(&left, &right));
    right.sequence += 1ULL << 32;
    assert_false(header_equals(&left, &right));
    right = left;
    right.slots[61] = right.slots[0];
    assert_false(header_equals(&left, &right));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_header_written_elsewhere_is_read_and_authentic),
        cmocka_unit_test(a_parsed_header_is_written_as_it_was),
        cmocka_unit_test(every_flipped_byte_is_refused),
        cmocka_unit_test(every_flipped_bit_before_the_slots_is_refused),
        cmocka_unit_test(every_change_with_a_right_checksum_is_refused_or_not_authentic),
        cmocka_unit_test(a_newer_version_is_told_from_damage),
        cmocka_unit_test(a_file_without_the_magic_number_is_no_vault),
        cmocka_unit_test(bytes_that_must_be_zero_are_strict),
        cmocka_unit_test(another_number_of_slots_is_refused),
        cmocka_unit_test(one_insane_slot_makes_the_header_damaged),
        cmocka_unit_test(slots_are_found_by_name_and_kind),
        cmocka_unit_test(headers_are_equal_when_sequence_and_slots_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
