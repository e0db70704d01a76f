/* SPDX-License-Identifier: Apache-2.0 */

/* Names of invented people: in the scripts of their peoples, shared as names are, and for some
 * written twice in two ways. */
#include "base/text.h"
#include "demo/demo.h"
#include "person/person_store.h"
#include "store/query.h"

#include <stdlib.h>
#include <string.h>

#include "support/fixture_demo.h"
#include "support/fixture_store.h"
#include "support/unit.h"

/* One world is enough for all who only look at it. */
static struct store *world;
static struct error error;

static int make_world(void **state)
{
    (void)state;
    world = fixture_demo_world();
    return 0;
}

static int close_world(void **state)
{
    (void)state;
    store_close(&world);
    return 0;
}

static int check_text(void *self, int columns, char **values, char **names)
{
    const struct text_rule rule = { .max_characters = PERSON_NAME_MAX };
    (void)self;
    (void)names;
    for (int i = 0; i < columns; i++) {
        char *accepted = NULL;
        if (values[i] == NULL)
            continue;
        assert_ok(text_accept(&accepted, values[i], strlen(values[i]), &rule, &error));
        assert_string_equal(accepted, values[i]);
        free(accepted);
    }
    return 0;
}

static void every_name_is_a_text_that_could_have_been_typed(void **state)
{
    (void)state;
    fixture_demo_each_row(world,
                          "SELECT full_name, surname, given_name, patronymic FROM person_name",
                          check_text, NULL);
    fixture_demo_each_row(world, "SELECT value, owner FROM contact", check_text, NULL);
}

/* Main names of those who are there once, by where they come from. */
#define FIRST_RECORDS                                                                              \
    " FROM person JOIN person_name ON person_id = person.id AND kind = 'main'"                     \
    " WHERE person.id NOT IN (SELECT id FROM second)"

static void note_second_records(void)
{
    assert_ok(store_execute(world, "CREATE TEMP TABLE IF NOT EXISTS second (id TEXT)", &error));
    assert_ok(store_execute(world, "DELETE FROM second", &error));
    for (long index = 0; index < FIXTURE_DEMO_PEOPLE; index++) {
        char id[UUID_TEXT_SIZE];
        struct query query;
        if (demo_twin_of(FIXTURE_DEMO_SEED, index) < 0)
            continue;
        demo_person_id(FIXTURE_DEMO_SEED, index, id);
        query_begin(&query, world, "INSERT INTO second (id) VALUES (:id)");
        query_bind_text(&query, ":id", id);
        assert_ok(query_run(&query, &error));
    }
}

static void main_names_are_in_the_script_of_the_people(void **state)
{
    (void)state;
    note_second_records();
    assert_int_equal(fixture_number(world,
                                    "SELECT count(*)" FIRST_RECORDS
                                    " AND origin_country IN ('KAZ', 'KGZ', 'TJK', 'RUS', 'CHN')"
                                    " AND script <> 'Cyrl'"),
                     0);
    assert_int_equal(fixture_number(world, "SELECT count(*)" FIRST_RECORDS
                                           " AND origin_country = 'TKM' AND script <> 'Latn'"),
                     0);
    assert_int_equal(
        fixture_number(world, "SELECT count(*)" FIRST_RECORDS
                              " AND origin_country = 'AFG' AND script NOT IN ('Latn', 'Arab')"),
        0);
    assert_int_not_equal(fixture_number(world, "SELECT count(*)" FIRST_RECORDS
                                               " AND origin_country = 'UZB' AND script = 'Latn'"),
                         0);
    assert_int_not_equal(fixture_number(world, "SELECT count(*)" FIRST_RECORDS
                                               " AND origin_country = 'UZB' AND script = 'Cyrl'"),
                         0);
    /* The letters of one alphabet only: the Turkmen one of 1999. */
    assert_int_equal(fixture_number(world,
                                    "SELECT count(*)" FIRST_RECORDS " AND origin_country = 'TKM'"
                                    " AND full_name GLOB '*[^A-Za-zÇÄŽŇÖŞÜÝçäžňöşüý ]*'"),
                     0);
}

