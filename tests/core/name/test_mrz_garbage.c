/* SPDX-License-Identifier: Apache-2.0 */

/* Anything may come from a keyboard: nothing of it may be trusted, and nothing may break. */
#include "name/mrz.h"

#include "support/unit.h"

#include <stdlib.h>
#include <string.h>

static struct mrz mrz;

static bool is_ended(const char *text, size_t size)
{
    return memchr(text, '\0', size) != NULL;
}

/* Whatever was read: not valid, and all texts have their end. */
static void assert_refused(const char *text, size_t length)
{
    /* Of exactly that size, so that the sanitizers see a step beyond it. */
    char *exact = malloc(length + (length == 0));
    assert_non_null(exact);
    memcpy(exact, text, length);
    assert_false(mrz_parse(&mrz, exact, length));
    free(exact);
    assert_int_not_equal(mrz.errors, 0);
    assert_true(
        is_ended(mrz.type, sizeof(mrz.type)) && is_ended(mrz.issuer, sizeof(mrz.issuer)) &&
        is_ended(mrz.surname, sizeof(mrz.surname)) && is_ended(mrz.given, sizeof(mrz.given)) &&
        is_ended(mrz.number, sizeof(mrz.number)) &&
        is_ended(mrz.nationality, sizeof(mrz.nationality)) &&
        is_ended(mrz.birth, sizeof(mrz.birth)) && is_ended(mrz.expiry, sizeof(mrz.expiry)) &&
        is_ended(mrz.optional, sizeof(mrz.optional)) &&
        is_ended(mrz.optional2, sizeof(mrz.optional2)));
}

static void every_length_of_one_character_is_refused(void **state)
{
    static const char characters[] = "A<0K(|\n ?\xff\xd0\0V";
    (void)state;
    for (size_t i = 0; i < sizeof(characters) - 1; i++)
        for (size_t length = 0; length <= 200; length++) {
            char text[200];
            memset(text, characters[i], sizeof(text));
            assert_refused(text, length);
        }
}

static void every_length_of_random_bytes_is_refused(void **state)
{
    static const char alphabet[] = "ABCKOPVX<<<<0123456789|\n (\xd0\x91\xc2\xab\xff";
    unsigned random = 7;
    (void)state;
    for (size_t length = 0; length <= 200; length++)
        for (int round = 0; round < 50; round++) {
            char text[200];
            for (size_t i = 0; i < length; i++) {
                random = random * 1664525U + 1013904223U;
                text[i] = round % 2 == 0 ? (char)(random >> 16)
                                         : alphabet[(random >> 16) % (sizeof(alphabet) - 1)];
            }
            assert_refused(text, length);
        }
}

static void every_beginning_of_a_zone_is_refused(void **state)
{
    static const char zone[] = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<|"
                               "D231458907UTO7408122F1204159<<<<<<<6";
    (void)state;
    for (size_t length = 0; length + 1 < sizeof(zone); length++)
        assert_refused(zone, length);
}

static void invalid_utf_8_costs_the_character_not_the_zone(void **state)
{
    static const char zone[] = "I<UTOERIKSSON<<ANNA<MAR\xffM<<<<<<<<<<<|"
                               "D231458907UTO7408122F1204159<<<<<<<6";
    (void)state;
    assert_refused(zone, sizeof(zone) - 1);
    assert_int_equal(mrz.errors, 1U << MRZ_ERROR_CHARACTER);
    assert_string_equal(mrz.number, "D23145890");
    assert_string_equal(mrz.birth, "740812");
}

static void a_very_long_text_is_refused_at_once(void **state)
{
    static char text[1000000];
    (void)state;
    memset(text, 'A', sizeof(text));
    assert_refused(text, sizeof(text));
    assert_int_equal(mrz.errors, 1U << MRZ_ERROR_LENGTH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_length_of_one_character_is_refused),
        cmocka_unit_test(every_length_of_random_bytes_is_refused),
        cmocka_unit_test(every_beginning_of_a_zone_is_refused),
        cmocka_unit_test(invalid_utf_8_costs_the_character_not_the_zone),
        cmocka_unit_test(a_very_long_text_is_refused_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
