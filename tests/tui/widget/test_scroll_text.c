/* SPDX-License-Identifier: Apache-2.0 */
#include "widget/scroll_text.h"

#include "support/unit.h"

#include <string.h>

enum { ROWS = 4, COLUMNS = 12 };

static struct error error;

static struct scroll_text text;
static struct grid grid;

static int make(void **state)
{
    (void)state;
    text = (struct scroll_text){ .items = NULL };
    grid = (struct grid){ .cells = NULL };
    scroll_text_add_heading(&text, "HEAD");
    for (char letter[] = "a"; letter[0] <= 'f'; letter[0]++)
        scroll_text_add(&text, STYLE_PLAIN, 0, letter);
    return grid_resize(&grid, ROWS, COLUMNS, &error) == STATUS_OK ? 0 : -1;
}

static int let_go(void **state)
{
    (void)state;
    scroll_text_release(&text);
    grid_release(&grid);
    return 0;
}

static void press(enum key_code code)
{
    const struct key key = { .code = code };
    assert_true(scroll_text_handle(&text, &key, ROWS, COLUMNS));
}

/* The first letter of each row. */
static void assert_rows(const char *letters)
{
    grid_clear(&grid);
    scroll_text_draw(&text, area_of(&grid), true);
    for (int row = 0; row < ROWS; row++)
        assert_int_equal(grid_cell(&grid, row, 0)->letters[0], letters[row]);
}

static void the_top_is_shown_at_first(void **state)
{
    (void)state;
    assert_rows("Habc");
    assert_int_equal(scroll_text_rows(&text, COLUMNS), 7);
}

static void arrows_move_it_row_by_row_and_no_further_than_its_ends(void **state)
{
    (void)state;
    press(CODE_DOWN);
    assert_rows("abcd");
    press(CODE_UP);
    press(CODE_UP);
    assert_rows("Habc");
    press(CODE_END);
    assert_rows("cdef");
    press(CODE_DOWN);
    press(CODE_PAGE_DOWN);
    assert_rows("cdef");
    press(CODE_UP);
    assert_rows("bcde");
    press(CODE_HOME);
    assert_rows("Habc");
}

static void other_keys_are_not_used(void **state)
{
    (void)state;
    const struct key key = { .code = CODE_ENTER };
    assert_false(scroll_text_handle(&text, &key, ROWS, COLUMNS));
}

static void long_paragraphs_are_broken_and_counted_row_by_row(void **state)
{
    (void)state;
    scroll_text_add_labelled(&text, "xy", "one two three");
    assert_int_equal(scroll_text_rows(&text, COLUMNS), 9);
    press(CODE_END);
    assert_rows("efxt");
}

static void nothing_is_added_for_nothing(void **state)
{
    (void)state;
    scroll_text_add(&text, STYLE_PLAIN, 0, NULL);
    scroll_text_add(&text, STYLE_PLAIN, 0, "");
    scroll_text_add_labelled(&text, "label", "");
    assert_int_equal(text.count, 7);
}

#define ON_A_TEXT(test) cmocka_unit_test_setup_teardown(test, make, let_go)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_A_TEXT(the_top_is_shown_at_first),
        ON_A_TEXT(arrows_move_it_row_by_row_and_no_further_than_its_ends),
        ON_A_TEXT(other_keys_are_not_used),
        ON_A_TEXT(long_paragraphs_are_broken_and_counted_row_by_row),
        ON_A_TEXT(nothing_is_added_for_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
