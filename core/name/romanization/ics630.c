/* SPDX-License-Identifier: Apache-2.0 */

/* Intelligence Community Standard 630-01 of 2015: names of persons in plain English letters.
 * One annex for each language; in all of them ъ and ь are left out and a doubled digraph is
 * written once. */
#include "name/romanization/table.h"

/* What its annexes have in common beside the rows that other tables share. */
static const struct romanization_row ics630_rows[] = {
    { .letter = u'ё', .latin = "yo" },
    { .letter = u'й', .latin = "y" },
    { .letter = u'ъ', .latin = "" },
    { .letter = u'ь', .latin = "" },
    { .letter = u'ю', .latin = "yu" },
    { .letter = u'я', .latin = "ya" },
    { .letter = 0 },
};

static const struct romanization_row kazakh_rows[] = {
    { .letter = u'ә', .latin = "a" }, { .letter = u'ғ', .latin = "gh" },
    { .letter = u'қ', .latin = "q" }, { .letter = u'ң', .latin = "ng" },
    { .letter = u'ө', .latin = "o" }, { .letter = u'ұ', .latin = "u" },
    { .letter = u'ү', .latin = "u" }, { .letter = u'һ', .latin = "h" },
    { .letter = u'і', .latin = "i" }, { .letter = 0 },
};

const struct romanization_table romanization_ics630_kk = {
    .name = "ics630-kk",
    .title = "Kazakh, United States standard for names of persons",
    .source = "ICS-630-01 (2015), annex Q",
    .parts = { kazakh_rows, ics630_rows, romanization_plain_rows, romanization_english_rows },
    .joins_doubled_digraphs = true,
};

static const struct romanization_row kyrgyz_rows[] = {
    { .letter = u'ж', .latin = "j" },
    { .letter = u'ң', .latin = "ng" },
    { .letter = u'ө', .latin = "o" },
    { .letter = u'ү', .latin = "u" },
    { .letter = 0 },
};

const struct romanization_table romanization_ics630_ky = {
    .name = "ics630-ky",
    .title = "Kyrgyz, United States standard for names of persons",
    .source = "ICS-630-01 (2015), annex R",
    .parts = { kyrgyz_rows, ics630_rows, romanization_plain_rows, romanization_english_rows },
    .joins_doubled_digraphs = true,
};

/* The only annex with a rule for е. */
static const struct romanization_row tajik_rows[] = {
    { .letter = u'ғ', .latin = "gh" }, { .letter = u'е', .after = NEIGHBOUR_EDGE, .latin = "ye" },
    { .letter = u'ӣ', .latin = "i" },  { .letter = u'қ', .latin = "q" },
    { .letter = u'ӯ', .latin = "u" },  { .letter = u'ҳ', .latin = "h" },
    { .letter = u'ҷ', .latin = "j" },  { .letter = 0 },
};

const struct romanization_table romanization_ics630_tg = {
    .name = "ics630-tg",
    .title = "Tajik, United States standard for names of persons",
    .source = "ICS-630-01 (2015), annex N",
    .parts = { tajik_rows, ics630_rows, romanization_plain_rows, romanization_english_rows },
    .joins_doubled_digraphs = true,
};

static const struct romanization_row turkmen_rows[] = {
    { .letter = u'җ', .latin = "j" },
    { .letter = u'ң', .latin = "ng" },
    { .letter = u'ө', .latin = "o" },
    { .letter = u'ү', .latin = "u" },
    { .letter = u'х', .latin = "h" },
    { .letter = u'ә', .latin = "a" },
    { .letter = 0 },
};

const struct romanization_table romanization_ics630_tk = {
    .name = "ics630-tk",
    .title = "Turkmen, United States standard for names of persons",
    .source = "ICS-630-01 (2015), annex T",
    .parts = { turkmen_rows, ics630_rows, romanization_plain_rows, romanization_english_rows },
    .joins_doubled_digraphs = true,
};

/* A widespread copy of the annex has iu and ia for small ю and я only, beside Yu and Ya for the
 * capitals: rows of another table that slipped in.  Here are those of the capitals. */
static const struct romanization_row uzbek_rows[] = {
    { .letter = u'ж', .latin = "j" }, { .letter = u'ў', .latin = "o" },
    { .letter = u'қ', .latin = "q" }, { .letter = u'ғ', .latin = "gh" },
    { .letter = u'ҳ', .latin = "h" }, { .letter = 0 },
};

const struct romanization_table romanization_ics630_uz = {
    .name = "ics630-uz",
    .title = "Uzbek, United States standard for names of persons",
    .source = "ICS-630-01 (2015), annex V",
    .parts = { uzbek_rows, ics630_rows, romanization_plain_rows, romanization_english_rows },
    .joins_doubled_digraphs = true,
};
