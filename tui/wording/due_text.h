/* SPDX-License-Identifier: Apache-2.0 */

/* Days as they stand in the columns of lists: short, and saying in a word what is late. */
#ifndef QADAM_WORDING_DUE_TEXT_H
#define QADAM_WORDING_DUE_TEXT_H

#include "base/day.h"

/* As wide as a column for them is in English. */
enum { DUE_TEXT_SIZE = 48, DUE_TEXT_COLUMNS = 9 };

/* "LATE 3d", "today", "27 Nov". */
void due_text(char out[DUE_TEXT_SIZE], struct day due, struct day today);

/* "27 Nov"; of another year "27.11.25". */
void due_text_day(char out[DUE_TEXT_SIZE], struct day day, struct day today);

/* The day in full, "27.11.2026". */
void due_text_full(char out[DUE_TEXT_SIZE], struct day day);

#endif
