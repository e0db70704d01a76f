/* SPDX-License-Identifier: Apache-2.0 */

/* Which word of one name goes with which of another: the assignment that is worth most. */
#ifndef QADAM_NAME_MATCHING_H
#define QADAM_NAME_MATCHING_H

#include "name/word_pair.h"

enum {
    MATCHING_NONE = -1,
    /* What a pair counts for. */
    MATCHING_WEIGHT_WORD = 100,
    MATCHING_WEIGHT_PATRONYMIC = 60,
    MATCHING_WEIGHT_INITIAL = 35,
};

struct matching {
    const struct lexicon *lexicon;
    const struct name_parts *left, *right;
    struct word_pair pairs[NAME_PARTS_MAX][NAME_PARTS_MAX]; /* every word with every other */
    int partner[NAME_PARTS_MAX]; /* of each word of the left name; MATCHING_NONE */
};

/* Both names outlive the matching. */
void matching_make(struct matching *out, const struct lexicon *lexicon,
                   const struct name_parts *left, const struct name_parts *right);

int matching_weight(const struct name_part *left, const struct name_part *right);

/* Whether a word says whose child somebody is. */
bool matching_is_paternal(const struct name_part *part);

#endif
