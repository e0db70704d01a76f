/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/due_text.h"

#include "support/fixture_record.h"
#include "support/unit.h"

#include <string.h>

static const char *due(const char *day, const char *today)
{
    static char text[DUE_TEXT_SIZE];
    due_text(text, fixture_day(day), fixture_day(today));
    return text;
}

static void what_is_late_says_so_in_a_word(void **state)
{
    (void)state;
    assert_string_equal(due("2026-11-21", "2026-11-24"), "LATE 3d");
    assert_string_equal(due("2025-11-24", "2026-11-24"), "LATE 365d");
}

static void today_is_a_word_too(void **state)
{
    (void)state;
    assert_string_equal(due("2026-11-24", "2026-11-24"), "today");
}

static void days_of_this_year_need_no_year(void **state)
{
    (void)state;
    assert_string_equal(due("2026-11-27", "2026-11-24"), "27 Nov");
    assert_string_equal(due("2027-01-05", "2026-12-30"), "05.01.27");
}

static void everything_fits_into_the_column(void **state)
{
    static const char *const days[] = { "2024-03-01", "2026-11-24", "2026-12-31", "2030-01-01" };
    (void)state;
    for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
        assert_true(strlen(due(days[i], "2026-11-24")) <= DUE_TEXT_COLUMNS);
}

static void a_day_in_full_has_its_dots(void **state)
{
    char text[DUE_TEXT_SIZE];
    (void)state;
    due_text_full(text, fixture_day("2026-02-03"));
    assert_string_equal(text, "03.02.2026");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_late_says_so_in_a_word),
        cmocka_unit_test(today_is_a_word_too),
        cmocka_unit_test(days_of_this_year_need_no_year),
        cmocka_unit_test(everything_fits_into_the_column),
        cmocka_unit_test(a_day_in_full_has_its_dots),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
