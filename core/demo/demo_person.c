/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo_person.h"

#include "base/array.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum {
    AGE_SCHOOL = 7,
    AGE_WORK = 18,
    AGE_PENSION = 63,
};

/* Words that say nothing of the sex. */
static const char *const occupations[] = {
    "строительные работы",
    "водитель",
    "продавец",
    "повар",
    "портной",
    "учитель",
    "медработник",
    "фермер",
    "электрик",
    "сварщик",
    "парикмахер",
    "каменщик",
    "механик",
    "уборка",
    "домашнее хозяйство",
    "пекарь",
    "бухгалтер",
    "грузчик",
    "животновод",
    "программист",
    "охрана",
    "без работы",
    "сантехник",
    "разнорабочий",
    "предприниматель",
    "рабочий на рынке",
    "сборщик хлопка",
};
static const char *const educations[] = { "none", "primary", "secondary", "vocational", "higher" };

static int age_of(const struct demo_figure *figure)
{
    return (int)((DEMO_TODAY - figure->born.number) / DEMO_DAYS_PER_YEAR);
}

/* ---- Names */

enum status demo_person_name(struct person *person, const struct demo_world *world, long index,
                             enum name_kind kind, const struct demo_name_parts *parts,
                             struct error *error)
{
    const struct person_name_text text = { .surname = parts->surname.bytes,
                                           .given_name = parts->given.bytes,
                                           .patronymic = parts->patronymic.bytes };
    struct person_name_list *names = &person->names;
    enum status status = array_reserve(&names->items, &names->capacity, sizeof(*names->items),
                                       names->count + 1, error);
    if (status != STATUS_OK)
        return status;
    status = person_name_make(&names->items[names->count], kind, &text, error);
    if (status != STATUS_OK)
        return status;
    demo_part_id(world->demo->seed, index, DEMO_PART_NAME + (int)names->count,
                 names->items[names->count].id);
    names->count++;
    return STATUS_OK;
}

/* Unless it is what the main name says too. */
static enum status add_paper_name(struct person *person, const struct demo_world *world, long index,
                                  const struct demo_name_parts *parts, struct error *error)
{
    const struct person_name *main_name = &person->names.items[0];
    if (strcmp(main_name->surname, parts->surname.bytes) == 0 &&
        strcmp(main_name->given_name, parts->given.bytes) == 0)
        return STATUS_OK;
    return demo_person_name(person, world, index, NAME_KIND_DOCUMENT, parts, error);
}

/* What papers call the person: a passport in Latin letters, a certificate in Russian ones. */
static enum status add_paper_names(struct person *person, const struct demo_world *world,
                                   const struct demo_figure *figure, struct demo_random *random,
                                   struct error *error)
{
    struct demo_name_parts parts;
    enum status status = STATUS_OK;
    const enum demo_writing clerk = demo_nations[figure->nation].clerk_writing;
    const long at = demo_random_below(random, 100);
    if (at < 42 && clerk != figure->writing) {
        demo_name_write(&parts, &figure->name, clerk);
        status = add_paper_name(person, world, figure->index, &parts, error);
    }
    if (status == STATUS_OK && at >= 34 && at < 72) {
        status = demo_name_write_passport(&parts, &figure->name, error);
        if (status == STATUS_OK)
            status = add_paper_name(person, world, figure->index, &parts, error);
    }
    return status;
}

static enum status add_names(struct person *person, const struct demo_world *world,
                             const struct demo_figure *figure, struct error *error)
{
    struct demo_name_parts parts;
    struct demo_random random =
        demo_random_begin(world->demo->seed, DEMO_PURPOSE_NAME, figure->index);
    demo_name_write(&parts, &figure->name, figure->writing);
    enum status status =
        demo_person_name(person, world, figure->index, NAME_KIND_MAIN, &parts, error);
    if (status == STATUS_OK && figure->name.maiden.stem != NULL) {
        demo_name_write_maiden(&parts, &figure->name, figure->writing);
        status = demo_person_name(person, world, figure->index, NAME_KIND_FORMER, &parts, error);
    }
    return status == STATUS_OK ? add_paper_names(person, world, figure, &random, error) : status;
}

