/* SPDX-License-Identifier: Apache-2.0 */

/* A field of a step in words: what it is called, what can be typed into it, what was answered. */
#ifndef QADAM_WORDING_FIELD_TEXT_H
#define QADAM_WORDING_FIELD_TEXT_H

#include "casefile/step_store.h"

#include <stdio.h>

/* What a path of a step leads to; all NULL when to nothing. */
struct case_place {
    const struct field *field; /* the column, when it is one */
    const struct field *rows;  /* which it is a column of; or NULL */
    const struct evidence *evidence;
    int row;
};
struct case_place case_place_find(const struct step *step, const char *path, int item);

/* "Number", "Papers 2: Number", "Birth certificate". */
void case_place_write(FILE *stream, const struct case_place *place);

/* What can be typed: "theft (Stolen), lost (Lost)", "a date such as 24.11.2026". */
void case_place_write_hint(FILE *stream, const struct case_place *place);

/* An answer as people read it: the titles of choices, yes and no in their language. */
void case_answer_write(FILE *stream, const struct case_place *place, const char *value);

const char *case_evidence_label(size_t index);

/* What can be chosen there, of fields and evidence alike; 0 when it is no choice. */
size_t case_place_count_choices(const struct case_place *place);
const char *case_place_choice_id(const struct case_place *place, size_t index);
const char *case_place_choice_title(const struct case_place *place, size_t index); /* English */
const char *case_place_choice_text(const struct case_place *place, size_t index);

#endif
