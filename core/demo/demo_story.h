/* SPDX-License-Identifier: Apache-2.0 */

/* The people of the sample stories that seminars work with.  Their surnames say in some language
 * of the region that they are an example; they are the first records of every demo world. */
#ifndef QADAM_DEMO_DEMO_STORY_H
#define QADAM_DEMO_DEMO_STORY_H

#include "demo/demo_world.h"

enum {
    DEMO_STORIES = 10, /* the main persons, with the indices 0 to 9 */
    DEMO_STORY_PEOPLE = 21,
};

/* Their indices. */
enum demo_story_index {
    DEMO_FARID,
    DEMO_GALINA,
    DEMO_ULUGBEK,
    DEMO_BURUL,
    DEMO_ZARINA,
    DEMO_SERIK,
    DEMO_RUSLAN,
    DEMO_AZAMAT,
    DEMO_OGULNUR,
    DEMO_DAVLAT,
    DEMO_LAILA,
    DEMO_OMID,
    DEMO_PARWANA,
    DEMO_SOMON,
    DEMO_NIGINA,
    DEMO_KOMRON,
    DEMO_AINURA,
    DEMO_KANAT,
    DEMO_AYNA,
    DEMO_DOWRAN,
    DEMO_GULBAHOR,
};

/* Adds the record with that index, below DEMO_STORY_PEOPLE. */
MUST_CHECK enum status demo_story_add_person(const struct demo_world *world, long index,
                                             struct error *error);

/* Adds the families of those who are there. */
MUST_CHECK enum status demo_story_add_families(const struct demo_world *world, struct error *error);

#endif
