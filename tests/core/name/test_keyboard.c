/* SPDX-License-Identifier: Apache-2.0 */
#include "name/keyboard.h"

#include "support/unit.h"

#include <string.h>

static const char us_keys[] = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
                              "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?";

static void assert_mapped(const char *text, enum keyboard_layout from, enum keyboard_layout to,
                          const char *expected)
{
    struct error error;
    char mapped[sizeof(us_keys) * KEYBOARD_BYTES_MAX];
    assert_ok(keyboard_map_into(mapped, sizeof(mapped), text, from, to, &error));
    assert_string_equal(mapped, expected);
}

static void a_word_typed_on_the_wrong_layout_is_found_both_ways(void **state)
{
    (void)state;
    assert_mapped("ghbdtn", KEYBOARD_US, KEYBOARD_RUSSIAN, "привет");
    assert_mapped("Привет", KEYBOARD_RUSSIAN, KEYBOARD_US, "Ghbdtn");
    assert_mapped("Vj[fvvfl {jl;ftd", KEYBOARD_US, KEYBOARD_RUSSIAN, "Мохаммад Ходжаев");
    assert_mapped("", KEYBOARD_US, KEYBOARD_RUSSIAN, "");
}

static void a_passport_scanned_on_a_cyrillic_layout_comes_back(void **state)
{
    (void)state;
    assert_mapped("ЗБЛФЯ", KEYBOARD_RUSSIAN, KEYBOARD_US, "P<KAZ");
    assert_mapped("\"әіңғ,.үұқ", KEYBOARD_KAZAKH, KEYBOARD_US, "1234567890");
}

static void each_layout_has_its_own_letters(void **state)
{
    (void)state;
    assert_mapped("234-=", KEYBOARD_US, KEYBOARD_KAZAKH, "әіңөһ");
    assert_mapped("\\-=|", KEYBOARD_US, KEYBOARD_KYRGYZ, "үөңҮ");
    assert_mapped("wosm-=", KEYBOARD_US, KEYBOARD_TAJIK, "қҳҷӣғӯ");
    assert_mapped("osS-=", KEYBOARD_US, KEYBOARD_UZBEK_CYRILLIC, "ўқҚғҳ");
    assert_mapped("o'", KEYBOARD_US, KEYBOARD_UZBEK_LATIN, "oʻ");
    assert_mapped("`q[]\\xcvQ", KEYBOARD_US, KEYBOARD_TURKMEN, "žäňöşüçýÄ");
    assert_mapped("қ", KEYBOARD_TAJIK, KEYBOARD_RUSSIAN, "ц");
}

static void every_key_comes_back_from_every_layout(void **state)
{
    (void)state;
    for (int layout = 0; layout < KEYBOARD_LAYOUT_COUNT; layout++) {
        char there[sizeof(us_keys) * KEYBOARD_BYTES_MAX];
        char back[sizeof(us_keys) * KEYBOARD_BYTES_MAX];
        struct error error;
        assert_ok(keyboard_map_into(there, sizeof(there), us_keys, KEYBOARD_US,
                                    (enum keyboard_layout)layout, &error));
        assert_ok(keyboard_map_into(back, sizeof(back), there, (enum keyboard_layout)layout,
                                    KEYBOARD_US, &error));
        assert_string_equal(back, us_keys);
        if (layout != KEYBOARD_US)
            assert_string_not_equal(there, us_keys);
    }
}

static void what_the_layout_does_not_have_stays(void **state)
{
    (void)state;
    assert_mapped("hello 漢 é", KEYBOARD_RUSSIAN, KEYBOARD_US, "hello 漢 é");
    assert_mapped("2024", KEYBOARD_KAZAKH, KEYBOARD_US, "2024");
    assert_mapped("\xff\xd0 \xd0\xbf", KEYBOARD_RUSSIAN, KEYBOARD_US, "\xff\xd0 g");
    assert_mapped("a\tb\nc", KEYBOARD_US, KEYBOARD_RUSSIAN, "ф\tи\nс");
}

static void room_that_is_too_small_is_refused_and_never_overrun(void **state)
{
    char room[8] = "xxxxxxx";
    struct error error;
    (void)state;
    assert_ok(keyboard_map_into(room, 5, "gh", KEYBOARD_US, KEYBOARD_RUSSIAN, &error));
    assert_string_equal(room, "пр");
    assert_status(keyboard_map_into(room, 4, "gh", KEYBOARD_US, KEYBOARD_RUSSIAN, &error),
                  STATUS_TEXT_TOO_LONG);
    assert_status(keyboard_map_into(room, 0, "", KEYBOARD_US, KEYBOARD_RUSSIAN, &error),
                  STATUS_TEXT_TOO_LONG);
    assert_int_equal(room[5], 'x');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_typed_on_the_wrong_layout_is_found_both_ways),
        cmocka_unit_test(a_passport_scanned_on_a_cyrillic_layout_comes_back),
        cmocka_unit_test(each_layout_has_its_own_letters),
        cmocka_unit_test(every_key_comes_back_from_every_layout),
        cmocka_unit_test(what_the_layout_does_not_have_stays),
        cmocka_unit_test(room_that_is_too_small_is_refused_and_never_overrun),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
