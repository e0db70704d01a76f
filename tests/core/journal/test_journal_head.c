/* SPDX-License-Identifier: Apache-2.0 */

/* Heads on paper, and whoever changed the journal with the key in the hand. */
#include "journal/journal_head.h"

#include "store/store.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

static struct error error;
static struct store *store;

enum { ENTRIES = 5 };

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    assert_ok(store_begin(store, &error));
    for (int i = 1; i <= ENTRIES; i++) {
        char subject[20];
        const struct journal_entry entry = { .actor = FIXTURE_USER,
                                             .act = "person.change",
                                             .noun = "person",
                                             .subject = subject,
                                             .before = "{\"a\":1}",
                                             .after = "{\"a\":2}" };
        snprintf(subject, sizeof(subject), "subject-%d", i);
        fixture_moment += 1000;
        assert_ok(journal_append(store, &entry, &error));
    }
    assert_ok(store_commit(store, &error));
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
                            "DROP TRIGGER journal_has_no_gaps;"
                            "PRAGMA ignore_check_constraints = ON;",
                            &error));
    assert_ok(store_execute(store, sql, &error));
}

/* ---- attacks */

static void every_attack_is_named_by_its_entry(void **state)
{
    (void)state;
    static const char *const columns[] = {
        "at = '2026-11-23T18:48:08.999Z'",
        "actor = 'system'",
        "act = 'person.chang'",
        "noun = 'persona'",
        "subject = 'subject-9'",
        "before = '{\"a\":0}'",
        "before = NULL",
        "after = '{\"a\":3}'",
        "after = NULL",
        "hash = zeroblob(32)",
    };
    static const struct {
        const char *sql;
        long long entry;
    } others[] = {
        { "DELETE FROM journal WHERE sequence = 1", 1 },
        { "DELETE FROM journal WHERE sequence = 3", 3 },
        { "DELETE FROM journal WHERE sequence = 3;"
          "UPDATE journal SET sequence = sequence - 1 WHERE sequence > 3",
          3 },
        { "UPDATE journal SET sequence = 99 WHERE sequence = 2;"
          "UPDATE journal SET sequence = 2 WHERE sequence = 4;"
          "UPDATE journal SET sequence = 4 WHERE sequence = 99",
          2 },
        { "UPDATE journal SET sequence = 9 WHERE sequence = 5", 5 },
        { "UPDATE journal SET sequence = 0 WHERE sequence = 1", 1 },
        { "INSERT INTO journal SELECT 6, at, 'system', act, noun, subject, before, after, hash"
          " FROM journal WHERE sequence = 5",
          6 },
        { "UPDATE journal SET subject = (SELECT subject FROM journal WHERE sequence = 2),"
          " hash = (SELECT hash FROM journal WHERE sequence = 2) WHERE sequence = 4",
          4 },
    };
    tear_down(NULL);
    for (int row = 1; row <= ENTRIES; row++)
        for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
            char sql[200];
            struct journal_state found;
            set_up(NULL);
            snprintf(sql, sizeof(sql), "UPDATE journal SET %s WHERE sequence = %d", columns[i],
                     row);
            tamper(sql);
            assert_status(journal_verify(store, NULL, &found, &error), STATUS_JOURNAL_BROKEN);
            assert_int_equal(error.number, row);
            tear_down(NULL);
        }
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
        struct journal_state found;
        set_up(NULL);
        tamper(others[i].sql);
        assert_status(journal_verify(store, NULL, &found, &error), STATUS_JOURNAL_BROKEN);
        assert_int_equal(error.number, others[i].entry);
        tear_down(NULL);
    }
    set_up(NULL);
}

/* ---- comparing */

static struct journal_state note_head(void)
{
    struct journal_state noted;
    assert_ok(journal_verify(store, NULL, &noted, &error));
    return noted;
}

static struct journal_head_finding compare(const unsigned char *hash, long long entry)
{
    struct journal_head_finding finding;
    assert_ok(journal_head_compare(store, hash, entry, &finding, &error));
    return finding;
}

static void a_noted_head_stays_inside_while_the_journal_grows(void **state)
{
    (void)state;
    const struct journal_state noted = note_head();
    const struct journal_entry entry = {
        .actor = "system", .act = "a.b", .noun = "a", .subject = ""
    };
    assert_ok(store_begin(store, &error));
    assert_ok(journal_append(store, &entry, &error));
    assert_ok(store_commit(store, &error));
    const struct journal_head_finding finding = compare(noted.head, ENTRIES);
    assert_int_equal(finding.verdict, JOURNAL_HEAD_INSIDE);
    assert_int_equal(finding.entry, ENTRIES);
    assert_int_equal(compare(noted.head, 0).verdict, JOURNAL_HEAD_INSIDE);
}

static void a_cut_off_end_is_found_by_the_number_on_the_paper(void **state)
{
    (void)state;
    const struct journal_state noted = note_head();
    tamper("DELETE FROM journal WHERE sequence > 3");
    (void)note_head(); /* the chain by itself is whole */
    const struct journal_head_finding finding = compare(noted.head, ENTRIES);
    assert_int_equal(finding.verdict, JOURNAL_HEAD_CUT);
    assert_int_equal(finding.entry, 3);
    assert_int_equal(compare(noted.head, 0).verdict, JOURNAL_HEAD_OUTSIDE);
}

