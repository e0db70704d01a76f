/* SPDX-License-Identifier: Apache-2.0 */

/* Civil days: proleptic Gregorian, no clock, no time zone, no libc time functions.  A struct day
 * comes only from the functions below, so it always lies in the years 1800 to 2200. */
#ifndef QADAM_BASE_DAY_H
#define QADAM_BASE_DAY_H

#include "base/error.h"

#include <stdint.h>
#include <time.h>

struct day {
    int32_t number; /* days since 1970-01-01 */
};

enum {
    DAY_YEAR_FIRST = 1800,
    DAY_YEAR_LAST = 2200,
    DAY_NUMBER_FIRST = -62091, /* 1800-01-01 */
    DAY_NUMBER_LAST = 84370,   /* 2200-12-31 */
    DAY_TEXT_SIZE = 11,        /* "1991-06-14" and its NUL */
};

enum weekday {
    WEEKDAY_MONDAY,
    WEEKDAY_TUESDAY,
    WEEKDAY_WEDNESDAY,
    WEEKDAY_THURSDAY,
    WEEKDAY_FRIDAY,
    WEEKDAY_SATURDAY,
    WEEKDAY_SUNDAY,
    WEEKDAY_COUNT
};

struct civil {
    int year;
    int month; /* 1 to 12 */
    int day;   /* 1 to 31 */
};

/* STATUS_DATE_INVALID when there is no such day or the year is outside 1800 to 2200; the same
 * for every function below that makes a day. */
MUST_CHECK enum status day_from_civil(struct day *out, int year, int month, int day,
                                      struct error *error);
MUST_CHECK enum status day_from_number(struct day *out, int64_t number, struct error *error);

/* The day on which a moment falls where clocks run seconds_east ahead of UTC (Tashkent: 18000). */
MUST_CHECK enum status day_from_time(struct day *out, time_t moment, int seconds_east,
                                     struct error *error);

struct civil day_to_civil(struct day day);

/* Counts may be negative. */
MUST_CHECK enum status day_add_days(struct day *out, struct day day, int count,
                                    struct error *error);

/* Keeps the day of the month, or takes the month's last: 31 January + 1 = 28 or 29 February. */
MUST_CHECK enum status day_add_months(struct day *out, struct day day, int count,
                                      struct error *error);

/* 28 to 31. */
int day_month_length(int year, int month);

enum weekday day_weekday(struct day day);

/* Below 0, 0 or above 0, like strcmp(). */
int day_compare(struct day a, struct day b);

/* ISO 8601, YYYY-MM-DD and nothing else, both ways. */
void day_format(char out[DAY_TEXT_SIZE], struct day day);
MUST_CHECK enum status day_parse(struct day *out, const char *text, struct error *error);

#endif
