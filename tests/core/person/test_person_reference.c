/* SPDX-License-Identifier: Apache-2.0 */
#include "person/person_private.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "support/fixture_store.h"
#include "support/unit.h"

static struct store *store;

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

/* Fails when SQLite would walk through every row of that table. */
static void assert_finds_by_index(const char *table, const char *sql)
{
    char scan[80], plan[4096];
    sqlite3_stmt *row = NULL;
    if (sql == NULL)
        return;
    snprintf(scan, sizeof(scan), "SCAN %s", table);
    snprintf(plan, sizeof(plan), "EXPLAIN QUERY PLAN %s", sql);
    assert_int_equal(sqlite3_prepare_v2(store_handle(store), plan, -1, &row, NULL), SQLITE_OK);
    while (sqlite3_step(row) == SQLITE_ROW) {
        const char *step = (const char *)sqlite3_column_text(row, 3);
        if (strcmp(step, scan) == 0)
            fail_msg("%s: %s", step, sql);
    }
    sqlite3_finalize(row);
}

static void a_merge_and_its_way_back_walk_through_no_table(void **state)
{
    (void)state;
    for (size_t i = 0; i < person_reference_count; i++) {
        const struct person_reference *reference = &person_references[i];
        assert_finds_by_index(reference->table, reference->note);
        assert_finds_by_index(reference->table, reference->move);
        assert_finds_by_index(reference->table, reference->back);
    }
}

/* Few forms are unfinished and few records were merged, so that these two may be walked through. */
static void an_erasure_walks_through_no_large_table(void **state)
{
    (void)state;
    for (size_t i = 0; i < person_trace_count; i++)
        if (strcmp(person_traces[i].table, "draft") != 0 &&
            strcmp(person_traces[i].table, "person_merge_row") != 0)
            assert_finds_by_index(person_traces[i].table, person_traces[i].erase);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_merge_and_its_way_back_walk_through_no_table, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_erasure_walks_through_no_large_table, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
