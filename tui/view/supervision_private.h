/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of the supervision screen share. */
#ifndef QADAM_VIEW_SUPERVISION_PRIVATE_H
#define QADAM_VIEW_SUPERVISION_PRIVATE_H

#include "app/app.h"
#include "casefile/casefile_store.h"
#include "supervision/caseload.h"
#include "supervision/watch_list.h"
#include "widget/list.h"

enum { SUPERVISION_TITLE_SIZE = 200 };

enum supervision_tab {
    TAB_WORKERS,
    TAB_UNASSIGNED,
    TAB_APPROVALS,
    TAB_REVIEWS,
    TAB_CASEFILES, /* of one worker */
    TAB_COUNT
};

struct supervision_view {
    struct view view;
    enum supervision_tab tab;
    struct caseload_list loads;
    struct watch_list watches;
    char (*titles)[SUPERVISION_TITLE_SIZE]; /* of the steps, one for each approval; or NULL */
    struct casefile_list casefiles;
    char worker[UUID_TEXT_SIZE]; /* of TAB_CASEFILES */
    int waiting;                 /* approvals, for the heading */
    int alarms;                  /* casefiles that nobody has for too long */
    struct list list;
    struct day today;
};

/* The chosen row of a tab that has such rows; else NULL. */
const struct watch *supervision_watch(const struct supervision_view *shown);
const struct caseload *supervision_worker(const struct supervision_view *shown);
/* The id of the casefile that is chosen; NULL when none is. */
const char *supervision_casefile(const struct supervision_view *shown);

void supervision_draw(const struct app *app, const struct view *view, struct frame *frame);

void supervision_assign(struct app *app, struct view *view);
void supervision_give_all(struct app *app, struct view *view);
void supervision_approve(struct app *app, struct view *view);
void supervision_give_back(struct app *app, struct view *view);
void supervision_review_done(struct app *app, struct view *view);

#endif
