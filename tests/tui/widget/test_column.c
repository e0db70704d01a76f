/* SPDX-License-Identifier: Apache-2.0 */
#include "widget/column.h"

#include "support/unit.h"

static const struct column columns[] = {
    { "Due", 9, 9 },
    { "Text", COLUMN_REST, COLUMN_REST },
    { "Who", 10, 0 },
};
enum { COUNT = sizeof(columns) / sizeof(columns[0]) };

static void one_column_takes_what_the_others_leave(void **state)
{
    (void)state;
    const struct column_layout layout = column_layout_find(columns, COUNT, 77);
    assert_int_equal(layout.width[0], 9);
    assert_int_equal(layout.begin[1], 10);
    assert_int_equal(layout.begin[2] + layout.width[2], 77);
}

static void a_narrow_list_leaves_columns_out(void **state)
{
    (void)state;
    const struct column_layout layout = column_layout_find(columns, COUNT, 57);
    assert_int_equal(layout.width[2], 0);
    assert_int_equal(layout.width[1], 47);
}

static void no_width_is_negative_however_small_the_screen(void **state)
{
    (void)state;
    for (int room = 0; room < 300; room++) {
        const struct column_layout layout = column_layout_find(columns, COUNT, room);
        for (size_t i = 0; i < layout.count; i++)
            assert_true(layout.width[i] >= 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_column_takes_what_the_others_leave),
        cmocka_unit_test(a_narrow_list_leaves_columns_out),
        cmocka_unit_test(no_width_is_negative_however_small_the_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
