/* SPDX-License-Identifier: Apache-2.0 */
#include "widget/sections.h"

#include <stdio.h>
#include <string.h>

#include "support/unit.h"
#include "widget/filter_line.h"

static struct grid grid;
static struct error error;

static void row_draw(const void *self, struct area row, size_t index)
{
    char text[] = { (char)('a' + index), '\0' };
    (void)self;
    area_text(row, 0, 0, STYLE_PLAIN, text);
}

static const struct section sections[] = {
    { .heading = "ONE", .count = 2 },
    { .heading = "NONE", .count = 0 },
    { .heading = "TWO", .remark = "more", .count = 3 },
};

/* What stands in a row, without the spaces at its end. */
static const char *row_of(int row)
{
    static char text[81];
    size_t length = 0;
    for (int column = 0; column < grid.columns && column < 80; column++) {
        const uint32_t letter = grid_cell(&grid, row, column)->letters[0];
        text[column] = letter == 0 ? ' ' : (char)letter;
        if (text[column] != ' ')
            length = (size_t)column + 1;
    }
    text[length] = '\0';
    return text;
}

static void draw(size_t selected, int rows)
{
    const struct list list = { .count = 5, .selected = selected };
    assert_ok(grid_resize(&grid, rows, 20, &error));
    grid_clear(&grid);
    sections_draw(&list, sections, 3, area_of(&grid), true, row_draw, NULL);
}

static int tear_down(void **state)
{
    (void)state;
    grid_release(&grid);
    return 0;
}

static void rows_stand_below_their_headings(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "   ONE", " > a", "   b", "", "   TWO", "   c", "   d", "   e", "   more", "",
    };
    draw(0, 10);
    for (int row = 0; row < 10; row++)
        assert_string_equal(row_of(row), rows[row]);
    assert_int_equal(grid.cursor_row, 1);
    assert_int_equal(grid.cursor_column, 1);
}

static void without_room_there_are_no_empty_lines(void **state)
{
    (void)state;
    draw(2, 8);
    assert_string_equal(row_of(3), "   TWO");
    assert_string_equal(row_of(4), " > c");
}

static void the_selected_row_is_always_seen(void **state)
{
    (void)state;
    for (int rows = 1; rows < 10; rows++)
        for (size_t selected = 0; selected < 5; selected++) {
            const char expected[] = { ' ', '>', ' ', (char)('a' + selected), '\0' };
            bool is_seen = false;
            draw(selected, rows);
            for (int row = 0; row < rows; row++)
                is_seen = is_seen || strncmp(row_of(row), expected, strlen(expected)) == 0;
            assert_true(is_seen);
        }
}

static void press(struct filter_line *line, const char *name, bool is_used, bool is_changed)
{
    struct key key;
    bool changed;
    assert_true(key_parse(&key, name) > 0);
    assert_int_equal(filter_line_handle(line, &key, &changed), is_used);
    assert_int_equal(changed, is_changed);
}

static void letters_go_into_the_line_and_arrows_do_not(void **state)
{
    (void)state;
    struct filter_line line = { .is_typing = false };
    press(&line, "ж", true, true);
    press(&line, "1", true, true);
    assert_true(line.is_typing);
    press(&line, "<Down>", false, false);
    assert_false(line.is_typing);
    press(&line, "<BS>", true, true);
    assert_string_equal(filter_line_text(&line), "ж");
    press(&line, "<C-u>", true, true);
    press(&line, "<C-u>", true, false);
    assert_string_equal(filter_line_text(&line), "");
    filter_line_release(&line);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(rows_stand_below_their_headings, tear_down),
        cmocka_unit_test_teardown(without_room_there_are_no_empty_lines, tear_down),
        cmocka_unit_test_teardown(the_selected_row_is_always_seen, tear_down),
        cmocka_unit_test(letters_go_into_the_line_and_arrows_do_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
