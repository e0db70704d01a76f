/* SPDX-License-Identifier: Apache-2.0 */

/* Something somebody has to do by a day: a step of a casefile (the casefile folder writes those),
 * or what a user noted for themselves or a colleague. */
#ifndef QADAM_TASK_TASK_H
#define QADAM_TASK_TASK_H

#include "base/day.h"
#include "store/moment.h"
#include "store/uuid.h"

#include <stdbool.h>
#include <stddef.h>

enum { TASK_STEP_SIZE = 61, TASK_TITLE_MAX = 200 };

enum task_kind {
    TASK_KIND_STEP,     /* a step is ready */
    TASK_KIND_WAITING,  /* somebody has to answer */
    TASK_KIND_APPROVAL, /* a step waits to be approved */
    TASK_KIND_TERM,     /* a term runs though the turn of its step has not come */
    TASK_KIND_OWN,      /* somebody's own words */
    TASK_KIND_COUNT
};

enum task_state { TASK_OPEN, TASK_DONE, TASK_CANCELLED, TASK_STATE_COUNT };

/* Owns its title; ids are "" when there is none. */
struct task {
    char id[UUID_TEXT_SIZE];
    char casefile_id[UUID_TEXT_SIZE];
    char step[TASK_STEP_SIZE]; /* "" for an own one */
    enum task_kind kind;
    char *title; /* of an own one; else NULL */
    char assigned_to[UUID_TEXT_SIZE];
    bool is_urgent;
    struct day since;
    struct day due_on;
    bool has_due_on;
    struct day remind_on;
    bool has_remind_on;
    enum task_state state;
    char created_by[UUID_TEXT_SIZE];
    char created_at[MOMENT_TEXT_SIZE];
    char finished_at[MOMENT_TEXT_SIZE]; /* "" while it is open */
};

struct task_list {
    struct task *items;
    size_t count;
    size_t capacity;
};

void task_release(struct task *task);
void task_list_release(struct task_list *tasks);

/* The stable words of the table, and back (STATUS_INVALID). */
const char *task_kind_word(enum task_kind kind);
const char *task_state_word(enum task_state state);
MUST_CHECK enum status task_kind_parse(enum task_kind *out, const char *word, struct error *error);
MUST_CHECK enum status task_state_parse(enum task_state *out, const char *word,
                                        struct error *error);

#endif
