/* SPDX-License-Identifier: Apache-2.0 */

/* The directory of organisations, as scripts keep it.  The tests stand in order, each
 * going on where the one before ended. */
#include "support/fixture_case.h"
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

static struct fixture_case office;
static struct program_result result;
static char agency[UUID_TEXT_SIZE];

/* Whatever happens, no value that was given for a field comes out as an error. */
static void run(const struct program_call *call)
{
    program_run(&result, call);
    assert_null(strstr(result.err, "тайна"));
    assert_null(strstr(result.err, "%"));
}

#define RUN(...)                 run(&(const struct program_call){ __VA_ARGS__, .secret = FIXTURE_CASE_SECRET })
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

static void copy_id(char out[UUID_TEXT_SIZE])
{
    assert_int_equal(strcspn(result.out, "\t\n"), UUID_TEXT_SIZE - 1);
    memcpy(out, result.out, UUID_TEXT_SIZE - 1);
    out[UUID_TEXT_SIZE - 1] = '\0';
}

static void an_organisation_is_kept_and_shown(void **state)
{
    (void)state;
    RUN(.words = { "agency", "add", AS_FIRST(office.file), "--today", "2026-11-24" },
        .input = "name: Юридическая клиника\nkind: legal_aid\ncountry: kg\nphone: 0312 1\n"
                 "service: court_help\n\nservice: advice\nchecked_on: 1.8.26\nprotected: yes\n");
    assert_exit(0);
    copy_id(agency);
    RUN(.words = { "agency", "show", AS_FIRST(office.file, agency), "--json", "--today",
                   "2026-11-24" });
    assert_exit(0);
    assert_says(result.out, "\"name\":\"Юридическая клиника\",\"kind\":\"legal_aid\","
                            "\"country\":\"KGZ\"");
    assert_says(result.out, "\"services\":[\"advice\",\"court_help\"]");
    assert_says(result.out, "\"checked_on\":\"2026-08-01\"");
    assert_says(result.out, "\"stale\":true,\"protected\":true,\"active\":true");
}

static void what_is_wrong_with_an_organisation_is_named_by_line_and_field(void **state)
{
    static const char *const cases[][2] = {
        { "", "name: This field is needed." },
        { "name: тайна\nkind: Court!\n", "line 2, kind: A code has" },
        { "name: тайна\nkind: court\ncountry: тайна\n", "line 3, country: There is no country" },
        { "name: тайна\nname: тайна\n", "line 2, name: This field was given twice." },
        { "name тайна\n", "line 1: A line has a field and a value" },
        { "тайна: 1\n", "line 1: There is no such field" },
        { "checked_on: 25.11.26\n", "line 1, checked_on: This day has not come yet." },
        { "valid_until: 11.2026\n", "line 1, valid_until: The whole day is needed" },
        { "active: perhaps\n", "line 1, active: Type yes or no." },
        { "service: a\nservice: B\n", "line 2, service: A code has" },
        { "name: тай\x01на\n", "line 1, name: " },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        RUN(.words = { "agency", "add", AS_FIRST(office.file), "--today", "2026-11-24" },
            .input = cases[i][0]);
        assert_exit(2);
        assert_says(result.err, cases[i][1]);
        assert_string_equal(result.out, "");
    }
}

static void what_is_not_named_stays_as_it_was(void **state)
{
    (void)state;
    RUN(.words = { "agency", "change", AS_FIRST(office.file, agency), "--today", "2026-11-24" },
        .input = "checked_on: t\nphone:\n");
    assert_exit(0);
    RUN(.words = { "agency", "list", AS_FIRST(office.file), "--today", "2026-11-24", "--service",
                   "advice" });
    assert_exit(0);
    assert_says(result.out, "\tЮридическая клиника\tlegal_aid\t\t\tadvice,court_help\t\n");
    RUN(.words = { "agency", "list", AS_FIRST(office.file), "--today", "2027-11-24" });
    assert_says(result.out, "\tstale\n");
    RUN(.words = { "agency", "list", AS_FIRST(office.file), "--kind", "police" });
    assert_exit(1);
    RUN(.words = { "agency", "show", AS_FIRST(office.file, "ffffffff") });
    assert_exit(1);
    assert_says(result.err, "no such organisation");
    RUN(.words = { "agency", "show", AS_FIRST(office.file, "тайна") });
    assert_exit(2);
}

static void a_body_that_stopped_working_is_listed_only_with_all(void **state)
{
    char closed[UUID_TEXT_SIZE];
    (void)state;
    RUN(.words = { "agency", "add", AS_FIRST(office.file) },
        .input = "name: Приют\nkind: shelter\ncountry: KGZ\nactive: no\n");
    assert_exit(0);
    copy_id(closed);
    RUN(.words = { "agency", "list", AS_FIRST(office.file) });
    assert_null(strstr(result.out, "Приют"));
    RUN(.words = { "agency", "list", AS_FIRST(office.file), "--all" });
    assert_says(result.out, "Приют");
}

static void what_nobody_ever_checked_is_not_called_old(void **state)
{
    (void)state;
    RUN(.words = { "agency", "add", AS_FIRST(office.file), "--today", "2026-11-24" },
        .input = "name: Новый приют\nkind: shelter\ncountry: KGZ\n");
    assert_exit(0);
    copy_id(agency);
    RUN(.words = { "agency", "show", AS_FIRST(office.file, agency), "--today", "2026-11-24" });
    assert_exit(0);
    assert_says(result.out, "NEVER CHECKED: ask whether this is so");
    assert_null(strstr(result.out, "90 DAYS"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_organisation_is_kept_and_shown),
        cmocka_unit_test(what_is_wrong_with_an_organisation_is_named_by_line_and_field),
        cmocka_unit_test(what_is_not_named_stays_as_it_was),
        cmocka_unit_test(a_body_that_stopped_working_is_listed_only_with_all),
        cmocka_unit_test(what_nobody_ever_checked_is_not_called_old),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
