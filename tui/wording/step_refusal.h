/* SPDX-License-Identifier: Apache-2.0 */

/* Why an act on a step was not done, in one sentence, and what to do instead. */
#ifndef QADAM_WORDING_STEP_REFUSAL_H
#define QADAM_WORDING_STEP_REFUSAL_H

#include "casefile/casefile_view.h"
#include "casefile/step_store.h"
#include "command/case/desk.h"

#include <stdio.h>

struct step_refusal_about {
    const struct step_result *result;
    const struct casefile_view *view; /* where the casefile stands; NULL: not known */
    const struct case_desk *desk;     /* who asks */
    bool is_typed; /* the next thing that is done will be a command, not a key on a screen */
};

/* What is missing is not listed. */
void step_refusal_write(FILE *stream, const struct step_refusal_about *about);

/* The roles that finish a step, or those that approve it, in the user's language. */
void step_roles_write(FILE *stream, const struct step *step, bool is_approval);
/* The same; NULL when the step names none.  The caller frees it. */
char *step_roles_text(const struct step *step, bool is_approval);

#endif
