/* SPDX-License-Identifier: Apache-2.0 */

/* The commands: `qadam NOUN VERB ...`.  Each is one row of a table; parsing, help and the list
 * of commands are all made from these rows, so that help cannot be wrong. */
#ifndef QADAM_COMMAND_COMMAND_H
#define QADAM_COMMAND_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct arguments;

enum option_kind {
    OPTION_FLAG,   /* takes no value */
    OPTION_TEXT,   /* any text */
    OPTION_NUMBER, /* a whole number from least to most */
    OPTION_CHOICE, /* one of the words that "argument" lists with | between them */
};

struct option {
    const char *name;     /* without the two dashes */
    const char *argument; /* what the value is called in the help; NULL for a flag */
    const char *help;     /* to be translated */
    enum option_kind kind;
    long least;
    long most;
    bool is_required;
};

enum { COMMAND_OPTION_TABLES = 4 };

struct command {
    const char *noun;
    const char *verb;      /* one word or two; NULL when the noun says it all */
    const char *summary;   /* one line, to be translated */
    const char *arguments; /* such as "FILE [NAME]", to be translated word for word */
    const char *details;   /* a paragraph for its own help, to be translated; may be NULL */
    /* Each ends with a row without a name. */
    const struct option *options[COMMAND_OPTION_TABLES];
    /* Returns an enum exit_code. */
    int (*run)(const struct arguments *arguments);
    /* What its own help lists at the end, from a table of its own; may be NULL. */
    void (*write_more_help)(FILE *stream);
};

/* Runs the program: finds the command, parses, runs, and sees to it that what was printed has
 * arrived.  Returns the exit code. */
int command_main(int argc, char **argv);

/* The commands in the order of the help, counted from 0; NULL after the last. */
const struct command *command_at(size_t index);

/* The options of a command in the order of its help, --help last; NULL after the last. */
const struct option *command_option_at(const struct command *command, size_t index);

/* Whether the command's words begin with all of these: "vault users" is how "vault users add"
 * begins. */
bool command_begins_with(const struct command *command, int argc, char *const *argv);

/* How many arguments the text "FILE [NAME]" asks for and allows; "FILE..." allows as many as there
 * can be. */
size_t command_count_arguments(const struct command *command, bool counts_optional);

#endif
