/* SPDX-License-Identifier: Apache-2.0 */
#include "base/date.h"
#include "support/unit.h"

static const struct {
    const char *text;
    enum date_precision precision;
    const char *earliest;
    const char *latest;
} dates[] = {
    { "1991-06-14", DATE_PRECISION_DAY, "1991-06-14", "1991-06-14" },
    { "2000-02-29", DATE_PRECISION_DAY, "2000-02-29", "2000-02-29" },
    { "1991-06", DATE_PRECISION_MONTH, "1991-06-01", "1991-06-30" },
    { "2024-02", DATE_PRECISION_MONTH, "2024-02-01", "2024-02-29" },
    { "2200-12", DATE_PRECISION_MONTH, "2200-12-01", "2200-12-31" },
    { "1991", DATE_PRECISION_YEAR, "1991-01-01", "1991-12-31" },
    { "1800", DATE_PRECISION_YEAR, "1800-01-01", "1800-12-31" },
    { "2200", DATE_PRECISION_YEAR, "2200-01-01", "2200-12-31" },
    { "~1991", DATE_PRECISION_ESTIMATED, "1989-01-01", "1993-12-31" },
    { "~1801", DATE_PRECISION_ESTIMATED, "1800-01-01", "1803-12-31" },
    { "~2199", DATE_PRECISION_ESTIMATED, "2197-01-01", "2200-12-31" },
};
enum { DATES_COUNT = sizeof(dates) / sizeof(dates[0]) };

static void every_precision_survives_being_written_and_read(void **state)
{
    (void)state;
    struct error error = { 0 };
    for (size_t i = 0; i < DATES_COUNT; i++) {
        struct date date;
        assert_ok(date_parse(&date, dates[i].text, &error));
        assert_int_equal(date.precision, dates[i].precision);
        char text[DATE_TEXT_SIZE];
        date_format(text, date);
        assert_string_equal(text, dates[i].text);
    }
}

static void a_date_says_which_days_it_can_mean(void **state)
{
    (void)state;
    struct error error = { 0 };
    for (size_t i = 0; i < DATES_COUNT; i++) {
        struct date date;
        assert_ok(date_parse(&date, dates[i].text, &error));
        struct day earliest;
        struct day latest;
        date_bounds(date, &earliest, &latest);
        char text[DAY_TEXT_SIZE];
        day_format(text, earliest);
        assert_string_equal(text, dates[i].earliest);
        day_format(text, latest);
        assert_string_equal(text, dates[i].latest);
    }
}

static void a_coarse_date_forgets_the_day_it_was_made_from(void **state)
{
    (void)state;
    struct error error = { 0 };
    struct date date = { .precision = DATE_PRECISION_YEAR };
    assert_ok(day_parse(&date.day, "1991-06-14", &error));
    struct day earliest;
    struct day latest;
    date_bounds(date, &earliest, &latest);
    char text[DATE_TEXT_SIZE];
    date_format(text, date);
    assert_string_equal(text, "1991");
    day_format(text, earliest);
    assert_string_equal(text, "1991-01-01");
    day_format(text, latest);
    assert_string_equal(text, "1991-12-31");
}

static void other_ways_to_write_a_date_are_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",        "~",         "199",      "19911",       "1991-", "1991-6",
        "1991-13", "1991-00",   "~1991-06", "~1991-06-14", "~199",  "~ 1991",
        "1991~",   "~~1991",    "1991-06-", "1991-06-31",  "1799",  "~2201",
        "199x",    "June 1991", "1991/06",  "1991 06",     "~",
    };
    struct error error = { 0 };
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        struct date date;
        assert_status(date_parse(&date, wrong[i], &error), STATUS_DATE_INVALID);
    }
}

static void a_precision_is_found_by_its_word(void **state)
{
    (void)state;
    for (enum date_precision precision = 0; precision < DATE_PRECISION_COUNT; precision++) {
        enum date_precision found = DATE_PRECISION_COUNT;
        assert_true(date_precision_find(&found, date_precision_word(precision)));
        assert_int_equal(found, precision);
    }
    assert_false(date_precision_find(&(enum date_precision){ 0 }, "century"));
    assert_false(date_precision_find(&(enum date_precision){ 0 }, ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_precision_survives_being_written_and_read),
        cmocka_unit_test(a_date_says_which_days_it_can_mean),
        cmocka_unit_test(a_coarse_date_forgets_the_day_it_was_made_from),
        cmocka_unit_test(other_ways_to_write_a_date_are_refused),
        cmocka_unit_test(a_precision_is_found_by_its_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
