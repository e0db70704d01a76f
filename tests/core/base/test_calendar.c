/* SPDX-License-Identifier: Apache-2.0 */
#include "base/calendar.h"
#include "support/unit.h"

#include <limits.h>

enum { SATURDAY_SUNDAY = 1 << WEEKDAY_SATURDAY | 1 << WEEKDAY_SUNDAY, ALL_WEEK = 127 };

static struct day make_day(const char *text)
{
    struct error error = { 0 };
    struct day day;
    assert_ok(day_parse(&day, text, &error));
    return day;
}

static void assert_deadline(const struct calendar *calendar, const char *receipt, int count,
                            const char *expected)
{
    struct error error = { 0 };
    struct day day;
    assert_ok(calendar_add_working_days(&day, calendar, make_day(receipt), count, &error));
    char text[DAY_TEXT_SIZE];
    day_format(text, day);
    assert_string_equal(text, expected);
}

static void the_day_of_receipt_is_day_0(void **state)
{
    (void)state;
    const struct calendar calendar = { .weekend = SATURDAY_SUNDAY };
    assert_deadline(&calendar, "2026-11-23", 1, "2026-11-24"); /* Monday */
    assert_deadline(&calendar, "2026-11-23", 5, "2026-11-30");
    assert_deadline(&calendar, "2026-11-27", 1, "2026-11-30"); /* Friday */
    assert_deadline(&calendar, "2026-11-28", 1, "2026-11-30"); /* Saturday */
    assert_deadline(&calendar, "2026-11-28", 0, "2026-11-28");
    assert_deadline(&calendar, "2026-11-23", -1, "2026-11-20");
    assert_deadline(&calendar, "2026-11-22", -1, "2026-11-20"); /* Sunday */
    assert_deadline(&calendar, "2026-11-23", -5, "2026-11-16");
}

static void holidays_and_moved_days_count(void **state)
{
    (void)state;
    /* Nowruz from Saturday to Monday; the Tuesday after is paid for with the Saturday before. */
    const struct day off[] = { make_day("2026-03-21"), make_day("2026-03-22"),
                               make_day("2026-03-23"), make_day("2026-03-24") };
    const struct day worked[] = { make_day("2026-03-14") };
    const struct calendar calendar = { SATURDAY_SUNDAY, off, 4, worked, 1 };
    struct error error = { 0 };
    assert_ok(calendar_check(&calendar, &error));
    assert_deadline(&calendar, "2026-03-13", 1, "2026-03-14");
    assert_deadline(&calendar, "2026-03-20", 1, "2026-03-25");
    assert_deadline(&calendar, "2026-03-25", -1, "2026-03-20");
    assert_true(calendar_is_working(&calendar, worked[0]));
    assert_false(calendar_is_working(&calendar, off[2]));
    assert_int_equal(
        calendar_count_working_days(&calendar, make_day("2026-03-13"), make_day("2026-03-31")), 11);

    struct day day;
    assert_ok(calendar_next_working_day(&day, &calendar, off[0], &error));
    assert_int_equal(day.number, make_day("2026-03-25").number);
    assert_ok(calendar_next_working_day(&day, &calendar, worked[0], &error));
    assert_int_equal(day.number, worked[0].number);
}

static void a_calendar_out_of_order_is_refused(void **state)
{
    (void)state;
    struct error error = { 0 };
    const struct day twice[] = { { 10 }, { 11 }, { 11 } };
    const struct day back[] = { { 11 }, { 10 } };
    const struct calendar wrong[] = {
        { SATURDAY_SUNDAY, twice, 3, NULL, 0 }, { SATURDAY_SUNDAY, NULL, 0, twice, 3 },
        { SATURDAY_SUNDAY, back, 2, NULL, 0 },  { SATURDAY_SUNDAY, NULL, 0, back, 2 },
        { SATURDAY_SUNDAY, twice, 2, back, 1 }, { 1U << WEEKDAY_COUNT, NULL, 0, NULL, 0 },
    };
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
        assert_status(calendar_check(&wrong[i], &error), STATUS_INVALID);
    const struct calendar right = { SATURDAY_SUNDAY, twice, 2, NULL, 0 };
    assert_ok(calendar_check(&right, &error));
}

