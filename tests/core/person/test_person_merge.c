/* SPDX-License-Identifier: Apache-2.0 */
#include "person/person_store.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "person/person_private.h"
#include "support/dump.h"
#include "support/fixture_record.h"
#include "support/fixture_rows.h"
#include "support/fixture_store.h"
#include "support/interrupt.h"
#include "support/unit.h"

/* What an act may leave behind although everything is as it was. */
/* The search counts its rows anew when somebody is found again. */
static const char TRACES[] = " journal history person_merge person.changed_at person_search"
                             " person_index_data person_index_idx ";

static struct error error;
static struct store *store;
static char survivor[UUID_TEXT_SIZE];
static char merged[UUID_TEXT_SIZE];
static char child[UUID_TEXT_SIZE];
static char brother[UUID_TEXT_SIZE];

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Асанова", "Айгүл", survivor);
    fixture_record_add(store, "Asanova", "Aigul", merged);
    fixture_record_add(store, "Асанов", "Бек", child);
    fixture_record_add(store, "Токтогулов", "Нур", brother);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static void merge(const char *into, const char *from)
{
    assert_ok(person_merge(store, FIXTURE_USER, into, from, "one passport", &error));
}

static void unmerge(const char *id)
{
    assert_ok(person_unmerge(store, FIXTURE_OTHER_USER, id, &error));
}

static char *dump(void)
{
    return dump_database(store_handle(store), TRACES);
}

static void assert_as(const char *expected)
{
    char *now = dump();
    assert_string_equal(now, expected);
    free(now);
    assert_ok(store_check(store, &error));
    assert_journal_is_whole(store);
}

/* ---- The tables */

static bool is_known(const char *table, const char *column)
{
    for (size_t i = 0; i < person_reference_count; i++)
        if (strcmp(person_references[i].table, table) == 0 &&
            strcmp(person_references[i].column, column) == 0)
            return true;
    return false;
}

/* A table of a later migration that names people must be told to the merge. */
static void every_column_that_names_a_person_is_known(void **state)
{
    (void)state;
    size_t found = 0;
    sqlite3_stmt *row = NULL;
    assert_int_equal(sqlite3_prepare_v2(store_handle(store),
                                        "SELECT list.name, key.\"from\" FROM pragma_table_list"
                                        " AS list, pragma_foreign_key_list(list.name) AS key"
                                        " WHERE key.\"table\" = 'person'",
                                        -1, &row, NULL),
                     SQLITE_OK);
    while (sqlite3_step(row) == SQLITE_ROW) {
        const char *table = (const char *)sqlite3_column_text(row, 0);
        const char *column = (const char *)sqlite3_column_text(row, 1);
        if (!is_known(table, column))
            fail_msg("%s.%s is missing in person_reference.c", table, column);
        found++;
    }
    sqlite3_finalize(row);
    assert_int_equal(found, person_reference_count - 1); /* attachment.subject is no foreign key */
}

/* ---- Merging */

static void everything_moves_and_everything_comes_back(void **state)
{
    (void)state;
    fixture_rows_add(store, survivor, 1, "сөз");
    fixture_rows_add(store, merged, 2, "word");
    char *before = dump();
    merge(survivor, merged);
    for (size_t i = 0; i < person_reference_count; i++) {
        char sql[200];
        if (person_references[i].note == NULL)
            continue;
        snprintf(sql, sizeof(sql), "SELECT count(*) FROM %s WHERE %s = :id",
                 person_references[i].table, person_references[i].column);
        if (strcmp(fixture_text(store, sql, merged), "0") != 0)
            fail_msg("%s stays", sql);
        if (strcmp(person_references[i].table, "relation") != 0 &&
            strcmp(person_references[i].table, "casefile_person") != 0 &&
            strcmp(person_references[i].table, "person_nationality") != 0 &&
            atoi(fixture_text(store, sql, survivor)) < 2)
            fail_msg("%s has not arrived", sql);
    }
    assert_ok(store_check(store, &error));
    assert_journal_is_whole(store);
    unmerge(merged);
    assert_as(before);
    free(before);
}

