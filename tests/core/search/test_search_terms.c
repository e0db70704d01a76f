/* SPDX-License-Identifier: Apache-2.0 */
#include "search/search_terms.h"
#include "support/unit.h"

#include <stdlib.h>
#include <string.h>

static struct error error;

static struct date date_of(const char *text)
{
    struct date date;
    assert_ok(date_parse(&date, text, &error));
    return date;
}

static void add_name(struct search_terms *terms, const struct search_name *name)
{
    struct name_parts parts;
    search_name_parts(&parts, lexicon_shared(), name);
    search_terms_add_name(terms, &parts);
}

static void assert_terms(struct search_terms *terms, const char *expected)
{
    assert_int_equal(terms->status, STATUS_OK);
    assert_string_equal(terms->text == NULL ? "" : terms->text, expected);
    free(terms->text);
}

static void assert_name_terms(const struct search_name *name, const char *expected)
{
    struct search_terms terms = { .status = STATUS_OK };
    add_name(&terms, name);
    assert_terms(&terms, expected);
}

static void the_words_of_a_name_are_signed_by_their_roles(void **state)
{
    (void)state;
    assert_name_terms(&(struct search_name){ .full_name = "Азиз Рахимов Каримович" },
                      "+naziz -nrahim ~nkarim");
    assert_name_terms(&(struct search_name){ .full_name = "Асан уулу Бакыт" }, "~nasan +nbakit");
}

static void columns_tell_what_the_endings_do_not(void **state)
{
    (void)state;
    const struct search_name name = {
        .full_name = "unused",
        .surname = "Бакыт",
        .given_name = "Асан",
        .patronymic = "Карим",
    };
    assert_name_terms(&name, "-nbakit +nasan ~nkarim");
}

static void a_given_name_that_ends_like_a_surname_is_still_the_given_name(void **state)
{
    (void)state;
    const struct search_name name = { .surname = "Рахимов", .given_name = "Хамзаев" };
    struct name_parts parts;
    search_name_parts(&parts, lexicon_shared(), &name);
    assert_int_equal(parts.count, 2);
    assert_int_equal(parts.items[0].stem.role, NAME_ROLE_SURNAME);
    assert_int_equal(parts.items[1].stem.role, NAME_ROLE_PLAIN);
}

static void one_column_alone_leaves_the_whole_name_to_be_read(void **state)
{
    (void)state;
    const struct search_name name = { .full_name = "Азиз Рахимов", .surname = "Иной" };
    assert_name_terms(&name, "+naziz -nrahim");
}

static void a_name_without_a_letter_of_the_two_alphabets_has_no_parts(void **state)
{
    (void)state;
    static const char *const names[] = { "ნინო", "李", "-", "", "\xFF" };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        struct name_parts parts;
        search_name_parts(&parts, lexicon_shared(), &(struct search_name){ .full_name = names[i] });
        assert_int_equal(parts.count, 0);
    }
}

static void both_scripts_give_the_same_terms(void **state)
{
    (void)state;
    struct search_terms terms = { .status = STATUS_OK };
    add_name(&terms, &(struct search_name){ .full_name = "Рахимов Азиз" });
    add_name(&terms, &(struct search_name){ .full_name = "Rahimov Aziz" });
    assert_terms(&terms, "-nrahim +naziz");
}

static void an_initial_is_nothing_to_find_by(void **state)
{
    (void)state;
    assert_name_terms(&(struct search_name){ .full_name = "Рахимов А. К." }, "-nrahim");
}

static void a_birth_date_is_as_long_as_it_is_known(void **state)
{
    (void)state;
    static const char *const dates[][2] = {
        { "1984-06-14", "b19840614" },
        { "1984-06", "b198406" },
        { "1984", "b1984" },
        { "~1984", "b1984 be" },
    };
    for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++) {
        struct search_terms terms = { .status = STATUS_OK };
        const struct date birth = date_of(dates[i][0]);
        search_terms_add_birth(&terms, &birth);
        assert_terms(&terms, dates[i][1]);
    }
    struct search_terms terms = { .status = STATUS_OK };
    search_terms_add_birth(&terms, NULL);
    assert_terms(&terms, "bx");
}

static void numbers_stand_backwards(void **state)
{
    (void)state;
    struct search_terms terms = { .status = STATUS_OK };
    search_terms_add_number(&terms, "AN 1234567");
    search_terms_add_phone(&terms, "+996 700 123456");
    assert_terms(&terms, "d7654321na f654321007699");
}

static void a_number_of_two_signs_is_nothing_to_find_by(void **state)
{
    (void)state;
    struct search_terms terms = { .status = STATUS_OK };
    search_terms_add_number(&terms, "12");
    search_terms_add_number(&terms, "");
    search_terms_add_phone(&terms, "0-3");
    assert_terms(&terms, "");
}

static void a_term_stands_once(void **state)
{
    (void)state;
    struct search_terms terms = { .status = STATUS_OK };
    search_terms_add_number(&terms, "AN 1234567");
    search_terms_add_number(&terms, "an-1234567");
    const struct date birth = date_of("1984");
    search_terms_add_birth(&terms, &birth);
    search_terms_add_birth(&terms, &birth);
    assert_terms(&terms, "d7654321na b1984");
}

static void a_term_that_is_a_piece_of_another_one_is_added_all_the_same(void **state)
{
    (void)state;
    struct search_terms terms = { .status = STATUS_OK };
    search_terms_add_number(&terms, "123D321");
    search_terms_add_number(&terms, "123");
    search_terms_add_number(&terms, "4891B77");
    const struct date birth = date_of("1984");
    search_terms_add_birth(&terms, &birth);
    search_terms_add_number(&terms, "D321");
    assert_terms(&terms, "d123d321 d321 d77b1984 b1984 d123d");
}

static void terms_are_read_back_as_they_were_written(void **state)
{
    (void)state;
    static const struct {
        char sign;
        const char *text;
    } expected[] = {
        { '+', "nkarim" }, { '-', "nrahim" }, { '~', "nsalim" }, { 0, "b1984" }, { 0, "d4321" },
    };
    const char *at = "+nkarim -nrahim  ~nsalim b1984 d4321 ";
    struct search_word word;
    for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++) {
        assert_true(search_terms_next(&word, &at));
        assert_int_equal(word.sign, expected[i].sign);
        assert_int_equal(word.length, strlen(expected[i].text));
        assert_memory_equal(word.text, expected[i].text, word.length);
    }
    assert_false(search_terms_next(&word, &at));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_words_of_a_name_are_signed_by_their_roles),
        cmocka_unit_test(columns_tell_what_the_endings_do_not),
        cmocka_unit_test(a_given_name_that_ends_like_a_surname_is_still_the_given_name),
        cmocka_unit_test(one_column_alone_leaves_the_whole_name_to_be_read),
        cmocka_unit_test(a_name_without_a_letter_of_the_two_alphabets_has_no_parts),
        cmocka_unit_test(both_scripts_give_the_same_terms),
        cmocka_unit_test(an_initial_is_nothing_to_find_by),
        cmocka_unit_test(a_birth_date_is_as_long_as_it_is_known),
        cmocka_unit_test(numbers_stand_backwards),
        cmocka_unit_test(a_number_of_two_signs_is_nothing_to_find_by),
        cmocka_unit_test(a_term_stands_once),
        cmocka_unit_test(a_term_that_is_a_piece_of_another_one_is_added_all_the_same),
        cmocka_unit_test(terms_are_read_back_as_they_were_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
