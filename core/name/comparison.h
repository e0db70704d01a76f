/* SPDX-License-Identifier: Apache-2.0 */

/* Can two spellings be the name of one person?  Compared are the words by their sounds (sound.h),
 * what they are made of (stem.h) and which names they are (lexicon.h).  What different scripts,
 * traditions, old fonts, clerks and scanners do to a name is forgiven; what makes two people -
 * another patronymic, the other sex, a name that only looks alike, surname and given name exchanged
 * - is not, however small the difference.
 *
 * The result is an indication for a person to look at, never proof of identity. */
#ifndef QADAM_NAME_COMPARISON_H
#define QADAM_NAME_COMPARISON_H

#include "name/name_parts.h"

/* What was found, the most telling first; a set is a number with a bit for each. */
enum name_reason {
    /* Why not. */
    NAME_REASON_SWAPPED, /* surname and given name change places */
    NAME_REASON_OTHER_PATRONYMIC,
    NAME_REASON_OTHER_SEX,
    NAME_REASON_LOOK_ALIKE, /* two different names that look alike */
    NAME_REASON_OTHER_INITIAL,
    NAME_REASON_OTHER_SURNAME,
    NAME_REASON_OTHER_GIVEN_NAME,
    NAME_REASON_OTHER_WORDS, /* the words differ, and nothing tells which is what */
    NAME_REASON_TOO_LITTLE,  /* too few words in common to say */
    /* What had to be forgiven. */
    NAME_REASON_LAYOUT,             /* typed on the wrong keyboard layout */
    NAME_REASON_SLIP,               /* one typing slip */
    NAME_REASON_SCAN,               /* letters misread by a scanner */
    NAME_REASON_LOOK_ALIKE_LETTERS, /* letters of another alphabet that look the same */
    NAME_REASON_INITIALS,
    NAME_REASON_JOINED,        /* one word here, two there */
    NAME_REASON_ENDING,        /* another ending of the surname or patronymic */
    NAME_REASON_SEX_OF_ENDING, /* the surname in its other form: -ov, -ova */
    NAME_REASON_PART_MISSING,  /* a word only one of them has */
    NAME_REASON_PATRONYMIC_MISSING,
    NAME_REASON_ORDER,
    NAME_REASON_SPELLING, /* another spelling of the same name */
    NAME_REASON_SCRIPT,   /* the other script */
    NAME_REASON_SAME,     /* letter by letter */
    NAME_REASON_COUNT
};

struct name_comparison {
    double score;     /* 0 to 1 */
    bool is_same;     /* can be one person's */
    unsigned reasons; /* bits 1U << enum name_reason */
};

/* From this score on two names count as the same, unless a reason says no. */
#define NAME_SCORE_SAME 0.8

/* Fails as name_parts_read() does, and with STATUS_TEXT_EMPTY when one name is in Arabic letters,
 * the other is not, and nothing tells that they are the same. */
MUST_CHECK enum status name_compare(struct name_comparison *out, const struct lexicon *lexicon,
                                    const char *left, const char *right, struct error *error);

/* The same for names that were taken apart before; not the wrong keyboard layout, which needs the
 * text. */
struct name_comparison name_compare_parts(const struct lexicon *lexicon,
                                          const struct name_parts *left,
                                          const struct name_parts *right);

/* The stable English name of a reason, such as "other_patronymic". */
const char *name_reason_word(enum name_reason reason);

#endif
