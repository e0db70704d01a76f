/* SPDX-License-Identifier: Apache-2.0 */

/* When a term ends: so many working days, calendar days or months after an event, with the clock
 * standing still now and then. */
#ifndef QADAM_BASE_DEADLINE_H
#define QADAM_BASE_DEADLINE_H

#include "base/calendar.h"

enum deadline_unit { DEADLINE_WORKING, DEADLINE_CALENDAR, DEADLINE_MONTH, DEADLINE_UNIT_COUNT };

struct deadline {
    int count; /* 0 or more */
    enum deadline_unit unit;
    bool is_exact; /* the last day stays where it is, worked or not */
};

/* The clock stands still on the days from "from" up to the one before "until"; without until it
 * still stands. */
struct clock_stop {
    struct day from;
    struct day until;
    bool has_until;
};

/* The last day.  The day of the event is day 0; days on which the clock stands do not count, and a
 * stop that is still open lasts until today, so that the end moves on while it is open.  A term of
 * months is as many days as those months have from the event on.  A last day that is not worked, or
 * on which the clock stands, moves to the next one that is neither, unless the deadline is exact.
 * Stops may overlap, touch and come in any order; one that ends before it begins is none.
 * STATUS_INVALID for a count below 0 and where no day is worked, STATUS_DATE_INVALID when the last
 * day would lie beyond the days that there are. */
MUST_CHECK enum status deadline_due(struct day *out, const struct deadline *deadline,
                                    struct day event, const struct calendar *calendar,
                                    const struct clock_stop *stops, size_t count, struct day today,
                                    struct error *error);

#endif
