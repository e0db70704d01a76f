/* SPDX-License-Identifier: Apache-2.0 */
#include "store/moment.h"

#include <stdio.h>
#include <time.h>

static const long long LAST_MOMENT = 253402300799999; /* 9999-12-31T23:59:59.999Z */

long long moment_now(void)
{
    struct timespec now = { 0 };
    clock_gettime(CLOCK_REALTIME, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void moment_format(long long moment, char out[MOMENT_TEXT_SIZE])
{
    if (moment < 0)
        moment = 0;
    if (moment > LAST_MOMENT)
        moment = LAST_MOMENT;

    const time_t seconds = (time_t)(moment / 1000);
    struct tm parts = { 0 };
    gmtime_r(&seconds, &parts);
    char day_and_time[sizeof("9999-12-31T23:59:59")];
    strftime(day_and_time, sizeof(day_and_time), "%Y-%m-%dT%H:%M:%S", &parts);
    snprintf(out, MOMENT_TEXT_SIZE, "%s.%03dZ", day_and_time, (int)(moment % 1000));
}

bool moment_is_valid(const char *text)
{
    static const char shape[MOMENT_TEXT_SIZE] = "0000-00-00T00:00:00.000Z";
    size_t i = 0;
    while (shape[i] != '\0' &&
           (shape[i] == '0' ? text[i] >= '0' && text[i] <= '9' : text[i] == shape[i]))
        i++;
    return shape[i] == '\0' && text[i] == '\0';
}