static void a_merged_record_points_to_the_survivor(void **state)
{
    (void)state;
    struct person found;
    merge(survivor, merged);
    assert_ok(person_load(store, merged, &found, &error));
    assert_int_equal(found.state, PERSON_STATE_DUPLICATE);
    assert_string_equal(found.duplicate_of, survivor);
    assert_int_equal(found.names.count, 0);
    person_release(&found);
    assert_ok(person_load(store, survivor, &found, &error));
    assert_int_equal(found.names.count, 2);
    assert_string_equal(person_main_name(&found)->surname, "Асанова");
    assert_int_equal(found.names.items[1].kind, NAME_KIND_ALIAS);
    person_release(&found);
    unmerge(merged);
    assert_ok(person_load(store, merged, &found, &error));
    assert_string_equal(person_main_name(&found)->surname, "Asanova");
    assert_int_equal(person_main_name(&found)->kind, NAME_KIND_MAIN);
    person_release(&found);
}

static void what_only_the_merged_record_knows_is_taken_over(void **state)
{
    (void)state;
    struct person found;
    fixture_rows_run(store,
                     "UPDATE person SET sex = 2, birth_date = '1984-01-01',"
                     " birth_precision = 'year', birth_place = 'Osh', is_restricted = 1,"
                     " needs_interpreter = 1, state = 'died', death_date = '2020-02-02',"
                     " occupation = 'tailor' WHERE id = '%q';"
                     "UPDATE person SET occupation = 'тигүүчү' WHERE id = '%q'",
                     merged, survivor);
    char *before = dump();
    merge(survivor, merged);
    assert_ok(person_load(store, survivor, &found, &error));
    assert_int_equal(found.sex, SEX_FEMALE);
    assert_int_equal(found.birth.precision, DATE_PRECISION_YEAR);
    assert_string_equal(found.birth_place, "Osh");
    assert_true(found.is_restricted && found.needs_interpreter && found.has_death);
    assert_int_equal(found.state, PERSON_STATE_DIED);
    assert_string_equal(found.occupation, "тигүүчү");
    assert_true(strcmp(found.changed_at, FIXTURE_MOMENT_TEXT) > 0);
    person_release(&found);
    unmerge(merged);
    assert_as(before);
    free(before);
}

static void contradicting_days_stay_apart(void **state)
{
    (void)state;
    fixture_rows_run(store,
                     "UPDATE person SET birth_date = '1990-05-05', birth_precision = 'day'"
                     " WHERE id = '%q';"
                     "UPDATE person SET death_date = '1985-01-01', birth_date = '1950-01-01',"
                     " birth_precision = 'day' WHERE id = '%q';"
                     "UPDATE person SET death_date = '1940-01-01' WHERE id = '%q'",
                     survivor, merged, child);
    char *before = dump();
    merge(survivor, merged);
    assert_string_equal(
        fixture_text(store, "SELECT death_date IS NULL FROM person WHERE id = :id", survivor), "1");
    merge(child, survivor);
    assert_string_equal(
        fixture_text(store, "SELECT birth_date IS NULL FROM person WHERE id = :id", child), "1");
    unmerge(survivor);
    unmerge(merged);
    assert_as(before);
    free(before);
}

/* ---- Rows that only one can have */

static void a_household_of_both_becomes_one_place_in_it(void **state)
{
    (void)state;
    fixture_rows_run(
        store,
        "INSERT INTO household (id, name, created_at) VALUES ('%q', 'Үй', '" FIXTURE_MOMENT_TEXT
        "');"
        "INSERT INTO household_member VALUES ('%q', '%q', 0, '2001-01-01', NULL),"
        " ('%q', '%q', 1, '2000-01-01', NULL), ('%q', '%q', 0, NULL, '2010-01-01')",
        child, child, survivor, child, merged, child, child);
    char *before = dump();
    merge(survivor, merged);
    assert_string_equal(fixture_text(store,
                                     "SELECT is_head || joined_on || (left_on IS NULL)"
                                     " FROM household_member WHERE person_id = :id",
                                     survivor),
                        "12000-01-011");
    unmerge(merged);
    assert_as(before);

    /* Somebody else has become the head since. */
    merge(survivor, merged);
    fixture_rows_run(store,
                     "UPDATE household_member SET is_head = 0;"
                     "UPDATE household_member SET is_head = 1, left_on = NULL"
                     " WHERE person_id = '%q'",
                     child);
    unmerge(merged);
    assert_int_equal(fixture_number(store, "SELECT sum(is_head) FROM household_member"), 1);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM household_member"), 3);
    free(before);
}

