/* SPDX-License-Identifier: Apache-2.0 */

/* A casefile finishes on the version of its workflow that it was opened with, unless somebody moves
 * it, knowing what changes. */
#ifndef QADAM_CASEFILE_CASEFILE_MOVE_H
#define QADAM_CASEFILE_CASEFILE_MOVE_H

#include "casefile/casefile_desk.h"
#include "workflow/definition.h"

enum version_change {
    VERSION_STEP_ADDED,
    VERSION_STEP_GONE,    /* was finished, waits or has answers: they stay, but nobody sees them */
    VERSION_ANSWER_LOST,  /* an answered field that the other version does not have */
    VERSION_ANSWER_UNFIT, /* an answered field that does not have that choice, or is of another type
                           */
    VERSION_OUTCOME_LOST, /* a finished step whose outcome the other version does not have */
    VERSION_CHANGE_COUNT
};

struct version_difference {
    enum version_change change;
    const struct step *step; /* of the other version for VERSION_STEP_ADDED, else of the present */
    char field[84];          /* "papers.number"; "" when it is about the step */
    int item;                /* the row; 0 outside rows */
};

/* Steps that are gone and were never touched are not told.  Steps belong to the desk's cache. */
struct version_comparison {
    const struct definition *present;
    const struct definition *other;
    struct version_difference *items;
    size_t count;
    size_t capacity;
};

/* version 0: the newest.  STATUS_NOT_FOUND when there is no such version.  The caller frees
 * out->items. */
MUST_CHECK enum status casefile_compare_versions(const struct casefile_desk *desk, const char *id,
                                                 int version, struct version_comparison *out,
                                                 struct error *error);

/* Nothing that was answered or decided is deleted.  STATUS_INVALID for the present version or an
 * older one, STATUS_NOT_FOUND when there is no such version, STATUS_REFUSED when it is not open. */
MUST_CHECK enum status casefile_move(const struct casefile_desk *desk, const char *id, int version,
                                     struct error *error);

#endif
