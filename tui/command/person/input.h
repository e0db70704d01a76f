/* SPDX-License-Identifier: Apache-2.0 */

/* What is said of people on standard input: never among the arguments, which every program on the
 * PC can see. */
#ifndef QADAM_COMMAND_PERSON_INPUT_H
#define QADAM_COMMAND_PERSON_INPUT_H

#include "command/arguments.h"
#include "command/person/entry.h"

struct person_entry_list {
    struct person_entry *items;
    size_t count;
    size_t capacity;
};

void person_entry_list_release(struct person_entry_list *list);

/* Whether standard input is a terminal, so that fields have to be asked for. */
bool person_input_is_asked(const struct arguments *arguments);

/* Reads "field: value" lines, a blank line between two people, or with --json-input one JSON
 * object.  At least one person, at most "most" (0: any number).  Returns an exit code, like
 * everything here that can fail, and has said why. */
int person_input_read(struct person_entry_list *out, const struct arguments *arguments,
                      size_t most);

/* One line from a descriptor, without its end, of at most max characters; the caller frees *out.
 * missing is what to say when there is nothing in it. */
int person_input_read_line(char **out, int fd, size_t max, const char *missing);

int person_input_read_json(struct person_entry *out, const char *text, size_t length);

#endif
