/* SPDX-License-Identifier: Apache-2.0 */
#include "name/personal_number.h"

#include "support/unit.h"

#include <stdlib.h>
#include <string.h>

static void assert_number(enum personal_number_kind kind, const char *text,
                          enum personal_number_problem problem, const char *birth, char sex)
{
    struct personal_number number;
    char iso[DAY_TEXT_SIZE] = "";
    personal_number_check(&number, kind, text);
    if (number.problem != problem)
        print_error("%s: problem %d\n", text, (int)number.problem);
    assert_int_equal(number.problem, problem);
    if (number.has_birth)
        day_format(iso, number.birth);
    assert_string_equal(iso, birth);
    assert_int_equal(number.sex, sex);
}

static void a_kazakh_number_is_checked_twice_modulo_11(void **state)
{
    const enum personal_number_kind kind = PERSONAL_NUMBER_KZ_IIN;
    (void)state;
    assert_number(kind, "061211600012", PERSONAL_NUMBER_SOUND, "2006-12-11", 'F');
    assert_number(kind, "900101300007", PERSONAL_NUMBER_SOUND, "1990-01-01", 'M');
    assert_number(kind, "900101300811", PERSONAL_NUMBER_SOUND, "1990-01-01", 'M');
    assert_number(kind, "061211600013", PERSONAL_NUMBER_CHECK_DIGIT, "2006-12-11", 'F');
    assert_number(kind, "010229500028", PERSONAL_NUMBER_DATE_IMPOSSIBLE, "", 'M');
    for (char digit = '0'; digit <= '9'; digit++) {
        char text[] = "90010130080?";
        text[11] = digit;
        assert_number(kind, text, PERSONAL_NUMBER_UNUSABLE, "1990-01-01", 'M');
    }
}

static void an_uzbek_number_is_checked_with_7_3_1(void **state)
{
    const enum personal_number_kind kind = PERSONAL_NUMBER_UZ_PINFL;
    (void)state;
    assert_number(kind, "30101900010001", PERSONAL_NUMBER_SOUND, "1990-01-01", 'M');
    assert_number(kind, "41506850020018", PERSONAL_NUMBER_SOUND, "1985-06-15", 'F');
    assert_number(kind, "52902040030029", PERSONAL_NUMBER_SOUND, "2004-02-29", 'M');
    assert_number(kind, "30101900010002", PERSONAL_NUMBER_CHECK_DIGIT, "1990-01-01", 'M');
    assert_number(kind, "31234567890123", PERSONAL_NUMBER_DATE_IMPOSSIBLE, "", 'M');
}

static void a_kyrgyz_number_has_a_sex_and_a_whole_date(void **state)
{
    const enum personal_number_kind kind = PERSONAL_NUMBER_KG_PIN;
    (void)state;
    assert_number(kind, "21506198500123", PERSONAL_NUMBER_SOUND, "1985-06-15", 'M');
    assert_number(kind, "12902200400123", PERSONAL_NUMBER_SOUND, "2004-02-29", 'F');
    assert_number(kind, "12902200300123", PERSONAL_NUMBER_DATE_IMPOSSIBLE, "", 'F');
    assert_number(kind, "11506001200123", PERSONAL_NUMBER_DATE_IMPOSSIBLE, "", 'F');
}

static void a_first_digit_without_meaning_is_told(void **state)
{
    struct personal_number number;
    (void)state;
    personal_number_check(&number, PERSONAL_NUMBER_KZ_IIN, "900101900007");
    assert_int_equal(number.problem, PERSONAL_NUMBER_CENTURY_DIGIT);
    personal_number_check(&number, PERSONAL_NUMBER_UZ_PINFL, "00101900010001");
    assert_int_equal(number.problem, PERSONAL_NUMBER_CENTURY_DIGIT);
    personal_number_check(&number, PERSONAL_NUMBER_KG_PIN, "31506198500123");
    assert_int_equal(number.problem, PERSONAL_NUMBER_CENTURY_DIGIT);
}

static void spaces_do_not_matter_but_everything_else_does(void **state)
{
    const enum personal_number_kind kind = PERSONAL_NUMBER_KZ_IIN;
    struct personal_number number;
    (void)state;
    personal_number_check(&number, kind, " 900101 300007 ");
    assert_int_equal(number.problem, PERSONAL_NUMBER_SOUND);
    assert_string_equal(number.digits, "900101300007");
    assert_number(kind, "", PERSONAL_NUMBER_LENGTH, "", 0);
    assert_number(kind, "90010130000", PERSONAL_NUMBER_LENGTH, "", 0);
    assert_number(kind, "9001013000071", PERSONAL_NUMBER_LENGTH, "", 0);
    assert_number(kind, "9001013000071234567890123456789", PERSONAL_NUMBER_LENGTH, "", 0);
    assert_number(kind, "90010130000O", PERSONAL_NUMBER_NOT_DIGITS, "", 0);
    assert_number(kind, "\xff\xfe", PERSONAL_NUMBER_NOT_DIGITS, "", 0);
}

