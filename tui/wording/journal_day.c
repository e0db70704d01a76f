/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/journal_day.h"

#include "language.h"
#include "wording/local_time.h"

#include <stdlib.h>
#include <string.h>

enum { NIGHT_BEGINS = 22, NIGHT_ENDS = 6, HOUR_AT = 11 };

/* After every moment that can be written. */
static const char END[] = "A";

enum status journal_day_before(struct journal_day *out, struct store *store, const char *moment,
                               const char *actor, struct error *error)
{
    char last[MOMENT_TEXT_SIZE], local[LOCAL_TIME_SIZE];
    const char *until = moment == NULL ? END : moment;
    enum status status = journal_moment_before(store, until, actor, last, error);
    if (status == STATUS_OK && last[0] == '\0')
        return error_set(error, STATUS_NOT_FOUND, "no earlier entry");
    if (status != STATUS_OK)
        return status;
    local_time_format(local, last);
    local[DAY_TEXT_SIZE - 1] = '\0';
    status = day_parse(&out->day, local, error);
    if (status == STATUS_OK)
        status = local_time_day_begins(out->since, out->day, error);
    if (status == STATUS_OK)
        status = journal_count(store, out->since, until, actor, &out->counts, error);
    return status;
}

const char *journal_day_weekend(struct day day)
{
    const enum weekday weekday = day_weekday(day);
    return weekday == WEEKDAY_SATURDAY ? _("Saturday")
           : weekday == WEEKDAY_SUNDAY ? _("Sunday")
                                       : "";
}

const char *journal_day_night(const char *local)
{
    if (strlen(local) <= HOUR_AT)
        return "";
    const long hour = strtol(local + HOUR_AT, NULL, 10);
    return hour >= NIGHT_BEGINS || hour < NIGHT_ENDS ? _("at night") : "";
}
