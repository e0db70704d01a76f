/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo_casefile.h"

#include "casefile/casefile_store.h"
#include "casefile/definition_store.h"
#include "demo/demo_story.h"
#include "person/person_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* 12 in a world of DEMO_PEOPLE_DEFAULT, all of them from MANY_PEOPLE on. */
enum {
    CASEFILES_OF_DEFAULT = 12,
    MANY_PEOPLE = 5000,
    ADULT_AGE = 19,
    OLD_AGE = 75,
    NOTE_PERCENT = 35,
    FIRST_NOTE_PERCENT = 75,
    SECONDS_PER_ACT = 97,
};
static const long long MS_PER_DAY = 86400000;
static const long long OPENING_MS = 3LL * 3600000; /* 9 o'clock in Bishkek */

long demo_casefile_count(long people)
{
    if (people < DEMO_CASEFILES_LEAST_PEOPLE)
        return 0;
    if (people >= MANY_PEOPLE)
        return DEMO_CASEFILES_MAX;
    if (people <= DEMO_PEOPLE_DEFAULT)
        return people * CASEFILES_OF_DEFAULT / DEMO_PEOPLE_DEFAULT;
    return CASEFILES_OF_DEFAULT + (people - DEMO_PEOPLE_DEFAULT) *
                                      (DEMO_CASEFILES_MAX - CASEFILES_OF_DEFAULT) /
                                      (MANY_PEOPLE - DEMO_PEOPLE_DEFAULT);
}

/* ---- Days */

/* The office is closed on Saturdays and Sundays; the first of January 1970 was a Thursday. */
static bool is_working_day(struct day day)
{
    const int weekday = (day.number + 3) % 7;
    return weekday < 5;
}

static struct day opening_day(const struct demo_course *course)
{
    struct day day = { DEMO_TODAY - course->age };
    while (!is_working_day(day))
        day.number--;
    return day;
}

void demo_work_tick(struct demo_work *work)
{
    const long long opening = work->desk.today.number * MS_PER_DAY + OPENING_MS;
    work->world->moment += SECONDS_PER_ACT * 1000LL;
    if (work->world->moment < opening || work->world->moment > opening + MS_PER_DAY)
        work->world->moment = opening;
}

/* ---- Whose */

static bool is_fitting(const struct demo_world *world, const struct demo_path *path,
                       const struct person *person)
{
    const long years = (DEMO_TODAY - person->birth.day.number) / DEMO_DAYS_PER_YEAR;
    const bool is_citizen =
        strcmp(person->origin_country, demo_country_alpha3(world->country)) == 0;
    return person->has_birth && years >= ADULT_AGE && years <= OLD_AGE &&
           person->state == PERSON_STATE_ACTIVE && is_citizen == path->is_citizen;
}

static const char *const fees[DEMO_OFFICE_COUNTRIES] = {
    [DEMO_COUNTRY_KZ] = "865.00 KZT",   [DEMO_COUNTRY_KG] = "620.00 KGS",
    [DEMO_COUNTRY_TJ] = "80.00 TJS",    [DEMO_COUNTRY_TM] = "25.00 TMT",
    [DEMO_COUNTRY_UZ] = "75000.00 UZS",
};

static void describe(struct demo_case *out, const struct demo_world *world,
                     const struct person *person)
{
    struct demo_speaker *speaker = &out->speaker;
    memcpy(out->person_id, person->id, sizeof(out->person_id));
    snprintf(speaker->language, sizeof(speaker->language), "%s",
             person->language == NULL ? "ru" : person->language);
    snprintf(speaker->origin, sizeof(speaker->origin), "%s", person->origin_country);
    snprintf(speaker->group, sizeof(speaker->group), "%s",
             person->population_group == NULL ? "OTH" : person->population_group);
    snprintf(speaker->office, sizeof(speaker->office), "%s", demo_country_alpha3(world->country));
    snprintf(speaker->fee, sizeof(speaker->fee), "%s", fees[world->country]);
}

/* Who lives alone keeps house with nobody. */
static void find_household(struct demo_case *out, const struct demo_world *world, long index)
{
    const struct demo_place_in_world place = demo_place_of(world->demo->seed, index);
    if (place.count > 1)
        demo_part_id(world->demo->seed, place.first, DEMO_PART_HOUSEHOLD, out->household_id);
}

/* The first fitting person from *index on, who becomes the last one looked at; out->person_id is ""
 * when there is none. */
static enum status find_person(struct demo_case *out, const struct demo_world *world, long *index,
                               struct error *error)
{
    enum status status = STATUS_OK;
    for (; status == STATUS_OK && out->person_id[0] == '\0' && *index < world->demo->people;
         (*index)++) {
        char id[UUID_TEXT_SIZE];
        struct person person;
        if (demo_twin_of(world->demo->seed, *index) >= 0)
            continue;
        demo_person_id(world->demo->seed, *index, id);
        status = person_load(world->store, id, &person, error);
        if (status != STATUS_OK)
            continue;
        if (is_fitting(world, out->course->path, &person)) {
            describe(out, world, &person);
            find_household(out, world, *index);
        }
        person_release(&person);
    }
    return status;
}

