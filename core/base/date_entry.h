/* SPDX-License-Identifier: Apache-2.0 */

/* What people type for a date.  Day first, always: 3/4/91 is the third of April.
 *
 *     1991-06-14  14.06.1991  14/6/91  14 6 1991  14061991  19910614  140691
 *     14 июня 1991 г.   14-маусым 1991   1991-жылы 14 июнь   June 14, 1991   14jun91
 *     1991-06  06.1991  июнь 1991                              only the month is known
 *     1991                                                     only the year
 *     ~1991  ~91                                               about then
 *     t  +3  -1                                                today, days from today
 *
 * The names of months are those of Russian, Kazakh, Kyrgyz, Tajik, Turkmen, Uzbek and English,
 * whole or the first three letters. */
#ifndef QADAM_BASE_DATE_ENTRY_H
#define QADAM_BASE_DATE_ENTRY_H

#include "base/date.h"

enum {
    DATE_ENTRY_AGE_MAX = 110, /* years; nobody is searched for as older than this */
    DATE_ENTRY_GUESSES = 2,
};

/* Reads a date of the past, such as a birth: a year of two digits is the latest one that makes a
 * date not after today.  STATUS_DATE_INVALID when it is no date or there is no such day. */
MUST_CHECK enum status date_entry_parse(struct date *out, const char *text, struct day today,
                                        struct error *error);

/* Reads a date that may lie ahead, such as the end of a paper's validity: a year of two digits is
 * one from 49 years before to 50 years after this year. */
MUST_CHECK enum status date_entry_parse_near(struct date *out, const char *text, struct day today,
                                             struct error *error);

/* Whether a text of a search can mean a date of birth, and which: the most likely first.  Two of
 * them when a year of two digits can belong to either century.  Returns how many.  What is
 * written as an offset from today is none. */
int date_entry_guess(struct date out[DATE_ENTRY_GUESSES], const char *text, struct day today);

#endif
