/* SPDX-License-Identifier: Apache-2.0 */

/* qadam name: what the rows of its table name. */
#ifndef QADAM_COMMAND_NAME_COMMAND_H
#define QADAM_COMMAND_NAME_COMMAND_H

#include "command/command.h"

extern const struct option name_romanize_options[];
int name_romanize_run(const struct arguments *arguments);
/* The standards, a line each. */
void name_romanize_write_help(FILE *stream);

#endif
