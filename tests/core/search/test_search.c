/* SPDX-License-Identifier: Apache-2.0 */
#include "name/comparison.h"
#include "name/keyboard.h"
#include "search/search.h"
#include "support/fixture_people.h"
#include "support/fixture_store.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

enum { LIMIT = 20 };

static struct error error;

#define REASON(reason)      (1U << SEARCH_REASON_##reason)
#define NAME_REASON(reason) (1U << NAME_REASON_##reason)

static struct search_hits find_limited(struct store *store, const char *text, size_t limit)
{
    struct search_hits hits;
    assert_ok(search_find(store, text, fixture_today(), limit, &hits, &error));
    assert_true(hits.count <= limit);
    for (size_t i = 1; i < hits.count; i++)
        assert_true(hits.items[i - 1].score >= hits.items[i].score);
    return hits;
}

static struct search_hits find(struct store *store, const char *text)
{
    return find_limited(store, text, LIMIT);
}

/* Adds somebody with that name, looks with each text, and forgets them. */
static void assert_name_found(const char *name, const char *const *texts, size_t count)
{
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE], other[UUID_TEXT_SIZE];
    fixture_person_named(store, "Ли Сергей", other);
    fixture_person_named(store, name, id);
    for (size_t i = 0; i < count; i++) {
        assert_person_found(store, texts[i], id);
        assert_person_not_found(store, texts[i], other);
    }
    store_close(&store);
}

#define ASSERT_NAME_FOUND(name, ...)                                                               \
    do {                                                                                           \
        static const char *const texts[] = { __VA_ARGS__ };                                        \
        assert_name_found(name, texts, sizeof(texts) / sizeof(texts[0]));                          \
    } while (0)

/* ---- spellings */

static void a_name_is_found_in_the_other_script(void **state)
{
    (void)state;
    ASSERT_NAME_FOUND("Рахимов Азиз", "Rahimov", "Rakhimov Aziz", "Rachimow Asis", "РАХИМОВ",
                      "rahimov aziz");
    ASSERT_NAME_FOUND("Rahimov Aziz", "Рахимов", "рахимов азиз", "Рахимов Азиз");
    ASSERT_NAME_FOUND("Öwezow Çary", "Овезов Чары", "Owezow Chary", "Ovezov");
    ASSERT_NAME_FOUND("Жусупова Айжан", "Zhusupova Aizhan", "Jusupova Ayjan", "Жүсіпова Айжан");
}

static void a_name_in_arabic_letters_is_found_with_or_without_its_vowel_marks(void **state)
{
    (void)state;
    ASSERT_NAME_FOUND("محمد رحیمی", "محمد", "رحیمی", "رحيمي محمد", "مُحَمَّد", "رحی");
    ASSERT_NAME_FOUND("علی‌رضا احمدی", "علیرضا", "احمدي");
}

static void one_name_of_several_is_enough_in_any_order(void **state)
{
    (void)state;
    ASSERT_NAME_FOUND("Рахимов Азиз Каримович", "Рахимов", "Азиз", "Азиз Рахимов", "Каримович Азиз",
                      "Азиз Каримович", "рахимов каримович азиз");
}

static void initials_stand_for_names(void **state)
{
    (void)state;
    ASSERT_NAME_FOUND("Рахимов Азиз Каримович", "Рахимов А.", "Рахимов А. К.", "А. К. Рахимов",
                      "А.К. Рахимов", "Rahimov A");
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    fixture_person_named(store, "Рахимов Бакыт", id);
    assert_person_not_found(store, "Рахимов А.", id);
    store_close(&store);
}

static void half_a_word_is_enough_while_typing(void **state)
{
    (void)state;
    ASSERT_NAME_FOUND("Рахимов Азиз", "Ра", "Рах", "Рахи", "Рахим", "Рахимо", "Рахимов",
                      "Рахимов А", "Рахимов Ази", "Rahimo", "азиз рах");
    ASSERT_NAME_FOUND("Toshpoʻlatova Gulnora", "Toshp", "Тошпўл", "Toshpoʻlato", "gulnora tosh");
}

