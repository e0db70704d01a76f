/* SPDX-License-Identifier: Apache-2.0 */
#include "name/comparison.h"
#include "search/duplicate.h"
#include "support/fixture_people.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <string.h>

enum { SURE = 90 }; /* a score that hardly anybody else can have */

static struct error error;

#define REASON(reason)      (1U << SEARCH_REASON_##reason)
#define NAME_REASON(reason) (1U << NAME_REASON_##reason)

/* Whom most of the questions below are compared with. */
static const struct fixture_person aziz = {
    .surname = "Рахимов",
    .given_name = "Азиз",
    .patronymic = "Каримович",
    .sex = 1,
    .birth = "1984-06-04",
    .number = "AN1234567",
    .personal_number = "20406198400123",
    .phone = "996555765432",
};

/* A question as somebody would ask it who has these facts at hand. */
static struct search_hits ask(struct store *store, const struct fixture_person *person,
                              const char *not_id)
{
    struct search_hits hits;
    struct duplicate_question question = {
        .names = { { .full_name = person->name,
                     .surname = person->surname,
                     .given_name = person->given_name,
                     .patronymic = person->patronymic } },
        .name_count = person->name != NULL || person->surname != NULL,
        .sex = person->sex,
        .numbers = { person->number },
        .number_count = person->number != NULL,
        .phones = { person->phone },
        .phone_count = person->phone != NULL,
        .not_id = not_id,
    };
    if (person->birth != NULL) {
        assert_ok(date_parse(&question.birth, person->birth, &error));
        question.has_birth = true;
    }
    assert_ok(duplicate_find(store, &question, &hits, &error));
    assert_true(hits.count <= DUPLICATES_MAX);
    for (size_t i = 1; i < hits.count; i++)
        assert_true(hits.items[i - 1].score >= hits.items[i].score);
    return hits;
}

/* Asks about somebody against Aziz alone: the score, and the reasons; 0 when not listed. */
static int score_of(const struct fixture_person *person, unsigned *reasons)
{
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    fixture_person_add(store, &aziz, id);
    struct search_hits hits = ask(store, person, NULL);
    int score = hits.count == 0 ? 0 : hits.items[0].score;
    *reasons = hits.count == 0 ? 0 : hits.items[0].reasons;
    search_hits_release(&hits);
    store_close(&store);
    return score;
}

static void assert_not_listed(const struct fixture_person *person)
{
    unsigned reasons;
    assert_int_equal(score_of(person, &reasons), 0);
}

static void the_same_person_is_hardly_anybody_else(void **state)
{
    (void)state;
    unsigned reasons;
    struct fixture_person same = aziz;
    assert_int_equal(score_of(&same, &reasons), 100);
    assert_int_equal(reasons, REASON(NAME) | REASON(BIRTH) | REASON(NUMBER) | REASON(PHONE));
    same.number = same.phone = NULL;
    assert_true(score_of(&same, &reasons) >= SURE);
    assert_int_equal(reasons, REASON(NAME) | REASON(BIRTH));
}

static void another_spelling_is_the_same_person(void **state)
{
    (void)state;
    static const char *const names[] = { "Rahimov Aziz", "Rakhimov Aziz Karimovich", "Азиз Рахимов",
                                         "Рахимов А.К.", "Рахимзода Азиз" };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        unsigned reasons;
        const struct fixture_person person = { .name = names[i], .sex = 1, .birth = aziz.birth };
        assert_true(score_of(&person, &reasons) > 0);
        assert_int_equal(reasons, REASON(NAME) | REASON(BIRTH));
    }
}

static void a_birth_date_that_is_nearly_the_same_is_forgiven_and_named(void **state)
{
    (void)state;
    static const struct {
        const char *birth;
        unsigned reason;
    } cases[] = {
        { "1984-06-04", REASON(BIRTH) },
        { "1984-04-06", REASON(BIRTH_SWAPPED) },
        { "1985-06-04", REASON(BIRTH_YEAR_OFF) },
        { "1983-06-04", REASON(BIRTH_YEAR_OFF) },
        { "1984-01-01", REASON(BIRTH_FIRST_JANUARY) },
        { "1984-06", REASON(BIRTH_NEAR) },
        { "1984", REASON(BIRTH_NEAR) },
        { "~1985", REASON(BIRTH_ESTIMATED) },
        { "1984-06-24", REASON(BIRTH_SLIP) },
        { NULL, 0 },
    };
    struct fixture_person person = { .name = "Рахимов Азиз Каримович", .sex = 1 };
    int best = 101;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        unsigned reasons;
        person.birth = cases[i].birth;
        int score = score_of(&person, &reasons);
        assert_true(score > 0 && (i == 0 || score < best));
        assert_int_equal(reasons, REASON(NAME) | cases[i].reason);
        best = i == 0 ? score : best;
    }
}

