/* SPDX-License-Identifier: Apache-2.0 */
#include "base/day.h"
#include "support/unit.h"

#include <limits.h>
#include <string.h>

static struct day make_day(const char *text)
{
    struct error error = { 0 };
    struct day day;
    assert_ok(day_parse(&day, text, &error));
    return day;
}

static void assert_day(struct day day, const char *text)
{
    char actual[DAY_TEXT_SIZE];
    day_format(actual, day);
    assert_string_equal(actual, text);
}

/* The calendar as a child learns it: one day after the other. */
static void every_day_of_400_years_has_its_number_weekday_and_text(void **state)
{
    (void)state;
    static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    struct error error = { 0 };
    int32_t number = DAY_NUMBER_FIRST;
    int weekday = WEEKDAY_WEDNESDAY; /* 1 January 1800 */
    for (int year = DAY_YEAR_FIRST; year <= DAY_YEAR_LAST; year++) {
        int leap = year % 4 == 0 && (year % 100 != 0 || year == 2000);
        for (int month = 1; month <= 12; month++) {
            int length = lengths[month - 1] + (month == 2 ? leap : 0);
            assert_int_equal(day_month_length(year, month), length);
            for (int i = 1; i <= length; i++) {
                struct day day;
                assert_ok(day_from_civil(&day, year, month, i, &error));
                assert_int_equal(day.number, number);
                assert_int_equal(day_weekday(day), weekday);
                struct civil civil = day_to_civil(day);
                assert_true(civil.year == year && civil.month == month && civil.day == i);
                char text[DAY_TEXT_SIZE];
                day_format(text, day);
                assert_int_equal(make_day(text).number, number);
                number++;
                weekday = (weekday + 1) % WEEKDAY_COUNT;
            }
        }
    }
    assert_int_equal(number - 1, DAY_NUMBER_LAST);
}

static void well_known_days_have_their_numbers(void **state)
{
    (void)state;
    assert_int_equal(make_day("1970-01-01").number, 0);
    assert_int_equal(make_day("1969-12-31").number, -1);
    assert_int_equal(make_day("2000-03-01").number, 11017);
    assert_int_equal(day_weekday(make_day("1991-12-16")), WEEKDAY_MONDAY);
    assert_int_equal(day_weekday(make_day("2026-11-22")), WEEKDAY_SUNDAY);
}

static void a_day_that_does_not_exist_is_refused(void **state)
{
    (void)state;
    static const int absent[][3] = {
        { 2023, 2, 29 }, { 1900, 2, 29 },   { 2100, 2, 29 },     { 2024, 4, 31 },
        { 2024, 0, 1 },  { 2024, 13, 1 },   { 2024, 1, 0 },      { 2024, 1, 32 },
        { 2024, -1, 1 }, { 1799, 12, 31 },  { 2201, 1, 1 },      { 2024, INT_MAX, 1 },
        { 2024, 1, -1 }, { INT_MIN, 1, 1 }, { INT_MAX, 12, 31 }, { 2024, 1, INT_MIN },
    };
    struct error error = { 0 };
    for (size_t i = 0; i < sizeof(absent) / sizeof(absent[0]); i++) {
        struct day day;
        assert_status(day_from_civil(&day, absent[i][0], absent[i][1], absent[i][2], &error),
                      STATUS_DATE_INVALID);
    }
}

static void a_number_outside_the_known_years_is_refused(void **state)
{
    (void)state;
    struct error error = { 0 };
    struct day day;
    assert_ok(day_from_number(&day, DAY_NUMBER_FIRST, &error));
    assert_ok(day_from_number(&day, DAY_NUMBER_LAST, &error));
    const int64_t outside[] = { DAY_NUMBER_FIRST - 1, DAY_NUMBER_LAST + 1, INT64_MIN, INT64_MAX,
                                INT64_C(1) << 32 };
    for (size_t i = 0; i < sizeof(outside) / sizeof(outside[0]); i++)
        assert_status(day_from_number(&day, outside[i], &error), STATUS_DATE_INVALID);
}

static void only_iso_dates_are_read(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",
        "1991",
        "1991-06",
        "1991-6-14",
        "1991-06-1",
        "1991-06-140",
        "91-06-14",
        "1991/06/14",
        "14.06.1991",
        "1991-06-31",
        "1991-00-14",
        " 1991-06-14",
        "1991-06-14 ",
        "+991-06-14",
        "-1991-06-14",
        "1991-06-+4",
        "1991-0x-14",
        "19910614",
        "0000-00-00",
        "9999-12-31",
        "1799-12-31",
        "2201-01-01",
        "1991-06-14T00:00",
        "\xD9\xA1\xD9\xA9\xD9\xA9\xD9\xA1-06-14", /* Arabic digits */
    };
    struct error error = { 0 };
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        struct day day;
        assert_status(day_parse(&day, wrong[i], &error), STATUS_DATE_INVALID);
    }
}

