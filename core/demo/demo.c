/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo.h"

#include "demo/demo_casefile.h"
#include "demo/demo_family.h"
#include "demo/demo_paper.h"
#include "demo/demo_person.h"
#include "demo/demo_story.h"

#include <string.h>

static long long tell_moment(void *self)
{
    const struct demo_world *world = self;
    return world->moment;
}

static enum status report(const struct demo_world *world, long done, struct error *error)
{
    const struct progress *progress = &world->demo->progress;
    if (progress->report == NULL ||
        progress->report(progress->self, done, 2LL * world->demo->people))
        return STATUS_OK;
    return error_set(error, STATUS_INTERRUPTED, "stopped after %ld people", done);
}

static enum status add_stories(struct demo_world *world, long *next, struct error *error)
{
    enum status status = STATUS_OK;
    for (; status == STATUS_OK && *next < DEMO_STORY_PEOPLE && *next < world->demo->people;
         (*next)++) {
        world->moment = demo_moment(*next);
        status = demo_story_add_person(world, *next, error);
    }
    if (status == STATUS_OK)
        status = demo_story_add_families(world, error);
    return status == STATUS_OK ? demo_story_add_papers(world, error) : status;
}

/* The members, their papers, then how they belong together. */
static enum status add_household(struct demo_world *world, long *next, struct error *error)
{
    struct demo_household household;
    enum status status = STATUS_OK;
    const struct demo_place_in_world place = demo_place_of(world->demo->seed, *next);
    demo_household_make(&household, world, place);
    for (int i = 0; status == STATUS_OK && i < place.count && *next < world->demo->people; i++) {
        world->moment = demo_moment(*next);
        status = demo_person_add(world, &household.members[i], place.first, error);
        if (status == STATUS_OK)
            status =
                demo_papers_add(world, &household.members[i], household.members[i].index, error);
        (*next)++;
    }
    return status == STATUS_OK ? demo_household_add(world, &household, error) : status;
}

static enum status add_twin(struct demo_world *world, long *next, long first, struct error *error)
{
    world->moment = demo_moment(*next);
    const enum status status = demo_twin_add(world, *next, first, error);
    (*next)++;
    return status;
}

static enum status add_people(struct demo_world *world, struct error *error)
{
    long next = 0;
    enum status status = add_stories(world, &next, error);
    while (status == STATUS_OK && next < world->demo->people) {
        const long first = demo_twin_of(world->demo->seed, next);
        status =
            first < 0 ? add_household(world, &next, error) : add_twin(world, &next, first, error);
        if (status == STATUS_OK)
            status = report(world, next, error);
    }
    return status;
}

static enum status fill(struct demo_world *world, struct error *error)
{
    enum status status = store_begin(world->store, error);
    if (status != STATUS_OK)
        return status;
    status = add_people(world, error);
    if (status == STATUS_OK)
        status = demo_casefiles_add(world, error);
    if (status == STATUS_OK)
        return store_commit(world->store, error);
    store_rollback(world->store);
    return status;
}

enum status demo_fill(void *demo, struct store *store, const char *actor, struct error *error)
{
    struct demo_world world = { .demo = demo, .store = store, .actor = actor };
    world.country = demo_country_find(world.demo->country);
    if ((int)world.country >= DEMO_OFFICE_COUNTRIES)
        return error_set(error, STATUS_INVALID, "no country for an office");
    if (world.demo->people < 1 || world.demo->people > DEMO_PEOPLE_MAX)
        return error_set(error, STATUS_INVALID, "%ld people", world.demo->people);
    enum status status = demo_pools_new(&world.pools, error);
    if (status != STATUS_OK)
        return status;
    world.moment = demo_moment(0);
    store_set_clock(store, tell_moment, &world);
    status = fill(&world, error);
    if (status == STATUS_OK)
        status = demo_requests_add(&world, error);
    store_set_clock(store, NULL, NULL);
    demo_pools_free(world.pools);
    return status;
}
