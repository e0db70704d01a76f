/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo_paper.h"

#include "demo/demo_passport.h"
#include "document/document_store.h"

#include <stdio.h>
#include <string.h>

enum {
    AGE_OF_PAPERS = 16,
    FIRST_NUMBER = 1000000,
    NUMBERS_PER_RECORD = 8, /* so that seven digits are enough */
};
_Static_assert(FIRST_NUMBER + (long)DEMO_PEOPLE_MAX * NUMBERS_PER_RECORD < 10000000,
               "a number has seven digits");

/* What became of papers, by chance: in the order of enum document_state. */
static const unsigned char identity_states[DOCUMENT_STATE_COUNT] = { 63, 10, 4, 3, 6, 4, 6, 2, 2 };
static const unsigned char other_states[DOCUMENT_STATE_COUNT] = { 76, 7, 1, 2, 6, 1, 4, 1, 2 };

/* What proves the right to be here, by population group. */
static const struct {
    const char *group;
    const char *type;
    int years; /* how long it is good for */
} stay_papers[] = {
    { "REF", "refugee_certificate", 1 },
    { "ASY", "asylum_seeker_certificate", 1 },
    { "CPL", "refugee_certificate", 1 },
    { "STA", "stateless_certificate", 10 },
    { "LAB", "work_permit", 1 },
    { "ETH", "kandas_certificate", 1 },
    { "OTH", "residence_permit", 5 },
    { "RET", "return_certificate", 1 },
    { "STU", "registration_of_residence", 1 },
};

static const char *const life_papers[] = { "birth_certificate", "marriage_certificate",
                                           "diploma",           "driving_licence",
                                           "work_book",         "title_deed" };

/* ---- Keeping */

void demo_paper_id(const struct demo_world *world, long index, int number, char out[UUID_TEXT_SIZE])
{
    demo_part_id(world->demo->seed, index, DEMO_PART_PAPER + number, out);
}

/* NULL for "". */
static char *text_of(struct demo_text *text)
{
    return text->length == 0 ? NULL : text->bytes;
}

enum status demo_paper_add(const struct demo_world *world, long index, int number,
                           const struct demo_paper *paper, struct error *error)
{
    struct demo_paper copy = *paper;
    struct demo_text type = { .length = 0 };
    struct demo_text series = { .length = 0 };
    demo_text_add(&type, paper->type);
    demo_text_add(&series, paper->series == NULL ? "" : paper->series);
    struct document document = {
        .type = type.bytes,
        .state = paper->state,
        .series = text_of(&series),
        .number = text_of(&copy.number),
        .personal_number = text_of(&copy.personal_number),
        .issuer = text_of(&copy.issuer),
        .issued_place = text_of(&copy.issued_place),
        .holder_text = text_of(&copy.holder),
        .mrz = text_of(&copy.mrz),
        .remark = text_of(&copy.remark),
        .issued_on = paper->issued_on,
        .has_issued_on = paper->issued_on.number != 0,
        .expires_on = paper->expires_on,
        .has_expires_on = paper->expires_on.number != 0,
        .is_original_seen = paper->state == DOCUMENT_HELD && index % 4 != 0,
    };
    if (paper->issuer_country != NULL)
        snprintf(document.issuer_country, sizeof(document.issuer_country), "%s",
                 paper->issuer_country);
    demo_paper_id(world, index, number, document.id);
    demo_person_id(world->demo->seed, index, document.person_id);
    return document_add(world->store, world->actor, &document, error);
}

/* ---- Choosing */

struct paper_plan {
    const struct demo_figure *figure;
    long numbers_of;
    int count; /* papers so far */
    struct demo_random random;
};

static bool is_made(const struct demo_paper *paper)
{
    return paper->state != DOCUMENT_APPLIED_FOR && paper->state != DOCUMENT_REFUSED;
}

/* When it was issued, and how long it is good; years 0: for ever. */
static void set_dates(struct demo_paper *paper, const struct demo_figure *figure, int years,
                      struct demo_random *random)
{
    const long life = years * DEMO_DAYS_PER_YEAR;
    long age = demo_random_between(random, 2, life > 0 ? life - 1 : 20 * DEMO_DAYS_PER_YEAR);
    if (paper->state == DOCUMENT_EXPIRED || (life > 0 && demo_random_chance(random, 3)))
        age = life + demo_random_between(random, 1, 2 * DEMO_DAYS_PER_YEAR);
    if (age > DEMO_TODAY - figure->born.number)
        age = DEMO_TODAY - figure->born.number;
    paper->issued_on = (struct day){ (int32_t)(DEMO_TODAY - age) };
    if (life > 0)
        paper->expires_on = (struct day){ (int32_t)(DEMO_TODAY - age + life) };
}

