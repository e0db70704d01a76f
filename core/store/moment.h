/* SPDX-License-Identifier: Apache-2.0 */

/* A moment: milliseconds since 1970-01-01 UTC, and how the tables write it
 * ("2026-11-23T18:48:07.123Z"), so that text order is time order. */
#ifndef QADAM_STORE_MOMENT_H
#define QADAM_STORE_MOMENT_H

#include <stdbool.h>

enum { MOMENT_TEXT_SIZE = 25 };

/* What the clock of this PC says. */
long long moment_now(void);

/* Writes a moment as text.  Moments outside the years 1970 to 9999 become the nearest one
 * inside. */
void moment_format(long long moment, char out[MOMENT_TEXT_SIZE]);

/* Whether a text is written so. */
bool moment_is_valid(const char *text);

#endif
