/* SPDX-License-Identifier: Apache-2.0 */

/* What a step still needs to be finished, in words. */
#ifndef QADAM_COMMAND_CASE_MISSING_H
#define QADAM_COMMAND_CASE_MISSING_H

#include "wording/case_path.h"
#include "wording/field_text.h"

struct case_place case_missing_place(const struct missing *missing);

/* What to type before the colon; "" when nothing can be typed. */
void case_missing_path(char out[CASE_PATH_SIZE], const struct missing *missing);

/* For each the label and below it "how: theft (Stolen), lost (Lost)". */
void case_missing_write(FILE *stream, const struct step *step, const struct missing_list *missing);

#endif
