/* SPDX-License-Identifier: Apache-2.0 */

/* The tasks of open casefiles follow what becomes known of their people and of the rules.  The
 * tests stand in order, each going on where the one before ended. */
#include "support/fixture_cases.h"
#include "support/fixture_record.h"
#include "support/fixture_workflow.h"
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

#define FILE_AS(user) fixture_cases.file, "--user", user, "--passphrase-fd", "3"

static const char FACTS[] =
    "kind: workflow\nid: facts\nversion: 1\ntitle: Facts\npurpose: For tests.\n"
    "check_locally: yes\nstages:\n"
    "  - id: one\n    title: One\n    steps:\n"
    "      - {id: abroad, title: Abroad, why: To help., kind: form, check_locally: yes,"
    " when: {field: person.nationality, is: KAZ}}\n"
    "      - {id: woman, title: Woman, why: To help., kind: form, check_locally: yes,"
    " when: {field: person.sex, is: female}}\n"
    "      - id: number\n        title: Number\n        why: To have one.\n        kind: form\n"
    "        check_locally: yes\n"
    "        deadline: {from: opened, rule: personal_number}\n"
    "      - id: close\n        title: Close\n        why: To end.\n        kind: decision\n"
    "        check_locally: yes\n        outcomes: [{id: end, title: End, closes: referred}]\n";

static struct program_result result;
static struct error error;
static char pack[sizeof(fixture_cases.folder) + 16];

#define RUN(...)                                                                                   \
    program_run(&result,                                                                           \
                &(const struct program_call){ __VA_ARGS__, .secret = FIXTURE_CASES_SECRET })

static void add_workflow(void)
{
    const struct yaml_source source = { "facts.yaml", FACTS, sizeof(FACTS) - 1 };
    struct definition_added added;
    struct fault_list faults = { .items = NULL };
    struct office *opened = fixture_cases_open("first");
    const enum status status = definition_store_add(office_store(opened), office_actor(opened),
                                                    &source, 1, &added, &faults, &error);
    for (size_t i = 0; i < faults.count; i++)
        print_error("%s:%d %s %s\n", faults.items[i].file, faults.items[i].line,
                    fault_name(faults.items[i].kind), faults.items[i].words[0]);
    fault_list_release(&faults);
    assert_ok(status);
    office_close(&opened);
}

static void assert_tasks(const char *steps)
{
    struct office *opened = fixture_cases_open("first");
    assert_string_equal(
        fixture_text(office_store(opened),
                     "SELECT group_concat(step, ' ') FROM (SELECT step FROM task JOIN casefile"
                     " ON casefile.id = casefile_id WHERE task.state = 'open'"
                     " AND person_id = :id ORDER BY step)",
                     fixture_cases.other),
        steps);
    office_close(&opened);
}

static void assert_due(const char *day)
{
    struct office *opened = fixture_cases_open("first");
    assert_string_equal(fixture_text(office_store(opened),
                                     "SELECT due_on FROM task JOIN casefile"
                                     " ON casefile.id = casefile_id WHERE task.state = 'open'"
                                     " AND step = 'number' AND person_id = :id",
                                     fixture_cases.other),
                        day);
    office_close(&opened);
}

static void a_change_of_the_person_makes_and_ends_tasks(void **state)
{
    (void)state;
    add_workflow();
    RUN(.words = { "case", "open", FILE_AS("first"), fixture_cases.other, "--workflow", "facts",
                   "--today", FIXTURE_TODAY });
    program_assert_exit(&result, 0);
    assert_tasks("close number");
    RUN(.words = { "person", "change", FILE_AS("first"), fixture_cases.other },
        .input = "nationality: KAZ\n");
    program_assert_exit(&result, 0);
    assert_tasks("abroad close number");
    RUN(.words = { "person", "change", FILE_AS("first"), fixture_cases.other },
        .input = "nationality:\n");
    program_assert_exit(&result, 0);
    assert_tasks("close number");
}

static void a_merge_brings_what_was_known_and_its_end_takes_it_away(void **state)
{
    (void)state;
    RUN(.words = { "person", "change", FILE_AS("first"), fixture_cases.person },
        .input = "sex: f\n");
    program_assert_exit(&result, 0);
    RUN(.words = { "person", "merge", FILE_AS("first"), fixture_cases.other, fixture_cases.person },
        .input = "one passport\n");
    program_assert_exit(&result, 0);
    assert_tasks("close number woman");
    RUN(.words = { "person", "unmerge", FILE_AS("first"), fixture_cases.person });
    program_assert_exit(&result, 0);
    assert_tasks("close number");
}

/* A shorter term of that rule: "count: 3" becomes "count: 1". */
static void write_pack(const char *text)
{
    const char *rule = strstr(text, "rule: personal_number");
    assert_non_null(rule);
    const char *count = strstr(rule, "count: 3");
    assert_non_null(count);
    snprintf(pack, sizeof(pack), "%s/kg.yaml", fixture_cases.folder);
    FILE *file = fopen(pack, "w");
    assert_non_null(file);
    fprintf(file, "%.*scount: 1%s", (int)(count - text), text, count + strlen("count: 3"));
    assert_int_equal(fclose(file), 0);
}

static void a_change_of_the_rules_moves_what_is_due(void **state)
{
    (void)state;
    assert_due("2026-11-27");
    RUN(.words = { "country", "export", FILE_AS("first") });
    program_assert_exit(&result, 0);
    write_pack(result.out);
    RUN(.words = { "country", "import", FILE_AS("first"), "--from", pack, "--yes" });
    program_assert_exit(&result, 0);
    assert_due("2026-11-25");
    RUN(.words = { "country", "take", FILE_AS("first"), "--yes" });
    program_assert_exit(&result, 0);
    assert_due("2026-11-27");
    assert_int_equal(remove(pack), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_of_the_person_makes_and_ends_tasks),
        cmocka_unit_test(a_merge_brings_what_was_known_and_its_end_takes_it_away),
        cmocka_unit_test(a_change_of_the_rules_moves_what_is_due),
    };
    return cmocka_run_group_tests(tests, fixture_cases_make, fixture_cases_remove);
}
