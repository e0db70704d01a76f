/* SPDX-License-Identifier: Apache-2.0 */
#include "rights/person_data.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "support/fixture_record.h"
#include "support/fixture_rows.h"
#include "support/fixture_store.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static char person[UUID_TEXT_SIZE];
static struct person_data data;
static const struct person_data_reader all = { FIXTURE_USER, true };
static const struct person_data_reader clerk = { FIXTURE_OTHER_USER, false };

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Маркерова", "Markerova", person);
    fixture_rows_add(store, person, 1, "Markerova");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    person_data_release(&data);
    store_close(&store);
    return 0;
}

static void assert_says(const char *text)
{
    if (strstr(data.json, text) == NULL)
        fail_msg("'%s' is not in %s", text, data.json);
}

/* ---- complete */

static bool is_covered(const char *table)
{
    char name[100];
    snprintf(name, sizeof(name), " %s ", table);
    for (size_t i = 0; i < person_data_section_count; i++)
        if (strstr(person_data_sections[i].tables, name) != NULL)
            return true;
    for (size_t i = 0; i < person_data_exception_count; i++)
        if (strcmp(person_data_exceptions[i].table, table) == 0)
            return true;
    return false;
}

/* A table of a later migration that is about people must be shown to them, or it is said why not.
 */
static void every_table_about_a_person_is_on_the_sheet(void **state)
{
    (void)state;
    int found = 0;
    sqlite3_stmt *row = NULL;
    assert_int_equal(
        sqlite3_prepare_v2(store_handle(store),
                           "SELECT DISTINCT list.name FROM pragma_table_list AS list,"
                           " pragma_foreign_key_list(list.name) AS key WHERE key.\"table\" NOT IN"
                           " ('user', 'calendar', 'agency', 'workflow_definition') UNION"
                           " SELECT DISTINCT list.name FROM pragma_table_list AS list,"
                           " pragma_table_info(list.name) AS part"
                           " WHERE part.name IN ('person_id', 'casefile_id')",
                           -1, &row, NULL),
        SQLITE_OK);
    while (sqlite3_step(row) == SQLITE_ROW) {
        const char *table = (const char *)sqlite3_column_text(row, 0);
        if (!is_covered(table))
            fail_msg("%s is missing in person_data_section.c", table);
        found++;
    }
    sqlite3_finalize(row);
    assert_true(found > 30);
}

static bool note_empty(void *self, const struct person_data_fact *fact)
{
    if (fact->name[0] == '\0') {
        snprintf(self, 400, "%s ", fact->section);
        return false;
    }
    return true;
}

static void every_section_shows_what_its_tables_hold(void **state)
{
    (void)state;
    char empty[400] = "";
    char other[UUID_TEXT_SIZE];
    fixture_record_add(store, "Бекова", "Айгүл", other);
    fixture_rows_run(store,
                     "INSERT INTO relation VALUES ('01930000-0000-7000-8000-000000000011', '%q',"
                     " '%q', 'sibling', 0, NULL);"
                     "INSERT INTO person_nationality VALUES ('%q', 'KGZ', 'held');"
                     "INSERT INTO casefile_person SELECT id, '%q', 'witness' FROM casefile;"
                     "INSERT INTO assessment_score SELECT id, 'economic', 0.5, 1, 2, 0"
                     " FROM assessment;"
                     "INSERT INTO hotline_topic SELECT id, 'shelter' FROM hotline;"
                     "INSERT INTO hotline_sign SELECT id, 'isolation', 'yes' FROM hotline;"
                     "INSERT INTO hotline_agency SELECT hotline.id, agency.id FROM hotline, agency;"
                     "INSERT INTO referral_item SELECT id, 'initials', 'A. B.' FROM referral;"
                     "INSERT INTO step_round SELECT id, 'intake', 1, NULL, '2026-01-01',"
                     " '" FIXTURE_USER "' FROM casefile;"
                     "INSERT INTO person_merge (id, survivor_id, merged_id, reason, merged_at,"
                     " merged_by) VALUES ('01930000-0000-7000-8000-000000000012', '%q', '%q',"
                     " 'same', '" FIXTURE_MOMENT_TEXT "', '" FIXTURE_USER "')",
                     person, other, person, person, person, other);
    assert_ok(person_data_collect(store, person, &all, &data, &error));
    assert_ok(person_data_each(store, &data, note_empty, empty, &error));
    assert_string_equal(empty, "");
    assert_says("\"is_complete\":true");
    assert_says("Бекова Айгүл");
    assert_says("\"worth\":\"unofficial\"");
    assert_says("\"act\":\"person.add\"");
}