static void an_end_that_was_written_anew_is_found(void **state)
{
    (void)state;
    const struct journal_state noted = note_head();
    tamper("DELETE FROM journal WHERE sequence = 5");
    const struct journal_entry entry = {
        .actor = "system", .act = "a.b", .noun = "a", .subject = ""
    };
    assert_ok(store_begin(store, &error));
    assert_ok(journal_append(store, &entry, &error));
    assert_ok(store_commit(store, &error));
    (void)note_head();
    const struct journal_head_finding finding = compare(noted.head, ENTRIES);
    assert_int_equal(finding.verdict, JOURNAL_HEAD_CHANGED);
    assert_int_equal(finding.entry, 5);
}

static void a_slip_of_the_pen_is_told_from_an_attack(void **state)
{
    (void)state;
    struct journal_state noted = note_head();
    noted.head[7] ^= 0x21;
    const struct journal_head_finding finding = compare(noted.head, 0);
    assert_int_equal(finding.verdict, JOURNAL_HEAD_ALIKE);
    assert_int_equal(finding.entry, ENTRIES);
    assert_int_equal(finding.signs, 2);
    noted.head[8] ^= 0xFF;
    noted.head[9] ^= 0xFF;
    assert_int_equal(compare(noted.head, 0).verdict, JOURNAL_HEAD_OUTSIDE);
}

/* ---- typing */

static const char head_text[] =
    "0123 4567 89ab cdef 0011 2233 4455 6677 8899 aabb ccdd eeff 0a1b 2c3d 4e5f 6071";

static void a_head_reads_back_as_it_is_written(void **state)
{
    (void)state;
    unsigned char hash[JOURNAL_HASH_SIZE];
    char text[JOURNAL_HEAD_TEXT_SIZE];
    assert_true(journal_head_parse(hash, head_text, NULL));
    journal_head_format(text, hash);
    assert_string_equal(text, head_text);
}

static void typed_heads_are_read_in_any_case_and_keyboard(void **state)
{
    (void)state;
    static const char *const typed[] = {
        "0123456789abcdef00112233445566778899aabbccddeeff0a1b2c3d4e5f6071",
        "  0123-4567 89AB CDEF:0011 2233 4455 6677\n8899 AABB CCDD EEFF 0A1B 2C3D 4E5F 6071\n",
        "О1 23 45 67 89 аВ сd Еf 0011 22ЗЗ 4455 бб77 8899 аавв ссdd еeff oаlв 2с3d 4е5f бO7I",
    };
    unsigned char wanted[JOURNAL_HASH_SIZE], hash[JOURNAL_HASH_SIZE];
    assert_true(journal_head_parse(wanted, head_text, NULL));
    for (size_t i = 0; i < sizeof(typed) / sizeof(typed[0]); i++) {
        assert_true(journal_head_parse(hash, typed[i], NULL));
        assert_memory_equal(hash, wanted, sizeof(hash));
    }
}

static void what_is_no_head_says_where_it_is_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        size_t signs, group;
        bool is_strange;
    } wrong[] = {
        { "", 0, 0, false },
        { "0123 4567", 8, 0, false },
        { "0123 456 89ab", 11, 2, false },
        { "0123 4567 89gb cdef", 16, 3, true },
        { "0123 45ж7", 8, 2, true },
        { "0123 4567 89ab cdef 0011 2233 4455 6677 8899 aabb ccdd eeff 0a1b 2c3d 4e5f 60712", 65,
          16, false },
        { "0123 4567 89ab cdef 0011 2233 4455 6677 8899 aabb ccdd eeff 0a1b 2c3d 4e5f 6071 0000",
          68, 0, false },
    };
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        unsigned char hash[JOURNAL_HASH_SIZE];
        struct journal_head_fault fault;
        assert_false(journal_head_parse(hash, wrong[i].typed, &fault));
        assert_int_equal(fault.signs, wrong[i].signs);
        assert_int_equal(fault.group, wrong[i].group);
        assert_int_equal(fault.is_strange, wrong[i].is_strange);
    }
}

/* The examples of the proposal: 127.0.0.1 is lusab-babad, 63.84.220.193 is gutih-tugad. */
static void the_words_are_proquints(void **state)
{
    (void)state;
    const unsigned char hash[JOURNAL_HASH_SIZE] = { 127, 0, 0, 1, 63, 84, 220, 193 };
    char phrase[JOURNAL_PHRASE_SIZE];
    journal_head_phrase(phrase, hash);
    assert_string_equal(phrase, "lusab-babad-gutih-tugad");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_attack_is_named_by_its_entry),
        TEST(a_noted_head_stays_inside_while_the_journal_grows),
        TEST(a_cut_off_end_is_found_by_the_number_on_the_paper),
        TEST(an_end_that_was_written_anew_is_found),
        TEST(a_slip_of_the_pen_is_told_from_an_attack),
        cmocka_unit_test(a_head_reads_back_as_it_is_written),
        cmocka_unit_test(typed_heads_are_read_in_any_case_and_keyboard),
        cmocka_unit_test(what_is_no_head_says_where_it_is_wrong),
        cmocka_unit_test(the_words_are_proquints),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
