/* SPDX-License-Identifier: Apache-2.0 */
#include "journal/history.h"

#include <sodium.h>
#include <string.h>

#include "store/store.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static char person[UUID_TEXT_SIZE];

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Асанова", "Айгүл", person); /* journal entry 1 */
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static enum status append(const char *subject, const char *before, const char *after)
{
    const struct journal_entry entry = { .actor = FIXTURE_USER,
                                         .act = "person.change",
                                         .noun = "person",
                                         .subject = subject,
                                         .before = before,
                                         .after = after };
    assert_ok(store_begin(store, &error));
    const enum status status = history_append(store, &entry, person, &error);
    if (status == STATUS_OK)
        assert_ok(store_commit(store, &error));
    store_rollback(store);
    return status;
}

static const char *journal_after(void)
{
    return fixture_text(
        store, "SELECT after FROM journal WHERE :id = :id ORDER BY sequence DESC LIMIT 1", "");
}

static void assert_broken_at(long long sequence)
{
    assert_status(history_verify(store, NULL, &error), STATUS_JOURNAL_BROKEN);
    assert_int_equal(error.number, sequence);
}

static void the_journal_names_the_members_that_differ(void **state)
{
    (void)state;
    assert_int_equal(append(person, "{\"sex\":1,\"same\":[1,2],\"gone\":\"Ош\"}",
                            "{\"sex\":2,\"same\":[1,2],\"new\":null}"),
                     STATUS_OK);
    assert_memory_equal(journal_after(), "{\"fields\":[\"gone\",\"new\",\"sex\"],\"hash\":\"", 39);
    assert_null(strstr(journal_after(), "Ош"));
    assert_null(strstr(journal_after(), "person"));
    assert_int_equal(append(person, NULL, "{\"a\":1}"), STATUS_OK);
    assert_memory_equal(journal_after(), "{\"fields\":[\"a\"]", 15);
    assert_int_equal(append(person, "{\"a\":\"1\"}", "{\"a\":1}"), STATUS_OK);
    assert_memory_equal(journal_after(), "{\"fields\":[\"a\"]", 15);
    assert_journal_is_whole(store);
}

static void somebody_elses_subject_names_the_person(void **state)
{
    (void)state;
    assert_int_equal(append("a household", NULL, "{\"a\":1}"), STATUS_OK);
    assert_non_null(strstr(journal_after(), person));
    assert_journal_is_whole(store);
}

/* Built by hand from the words of history.h. */
static void the_hash_is_what_the_header_says(void **state)
{
    (void)state;
    unsigned char bytes[16 + 4 + 4 + 9] = { 0 };
    unsigned char hash[32];
    char hex[65];
    assert_int_equal(append(person, NULL, "{\"\xC3\xA4\":10}"), STATUS_OK);
    const char *salt = fixture_text(
        store, "SELECT hex(salt) FROM history WHERE person_id = :id ORDER BY rowid DESC", person);
    assert_int_equal(sodium_hex2bin(bytes, 16, salt, 32, NULL, NULL, NULL), 0);
    memcpy(bytes + 16, "\xFF\xFF\xFF\xFF\x09\x00\x00\x00{\"\xC3\xA4\":10}", 17);
    crypto_generichash(hash, sizeof(hash), bytes, sizeof(bytes), NULL, 0);
    sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
    assert_non_null(strstr(journal_after(), hex));
}

static void no_two_salts_are_alike(void **state)
{
    (void)state;
    assert_int_equal(append(person, NULL, "{\"a\":1}"), STATUS_OK);
    assert_int_equal(append(person, NULL, "{\"a\":1}"), STATUS_OK);
    assert_int_equal(fixture_number(store, "SELECT count(DISTINCT salt) FROM history"), 3);
    assert_int_equal(fixture_number(store, "SELECT count(DISTINCT json_extract(after, '$.hash'))"
                                           " FROM journal"),
                     3);
}

