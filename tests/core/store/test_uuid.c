/* SPDX-License-Identifier: Apache-2.0 */
#include "store/uuid.h"
#include "support/unit.h"

#include <string.h>

static const unsigned char zeros[UUID_RANDOM_SIZE] = { 0 };
static const unsigned char ones[UUID_RANDOM_SIZE] = { 255, 255, 255, 255, 255,
                                                      255, 255, 255, 255, 255 };

static void an_id_holds_the_time_and_the_random_bits_as_the_standard_says(void **state)
{
    (void)state;
    /* The moment of the example in RFC 9562, A.6: 2022-02-22T19:22:22.000Z. */
    const unsigned char random[UUID_RANDOM_SIZE] = { 0x04, 0xc3, 0x18, 0xc4, 0xdc,
                                                     0x0c, 0x0c, 0x07, 0x39, 0x8f };
    struct uuid_sequence sequence = { 0 };
    char id[UUID_TEXT_SIZE];
    uuid_next(&sequence, 0x017F22E279B0, random, id);
    assert_string_equal(id, "017f22e2-79b0-74c3-98c4-dc0c0c07398f");
    assert_true(uuid_is_valid(id));
}

static void the_random_bits_never_spill_into_version_and_variant(void **state)
{
    (void)state;
    struct uuid_sequence sequence = { 0 };
    char id[UUID_TEXT_SIZE];
    uuid_next(&sequence, 1, ones, id);
    assert_string_equal(id, "00000000-0001-77ff-bfff-ffffffffffff");
    uuid_next(&sequence, 2, zeros, id);
    assert_string_equal(id, "00000000-0002-7000-8000-000000000000");
}

static void ids_of_one_millisecond_and_of_a_clock_set_back_still_rise(void **state)
{
    (void)state;
    struct uuid_sequence sequence = { 0 };
    char before[UUID_TEXT_SIZE];
    char after[UUID_TEXT_SIZE];
    const long long moments[] = { 5000, 5000, 5000, 4000, -1, 0, 5000, 5001, 5001 };
    uuid_next(&sequence, 4999, ones, before);
    for (size_t i = 0; i < sizeof(moments) / sizeof(moments[0]); i++) {
        uuid_next(&sequence, moments[i], i % 2 == 0 ? ones : zeros, after);
        assert_true(strcmp(before, after) < 0);
        assert_true(uuid_is_valid(after));
        strcpy(before, after);
    }
    assert_int_equal(sequence.moment, 5001);
}

static void a_full_millisecond_borrows_the_next_one(void **state)
{
    (void)state;
    struct uuid_sequence sequence = { .moment = 7, .high = 0xfff, .low = (UINT64_C(1) << 62) - 1 };
    char id[UUID_TEXT_SIZE];
    uuid_next(&sequence, 7, zeros, id);
    assert_string_equal(id, "00000000-0008-7000-8000-000000000000");

    sequence = (struct uuid_sequence){ .moment = 7, .high = 3, .low = (UINT64_C(1) << 62) - 1 };
    uuid_next(&sequence, 7, zeros, id);
    assert_string_equal(id, "00000000-0007-7004-8000-000000000000");
}

static void the_ids_of_a_process_rise_and_never_repeat(void **state)
{
    (void)state;
    char before[UUID_TEXT_SIZE];
    char after[UUID_TEXT_SIZE];
    uuid_new(before);
    for (int i = 0; i < 100000; i++) {
        uuid_new(after);
        if (strcmp(before, after) >= 0)
            fail_msg("%s does not come before %s", before, after);
        memcpy(before, after, sizeof(before));
    }
    assert_true(uuid_is_valid(after));
}

static void what_is_no_id_is_told(void **state)
{
    (void)state;
    const char *wrong[] = {
        NULL,
        "",
        "017f22e2-79b0-74c3-98c4-dc0c0c07398",
        "017f22e2-79b0-74c3-98c4-dc0c0c07398ff",
        "017F22E2-79B0-74C3-98C4-DC0C0C07398F",
        "017f22e2-79b0-44c3-98c4-dc0c0c07398f",
        "017f22e2-79b0-74c3-78c4-dc0c0c07398f",
        "017f22e2-79b0-74c3-c8c4-dc0c0c07398f",
        "017f22e2079b0-74c3-98c4-dc0c0c07398f",
        "017f22e2-79b0-74c3-98c4-dc0c0c07398g",
        "{17f22e2-79b0-74c3-98c4-dc0c0c07398}",
    };
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
        assert_false(uuid_is_valid(wrong[i]));
    assert_true(uuid_is_valid("017f22e2-79b0-74c3-98c4-dc0c0c07398f"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_id_holds_the_time_and_the_random_bits_as_the_standard_says),
        cmocka_unit_test(the_random_bits_never_spill_into_version_and_variant),
        cmocka_unit_test(ids_of_one_millisecond_and_of_a_clock_set_back_still_rise),
        cmocka_unit_test(a_full_millisecond_borrows_the_next_one),
        cmocka_unit_test(the_ids_of_a_process_rise_and_never_repeat),
        cmocka_unit_test(what_is_no_id_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
