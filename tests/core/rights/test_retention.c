/* SPDX-License-Identifier: Apache-2.0 */
#include "rights/retention.h"

#include <string.h>

#include "support/fixture_record.h"
#include "support/fixture_rows.h"
#include "support/fixture_store.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static char person[UUID_TEXT_SIZE];
static char neighbour[UUID_TEXT_SIZE];
static struct retention_list list;

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Осмонов", "Бакыт", person);
    fixture_record_add(store, "Бекова", "Айгүл", neighbour);
    fixture_rows_add(store, person, 1, "word"); /* closed on 2026-11-23 */
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    retention_list_release(&list);
    store_close(&store);
    return 0;
}

static void list_due(const char *today)
{
    retention_list_release(&list);
    assert_ok(retention_list_due(store, fixture_day(today), &list, &error));
}

static void somebody_is_due_six_years_after_the_last_casefile(void **state)
{
    (void)state;
    fixture_rows_run(store, "UPDATE casefile SET closed_on = '2026-11-20'");
    list_due("2032-11-20");
    assert_int_equal(list.count, 0);
    list_due("2032-11-21");
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].id, person);
    assert_string_equal(list.items[0].name, "Осмонов Бакыт");
    assert_int_equal(list.items[0].casefiles, 1);
    assert_int_equal(list.items[0].papers, 1);
    assert_int_equal(list.items[0].notes, 2);
    list_due("2033-01-01");
    assert_int_equal(list.count, 2); /* who never had a casefile counts from the first day */
}

static void an_open_casefile_and_a_later_day_push_it_on(void **state)
{
    (void)state;
    fixture_rows_run(store,
                     "UPDATE casefile SET state = 'open', closed_at = NULL,"
                     " closed_by = NULL, closure_reason = NULL;"
                     "UPDATE person SET retain_until = '2040-01-01' WHERE id = '%q'",
                     neighbour);
    list_due("2039-01-01");
    assert_int_equal(list.count, 0);
    list_due("2040-01-02");
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].id, neighbour);
}

static void the_office_says_how_many_years(void **state)
{
    (void)state;
    fixture_rows_run(store, "INSERT INTO setting VALUES ('retention_years', '1')");
    list_due("2027-11-24");
    assert_int_equal(list.count, 2);
}

static bool go_on(void *self, long long done, long long total)
{
    (void)total;
    return done < *(const long long *)self;
}

static void only_who_is_due_and_not_held_is_purged(void **state)
{
    (void)state;
    long long erased = 0, stop_at = 100;
    const struct retention_watch watch = { go_on, &stop_at };
    assert_ok(retention_hold(store, FIXTURE_USER, neighbour, "court case", &error));
    list_due("2040-01-01");
    assert_int_equal(list.count, 2);
    assert_ok(retention_purge(store, FIXTURE_USER, &list, "time is over", &watch, &erased, &error));
    assert_int_equal(erased, 1);
    list_due("2040-01-01");
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].id, neighbour);
    assert_string_equal(list.items[0].hold, "court case");
    assert_journal_is_whole(store);
}

static void what_was_done_stays_done_when_a_purge_is_stopped(void **state)
{
    (void)state;
    long long erased = 0, stop_at = 1;
    const struct retention_watch watch = { go_on, &stop_at };
    list_due("2040-01-01");
    assert_status(
        retention_purge(store, FIXTURE_USER, &list, "time is over", &watch, &erased, &error),
        STATUS_INTERRUPTED);
    assert_int_equal(erased, 1);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM person_erasure"), 1);
    assert_ok(store_check(store, &error));
}

static void who_is_held_is_not_erased_until_the_hold_is_lifted(void **state)
{
    (void)state;
    assert_ok(retention_hold(store, FIXTURE_USER, person, "court case", &error));
    assert_status(retention_hold(store, FIXTURE_USER, person, "again", &error), STATUS_EXISTS);
    assert_status(person_erase(store, FIXTURE_USER, person, "asked for it", &error),
                  STATUS_REFUSED);
    assert_ok(retention_lift(store, FIXTURE_USER, person, &error));
    assert_status(retention_lift(store, FIXTURE_USER, person, &error), STATUS_NOT_FOUND);
    assert_ok(person_erase(store, FIXTURE_USER, person, "asked for it", &error));
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM person_hold"), 0);
}

static void nobody_is_held_without_a_reason(void **state)
{
    (void)state;
    assert_status(retention_hold(store, FIXTURE_USER, person, " ", &error), STATUS_TEXT_EMPTY);
    assert_status(retention_hold(store, FIXTURE_USER, "01930000-0000-7000-8000-000000000099",
                                 "court case", &error),
                  STATUS_NOT_FOUND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(somebody_is_due_six_years_after_the_last_casefile),
        TEST(an_open_casefile_and_a_later_day_push_it_on),
        TEST(the_office_says_how_many_years),
        TEST(only_who_is_due_and_not_held_is_purged),
        TEST(what_was_done_stays_done_when_a_purge_is_stopped),
        TEST(who_is_held_is_not_erased_until_the_hold_is_lifted),
        TEST(nobody_is_held_without_a_reason),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
