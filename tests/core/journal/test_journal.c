/* SPDX-License-Identifier: Apache-2.0 */
#include "journal/journal.h"
#include "store/store.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

static struct error error;
static struct store *store;

static const struct journal_entry first = {
    .actor = "system", .act = "office.new", .noun = "office", .subject = "KG-OSH"
};
static const struct journal_entry second = {
    .actor = FIXTURE_USER,
    .act = "user.add",
    .noun = "user",
    .subject = FIXTURE_OTHER_USER,
    .after = "{\"role\":\"clerk\"}",
};
static const struct journal_entry third = {
    .actor = FIXTURE_USER,
    .act = "user.change",
    .noun = "user",
    .subject = FIXTURE_OTHER_USER,
    .before = "{\"role\":\"clerk\"}",
    .after = "{\"role\":\"ишчи\"}",
};

static void append(const struct journal_entry *entry)
{
    assert_ok(store_begin(store, &error));
    assert_ok(journal_append(store, entry, &error));
    assert_ok(store_commit(store, &error));
}

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    append(&first);
    fixture_moment += 1000;
    append(&second);
    fixture_moment += 1000;
    append(&third);
    fixture_moment = FIXTURE_MOMENT;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static void tamper(const char *sql)
{
    assert_ok(store_execute(store,
                            "DROP TRIGGER journal_is_not_changed;"
                            "DROP TRIGGER journal_is_not_shortened;"
                            "DROP TRIGGER journal_has_no_gaps;",
                            &error));
    assert_ok(store_execute(store, sql, &error));
}

static void assert_broken_at(long long number)
{
    struct journal_state found;
    assert_status(journal_verify(store, NULL, &found, &error), STATUS_JOURNAL_BROKEN);
    assert_int_equal(error.number, number);
}

/* ---- The chain */

static void an_untouched_journal_is_whole(void **state)
{
    (void)state;
    struct journal_state found;
    assert_ok(journal_verify(store, NULL, &found, &error));
    assert_int_equal(found.count, 3);
    assert_int_equal(fixture_number(store, "SELECT max(sequence) FROM journal"), 3);
}

/* Built here by hand from the words of journal.h, not with the code under test. */
static size_t put(unsigned char *out, size_t at, const char *text)
{
    const size_t length = text == NULL ? 0 : strlen(text);
    const unsigned prefix = text == NULL ? 0xFFFFFFFFU : (unsigned)length;
    for (size_t i = 0; i < 4; i++)
        out[at + i] = (unsigned char)(prefix >> (8 * i));
    if (length > 0)
        memcpy(out + at + 4, text, length);
    return at + 4 + length;
}

static void hash_by_hand(unsigned char hash[32], unsigned char sequence, const char *at,
                         const struct journal_entry *entry)
{
    unsigned char bytes[600] = { 0 };
    memcpy(bytes, hash, 32);
    bytes[32] = sequence; /* and seven zeros */
    size_t end = put(bytes, 40, at);
    end = put(bytes, end, entry->actor);
    end = put(bytes, end, entry->act);
    end = put(bytes, end, entry->noun);
    end = put(bytes, end, entry->subject);
    end = put(bytes, end, entry->before);
    end = put(bytes, end, entry->after);
    crypto_generichash(hash, 32, bytes, end, NULL, 0);
}

static void begin_by_hand(unsigned char hash[32])
{
    const char beginning[] = "qadam journal 1"
                             "0123456789abcdef0123456789abcdef";
    crypto_generichash(hash, 32, (const unsigned char *)beginning, strlen(beginning), NULL, 0);
}

static void the_hash_is_what_the_header_says(void **state)
{
    (void)state;
    unsigned char hash[32];
    begin_by_hand(hash);
    hash_by_hand(hash, 1, FIXTURE_MOMENT_TEXT, &first);
    hash_by_hand(hash, 2, "2026-11-23T18:48:08.123Z", &second);
    hash_by_hand(hash, 3, "2026-11-23T18:48:09.123Z", &third);
    struct journal_state found;
    assert_ok(journal_verify(store, NULL, &found, &error));
    assert_memory_equal(found.head, hash, 32);

    /* And for ever: a change of the encoding would break every office's journal. */
    char hex[65];
    sodium_bin2hex(hex, sizeof(hex), found.head, 32);
    assert_string_equal(hex, "6f01c40d7c1860bb2a1a0a7996cbab66e8d1663fe6bc009202fa6a8073aced0f");
}

static void an_empty_journal_is_whole_too(void **state)
{
    (void)state;
    struct store *empty = fixture_store_memory();
    struct journal_state found;
    long long sequence = -1;
    assert_ok(journal_verify(empty, NULL, &found, &error));
    assert_int_equal(found.count, 0);
    assert_ok(journal_find_head(empty, found.head, &sequence, &error));
    assert_int_equal(sequence, 0);
    store_close(&empty);
}

