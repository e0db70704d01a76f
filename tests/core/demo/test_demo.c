/* SPDX-License-Identifier: Apache-2.0 */

/* The world of invented people repeats itself, has who was asked for, and can be stopped. */
#include "demo/demo.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "support/fixture_demo.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/unit.h"

enum { FEW_PEOPLE = 250, OTHER_SEED = 8 };

/* One world is enough for all who only look at it. */
static struct store *world;
static struct error error;

static int make_world(void **state)
{
    (void)state;
    world = fixture_demo_world();
    return 0;
}

static int close_world(void **state)
{
    (void)state;
    store_close(&world);
    return 0;
}

/* Everything but what the vault itself chose at random: salts, hashes and ids of the history.  What
 * casefiles hold is compared in test_demo_casefile.c. */
static const char *const contents[] = {
    "SELECT * FROM person ORDER BY id",
    "SELECT * FROM person_nationality ORDER BY person_id",
    "SELECT * FROM person_name ORDER BY id",
    "SELECT * FROM contact ORDER BY id",
    "SELECT * FROM household ORDER BY id",
    "SELECT * FROM household_member ORDER BY household_id, person_id",
    "SELECT * FROM relation ORDER BY id",
    "SELECT * FROM identity_document ORDER BY id",
    "SELECT document_id, state, since, noted_at FROM identity_document_state ORDER BY 1, 2",
    "SELECT * FROM document_request WHERE casefile_id IS NULL ORDER BY id",
    "SELECT * FROM document_request_step ORDER BY id",
    "SELECT sequence, at, actor, act, noun, iif(noun = 'casefile', '', subject) FROM journal"
    " ORDER BY sequence",
    "SELECT history.person_id, history.before, history.after FROM history"
    " JOIN journal ON sequence = journal_sequence WHERE noun <> 'casefile'"
    " AND act NOT GLOB 'consent.*' AND coalesce(history.before, history.after) NOT LIKE "
    "'%casefile%' ORDER BY journal_sequence",
};
enum { CONTENTS = sizeof(contents) / sizeof(contents[0]) };

static int append_row(void *self, int columns, char **values, char **names)
{
    (void)names;
    for (int i = 0; i < columns; i++)
        sqlite3_str_appendf(self, "%s|", values[i] == NULL ? "NULL" : values[i]);
    sqlite3_str_appendchar(self, 1, '\n');
    return 0;
}

/* The rows of a SELECT as one text, for sqlite3_free(). */
static char *rows_of(struct store *store, const char *sql)
{
    sqlite3_str *text = sqlite3_str_new(NULL);
    fixture_demo_each_row(store, sql, append_row, text);
    return sqlite3_str_finish(text);
}

static bool is_same(struct store *one, struct store *other, const char *sql)
{
    char *rows = rows_of(one, sql);
    char *other_rows = rows_of(other, sql);
    assert_non_null(rows);
    assert_non_null(other_rows);
    const bool is_equal = strcmp(rows, other_rows) == 0;
    sqlite3_free(rows);
    sqlite3_free(other_rows);
    return is_equal;
}

static void the_same_seed_makes_the_same_world_on_every_day(void **state)
{
    struct store *one = fixture_store_memory();
    struct store *other = fixture_store_memory();
    (void)state;
    assert_ok(fixture_demo_fill(one, FEW_PEOPLE, FIXTURE_DEMO_SEED, &error));
    fixture_moment += 40LL * 86400 * 1000;
    assert_ok(fixture_demo_fill(other, FEW_PEOPLE, FIXTURE_DEMO_SEED, &error));
    fixture_moment = FIXTURE_MOMENT;
    for (size_t i = 0; i < CONTENTS; i++)
        if (!is_same(one, other, contents[i]))
            fail_msg("differs: %s", contents[i]);
    store_close(&one);
    store_close(&other);
}

static void another_seed_makes_other_people(void **state)
{
    static const char strangers[] =
        "SELECT full_name FROM person_name WHERE kind = 'main' ORDER BY id LIMIT -1 OFFSET 21";
    struct store *one = fixture_store_memory();
    struct store *other = fixture_store_memory();
    (void)state;
    assert_ok(fixture_demo_fill(one, FEW_PEOPLE, FIXTURE_DEMO_SEED, &error));
    assert_ok(fixture_demo_fill(other, FEW_PEOPLE, OTHER_SEED, &error));
    assert_false(is_same(one, other, strangers));
    assert_false(is_same(one, other, "SELECT id FROM person ORDER BY id"));
    store_close(&one);
    store_close(&other);
}

