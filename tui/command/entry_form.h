/* SPDX-License-Identifier: Apache-2.0 */

/* The fields of one record, from a table: read as lines from standard input or, on a terminal,
 * asked for one after the other; the help lists them from the same table.
 *
 *     struct entry_form form = { .fields = fields };
 *     int code = entry_form_open(&form, &office, &file, arguments, ACT_KEEP_PEOPLE);
 *     if (code == EXIT_CODE_DONE)
 *         code = entry_form_ask(&form, NULL);
 *     ... form.values[FIELD_REASON].text ...
 *     entry_form_release(&form);
 */
#ifndef QADAM_COMMAND_ENTRY_FORM_H
#define QADAM_COMMAND_ENTRY_FORM_H

#include "base/day.h"
#include "command/office_file.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { ENTRY_FORM_FIELDS_MAX = 24 };

struct entry_form_field {
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

struct entry_form_value {
    bool is_given; /* it was named, be it only to clear it */
    char *text;    /* NULL for an empty one */
    unsigned long long line;
};

struct entry_form {
    const struct entry_form_field *fields;
    struct day today;
    struct entry_form_value values[ENTRY_FORM_FIELDS_MAX];
};

/* Reads the lines, unless there is a terminal to ask on.  Like everything here that can fail it
 * returns an exit code and has said why. */
int entry_form_read(struct entry_form *form, const struct arguments *arguments);

/* Everything that comes before the questions: finds the file, takes the day of --today, which the
 * command must have, for form->today, reads the lines before the passphrase is asked for, and opens
 * the file for that act.  Whoever calls releases form and office, be it after a failure. */
int entry_form_open(struct entry_form *form, struct office **office, struct office_file *file,
                    const struct arguments *arguments, enum office_act act);

/* Asks on the terminal, if there is one.  known holds what each field says so far, which is shown
 * and stays where nothing is typed (its texts may be NULL); NULL for a new record. */
int entry_form_ask(struct entry_form *form, const char *const *known);

void entry_form_release(struct entry_form *form);

/* Says what is wrong with a field that only the record as a whole can tell; text is translated.
 * Returns EXIT_CODE_USAGE. */
int entry_form_say(const struct entry_form *form, size_t field, const char *text);

/* For the help: every field with how it is written. */
void entry_form_write_help(FILE *stream, const struct entry_form_field *fields);

/* ---- faults that several tables need, and the values behind them */

const char *entry_form_day_fault(const char *text, struct day today);
const char *entry_form_past_day_fault(const char *text, struct day today); /* today is past too */
/* Of a code of the directory: what kind of organisation, which service. */
const char *entry_form_code_fault(const char *text, struct day today);
const char *entry_form_truth_fault(const char *text, struct day today);

/* What is a day or a truth; for "" the day is not there and the truth is no. */
bool entry_form_day(const struct entry_form *form, size_t field, struct day *out);
bool entry_form_truth(const struct entry_form *form, size_t field);

#endif
