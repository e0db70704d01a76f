/* SPDX-License-Identifier: Apache-2.0 */
#include "search/birth_match.h"
#include "search/search_terms.h"
#include "support/unit.h"

#include <string.h>

static struct error error;

static struct date date_of(const char *text)
{
    struct date date;
    assert_ok(date_parse(&date, text, &error));
    return date;
}

static void assert_match(const char *left, const char *right, enum birth_match expected)
{
    assert_int_equal(birth_match_of(date_of(left), date_of(right)), expected);
    assert_int_equal(birth_match_of(date_of(right), date_of(left)), expected);
}

static void the_same_date_is_the_same(void **state)
{
    (void)state;
    assert_match("1984-06-14", "1984-06-14", BIRTH_MATCH_SAME);
    assert_match("1984-06", "1984-06", BIRTH_MATCH_SAME);
    assert_match("1984", "1984", BIRTH_MATCH_SAME);
    assert_match("1984-05-05", "1984-05-05", BIRTH_MATCH_SAME);
}

static void a_date_known_less_exactly_is_wider_when_it_agrees(void **state)
{
    (void)state;
    assert_match("1984-06-14", "1984-06", BIRTH_MATCH_WIDER);
    assert_match("1984-06-14", "1984", BIRTH_MATCH_WIDER);
    assert_match("1984-06", "1984", BIRTH_MATCH_WIDER);
    assert_match("1984-06-14", "1984-07", BIRTH_MATCH_OTHER);
    assert_match("1984-06-14", "1985", BIRTH_MATCH_OTHER);
    assert_match("1984-06", "1984-07", BIRTH_MATCH_OTHER);
    assert_match("1982", "1984", BIRTH_MATCH_OTHER);
    assert_match("1983", "1984", BIRTH_MATCH_YEAR_OFF);
    assert_match("1983-06", "1984-06", BIRTH_MATCH_YEAR_OFF);
    assert_match("1983-06", "1984-07", BIRTH_MATCH_OTHER);
}

static void an_estimate_may_be_wrong_by_two_years(void **state)
{
    (void)state;
    assert_match("~1984", "1984-06-14", BIRTH_MATCH_ESTIMATED);
    assert_match("~1984", "1982-01-01", BIRTH_MATCH_ESTIMATED);
    assert_match("~1984", "1986-12-31", BIRTH_MATCH_ESTIMATED);
    assert_match("~1984", "1984", BIRTH_MATCH_ESTIMATED);
    assert_match("~1984", "~1984", BIRTH_MATCH_ESTIMATED);
    assert_match("~1984", "1981-12-31", BIRTH_MATCH_OTHER);
    assert_match("~1984", "1987-01-01", BIRTH_MATCH_OTHER);
}

static void the_first_of_january_can_be_any_day_of_its_year(void **state)
{
    (void)state;
    assert_match("1984-01-01", "1984-06-14", BIRTH_MATCH_FIRST_JANUARY);
    assert_match("1984-01-01", "1984-12-31", BIRTH_MATCH_FIRST_JANUARY);
    assert_match("1984-01-01", "1986-06-14", BIRTH_MATCH_OTHER);
}

static void day_and_month_can_be_exchanged(void **state)
{
    (void)state;
    assert_match("1984-06-04", "1984-04-06", BIRTH_MATCH_SWAPPED);
    assert_match("1984-06-04", "1985-04-06", BIRTH_MATCH_OTHER);
}

static void a_neighbouring_year_is_one_off(void **state)
{
    (void)state;
    assert_match("1984-06-14", "1985-06-14", BIRTH_MATCH_YEAR_OFF);
    assert_match("1984-01-01", "1983-01-01", BIRTH_MATCH_YEAR_OFF);
    assert_match("1984-06-14", "1986-06-14", BIRTH_MATCH_OTHER);
    assert_match("1984-06-14", "1985-06-15", BIRTH_MATCH_OTHER);
}

