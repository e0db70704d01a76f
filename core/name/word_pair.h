/* SPDX-License-Identifier: Apache-2.0 */

/* Two words of two names: can they be the same word?  What comparison.h builds on. */
#ifndef QADAM_NAME_WORD_PAIR_H
#define QADAM_NAME_WORD_PAIR_H

#include "name/comparison.h"

enum { WORD_PAIR_SAME = 75 }; /* from this similarity on they can be */

struct word_pair {
    int similarity;   /* 0 to 100 */
    unsigned reasons; /* bits of enum name_reason: what was forgiven, or why not */
    bool is_slip;     /* only by forgiving a slip */
    bool is_veto;     /* the reasons forbid that these are one, whatever the rest says */
};

struct word_pair word_pair_of(const struct lexicon *lexicon, const struct name_part *left,
                              const struct name_part *right);

/* Whether both are of Latin, of Cyrillic or of Arabic letters. */
bool word_pair_is_one_script(const struct name_part *left, const struct name_part *right);

/* Whether the kinds of words can stand for each other at all: a patronymic never for a surname. */
bool word_pair_roles_fit(enum name_role left, enum name_role right);

#endif
