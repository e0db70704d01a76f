/* SPDX-License-Identifier: Apache-2.0 */

/* 'qadam case next --json'. */
#ifndef QADAM_COMMAND_CASE_NEXT_JSON_H
#define QADAM_COMMAND_CASE_NEXT_JSON_H

#include "command/case/session.h"

/* What is hidden from the user is left out.  Returns an exit code. */
int next_json_print(const struct case_session *session);

#endif