static enum personal_number_problem compare(const char *birth, char sex)
{
    struct error error;
    struct date date = { .precision = DATE_PRECISION_DAY };
    struct personal_number number;
    if (birth != NULL)
        assert_ok(date_parse(&date, birth, &error));
    personal_number_check(&number, PERSONAL_NUMBER_KG_PIN, "21506198500123");
    personal_number_compare(&number, birth == NULL ? NULL : &date, sex);
    return number.problem;
}

static void a_number_of_somebody_else_is_noticed(void **state)
{
    (void)state;
    assert_int_equal(compare("1985-06-15", 'M'), PERSONAL_NUMBER_SOUND);
    assert_int_equal(compare("1985", 'M'), PERSONAL_NUMBER_SOUND);
    assert_int_equal(compare("~1987", 0), PERSONAL_NUMBER_SOUND);
    assert_int_equal(compare(NULL, 'X'), PERSONAL_NUMBER_SOUND);
    assert_int_equal(compare("1985-06-16", 'M'), PERSONAL_NUMBER_DIFFERS_FROM_BIRTH);
    assert_int_equal(compare("1985-07", 'F'), PERSONAL_NUMBER_DIFFERS_FROM_BIRTH);
    assert_int_equal(compare("1985-06-15", 'F'), PERSONAL_NUMBER_DIFFERS_FROM_SEX);
    assert_int_equal(compare(NULL, 'F'), PERSONAL_NUMBER_DIFFERS_FROM_SEX);
}

static void a_wrong_number_is_not_compared(void **state)
{
    struct personal_number number;
    const struct date birth = { .precision = DATE_PRECISION_DAY };
    (void)state;
    personal_number_check(&number, PERSONAL_NUMBER_KZ_IIN, "061211600013");
    personal_number_compare(&number, &birth, 'M');
    assert_int_equal(number.problem, PERSONAL_NUMBER_CHECK_DIGIT);
}

static void the_kind_follows_from_country_and_length(void **state)
{
    struct personal_number number;
    (void)state;
    assert_true(personal_number_guess(&number, "KAZ", "900101300007<<<"));
    assert_int_equal(number.kind, PERSONAL_NUMBER_KZ_IIN);
    assert_string_equal(number.digits, "900101300007");
    assert_true(personal_number_guess(&number, "UZB", "30101900010001"));
    assert_int_equal(number.kind, PERSONAL_NUMBER_UZ_PINFL);
    assert_true(personal_number_guess(&number, "KGZ", "21506198500123"));
    assert_int_equal(number.kind, PERSONAL_NUMBER_KG_PIN);
    assert_false(personal_number_guess(&number, "KAZ", "30101900010001"));
    assert_false(personal_number_guess(&number, "KAZ", ""));
    assert_false(personal_number_guess(&number, "TJK", "30101900010001"));
    assert_false(personal_number_guess(&number, "KAZ", "ZE184226B123"));
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void made_up_numbers_belong_to_nobody_and_never_repeat(void **state)
{
    enum { COUNT = 100000, STEP = 10 };
    static char texts[COUNT][PERSONAL_NUMBER_SIZE];
    (void)state;
    for (int i = 0; i < PERSONAL_NUMBER_KIND_COUNT; i++) {
        const enum personal_number_kind kind = (enum personal_number_kind)i;
        for (unsigned k = 0; k < COUNT; k++) {
            struct personal_number number;
            personal_number_make_impossible(texts[k], kind, k < COUNT / 2 ? k : k * STEP);
            personal_number_check(&number, kind, texts[k]);
            assert_int_equal(number.problem, PERSONAL_NUMBER_DATE_IMPOSSIBLE);
        }
        qsort(texts, COUNT, sizeof(texts[0]), compare_texts);
        for (size_t k = 1; k < COUNT; k++)
            assert_string_not_equal(texts[k - 1], texts[k]);
    }
}

static void made_up_numbers_are_the_same_every_time(void **state)
{
    char text[PERSONAL_NUMBER_SIZE];
    (void)state;
    personal_number_make_impossible(text, PERSONAL_NUMBER_KZ_IIN, 123456);
    assert_string_equal(text, "120001434566");
    personal_number_make_impossible(text, PERSONAL_NUMBER_UZ_PINFL, 123456);
    assert_string_equal(text, "40001901234565");
    personal_number_make_impossible(text, PERSONAL_NUMBER_KG_PIN, 123456);
    assert_string_equal(text, "10002199023456");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kazakh_number_is_checked_twice_modulo_11),
        cmocka_unit_test(an_uzbek_number_is_checked_with_7_3_1),
        cmocka_unit_test(a_kyrgyz_number_has_a_sex_and_a_whole_date),
        cmocka_unit_test(a_first_digit_without_meaning_is_told),
        cmocka_unit_test(spaces_do_not_matter_but_everything_else_does),
        cmocka_unit_test(a_number_of_somebody_else_is_noticed),
        cmocka_unit_test(a_wrong_number_is_not_compared),
        cmocka_unit_test(the_kind_follows_from_country_and_length),
        cmocka_unit_test(made_up_numbers_belong_to_nobody_and_never_repeat),
        cmocka_unit_test(made_up_numbers_are_the_same_every_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
