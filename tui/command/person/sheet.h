/* SPDX-License-Identifier: Apache-2.0 */

/* A person on paper, or on a terminal: one fact on each line, its name to the left. */
#ifndef QADAM_COMMAND_PERSON_SHEET_H
#define QADAM_COMMAND_PERSON_SHEET_H

#include "document/document.h"
#include "person/person.h"

#include <stdio.h>

/* A line "label   value"; nothing for an empty value.  The value may come from the file: what would
 * steer the terminal is left out. */
void person_sheet_line(FILE *stream, const char *label, const char *value);
/* A line that belongs to the one before. */
void person_sheet_more(FILE *stream, const char *value);
/* A text of several lines, the first one behind the label (NULL: none). */
void person_sheet_lines(FILE *stream, const char *label, const char *text);
void person_sheet_heading(FILE *stream, const char *heading);

/* The names, birth and everything else that is known of the person alone. */
void person_sheet_write_person(FILE *stream, const struct person *person, struct day today);
void person_sheet_write_contacts(FILE *stream, const struct contact_list *contacts);
void person_sheet_write_document(FILE *stream, const struct document *document, struct day today);

#endif
