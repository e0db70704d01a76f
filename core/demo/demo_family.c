/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo_family.h"

#include <string.h>

enum {
    AGE_OF_MOTHERS_MIN = 18,
    AGE_OF_MOTHERS_MAX = 42,
    AGE_ADULT = 18,
    AGE_MAX = 90,
    AGE_OF_COUPLES_MAX = 62,
    AGE_OF_CHILDREN_MAX = 24, /* at home */
    DAYS_BETWEEN_CHILDREN = 400,
};

static struct day years_before_today(struct demo_random *random, long least, long most)
{
    return (
        struct day){ (int32_t)(DEMO_TODAY - demo_random_between(random, least * DEMO_DAYS_PER_YEAR,
                                                                most * DEMO_DAYS_PER_YEAR)) };
}

static long age(const struct demo_figure *figure)
{
    return (DEMO_TODAY - figure->born.number) / DEMO_DAYS_PER_YEAR;
}

/* ---- Dates of birth */

static struct day first_of(struct day day, bool keeps_month)
{
    const struct civil civil = day_to_civil(day);
    struct day first;
    if (day_from_civil(&first, civil.year, keeps_month ? civil.month : 1, 1, NULL) != STATUS_OK)
        return day;
    return first;
}

/* What the record knows of the day of birth. */
static struct date known_birth(struct day born, long first_january_percent,
                               struct demo_random *random)
{
    const long at = demo_random_below(random, 100);
    if (at < 4)
        return (struct date){ first_of(born, false), DATE_PRECISION_YEAR };
    if (at < 6)
        return (struct date){ first_of(born, true), DATE_PRECISION_MONTH };
    if (at < 8)
        return (struct date){ first_of(born, false), DATE_PRECISION_ESTIMATED };
    if (at < 8 + first_january_percent)
        return (struct date){ first_of(born, false), DATE_PRECISION_DAY };
    return (struct date){ born, DATE_PRECISION_DAY };
}

/* ---- Members */

static struct demo_surname choose_surname(const struct demo_world *world, enum demo_nation nation,
                                          struct demo_random *random)
{
    struct demo_surname surname = { NULL, DEMO_SURNAME_BARE };
    surname.stem = demo_pools_choose(world->pools, nation, DEMO_POOL_SURNAME, random);
    surname.form = (enum demo_surname_form)demo_random_weighted(
        random, demo_nations[nation].surname_weights, DEMO_SURNAME_FORM_COUNT);
    return surname;
}

/* What does not depend on the others in the household. */
static void begin_figure(struct demo_figure *out, const struct demo_world *world, long index,
                         enum demo_nation nation, enum sex sex, struct demo_random *random)
{
    const struct demo_nation_habits *habits = &demo_nations[nation];
    *out = (struct demo_figure){ .index = index, .nation = nation, .writing = habits->writing };
    if (demo_random_chance(random, habits->other_percent))
        out->writing = habits->other_writing;
    out->name.nation = nation;
    out->name.sex = sex;
    out->name.given = demo_pools_choose(
        world->pools, nation, sex == SEX_FEMALE ? DEMO_POOL_FEMALE : DEMO_POOL_MALE, random);
    out->name.father = demo_pools_choose(world->pools, nation, DEMO_POOL_MALE, random);
    out->name.surname = choose_surname(world, nation, random);
    out->name.patronymic = (enum demo_patronymic_form)demo_random_weighted(
        random, habits->patronymic_weights, DEMO_PATRONYMIC_FORM_COUNT);
}

static void end_figure(struct demo_figure *figure, struct demo_random *random)
{
    long percent = demo_nations[figure->nation].first_january_percent;
    figure->birth = known_birth(figure->born, age(figure) > 50 ? 2 * percent : percent, random);
}

static enum sex choose_sex(struct demo_random *random)
{
    return demo_random_chance(random, 50) ? SEX_FEMALE : SEX_MALE;
}

/* Each people's share.  Households take their turns by the golden ratio (Weyl's sequence)
 * instead of drawing lots, so that even a small world has the shares that it should have. */
static enum demo_nation nation_of(const struct demo_world *world, long household)
{
    static const uint64_t golden = UINT64_C(0x9E3779B97F4A7C15);
    unsigned sum = 0;
    unsigned until = 0;
    enum demo_nation nation = 0;
    for (int i = 0; i < DEMO_NATION_COUNT; i++)
        sum += demo_nations[i].weight;
    const uint64_t turn = golden * ((uint64_t)household + (uint64_t)world->demo->seed);
    const unsigned at = (unsigned)((turn >> 32) * sum >> 32);
    while (at >= (until += demo_nations[nation].weight))
        nation++;
    return nation;
}

