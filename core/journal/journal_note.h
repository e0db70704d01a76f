/* SPDX-License-Identifier: Apache-2.0 */

/* What leaves no trace in the records: that somebody read one, that something about people left
 * the office, that somebody came in.  Each is one small entry, in a transaction of its own unless
 * the caller has one.
 *
 * In a store that is open read-only nothing can be noted, and nothing is: whoever can open the
 * file so has a copy that could be read elsewhere without a trace too. */
#ifndef QADAM_JOURNAL_JOURNAL_NOTE_H
#define QADAM_JOURNAL_JOURNAL_NOTE_H

#include "base/error.h"

#include <stdbool.h>

struct store;

/* Somebody sees a record. */
struct journal_reading {
    const char *actor;
    const char *noun;    /* "person" or "casefile" */
    const char *subject; /* its id */
    const char *from;    /* the way to it, a short code such as "search"; never what was typed */
    bool is_restricted;
};

/* "person.read" or "casefile.read", once in ten minutes for the same user and record.  When it
 * fails, the record must not be shown. */
MUST_CHECK enum status journal_note_reading(struct store *store,
                                            const struct journal_reading *reading,
                                            struct error *error);

/* Something is put where the office file does not protect it any more. */
enum journal_output_way {
    JOURNAL_OUTPUT_EXPORT, /* to a file, or as data for another program */
    JOURNAL_OUTPUT_LIST,   /* many people at once */
    JOURNAL_OUTPUT_PRINT,  /* on paper, or as the text of a paper */
    JOURNAL_OUTPUT_WAY_COUNT
};

struct journal_output {
    const char *actor;
    enum journal_output_way way;
    const char *what;    /* a short code, such as "referral.slip" or "person.data" */
    const char *noun;    /* what it is about: "person", "casefile"...; "office" for many */
    const char *subject; /* its id; "" for many */
    long long records;   /* of how many people or casefiles */
};

/* "output.print" and the like.  Call it before anything is put out: when it fails, nothing must
 * be. */
MUST_CHECK enum status journal_note_output(struct store *store, const struct journal_output *output,
                                           struct error *error);

/* "vault.unlock" or "vault.lock": the user came in, or left. */
MUST_CHECK enum status journal_note_entrance(struct store *store, const char *actor, bool is_unlock,
                                             struct error *error);

/* "vault.unlock_failed": so many wrong tries before this user came in. */
struct journal_tries {
    long long count; /* at least */
    const char *first;
    const char *last; /* moments */
};
MUST_CHECK enum status journal_note_tries(struct store *store, const char *actor,
                                          const struct journal_tries *tries, struct error *error);

#endif