/* Not the people of the stories: with those everybody begins at the beginning. */
static enum status plan_cases(struct demo_work *work, struct error *error)
{
    const struct demo_world *world = work->world;
    const long people = world->demo->people - DEMO_STORY_PEOPLE;
    long next = DEMO_STORY_PEOPLE;
    enum status status = STATUS_OK;
    for (long i = 0; status == STATUS_OK && i < work->case_count; i++) {
        struct demo_case *planned = &work->cases[i];
        const long from = DEMO_STORY_PEOPLE + i * people / work->case_count;
        planned->course = &demo_courses[(size_t)i % demo_course_count];
        planned->opened = opening_day(planned->course);
        planned->wake = planned->opened;
        planned->random = demo_random_begin(world->demo->seed, DEMO_PURPOSE_CASEFILE, i);
        next = next < from ? from : next;
        status = find_person(planned, world, &next, error);
        planned->is_resting = planned->person_id[0] == '\0';
    }
    return status;
}

/* ---- Work */

static enum status weigh(const struct demo_work *work, const struct demo_case *opened,
                         struct error *error)
{
    const struct demo_course *course = opened->course;
    enum status status = STATUS_OK;
    if (course->risk != CASEFILE_RISK_NOT_KNOWN)
        status = casefile_set_risk(&work->desk, opened->id, course->risk, error);
    return status;
}

static enum status open_case(struct demo_work *work, struct demo_case *opened, struct error *error)
{
    struct casefile_opened result;
    const struct demo_path *path = opened->course->path;
    const struct casefile_opening opening = {
        .person_id = opened->person_id,
        .household_id = opened->household_id[0] == '\0' ? NULL : opened->household_id,
        .workflow = path->workflow,
        .assigned_to = opened->course->is_nobodys ? NULL : work->world->actor,
        .issue = path->issue,
        .urgency = opened->course->urgency,
        .intake = path->intake,
        .opened_on = work->desk.today,
    };
    enum status status = casefile_open(&work->desk, &opening, &result, error);
    memcpy(opened->id, result.id, sizeof(opened->id));
    if (status == STATUS_OK)
        status = weigh(work, opened, error);
    if (status == STATUS_OK && demo_random_chance(&opened->random, FIRST_NOTE_PERCENT))
        status = demo_diary_note(work, opened, true, error);
    return status;
}

static enum status work_on(struct demo_work *work, struct demo_case *worked, struct error *error)
{
    const bool is_new = worked->id[0] == '\0';
    enum status status = STATUS_OK;
    demo_work_tick(work);
    if (is_new)
        status = open_case(work, worked, error);
    demo_work_tick(work);
    if (status == STATUS_OK)
        status = demo_case_walk(&work->desk, worked, error);
    if (status == STATUS_OK && !is_new && demo_random_chance(&worked->random, NOTE_PERCENT))
        status = demo_diary_note(work, worked, false, error);
    return status;
}

static enum status work_day(struct demo_work *work, struct error *error)
{
    enum status status = STATUS_OK;
    for (long i = 0; status == STATUS_OK && i < work->case_count; i++)
        if (!work->cases[i].is_resting && day_compare(work->cases[i].wake, work->desk.today) <= 0)
            status = work_on(work, &work->cases[i], error);
    return status;
}

static struct day first_day(const struct demo_work *work)
{
    struct day first = { DEMO_TODAY };
    for (long i = 0; i < work->case_count; i++)
        if (day_compare(work->cases[i].opened, first) < 0)
            first = work->cases[i].opened;
    return first;
}

static enum status check_courses(const struct demo_work *work, struct error *error)
{
    for (long i = 0; i < work->case_count; i++) {
        const struct demo_case *walked = &work->cases[i];
        if (walked->id[0] != '\0' && walked->course->stop != DEMO_STOP_NEVER &&
            !walked->has_stopped)
            return error_set(error, STATUS_INVALID, "a casefile never came to step %s",
                             walked->course->stop_step);
    }
    return STATUS_OK;
}

/* At last: what is sealed cannot be worked on without a key. */
static enum status restrict_cases(struct demo_work *work, struct error *error)
{
    enum status status = STATUS_OK;
    for (long i = 0; status == STATUS_OK && i < work->case_count; i++) {
        const struct demo_case *walked = &work->cases[i];
        if (walked->id[0] != '\0' && walked->course->compartments != 0)
            status =
                casefile_restrict(&work->desk, walked->id, walked->course->compartments, error);
    }
    return status;
}

static enum status do_work(struct demo_work *work, struct error *error)
{
    enum status status = plan_cases(work, error);
    for (work->desk.today = first_day(work);
         status == STATUS_OK && work->desk.today.number < DEMO_TODAY; work->desk.today.number++)
        if (is_working_day(work->desk.today))
            status = work_day(work, error);
    if (status == STATUS_OK)
        status = check_courses(work, error);
    if (status == STATUS_OK)
        status = demo_diary_end(work, error);
    return status == STATUS_OK ? restrict_cases(work, error) : status;
}

enum status demo_casefiles_add(struct demo_world *world, struct error *error)
{
    const long long moment = world->moment;
    struct demo_work work = {
        .world = world,
        .desk = { .store = world->store, .actor = world->actor, .role = "supervisor" },
        .case_count = demo_casefile_count(world->demo->people),
    };
    if (work.case_count == 0)
        return STATUS_OK;
    work.cases = calloc((size_t)work.case_count, sizeof(*work.cases));
    if (work.cases == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "demo");
    enum status status = definition_cache_new(&work.desk.definitions, error);
    if (status == STATUS_OK)
        status = demo_agencies_add(world, &work.agencies, error);
    if (status == STATUS_OK)
        status = do_work(&work, error);
    definition_cache_free(work.desk.definitions);
    free(work.cases);
    world->moment = moment;
    return status;
}
