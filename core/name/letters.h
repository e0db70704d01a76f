/* SPDX-License-Identifier: Apache-2.0 */

/* The letters of one word of a name, small and repaired: what a clerk meant to type, still in the
 * script it was typed in. */
#ifndef QADAM_NAME_LETTERS_H
#define QADAM_NAME_LETTERS_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    LETTERS_MAX = 48,           /* letters of one word; what is longer is cut */
    LETTERS_WORDS_MAX = 10,     /* words of one name; further ones are not looked at */
    LETTERS_LOST = '?',         /* a letter that some PC could not show */
    LETTERS_APOSTROPHE = 0x2BB, /* stands for every apostrophe, turned comma or accent alone */
};

/* How a word had to be repaired. */
enum letters_repair {
    LETTERS_REPAIR_LOOK_ALIKE = 1 << 0, /* a Latin letter inside a Cyrillic word, or the reverse */
    LETTERS_REPAIR_DIGIT = 1 << 1,      /* a digit that a scanner read for a letter */
};

struct letters {
    uint32_t items[LETTERS_MAX]; /* code points, lower case */
    size_t count;
    bool is_cyrillic;
    bool ends_with_dot; /* an initial such as "А." */
    unsigned repairs;   /* bits of enum letters_repair */
};

struct letters_list {
    struct letters words[LETTERS_WORDS_MAX];
    size_t count;
};

/* Splits a text (UTF-8, any normal form) into words: at spaces, commas, dots, hyphens, underscores
 * and the filler "<" of machine-readable zones.  Numbers are left out. */
void letters_read(struct letters_list *out, const char *text);

#endif
