/* SPDX-License-Identifier: Apache-2.0 */

/* Kazakhstan: passports of today, and the Latin alphabet that is to come by 2031. */
#include "name/romanization/table.h"

/* No text of the ministry's instruction was found; these are the spellings that passports show
 * (YESSENOV, KASSYMOV, TOKAYEV, KHILL), and the holder may ask for others. */
static const struct romanization_row kk_passport_rows[] = {
    { .letter = u'е', .after = NEIGHBOUR_EDGE | NEIGHBOUR_VOWEL | NEIGHBOUR_SIGN, .latin = "ye" },
    { .letter = u'ё', .latin = "yo" },
    { .letter = u'й', .latin = "y" },
    { .letter = u'с', .after = NEIGHBOUR_VOWEL, .before = NEIGHBOUR_VOWEL, .latin = "ss" },
    { .letter = u'ъ', .latin = "" },
    { .letter = u'ь', .latin = "" },
    { .letter = u'ю', .latin = "yu" },
    { .letter = u'я', .latin = "ya" },
    { .letter = 0 },
};

const struct romanization_table romanization_kk_passport = {
    .name = "kk-passport",
    .title = "Passports of Kazakhstan",
    .source = "practice of the passport offices of Kazakhstan; no published table",
    .parts = { kk_passport_rows, romanization_plain_rows, romanization_english_rows,
               romanization_airline_rows },
};

static const struct romanization_row kk2021_rows[] = {
    { .letter = u'ә', .latin = "ä" }, { .letter = u'ғ', .latin = "ğ" },
    { .letter = u'ж', .latin = "j" }, { .letter = u'й', .latin = "i" },
    { .letter = u'қ', .latin = "q" }, { .letter = u'ң', .latin = "ñ" },
    { .letter = u'ө', .latin = "ö" }, { .letter = u'ұ', .latin = "ū" },
    { .letter = u'ү', .latin = "ü" }, { .letter = u'х', .latin = "h" },
    { .letter = u'һ', .latin = "h" }, { .letter = u'ч', .latin = "tş" },
    { .letter = u'ш', .latin = "ş" }, { .letter = u'ы', .latin = "y" },
    { .letter = u'і', .latin = "ı" }, { .letter = 0 },
};

/* The draft has no letters for these: they are to vanish from Kazakh words.  Names that keep them
 * are written as in the spelling rules published with its forerunner of 2018; ё is also seen as
 * yo. */
static const struct romanization_row kk2021_loan_rows[] = {
    { .letter = u'ё', .latin = "io" },  { .letter = u'ц', .latin = "ts" },
    { .letter = u'щ', .latin = "ştş" }, { .letter = u'ъ', .latin = "" },
    { .letter = u'ь', .latin = "" },    { .letter = u'ю', .latin = "iu" },
    { .letter = u'я', .latin = "ia" },  { .letter = 0 },
};

const struct romanization_table romanization_kk2021 = {
    .name = "kk2021",
    .title = "Kazakh Latin alphabet, not yet in documents",
    .source = "draft of the government of Kazakhstan of 28 January 2021, with the Ñ of its "
              "version of 22 April 2021; Russian letters by the rules of 2018",
    .parts = { kk2021_rows, kk2021_loan_rows, romanization_plain_rows },
    .writes_dotted_i = true,
};