static void a_journal_needs_an_office(void **state)
{
    (void)state;
    tamper("DROP TRIGGER vault_state_stays; DELETE FROM vault_state");
    struct journal_state found;
    assert_status(journal_verify(store, NULL, &found, &error), STATUS_NOT_FOUND);
    assert_ok(store_execute(store, "DELETE FROM journal", &error));
    assert_ok(store_begin(store, &error));
    assert_status(journal_append(store, &first, &error), STATUS_NOT_FOUND);
    store_rollback(store);
}

/* ---- Writing */

static void an_entry_outside_a_transaction_is_refused(void **state)
{
    (void)state;
    assert_status(journal_append(store, &first, &error), STATUS_INTERNAL);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM journal"), 3);
}

static void an_entry_goes_with_the_act_that_is_rolled_back(void **state)
{
    (void)state;
    struct journal_state found;
    assert_ok(store_begin(store, &error));
    assert_ok(journal_append(store, &first, &error));
    store_rollback(store);
    assert_ok(journal_verify(store, NULL, &found, &error));
    assert_int_equal(found.count, 3);
    append(&first);
    assert_ok(journal_verify(store, NULL, &found, &error));
    assert_int_equal(found.count, 4);
}

static void several_entries_fit_in_one_transaction(void **state)
{
    (void)state;
    struct journal_state found;
    assert_ok(store_begin(store, &error));
    for (int i = 0; i < 5; i++)
        assert_ok(journal_append(store, &second, &error));
    assert_ok(store_commit(store, &error));
    assert_ok(journal_verify(store, NULL, &found, &error));
    assert_int_equal(found.count, 8);
}

static void an_entry_that_makes_no_sense_is_refused(void **state)
{
    (void)state;
    const struct journal_entry wrong[] = {
        { "system", "a.b", "noun", "x", "{\"a\":", NULL },
        { "system", "a.b", "noun", "x", NULL, "clerk" },
        { "somebody", "a.b", "noun", "x", NULL, NULL },
        { NULL, "a.b", "noun", "x", NULL, NULL },
        { "system", "", "noun", "x", NULL, NULL },
        { "system", NULL, "noun", "x", NULL, NULL },
        { "system", "a.b", NULL, "x", NULL, NULL },
        { "system", "a.b", "noun", NULL, NULL, NULL },
    };
    assert_ok(store_begin(store, &error));
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
        assert_status(journal_append(store, &wrong[i], &error), STATUS_INVALID);
    assert_ok(store_commit(store, &error));
    struct journal_state found;
    assert_ok(journal_verify(store, NULL, &found, &error));
    assert_int_equal(found.count, 3);
}

static void two_programs_write_one_chain(void **state)
{
    (void)state;
    char path[FIXTURE_PATH_SIZE];
    fixture_folder_path(path, "office.qadam");
    fixture_store_make(path);
    struct store *mine = store;
    struct store *one = fixture_store_open(path);
    struct store *two = fixture_store_open(path);
    for (int i = 0; i < 10; i++) {
        store = i % 2 == 0 ? one : two;
        append(&first);
    }
    struct journal_state found;
    assert_ok(journal_verify(one, NULL, &found, &error));
    assert_int_equal(found.count, 10);
    store_close(&one);
    store_close(&two);
    store = mine;
    fixture_folder_remove(path);
}

/* ---- Tampering */

static void the_tables_refuse_changes_removals_and_gaps(void **state)
{
    (void)state;
    const char *acts[] = {
        "UPDATE journal SET act = 'user.drop' WHERE sequence = 2",
        "DELETE FROM journal WHERE sequence = 3",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT sequence, at, 'system', act, noun, subject, before,"
        " after, hash FROM journal WHERE sequence = 3",
        "INSERT INTO journal SELECT 5, at, actor, act, noun, subject, before, after, hash"
        " FROM journal WHERE sequence = 3",
        "INSERT INTO journal SELECT 0, at, actor, act, noun, subject, before, after, hash"
        " FROM journal WHERE sequence = 3",
    };
    for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
        assert_status(store_execute(store, acts[i], &error), STATUS_INVALID);
    struct journal_state found;
    assert_ok(journal_verify(store, NULL, &found, &error));
    assert_int_equal(found.count, 3);
}

static void every_changed_column_is_noticed(void **state)
{
    (void)state;
    const char *changes[] = {
        "at = '2026-11-23T18:48:08.124Z'",
        "actor = 'system'",
        "act = 'user.adb'",
        "noun = 'userr'",
        "subject = subject || ' '",
        "before = '{}'",
        "before = ''",
        "after = NULL",
        "after = ''",
        "hash = zeroblob(32)",
        "noun = 'use', act = 'user.addr'", /* bytes moved from one column to the next */
    };
    tear_down(NULL);
    for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
        set_up(NULL);
        char sql[200];
        snprintf(sql, sizeof(sql), "UPDATE journal SET %s WHERE sequence = 2", changes[i]);
        tamper(sql);
        assert_broken_at(2);
        tear_down(NULL);
    }
    set_up(NULL);
}

static void a_hidden_rest_behind_a_zero_byte_is_noticed(void **state)
{
    (void)state;
    tamper("UPDATE journal SET subject = subject || char(0) || 'more' WHERE sequence = 2");
    struct journal_state found;
    assert_status(journal_verify(store, NULL, &found, &error), STATUS_DAMAGED);
}

