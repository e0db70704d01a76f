/* SPDX-License-Identifier: Apache-2.0 */
#include "base/deadline.h"
#include "support/unit.h"

#include <limits.h>

enum { SATURDAY_SUNDAY = 1 << WEEKDAY_SATURDAY | 1 << WEEKDAY_SUNDAY, ALL_WEEK = 127 };

static const struct calendar plain = { .weekend = SATURDAY_SUNDAY };

static struct day make_day(const char *text)
{
    struct error error = { 0 };
    struct day day;
    assert_ok(day_parse(&day, text, &error));
    return day;
}

static struct clock_stop make_stop(const char *from, const char *until)
{
    struct clock_stop stop = { .from = make_day(from), .has_until = until != NULL };
    if (until != NULL)
        stop.until = make_day(until);
    return stop;
}

#define assert_due(deadline, event, expected)                                                      \
    assert_due_on(deadline, event, &plain, NULL, 0, event, expected)

static void assert_due_on(struct deadline deadline, const char *event,
                          const struct calendar *calendar, const struct clock_stop *stops,
                          size_t count, const char *today, const char *expected)
{
    struct error error = { 0 };
    struct day due;
    char text[DAY_TEXT_SIZE];
    assert_ok(deadline_due(&due, &deadline, make_day(event), calendar, stops, count,
                           make_day(today), &error));
    day_format(text, due);
    assert_string_equal(text, expected);
}

static void the_day_of_the_event_is_day_0(void **state)
{
    (void)state;
    assert_due(((struct deadline){ 5, DEADLINE_WORKING, false }), "2026-11-23", "2026-11-30");
    assert_due(((struct deadline){ 5, DEADLINE_CALENDAR, false }), "2026-11-23", "2026-11-30");
    assert_due(((struct deadline){ 5, DEADLINE_CALENDAR, true }), "2026-11-23", "2026-11-28");
    assert_due(((struct deadline){ 0, DEADLINE_WORKING, false }), "2026-11-23", "2026-11-23");
    assert_due(((struct deadline){ 0, DEADLINE_CALENDAR, false }), "2026-11-22", "2026-11-23");
    assert_due(((struct deadline){ 0, DEADLINE_MONTH, true }), "2026-11-22", "2026-11-22");
}

static void months_end_on_the_same_day_or_the_last_of_the_month(void **state)
{
    (void)state;
    assert_due(((struct deadline){ 3, DEADLINE_MONTH, true }), "2026-11-30", "2027-02-28");
    assert_due(((struct deadline){ 3, DEADLINE_MONTH, false }), "2026-11-30", "2027-03-01");
    assert_due(((struct deadline){ 12, DEADLINE_MONTH, true }), "2028-02-29", "2029-02-28");
}

static void a_last_day_that_is_a_holiday_moves(void **state)
{
    (void)state;
    const struct day off[] = { make_day("2026-12-16"), make_day("2026-12-17") };
    const struct day worked[] = { make_day("2026-12-19") };
    const struct calendar calendar = { SATURDAY_SUNDAY, off, 2, worked, 1 };
    const struct deadline days = { 2, DEADLINE_CALENDAR, false };
    assert_due_on(days, "2026-12-14", &calendar, NULL, 0, "2026-12-14", "2026-12-18");
    assert_due_on(days, "2026-12-17", &calendar, NULL, 0, "2026-12-17", "2026-12-19");
    assert_due_on(days, "2026-12-18", &calendar, NULL, 0, "2026-12-18", "2026-12-21");
}

static void days_on_which_the_clock_stands_do_not_count(void **state)
{
    (void)state;
    const struct deadline working = { 5, DEADLINE_WORKING, false };
    const struct deadline months = { 1, DEADLINE_MONTH, true };
    const struct clock_stop stops[] = { make_stop("2026-11-25", "2026-11-27"),
                                        make_stop("2026-11-24", "2026-11-26") };
    assert_due_on(working, "2026-11-23", &plain, stops, 2, "2026-11-23", "2026-12-03");
    assert_due_on(months, "2026-11-23", &plain, stops, 2, "2026-11-23", "2026-12-26");
    /* A stop inside the days that another stop added counts as well. */
    const struct clock_stop late[] = { make_stop("2026-12-24", "2026-12-25"),
                                       make_stop("2026-11-24", "2026-11-26") };
    assert_due_on(months, "2026-11-23", &plain, late, 2, "2026-11-23", "2026-12-26");
}