static void a_closed_word_is_not_the_beginning_of_another(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    fixture_person_named(store, "Рахимов Азиз", id);
    assert_person_not_found(store, "Рах ", id);
    assert_person_not_found(store, "Рах Азиз", id);
    store_close(&store);
}

static void a_name_typed_on_the_wrong_layout_is_found(void **state)
{
    (void)state;
    static const struct {
        const char *name, *typed;
        enum keyboard_layout meant, set;
    } cases[] = {
        { "Рахимов Азиз", "Рахимов", KEYBOARD_RUSSIAN, KEYBOARD_US },
        { "Рахимов Азиз", "Азиз Рахимов", KEYBOARD_RUSSIAN, KEYBOARD_US },
        { "Рахимов Азиз", "Rahimov", KEYBOARD_US, KEYBOARD_RUSSIAN },
        { "Гүлнәр Әбдіқадырова", "Гүлнәр", KEYBOARD_KAZAKH, KEYBOARD_US },
        { "Гүлнәр Әбдіқадырова", "Әбдіқадырова", KEYBOARD_KAZAKH, KEYBOARD_US },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct store *store = fixture_store_memory();
        char id[UUID_TEXT_SIZE], typed[100];
        fixture_person_named(store, cases[i].name, id);
        assert_ok(keyboard_map_into(typed, sizeof(typed), cases[i].typed, cases[i].meant,
                                    cases[i].set, &error));
        struct search_hits hits = find(store, typed);
        assert_int_equal(hits.count, 1);
        assert_true((hits.items[0].name_reasons & NAME_REASON(LAYOUT)) != 0);
        search_hits_release(&hits);
        store_close(&store);
    }
}

static void one_typing_slip_is_forgiven_when_nobody_else_is_found(void **state)
{
    (void)state;
    ASSERT_NAME_FOUND("Тохтасинов Бахтиёр", "Тохтасинв ", "Тохтасино", "Тохтсинов ", "Тохтасигов ",
                      "Tohtasimov ", "Тохтасиинов ", "Бахтёр Тохтасинов");
    struct store *store = fixture_store_memory();
    char meant[UUID_TEXT_SIZE], near[UUID_TEXT_SIZE];
    fixture_person_named(store, "Тохтасинов Бахтиёр", meant);
    fixture_person_named(store, "Тохтаганов Бахтиёр", near);
    assert_person_found(store, "Тохтасинов ", meant);
    assert_person_not_found(store, "Тохтасинов ", near);
    store_close(&store);
}

static void other_spellings_of_a_name_with_quite_other_bones_are_found(void **state)
{
    (void)state;
    ASSERT_NAME_FOUND("Магомедов Магомед", "Мухаммад", "Muhammad", "Мұхаммед", "Мухаммадов",
                      "Muhammedov ");
    ASSERT_NAME_FOUND("Мухаммад Юсупов", "Магомед", "Магомед Юсупов", "Mahomed Iusupov");
}

static void whose_child_somebody_is_is_no_word_of_its_own(void **state)
{
    (void)state;
    ASSERT_NAME_FOUND("Асан уулу Бакыт", "Асан уулу Бакыт", "Bakyt Asan uulu", "Бакыт", "Асан уулу",
                      "Бакыт Асанов");
    ASSERT_NAME_FOUND("Асан кызы Айгүл", "Айгуль Асанова", "Asan kyzy Aigul", "Асан кызы");
    ASSERT_NAME_FOUND("Оралбек Нұрсұлтан Қанатұлы", "Нурсултан Канатулы", "Nursultan Qanatuly",
                      "Канат улы");
    ASSERT_NAME_FOUND("Jasur Toshpoʻlat oʻgʻli Abdullayev", "Жасур Тошпўлат ўғли",
                      "Абдуллаев Жасур", "Jasur Toshpolat ogli", "Toshpo'lat o'g'li");
}

