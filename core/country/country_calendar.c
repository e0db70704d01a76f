/* SPDX-License-Identifier: Apache-2.0 */
#include "country/country_calendar.h"

#include "base/array.h"
#include "country/country_private.h"

#include <stdlib.h>
#include <string.h>

const char *const country_weekdays[] = {
    [WEEKDAY_MONDAY] = "monday",       [WEEKDAY_TUESDAY] = "tuesday",
    [WEEKDAY_WEDNESDAY] = "wednesday", [WEEKDAY_THURSDAY] = "thursday",
    [WEEKDAY_FRIDAY] = "friday",       [WEEKDAY_SATURDAY] = "saturday",
    [WEEKDAY_SUNDAY] = "sunday",       [WEEKDAY_COUNT] = NULL,
};

unsigned country_weekday_bit(const char *word)
{
    for (unsigned i = 0; i < WEEKDAY_COUNT; i++)
        if (strcmp(country_weekdays[i], word) == 0)
            return 1U << i;
    return 0;
}

unsigned country_weekend_bits(const struct country_days *days)
{
    unsigned bits = 0;
    for (size_t i = 0; i < days->weekend_count; i++)
        bits |= country_weekday_bit(days->weekend[i]);
    return bits;
}

struct day_list {
    struct day *items;
    size_t count;
    size_t capacity;
};

static enum status add_day(struct day_list *list, struct day day, struct error *error)
{
    const enum status status =
        array_reserve(&list->items, &list->capacity, sizeof(*list->items), list->count + 1, error);
    if (status == STATUS_OK)
        list->items[list->count++] = day;
    return status;
}

static int compare(const void *left, const void *right)
{
    return day_compare(*(const struct day *)left, *(const struct day *)right);
}

static void sort(struct day_list *list)
{
    size_t kept = 0;
    if (list->count == 0)
        return;
    qsort(list->items, list->count, sizeof(*list->items), compare);
    for (size_t i = 1; i < list->count; i++)
        if (day_compare(list->items[kept], list->items[i]) != 0)
            list->items[++kept] = list->items[i];
    list->count = kept + 1;
}

/* Takes out what is in the other list. */
static void subtract(struct day_list *list, const struct day_list *other)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++)
        if (other->count == 0 || bsearch(&list->items[i], other->items, other->count,
                                         sizeof(*other->items), compare) == NULL)
            list->items[kept++] = list->items[i];
    list->count = kept;
}

/* 29 February is a holiday only in the years that have one. */
static enum status add_holidays(struct day_list *off, const struct country_days *days, int year,
                                struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < days->holiday_count; i++) {
        const struct country_holiday *holiday = &days->holidays[i];
        struct day day;
        if (holiday->day > day_month_length(year, holiday->month))
            continue;
        status = day_from_civil(&day, year, holiday->month, holiday->day, error);
        if (status == STATUS_OK)
            status = add_day(off, day, error);
    }
    return status;
}

static enum status add_days(struct day_list *off, struct day_list *worked,
                            const struct country_days *days, int first_year, int last_year,
                            struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < days->day_count; i++) {
        const struct day day = days->days[i].date.day;
        const int year = day_to_civil(day).year;
        if (year >= first_year && year <= last_year)
            status = add_day(days->days[i].is_off ? off : worked, day, error);
    }
    return status;
}

enum status country_calendar_make(struct country_calendar *out, const struct country_pack *pack,
                                  int first_year, int last_year, struct error *error)
{
    struct day_list off = { .items = NULL };
    struct day_list worked = { .items = NULL };
    enum status status = add_days(&off, &worked, pack->calendar, first_year, last_year, error);
    *out = (struct country_calendar){ .days_off = NULL };
    for (int year = first_year; status == STATUS_OK && year <= last_year; year++)
        status = add_holidays(&off, pack->calendar, year, error);
    if (status != STATUS_OK) {
        free(off.items);
        free(worked.items);
        return status;
    }
    sort(&off);
    sort(&worked);
    subtract(&off, &worked);
    *out = (struct country_calendar){
        .calendar = { country_weekend_bits(pack->calendar), off.items, off.count, worked.items,
                      worked.count },
        .days_off = off.items,
        .working_days = worked.items,
    };
    return STATUS_OK;
}

void country_calendar_release(struct country_calendar *calendar)
{
    free(calendar->days_off);
    free(calendar->working_days);
    *calendar = (struct country_calendar){ .days_off = NULL };
}

static const char *feast_title(const struct country_days *days, const char *id)
{
    for (size_t i = 0; id != NULL && i < days->moving_count; i++)
        if (strcmp(days->moving[i].id, id) == 0)
            return days->moving[i].title;
    return NULL;
}

bool country_calendar_find(struct country_special_day *out, const struct country_pack *pack,
                           struct day day)
{
    const struct country_days *days = pack->calendar;
    const struct civil civil = day_to_civil(day);
    for (size_t i = 0; i < days->day_count; i++) {
        const struct country_day *one = &days->days[i];
        if (day_compare(one->date.day, day) != 0)
            continue;
        out->title = one->title != NULL ? one->title : feast_title(days, one->feast);
        out->is_off = one->is_off;
        out->row = &one->row;
        return true;
    }
    for (size_t i = 0; i < days->holiday_count; i++)
        if (days->holidays[i].month == civil.month && days->holidays[i].day == civil.day) {
            *out = (struct country_special_day){ days->holidays[i].title, true,
                                                 &days->holidays[i].row };
            return true;
        }
    return false;
}

const struct country_feast *country_calendar_missing_feast(const struct country_pack *pack,
                                                           int year)
{
    const struct country_days *days = pack->calendar;
    for (size_t i = 0; i < days->moving_count; i++) {
        bool is_there = false;
        for (size_t j = 0; j < days->day_count && !is_there; j++)
            is_there = days->days[j].feast != NULL && days->days[j].is_off &&
                       strcmp(days->days[j].feast, days->moving[i].id) == 0 &&
                       day_to_civil(days->days[j].date.day).year == year;
        if (!is_there)
            return &days->moving[i];
    }
    return NULL;
}
