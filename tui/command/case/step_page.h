/* SPDX-License-Identifier: Apache-2.0 */

/* One step of a casefile on paper or on a terminal: what it is, what it needs, who decides, by
 * when, how it can end, whom it waits for. */
#ifndef QADAM_COMMAND_CASE_STEP_PAGE_H
#define QADAM_COMMAND_CASE_STEP_PAGE_H

#include "casefile/casefile_view.h"

#include <stdio.h>

/* Title, stage and why; before an assessment also what to say first. */
void step_page_write_head(FILE *stream, const struct casefile_view *view, const struct step *step);

/* What is still missing.  Returns an exit code and has said why. */
int step_page_write_needs(const struct casefile_view *view, const struct step *step);

/* Each writes nothing when there is nothing to say. */
void step_page_write_choice(const struct casefile_view *view, const struct step *step);
void step_page_write_body(const struct casefile_view *view, const struct step *step);
void step_page_write_term(const struct casefile_view *view, const struct step_standing *standing);
void step_page_write_wait(const struct casefile_view *view, const struct step_standing *standing);
void step_page_write_ends(const struct casefile_view *view, const struct step *step);
void step_page_write_warnings(const struct casefile_view *view);

/* Of an indication: which body to turn to, and who in the office has to hear of it. */
void step_page_write_whom(const struct casefile_view *view, const struct indication *indication);

/* "15 working days from the day on which they were asked"; "" without a deadline.  The caller frees
 * it; NULL without memory. */
char *step_page_term_text(const struct casefile_view *view, const struct step *step);

/* What a warning says by itself, and for a deadline that cannot be counted yet what to answer or do
 * so that it can.  The caller frees it; NULL without memory. */
char *step_page_warning_text(const struct casefile_view *view, const struct warning *warning);

#endif
