/* SPDX-License-Identifier: Apache-2.0 */
#include "store/query.h"
#include "store/store.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

static struct error error;

static const char SQL_MAKE[] = "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT, bytes BLOB,"
                               " weight INTEGER CHECK (weight < 100)) STRICT";
static const char SQL_ADD[] =
    "INSERT INTO thing (id, name, bytes, weight) VALUES (:id, :name, :bytes, :weight)";
static const char SQL_LIST[] = "SELECT id, name, bytes, weight FROM thing ORDER BY id";
static const char SQL_FIND[] = "SELECT name FROM thing WHERE id = :id";

static struct store *store;

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    assert_ok(store_execute(store, SQL_MAKE, &error));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static enum status add(long long id, const char *name, int weight)
{
    struct query query;
    query_begin(&query, store, SQL_ADD);
    query_bind_int64(&query, ":id", id);
    query_bind_text(&query, ":name", name);
    query_bind_null(&query, ":bytes");
    query_bind_int(&query, ":weight", weight);
    return query_run(&query, &error);
}

static void what_is_bound_comes_back(void **state)
{
    (void)state;
    const unsigned char bytes[] = { 0, 1, 0, 255 };
    struct query query;
    query_begin(&query, store, SQL_ADD);
    query_bind_int64(&query, ":id", INT64_C(5000000000));
    query_bind_text(&query, ":name", "Мухаммад'; DROP TABLE thing; --");
    query_bind_blob(&query, ":bytes", bytes, sizeof(bytes));
    query_bind_int(&query, ":weight", -7);
    assert_ok(query_run(&query, &error));

    size_t size = 0;
    query_begin(&query, store, SQL_LIST);
    assert_true(query_next_row(&query));
    assert_int_equal(query_int64(&query, 0), INT64_C(5000000000));
    assert_string_equal(query_text(&query, 1), "Мухаммад'; DROP TABLE thing; --");
    assert_memory_equal(query_blob(&query, 2, &size), bytes, sizeof(bytes));
    assert_int_equal(size, sizeof(bytes));
    assert_int_equal(query_int(&query, 3), -7);
    assert_false(query_next_row(&query));
    assert_false(query_next_row(&query)); /* and does not begin again */
    assert_ok(query_end(&query, &error));
}

static void a_text_may_change_after_it_was_bound(void **state)
{
    (void)state;
    char name[] = "first";
    struct query query;
    query_begin(&query, store, SQL_ADD);
    query_bind_int(&query, ":id", 1);
    query_bind_text(&query, ":name", name);
    strcpy(name, "other");
    query_bind_null(&query, ":bytes");
    query_bind_null(&query, ":weight");
    assert_ok(query_run(&query, &error));
    query_begin(&query, store, SQL_FIND);
    query_bind_int(&query, ":id", 1);
    assert_true(query_next_row(&query));
    assert_string_equal(query_text(&query, 0), "first");
    assert_ok(query_end(&query, &error));
}

static void null_is_told_apart_from_empty(void **state)
{
    (void)state;
    assert_int_equal(add(1, NULL, 1), STATUS_OK);
    assert_int_equal(add(2, "", 1), STATUS_OK);
    struct query query;
    size_t size = 1;
    query_begin(&query, store, SQL_LIST);
    assert_true(query_next_row(&query));
    assert_true(query_is_null(&query, 1));
    assert_string_equal(query_text(&query, 1), "");
    assert_null(query_blob(&query, 2, &size));
    assert_int_equal(size, 0);
    assert_true(query_next_row(&query));
    assert_false(query_is_null(&query, 1));
    assert_ok(query_end(&query, &error));
}

static void an_unknown_parameter_is_a_failure_that_sticks(void **state)
{
    (void)state;
    struct query query;
    query_begin(&query, store, SQL_FIND);
    query_bind_int(&query, ":number", 1);
    query_bind_int(&query, ":id", 1);
    assert_false(query_next_row(&query));
    assert_string_equal(query_text(&query, 0), "");
    assert_int_equal(query_int(&query, 0), 0);
    assert_status(query_end(&query, &error), STATUS_INTERNAL);
    assert_non_null(strstr(error.detail, ":number"));
}

static void a_parameter_without_a_value_is_a_failure(void **state)
{
    (void)state;
    struct query query;
    query_begin(&query, store, SQL_ADD);
    query_bind_int(&query, ":id", 1);
    query_bind_text(&query, ":name", "x");
    query_bind_int(&query, ":weight", 1);
    assert_status(query_run(&query, &error), STATUS_INTERNAL);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM thing"), 0);
}

static void the_first_failure_is_the_one_reported(void **state)
{
    (void)state;
    struct query query;
    query_begin(&query, store, "SELECT nonsense FROM nowhere");
    query_bind_int(&query, ":id", 1);
    assert_false(query_next_row(&query));
    assert_status(query_end(&query, &error), STATUS_INTERNAL);
    assert_non_null(strstr(error.detail, "nowhere"));
    assert_null(strstr(error.detail, ":id"));
}

static void broken_constraints_have_their_own_statuses(void **state)
{
    (void)state;
    assert_int_equal(add(1, "x", 100), STATUS_INVALID);
    assert_int_equal(add(1, "x", 99), STATUS_OK);
    assert_int_equal(add(1, "y", 99), STATUS_EXISTS);
    struct query query;
    query_begin(&query, store, SQL_ADD);
    query_bind_int(&query, ":id", 2);
    query_bind_text(&query, ":name", "x");
    query_bind_null(&query, ":bytes");
    query_bind_text(&query, ":weight", "heavy");
    assert_status(query_run(&query, &error), STATUS_INVALID);
    assert_null(strstr(error.detail, "heavy"));
    query_begin(&query, store,
                "INSERT INTO setting (key, value) SELECT 'k', NULL FROM thing WHERE id = :id");
    query_bind_int(&query, ":id", 1);
    assert_status(query_run(&query, &error), STATUS_INVALID);
}

