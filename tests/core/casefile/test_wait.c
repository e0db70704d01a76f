/* SPDX-License-Identifier: Apache-2.0 */

/* Waiting for others: days, rungs, a clock that stands still. */
#include "casefile/step_store.h"

#include <stdlib.h>
#include <string.h>

#include "casefile/casefile_view.h"
#include "support/dump.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/fixture_workflow.h"
#include "support/interrupt.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static struct casefile_desk desk;
static struct casefile_opened opened;

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_workflow_office(store);
    desk = fixture_desk(store, FIXTURE_USER, "supervisor", "2026-12-30");
    fixture_casefile_open(&desk, "Асанова", &opened);
    assert_int_equal(fixture_answer(&desk, opened.id, "intake.need", "paper"), STATUS_OK);
    assert_int_equal(fixture_finish_step(&desk, opened.id, "intake", NULL, "2026-12-30"),
                     STATUS_OK);
    assert_int_equal(fixture_finish_step(&desk, opened.id, "consent", NULL, "2026-12-30"),
                     STATUS_OK);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fixture_desk_release(&desk);
    store_close(&store);
    return 0;
}

static enum status ask(const char *from, const char *due)
{
    struct step_waiting waiting = { .step = "ask",
                                    .waiting_for = "Архив, Ош",
                                    .reference = "01-17/44",
                                    .from = fixture_day(from) };
    if (due != NULL) {
        waiting.due = fixture_day(due);
        waiting.has_due = true;
    }
    step_result_release(&fixture_result);
    return step_begin_wait(&desk, opened.id, &waiting, &fixture_result, &error);
}

static enum status stop_clock(const char *from, const char *reason)
{
    const struct step_waiting waiting = { .step = "ask",
                                          .waiting_for = "Айгүл",
                                          .reason = reason,
                                          .from = fixture_day(from),
                                          .stops_clock = true };
    step_result_release(&fixture_result);
    return step_begin_wait(&desk, opened.id, &waiting, &fixture_result, &error);
}

static enum status resume(const char *day)
{
    step_result_release(&fixture_result);
    return step_resume(&desk, opened.id, "ask", fixture_day(day), "записи нет", &fixture_result,
                       &error);
}

/* The open task of the step "ask": kind and due day. */
static const char *task(void)
{
    return fixture_text(store,
                        "SELECT kind || ' ' || coalesce(due_on, '-') FROM task"
                        " WHERE casefile_id = :id AND step = 'ask' AND state = 'open'",
                        opened.id);
}

static void the_answer_is_due_in_working_days_past_a_holiday(void **state)
{
    (void)state;
    assert_int_equal(ask("2026-12-30", NULL), STATUS_OK);
    assert_int_equal(fixture_result.state, STEP_WAITING);
    assert_true(fixture_result.has_due);
    /* 31 December, then 4, 5, 6 and 8 January: the 1st and the 7th are holidays. */
    assert_int_equal(day_compare(fixture_result.due, fixture_day("2027-01-08")), 0);
    assert_string_equal(task(), "waiting 2027-01-08");
    assert_string_equal(
        fixture_text(store, "SELECT due_on FROM step_wait WHERE casefile_id = :id", opened.id),
        "2027-01-08");
    assert_journal_is_whole(store);
}

static void a_day_of_ones_own_goes_before_the_deadline(void **state)
{
    (void)state;
    assert_int_equal(ask("2026-12-30", "2027-01-04"), STATUS_OK);
    assert_int_equal(day_compare(fixture_result.due, fixture_day("2027-01-04")), 0);
}

static void asking_may_lie_before_the_opening_but_not_in_the_future(void **state)
{
    (void)state;
    assert_int_equal(ask("2026-12-31", NULL), STATUS_DATE_INVALID);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_FUTURE);
    assert_int_equal(ask("2026-12-30", "2026-12-29"), STATUS_DATE_INVALID);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_EARLY);
    assert_int_equal(ask("2026-12-01", NULL), STATUS_OK);
    assert_int_equal(day_compare(fixture_result.due, fixture_day("2026-12-08")), 0);
}

