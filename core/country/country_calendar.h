/* SPDX-License-Identifier: Apache-2.0 */

/* The calendar of a country pack, ready to count on. */
#ifndef QADAM_COUNTRY_COUNTRY_CALENDAR_H
#define QADAM_COUNTRY_COUNTRY_CALENDAR_H

#include "country/country_pack.h"

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

/* What that day is called: the title of its row or holiday; NULL for a day like any other. */
const char *country_calendar_title(const struct country_pack *pack, struct day day);

/* The first moving holiday that has no day in that year yet; NULL when each has one.  Deadlines
 * that run over such a year may come out too early. */
const struct country_feast *country_calendar_missing_feast(const struct country_pack *pack,
                                                           int year);

#endif
