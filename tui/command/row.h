/* SPDX-License-Identifier: Apache-2.0 */

/* One record on one line of stdout, its facts with tabs between them: for scripts that do not read
 * JSON.  What would break the line or steer a terminal is left out of a fact. */
#ifndef QADAM_COMMAND_ROW_H
#define QADAM_COMMAND_ROW_H

#include "base/day.h"

#include <stdbool.h>

/* Begins with the first fact, adds another one ("" for NULL), ends the line. */
void row_begin(const char *text);
void row_add(const char *text);
void row_add_number(long long number);
void row_end(void);

/* The day as text in the caller's buffer, NULL when there is none: for rows and for JSON. */
const char *row_day(char out[DAY_TEXT_SIZE], bool has_day, struct day day);

/* NULL for "": for codes that stand in fixed buffers. */
const char *row_code(const char *code);

#endif
