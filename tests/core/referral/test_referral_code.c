/* SPDX-License-Identifier: Apache-2.0 */
#include "referral/referral_code.h"

#include <sodium.h>
#include <string.h>

#include "support/unit.h"

static const char alphabet[] = "234679CFHJKMNPQRTWX";
enum { CODES = 50 };

static void a_new_code_is_read_as_it_is(void **state)
{
    (void)state;
    char made[REFERRAL_CODE_SIZE], read[REFERRAL_CODE_SIZE];

    for (int i = 0; i < CODES; i++) {
        referral_code_make(made);

        assert_int_equal(referral_code_read(read, made), REFERRAL_CODE_FITS);
        assert_string_equal(read, made);
        assert_int_equal(strspn(made, alphabet), REFERRAL_CODE_SIGNS);
    }
}

static void one_wrong_sign_is_always_found(void **state)
{
    (void)state;
    char made[REFERRAL_CODE_SIZE], read[REFERRAL_CODE_SIZE];
    referral_code_make(made);

    for (size_t place = 0; place < REFERRAL_CODE_SIGNS; place++)
        for (const char *sign = alphabet; *sign != '\0'; sign++) {
            char typed[REFERRAL_CODE_SIZE];
            memcpy(typed, made, sizeof(typed));
            typed[place] = *sign;

            assert_int_equal(referral_code_read(read, typed),
                             *sign == made[place] ? REFERRAL_CODE_FITS : REFERRAL_CODE_SLIP);
        }
}

static void two_exchanged_signs_are_always_found(void **state)
{
    (void)state;
    char made[REFERRAL_CODE_SIZE], read[REFERRAL_CODE_SIZE];

    for (int i = 0; i < CODES; i++) {
        referral_code_make(made);
        for (size_t place = 0; place + 1 < REFERRAL_CODE_SIGNS; place++) {
            char typed[REFERRAL_CODE_SIZE];
            memcpy(typed, made, sizeof(typed));
            typed[place] = made[place + 1];
            typed[place + 1] = made[place];

            assert_int_equal(referral_code_read(read, typed), made[place] == made[place + 1]
                                                                  ? REFERRAL_CODE_FITS
                                                                  : REFERRAL_CODE_SLIP);
        }
    }
}

static void small_letters_gaps_and_cyrillic_letters_that_look_alike_are_read(void **state)
{
    (void)state;
    static const char *const ways[] = { "222KHX", "222-khx", " 222 khx ", "222КНХ", "222кнх" };
    char read[REFERRAL_CODE_SIZE];

    for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
        assert_int_equal(referral_code_read(read, ways[i]), referral_code_read(read, "222KHX"));
        assert_int_not_equal(referral_code_read(read, ways[i]), REFERRAL_CODE_NONE);
    }
}

static void a_code_in_cyrillic_letters_is_the_same_code(void **state)
{
    (void)state;
    char read[REFERRAL_CODE_SIZE];

    /* 1*9 + 2*9 + 3*9 + 4*9 + 5*9 + 6*9 = 189 = 18 of 19, so the last sign is another one. */
    for (const char *last = alphabet; *last != '\0'; last++) {
        char typed[] = "\u041A\u041A\u041A\u041A\u041A?";
        typed[sizeof(typed) - 2] = *last;
        if (referral_code_read(read, typed) == REFERRAL_CODE_FITS) {
            assert_memory_equal(read, "KKKKK", 5);
            return;
        }
    }

    fail_msg("no last sign fits");
}

static void what_is_no_code_is_told_from_a_slip(void **state)
{
    (void)state;
    static const char *const others[] = { "", "K7M4Q", "K7M4QXX", "K0M4QX", "accept", "\xFF" };
    char read[REFERRAL_CODE_SIZE];

    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        assert_int_equal(referral_code_read(read, others[i]), REFERRAL_CODE_NONE);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_code_is_read_as_it_is),
        cmocka_unit_test(one_wrong_sign_is_always_found),
        cmocka_unit_test(two_exchanged_signs_are_always_found),
        cmocka_unit_test(small_letters_gaps_and_cyrillic_letters_that_look_alike_are_read),
        cmocka_unit_test(a_code_in_cyrillic_letters_is_the_same_code),
        cmocka_unit_test(what_is_no_code_is_told_from_a_slip),
    };
    if (sodium_init() < 0)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
