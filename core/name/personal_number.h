/* SPDX-License-Identifier: Apache-2.0 */

/* The numbers by which states know a person.  They carry a date of birth and a sex, so they can
 * be compared with what is known.  A problem never blocks: registers hold wrong numbers too, and
 * only staff can tell; the caller warns.
 *
 *   IIN    Kazakhstan, 12 digits: YYMMDD, century and sex (1/2, 3/4, 5/6: the 19th, 20th, 21st
 *          century; odd male, even female), 4 of a serial, a check digit by the weights 1 to 11
 *          modulo 11, and by 3 to 11, 1, 2 when that gives 10; a number for which both give 10
 *          is not issued (Rules for forming identification numbers, Government resolution No.
 *          406 of 22 May 2007).
 *   PINFL  Uzbekistan, 14 digits: century and sex as above, DDMMYY, 3 of the district, 3 of a
 *          serial, a check digit by the weights 7, 3, 1 modulo 10.  No official text was found:
 *          this is what open-source software for Uzbek services agrees on.
 *   PIN    Kyrgyzstan, 14 digits: sex (1 female, 2 male), DDMMYYYY, 5 of a serial; no check digit
 *          is documented.  The same source. */
#ifndef QADAM_NAME_PERSONAL_NUMBER_H
#define QADAM_NAME_PERSONAL_NUMBER_H

#include "base/date.h"

#include <stdbool.h>

enum personal_number_kind {
    PERSONAL_NUMBER_KZ_IIN,
    PERSONAL_NUMBER_UZ_PINFL,
    PERSONAL_NUMBER_KG_PIN,
    PERSONAL_NUMBER_KIND_COUNT
};

enum personal_number_problem {
    PERSONAL_NUMBER_SOUND,
    PERSONAL_NUMBER_NOT_DIGITS,
    PERSONAL_NUMBER_LENGTH,
    PERSONAL_NUMBER_CENTURY_DIGIT, /* or the digit of the sex in a PIN */
    PERSONAL_NUMBER_DATE_IMPOSSIBLE,
    PERSONAL_NUMBER_UNUSABLE, /* no check digit goes with it: it cannot have been issued */
    PERSONAL_NUMBER_CHECK_DIGIT,
    PERSONAL_NUMBER_DIFFERS_FROM_BIRTH,
    PERSONAL_NUMBER_DIFFERS_FROM_SEX,
    PERSONAL_NUMBER_PROBLEM_COUNT
};

enum { PERSONAL_NUMBER_SIZE = 15 }; /* the digits and their NUL */

struct personal_number {
    enum personal_number_kind kind;
    enum personal_number_problem problem; /* the first in the order above */
    char digits[PERSONAL_NUMBER_SIZE];    /* without spaces; "" unless they are that many digits */
    bool has_birth;
    struct day birth;
    char sex; /* 'M', 'F', 0 when the number does not tell */
};

/* Reads and checks a number; spaces do not matter. */
void personal_number_check(struct personal_number *out, enum personal_number_kind kind,
                           const char *text);

/* Compares it with what is known of the person: birth may be NULL, sex anything but 'M' and 'F'.
 * A number that has a problem already keeps that one.  A date known only in part differs when
 * the number's lies outside of it. */
void personal_number_compare(struct personal_number *number, const struct date *birth, char sex);

/* Which number a person of that country (three letters) may have in text; fillers and spaces do
 * not matter.  False unless it has the right count of digits. */
bool personal_number_guess(struct personal_number *out, const char *country, const char *text);

/* A number for training: of the right shape, with the right check digit, of a month or day 00,
 * so that it can belong to nobody and fails as PERSONAL_NUMBER_DATE_IMPOSSIBLE.  The same for the
 * same serial, and another for each from 0 to 999999. */
void personal_number_make_impossible(char out[PERSONAL_NUMBER_SIZE], enum personal_number_kind kind,
                                     unsigned serial);

/* Stable names: "IIN", "PINFL", "PIN"; "check_digit" (NULL when sound). */
const char *personal_number_kind_name(enum personal_number_kind kind);
const char *personal_number_problem_name(enum personal_number_problem problem);

#endif
