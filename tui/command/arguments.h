/* SPDX-License-Identifier: Apache-2.0 */

/* What stands behind `qadam NOUN VERB`: options and arguments in any order, "--name value" or
 * "--name=value", and after "--" arguments only. */
#ifndef QADAM_COMMAND_ARGUMENTS_H
#define QADAM_COMMAND_ARGUMENTS_H

#include "command/command.h"

enum {
    ARGUMENTS_MAX_OPTIONS = 16,
    ARGUMENTS_MAX_POSITIONAL = 64,
};

/* What can be wrong with them. */
enum usage {
    USAGE_OK,
    USAGE_UNKNOWN_OPTION,
    USAGE_VALUE_MISSING,
    USAGE_VALUE_SURPLUS,
    USAGE_NOT_A_NUMBER,
    USAGE_OUT_OF_RANGE,
    USAGE_NOT_A_CHOICE,
    USAGE_GIVEN_TWICE,
    USAGE_OPTION_MISSING,
    USAGE_ARGUMENT_MISSING,
    USAGE_ARGUMENT_SURPLUS,
    USAGE_EMPTY,
    USAGE_COUNT
};

struct arguments {
    const struct command *command;
    const char *values[ARGUMENTS_MAX_OPTIONS]; /* as typed; "" for a flag; NULL: not given */
    const char *positional[ARGUMENTS_MAX_POSITIONAL];
    size_t positional_count;
    bool wants_help;
    const char *culprit; /* the option that is wrong, for the sentence; never a value */
    size_t culprit_length;
};

/* Nothing is copied: the texts stay those of argv. */
enum usage arguments_parse(struct arguments *out, const struct command *command, int argc,
                           char *const *argv);

/* What the parser found wrong, in the user's language; with "%s" for the culprit. */
const char *usage_text(enum usage usage);

/* The sentence and where the help is, on stderr.  Returns the exit code. */
int arguments_complain(const struct arguments *arguments, enum usage usage);

/* The same for what only the command itself can know; text is translated already. */
int arguments_refuse(const struct arguments *arguments, const char *text);

/* NULL when it was not given. */
const char *arguments_positional(const struct arguments *arguments, size_t index);
const char *arguments_text(const struct arguments *arguments, const char *option);
/* Whether the command has such an option at all; asking the others for one it lacks is a mistake
 * in the program. */
bool arguments_knows(const struct arguments *arguments, const char *option);
bool arguments_has(const struct arguments *arguments, const char *option);
/* fallback when it was not given. */
long arguments_number(const struct arguments *arguments, const char *option, long fallback);

#endif
