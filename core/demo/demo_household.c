/* SPDX-License-Identifier: Apache-2.0 */

/* Households and family ties as records. */
#include "demo/demo_family.h"
#include "household/household_store.h"
#include "household/relation_store.h"

#include <string.h>

/* What "mother" or "father" is to be called when it may be either. */
static enum relation_kind parent_kind(const struct demo_figure *parent)
{
    return parent->name.sex == SEX_FEMALE ? RELATION_MOTHER : RELATION_FATHER;
}

static enum status add_relation(const struct demo_world *world, const struct demo_figure *person,
                                enum relation_kind kind, const struct demo_figure *other,
                                int number, struct error *error)
{
    struct relation relation = { .kind = kind, .is_proved = person->index % 3 != 0 };
    demo_part_id(world->demo->seed, other->index, DEMO_PART_RELATION + number, relation.id);
    demo_person_id(world->demo->seed, person->index, relation.person_id);
    demo_person_id(world->demo->seed, other->index, relation.other_id);
    return relation_add(world->store, world->actor, &relation, error);
}

/* How this member belongs to the head, and a child to its mother too. */
static enum status add_relations(const struct demo_world *world,
                                 const struct demo_household *household,
                                 const struct demo_figure *member, struct error *error)
{
    const struct demo_figure *head = &household->members[0];
    const struct demo_figure *second = &household->members[1];
    enum status status = STATUS_OK;
    switch (member->role) {
    case DEMO_ROLE_HEAD:
        break;
    case DEMO_ROLE_SPOUSE:
        status = add_relation(world, head, RELATION_SPOUSE, member, 0, error);
        break;
    case DEMO_ROLE_MOTHER:
        status = add_relation(world, member, RELATION_MOTHER, head, 1, error);
        break;
    case DEMO_ROLE_CHILD:
        status = add_relation(world, head, parent_kind(head), member, 0, error);
        if (status == STATUS_OK && second->role == DEMO_ROLE_SPOUSE)
            status = add_relation(world, second, RELATION_MOTHER, member, 1, error);
        break;
    }
    return status;
}

static enum status add_household(const struct demo_world *world, const struct demo_figure *head,
                                 struct household_member *member, struct error *error)
{
    struct demo_name_parts name;
    struct demo_text address;
    struct household household = { .id = "" };
    demo_name_write(&name, &head->name, head->writing);
    demo_home_address(&address, world, head->index);
    household.name = name.surname.bytes;
    household.address = address.bytes;
    demo_part_id(world->demo->seed, head->index, DEMO_PART_HOUSEHOLD, household.id);
    member->is_head = true;
    return household_add(world->store, world->actor, &household, member, error);
}

enum status demo_household_add(const struct demo_world *world,
                               const struct demo_household *household, struct error *error)
{
    struct household_member member = { .is_head = false };
    enum status status = STATUS_OK;
    if (household->count == 1)
        return STATUS_OK; /* who lives alone keeps house with nobody */
    for (int i = 0; status == STATUS_OK && i < household->count; i++) {
        const struct demo_figure *figure = &household->members[i];
        if (figure->index >= world->demo->people)
            break;
        demo_person_id(world->demo->seed, figure->index, member.person_id);
        if (i == 0) {
            status = add_household(world, figure, &member, error);
            member.is_head = false;
            continue;
        }
        status = household_add_member(world->store, world->actor, &member, error);
        if (status == STATUS_OK)
            status = add_relations(world, household, figure, error);
    }
    return status;
}
