/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/day_text.h"

#include "support/fixture_people.h"
#include "support/unit.h"

static struct day_entry entry;

static const char *when(int days)
{
    static char text[DAY_TEXT_WHEN_SIZE];
    entry.has_due = true;
    entry.due.number = fixture_today().number + days;
    day_text_when(text, &entry, fixture_today());
    return text;
}

static int set_up(void **state)
{
    (void)state;
    entry = (struct day_entry){ .group = DAY_READY, .kind = TASK_KIND_STEP };
    return 0;
}

static void it_says_how_late_something_is_and_when_it_is_due(void **state)
{
    (void)state;
    assert_string_equal(when(-1), "1 day late");
    assert_string_equal(when(-3), "3 days late");
    assert_string_equal(when(0), "today");
    assert_string_equal(when(4), "in 4 days");
}

static void an_appointment_has_its_hour(void **state)
{
    (void)state;
    entry.is_appointment = true;
    entry.time[0] = '\0';
    assert_string_equal(when(0), "today");
    entry = (struct day_entry){ .is_appointment = true, .time = "10:30" };
    assert_string_equal(when(0), "10:30");
    assert_string_equal(day_text_kind(&entry), "appointment: ");
}

static void what_has_no_day_can_be_urgent(void **state)
{
    (void)state;
    char text[DAY_TEXT_WHEN_SIZE];
    day_text_when(text, &entry, fixture_today());
    assert_string_equal(text, "");
    entry.is_urgent = true;
    day_text_when(text, &entry, fixture_today());
    assert_string_equal(text, "urgent");
}

static void what_waits_says_so_where_the_heading_does_not(void **state)
{
    (void)state;
    assert_string_equal(day_text_kind(&entry), "");
    entry.kind = TASK_KIND_WAITING;
    assert_string_equal(day_text_kind(&entry), "no answer yet: ");
    entry.group = DAY_WAITING;
    assert_string_equal(day_text_kind(&entry), "");
}

static void the_name_in_a_restricted_casefile_is_not_told(void **state)
{
    (void)state;
    assert_string_equal(day_text_name(&entry), "");
    entry.person_name = (char[]){ "Асанова" };
    assert_string_equal(day_text_name(&entry), "Асанова");
    entry.is_restricted = true;
    assert_string_equal(day_text_name(&entry), "(restricted)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(it_says_how_late_something_is_and_when_it_is_due, set_up),
        cmocka_unit_test_setup(an_appointment_has_its_hour, set_up),
        cmocka_unit_test_setup(what_has_no_day_can_be_urgent, set_up),
        cmocka_unit_test_setup(what_waits_says_so_where_the_heading_does_not, set_up),
        cmocka_unit_test_setup(the_name_in_a_restricted_casefile_is_not_told, set_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
