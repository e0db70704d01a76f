/* SPDX-License-Identifier: Apache-2.0 */

/* What a word of a name sounds like, whatever script and spelling tradition it was written in.  A
 * sound is one small letter or digit of ASCII:
 *
 *     b c d f g h j k l m n p r s t v z   as in English, but c = ts (ц) or a Latin c of unknown
 *     sound, j = zh or dj (ж ҷ җ ž), h = kh too (х ҳ һ x), g = gh too (ғ), k = q too (қ)
 *     4 = ch (ч ç)   6 = sh (ш щ ş)   y = the glide (й, and before the vowel in ю я ё)
 *     a e i o u      i = ы і ı too, u = ү ұ ü too
 *     w              a vowel between o and u: ў ӯ ө ö oʻ
 *     0              a letter that was lost
 *     9              before a word of Arabic letters: it leaves vowels out, so that what is left
 *                    must not be taken for a short name of the other scripts
 *
 * Doubled sounds are written once, signs without a sound (ь ъ, apostrophes) not at all. */
#ifndef QADAM_NAME_SOUND_H
#define QADAM_NAME_SOUND_H

#include "name/letters.h"

enum { SOUND_SIZE = 2 * LETTERS_MAX + 1, SOUND_ARABIC = '9' };

/* The sounds of a word; "" when it holds none. */
void sound_of_letters(char out[SOUND_SIZE], const struct letters *word);

/* The form in which sounds are looked up: glides before a vowel left out, others written as the
 * vowel that they sound like (Айбек, Aibek), no h at the end. */
void sound_skeleton(char out[SOUND_SIZE], const char *sounds);

/* The same without vowels and glides, for finding: a word that begins with one begins with "a".
 * Never empty unless the sounds are. */
void sound_bones(char out[SOUND_SIZE], const char *sounds);

bool sound_is_vowel(char sound);

#endif
