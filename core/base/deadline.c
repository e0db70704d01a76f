/* SPDX-License-Identifier: Apache-2.0 */
#include "base/deadline.h"

#include <stdint.h>

/* The days from the first up to and with the last. */
struct stretch {
    int32_t first;
    int32_t last;
};

struct term {
    const struct calendar *calendar; /* NULL: every day counts */
    const struct clock_stop *stops;
    size_t stop_count;
    int32_t today;
};

static struct stretch stretch_of(const struct term *term, const struct clock_stop *stop)
{
    const int32_t until = stop->has_until ? stop->until.number : term->today;
    return (struct stretch){ stop->from.number, until - 1 };
}

/* The stop that begins first among those that reach beyond a day.  They are few, so nothing is
 * sorted or merged: asking again from the end of one finds what overlaps or touches it. */
static bool find_stop(struct stretch *out, const struct term *term, int32_t after)
{
    bool is_found = false;
    for (size_t i = 0; i < term->stop_count; i++) {
        const struct stretch stretch = stretch_of(term, &term->stops[i]);
        if (stretch.last < stretch.first || stretch.last <= after)
            continue;
        if (!is_found || stretch.first < out->first)
            *out = stretch;
        is_found = true;
    }
    return is_found;
}

static int32_t count_days(const struct term *term, int32_t after, int32_t until)
{
    if (until <= after)
        return 0;
    if (term->calendar == NULL)
        return until - after;
    return calendar_count_working_days(term->calendar, (struct day){ after },
                                       (struct day){ until });
}

/* The count-th day that counts after an event. */
static enum status run_down(struct day *out, const struct term *term, struct day event, int count,
                            struct error *error)
{
    struct day at = event;
    struct stretch stop;
    while (find_stop(&stop, term, at.number)) {
        const int32_t before = count_days(term, at.number, stop.first - 1);
        if (before >= count)
            break;
        count -= before;
        at.number = stop.last;
    }
    if (term->calendar == NULL)
        return day_add_days(out, at, count, error);
    return calendar_add_working_days(out, term->calendar, at, count, error);
}

static enum status move_to_working(struct day *day, const struct term *term,
                                   const struct calendar *calendar, struct error *error)
{
    struct stretch stop;
    enum status status = calendar_next_working_day(day, calendar, *day, error);
    while (status == STATUS_OK && find_stop(&stop, term, day->number - 1) &&
           stop.first <= day->number) {
        status = day_from_number(day, (int64_t)stop.last + 1, error);
        if (status == STATUS_OK)
            status = calendar_next_working_day(day, calendar, *day, error);
    }
    return status;
}

/* Months become the days that they have. */
static enum status measure(int *out, const struct deadline *deadline, struct day event,
                           struct error *error)
{
    struct day end;
    *out = deadline->count;
    if (deadline->unit != DEADLINE_MONTH)
        return STATUS_OK;
    const enum status status = day_add_months(&end, event, deadline->count, error);
    if (status == STATUS_OK)
        *out = end.number - event.number;
    return status;
}

enum status deadline_due(struct day *out, const struct deadline *deadline, struct day event,
                         const struct calendar *calendar, const struct clock_stop *stops,
                         size_t count, struct day today, struct error *error)
{
    const struct term term = {
        .calendar = deadline->unit == DEADLINE_WORKING ? calendar : NULL,
        .stops = stops,
        .stop_count = count,
        .today = today.number,
    };
    int length = 0;
    struct day day = event;
    if (deadline->count < 0)
        return error_set(error, STATUS_INVALID, "a term of %d", deadline->count);
    enum status status = measure(&length, deadline, event, error);
    if (status == STATUS_OK && length > 0)
        status = run_down(&day, &term, event, length, error);
    if (status == STATUS_OK && !deadline->is_exact)
        status = move_to_working(&day, &term, calendar, error);
    if (status == STATUS_OK)
        *out = day;
    return status;
}
