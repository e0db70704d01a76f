/* SPDX-License-Identifier: Apache-2.0 */

/* Passphrases are what a person types, so the same word must give the same bytes from every
 * keyboard and terminal: UTF-8 in normal form C. */
#ifndef QADAM_VAULT_PASSPHRASE_H
#define QADAM_VAULT_PASSPHRASE_H

#include "vault/secret.h"

enum {
    PASSPHRASE_MAX_BYTES = 1024,
    /* Argon2id makes each guess dear; four random words or ten characters do the rest. */
    PASSPHRASE_MIN_CHARACTERS = 10,
    PASSPHRASE_MIN_DIGITS = 20, /* when there is nothing but digits */
};

/* The normal form of what was typed.  Refuses bytes that are not UTF-8 (a terminal in another
 * charset) with STATUS_TEXT_INVALID, control characters with STATUS_TEXT_CONTROL, an empty one
 * with STATUS_TEXT_EMPTY and more than PASSPHRASE_MAX_BYTES with STATUS_TEXT_TOO_LONG. */
MUST_CHECK enum status passphrase_normalize(struct secret **out, const struct secret *typed,
                                            struct error *error);

/* Whether a new passphrase is worth its name: long enough, not a number, not one piece over and
 * over, not a row of the keyboard or the alphabet, not the user's own name; else
 * STATUS_PASSPHRASE_WEAK.  Takes the normal form. */
MUST_CHECK enum status passphrase_check_new(const struct secret *passphrase, const char *user_name,
                                            struct error *error);

#endif