/* ---- Facts */

static const char *choose_education(int age, struct demo_random *random)
{
    static const unsigned char weights[] = { 3, 9, 50, 23, 15 };
    if (age < AGE_SCHOOL)
        return NULL;
    if (age < AGE_WORK)
        return educations[age < 11 ? 1 : 2];
    return educations[demo_random_weighted(random, weights, sizeof(weights))];
}

static const char *marital_status_of(const struct demo_figure *figure, struct demo_random *random)
{
    if (figure->is_married)
        return "married";
    if (figure->is_widowed)
        return "widowed";
    if (age_of(figure) < AGE_WORK)
        return "single";
    return demo_random_chance(random, age_of(figure) < 30 ? 90 : 40) ? "single" : "divorced";
}

static enum status copy(char **out, const char *text, struct error *error)
{
    return text == NULL ? STATUS_OK : text_copy(out, text, error);
}

static enum status copy_texts(struct person *out, const struct demo_figure *figure,
                              struct demo_random *random, struct error *error)
{
    const int age = age_of(figure);
    const enum demo_country country = demo_country_find(demo_nations[figure->nation].country);
    const char *occupation = NULL;
    if (age >= AGE_PENSION)
        occupation = "пенсионер";
    else if (age >= AGE_WORK && demo_random_chance(random, 80))
        occupation = occupations[demo_random_below(
            random, (long)(sizeof(occupations) / sizeof(occupations[0])))];
    enum status status = copy(&out->occupation, occupation, error);
    if (status == STATUS_OK)
        status = copy(&out->birth_place, demo_place_choose(country, random), error);
    if (status == STATUS_OK)
        status = copy(&out->education, choose_education(age, random), error);
    if (status == STATUS_OK)
        status = copy(&out->marital_status, marital_status_of(figure, random), error);
    if (status == STATUS_OK)
        status = copy(&out->language, demo_nations[figure->nation].language, error);
    if (status == STATUS_OK)
        status = copy(&out->population_group, figure->group, error);
    return status == STATUS_OK ? copy(&out->legal_status, figure->legal_status, error) : status;
}

/* Nobody arrives before birth. */
static void set_arrival(struct person *out, const struct demo_figure *figure,
                        struct demo_random *random)
{
    const long years = figure->is_foreign ? 12 : 3;
    const long days = demo_random_between(random, 3, years * DEMO_DAYS_PER_YEAR);
    const bool came = figure->is_foreign || strcmp(figure->group, "RET") == 0;
    if (!came || DEMO_TODAY - days <= figure->born.number)
        return;
    out->arrived = (struct day){ (int32_t)(DEMO_TODAY - days) };
    out->has_arrived = true;
}

static void set_nationality(struct person *out, const struct demo_figure *figure)
{
    const char *country = demo_nations[figure->nation].country;
    if (strcmp(figure->group, "STA") == 0)
        country = "XXA";
    if (strcmp(figure->group, "UND") != 0)
        snprintf(out->nationality, sizeof(out->nationality), "%s", country);
}

static void set_death(struct person *out, const struct demo_figure *figure,
                      struct demo_random *random)
{
    if (figure->role != DEMO_ROLE_HEAD || figure->is_married || age_of(figure) < 70 ||
        !demo_random_chance(random, 6))
        return;
    out->state = PERSON_STATE_DIED;
    out->has_death = true;
    out->death = (struct day){ (int32_t)(DEMO_TODAY -
                                         demo_random_between(random, 1, 2 * DEMO_DAYS_PER_YEAR)) };
}

/* ---- Contacts */

