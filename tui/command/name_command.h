/* SPDX-License-Identifier: Apache-2.0 */

/* qadam name: what the rows of its table name. */
#ifndef QADAM_COMMAND_NAME_COMMAND_H
#define QADAM_COMMAND_NAME_COMMAND_H

#include "base/error.h"
#include "command/command.h"

#include <stdbool.h>
#include <stdio.h>

extern const struct option name_romanize_options[];
int name_romanize_run(const struct arguments *arguments);
int name_compare_run(const struct arguments *arguments);
/* The standards, a line each. */
void name_romanize_write_help(FILE *stream);

/* Whether a failure is about what the line holds, so that the next line can be better. */
bool name_line_is_at_fault(enum status status);
/* Says on stderr what is wrong with a line, never what it holds. */
void name_line_complain(unsigned long long number, const char *text);

#endif
