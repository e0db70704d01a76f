/* SPDX-License-Identifier: Apache-2.0 */

/* Assessments of a workflow where two steps use one instrument, one of them in rounds. */
#include "casefile/step_store.h"

#include <stdio.h>

#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/fixture_workflow.h"
#include "support/unit.h"

static const char MOODS[] =
    "kind: workflow\nid: moods\nversion: 1\ntitle: Moods\npurpose: For tests.\n"
    "check_locally: yes\nstages:\n"
    "  - id: one\n    title: One\n    steps:\n"
    "      - {id: before, title: Before, why: To see., kind: assessment, instrument: mood,"
    " check_locally: yes}\n"
    "      - id: after\n        title: After\n        why: To see what changed.\n"
    "        kind: assessment\n        instrument: mood\n        check_locally: yes\n"
    "        rounds: {from: opened, at: [1, 2], unit: month}\n"
    "      - id: close\n        title: Close\n        why: To end.\n        kind: decision\n"
    "        check_locally: yes\n        outcomes: [{id: end, title: End, closes: referred}]\n";
static const char MOOD[] =
    "kind: instrument\nid: mood\nversion: 4\ntitle: Mood\nofficial: no\nmethod: sum\n"
    "intro: Ask kindly.\ncheck_locally: yes\ndimensions:\n"
    "  - id: sleep\n    title: Sleep\n    questions:\n"
    "      - {id: tired, text: Is the person tired?}\n"
    "      - {id: awake, text: Is the person awake?, weight: 2}\n"
    "results:\n  - {id: any, title: Any, says: It may be.}\n";

static struct error error;
static struct store *store;
static struct casefile_desk desk;
static struct casefile_opened opened;

static void add_workflow(void)
{
    const struct yaml_source sources[] = { { "moods.yaml", MOODS, sizeof(MOODS) - 1 },
                                           { "mood.yaml", MOOD, sizeof(MOOD) - 1 } };
    struct definition_added added;
    struct fault_list faults = { .items = NULL };
    const enum status status =
        definition_store_add(store, FIXTURE_USER, sources, 2, &added, &faults, &error);
    for (size_t i = 0; i < faults.count; i++)
        print_error("%s:%d %s %s\n", faults.items[i].file, faults.items[i].line,
                    fault_name(faults.items[i].kind), faults.items[i].words[0]);
    fault_list_release(&faults);
    assert_ok(status);
}

static int set_up(void **state)
{
    (void)state;
    char person[UUID_TEXT_SIZE];
    store = fixture_store_memory();
    fixture_workflow_office(store);
    add_workflow();
    desk = fixture_desk(store, FIXTURE_USER, "supervisor", FIXTURE_TODAY);
    fixture_record_add(store, "Асанова", "Айгүл", person);
    const struct casefile_opening opening = { .person_id = person,
                                              .workflow = "moods",
                                              .opened_on = desk.today };
    assert_ok(casefile_open(&desk, &opening, &opened, &error));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fixture_desk_release(&desk);
    store_close(&store);
    return 0;
}

static void assess(const char *step, const char *tired, const char *awake)
{
    char path[STEP_PATH_SIZE];
    snprintf(path, sizeof(path), "%s.tired", step);
    assert_int_equal(fixture_answer(&desk, opened.id, path, tired), STATUS_OK);
    snprintf(path, sizeof(path), "%s.awake", step);
    assert_int_equal(fixture_answer(&desk, opened.id, path, awake), STATUS_OK);
    assert_int_equal(fixture_finish_step(&desk, opened.id, step, NULL, FIXTURE_TODAY), STATUS_OK);
}

static void reopen(const char *step)
{
    step_result_release(&fixture_result);
    assert_ok(step_reopen(&desk, opened.id, step, "ошибка", &fixture_result, &error));
}

static const char *states(void)
{
    return fixture_text(store,
                        "SELECT group_concat(step || ' ' || state, ', ') FROM (SELECT step, state"
                        " FROM assessment WHERE casefile_id = :id ORDER BY id)",
                        opened.id);
}

static void reopening_one_leaves_another_of_the_same_instrument(void **state)
{
    (void)state;
    assess("before", "yes", "yes");
    assess("after", "yes", "no");
    reopen("before");
    assert_string_equal(states(), "before void, after finished");
    assess("before", "no", "no");
    assess("after", "no", "no");
    reopen("after"); /* its last round */
    assert_string_equal(states(), "before void, after finished, before finished, after void");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(reopening_one_leaves_another_of_the_same_instrument),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
