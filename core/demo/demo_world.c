/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo_world.h"

#include "demo/demo_random.h"
#include "demo/demo_story.h"

#include <assert.h>

/* Ids carry the moment, so that rows lie side by side in the order in which they are made.  The
 * working day of the demo world is long enough for DEMO_PEOPLE_MAX records. */
enum { MS_PER_RECORD = 64, OPENING_HOUR_UTC = 3, HOUSEHOLDS_PER_BLOCK = 10 };
static const long long MS_PER_DAY = 86400000;
static const long long MS_PER_HOUR = 3600000;
_Static_assert((int)DEMO_PARTS <= (int)MS_PER_RECORD, "each part has a moment of its own");

struct day demo_today(void)
{
    return (struct day){ DEMO_TODAY };
}

long long demo_moment(long index)
{
    return DEMO_TODAY * MS_PER_DAY + OPENING_HOUR_UTC * MS_PER_HOUR +
           (long long)index * MS_PER_RECORD;
}

void demo_part_id(unsigned long seed, long index, int number, char out[UUID_TEXT_SIZE])
{
    struct uuid_sequence sequence = { 0 };
    unsigned char bytes[UUID_RANDOM_SIZE];
    struct demo_random random =
        demo_random_begin(seed, DEMO_PURPOSE_ID, index * MS_PER_RECORD + number);
    for (int i = 0; i < UUID_RANDOM_SIZE; i++)
        bytes[i] = (unsigned char)demo_random_below(&random, 256);
    uuid_next(&sequence, demo_moment(index) + number, bytes, out);
}

void demo_person_id(unsigned long seed, long index, char out[UUID_TEXT_SIZE])
{
    demo_part_id(seed, index, DEMO_PART_PERSON, out);
}

/* ---- Places */

/* How many blocks are before this one; the stories are no block. */
static long block_of(long index)
{
    return (index - DEMO_STORY_PEOPLE) / DEMO_BLOCK;
}

static long block_begin(long block)
{
    return DEMO_STORY_PEOPLE + block * DEMO_BLOCK;
}

static bool is_second(long index)
{
    return index >= DEMO_STORY_PEOPLE && index - block_begin(block_of(index)) == DEMO_BLOCK - 1;
}

struct demo_place_in_world demo_place_of(unsigned long seed, long index)
{
    /* Alone, in two, in three... */
    static const unsigned char sizes[DEMO_HOUSEHOLD_MAX] = { 30, 14, 14, 16, 13, 8, 5 };
    assert(index >= DEMO_STORY_PEOPLE && !is_second(index));
    const long block = block_of(index);
    const long end = block_begin(block) + DEMO_BLOCK - 1;
    struct demo_random random = demo_random_begin(seed, DEMO_PURPOSE_BLOCK, block);
    struct demo_place_in_world place = { .first = block_begin(block),
                                         .turn = block * HOUSEHOLDS_PER_BLOCK };
    while (true) {
        place.count = 1 + (int)demo_random_weighted(&random, sizes, DEMO_HOUSEHOLD_MAX);
        if (place.count > end - place.first)
            place.count = (int)(end - place.first);
        if (index < place.first + place.count)
            return place;
        place.first += place.count;
        place.turn++;
    }
}

long demo_twin_of(unsigned long seed, long index)
{
    if (!is_second(index))
        return -1;
    struct demo_random random = demo_random_begin(seed, DEMO_PURPOSE_TWIN, index);
    const long first = demo_random_between(&random, DEMO_STORY_PEOPLE, index - 1);
    return is_second(first) ? first - 1 : first;
}