static void letters_lost_to_other_alphabets_are_forgiven(void **state)
{
    (void)state;
    ASSERT_NAME_FOUND("Гүлнәр Әбдіқадырова", "Гулнар Абдикадырова", "Gulnar", "Абдыкадырова");
    ASSERT_NAME_FOUND("Ғуломов Ҳусейн", "Гуломов Хусейн", "Gulomov Husein", "Gʻulomov Huseyn");
    ASSERT_NAME_FOUND("Şükürow Täçmyrat", "Шукуров Тачмырат", "Sukurow Tacmyrat");
}

/* An old PC wrote "?" for what its character set lacked, and files of that time are imported. */
static void a_name_that_lost_a_letter_is_found_and_hides_nobody(void **state)
{
    (void)state;
    ASSERT_NAME_FOUND("Ра?имов Азиз", "Рахимов", "Рагимов Азиз", "Ра?имов", "Rahimov Aziz");
    ASSERT_NAME_FOUND("Рахимов Азиз", "Ра?имов", "Ра?имов Азиз");
}

static void surnames_of_women_and_men_find_each_other(void **state)
{
    (void)state;
    ASSERT_NAME_FOUND("Рахимова Зарина", "Рахимов", "Rahimov Zarina", "Rahimova", "Рахимзода");
    ASSERT_NAME_FOUND("Достоевский Борис", "Достоевская", "Dostoyevskaya");
}

static void compound_names_are_found_as_one_word_and_as_two(void **state)
{
    (void)state;
    ASSERT_NAME_FOUND("Абдурахим Собиров", "Абдул Рахим", "Абдур Рахим", "Abdul Rahim Sobirov",
                      "Abdurrahim");
    ASSERT_NAME_FOUND("Нурсултан Азимов", "Нур Султан", "Азимов Нур Султан");
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    fixture_person_named(store, "Нурсултан Азимов", id);
    struct search_hits hits = find(store, "Нур Султан ");
    assert_int_equal(hits.count, 1);
    assert_true((hits.items[0].name_reasons & NAME_REASON(JOINED)) != 0);
    search_hits_release(&hits);
    store_close(&store);
}

static void a_former_name_is_found_and_the_hit_says_which(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    fixture_person_named(store, "Рахимова Зарина", id);
    fixture_person_add_name(store, id, "former", "Тошматова Зарина");
    fixture_person_add_name(store, id, "document", "ABDUVALIEVA ZARINA");
    struct search_hits hits = find(store, "Toshmatova");
    assert_int_equal(hits.count, 1);
    assert_string_equal(hits.items[0].name, "Рахимова Зарина");
    assert_string_equal(hits.items[0].matched_name, "Тошматова Зарина");
    search_hits_release(&hits);
    hits = find(store, "абдувалиева зарина");
    assert_string_equal(hits.items[0].matched_name, "ABDUVALIEVA ZARINA");
    search_hits_release(&hits);
    hits = find(store, "Зарина");
    assert_null(hits.items[0].matched_name);
    search_hits_release(&hits);
    store_close(&store);
}

/* ---- order */

static void who_is_written_just_so_comes_before_who_only_sounds_so(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char exact[UUID_TEXT_SIZE], alike[UUID_TEXT_SIZE];
    fixture_person_named(store, "Рахимов Азиз", exact);
    fixture_person_named(store, "Рохимов Азиз", alike);
    assert_int_equal(fixture_place(store, "Рахимов Азиз ", exact), 1);
    assert_int_equal(fixture_place(store, "Рахимов Азиз ", alike), 2);
    store_close(&store);
}

static void a_whole_word_comes_before_a_begun_one(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char whole[UUID_TEXT_SIZE], begun[UUID_TEXT_SIZE];
    fixture_person_named(store, "Эсен Каримов", whole);
    fixture_person_named(store, "Эсенгул Каримов", begun);
    assert_int_equal(fixture_place(store, "Эсен", whole), 1);
    assert_int_equal(fixture_place(store, "Эсен", begun), 2);
    store_close(&store);
}

