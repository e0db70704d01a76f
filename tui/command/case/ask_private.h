/* SPDX-License-Identifier: Apache-2.0 */

/* Between the walk through a form and the asking of one field. */
#ifndef QADAM_COMMAND_CASE_ASK_PRIVATE_H
#define QADAM_COMMAND_CASE_ASK_PRIVATE_H

#include "command/case/ask.h"
#include "command/dialogue.h"
#include "wording/field_text.h"

struct form_asking {
    struct case_asking *asking;
    struct dialogue dialogue;
    bool is_stopped; /* a single dot was typed */
};

/* Asks for one field until the answer will do, and keeps it.  Returns an exit code. */
int form_ask_place(struct form_asking *form, const struct case_place *place);

/* Yes or no; Enter is no, a dot stops. */
int form_ask_truth(struct form_asking *form, const char *question, bool *out);

#endif
