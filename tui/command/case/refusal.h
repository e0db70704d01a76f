/* SPDX-License-Identifier: Apache-2.0 */

/* Why an act on a step was not done, in one sentence, and what to do instead. */
#ifndef QADAM_COMMAND_CASE_REFUSAL_H
#define QADAM_COMMAND_CASE_REFUSAL_H

#include "command/case/session.h"

/* Says it on stderr.  Returns the exit code. */
int case_refusal_say(struct case_session *session, const struct error *error);

#endif
