/* SPDX-License-Identifier: Apache-2.0 */
#include "support/unit.h"

#include <string.h>

#include "support/golden_vault.h"
#include "vault/keyslot.h"

static const struct key_cost tiny_cost = { .passes = 1, .memory_kib = 8 };

struct opened {
    struct secret *personal_key;
    struct secret *data_key;
};

static void opened_free(struct opened *opened)
{
    secret_free(&opened->personal_key);
    secret_free(&opened->data_key);
}

static enum status open_with(struct opened *out, const struct keyslot *slot, const char *passphrase,
                             struct error *error)
{
    unsigned char file_id[FILE_ID_SIZE];
    struct secret *secret = secret_of_text(passphrase);
    unhex(file_id, sizeof(file_id), golden_file_id);
    enum status status =
        keyslot_open(&out->personal_key, &out->data_key, slot, secret, file_id, error);
    secret_free(&secret);
    return status;
}

static void golden_bytes(unsigned char out[KEYSLOT_SIZE])
{
    memset(out, 0, KEYSLOT_SIZE);
    unhex(out, KEYSLOT_SIZE, golden_slot);
}

static struct keyslot parse_golden(void)
{
    unsigned char bytes[KEYSLOT_SIZE];
    struct error error = { 0 };
    struct keyslot slot;
    golden_bytes(bytes);
    assert_ok(keyslot_parse(&slot, bytes, &error));
    return slot;
}

static void assert_secret_is(const struct secret *secret, const char *hex)
{
    struct secret *expected = secret_of_hex(hex);
    assert_int_equal(secret->length, expected->length);
    assert_memory_equal(secret->bytes, expected->bytes, expected->length);
    secret_free(&expected);
}

static void a_slot_written_elsewhere_opens(void **state)
{
    struct error error = { 0 };
    struct opened opened = { 0 };
    struct keyslot slot = parse_golden();
    unsigned char name_hash[KEYSLOT_NAME_HASH_SIZE];
    unsigned char file_id[FILE_ID_SIZE];
    (void)state;
    assert_ok(open_with(&opened, &slot, golden_passphrase, &error));
    assert_secret_is(opened.personal_key, golden_personal_key);
    assert_secret_is(opened.data_key, golden_data_key);
    unhex(file_id, sizeof(file_id), golden_file_id);
    keyslot_hash_name(name_hash, golden_user, file_id);
    assert_memory_equal(name_hash, slot.name_hash, sizeof(name_hash));
    assert_int_equal(slot.kind, KEYSLOT_USER);
    assert_int_equal(slot.cost.passes, 1);
    assert_int_equal(slot.cost.memory_kib, 8);
    opened_free(&opened);
}

static void a_parsed_slot_is_written_as_it_was(void **state)
{
    unsigned char bytes[KEYSLOT_SIZE];
    unsigned char again[KEYSLOT_SIZE];
    struct keyslot slot = parse_golden();
    (void)state;
    golden_bytes(bytes);
    memset(again, 0xEE, sizeof(again));
    keyslot_format(again, &slot);
    assert_memory_equal(again, bytes, KEYSLOT_SIZE);
}

static void an_empty_slot_is_all_zeros(void **state)
{
    static const unsigned char zeros[KEYSLOT_SIZE];
    unsigned char bytes[KEYSLOT_SIZE];
    struct error error = { 0 };
    struct keyslot slot = parse_golden();
    (void)state;
    slot.kind = KEYSLOT_EMPTY; /* what else it holds must not be written */
    keyslot_format(bytes, &slot);
    assert_memory_equal(bytes, zeros, KEYSLOT_SIZE);
    assert_ok(keyslot_parse(&slot, zeros, &error));
    assert_int_equal(slot.kind, KEYSLOT_EMPTY);
}

