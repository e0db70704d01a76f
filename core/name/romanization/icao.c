/* SPDX-License-Identifier: Apache-2.0 */

/* Machine-readable travel documents: ICAO Doc 9303, and what Russia used before it took that
 * over in 2013 (order 320 of the Federal Migration Service of 15 October 2012). */
#include "name/romanization/table.h"

/* Section 6.A.  Where it leaves a choice, its first form; letters with a mark that do not stand
 * here lose it.  Ə is missing there: travellers' documents write it A or E. */
static const struct romanization_row latin_rows[] = {
    { .letter = u'ä', .latin = "ae" },
    { .letter = u'å', .latin = "aa" },
    { .letter = u'æ', .latin = "ae" },
    { .letter = u'ð', .latin = "d" },
    { .letter = u'đ', .latin = "d" },
    { .letter = u'ə', .latin = "e" },
    { .letter = u'ħ', .latin = "h" },
    { .letter = u'ı', .latin = "i" },
    { .letter = u'ĳ', .latin = "ij" },
    { .letter = u'ĸ', .latin = "q" },
    { .letter = u'ŀ', .latin = "l" },
    { .letter = u'ł', .latin = "l" },
    { .letter = u'ŋ', .latin = "n" },
    { .letter = u'ö', .latin = "oe" },
    { .letter = u'ø', .latin = "oe" },
    { .letter = u'œ', .latin = "oe" },
    { .letter = u'ß', .latin = "ss" },
    { .letter = u'ŧ', .latin = "t" },
    { .letter = u'þ', .latin = "th" },
    { .letter = u'ü', .latin = "ue" },
    /* Section 4.6: apostrophes are left out.  All the signs that people type for one. */
    { .letter = u'\'', .latin = "" },
    { .letter = u'`', .latin = "" },
    { .letter = u'´', .latin = "" },
    { .letter = u'ʹ', .latin = "" },
    { .letter = u'ʻ', .latin = "" },
    { .letter = u'ʼ', .latin = "" },
    { .letter = u'‘', .latin = "" },
    { .letter = u'’', .latin = "" },
    { .letter = 0 },
};

const struct romanization_table romanization_icao = {
    .name = "icao",
    .title = "Travel documents everywhere, Russia since 2013",
    .source = "ICAO Doc 9303-3 (8th edition, 2021), section 6; letters it lacks as on airline "
              "tickets",
    .parts = { romanization_plain_rows, romanization_english_rows, romanization_icao_rows,
               romanization_airline_rows, latin_rows },
    .reads_latin = true,
};

static const struct romanization_row gost2006_rows[] = {
    { .letter = u'ё', .latin = "e" },  { .letter = u'й', .latin = "i" },
    { .letter = u'ц', .latin = "tc" }, { .letter = u'ъ', .latin = "" },
    { .letter = u'ь', .latin = "" },   { .letter = u'ю', .latin = "iu" },
    { .letter = u'я', .latin = "ia" }, { .letter = 0 },
};

const struct romanization_table romanization_gost2006 = {
    .name = "gost2006",
    .title = "Russia 2010-2013",
    .source = "GOST R 52535.1-2006; order 26 of the Federal Migration Service of "
              "3 February 2010; other letters as on airline tickets",
    .parts = { gost2006_rows, romanization_plain_rows, romanization_english_rows,
               romanization_airline_rows },
};

/* The order speaks for itself only in examples, and summaries of it disagree: some write YE after
 * every vowel too (that is order 782 of 2000, for driving licences), some leave ъ and ь out.
 * Here is what the passports of the time show: ELENA, VASILYEV, IL'IN.  Endings in -ИЙ and -ЫЙ
 * could also be shortened to -Y, and КС written X, at the holder's wish. */
static const struct romanization_row mvd1997_rows[] = {
    { .letter = u'е', .after = NEIGHBOUR_SIGN, .latin = "ye" },
    { .letter = u'ё', .after = NEIGHBOUR_SIGN, .latin = "ye" },
    { .letter = u'ё', .latin = "e" },
    { .letter = u'й', .latin = "y" },
    { .letter = u'ъ', .next = u'е', .latin = "" },
    { .letter = u'ъ', .next = u'ё', .latin = "" },
    { .letter = u'ъ', .latin = "\"" },
    { .letter = u'ь', .next = u'е', .latin = "" },
    { .letter = u'ь', .next = u'ё', .latin = "" },
    { .letter = u'ь', .latin = "'" },
    { .letter = u'ю', .latin = "yu" },
    { .letter = u'я', .latin = "ya" },
    { .letter = 0 },
};

const struct romanization_table romanization_mvd1997 = {
    .name = "mvd1997",
    .title = "Russia 1997-2010",
    .source = "order 310 of the Ministry of Internal Affairs of Russia of 26 May 1997, as later "
              "summaries give it; other letters as on airline tickets",
    .parts = { mvd1997_rows, romanization_plain_rows, romanization_english_rows,
               romanization_airline_rows },
};
