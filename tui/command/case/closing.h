/* SPDX-License-Identifier: Apache-2.0 */

/* What is asked of whoever closes a casefile.  Each returns an exit code and has said why. */
#ifndef QADAM_COMMAND_CASE_CLOSING_H
#define QADAM_COMMAND_CASE_CLOSING_H

#include "casefile/casefile.h"
#include "command/case/desk.h"

/* On a terminal: shows the reasons with their numbers and asks for one. */
int case_closing_ask_reason(enum closing_reason *out);

/* Says on stderr what is still open in the casefile, and asks on a terminal whether it is closed
 * all the same.  Nothing happens when nothing is open, or when it cannot be closed anyway. */
int case_closing_confirm(const struct case_desk *desk, const char *id, enum closing_reason reason);

#endif