/* Free words stand in every section that has texts. */
static void no_text_about_the_person_is_left_out(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "circumstances",  "holder",
        "address",        "outgoing_number",
        "waiver_ground",  "withdrawn_reason",
        "issue",          "closing_remark",
        "waiting_for",    "value",
        "objective",      "own_contribution",
        "body",           "what_was_told",
        "decline_reason", "present_holder",
        "question",       "result",
        "about",
    };
    assert_ok(person_data_collect(store, person, &all, &data, &error));
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        char text[100];
        snprintf(text, sizeof(text), "\"%s\":\"Markerova\"", texts[i]);
        assert_says(text);
    }
}

/* ---- what this reader may not see */

static void a_restricted_casefile_is_said_and_not_shown(void **state)
{
    (void)state;
    fixture_rows_run(store, "UPDATE casefile SET is_restricted = 1, assigned_to = NULL");
    assert_ok(person_data_collect(store, person, &clerk, &data, &error));
    assert_int_equal(data.hidden_files, 1);
    assert_says("\"is_complete\":false");
    assert_says("\"casefiles\":[]");
    assert_says("\"answers\":[]");
    assert_null(strstr(data.json, "KG-OSH"));
}

static void a_confidential_note_of_somebody_else_is_counted_only(void **state)
{
    (void)state;
    fixture_rows_run(store, "UPDATE note SET is_confidential = 1");
    assert_ok(person_data_collect(store, person, &clerk, &data, &error));
    assert_int_equal(data.hidden_notes, 2);
    assert_says("\"notes\":[]");
    assert_says("\"confidential_notes_not_shown\":2");
}

/* ---- handing it over */

static void the_journal_tells_who_got_it(void **state)
{
    (void)state;
    assert_ok(person_data_export(store, person, &all, DATA_TO_LAWYER, &data, &error));
    assert_string_equal(fixture_text(store,
                                     "SELECT after FROM journal WHERE act = 'person.export'"
                                     " AND subject = :id",
                                     person),
                        "{\"to\":\"lawyer\",\"is_complete\":true}");
    assert_journal_is_whole(store);
}

static void an_unknown_or_erased_person_has_no_sheet(void **state)
{
    (void)state;
    assert_status(person_data_export(store, "01930000-0000-7000-8000-000000000099", &all,
                                     DATA_TO_PERSON, &data, &error),
                  STATUS_NOT_FOUND);
    assert_ok(person_erase(store, FIXTURE_USER, person, "asked for it", &error));
    assert_status(person_data_export(store, person, &all, DATA_TO_PERSON, &data, &error),
                  STATUS_REFUSED);
    assert_int_equal(
        fixture_number(store, "SELECT count(*) FROM journal WHERE act = 'person.export'"), 0);
}

static void a_recipient_is_one_of_three(void **state)
{
    (void)state;
    enum data_recipient found = DATA_TO_PERSON;
    assert_ok(data_recipient_parse(&found, "guardian", &error));
    assert_int_equal(found, DATA_TO_GUARDIAN);
    assert_status(data_recipient_parse(&found, "neighbour", &error), STATUS_INVALID);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(every_table_about_a_person_is_on_the_sheet),
        TEST(every_section_shows_what_its_tables_hold),
        TEST(no_text_about_the_person_is_left_out),
        TEST(a_restricted_casefile_is_said_and_not_shown),
        TEST(a_confidential_note_of_somebody_else_is_counted_only),
        TEST(the_journal_tells_who_got_it),
        TEST(an_unknown_or_erased_person_has_no_sheet),
        TEST(a_recipient_is_one_of_three),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