static void one_digit_of_day_or_month_is_a_slip(void **state)
{
    (void)state;
    assert_match("1984-06-14", "1984-06-24", BIRTH_MATCH_SLIP);
    assert_match("1984-06-14", "1984-06-19", BIRTH_MATCH_SLIP);
    assert_match("1984-06-14", "1984-08-14", BIRTH_MATCH_SLIP);
    assert_match("1984-06-14", "1984-06-25", BIRTH_MATCH_OTHER);
    assert_match("1984-06-14", "1984-07-15", BIRTH_MATCH_OTHER);
    assert_match("1984-01-14", "1984-12-14", BIRTH_MATCH_OTHER);
}

static bool is_looked_for(struct date birth, struct date other)
{
    struct date dates[BIRTH_DATES_MAX];
    char wanted[SEARCH_TERM_SIZE], term[SEARCH_TERM_SIZE];
    search_birth_term(wanted, other);
    int count = birth_match_dates(dates, birth);
    assert_in_range(count, 1, BIRTH_DATES_MAX);
    for (int i = 0; i < count; i++) {
        search_birth_term(term, dates[i]);
        if (strcmp(term, wanted) == 0)
            return true;
    }
    return false;
}

static bool must_be_looked_for(enum birth_match match)
{
    return match == BIRTH_MATCH_SAME || match == BIRTH_MATCH_WIDER ||
           match == BIRTH_MATCH_SWAPPED || match == BIRTH_MATCH_YEAR_OFF ||
           match == BIRTH_MATCH_FIRST_JANUARY;
}

/* Every exact date but the first of January against every day, month and year around it. */
static void no_match_of_an_exact_date_is_missed(void **state)
{
    (void)state;
    static const char *const births[] = { "1984-06-04", "1984-06-14", "1984-05-05", "1984-12-31",
                                          "1984-02-29", "1984-01-02", "1984-02-01" };
    int found = 0;
    for (size_t i = 0; i < sizeof(births) / sizeof(births[0]); i++) {
        struct date birth = date_of(births[i]);
        for (int offset = -800; offset <= 800; offset++)
            for (int precision = DATE_PRECISION_DAY; precision <= DATE_PRECISION_YEAR;
                 precision++) {
                struct date other = { .precision = (enum date_precision)precision };
                assert_ok(day_add_days(&other.day, birth.day, offset, &error));
                struct civil civil = day_to_civil(other.day);
                bool is_first = (precision == DATE_PRECISION_DAY || civil.day == 1) &&
                                (precision != DATE_PRECISION_YEAR || civil.month == 1);
                if (!is_first || !must_be_looked_for(birth_match_of(birth, other)))
                    continue;
                assert_true(is_looked_for(birth, other));
                found++;
            }
    }
    assert_in_range(found, 35, 60);
}

static void a_day_that_does_not_exist_is_not_looked_for(void **state)
{
    (void)state;
    struct date dates[BIRTH_DATES_MAX];
    int count = birth_match_dates(dates, date_of("1984-02-29"));
    for (int i = 0; i < count; i++)
        assert_int_equal(day_to_civil(dates[i].day).year, 1984);
}

static void a_date_not_known_to_the_day_is_looked_for_as_it_is(void **state)
{
    (void)state;
    static const char *const births[] = { "1984-06", "1984", "~1984" };
    for (size_t i = 0; i < sizeof(births) / sizeof(births[0]); i++)
        assert_true(is_looked_for(date_of(births[i]), date_of(births[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_date_is_the_same),
        cmocka_unit_test(a_date_known_less_exactly_is_wider_when_it_agrees),
        cmocka_unit_test(an_estimate_may_be_wrong_by_two_years),
        cmocka_unit_test(the_first_of_january_can_be_any_day_of_its_year),
        cmocka_unit_test(day_and_month_can_be_exchanged),
        cmocka_unit_test(a_neighbouring_year_is_one_off),
        cmocka_unit_test(one_digit_of_day_or_month_is_a_slip),
        cmocka_unit_test(no_match_of_an_exact_date_is_missed),
        cmocka_unit_test(a_day_that_does_not_exist_is_not_looked_for),
        cmocka_unit_test(a_date_not_known_to_the_day_is_looked_for_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
