/* SPDX-License-Identifier: Apache-2.0 */
#include "linear/linear_code.h"
#include "support/unit.h"

static void a_country_is_found_by_number_name_beginning_and_code(void **state)
{
    (void)state;
    assert_string_equal(linear_code_find(LINEAR_CODES_COUNTRY, "1"), "KGZ");
    assert_string_equal(linear_code_find(LINEAR_CODES_COUNTRY, "uzbekistan"), "UZB");
    assert_string_equal(linear_code_find(LINEAR_CODES_COUNTRY, "kyrg"), "KGZ");
    assert_string_equal(linear_code_find(LINEAR_CODES_COUNTRY, "KZ"), "KZ");
    assert_string_equal(linear_code_find(LINEAR_CODES_COUNTRY, "FRA"), "FRA");
}

static void a_code_is_no_beginning_of_a_name(void **state)
{
    (void)state;
    /* Belgium, not Belarus. */
    assert_string_equal(linear_code_find(LINEAR_CODES_COUNTRY, "BEL"), "BEL");
    assert_string_equal(linear_code_find(LINEAR_CODES_COUNTRY, "bela"), "BLR");
}

static void what_can_be_several_or_none_stays_as_it_was_typed(void **state)
{
    (void)state;
    assert_string_equal(linear_code_find(LINEAR_CODES_COUNTRY, "ref"), "ref");
    assert_string_equal(linear_code_find(LINEAR_CODES_COUNTRY, "refugee"), "XXB");
    assert_string_equal(linear_code_find(LINEAR_CODES_LANGUAGE, "tur"), "tur");
    assert_string_equal(linear_code_find(LINEAR_CODES_LANGUAGE, "nowhere"), "nowhere");
}

static void a_language_is_found_by_its_name(void **state)
{
    (void)state;
    assert_string_equal(linear_code_find(LINEAR_CODES_LANGUAGE, "uzb"), "uz");
    assert_string_equal(linear_code_find(LINEAR_CODES_LANGUAGE, "ky"), "ky");
    assert_string_equal(linear_code_name(LINEAR_CODES_LANGUAGE, "ky"), "Kyrgyz");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_country_is_found_by_number_name_beginning_and_code),
        cmocka_unit_test(a_code_is_no_beginning_of_a_name),
        cmocka_unit_test(what_can_be_several_or_none_stays_as_it_was_typed),
        cmocka_unit_test(a_language_is_found_by_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
