/* SPDX-License-Identifier: Apache-2.0 */

/* What the journal's screens are about, as their place keeps it: the subject is a person's id or
 * "", the detail holds kind, day and user. */
#ifndef QADAM_VIEW_JOURNAL_PLACE_H
#define QADAM_VIEW_JOURNAL_PLACE_H

#include "app/app.h"
#include "journal/journal_list.h"

struct journal_scope {
    char person[UUID_TEXT_SIZE]; /* "": all */
    char user[UUID_TEXT_SIZE];   /* "": all */
    bool has_day;
    struct day day;
    int kind; /* or JOURNAL_ANY_KIND */
    bool is_alarm;
};

/* A detail that makes no sense is everything. */
void journal_scope_read(struct journal_scope *out, const struct place *place);
void journal_scope_write(const struct journal_scope *scope, struct place *out);
bool journal_scope_is_all(const struct journal_scope *scope);

/* "23.11.2026; by demo; what was read"; "" for everything. */
void journal_scope_text(const struct journal_scope *scope, const struct app *app,
                        char out[FRAME_TEXT_SIZE]);

/* Everything, then each kind, then what somebody should look at, then everything again. */
void journal_scope_next_kind(struct journal_scope *scope);

/* The question without its page; the moments stay in times. */
MUST_CHECK enum status journal_scope_ask(const struct journal_scope *scope,
                                         char times[2][MOMENT_TEXT_SIZE],
                                         struct journal_question *out, struct error *error);

#endif
