/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/local_time.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum status local_time_day_begins(char out[MOMENT_TEXT_SIZE], struct day day, struct error *error)
{
    struct civil civil = day_to_civil(day);
    struct tm local = { .tm_year = civil.year - 1900,
                        .tm_mon = civil.month - 1,
                        .tm_mday = civil.day,
                        .tm_isdst = -1 };
    /* -1 is also the last second of 1969, but no journal is as old as that. */
    time_t begins = mktime(&local);
    if (begins == (time_t)-1)
        return error_set(error, STATUS_DATE_INVALID, "beyond this PC's clock");
    moment_format((long long)begins * 1000, out);
    return STATUS_OK;
}

enum status local_time_today(struct day *out, struct error *error)
{
    struct tm local;
    time_t now = time(NULL);
    if (localtime_r(&now, &local) == NULL)
        return error_set(error, STATUS_DATE_INVALID, "this PC's clock");
    return day_from_civil(out, local.tm_year + 1900, local.tm_mon + 1, local.tm_mday, error);
}

/* The number that so many digits are; -1 when something else stands there. */
static int digits_value(const char *text, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

void local_time_format(char out[LOCAL_TIME_SIZE], const char *moment)
{
    struct tm local;
    snprintf(out, LOCAL_TIME_SIZE, "%s", moment);
    if (strlen(moment) != MOMENT_TEXT_SIZE - 1)
        return;
    struct tm utc = { .tm_year = digits_value(moment, 4) - 1900,
                      .tm_mon = digits_value(moment + 5, 2) - 1,
                      .tm_mday = digits_value(moment + 8, 2),
                      .tm_hour = digits_value(moment + 11, 2),
                      .tm_min = digits_value(moment + 14, 2),
                      .tm_sec = digits_value(moment + 17, 2) };
    time_t time = timegm(&utc);
    if (localtime_r(&time, &local) != NULL)
        strftime(out, LOCAL_TIME_SIZE, "%Y-%m-%d %H:%M:%S", &local);
}

void local_time_shorten(char out[LOCAL_TIME_SIZE], const char *local)
{
    if (strlen(local) < sizeof("2026-11-23 18:48") - 1)
        snprintf(out, LOCAL_TIME_SIZE, "%s", local);
    else
        snprintf(out, LOCAL_TIME_SIZE, "%.2s.%.2s.%.4s %.5s", local + 8, local + 5, local,
                 local + 11);
}

size_t local_time_read(char out[LOCAL_TIME_SIZE], const char *text)
{
    char part[MOMENT_TEXT_SIZE], local[LOCAL_TIME_SIZE];
    struct day day;
    snprintf(part, sizeof(part), "%s", text);
    if (moment_is_valid(part)) {
        local_time_format(local, part);
        local_time_shorten(out, local);
        return MOMENT_TEXT_SIZE - 1;
    }
    const size_t length = DAY_TEXT_SIZE - 1;
    if (strlen(part) < length || digits_value(part + length, 1) >= 0)
        return 0;
    part[length] = '\0';
    if (day_parse(&day, part, NULL) != STATUS_OK)
        return 0;
    snprintf(out, LOCAL_TIME_SIZE, "%.2s.%.2s.%.4s", part + 8, part + 5, part);
    return length;
}