static void a_larger_world_begins_with_the_people_of_a_smaller_one(void **state)
{
    static const char first_people[] =
        "SELECT * FROM (SELECT person.id, sex, birth_date, full_name FROM person"
        " JOIN person_name ON person_id = person.id ORDER BY person_name.id LIMIT 200)";
    struct store *small = fixture_store_memory();
    (void)state;
    assert_ok(fixture_demo_fill(small, FEW_PEOPLE, FIXTURE_DEMO_SEED, &error));
    assert_true(is_same(small, world, first_people));
    store_close(&small);
}

static void there_are_as_many_people_as_asked_for_and_all_are_marked(void **state)
{
    (void)state;
    assert_int_equal(fixture_number(world, "SELECT count(*) FROM person"), FIXTURE_DEMO_PEOPLE);
    assert_int_equal(fixture_number(world, "SELECT count(*) FROM person WHERE is_demo = 1"),
                     FIXTURE_DEMO_PEOPLE);
    for (long index = 0; index < FIXTURE_DEMO_PEOPLE; index += 397) {
        char id[UUID_TEXT_SIZE];
        struct person person;
        demo_person_id(FIXTURE_DEMO_SEED, index, id);
        assert_ok(person_load(world, id, &person, &error));
        person_release(&person);
    }
}

static void the_five_countries_have_equal_shares_and_the_others_a_tenth(void **state)
{
    static const char *const countries[] = { "KAZ", "KGZ", "TJK", "TKM", "UZB" };
    long long others = FIXTURE_DEMO_PEOPLE;
    (void)state;
    for (size_t i = 0; i < sizeof(countries) / sizeof(countries[0]); i++) {
        char sql[96];
        snprintf(sql, sizeof(sql), "SELECT count(*) FROM person WHERE origin_country = '%s'",
                 countries[i]);
        const long long people = fixture_number(world, sql);
        assert_in_range(people, FIXTURE_DEMO_PEOPLE * 14 / 100, FIXTURE_DEMO_PEOPLE * 22 / 100);
        others -= people;
    }
    assert_in_range(others, FIXTURE_DEMO_PEOPLE * 6 / 100, FIXTURE_DEMO_PEOPLE * 14 / 100);
}

static void people_of_all_ages_are_there_and_some_do_not_know_their_day_of_birth(void **state)
{
    (void)state;
    assert_in_range(
        fixture_number(world, "SELECT count(*) FROM person WHERE birth_date > '2016-11-01'"),
        FIXTURE_DEMO_PEOPLE / 10, FIXTURE_DEMO_PEOPLE / 3);
    assert_in_range(
        fixture_number(world, "SELECT count(*) FROM person WHERE birth_date < '1961-11-01'"),
        FIXTURE_DEMO_PEOPLE / 50, FIXTURE_DEMO_PEOPLE / 5);
    assert_int_equal(
        fixture_number(world, "SELECT count(*) FROM person WHERE birth_date > '2026-11-01'"), 0);
    assert_int_equal(
        fixture_number(world, "SELECT count(*) FROM person WHERE birth_date < '1935-01-01'"), 0);
    assert_in_range(
        fixture_number(world, "SELECT count(*) FROM person WHERE birth_precision = 'year'"),
        FIXTURE_DEMO_PEOPLE * 2 / 100, FIXTURE_DEMO_PEOPLE * 6 / 100);
    assert_in_range(
        fixture_number(world, "SELECT count(*) FROM person WHERE birth_precision = 'month'"),
        FIXTURE_DEMO_PEOPLE / 100, FIXTURE_DEMO_PEOPLE * 3 / 100);
    assert_in_range(
        fixture_number(world, "SELECT count(*) FROM person WHERE birth_precision = 'estimated'"),
        FIXTURE_DEMO_PEOPLE / 100, FIXTURE_DEMO_PEOPLE * 3 / 100);
    assert_in_range(fixture_number(world,
                                   "SELECT count(*) FROM person WHERE birth_precision = 'day'"
                                   " AND birth_date LIKE '%-01-01'"),
                    FIXTURE_DEMO_PEOPLE * 2 / 100, FIXTURE_DEMO_PEOPLE * 12 / 100);
}