static void days_are_added_up_to_the_last_known_year(void **state)
{
    (void)state;
    struct error error = { 0 };
    struct day day;
    assert_ok(day_add_days(&day, make_day("2024-02-28"), 2, &error));
    assert_day(day, "2024-03-01");
    assert_ok(day_add_days(&day, make_day("2024-03-01"), -366, &error));
    assert_day(day, "2023-03-01");
    assert_ok(
        day_add_days(&day, make_day("1800-01-01"), DAY_NUMBER_LAST - DAY_NUMBER_FIRST, &error));
    assert_day(day, "2200-12-31");
    assert_status(day_add_days(&day, day, 1, &error), STATUS_DATE_INVALID);
    assert_status(day_add_days(&day, day, INT_MAX, &error), STATUS_DATE_INVALID);
    assert_status(day_add_days(&day, day, INT_MIN, &error), STATUS_DATE_INVALID);
}

static void a_month_later_is_never_beyond_the_end_of_that_month(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        int months;
        const char *to;
    } cases[] = {
        { "2024-01-31", 1, "2024-02-29" },
        { "2023-01-31", 1, "2023-02-28" },
        { "2024-01-15", 1, "2024-02-15" },
        { "2024-02-29", 12, "2025-02-28" },
        { "2024-02-29", 48, "2028-02-29" },
        { "2024-03-31", -1, "2024-02-29" },
        { "2024-01-31", -2, "2023-11-30" },
        { "2024-12-31", 1, "2025-01-31" },
        { "2024-01-01", -1, "2023-12-01" },
        { "2024-05-31", 0, "2024-05-31" },
        { "1800-01-31", 400 * 12 + 11, "2200-12-31" },
        { "2200-12-31", -4811, "1800-01-31" },
        { "1969-12-31", 2, "1970-02-28" },
    };
    struct error error = { 0 };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct day day;
        assert_ok(day_add_months(&day, make_day(cases[i].from), cases[i].months, &error));
        assert_day(day, cases[i].to);
    }
}

static void months_beyond_the_known_years_are_refused(void **state)
{
    (void)state;
    struct error error = { 0 };
    struct day day;
    assert_status(day_add_months(&day, make_day("2200-12-01"), 1, &error), STATUS_DATE_INVALID);
    assert_status(day_add_months(&day, make_day("1800-01-31"), -1, &error), STATUS_DATE_INVALID);
    assert_status(day_add_months(&day, make_day("2000-01-01"), INT_MAX, &error),
                  STATUS_DATE_INVALID);
    assert_status(day_add_months(&day, make_day("2000-01-01"), INT_MIN, &error),
                  STATUS_DATE_INVALID);
}

static void a_moment_falls_on_the_day_of_the_place(void **state)
{
    (void)state;
    static const struct {
        time_t moment;
        int seconds_east;
        const char *day;
    } cases[] = {
        { 0, 0, "1970-01-01" },          { -1, 0, "1969-12-31" },
        { 86399, 0, "1970-01-01" },      { 86400, 0, "1970-01-02" },
        { -86400, 0, "1969-12-31" },     { -86401, 0, "1969-12-30" },
        { 68399, 18000, "1970-01-01" },  { 68400, 18000, "1970-01-02" },
        { 17999, -18000, "1969-12-31" }, { 18000, -18000, "1970-01-01" },
        { -1, -86400, "1969-12-30" },    { 1795305600, 0, "2026-11-22" },
    };
    struct error error = { 0 };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct day day;
        assert_ok(day_from_time(&day, cases[i].moment, cases[i].seconds_east, &error));
        assert_day(day, cases[i].day);
    }
}

static void days_compare_by_time(void **state)
{
    (void)state;
    assert_true(day_compare(make_day("1969-12-31"), make_day("1970-01-01")) < 0);
    assert_true(day_compare(make_day("2024-01-01"), make_day("2024-01-01")) == 0);
    assert_true(day_compare(make_day("2024-01-02"), make_day("2024-01-01")) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_400_years_has_its_number_weekday_and_text),
        cmocka_unit_test(well_known_days_have_their_numbers),
        cmocka_unit_test(a_day_that_does_not_exist_is_refused),
        cmocka_unit_test(a_number_outside_the_known_years_is_refused),
        cmocka_unit_test(only_iso_dates_are_read),
        cmocka_unit_test(days_are_added_up_to_the_last_known_year),
        cmocka_unit_test(a_month_later_is_never_beyond_the_end_of_that_month),
        cmocka_unit_test(months_beyond_the_known_years_are_refused),
        cmocka_unit_test(a_moment_falls_on_the_day_of_the_place),
        cmocka_unit_test(days_compare_by_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
