/* SPDX-License-Identifier: Apache-2.0 */

/* Nothing is planned for a day that is past: appointments and tasks. */
#include "support/tui/fixture_application.h"
#include "support/unit.h"
#include "view/view_list.h"

#include <stdio.h>

static struct fixture_application fixture;

static int begin(void **state)
{
    (void)state;
    fixture_application_make(&fixture);
    fixture_application_open(&fixture, 25, 80);
    return 0;
}

static int end(void **state)
{
    (void)state;
    fixture_application_lose(&fixture);
    fixture_application_remove(&fixture);
    return 0;
}

static void go_to(const struct view_class *class)
{
    struct place place = { .detail = "" };
    snprintf(place.subject, sizeof(place.subject), "%s", fixture.cases[0]);
    assert_non_null(app_open(fixture.app, class, &place));
    app_draw(fixture.app);
}

static void press(const char *keys)
{
    assert_true(fixture_application_do(&fixture, keys));
}

static void no_appointment_is_planned_for_a_day_that_is_past(void **state)
{
    (void)state;
    go_to(&appointments_view_class);
    press("n01.10.2026<Down><Down><Down>talk<Down><Down><Down><Down><Enter>");
    assert_shown(&fixture.port, "! This day is past");
    assert_shown(&fixture.port, "New appointment");
}

static void one_that_was_held_already_is_kept_as_such(void **state)
{
    (void)state;
    go_to(&appointments_view_class);
    press("n01.10.2026<Down>2<Enter><Down>talk<Down><Down><Down><Down><Enter>");
    assert_shown(&fixture.port, "Kept: the appointment on 01.10.2026 took place.");
    assert_shown(&fixture.port, "took place  talk");
}

static void no_task_is_due_on_a_day_that_is_past(void **state)
{
    (void)state;
    go_to(&tasks_view_class);
    press("ncall<Down>01.10.2026<Down>");
    assert_shown(&fixture.port, "! This day is past");
    press("<Up><C-u>+1<Down><Down><Down><Down><Enter>");
    assert_shown(&fixture.port, "The task is noted.");
}

#define PAST_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAST_TEST(no_appointment_is_planned_for_a_day_that_is_past),
        PAST_TEST(one_that_was_held_already_is_kept_as_such),
        PAST_TEST(no_task_is_due_on_a_day_that_is_past),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
