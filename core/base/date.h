/* SPDX-License-Identifier: Apache-2.0 */

/* Dates as people know them: many know only the month or the year in which they were born, and
 * some only about when. */
#ifndef QADAM_BASE_DATE_H
#define QADAM_BASE_DATE_H

#include "base/day.h"

#include <stdbool.h>

enum date_precision {
    DATE_PRECISION_DAY,       /* 1991-06-14 */
    DATE_PRECISION_MONTH,     /* 1991-06 */
    DATE_PRECISION_YEAR,      /* 1991 */
    DATE_PRECISION_ESTIMATED, /* ~1991 */
    DATE_PRECISION_COUNT
};

struct date {
    struct day day; /* the first day of the month or year when no more is known */
    enum date_precision precision;
};

enum {
    DATE_TEXT_SIZE = DAY_TEXT_SIZE,
    DATE_ESTIMATE_YEARS = 2, /* an estimated year may be wrong by so many years, either way */
};

/* The four forms shown above, and nothing else, both ways. */
void date_format(char out[DATE_TEXT_SIZE], struct date date);
MUST_CHECK enum status date_parse(struct date *out, const char *text, struct error *error);

/* The word of the tables: day, month, year or estimated. */
const char *date_precision_word(enum date_precision precision);
/* False when it is none of them. */
bool date_precision_find(enum date_precision *out, const char *word);

/* The first and the last day that the date can mean, within the years that a day can have. */
void date_bounds(struct date date, struct day *earliest, struct day *latest);

#endif
