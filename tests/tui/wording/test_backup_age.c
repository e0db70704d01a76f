/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/backup_age.h"

#include "support/unit.h"

static void assert_age(const char *moment, const char *expected)
{
    struct error error = { 0 };
    struct day today;
    char text[100];
    assert_ok(day_parse(&today, "2026-11-24", &error));
    backup_age_write(text, sizeof(text), moment, today);
    assert_string_equal(text, expected);
}

static void the_last_two_days_have_names(void **state)
{
    (void)state;
    assert_age("2026-11-24 08:05:00", "today at 08:05");
    assert_age("2026-11-23 17:40:00", "yesterday at 17:40");
}

static void what_is_older_is_counted_in_days(void **state)
{
    (void)state;
    assert_age("2026-11-22 17:40:00", "2 days ago, on 22.11.2026");
    assert_age("2025-11-24 17:40:00", "365 days ago, on 24.11.2025");
}

static void a_moment_that_is_still_to_come_is_only_shown(void **state)
{
    (void)state;
    assert_age("2026-12-01 17:40:00", "01.12.2026 17:40");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_two_days_have_names),
        cmocka_unit_test(what_is_older_is_counted_in_days),
        cmocka_unit_test(a_moment_that_is_still_to_come_is_only_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
