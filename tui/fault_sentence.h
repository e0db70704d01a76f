/* SPDX-License-Identifier: Apache-2.0 */

/* What is wrong with a workflow or country pack that somebody wrote, and how to mend it. */
#ifndef QADAM_FAULT_SENTENCE_H
#define QADAM_FAULT_SENTENCE_H

#include "yaml/fault.h"

#include <stdio.h>

/* The sentence in the user's language, with "%1" and "%2" where the fault's words belong. */
const char *fault_sentence_text(enum fault_kind kind);

/* Writes the sentence alone, with its words and without a line end. */
void fault_sentence_write(FILE *stream, const struct fault *fault);

/* Writes "file:line: sentence" and a line end, broken between words on a terminal; without the line
 * when the fault is about the file as a whole. */
void fault_write(FILE *stream, const struct fault *fault);

#endif
