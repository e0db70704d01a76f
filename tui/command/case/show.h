/* SPDX-License-Identifier: Apache-2.0 */

/* A whole casefile in hand to be shown, as a sheet or as JSON. */
#ifndef QADAM_COMMAND_CASE_SHOW_H
#define QADAM_COMMAND_CASE_SHOW_H

#include "casefile/casefile_store.h"
#include "casefile/casefile_view.h"
#include "casefile/step_store.h"
#include "command/case/desk.h"
#include "wording/field_text.h"

struct case_show {
    struct case_desk *desk;
    struct casefile_view view;
    struct casefile_link_list links;
    struct error error; /* of what is read on the way */
};

/* As case_desk_hides(). */
bool case_show_hides(const struct case_show *show, const struct step *step);

/* The answers of a step in force, in the order of its form. */
struct case_answer {
    const char *path; /* "papers.number" */
    int item;
    struct case_place place;
    const char *value;
};
void case_show_each_answer(const struct case_show *show, const struct step *step,
                           void (*visit)(void *self, const struct case_answer *answer), void *self);

/* The sheet, part by part; a part that has nothing to say is left out.  Each returns an exit code
 * and has said why. */
void case_show_write_head(const struct case_show *show);
void case_show_write_warnings(const struct case_show *show);
void case_show_write_links(struct case_show *show);
int case_show_write_steps(struct case_show *show);
int case_show_write_history(struct case_show *show);

/* Everybody whom a step waited for, in the order of asking.  The first one is for steps that are
 * not hidden; the second one gives an array, which the caller frees. */
int case_show_write_waits(const struct case_show *show, const struct step *step);
int case_show_make_waits(const struct case_show *show, const struct step *step, char **out);

/* The scores of a step with an instrument. */
int case_show_write_scores(struct case_show *show, const struct step_standing *standing);
/* Its finished assessments as a JSON array, which the caller frees. */
int case_show_make_assessments(struct case_show *show, const struct step *step, char **out);

/* All of it as one object on stdout. */
int case_show_json(struct case_show *show, bool with_history);

#endif
