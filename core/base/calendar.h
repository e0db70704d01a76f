/* SPDX-License-Identifier: Apache-2.0 */

/* Working days, for deadlines.  A calendar is data: which weekdays are free, which other days
 * are free (holidays), and which free days are worked (a Saturday that makes up for a Monday).
 * The cost of a question does not grow with the days counted, only with the log of them and
 * with the exceptions that lie between. */
#ifndef QADAM_BASE_CALENDAR_H
#define QADAM_BASE_CALENDAR_H

#include "base/day.h"

#include <stdbool.h>
#include <stddef.h>

/* Both arrays are the caller's and outlive the calendar.  The functions below count on what
 * calendar_check() found to be in order. */
struct calendar {
    unsigned weekend; /* a bit for each free weekday: 1U << WEEKDAY_SUNDAY */
    const struct day *days_off;
    size_t days_off_count;
    const struct day *working_days;
    size_t working_days_count;
};

/* STATUS_INVALID unless each array rises without repeats, no day is in both, and the weekend
 * holds no bit beyond Sunday.  A holiday on a weekend is in order, and so is a calendar on which
 * nobody ever works. */
MUST_CHECK enum status calendar_check(const struct calendar *calendar, struct error *error);

bool calendar_is_working(const struct calendar *calendar, struct day day);

/* The count-th working day after that day, or before it when count is negative; day itself
 * when count is 0, whether it is worked or not.  So a deadline of n days that starts with a
 * letter received on day ends on the result: the day of receipt is day 0.
 * STATUS_INVALID when the calendar has no working day at all, STATUS_DATE_INVALID when the
 * result would lie beyond the last (or first) day that there is. */
MUST_CHECK enum status calendar_add_working_days(struct day *out, const struct calendar *calendar,
                                                 struct day day, int count, struct error *error);

/* The working days after "after" up to and with "until"; when until is earlier, minus those
 * from until up to the day before after.  Thus the count that leads from one day to another:
 * counting up to what calendar_add_working_days() gave returns its count. */
int calendar_count_working_days(const struct calendar *calendar, struct day after,
                                struct day until);

/* That day if it is worked, else the first working day after it. */
MUST_CHECK enum status calendar_next_working_day(struct day *out, const struct calendar *calendar,
                                                 struct day day, struct error *error);

#endif
