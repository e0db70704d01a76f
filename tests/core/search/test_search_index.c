/* SPDX-License-Identifier: Apache-2.0 */
#include "search/search.h"
#include "search/search_index.h"
#include "store/query.h"
#include "support/fixture_people.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

enum { MODEL_PEOPLE = 24, MODEL_STEPS = 200 };

static struct error error;

static bool finds(struct store *store, const char *text, const char *id)
{
    struct search_hits hits;
    bool is_found = false;
    assert_ok(search_find(store, text, fixture_today(), SEARCH_LIMIT_MAX, &hits, &error));
    for (size_t i = 0; i < hits.count; i++)
        is_found |= strcmp(hits.items[i].person_id, id) == 0;
    search_hits_release(&hits);
    return is_found;
}

static long long count_vocabulary(struct store *store)
{
    return fixture_number(store, "SELECT count(*) FROM name_sound") +
           fixture_number(store, "SELECT count(*) FROM name_slip");
}

static void a_changed_name_is_found_and_the_old_one_is_not(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    fixture_person_named(store, "Рахимов Азиз", id);
    assert_true(finds(store, "Рахимов", id));
    fixture_person_set_name(store, id, "Каримова Зарина");
    assert_false(finds(store, "Рахимов ", id));
    assert_false(finds(store, "Азиз ", id));
    assert_true(finds(store, "Karimova Zarina", id));
    fixture_index_check(store);
    store_close(&store);
}

static void changed_numbers_and_births_are_found_and_the_old_ones_are_not(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    fixture_person_add(
        store,
        &(struct fixture_person){
            .name = "Азиз", .birth = "1984-06-14", .number = "AN1234567", .phone = "996555123456" },
        id);
    fixture_person_set_birth(store, id, "1991-01-02");
    assert_false(finds(store, "14.06.1984", id));
    assert_true(finds(store, "02.01.1991", id));
    fixture_person_empty(store, id);
    fixture_person_add_number(store, id, "ID7777777");
    assert_false(finds(store, "1234567", id));
    assert_false(finds(store, "0555123456", id));
    assert_false(finds(store, "Азиз", id));
    assert_true(finds(store, "ID7777777", id));
    fixture_index_check(store);
    store_close(&store);
}

static void the_vocabulary_counts_people_and_not_rows(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char one[UUID_TEXT_SIZE], two[UUID_TEXT_SIZE];
    static const char SQL_PEOPLE[] = "SELECT people FROM name_sound WHERE skeleton = 'rahim'";
    fixture_person_named(store, "Рахимов Рахим", one);
    fixture_person_add_name(store, one, "document", "Rahimov Rahim");
    assert_int_equal(fixture_number(store, SQL_PEOPLE), 1);
    fixture_person_named(store, "Рахимова Гульнара", two);
    assert_int_equal(fixture_number(store, SQL_PEOPLE), 2);
    fixture_person_set_name(store, one, "Азиз");
    assert_int_equal(fixture_number(store, SQL_PEOPLE), 2);
    fixture_person_set_name(store, two, "Гульнара");
    assert_int_equal(fixture_number(store, SQL_PEOPLE), 1);
    store_close(&store);
}

static void nothing_is_left_of_somebody_who_has_nothing_any_more(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char ids[3][UUID_TEXT_SIZE];
    fixture_person_named(store, "Рахимов Азиз Каримович", ids[0]);
    fixture_person_named(store, "Rahimov Rahim", ids[1]);
    fixture_person_add(store, &(struct fixture_person){ .name = "Öwezow Çary", .birth = "1970" },
                       ids[2]);
    assert_true(count_vocabulary(store) > 10);
    for (size_t i = 0; i < 3; i++)
        fixture_person_empty(store, ids[i]);
    assert_int_equal(count_vocabulary(store), 0);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM person_search"), 0);
    fixture_index_check(store);
    store_close(&store);
}

static void who_was_merged_into_another_record_is_not_found(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char kept[UUID_TEXT_SIZE], merged[UUID_TEXT_SIZE];
    fixture_person_named(store, "Рахимов Азиз", kept);
    fixture_person_named(store, "Rahimov Aziz", merged);
    fixture_person_merge(store, merged, kept);
    assert_true(finds(store, "Рахимов", kept));
    assert_false(finds(store, "Рахимов", merged));
    assert_int_equal(fixture_number(store, "SELECT max(people) FROM name_sound"), 1);
    assert_ok(store_execute(store,
                            "UPDATE person SET state = 'active', duplicate_of = NULL"
                            " WHERE state = 'duplicate'",
                            &error));
    assert_ok(search_index_person(store, merged, &error));
    assert_true(finds(store, "Рахимов", merged));
    fixture_index_check(store);
    store_close(&store);
}

static void indexing_again_without_a_change_writes_nothing(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    static const char SQL_CHANGES[] = "SELECT total_changes()";
    fixture_person_add(store,
                       &(struct fixture_person){ .name = "Рахимов Азиз",
                                                 .birth = "1984-06-14",
                                                 .number = "AN1234567",
                                                 .phone = "996555123456" },
                       id);
    fixture_person_add_name(store, id, "former", "Каримов Азиз");
    long long changes = fixture_number(store, SQL_CHANGES);
    assert_ok(search_index_person(store, id, &error));
    assert_int_equal(fixture_number(store, SQL_CHANGES), changes);
    store_close(&store);
}

