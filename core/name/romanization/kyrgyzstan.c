/* SPDX-License-Identifier: Apache-2.0 */

/* Kyrgyzstan: passports, and place names. */
#include "name/romanization/table.h"

/* Passports of the early 2010s have DZH for Ж; the service centres of today write ZH.  Ң, Ө, Ү
 * and Ы vary, and the holder may ask for another spelling. */
static const struct romanization_row ky_passport_rows[] = {
    { .letter = u'ң', .latin = "n" },
    { .letter = u'ө', .latin = "o" },
    { .letter = u'ү', .latin = "u" },
    { .letter = 0 },
};

const struct romanization_table romanization_ky_passport = {
    .name = "ky-passport",
    .title = "Passports of Kyrgyzstan",
    .source = "practice of the passport offices of Kyrgyzstan, on the ground of ICAO Doc 9303-3; "
              "no published table",
    .parts = { ky_passport_rows, romanization_plain_rows, romanization_english_rows,
               romanization_icao_rows, romanization_airline_rows },
};

/* The system allows n·g for нг, to tell it from ң, and ı for ы: neither is done here. */
static const struct romanization_row bgn_ky_rows[] = {
    { .letter = u'ё', .latin = "yo" },
    { .letter = u'ж', .latin = "j" },
    { .letter = u'й', .latin = "y" },
    { .letter = u'ң', .latin = "ng" },
    { .letter = u'ө', .latin = "ö" },
    { .letter = u'ү', .latin = "ü" },
    { .letter = u'ъ', .latin = "”" },
    { .letter = u'ь', .latin = "’" },
    { .letter = u'ю', .latin = "yu" },
    { .letter = u'я', .latin = "ya" },
    { .letter = 0 },
};

const struct romanization_table romanization_bgn_ky = {
    .name = "bgn-ky",
    .title = "Kyrgyz, United States and British boards on geographic names",
    .source = "BGN/PCGN 1979 system for Kyrgyz, checked in 2022",
    .parts = { bgn_ky_rows, romanization_plain_rows, romanization_english_rows },
};
