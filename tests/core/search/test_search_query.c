/* SPDX-License-Identifier: Apache-2.0 */
#include "search/search_query.h"
#include "support/fixture_people.h"
#include "support/unit.h"

#include <string.h>

static struct error error;

static struct search_query read_query(const char *text)
{
    struct search_query query;
    assert_ok(search_query_read(&query, lexicon_shared(), text, fixture_today(), &error));
    return query;
}

static void assert_refused(const char *text, enum status expected)
{
    struct search_query query;
    assert_status(search_query_read(&query, lexicon_shared(), text, fixture_today(), &error),
                  expected);
}

/* Whether the fact can mean this term ("d4321" whole, "d4321*" as a beginning). */
static bool can_mean(const struct search_fact *fact, const char *term, enum search_reason reason)
{
    size_t length = strcspn(term, "*");
    for (size_t i = 0; i < fact->count; i++) {
        const struct search_meaning *meaning = &fact->meanings[i];
        if (strlen(meaning->term) == length && strncmp(meaning->term, term, length) == 0 &&
            meaning->is_beginning == (term[length] == '*') && meaning->reason == reason)
            return true;
    }
    return false;
}

static void assert_one_fact(const char *text, const char *term, enum search_reason reason)
{
    struct search_query query = read_query(text);
    assert_int_equal(query.fact_count, 1);
    assert_int_equal(query.names.count, 0);
    if (!can_mean(&query.facts[0], term, reason))
        fail_msg("\"%s\" does not mean %s", text, term);
}

static void words_of_letters_are_a_name(void **state)
{
    (void)state;
    struct search_query query = read_query("  Рахимов\tАзиз ");
    assert_int_equal(query.names.count, 2);
    assert_int_equal(query.fact_count, 0);
    assert_false(query.has_case_number);
}

static void the_last_word_is_open_until_something_closes_it(void **state)
{
    (void)state;
    assert_true(read_query("Рахимо").is_open);
    assert_true(read_query("1984 Рахимо").is_open);
    assert_false(read_query("Рахимов ").is_open);
    assert_false(read_query("Рахимов А.").is_open);
    assert_false(read_query("Рахимов 1984").is_open);
}

static void a_birth_date_is_read_in_every_form(void **state)
{
    (void)state;
    static const char *const days[] = {
        "1984-06-14", "14.06.1984",    "14/6/84",      "14 6 1984",     "14061984",
        "19840614",   "140684",        "14 июня 1984", "14 июня 84 г.", "14-маусым 1984",
        "14jun84",    "June 14, 1984", "14.6.1984",
    };
    for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++) {
        assert_one_fact(days[i], "b19840614", SEARCH_REASON_BIRTH);
        assert_one_fact(days[i], "b198406", SEARCH_REASON_BIRTH_NEAR);
        assert_one_fact(days[i], "b1984", SEARCH_REASON_BIRTH_NEAR);
    }
    static const char *const months[] = { "1984-06", "06.1984", "июнь 1984" };
    for (size_t i = 0; i < sizeof(months) / sizeof(months[0]); i++)
        assert_one_fact(months[i], "b198406*", SEARCH_REASON_BIRTH_YEAR);
    assert_one_fact("~1984", "b1984*", SEARCH_REASON_BIRTH_YEAR);
    assert_one_fact("1984 г.", "b1984*", SEARCH_REASON_BIRTH_YEAR);
}

static void a_short_year_can_be_of_either_century(void **state)
{
    (void)state;
    assert_one_fact("14.06.20", "b20200614", SEARCH_REASON_BIRTH);
    assert_one_fact("14.06.20", "b19200614", SEARCH_REASON_BIRTH);
}

static void four_digits_are_a_year_and_the_end_of_a_number(void **state)
{
    (void)state;
    assert_one_fact("1984", "b1984*", SEARCH_REASON_BIRTH_YEAR);
    assert_one_fact("1984", "d4891*", SEARCH_REASON_NUMBER_END);
    assert_one_fact("1984", "f4891*", SEARCH_REASON_PHONE);
}

static void a_number_is_read_whatever_stands_between_its_signs(void **state)
{
    (void)state;
    static const char *const numbers[] = { "AH1234567", "ah-1234567", "АН1234567", "ан-123-45-67" };
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
        assert_one_fact(numbers[i], "d7654321ha*", SEARCH_REASON_NUMBER_END);
    assert_one_fact("3140684 0012345", "d54321004860413*", SEARCH_REASON_NUMBER_END);
    assert_one_fact("123 45 67", "d7654321*", SEARCH_REASON_NUMBER_END);
}

static void a_telephone_is_read_with_and_without_its_country(void **state)
{
    (void)state;
    static const char *const within[] = { "0555123456",      "0555 12 34 56", "0555-12-34-56",
                                          "(0555) 12-34-56", "555123456",     "555 123 456" };
    for (size_t i = 0; i < sizeof(within) / sizeof(within[0]); i++)
        assert_one_fact(within[i], "f654321555*", SEARCH_REASON_PHONE);
    static const char *const abroad[] = { "+996555123456", "+996 555 12 34 56",
                                          "+996 (555) 123-456" };
    for (size_t i = 0; i < sizeof(abroad) / sizeof(abroad[0]); i++)
        assert_one_fact(abroad[i], "f654321555699*", SEARCH_REASON_PHONE);
    assert_one_fact("+996 555 101010", "f010101555699*", SEARCH_REASON_PHONE);
}

