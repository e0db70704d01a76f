/* SPDX-License-Identifier: Apache-2.0 */
#include "person/person_store.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "casefile/casefile_store.h"
#include "journal/history.h"
#include "note/note_store.h"
#include "person/person_private.h"
#include "support/dump.h"
#include "support/fixture_record.h"
#include "support/fixture_rows.h"
#include "support/fixture_store.h"
#include "support/fixture_workflow.h"
#include "support/interrupt.h"
#include "support/markers.h"
#include "support/unit.h"
#include "task/task_store.h"

static struct error error;
static struct store *store;
static char person[UUID_TEXT_SIZE];
static char neighbour[UUID_TEXT_SIZE];

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    struct person marked = fixture_record_make("Маркерова", "Markerova");
    struct contact_list contacts = fixture_record_phone("Markerova 0555");
    marked.birth_place = strdup("Маркерова");
    marked.occupation = strdup("Markerova");
    marked.sex = SEX_FEMALE;
    marked.birth = fixture_date("1991-06-14");
    marked.has_birth = true;
    strcpy(marked.nationality, "KGZ");
    assert_ok(person_add(store, FIXTURE_USER, &marked, &contacts, &error));
    memcpy(person, marked.id, sizeof(person));
    contact_list_release(&contacts);
    person_release(&marked);
    fixture_record_add(store, "Бекова", "Айгүл", neighbour);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static enum status erase(const char *id)
{
    return person_erase(store, FIXTURE_USER, id, "asked for it in writing", &error);
}

static void assert_forgotten(void)
{
    for (size_t i = 0; i < MARKERS; i++) {
        if (strlen(markers[i].bytes) != markers[i].length)
            continue; /* the UTF-16 ones: no table holds that */
        char *found = dump_find(store_handle(store), markers[i].bytes);
        if (found[0] != '\0')
            fail_msg("%s marker left in %s", markers[i].charset, found);
        free(found);
    }
    assert_ok(store_check(store, &error));
    assert_journal_is_whole(store);
}

/* ---- The tables */

static bool is_traced(const char *table)
{
    for (size_t i = 0; i < person_trace_count; i++)
        if (strcmp(person_traces[i].table, table) == 0)
            return true;
    return false;
}

/* A table of a later migration that is about people must be told to the erasure. */
static void every_table_about_a_person_is_emptied(void **state)
{
    (void)state;
    static const char bare[] =
        " assessment_score casefile casefile_lease casefile_link compartment_member "
        "glass_break agency_service person_erasure person_search step_round workflow_file "
        "advice_version advice_text hotline_topic hotline_sign hotline_agency hotline_told "
        "hotline_try breach_note approval casefile_review ";
    int found = 0;
    sqlite3_stmt *row = NULL;
    assert_int_equal(
        sqlite3_prepare_v2(store_handle(store),
                           "SELECT DISTINCT list.name FROM pragma_table_list AS list,"
                           " pragma_foreign_key_list(list.name) AS key"
                           " WHERE key.\"table\" NOT IN ('user', 'calendar', 'agency')",
                           -1, &row, NULL),
        SQLITE_OK);
    while (sqlite3_step(row) == SQLITE_ROW) {
        char name[100];
        const char *table = (const char *)sqlite3_column_text(row, 0);
        snprintf(name, sizeof(name), " %s ", table);
        if (!is_traced(table) && strstr(bare, name) == NULL)
            fail_msg("%s is missing in person_trace.c", table);
        found++;
    }
    sqlite3_finalize(row);
    assert_true(found > 25);
}

/* ---- Erasing */

static void no_word_is_left_in_any_table(void **state)
{
    (void)state;
    fixture_rows_add(store, person, 1, "Markerova Маркерова");
    char *found = dump_find(store_handle(store), "Маркерова");
    assert_true(strlen(found) > 250); /* in some twenty tables */
    free(found);
    assert_int_equal(erase(person), STATUS_OK);
    assert_forgotten();
}

/* The full-text index crosses out first and forgets later, unless it is told to. */
static void no_sound_of_the_name_is_left_in_the_index(void **state)
{
    (void)state;
    static const char SQL_COUNT_BLOCKS[] =
        "SELECT count(*) FROM person_index_data WHERE instr(block, CAST(:id AS BLOB)) > 0";
    assert_string_not_equal(fixture_text(store, SQL_COUNT_BLOCKS, "arker"), "0");
    assert_int_equal(erase(person), STATUS_OK);
    assert_string_equal(fixture_text(store, SQL_COUNT_BLOCKS, "arker"), "0");
    assert_string_not_equal(fixture_text(store, SQL_COUNT_BLOCKS, "aigul"), "0");
}

