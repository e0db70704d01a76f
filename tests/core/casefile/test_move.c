/* SPDX-License-Identifier: Apache-2.0 */

/* Versions of a workflow: kept with the casefiles, gone, moved to. */
#include "casefile/casefile_lease.h"
#include "casefile/casefile_move.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "casefile/casefile_view.h"
#include "support/dump.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/fixture_workflow.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static struct casefile_desk desk;
static struct casefile_opened opened;

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_workflow_office(store);
    desk = fixture_desk(store, FIXTURE_USER, "supervisor", FIXTURE_TODAY);
    fixture_casefile_open(&desk, "Асанова", &opened);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fixture_desk_release(&desk);
    store_close(&store);
    return 0;
}

static int version_of(const char *id)
{
    struct casefile found;
    assert_ok(casefile_load(store, id, &found, &error));
    const int version = found.version;
    casefile_release(&found);
    return version;
}

static void a_casefile_stays_on_its_version_and_new_ones_take_the_newest(void **state)
{
    (void)state;
    struct casefile_opened second;
    struct casefile_view view;
    fixture_workflow_add(store, 2);
    fixture_casefile_open(&desk, "Иванова", &second);
    assert_int_equal(version_of(opened.id), 1);
    assert_int_equal(version_of(second.id), 2);
    assert_ok(casefile_view_load(&desk, opened.id, &view, &error));
    assert_non_null(standing_find(&view.standing, "mood"));
    assert_null(standing_find(&view.standing, "extra"));
    casefile_view_release(&view);
}

static void a_version_is_kept_once_and_not_replaced(void **state)
{
    (void)state;
    size_t count;
    struct definition_added added;
    struct fault_list faults = { .items = NULL };
    const struct yaml_source *sources = fixture_workflow_sources(1, &count);
    assert_status(
        definition_store_add(store, FIXTURE_USER, sources, count, &added, &faults, &error),
        STATUS_EXISTS);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM workflow_file"), 4);
    assert_status(
        definition_store_add(store, FIXTURE_USER, sources + 1, 2, &added, &faults, &error),
        STATUS_NOT_FOUND);
    const struct yaml_source broken = { "x.yaml", "kind: workflow\nid: x\n", 21 };
    assert_status(definition_store_add(store, FIXTURE_USER, &broken, 1, &added, &faults, &error),
                  STATUS_INVALID);
    assert_true(faults.count > 0);
    fault_list_release(&faults);
    assert_int_equal(
        fixture_number(store, "SELECT count(*) FROM journal WHERE act = 'workflow.add'"), 1);
    assert_journal_is_whole(store);
}

/* As "workflow add" hands them over: under the paths that were typed. */
static void files_keep_the_end_of_their_path(void **state)
{
    (void)state;
    size_t count;
    struct definition_added added;
    struct fault_list faults = { .items = NULL };
    struct yaml_source sources[4];
    const struct yaml_source *given = fixture_workflow_sources(2, &count);
    assert_int_equal(count, 4);
    memcpy(sources, given, sizeof(sources));
    sources[0].name = "/media/stick/Айгүл/a folder whose name is very long/and another one in it/"
                      "посещение, о котором спрашивает и будет спрашивать наше ведомство.yaml";
    sources[1].name = "one/list.yaml";
    sources[2].name = "two/list.yaml";
    assert_ok(definition_store_add(store, FIXTURE_USER, sources, count, &added, &faults, &error));
    static const char *const names[] = { "%спрашивать наше ведомство.yaml", "list.yaml",
                                         "2/list.yaml" };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        char sql[256];
        snprintf(sql, sizeof(sql),
                 "SELECT count(*) FROM workflow_file WHERE version = 2 AND name LIKE '%s'"
                 " AND name NOT LIKE '%%stick%%'",
                 names[i]);
        assert_int_equal(fixture_number(store, sql), 1);
    }
    fixture_casefile_open(&desk, "Осмонова", &opened);
    struct casefile_desk other = fixture_desk(store, FIXTURE_USER, "clerk", FIXTURE_TODAY);
    struct casefile_view view;
    assert_ok(casefile_view_load(&other, opened.id, &view, &error));
    assert_int_equal(view.definition->version, 2);
    casefile_view_release(&view);
    fixture_desk_release(&other);
}

