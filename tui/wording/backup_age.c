/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/backup_age.h"

#include "language.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <string.h>

enum { MOMENT_LENGTH = sizeof("2026-11-23 17:40") - 1 };

long backup_age_days(const char *moment, struct day today)
{
    char text[DAY_TEXT_SIZE];
    struct day day;
    snprintf(text, sizeof(text), "%.10s", moment);
    if (day_parse(&day, text, NULL) != STATUS_OK)
        return 0;
    return (long)(today.number - day.number);
}

void backup_age_write(char *out, size_t size, const char *moment, struct day today)
{
    char shown[LOCAL_TIME_SIZE];
    const long days = backup_age_days(moment, today);
    local_time_shorten(shown, moment);
    if (strlen(moment) < MOMENT_LENGTH || days < 0)
        snprintf(out, size, "%s", shown);
    else if (days == 0)
        /* TRANSLATORS: a time of the day, such as 17:40. */
        snprintf(out, size, _("today at %s"), shown + 11);
    else if (days == 1)
        snprintf(out, size, _("yesterday at %s"), shown + 11);
    else
        /* TRANSLATORS: a number of days, then a date. */
        snprintf(
            out, size,
            language_plural("%ld day ago, on %.10s", "%ld days ago, on %.10s", (unsigned long)days),
            days, shown);
}
