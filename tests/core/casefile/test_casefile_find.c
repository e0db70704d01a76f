/* SPDX-License-Identifier: Apache-2.0 */
#include "casefile/casefile_find.h"

#include <stdio.h>
#include <string.h>

#include "support/fixture_people.h"
#include "support/fixture_record.h"
#include "support/fixture_rows.h"
#include "support/fixture_store.h"
#include "support/unit.h"

static struct error error;
static struct store *store;

/* A person with an open casefile of that number, whose only task is due on that day (NULL: none).
 */
static void add(const char *name, const char *birth_place, const char *number, const char *due)
{
    char person[UUID_TEXT_SIZE], id[UUID_TEXT_SIZE], task[UUID_TEXT_SIZE];
    fixture_person_named(store, name, person);
    fixture_casefile_add(store, person, number);
    snprintf(id, sizeof(id), "%s",
             fixture_text(store, "SELECT id FROM casefile WHERE person_id = :id", person));
    fixture_rows_run(store, "UPDATE person SET birth_place = %Q WHERE id = %Q", birth_place,
                     person);
    uuid_new(task);
    if (due != NULL)
        fixture_rows_run(store,
                         "INSERT INTO task (id, casefile_id, step, kind, since, due_on, state,"
                         " created_at, created_by) SELECT %Q, %Q, 'visit', 'step', '2026-11-01',"
                         " %Q, 'open', '" FIXTURE_MOMENT_TEXT "', '" FIXTURE_USER "'",
                         task, id, due);
}

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    add("Нурланов Азамат", "город Ош", "KG-OSH-2026-000117", "2026-11-20");
    add("Нурматова Зарина", "Бишкек", "KG-OSH-2026-000118", "2026-11-27");
    add("Каримов Фарид", "ОШ", "KG-OSH-2025-000017", NULL);
    add("Асанова Айгүл", "Нарын", "KG-OSH-2024-010117", "2026-11-24");
    fixture_rows_run(store,
                     "UPDATE casefile SET state = 'closed', closed_at = opened_at,"
                     " closure_reason = 'goals_reached' WHERE number = 'KG-OSH-2025-000017'");
    fixture_rows_run(store, "UPDATE casefile SET assigned_to = '" FIXTURE_USER
                            "' WHERE number = 'KG-OSH-2026-000118'");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

/* The last four digits of what is found, in their order. */
static const char *find(struct casefile_question question)
{
    static char text[400];
    struct casefile_found_list list = { .items = NULL };
    size_t length = 0;
    question.today = fixture_today();
    assert_ok(casefile_find(store, &question, &list, &error));
    text[0] = '\0';
    for (size_t i = 0; i < list.count; i++)
        length += (size_t)snprintf(text + length, sizeof(text) - length, "%s%s", i > 0 ? " " : "",
                                   list.items[i].row.number + strlen("KG-OSH-2026-00"));
    casefile_found_release(&list);
    return text;
}

#define FIND(...) find((struct casefile_question){ __VA_ARGS__ })

static void what_is_due_stands_first_and_what_is_closed_last(void **state)
{
    (void)state;
    assert_string_equal(FIND(.order = CASEFILE_BY_DUE), "0117 0117 0118 0017");
    assert_string_equal(FIND(.order = CASEFILE_BY_NUMBER), "0117 0017 0117 0118");
    assert_string_equal(FIND(.order = CASEFILE_BY_NEWEST), "0117 0017 0118 0117");
    assert_string_equal(FIND(.order = CASEFILE_BY_NAME), "0117 0017 0117 0118");
}

static void a_casefile_is_found_by_its_person_in_any_spelling(void **state)
{
    (void)state;
    assert_string_equal(FIND(.people = "nurlanov azamat"), "0117");
    assert_string_equal(FIND(.people = "нур"), "0117 0118");
    assert_string_equal(FIND(.people = "сыдыков"), "");
    assert_string_equal(FIND(.people = "?"), "");
}

