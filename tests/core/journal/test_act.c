/* SPDX-License-Identifier: Apache-2.0 */
#include "journal/act.h"

#include <string.h>

#include "store/store.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static char person[UUID_TEXT_SIZE];

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Асанова", "Айгүл", person); /* journal entry 1 */
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static struct act make(void)
{
    return (struct act){
        .entry = { .actor = FIXTURE_USER, .act = "a.b", .noun = "a", .subject = person },
        .person_id = person,
        .snapshot = "SELECT json_object('sex', sex) FROM person WHERE id = :key",
        .key = person,
    };
}

/* Does the act with that statement, and gives what it came to. */
static enum status run(struct act *act, const char *sql, enum status so_far)
{
    bool is_own = false;
    assert_ok(act_join(store, &is_own, &error));
    assert_ok(act_begin(act, store, &error));
    assert_ok(store_execute(store, sql, &error));
    const enum status status = act_end(act, store, so_far, &error);
    return act_commit(store, is_own, status, &error);
}

static void acts_in_one_transaction_are_done_together_or_not_at_all(void **state)
{
    (void)state;
    struct act first = make(), second = make();
    const long long before = fixture_number(store, "SELECT count(*) FROM journal");
    assert_ok(store_begin(store, &error));
    assert_ok(run(&first, "UPDATE person SET sex = 1", STATUS_OK));
    assert_true(store_is_in_transaction(store));
    assert_int_equal(run(&second, "UPDATE person SET sex = 2", STATUS_REFUSED), STATUS_REFUSED);
    assert_true(store_is_in_transaction(store));
    store_rollback(store);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM journal"), before);
    assert_ok(store_begin(store, &error));
    assert_ok(run(&first, "UPDATE person SET sex = 1", STATUS_OK));
    assert_ok(run(&second, "UPDATE person SET sex = 2", STATUS_OK));
    assert_ok(store_commit(store, &error));
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM journal"), before + 2);
}

static void an_act_tells_what_was_and_what_is(void **state)
{
    (void)state;
    struct act act = make();
    assert_int_equal(run(&act, "UPDATE person SET sex = 2", STATUS_OK), STATUS_OK);
    assert_string_equal(fixture_text(store,
                                     "SELECT before || after FROM history WHERE person_id = :id"
                                     " AND before IS NOT NULL",
                                     person),
                        "{\"sex\":0}{\"sex\":2}");
    assert_journal_is_whole(store);
}

static void an_act_that_changes_nothing_is_not_told(void **state)
{
    (void)state;
    struct act act = make();
    assert_int_equal(run(&act, "UPDATE person SET occupation = 'x'", STATUS_OK), STATUS_OK);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM journal"), 1);
    act = make();
    act.key = "nobody";
    assert_int_equal(run(&act, "UPDATE person SET sex = 1", STATUS_OK), STATUS_OK);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM journal"), 1);
}

static void a_failed_act_is_taken_back(void **state)
{
    (void)state;
    struct act act = make();
    assert_int_equal(run(&act, "UPDATE person SET sex = 2", STATUS_MOVED), STATUS_MOVED);
    assert_false(store_is_in_transaction(store));
    assert_int_equal(fixture_number(store, "SELECT sex FROM person"), 0);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM journal"), 1);
}

static void a_snapshot_that_fails_fails_the_act(void **state)
{
    (void)state;
    struct act act = make();
    act.snapshot = "SELECT json(:key)";
    assert_ok(store_begin(store, &error));
    assert_status(act_begin(&act, store, &error), STATUS_INTERNAL);
    assert_status(act_end(&act, store, STATUS_INTERNAL, &error), STATUS_INTERNAL);
    store_rollback(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(acts_in_one_transaction_are_done_together_or_not_at_all,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_act_tells_what_was_and_what_is, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_act_that_changes_nothing_is_not_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_failed_act_is_taken_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_snapshot_that_fails_fails_the_act, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
