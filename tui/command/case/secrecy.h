/* SPDX-License-Identifier: Apache-2.0 */

/* What commands that are not on casefiles have to keep to themselves: the acts on restricted steps
 * stand in the history of the person too. */
#ifndef QADAM_COMMAND_CASE_SECRECY_H
#define QADAM_COMMAND_CASE_SECRECY_H

#include "office/office.h"

struct case_secrecy;

/* For the user who opened the office, which stays the caller's and outlives it. */
MUST_CHECK enum status case_secrecy_begin(struct case_secrecy **out, struct office *office,
                                          struct error *error);

/* Whether what happened to that step of the casefile is hidden from the user, as case_desk_hides()
 * has it.  step may be NULL; a step or a casefile that is not known any more is hidden too. */
bool case_secrecy_hides(struct case_secrecy *secrecy, const char *casefile_id, const char *step);

/* NULL is fine. */
void case_secrecy_end(struct case_secrecy **secrecy);

#endif
