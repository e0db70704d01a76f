/* SPDX-License-Identifier: Apache-2.0 */
#include "breach/breach.h"

#include <stdlib.h>
#include <string.h>

#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static struct breach breach;
static struct breach_list list;

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    breach = (struct breach){ .kind = BREACH_LOST_COPY,
                              .what = strdup("a stick was left in the bus"),
                              .people = 40 };
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    breach_release(&breach);
    breach_list_release(&list);
    store_close(&store);
    return 0;
}

static enum status report(void)
{
    return breach_report(store, FIXTURE_USER, &breach, &error);
}

static void a_report_starts_the_clock_of_72_hours(void **state)
{
    (void)state;
    assert_ok(report());
    assert_string_equal(breach.noticed_at, FIXTURE_MOMENT_TEXT);
    assert_string_equal(breach.due_at, "2026-11-26T18:48:07.123Z");
    assert_ok(breach_list_all(store, false, &list, &error));
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].people, 40);
    assert_string_equal(list.items[0].what, "a stick was left in the bus");
    assert_int_equal(fixture_number(store,
                                    "SELECT count(*) FROM journal WHERE act = 'breach.report'"
                                    " AND instr(after, 'stick') = 0"),
                     1);
    assert_journal_is_whole(store);
}

static void times_that_cannot_be_are_refused(void **state)
{
    (void)state;
    strcpy(breach.noticed_at, "2026-11-24T00:00:00.000Z");
    assert_status(report(), STATUS_DATE_INVALID);
    strcpy(breach.noticed_at, "2026-11-20T00:00:00.000Z");
    breach.happened_on = fixture_day("2026-11-21");
    breach.has_happened_on = true;
    assert_status(report(), STATUS_DATE_INVALID);
    breach.happened_on = fixture_day("2026-11-20");
    assert_ok(report());
    breach.what[0] = '\0';
    assert_status(report(), STATUS_TEXT_EMPTY);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM breach"), 1);
}

static void count(void *self, const struct breach_note *note)
{
    *(int *)self += note->kind == BREACH_NOTE_TOLD_AUTHORITY &&
                    strcmp(note->body, "the ministry, by letter") == 0;
}

static void a_breach_is_worked_on_until_it_is_closed_with_what_was_learned(void **state)
{
    (void)state;
    int found = 0;
    assert_ok(report());
    assert_ok(breach_add_note(store, FIXTURE_OTHER_USER, breach.id, BREACH_NOTE_TOLD_AUTHORITY,
                              "the ministry, by letter", &error));
    assert_ok(breach_each_note(store, breach.id, count, &found, &error));
    assert_int_equal(found, 1);
    assert_status(breach_close(store, FIXTURE_USER, breach.id, "", &error), STATUS_TEXT_EMPTY);
    assert_ok(breach_close(store, FIXTURE_USER, breach.id, "sticks stay in the safe", &error));
    assert_status(breach_close(store, FIXTURE_USER, breach.id, "again", &error), STATUS_REFUSED);
    assert_status(
        breach_add_note(store, FIXTURE_USER, breach.id, BREACH_NOTE_OTHER, "late", &error),
        STATUS_REFUSED);
    assert_ok(breach_list_all(store, false, &list, &error));
    assert_int_equal(list.count, 0);
    assert_ok(breach_list_all(store, true, &list, &error));
    assert_string_equal(list.items[0].lessons, "sticks stay in the safe");
    assert_journal_is_whole(store);
}

static void an_unknown_breach_is_not_found(void **state)
{
    (void)state;
    assert_status(
        breach_close(store, FIXTURE_USER, "01930000-0000-7000-8000-000000000099", "x", &error),
        STATUS_NOT_FOUND);
}

static void a_copy_in_the_hands_of_others_asks_for_a_rekey(void **state)
{
    (void)state;
    assert_true(breach_needs_rekey(BREACH_LOST_COPY));
    assert_false(breach_needs_rekey(BREACH_WRONG_RECIPIENT));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(a_report_starts_the_clock_of_72_hours),
        TEST(times_that_cannot_be_are_refused),
        TEST(a_breach_is_worked_on_until_it_is_closed_with_what_was_learned),
        TEST(an_unknown_breach_is_not_found),
        TEST(a_copy_in_the_hands_of_others_asks_for_a_rekey),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
