/* SPDX-License-Identifier: Apache-2.0 */

/* Second records: the same person, written down by another clerk in another year. */
#include "base/text.h"
#include "demo/demo_paper.h"
#include "demo/demo_person.h"
#include "demo/demo_slip.h"

#include <stdlib.h>
#include <string.h>

/* How the other clerk wrote. */
struct hand {
    struct demo_random random;
    bool is_passport; /* copied from a passport, in Latin letters */
    enum demo_writing writing;
    bool loses_letters;
    bool mistypes;
    bool leaves_patronymic_out;
    bool exchanges_order;
    bool slips_birth;
    bool uses_maiden_name;
};

/* Something always differs from the first record. */
static struct hand choose_hand(const struct demo_world *world, long index,
                               const struct demo_figure *first)
{
    struct hand hand = { .writing = first->writing };
    struct demo_random random = demo_random_begin(world->demo->seed, DEMO_PURPOSE_TWIN, -1 - index);
    const struct demo_nation_habits *habits = &demo_nations[first->nation];
    const long at = demo_random_below(&random, 100);
    hand.is_passport = at < 30;
    if (at >= 30 && at < 65)
        hand.writing = habits->clerk_writing;
    else if (at >= 65 && at < 72)
        hand.writing = habits->other_writing;
    hand.loses_letters = demo_random_chance(&random, 25);
    hand.mistypes = demo_random_chance(&random, 25);
    hand.leaves_patronymic_out = demo_random_chance(&random, 40);
    hand.exchanges_order = demo_random_chance(&random, 10);
    hand.slips_birth = demo_random_chance(&random, 30);
    hand.uses_maiden_name = demo_random_chance(&random, 15);
    hand.random = random;
    if (!hand.is_passport && hand.writing == first->writing && !hand.slips_birth)
        hand.mistypes = true;
    return hand;
}

static enum status write_name(struct demo_name_parts *out, struct hand *hand,
                              const struct demo_figure *first, struct error *error)
{
    enum status status = STATUS_OK;
    struct demo_name name = first->name;
    if (hand->uses_maiden_name && name.maiden.stem != NULL)
        name.surname = name.maiden;
    if (hand->is_passport)
        status = demo_name_write_passport(out, &name, error);
    else
        demo_name_write(out, &name, hand->writing);
    if (status != STATUS_OK)
        return status;
    if (hand->leaves_patronymic_out)
        out->patronymic = (struct demo_text){ .length = 0 };
    if (hand->loses_letters) {
        demo_slip_lose_letters(&out->surname);
        demo_slip_lose_letters(&out->given);
        demo_slip_lose_letters(&out->patronymic);
    }
    if (hand->mistypes)
        demo_slip_mistype(demo_random_chance(&hand->random, 60) ? &out->surname : &out->given,
                          &hand->random);
    if (hand->exchanges_order) {
        const struct demo_text surname = out->surname;
        out->surname = out->given;
        out->given = surname;
    }
    return STATUS_OK;
}

/* Whether the other clerk wrote just what the first one had written. */
static bool is_same_name(const struct demo_name_parts *parts, const struct demo_figure *first)
{
    struct demo_name_parts other;
    demo_name_write(&other, &first->name, first->writing);
    return strcmp(parts->surname.bytes, other.surname.bytes) == 0 &&
           strcmp(parts->given.bytes, other.given.bytes) == 0 &&
           strcmp(parts->patronymic.bytes, other.patronymic.bytes) == 0;
}

/* Something differs, if only the year of birth. */
static struct date write_birth(struct hand *hand, const struct demo_figure *first,
                               const struct demo_name_parts *parts)
{
    struct day earlier;
    struct date birth = first->birth;
    if (hand->slips_birth)
        birth = demo_slip_birth(birth, demo_today(), &hand->random);
    if (is_same_name(parts, first) && day_compare(birth.day, first->birth.day) == 0 &&
        day_add_months(&earlier, birth.day, -12, NULL) == STATUS_OK)
        birth.day = earlier;
    return birth;
}

/* Of what was asked once before, the half was not asked again. */
static void forget_facts(struct person *person, struct demo_random *random)
{
    char **const texts[] = { &person->occupation, &person->education, &person->marital_status,
                             &person->birth_place };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        if (demo_random_chance(random, 50)) {
            free(*texts[i]);
            *texts[i] = NULL;
        }
}

/* One in three showed the same passport again; the others show what they have now. */
static enum status add_papers(const struct demo_world *world, long index,
                              const struct demo_figure *first, struct error *error)
{
    struct demo_figure second = *first;
    second.index = index;
    return demo_papers_add(world, &second, index % 3 == 0 ? first->index : index, error);
}

/* Many gave the same telephone again. */
static enum status change_phone(struct contact_list *contacts, const struct demo_world *world,
                                long first, struct demo_random *random, struct error *error)
{
    struct demo_text text;
    if (!demo_random_chance(random, 30))
        return STATUS_OK;
    demo_place_write_phone(&text, world->country, first);
    for (size_t i = 0; i < contacts->count; i++)
        if (contacts->items[i].kind == CONTACT_PHONE) {
            free(contacts->items[i].value);
            contacts->items[i].value = NULL;
            return text_copy(&contacts->items[i].value, text.bytes, error);
        }
    return STATUS_OK;
}

static enum status make_record(struct person *person, struct contact_list *contacts,
                               const struct demo_world *world, long index,
                               const struct demo_figure *first, struct error *error)
{
    struct demo_name_parts parts;
    struct demo_figure second = *first;
    struct hand hand = choose_hand(world, index, first);
    second.index = index;
    *person = (struct person){ .id = "" };
    *contacts = (struct contact_list){ .count = 0 };
    enum status status = write_name(&parts, &hand, first, error);
    if (status != STATUS_OK)
        return status;
    second.birth = write_birth(&hand, first, &parts);
    status = demo_person_make(person, contacts, world, &second, index, error);
    if (status == STATUS_OK)
        status = demo_person_name(person, world, index, NAME_KIND_MAIN, &parts, error);
    forget_facts(person, &hand.random);
    if (status == STATUS_OK)
        status = change_phone(contacts, world, first->index, &hand.random, error);
    return status;
}

enum status demo_twin_add(const struct demo_world *world, long index, long first,
                          struct error *error)
{
    struct person person;
    struct contact_list contacts;
    struct demo_figure figure;
    demo_figure_make(&figure, world, first);
    enum status status = make_record(&person, &contacts, world, index, &figure, error);
    if (status == STATUS_OK)
        status = person_add(world->store, world->actor, &person, &contacts, error);
    if (status == STATUS_OK)
        status = add_papers(world, index, &figure, error);
    person_release(&person);
    contact_list_release(&contacts);
    return status;
}