static void a_file_that_cannot_be_kept_fails_the_act(void **state)
{
    (void)state;
    size_t count;
    struct definition_added added;
    struct fault_list faults = { .items = NULL };
    struct yaml_source sources[4];
    memcpy(sources, fixture_workflow_sources(2, &count), sizeof(sources));
    sources[1].name = ""; /* the table asks for one */
    assert_int_not_equal(
        definition_store_add(store, FIXTURE_USER, sources, count, &added, &faults, &error),
        STATUS_OK);
    fault_list_release(&faults);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM workflow_file"), 4);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM workflow_definition"), 1);
}

static void a_version_that_is_gone_says_so(void **state)
{
    (void)state;
    struct casefile_view view;
    struct casefile_desk other = fixture_desk(store, FIXTURE_USER, "clerk", FIXTURE_TODAY);
    assert_ok(
        store_execute(store, "DELETE FROM workflow_file; DELETE FROM workflow_definition", &error));
    assert_ok(casefile_view_load(&desk, opened.id, &view, &error)); /* it has it in hand */
    casefile_view_release(&view);
    assert_status(casefile_view_load(&other, opened.id, &view, &error), STATUS_NOT_FOUND);
    assert_string_equal(error.detail, DEFINITION_DETAIL_GONE);
    fixture_desk_release(&other);
}

static bool find_change(const struct version_comparison *found, enum version_change change,
                        const char *step, const char *field)
{
    for (size_t i = 0; i < found->count; i++)
        if (found->items[i].change == change && strcmp(found->items[i].step->id, step) == 0 &&
            strcmp(found->items[i].field, field) == 0)
            return true;
    return false;
}

static void a_comparison_tells_what_a_move_changes(void **state)
{
    (void)state;
    struct version_comparison found;
    assert_int_equal(fixture_answer(&desk, opened.id, "intake.need", "home"), STATUS_OK);
    assert_int_equal(fixture_answer(&desk, opened.id, "intake.detail", "Ош"), STATUS_OK);
    assert_int_equal(fixture_answer(&desk, opened.id, "intake.count", "3"), STATUS_OK);
    assert_int_equal(fixture_answer(&desk, opened.id, "intake.evidence.photo", "copy"), STATUS_OK);
    assert_int_equal(fixture_finish_step(&desk, opened.id, "intake", NULL, FIXTURE_TODAY),
                     STATUS_OK);
    assert_int_equal(fixture_finish_step(&desk, opened.id, "consent", NULL, FIXTURE_TODAY),
                     STATUS_OK);
    assert_int_equal(fixture_answer(&desk, opened.id, "mood.tired", "yes"), STATUS_OK);
    fixture_workflow_add(store, 2);
    assert_ok(casefile_compare_versions(&desk, opened.id, 0, &found, &error));
    assert_int_equal(found.count, 4);
    assert_true(find_change(&found, VERSION_STEP_ADDED, "extra", ""));
    assert_true(find_change(&found, VERSION_STEP_GONE, "mood", ""));
    assert_true(find_change(&found, VERSION_ANSWER_LOST, "intake", "count"));
    assert_true(find_change(&found, VERSION_ANSWER_UNFIT, "intake", "need"));
    free(found.items);
    assert_status(casefile_compare_versions(&desk, opened.id, 9, &found, &error), STATUS_NOT_FOUND);
}

