/* SPDX-License-Identifier: Apache-2.0 */

/* Why an indication is there, and why an assessment came out as it did, in words. */
#ifndef QADAM_WORDING_EXPLANATION_TEXT_H
#define QADAM_WORDING_EXPLANATION_TEXT_H

#include "workflow/explanation.h"

#include <stdio.h>

/* "Fear of return: Does the person fear to return, in whatever words: Yes".  A fact is told without
 * its value, which the record of the person has. */
void explanation_write_reason(FILE *stream, const struct reason *reason);

/* The rule of a positive dimension and what met it: "1 strong + 1 medium or weak". */
void explanation_write_rule(FILE *stream, const struct sign_rule *rule);

/* "strong", "medium", "weak" in the user's language. */
const char *explanation_strength(enum strength strength);

/* One line at a time, for those who show them. */
struct explanation_sink {
    void (*add)(void *self, int indent, const char *text);
    void *self;
};

/* The reasons of an indication that is there, then the steps that are there because of it. */
MUST_CHECK enum status explanation_tell_indication(const struct explanation_sink *sink,
                                                   const struct indication *indication,
                                                   const struct standing *standing,
                                                   const struct situation *situation,
                                                   struct error *error);

/* Of an assessment of the method "signs": the positive dimensions with their signs and rule, and
 * what the result follows from.  Nothing when there is no result yet. */
MUST_CHECK enum status explanation_tell_signs(const struct explanation_sink *sink,
                                              const struct step *step,
                                              const struct situation *situation,
                                              struct error *error);

#endif