static void make_head(struct demo_figure *out, const struct demo_world *world,
                      struct demo_place_in_world place, struct demo_random *random)
{
    const enum demo_nation nation = nation_of(world, place.turn);
    const int count = place.count;
    /* Mothers who are alone with their children head one household in seven. */
    const bool is_woman =
        count == 1 ? demo_random_chance(random, 50) : demo_random_chance(random, 15);
    begin_figure(out, world, place.first, nation, is_woman ? SEX_FEMALE : SEX_MALE, random);
    out->is_married = count > 1 && !is_woman;
    if (count > 1)
        out->born = years_before_today(random, 20 + 2L * count, AGE_OF_COUPLES_MAX);
    else if (demo_random_chance(random, 70))
        out->born = years_before_today(random, AGE_ADULT, 45);
    else
        out->born = years_before_today(random, 45, AGE_MAX);
    out->is_widowed = is_woman && (count > 1 || age(out) > 60) && demo_random_chance(random, 40);
    out->role = DEMO_ROLE_HEAD;
    if (out->is_widowed && demo_random_chance(random, 60))
        out->name.maiden = choose_surname(world, nation, random);
}

static void make_spouse(struct demo_figure *out, const struct demo_world *world,
                        const struct demo_figure *head, struct demo_random *random)
{
    begin_figure(out, world, head->index + 1, head->nation, SEX_FEMALE, random);
    out->role = DEMO_ROLE_SPOUSE;
    out->is_married = true;
    long days = demo_random_between(random, -2 * DEMO_DAYS_PER_YEAR, 8 * DEMO_DAYS_PER_YEAR);
    out->born = (struct day){ (int32_t)(head->born.number + days) };
    if (age(out) < AGE_ADULT + 1)
        out->born = (struct day){ (int32_t)(DEMO_TODAY - (AGE_ADULT + 1) * DEMO_DAYS_PER_YEAR) };
    /* Some take their husband's surname; "daughter of" stays what she is. */
    if (demo_random_chance(random, 60) && head->name.surname.form != DEMO_SURNAME_SON) {
        out->name.maiden = out->name.surname;
        out->name.surname = head->name.surname;
    }
}

/* When the child at that place of so many was born: between two birthdays of the mother (or the
 * father, when she is not there), each in a time of its own. */
static struct day child_birthday(const struct demo_figure *parent, int place, int count,
                                 struct demo_random *random)
{
    long first = parent->born.number + AGE_OF_MOTHERS_MIN * DEMO_DAYS_PER_YEAR + 30;
    long last = parent->born.number + AGE_OF_MOTHERS_MAX * DEMO_DAYS_PER_YEAR;
    const long oldest = DEMO_TODAY - AGE_OF_CHILDREN_MAX * DEMO_DAYS_PER_YEAR;
    if (last > DEMO_TODAY)
        last = DEMO_TODAY;
    if (first < oldest)
        first = oldest;
    if (last < first) /* of old parents: the child was a late one */
        last = first;
    const long span = (last - first) / count;
    const long pause = span > 2L * DAYS_BETWEEN_CHILDREN ? DAYS_BETWEEN_CHILDREN : span / 2;
    return (struct day){ (int32_t)(first + span * place +
                                   demo_random_between(random, 0, span - pause)) };
}

static bool is_name_taken(const struct demo_household *household, int count,
                          const struct demo_given *name)
{
    for (int i = 0; i < count; i++)
        if (household->members[i].name.given == name)
            return true;
    return false;
}

/* The children of one household. */
struct brood {
    const struct demo_figure *head;
    const struct demo_figure *parent; /* the mother, or the father when she is not there */
    const struct demo_given *father;
    enum demo_patronymic_form patronymic;
    int count;
};

static void make_child(struct demo_household *household, int at, const struct demo_world *world,
                       const struct brood *brood, int place, struct demo_random *random)
{
    struct demo_figure *out = &household->members[at];
    const struct demo_figure *head = brood->head;
    const enum sex sex = choose_sex(random);
    do
        begin_figure(out, world, head->index + at, head->nation, sex, random);
    while (is_name_taken(household, at, out->name.given));
    out->role = DEMO_ROLE_CHILD;
    out->writing = head->writing;
    out->born = child_birthday(brood->parent, place, brood->count, random);
    out->name.surname = head->name.surname;
    out->name.father = brood->father;
    out->name.patronymic = brood->patronymic;
    if (head->name.surname.form == DEMO_SURNAME_SON && head->name.sex == SEX_MALE)
        out->name.surname.stem = head->name.given; /* the son of the father, not of an ancestor */
}

static void make_mother(struct demo_figure *out, const struct demo_world *world, long index,
                        const struct demo_figure *head, struct demo_random *random)
{
    begin_figure(out, world, index, head->nation, SEX_FEMALE, random);
    out->role = DEMO_ROLE_MOTHER;
    out->is_widowed = true;
    long days = demo_random_between(random, (AGE_OF_MOTHERS_MIN + 1) * DEMO_DAYS_PER_YEAR,
                                    32 * DEMO_DAYS_PER_YEAR);
    out->born = (struct day){ (int32_t)(head->born.number - days) };
    if (age(out) > AGE_MAX)
        out->born = (struct day){ (int32_t)(DEMO_TODAY - AGE_MAX * DEMO_DAYS_PER_YEAR) };
    if (head->name.surname.form != DEMO_SURNAME_SON) {
        out->name.maiden = out->name.surname;
        out->name.surname = head->name.surname;
    }
}

