/* SPDX-License-Identifier: Apache-2.0 */

/* The recovery sheet: 160 random bits that are printed once, as eight groups of four symbols and
 * a check symbol.  The alphabet is Crockford's base 32 (no I, L, O, U).  The check symbol is a
 * weighted sum in GF(32) with the group's number in it, so one wrong symbol, two exchanged
 * symbols or two exchanged groups are noticed and the group with the mistake can be named. */
#ifndef QADAM_VAULT_RECOVERY_CODE_H
#define QADAM_VAULT_RECOVERY_CODE_H

#include "vault/secret.h"

enum {
    RECOVERY_CODE_BYTES = 20,
    RECOVERY_CODE_GROUPS = 8,
    RECOVERY_CODE_GROUP_SYMBOLS = 5, /* the fifth is the check */
    /* groups joined by '-', with the final NUL */
    RECOVERY_CODE_TEXT_SIZE = RECOVERY_CODE_GROUPS * (RECOVERY_CODE_GROUP_SYMBOLS + 1),
};

/* The printed form of RECOVERY_CODE_BYTES bytes, NUL-terminated, in a secret of its own. */
MUST_CHECK enum status recovery_code_format(struct secret **out, const struct secret *code,
                                            struct error *error);

/* The bytes behind what was typed from the sheet.  Case, spaces, dashes, line ends and
 * the numbers of the groups ("3)") do not matter; O is 0, I and L are 1, and Cyrillic letters count
 * as the Latin ones they look like. STATUS_RECOVERY_CODE_INVALID names the first group with a
 * mistake, or 0 when the number of symbols is wrong or a sign is none of the alphabet. */
MUST_CHECK enum status recovery_code_parse(struct secret **out, const char *typed, size_t length,
                                           struct error *error);

#endif
