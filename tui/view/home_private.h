/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of "my day" share. */
#ifndef QADAM_VIEW_HOME_PRIVATE_H
#define QADAM_VIEW_HOME_PRIVATE_H

#include "app/app.h"
#include "store/case_number.h"
#include "task/day_list.h"
#include "widget/list.h"
#include "widget/sections.h"

enum { HOME_WHEN_SIZE = 96, HOME_COUNT_SIZE = 32, HOME_DRAFTS_MAX = 9, HOME_DIGITS = 9 };

/* One line of the day, or a draft; owns its texts. */
struct home_row {
    const struct view_class *class; /* what Enter opens, and where */
    struct place place;
    char when[HOME_WHEN_SIZE];
    char *name; /* NULL: none */
    char number[CASE_NUMBER_TEXT_SIZE];
    char *title;
    char alert_id[UUID_TEXT_SIZE]; /* "": it is no alert */
    bool is_late;
    bool is_answer;             /* which is seen once it was opened */
    bool is_urgent;             /* which "when" does not say */
    char glass[UUID_TEXT_SIZE]; /* that somebody opened a restricted casefile; else "" */
};

struct home_rows {
    struct home_row *items;
    size_t count;
    size_t capacity;
    size_t alert_count;     /* the first of them are alerts, */
    size_t glass_count;     /* the next are emergencies, */
    size_t draft_count;     /* the next are drafts, */
    size_t call_back_count; /* and those behind them people to be called back */
};

/* What one has to be told of, emergencies, drafts, whom to call back, what supervision brings, and
 * the groups of the day. */
enum {
    SECTION_ALERTS,
    SECTION_GLASS,
    SECTION_DRAFTS,
    SECTION_CALL_BACKS,
    SECTION_WATCHES,
    SECTION_DAY,
    SECTION_COUNT = SECTION_DAY + DAY_GROUP_COUNT
};

/* Whose work is shown. */
enum whose { WHOSE_MINE, WHOSE_EVERYBODY, WHOSE_NOBODY, WHOSE_COUNT };

struct home_view {
    struct view view;
    enum whose whose;
    struct home_rows rows;
    struct section sections[SECTION_COUNT];
    char remarks[DAY_GROUP_COUNT][HOME_COUNT_SIZE * 2]; /* "and more: 12" */
    int counts[DAY_GROUP_COUNT];
    char backup[FRAME_TEXT_SIZE];
    char silence[FRAME_TEXT_SIZE]; /* how many referrals had no answer in time; "": none */
    struct list list;
};

/* ---- home.c */
/* For its keys, and for the letters that tell of them. */
bool home_may_read_cases(const struct app *app, const struct view *view);

/* ---- home_draw.c */
/* Heads the rows of home, which were added, and counts those of the day; watches of them came from
 * home_rows_add_watches(). */
void home_sections_make(struct home_view *home, const struct day_list *day, size_t watches);
void home_draw(const struct app *app, const struct view *view, struct frame *frame);

/* ---- the rows */

/* Adds what whoever has the file open has to be told of; to be called first. */
MUST_CHECK enum status home_rows_add_alerts(struct home_rows *rows, struct app *app,
                                            struct error *error);
/* Notes that the alert of that row was seen, after asking what follows from it. */
void home_alert_ask(struct app *app, const struct home_row *row);

/* ---- home_glass.c */
/* Adds what was opened in an emergency, for those who read such casefiles; behind the alerts. */
MUST_CHECK enum status home_rows_add_glass(struct home_rows *rows, struct app *app,
                                           struct error *error);
/* Notes that the user has looked at it; view is "my day". */
void home_see_glass(struct app *app, struct view *view, const struct home_row *row);

/* When something was kept or done: "11:05" of today, else "23 Nov". */
void home_moment_text(char out[HOME_WHEN_SIZE], const char *moment, struct day today);

/* Adds the drafts of whoever has the file open, the newest first; to be called before the days. */
MUST_CHECK enum status home_rows_add_drafts(struct home_rows *rows, struct app *app,
                                            struct error *error);
/* Adds whom they are to call back by today; to be called between the two others. */
MUST_CHECK enum status home_rows_add_call_backs(struct home_rows *rows, struct app *app,
                                                struct error *error);
MUST_CHECK enum status home_rows_add_day(struct home_rows *rows, struct app *app,
                                         const struct day_list *day, struct error *error);
/* What supervision brings: answers that one waited for, whom to see, what to look at again, and for
 * supervisors what waits for them.  *count of the rows that were added. */
MUST_CHECK enum status home_rows_add_watches(struct home_rows *rows, struct app *app, size_t *count,
                                             struct error *error);
/* A row without anything; the next function to fill it is whoever added it. */
MUST_CHECK enum status home_row_add(struct home_rows *rows, struct home_row **out,
                                    struct error *error);
void home_rows_release(struct home_rows *rows);

/* "3 referrals had no answer in time", of those that concern whoever has the file open; "" when
 * there is none. */
MUST_CHECK enum status home_silence_text(char out[FRAME_TEXT_SIZE], struct app *app,
                                         struct error *error);

/* How long ago the last backup was made, in a few words; "" when that cannot be told. */
void home_backup_text(char out[FRAME_TEXT_SIZE], struct app *app);

#endif
