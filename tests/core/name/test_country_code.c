/* SPDX-License-Identifier: Apache-2.0 */
#include "name/country_code.h"

#include "support/unit.h"

#include <string.h>

static void the_codes_of_states_organisations_and_the_stateless_exist(void **state)
{
    static const char *const codes[] = { "KAZ", "KGZ", "TJK", "TKM", "UZB", "AFG", "RUS", "ABW",
                                         "ZWE", "XXA", "XXB", "XXC", "XXX", "UNO", "UNA", "UNK",
                                         "XPO", "XOM", "EUE", "XBA", "XEC", "XCC", "XCE", "XES",
                                         "XMP", "XDC", "UTO", "D",   "GBD", "SUN" };
    (void)state;
    for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
        assert_true(country_code_exists(codes[i]));
}

static void what_is_no_code_does_not_exist(void **state)
{
    static const char *const codes[] = { "", "K", "KA", "kaz", "XYZ", "KAZA", "D<<", "AAA", "ZZZ" };
    (void)state;
    for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
        assert_false(country_code_exists(codes[i]));
}

static void two_letters_lead_to_three(void **state)
{
    static const char *const pairs[][2] = { { "KZ", "KAZ" }, { "KG", "KGZ" }, { "TJ", "TJK" },
                                            { "TM", "TKM" }, { "UZ", "UZB" }, { "DE", "DEU" } };
    (void)state;
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
        assert_string_equal(country_code_to_three_letters(pairs[i][0]), pairs[i][1]);
    assert_null(country_code_to_three_letters("XX"));
    assert_null(country_code_to_three_letters(""));
}

/* Each of them is found by its three letters too: the table has no slip in its order. */
static void iso_3166_has_249_countries(void **state)
{
    int count = 0;
    (void)state;
    for (char first = 'A'; first <= 'Z'; first++)
        for (char second = 'A'; second <= 'Z'; second++) {
            const char two[] = { first, second, '\0' };
            const char *three = country_code_to_three_letters(two);
            if (three == NULL)
                continue;
            count++;
            assert_true(country_code_exists(three));
        }
    assert_int_equal(count, 249);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_codes_of_states_organisations_and_the_stateless_exist),
        cmocka_unit_test(what_is_no_code_does_not_exist),
        cmocka_unit_test(two_letters_lead_to_three),
        cmocka_unit_test(iso_3166_has_249_countries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
