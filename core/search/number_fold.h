/* SPDX-License-Identifier: Apache-2.0 */

/* Numbers of papers as they are compared: capital Latin letters and digits, nothing else. */
#ifndef QADAM_SEARCH_NUMBER_FOLD_H
#define QADAM_SEARCH_NUMBER_FOLD_H

#include <stddef.h>

enum { NUMBER_FOLD_SIZE = 61 };

/* "ah 123-45" becomes "AH12345", and so does one typed with Cyrillic letters that look like Latin
 * ones ("АН 12345").  Cyrillic letters without a look-alike are written by their place in the
 * alphabet's ICAO form ("I-ЖШ" becomes "IZHSH").  Anything else is left out, and so is what does
 * not fit. */
void number_fold(char out[NUMBER_FOLD_SIZE], const char *number);

/* The digits alone: for telephones. */
void number_digits(char out[NUMBER_FOLD_SIZE], const char *text);

#endif
