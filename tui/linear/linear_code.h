/* SPDX-License-Identifier: Apache-2.0 */

/* Countries and languages, which are kept as codes: chosen by number, by name or by the code. */
#ifndef QADAM_LINEAR_LINEAR_CODE_H
#define QADAM_LINEAR_LINEAR_CODE_H

#include <stddef.h>

enum linear_codes { LINEAR_CODES_NONE, LINEAR_CODES_COUNTRY, LINEAR_CODES_LANGUAGE };

/* Those that have a name; NULL behind the last. */
const char *linear_code_at(enum linear_codes codes, size_t index);
const char *linear_code_name(enum linear_codes codes, const char *code);

/* The code for a number, or for a name or its first letters; what was typed when it is neither. */
const char *linear_code_find(enum linear_codes codes, const char *typed);

#endif
