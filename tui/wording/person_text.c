/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/person_text.h"

#include "base/ascii.h"
#include "language.h"
#include "person/person.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <string.h>

void person_text_date(char out[PERSON_DATE_SIZE], struct date date)
{
    const struct civil civil = day_to_civil(date.day);
    /* As wide as they can be, so that compilers see that it fits. */
    const unsigned year = (unsigned)civil.year % 10000U, month = (unsigned)civil.month % 100U;
    const unsigned day = (unsigned)civil.day % 100U;
    if (date.precision == DATE_PRECISION_DAY)
        snprintf(out, PERSON_DATE_SIZE, "%02u.%02u.%04u", day, month, year);
    else if (date.precision == DATE_PRECISION_MONTH)
        snprintf(out, PERSON_DATE_SIZE, "%02u.%04u", month, year);
    else
        snprintf(out, PERSON_DATE_SIZE, "%s%04u",
                 date.precision == DATE_PRECISION_ESTIMATED ? "~" : "", year);
}

void person_text_day(char out[PERSON_DATE_SIZE], struct day day)
{
    person_text_date(out, (struct date){ day, DATE_PRECISION_DAY });
}

void person_text_moment(char out[PERSON_MOMENT_SIZE], const char *moment)
{
    char time[LOCAL_TIME_SIZE], iso[DAY_TEXT_SIZE], text[PERSON_DATE_SIZE];
    struct day day;
    local_time_format(time, moment);
    snprintf(iso, sizeof(iso), "%.10s", time);
    if (day_parse(&day, iso, NULL) != STATUS_OK || strlen(time) < sizeof("2026-11-23 18:48") - 1) {
        snprintf(out, PERSON_MOMENT_SIZE, "%s", time);
        return;
    }
    person_text_day(text, day);
    snprintf(out, PERSON_MOMENT_SIZE, "%.10s %.5s", text, time + DAY_TEXT_SIZE);
}

void person_text_age(char out[PERSON_AGE_SIZE], struct date birth, struct day today)
{
    const struct person person = { .birth = birth, .has_birth = true };
    const int age = person_age(&person, today);
    out[0] = '\0';
    if (age >= 0 && birth.precision == DATE_PRECISION_DAY)
        snprintf(out, PERSON_AGE_SIZE, _("age %d"), age);
    else if (age >= 0)
        snprintf(out, PERSON_AGE_SIZE,
                 language_plural("about %d year old", "about %d years old", (unsigned long)age),
                 age);
}

/* Those of ASCII, and the Arabic ones: U+0660 to 0669 and U+06F0 to 06F9. */
bool person_text_has_digit(const char *name)
{
    for (const unsigned char *at = (const unsigned char *)name; *at != '\0'; at++)
        if (ascii_is_digit((char)*at) || (at[0] == 0xD9 && at[1] >= 0xA0 && at[1] <= 0xA9) ||
            (at[0] == 0xDB && at[1] >= 0xB0 && at[1] <= 0xB9))
            return true;
    return false;
}
