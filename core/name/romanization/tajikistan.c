/* SPDX-License-Identifier: Apache-2.0 */

/* Tajikistan. */
#include "name/romanization/table.h"

/* The system allows g·h, z·h, k·h and s·h for гҳ, зҳ, кҳ and сҳ: that is not done here. */
static const struct romanization_row bgn_tg_rows[] = {
    { .letter = u'ғ', .latin = "gh" },
    { .letter = u'ё', .latin = "yo" },
    { .letter = u'й', .latin = "y" },
    { .letter = u'ӣ', .latin = "í" },
    { .letter = u'қ', .latin = "q" },
    { .letter = u'ӯ', .latin = "ŭ" },
    { .letter = u'ҳ', .latin = "h" },
    { .letter = u'ҷ', .latin = "j" },
    { .letter = u'ъ', .latin = "’" },
    { .letter = u'э', .latin = "ė" },
    { .letter = u'ю', .latin = "yu" },
    { .letter = u'я', .latin = "ya" },
    /* Abolished by the decree of 3 September 1998. */
    { .letter = u'ц', .after = NEIGHBOUR_VOWEL, .before = NEIGHBOUR_VOWEL, .latin = "ts" },
    { .letter = u'ц', .latin = "s" },
    { .letter = u'щ', .latin = "sh" },
    { .letter = u'ы', .latin = "i" },
    { .letter = u'ь', .latin = "" },
    { .letter = 0 },
};

const struct romanization_table romanization_bgn_tg = {
    .name = "bgn-tg",
    .title = "Tajik, United States and British boards on geographic names",
    .source = "BGN/PCGN 1994 system for Tajik, checked in 2022",
    .parts = { bgn_tg_rows, romanization_plain_rows, romanization_english_rows },
};
