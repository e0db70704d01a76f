/* SPDX-License-Identifier: Apache-2.0 */

/* Restricted casefiles that were opened in an emergency, for those who shall look at that. */
#ifndef QADAM_COMMAND_CASE_GLASS_H
#define QADAM_COMMAND_CASE_GLASS_H

#include "command/case/desk.h"
#include "compartment/sealed_casefile.h"

/* Visits those that nobody has looked at, the oldest first, if the user reads restricted casefiles;
 * not what the user opened.  Stops when the visitor returns false. */
MUST_CHECK enum status glass_each(struct case_desk *desk,
                                  bool (*visit)(void *self, const struct glass_break *glass),
                                  void *self, struct error *error);

#endif
