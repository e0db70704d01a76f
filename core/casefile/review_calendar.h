/* SPDX-License-Identifier: Apache-2.0 */

/* How soon somebody is to be seen again, and how soon the whole casefile is looked at again, by its
 * risk.  The days are settings of the office and a proposal of this program, no rule of law: check
 * locally.  Three tiers with contact every week, every two weeks and every month are the standard
 * of one Canadian child welfare service; the office decides. */
#ifndef QADAM_CASEFILE_REVIEW_CALENDAR_H
#define QADAM_CASEFILE_REVIEW_CALENDAR_H

#include "casefile/casefile.h"

struct store;

/* 0: none, as for a risk that is not known. */
struct review_calendar {
    int contact_days[CASEFILE_RISK_COUNT];
    int review_days[CASEFILE_RISK_COUNT];
};

MUST_CHECK enum status review_calendar_load(struct store *store, struct review_calendar *out,
                                            struct error *error);

/* The day on which a casefile of that risk is looked at again when it was on that day; false when
 * the calendar names none. */
bool review_calendar_next(const struct review_calendar *calendar, enum casefile_risk risk,
                          struct day from, struct day *out);

#endif
