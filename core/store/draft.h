/* SPDX-License-Identifier: Apache-2.0 */

/* Forms that are not finished.  Every field that is left is saved here, so that a crash, a power
 * cut or a locked screen costs no keystroke. */
#ifndef QADAM_STORE_DRAFT_H
#define QADAM_STORE_DRAFT_H

#include "base/error.h"
#include "store/moment.h"

struct store;

/* Which draft: one for each user, form and subject.  The subject is the id of what the form
 * changes, "" for something new. */
struct draft_key {
    const char *user_id;
    const char *form;
    const char *subject;
};

struct draft_content {
    const char *fields;       /* a JSON object: what every field holds */
    const char *cursor_field; /* "" when no field has the cursor */
    int cursor_position;
};

/* A draft read back; the texts belong to it. */
struct draft {
    char *fields;
    char *cursor_field;
    int cursor_position;
    char saved_at[MOMENT_TEXT_SIZE];
};

struct draft_summary {
    const char *form;
    const char *subject;
    const char *saved_at;
};

/* Saves, over what was there.  It is durable when this returns, so no transaction may be open
 * (STATUS_INTERNAL). */
MUST_CHECK enum status draft_save(struct store *store, const struct draft_key *key,
                                  const struct draft_content *content, struct error *error);

/* STATUS_NOT_FOUND when there is none.  On success the caller releases *out. */
MUST_CHECK enum status draft_load(struct store *store, const struct draft_key *key,
                                  struct draft *out, struct error *error);
void draft_release(struct draft *draft);

/* Visits all drafts of a user, the newest first. */
MUST_CHECK enum status draft_list(struct store *store, const char *user_id,
                                  void (*visit)(void *self, const struct draft_summary *draft),
                                  void *self, struct error *error);

/* Throws a draft away, in the caller's transaction when there is one: a form that is kept and its
 * draft that goes are one act.  That there is none is fine. */
MUST_CHECK enum status draft_discard(struct store *store, const struct draft_key *key,
                                     struct error *error);

#endif
