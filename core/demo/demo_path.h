/* SPDX-License-Identifier: Apache-2.0 */

/* The ways that casefiles of the demo world take through their workflows, as data.  What a path
 * does not say is filled in by demo_answer.h from the definition. */
#ifndef QADAM_DEMO_DEMO_PATH_H
#define QADAM_DEMO_DEMO_PATH_H

#include "casefile/casefile.h"
#include "compartment/compartment.h"

enum demo_hint_kind {
    DEMO_HINT_ANSWER,  /* value is the answer to the field "path", number its row */
    DEMO_HINT_OUTCOME, /* value is how the step ends */
    DEMO_HINT_SKIP,    /* value is why it is left out */
    DEMO_HINT_DAY,     /* the step is not begun before so many days after the opening (number) */
    DEMO_HINT_ASK,     /* value is who is asked, and answers after so many days (number) */
};

/* An answer that begins with "@" is made on the day of the answer: "@-40" is the day 40 days ago,
 * "@language", "@origin" and "@group" are the person's, "@office" is the country of the office,
 * "@fee" some money of that country. */
struct demo_hint {
    const char *step; /* NULL ends a list */
    enum demo_hint_kind kind;
    const char *path;
    const char *value;
    int number;
};

struct demo_path {
    const char *workflow;
    const char *issue;
    bool is_citizen; /* of the country of the office */
    enum casefile_intake intake;
    const struct demo_hint *hints;
};

/* What every path does unless it says otherwise. */
extern const struct demo_hint demo_hints_of_all[];

/* Where a casefile stands on the last day. */
enum demo_stop {
    DEMO_STOP_NEVER, /* it goes on as far as its days go */
    DEMO_STOP_READY, /* the step could be done */
    DEMO_STOP_ASKED, /* somebody was asked and has not answered */
    DEMO_STOP_FOR_APPROVAL,
};

struct demo_course {
    const struct demo_path *path;
    int age; /* days between the opening and the last day */
    enum demo_stop stop;
    const char *stop_step;
    int reminders; /* so often those who do not answer were asked again */
    enum casefile_urgency urgency;
    enum casefile_risk risk;
    unsigned compartments;       /* of a restricted one */
    bool is_nobodys;             /* assigned to nobody */
    int closes_after;            /* days; 0: only when all steps are done */
    enum closing_reason closing; /* why it is closed then */
};

/* The first dozen has something of everything. */
extern const struct demo_course demo_courses[];
extern const size_t demo_course_count;

#endif
