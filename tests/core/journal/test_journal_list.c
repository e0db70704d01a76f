/* SPDX-License-Identifier: Apache-2.0 */
#include "journal/journal_list.h"

#include "journal/history.h"
#include "journal/journal_note.h"
#include "store/query.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

static struct error error;
static struct store *store;
static char person[UUID_TEXT_SIZE], other[UUID_TEXT_SIZE];

enum { DAY_MS = 24 * 60 * 60 * 1000 };

static void add(const char *actor, const char *act, const char *subject)
{
    const struct journal_entry entry = {
        .actor = actor, .act = act, .noun = "person", .subject = subject
    };
    assert_ok(store_begin(store, &error));
    assert_ok(journal_append(store, &entry, &error));
    assert_ok(store_commit(store, &error));
}

/* 1, 2: two people.  Next day 3: an alarm, 4: a reading.  The day after 5: a list put out, 6:
 * words in the history of the first person about something else. */
static int set_up(void **state)
{
    const struct journal_output output = {
        FIXTURE_OTHER_USER, JOURNAL_OUTPUT_LIST, "x", "office", "", 30
    };
    const struct journal_entry note = { FIXTURE_OTHER_USER, "note.add", "note",
                                        "a-note",           NULL,       "{\"body\":\"x\"}" };
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Асанова", "Айгүл", person);
    fixture_record_add(store, "Бекова", "Нур", other);
    fixture_moment += DAY_MS;
    add(FIXTURE_USER, "casefile.break_glass", "a-casefile");
    const struct journal_reading reading = { FIXTURE_USER, "person", person, "search", true };
    assert_ok(journal_note_reading(store, &reading, &error));
    fixture_moment += DAY_MS;
    assert_ok(journal_note_output(store, &output, &error));
    assert_ok(store_begin(store, &error));
    assert_ok(history_append(store, &note, person, &error));
    assert_ok(store_commit(store, &error));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fixture_moment = FIXTURE_MOMENT;
    store_close(&store);
    return 0;
}

static bool note(void *self, const struct journal_line *line)
{
    static const char letters[] = "croa";
    char *seen = self;
    const size_t length = strlen(seen);
    snprintf(seen + length, 100 - length, "%lld%c%s%s ", line->record.sequence, letters[line->kind],
             line->is_alarm ? "!" : "", line->is_restricted ? "*" : "");
    return true;
}

static void assert_listed(struct journal_question question, const char *expected)
{
    char seen[100] = "";
    assert_ok(journal_list(store, &question, note, seen, &error));
    assert_string_equal(seen, expected);
}

#define ANY .kind = JOURNAL_ANY_KIND

static void each_kind_is_found_and_marked(void **state)
{
    (void)state;
    assert_listed((struct journal_question){ ANY }, "6c 5o 4r* 3a! 2c 1c ");
    assert_listed((struct journal_question){ .kind = JOURNAL_CHANGES }, "6c 2c 1c ");
    assert_listed((struct journal_question){ .kind = JOURNAL_READS }, "4r* ");
    assert_listed((struct journal_question){ .kind = JOURNAL_OUTPUTS }, "5o ");
    assert_listed((struct journal_question){ .kind = JOURNAL_ACCESS }, "3a! ");
    assert_listed((struct journal_question){ ANY, .is_alarm = true }, "3a! ");
}

static void a_person_brings_the_history_and_the_casefiles(void **state)
{
    (void)state;
    assert_listed((struct journal_question){ ANY, .person = person }, "6c 4r* 1c ");
    assert_listed((struct journal_question){ ANY, .person = other }, "2c ");
    assert_listed((struct journal_question){ ANY, .person = "nobody" }, "");
}

static void all_that_is_asked_counts_together(void **state)
{
    (void)state;
    assert_listed((struct journal_question){ ANY, .actor = FIXTURE_OTHER_USER }, "6c 5o ");
    assert_listed((struct journal_question){ .kind = JOURNAL_OUTPUTS, .actor = FIXTURE_OTHER_USER },
                  "5o ");
    assert_listed((struct journal_question){ .kind = JOURNAL_OUTPUTS, .actor = FIXTURE_USER }, "");
    assert_listed((struct journal_question){ ANY, .person = person, .actor = FIXTURE_OTHER_USER },
                  "6c ");
    assert_listed((struct journal_question){ ANY, .act_prefix = "person." }, "4r* 2c 1c ");
    assert_listed((struct journal_question){ ANY, .since = "2026-11-24", .until = "2026-11-25" },
                  "4r* 3a! ");
    assert_listed((struct journal_question){ .kind = JOURNAL_READS,
                                             .person = person,
                                             .actor = FIXTURE_USER,
                                             .since = "2026-11-24",
                                             .until = "2026-11-25" },
                  "4r* ");
    assert_listed((struct journal_question){ ANY, .since = "2027" }, "");
}

