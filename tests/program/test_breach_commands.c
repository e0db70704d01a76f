/* SPDX-License-Identifier: Apache-2.0 */

/* The log of breaches as scripts keep it.  The tests stand in order, each going on where the one
 * before ended. */
#include "support/fixture_case.h"
#include "support/program.h"
#include "support/unit.h"

#include <string.h>

static struct fixture_case office;
static struct program_result result;
static char breach[UUID_TEXT_SIZE];

#define RUN(...)                                                                                   \
    program_run(&result, &(const struct program_call){ __VA_ARGS__, .secret = FIXTURE_CASE_SECRET })
#define assert_exit(expected)    program_assert_exit(&result, expected)
#define assert_says(where, text) program_assert_says(where, text)

static int set_up(void **state)
{
    (void)state;
    fixture_case_make(&office);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fixture_case_remove(&office);
    return 0;
}

static void a_lost_stick_is_reported_with_its_clock_and_what_to_do(void **state)
{
    (void)state;
    RUN(.words = { "breach", "report", AS_FIRST(office.file), "--kind", "lost_copy", "--people",
                   "40", "--noticed", "2026-01-10" },
        .input = "what: a stick was left in the bus\ndata: names\n");
    assert_exit(0);
    assert_says(result.out, "\t2026-01-13T00:00:00.000Z");
    assert_says(result.err, "vault rekey");
    memcpy(breach, result.out, UUID_TEXT_SIZE - 1);
    RUN(.words = { "breach", "list", AS_FIRST(office.file), "--json" });
    assert_exit(0);
    assert_says(result.out, "\"people\":40");
}

static void what_cannot_be_is_refused(void **state)
{
    (void)state;
    RUN(.words = { "breach", "report", AS_FIRST(office.file), "--kind", "other" }, .input = "");
    assert_exit(2);
    assert_says(result.err, "what: ");
    RUN(.words = { "breach", "report", AS_FIRST(office.file), "--kind", "other", "--noticed",
                   "2026-01-10", "--happened", "2026-01-11" },
        .input = "what: x\n");
    assert_exit(2);
    assert_says(result.err, "happened before it was noticed");
    RUN(.words = { "breach", "report", AS_FIRST(office.file), "--kind", "fire" },
        .input = "what: x\n");
    assert_exit(2);
    RUN(.words = { "breach", "close", AS_FIRST(office.file, "01930000-0000") },
        .input = "lessons: x\n");
    assert_exit(1);
    assert_says(result.err, "no such breach");
}

static void it_is_worked_on_and_closed_once(void **state)
{
    (void)state;
    RUN(.words = { "breach", "note", AS_FIRST(office.file, breach), "--kind", "told_authority" },
        .input = "text: the ministry, by letter\n");
    assert_exit(0);
    RUN(.words = { "breach", "close", AS_FIRST(office.file, breach) },
        .input = "lessons: sticks stay in the safe\n");
    assert_exit(0);
    RUN(.words = { "breach", "close", AS_FIRST(office.file, breach) }, .input = "lessons: x\n");
    assert_exit(1);
    assert_says(result.err, "closed already");
    RUN(.words = { "breach", "show", AS_FIRST(office.file, breach) });
    assert_exit(0);
    assert_says(result.out, "the ministry, by letter");
    assert_says(result.out, "sticks stay in the safe");
    RUN(.words = { "breach", "list", AS_FIRST(office.file) });
    assert_exit(0);
    assert_string_equal(result.out, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lost_stick_is_reported_with_its_clock_and_what_to_do),
        cmocka_unit_test(what_cannot_be_is_refused),
        cmocka_unit_test(it_is_worked_on_and_closed_once),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
