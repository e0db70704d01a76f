/* SPDX-License-Identifier: Apache-2.0 */

/* Countries by name: those that people of the region come from or go to are translated, the others
 * are known by their codes. */
#ifndef QADAM_WORDING_COUNTRY_NAME_H
#define QADAM_WORDING_COUNTRY_NAME_H

#include <stddef.h>

/* All of them for a list: first those with a name, the nearest first, then the other codes.  NULL
 * after the last. */
const char *country_name_code_at(size_t index);

/* In the user's language; the code itself when it has no name here. */
const char *country_name(const char *code);

/* "KGZ  Kyrgyzstan"; the code alone when it has no name here. */
enum { COUNTRY_NAME_SIZE = 120 };
void country_name_write(char out[COUNTRY_NAME_SIZE], const char *code);

#endif
