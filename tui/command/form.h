/* SPDX-License-Identifier: Apache-2.0 */

/* The fields of one record, from a table: read as lines from standard input or, on a terminal,
 * asked for one after the other; the help lists them from the same table.
 *
 *     struct form form = { .fields = fields, .today = today };
 *     code = form_read(&form, arguments);      before the passphrase is asked for
 *     ... the file is opened ...
 *     if (code == EXIT_CODE_DONE)
 *         code = form_ask(&form, NULL);
 *     ... form.values[FIELD_REASON].text ...
 *     form_release(&form);
 */
#ifndef QADAM_COMMAND_FORM_H
#define QADAM_COMMAND_FORM_H

#include "base/day.h"
#include "command/arguments.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { FORM_FIELDS_MAX = 16 };

struct form_field {
    const char *name;  /* "valid_until"; NULL ends the table */
    const char *label; /* to be translated */
    const char *hint;  /* how it is written, to be translated; NULL when that is plain */
    size_t max;        /* characters */
    bool has_lines;    /* may come again and again: each time a line of one text */
    bool is_required;
    /* What is wrong with one line of it that is not empty, translated; NULL when nothing is.  NULL
     * when every text will do. */
    const char *(*fault)(const char *text, struct day today);
};

struct form_value {
    bool is_given; /* it was named, be it only to clear it */
    char *text;    /* NULL for an empty one */
    unsigned long long line;
};

struct form {
    const struct form_field *fields;
    struct day today;
    struct form_value values[FORM_FIELDS_MAX];
};

/* Reads the lines, unless there is a terminal to ask on.  Like everything here that can fail it
 * returns an exit code and has said why. */
int form_read(struct form *form, const struct arguments *arguments);

/* Asks on the terminal, if there is one.  known holds what each field says so far, which is shown
 * and stays where nothing is typed (its texts may be NULL); NULL for a new record. */
int form_ask(struct form *form, const char *const *known);

void form_release(struct form *form);

/* Says what is wrong with a field that only the record as a whole can tell; text is translated.
 * Returns EXIT_CODE_USAGE. */
int form_say(const struct form *form, size_t field, const char *text);

/* For the help: every field with how it is written. */
void form_write_help(FILE *stream, const struct form_field *fields);

/* ---- faults that several tables need, and the values behind them */

const char *form_day_fault(const char *text, struct day today);
const char *form_past_day_fault(const char *text, struct day today); /* today is past too */
/* Of a code of the directory: what kind of organisation, which service. */
const char *form_code_fault(const char *text, struct day today);
const char *form_truth_fault(const char *text, struct day today);

/* What is a day or a truth; for "" the day is not there and the truth is no. */
bool form_day(const struct form *form, size_t field, struct day *out);
bool form_truth(const struct form *form, size_t field);

#endif
