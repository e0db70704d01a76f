/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of choosing a workflow share; nobody else includes it. */
#ifndef QADAM_VIEW_CHOOSE_PRIVATE_H
#define QADAM_VIEW_CHOOSE_PRIVATE_H

#include "app/app.h"
#include "casefile/casefile_store.h"
#include "widget/list.h"

/* Owns nothing: texts are the definition's, in English. */
struct workflow_path {
    char id[CASEFILE_WORKFLOW_SIZE];
    const char *title;
    const char *purpose;
    bool is_own;
};

struct choose_view {
    struct view view; /* subject: the person; detail: the workflow, "" for the list of them */
    char *name;
    char household_id[UUID_TEXT_SIZE]; /* "" when the person is in none, or in several */
    struct casefile_list casefiles;    /* open ones of the person */
    struct workflow_path *paths;
    size_t path_count;
    size_t path_capacity;
    struct list list;
    struct form form; /* of the second page */
};

/* Whether it is the page with the form. */
bool choose_is_second(const struct view *view);
/* The workflow of the second page; NULL when it is gone. */
const struct workflow_path *choose_path(const struct choose_view *choose);

/* ---- showing (choose_workflow_draw.c) */
void choose_draw(const struct app *app, const struct view *view, struct frame *frame);

#endif
