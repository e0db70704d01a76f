/* SPDX-License-Identifier: Apache-2.0 */
#include "document/case_reference.h"

#include <stdio.h>
#include <string.h>

#include "support/fixture_people.h"
#include "support/fixture_record.h"
#include "support/fixture_rows.h"
#include "support/fixture_store.h"
#include "support/unit.h"

static const char number[] = "KG-OSH-2026-000117";
static struct error error;
static struct store *store;
static char person[UUID_TEXT_SIZE];
static char id[UUID_TEXT_SIZE];
static char found[UUID_TEXT_SIZE];

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Асанова", "Айгүл", person);
    fixture_casefile_add(store, person, number);
    snprintf(id, sizeof(id), "%s",
             fixture_text(store, "SELECT id FROM casefile WHERE :id <> ''", person));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static void a_casefile_is_found_by_its_number_in_any_letters(void **state)
{
    (void)state;
    assert_ok(case_find(store, number, found, &error));
    assert_string_equal(found, id);
    assert_ok(case_find(store, "kg-osh-2026-000117", found, &error));
    assert_string_equal(found, id);
    assert_status(case_find(store, "KG-OSH-2026-000118", found, &error), STATUS_NOT_FOUND);
}

static void a_casefile_is_found_by_its_id_and_by_the_beginning(void **state)
{
    (void)state;
    char beginning[9];
    snprintf(beginning, sizeof(beginning), "%.8s", id);
    assert_ok(case_find(store, id, found, &error));
    assert_string_equal(found, id);
    assert_ok(case_find(store, beginning, found, &error));
    assert_string_equal(found, id);
    beginning[7] = '\0';
    assert_status(case_find(store, beginning, found, &error), STATUS_INVALID);
    assert_status(case_find(store, "ffffffff", found, &error), STATUS_NOT_FOUND);
}

static void a_beginning_that_two_casefiles_share_finds_none(void **state)
{
    (void)state;
    char beginning[UUID_TEXT_SIZE];
    fixture_casefile_add(store, person, "KG-OSH-2026-000118");
    const char *other = fixture_text(store, "SELECT id FROM casefile WHERE id <> :id", id);
    size_t shared = 0;
    while (id[shared] == other[shared])
        shared++;
    assert_true(shared >= ID_PREFIX_MIN);
    snprintf(beginning, shared + 1, "%s", id);
    assert_status(case_find(store, beginning, found, &error), STATUS_EXISTS);
}

static void what_is_neither_number_nor_id_is_invalid(void **state)
{
    static const char *const wrong[] = {
        "",
        "117",
        "KG-OSH-2026-117",
        "XX-OSH-2026-000117",
        "KG-OSH-2026-000117-1",
        "Асанова!",
        "KG-OSH-2026-0000000000000000000000000000000117",
    };
    (void)state;
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
        assert_status(case_find(store, wrong[i], found, &error), STATUS_INVALID);
}

static void a_reference_says_whose_it_is_and_whether_it_is_open(void **state)
{
    (void)state;
    struct case_reference reference;
    assert_ok(case_reference_load(store, id, &reference, &error));
    assert_string_equal(reference.number, number);
    assert_string_equal(reference.person_id, person);
    assert_true(reference.is_open);
    fixture_rows_run(store,
                     "UPDATE casefile SET state = 'closed', closed_at = opened_at,"
                     " closure_reason = 'other' WHERE id = %Q",
                     id);
    assert_ok(case_reference_load(store, id, &reference, &error));
    assert_false(reference.is_open);
    assert_status(case_reference_load(store, person, &reference, &error), STATUS_NOT_FOUND);
}

static void only_who_has_a_part_in_it_belongs_to_it(void **state)
{
    (void)state;
    struct case_reference reference;
    char son[UUID_TEXT_SIZE];
    fixture_record_add(store, "Асанов", "Бек", son);
    assert_ok(case_reference_load(store, id, &reference, &error));
    assert_ok(case_reference_require_person(store, &reference, person, &error));
    assert_status(case_reference_require_person(store, &reference, son, &error), STATUS_NOT_FOUND);
    fixture_rows_run(store, "INSERT INTO casefile_person VALUES (%Q, %Q, 'child')", id, son);
    assert_ok(case_reference_require_person(store, &reference, son, &error));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_casefile_is_found_by_its_number_in_any_letters, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_casefile_is_found_by_its_id_and_by_the_beginning, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_beginning_that_two_casefiles_share_finds_none, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_is_neither_number_nor_id_is_invalid, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_reference_says_whose_it_is_and_whether_it_is_open, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(only_who_has_a_part_in_it_belongs_to_it, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
