/* SPDX-License-Identifier: Apache-2.0 */

/* One JSON text on standard input. */
#ifndef QADAM_COMMAND_JSON_INPUT_H
#define QADAM_COMMAND_JSON_INPUT_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

enum { JSON_INPUT_MAX = 262144 }; /* bytes */

/* All of standard input; wiped and freed by json_input_free(). */
MUST_CHECK enum status json_input_read(char **out, size_t *length, struct error *error);
void json_input_free(char *bytes);

/* Whether a text in it holds a NUL: SQLite would end the value there and lose what is behind it. */
bool json_input_holds_zero(const char *text, size_t length);

#endif
