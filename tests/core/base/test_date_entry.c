/* SPDX-License-Identifier: Apache-2.0 */

/* Today is 24 November 2026. */
#include "base/date_entry.h"

#include "support/unit.h"

#include <string.h>

struct example {
    const char *typed;
    const char *meant; /* NULL: no date */
};

static struct day today(void)
{
    struct error error = { 0 };
    struct day day;
    assert_ok(day_from_civil(&day, 2026, 11, 24, &error));
    return day;
}

static void check(const struct example *examples, size_t count,
                  enum status (*parse)(struct date *, const char *, struct day, struct error *))
{
    for (size_t i = 0; i < count; i++) {
        struct error error = { 0 };
        struct date date;
        char text[DATE_TEXT_SIZE] = "";
        enum status status = parse(&date, examples[i].typed, today(), &error);
        if (status == STATUS_OK)
            date_format(text, date);
        const char *wanted = examples[i].meant == NULL ? "" : examples[i].meant;
        if (strcmp(text, wanted) != 0)
            print_error("\"%s\" became \"%s\"\n", examples[i].typed, text);
        assert_string_equal(text, wanted);
        assert_int_equal(status, examples[i].meant == NULL ? STATUS_DATE_INVALID : STATUS_OK);
    }
}

#define CHECK(examples, parse) check(examples, sizeof(examples) / sizeof(examples[0]), parse)

static void every_common_form_is_read_day_first(void **state)
{
    static const struct example examples[] = {
        { "1991-06-14", "1991-06-14" },     { "14.06.1991", "1991-06-14" },
        { "14/6/91", "1991-06-14" },        { "14 6 1991", "1991-06-14" },
        { "14-06-1991", "1991-06-14" },     { "140691", "1991-06-14" },
        { "14061991", "1991-06-14" },       { "19910614", "1991-06-14" },
        { "20111210", "2011-12-10" },       { "3/4/91", "1991-04-03" },
        { "  14.06.1991  ", "1991-06-14" }, { "14. 06. 1991", "1991-06-14" },
        { "1991.06.14", "1991-06-14" },     { "14–06–1991", "1991-06-14" },
        { "1.1.1800", "1800-01-01" },
    };
    (void)state;
    CHECK(examples, date_entry_parse);
}

static void what_is_not_known_is_left_out(void **state)
{
    static const struct example examples[] = {
        { "1991-06", "1991-06" }, { "06.1991", "1991-06" }, { "6/1991", "1991-06" },
        { "1991", "1991" },       { "~1991", "~1991" },     { "~ 1991", "~1991" },
        { "~91", "~1991" },       { "~26", "~2026" },       { "~27", "~1927" },
    };
    (void)state;
    CHECK(examples, date_entry_parse);
}

static void months_have_names_in_every_language_of_the_region(void **state)
{
    static const struct example examples[] = {
        { "14 июня 1991 г.", "1991-06-14" },
        { "14 ИЮН 91", "1991-06-14" },
        { "1 мая 2001", "2001-05-01" },
        { "июнь 1991", "1991-06" },
        { "1991 жылғы 14 маусым", "1991-06-14" },
        { "14 қыркүйек 1991 ж.", "1991-09-14" },
        { "14-июнь 1991-жылы", "1991-06-14" },
        { "14 июни соли 1991", "1991-06-14" },
        { "31 декабри 1999", "1999-12-31" },
        { "14-iyun, 1991-yil", "1991-06-14" },
        { "1991 йил 14 сентябр", "1991-09-14" },
        { "14 Iýun 1991 ý.", "1991-06-14" },
        { "2 Fewral 1991", "1991-02-02" },
        { "June 14, 1991", "1991-06-14" },
        { "14jun91", "1991-06-14" },
        { "Sep 1991", "1991-09" },
    };
    (void)state;
    CHECK(examples, date_entry_parse);
}

static void two_digits_are_the_latest_year_that_is_past(void **state)
{
    static const struct example examples[] = {
        { "24.11.26", "2026-11-24" }, { "25.11.26", "1926-11-25" }, { "1.12.26", "1926-12-01" },
        { "01.01.27", "1927-01-01" }, { "29.02.00", "2000-02-29" }, { "290227", NULL },
        { "14.06.99", "1999-06-14" },
    };
    (void)state;
    CHECK(examples, date_entry_parse);
}

static void a_date_that_may_lie_ahead_takes_the_nearer_century(void **state)
{
    static const struct example examples[] = {
        { "25.11.26", "2026-11-25" }, { "01.01.35", "2035-01-01" },   { "31.12.76", "2076-12-31" },
        { "01.01.77", "1977-01-01" }, { "01.01.1977", "1977-01-01" },
    };
    (void)state;
    CHECK(examples, date_entry_parse_near);
}