static void a_column_that_is_not_there_or_too_large_is_a_failure(void **state)
{
    (void)state;
    assert_int_equal(add(INT64_C(5000000000), "name", 1), STATUS_OK);
    struct query query;
    query_begin(&query, store, SQL_LIST);
    assert_true(query_next_row(&query));
    assert_int_equal(query_int(&query, 4), 0);
    assert_status(query_end(&query, &error), STATUS_INTERNAL);

    query_begin(&query, store, SQL_LIST);
    assert_true(query_next_row(&query));
    assert_int_equal(query_int(&query, 0), 0);
    assert_status(query_end(&query, &error), STATUS_INTERNAL);

    char small[4];
    query_begin(&query, store, SQL_LIST);
    assert_true(query_next_row(&query));
    query_copy_text(&query, 1, small, sizeof(small));
    assert_string_equal(small, "");
    assert_status(query_end(&query, &error), STATUS_INTERNAL);
}

static void a_text_with_a_zero_byte_inside_is_damage(void **state)
{
    (void)state;
    assert_ok(store_execute(
        store, "INSERT INTO thing (id, name) VALUES (1, 'seen' || char(0) || 'not')", &error));
    struct query query;
    query_begin(&query, store, SQL_FIND);
    query_bind_int(&query, ":id", 1);
    assert_true(query_next_row(&query));
    assert_string_equal(query_text(&query, 0), "");
    assert_status(query_end(&query, &error), STATUS_DAMAGED);
}

static void finding_nothing_is_told_when_asked_for(void **state)
{
    (void)state;
    struct query query;
    query_begin(&query, store, SQL_FIND);
    query_bind_int(&query, ":id", 1);
    assert_false(query_next_row(&query));
    assert_status(query_end_found(&query, &error), STATUS_NOT_FOUND);
    query_begin(&query, store, SQL_FIND);
    query_bind_int(&query, ":id", 1);
    assert_false(query_next_row(&query));
    assert_ok(query_end(&query, &error));
}

static void more_than_one_statement_and_none_are_refused(void **state)
{
    (void)state;
    const char *texts[] = { "SELECT 1; DELETE FROM thing", "", "-- nothing" };
    for (size_t i = 0; i < 3; i++) {
        struct query query;
        query_begin(&query, store, texts[i]);
        assert_false(query_next_row(&query));
        assert_status(query_end(&query, &error), STATUS_INTERNAL);
    }
}

static void a_kept_statement_forgets_what_was_bound(void **state)
{
    (void)state;
    assert_int_equal(add(1, "secret", 1), STATUS_OK);
    bool is_kept = false;
    for (sqlite3_stmt *statement = sqlite3_next_stmt(store_handle(store), NULL); statement != NULL;
         statement = sqlite3_next_stmt(store_handle(store), statement)) {
        is_kept = is_kept || strcmp(sqlite3_sql(statement), SQL_ADD) == 0;
        char *filled_in = sqlite3_expanded_sql(statement);
        assert_null(strstr(filled_in, "secret"));
        sqlite3_free(filled_in);
    }
    assert_true(is_kept);
    struct query query;
    query_begin(&query, store, SQL_ADD);
    query_bind_int(&query, ":id", 2);
    assert_status(query_run(&query, &error), STATUS_INTERNAL);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM thing"), 1);
}

static void the_same_statement_can_run_inside_itself(void **state)
{
    (void)state;
    for (int id = 1; id <= 3; id++)
        assert_int_equal(add(id, "x", id), STATUS_OK);
    int pairs = 0;
    struct query outer;
    query_begin(&outer, store, SQL_LIST);
    while (query_next_row(&outer)) {
        struct query inner;
        query_begin(&inner, store, SQL_LIST);
        while (query_next_row(&inner))
            pairs++;
        assert_ok(query_end(&inner, &error));
    }
    assert_ok(query_end(&outer, &error));
    assert_int_equal(pairs, 9);
}

static void more_statements_than_are_kept_do_no_harm(void **state)
{
    (void)state;
    char texts[40][40];
    for (int round = 0; round < 3; round++)
        for (int i = 0; i < 40; i++) {
            snprintf(texts[i], sizeof(texts[i]), "SELECT %d", i);
            assert_int_equal(fixture_number(store, texts[i]), i);
        }
}

static void a_statement_survives_a_change_of_the_tables(void **state)
{
    (void)state;
    assert_int_equal(add(1, "x", 1), STATUS_OK);
    assert_ok(store_execute(store, "ALTER TABLE thing ADD COLUMN colour TEXT", &error));
    assert_int_equal(add(2, "y", 1), STATUS_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_bound_comes_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_text_may_change_after_it_was_bound, set_up, tear_down),
        cmocka_unit_test_setup_teardown(null_is_told_apart_from_empty, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_unknown_parameter_is_a_failure_that_sticks, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_parameter_without_a_value_is_a_failure, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_first_failure_is_the_one_reported, set_up, tear_down),
        cmocka_unit_test_setup_teardown(broken_constraints_have_their_own_statuses, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_column_that_is_not_there_or_too_large_is_a_failure,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_text_with_a_zero_byte_inside_is_damage, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(finding_nothing_is_told_when_asked_for, set_up, tear_down),
        cmocka_unit_test_setup_teardown(more_than_one_statement_and_none_are_refused, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_kept_statement_forgets_what_was_bound, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_same_statement_can_run_inside_itself, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(more_statements_than_are_kept_do_no_harm, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_statement_survives_a_change_of_the_tables, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
