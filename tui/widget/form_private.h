/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of the form share. */
#ifndef QADAM_WIDGET_FORM_PRIVATE_H
#define QADAM_WIDGET_FORM_PRIVATE_H

#include "base/date.h"
#include "widget/form.h"

#include <stdio.h>

enum {
    FORM_DATE_SIZE = 16, /* "~1991", "14.06.1991" */
    FORM_DATE_COLUMNS = 10,
    FORM_LOOKUP_ROWS = 7,
};

/* ---- form_date.c */

/* As people of the region write it; what date_entry_parse() reads again. */
void form_format_date(char out[FORM_DATE_SIZE], struct date date);
/* Whether the digits typed so far are a day and a month, which get dots; a year alone does not. */
bool form_is_dotted(const char *value);
/* Digits with the dots where they will belong. */
void form_write_masked(FILE *stream, const char *value);
/* In which column of that the cursor stands, before that byte of the value. */
int form_masked_column(const char *value, size_t cursor);

/* ---- form_lookup.c */

void form_close_lookup(struct form *form);
/* A key while the list is open; FORM_UNUSED: it closed itself, and the key is the form's. */
enum form_event form_handle_lookup(struct form *form, const struct key *key, size_t *field);
void form_draw_lookup(const struct form *form, struct area area, int row, int column);

/* ---- form_key.c */

/* Leaves the focused field for the next or the one before; the event that is to be told. */
enum form_event form_move(struct form *form, int by, size_t *field);

#endif
