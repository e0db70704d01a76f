/* SPDX-License-Identifier: Apache-2.0 */

/* What was misread, mistyped or lost on the way, and what must stay as it is. */
#include "name/keyboard.h"
#include "name/mrz.h"

#include "support/unit.h"

#include <stdio.h>
#include <string.h>

static const char names[] = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
static const char td3[] = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|"
                          "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
static const char td2[] = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<|"
                          "D231458907UTO7408122F1204159<<<<<<<6";
static const char td1[] = "I<UTOD231458907<<<<<<<<<<<<<<<|7408122F1204159UTO<<<<<<<<<<<6|"
                          "ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
static const char mrv_a[] = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|"
                            "L8988901C4XXX4009078F96121096ZE184226B<<<<<<";
static const char mrv_b[] = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<|"
                            "L8988901C4XXX4009078F9612109<<<<<<<<";

static struct mrz mrz;

static bool parse(const char *text)
{
    return mrz_parse(&mrz, text, strlen(text));
}

/* Becomes the specimen passport, with these repairs and no others. */
static void assert_repaired(const char *text, unsigned repairs)
{
    assert_true(parse(text));
    if (mrz.repairs != repairs)
        print_error("%s: repairs %x\n", text, mrz.repairs);
    assert_int_equal(mrz.repairs, repairs);
    assert_string_equal(mrz.issuer, "UTO");
    assert_string_equal(mrz.surname, "ERIKSSON");
    assert_string_equal(mrz.given, "ANNA MARIA");
    assert_string_equal(mrz.number, "L898902C3");
    assert_string_equal(mrz.nationality, "UTO");
    assert_string_equal(mrz.birth, "740812");
    assert_string_equal(mrz.expiry, "120415");
    assert_string_equal(mrz.optional, "ZE184226B");
}

static void letters_and_digits_are_told_apart_by_their_field(void **state)
{
    char text[128];
    (void)state;
    snprintf(text, sizeof(text), "%s|%s", names, "L898902C36UT074O8I22F12O4IS9ZE184226B<<<<<I0");
    assert_repaired(text, 1U << MRZ_NATIONALITY | 1U << MRZ_BIRTH | 1U << MRZ_EXPIRY |
                              1U << MRZ_OPTIONAL_CHECK);
    snprintf(text, sizeof(text), "%s|%s", names, "L898902C3GUTO740812ZF1204159ZE184226B<<<<<1O");
    assert_repaired(text,
                    1U << MRZ_NUMBER_CHECK | 1U << MRZ_BIRTH_CHECK | 1U << MRZ_COMPOSITE_CHECK);
    assert_repaired("P<UT0ER1K550N<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|"
                    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
                    1U << MRZ_ISSUER | 1U << MRZ_NAMES);
}

static void a_number_is_repaired_when_one_change_agrees(void **state)
{
    char text[128];
    (void)state;
    snprintf(text, sizeof(text), "%s|%s", names, "L8989O2C36UTO7408122F1204159ZE184226B<<<<<10");
    assert_repaired(text, 1U << MRZ_NUMBER);
    assert_true(parse("IDKAZ01Z3456784900101300007<<<|9001011M3001019KAZ<<<<<<<<<<<3|"
                      "ABENOV<<ERLAN<<<<<<<<<<<<<<<<<"));
    assert_string_equal(mrz.number, "012345678");
    assert_int_equal(mrz.repairs, 1U << MRZ_NUMBER);
}

static void optional_data_is_repaired_by_the_composite_digit(void **state)
{
    (void)state;
    assert_true(parse("IDKAZ01234567849O0101300007<<<|9001011M3001019KAZ<<<<<<<<<<<3|"
                      "ABENOV<<ERLAN<<<<<<<<<<<<<<<<<"));
    assert_string_equal(mrz.optional, "900101300007");
    assert_int_equal(mrz.repairs, 1U << MRZ_OPTIONAL);
}

