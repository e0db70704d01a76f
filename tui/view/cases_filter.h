/* SPDX-License-Identifier: Apache-2.0 */

/* What is typed above the list of cases, taken apart: "nur osh open mine 0117". */
#ifndef QADAM_VIEW_CASES_FILTER_H
#define QADAM_VIEW_CASES_FILTER_H

#include "casefile/casefile_find.h"

enum {
    CASES_WORDS_MAX = 8,
    CASES_WORD_SIZE = 160,
    CASES_WORKFLOWS_MAX = 32,
    CASES_READINGS_MAX = 5,
};

/* A workflow as it can be called: its title in the user's language and in English. */
struct cases_workflow {
    char id[CASEFILE_WORKFLOW_SIZE];
    const char *titles[2]; /* borrowed */
};

/* The words, and what those mean that are not looked for. */
struct cases_filter {
    char words[CASES_WORDS_MAX][CASES_WORD_SIZE]; /* of people, places and workflows */
    size_t count;
    char number[CASES_WORD_SIZE]; /* "" when none was typed */
    bool has_state;
    enum casefile_state state;
    bool is_mine;
    bool is_unassigned;
    bool is_late;
    bool is_urgent;
};

/* One way to read the words; borrows from the filter. */
struct cases_reading {
    char people[CASES_WORDS_MAX * CASES_WORD_SIZE];
    const char *place;
    const char *number; /* of the casefile, when nothing else was typed; beside a name it is the
                         * person's: a birth year, the end of a telephone... */
    const char *workflows[CASEFILE_FIND_WORKFLOWS_MAX + 1];
    bool has_people, has_workflows;
};

void cases_filter_read(struct cases_filter *out, const char *text);

/* The ways in which the words can be meant, the likeliest first: as a person, as a workflow, one of
 * them as a place.  Returns how many. */
size_t cases_filter_readings(const struct cases_filter *filter,
                             const struct cases_workflow *workflows, size_t workflow_count,
                             struct cases_reading out[CASES_READINGS_MAX]);

#endif