static void an_open_stop_lasts_until_today(void **state)
{
    (void)state;
    const struct deadline working = { 5, DEADLINE_WORKING, false };
    const struct clock_stop open = make_stop("2026-11-25", NULL);
    assert_due_on(working, "2026-11-23", &plain, &open, 1, "2026-11-24", "2026-11-30");
    assert_due_on(working, "2026-11-23", &plain, &open, 1, "2026-11-25", "2026-11-30");
    assert_due_on(working, "2026-11-23", &plain, &open, 1, "2026-11-26", "2026-12-01");
    assert_due_on(working, "2026-11-23", &plain, &open, 1, "2026-12-25", "2026-12-30");
}

static void what_cannot_be_counted_is_refused(void **state)
{
    (void)state;
    struct error error = { 0 };
    struct day due = { 1 };
    const struct calendar idle = { .weekend = ALL_WEEK };
    const struct day day = make_day("2026-01-01");
    const struct deadline negative = { -1, DEADLINE_CALENDAR, true };
    const struct deadline working = { 1, DEADLINE_WORKING, true };
    const struct deadline moving = { 1, DEADLINE_CALENDAR, false };
    const struct deadline endless[] = { { INT_MAX, DEADLINE_WORKING, true },
                                        { INT_MAX, DEADLINE_CALENDAR, true },
                                        { INT_MAX, DEADLINE_MONTH, true } };
    assert_status(deadline_due(&due, &negative, day, &plain, NULL, 0, day, &error), STATUS_INVALID);
    assert_status(deadline_due(&due, &working, day, &idle, NULL, 0, day, &error), STATUS_INVALID);
    assert_status(deadline_due(&due, &moving, day, &idle, NULL, 0, day, &error), STATUS_INVALID);
    for (size_t i = 0; i < 3; i++)
        assert_status(deadline_due(&due, &endless[i], day, &plain, NULL, 0, day, &error),
                      STATUS_DATE_INVALID);
    assert_int_equal(due.number, 1);
}

/* ---- against a count of single days ---- */

enum { ROUNDS = 60000, WINDOW = 400, STOPS_MOST = 6, EXCEPTIONS_MOST = 20 };

struct random_case {
    struct day days_off[EXCEPTIONS_MOST];
    struct day working_days[EXCEPTIONS_MOST];
    struct calendar calendar;
    struct clock_stop stops[STOPS_MOST];
    size_t stop_count;
    struct day event;
    struct day today;
    struct deadline deadline;
};

static uint32_t random_below(uint32_t *seed, uint32_t limit)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed % limit;
}

static struct day random_day(uint32_t *seed, int32_t start)
{
    return (struct day){ start + (int32_t)random_below(seed, WINDOW) };
}

static void make_case(struct random_case *out, uint32_t *seed)
{
    const int32_t start = (int32_t)random_below(seed, 40000);
    *out = (struct random_case){ .calendar = { .weekend = random_below(seed, ALL_WEEK) } };
    struct calendar *calendar = &out->calendar;
    calendar->days_off = out->days_off;
    calendar->working_days = out->working_days;
    for (int32_t at = start; calendar->days_off_count + 1 < EXCEPTIONS_MOST &&
                             calendar->working_days_count + 1 < EXCEPTIONS_MOST;) {
        at += 1 + (int32_t)random_below(seed, 12);
        if (random_below(seed, 2) == 0)
            out->days_off[calendar->days_off_count++].number = at;
        else
            out->working_days[calendar->working_days_count++].number = at;
    }
    out->stop_count = random_below(seed, STOPS_MOST + 1);
    for (size_t i = 0; i < out->stop_count; i++) {
        out->stops[i].from = random_day(seed, start);
        out->stops[i].until.number = out->stops[i].from.number + (int)random_below(seed, 60) - 5;
        out->stops[i].has_until = random_below(seed, 4) > 0;
    }
    out->event = random_day(seed, start);
    out->today = random_day(seed, start);
    out->deadline.unit = (enum deadline_unit)random_below(seed, DEADLINE_UNIT_COUNT);
    out->deadline.count =
        (int)random_below(seed, out->deadline.unit == DEADLINE_MONTH ? 10 : WINDOW / 4);
    out->deadline.is_exact = random_below(seed, 2) == 0;
}