static void a_change_that_could_be_another_is_left(void **state)
{
    (void)state;
    /* B for 8 in the fourth place was the slip, but B in the second place agrees as well. */
    assert_false(parse("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|"
                       "L89B902C36UTO7408122F1204159ZE184226B<<<<<10"));
    assert_int_equal(mrz.errors,
                     1U << MRZ_ERROR_NUMBER_CHECK_DIGIT | 1U << MRZ_ERROR_COMPOSITE_CHECK_DIGIT);
    assert_int_equal(mrz.repairs, 0);
    assert_string_equal(mrz.number, "L89B902C3");
    /* The optional data could explain it, but so could the date. */
    assert_false(parse("IDKAZ0123456784900101300007<<<|9001021M3001019KAZ<<<<<<<<<<<3|"
                       "ABENOV<<ERLAN<<<<<<<<<<<<<<<<<"));
    assert_int_equal(mrz.repairs, 0);
    assert_string_equal(mrz.optional, "900101300007");
}

static void fillers_misread_as_letters_or_brackets_come_back(void **state)
{
    static const char *const lines[] = {
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<KKK<K<<<<<<",
        "P<UTOERIKSSON<<ANNA<MARIA<<<CCCC<<<<<<<<<<<K",
        "P<UTOERIKSSON<(ANNA<MARIA((((((<<<<<<<<<<<<<",
        "P<UTOERIKSSON<<ANNA<MARIA<<<KKKKKKKKKKKKKKKK",
    };
    (void)state;
    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        char text[128];
        snprintf(text, sizeof(text), "%s|%s", lines[i],
                 "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
        assert_repaired(text, 1U << MRZ_NAMES);
    }
    /* Where the name ends and the fillers begin, nobody can tell. */
    assert_false(parse("P<UTOERIKSSON<<ANNA<MARIAKKKKKKKKKKKKKKKKKKK|"
                       "L898902C36UTO7408122F1204159ZE184226B<<<<<10"));
    assert_int_equal(mrz.errors, 1U << MRZ_ERROR_NAMES_INVALID);
    assert_true(parse("P<D<<ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<|"
                      "L898902C36D<K7408122F1204159ZE184226B<<<<<10"));
    assert_string_equal(mrz.nationality, "D");
}

static void lost_fillers_and_blanks_are_put_back(void **state)
{
    static const char line[] = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
    char text[128];
    (void)state;
    snprintf(text, sizeof(text), "P<UTOERIKSSON<<ANNA<MARIA|%s", line);
    assert_repaired(text, 1U << MRZ_PADDING);
    snprintf(text, sizeof(text), "P UTOERIKSSON  ANNA MARIA   |%s", line);
    assert_repaired(text, 1U << MRZ_PADDING | 1U << MRZ_FILLERS);
    snprintf(text, sizeof(text), "P<UTOERIKSSON«ANNA<MARIA«««««««««<|%s", line);
    assert_repaired(text, 1U << MRZ_FILLERS);
    snprintf(text, sizeof(text), "P<UTOERIKSSON««ANNA«MARIA«««««««««««««««««««|%s", line);
    assert_repaired(text, 1U << MRZ_FILLERS);
    snprintf(text, sizeof(text), "%s|%s", names,
             "L898902C3 6 UTO 740812 2 F 120415 9 "
             "ZE184226B<<<<< 1 0");
    assert_repaired(text, 1U << MRZ_FILLERS);
    assert_true(parse("I<UTOD231458907|7408122F1204159UTO<<<<<<<<<<<6|ERIKSSON<<ANNA<MARIA"));
    assert_int_equal(mrz.repairs, 1U << MRZ_PADDING);
    assert_true(parse("V<UTOERIKSSON<<ANNA<MARIA|L8988901C4XXX4009078F9612109"));
    assert_int_equal(mrz.format, MRZ_FORMAT_MRV_B);
}

