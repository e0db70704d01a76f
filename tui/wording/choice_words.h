/* SPDX-License-Identifier: Apache-2.0 */

/* Choices by the words that stand on the screen. */
#ifndef QADAM_WORDING_CHOICE_WORDS_H
#define QADAM_WORDING_CHOICE_WORDS_H

#include "wording/field_text.h"

/* What was typed, with the ids of the choices in the place of their titles: in the user's language
 * or in English, in any case of letters, and of their numbers.  takes_beginnings: on a terminal,
 * where whoever typed it sees what came of it, the first letters will do, and for yes and no the
 * first one.  What is no choice stays as it was.  The caller frees it; NULL without memory. */
char *choice_words_read(const struct case_place *place, const char *typed, bool takes_beginnings);

#endif
