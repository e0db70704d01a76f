/* SPDX-License-Identifier: Apache-2.0 */
#include "view/cases_filter.h"

#include <string.h>

#include "support/unit.h"

static const struct cases_workflow workflows[] = {
    { "documents", { "Documents and property rights", "Documents and property rights" } },
    { "integration", { "Интеграция", "Integration" } },
};
enum { WORKFLOWS = sizeof(workflows) / sizeof(workflows[0]) };

static struct cases_filter filter;
static struct cases_reading readings[CASES_READINGS_MAX];

static size_t read(const char *text)
{
    cases_filter_read(&filter, text);
    return cases_filter_readings(&filter, workflows, WORKFLOWS, readings);
}

static void nothing_typed_asks_for_everything(void **state)
{
    (void)state;
    assert_int_equal(read("  "), 1);
    assert_false(readings[0].has_people);
    assert_null(readings[0].number);
    assert_null(readings[0].place);
    assert_false(readings[0].has_workflows);
}

static void one_letter_says_nothing_yet(void **state)
{
    (void)state;
    assert_int_equal(read("н open"), 1);
    assert_false(readings[0].has_people);
    assert_true(filter.has_state);
    read("ну");
    assert_string_equal(readings[0].people, "ну");
}

static void words_of_the_office_are_no_names(void **state)
{
    (void)state;
    assert_int_equal(read("Open MINE late"), 1);
    assert_true(filter.has_state && filter.state == CASEFILE_OPEN);
    assert_true(filter.is_mine && filter.is_late);
    assert_false(filter.is_unassigned || filter.is_urgent);
    assert_int_equal(filter.count, 0);
    read("urgent");
    assert_true(filter.is_urgent);
    assert_int_equal(filter.count, 0);
    read("clos min");
    assert_true(filter.has_state && filter.state == CASEFILE_CLOSED);
    assert_false(filter.is_mine);
    assert_int_equal(filter.count, 1);
}

static void a_number_alone_is_that_of_a_casefile(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *number;
    } rows[] = {
        { "0117", "0117" },
        { "117", "117" },
        { "kg-osh-2026-0", "KG-OSH-2026-0" },
        { "2026-000117", "000117" },
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        assert_int_equal(read(rows[i].typed), 1);
        assert_string_equal(readings[0].number, rows[i].number);
        assert_false(readings[0].has_people);
    }
}

static void a_number_beside_a_name_is_the_persons(void **state)
{
    (void)state;
    read("Нурланов 1987");
    assert_null(readings[0].number);
    assert_string_equal(readings[0].people, "нурланов 1987");
}

static void each_word_may_be_a_name_or_a_place(void **state)
{
    (void)state;
    assert_int_equal(read("nur osh open"), 3);
    assert_string_equal(readings[0].people, "nur osh");
    assert_null(readings[0].place);
    assert_string_equal(readings[1].place, "nur");
    assert_string_equal(readings[1].people, "osh");
    assert_string_equal(readings[2].place, "osh");
    assert_string_equal(readings[2].people, "nur");
}

static void the_beginning_of_a_title_may_be_a_workflow(void **state)
{
    (void)state;
    read("интегр Асанова");
    assert_string_equal(readings[0].people, "интегр асанова");
    assert_true(readings[1].has_workflows);
    assert_string_equal(readings[1].workflows[0], "integration");
    assert_null(readings[1].workflows[1]);
    assert_string_equal(readings[1].people, "асанова");
    read("property");
    assert_string_equal(readings[1].workflows[0], "documents");
    assert_false(readings[1].has_people);
    read("in");
    assert_false(readings[1].has_workflows);
}

static void too_many_words_and_too_long_ones_are_left_out(void **state)
{
    (void)state;
    char text[2000];
    memset(text, 'a', sizeof(text) - 1);
    text[sizeof(text) - 1] = '\0';
    assert_int_equal(read(text), 1);
    read("a b c d e f g h i j k l");
    assert_int_equal(filter.count, CASES_WORDS_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_typed_asks_for_everything),
        cmocka_unit_test(one_letter_says_nothing_yet),
        cmocka_unit_test(words_of_the_office_are_no_names),
        cmocka_unit_test(a_number_alone_is_that_of_a_casefile),
        cmocka_unit_test(a_number_beside_a_name_is_the_persons),
        cmocka_unit_test(each_word_may_be_a_name_or_a_place),
        cmocka_unit_test(the_beginning_of_a_title_may_be_a_workflow),
        cmocka_unit_test(too_many_words_and_too_long_ones_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