/* ---- Groups */

struct group {
    const char *code;
    const char *legal_status;
    unsigned char at_home; /* weights: in the country of one's own people */
    unsigned char abroad;
    unsigned char protected; /* from a country that people flee */
};

static const struct group groups[] = {
    { "RET", "citizen", 60, 0, 0 },      { "LAB", "work_permit", 0, 46, 0 },
    { "REF", "refugee", 0, 0, 45 },      { "ASY", "asylum_seeker", 0, 1, 42 },
    { "CPL", "complementary", 0, 0, 5 }, { "ETH", "kandas", 0, 12, 0 },
    { "STA", "stateless", 6, 9, 0 },     { "UND", "undetermined", 10, 9, 3 },
    { "STU", "student", 0, 7, 0 },       { "OTH", "residence_permit", 24, 16, 5 },
    { "FAM", "family_member", 0, 0, 0 },
};
enum { GROUP_COUNT = sizeof(groups) / sizeof(groups[0]), GROUP_FAMILY = GROUP_COUNT - 1 };

/* The family has the status of its head, but workers and students come as what they are and bring
 * their family along. */
static void give_groups(struct demo_household *household, const struct demo_world *world,
                        struct demo_random *random)
{
    unsigned char weights[GROUP_COUNT];
    const struct demo_nation_habits *habits = &demo_nations[household->members[0].nation];
    const bool is_home = demo_country_find(habits->country) == world->country;
    const bool is_protected = household->members[0].nation == DEMO_NATION_AFGHAN;
    for (size_t i = 0; i < GROUP_COUNT; i++)
        weights[i] = is_protected ? groups[i].protected
                     : is_home    ? groups[i].at_home
                                  : groups[i].abroad;
    size_t chosen = demo_random_weighted(random, weights, GROUP_COUNT);
    for (int i = 0; i < household->count; i++) {
        household->members[i].group = groups[chosen].code;
        household->members[i].legal_status = groups[chosen].legal_status;
        household->members[i].is_foreign = !is_home;
        if (strcmp(groups[chosen].code, "LAB") == 0 || strcmp(groups[chosen].code, "STU") == 0)
            chosen = GROUP_FAMILY;
    }
}

/* ---- Households */

static struct brood begin_brood(const struct demo_household *household,
                                const struct demo_world *world, struct demo_random *random)
{
    const struct demo_figure *head = &household->members[0];
    struct brood brood = { .head = head, .parent = head, .patronymic = head->name.patronymic };
    brood.father = head->name.sex == SEX_MALE
                       ? head->name.given
                       : demo_pools_choose(world->pools, head->nation, DEMO_POOL_MALE, random);
    if (head->is_married)
        brood.parent = &household->members[1];
    return brood;
}

static void make_members(struct demo_household *out, const struct demo_world *world,
                         struct demo_random *random)
{
    struct demo_figure *head = &out->members[0];
    int next = 1;
    if (out->count == 1)
        return;
    if (head->is_married)
        make_spouse(&out->members[next++], world, head, random);
    struct brood brood = begin_brood(out, world, random);
    const bool has_mother = out->count >= 4 && age(head) < 50 && demo_random_chance(random, 20);
    brood.count = out->count - next - has_mother;
    for (int place = 0; place < brood.count; place++)
        make_child(out, next++, world, &brood, place, random);
    if (has_mother)
        make_mother(&out->members[next], world, head->index + next, head, random);
}

void demo_household_make(struct demo_household *out, const struct demo_world *world,
                         struct demo_place_in_world place)
{
    struct demo_random random =
        demo_random_begin(world->demo->seed, DEMO_PURPOSE_HOUSEHOLD, place.first);
    out->count = place.count;
    make_head(&out->members[0], world, place, &random);
    make_members(out, world, &random);
    give_groups(out, world, &random);
    for (int i = 0; i < out->count; i++)
        end_figure(&out->members[i], &random);
}

void demo_figure_make(struct demo_figure *out, const struct demo_world *world, long index)
{
    struct demo_household household;
    const struct demo_place_in_world place = demo_place_of(world->demo->seed, index);
    demo_household_make(&household, world, place);
    *out = household.members[index - place.first];
}

void demo_home_address(struct demo_text *out, const struct demo_world *world, long head)
{
    struct demo_random random = demo_random_begin(world->demo->seed, DEMO_PURPOSE_HOME, head);
    demo_place_write_address(out, world->country, &random);
}