static void a_removed_entry_is_noticed_wherever_it_was(void **state)
{
    (void)state;
    tamper("DELETE FROM journal WHERE sequence = 2");
    assert_broken_at(2);
    tear_down(NULL);
    set_up(NULL);
    tamper("DELETE FROM journal WHERE sequence = 1");
    assert_broken_at(1);
    tear_down(NULL);
    set_up(NULL);
    tamper("DELETE FROM journal WHERE sequence = 1;"
           "UPDATE journal SET sequence = sequence - 1");
    assert_broken_at(1);
}

static void a_gap_is_noticed_even_when_the_hashes_were_computed_again(void **state)
{
    (void)state;
    unsigned char hash[32];
    char hex[65];
    char sql[200];
    begin_by_hand(hash);
    hash_by_hand(hash, 1, FIXTURE_MOMENT_TEXT, &first);
    hash_by_hand(hash, 3, "2026-11-23T18:48:09.123Z", &third);
    sodium_bin2hex(hex, sizeof(hex), hash, 32);
    snprintf(sql, sizeof(sql),
             "DELETE FROM journal WHERE sequence = 2;"
             "UPDATE journal SET hash = x'%s' WHERE sequence = 3",
             hex);
    tamper(sql);
    assert_broken_at(2);
}

static void swapped_entries_are_noticed(void **state)
{
    (void)state;
    tamper("PRAGMA ignore_check_constraints = ON;"
           "UPDATE journal SET sequence = -1 WHERE sequence = 2;"
           "UPDATE journal SET sequence = 2 WHERE sequence = 3;"
           "UPDATE journal SET sequence = 3 WHERE sequence = -1;");
    assert_broken_at(2);
}

static void a_journal_of_another_office_is_noticed(void **state)
{
    (void)state;
    tamper("DROP TRIGGER vault_state_office_id_stays;"
           "UPDATE vault_state SET office_id = 'ffffffffffffffffffffffffffffffff'");
    assert_broken_at(1);
}

static void a_cut_off_end_is_told_by_the_head_that_was_noted(void **state)
{
    (void)state;
    struct journal_state noted;
    long long sequence = 0;
    assert_ok(journal_verify(store, NULL, &noted, &error));
    append(&first);
    assert_ok(journal_find_head(store, noted.head, &sequence, &error));
    assert_int_equal(sequence, 3);

    /* The last two are removed: the chain itself cannot know. */
    tamper("DELETE FROM journal WHERE sequence > 2");
    struct journal_state found;
    assert_ok(journal_verify(store, NULL, &found, &error));
    assert_int_equal(found.count, 2);
    assert_status(journal_find_head(store, noted.head, &sequence, &error), STATUS_NOT_FOUND);
}

static void nothing_is_added_after_an_entry_without_a_hash(void **state)
{
    (void)state;
    tamper("PRAGMA ignore_check_constraints = ON;"
           "UPDATE journal SET hash = zeroblob(31) WHERE sequence = 3");
    assert_ok(store_begin(store, &error));
    assert_status(journal_append(store, &first, &error), STATUS_JOURNAL_BROKEN);
    store_rollback(store);
    assert_broken_at(3);
}

/* ---- Watching */

static bool stop_at_2000(void *self, long long done)
{
    *(long long *)self = done;
    return done < 2000;
}

static void a_verification_shows_how_far_it_is_and_can_be_stopped(void **state)
{
    (void)state;
    assert_ok(store_begin(store, &error));
    for (int i = 0; i < 2500; i++)
        assert_ok(journal_append(store, &first, &error));
    assert_ok(store_commit(store, &error));
    long long done = 0;
    const struct journal_watch watch = { stop_at_2000, &done };
    struct journal_state found;
    assert_status(journal_verify(store, &watch, &found, &error), STATUS_INTERRUPTED);
    assert_int_equal(done, 2000);
    assert_ok(journal_verify(store, NULL, &found, &error));
    assert_int_equal(found.count, 2503);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_untouched_journal_is_whole),
        TEST(the_hash_is_what_the_header_says),
        TEST(an_empty_journal_is_whole_too),
        TEST(a_journal_needs_an_office),
        TEST(an_entry_outside_a_transaction_is_refused),
        TEST(an_entry_goes_with_the_act_that_is_rolled_back),
        TEST(several_entries_fit_in_one_transaction),
        TEST(an_entry_that_makes_no_sense_is_refused),
        TEST(two_programs_write_one_chain),
        TEST(the_tables_refuse_changes_removals_and_gaps),
        TEST(every_changed_column_is_noticed),
        TEST(a_hidden_rest_behind_a_zero_byte_is_noticed),
        TEST(a_removed_entry_is_noticed_wherever_it_was),
        TEST(a_gap_is_noticed_even_when_the_hashes_were_computed_again),
        TEST(swapped_entries_are_noticed),
        TEST(a_journal_of_another_office_is_noticed),
        TEST(a_cut_off_end_is_told_by_the_head_that_was_noted),
        TEST(nothing_is_added_after_an_entry_without_a_hash),
        TEST(a_verification_shows_how_far_it_is_and_can_be_stopped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
