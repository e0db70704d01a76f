/* SPDX-License-Identifier: Apache-2.0 */
#include "search/number_fold.h"
#include "support/unit.h"

#include <string.h>

static void assert_folds(const char *number, const char *expected)
{
    char folded[NUMBER_FOLD_SIZE];
    number_fold(folded, number);
    assert_string_equal(folded, expected);
}

static void assert_digits(const char *text, const char *expected)
{
    char digits[NUMBER_FOLD_SIZE];
    number_digits(digits, text);
    assert_string_equal(digits, expected);
}

static void case_blanks_and_hyphens_do_not_matter(void **state)
{
    (void)state;
    assert_folds("AN1234567", "AN1234567");
    assert_folds(" an 123-45.67/", "AN1234567");
    assert_folds("№ 12\u00A034", "1234");
    assert_folds("", "");
    assert_folds(" -/", "");
}

static void cyrillic_letters_become_the_latin_ones_that_look_the_same(void **state)
{
    (void)state;
    assert_folds("АВЕКМНОРСТУХ", "ABEKMHOPCTYX");
    assert_folds("авекмнорстух", "ABEKMHOPCTYX");
    assert_folds("АН 12345", "AH12345");
    assert_folds("ІӀіӏ7", "IIII7");
}

static void cyrillic_letters_without_a_look_alike_are_transliterated(void **state)
{
    (void)state;
    assert_folds("I-ЖШ", "IZHSH");
    assert_folds("I-жш 445566", "IZHSH445566");
    assert_folds("ЩЦЮЯЁ", "SHCHTSIUIAE");
    assert_folds("ЬЪ1", "1");
}

static void what_is_no_letter_or_digit_of_the_two_alphabets_is_left_out(void **state)
{
    (void)state;
    assert_folds("é漢١1\u200E2", "12");
    assert_folds("\x01\x7F\t3", "3");
}

static void bytes_that_are_no_utf8_are_left_out(void **state)
{
    (void)state;
    assert_folds("1\xFF\xD0"
                 "2\xC3",
                 "12");
    assert_folds("\xF0\x9F\x98", "");
}

static void a_number_that_does_not_fit_is_cut_between_characters(void **state)
{
    (void)state;
    char number[2 * NUMBER_FOLD_SIZE];
    char folded[NUMBER_FOLD_SIZE];
    memset(number, '7', sizeof(number));
    number[sizeof(number) - 1] = '\0';
    number_fold(folded, number);
    assert_int_equal(strlen(folded), NUMBER_FOLD_SIZE - 1);
    memcpy(number + NUMBER_FOLD_SIZE - 3, "Щ", sizeof("Щ"));
    number_fold(folded, number);
    assert_int_equal(strlen(folded), NUMBER_FOLD_SIZE - 3);
    number_digits(folded, number);
    assert_int_equal(strlen(folded), NUMBER_FOLD_SIZE - 3);
}

static void folding_twice_changes_nothing(void **state)
{
    (void)state;
    static const char *const numbers[] = { "I-ЖШ № 445566", "an 12-34", "ЫЮ0", "FA1112223" };
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        char folded[NUMBER_FOLD_SIZE];
        number_fold(folded, numbers[i]);
        assert_folds(folded, folded);
    }
}

static void of_a_telephone_only_the_digits_count(void **state)
{
    (void)state;
    assert_digits("+996 (555) 12-34-56", "996555123456");
    assert_digits("тел. 0555", "0555");
    assert_digits("\xFF٣", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_blanks_and_hyphens_do_not_matter),
        cmocka_unit_test(cyrillic_letters_become_the_latin_ones_that_look_the_same),
        cmocka_unit_test(cyrillic_letters_without_a_look_alike_are_transliterated),
        cmocka_unit_test(what_is_no_letter_or_digit_of_the_two_alphabets_is_left_out),
        cmocka_unit_test(bytes_that_are_no_utf8_are_left_out),
        cmocka_unit_test(a_number_that_does_not_fit_is_cut_between_characters),
        cmocka_unit_test(folding_twice_changes_nothing),
        cmocka_unit_test(of_a_telephone_only_the_digits_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
