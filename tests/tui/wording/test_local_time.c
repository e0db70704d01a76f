/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/local_time.h"

#include "support/unit.h"

#include <stdlib.h>
#include <time.h>

/* Kazakhstan and Uzbekistan: five hours ahead, the whole year. */
static int at_tashkent(void **state)
{
    (void)state;
    setenv("TZ", "<+05>-5", 1);
    tzset();
    return 0;
}

static void a_day_begins_at_midnight_here(void **state)
{
    struct error error = { 0 };
    struct day day;
    char moment[MOMENT_TEXT_SIZE];
    (void)state;
    assert_ok(day_parse(&day, "2026-11-23", &error));
    assert_ok(local_time_day_begins(moment, day, &error));
    assert_string_equal(moment, "2026-11-22T19:00:00.000Z");
}

static void a_moment_is_shown_as_the_clock_here_shows_it(void **state)
{
    char text[LOCAL_TIME_SIZE];
    (void)state;
    local_time_format(text, "2026-11-23T20:48:07.123Z");
    assert_string_equal(text, "2026-11-24 01:48:07");
}

static void screens_show_the_day_first_and_no_seconds(void **state)
{
    char text[LOCAL_TIME_SIZE];
    (void)state;
    local_time_shorten(text, "2026-11-24 01:48:07");
    assert_string_equal(text, "24.11.2026 01:48");
    local_time_shorten(text, "?");
    assert_string_equal(text, "?");
}

static void days_and_moments_are_found_in_a_text(void **state)
{
    char text[LOCAL_TIME_SIZE];
    (void)state;
    assert_int_equal(local_time_read(text, "2026-11-24 and more"), 10);
    assert_string_equal(text, "24.11.2026");
    assert_int_equal(local_time_read(text, "2026-11-23T20:48:07.123Z, then"), 24);
    assert_string_equal(text, "24.11.2026 01:48");
    assert_int_equal(local_time_read(text, "2026-11-245"), 0);
    assert_int_equal(local_time_read(text, "2026-13-24"), 0);
    assert_int_equal(local_time_read(text, "2026"), 0);
}

static void what_is_no_moment_is_shown_as_it_is(void **state)
{
    char text[LOCAL_TIME_SIZE];
    (void)state;
    local_time_format(text, "yesterday");
    assert_string_equal(text, "yesterday");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_begins_at_midnight_here),
        cmocka_unit_test(a_moment_is_shown_as_the_clock_here_shows_it),
        cmocka_unit_test(screens_show_the_day_first_and_no_seconds),
        cmocka_unit_test(days_and_moments_are_found_in_a_text),
        cmocka_unit_test(what_is_no_moment_is_shown_as_it_is),
    };
    return cmocka_run_group_tests(tests, at_tashkent, NULL);
}
