/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of the list of cases share. */
#ifndef QADAM_VIEW_CASES_PRIVATE_H
#define QADAM_VIEW_CASES_PRIVATE_H

#include "app/app.h"
#include "view/cases_filter.h"
#include "widget/filter_line.h"
#include "widget/list.h"

enum { CELL_SIZE = 256 };

enum {
    COLUMN_NUMBER,
    COLUMN_NAME,
    COLUMN_WORKFLOW,
    COLUMN_STEP,
    COLUMN_DUE,
    COLUMN_WHO,
    COLUMN_OPENED,
    COLUMN_COUNT
};

struct cases_view {
    struct view view;
    struct filter_line filter;
    bool is_stale; /* the filter was changed since the list was read */
    enum casefile_order order;
    struct casefile_found_list found;
    struct cases_workflow workflows[CASES_WORKFLOWS_MAX];
    size_t workflow_count;
    long total;
    struct list list;
    char (*cells)[CELL_SIZE];  /* of the found: COLUMN_COUNT for each */
    char seen[UUID_TEXT_SIZE]; /* whose preview that is */
    char *preview;             /* NULL: none */
};

/* ---- cases_text.c */
void cases_write_cells(struct cases_view *cases, struct app *app, size_t index);
/* Writes the lines below the list for the marked case, when it is another one. */
void cases_look(struct cases_view *cases, struct app *app);
void cases_forget_preview(struct cases_view *cases);

#endif