static void the_very_letters_that_were_typed_come_before_what_sounds_so(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char begun[UUID_TEXT_SIZE], alike[UUID_TEXT_SIZE];
    fixture_person_named(store, "Асанов Бакыт", begun);
    fixture_person_named(store, "Ysakowa Aýşa", alike);
    assert_int_equal(fixture_place(store, "Аса", begun), 1);
    store_close(&store);
}

static void a_surname_typed_finds_surnames_before_given_names(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char surname[UUID_TEXT_SIZE], given[UUID_TEXT_SIZE];
    fixture_person_named(store, "Рахимов Бакыт", surname);
    fixture_person_named(store, "Бакытов Рахим", given);
    assert_int_equal(fixture_place(store, "Рахимов ", surname), 1);
    assert_int_equal(fixture_place(store, "Рахимов ", given), 2);
    assert_int_equal(fixture_place(store, "Рахим ", given), 1);
    assert_int_equal(fixture_place(store, "Рахим ", surname), 2);
    store_close(&store);
}

static void equals_come_in_the_same_order_each_time_the_newest_first(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char ids[5][UUID_TEXT_SIZE];
    for (size_t i = 0; i < 5; i++)
        fixture_person_named(store, "Рахимов Азиз", ids[i]);
    for (int again = 0; again < 3; again++) {
        struct search_hits hits = find(store, "Рахимов");
        assert_int_equal(hits.count, 5);
        for (size_t i = 0; i < 5; i++)
            assert_string_equal(hits.items[i].person_id, ids[4 - i]);
        search_hits_release(&hits);
    }
    store_close(&store);
}

static void a_limit_is_kept_and_the_rest_is_mentioned(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    for (int i = 0; i < 70; i++)
        fixture_person_add(store, &(struct fixture_person){ .name = "Рахимов", .birth = "1984" },
                           id);
    static const char *const texts[] = { "Рахимов", "1984", "Рахимов 1984" };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct search_hits hits = find_limited(store, texts[i], 7);
        assert_int_equal(hits.count, 7);
        assert_true(hits.has_more);
        search_hits_release(&hits);
        hits = find_limited(store, texts[i], SEARCH_LIMIT_MAX);
        assert_int_equal(hits.count, 70);
        assert_false(hits.has_more);
        search_hits_release(&hits);
    }
    store_close(&store);
}

/* ---- why */

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

static void a_hit_says_why_it_is_one(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned reasons;
    } cases[] = {
        { "Рахимов ", REASON(NAME) },
        { "Рахи", REASON(NAME_BEGINS) },
        { "Рахимов 1984", REASON(NAME) | REASON(BIRTH_YEAR) },
        { "14.06.1984 Рахи", REASON(NAME_BEGINS) | REASON(BIRTH) },
        { "14.06.1984", REASON(BIRTH) },
        { "1984", REASON(BIRTH_YEAR) },
        { "AH1234567", REASON(NUMBER) },
        { "21406198400123", REASON(NUMBER) },
        { "4567", REASON(NUMBER_END) },
        { "765432", REASON(PHONE) },
        { "Азиз 4567", REASON(NAME) | REASON(NUMBER_END) },
    };
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    add_aziz(store, id);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct search_hits hits = find(store, cases[i].text);
        assert_int_equal(hits.count, 1);
        assert_int_equal(hits.items[0].reasons, cases[i].reasons);
        search_hits_release(&hits);
    }
    store_close(&store);
}

static void a_hit_says_what_was_forgiven(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned reason;
    } cases[] = {
        { "Rahimov ", NAME_REASON(SCRIPT) },     { "Рахимова ", NAME_REASON(SEX_OF_ENDING) },
        { "Рахимзода ", NAME_REASON(ENDING) },   { "Азиз Рахимов ", NAME_REASON(ORDER) },
        { "Рахимов А.", NAME_REASON(INITIALS) },
    };
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    add_aziz(store, id);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct search_hits hits = find(store, cases[i].text);
        assert_int_equal(hits.count, 1);
        assert_int_equal(hits.items[0].name_reasons, cases[i].reason);
        search_hits_release(&hits);
    }
    store_close(&store);
}

