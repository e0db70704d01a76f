/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo_story.h"

#include "base/text.h"
#include "demo/demo_person.h"
#include "demo/demo_story_people.h"
#include "household/household_store.h"
#include "household/relation_store.h"

#include <stdio.h>

_Static_assert(DEMO_GULBAHOR + 1 == DEMO_STORY_PEOPLE, "everybody has an index");
_Static_assert(DEMO_DAVLAT + 1 == DEMO_STORIES, "the main persons come first");

static const struct {
    int person;
    enum relation_kind kind; /* of other */
    int other;
} ties[] = {
    { DEMO_FARID, RELATION_SPOUSE, DEMO_LAILA },    { DEMO_FARID, RELATION_FATHER, DEMO_OMID },
    { DEMO_LAILA, RELATION_MOTHER, DEMO_OMID },     { DEMO_FARID, RELATION_FATHER, DEMO_PARWANA },
    { DEMO_LAILA, RELATION_MOTHER, DEMO_PARWANA },  { DEMO_ZARINA, RELATION_MOTHER, DEMO_SOMON },
    { DEMO_ZARINA, RELATION_MOTHER, DEMO_NIGINA },  { DEMO_ZARINA, RELATION_MOTHER, DEMO_KOMRON },
    { DEMO_RUSLAN, RELATION_SPOUSE, DEMO_AINURA },  { DEMO_KANAT, RELATION_OTHER, DEMO_RUSLAN },
    { DEMO_OGULNUR, RELATION_MOTHER, DEMO_AYNA },   { DEMO_DOWRAN, RELATION_FATHER, DEMO_AYNA },
    { DEMO_OGULNUR, RELATION_SPOUSE, DEMO_DOWRAN }, { DEMO_GULBAHOR, RELATION_MOTHER, DEMO_DAVLAT },
};

enum { HOME_MAX = 4 };

/* Who lives together; the first is the head.  0 ends the list: Farid is nobody's member. */
static const int homes[][HOME_MAX] = {
    { DEMO_FARID, DEMO_LAILA, DEMO_OMID, DEMO_PARWANA },
    { DEMO_ZARINA, DEMO_SOMON, DEMO_NIGINA, DEMO_KOMRON },
    { DEMO_RUSLAN, DEMO_AINURA },
    { DEMO_OGULNUR, DEMO_AYNA },
};

/* ---- Persons */

static enum status copy_texts(struct person *out, const struct demo_story_person *story,
                              struct error *error)
{
    const struct {
        char **to;
        const char *from;
    } texts[] = {
        { &out->birth_place, story->birth_place },       { &out->population_group, story->group },
        { &out->legal_status, story->legal_status },     { &out->language, story->language },
        { &out->marital_status, story->marital_status }, { &out->occupation, story->occupation },
    };
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof(texts) / sizeof(texts[0]); i++)
        if (texts[i].from != NULL)
            status = text_copy(texts[i].to, texts[i].from, error);
    return status;
}

static enum status make_facts(struct person *out, const struct demo_world *world, long index,
                              struct error *error)
{
    const struct demo_story_person *story = &demo_story_people[index];
    *out = (struct person){ .sex = story->sex, .has_birth = true, .is_demo = true };
    out->has_arrived = story->arrived != NULL;
    demo_person_id(world->demo->seed, index, out->id);
    snprintf(out->birth_country, sizeof(out->birth_country), "%s", story->origin);
    snprintf(out->origin_country, sizeof(out->origin_country), "%s", story->origin);
    snprintf(out->nationality, sizeof(out->nationality), "%s", story->nationality);
    enum status status = date_parse(&out->birth, story->birth, error);
    if (status == STATUS_OK && out->has_arrived)
        status = day_parse(&out->arrived, story->arrived, error);
    return status == STATUS_OK ? copy_texts(out, story, error) : status;
}

static enum status add_name(struct person *out, const struct demo_world *world, long index,
                            enum name_kind kind, const char *surname, const char *given_name,
                            const char *patronymic, struct error *error)
{
    struct demo_name_parts parts = { .surname.length = 0 };
    demo_text_add(&parts.surname, surname);
    demo_text_add(&parts.given, given_name);
    if (patronymic != NULL)
        demo_text_add(&parts.patronymic, patronymic);
    return demo_person_name(out, world, index, kind, &parts, error);
}

enum status demo_story_add_person(const struct demo_world *world, long index, struct error *error)
{
    const struct demo_story_person *story = &demo_story_people[index];
    struct person person;
    struct demo_text phone;
    struct contact_list contacts = { .count = 0 };
    enum status status = make_facts(&person, world, index, error);
    if (status == STATUS_OK)
        status = add_name(&person, world, index, NAME_KIND_MAIN, story->surname, story->given_name,
                          story->patronymic, error);
    if (status == STATUS_OK && story->paper_surname != NULL)
        status = add_name(&person, world, index, NAME_KIND_DOCUMENT, story->paper_surname,
                          story->paper_given_name, NULL, error);
    if (status == STATUS_OK && index < DEMO_STORIES) {
        demo_place_write_phone(&phone, world->country, index);
        status =
            demo_person_contact(&contacts, world, index, CONTACT_PHONE, phone.bytes, NULL, error);
    }
    if (status == STATUS_OK)
        status = person_add(world->store, world->actor, &person, &contacts, error);
    person_release(&person);
    contact_list_release(&contacts);
    return status;
}

/* ---- Families */

static bool is_there(const struct demo_world *world, int index)
{
    return index < world->demo->people;
}

static enum status add_home(const struct demo_world *world, const int home[HOME_MAX],
                            struct error *error)
{
    struct demo_text name = { .length = 0 };
    struct demo_text address;
    struct household household = { .id = "" };
    struct household_member member = { .is_head = true };
    demo_text_add(&name, demo_story_people[home[0]].surname);
    demo_home_address(&address, world, home[0]);
    household.name = name.bytes;
    household.address = address.bytes;
    demo_part_id(world->demo->seed, home[0], DEMO_PART_HOUSEHOLD, household.id);
    demo_person_id(world->demo->seed, home[0], member.person_id);
    enum status status = household_add(world->store, world->actor, &household, &member, error);
    member.is_head = false;
    for (int i = 1; status == STATUS_OK && i < HOME_MAX && home[i] != DEMO_FARID; i++) {
        demo_person_id(world->demo->seed, home[i], member.person_id);
        if (is_there(world, home[i]))
            status = household_add_member(world->store, world->actor, &member, error);
    }
    return status;
}

enum status demo_story_add_families(const struct demo_world *world, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof(homes) / sizeof(homes[0]); i++)
        if (is_there(world, homes[i][0]))
            status = add_home(world, homes[i], error);
    for (size_t i = 0; status == STATUS_OK && i < sizeof(ties) / sizeof(ties[0]); i++) {
        struct relation relation = { .kind = ties[i].kind };
        if (!is_there(world, ties[i].person) || !is_there(world, ties[i].other))
            continue;
        demo_part_id(world->demo->seed, ties[i].other, DEMO_PART_RELATION + (int)i, relation.id);
        demo_person_id(world->demo->seed, ties[i].person, relation.person_id);
        demo_person_id(world->demo->seed, ties[i].other, relation.other_id);
        status = relation_add(world->store, world->actor, &relation, error);
    }
    return status;
}
