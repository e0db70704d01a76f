/* SPDX-License-Identifier: Apache-2.0 */

/* What a name was meant to be that was typed on the wrong keyboard layout: "Rfhbvjd" is "Каримов".
 */
#ifndef QADAM_NAME_MISTYPED_H
#define QADAM_NAME_MISTYPED_H

#include "name/name_parts.h"

enum { MISTYPED_INITIALS = 3 };

/* One text on its way through the layouts. */
struct mistyped {
    const char *text;
    const struct name_parts *other;
    bool is_cyrillic;
    size_t next;
    char initials[MISTYPED_INITIALS][5]; /* the first characters of the first words */
    size_t initial_count;
};

/* Begins with the text as typed and the name that it may be.  Both outlive the walk. */
void mistyped_begin(struct mistyped *mistyped, const char *text, bool is_cyrillic,
                    const struct name_parts *other);

/* The next reading whose words begin as words of the other name do; false when there is none. */
bool mistyped_next(struct mistyped *mistyped, const struct lexicon *lexicon,
                   struct name_parts *out);

#endif
