/* SPDX-License-Identifier: Apache-2.0 */
#include "country/country_store.h"

#include "journal/journal.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <string.h>

#define HEAD "kind: country\ncountry: KZ\nversion: 7\ntitle: T\nchecked_on: 2026-01-01\n"

static struct error error;
static struct fault_list faults;

static int open_store(void **state)
{
    *state = fixture_store_memory();
    return 0;
}

static int close_store(void **state)
{
    struct store *store = *state;
    store_close(&store);
    fault_list_release(&faults);
    return 0;
}

static bool save(struct store *store, const char *country, const char *text)
{
    const struct yaml_source source = { "own.yaml", text, strlen(text) };
    bool is_saved;
    assert_ok(
        country_store_save(&is_saved, store, FIXTURE_USER, country, &source, &faults, &error));
    return is_saved;
}

static struct country_copy read_copy(struct store *store)
{
    struct country_copy copy;
    assert_ok(country_store_read(&copy, store, "KZ", &error));
    return copy;
}

static int version_of(struct store *store, const char *country)
{
    struct country_pack *pack;
    assert_ok(country_store_load(&pack, store, country, &faults, &error));
    assert_non_null(pack);
    const int version = pack->version;
    country_pack_release(pack);
    return version;
}

static void an_office_begins_with_the_programs_pack(void **state)
{
    struct country_copy copy = read_copy(*state);
    assert_false(copy.is_own);
    assert_string_equal(copy.body, country_pack_builtin("KZ")->text);
    assert_string_equal(copy.base, copy.body);
    country_copy_release(&copy);
    assert_int_equal(version_of(*state, "KZ"), 1);
    assert_int_equal(version_of(*state, ""), 1);
    assert_status(country_store_read(&copy, *state, "XX", &error), STATUS_NOT_FOUND);
}

static void what_was_saved_counts_and_remembers_what_it_was_made_from(void **state)
{
    assert_true(save(*state, "KZ", HEAD));
    struct country_copy copy = read_copy(*state);
    assert_true(copy.is_own);
    assert_string_equal(copy.body, HEAD);
    assert_string_equal(copy.base, country_pack_builtin("KZ")->text);
    assert_string_equal(copy.changed_at, FIXTURE_MOMENT_TEXT);
    country_copy_release(&copy);
    assert_int_equal(version_of(*state, "KZ"), 7);
    assert_int_equal(version_of(*state, "KG"), 1);
}

static void every_change_stands_in_the_journal(void **state)
{
    assert_true(save(*state, "KZ", HEAD));
    assert_true(save(*state, "KZ", HEAD)); /* nothing new */
    assert_true(save(*state, "KZ", HEAD "notes: []\n"));
    assert_ok(country_store_take(*state, FIXTURE_USER, "KZ", &error));
    assert_int_equal(fixture_number(*state, "SELECT count(*) FROM journal WHERE act = "
                                            "'country.change' AND subject = 'KZ'"),
                     2);
    assert_int_equal(fixture_number(*state, "SELECT count(*) FROM journal"), 3);
    struct journal_state journal;
    assert_ok(journal_verify(*state, NULL, &journal, &error));
}

static void faults_refuse_a_text_and_change_nothing(void **state)
{
    assert_false(save(*state, "KZ", HEAD "laws: []\n"));
    assert_int_equal(faults.count, 1);
    assert_false(save(*state, "KG", HEAD));
    assert_int_equal(faults.count, 2);
    assert_int_equal(fixture_number(*state, "SELECT count(*) FROM country_pack"), 0);
    assert_int_equal(fixture_number(*state, "SELECT count(*) FROM journal"), 0);
    const struct yaml_source source = { "own.yaml", HEAD, sizeof(HEAD) - 1 };
    bool is_saved;
    assert_status(country_store_save(&is_saved, *state, FIXTURE_USER, COUNTRY_COMMON, &source,
                                     &faults, &error),
                  STATUS_NOT_FOUND);
}

static void only_taking_brings_the_programs_pack_back(void **state)
{
    assert_status(country_store_take(*state, FIXTURE_USER, "KZ", &error), STATUS_NOT_FOUND);
    assert_true(save(*state, "KZ", HEAD));
    /* As an older program left it. */
    assert_ok(store_execute(*state, "UPDATE country_pack SET base = 'older'", &error));
    assert_true(save(*state, "KZ", HEAD "notes: []\n"));
    struct country_copy copy = read_copy(*state);
    assert_string_equal(copy.base, "older");
    country_copy_release(&copy);
    assert_ok(country_store_take(*state, FIXTURE_USER, "KZ", &error));
    copy = read_copy(*state);
    assert_true(copy.is_own);
    assert_string_equal(copy.body, country_pack_builtin("KZ")->text);
    assert_string_equal(copy.base, copy.body);
    country_copy_release(&copy);
}

static void saving_belongs_to_the_callers_transaction(void **state)
{
    assert_ok(store_begin(*state, &error));
    assert_true(save(*state, "KZ", HEAD));
    store_rollback(*state);
    assert_int_equal(fixture_number(*state, "SELECT count(*) FROM country_pack"), 0);
}

/* A program of another version may have allowed what this one does not. */
static void a_stored_text_with_faults_is_told_not_replaced(void **state)
{
    struct country_pack *pack;
    assert_true(save(*state, "KZ", HEAD));
    assert_ok(store_execute(*state, "UPDATE country_pack SET body = 'laws: []'", &error));
    assert_ok(country_store_load(&pack, *state, "KZ", &faults, &error));
    assert_null(pack);
    assert_true(faults.count > 0);
    assert_string_equal(faults.items[0].file, "KZ");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_store, close_store)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_office_begins_with_the_programs_pack),
        TEST(what_was_saved_counts_and_remembers_what_it_was_made_from),
        TEST(every_change_stands_in_the_journal),
        TEST(faults_refuse_a_text_and_change_nothing),
        TEST(only_taking_brings_the_programs_pack_back),
        TEST(saving_belongs_to_the_callers_transaction),
        TEST(a_stored_text_with_faults_is_told_not_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
