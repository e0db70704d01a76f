/* SPDX-License-Identifier: Apache-2.0 */

/* How a table of romanization is written down; for core/name/romanization*.c alone. */
#ifndef QADAM_NAME_ROMANIZATION_TABLE_H
#define QADAM_NAME_ROMANIZATION_TABLE_H

#include <stdbool.h>
#include <uchar.h>

/* What can stand beside a letter; a row combines them with |. */
enum neighbour {
    NEIGHBOUR_EDGE = 1 << 0,  /* the word begins or ends here */
    NEIGHBOUR_VOWEL = 1 << 1, /* a Cyrillic vowel of any language */
    NEIGHBOUR_SIGN = 1 << 2,  /* ъ, ь or an apostrophe */
    NEIGHBOUR_SHORT_I = 1 << 3,
    NEIGHBOUR_OTHER = 1 << 4,
};

/* One letter in one place.  What is not given does not matter. */
struct romanization_row {
    char16_t letter;      /* small */
    char16_t previous;    /* only right after this small letter */
    char16_t next;        /* only right before this one */
    unsigned char after;  /* only after one of these neighbours */
    unsigned char before; /* only before one of these */
    const char *latin;    /* small, "" when it is not written */
};

enum { ROMANIZATION_PARTS = 5 };

struct romanization_table {
    const char *name;
    const char *title;
    const char *source;
    /* Rows that end with one without a letter.  The first row that fits is taken, so the rule
     * for a place stands before the general one and the country's letters before shared ones. */
    const struct romanization_row *parts[ROMANIZATION_PARTS];
    bool reads_latin;            /* to A-Z, without apostrophes */
    bool writes_dotted_i;        /* the capital of i is İ */
    bool joins_doubled_digraphs; /* шш is written as one sh */
};

extern const struct romanization_table romanization_icao;
extern const struct romanization_table romanization_gost2006;
extern const struct romanization_table romanization_mvd1997;
extern const struct romanization_table romanization_uz1995;
extern const struct romanization_table romanization_tk1999;
extern const struct romanization_table romanization_kk_passport;
extern const struct romanization_table romanization_kk2021;
extern const struct romanization_table romanization_ky_passport;
extern const struct romanization_table romanization_bgn_ky;
extern const struct romanization_table romanization_bgn_tg;
extern const struct romanization_table romanization_ics630_kk;
extern const struct romanization_table romanization_ics630_ky;
extern const struct romanization_table romanization_ics630_tg;
extern const struct romanization_table romanization_ics630_tk;
extern const struct romanization_table romanization_ics630_uz;

/* Rows that several tables share. */
extern const struct romanization_row romanization_plain_rows[];
extern const struct romanization_row romanization_english_rows[];
extern const struct romanization_row romanization_icao_rows[];
extern const struct romanization_row romanization_airline_rows[];

#endif
