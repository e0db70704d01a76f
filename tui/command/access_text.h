/* SPDX-License-Identifier: Apache-2.0 */

/* What commands and screens say about access to restricted casefiles, when it changes and when it
 * cannot. */
#ifndef QADAM_COMMAND_ACCESS_TEXT_H
#define QADAM_COMMAND_ACCESS_TEXT_H

#include "office/office.h"

/* "reads asylum, children; in an emergency: violence" or "waits for access". */
enum { ACCESS_TEXT_SIZE = 640 };
void access_text_write(char out[ACCESS_TEXT_SIZE], const struct access_held *held);

/* What a failure to give or take back access means; NULL when the general sentence says it. */
const char *access_refusal(const struct error *error);

/* Says on stdout what an active user reads now, and for one who waits who can give it; nothing for
 * those whose role reads none.  Returns an exit code, like the other one. */
int access_text_say(struct office *office, const char *name);

/* Says, when somebody who held keys is gone, that they should be changed, and who can. */
int access_text_say_stale(struct office *office);
/* The same as a text for a screen; NULL when nothing is to be said.  The caller frees *out. */
MUST_CHECK enum status access_text_stale(char **out, struct office *office, struct error *error);

#endif
