/* SPDX-License-Identifier: Apache-2.0 */

/* Rows that several tables of romanization share. */
#include "name/romanization/table.h"

/* What all tables write alike, unless a row of their own comes before. */
const struct romanization_row romanization_plain_rows[] = {
    { .letter = u'а', .latin = "a" },
    { .letter = u'б', .latin = "b" },
    { .letter = u'в', .latin = "v" },
    { .letter = u'г', .latin = "g" },
    { .letter = u'д', .latin = "d" },
    { .letter = u'е', .latin = "e" },
    { .letter = u'з', .latin = "z" },
    { .letter = u'и', .latin = "i" },
    { .letter = u'к', .latin = "k" },
    { .letter = u'л', .latin = "l" },
    { .letter = u'м', .latin = "m" },
    { .letter = u'н', .latin = "n" },
    { .letter = u'о', .latin = "o" },
    { .letter = u'п', .latin = "p" },
    { .letter = u'р', .latin = "r" },
    { .letter = u'с', .latin = "s" },
    { .letter = u'т', .latin = "t" },
    { .letter = u'у', .latin = "u" },
    { .letter = u'ф', .latin = "f" },
    { .letter = u'э', .latin = "e" },
    { .letter = 0 },
};

/* The digraphs of English spelling, which the tables without diacritics write alike. */
const struct romanization_row romanization_english_rows[] = {
    { .letter = u'ж', .latin = "zh" }, { .letter = u'х', .latin = "kh" },
    { .letter = u'ц', .latin = "ts" }, { .letter = u'ч', .latin = "ch" },
    { .letter = u'ш', .latin = "sh" }, { .letter = u'щ', .latin = "shch" },
    { .letter = u'ы', .latin = "y" },  { .letter = 0 },
};

/* ICAO Doc 9303-3 (8th edition, 2021), section 6.B, with the form that it gives for no particular
 * language; what it shares with the rows above is not repeated.  It prints U+04BA (Һ), "C": a
 * slip for the Serbian Ћ, whose own letter stands here; Һ is among the airlines' rows. */
const struct romanization_row romanization_icao_rows[] = {
    { .letter = u'ё', .latin = "e" },
    { .letter = u'й', .latin = "i" },
    { .letter = u'ъ', .latin = "ie" },
    { .letter = u'ь', .latin = "" },
    { .letter = u'ю', .latin = "iu" },
    { .letter = u'я', .latin = "ia" },
    { .letter = u'і', .latin = "i" },
    { .letter = u'ї', .latin = "i" },
    { .letter = u'є', .latin = "ie" },
    { .letter = u'ґ', .latin = "g" },
    { .letter = u'ў', .latin = "u" },
    { .letter = u'ѵ', .latin = "y" },
    { .letter = u'ѫ', .latin = "u" },
    { .letter = u'ѓ', .latin = "g" },
    { .letter = u'ђ', .latin = "d" },
    { .letter = u'ѕ', .latin = "dz" },
    { .letter = u'ј', .latin = "j" },
    { .letter = u'ќ', .latin = "k" },
    { .letter = u'љ', .latin = "lj" },
    { .letter = u'њ', .latin = "nj" },
    { .letter = u'ћ', .latin = "c" },
    { .letter = u'џ', .latin = "dz" },
    { .letter = 0 },
};

/* An extension: what Doc 9303 lacks, as airlines write it on tickets.  From that practice depart
 * Һ (tickets: KH) and Ҷ (tickets: CH), written as in the passports of Kazakhstan and Tajikistan,
 * and Җ, which tickets do not know, as in the Turkmen alphabet of 1999. */
const struct romanization_row romanization_airline_rows[] = {
    { .letter = u'ә', .latin = "a" },  { .letter = u'ғ', .latin = "g" },
    { .letter = u'қ', .latin = "k" },  { .letter = u'ң', .latin = "n" },
    { .letter = u'ө', .latin = "o" },  { .letter = u'ұ', .latin = "u" },
    { .letter = u'ү', .latin = "u" },  { .letter = u'һ', .latin = "h" },
    { .letter = u'і', .latin = "i" },  { .letter = u'ў', .latin = "u" },
    { .letter = u'ӣ', .latin = "i" },  { .letter = u'ӯ', .latin = "u" },
    { .letter = u'ҳ', .latin = "kh" }, { .letter = u'ҷ', .latin = "j" },
    { .letter = u'җ', .latin = "j" },  { .letter = 0 },
};
