/* SPDX-License-Identifier: Apache-2.0 */

/* One act on a record: what the record was before, what it is afterwards, both in the history, in
 * the transaction that does it.
 *
 *     struct act act = { .entry = { actor, "person.change", "person", id }, .person_id = id,
 *                        .snapshot = SQL_SNAPSHOT_PERSON, .key = id };
 *     status = act_begin(&act, store, error);
 *     if (status == STATUS_OK)
 *         status = write_person(store, person, error);
 *     return act_end(&act, store, status, error);
 */
#ifndef QADAM_JOURNAL_ACT_H
#define QADAM_JOURNAL_ACT_H

#include "journal/journal.h"

#include <stdbool.h>

struct act {
    struct journal_entry entry; /* before and after are found out here */
    /* Whose history it is; NULL: nobody's, and the words stand in the journal, for ever. */
    const char *person_id;
    const char *snapshot; /* constant SELECT of one JSON text by :key; no row: nothing is there */
    const char *key;
    bool is_new; /* the record cannot be there yet: do not look */
    char *before;
};

/* Remembers what the record is.  After this, whatever came of it, call act_end(). */
MUST_CHECK enum status act_begin(struct act *act, struct store *store, struct error *error);

/* Writes the journal and the history when all went well so far and the record is not as it was.
 * Gives the status so far, or its own failure. */
MUST_CHECK enum status act_end(struct act *act, struct store *store, enum status so_far,
                               struct error *error);

/* An act is a transaction of its own, or part of the caller's when one is open: so that a command
 * that does several acts does all of them or none.  *is_own tells which, for act_commit(). */
MUST_CHECK enum status act_join(struct store *store, bool *is_own, struct error *error);

/* Ends the transaction of an act: commits when all went well so far, else takes it back.  In the
 * caller's transaction it does nothing; after a failure the caller takes all of it back. */
MUST_CHECK enum status act_commit(struct store *store, bool is_own, enum status so_far,
                                  struct error *error);

#endif
