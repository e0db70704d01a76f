/* SPDX-License-Identifier: Apache-2.0 */

/* What the files about the history share. */
#ifndef QADAM_VIEW_HISTORY_PRIVATE_H
#define QADAM_VIEW_HISTORY_PRIVATE_H

#include "app/app.h"
#include "person/person_store.h"
#include "widget/list.h"

struct case_secrecy;
struct difference;

enum { HISTORY_ACT_SIZE = 48, HISTORY_STEP_SIZE = 64, HISTORY_CODE_SIZE = 64 };

/* Owns its texts. */
struct history_item {
    char at[MOMENT_TEXT_SIZE];
    char actor[UUID_TEXT_SIZE];
    char act[HISTORY_ACT_SIZE];
    char subject[UUID_TEXT_SIZE];
    char step[HISTORY_STEP_SIZE];
    bool is_hidden;       /* of a restricted step: its words are not for this user */
    bool is_confidential; /* a note that no list shows */
    char *what;           /* what it is about, in a few words */
    char *words;          /* what was before and after, one member a line; "" when there is none */
    char from[HISTORY_CODE_SIZE]; /* what taking it back needs: who had the casefile before */
    char to[HISTORY_CODE_SIZE];   /* and after; the merged record */
};

struct history_view {
    struct view view;
    struct history_item *items; /* the newest first */
    size_t count;
    size_t capacity;
    bool is_cut; /* there are older ones */
    char person_id[UUID_TEXT_SIZE];
    struct list list;
    struct day today;
    const struct app *app; /* whose names stand in the rows */
};

/* The one that is marked; NULL without any. */
const struct history_item *history_marked(const struct view *view);

/* What it takes to put entries into words (history_words.c). */
struct history_words {
    struct app *app;
    struct case_secrecy *secrecy;
    struct difference *difference;
};
MUST_CHECK enum status history_words_begin(struct history_words *out, struct app *app,
                                           struct error *error);
void history_words_end(struct history_words *words);
MUST_CHECK enum status history_item_make(struct history_item *out, struct history_words *words,
                                         const struct history_entry *entry, struct error *error);
void history_item_release(struct history_item *item);

/* Whether the entry is about that casefile or something that belongs to it. */
bool history_is_of_case(const struct history_entry *entry, const char *casefile_id);

/* Asks whether it shall be taken back, saying exactly what will happen; or says why it cannot be
 * (history_undo.c). */
void history_take_back(struct app *app, struct view *view);
/* Whether there is a way back for acts of that name; else why not, in *why (translated). */
bool history_has_way_back(const char *act, const char **why);

#endif