static void the_empty_record_the_reason_and_the_figures_stay(void **state)
{
    (void)state;
    struct person found;
    fixture_rows_add(store, person, 1, "Markerova Маркерова");
    assert_int_equal(erase(person), STATUS_OK);
    assert_ok(person_load(store, person, &found, &error));
    assert_int_equal(found.sex, SEX_NOT_KNOWN);
    assert_false(found.has_birth);
    assert_string_equal(found.nationality, "");
    assert_int_equal(found.names.count, 0);
    assert_int_equal(found.state, PERSON_STATE_ARCHIVED);
    person_release(&found);
    assert_string_equal(
        fixture_text(store, "SELECT reason FROM person_erasure WHERE person_id = :id", person),
        "asked for it in writing");
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM casefile"), 1);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM service"), 1);
    assert_string_equal(
        fixture_text(store, "SELECT group_concat(act, ' ') FROM journal WHERE subject = :id",
                     person),
        "person.add person.erase");
}

static void other_people_keep_what_is_theirs(void **state)
{
    (void)state;
    fixture_rows_add(store, person, 1, "Markerova");
    fixture_rows_add(store, neighbour, 2, "коңшу");
    /* In one household, related, and with each other's papers. */
    fixture_rows_run(store,
                     "INSERT INTO household_member SELECT id, '%q', 0, NULL, NULL FROM household"
                     " WHERE name = 'коңшу';"
                     "INSERT INTO relation VALUES ('01930000-0000-7000-8000-000000000011', '%q',"
                     " '%q', 'sibling', 0, NULL);"
                     "UPDATE document_request SET document_id ="
                     " '01930000-0000-7000-8000-000000000011' WHERE person_id = '%q';"
                     "UPDATE person_name SET document_id ="
                     " '01930000-0000-7000-8000-000000000011' WHERE person_id = '%q';"
                     "UPDATE consent SET giver_id = '%q'",
                     person, neighbour, person, neighbour, neighbour, person);
    assert_int_equal(erase(person), STATUS_OK);
    assert_forgotten();
    char *left = dump_find(store_handle(store), "коңшу");
    assert_true(strlen(left) > 200);
    free(left);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM relation"), 0);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM household_member"), 1);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM document_request"), 1);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM draft"), 2);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM history"), 1);
}

/* The name that somebody searched for stands in the path of views, which knows no id. */
static void nobody_comes_back_to_a_search_for_the_person(void **state)
{
    (void)state;
    fixture_rows_run(store, "INSERT INTO draft (user_id, form, subject, fields, cursor_field,"
                            " cursor_position, saved_at) SELECT id, 'place', '',"
                            " '{\"01.detail\":\"Markerova\"}', '', 0,"
                            " '2026-11-24T05:00:00.000Z' FROM user LIMIT 1");
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM draft WHERE form = 'place'"), 1);
    assert_int_equal(erase(person), STATUS_OK);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM draft WHERE form = 'place'"), 0);
}

static void who_was_merged_into_the_person_goes_too(void **state)
{
    (void)state;
    char twin[UUID_TEXT_SIZE];
    char double_twin[UUID_TEXT_SIZE];
    fixture_record_add(store, "Markerova", "M.", twin);
    fixture_record_add(store, "Маркерова", "Ж.", double_twin);
    assert_ok(person_merge(store, FIXTURE_USER, twin, double_twin, "Markerova too", &error));
    assert_ok(person_merge(store, FIXTURE_USER, person, twin, "Маркерова too", &error));
    assert_int_equal(erase(person), STATUS_OK);
    assert_forgotten();
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM person_erasure"), 3);
    assert_status(person_unmerge(store, FIXTURE_USER, twin, &error), STATUS_REFUSED);
}

static void a_merge_that_was_taken_back_leaves_nothing_of_either_with_the_other(void **state)
{
    (void)state;
    assert_ok(person_merge(store, FIXTURE_USER, neighbour, person, "Markerova?", &error));
    assert_ok(person_unmerge(store, FIXTURE_USER, person, &error));
    assert_int_equal(erase(person), STATUS_OK);
    assert_forgotten();
    assert_string_equal(fixture_text(store,
                                     "SELECT full_name FROM person_name"
                                     " WHERE person_id = :id",
                                     neighbour),
                        "Бекова Айгүл");
}

/* What was done on somebody's casefile while the record was merged stands in the history of the
 * record it was merged into. */
static void act_while_merged(struct casefile_desk *desk, const char *casefile_id)
{
    struct note note = { .kind = NOTE_NOTE, .body = strdup("Маркерова was here") };
    struct task task = { .title = strdup("Ask Markerova") };
    assert_ok(fixture_answer(desk, casefile_id, "intake.need", "home"));
    assert_ok(fixture_answer(desk, casefile_id, "intake.detail", "Маркерова Markerova"));
    memcpy(note.casefile_id, casefile_id, UUID_TEXT_SIZE);
    assert_ok(note_add(store, FIXTURE_USER, &note, &error));
    memcpy(task.casefile_id, casefile_id, UUID_TEXT_SIZE);
    assert_ok(task_add(store, FIXTURE_USER, &task, &error));
    note_release(&note);
    task_release(&task);
}

