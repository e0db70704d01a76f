/* SPDX-License-Identifier: Apache-2.0 */
#include "term/key.h"

#include "support/unit.h"

#include <string.h>

static struct key parse(const char *text, size_t length)
{
    struct key key;
    assert_int_equal(key_parse(&key, text), length);
    return key;
}

static void names_are_keys(void **state)
{
    static const struct {
        const char *name;
        enum key_code code;
    } known[] = {
        { "<Enter>", CODE_ENTER },  { "<Tab>", CODE_TAB },      { "<S-Tab>", CODE_BACK_TAB },
        { "<Esc>", CODE_ESCAPE },   { "<BS>", CODE_BACKSPACE }, { "<Del>", CODE_DELETE },
        { "<PgUp>", CODE_PAGE_UP }, { "<F1>", CODE_F1 },        { "<F10>", CODE_F10 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
        assert_int_equal(parse(known[i].name, strlen(known[i].name)).code, known[i].code);
}

static void every_name_is_read_as_it_is_written(void **state)
{
    char name[KEY_NAME_SIZE];
    (void)state;
    for (int code = CODE_ENTER; code < CODE_COUNT; code++) {
        const struct key key = { .code = (enum key_code)code };
        key_write_name(name, &key);
        assert_int_equal(parse(name, strlen(name)).code, code);
        assert_true(key_is(&key, name));
    }
}

static void a_character_is_itself(void **state)
{
    (void)state;
    const struct key key = parse("жab", 2);
    assert_int_equal(key.code, CODE_TEXT);
    assert_string_equal(key.text, "ж");
    assert_true(key_is(&key, "ж"));
}

static void an_angle_that_is_no_name_is_itself(void **state)
{
    (void)state;
    assert_string_equal(parse("<<", 1).text, "<");
    assert_string_equal(parse("<lt>", 4).text, "<");
    assert_string_equal(parse("<Nothing>", 1).text, "<");
    assert_int_equal(parse("", 0).code, CODE_NONE);
}

static void control_has_its_letter(void **state)
{
    (void)state;
    const struct key key = parse("<C-k>x", 5);
    assert_int_equal(key.code, CODE_CONTROL);
    assert_true(key_is(&key, "<C-k>"));
}

static void labels_are_what_people_write(void **state)
{
    static const char *const pairs[][2] = {
        { "<C-z>", "Ctrl-Z" },
        { "<F1>", "F1" },
        { "<F10>", "F10" },
        { "<Esc>", "Esc" },
        { "<PgDn>", "PgDn" },
        { "n", "N" },
        { "<S-Tab>", "Shift-Tab" },
        { "<BS>", "Backspace" },
        { "?", "?" },
        { "<lt>", "<" },
        { "ж", "ж" },
        { NULL, "" },
    };
    char label[KEY_NAME_SIZE];
    (void)state;
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        key_write_label(label, pairs[i][0]);
        assert_string_equal(label, pairs[i][1]);
    }
}

static void no_key_has_no_name(void **state)
{
    const struct key none = { .code = CODE_NONE };
    (void)state;
    assert_false(key_is(&none, ""));
}

/* ---- layouts */

static void letters_of_every_layout_are_found_in_their_places(void **state)
{
    static const char *const pairs[][2] = {
        { "т", "n" }, { "й", "q" }, { "ё", "`" }, { "Ф", "A" }, { "б", "," }, { "я", "z" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        struct key key = parse(pairs[i][0], strlen(pairs[i][0]));
        key_to_latin(&key);
        assert_string_equal(key.text, pairs[i][1]);
    }
}

static void other_keys_stay(void **state)
{
    struct key key = parse("q", 1);
    (void)state;
    key_to_latin(&key);
    assert_string_equal(key.text, "q");
    key = parse("日", 3);
    key_to_latin(&key);
    assert_string_equal(key.text, "日");
    key = parse("<F5>", 4);
    key_to_latin(&key);
    assert_int_equal(key.code, CODE_F5);
}

static void digits_have_function_keys(void **state)
{
    (void)state;
    for (int i = 1; i <= 9; i++) {
        const struct key key = { .code = CODE_TEXT, .text = { (char)('0' + i) } };
        assert_int_equal(key_function_of_digit(&key), CODE_F1 + i - 1);
    }
    assert_int_equal(key_function_of_digit(&(struct key){ .code = CODE_TEXT, .text = "0" }),
                     CODE_F10);
    assert_int_equal(key_function_of_digit(&(struct key){ .code = CODE_TEXT, .text = "a" }),
                     CODE_NONE);
    assert_int_equal(key_function_of_digit(&(struct key){ .code = CODE_F1 }), CODE_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_keys),
        cmocka_unit_test(every_name_is_read_as_it_is_written),
        cmocka_unit_test(a_character_is_itself),
        cmocka_unit_test(an_angle_that_is_no_name_is_itself),
        cmocka_unit_test(control_has_its_letter),
        cmocka_unit_test(labels_are_what_people_write),
        cmocka_unit_test(no_key_has_no_name),
        cmocka_unit_test(letters_of_every_layout_are_found_in_their_places),
        cmocka_unit_test(other_keys_stay),
        cmocka_unit_test(digits_have_function_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