static void the_tolerances_are_found_in_both_directions(void **state)
{
    (void)state;
    static const char *const births[] = { "1984-04-06", "1985-06-04", "1984-01-01", "1984-06",
                                          "1984",       "~1985",      "1984-06-24" };
    for (size_t i = 0; i < sizeof(births) / sizeof(births[0]); i++) {
        struct store *store = fixture_store_memory();
        char id[UUID_TEXT_SIZE];
        const struct fixture_person kept = { .name = "Рахимов Азиз", .birth = births[i] };
        fixture_person_add(store, &kept, id);
        struct search_hits hits = ask(store, &aziz, NULL);
        assert_int_equal(hits.count, 1);
        search_hits_release(&hits);
        store_close(&store);
    }
}

static void another_birth_date_is_another_person(void **state)
{
    (void)state;
    struct fixture_person person = { .name = "Рахимов Азиз Каримович", .sex = 1 };
    static const char *const births[] = { "1991-02-13", "1986-06-04", "1985", "1984-07", "~1981" };
    for (size_t i = 0; i < sizeof(births) / sizeof(births[0]); i++) {
        person.birth = births[i];
        assert_not_listed(&person);
    }
}

static void another_name_is_another_person(void **state)
{
    (void)state;
    static const char *const names[] = { "Рахимов Бакыт Каримович", "Каримов Сергей",
                                         "Рахимов Азиз Салимович" };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        assert_not_listed(
            &(struct fixture_person){ .name = names[i], .sex = 1, .birth = aziz.birth });
}

static void the_other_sex_speaks_against(void **state)
{
    (void)state;
    unsigned reasons;
    struct fixture_person person = { .name = "Рахимов Азиз", .sex = 1, .birth = aziz.birth };
    int same = score_of(&person, &reasons);
    person.sex = 0;
    assert_int_equal(score_of(&person, &reasons), same);
    person.sex = 2;
    assert_true(score_of(&person, &reasons) <= same - 25);
    person.birth = "1985-06-04";
    assert_not_listed(&person);
}

static void the_same_number_is_enough(void **state)
{
    (void)state;
    unsigned reasons;
    static const char *const numbers[] = { "AN1234567", "an 123-45-67", "20406198400123" };
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        assert_true(score_of(&(struct fixture_person){ .number = numbers[i] }, &reasons) > 0);
        assert_int_equal(reasons, REASON(NUMBER));
    }
    assert_not_listed(&(struct fixture_person){ .number = "1234567" });
    assert_not_listed(&(struct fixture_person){ .number = "AN1234568" });
    assert_not_listed(&(struct fixture_person){ .number = "AN1234567", .birth = "1991-02-13" });
}

static void the_same_telephone_alone_is_not_enough(void **state)
{
    (void)state;
    unsigned reasons;
    struct fixture_person person = { .name = "Каримова Зарина", .phone = aziz.phone };
    assert_not_listed(&person);
    person.name = "Рахимов Азиз";
    assert_true(score_of(&person, &reasons) > 0);
    assert_int_equal(reasons, REASON(NAME) | REASON(PHONE));
}

static void a_married_woman_with_another_surname_is_listed(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    const struct fixture_person before = { .surname = "Рахимова",
                                           .given_name = "Зарина",
                                           .patronymic = "Каримовна",
                                           .sex = 2,
                                           .birth = "1984-06-14" };
    struct fixture_person after = before;
    fixture_person_add(store, &before, id);
    after.surname = "Тошматова";
    struct search_hits hits = ask(store, &after, NULL);
    assert_int_equal(hits.count, 1);
    assert_int_equal(hits.items[0].name_reasons, NAME_REASON(OTHER_SURNAME));
    assert_true(hits.items[0].score < SURE);
    search_hits_release(&hits);
    after.birth = "1991-02-13";
    hits = ask(store, &after, NULL);
    assert_int_equal(hits.count, 0);
    search_hits_release(&hits);
    store_close(&store);
}

static void a_former_name_counts_as_much_as_the_main_one(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    fixture_person_add(
        store, &(struct fixture_person){ .name = "Тошматова Зарина", .birth = "1984-06-14" }, id);
    fixture_person_add_name(store, id, "former", "Рахимова Зарина");
    struct search_hits hits = ask(
        store, &(struct fixture_person){ .name = "Rahimova Zarina", .birth = "1984-06-14" }, NULL);
    assert_int_equal(hits.count, 1);
    assert_string_equal(hits.items[0].name, "Тошматова Зарина");
    assert_true(hits.items[0].score >= 85);
    search_hits_release(&hits);
    store_close(&store);
}

static void the_list_is_short_and_the_likeliest_come_first(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE], best[UUID_TEXT_SIZE];
    fixture_person_add(store, &aziz, best);
    for (int i = 0; i < 8; i++)
        fixture_person_add(store,
                           &(struct fixture_person){ .name = "Рахимов Азиз", .birth = "1984" }, id);
    struct search_hits hits = ask(store, &aziz, NULL);
    assert_int_equal(hits.count, DUPLICATES_MAX);
    assert_true(hits.has_more);
    assert_string_equal(hits.items[0].person_id, best);
    search_hits_release(&hits);
    store_close(&store);
}

