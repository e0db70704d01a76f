/* SPDX-License-Identifier: Apache-2.0 */

/* A whole name taken apart: "Асан уулу Бакыт" is a child of Asan and the given name Bakyt. */
#ifndef QADAM_NAME_NAME_PARTS_H
#define QADAM_NAME_NAME_PARTS_H

#include "name/stem.h"

enum {
    NAME_PARTS_MAX = 8,
    NAME_TEXT_MAX = 1000, /* bytes of a name that can be taken apart */
};

struct name_part {
    struct letters letters;  /* of the word without its marker */
    char sounds[SOUND_SIZE]; /* of the whole word */
    struct stem stem;
    struct lexicon_senses senses; /* the names that the stem can be */
};

struct name_parts {
    struct name_part items[NAME_PARTS_MAX];
    size_t count;
    unsigned repairs; /* bits of enum letters_repair, over all words */
    bool is_cyrillic; /* most words are */
};

/* Takes a name apart; text is UTF-8.  STATUS_TEXT_INVALID when it is not, STATUS_TEXT_TOO_LONG,
 * STATUS_TEXT_EMPTY when it holds no letter of a Latin, Cyrillic or Arabic alphabet. */
MUST_CHECK enum status name_parts_read(struct name_parts *out, const struct lexicon *lexicon,
                                       const char *text, struct error *error);

/* The same name with the words at and at + 1 written as one: "Нур Султан", "Нурсултан".  False when
 * they are no plain words, or of two scripts. */
bool name_parts_join(struct name_parts *out, const struct lexicon *lexicon,
                     const struct name_parts *parts, size_t at);

#endif