static bool stands_still(const struct random_case *one, int32_t number)
{
    for (size_t i = 0; i < one->stop_count; i++) {
        const struct clock_stop *stop = &one->stops[i];
        const struct day until = stop->has_until ? stop->until : one->today;
        if (number >= stop->from.number && number < until.number)
            return true;
    }
    return false;
}

static int32_t count_slowly(const struct random_case *one)
{
    const struct deadline *deadline = &one->deadline;
    int32_t at = one->event.number;
    int left = deadline->count;
    if (deadline->unit == DEADLINE_MONTH) {
        struct error error = { 0 };
        struct day end;
        assert_ok(day_add_months(&end, one->event, deadline->count, &error));
        left = end.number - at;
    }
    while (left > 0) {
        at++;
        if (stands_still(one, at) || (deadline->unit == DEADLINE_WORKING &&
                                      !calendar_is_working(&one->calendar, (struct day){ at })))
            continue;
        left--;
    }
    while (!deadline->is_exact &&
           (stands_still(one, at) || !calendar_is_working(&one->calendar, (struct day){ at })))
        at++;
    return at;
}

static void random_terms_agree_with_counting_day_by_day(void **state)
{
    (void)state;
    struct error error = { 0 };
    uint32_t seed = 20261124;
    for (int i = 0; i < ROUNDS; i++) {
        struct random_case one;
        struct day due;
        make_case(&one, &seed);
        assert_ok(calendar_check(&one.calendar, &error));
        assert_ok(deadline_due(&due, &one.deadline, one.event, &one.calendar, one.stops,
                               one.stop_count, one.today, &error));
        assert_int_equal(due.number, count_slowly(&one));
    }
}

/* The order of stops means nothing, and a stop never brings the end nearer. */
static void stops_only_ever_prolong(void **state)
{
    (void)state;
    struct error error = { 0 };
    uint32_t seed = 99;
    for (int i = 0; i < ROUNDS / 6; i++) {
        struct random_case one;
        struct day due;
        struct day turned;
        struct day fewer;
        make_case(&one, &seed);
        if (one.stop_count == 0)
            continue;
        const size_t last = one.stop_count - 1;
        assert_ok(deadline_due(&due, &one.deadline, one.event, &one.calendar, one.stops,
                               one.stop_count, one.today, &error));
        assert_ok(deadline_due(&fewer, &one.deadline, one.event, &one.calendar, one.stops, last,
                               one.today, &error));
        const struct clock_stop first = one.stops[0];
        one.stops[0] = one.stops[last];
        one.stops[last] = first;
        assert_ok(deadline_due(&turned, &one.deadline, one.event, &one.calendar, one.stops,
                               one.stop_count, one.today, &error));
        assert_int_equal(due.number, turned.number);
        assert_true(fewer.number <= due.number);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_day_of_the_event_is_day_0),
        cmocka_unit_test(months_end_on_the_same_day_or_the_last_of_the_month),
        cmocka_unit_test(a_last_day_that_is_a_holiday_moves),
        cmocka_unit_test(days_on_which_the_clock_stands_do_not_count),
        cmocka_unit_test(an_open_stop_lasts_until_today),
        cmocka_unit_test(what_cannot_be_counted_is_refused),
        cmocka_unit_test(random_terms_agree_with_counting_day_by_day),
        cmocka_unit_test(stops_only_ever_prolong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
