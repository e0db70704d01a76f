/* SPDX-License-Identifier: Apache-2.0 */

/* Between the walk through a form and the asking of one field. */
#ifndef QADAM_LINEAR_LINEAR_FORM_H
#define QADAM_LINEAR_LINEAR_FORM_H

#include "linear/linear_case.h"
#include "wording/field_text.h"

/* The answer in force; NULL when there is none. */
const char *linear_field_answer(const struct linear_case *hand, const struct step *step,
                                const struct case_place *place, char path[STEP_PATH_SIZE]);

/* Asks for one field until the answer will do, and keeps it.  *is_kept: it was changed. */
enum linear_reply linear_field_ask(struct linear_case *hand, const struct step *step,
                                   const struct case_place *place, bool *is_kept);

/* Takes over what was typed into the form of the step on a screen.  False when it cannot be worked
 * on, which is said. */
bool linear_draft_take(struct linear_case *hand, const struct step *step);

#endif
