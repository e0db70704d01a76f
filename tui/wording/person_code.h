/* SPDX-License-Identifier: Apache-2.0 */

/* The codes that some fields of a person hold - group, legal status, marital status, education -
 * with their words for the user.  A group is always a code: deadlines and statistics go by it.
 * The others may also be told in words of one's own. */
#ifndef QADAM_WORDING_PERSON_CODE_H
#define QADAM_WORDING_PERSON_CODE_H

#include "wording/person_field.h"

#include <stdbool.h>
#include <stdio.h>

/* The codes of a field, in the order in which they are offered; NULL after the last. */
const char *person_code_at(enum person_field field, size_t index);

/* The word for a code; the code itself when there is none. */
const char *person_code_label(enum person_field field, const char *code);

/* The code that was meant by a code or its word in the user's language, in any case; NULL: none.
 * For a field without codes too. */
const char *person_code_find(enum person_field field, const char *text);

/* For --help: every field with its codes. */
void person_code_write_help(FILE *stream);

#endif
