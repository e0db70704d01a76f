/* SPDX-License-Identifier: Apache-2.0 */
#include "term/grid.h"

#include "support/tui/scripted_port.h"
#include "support/unit.h"

#include <string.h>

static struct grid grid;

static struct area begin(int rows, int columns)
{
    struct error error;
    assert_ok(grid_resize(&grid, rows, columns, &error));
    return area_of(&grid);
}

static int release(void **state)
{
    (void)state;
    grid_release(&grid);
    return 0;
}

static void assert_row(int row, const char *expected)
{
    char text[SCRIPTED_ROW_SIZE];
    grid_row_text(&grid, row, text);
    assert_string_equal(text, expected);
}

/* ---- letters */

static void plain_text_takes_its_columns(void **state)
{
    (void)state;
    struct area area = begin(2, 20);
    assert_int_equal(area_text(area, 0, 2, STYLE_STRONG, "Нурланов"), 8);
    assert_row(0, "  Нурланов");
    assert_int_equal(grid_cell(&grid, 0, 2)->style, STYLE_STRONG);
    assert_int_equal(grid_cell(&grid, 0, 10)->style, STYLE_PLAIN);
}

static void a_wide_letter_takes_two_columns(void **state)
{
    (void)state;
    struct area area = begin(1, 10);
    assert_int_equal(area_text(area, 0, 0, STYLE_PLAIN, "a日b"), 4);
    assert_int_equal(grid_cell(&grid, 0, 1)->width, 2);
    assert_int_equal(grid_cell(&grid, 0, 2)->width, 0);
    assert_row(0, "a日b");
}

static void half_a_wide_letter_is_never_left(void **state)
{
    (void)state;
    struct area area = begin(1, 10);
    area_text(area, 0, 0, STYLE_PLAIN, "日本語");
    area_text(area, 0, 1, STYLE_PLAIN, "x");
    assert_row(0, " x本語");
    area_text(area, 0, 2, STYLE_PLAIN, "y");
    assert_row(0, " xy 語");
    area_text(area, 0, 3, STYLE_PLAIN, "中");
    assert_row(0, " xy中");
}

static void a_wide_letter_that_does_not_fit_is_left_out(void **state)
{
    (void)state;
    struct area area = begin(1, 4);
    assert_int_equal(area_text(area, 0, 0, STYLE_PLAIN, "abc日"), 3);
    assert_row(0, "abc");
}

static void marks_stay_on_their_letter(void **state)
{
    (void)state;
    struct area area = begin(1, 10);
    assert_int_equal(area_text(area, 0, 0, STYLE_PLAIN, "e\u0301b"), 2);
    assert_int_equal(grid_cell(&grid, 0, 0)->letters[0], 'e');
    assert_int_equal(grid_cell(&grid, 0, 0)->letters[1], 0x301);
    assert_int_equal(grid_cell(&grid, 0, 1)->letters[0], 'b');
}

static void marks_without_end_are_cut(void **state)
{
    char text[400] = "a";
    (void)state;
    struct area area = begin(1, 10);
    for (int i = 0; i < 150; i++)
        strcat(text, "\u0301");
    strcat(text, "b");
    assert_int_equal(area_text(area, 0, 0, STYLE_PLAIN, text), 2);
    assert_int_equal(grid_cell(&grid, 0, 1)->letters[0], 'b');
}

static void nothing_that_could_steer_a_terminal_is_drawn(void **state)
{
    (void)state;
    struct area area = begin(1, 30);
    area_text(area, 0, 0, STYLE_PLAIN,
              "a\033[2J\tb\x7f\xc2\x85\u202e\u200d"
              "c");
    for (int column = 0; column < 30; column++) {
        const uint32_t letter = grid_cell(&grid, 0, column)->letters[0];
        assert_true(letter >= ' ' && letter != 0x7f && letter != 0x85 && letter != 0x202e &&
                    letter != 0x200d);
    }
    assert_row(0, "a?[2J?b????c");
}

static void broken_utf_8_is_a_question_mark(void **state)
{
    (void)state;
    struct area area = begin(1, 10);
    area_text(area, 0, 0, STYLE_PLAIN,
              "a\xff\xd0"
              "b");
    assert_row(0, "a??b");
    assert_int_equal(drawn_width("a\xff\xd0"
                                 "b"),
                     4);
}

/* ---- cutting */

static void what_is_too_long_ends_in_dots(void **state)
{
    (void)state;
    struct area area = begin(2, 20);
    assert_int_equal(area_fit(area, 0, 0, 6, STYLE_PLAIN, "Тохтогулова"), 6);
    assert_row(0, "Тохто…");
    assert_int_equal(area_fit(area, 1, 0, 11, STYLE_PLAIN, "Тохтогулова"), 11);
    assert_row(1, "Тохтогулова");
}

static void no_room_is_no_text(void **state)
{
    (void)state;
    struct area area = begin(1, 10);
    assert_int_equal(area_fit(area, 0, 3, 0, STYLE_PLAIN, "abc"), 0);
    assert_int_equal(area_fit(area, 0, 3, -5, STYLE_PLAIN, "abc"), 0);
    assert_int_equal(area_fit(area, 0, 12, 5, STYLE_PLAIN, "abc"), 0);
    assert_int_equal(area_text(area, 3, 0, STYLE_PLAIN, "abc"), 0);
    assert_int_equal(area_text(area, -1, 0, STYLE_PLAIN, "abc"), 0);
    assert_int_equal(area_text(area, 0, -1, STYLE_PLAIN, "abc"), 0);
    assert_row(0, "");
}

