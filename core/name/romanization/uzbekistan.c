/* SPDX-License-Identifier: Apache-2.0 */

/* Uzbekistan: the Latin alphabet of 1995. */
#include "name/romanization/table.h"

/* The turned comma U+02BB belongs to oʻ and gʻ; U+02BC is the tutuq belgisi, which also keeps
 * the s and h of сҳ apart and is not written after oʻ. */
static const struct romanization_row uz1995_rows[] = {
    { .letter = u'е', .after = NEIGHBOUR_EDGE | NEIGHBOUR_VOWEL | NEIGHBOUR_SIGN, .latin = "ye" },
    { .letter = u'ё', .latin = "yo" },
    { .letter = u'ж', .latin = "j" },
    { .letter = u'и', .previous = u'ь', .latin = "yi" },
    { .letter = u'й', .latin = "y" },
    { .letter = u'о', .previous = u'ь', .latin = "yo" },
    { .letter = u'х', .latin = "x" },
    { .letter = u'ц', .after = NEIGHBOUR_VOWEL, .latin = "ts" },
    { .letter = u'ц', .latin = "s" },
    { .letter = u'ч', .latin = "ch" },
    { .letter = u'ш', .latin = "sh" },
    { .letter = u'ъ', .previous = u'ў', .latin = "" },
    { .letter = u'ъ', .latin = "ʼ" },
    { .letter = u'ь', .latin = "" },
    { .letter = u'ю', .latin = "yu" },
    { .letter = u'я', .latin = "ya" },
    { .letter = u'ў', .latin = "oʻ" },
    { .letter = u'қ', .latin = "q" },
    { .letter = u'ғ', .latin = "gʻ" },
    { .letter = u'ҳ', .previous = u'с', .latin = "ʼh" },
    { .letter = u'ҳ', .latin = "h" },
    { .letter = 0 },
};

/* Not in the alphabet: Russian names are written шч and и in Uzbek Cyrillic. */
static const struct romanization_row uz1995_russian_rows[] = {
    { .letter = u'щ', .latin = "shch" },
    { .letter = u'ы', .latin = "i" },
    { .letter = 0 },
};

const struct romanization_table romanization_uz1995 = {
    .name = "uz1995",
    .title = "Uzbek Latin alphabet",
    .source = "law of Uzbekistan on the Latin alphabet as amended on 6 May 1995; spelling rules, "
              "resolution 339 of the Cabinet of Ministers of 24 August 1995",
    .parts = { uz1995_rows, romanization_plain_rows, uz1995_russian_rows },
};