static void a_hit_holds_what_is_shown_of_a_person(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char known[UUID_TEXT_SIZE], unknown[UUID_TEXT_SIZE], birth[DATE_TEXT_SIZE];
    add_aziz(store, known);
    fixture_person_named(store, "Бакыт", unknown);
    struct search_hits hits = find(store, "Азиз");
    assert_string_equal(hits.items[0].name, "Рахимов Азиз");
    assert_true(hits.items[0].has_birth);
    date_format(birth, hits.items[0].birth);
    assert_string_equal(birth, "1984-06-14");
    assert_int_equal(hits.items[0].sex, 1);
    search_hits_release(&hits);
    hits = find(store, "Бакыт");
    assert_false(hits.items[0].has_birth);
    assert_int_equal(hits.items[0].sex, 0);
    search_hits_release(&hits);
    assert_null(hits.items);
    store_close(&store);
}

static void every_reason_has_a_word_of_its_own(void **state)
{
    (void)state;
    for (int i = 0; i < SEARCH_REASON_COUNT; i++)
        for (int j = 0; j < i; j++)
            assert_string_not_equal(search_reason_word((enum search_reason)i),
                                    search_reason_word((enum search_reason)j));
}

/* ---- what is no search */

static void assert_refused(struct store *store, const char *text, enum status expected)
{
    struct search_hits hits;
    assert_status(search_find(store, text, fixture_today(), LIMIT, &hits, &error), expected);
    assert_int_equal(hits.count, 0);
    search_hits_release(&hits);
}

static void an_empty_file_finds_nobody(void **state)
{
    (void)state;
    static const char *const texts[] = { "Рахимов",
                                         "Rahi",
                                         "1984",
                                         "AH 1234567",
                                         "Hf[bvjd",
                                         "KG-OSH-2026-000117",
                                         "Абдул Рахим 14.06.1984" };
    struct store *store = fixture_store_memory();
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct search_hits hits = find(store, texts[i]);
        assert_int_equal(hits.count, 0);
        assert_false(hits.has_more);
        search_hits_release(&hits);
    }
    store_close(&store);
}

static void what_cannot_be_searched_for_is_refused(void **state)
{
    (void)state;
    char text[SEARCH_TEXT_MAX + 2];
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    add_aziz(store, id);
    assert_refused(store, "", STATUS_TEXT_EMPTY);
    assert_refused(store, "  \t ", STATUS_TEXT_EMPTY);
    assert_refused(store, "\"()*:-^+", STATUS_TEXT_EMPTY);
    assert_refused(store, "Рахимов\xFF", STATUS_TEXT_INVALID);
    memset(text, 'a', sizeof(text));
    text[sizeof(text) - 1] = '\0';
    assert_refused(store, text, STATUS_TEXT_TOO_LONG);
    store_close(&store);
}

static void signs_of_the_query_language_mean_nothing(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "\"Рахимов\"", "(Рахимов", "Рахимов)", "Рахимов*",  "-Рахимов",
        "^Рахимов",    "+Рахимов", "Рахимов:", "{Рахимов}", "Рахимов;",
    };
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    add_aziz(store, id);
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        assert_person_found(store, texts[i], id);
    static const char *const others[] = { "Рахимов AND Азиз",        "NOT Каримов",
                                          "NEAR(Рахимов Азиз, 2)",   "terms:Рахимов",
                                          "Каримов OR Рахимов",      "' OR 1=1 --",
                                          "'; DROP TABLE person; --" };
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        assert_person_not_found(store, others[i], id);
    store_close(&store);
}