static void the_head_who_left_is_no_second_head(void **state)
{
    (void)state;
    fixture_rows_run(
        store,
        "INSERT INTO household (id, name, created_at) VALUES ('%q', 'Үй', '" FIXTURE_MOMENT_TEXT
        "');"
        "INSERT INTO household_member VALUES ('%q', '%q', 0, NULL, NULL),"
        " ('%q', '%q', 1, NULL, '2000-01-01'), ('%q', '%q', 1, NULL, NULL)",
        child, child, survivor, child, merged, child, child);
    char *before = dump();
    merge(survivor, merged);
    unmerge(merged);
    assert_as(before);
    merge(merged, survivor);
    unmerge(survivor);
    assert_as(before);
    free(before);
}

static void ties_between_the_two_and_double_ones_go(void **state)
{
    (void)state;
    fixture_rows_run(store,
                     "INSERT INTO relation VALUES"
                     " ('01930000-0000-7000-8000-000000000011', '%q', '%q', 'sibling', 0, NULL),"
                     " ('01930000-0000-7000-8000-000000000012', '%q', '%q', 'mother', 0, NULL),"
                     " ('01930000-0000-7000-8000-000000000013', '%q', '%q', 'mother', 1, NULL),"
                     " ('01930000-0000-7000-8000-000000000014', '%q', '%q', 'spouse', 0, NULL),"
                     " ('01930000-0000-7000-8000-000000000015', '%q', '%q', 'spouse', 0, NULL),"
                     " ('01930000-0000-7000-8000-000000000016', '%q', '%q', 'guardian', 0, NULL),"
                     " ('01930000-0000-7000-8000-000000000017', '%q', '%q', 'sibling', 0, NULL)",
                     merged, survivor, survivor, child, merged, child, survivor, brother, brother,
                     merged, merged, brother, child, brother);
    char *before = dump();
    merge(survivor, merged);
    assert_string_equal(
        fixture_text(store,
                     "SELECT group_concat(substr(id, -2) || kind, ' ') FROM (SELECT id, kind"
                     " FROM relation WHERE :id IN (person_id, other_id) ORDER BY id)",
                     survivor),
        "12mother 14spouse 16guardian");
    unmerge(merged);
    assert_as(before);

    /* The brother turns out to be somebody else's double meanwhile: his ties follow him. */
    merge(survivor, merged);
    char again[UUID_TEXT_SIZE];
    fixture_record_add(store, "Токтогулов", "Нурбек", again);
    merge(again, brother);
    unmerge(merged);
    assert_string_equal(fixture_text(store,
                                     "SELECT count(*) FROM relation WHERE :id IN (person_id,"
                                     " other_id)",
                                     brother),
                        "0");
    assert_string_equal(fixture_text(store,
                                     "SELECT count(*) FROM relation WHERE :id IN (person_id,"
                                     " other_id)",
                                     again),
                        "4");
    assert_ok(store_check(store, &error));
    free(before);
}

static void nationalities_are_united(void **state)
{
    (void)state;
    struct person found;
    fixture_rows_run(store,
                     "INSERT INTO person_nationality VALUES ('%q', 'UZB', 'held'),"
                     " ('%q', 'KGZ', 'claimed'), ('%q', 'KGZ', 'held'), ('%q', 'AFG', 'held'),"
                     " ('%q', 'TJK', 'lost')",
                     survivor, survivor, merged, merged, merged);
    char *before = dump();
    merge(survivor, merged);
    assert_ok(person_load(store, survivor, &found, &error));
    assert_string_equal(found.nationality, "UZB");
    person_release(&found);
    assert_string_equal(
        fixture_text(store,
                     "SELECT group_concat(country || ' ' || state, ', ') FROM person_nationality"
                     " WHERE person_id = :id",
                     survivor),
        "AFG claimed, KGZ claimed, TJK lost, UZB held");
    unmerge(merged);
    assert_as(before);
    free(before);
}

static void nobody_depends_on_themselves_in_a_casefile(void **state)
{
    (void)state;
    fixture_rows_add(store, survivor, 1, "a");
    fixture_rows_add(store, merged, 2, "b");
    fixture_rows_add(store, child, 3, "c");
    fixture_rows_run(store,
                     "INSERT INTO casefile_person SELECT id, '%q', 'child' FROM casefile"
                     " WHERE person_id <> '%q'; INSERT INTO casefile_person SELECT id, '%q', 'x'"
                     " FROM casefile WHERE person_id <> '%q'",
                     survivor, survivor, merged, merged);
    char *before = dump();
    merge(survivor, merged);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM casefile_person"), 1);
    unmerge(merged);
    assert_as(before);
    free(before);
}

