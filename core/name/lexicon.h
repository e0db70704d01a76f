/* SPDX-License-Identifier: Apache-2.0 */

/* Which name a word is.  "Muhammad", "Мұхаммед" and "Магомед" are one name; "Hasan" and "Husan" are
 * two, though they differ in one vowel only.  Surnames are made from the same names, so Yusupov and
 * Yunusov are told apart here too. */
#ifndef QADAM_NAME_LEXICON_H
#define QADAM_NAME_LEXICON_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct lexicon;

enum { LEXICON_SENSES_MAX = 4 };

/* The names that a word can be; mostly none or one. */
struct lexicon_senses {
    uint16_t names[LEXICON_SENSES_MAX];
    uint8_t count;
};

/* Reads the tables: some milliseconds and some hundred KiB. */
MUST_CHECK enum status lexicon_new(struct lexicon **out, struct error *error);
void lexicon_free(struct lexicon **lexicon);

/* The one that the whole program uses, made when it is first asked for and kept; NULL without
 * memory.  The first call must not come from two threads at once. */
const struct lexicon *lexicon_shared(void);

/* What a word with these sounds is; sounds as in sound.h. */
struct lexicon_senses lexicon_find(const struct lexicon *lexicon, const char *sounds);
bool lexicon_knows(const struct lexicon *lexicon, const char *sounds);

/* Whether both have a name in common. */
bool lexicon_senses_meet(const struct lexicon_senses *left, const struct lexicon_senses *right);

/* 'm', 'f' or 'u'. */
char lexicon_sex(const struct lexicon *lexicon, uint16_t name);

/* The different skeletons that a name has, counted from 0; NULL after the last.  Borrowed. */
const char *lexicon_skeleton(const struct lexicon *lexicon, uint16_t name, size_t index);

#endif