static void a_wrapped_slot_opens_with_its_passphrase(void **state)
{
    unsigned char public_key[PUBLIC_KEY_SIZE];
    unsigned char file_id[FILE_ID_SIZE];
    struct error error = { 0 };
    struct opened opened = { 0 };
    struct keyslot slot = { .kind = KEYSLOT_USER, .cost = tiny_cost };
    struct secret *passphrase = secret_of_text("a passphrase");
    struct secret *data_key = secret_of_hex(golden_data_key);
    struct secret *personal_key = NULL;
    (void)state;
    unhex(file_id, sizeof(file_id), golden_file_id);
    keyslot_hash_name(slot.name_hash, "demo", file_id);
    assert_ok(keyslot_new_personal_key(&personal_key, public_key, &error));
    assert_ok(keyslot_wrap(&slot, passphrase, personal_key, file_id, &error));
    assert_ok(keyslot_seal_data_key(&slot, data_key, public_key, &error));
    assert_ok(open_with(&opened, &slot, "a passphrase", &error));
    assert_memory_equal(opened.personal_key->bytes, personal_key->bytes, KEY_SIZE);
    assert_secret_is(opened.data_key, golden_data_key);
    opened_free(&opened);
    secret_free(&personal_key);
    secret_free(&data_key);
    secret_free(&passphrase);
}

static void a_wrong_passphrase_is_not_damage(void **state)
{
    static const char *const wrong[] = { "", "correct horse batterx", "correct horse batter",
                                         "Correct horse battery", "correct horse battery " };
    struct error error = { 0 };
    struct keyslot slot = parse_golden();
    (void)state;
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        struct opened opened = { 0 };
        assert_status(open_with(&opened, &slot, wrong[i], &error), STATUS_WRONG_PASSPHRASE);
        assert_null(opened.personal_key);
        assert_null(opened.data_key);
    }
}

static void a_damaged_data_key_is_not_a_wrong_passphrase(void **state)
{
    struct error error = { 0 };
    struct opened opened = { 0 };
    struct keyslot slot = parse_golden();
    (void)state;
    slot.sealed_data_key[KEYSLOT_SEALED_SIZE - 1] ^= 1;
    assert_status(open_with(&opened, &slot, golden_passphrase, &error), STATUS_DAMAGED);
    assert_null(opened.personal_key);
    assert_null(opened.data_key);
}

static void a_slot_of_another_file_does_not_open(void **state)
{
    unsigned char file_id[FILE_ID_SIZE];
    struct error error = { 0 };
    struct opened opened = { 0 };
    struct keyslot slot = parse_golden();
    struct secret *passphrase = secret_of_text(golden_passphrase);
    (void)state;
    unhex(file_id, sizeof(file_id), golden_file_id);
    file_id[0] ^= 1;
    assert_status(
        keyslot_open(&opened.personal_key, &opened.data_key, &slot, passphrase, file_id, &error),
        STATUS_WRONG_PASSPHRASE);
    secret_free(&passphrase);
}

/* Costs beyond this are refused by the same check as smaller ones, only slower. */
static bool is_quick(const struct key_cost *cost)
{
    return cost->memory_kib <= 4096;
}

static void every_flipped_bit_is_refused_or_noticed(void **state)
{
    unsigned char bytes[KEYSLOT_SIZE];
    struct error error = { 0 };
    (void)state;
    golden_bytes(bytes);
    for (size_t bit = 0; bit < KEYSLOT_SIZE * 8; bit++) {
        struct opened opened = { 0 };
        struct keyslot slot;
        bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
        enum status status = keyslot_parse(&slot, bytes, &error);
        bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
        if (status == STATUS_OK && !is_quick(&slot.cost))
            continue;
        if (status == STATUS_OK)
            status = open_with(&opened, &slot, golden_passphrase, &error);
        if (status != STATUS_DAMAGED && status != STATUS_WRONG_PASSPHRASE)
            print_error("bit %zu: %s\n", bit, status_name(status));
        assert_true(status == STATUS_DAMAGED || status == STATUS_WRONG_PASSPHRASE);
        assert_null(opened.data_key);
    }
}

