/* SPDX-License-Identifier: Apache-2.0 */
#include "document/origin_rule.h"

#include <stdio.h>

#include "support/fixture_people.h"
#include "support/fixture_record.h"
#include "support/fixture_rows.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#define CONSULATE "01930000-0000-7000-8000-0000000000a1"
#define EMBASSY   "01930000-0000-7000-8000-0000000000a2"
#define CLINIC    "01930000-0000-7000-8000-0000000000a3"
#define OTHERS    "01930000-0000-7000-8000-0000000000a4"

static struct error error;
static struct store *store;
static char person[UUID_TEXT_SIZE];
static char casefile[UUID_TEXT_SIZE];

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Асанова", "Айгүл", person);
    fixture_casefile_add(store, person, "KG-OSH-2026-000117");
    snprintf(casefile, sizeof(casefile), "%s",
             fixture_text(store, "SELECT id FROM casefile WHERE person_id = :id", person));
    fixture_rows_run(store, "INSERT INTO agency (id, name, kind, country, of_country) VALUES"
                            " ('" CONSULATE "', 'К', 'consulate', 'KGZ', 'AFG'),"
                            " ('" EMBASSY "', 'Э', 'consulate', 'KGZ', NULL),"
                            " ('" CLINIC "', 'П', 'health', 'KGZ', NULL),"
                            " ('" OTHERS "', 'Д', 'consulate', 'KGZ', 'TJK')");
    fixture_rows_run(store, "INSERT OR REPLACE INTO setting (key, value) VALUES ('country', 'KG')");
    fixture_rows_run(store, "UPDATE person SET origin_country = 'AFG' WHERE id = %Q", person);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static bool is_barred(const char *agency)
{
    bool is_barred;
    const struct origin_question question = { .person_id = person,
                                              .casefile_id = casefile,
                                              .agency_id = agency,
                                              .is_consulate = agency == NULL };
    assert_ok(origin_rule_judge(store, &question, &is_barred, &error));
    return is_barred;
}

static void whoever_fears_nobody_may_be_sent_to_any_consulate(void **state)
{
    (void)state;

    assert_false(is_barred(CONSULATE));
    assert_false(is_barred(EMBASSY));
    assert_false(is_barred(NULL));
}

static void the_consulate_of_the_country_that_is_feared_is_barred(void **state)
{
    (void)state;
    fixture_rows_run(store, "UPDATE casefile SET bars_origin = 1");

    assert_true(is_barred(CONSULATE));
    assert_false(is_barred(OTHERS));
    assert_false(is_barred(CLINIC));
}

static void a_consulate_of_nobody_knows_which_country_is_barred_too(void **state)
{
    (void)state;
    fixture_rows_run(store, "UPDATE casefile SET bars_origin = 1");

    assert_true(is_barred(EMBASSY));
    assert_true(is_barred(NULL));
}

static void a_second_nationality_is_feared_like_the_first(void **state)
{
    (void)state;
    fixture_rows_run(store, "UPDATE casefile SET bars_origin = 1");
    fixture_rows_run(store, "INSERT INTO person_nationality VALUES (%Q, 'TJK', 'held')", person);

    assert_true(is_barred(OTHERS));
}

static void without_any_known_country_every_foreign_body_is_barred(void **state)
{
    (void)state;
    fixture_rows_run(store, "UPDATE casefile SET bars_origin = 1");
    fixture_rows_run(store, "UPDATE person SET origin_country = NULL");

    assert_true(is_barred(OTHERS));
    assert_false(is_barred(CLINIC));
}

static void asylum_seekers_are_protected_without_any_answer(void **state)
{
    (void)state;
    fixture_rows_run(store, "UPDATE person SET population_group = 'ASY'");

    assert_true(is_barred(CONSULATE));
}

static void an_answer_counts_before_the_workflow_was_asked_again(void **state)
{
    (void)state;
    fixture_rows_run(store,
                     "INSERT INTO answer (id, casefile_id, step, field, value, answered_at,"
                     " answered_by) VALUES ('01930000-0000-7000-8000-0000000000b1', %Q,"
                     " 'asylum_check', 'pending', 'yes', '2026-11-02T06:00:00.000Z',"
                     " '" FIXTURE_USER "')",
                     casefile);

    assert_true(is_barred(CONSULATE));
}

static void the_fear_of_one_member_protects_the_family(void **state)
{
    (void)state;
    char son[UUID_TEXT_SIZE];
    fixture_record_add(store, "Асанов", "Бек", son);
    fixture_rows_run(store, "INSERT INTO casefile_person VALUES (%Q, %Q, 'child')", casefile, son);
    fixture_rows_run(store, "UPDATE person SET population_group = 'REF' WHERE id = %Q", son);

    assert_true(is_barred(CONSULATE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(whoever_fears_nobody_may_be_sent_to_any_consulate, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_consulate_of_the_country_that_is_feared_is_barred,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_consulate_of_nobody_knows_which_country_is_barred_too,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_second_nationality_is_feared_like_the_first, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(without_any_known_country_every_foreign_body_is_barred,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(asylum_seekers_are_protected_without_any_answer, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_answer_counts_before_the_workflow_was_asked_again,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_fear_of_one_member_protects_the_family, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
