/* SPDX-License-Identifier: Apache-2.0 */
#include "store/query_value.h"

#include <stdlib.h>
#include <string.h>

#include "store/store.h"
#include "support/fixture_store.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static struct query query;

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static void days_and_their_absence_go_in_and_out(void **state)
{
    (void)state;
    struct day day;
    bool has_day = false;
    assert_ok(day_from_civil(&day, 1991, 6, 14, &error));
    query_begin(&query, store, "SELECT :a, :b, typeof(:b)");
    query_bind_day(&query, ":a", true, day);
    query_bind_day(&query, ":b", false, day);
    assert_true(query_next_row(&query));
    assert_int_equal(day_compare(query_day(&query, 0, &has_day), day), 0);
    assert_true(has_day);
    (void)query_day(&query, 1, &has_day);
    assert_false(has_day);
    assert_string_equal(query_text(&query, 2), "null");
    assert_ok(query_end(&query, &error));
}

static void what_is_no_day_is_damage(void **state)
{
    (void)state;
    bool has_day = true;
    query_begin(&query, store, "SELECT '1991-02-30'");
    assert_true(query_next_row(&query));
    (void)query_day(&query, 0, &has_day);
    assert_false(has_day);
    assert_status(query_end(&query, &error), STATUS_DAMAGED);
}

static void texts_are_copies_and_null_stays_null(void **state)
{
    (void)state;
    query_begin(&query, store, "SELECT 'Ош', NULL, ''");
    assert_true(query_next_row(&query));
    char *text = query_take_text(&query, 0);
    char *none = query_take_text(&query, 1);
    char *empty = query_take_text(&query, 2);
    assert_ok(query_end(&query, &error));
    assert_string_equal(text, "Ош");
    assert_null(none);
    assert_string_equal(empty, "");
    free(text);
    free(empty);
}

static void an_empty_code_is_null(void **state)
{
    (void)state;
    query_begin(&query, store, "SELECT typeof(:a) || :b");
    query_bind_code(&query, ":a", "");
    query_bind_code(&query, ":b", "KGZ");
    assert_true(query_next_row(&query));
    assert_string_equal(query_text(&query, 0), "nullKGZ");
    assert_ok(query_end(&query, &error));
}

static void a_failure_before_stays_the_failure(void **state)
{
    (void)state;
    bool has_day = true;
    query_begin(&query, store, "SELECT 1");
    query_bind_code(&query, ":none", "x");
    assert_false(query_next_row(&query));
    (void)query_day(&query, 0, &has_day);
    assert_false(has_day);
    assert_null(query_take_text(&query, 0));
    assert_status(query_end(&query, &error), STATUS_INTERNAL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(days_and_their_absence_go_in_and_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_day_is_damage, set_up, tear_down),
        cmocka_unit_test_setup_teardown(texts_are_copies_and_null_stays_null, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_empty_code_is_null, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_failure_before_stays_the_failure, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
