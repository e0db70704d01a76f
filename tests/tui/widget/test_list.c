/* SPDX-License-Identifier: Apache-2.0 */
#include "widget/list.h"

#include "support/tui/scripted_port.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

static struct grid grid;

static int release(void **state)
{
    (void)state;
    grid_release(&grid);
    return 0;
}

static void press(struct list *list, enum key_code code, int page)
{
    assert_true(list_handle(list, &(struct key){ .code = code }, page));
}

static void arrows_stop_at_the_ends(void **state)
{
    struct list list = { 0 };
    (void)state;
    list_set_count(&list, 3);
    press(&list, CODE_UP, 10);
    assert_int_equal(list.selected, 0);
    for (int i = 0; i < 5; i++)
        press(&list, CODE_DOWN, 10);
    assert_int_equal(list.selected, 2);
    press(&list, CODE_HOME, 10);
    assert_int_equal(list.selected, 0);
    press(&list, CODE_END, 10);
    assert_int_equal(list.selected, 2);
}

static void pages_overlap_by_one_row(void **state)
{
    struct list list = { 0 };
    (void)state;
    list_set_count(&list, 100);
    press(&list, CODE_PAGE_DOWN, 10);
    assert_int_equal(list.selected, 9);
    press(&list, CODE_PAGE_UP, 10);
    assert_int_equal(list.selected, 0);
    press(&list, CODE_PAGE_DOWN, 1);
    assert_int_equal(list.selected, 1);
    press(&list, CODE_PAGE_DOWN, -3);
    assert_int_equal(list.selected, 2);
}

static void an_empty_list_takes_keys(void **state)
{
    struct list list = { 0 };
    (void)state;
    press(&list, CODE_DOWN, 10);
    press(&list, CODE_UP, 10);
    press(&list, CODE_END, 10);
    press(&list, CODE_PAGE_DOWN, 10);
    assert_int_equal(list.selected, 0);
}

static void other_keys_are_not_its_own(void **state)
{
    struct list list = { 5, 2 };
    (void)state;
    assert_false(list_handle(&list, &(struct key){ .code = CODE_TEXT, .text = "a" }, 10));
    assert_false(list_handle(&list, &(struct key){ .code = CODE_ENTER }, 10));
    assert_int_equal(list.selected, 2);
}

static void the_selection_stays_where_it_can(void **state)
{
    struct list list = { 10, 7 };
    (void)state;
    list_set_count(&list, 8);
    assert_int_equal(list.selected, 7);
    list_set_count(&list, 3);
    assert_int_equal(list.selected, 2);
    list_set_count(&list, 0);
    assert_int_equal(list.selected, 0);
}

/* ---- drawing */

static void draw_number(const void *self, struct area row, size_t index)
{
    char text[24];
    (void)self;
    snprintf(text, sizeof(text), "row %zu", index);
    area_fit(row, 0, 0, row.columns, STYLE_PLAIN, text);
}

static void draw(const struct list *list, int rows, int columns, bool is_focused)
{
    struct error error;
    assert_ok(grid_resize(&grid, rows, columns, &error));
    list_draw(list, area_of(&grid), is_focused, draw_number, NULL);
}

static void assert_row(int row, const char *expected)
{
    char text[SCRIPTED_ROW_SIZE];
    grid_row_text(&grid, row, text);
    assert_string_equal(text, expected);
}

static void the_selected_row_is_marked_and_has_the_cursor(void **state)
{
    const struct list list = { 3, 1 };
    (void)state;
    draw(&list, 5, 20, true);
    assert_row(0, "   row 0");
    assert_row(1, " > row 1");
    assert_row(3, "");
    assert_int_equal(grid.cursor_row, 1);
    assert_int_equal(grid.cursor_column, 1);
}

static void without_the_keyboard_nothing_is_marked(void **state)
{
    const struct list list = { 3, 1 };
    (void)state;
    draw(&list, 5, 20, false);
    assert_row(1, "   row 1");
    assert_int_equal(grid.cursor_row, 0);
    assert_int_equal(grid.cursor_column, 0);
}

static void the_selected_row_is_always_seen(void **state)
{
    (void)state;
    for (int rows = 1; rows < 12; rows++)
        for (size_t selected = 0; selected < 40; selected++) {
            const struct list list = { 40, selected };
            char marked[32];
            char row[SCRIPTED_ROW_SIZE];
            snprintf(marked, sizeof(marked), " > row %zu", selected);
            draw(&list, rows, 20, true);
            grid_row_text(&grid, grid.cursor_row, row);
            assert_memory_equal(row, marked, strlen(marked));
        }
}

/* Moving by one inside of what is seen changes two marks and nothing else. */
static void rows_move_seldom(void **state)
{
    char before[SCRIPTED_ROW_SIZE], after[SCRIPTED_ROW_SIZE];
    int moves = 0;
    (void)state;
    for (size_t selected = 0; selected + 1 < 40; selected++) {
        const struct list here = { 40, selected }, next = { 40, selected + 1 };
        draw(&here, 10, 20, false);
        grid_row_text(&grid, 0, before);
        draw(&next, 10, 20, false);
        grid_row_text(&grid, 0, after);
        draw(&here, 10, 20, true);
        moves += strcmp(before, after) != 0;
    }
    assert_true(moves <= 8);
}

static void no_room_does_no_harm(void **state)
{
    const struct list list = { 40, 20 };
    struct error error;
    (void)state;
    for (int columns = 1; columns < 6; columns++)
        draw(&list, 1, columns, true);
    assert_ok(grid_resize(&grid, 5, 5, &error));
    list_draw(&list, area_part(area_of(&grid), 5, 5, 3, 3), true, draw_number, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arrows_stop_at_the_ends),
        cmocka_unit_test(pages_overlap_by_one_row),
        cmocka_unit_test(an_empty_list_takes_keys),
        cmocka_unit_test(other_keys_are_not_its_own),
        cmocka_unit_test(the_selection_stays_where_it_can),
        cmocka_unit_test(the_selected_row_is_marked_and_has_the_cursor),
        cmocka_unit_test(without_the_keyboard_nothing_is_marked),
        cmocka_unit_test(the_selected_row_is_always_seen),
        cmocka_unit_test(rows_move_seldom),
        cmocka_unit_test(no_room_does_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
