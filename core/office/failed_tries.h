/* SPDX-License-Identifier: Apache-2.0 */

/* Tries to open an office file with a wrong passphrase.  Nothing can be written into the file
 * before it is open, so each try puts its moment, and nothing else, at the end of a small open file
 * beside it: office.qadam-tries.  Whoever gets in next has the number written into the journal, and
 * the small file is gone.
 *
 * What this cannot show: who tried; tries on a copy of the file elsewhere; tries after which
 * somebody deleted the small file.  It shows a colleague who guesses, not a thief. */
#ifndef QADAM_OFFICE_FAILED_TRIES_H
#define QADAM_OFFICE_FAILED_TRIES_H

#include "office/office.h"

/* Notes one try now.  Where the folder cannot be written, nothing is noted: the refusal itself
 * must not depend on it. */
void failed_tries_note(const char *path);

/* Writes "vault.unlock_failed" when there were any, and begins anew.  An office that is open
 * read-only leaves them for the next one who opens it. */
MUST_CHECK enum status failed_tries_tell(struct office *office, const char *path,
                                         struct error *error);

#endif
