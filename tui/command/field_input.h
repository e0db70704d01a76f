/* SPDX-License-Identifier: Apache-2.0 */

/* "field: value" lines on standard input: what is said of people never stands among the arguments,
 * which every program on the PC can see.  What is wrong is told by line and field, never by value:
 * what a script prints ends up in logs. */
#ifndef QADAM_COMMAND_FIELD_INPUT_H
#define QADAM_COMMAND_FIELD_INPUT_H

#include "base/error.h"
#include "command/arguments.h"

#include <stdbool.h>
#include <stddef.h>

struct field_place {
    unsigned long long line; /* 0: not a line of a file */
    const char *field;       /* NULL: none */
};

/* "qadam: line 2, sex: text" on stderr; text is translated.  Returns EXIT_CODE_USAGE. */
int field_say(const struct field_place *place, const char *text);

/* The same with the sentence of a failure.  Returns its exit code. */
int field_say_error(const struct field_place *place, const struct error *error);

/* Standard input holds the fields, so the passphrase cannot come from there.  Returns an exit code
 * and has said why. */
int field_input_check(const struct arguments *arguments);

/* One line; the bytes are borrowed and not ended by NUL. */
struct field_line {
    unsigned long long number;
    bool is_blank;    /* nothing but white space, no field */
    const char *name; /* without the white space around it */
    size_t name_length;
    const char *value; /* all that stands behind the colon */
    size_t value_length;
};

/* Hands every line to take() until there are no more or it returns something else than done.
 * Returns an exit code; after a failure it has said why. */
int field_input_read(int fd, int (*take)(void *self, const struct field_line *line), void *self);

#endif