static void today_and_the_days_around_it_are_short(void **state)
{
    static const struct example examples[] = {
        { "t", "2026-11-24" },  { "T", "2026-11-24" },    { "+3", "2026-11-27" },
        { "-1", "2026-11-23" }, { "+365", "2027-11-24" }, { "+", NULL },
        { "+3.", NULL },        { "tt", NULL },
    };
    (void)state;
    CHECK(examples, date_entry_parse);
}

static void what_is_no_date_is_refused(void **state)
{
    static const struct example examples[] = {
        { "31.02.1991", NULL },
        { "29.02.1991", NULL },
        { "0.6.1991", NULL },
        { "14.0.1991", NULL },
        { "14.13.1991", NULL },
        { "32.01.1991", NULL },
        { "14.06.1", NULL },
        { "14.06", NULL },
        { "91", NULL },
        { "1", NULL },
        { "12345", NULL },
        { "123456789", NULL },
        { "14.06.1799", NULL },
        { "14.06.2201", NULL },
        { "0000", NULL },
        { "", NULL },
        { "   ", NULL },
        { "~", NULL },
        { "~14.06.1991", NULL },
        { "Айгүл", NULL },
        { "Марта", NULL },
        { "14 июня", NULL },
        { "14 июня 1991 X", NULL },
        { "1 2 3 4", NULL },
        { "июнь июль 1991", NULL },
        { "14.06.199", NULL },
        { "14\xFF"
          "06.1991",
          NULL },
        { "000091", NULL },
        { "00000000", NULL },
        { "14.06.1991\n15.06.1991", NULL },
        { "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
          NULL },
    };
    (void)state;
    CHECK(examples, date_entry_parse);
    CHECK(examples, date_entry_parse_near);
}

static void assert_guess(const char *text, const char *first, const char *second)
{
    struct date guesses[DATE_ENTRY_GUESSES];
    char found[DATE_TEXT_SIZE];
    int wanted = (first != NULL) + (second != NULL);
    assert_int_equal(date_entry_guess(guesses, text, today()), wanted);
    for (int i = 0; i < wanted; i++) {
        date_format(found, guesses[i]);
        assert_string_equal(found, i == 0 ? first : second);
    }
}

static void a_search_text_that_looks_like_a_birth_is_one(void **state)
{
    (void)state;
    assert_guess("1991", "1991", NULL);
    assert_guess("140691", "1991-06-14", NULL);
    assert_guess("14.06.1991", "1991-06-14", NULL);
    assert_guess("~1991", "~1991", NULL);
    assert_guess("март 1991", "1991-03", NULL);
}

static void a_short_year_that_fits_both_centuries_is_guessed_twice(void **state)
{
    (void)state;
    assert_guess("14.06.20", "2020-06-14", "1920-06-14");
    assert_guess("290220", "2020-02-29", "1920-02-29");
    assert_guess("290200", "2000-02-29", NULL);   /* 1900 had none */
    assert_guess("14.06.10", "2010-06-14", NULL); /* nobody is 116 */
}

static void a_search_text_that_is_no_birth_is_left_to_names_and_numbers(void **state)
{
    (void)state;
    assert_guess("t", NULL, NULL);
    assert_guess("+3", NULL, NULL);
    assert_guess("2050", NULL, NULL);
    assert_guess("1850", NULL, NULL);
    assert_guess("310291", NULL, NULL);
    assert_guess("123456", NULL, NULL);
    assert_guess("Марта", NULL, NULL);
    assert_guess("AN1234567", NULL, NULL);
    assert_guess("+996555123456", NULL, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_common_form_is_read_day_first),
        cmocka_unit_test(what_is_not_known_is_left_out),
        cmocka_unit_test(months_have_names_in_every_language_of_the_region),
        cmocka_unit_test(two_digits_are_the_latest_year_that_is_past),
        cmocka_unit_test(a_date_that_may_lie_ahead_takes_the_nearer_century),
        cmocka_unit_test(today_and_the_days_around_it_are_short),
        cmocka_unit_test(what_is_no_date_is_refused),
        cmocka_unit_test(a_search_text_that_looks_like_a_birth_is_one),
        cmocka_unit_test(a_short_year_that_fits_both_centuries_is_guessed_twice),
        cmocka_unit_test(a_search_text_that_is_no_birth_is_left_to_names_and_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
