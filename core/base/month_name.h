/* SPDX-License-Identifier: Apache-2.0 */

/* The words that stand in dates of the region's languages. */
#ifndef QADAM_BASE_MONTH_NAME_H
#define QADAM_BASE_MONTH_NAME_H

#include <stdbool.h>
#include <stddef.h>

/* 1 to 12 for the name of a month, whole or shortened; 0 for any other word.  word is as
 * text_fold() leaves it and need not end with a zero. */
int month_name_find(const char *word, size_t length);

/* Whether it only says that a number is a year: "г", "жылы", "yil". */
bool month_name_is_year_word(const char *word, size_t length);

#endif
