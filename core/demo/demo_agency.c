/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo_agency.h"

#include "agency/agency_store.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { SERVICES_MAX = 3, FIRST_PHONE = 980000, NEVER = -1 };

static const struct {
    const char *name;
    const char *kind;
    const char *services[SERVICES_MAX]; /* the first is what people are sent there for */
    const char *hours;
    const char *cost;
    int checked; /* so many days before the last one */
    bool is_protected;
} bodies[DEMO_AGENCY_COUNT] = {
    [DEMO_AGENCY_REGISTER] = { "Учебный регистр населения",
                               "population_register",
                               { "documents" },
                               "Пн–Пт 8:00–17:00",
                               NULL,
                               12,
                               false },
    [DEMO_AGENCY_REGISTRY] = { "Учебный отдел ЗАГС",
                               "registry",
                               { "civil_registry" },
                               "Вт–Сб 9:00–17:00",
                               "Повторное свидетельство – платно",
                               41,
                               false },
    [DEMO_AGENCY_ARCHIVE] = { "Учебный областной архив",
                              "archive",
                              { "archive" },
                              "Пн–Чт 9:00–12:00",
                              "Справки для пенсии бесплатно",
                              204,
                              false },
    [DEMO_AGENCY_CONSULATE] = { "Учебное консульство соседней страны",
                                "consulate",
                                { "consulate", "documents" },
                                "Вт, Чт 9:30–12:30",
                                NULL,
                                NEVER,
                                false },
    [DEMO_AGENCY_MIGRATION] = { "Учебный отдел миграции",
                                "migration",
                                { "documents", "asylum" },
                                "Пн–Пт 9:00–18:00",
                                NULL,
                                26,
                                false },
    [DEMO_AGENCY_HEALTH] = { "Учебная поликлиника № 0",
                             "health",
                             { "health_care", "medical", "mental_health" },
                             "Пн–Сб 8:00–19:00",
                             "По прописке бесплатно",
                             63,
                             false },
    [DEMO_AGENCY_LEGAL_AID] = { "Учебный центр правовой помощи",
                                "legal_aid",
                                { "legal_aid" },
                                "Пн, Ср 14:00–18:00",
                                "Бесплатно",
                                19,
                                false },
    [DEMO_AGENCY_EMPLOYMENT] = { "Учебная служба занятости",
                                 "employment",
                                 { "employment", "training" },
                                 "Пн–Пт 9:00–17:00",
                                 "Бесплатно",
                                 118,
                                 false },
    [DEMO_AGENCY_EDUCATION] = { "Учебный центр языка «Мост»",
                                "education",
                                { "language_course", "education" },
                                "Вечером, 18:00–20:00",
                                "Первый курс бесплатно",
                                33,
                                false },
    [DEMO_AGENCY_SHELTER] = { "Учебный кризисный центр «Очаг»",
                              "shelter",
                              { "shelter", "food" },
                              "Круглосуточно",
                              "Бесплатно",
                              8,
                              true },
    [DEMO_AGENCY_ANTI_TRAFFICKING] = { "Учебная служба против торговли людьми",
                                       "anti_trafficking",
                                       { "anti_trafficking", "legal_aid" },
                                       "Круглосуточно",
                                       "Бесплатно",
                                       155,
                                       true },
    [DEMO_AGENCY_SOCIAL] = { "Учебный отдел социальной защиты",
                             "social",
                             { "social_assistance", "child_protection" },
                             "Пн–Пт 9:00–17:00",
                             NULL,
                             77,
                             false },
    [DEMO_AGENCY_MUNICIPALITY] = { "Учебная мэрия, отдел жилья",
                                   "municipality",
                                   { "housing" },
                                   "Ср 9:00–12:00",
                                   NULL,
                                   390,
                                   false },
};

const char *demo_agency_service(enum demo_agency agency)
{
    return bodies[agency].services[0];
}

const char *demo_agency_name(const char *kind)
{
    for (int i = 0; kind != NULL && i < DEMO_AGENCY_COUNT; i++)
        if (strcmp(bodies[i].kind, kind) == 0)
            return bodies[i].name;
    return NULL;
}

/* Chance that puts an address into that town. */
static struct demo_random choose_in_town(const struct demo_world *world, int number,
                                         const char *town)
{
    for (long attempt = 0;; attempt++) {
        const struct demo_random random = demo_random_begin(world->demo->seed, DEMO_PURPOSE_AGENCY,
                                                            number + attempt * DEMO_AGENCY_COUNT);
        struct demo_random looking = random;
        if (demo_place_choose(world->country, &looking) == town)
            return random;
    }
}

static enum status copy_texts(struct agency *out, const struct demo_world *world, int number,
                              struct error *error)
{
    struct demo_random of_office = demo_random_begin(world->demo->seed, DEMO_PURPOSE_AGENCY, -1);
    struct demo_text address;
    struct demo_text phone;
    const char *town = demo_place_choose(world->country, &of_office);
    struct demo_random random = choose_in_town(world, number, town);
    demo_place_write_address(&address, world->country, &random);
    demo_place_write_phone(&phone, world->country, FIRST_PHONE + number);
    const struct {
        char **to;
        const char *from;
    } texts[] = {
        { &out->name, bodies[number].name }, { &out->hours, bodies[number].hours },
        { &out->cost, bodies[number].cost }, { &out->place, town },
        { &out->address, address.bytes },    { &out->phone, phone.bytes },
    };
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof(texts) / sizeof(texts[0]); i++)
        if (texts[i].from != NULL)
            status = text_copy(texts[i].to, texts[i].from, error);
    return status;
}

static enum status make(struct agency *out, const struct demo_world *world, int number,
                        struct error *error)
{
    *out = (struct agency){ .is_active = true, .is_protected = bodies[number].is_protected };
    demo_part_id(world->demo->seed, number, DEMO_PART_AGENCY, out->id);
    snprintf(out->kind, sizeof(out->kind), "%s", bodies[number].kind);
    snprintf(out->country, sizeof(out->country), "%s", demo_country_alpha3(world->country));
    out->has_checked_on = bodies[number].checked != NEVER;
    out->checked_on = (struct day){ DEMO_TODAY - bodies[number].checked };
    enum status status = copy_texts(out, world, number, error);
    for (int i = 0; status == STATUS_OK && i < SERVICES_MAX; i++)
        if (bodies[number].services[i] != NULL)
            status = agency_add_service(out, bodies[number].services[i], error);
    return status;
}

enum status demo_agencies_add(const struct demo_world *world, struct demo_agencies *out,
                              struct error *error)
{
    enum status status = STATUS_OK;
    for (int i = 0; status == STATUS_OK && i < DEMO_AGENCY_COUNT; i++) {
        struct agency agency;
        status = make(&agency, world, i, error);
        if (status == STATUS_OK)
            status = agency_add(world->store, world->actor, &agency, demo_today(), error);
        snprintf(out->ids[i], sizeof(out->ids[i]), "%s", agency.id);
        agency_release(&agency);
    }
    return status;
}
