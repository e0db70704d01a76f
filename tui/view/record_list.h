/* SPDX-License-Identifier: Apache-2.0 */

/* What the lists around a casefile have in common: a heading, columns, the beginning of the chosen
 * record below them, and the letters that do something with it. */
#ifndef QADAM_VIEW_RECORD_LIST_H
#define QADAM_VIEW_RECORD_LIST_H

#include "app/app.h"
#include "widget/column.h"
#include "widget/list.h"

#include <stdio.h>

enum { RECORD_CELL_SIZE = 400, RECORD_PAGE_ROWS = 10 };

struct record_list {
    const char *heading; /* translated; in the first row */
    const char *empty;   /* translated; what stands there when there is no record */
    const struct column *columns;
    size_t column_count;
    /* Writes one cell, and says how it is drawn. */
    enum style (*write_cell)(const void *self, size_t index, size_t column,
                             char out[RECORD_CELL_SIZE]);
    /* Writes what is worth two lines of the chosen one; may be NULL. */
    void (*write_preview)(const void *self, size_t index, FILE *stream);
    const struct list *list;
    const void *self;
    int rows_above; /* that the view draws itself under the heading */
};

/* What Enter and N do in these lists. */
extern const struct action record_action_open;
extern const struct action record_action_new;

void record_list_draw(const struct record_list *records, const struct app *app,
                      const struct view *view, struct area body);

/* Names of users of this office who can be given work, as options of a field. */
void record_add_staff(struct app *app, struct form_field *field);
/* yes and no, as options; "yes" and "no" are the codes. */
void record_add_truth(struct form_field *field);

/* The day of a field that was settled; false when it is empty or no day. */
bool record_day(const struct form *form, const char *id, struct day *out);
/* The same; a fault stands at the field then. */
bool record_require_day(struct form *form, const char *id, struct day *out);
/* Whether a day stands there that is before today. */
bool record_is_past(const struct form *form, const char *id);
/* Whether there is something in it; else a fault stands at the field and it has the focus. */
bool record_require_text(struct form *form, const char *id, const char *fault);
/* The text of a field for a record; NULL when there is nothing in it.  The caller frees it. */
char *record_take_text(const struct form *form, const char *id);

/* For dialog_request.left: a fault goes when its field was filled in anew; days settle their own.
 */
void record_forget_fault(struct app *app, struct view *below, struct form *form, size_t field);
/* A fault at a field, which gets the focus. */
void record_fault(struct form *form, const char *id, const char *fault);

/* "24 Nov 10:42" for a moment of the file. */
enum { RECORD_TIME_SIZE = 64 };
void record_write_time(char out[RECORD_TIME_SIZE], const char *moment, struct day today,
                       bool with_hour);

/* text (translated) with value in the place of its "%s". */
void record_fill(char *out, size_t size, const char *text, const char *value);
/* "left, right"; the caller frees it; NULL without memory. */
char *record_join(const char *left, const char *right);

/* "Label: value" and a line end; nothing for no value. */
void record_write_line(FILE *stream, const char *label, const char *value);
/* The same with a day in full; nothing for none. */
void record_write_day(FILE *stream, const char *label, bool has_day, struct day day);

/* Whether this user left a form of that name about that subject unfinished. */
bool record_has_draft(struct app *app, const char *form, const char *subject);
/* Says so at the right of the first row. */
void record_write_draft(struct frame *frame, bool has_draft);

/* The name of a user; "" for "". */
const char *record_user(const struct app *app, const char *id);

/* What failed, when it needs other words than the general ones: text (translated) for the status
 * that is named, else the general sentence. */
void record_say_failure(struct app *app, const struct error *error, enum status status,
                        const char *text);

#endif
