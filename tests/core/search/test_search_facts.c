/* SPDX-License-Identifier: Apache-2.0 */

/* Finding people by numbers, telephones, dates and casefiles. */
#include "search/search.h"
#include "support/fixture_people.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <string.h>

enum { LIMIT = 20 };

static struct error error;

#define REASON(reason) (1U << SEARCH_REASON_##reason)

static struct search_hits find(struct store *store, const char *text)
{
    struct search_hits hits;
    assert_ok(search_find(store, text, fixture_today(), LIMIT, &hits, &error));
    return hits;
}

static void add_aziz(struct store *store, char id[UUID_TEXT_SIZE])
{
    fixture_person_add(store,
                       &(struct fixture_person){ .name = "Рахимов Азиз",
                                                 .sex = 1,
                                                 .birth = "1984-06-14",
                                                 .series = "AH",
                                                 .number = "1234567",
                                                 .personal_number = "21406198400123",
                                                 .phone = "996555765432" },
                       id);
}

static void a_number_is_found_however_it_is_typed(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "AH1234567",
        "ah1234567",
        "AH 1234567",
        "АН 1234567",
        "ан-123-45-67",
        "AH № 123 45 67",
        "1234567",
        "123 45 67",
        "4567",
        "34567",
        "21406198400123",
        "00123",
        "0123",
        "2140619 8400123",
        "Рахимов AH1234567",
        "1234567,",
        "N 1234567",
        "№ 1234567",
        "номер: 1234567",
        "1234567 AH",
        "BH1234567",
        "Рахимов 1984 г.р.",
        "1984 г.р. Рахимов",
    };
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    add_aziz(store, id);
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        assert_person_found(store, texts[i], id);
    static const char *const others[] = {
        "123456", "1234", "AH123456", "567", "Каримов AH1234567", "Каримов 234567"
    };
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
        struct search_hits hits;
        enum status status = search_find(store, others[i], fixture_today(), LIMIT, &hits, &error);
        assert_true(status == STATUS_OK || status == STATUS_TEXT_EMPTY);
        assert_int_equal(hits.count, 0);
        search_hits_release(&hits);
    }
    store_close(&store);
}

static void a_telephone_is_found_however_it_is_typed(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "+996555765432", "996555765432",  "0555765432",        "555765432",    "765432",
        "5432",          "0555 76 54 32", "+996 555 76-54-32", "(0555) 765432"
    };
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    add_aziz(store, id);
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct search_hits hits = find(store, texts[i]);
        assert_int_equal(hits.count, 1);
        assert_int_equal(hits.items[0].reasons, REASON(PHONE));
        search_hits_release(&hits);
    }
    assert_person_not_found(store, "+998555765432", id);
    store_close(&store);
}

static void a_birth_date_is_found_in_every_form(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "1984-06-14",    "14.06.1984", "14/6/84",         "14 6 1984",
        "14061984",      "140684",     "14 июня 1984 г.", "14-маусым 1984",
        "June 14, 1984", "14jun84",    "1984-06",         "06.1984",
        "июнь 1984",     "1984",       "~1984",           "1984-жылы 14 июнь",
    };
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    add_aziz(store, id);
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        assert_person_found(store, texts[i], id);
    static const char *const others[] = { "15.06.1984", "07.1984", "1985", "14.06.1985" };
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        assert_person_not_found(store, others[i], id);
    store_close(&store);
}

static void a_name_and_a_fact_must_both_fit(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    add_aziz(store, id);
    static const char *const texts[] = { "Рахимов 1984",         "1984 Azi",
                                         "Азиз 14 июня 1984",    "Рахимов 1",
                                         "Рахимов 19",           "Азиз 4567 1984",
                                         "Рахимов 0555 76 54 32" };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        assert_person_found(store, texts[i], id);
    static const char *const others[] = { "Рахимов 1985", "Каримов 1984", "Азиз 4568",
                                          "Азиз 4567 1985" };
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        assert_person_not_found(store, others[i], id);
    store_close(&store);
}

static void four_digits_find_a_year_and_the_end_of_a_number(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char born[UUID_TEXT_SIZE], paper[UUID_TEXT_SIZE], phone[UUID_TEXT_SIZE];
    fixture_person_add(store, &(struct fixture_person){ .name = "Азиз", .birth = "1984-06-14" },
                       born);
    fixture_person_add(store, &(struct fixture_person){ .name = "Бакыт", .number = "AN771984" },
                       paper);
    fixture_person_add(store, &(struct fixture_person){ .name = "Карим", .phone = "996555001984" },
                       phone);
    struct search_hits hits = find(store, "1984");
    assert_int_equal(hits.count, 3);
    search_hits_release(&hits);
    assert_person_found(store, "1984", born);
    assert_person_found(store, "1984", paper);
    assert_person_found(store, "1984", phone);
    store_close(&store);
}

static void a_casefile_is_found_by_its_number(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    add_aziz(store, id);
    fixture_casefile_add(store, id, "KG-OSH-2026-000117");
    static const char *const texts[] = { "KG-OSH-2026-000117", "kg-osh-2026-000117",
                                         " Kg-Osh-2026-000117 ", "kg-osh-2026-000117 Рахимов" };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct search_hits hits = find(store, texts[i]);
        assert_int_equal(hits.count, 1);
        assert_string_equal(hits.items[0].person_id, id);
        assert_int_equal(hits.items[0].reasons, REASON(CASE_NUMBER));
        assert_int_equal(hits.items[0].score, 100);
        search_hits_release(&hits);
    }
    assert_person_not_found(store, "KG-OSH-2026-000118", id);
    store_close(&store);
}

static void who_was_born_on_the_day_comes_before_who_was_born_that_year(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char day[UUID_TEXT_SIZE], month[UUID_TEXT_SIZE], other[UUID_TEXT_SIZE];
    fixture_person_add(store, &(struct fixture_person){ .name = "Рахимов", .birth = "1984-06-14" },
                       day);
    fixture_person_add(store, &(struct fixture_person){ .name = "Рахимов", .birth = "1984-06" },
                       month);
    fixture_person_add(store, &(struct fixture_person){ .name = "Рахимов", .birth = "1984-07-14" },
                       other);
    static const char *const texts[] = { "14.06.1984", "Рахимов 14.06.1984" };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        assert_int_equal(fixture_place(store, texts[i], day), 1);
        assert_int_equal(fixture_place(store, texts[i], month), 2);
        assert_person_not_found(store, texts[i], other);
    }
    store_close(&store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_is_found_however_it_is_typed),
        cmocka_unit_test(a_telephone_is_found_however_it_is_typed),
        cmocka_unit_test(a_birth_date_is_found_in_every_form),
        cmocka_unit_test(a_name_and_a_fact_must_both_fit),
        cmocka_unit_test(four_digits_find_a_year_and_the_end_of_a_number),
        cmocka_unit_test(a_casefile_is_found_by_its_number),
        cmocka_unit_test(who_was_born_on_the_day_comes_before_who_was_born_that_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