enum status demo_person_contact(struct contact_list *contacts, const struct demo_world *world,
                                long index, enum contact_kind kind, const char *value,
                                const char *owner, struct error *error)
{
    enum status status = array_reserve(&contacts->items, &contacts->capacity,
                                       sizeof(*contacts->items), contacts->count + 1, error);
    if (status != STATUS_OK)
        return status;
    struct contact *contact = &contacts->items[contacts->count];
    *contact = (struct contact){ .kind = kind, .is_safe = true };
    demo_part_id(world->demo->seed, index, DEMO_PART_CONTACT + (int)contacts->count, contact->id);
    contacts->count++;
    status = copy(&contact->value, value, error);
    return status == STATUS_OK ? copy(&contact->owner, owner, error) : status;
}

static enum status add_phone(struct contact_list *contacts, const struct demo_world *world,
                             const struct demo_figure *figure, long household,
                             struct demo_random *random, struct error *error)
{
    struct demo_text text;
    const bool is_child = age_of(figure) < AGE_WORK;
    if (!demo_random_chance(random, is_child ? 15 : 75))
        return STATUS_OK;
    demo_place_write_phone(&text, world->country, is_child ? household : figure->index);
    const enum status status = demo_person_contact(contacts, world, figure->index, CONTACT_PHONE,
                                                   text.bytes, is_child ? "родители" : NULL, error);
    if (status == STATUS_OK && demo_random_chance(random, 4))
        contacts->items[contacts->count - 1].is_safe = false;
    return status;
}

static enum status add_contacts(struct contact_list *contacts, const struct demo_world *world,
                                const struct demo_figure *figure, long household,
                                struct demo_random *random, struct error *error)
{
    struct demo_text text;
    demo_home_address(&text, world, household);
    enum status status = demo_person_contact(contacts, world, figure->index, CONTACT_ADDRESS,
                                             text.bytes, NULL, error);
    if (status == STATUS_OK)
        status = add_phone(contacts, world, figure, household, random, error);
    if (status != STATUS_OK || age_of(figure) < AGE_WORK || !demo_random_chance(random, 6))
        return status;
    /* .example is kept free of real addresses by RFC 2606. */
    text = (struct demo_text){ .length = 0 };
    snprintf(text.bytes, sizeof(text.bytes), "demo%ld@post.example", figure->index);
    return demo_person_contact(contacts, world, figure->index, CONTACT_EMAIL, text.bytes, NULL,
                               error);
}

/* ---- The record */

enum status demo_person_make(struct person *out, struct contact_list *contacts,
                             const struct demo_world *world, const struct demo_figure *figure,
                             long household, struct error *error)
{
    const struct demo_nation_habits *habits = &demo_nations[figure->nation];
    struct demo_random random =
        demo_random_begin(world->demo->seed, DEMO_PURPOSE_PERSON, figure->index);
    *out = (struct person){ .sex = figure->name.sex,
                            .birth = figure->birth,
                            .has_birth = true,
                            .state = PERSON_STATE_ACTIVE,
                            .is_demo = true };
    *contacts = (struct contact_list){ .count = 0 };
    demo_person_id(world->demo->seed, figure->index, out->id);
    snprintf(out->birth_country, sizeof(out->birth_country), "%s", habits->country);
    snprintf(out->origin_country, sizeof(out->origin_country), "%s", habits->country);
    out->needs_interpreter =
        demo_random_chance(&random, figure->nation == DEMO_NATION_AFGHAN ? 70 : 2);
    set_nationality(out, figure);
    set_arrival(out, figure, &random);
    set_death(out, figure, &random);
    const enum status status = copy_texts(out, figure, &random, error);
    return status == STATUS_OK ? add_contacts(contacts, world, figure, household, &random, error)
                               : status;
}

enum status demo_person_add(const struct demo_world *world, const struct demo_figure *figure,
                            long household, struct error *error)
{
    struct person person;
    struct contact_list contacts;
    enum status status = demo_person_make(&person, &contacts, world, figure, household, error);
    if (status == STATUS_OK)
        status = add_names(&person, world, figure, error);
    if (status == STATUS_OK)
        status = person_add(world->store, world->actor, &person, &contacts, error);
    person_release(&person);
    contact_list_release(&contacts);
    return status;
}
