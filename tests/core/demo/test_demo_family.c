/* SPDX-License-Identifier: Apache-2.0 */

/* Families of invented people make sense. */
#include "support/fixture_demo.h"
#include "support/fixture_store.h"
#include "support/unit.h"

/* One world is enough for all who only look at it. */
static struct store *world;

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

static void parents_are_older_than_their_children(void **state)
{
    static const char young_parents[] =
        "SELECT count(*) FROM relation JOIN person AS parent ON parent.id = person_id"
        " JOIN person AS child ON child.id = other_id WHERE kind IN ('mother', 'father')"
        " AND date(parent.birth_date, '+14 years') > child.birth_date";
    (void)state;
    assert_true(
        fixture_number(world, "SELECT count(*) FROM relation WHERE kind IN ('mother', 'father')") >
        FIXTURE_DEMO_PEOPLE / 3);
    assert_int_equal(fixture_number(world, young_parents), 0);
    assert_int_equal(
        fixture_number(world,
                       "SELECT count(*) FROM relation JOIN person ON person.id = person_id"
                       " WHERE (kind = 'mother' AND sex <> 2) OR (kind = 'father' AND sex <> 1)"),
        0);
}

static void every_household_has_one_head_and_nobody_lives_in_two(void **state)
{
    (void)state;
    assert_true(fixture_number(world, "SELECT count(*) FROM household") > FIXTURE_DEMO_PEOPLE / 10);
    assert_int_equal(
        fixture_number(world, "SELECT count(*) FROM household WHERE (SELECT sum(is_head)"
                              " FROM household_member WHERE household_id = household.id) <> 1"),
        0);
    assert_int_equal(fixture_number(world, "SELECT count(*) FROM (SELECT 1 FROM household_member"
                                           " GROUP BY person_id HAVING count(*) > 1)"),
                     0);
    assert_true(fixture_number(world, "SELECT count(*) FROM person WHERE id NOT IN"
                                      " (SELECT person_id FROM household_member)") >
                FIXTURE_DEMO_PEOPLE / 20);
}

static void children_have_the_patronymic_of_their_father(void **state)
{
    static const char strangers[] =
        "SELECT count(*) FROM relation"
        " JOIN person_name AS father ON father.person_id = relation.person_id AND father.kind = "
        "'main'"
        " JOIN person_name AS child ON child.person_id = other_id AND child.kind = 'main'"
        " WHERE relation.kind = 'father' AND child.patronymic IS NOT NULL"
        " AND substr(child.patronymic, 1, 2) <> substr(father.given_name, 1, 2)";
    (void)state;
    assert_int_equal(fixture_number(world, strangers), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parents_are_older_than_their_children),
        cmocka_unit_test(every_household_has_one_head_and_nobody_lives_in_two),
        cmocka_unit_test(children_have_the_patronymic_of_their_father),
    };
    return cmocka_run_group_tests(tests, make_world, close_world);
}
