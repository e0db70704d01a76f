/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/due_text.h"

#include "language.h"

#include <stdio.h>

enum { CENTURY = 100 };

static const char *const months[] = {
    NC_("short month", "Jan"), NC_("short month", "Feb"), NC_("short month", "Mar"),
    NC_("short month", "Apr"), NC_("short month", "May"), NC_("short month", "Jun"),
    NC_("short month", "Jul"), NC_("short month", "Aug"), NC_("short month", "Sep"),
    NC_("short month", "Oct"), NC_("short month", "Nov"), NC_("short month", "Dec"),
};

void due_text_full(char out[DUE_TEXT_SIZE], struct day day)
{
    const struct civil civil = day_to_civil(day);
    snprintf(out, DUE_TEXT_SIZE, "%02d.%02d.%04d", civil.day, civil.month, civil.year);
}

void due_text_day(char out[DUE_TEXT_SIZE], struct day day, struct day today)
{
    const struct civil civil = day_to_civil(day);
    if (civil.year == day_to_civil(today).year)
        snprintf(out, DUE_TEXT_SIZE, "%02d %s", civil.day,
                 language_text_in("short month", months[civil.month - 1]));
    else
        snprintf(out, DUE_TEXT_SIZE, "%02d.%02d.%02d", civil.day, civil.month,
                 civil.year % CENTURY);
}

void due_text(char out[DUE_TEXT_SIZE], struct day due, struct day today)
{
    const long days = (long)due.number - today.number;
    if (days == 0)
        snprintf(out, DUE_TEXT_SIZE, "%s", _("today"));
    else if (days < 0)
        /* TRANSLATORS: so many days late; together at most 9 columns. */
        snprintf(out, DUE_TEXT_SIZE, _("LATE %ldd"), -days);
    else
        due_text_day(out, due, today);
}