static void the_people_of_the_sample_stories_come_first(void **state)
{
    static const char *const names[] = { "Demoyev Farid",
                                         "Образец Галина Ивановна",
                                         "Test Ulugʻbek Rustam oʻgʻli",
                                         "Примерова Бурул",
                                         "Намунавӣ Зарина",
                                         "Нұсқа Серік Маратұлы",
                                         "Өрнек Руслан Асанович",
                                         "Синов Азамат",
                                         "Synag Ogulnur",
                                         "Намуна Давлат" };
    (void)state;
    for (long index = 0; index < (long)(sizeof(names) / sizeof(names[0])); index++) {
        char id[UUID_TEXT_SIZE];
        struct person person;
        demo_person_id(FIXTURE_DEMO_SEED, index, id);
        assert_ok(person_load(world, id, &person, &error));
        assert_string_equal(person_main_name(&person)->full_name, names[index]);
        person_release(&person);
    }
}

static void journal_and_history_are_whole(void **state)
{
    (void)state;
    assert_journal_is_whole(world);
    assert_ok(store_check(world, &error));
}

static bool stop_halfway(void *self, long long done, long long total)
{
    *(long long *)self = total;
    return done * 4 < total;
}

static void it_can_be_stopped(void **state)
{
    long long total = 0;
    struct demo demo = { .people = FEW_PEOPLE, .seed = FIXTURE_DEMO_SEED, .country = "UZ" };
    struct store *store = fixture_store_memory();
    (void)state;
    demo.progress = (struct progress){ stop_halfway, &total };
    assert_status(demo_fill(&demo, store, FIXTURE_USER, &error), STATUS_INTERRUPTED);
    assert_int_equal(total, 2 * FEW_PEOPLE);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM person"), 0);
    store_close(&store);
}

static void worlds_that_cannot_be_are_refused(void **state)
{
    struct demo demo = { .people = 10, .seed = FIXTURE_DEMO_SEED, .country = "RU" };
    struct store *store = fixture_store_memory();
    (void)state;
    assert_status(demo_fill(&demo, store, FIXTURE_USER, &error), STATUS_INVALID);
    assert_status(fixture_demo_fill(store, 0, FIXTURE_DEMO_SEED, &error), STATUS_INVALID);
    assert_status(fixture_demo_fill(store, -5, FIXTURE_DEMO_SEED, &error), STATUS_INVALID);
    assert_status(fixture_demo_fill(store, DEMO_PEOPLE_MAX + 1L, FIXTURE_DEMO_SEED, &error),
                  STATUS_INVALID);
    store_close(&store);
}

static void the_smallest_worlds_are_whole(void **state)
{
    (void)state;
    for (long people = 1; people < 60; people += people < 25 ? 1 : 7) {
        struct store *store = fixture_store_memory();
        assert_ok(fixture_demo_fill(store, people, OTHER_SEED, &error));
        assert_int_equal(fixture_number(store, "SELECT count(*) FROM person"), people);
        assert_journal_is_whole(store);
        store_close(&store);
    }
}

static void the_last_of_a_million_has_an_id_too(void **state)
{
    char id[UUID_TEXT_SIZE];
    char later[UUID_TEXT_SIZE];
    (void)state;
    demo_person_id(FIXTURE_DEMO_SEED, DEMO_PEOPLE_MAX - 2, id);
    demo_person_id(FIXTURE_DEMO_SEED, DEMO_PEOPLE_MAX - 1, later);
    assert_true(uuid_is_valid(id) && uuid_is_valid(later));
    assert_true(strcmp(id, later) < 0);
    assert_int_equal(day_to_civil(demo_today()).year, 2026);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_seed_makes_the_same_world_on_every_day),
        cmocka_unit_test(another_seed_makes_other_people),
        cmocka_unit_test(a_larger_world_begins_with_the_people_of_a_smaller_one),
        cmocka_unit_test(there_are_as_many_people_as_asked_for_and_all_are_marked),
        cmocka_unit_test(the_five_countries_have_equal_shares_and_the_others_a_tenth),
        cmocka_unit_test(people_of_all_ages_are_there_and_some_do_not_know_their_day_of_birth),
        cmocka_unit_test(the_people_of_the_sample_stories_come_first),
        cmocka_unit_test(journal_and_history_are_whole),
        cmocka_unit_test(it_can_be_stopped),
        cmocka_unit_test(worlds_that_cannot_be_are_refused),
        cmocka_unit_test(the_smallest_worlds_are_whole),
        cmocka_unit_test(the_last_of_a_million_has_an_id_too),
    };
    return cmocka_run_group_tests(tests, make_world, close_world);
}
