/* SPDX-License-Identifier: Apache-2.0 */

/* Casefiles, steps and workflows in the user's language.  Scripts get the codes. */
#ifndef QADAM_WORDING_CASE_TEXT_H
#define QADAM_WORDING_CASE_TEXT_H

#include "casefile/casefile.h"
#include "workflow/standing.h"

/* A text of a definition: its titles, labels and sentences are kept in English.  "" for NULL. */
const char *workflow_text(const char *text);

const char *case_text_state(enum casefile_state state);
const char *case_text_risk(enum casefile_risk risk); /* "" when not known */
const char *case_text_urgency(enum casefile_urgency urgency);
const char *case_text_intake(enum casefile_intake intake);        /* "" when not known */
const char *case_text_closing_reason(enum closing_reason reason); /* "" for none */

/* A sentence; "" when nothing keeps it from being closed. */
const char *case_text_closing_block(enum closing_block block);

const char *case_text_step_state(enum step_state state);

/* What a warning says by itself, without its step; "" for those that a definition words. */
const char *case_text_warning(enum warning_kind kind);

/* "3 days late", "today", "in 12 days". */
enum { CASE_TEXT_DUE_SIZE = 96 };
void case_text_due(char out[CASE_TEXT_DUE_SIZE], struct day due, struct day today);

#endif