static void a_page_goes_on_where_the_one_before_ended(void **state)
{
    (void)state;
    assert_listed((struct journal_question){ ANY, .limit = 2 }, "6c 5o ");
    assert_listed((struct journal_question){ ANY, .limit = 2, .before = 5 }, "4r* 3a! ");
    add(FIXTURE_USER, "person.change", person); /* a colleague goes on working */
    assert_listed((struct journal_question){ ANY, .limit = 2, .before = 3 }, "2c 1c ");
    assert_listed((struct journal_question){ ANY, .limit = 2, .before = 1 }, "");
}

/* A clock that was put back: the entry belongs to its day though its number does not. */
static void days_are_told_by_the_moments_not_by_the_numbers(void **state)
{
    (void)state;
    fixture_moment -= 2 * (long long)DAY_MS;
    add(FIXTURE_USER, "person.change", other);
    assert_listed((struct journal_question){ ANY, .until = "2026-11-24" }, "7c 2c 1c ");
    assert_listed((struct journal_question){ ANY, .since = "2026-11-25" }, "6c 5o ");
}

static void the_counts_are_those_of_the_lists(void **state)
{
    (void)state;
    struct journal_counts counts;
    assert_ok(journal_count(store, NULL, NULL, NULL, &counts, &error));
    assert_int_equal(counts.kinds[JOURNAL_CHANGES], 3);
    assert_int_equal(counts.kinds[JOURNAL_READS], 1);
    assert_int_equal(counts.kinds[JOURNAL_OUTPUTS], 1);
    assert_int_equal(counts.kinds[JOURNAL_ACCESS], 1);
    assert_int_equal(counts.alarms, 1);
    assert_string_equal(counts.last, "2026-11-25T18:48:07.123Z");
    long long alarms = 0;
    assert_ok(journal_count_alarms(store, NULL, &alarms, &error));
    assert_int_equal(alarms, 1);
    assert_ok(journal_count_alarms(store, FIXTURE_OTHER_USER, &alarms, &error));
    assert_int_equal(alarms, 0);
    assert_ok(
        journal_count(store, "2026-11-24", "2026-11-25", FIXTURE_OTHER_USER, &counts, &error));
    assert_int_equal(counts.kinds[JOURNAL_CHANGES] + counts.kinds[JOURNAL_READS], 0);
    assert_string_equal(counts.last, "");
}

static void the_day_before_skips_days_without_entries(void **state)
{
    (void)state;
    char found[MOMENT_TEXT_SIZE];
    assert_ok(journal_moment_before(store, "2027", NULL, found, &error));
    assert_string_equal(found, "2026-11-25T18:48:07.123Z");
    assert_ok(journal_moment_before(store, "2026-11-25", FIXTURE_OTHER_USER, found, &error));
    assert_string_equal(found, "");
}

static bool note_actor(void *self, const char *actor, const struct journal_counts *counts)
{
    char *seen = self;
    const size_t length = strlen(seen);
    snprintf(seen + length, 100 - length, "%c%lld ", actor[strlen(actor) - 1],
             counts->kinds[JOURNAL_CHANGES] + counts->kinds[JOURNAL_READS] +
                 counts->kinds[JOURNAL_OUTPUTS] + counts->kinds[JOURNAL_ACCESS]);
    assert_int_equal(strlen(counts->last), MOMENT_TEXT_SIZE - 1);
    return true;
}

static void users_are_counted_whoever_did_most_first(void **state)
{
    (void)state;
    char seen[100] = "";
    assert_ok(journal_each_actor(store, NULL, NULL, note_actor, seen, &error));
    assert_string_equal(seen, "14 22 ");
    seen[0] = '\0';
    assert_ok(journal_each_actor(store, "2026-11-25", NULL, note_actor, seen, &error));
    assert_string_equal(seen, "22 ");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_kind_is_found_and_marked),
        TEST(a_person_brings_the_history_and_the_casefiles),
        TEST(all_that_is_asked_counts_together),
        TEST(a_page_goes_on_where_the_one_before_ended),
        TEST(days_are_told_by_the_moments_not_by_the_numbers),
        TEST(the_counts_are_those_of_the_lists),
        TEST(the_day_before_skips_days_without_entries),
        TEST(users_are_counted_whoever_did_most_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