static void a_date_behind_a_number_is_a_fact_of_its_own(void **state)
{
    (void)state;
    struct search_query query = read_query("4567 1984");
    assert_int_equal(query.fact_count, 2);
    assert_true(can_mean(&query.facts[0], "d7654*", SEARCH_REASON_NUMBER_END));
    assert_true(can_mean(&query.facts[1], "b1984*", SEARCH_REASON_BIRTH_YEAR));
}

static void names_and_facts_can_stand_in_any_order(void **state)
{
    (void)state;
    struct search_query query = read_query("4567 Рахимов 14 июня 1984 Азиз");
    assert_int_equal(query.names.count, 2);
    assert_int_equal(query.fact_count, 2);
    assert_true(can_mean(&query.facts[0], "d7654*", SEARCH_REASON_NUMBER_END));
    assert_true(can_mean(&query.facts[1], "b19840614", SEARCH_REASON_BIRTH));
    assert_true(query.is_open);
}

static void the_first_digits_of_something_say_nothing_yet(void **state)
{
    (void)state;
    static const char *const texts[] = { "Рахимов 1", "Рахимов 19", "Рахимов 198", "Рахимов +99" };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct search_query query = read_query(texts[i]);
        assert_int_equal(query.names.count, 1);
        assert_int_equal(query.fact_count, 0);
    }
    assert_refused("198", STATUS_TEXT_EMPTY);
}

static void a_case_number_is_read_in_small_letters_too(void **state)
{
    (void)state;
    static const char *const texts[] = { "KG-OSH-2026-000117", " kg-osh-2026-000117 ",
                                         "kg-osh-2026-000117 Рахимов",
                                         "Рахимов KG-OSH-2026-000117" };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct search_query query = read_query(texts[i]);
        assert_true(query.has_case_number);
        assert_string_equal(query.case_number.office, "OSH");
        assert_int_equal(query.case_number.sequence, 117);
    }
    assert_false(read_query("XX-OSH-2026-000117").has_case_number);
}

static void a_whole_text_can_be_one_number(void **state)
{
    (void)state;
    struct search_query query = read_query("I-ЖШ № 445566");
    assert_true(search_query_read_number(&query, "I-ЖШ № 445566"));
    assert_int_equal(query.names.count, 0);
    assert_int_equal(query.fact_count, 1);
    assert_true(can_mean(&query.facts[0], "d665544hshzi*", SEARCH_REASON_NUMBER_END));
    assert_false(search_query_read_number(&query, "Рахимов"));
    assert_false(search_query_read_number(&query, "A 1"));
}

static void what_cannot_be_searched_for_is_refused(void **state)
{
    (void)state;
    char text[SEARCH_TEXT_MAX + 2];
    assert_refused("", STATUS_TEXT_EMPTY);
    assert_refused(" \t\n ", STATUS_TEXT_EMPTY);
    assert_refused("- . , №", STATUS_TEXT_EMPTY);
    assert_refused("Рах\xD0", STATUS_TEXT_INVALID);
    assert_refused("\xED\xA0\x80", STATUS_TEXT_INVALID);
    memset(text, 'a', sizeof(text));
    text[sizeof(text) - 1] = '\0';
    assert_refused(text, STATUS_TEXT_TOO_LONG);
    text[SEARCH_TEXT_MAX] = '\0';
    assert_int_equal(read_query(text).names.count, 1);
}

static void more_facts_and_words_than_there_is_room_for_are_left_out(void **state)
{
    (void)state;
    struct search_query query = read_query("AB1234 AB1235 AB1236 AB1237 AB1238 AB1239 AB1230");
    assert_int_equal(query.fact_count, SEARCH_FACTS_MAX);
    query = read_query("an bek dos esen gul hal ira jan kim lola mir nur olim par qul rus sam tur "
                       "umar vali wali xan yul zar aziz");
    assert_int_equal(query.names.count, NAME_PARTS_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_letters_are_a_name),
        cmocka_unit_test(the_last_word_is_open_until_something_closes_it),
        cmocka_unit_test(a_birth_date_is_read_in_every_form),
        cmocka_unit_test(a_short_year_can_be_of_either_century),
        cmocka_unit_test(four_digits_are_a_year_and_the_end_of_a_number),
        cmocka_unit_test(a_number_is_read_whatever_stands_between_its_signs),
        cmocka_unit_test(a_telephone_is_read_with_and_without_its_country),
        cmocka_unit_test(a_date_behind_a_number_is_a_fact_of_its_own),
        cmocka_unit_test(names_and_facts_can_stand_in_any_order),
        cmocka_unit_test(the_first_digits_of_something_say_nothing_yet),
        cmocka_unit_test(a_case_number_is_read_in_small_letters_too),
        cmocka_unit_test(a_whole_text_can_be_one_number),
        cmocka_unit_test(what_cannot_be_searched_for_is_refused),
        cmocka_unit_test(more_facts_and_words_than_there_is_room_for_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
