/* SPDX-License-Identifier: Apache-2.0 */

/* What the two readers of answers share. */
#ifndef QADAM_COMMAND_CASE_ANSWER_INPUT_PRIVATE_H
#define QADAM_COMMAND_CASE_ANSWER_INPUT_PRIVATE_H

#include "command/case/answer_input.h"

struct typed_name {
    unsigned long long line; /* 0: none */
    const char *text;        /* not ended by NUL */
    size_t length;
};

/* Takes one answer.  Returns an exit code and has said why. */
int typed_answers_take(struct typed_answers *answers, const struct typed_name *name,
                       const char *value, size_t length);

#endif