static void a_calendar_on_which_nobody_works_gives_a_status(void **state)
{
    (void)state;
    struct error error = { 0 };
    const struct calendar idle = { .weekend = ALL_WEEK };
    struct day day;
    assert_ok(calendar_check(&idle, &error));
    assert_status(calendar_add_working_days(&day, &idle, make_day("2026-01-01"), 1, &error),
                  STATUS_INVALID);
    assert_status(calendar_add_working_days(&day, &idle, make_day("2026-01-01"), -1, &error),
                  STATUS_INVALID);
    assert_status(calendar_next_working_day(&day, &idle, make_day("2026-01-01"), &error),
                  STATUS_INVALID);
    assert_int_equal(
        calendar_count_working_days(&idle, make_day("1800-01-01"), make_day("2200-12-31")), 0);
}

static void a_count_beyond_the_known_years_is_refused(void **state)
{
    (void)state;
    struct error error = { 0 };
    const struct calendar daily = { 0 };
    struct day day;
    assert_deadline(&daily, "1800-01-01", DAY_NUMBER_LAST - DAY_NUMBER_FIRST, "2200-12-31");
    assert_deadline(&daily, "2200-12-31", DAY_NUMBER_FIRST - DAY_NUMBER_LAST, "1800-01-01");
    const int counts[] = { 100000, INT_MAX, INT_MIN, -100000 };
    for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++)
        assert_status(
            calendar_add_working_days(&day, &daily, make_day("2000-01-01"), counts[i], &error),
            STATUS_DATE_INVALID);

    const struct day worked[] = { make_day("2000-01-05") };
    const struct calendar rare = { ALL_WEEK, NULL, 0, worked, 1 };
    assert_deadline(&rare, "1999-01-01", 1, "2000-01-05");
    assert_deadline(&rare, "2190-01-01", -1, "2000-01-05");
    assert_status(calendar_add_working_days(&day, &rare, worked[0], 1, &error),
                  STATUS_DATE_INVALID);
    assert_status(calendar_add_working_days(&day, &rare, worked[0], -1, &error),
                  STATUS_DATE_INVALID);
}

/* ---- against a loop over single days ---- */

enum { CALENDARS = 4000, QUESTIONS = 12, EXCEPTIONS_MOST = 40, WINDOW = 500 };

struct random_calendar {
    struct day days_off[EXCEPTIONS_MOST];
    struct day working_days[EXCEPTIONS_MOST];
    struct calendar calendar;
    int32_t start; /* of the window in which the exceptions lie */
};

static uint32_t random_below(uint32_t *seed, uint32_t limit)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed % limit;
}

static void make_calendar(struct random_calendar *out, uint32_t *seed)
{
    static const int free_weekdays[] = { 0, 1, 2, 2, 6, 7 };
    *out = (struct random_calendar){ 0 };
    struct calendar *calendar = &out->calendar;
    calendar->days_off = out->days_off;
    calendar->working_days = out->working_days;
    for (int left = free_weekdays[random_below(seed, 6)]; left > 0;) {
        unsigned bit = 1U << random_below(seed, WEEKDAY_COUNT);
        left -= (calendar->weekend & bit) == 0;
        calendar->weekend |= bit;
    }
    out->start = DAY_NUMBER_FIRST + (int32_t)random_below(seed, 146000 - WINDOW);
    uint32_t step = 2 + random_below(seed, 2 * WINDOW / EXCEPTIONS_MOST);
    int32_t number = out->start;
    while (calendar->days_off_count < EXCEPTIONS_MOST &&
           calendar->working_days_count < EXCEPTIONS_MOST) {
        number += 1 + (int32_t)random_below(seed, step);
        if (number > DAY_NUMBER_LAST)
            break;
        if (random_below(seed, 2) == 0)
            out->days_off[calendar->days_off_count++].number = number;
        else
            out->working_days[calendar->working_days_count++].number = number;
    }
}

