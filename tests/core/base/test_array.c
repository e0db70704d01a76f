/* SPDX-License-Identifier: Apache-2.0 */
#include "base/array.h"
#include "support/unit.h"

#include <stdlib.h>

struct numbers {
    uint32_t *items;
    size_t count;
    size_t capacity;
};

static void an_array_keeps_its_items_while_it_grows(void **state)
{
    (void)state;
    struct error error = { 0 };
    struct numbers list = { 0 };
    for (uint32_t i = 0; i < 10000; i++) {
        assert_ok(array_reserve(&list.items, &list.capacity, sizeof(*list.items), list.count + 1,
                                &error));
        list.items[list.count++] = i * 7;
    }
    for (uint32_t i = 0; i < 10000; i++)
        assert_int_equal(list.items[i], i * 7);
    free(list.items);
}

static void appending_one_by_one_moves_the_items_only_a_few_times(void **state)
{
    (void)state;
    struct error error = { 0 };
    struct numbers list = { 0 };
    int moves = 0;
    for (size_t wanted = 1; wanted <= 100000; wanted++) {
        size_t before = list.capacity;
        assert_ok(array_reserve(&list.items, &list.capacity, sizeof(*list.items), wanted, &error));
        moves += list.capacity != before;
    }
    assert_true(moves <= 15);
    free(list.items);
}

static void room_that_is_there_already_moves_nothing(void **state)
{
    (void)state;
    struct error error = { 0 };
    struct numbers list = { 0 };
    assert_ok(array_reserve(&list.items, &list.capacity, sizeof(*list.items), 0, &error));
    assert_null(list.items);
    assert_ok(array_reserve(&list.items, &list.capacity, sizeof(*list.items), 100, &error));
    const uint32_t *items = list.items;
    assert_ok(array_reserve(&list.items, &list.capacity, sizeof(*list.items), 100, &error));
    assert_ptr_equal(list.items, items);
    assert_int_equal(list.capacity, 100);
    free(list.items);
}

static void a_size_that_no_memory_could_have_leaves_the_array_alone(void **state)
{
    (void)state;
    struct error error = { 0 };
    struct numbers list = { 0 };
    assert_ok(array_reserve(&list.items, &list.capacity, sizeof(*list.items), 4, &error));
    list.items[3] = 42;
    const uint32_t *items = list.items;
    size_t capacity = list.capacity;

    /* 4 * (SIZE_MAX / 4 + 2) is 4 when the multiplication overflows. */
    const size_t absurd[] = { SIZE_MAX, SIZE_MAX / 4 + 2, (size_t)PTRDIFF_MAX / 4 + 1 };
    for (size_t i = 0; i < sizeof(absurd) / sizeof(absurd[0]); i++)
        assert_status(
            array_reserve(&list.items, &list.capacity, sizeof(*list.items), absurd[i], &error),
            STATUS_OUT_OF_MEMORY);

    assert_ptr_equal(list.items, items);
    assert_int_equal(list.capacity, capacity);
    assert_int_equal(list.items[3], 42);
    free(list.items);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_array_keeps_its_items_while_it_grows),
        cmocka_unit_test(appending_one_by_one_moves_the_items_only_a_few_times),
        cmocka_unit_test(room_that_is_there_already_moves_nothing),
        cmocka_unit_test(a_size_that_no_memory_could_have_leaves_the_array_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
