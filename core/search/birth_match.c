/* SPDX-License-Identifier: Apache-2.0 */
#include "search/birth_match.h"

#include <stdbool.h>
#include <stdlib.h>

static bool is_exact(struct date date)
{
    return date.precision == DATE_PRECISION_DAY;
}

/* Whether the days that both can mean have one in common. */
static bool overlap(struct date left, struct date right)
{
    struct day left_first, left_last, right_first, right_last;
    date_bounds(left, &left_first, &left_last);
    date_bounds(right, &right_first, &right_last);
    return day_compare(left_first, right_last) <= 0 && day_compare(right_first, left_last) <= 0;
}

static bool is_first_january(struct civil civil)
{
    return civil.month == 1 && civil.day == 1;
}

/* Numbers of two digits of which one differs. */
static bool differs_by_digit(int left, int right)
{
    return left != right && (left / 10 == right / 10 || left % 10 == right % 10);
}

static enum birth_match match_days(struct civil a, struct civil b)
{
    if (a.year == b.year && a.month == b.month && a.day == b.day)
        return BIRTH_MATCH_SAME;
    if (a.year == b.year && a.month == b.day && a.day == b.month)
        return BIRTH_MATCH_SWAPPED;
    if (abs(a.year - b.year) == 1 && a.month == b.month && a.day == b.day)
        return BIRTH_MATCH_YEAR_OFF;
    if (a.year == b.year && (is_first_january(a) || is_first_january(b)))
        return BIRTH_MATCH_FIRST_JANUARY;
    bool is_slip = a.year == b.year && ((a.month == b.month && differs_by_digit(a.day, b.day)) ||
                                        (a.day == b.day && differs_by_digit(a.month, b.month)));
    return is_slip ? BIRTH_MATCH_SLIP : BIRTH_MATCH_OTHER;
}

/* The same month of a neighbouring year, or neighbouring years of which no more is known. */
static bool is_year_off(struct date left, struct date right)
{
    struct civil a = day_to_civil(left.day), b = day_to_civil(right.day);
    return left.precision == right.precision && abs(a.year - b.year) == 1 && a.month == b.month;
}

enum birth_match birth_match_of(struct date left, struct date right)
{
    if (is_exact(left) && is_exact(right))
        return match_days(day_to_civil(left.day), day_to_civil(right.day));
    if (!overlap(left, right))
        return is_year_off(left, right) ? BIRTH_MATCH_YEAR_OFF : BIRTH_MATCH_OTHER;
    bool is_estimate =
        left.precision == DATE_PRECISION_ESTIMATED || right.precision == DATE_PRECISION_ESTIMATED;
    if (is_estimate)
        return BIRTH_MATCH_ESTIMATED;
    return left.precision == right.precision ? BIRTH_MATCH_SAME : BIRTH_MATCH_WIDER;
}

static void add_date(struct date *out, int *count, int year, int month, int day,
                     enum date_precision precision)
{
    struct date date = { .precision = precision };
    if (*count < BIRTH_DATES_MAX && day_from_civil(&date.day, year, month, day, NULL) == STATUS_OK)
        out[(*count)++] = date;
}

/* Days and months of which one digit differs. */
static void add_slips(struct date *out, int *count, struct civil civil)
{
    for (int day = 1; day <= 31; day++)
        if (differs_by_digit(day, civil.day))
            add_date(out, count, civil.year, civil.month, day, DATE_PRECISION_DAY);
    for (int month = 1; month <= 12; month++)
        if (differs_by_digit(month, civil.month))
            add_date(out, count, civil.year, month, civil.day, DATE_PRECISION_DAY);
}

int birth_match_dates(struct date out[BIRTH_DATES_MAX], struct date birth)
{
    struct civil civil = day_to_civil(birth.day);
    int count = 0;
    out[count++] = birth;
    if (!is_exact(birth))
        return count;
    if (civil.day != civil.month)
        add_date(out, &count, civil.year, civil.day, civil.month, DATE_PRECISION_DAY);
    add_date(out, &count, civil.year - 1, civil.month, civil.day, DATE_PRECISION_DAY);
    add_date(out, &count, civil.year + 1, civil.month, civil.day, DATE_PRECISION_DAY);
    if (!is_first_january(civil))
        add_date(out, &count, civil.year, 1, 1, DATE_PRECISION_DAY);
    add_date(out, &count, civil.year, civil.month, 1, DATE_PRECISION_MONTH);
    add_date(out, &count, civil.year, 1, 1, DATE_PRECISION_YEAR);
    add_slips(out, &count, civil);
    return count;
}

bool birth_match_years(struct date birth, int *first, int *last)
{
    int year = day_to_civil(birth.day).year;
    int around = birth.precision == DATE_PRECISION_ESTIMATED ? DATE_ESTIMATE_YEARS : 1;
    bool is_day = is_exact(birth);
    if (is_day && !is_first_january(day_to_civil(birth.day)))
        return false;
    *first = is_day ? year : year - around;
    *last = is_day ? year : year + around;
    return true;
}
