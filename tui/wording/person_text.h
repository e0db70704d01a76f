/* SPDX-License-Identifier: Apache-2.0 */

/* Dates and ages of people as they are written on the screen. */
#ifndef QADAM_WORDING_PERSON_TEXT_H
#define QADAM_WORDING_PERSON_TEXT_H

#include "base/date.h"

#include <stddef.h>

enum { PERSON_DATE_SIZE = 16, PERSON_AGE_SIZE = 80 };

/* "12.03.1987", "03.1987", "1987", "~1987". */
void person_text_date(char out[PERSON_DATE_SIZE], struct date date);
void person_text_day(char out[PERSON_DATE_SIZE], struct day day);

/* A moment of the file by the office's clock: "24.11.2026 13:41". */
enum { PERSON_MOMENT_SIZE = 24 };
void person_text_moment(char out[PERSON_MOMENT_SIZE], const char *moment);

/* "age 39", "about 39 years old"; "" for a day to come. */
void person_text_age(char out[PERSON_AGE_SIZE], struct date birth, struct day today);

/* Whether digits are in a name, which has none, in whatever script. */
bool person_text_has_digit(const char *name);

#endif
