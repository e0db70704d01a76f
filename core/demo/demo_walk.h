/* SPDX-License-Identifier: Apache-2.0 */

/* One casefile of the demo world, led from day to day through its workflow. */
#ifndef QADAM_DEMO_DEMO_WALK_H
#define QADAM_DEMO_DEMO_WALK_H

#include "demo/demo_answer.h"
#include "store/uuid.h"

enum { DEMO_ASKED_MAX = 8 };

struct demo_case {
    const struct demo_course *course;
    char id[UUID_TEXT_SIZE]; /* "" before it is opened */
    char person_id[UUID_TEXT_SIZE];
    char household_id[UUID_TEXT_SIZE]; /* "" for who lives alone */
    struct demo_speaker speaker;
    struct demo_random random;
    struct day opened;
    struct day wake;  /* nothing happens before this day */
    bool is_resting;  /* nothing happens any more */
    bool has_stopped; /* where its course says */
    bool is_closed;
    int reminders; /* how often who did not answer was asked again */
    struct {
        const struct step *step;
        struct day answered_on;
    } asked[DEMO_ASKED_MAX];
    size_t asked_count;
};

/* Does all that is done on the desk's day.  STATUS_INVALID, with the step in the error, when the
 * workflow does not let it. */
MUST_CHECK enum status demo_case_walk(const struct casefile_desk *desk, struct demo_case *out,
                                      struct error *error);

#endif
