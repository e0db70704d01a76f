/* SPDX-License-Identifier: Apache-2.0 */

/* A text of several lines.  Each line is kept as a draft at once, so that only the one being typed
 * can be lost. */
#ifndef QADAM_LINEAR_LINEAR_TEXT_H
#define QADAM_LINEAR_LINEAR_TEXT_H

#include "linear/linear_question.h"

struct linear_text {
    const char *text;  /* the question */
    const char *known; /* what is there already, as one line; NULL: nothing */
    const char *why;
    size_t max;          /* characters of the whole */
    const char *form;    /* of the draft */
    const char *subject; /* of the draft */
};

/* Lines until an empty one.  *out NULL: it stays as it was; "": it is taken back.  The caller frees
 * *out, and drops the draft once it is kept. */
enum linear_reply linear_ask_lines(struct linear *linear, const struct linear_text *text,
                                   char **out);
void linear_drop_lines(struct linear *linear, const struct linear_text *text);

#endif