static void each_further_wait_is_a_rung_until_none_is_left(void **state)
{
    (void)state;
    struct casefile_view view;
    assert_int_equal(ask("2026-12-01", NULL), STATUS_OK);
    assert_int_equal(ask("2026-11-30", NULL), STATUS_DATE_INVALID);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_EARLY);
    assert_int_equal(ask("2026-12-10", NULL), STATUS_OK);
    assert_ok(casefile_view_load(&desk, opened.id, &view, &error));
    const struct step_standing *standing = standing_find(&view.standing, "ask");
    assert_int_equal(standing->wait->rung, 1);
    assert_string_equal(standing->rung->id, "head");
    casefile_view_release(&view);
    assert_int_equal(ask("2026-12-22", NULL), STATUS_OK);
    assert_int_equal(ask("2026-12-23", NULL), STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_NO_RUNG);
    assert_string_equal(fixture_text(store,
                                     "SELECT group_concat(act, ' ') FROM (SELECT act FROM journal"
                                     " WHERE subject = :id ORDER BY sequence DESC LIMIT 3)",
                                     opened.id),
                        "step.escalate step.escalate step.wait");
    assert_int_equal(resume("2026-12-21"), STATUS_DATE_INVALID);
    assert_int_equal(resume("2026-12-29"), STATUS_OK);
    assert_int_equal(fixture_result.state, STEP_READY);
    assert_int_equal(
        fixture_number(store, "SELECT count(*) FROM step_wait WHERE until_day IS NULL"), 0);
    assert_int_equal(
        fixture_number(store, "SELECT count(*) FROM step_wait WHERE answer IS NOT NULL"), 1);
}

static void while_the_clock_stands_nothing_is_due(void **state)
{
    (void)state;
    assert_int_equal(ask("2026-12-01", NULL), STATUS_OK);
    assert_int_equal(stop_clock("2026-12-03", NULL), STATUS_TEXT_EMPTY);
    assert_int_equal(stop_clock("2026-12-03", "нет фото"), STATUS_OK);
    assert_string_equal(task(), "waiting -");
    assert_int_equal(resume("2026-12-28"), STATUS_OK);
    /* The request itself is still out; one of its five days had passed. */
    assert_int_equal(fixture_result.state, STEP_WAITING);
    struct casefile_view view;
    assert_ok(casefile_view_load(&desk, opened.id, &view, &error));
    assert_false(standing_find(&view.standing, "ask")->is_clock_stopped);
    assert_int_equal(
        day_compare(standing_find(&view.standing, "ask")->due, fixture_day("2026-12-31")), 0);
    casefile_view_release(&view);
    assert_int_equal(resume("2026-12-30"), STATUS_OK);
    assert_int_equal(fixture_result.state, STEP_READY);
}

static void nobody_answers_who_was_not_asked(void **state)
{
    (void)state;
    assert_int_equal(resume("2026-12-30"), STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_NOT_WAITING);
    const struct step_waiting nobody = { .step = "ask", .from = desk.today };
    step_result_release(&fixture_result);
    assert_int_equal(step_begin_wait(&desk, opened.id, &nobody, &fixture_result, &error),
                     STATUS_TEXT_EMPTY);
}

static void finishing_ends_the_waiting(void **state)
{
    (void)state;
    assert_int_equal(ask("2026-12-30", NULL), STATUS_OK);
    assert_int_equal(fixture_finish_step(&desk, opened.id, "ask", "found", "2026-12-30"),
                     STATUS_OK);
    assert_int_equal(
        fixture_number(store, "SELECT count(*) FROM step_wait WHERE until_day IS NULL"), 0);
    assert_string_equal(task(), "");
}

static bool take_rung(void *self, const struct wait_note *note)
{
    int *rungs = self;
    *rungs = *rungs * 10 + note->rung + 1;
    return strcmp(note->reference, "01-17/44") == 0;
}

static void waits_can_be_read_in_their_order(void **state)
{
    (void)state;
    int rungs = 0;
    assert_int_equal(ask("2026-12-01", NULL), STATUS_OK);
    assert_int_equal(ask("2026-12-10", NULL), STATUS_OK);
    assert_ok(step_each_wait(store, opened.id, NULL, take_rung, &rungs, &error));
    assert_int_equal(rungs, 12);
}

static enum status ask_again(void *self)
{
    (void)self;
    return ask("2026-12-30", NULL);
}

static void a_request_that_is_cut_off_leaves_nothing(void **state)
{
    (void)state;
    assert_all_or_nothing(store, ask_again, NULL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_answer_is_due_in_working_days_past_a_holiday),
        TEST(a_day_of_ones_own_goes_before_the_deadline),
        TEST(asking_may_lie_before_the_opening_but_not_in_the_future),
        TEST(each_further_wait_is_a_rung_until_none_is_left),
        TEST(while_the_clock_stands_nothing_is_due),
        TEST(nobody_answers_who_was_not_asked),
        TEST(finishing_ends_the_waiting),
        TEST(waits_can_be_read_in_their_order),
        TEST(a_request_that_is_cut_off_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
