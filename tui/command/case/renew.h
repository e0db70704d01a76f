/* SPDX-License-Identifier: Apache-2.0 */

/* What other commands change and the tasks of casefiles follow. */
#ifndef QADAM_COMMAND_CASE_RENEW_H
#define QADAM_COMMAND_CASE_RENEW_H

#include "office/office.h"

/* The tasks of the open casefiles of that person, or of everybody (NULL), as they follow from what
 * is known now, by the clock of this PC.  Part of the caller's transaction. */
MUST_CHECK enum status case_renew_tasks(struct office *office, const char *person_id,
                                        struct error *error);

#endif
