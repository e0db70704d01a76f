/* SPDX-License-Identifier: Apache-2.0 */

/* The calendar of a country pack, ready to count on. */
#ifndef QADAM_COUNTRY_COUNTRY_CALENDAR_H
#define QADAM_COUNTRY_COUNTRY_CALENDAR_H

#include "country/country_pack.h"

/* The days off in every week, as a calendar has them: a bit for each; words that are no weekday
 * count as nothing. */
unsigned country_weekend_bits(const struct country_days *days);

/* Owns the arrays of its calendar. */
struct country_calendar {
    struct calendar calendar;
    struct day *days_off;
    struct day *working_days;
};

/* The working days of those years: holidays on their dates, the days that the pack names one by
 * one, and a day that it calls worked beats a holiday.  Outside those years only weekends are free.
 */
MUST_CHECK enum status country_calendar_make(struct country_calendar *out,
                                             const struct country_pack *pack, int first_year,
                                             int last_year, struct error *error);
void country_calendar_release(struct country_calendar *calendar);

/* A day that its weekday alone does not explain. */
struct country_special_day {
    const char *title; /* NULL: its row does not say */
    bool is_off;
    const struct country_row *row;
};

/* A row for the very day goes before a holiday of the same date; false for a day like any other. */
bool country_calendar_find(struct country_special_day *out, const struct country_pack *pack,
                           struct day day);

/* The first moving holiday that has no day in that year yet; NULL when each has one.  Deadlines
 * that run over such a year may come out too early. */
const struct country_feast *country_calendar_missing_feast(const struct country_pack *pack,
                                                           int year);

#endif
