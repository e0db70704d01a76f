/* SPDX-License-Identifier: Apache-2.0 */

/* The short code on the slip of a referral: five signs by chance and one that checks them.  It is
 * read aloud over the telephone and copied by hand, so that it has no vowels and none of the signs
 * that look or sound like others (0 O, 1 I L, 2 Z, 5 S, 8 B, U V). */
#ifndef QADAM_REFERRAL_REFERRAL_CODE_H
#define QADAM_REFERRAL_REFERRAL_CODE_H

enum {
    REFERRAL_CODE_SIGNS = 6,
    REFERRAL_CODE_SIZE = REFERRAL_CODE_SIGNS + 1,
};

/* A new one by chance; whoever keeps it looks whether it is taken. */
void referral_code_make(char out[REFERRAL_CODE_SIZE]);

enum referral_code_reading {
    REFERRAL_CODE_NONE, /* not six signs of the alphabet: no code at all */
    REFERRAL_CODE_SLIP, /* the check sign does not fit: a sign is wrong, or two are exchanged */
    REFERRAL_CODE_FITS,
};

/* Reads what somebody typed: small letters, Cyrillic ones that look the same, spaces and hyphens
 * between the signs.  out is filled when it fits.  One wrong sign and two exchanged ones are always
 * found. */
enum referral_code_reading referral_code_read(char out[REFERRAL_CODE_SIZE], const char *text);

#endif
