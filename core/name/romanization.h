/* SPDX-License-Identifier: Apache-2.0 */

/* Cyrillic names in Latin letters, by the tables that passports, laws and agencies use.  Each
 * table is data of its own (in romanization/) with the source it was taken from. */
#ifndef QADAM_NAME_ROMANIZATION_H
#define QADAM_NAME_ROMANIZATION_H

#include "base/error.h"

#include <stdbool.h>

enum romanization {
    ROMANIZATION_ICAO,
    ROMANIZATION_GOST2006,
    ROMANIZATION_MVD1997,
    ROMANIZATION_UZ1995,
    ROMANIZATION_TK1999,
    ROMANIZATION_KK_PASSPORT,
    ROMANIZATION_KK2021,
    ROMANIZATION_KY_PASSPORT,
    ROMANIZATION_BGN_KY,
    ROMANIZATION_BGN_TG,
    ROMANIZATION_ICS630_KK,
    ROMANIZATION_ICS630_KY,
    ROMANIZATION_ICS630_TG,
    ROMANIZATION_ICS630_TK,
    ROMANIZATION_ICS630_UZ,
    ROMANIZATION_COUNT
};

/* The table of that name; false when there is none. */
bool romanization_find(const char *name, enum romanization *out);

/* What the table is called in commands ("uz1995"), what it is, and where it comes from: English,
 * one line each. */
const char *romanization_name(enum romanization table);
const char *romanization_title(enum romanization table);
const char *romanization_source(enum romanization table);

/* Writes valid UTF-8 text in NFC (see text_accept()) by that table; the caller frees it.
 *
 * Case stays: a letter that becomes two or more is all capitals between capitals ("ЩУКИН":
 * "SHCHUKIN") and begins with one otherwise ("Щукин": "Shchukin", "Щ.": "Shch.").  A hyphen or
 * a space begins a new word, an apostrophe inside a word counts as the hard sign.  Accents on
 * letters that the table writes are dropped.  What it does not know - digits, punctuation, Latin
 * and foreign letters - stays as it is; only ROMANIZATION_ICAO also takes Latin letters, to A-Z,
 * and leaves apostrophes out.  Fails only for want of memory. */
MUST_CHECK enum status romanization_apply(char **out, enum romanization table, const char *text,
                                          struct error *error);

/* A name as in the name field of a machine-readable zone (ICAO Doc 9303-3, sections 4.6 and 6):
 * A-Z, and one '<' between parts, for any run of spaces, hyphens and commas; apostrophes, digits
 * and other signs are left out.  "" when nothing is left.  The caller frees it.
 *   STATUS_INVALID  a letter of a script that none of the tables reads. */
MUST_CHECK enum status romanization_to_mrz(char **out, const char *text, struct error *error);

#endif