static void at_the_right_it_ends_in_the_last_column(void **state)
{
    (void)state;
    struct area area = begin(2, 10);
    area_text_right(area, 0, STYLE_PLAIN, "abc");
    assert_row(0, "       abc");
    area_text_right(area, 1, STYLE_PLAIN, "abcdefghijklm");
    assert_row(1, "abcdefghij");
}

/* ---- areas */

static void a_part_never_sticks_out(void **state)
{
    (void)state;
    struct area area = begin(10, 20);
    const struct area part = area_part(area, 8, 15, 5, 50);
    assert_int_equal(part.rows, 2);
    assert_int_equal(part.columns, 5);
    const struct area none = area_part(part, 7, -3, -1, 4);
    assert_int_equal(none.rows, 0);
    area_text(none, 0, 0, STYLE_PLAIN, "x");
    area_fill(none, STYLE_FOCUS);
    area_box(none, "x");
    area_cursor(none, 3, 3);
    for (int row = 0; row < 10; row++)
        assert_row(row, "");
    assert_int_equal(grid.cursor_row, 0);
}

static void the_cursor_stays_in_its_area(void **state)
{
    (void)state;
    struct area area = begin(10, 20);
    area_cursor(area_part(area, 2, 3, 4, 5), 99, 99);
    assert_int_equal(grid.cursor_row, 5);
    assert_int_equal(grid.cursor_column, 7);
    area_cursor(area_part(area, 2, 3, 4, 5), -1, -1);
    assert_int_equal(grid.cursor_row, 2);
    assert_int_equal(grid.cursor_column, 3);
}

static void a_box_has_a_title_in_its_upper_side(void **state)
{
    (void)state;
    struct area area = begin(3, 12);
    area_box(area, "Menu");
    assert_row(0, "┌ Menu ────┐");
    assert_row(1, "│          │");
    assert_row(2, "└──────────┘");
}

/* ---- paragraphs */

static void a_paragraph_breaks_between_words(void **state)
{
    (void)state;
    struct area area = begin(5, 12);
    assert_int_equal(area_paragraph(area, 0, 2, STYLE_PLAIN, "one two three four"), 2);
    assert_row(0, "  one two");
    assert_row(1, "  three four");
    assert_int_equal(paragraph_rows("one two three four", 10), 2);
}

static void a_word_longer_than_a_line_is_broken(void **state)
{
    (void)state;
    struct area area = begin(5, 4);
    assert_int_equal(area_paragraph(area, 0, 0, STYLE_PLAIN, "abcdefghij"), 3);
    assert_row(0, "abcd");
    assert_row(1, "efgh");
    assert_row(2, "ij");
}

static void lines_in_the_text_stay(void **state)
{
    (void)state;
    struct area area = begin(5, 10);
    assert_int_equal(area_paragraph(area, 0, 0, STYLE_PLAIN, "a\n\nb"), 3);
    assert_row(0, "a");
    assert_row(1, "");
    assert_row(2, "b");
}

/* Every text at every width takes as many rows as it says, and ends. */
static void a_paragraph_takes_what_it_says(void **state)
{
    static const char *const texts[] = {
        "",
        " ",
        "\n",
        "a",
        "one two  three\n four",
        "日本語 中",
        "  leading",
        "e\u0301e\u0301 e\u0301",
        "\xff\xff \xff",
        "trailing   ",
    };
    (void)state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        for (int columns = 0; columns < 12; columns++) {
            struct area area = begin(30, columns < 1 ? 1 : columns);
            assert_int_equal(area_paragraph(area, 0, 0, STYLE_PLAIN, texts[i]),
                             paragraph_rows(texts[i], columns));
        }
}

/* ---- sizes */

static void every_size_can_be_drawn_into(void **state)
{
    (void)state;
    for (int rows = -1; rows <= 210; rows += 7)
        for (int columns = -1; columns <= 410; columns += 11) {
            struct area area = begin(rows, columns);
            assert_in_range(grid.rows, 1, GRID_ROWS_MAX);
            assert_in_range(grid.columns, 1, GRID_COLUMNS_MAX);
            area_box(area, "title");
            area_paragraph(area, 1, 1, STYLE_PLAIN, "Тохтогулова 日本語 and more words to break");
            area_text(area, rows - 1, columns - 1, STYLE_PLAIN, "日");
            area_fit(area, 0, columns - 1, 5, STYLE_PLAIN, "日本語");
            area_cursor(area, rows, columns);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_takes_its_columns),
        cmocka_unit_test(a_wide_letter_takes_two_columns),
        cmocka_unit_test(half_a_wide_letter_is_never_left),
        cmocka_unit_test(a_wide_letter_that_does_not_fit_is_left_out),
        cmocka_unit_test(marks_stay_on_their_letter),
        cmocka_unit_test(marks_without_end_are_cut),
        cmocka_unit_test(nothing_that_could_steer_a_terminal_is_drawn),
        cmocka_unit_test(broken_utf_8_is_a_question_mark),
        cmocka_unit_test(what_is_too_long_ends_in_dots),
        cmocka_unit_test(no_room_is_no_text),
        cmocka_unit_test(at_the_right_it_ends_in_the_last_column),
        cmocka_unit_test(a_part_never_sticks_out),
        cmocka_unit_test(the_cursor_stays_in_its_area),
        cmocka_unit_test(a_box_has_a_title_in_its_upper_side),
        cmocka_unit_test(a_paragraph_breaks_between_words),
        cmocka_unit_test(a_word_longer_than_a_line_is_broken),
        cmocka_unit_test(lines_in_the_text_stay),
        cmocka_unit_test(a_paragraph_takes_what_it_says),
        cmocka_unit_test(every_size_can_be_drawn_into),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
