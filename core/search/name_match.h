/* SPDX-License-Identifier: Apache-2.0 */

/* How well the words that somebody typed fit a whole name: all of them must be in it, but it may
 * hold more. */
#ifndef QADAM_SEARCH_NAME_MATCH_H
#define QADAM_SEARCH_NAME_MATCH_H

#include "name/comparison.h"

struct name_match {
    int score;             /* 0 to 100; 0: some word is not in the name */
    unsigned name_reasons; /* bits of enum name_reason: what was forgiven */
    bool begins;           /* the last word is only the beginning of one */
};

/* is_open: the last word of "typed" may go on. */
struct name_match name_match_of(const struct lexicon *lexicon, const struct name_parts *typed,
                                bool is_open, const struct name_parts *name);

#endif