static void many_have_a_second_name_and_wives_a_former_one(void **state)
{
    (void)state;
    const long long several =
        fixture_number(world, "SELECT count(*) FROM (SELECT 1 FROM person_name GROUP BY person_id"
                              " HAVING count(*) > 1)");
    assert_in_range(several, FIXTURE_DEMO_PEOPLE * 55 / 100, FIXTURE_DEMO_PEOPLE * 75 / 100);
    assert_int_not_equal(
        fixture_number(world, "SELECT count(*) FROM person_name WHERE kind = 'former'"), 0);
    assert_int_equal(
        fixture_number(world,
                       "SELECT count(*) FROM person_name JOIN person ON person.id = person_id"
                       " WHERE kind = 'former' AND sex <> 2"),
        0);
}

static void surnames_are_many_and_given_names_shared(void **state)
{
    (void)state;
    assert_true(fixture_number(
                    world, "SELECT count(DISTINCT surname) FROM person_name WHERE kind = 'main'") >
                FIXTURE_DEMO_PEOPLE / 3);
    const long long commonest = fixture_number(
        world, "SELECT max(people) FROM (SELECT count(*) AS people FROM person"
               " JOIN person_name ON person_id = person.id WHERE kind = 'main' AND sex = 1"
               " AND origin_country = 'KGZ' GROUP BY given_name)");
    const long long men = fixture_number(
        world, "SELECT count(*) FROM person WHERE sex = 1 AND origin_country = 'KGZ'");
    assert_in_range(commonest * 1000 / men, 15, 90); /* some of a thousand */
}

/* Says how two records of one person differ. */
static void compare_records(long index, long first, int differences[3])
{
    struct person second_person;
    struct person first_person;
    char id[UUID_TEXT_SIZE];
    demo_person_id(FIXTURE_DEMO_SEED, index, id);
    assert_ok(person_load(world, id, &second_person, &error));
    demo_person_id(FIXTURE_DEMO_SEED, first, id);
    assert_ok(person_load(world, id, &first_person, &error));
    assert_int_equal(second_person.sex, first_person.sex);
    assert_string_equal(second_person.birth_country, first_person.birth_country);
    const bool has_other_name = strcmp(person_main_name(&second_person)->full_name,
                                       person_main_name(&first_person)->full_name) != 0;
    const bool has_other_birth = day_compare(second_person.birth.day, first_person.birth.day) != 0;
    assert_true(has_other_name || has_other_birth);
    differences[0] += has_other_name;
    differences[1] += has_other_birth;
    differences[2] += !has_other_birth;
    person_release(&second_person);
    person_release(&first_person);
}

static void some_records_are_one_person_twice_and_never_quite_the_same(void **state)
{
    int pairs = 0;
    int differences[3] = { 0 };
    (void)state;
    for (long index = 0; index < FIXTURE_DEMO_PEOPLE; index++) {
        const long first = demo_twin_of(FIXTURE_DEMO_SEED, index);
        if (first < 0)
            continue;
        assert_in_range(first, 0, index - 1);
        assert_int_equal(demo_twin_of(FIXTURE_DEMO_SEED, first), -1);
        compare_records(index, first, differences);
        pairs++;
    }
    assert_in_range(pairs, FIXTURE_DEMO_PEOPLE * 2 / 100, FIXTURE_DEMO_PEOPLE * 4 / 100);
    for (size_t i = 0; i < sizeof(differences) / sizeof(differences[0]); i++)
        assert_int_not_equal(differences[i], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_name_is_a_text_that_could_have_been_typed),
        cmocka_unit_test(main_names_are_in_the_script_of_the_people),
        cmocka_unit_test(many_have_a_second_name_and_wives_a_former_one),
        cmocka_unit_test(surnames_are_many_and_given_names_shared),
        cmocka_unit_test(some_records_are_one_person_twice_and_never_quite_the_same),
    };
    return cmocka_run_group_tests(tests, make_world, close_world);
}
