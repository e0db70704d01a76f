/* SPDX-License-Identifier: Apache-2.0 */

/* Papers of invented people: in every state, readable, and such as nobody can have. */
#include "name/mrz.h"
#include "name/personal_number.h"

#include <string.h>

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

static int check_personal_number(void *self, int columns, char **values, char **names)
{
    struct personal_number number;
    (void)columns;
    (void)names;
    assert_true(personal_number_guess(&number, values[0], values[1]));
    assert_int_equal(number.problem, PERSONAL_NUMBER_DATE_IMPOSSIBLE);
    ++*(int *)self;
    return 0;
}

static void no_personal_number_can_belong_to_anybody(void **state)
{
    int numbers = 0;
    (void)state;
    fixture_demo_each_row(world,
                          "SELECT issuer_country, personal_number FROM identity_document"
                          " WHERE personal_number IS NOT NULL",
                          check_personal_number, &numbers);
    assert_true(numbers > FIXTURE_DEMO_PEOPLE / 10);
}

static void no_passport_or_telephone_can_belong_to_anybody(void **state)
{
    (void)state;
    assert_int_equal(
        fixture_number(world, "SELECT count(*) FROM identity_document WHERE number IS NOT NULL"
                              " AND series NOT IN ('XD', 'DM')"),
        0);
    assert_int_not_equal(fixture_number(world, "SELECT count(*) FROM contact WHERE kind = 'phone'"),
                         0);
    assert_int_equal(fixture_number(world, "SELECT count(*) FROM contact WHERE kind = 'phone'"
                                           " AND value NOT LIKE '+996 000 %'"),
                     0);
    assert_int_equal(fixture_number(world, "SELECT count(*) FROM contact WHERE kind = 'email'"
                                           " AND value NOT LIKE '%.example'"),
                     0);
}

static int check_zone(void *self, int columns, char **values, char **names)
{
    struct mrz mrz;
    (void)columns;
    (void)names;
    assert_true(mrz_parse(&mrz, values[0], strlen(values[0])));
    assert_int_equal(mrz.repairs, 0);
    assert_string_equal(mrz.issuer, values[1]);
    ++*(int *)self;
    return 0;
}

static void machine_readable_zones_can_be_read(void **state)
{
    int zones = 0;
    (void)state;
    fixture_demo_each_row(world,
                          "SELECT mrz, issuer_country FROM identity_document WHERE mrz IS NOT NULL",
                          check_zone, &zones);
    assert_true(zones > FIXTURE_DEMO_PEOPLE / 10);
}

static void papers_and_requests_are_in_every_state(void **state)
{
    (void)state;
    assert_int_equal(fixture_number(world, "SELECT count(DISTINCT state) FROM identity_document"),
                     9);
    assert_int_equal(fixture_number(world, "SELECT count(DISTINCT state) FROM document_request"),
                     8);
    assert_int_equal(
        fixture_number(world, "SELECT count(DISTINCT answer_kind) FROM document_request"), 4);
    assert_int_equal(
        fixture_number(world, "SELECT count(*) FROM identity_document"
                              " WHERE state IN ('applied_for', 'refused') AND number IS NOT NULL"),
        0);
}

static void papers_are_not_older_than_their_holders(void **state)
{
    (void)state;
    assert_int_equal(fixture_number(world, "SELECT count(*) FROM identity_document JOIN person"
                                           " ON person.id = person_id WHERE birth_precision = 'day'"
                                           " AND issued_on < birth_date"),
                     0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_personal_number_can_belong_to_anybody),
        cmocka_unit_test(no_passport_or_telephone_can_belong_to_anybody),
        cmocka_unit_test(machine_readable_zones_can_be_read),
        cmocka_unit_test(papers_and_requests_are_in_every_state),
        cmocka_unit_test(papers_are_not_older_than_their_holders),
    };
    return cmocka_run_group_tests(tests, make_world, close_world);
}