static void bytes_that_must_be_zero_are_strict(void **state)
{
    static const size_t zero_ranges[][2] = { { 12, 16 }, { 216, KEYSLOT_SIZE } };
    unsigned char bytes[KEYSLOT_SIZE];
    struct error error = { 0 };
    struct keyslot slot;
    (void)state;
    golden_bytes(bytes);
    for (size_t range = 0; range < 2; range++)
        for (size_t at = zero_ranges[range][0]; at < zero_ranges[range][1]; at++) {
            bytes[at] = 1;
            assert_status(keyslot_parse(&slot, bytes, &error), STATUS_DAMAGED);
            bytes[at] = 0;
        }
    memset(bytes, 0, sizeof(bytes)); /* an empty slot */
    for (size_t at = 4; at < KEYSLOT_SIZE; at++) {
        bytes[at] = 0x80;
        assert_status(keyslot_parse(&slot, bytes, &error), STATUS_DAMAGED);
        bytes[at] = 0;
    }
}

static void unknown_kinds_and_insane_costs_are_refused(void **state)
{
    static const struct {
        size_t at;
        unsigned char value[4];
    } changes[] = {
        { 0, { 3, 0, 0, 0 } }, { 0, { 1, 0, 0, 1 } },    { 0, { 255, 255, 255, 255 } },
        { 4, { 0, 0, 0, 0 } }, { 4, { 0xE9, 3, 0, 0 } }, { 4, { 255, 255, 255, 255 } },
        { 8, { 7, 0, 0, 0 } }, { 8, { 1, 0, 0x10, 0 } }, { 8, { 255, 255, 255, 255 } },
    };
    struct error error = { 0 };
    struct keyslot slot;
    (void)state;
    for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
        unsigned char bytes[KEYSLOT_SIZE];
        golden_bytes(bytes);
        memcpy(bytes + changes[i].at, changes[i].value, 4);
        assert_status(keyslot_parse(&slot, bytes, &error), STATUS_DAMAGED);
    }
}

static void a_public_key_that_is_none_is_refused(void **state)
{
    static const unsigned char zero_point[PUBLIC_KEY_SIZE];
    struct error error = { 0 };
    struct keyslot slot = parse_golden();
    struct secret *data_key = secret_of_hex(golden_data_key);
    (void)state;
    assert_status(keyslot_seal_data_key(&slot, data_key, zero_point, &error), STATUS_DAMAGED);
    secret_free(&data_key);
}

static void slots_are_equal_when_every_byte_is(void **state)
{
    struct keyslot left = parse_golden();
    struct keyslot right = parse_golden();
    (void)state;
    assert_true(keyslot_equals(&left, &right));
    right.sealed_data_key[0] ^= 1;
    assert_false(keyslot_equals(&left, &right));
    right = left;
    right.cost.passes++;
    assert_false(keyslot_equals(&left, &right));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slot_written_elsewhere_opens),
        cmocka_unit_test(a_parsed_slot_is_written_as_it_was),
        cmocka_unit_test(an_empty_slot_is_all_zeros),
        cmocka_unit_test(a_wrapped_slot_opens_with_its_passphrase),
        cmocka_unit_test(a_wrong_passphrase_is_not_damage),
        cmocka_unit_test(a_damaged_data_key_is_not_a_wrong_passphrase),
        cmocka_unit_test(a_slot_of_another_file_does_not_open),
        cmocka_unit_test(every_flipped_bit_is_refused_or_noticed),
        cmocka_unit_test(bytes_that_must_be_zero_are_strict),
        cmocka_unit_test(unknown_kinds_and_insane_costs_are_refused),
        cmocka_unit_test(a_public_key_that_is_none_is_refused),
        cmocka_unit_test(slots_are_equal_when_every_byte_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
