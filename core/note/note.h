/* SPDX-License-Identifier: Apache-2.0 */

/* What was said and seen, in words.  A note is never changed and never removed: who was wrong
 * writes another one that corrects it. */
#ifndef QADAM_NOTE_NOTE_H
#define QADAM_NOTE_NOTE_H

#include "store/case_number.h"
#include "store/moment.h"
#include "store/uuid.h"

#include <stdbool.h>
#include <stddef.h>

enum { NOTE_BODY_MAX = 20000 };

enum note_kind {
    NOTE_NOTE,
    NOTE_CALL,
    NOTE_VISIT,
    NOTE_INTERVIEW,
    NOTE_NO_CONTACT, /* an attempt to reach somebody that failed */
    NOTE_CORRECTION,
    NOTE_KIND_COUNT
};

/* Owns its body; ids are "" when there is none.  It belongs to a casefile, a person or both. */
struct note {
    char id[UUID_TEXT_SIZE]; /* "" before it is kept */
    char casefile_id[UUID_TEXT_SIZE];
    char person_id[UUID_TEXT_SIZE];
    enum note_kind kind;
    bool is_confidential;
    char corrects[UUID_TEXT_SIZE]; /* the note that was wrong */
    char *body;
    char written_at[MOMENT_TEXT_SIZE];
    char written_by[UUID_TEXT_SIZE];
    char casefile_number[CASE_NUMBER_TEXT_SIZE]; /* when it was read; "" without a casefile */
};

struct note_list {
    struct note *items;
    size_t count;
    size_t capacity;
};

void note_release(struct note *note);
void note_list_release(struct note_list *notes);

/* The stable word of the table, and back (STATUS_INVALID). */
const char *note_kind_word(enum note_kind kind);
MUST_CHECK enum status note_kind_parse(enum note_kind *out, const char *word, struct error *error);

/* STATUS_INVALID when it belongs to nothing, is of no kind, or is a correction of nothing or
 * corrects without being one. */
MUST_CHECK enum status note_check(const struct note *note, struct error *error);

#endif
