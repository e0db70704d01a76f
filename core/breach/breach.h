/* SPDX-License-Identifier: Apache-2.0 */

/* The log of breaches: personal data that got out or was lost, what was done about it, who was
 * told. It counts people and names none.  Whoever must be told is told within 72 hours of noticing,
 * as Article 33 of the General Data Protection Regulation has it; what counts here must be checked
 * locally. */
#ifndef QADAM_BREACH_BREACH_H
#define QADAM_BREACH_BREACH_H

#include "base/day.h"
#include "store/moment.h"
#include "store/uuid.h"

#include <stdbool.h>
#include <stddef.h>

struct store;

enum { BREACH_TEXT_MAX = 2000 };

enum breach_kind {
    BREACH_LOST_COPY, /* a stick or a backup: rekey the file */
    BREACH_WRONG_RECIPIENT,
    BREACH_SEEN_BY_OTHERS,
    BREACH_STOLEN_PC,
    BREACH_MALWARE,
    BREACH_OTHER,
    BREACH_KIND_COUNT
};

enum breach_note_kind {
    BREACH_NOTE_MEASURE,
    BREACH_NOTE_TOLD_PEOPLE,
    BREACH_NOTE_TOLD_AUTHORITY,
    BREACH_NOTE_TOLD_PARTNER,
    BREACH_NOTE_OTHER,
    BREACH_NOTE_KIND_COUNT
};

/* Owns its texts. */
struct breach {
    char id[UUID_TEXT_SIZE]; /* "" before it is kept */
    enum breach_kind kind;
    char *what;
    char *data; /* which; NULL when not known, like the texts below */
    int people; /* -1 when not known */
    struct day happened_on;
    bool has_happened_on;
    char noticed_at[MOMENT_TEXT_SIZE]; /* "": now */
    char due_at[MOMENT_TEXT_SIZE];     /* 72 hours later */
    char reported_by[UUID_TEXT_SIZE];
    char closed_at[MOMENT_TEXT_SIZE]; /* "" while open */
    char *lessons;
};

struct breach_list {
    struct breach *items;
    size_t count;
    size_t capacity;
};
void breach_release(struct breach *breach);
void breach_list_release(struct breach_list *list);

/* The words of the tables, and back (STATUS_INVALID). */
const char *breach_kind_word(enum breach_kind kind);
MUST_CHECK enum status breach_kind_parse(enum breach_kind *out, const char *word,
                                         struct error *error);
const char *breach_note_kind_word(enum breach_note_kind kind);
MUST_CHECK enum status breach_note_kind_parse(enum breach_note_kind *out, const char *word,
                                              struct error *error);

/* Whether the file should be rekeyed after it: a copy is in the hands of others. */
bool breach_needs_rekey(enum breach_kind kind);

/* Keeps a new one and gives its id and times.  STATUS_TEXT_EMPTY without words, STATUS_DATE_INVALID
 * for what is noticed in the future or before it happened. */
MUST_CHECK enum status breach_report(struct store *store, const char *actor, struct breach *breach,
                                     struct error *error);

/* Open ones, the most urgent first; with has_closed all of them.  The caller releases *out, also
 * after a failure. */
MUST_CHECK enum status breach_list_all(struct store *store, bool has_closed,
                                       struct breach_list *out, struct error *error);

/* What was done or who was told.  STATUS_NOT_FOUND, STATUS_REFUSED for a closed one. */
MUST_CHECK enum status breach_add_note(struct store *store, const char *actor, const char *id,
                                       enum breach_note_kind kind, const char *body,
                                       struct error *error);

/* With what was learned.  As above. */
MUST_CHECK enum status breach_close(struct store *store, const char *actor, const char *id,
                                    const char *lessons, struct error *error);

struct breach_note {
    enum breach_note_kind kind;
    const char *body;
    const char *noted_at;
    const char *noted_by;
};
/* The notes in order; texts are borrowed during the visit. */
MUST_CHECK enum status breach_each_note(struct store *store, const char *id,
                                        void (*visit)(void *self, const struct breach_note *note),
                                        void *self, struct error *error);

/* The id that begins so; see id_find(). */
MUST_CHECK enum status breach_find(struct store *store, const char *prefix,
                                   char out[UUID_TEXT_SIZE], struct error *error);

#endif
