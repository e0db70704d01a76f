/* SPDX-License-Identifier: Apache-2.0 */
#include "widget/text_input.h"

#include "support/unit.h"

#include <stdio.h>
#include <string.h>

static struct text_input input;

static int begin(void **state)
{
    (void)state;
    memset(&input, 0, sizeof(input));
    return 0;
}

static int end(void **state)
{
    (void)state;
    text_input_release(&input);
    return 0;
}

static void type(const char *keys)
{
    struct key key;
    while (*keys != '\0') {
        const size_t length = key_parse(&key, keys);
        assert_true(length > 0);
        assert_true(text_input_handle(&input, &key, NULL));
        keys += length;
    }
}

#define assert_text(expected) assert_string_equal(text_input_text(&input), expected)

static void letters_go_where_the_cursor_is(void **state)
{
    (void)state;
    assert_text("");
    type("Нурлан<Left><Left>хх<Home>1<End>2");
    assert_text("1Нурлххан2");
}

static void letters_are_deleted_on_both_sides(void **state)
{
    (void)state;
    type("абвг<BS>");
    assert_text("абв");
    type("<Home><Del>");
    assert_text("бв");
    type("<BS><End><Del>");
    assert_text("бв");
    type("<BS><BS><BS><Del><Left><Right>");
    assert_text("");
}

static void a_letter_and_its_marks_are_one(void **state)
{
    (void)state;
    text_input_set(&input, "xe\u0301\u0302y");
    type("<Left><Left>-");
    assert_text("x-e\u0301\u0302y");
    type("<Del>");
    assert_text("x-y");
    text_input_set(&input, "xe\u0301");
    type("<BS>");
    assert_text("x");
}

static void no_more_than_its_maximum(void **state)
{
    (void)state;
    input.max = 5;
    type("абвгдежз");
    assert_text("абвгд");
    assert_true(input.is_cut);
    assert_false(text_input_insert(&input, "more"));
    assert_text("абвгд");
    type("<BS>x");
    assert_text("абвгx");
    assert_false(input.is_cut);
    text_input_clear(&input);
    assert_true(text_input_insert(&input, "more"));
    assert_false(text_input_insert(&input, "over"));
    assert_text("moreo");
    assert_true(input.is_cut);
}

static void tabs_become_spaces(void **state)
{
    (void)state;
    text_input_insert(&input, "\tone\ttwo");
    assert_text("one two");
    text_input_clear(&input);
    input.is_multiline = true;
    text_input_insert(&input, "one\ttwo\n\tthree");
    assert_text("one two\n three");
}

static void pasted_lines_become_spaces(void **state)
{
    (void)state;
    text_input_insert(&input, "\none\ntwo\tthree");
    assert_text("one two three");
}

static void with_lines_they_stay(void **state)
{
    (void)state;
    input.is_multiline = true;
    text_input_insert(&input, "one\ntwo");
    assert_text("one\ntwo");
    type("<Home>x<End>y");
    assert_text("one\nxtwoy");
}

static void nothing_that_steers_a_terminal_gets_in(void **state)
{
    (void)state;
    text_input_insert(&input, "a\033[2J\x07\x7f\u202e\u200b"
                              "b\xff"
                              "c");
    assert_text("a[2Jbc");
    type("\x01");
    assert_text("a[2Jbc");
}

static void it_says_what_changed(void **state)
{
    bool is_changed = true;
    (void)state;
    type("a");
    assert_true(text_input_handle(&input, &(struct key){ .code = CODE_LEFT }, &is_changed));
    assert_true(text_input_handle(&input, &(struct key){ .code = CODE_BACKSPACE }, &is_changed));
    assert_false(is_changed);
    assert_true(text_input_handle(&input, &(struct key){ .code = CODE_DELETE }, &is_changed));
    assert_true(is_changed);
    assert_false(text_input_handle(&input, &(struct key){ .code = CODE_F4 }, &is_changed));
    assert_false(text_input_handle(&input, &(struct key){ .code = CODE_ENTER }, &is_changed));
}

static void undo_goes_there_and_back(void **state)
{
    (void)state;
    assert_false(text_input_undo(&input));
    text_input_set(&input, "before");
    text_input_mark(&input);
    assert_false(text_input_undo(&input));
    type(" and after");
    assert_true(text_input_undo(&input));
    assert_text("before");
    assert_true(text_input_undo(&input));
    assert_text("before and after");
}

static void what_is_deleted_is_wiped(void **state)
{
    (void)state;
    type("secretive<BS><BS><BS><BS>");
    assert_text("secre");
    for (size_t i = strlen("secre"); i < input.capacity; i++)
        assert_int_equal(input.text[i], 0);
    text_input_clear(&input);
    for (size_t i = 0; i < input.capacity; i++)
        assert_int_equal(input.text[i], 0);
}

static void a_secret_lies_in_locked_memory_and_has_no_undo(void **state)
{
    (void)state;
    input.is_secret = true;
    type("pass");
    assert_non_null(input.secret);
    assert_text("pass");
    text_input_mark(&input);
    type("word");
    assert_false(text_input_undo(&input));
    assert_text("password");
    type("<BS><Home><Del>");
    assert_text("asswor");
    text_input_clear(&input);
    assert_text("");
    type("again");
    assert_text("again");
}

static void a_secret_longer_than_allowed_is_cut(void **state)
{
    (void)state;
    input.is_secret = true;
    for (int i = 0; i < 3000; i++)
        type("ж");
    assert_true(strlen(text_input_text(&input)) < 3000);
    assert_true(strlen(text_input_text(&input)) > 100);
}

/* Whatever is typed, the text stays UTF-8 and the cursor between its characters. */
static void random_keys_leave_whole_characters(void **state)
{
    static const char *const keys[] = { "a",    "ж",     "日",     "e\u0301", "<Left>", "<Right>",
                                        "<BS>", "<Del>", "<Home>", "<End>",   " ",      "\u0302" };
    unsigned seed = 7;
    (void)state;
    input.is_multiline = true;
    for (int i = 0; i < 20000; i++) {
        struct key key;
        seed = seed * 1103515245U + 12345U;
        const char *name = keys[(seed >> 16) % (sizeof(keys) / sizeof(keys[0]))];
        key_parse(&key, name);
        snprintf(key.text, sizeof(key.text), "%s", name[0] == '<' ? "" : name);
        text_input_handle(&input, &key, NULL);
        const char *text = text_input_text(&input);
        assert_true(input.cursor <= strlen(text));
        assert_true((text[input.cursor] & 0xC0) != 0x80);
    }
}

#define INPUT_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        INPUT_TEST(letters_go_where_the_cursor_is),
        INPUT_TEST(letters_are_deleted_on_both_sides),
        INPUT_TEST(a_letter_and_its_marks_are_one),
        INPUT_TEST(no_more_than_its_maximum),
        INPUT_TEST(tabs_become_spaces),
        INPUT_TEST(pasted_lines_become_spaces),
        INPUT_TEST(with_lines_they_stay),
        INPUT_TEST(nothing_that_steers_a_terminal_gets_in),
        INPUT_TEST(it_says_what_changed),
        INPUT_TEST(undo_goes_there_and_back),
        INPUT_TEST(what_is_deleted_is_wiped),
        INPUT_TEST(a_secret_lies_in_locked_memory_and_has_no_undo),
        INPUT_TEST(a_secret_longer_than_allowed_is_cut),
        INPUT_TEST(random_keys_leave_whole_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