static void a_consent_that_one_gave_for_the_other_moves(void **state)
{
    (void)state;
    fixture_rows_add(store, survivor, 1, "a");
    fixture_rows_add(store, merged, 2, "b");
    fixture_rows_run(store,
                     "UPDATE consent SET giver_id = CASE person_id WHEN '%q' THEN '%q'"
                     " ELSE '%q' END",
                     survivor, merged, survivor);
    char *before = dump();
    merge(survivor, merged);
    unmerge(merged);
    assert_as(before);
    free(before);
}

/* ---- Taking back */

static void what_was_added_since_stays_with_the_survivor(void **state)
{
    (void)state;
    struct person_name name;
    struct person found;
    const struct person_name_text text = { .surname = "Жаңы" };
    assert_ok(person_name_make(&name, NAME_KIND_ALIAS, &text, &error));
    fixture_rows_run(store, "UPDATE person SET sex = 2, birth_place = 'Osh' WHERE id = '%q'",
                     merged);
    merge(survivor, merged);
    assert_ok(person_add_name(store, FIXTURE_USER, survivor, &name, &error));
    assert_ok(person_load(store, survivor, &found, &error));
    free(found.birth_place);
    found.birth_place = strdup("Ноокат");
    assert_ok(person_change(store, FIXTURE_USER, &found, &error));
    person_release(&found);
    unmerge(merged);
    assert_ok(person_load(store, survivor, &found, &error));
    assert_int_equal(found.names.count, 2);
    assert_string_equal(found.birth_place, "Ноокат"); /* typed since */
    assert_int_equal(found.sex, SEX_NOT_KNOWN);       /* only taken over */
    person_release(&found);
    person_name_release(&name);
    assert_status(person_unmerge(store, FIXTURE_USER, merged, &error), STATUS_NOT_FOUND);
    assert_journal_is_whole(store);
}

static void a_row_that_was_removed_since_stays_removed(void **state)
{
    (void)state;
    fixture_rows_add(store, merged, 2, "b");
    merge(survivor, merged);
    assert_ok(person_remove_contact(store, FIXTURE_USER, survivor,
                                    "01930000-0000-7000-8000-000000000021", &error));
    unmerge(merged);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM contact"), 0);
}

/* survivor <- merged, survivor <- child, brother <- survivor; then all taken back. */
static void merges_can_be_taken_back_in_any_order(void **state)
{
    (void)state;
    static const int orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 },
                                     { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };
    const char *const people[] = { merged, child, survivor };
    fixture_rows_add(store, survivor, 1, "a");
    fixture_rows_add(store, merged, 2, "b");
    fixture_rows_add(store, child, 3, "c");
    fixture_rows_run(store,
                     "UPDATE person SET birth_place = 'B', sex = 1 WHERE id = '%q';"
                     "UPDATE person SET birth_place = 'C', sex = 2 WHERE id = '%q';"
                     "INSERT INTO person_nationality VALUES ('%q', 'KGZ', 'held'),"
                     " ('%q', 'KGZ', 'held'), ('%q', 'UZB', 'held');"
                     "INSERT INTO relation VALUES"
                     " ('01930000-0000-7000-8000-000000000011', '%q', '%q', 'sibling', 0, NULL),"
                     " ('01930000-0000-7000-8000-000000000012', '%q', '%q', 'other', 0, NULL),"
                     " ('01930000-0000-7000-8000-000000000013', '%q', '%q', 'other', 0, NULL)",
                     merged, child, merged, child, brother, merged, child, merged, brother, child,
                     brother);
    char *before = dump();
    for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++) {
        merge(survivor, merged);
        merge(survivor, child);
        merge(brother, survivor);
        for (int step = 0; step < 3; step++) {
            unmerge(people[orders[i][step]]);
            assert_ok(store_check(store, &error));
        }
        assert_as(before);
    }
    free(before);
}

static void taking_back_an_early_merge_keeps_the_later_ones_whole(void **state)
{
    (void)state;
    struct person found;
    fixture_rows_run(store,
                     "UPDATE person SET birth_place = 'B' WHERE id = '%q';"
                     "UPDATE person SET birth_place = 'C' WHERE id = '%q'",
                     merged, child);
    merge(survivor, merged);
    merge(survivor, child);
    unmerge(merged);
    assert_ok(person_load(store, survivor, &found, &error));
    assert_string_equal(found.birth_place, "C"); /* as if the first merge had never been */
    assert_int_equal(found.names.count, 2);
    person_release(&found);
    assert_ok(person_load(store, child, &found, &error));
    assert_string_equal(found.duplicate_of, survivor);
    person_release(&found);
}