/* A scanner types keys.  Its lines end with Enter, or with what somebody set it to. */
static void a_scanner_is_understood_on_every_layout(void **state)
{
    static const enum keyboard_layout layouts[] = {
        KEYBOARD_RUSSIAN,        KEYBOARD_KAZAKH,      KEYBOARD_KYRGYZ,  KEYBOARD_TAJIK,
        KEYBOARD_UZBEK_CYRILLIC, KEYBOARD_UZBEK_LATIN, KEYBOARD_TURKMEN,
    };
    static const char *const zones[] = { td3, td2, td1, mrv_a, mrv_b };
    static const char separators[] = { '|', '\n', '\0' };
    (void)state;
    for (size_t i = 0; i < 7 * 5 * 3; i++) {
        const char *zone = zones[i / 3 % 5];
        char typed[128];
        char expected[128];
        size_t used = 0;
        struct error error;
        struct mrz plain;
        for (const char *at = zone; *at != '\0'; at++)
            if (*at != '|' || separators[i % 3] != '\0')
                typed[used++] = *at == '|' ? separators[i % 3] : *at;
        typed[used] = '\0';
        memcpy(expected, typed, used + 1);
        assert_true(mrz_parse(&plain, expected, used));
        char burst[sizeof(typed) * KEYBOARD_BYTES_MAX];
        assert_ok(
            keyboard_map_into(burst, sizeof(burst), typed, KEYBOARD_US, layouts[i / 15], &error));
        assert_true(parse(burst));
        mrz.repairs &= ~(1U << MRZ_KEYBOARD);
        assert_memory_equal(&mrz, &plain, sizeof(mrz));
    }
}

static void caps_lock_does_not_confuse_a_cyrillic_layout(void **state)
{
    (void)state;
    /* Small letters, and what Shift and comma type then. */
    assert_repaired("збгещукшлыыщтббфттфбьфкшфббббббббббббббббббб|"
                    "д898902с36гещ7408122а1204159яу184226иббббб10",
                    1U << MRZ_KEYBOARD);
    /* The Kazakh layout has letters on its digits too. */
    assert_repaired("збгещукшлыыщтббфттфбьфкшфббббббббббббббббббб/"
                    "дҮҰҮҰҚӘсІ,гещ.ҢҚҮ\"ӘӘа\"ӘҚҢ\"ҒҰяу\"ҮҢӘӘ,иббббб\"Қ",
                    1U << MRZ_KEYBOARD);
}

/* ---- what must not happen */

static int value_modulo_10(char character)
{
    return mrz_check_digit((const char[]){ '0', '0', character }, 3);
}

/* A number that is read as sound and unrepaired after one character of the zone changed is the
 * same, unless Doc 9303 is blind for the change: it counts modulo 10. */
static void assert_unchanged(const char *zone, size_t at, char other)
{
    struct mrz original;
    char text[128];
    snprintf(text, sizeof(text), "%s", zone);
    text[at] = other;
    assert_true(mrz_parse(&original, zone, strlen(zone)));
    if (!parse(text) || mrz.repairs != 0)
        return;
    assert_string_equal(mrz.birth, original.birth);
    assert_string_equal(mrz.expiry, original.expiry);
    if (value_modulo_10(zone[at]) != value_modulo_10(other))
        assert_string_equal(mrz.number, original.number);
}

static void no_single_wrong_character_goes_unseen(void **state)
{
    static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<(? ";
    static const char *const zones[] = { td3, td2, td1, mrv_a, mrv_b };
    (void)state;
    for (size_t z = 0; z < sizeof(zones) / sizeof(zones[0]); z++)
        for (size_t at = 0; zones[z][at] != '\0'; at++)
            for (const char *other = alphabet; *other != '\0'; other++)
                if (zones[z][at] != '|')
                    assert_unchanged(zones[z], at, *other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_and_digits_are_told_apart_by_their_field),
        cmocka_unit_test(a_number_is_repaired_when_one_change_agrees),
        cmocka_unit_test(optional_data_is_repaired_by_the_composite_digit),
        cmocka_unit_test(a_change_that_could_be_another_is_left),
        cmocka_unit_test(fillers_misread_as_letters_or_brackets_come_back),
        cmocka_unit_test(lost_fillers_and_blanks_are_put_back),
        cmocka_unit_test(a_scanner_is_understood_on_every_layout),
        cmocka_unit_test(caps_lock_does_not_confuse_a_cyrillic_layout),
        cmocka_unit_test(no_single_wrong_character_goes_unseen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
