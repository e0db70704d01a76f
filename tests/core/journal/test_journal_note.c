/* SPDX-License-Identifier: Apache-2.0 */
#include "journal/journal_note.h"

#include "journal/journal.h"
#include "store/query.h"
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
    fixture_record_add(store, "Асанова", "Айгүл", person);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fixture_moment = FIXTURE_MOMENT;
    store_close(&store);
    return 0;
}

static void read_as(const char *actor, const char *noun)
{
    const struct journal_reading reading = { actor, noun, person, "search", true };
    assert_ok(journal_note_reading(store, &reading, &error));
}

static long long reads(void)
{
    return fixture_number(store, "SELECT count(*) FROM journal WHERE act LIKE '%.read'");
}

static void a_reading_tells_who_read_whom_and_how_they_came_there(void **state)
{
    (void)state;
    read_as(FIXTURE_USER, "person");
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM journal WHERE act = 'person.read'"
                                           " AND actor = '" FIXTURE_USER "' AND before IS NULL AND"
                                           " after = '{\"from\":\"search\",\"restricted\":true}'"),
                     1);
    assert_string_equal(
        fixture_text(store, "SELECT subject FROM journal WHERE act = 'person.read' AND :id <> ''",
                     person),
        person);
    assert_journal_is_whole(store);
}

static void the_same_reading_is_noted_once_in_ten_minutes(void **state)
{
    (void)state;
    read_as(FIXTURE_USER, "casefile");
    fixture_moment += 10 * 60 * 1000;
    read_as(FIXTURE_USER, "casefile");
    assert_int_equal(reads(), 1);
    fixture_moment += 1;
    read_as(FIXTURE_USER, "casefile");
    assert_int_equal(reads(), 2);
}

static void another_user_and_another_record_are_noted_at_once(void **state)
{
    (void)state;
    read_as(FIXTURE_USER, "casefile");
    read_as(FIXTURE_OTHER_USER, "casefile");
    read_as(FIXTURE_USER, "person");
    assert_int_equal(reads(), 3);
}

static void a_clock_that_was_put_back_hides_no_reading(void **state)
{
    (void)state;
    read_as(FIXTURE_USER, "person");
    fixture_moment -= 1000;
    read_as(FIXTURE_USER, "person");
    assert_int_equal(reads(), 2);
}

static void each_way_out_of_the_office_has_its_act(void **state)
{
    (void)state;
    for (int way = 0; way < JOURNAL_OUTPUT_WAY_COUNT; way++) {
        const struct journal_output output = { FIXTURE_USER,  (enum journal_output_way)way,
                                               "person.data", "person",
                                               person,        1 };
        assert_ok(journal_note_output(store, &output, &error));
    }
    assert_int_equal(fixture_number(store, "SELECT count(DISTINCT act) FROM journal"
                                           " WHERE act LIKE 'output.%' AND after ="
                                           " '{\"what\":\"person.data\",\"records\":1}'"),
                     JOURNAL_OUTPUT_WAY_COUNT);
    assert_journal_is_whole(store);
}

static void who_comes_and_goes_is_told_and_after_how_many_tries(void **state)
{
    (void)state;
    const struct journal_tries tries = { 3, "2026-11-23T18:40:00.000Z",
                                         "2026-11-23T18:41:00.000Z" };
    assert_ok(journal_note_tries(store, FIXTURE_USER, &tries, &error));
    assert_ok(journal_note_entrance(store, FIXTURE_USER, true, &error));
    assert_ok(journal_note_entrance(store, FIXTURE_USER, false, &error));
    assert_string_equal(fixture_text(store,
                                     "SELECT group_concat(act) FROM (SELECT act FROM journal WHERE"
                                     " noun = 'vault' AND :id <> '' ORDER BY sequence)",
                                     person),
                        "vault.unlock_failed,vault.unlock,vault.lock");
    assert_int_equal(fixture_number(store, "SELECT json_extract(after, '$.tries') FROM journal"
                                           " WHERE act = 'vault.unlock_failed'"),
                     3);
}

static void a_note_goes_with_the_transaction_that_is_taken_back(void **state)
{
    (void)state;
    assert_ok(store_begin(store, &error));
    read_as(FIXTURE_USER, "person");
    store_rollback(store);
    assert_int_equal(reads(), 0);
}

static void a_file_that_is_open_read_only_takes_no_note(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    struct store *copy = NULL;
    const struct journal_reading reading = { FIXTURE_USER, "person", person, "search", true };
    const struct journal_output output = { FIXTURE_USER, JOURNAL_OUTPUT_PRINT,
                                           "x",          "person",
                                           person,       1 };
    fixture_folder_path(path, "office.qadam");
    fixture_store_make(path);
    const struct store_options options = { .path = path, .is_read_only = true };
    assert_ok(store_open(&copy, &options, &error));
    assert_true(store_is_read_only(copy));
    assert_ok(journal_note_reading(copy, &reading, &error));
    assert_ok(journal_note_output(copy, &output, &error));
    assert_ok(journal_note_entrance(copy, FIXTURE_USER, true, &error));
    assert_int_equal(fixture_number(copy, "SELECT count(*) FROM journal"), 0);
    store_close(&copy);
    fixture_folder_remove(path);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_reading_tells_who_read_whom_and_how_they_came_there),
        TEST(the_same_reading_is_noted_once_in_ten_minutes),
        TEST(another_user_and_another_record_are_noted_at_once),
        TEST(a_clock_that_was_put_back_hides_no_reading),
        TEST(each_way_out_of_the_office_has_its_act),
        TEST(who_comes_and_goes_is_told_and_after_how_many_tries),
        TEST(a_note_goes_with_the_transaction_that_is_taken_back),
        TEST(a_file_that_is_open_read_only_takes_no_note),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
