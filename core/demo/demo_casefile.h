/* SPDX-License-Identifier: Apache-2.0 */

/* The work of the office of the demo world in the weeks before its last day: casefiles in every
 * state, notes, appointments, referrals and tasks. */
#ifndef QADAM_DEMO_DEMO_CASEFILE_H
#define QADAM_DEMO_DEMO_CASEFILE_H

#include "demo/demo_agency.h"
#include "demo/demo_walk.h"

/* Leads them through their days, in the caller's transaction; the people must be there. */
MUST_CHECK enum status demo_casefiles_add(struct demo_world *world, struct error *error);

/* What the files of the demo's work share. */
struct demo_work {
    struct demo_world *world;
    struct casefile_desk desk;
    struct demo_agencies agencies;
    struct demo_case *cases;
    long case_count;
};

/* Sets the desk and the clock of the store to a moment of that day, a little later each time. */
void demo_work_tick(struct demo_work *work);

/* ---- demo_diary.c: what stands around the steps */

/* A note of the desk's day. */
MUST_CHECK enum status demo_diary_note(struct demo_work *work, const struct demo_case *noted,
                                       bool is_first, struct error *error);

/* Appointments, referrals and own tasks, as they stand on the last day. */
MUST_CHECK enum status demo_diary_end(struct demo_work *work, struct error *error);

#endif