/* The number is one that no state of the region gives: none of them has the series XD or DM. */
static void set_number(struct demo_paper *paper, const struct paper_plan *plan)
{
    char digits[16];
    snprintf(digits, sizeof(digits), "%07ld",
             FIRST_NUMBER + plan->numbers_of * NUMBERS_PER_RECORD + plan->count);
    paper->series = plan->numbers_of % 2 == 0 ? "XD" : "DM";
    demo_text_add(&paper->number, digits);
}

/* What every paper has.  Nobody remembers the number of each paper that is gone. */
static void begin_paper(struct demo_paper *paper, struct paper_plan *plan, const char *type,
                        enum demo_country issuer, int years)
{
    *paper = (struct demo_paper){ .type = type };
    paper->state = (enum document_state)demo_random_weighted(
        &plan->random, plan->count == 0 ? identity_states : other_states, DOCUMENT_STATE_COUNT);
    if (paper->state == DOCUMENT_EXPIRED && years == 0)
        paper->state = DOCUMENT_HELD;
    paper->issuer_country = demo_country_alpha3(issuer);
    demo_text_add(&paper->issuer, demo_place_issuer(issuer, &plan->random));
    if (!is_made(paper))
        return;
    set_dates(paper, plan->figure, years, &plan->random);
    if (paper->state == DOCUMENT_HELD || demo_random_chance(&plan->random, 60))
        set_number(paper, plan);
}

static enum status end_paper(const struct demo_world *world, struct paper_plan *plan,
                             const struct demo_paper *paper, struct error *error)
{
    return demo_paper_add(world, plan->figure->index, plan->count++, paper, error);
}

static enum status add_identity(const struct demo_world *world, struct paper_plan *plan,
                                struct error *error)
{
    struct demo_paper paper;
    const struct demo_figure *figure = plan->figure;
    const enum demo_country country = demo_country_find(demo_nations[figure->nation].country);
    const bool is_soviet = strcmp(figure->group, "UND") == 0 || strcmp(figure->group, "STA") == 0;
    if (is_soviet && figure->born.number > DEMO_TODAY - 52 * DEMO_DAYS_PER_YEAR)
        return STATUS_OK; /* too young for a passport of the Soviet Union */
    const char *type = is_soviet ? "ussr_passport_1974"
                       : !figure->is_foreign && demo_random_chance(&plan->random, 45) ? "id_card"
                                                                                      : "passport";
    begin_paper(&paper, plan, type, country, is_soviet ? 0 : 10);
    if (is_soviet) {
        paper.issuer_country = NULL;
        paper.issued_on = (struct day){ 0 };
    } else {
        const enum status status = demo_passport_write(&paper, figure, plan->numbers_of, error);
        if (status != STATUS_OK)
            return status;
    }
    return end_paper(world, plan, &paper, error);
}

static enum status add_stay(const struct demo_world *world, struct paper_plan *plan,
                            struct error *error)
{
    struct demo_paper paper;
    const size_t count = sizeof(stay_papers) / sizeof(stay_papers[0]);
    size_t i = 0;
    while (i < count && strcmp(stay_papers[i].group, plan->figure->group) != 0)
        i++;
    if (i == count || (!plan->figure->is_foreign && strcmp(plan->figure->group, "STA") != 0 &&
                       !demo_random_chance(&plan->random, 10)))
        return STATUS_OK;
    begin_paper(&paper, plan, stay_papers[i].type, world->country, stay_papers[i].years);
    return end_paper(world, plan, &paper, error);
}

static enum status add_life(const struct demo_world *world, struct paper_plan *plan,
                            struct error *error)
{
    struct demo_paper paper;
    const struct demo_figure *figure = plan->figure;
    const enum demo_country country = demo_country_find(demo_nations[figure->nation].country);
    long chosen = demo_random_below(&plan->random, sizeof(life_papers) / sizeof(life_papers[0]));
    if (figure->role == DEMO_ROLE_CHILD || (chosen == 1 && !figure->is_married))
        chosen = 0;
    begin_paper(&paper, plan, life_papers[chosen], country, 0);
    demo_text_add(&paper.issued_place, demo_place_choose(country, &plan->random));
    return end_paper(world, plan, &paper, error);
}

enum status demo_papers_add(const struct demo_world *world, const struct demo_figure *figure,
                            long numbers_of, struct error *error)
{
    struct paper_plan plan = { .figure = figure,
                               .numbers_of = numbers_of,
                               .random = demo_random_begin(world->demo->seed, DEMO_PURPOSE_PAPER,
                                                           figure->index) };
    enum status status = STATUS_OK;
    if (figure->born.number > DEMO_TODAY - AGE_OF_PAPERS * DEMO_DAYS_PER_YEAR)
        return demo_random_chance(&plan.random, 60) ? add_life(world, &plan, error) : STATUS_OK;
    if (demo_random_chance(&plan.random, 88))
        status = add_identity(world, &plan, error);
    if (status == STATUS_OK && demo_random_chance(&plan.random, 60))
        status = add_stay(world, &plan, error);
    if (status == STATUS_OK && demo_random_chance(&plan.random, 15))
        status = add_life(world, &plan, error);
    return status;
}
