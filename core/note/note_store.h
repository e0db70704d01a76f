/* SPDX-License-Identifier: Apache-2.0 */

/* Notes kept in the office file.  Writing one is one transaction with its journal entry and its
 * history; actor is the id of the user who does it.  Casefiles that are closed take notes too. */
#ifndef QADAM_NOTE_NOTE_STORE_H
#define QADAM_NOTE_NOTE_STORE_H

#include "note/note.h"

struct store;

/* Writes a note.  note->id is given unless it is there already, and so is when and by whom it was
 * written.  A correction belongs to what the corrected note belongs to, which need not be said, and
 * is confidential when that is.  STATUS_NOT_FOUND when there is no such casefile, person or note,
 * or the person has no part in the casefile; STATUS_REFUSED for somebody who was merged or erased;
 * STATUS_TEXT_* and as note_check(). */
MUST_CHECK enum status note_add(struct store *store, const char *actor, struct note *note,
                                struct error *error);

/* As id_find(). */
MUST_CHECK enum status note_find(struct store *store, const char *prefix, char out[UUID_TEXT_SIZE],
                                 struct error *error);

/* STATUS_NOT_FOUND.  On success the caller releases *out. */
MUST_CHECK enum status note_load(struct store *store, const char *id, struct note *out,
                                 struct error *error);

/* All notes of a casefile, or of a person and the person's casefiles, the newest first; the caller
 * releases *out. */
MUST_CHECK enum status note_list_of_casefile(struct store *store, const char *casefile_id,
                                             struct note_list *out, struct error *error);
MUST_CHECK enum status note_list_of_person(struct store *store, const char *person_id,
                                           struct note_list *out, struct error *error);

/* ---- Finding */

struct note_question {
    const char *text;
    const char *reader; /* the id of the user who asks */
    bool reads_all;     /* confidential notes of others too */
    int limit;
};

/* Notes that hold all words of the text, of which the last may be unfinished; the newest first.
 * Words of less than NOTE_WORD_MIN letters are not looked for; without any others nothing is found.
 * Confidential notes are found by whoever wrote them or works on their casefile.  The caller
 * releases *out. */
enum { NOTE_WORD_MIN = 3 };
MUST_CHECK enum status note_search(struct store *store, const struct note_question *question,
                                   struct note_list *out, struct error *error);

#endif