static void what_is_not_json_is_refused(void **state)
{
    (void)state;
    assert_int_equal(append(person, "{\"a\":", "{}"), STATUS_INVALID);
    assert_int_equal(append(person, NULL, "nonsense"), STATUS_INVALID);
    assert_int_equal(append(person, NULL, NULL), STATUS_INVALID);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM history"), 1);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM journal"), 1);
}

static void without_a_transaction_nothing_is_written(void **state)
{
    (void)state;
    const struct journal_entry entry = {
        .actor = FIXTURE_USER, .act = "a", .noun = "b", .subject = person, .after = "{}"
    };
    assert_status(history_append(store, &entry, person, &error), STATUS_INTERNAL);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM history"), 1);
}

static void changed_words_are_found(void **state)
{
    (void)state;
    assert_int_equal(append(person, "{\"a\":1}", "{\"a\":2}"), STATUS_OK);
    assert_journal_is_whole(store);
    assert_ok(store_execute(
        store, "UPDATE history SET after = '{\"a\":3}' WHERE journal_sequence = 2", &error));
    assert_broken_at(2);
}

static void a_missing_history_is_found(void **state)
{
    (void)state;
    assert_ok(store_execute(store, "DELETE FROM history", &error));
    assert_broken_at(1);
}

static void a_history_that_became_another_persons_is_found(void **state)
{
    (void)state;
    char other[UUID_TEXT_SIZE];
    fixture_record_add(store, "Асанов", "Бек", other);
    assert_ok(store_execute(
        store, "UPDATE history SET person_id = (SELECT max(person_id) FROM history)", &error));
    assert_broken_at(1);
}

static void an_entry_has_one_history(void **state)
{
    (void)state;
    enum status status = store_execute(store,
                                       "INSERT INTO history SELECT journal_sequence, person_id,"
                                       " before, after, salt FROM history",
                                       &error);
    assert_int_not_equal(status, STATUS_OK);
}

static void a_history_of_an_entry_that_knows_none_is_found(void **state)
{
    (void)state;
    const struct journal_entry entry = {
        .actor = FIXTURE_USER, .act = "a", .noun = "b", .subject = person
    };
    assert_ok(store_begin(store, &error));
    assert_ok(journal_append(store, &entry, &error));
    assert_ok(store_commit(store, &error));
    assert_journal_is_whole(store);
    assert_ok(store_execute(store, "UPDATE history SET journal_sequence = 2", &error));
    assert_broken_at(1);
    assert_ok(store_execute(store,
                            "INSERT INTO history SELECT 1, person_id, before, after, salt"
                            " FROM history",
                            &error));
    assert_broken_at(2);
}

static void an_erasure_that_the_journal_does_not_know_excuses_nothing(void **state)
{
    (void)state;
    assert_ok(store_execute(store,
                            "DELETE FROM history; INSERT INTO person_erasure SELECT id, 'x',"
                            " created_at, created_by FROM person",
                            &error));
    assert_broken_at(1);
}

static bool stop(void *self, long long done)
{
    *(long long *)self = done;
    return false;
}

static void a_long_verification_can_be_stopped(void **state)
{
    (void)state;
    long long done = 0;
    const struct journal_watch watch = { .go_on = stop, .self = &done };
    const struct journal_entry entry = {
        .actor = FIXTURE_USER, .act = "a", .noun = "b", .subject = person, .after = "{}"
    };
    assert_ok(history_verify(store, &watch, &error));
    assert_ok(store_begin(store, &error));
    for (int i = 0; i < 1000; i++)
        assert_ok(history_append(store, &entry, person, &error));
    assert_ok(store_commit(store, &error));
    assert_status(history_verify(store, &watch, &error), STATUS_INTERRUPTED);
    assert_int_equal(done, 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_journal_names_the_members_that_differ, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(somebody_elses_subject_names_the_person, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_hash_is_what_the_header_says, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_two_salts_are_alike, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_not_json_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(without_a_transaction_nothing_is_written, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(changed_words_are_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_missing_history_is_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_history_that_became_another_persons_is_found, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_entry_has_one_history, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_history_of_an_entry_that_knows_none_is_found, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_erasure_that_the_journal_does_not_know_excuses_nothing,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_long_verification_can_be_stopped, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
