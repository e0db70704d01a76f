/* SPDX-License-Identifier: Apache-2.0 */

/* The head of the journal on paper: its last hash in groups of four signs, and four short words
 * that say the beginning of it aloud.  Whoever noted them can ask later whether that moment is
 * still inside, which is the only way to notice that the end was cut off.
 *
 * The words are proquints of the first eight bytes, two bytes each, the first byte first: D. S.
 * Wilkerson, "A Proposal for Proquints: Identifiers that are Readable, Spellable, and
 * Pronounceable" (arXiv:0901.4016).  They are for reading aloud and for a quick look, not proof:
 * the hash is. */
#ifndef QADAM_JOURNAL_JOURNAL_HEAD_H
#define QADAM_JOURNAL_JOURNAL_HEAD_H

#include "journal/journal.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    JOURNAL_HEAD_SIGNS = JOURNAL_HASH_SIZE * 2,
    JOURNAL_HEAD_GROUP = 4,
    JOURNAL_HEAD_TEXT_SIZE = JOURNAL_HEAD_SIGNS + JOURNAL_HEAD_SIGNS / JOURNAL_HEAD_GROUP,
    JOURNAL_PHRASE_SIZE = sizeof("lusab-babad-gutih-tugad"),
};

/* "0123 4567 89ab ..." */
void journal_head_format(char out[JOURNAL_HEAD_TEXT_SIZE],
                         const unsigned char hash[JOURNAL_HASH_SIZE]);
void journal_head_phrase(char out[JOURNAL_PHRASE_SIZE],
                         const unsigned char hash[JOURNAL_HASH_SIZE]);

/* What is wrong with a typed head. */
struct journal_head_fault {
    size_t signs;    /* how many it has; 64 are right */
    size_t group;    /* the first group of signs that is not as long as the others, or 0 */
    bool is_strange; /* the group holds a sign that no head has */
};

/* Reads a head as people type it from paper: in groups or not, in any case, with letters of the
 * Cyrillic keyboard that look the same (а в с е), with O for 0, I or l for 1, З for 3, б for 6.
 * False when it is no whole head; then fault, which may be NULL, says why. */
bool journal_head_parse(unsigned char out[JOURNAL_HASH_SIZE], const char *typed,
                        struct journal_head_fault *fault);

enum journal_head_verdict {
    JOURNAL_HEAD_INSIDE,  /* at "entry" */
    JOURNAL_HEAD_CUT,     /* the paper names a later entry than "entry", the last one there is */
    JOURNAL_HEAD_CHANGED, /* the entry that the paper names has another hash */
    JOURNAL_HEAD_ALIKE,   /* all but "signs" of the signs are those of "entry": a slip, it seems */
    JOURNAL_HEAD_OUTSIDE,
};

struct journal_head_finding {
    enum journal_head_verdict verdict;
    long long entry;
    int signs;
};

/* Whether the journal contains the moment at which that head was noted.  entry is the number on
 * the paper, 0 when there is none.  Trusts the chain: journal_verify() comes first. */
MUST_CHECK enum status journal_head_compare(struct store *store,
                                            const unsigned char hash[JOURNAL_HASH_SIZE],
                                            long long entry, struct journal_head_finding *out,
                                            struct error *error);

#endif
