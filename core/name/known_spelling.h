/* SPDX-License-Identifier: Apache-2.0 */

/* Names of the lexicon by how they are written in Latin letters: whoever knows that it is Айгуль
 * need not guess where the soft sign stands. */
#ifndef QADAM_NAME_KNOWN_SPELLING_H
#define QADAM_NAME_KNOWN_SPELLING_H

#include <stddef.h>

/* The Russian spelling of a name such as "Aigul" or "Nurlanov", in UTF-8 and not ended; NULL when
 * the lexicon has none.  ending is what a surname adds to it: "ов"; "" for a given name. */
const char *known_spelling(const char *latin, size_t latin_length, size_t *length,
                           const char **ending);

#endif