static void control_and_direction_characters_are_no_part_of_a_name(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char id[UUID_TEXT_SIZE];
    add_aziz(store, id);
    assert_person_found(store, "\u202EРахимов\u202C", id);
    assert_person_found(store, "Рахимов\u200F Азиз", id);
    assert_person_found(store, "\x01\x1BРахимов\x7F", id);
    assert_person_found(store, "Рахимов\r\n", id);
    assert_person_found(store, "Рахи\u00ADмов", id);
    assert_person_found(store, "Рахи\u200Bмов", id);
    store_close(&store);
}

/* ---- everybody */

struct visited {
    char ids[3][UUID_TEXT_SIZE];
    size_t count, most;
    struct store *store;
};

static bool visit(void *self, const char *person_id)
{
    struct visited *visited = self;
    snprintf(visited->ids[visited->count++], UUID_TEXT_SIZE, "%s", person_id);
    assert_person_found(visited->store, "Рахимов", person_id);
    return visited->count < visited->most;
}

static void everybody_is_visited_in_the_order_of_indexing(void **state)
{
    (void)state;
    struct store *store = fixture_store_memory();
    char ids[3][UUID_TEXT_SIZE];
    long long total = 0;
    struct visited visited = { .most = 3, .store = store };
    for (size_t i = 0; i < 3; i++)
        fixture_person_named(store, "Рахимов", ids[i]);
    assert_ok(search_each_person(store, &total, visit, &visited, &error));
    assert_int_equal(total, 3);
    assert_int_equal(visited.count, 3);
    for (size_t i = 0; i < 3; i++)
        assert_string_equal(visited.ids[i], ids[i]);
    visited.count = 0;
    visited.most = 2;
    assert_ok(search_each_person(store, NULL, visit, &visited, &error));
    assert_int_equal(visited.count, 2);
    store_close(&store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_is_found_in_the_other_script),
        cmocka_unit_test(a_name_in_arabic_letters_is_found_with_or_without_its_vowel_marks),
        cmocka_unit_test(one_name_of_several_is_enough_in_any_order),
        cmocka_unit_test(initials_stand_for_names),
        cmocka_unit_test(half_a_word_is_enough_while_typing),
        cmocka_unit_test(a_closed_word_is_not_the_beginning_of_another),
        cmocka_unit_test(a_name_typed_on_the_wrong_layout_is_found),
        cmocka_unit_test(one_typing_slip_is_forgiven_when_nobody_else_is_found),
        cmocka_unit_test(other_spellings_of_a_name_with_quite_other_bones_are_found),
        cmocka_unit_test(whose_child_somebody_is_is_no_word_of_its_own),
        cmocka_unit_test(letters_lost_to_other_alphabets_are_forgiven),
        cmocka_unit_test(a_name_that_lost_a_letter_is_found_and_hides_nobody),
        cmocka_unit_test(surnames_of_women_and_men_find_each_other),
        cmocka_unit_test(compound_names_are_found_as_one_word_and_as_two),
        cmocka_unit_test(a_former_name_is_found_and_the_hit_says_which),
        cmocka_unit_test(who_is_written_just_so_comes_before_who_only_sounds_so),
        cmocka_unit_test(a_whole_word_comes_before_a_begun_one),
        cmocka_unit_test(the_very_letters_that_were_typed_come_before_what_sounds_so),
        cmocka_unit_test(a_surname_typed_finds_surnames_before_given_names),
        cmocka_unit_test(equals_come_in_the_same_order_each_time_the_newest_first),
        cmocka_unit_test(a_limit_is_kept_and_the_rest_is_mentioned),
        cmocka_unit_test(a_hit_says_why_it_is_one),
        cmocka_unit_test(a_hit_says_what_was_forgiven),
        cmocka_unit_test(a_hit_holds_what_is_shown_of_a_person),
        cmocka_unit_test(every_reason_has_a_word_of_its_own),
        cmocka_unit_test(an_empty_file_finds_nobody),
        cmocka_unit_test(what_cannot_be_searched_for_is_refused),
        cmocka_unit_test(signs_of_the_query_language_mean_nothing),
        cmocka_unit_test(control_and_direction_characters_are_no_part_of_a_name),
        cmocka_unit_test(everybody_is_visited_in_the_order_of_indexing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
