/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of "my day" share. */
#ifndef QADAM_VIEW_HOME_PRIVATE_H
#define QADAM_VIEW_HOME_PRIVATE_H

#include "app/app.h"
#include "store/case_number.h"
#include "task/day_list.h"

enum { HOME_WHEN_SIZE = 96, HOME_DRAFTS_MAX = 9 };

/* One line of the day, or a draft; owns its texts. */
struct home_row {
    const struct view_class *class; /* what Enter opens, and where */
    struct place place;
    char when[HOME_WHEN_SIZE];
    char *name; /* NULL: none */
    char number[CASE_NUMBER_TEXT_SIZE];
    char *title;
    bool is_late;
    bool is_urgent;             /* which "when" does not say */
    char glass[UUID_TEXT_SIZE]; /* that somebody opened a restricted casefile; else "" */
};

struct home_rows {
    struct home_row *items;
    size_t count;
    size_t capacity;
    size_t glass_count; /* the first of them are emergencies */
    size_t draft_count; /* then come drafts */
};

/* When something was kept or done: "11:05" of today, else "23 Nov". */
void home_moment_text(char out[HOME_WHEN_SIZE], const char *moment, struct day today);

/* Another empty row. */
MUST_CHECK enum status home_rows_add(struct home_rows *rows, struct home_row **out,
                                     struct error *error);

/* ---- home_glass.c */
/* Adds what was opened in an emergency, for those who read such casefiles; before all others. */
MUST_CHECK enum status home_rows_add_glass(struct home_rows *rows, struct app *app,
                                           struct error *error);
/* Notes that the user has looked at it; view is "my day". */
void home_see_glass(struct app *app, struct view *view, const struct home_row *row);

/* Adds the drafts of whoever has the file open, the newest first; to be called before the other. */
MUST_CHECK enum status home_rows_add_drafts(struct home_rows *rows, struct app *app,
                                            struct error *error);
MUST_CHECK enum status home_rows_add_day(struct home_rows *rows, struct app *app,
                                         const struct day_list *day, struct error *error);
void home_rows_release(struct home_rows *rows);

/* How long ago the last backup was made, in a few words; "" when that cannot be told. */
void home_backup_text(char out[FRAME_TEXT_SIZE], struct app *app);

#endif
