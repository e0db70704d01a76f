/* SPDX-License-Identifier: Apache-2.0 */

/* Turkmenistan: the Latin alphabet of 1993 in its form of 1999. */
#include "name/romanization/table.h"

/* After ъ and ь the published table says nothing of е; Turkmen spelling has ýe (Wasilýew,
 * obýekt). */
static const struct romanization_row tk1999_rows[] = {
    { .letter = u'в', .latin = "w" },
    { .letter = u'е',
      .after = NEIGHBOUR_EDGE | NEIGHBOUR_VOWEL | NEIGHBOUR_SHORT_I | NEIGHBOUR_SIGN,
      .latin = "ýe" },
    { .letter = u'ё', .latin = "ýo" },
    { .letter = u'ж', .latin = "ž" },
    { .letter = u'җ', .latin = "j" },
    { .letter = u'й', .latin = "ý" },
    { .letter = u'ң', .latin = "ň" },
    { .letter = u'ө', .latin = "ö" },
    { .letter = u'ү', .latin = "ü" },
    { .letter = u'х', .latin = "h" },
    { .letter = u'ц', .latin = "s" },
    { .letter = u'ч', .latin = "ç" },
    { .letter = u'ш', .latin = "ş" },
    { .letter = u'щ', .latin = "şç" },
    { .letter = u'ъ', .latin = "" },
    { .letter = u'ы', .latin = "y" },
    { .letter = u'ь', .latin = "" },
    { .letter = u'ә', .latin = "ä" },
    { .letter = u'ю', .latin = "ýu" },
    { .letter = u'я', .latin = "ýa" },
    { .letter = 0 },
};

const struct romanization_table romanization_tk1999 = {
    .name = "tk1999",
    .title = "Turkmen Latin alphabet",
    .source = "alphabet of Turkmenistan of 1993 as revised in 1999; BGN/PCGN table of "
              "correspondences for Turkmen, checked in 2022",
    .parts = { tk1999_rows, romanization_plain_rows },
};
