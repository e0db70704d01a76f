/* SPDX-License-Identifier: Apache-2.0 */
#include "view/word_filter.h"

#include "support/unit.h"

static void every_word_must_be_there_in_any_order(void **state)
{
    (void)state;
    assert_true(word_filter_passes("aid osh", "Legal Aid Centre Osh"));
    assert_true(word_filter_passes("  osh   leg ", "Legal Aid Centre Osh"));
    assert_false(word_filter_passes("osh shelter", "Legal Aid Centre Osh"));
}

static void an_empty_filter_lets_everything_through(void **state)
{
    (void)state;
    assert_true(word_filter_passes("", "Legal Aid"));
    assert_true(word_filter_passes("   ", ""));
}

static void capitals_do_not_matter_in_any_script(void **state)
{
    (void)state;
    assert_true(word_filter_passes("ЮРИД", "Юридическая клиника"));
    assert_true(word_filter_passes("өнүк", "ӨНҮКТҮРҮҮ"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_must_be_there_in_any_order),
        cmocka_unit_test(an_empty_filter_lets_everything_through),
        cmocka_unit_test(capitals_do_not_matter_in_any_script),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
