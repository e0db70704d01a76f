/* SPDX-License-Identifier: Apache-2.0 */
#include "name/country_code.h"
#include "wording/country_name.h"

#include <string.h>

#include "support/unit.h"

static void every_country_is_offered_once_and_is_a_known_code(void **state)
{
    (void)state;
    const char *code;
    for (size_t i = 0; (code = country_name_code_at(i)) != NULL; i++) {
        assert_true(country_code_exists(code));
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(code, country_name_code_at(j));
    }
    for (size_t i = 0; (code = country_code_at(i)) != NULL; i++) {
        size_t at = 0;
        while (country_name_code_at(at) != NULL && strcmp(country_name_code_at(at), code) != 0)
            at++;
        assert_non_null(country_name_code_at(at));
    }
}

static void a_country_is_written_with_its_code_and_name(void **state)
{
    (void)state;
    char text[COUNTRY_NAME_SIZE];
    country_name_write(text, "KGZ");
    assert_string_equal(text, "KGZ  Kyrgyzstan");
    country_name_write(text, "ABW");
    assert_string_equal(text, "ABW");
    assert_string_equal(country_name(""), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_country_is_offered_once_and_is_a_known_code),
        cmocka_unit_test(a_country_is_written_with_its_code_and_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