/* ---- Refusing */

static void what_cannot_be_merged_is_refused(void **state)
{
    (void)state;
    assert_status(person_merge(store, FIXTURE_USER, survivor, survivor, "same", &error),
                  STATUS_REFUSED);
    assert_status(person_merge(store, FIXTURE_USER, survivor, merged, " ", &error),
                  STATUS_TEXT_EMPTY);
    merge(survivor, merged);
    char *before = dump_database(store_handle(store), "");
    assert_status(person_merge(store, FIXTURE_USER, merged, child, "same", &error), STATUS_REFUSED);
    assert_status(person_merge(store, FIXTURE_USER, child, merged, "same", &error), STATUS_REFUSED);
    assert_status(person_merge(store, FIXTURE_USER, merged, survivor, "same", &error),
                  STATUS_REFUSED);
    assert_status(person_erase(store, FIXTURE_USER, merged, "asked", &error), STATUS_REFUSED);
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(before, after);
    free(before);
    free(after);
}

static void nothing_is_added_to_a_merged_record(void **state)
{
    (void)state;
    struct person found;
    char text[] = "0555";
    struct contact contact = { .kind = CONTACT_PHONE, .value = text };
    struct person_name name;
    const struct person_name_text words = { .surname = "Жаңы" };
    assert_ok(person_load(store, merged, &found, &error));
    merge(survivor, merged);
    assert_ok(person_name_make(&name, NAME_KIND_ALIAS, &words, &error));
    assert_status(person_change(store, FIXTURE_USER, &found, &error), STATUS_REFUSED);
    assert_status(person_add_contact(store, FIXTURE_USER, merged, &contact, &error),
                  STATUS_REFUSED);
    assert_status(person_add_name(store, FIXTURE_USER, merged, &name, &error), STATUS_REFUSED);
    person_release(&found);
    person_name_release(&name);
}

/* ---- The journal */

static bool count(void *self, const struct history_entry *entry)
{
    (void)entry;
    ++*(int *)self;
    return true;
}

static void the_survivors_history_is_that_of_both(void **state)
{
    (void)state;
    int entries = 0;
    merge(survivor, merged);
    assert_ok(person_each_history(store, survivor, count, &entries, &error));
    assert_int_equal(entries, 3); /* two added, one merged */
    unmerge(merged);
    entries = 0;
    assert_ok(person_each_history(store, survivor, count, &entries, &error));
    assert_int_equal(entries, 3); /* one added, merged, unmerged */
    char *found = dump_find(store_handle(store), "one passport");
    assert_string_equal(found, "history person_merge ");
    free(found);
}

/* ---- Faults */

static enum status try_merge(void *self)
{
    (void)self;
    return person_merge(store, FIXTURE_USER, survivor, merged, "one passport", &error);
}

static enum status try_unmerge(void *self)
{
    (void)self;
    return person_unmerge(store, FIXTURE_USER, merged, &error);
}

static void an_interrupted_merge_leaves_two_whole_records(void **state)
{
    (void)state;
    fixture_rows_add(store, survivor, 1, "a");
    fixture_rows_add(store, merged, 2, "b");
    char *before = dump();
    assert_all_or_nothing(store, try_merge, NULL);
    merge(survivor, child);
    assert_all_or_nothing(store, try_unmerge, NULL);
    unmerge(child);
    assert_as(before);
    free(before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_column_that_names_a_person_is_known, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(everything_moves_and_everything_comes_back, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_merged_record_points_to_the_survivor, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_only_the_merged_record_knows_is_taken_over, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(contradicting_days_stay_apart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_household_of_both_becomes_one_place_in_it, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_head_who_left_is_no_second_head, set_up, tear_down),
        cmocka_unit_test_setup_teardown(ties_between_the_two_and_double_ones_go, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nationalities_are_united, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nobody_depends_on_themselves_in_a_casefile, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_consent_that_one_gave_for_the_other_moves, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_was_added_since_stays_with_the_survivor, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_row_that_was_removed_since_stays_removed, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(merges_can_be_taken_back_in_any_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(taking_back_an_early_merge_keeps_the_later_ones_whole,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_cannot_be_merged_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nothing_is_added_to_a_merged_record, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_survivors_history_is_that_of_both, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_interrupted_merge_leaves_two_whole_records, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
