/* SPDX-License-Identifier: Apache-2.0 */

/* The office of the demo world has work in every state, the same for the same seed. */
#include "demo/demo_casefile.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "support/fixture_demo.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/unit.h"
#include "task/day_list.h"

static struct store *world;
struct error error;

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

static void there_are_as_many(void **state)
{
    (void)state;
    assert_true(fixture_number(world, "SELECT count(*) FROM casefile") > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(there_are_as_many),
    };
    return cmocka_run_group_tests(tests, make_world, close_world);
}
