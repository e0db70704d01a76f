/* SPDX-License-Identifier: Apache-2.0 */

/* Can two birth dates be one person's?  Clerks mistype years and exchange day and month; who does
 * not know the day is written down as born on the first of January; ages are estimated. */
#ifndef QADAM_SEARCH_BIRTH_MATCH_H
#define QADAM_SEARCH_BIRTH_MATCH_H

#include "base/date.h"

#include <stdbool.h>

enum birth_match {
    BIRTH_MATCH_SAME,
    BIRTH_MATCH_WIDER,         /* one of them is known to the month or year only, and agrees */
    BIRTH_MATCH_ESTIMATED,     /* within what an estimate may be wrong by */
    BIRTH_MATCH_FIRST_JANUARY, /* the same year, and one of them is its first day */
    BIRTH_MATCH_SWAPPED,       /* day and month exchanged */
    BIRTH_MATCH_YEAR_OFF,      /* the same day, or month, of a neighbouring year */
    BIRTH_MATCH_SLIP,          /* one of day and month differs by a single digit */
    BIRTH_MATCH_OTHER,
    BIRTH_MATCH_COUNT
};

enum birth_match birth_match_of(struct date left, struct date right);

/* The dates that match a date known to the day: not all days of its year when it is a first of
 * January, and no estimates.  At most BIRTH_DATES_MAX; returns how many. */
enum { BIRTH_DATES_MAX = 40 };
int birth_match_dates(struct date out[BIRTH_DATES_MAX], struct date birth);

/* The years to look through whole when a date is not known to the day, or is a first of January:
 * from *first to *last; false for any other date. */
bool birth_match_years(struct date birth, int *first, int *last);

#endif