static void an_old_record_is_found_behind_many_newer_ones_with_its_name(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE], oldest[UUID_TEXT_SIZE];
    fixture_person_add(store, &aziz, oldest);
    assert_ok(store_begin(store, &error));
    for (int i = 0; i < 450; i++)
        fixture_person_add(
            store, &(struct fixture_person){ .name = "Рахимов Азиз", .birth = "1999-09-09" }, id);
    assert_ok(store_commit(store, &error));
    struct fixture_person person = aziz;
    person.number = person.phone = NULL;
    struct search_hits hits = ask(store, &person, NULL);
    assert_int_equal(hits.count, 1);
    assert_string_equal(hits.items[0].person_id, oldest);
    search_hits_release(&hits);
    store_close(&store);
}

static void a_record_is_never_its_own_duplicate(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE], other[UUID_TEXT_SIZE];
    struct search_hits hits;
    fixture_person_add(store, &aziz, id);
    hits = ask(store, &aziz, id);
    assert_int_equal(hits.count, 0);
    search_hits_release(&hits);
    assert_ok(duplicate_find_of(store, id, &hits, &error));
    assert_int_equal(hits.count, 0);
    search_hits_release(&hits);
    fixture_person_add(store, &aziz, other);
    assert_ok(duplicate_find_of(store, id, &hits, &error));
    assert_int_equal(hits.count, 1);
    assert_string_equal(hits.items[0].person_id, other);
    assert_int_equal(hits.items[0].reasons,
                     REASON(NAME) | REASON(BIRTH) | REASON(NUMBER) | REASON(PHONE));
    search_hits_release(&hits);
    store_close(&store);
}

static void exchanged_columns_are_shown_behind_the_right_ones(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE], swapped[UUID_TEXT_SIZE], same[UUID_TEXT_SIZE];
    struct search_hits hits;
    fixture_person_add(
        store,
        &(struct fixture_person){ .surname = "Бакыт", .given_name = "Асан", .birth = "1984-06-14" },
        id);
    fixture_person_add(
        store,
        &(struct fixture_person){ .surname = "Асан", .given_name = "Бакыт", .birth = "1984-06-14" },
        swapped);
    fixture_person_add(
        store,
        &(struct fixture_person){ .surname = "Bakyt", .given_name = "Asan", .birth = "1984-06-14" },
        same);
    assert_ok(duplicate_find_of(store, id, &hits, &error));
    assert_int_equal(hits.count, 2);
    assert_string_equal(hits.items[0].person_id, same);
    assert_string_equal(hits.items[1].person_id, swapped);
    assert_int_equal(hits.items[1].name_reasons, 1U << NAME_REASON_SWAPPED);
    search_hits_release(&hits);
    store_close(&store);
}

static void merged_records_are_not_listed(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char kept[UUID_TEXT_SIZE], merged[UUID_TEXT_SIZE];
    fixture_person_add(store, &aziz, kept);
    fixture_person_add(store, &aziz, merged);
    fixture_person_merge(store, merged, kept);
    struct search_hits hits = ask(store, &aziz, NULL);
    assert_int_equal(hits.count, 1);
    assert_string_equal(hits.items[0].person_id, kept);
    search_hits_release(&hits);
    store_close(&store);
}

static void nothing_known_and_nobody_there_find_nobody(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    struct search_hits hits = ask(store, &aziz, NULL);
    char id[UUID_TEXT_SIZE];
    assert_int_equal(hits.count, 0);
    search_hits_release(&hits);
    fixture_person_add(store, &aziz, id);
    static const struct fixture_person questions[] = {
        { .name = NULL },       { .birth = "1984-06-04" }, { .name = "" },
        { .name = "\xFF\xFE" }, { .number = "-" },         { .phone = "" },
    };
    for (size_t i = 0; i < sizeof(questions) / sizeof(questions[0]); i++) {
        hits = ask(store, &questions[i], NULL);
        assert_int_equal(hits.count, 0);
        search_hits_release(&hits);
    }
    assert_status(duplicate_find_of(store, FIXTURE_USER, &hits, &error), STATUS_NOT_FOUND);
    search_hits_release(&hits);
    store_close(&store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_person_is_hardly_anybody_else),
        cmocka_unit_test(another_spelling_is_the_same_person),
        cmocka_unit_test(a_birth_date_that_is_nearly_the_same_is_forgiven_and_named),
        cmocka_unit_test(the_tolerances_are_found_in_both_directions),
        cmocka_unit_test(another_birth_date_is_another_person),
        cmocka_unit_test(another_name_is_another_person),
        cmocka_unit_test(the_other_sex_speaks_against),
        cmocka_unit_test(the_same_number_is_enough),
        cmocka_unit_test(the_same_telephone_alone_is_not_enough),
        cmocka_unit_test(a_married_woman_with_another_surname_is_listed),
        cmocka_unit_test(a_former_name_counts_as_much_as_the_main_one),
        cmocka_unit_test(the_list_is_short_and_the_likeliest_come_first),
        cmocka_unit_test(an_old_record_is_found_behind_many_newer_ones_with_its_name),
        cmocka_unit_test(a_record_is_never_its_own_duplicate),
        cmocka_unit_test(exchanged_columns_are_shown_behind_the_right_ones),
        cmocka_unit_test(merged_records_are_not_listed),
        cmocka_unit_test(nothing_known_and_nobody_there_find_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
