/* SPDX-License-Identifier: Apache-2.0 */
#include "base/calendar.h"

enum { WEEKDAYS_ALL = (1 << WEEKDAY_COUNT) - 1 };

static bool is_weekend(const struct calendar *calendar, struct day day)
{
    return (calendar->weekend >> day_weekday(day) & 1U) != 0;
}

/* The index of the first day that is not before the number. */
static size_t find_first(const struct day *days, size_t count, int32_t number)
{
    size_t low = 0;
    while (count > 0) {
        size_t half = count / 2;
        if (days[low + half].number < number) {
            low += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return low;
}

static bool has_day(const struct day *days, size_t count, struct day day)
{
    size_t index = find_first(days, count, day.number);
    return index < count && days[index].number == day.number;
}

static bool is_rising(const struct day *days, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (day_compare(days[i - 1], days[i]) >= 0)
            return false;
    }
    return true;
}

enum status calendar_check(const struct calendar *calendar, struct error *error)
{
    if (calendar->weekend > WEEKDAYS_ALL)
        return error_set(error, STATUS_INVALID, "a weekend of unknown weekdays");
    if (!is_rising(calendar->days_off, calendar->days_off_count))
        return error_set(error, STATUS_INVALID, "days off are repeated or out of order");
    if (!is_rising(calendar->working_days, calendar->working_days_count))
        return error_set(error, STATUS_INVALID, "working days are repeated or out of order");
    for (size_t i = 0; i < calendar->working_days_count; i++) {
        if (has_day(calendar->days_off, calendar->days_off_count, calendar->working_days[i]))
            return error_set(error, STATUS_INVALID, "a day is both off and working");
    }
    return STATUS_OK;
}

bool calendar_is_working(const struct calendar *calendar, struct day day)
{
    if (has_day(calendar->working_days, calendar->working_days_count, day))
        return true;
    return !is_weekend(calendar, day) &&
           !has_day(calendar->days_off, calendar->days_off_count, day);
}

/* Those of the days from first to last that fall on a weekend, or else those that do not. */
static int32_t count_exceptions(const struct calendar *calendar, const struct day *days,
                                size_t count, int32_t first, int32_t last, bool on_weekend)
{
    int32_t found = 0;
    for (size_t i = find_first(days, count, first); i < count && days[i].number <= last; i++)
        found += is_weekend(calendar, days[i]) == on_weekend;
    return found;
}

/* The working days from first to last, both included. */
static int32_t count_working(const struct calendar *calendar, int32_t first, int32_t last)
{
    if (first > last)
        return 0;
    int32_t weeks = (last - first + 1) / WEEKDAY_COUNT;
    int32_t count = 0;
    for (unsigned weekday = 0; weekday < WEEKDAY_COUNT; weekday++)
        count += (calendar->weekend >> weekday & 1U) == 0 ? weeks : 0;
    for (int32_t rest = first + weeks * WEEKDAY_COUNT; rest <= last; rest++)
        count += !is_weekend(calendar, (struct day){ rest });
    count -= count_exceptions(calendar, calendar->days_off, calendar->days_off_count, first, last,
                              false);
    count += count_exceptions(calendar, calendar->working_days, calendar->working_days_count, first,
                              last, true);
    return count;
}

/* The working days among the next "span" days, or the "span" days before. */
static int32_t count_span(const struct calendar *calendar, struct day day, bool is_forward,
                          int32_t span)
{
    return is_forward ? count_working(calendar, day.number + 1, day.number + span)
                      : count_working(calendar, day.number - span, day.number - 1);
}

static enum status refuse_range(struct error *error)
{
    return error_set(error, STATUS_DATE_INVALID, "no such working day in the years %d to %d",
                     DAY_YEAR_FIRST, DAY_YEAR_LAST);
}

enum status calendar_add_working_days(struct day *out, const struct calendar *calendar,
                                      struct day day, int count, struct error *error)
{
    if (count == 0)
        return day_add_days(out, day, 0, error);
    if (calendar->weekend == WEEKDAYS_ALL && calendar->working_days_count == 0)
        return error_set(error, STATUS_INVALID, "a calendar without a working day");

    bool is_forward = count > 0;
    int64_t wanted = is_forward ? count : -(int64_t)count;
    int32_t limit = is_forward ? DAY_NUMBER_LAST - day.number : day.number - DAY_NUMBER_FIRST;
    if (wanted > limit)
        return refuse_range(error);

    /* The shortest span with that many working days ends on one.  Doubling the span first looks
     * only at the exceptions nearby; then the doubt is halved. */
    int32_t low = 0;
    int32_t high = (int32_t)wanted;
    while (count_span(calendar, day, is_forward, high) < wanted) {
        if (high == limit)
            return refuse_range(error);
        low = high;
        high = high > limit / 2 ? limit : high * 2;
    }
    while (low + 1 < high) {
        int32_t middle = low + (high - low) / 2;
        if (count_span(calendar, day, is_forward, middle) < wanted)
            low = middle;
        else
            high = middle;
    }
    out->number = is_forward ? day.number + high : day.number - high;
    return STATUS_OK;
}

int calendar_count_working_days(const struct calendar *calendar, struct day after, struct day until)
{
    if (day_compare(after, until) <= 0)
        return count_working(calendar, after.number + 1, until.number);
    return -count_working(calendar, until.number, after.number - 1);
}

enum status calendar_next_working_day(struct day *out, const struct calendar *calendar,
                                      struct day day, struct error *error)
{
    if (calendar_is_working(calendar, day)) {
        *out = day;
        return STATUS_OK;
    }
    return calendar_add_working_days(out, calendar, day, 1, error);
}
