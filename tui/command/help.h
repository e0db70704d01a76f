/* SPDX-License-Identifier: Apache-2.0 */

/* Help, made from the tables of commands. */
#ifndef QADAM_COMMAND_HELP_H
#define QADAM_COMMAND_HELP_H

#include "command/command.h"

#include <stdio.h>

/* These return the exit code "done". */
int help_write_all(FILE *stream);
int help_write_version(FILE *stream);
int help_write_command(FILE *stream, const struct command *command);

/* The commands that begin with these words. */
int help_write_noun(FILE *stream, int argc, char *const *argv);

#endif
