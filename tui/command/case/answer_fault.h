/* SPDX-License-Identifier: Apache-2.0 */

/* What is wrong with an answer, and what to do about it. */
#ifndef QADAM_COMMAND_CASE_ANSWER_FAULT_H
#define QADAM_COMMAND_CASE_ANSWER_FAULT_H

#include "wording/field_text.h"

/* "This is none of the choices: theft (Stolen), lost (Lost)." */
void answer_fault_write(FILE *stream, const struct answer_trouble *trouble,
                        const struct case_place *place);

/* "qadam: line 2, lost_on (When was it lost): This is no date..." on stderr; line 0: not a line. */
void answer_fault_say(const struct answer_trouble *trouble, unsigned long long line);

#endif
