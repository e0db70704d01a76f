/* SPDX-License-Identifier: Apache-2.0 */

/* Which record is who.  First come the people of the sample stories.  The others follow in blocks
 * of DEMO_BLOCK: households of one to DEMO_HOUSEHOLD_MAX, and at the end of each block a second
 * record of somebody from an earlier place. */
#ifndef QADAM_DEMO_DEMO_WORLD_H
#define QADAM_DEMO_DEMO_WORLD_H

#include "demo/demo.h"
#include "demo/demo_place.h"
#include "demo/demo_pool.h"

enum {
    DEMO_BLOCK = 32, /* so about 3 in a hundred are second records */
    DEMO_HOUSEHOLD_MAX = 7,
    DEMO_TODAY = 20758, /* 2026-11-01, in days since 1970-01-01 */
};

/* Near enough for invented ages. */
static const long DEMO_DAYS_PER_YEAR = 365;

/* What the parts of one filling share. */
struct demo_world {
    const struct demo *demo;
    struct store *store;
    const char *actor;
    struct demo_pools *pools;
    enum demo_country country; /* of the office */
    long long moment;          /* what the store's clock says */
};

/* The moment at which the record with that index is made. */
long long demo_moment(long index);

/* The members of a household that are there have the indices first to first + count - 1. */
struct demo_place_in_world {
    long first;
    int count;
    long turn; /* grows by about one from household to household */
};

/* The household of a record that is neither in a story nor a second record. */
struct demo_place_in_world demo_place_of(unsigned long seed, long index);

/* What belongs to a record and has an id of its own: the first of each kind. */
enum demo_part {
    DEMO_PART_PERSON = 0,
    DEMO_PART_NAME = 1,
    DEMO_PART_CONTACT = 11,
    DEMO_PART_HOUSEHOLD = 21,
    DEMO_PART_RELATION = 22,
    DEMO_PART_PAPER = 41,
    DEMO_PART_REQUEST = 51,
    DEMO_PART_STEP = 52,
    DEMO_PART_AGENCY = 61,
    DEMO_PART_TASK = 62,
    DEMO_PARTS = 64
};

/* The id of a part; number adds to the first of its kind. */
void demo_part_id(unsigned long seed, long index, int number, char out[UUID_TEXT_SIZE]);

#endif
