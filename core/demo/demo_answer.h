/* SPDX-License-Identifier: Apache-2.0 */

/* What is written into the form of a step: what the path says, and for everything else that the
 * step needs some valid answer chosen from the definition, so that another version of a workflow
 * does not stop the demo world. */
#ifndef QADAM_DEMO_DEMO_ANSWER_H
#define QADAM_DEMO_DEMO_ANSWER_H

#include "casefile/casefile_view.h"
#include "demo/demo_path.h"
#include "demo/demo_random.h"

/* The first hint of that kind for that step, first among those of the path; NULL: none. */
const struct demo_hint *demo_hint_find(const struct demo_path *path, const char *step,
                                       enum demo_hint_kind kind);
bool demo_hint_is_any(const struct demo_path *path, const char *step);

/* Who is asked in that step. */
const char *demo_hint_whom(const struct demo_path *path, const struct step *step);

/* Who answers: what "@language" and the like stand for. */
struct demo_speaker {
    char language[8];
    char origin[4];
    char group[8];
    char office[4];
    char fee[16];
};

/* Answers all that finishing the step needs.  STATUS_INVALID, with the step in the error, when that
 * cannot be done. */
MUST_CHECK enum status demo_answer_step(const struct casefile_desk *desk, const char *casefile_id,
                                        const struct step *step, const struct demo_path *path,
                                        const struct demo_speaker *speaker,
                                        struct demo_random *random, struct error *error);

#endif