static void what_was_done_while_merged_is_forgotten_with_its_owner(void **state)
{
    (void)state;
    struct casefile_opened own;
    struct casefile_closed closed;
    fixture_workflow_office(store);
    struct casefile_desk desk = fixture_desk(store, FIXTURE_USER, "supervisor", FIXTURE_TODAY);
    const struct casefile_opening opening = { .person_id = person,
                                              .workflow = FIXTURE_WORKFLOW,
                                              .opened_on = desk.today };
    const struct casefile_closing closing = { .reason = CLOSING_GOALS_REACHED,
                                              .is_approver = true };
    assert_ok(casefile_open(&desk, &opening, &own, &error));
    assert_ok(person_merge(store, FIXTURE_USER, neighbour, person, "the same", &error));
    act_while_merged(&desk, own.id);
    assert_ok(person_unmerge(store, FIXTURE_USER, person, &error));
    assert_ok(casefile_close(&desk, own.id, &closing, &closed, &error));
    const long long before = fixture_number(store, "SELECT count(*) FROM history");
    assert_int_equal(erase(person), STATUS_OK);
    assert_forgotten();
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM history JOIN journal ON"
                                           " sequence = journal_sequence WHERE act GLOB 'step.*'"
                                           " OR act GLOB 'note.*' OR act GLOB 'task.*'"),
                     0);
    /* The other record keeps what is its own, and no other gap is let through. */
    assert_true(fixture_number(store, "SELECT count(*) FROM history") < before);
    assert_true(fixture_number(store, "SELECT count(*) FROM history") > 0);
    assert_ok(store_execute(store,
                            "DELETE FROM history WHERE journal_sequence ="
                            " (SELECT max(journal_sequence) FROM history)",
                            &error));
    assert_status(history_verify(store, NULL, &error), STATUS_JOURNAL_BROKEN);
    fixture_desk_release(&desk);
}

static void a_tie_that_a_merge_remembers_is_forgotten_too(void **state)
{
    (void)state;
    char twin[UUID_TEXT_SIZE];
    fixture_record_add(store, "Бекова", "А.", twin);
    fixture_rows_run(store,
                     "INSERT INTO relation VALUES"
                     " ('01930000-0000-7000-8000-000000000011', '%q', '%q', 'sibling', 0, NULL),"
                     " ('01930000-0000-7000-8000-000000000012', '%q', '%q', 'sibling', 0, NULL)",
                     neighbour, person, twin, person);
    assert_ok(person_merge(store, FIXTURE_USER, neighbour, twin, "same", &error));
    assert_int_equal(erase(person), STATUS_OK);
    assert_ok(person_unmerge(store, FIXTURE_USER, twin, &error));
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM relation"), 0);
    assert_forgotten();
}

/* ---- Refusing */

static void an_open_casefile_keeps_the_person(void **state)
{
    (void)state;
    fixture_rows_add(store, person, 1, "Markerova");
    fixture_rows_run(store, "UPDATE casefile SET state = 'open', closed_at = NULL,"
                            " closed_by = NULL, closure_reason = NULL");
    char *before = dump_database(store_handle(store), "");
    assert_int_equal(erase(person), STATUS_REFUSED);
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(before, after);
    free(before);
    free(after);
}

static void nobody_is_erased_twice_or_without_a_reason(void **state)
{
    (void)state;
    assert_status(person_erase(store, FIXTURE_USER, person, "", &error), STATUS_TEXT_EMPTY);
    assert_int_equal(erase(person), STATUS_OK);
    assert_int_equal(erase(person), STATUS_REFUSED);
    assert_status(person_merge(store, FIXTURE_USER, neighbour, person, "same", &error),
                  STATUS_REFUSED);
    assert_status(person_merge(store, FIXTURE_USER, person, neighbour, "same", &error),
                  STATUS_REFUSED);
}

/* ---- History */

static bool note_words(void *self, const struct history_entry *entry)
{
    int *counts = self;
    counts[0]++;
    counts[1] += entry->before != NULL || entry->after != NULL;
    return true;
}

static void the_history_keeps_the_acts_without_the_words(void **state)
{
    (void)state;
    int counts[2] = { 0, 0 };
    assert_int_equal(erase(person), STATUS_OK);
    assert_ok(person_each_history(store, person, note_words, counts, &error));
    assert_int_equal(counts[0], 2);
    assert_int_equal(counts[1], 0);
}

/* ---- Faults */

static enum status try_erase(void *self)
{
    return erase(self);
}

static void an_interrupted_erasure_erases_nothing(void **state)
{
    (void)state;
    fixture_rows_add(store, person, 1, "Markerova Маркерова");
    assert_all_or_nothing(store, try_erase, person);
    assert_forgotten();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_table_about_a_person_is_emptied, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_word_is_left_in_any_table, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_sound_of_the_name_is_left_in_the_index, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_empty_record_the_reason_and_the_figures_stay, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(other_people_keep_what_is_theirs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nobody_comes_back_to_a_search_for_the_person, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(who_was_merged_into_the_person_goes_too, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            a_merge_that_was_taken_back_leaves_nothing_of_either_with_the_other, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_was_done_while_merged_is_forgotten_with_its_owner,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_tie_that_a_merge_remembers_is_forgotten_too, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_open_casefile_keeps_the_person, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nobody_is_erased_twice_or_without_a_reason, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_history_keeps_the_acts_without_the_words, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_interrupted_erasure_erases_nothing, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