static void somebody_whom_nobody_knows_is_not_indexed(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    assert_ok(search_index_person(store, FIXTURE_USER, &error));
    fixture_person_named(store, "ნინო", id);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM person_search"), 0);
    store_close(&store);
}

static void an_act_that_is_taken_back_leaves_the_index_as_it_was(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    fixture_person_named(store, "Рахимов Азиз", id);
    assert_ok(store_begin(store, &error));
    fixture_person_set_name(store, id, "Каримов Бакыт");
    assert_true(finds(store, "Каримов", id));
    store_rollback(store);
    assert_true(finds(store, "Рахимов", id));
    assert_false(finds(store, "Каримов ", id));
    fixture_index_check(store);
    store_close(&store);
}

static void two_numbers_of_which_one_begins_the_other_are_both_found(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    fixture_person_named(store, "Азиз", id);
    fixture_person_add_number(store, id, "4321D777");
    fixture_person_add_number(store, id, "4321");
    assert_true(finds(store, "4321", id));
    store_close(&store);
}

/* ---- random steps against a model that only knows who has what */

static const struct {
    const char *written, *typed;
} vocabulary[] = {
    { "Рахимов", "Rahimov" }, { "Toshmatov", "Тошматов" }, { "Бакыт", "Bakyt" },
    { "Зарина", "Zarina" },   { "Сергей", "Sergey" },      { "Gulnora", "Гульнора" },
};
enum { WORDS = sizeof(vocabulary) / sizeof(vocabulary[0]) };

struct model {
    struct {
        char id[UUID_TEXT_SIZE];
        unsigned words; /* a bit for each word of the vocabulary */
        bool is_there;
        int year;
    } people[MODEL_PEOPLE];
};

static unsigned next_random(unsigned below)
{
    static unsigned long long random_state = 20261124;
    random_state = random_state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (unsigned)((random_state >> 33) % below);
}

static unsigned write_name(char out[128])
{
    unsigned words = 1U << next_random(WORDS);
    words |= 1U << next_random(WORDS); /* one word or two */
    size_t length = 0;
    for (size_t i = 0; i < WORDS; i++)
        if ((words >> i & 1U) != 0)
            length += (size_t)snprintf(out + length, 128 - length, "%s%s", length > 0 ? " " : "",
                                       vocabulary[i].written);
    return words;
}

static void model_step(struct model *model, struct store *store)
{
    char name[128], birth[16];
    size_t at = next_random(MODEL_PEOPLE);
    unsigned words = write_name(name);
    int year = 1970 + (int)next_random(4);
    snprintf(birth, sizeof(birth), "%d", year);
    const struct fixture_person person = { .name = name, .birth = birth };
    if (!model->people[at].is_there) {
        fixture_person_add(store, &person, model->people[at].id);
        model->people[at].is_there = true;
        model->people[at].words = words;
        model->people[at].year = year;
        return;
    }
    switch (next_random(4)) {
    case 0:
        fixture_person_empty(store, model->people[at].id);
        model->people[at].is_there = false;
        break;
    case 1:
        fixture_person_set_birth(store, model->people[at].id, birth);
        model->people[at].year = year;
        break;
    case 2:
        fixture_person_add_name(store, model->people[at].id, "alias", name);
        model->people[at].words |= words;
        break;
    default:
        assert_ok(store_begin(store, &error));
        fixture_person_empty(store, model->people[at].id);
        store_rollback(store);
        break;
    }
}

static void model_check(const struct model *model, struct store *store)
{
    char year[16];
    for (size_t i = 0; i < MODEL_PEOPLE; i++) {
        if (model->people[i].id[0] == '\0')
            continue;
        for (size_t word = 0; word < WORDS; word++)
            assert_int_equal(finds(store, vocabulary[word].typed, model->people[i].id),
                             model->people[i].is_there && (model->people[i].words >> word & 1U));
        for (int wanted = 1970; wanted < 1974; wanted++) {
            snprintf(year, sizeof(year), "%d", wanted);
            assert_int_equal(finds(store, year, model->people[i].id),
                             model->people[i].is_there && model->people[i].year == wanted);
        }
    }
}

static void after_any_steps_everybody_is_found_by_what_they_have_and_nothing_else(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    struct model model = { 0 };
    for (int step = 1; step <= MODEL_STEPS; step++) {
        model_step(&model, store);
        if (step % 20 != 0)
            continue;
        model_check(&model, store);
        fixture_index_check(store);
    }
    for (size_t i = 0; i < MODEL_PEOPLE; i++)
        if (model.people[i].is_there)
            fixture_person_empty(store, model.people[i].id);
    assert_int_equal(count_vocabulary(store), 0);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM person_search"), 0);
    fixture_index_check(store);
    store_close(&store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_changed_name_is_found_and_the_old_one_is_not),
        cmocka_unit_test(changed_numbers_and_births_are_found_and_the_old_ones_are_not),
        cmocka_unit_test(the_vocabulary_counts_people_and_not_rows),
        cmocka_unit_test(nothing_is_left_of_somebody_who_has_nothing_any_more),
        cmocka_unit_test(who_was_merged_into_another_record_is_not_found),
        cmocka_unit_test(indexing_again_without_a_change_writes_nothing),
        cmocka_unit_test(somebody_whom_nobody_knows_is_not_indexed),
        cmocka_unit_test(an_act_that_is_taken_back_leaves_the_index_as_it_was),
        cmocka_unit_test(two_numbers_of_which_one_begins_the_other_are_both_found),
        cmocka_unit_test(after_any_steps_everybody_is_found_by_what_they_have_and_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
