/* SPDX-License-Identifier: Apache-2.0 */

/* Tasks kept in the office file.  An act on an own task is one transaction with its journal entry;
 * the words stand in the history of the casefile's person, and nowhere else when it has no
 * casefile. */
#ifndef QADAM_TASK_TASK_STORE_H
#define QADAM_TASK_TASK_STORE_H

#include "task/task.h"

struct store;

/* ---- Own tasks */

/* Keeps a new one: title, casefile_id (or ""), assigned_to (or ""), since (not after today, which
 * the caller knows), due_on and remind_on (not after due_on) are the caller's; id is given unless
 * it is there already.  STATUS_NOT_FOUND without such a casefile or user, STATUS_REFUSED when the
 * casefile is not open, STATUS_DATE_INVALID when it is due before it begins. */
MUST_CHECK enum status task_add(struct store *store, const char *actor, struct task *task,
                                struct error *error);

/* Done or cancelled.  STATUS_REFUSED for a task of a step (finish the step), and for one that is
 * not open. */
MUST_CHECK enum status task_end(struct store *store, const char *actor, const char *id,
                                enum task_state state, struct error *error);

/* An own task of that id, or whose id begins so.  As casefile_find(). */
MUST_CHECK enum status task_find(struct store *store, const char *text, char out[UUID_TEXT_SIZE],
                                 struct error *error);

/* The same for those of steps, whatever became of them. */
MUST_CHECK enum status task_find_of_step(struct store *store, const char *text,
                                         char out[UUID_TEXT_SIZE], struct error *error);

/* STATUS_NOT_FOUND.  On success the caller releases *out. */
MUST_CHECK enum status task_load(struct store *store, const char *id, struct task *out,
                                 struct error *error);

/* What is NULL or not set lets everything through. */
struct task_filter {
    const char *casefile_id;
    const char *assigned_to;
    bool is_unassigned;
    bool is_own_only;
    bool with_finished;
    int limit; /* 0: TASK_LIST_DEFAULT */
};
enum { TASK_LIST_DEFAULT = 100 };

/* The urgent first, then by the day on which they are due; those without one last.  The caller
 * releases *out. */
MUST_CHECK enum status task_list(struct store *store, const struct task_filter *filter,
                                 struct task_list *out, struct error *error);

/* ---- For the casefile folder, in its transaction */

struct task_wanted {
    const char *step;
    enum task_kind kind; /* not own */
    bool is_urgent;
    struct day since;
    struct day due_on;
    bool has_due_on;
    struct day remind_on;
    bool has_remind_on;
};

/* Makes the open tasks of the casefile's steps what is wanted: exactly one for each.  Those that
 * are not wanted any more are done (or cancelled, is_cancelled).  Rows that are right already are
 * not written.  assigned_to NULL: nobody. */
struct task_rewriting {
    const char *casefile_id;
    const char *assigned_to;
    const struct task_wanted *wanted;
    size_t count;
    bool is_cancelled;
};
MUST_CHECK enum status task_rewrite(struct store *store, const char *actor,
                                    const struct task_rewriting *rewriting, struct error *error);

/* Cancels the open own tasks of a casefile that is closed, each an act with its journal entry. */
MUST_CHECK enum status task_cancel_own(struct store *store, const char *actor,
                                       const char *casefile_id, struct error *error);

#endif
