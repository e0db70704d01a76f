/* SPDX-License-Identifier: Apache-2.0 */
#include "view/journal_filter.h"

#include "support/unit.h"

static bool matches(const char *typed, const char *actor, const char *act)
{
    struct error error = { 0 };
    struct journal_filter_words *words = NULL;
    const char *const texts[] = { actor, act };
    assert_ok(journal_filter_read(&words, typed, &error));
    const bool does = journal_filter_matches(words, texts, 2);
    /* What is remembered must say the same. */
    assert_int_equal(journal_filter_matches(words, texts, 2), does);
    journal_filter_free(&words);
    return does;
}

static void nothing_typed_means_everything(void **state)
{
    (void)state;
    assert_true(matches("", "Aida", "user added"));
    assert_true(matches("   ", "Aida", "user added"));
}

static void words_are_found_at_the_beginning_of_words_in_any_case(void **state)
{
    (void)state;
    assert_true(matches("ADD", "Aida", "user added"));
    assert_true(matches("кар", "А. Каримова", "user added"));
    assert_false(matches("dded", "Aida", "user added"));
}

static void every_word_must_be_found_wherever_it_is(void **state)
{
    (void)state;
    assert_true(matches("aida user", "Aida", "user added"));
    assert_true(matches("user aida", "Aida", "user added"));
    assert_false(matches("aida backup", "Aida", "user added"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_typed_means_everything),
        cmocka_unit_test(words_are_found_at_the_beginning_of_words_in_any_case),
        cmocka_unit_test(every_word_must_be_found_wherever_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
