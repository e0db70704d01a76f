/* SPDX-License-Identifier: Apache-2.0 */
#include "base/day.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { MONTH_COUNT = 12, SECONDS_PER_DAY = 24 * 60 * 60, DAYS_PER_LEAP_YEAR = 366 };

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int day_month_length(int year, int month)
{
    assert(month >= 1 && month <= MONTH_COUNT);
    static const int lengths[MONTH_COUNT] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

static int leap_years_until(int year)
{
    return year / 4 - year / 100 + year / 400;
}

/* The number of 1 January. */
static int year_start(int year)
{
    return (year - 1970) * 365 + leap_years_until(year - 1) - leap_years_until(1969);
}

enum status day_from_civil(struct day *out, int year, int month, int day, struct error *error)
{
    if (year < DAY_YEAR_FIRST || year > DAY_YEAR_LAST || month < 1 || month > MONTH_COUNT ||
        day < 1 || day > day_month_length(year, month))
        return error_set(error, STATUS_DATE_INVALID, "no such day");
    int number = year_start(year) + day - 1;
    for (int before = 1; before < month; before++)
        number += day_month_length(year, before);
    out->number = number;
    return STATUS_OK;
}

static enum status refuse_range(struct error *error)
{
    return error_set(error, STATUS_DATE_INVALID, "a day outside the years %d to %d", DAY_YEAR_FIRST,
                     DAY_YEAR_LAST);
}

enum status day_from_number(struct day *out, int64_t number, struct error *error)
{
    if (number < DAY_NUMBER_FIRST || number > DAY_NUMBER_LAST)
        return refuse_range(error);
    out->number = (int32_t)number;
    return STATUS_OK;
}

enum status day_from_time(struct day *out, time_t moment, int seconds_east, struct error *error)
{
    /* Rounds both down separately: a sum of the two could overflow. */
    int64_t days = moment / SECONDS_PER_DAY + seconds_east / SECONDS_PER_DAY;
    int64_t seconds = moment % SECONDS_PER_DAY + seconds_east % SECONDS_PER_DAY;
    if (seconds < 0)
        days -= (SECONDS_PER_DAY - 1 - seconds) / SECONDS_PER_DAY;
    else
        days += seconds / SECONDS_PER_DAY;
    return day_from_number(out, days, error);
}

struct civil day_to_civil(struct day day)
{
    assert(day.number >= DAY_NUMBER_FIRST && day.number <= DAY_NUMBER_LAST);
    /* As if all years were long: never too late, so only steps forward remain. */
    int year = DAY_YEAR_FIRST + (day.number - DAY_NUMBER_FIRST) / DAYS_PER_LEAP_YEAR;
    while (year_start(year + 1) <= day.number)
        year++;
    int rest = day.number - year_start(year);
    int month = 1;
    while (rest >= day_month_length(year, month)) {
        rest -= day_month_length(year, month);
        month++;
    }
    return (struct civil){ .year = year, .month = month, .day = rest + 1 };
}

enum status day_add_days(struct day *out, struct day day, int count, struct error *error)
{
    return day_from_number(out, (int64_t)day.number + count, error);
}

enum status day_add_months(struct day *out, struct day day, int count, struct error *error)
{
    struct civil civil = day_to_civil(day);
    int64_t months = (int64_t)civil.year * MONTH_COUNT + civil.month - 1 + count;
    if (months < (int64_t)DAY_YEAR_FIRST * MONTH_COUNT ||
        months >= (int64_t)(DAY_YEAR_LAST + 1) * MONTH_COUNT)
        return refuse_range(error);
    int year = (int)(months / MONTH_COUNT);
    int month = (int)(months % MONTH_COUNT) + 1;
    int length = day_month_length(year, month);
    return day_from_civil(out, year, month, civil.day < length ? civil.day : length, error);
}

enum weekday day_weekday(struct day day)
{
    /* 1970-01-01 was a Thursday; the remainder of a negative number is negative. */
    int offset = (day.number % WEEKDAY_COUNT + WEEKDAY_THURSDAY) % WEEKDAY_COUNT;
    return (enum weekday)(offset < 0 ? offset + WEEKDAY_COUNT : offset);
}

int day_compare(struct day a, struct day b)
{
    return (a.number > b.number) - (a.number < b.number);
}

static void put_digits(char *out, int count, int value)
{
    for (int i = count - 1; i >= 0; i--) {
        out[i] = (char)('0' + value % 10);
        value /= 10;
    }
}

void day_format(char out[DAY_TEXT_SIZE], struct day day)
{
    struct civil civil = day_to_civil(day);
    memcpy(out, "0000-00-00", DAY_TEXT_SIZE);
    put_digits(out, 4, civil.year);
    put_digits(out + 5, 2, civil.month);
    put_digits(out + 8, 2, civil.day);
}

static int take_digits(const char *text, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++)
        value = value * 10 + (text[i] - '0');
    return value;
}

enum status day_parse(struct day *out, const char *text, struct error *error)
{
    static const char pattern[] = "0000-00-00";
    for (size_t i = 0; i < sizeof(pattern); i++) {
        bool is_right =
            pattern[i] == '0' ? text[i] >= '0' && text[i] <= '9' : text[i] == pattern[i];
        if (!is_right)
            return error_set(error, STATUS_DATE_INVALID, "not written as YYYY-MM-DD");
    }
    return day_from_civil(out, take_digits(text, 4), take_digits(text + 5, 2),
                          take_digits(text + 8, 2), error);
}