static bool is_working_slowly(const struct calendar *calendar, int32_t number)
{
    for (size_t i = 0; i < calendar->working_days_count; i++) {
        if (calendar->working_days[i].number == number)
            return true;
    }
    for (size_t i = 0; i < calendar->days_off_count; i++) {
        if (calendar->days_off[i].number == number)
            return false;
    }
    int weekday = (number - DAY_NUMBER_FIRST + WEEKDAY_WEDNESDAY) % WEEKDAY_COUNT;
    return (calendar->weekend & 1U << weekday) == 0;
}

/* One day after the other; false when it would leave the window by far. */
static bool add_slowly(const struct calendar *calendar, struct day *day, int count)
{
    int step = count < 0 ? -1 : 1;
    for (int walked = 0; count != 0; walked++) {
        day->number += step;
        if (day->number < DAY_NUMBER_FIRST || day->number > DAY_NUMBER_LAST || walked > 3 * WINDOW)
            return false;
        if (is_working_slowly(calendar, day->number))
            count -= step;
    }
    return true;
}

static void ask(const struct random_calendar *random, uint32_t *seed)
{
    struct error error = { 0 };
    const struct calendar *calendar = &random->calendar;
    struct day day = { random->start + (int32_t)random_below(seed, WINDOW) };
    int count = (int)random_below(seed, WINDOW / 2) - WINDOW / 4;
    assert_int_equal(calendar_is_working(calendar, day), is_working_slowly(calendar, day.number));

    struct day expected = day;
    struct day actual;
    if (!add_slowly(calendar, &expected, count))
        return;
    assert_ok(calendar_add_working_days(&actual, calendar, day, count, &error));
    assert_int_equal(actual.number, expected.number);
    assert_int_equal(calendar_count_working_days(calendar, day, actual), count);

    expected = day;
    if (is_working_slowly(calendar, day.number) || add_slowly(calendar, &expected, 1)) {
        assert_ok(calendar_next_working_day(&actual, calendar, day, &error));
        assert_int_equal(actual.number, expected.number);
    }
}

static void random_calendars_agree_with_counting_day_by_day(void **state)
{
    (void)state;
    struct error error = { 0 };
    uint32_t seed = 20261123;
    for (int i = 0; i < CALENDARS; i++) {
        struct random_calendar random;
        make_calendar(&random, &seed);
        assert_ok(calendar_check(&random.calendar, &error));
        for (int question = 0; question < QUESTIONS; question++)
            ask(&random, &seed);
    }
}

static void random_spans_agree_with_counting_day_by_day(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (int i = 0; i < CALENDARS; i++) {
        struct random_calendar random;
        make_calendar(&random, &seed);
        struct day after = { random.start + (int32_t)random_below(&seed, WINDOW) };
        struct day until = { random.start + (int32_t)random_below(&seed, WINDOW) };
        int expected = 0;
        for (int32_t number = after.number + 1; number <= until.number; number++)
            expected += is_working_slowly(&random.calendar, number);
        for (int32_t number = until.number; number < after.number; number++)
            expected -= is_working_slowly(&random.calendar, number);
        assert_int_equal(calendar_count_working_days(&random.calendar, after, until), expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_day_of_receipt_is_day_0),
        cmocka_unit_test(holidays_and_moved_days_count),
        cmocka_unit_test(a_calendar_out_of_order_is_refused),
        cmocka_unit_test(a_calendar_on_which_nobody_works_gives_a_status),
        cmocka_unit_test(a_count_beyond_the_known_years_is_refused),
        cmocka_unit_test(random_calendars_agree_with_counting_day_by_day),
        cmocka_unit_test(random_spans_agree_with_counting_day_by_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