static void a_casefile_is_found_by_the_end_or_the_beginning_of_its_number(void **state)
{
    (void)state;
    assert_string_equal(FIND(.number = "0117"), "0117 0117");
    assert_string_equal(FIND(.number = "117"), "0117");
    assert_string_equal(FIND(.number = "010117"), "0117");
    assert_string_equal(FIND(.number = "KG-OSH-2026-0"), "0117 0118");
    assert_string_equal(FIND(.number = "9"), "");
}

static void a_casefile_is_found_by_where_its_person_is_from(void **state)
{
    (void)state;
    assert_string_equal(FIND(.place = "ош"), "0117 0017");
    assert_string_equal(FIND(.place = "Ош", .people = "каримов"), "0017");
}

static void the_conditions_narrow_what_is_found(void **state)
{
    (void)state;
    const char *const workflows[] = { "none", NULL };
    assert_string_equal(FIND(.has_state = true, .state = CASEFILE_CLOSED), "0017");
    assert_string_equal(FIND(.has_state = true, .state = CASEFILE_CLOSED, .people = "нур"), "");
    assert_string_equal(FIND(.assigned_to = FIXTURE_USER), "0118");
    assert_string_equal(FIND(.is_unassigned = true, .people = "нур"), "0117");
    assert_string_equal(FIND(.is_late = true), "0117");
    assert_string_equal(FIND(.is_late = true, .people = "зарина"), "");
    assert_string_equal(FIND(.is_urgent = true), "");
    assert_string_equal(FIND(.workflows = workflows), "");
}

static void results_are_added_once_and_cut_at_the_limit(void **state)
{
    (void)state;
    struct casefile_found_list list = { .items = NULL };
    struct casefile_question question = { .people = "нурланов", .today = fixture_today() };
    assert_ok(casefile_find(store, &question, &list, &error));
    assert_ok(casefile_find(store, &question, &list, &error));
    assert_int_equal(list.count, 1);
    assert_false(list.has_more);
    question = (struct casefile_question){ .today = fixture_today(), .limit = 2 };
    assert_ok(casefile_find(store, &question, &list, &error));
    assert_int_equal(list.count, 2);
    assert_true(list.has_more);
    casefile_found_release(&list);
}

static void a_glance_tells_whose_it_is_and_whom_it_waits_for(void **state)
{
    (void)state;
    struct casefile_glance glance;
    char id[UUID_TEXT_SIZE], wait[UUID_TEXT_SIZE];
    snprintf(
        id, sizeof(id), "%s",
        fixture_text(store, "SELECT id FROM casefile WHERE number = :id", "KG-OSH-2026-000117"));
    uuid_new(wait);
    fixture_rows_run(store,
                     "INSERT INTO step_wait (id, casefile_id, step, waiting_for, from_day,"
                     " noted_by) VALUES (%Q, %Q, 'visit', 'архив', '2026-11-10', '" FIXTURE_USER
                     "')",
                     wait, id);
    assert_ok(casefile_look(store, id, &glance, &error));
    assert_string_equal(glance.birth_place, "город Ош");
    assert_string_equal(glance.waiting_for, "архив");
    assert_string_equal(glance.waiting_step, "visit");
    casefile_glance_release(&glance);
    assert_status(casefile_look(store, "nobody", &glance, &error), STATUS_NOT_FOUND);
}

static void casefiles_are_counted(void **state)
{
    (void)state;
    long count = 0;
    assert_ok(casefile_count(store, &count, &error));
    assert_int_equal(count, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_due_stands_first_and_what_is_closed_last, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_casefile_is_found_by_its_person_in_any_spelling, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            a_casefile_is_found_by_the_end_or_the_beginning_of_its_number, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_casefile_is_found_by_where_its_person_is_from, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_conditions_narrow_what_is_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(results_are_added_once_and_cut_at_the_limit, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_glance_tells_whose_it_is_and_whom_it_waits_for, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(casefiles_are_counted, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