static void a_move_is_an_act_that_leads_to_a_newer_version_only(void **state)
{
    (void)state;
    struct casefile_closed closed;
    const struct casefile_closing closing = { .reason = CLOSING_DIED, .is_approver = true };
    assert_status(casefile_move(&desk, opened.id, 0, &error), STATUS_INVALID);
    fixture_workflow_add(store, 2);
    assert_status(casefile_move(&desk, opened.id, 3, &error), STATUS_NOT_FOUND);
    assert_ok(casefile_lease_take(store, FIXTURE_OTHER_USER, opened.id, NULL, &error));
    assert_status(casefile_move(&desk, opened.id, 2, &error), STATUS_IN_USE);
    assert_ok(casefile_lease_release(store, FIXTURE_OTHER_USER, opened.id, &error));
    assert_ok(casefile_move(&desk, opened.id, 2, &error));
    assert_int_equal(version_of(opened.id), 2);
    assert_status(casefile_move(&desk, opened.id, 1, &error), STATUS_INVALID);
    assert_int_equal(
        fixture_number(store, "SELECT count(*) FROM journal WHERE act = 'casefile.move'"), 1);
    assert_ok(casefile_close(&desk, opened.id, &closing, &closed, &error));
    assert_status(casefile_move(&desk, opened.id, 2, &error), STATUS_REFUSED);
}

static bool take_note(void *self, const struct definition_note *note)
{
    struct definition_note *notes = self;
    if (strcmp(note->workflow, FIXTURE_WORKFLOW) == 0)
        notes[note->version - 1] = *note;
    return true;
}

static void the_workflows_that_there_are_can_be_listed(void **state)
{
    (void)state;
    struct definition_note notes[2];
    fixture_workflow_add(store, 2);
    assert_ok(definition_store_each(desk.definitions, store, take_note, notes, &error));
    assert_true(notes[0].is_own && notes[0].is_kept && !notes[0].is_newest);
    assert_int_equal(notes[0].open_casefiles, 1);
    assert_true(notes[1].is_newest);
    assert_int_equal(notes[1].open_casefiles, 0);
}

static void the_country_is_the_office_s_own_and_read_anew_when_it_changes(void **state)
{
    (void)state;
    struct definition_country country;
    assert_ok(definition_cache_country(desk.definitions, store, &country, &error));
    assert_string_equal(country.code, "KG");
    assert_non_null(country.calendar);
    assert_ok(
        store_execute(store, "UPDATE setting SET value = 'KZ' WHERE key = 'country'", &error));
    assert_ok(definition_cache_country(desk.definitions, store, &country, &error));
    assert_string_equal(country.code, "KZ");
    assert_ok(store_execute(store, "DELETE FROM setting WHERE key = 'country'", &error));
    assert_ok(definition_cache_country(desk.definitions, store, &country, &error));
    assert_string_equal(country.code, "");
    assert_null(country.pack);
}

/* Opened, kept with all its files, and read back from those alone. */
static void every_built_in_workflow_can_be_opened(void **state)
{
    (void)state;
    char person[UUID_TEXT_SIZE];
    const char *workflow;
    fixture_record_add(store, "Осмонова", "Жаңыл", person);
    for (size_t i = 0; (workflow = library_workflow_at(i)) != NULL; i++) {
        struct casefile_opened out;
        struct casefile_view view;
        const struct casefile_opening opening = { .person_id = person,
                                                  .workflow = workflow,
                                                  .opened_on = desk.today };
        assert_ok(casefile_open(&desk, &opening, &out, &error));
        struct casefile_desk other = fixture_desk(store, FIXTURE_USER, "clerk", FIXTURE_TODAY);
        assert_ok(casefile_view_load(&other, out.id, &view, &error));
        assert_non_null(view.standing.next);
        assert_string_not_equal(view.definition->sources[0]->text, "");
        casefile_view_release(&view);
        fixture_desk_release(&other);
    }
    assert_true(fixture_number(store, "SELECT count(*) FROM workflow_definition"
                                      " WHERE is_own = 0") >= 3);
    assert_true(fixture_number(store, "SELECT count(*) FROM task") >= 5);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_casefile_stays_on_its_version_and_new_ones_take_the_newest),
        TEST(a_version_is_kept_once_and_not_replaced),
        TEST(files_keep_the_end_of_their_path),
        TEST(a_file_that_cannot_be_kept_fails_the_act),
        TEST(a_version_that_is_gone_says_so),
        TEST(a_comparison_tells_what_a_move_changes),
        TEST(a_move_is_an_act_that_leads_to_a_newer_version_only),
        TEST(the_workflows_that_there_are_can_be_listed),
        TEST(every_built_in_workflow_can_be_opened),
        TEST(the_country_is_the_office_s_own_and_read_anew_when_it_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
