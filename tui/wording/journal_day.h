/* SPDX-License-Identifier: Apache-2.0 */

/* The days of the journal by the clock on the office's wall. */
#ifndef QADAM_WORDING_JOURNAL_DAY_H
#define QADAM_WORDING_JOURNAL_DAY_H

#include "base/day.h"
#include "journal/journal_list.h"

struct journal_day {
    struct day day;
    char since[MOMENT_TEXT_SIZE]; /* the moment at which it begins */
    struct journal_counts counts;
};

/* The last day with entries that begins before that moment, NULL: the last of all.
 * STATUS_NOT_FOUND when there is none.  actor NULL: of everybody. */
MUST_CHECK enum status journal_day_before(struct journal_day *out, struct store *store,
                                          const char *moment, const char *actor,
                                          struct error *error);

/* "Saturday" or "Sunday"; "" for any other day. */
const char *journal_day_weekend(struct day day);
/* "at night" from 22 to 6 o'clock, else ""; local is as local_time_format() writes it. */
const char *journal_day_night(const char *local);

#endif
