/* SPDX-License-Identifier: Apache-2.0 */

/* Between the moments that the file holds (UTC) and the clock on the office's wall. */
#ifndef QADAM_WORDING_LOCAL_TIME_H
#define QADAM_WORDING_LOCAL_TIME_H

#include "base/day.h"
#include "store/moment.h"

enum { LOCAL_TIME_SIZE = sizeof("2026-11-23 18:48:07") };

/* The moment, as the file writes it, at which that day begins here. */
MUST_CHECK enum status local_time_day_begins(char out[MOMENT_TEXT_SIZE], struct day day,
                                             struct error *error);

/* The day on the office's wall. */
MUST_CHECK enum status local_time_today(struct day *out, struct error *error);

/* A moment of the file as this office's clock shows it; an unreadable one is shown as it is. */
void local_time_format(char out[LOCAL_TIME_SIZE], const char *moment);

/* "23.11.2026 18:48" for "2026-11-23 18:48:07", as screens show it; anything else as it is. */
void local_time_shorten(char out[LOCAL_TIME_SIZE], const char *local);

/* When a text begins with a day or a moment as the file writes them: "23.11.2026" or
 * "23.11.2026 18:48" for it, and how many bytes it has; else 0. */
size_t local_time_read(char out[LOCAL_TIME_SIZE], const char *text);

#endif
