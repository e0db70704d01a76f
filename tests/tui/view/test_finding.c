/* SPDX-License-Identifier: Apache-2.0 */

/* My day, the cases and the search, as somebody uses them. */
#include "app/app.h"
#include "language.h"
#include "store/draft.h"
#include "support/tui/fixture_application.h"
#include "support/unit.h"
#include "view/view_list.h"

#include <stdlib.h>
#include <string.h>

static struct fixture_application fixture;

static const struct scripted_port *port(void)
{
    return &fixture.port;
}

static void press(const char *keys)
{
    assert_true(fixture_application_do(&fixture, keys));
}

static void assert_open(const struct view_class *class, const char *subject)
{
    const struct view *top = app_top(fixture.app);
    assert_string_equal(top->class->name, class->name);
    if (subject != NULL)
        assert_string_equal(top->place.subject, subject);
}

static void go_home(void)
{
    app_back_to(fixture.app, &home_view_class);
    app_remember(fixture.app, "home", "whose", "mine");
    app_remember(fixture.app, "cases", "order", "due");
    app_reload(fixture.app, app_top(fixture.app));
    app_draw(fixture.app);
}

static int begin(void **state)
{
    (void)state;
    setenv("TZ", "UTC", 1);
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

static int home_again(void **state)
{
    (void)state;
    go_home();
    return 0;
}

/* ---- my day */

static void a_digit_and_enter_open_what_stands_in_my_day(void **state)
{
    (void)state;
    press("<Enter>");
    assert_open(&supervision_view_class, NULL);
    go_home();
    press("<Down><Enter>");
    assert_open(&casefile_view_class, fixture.cases[10]);
    go_home();
    press("4");
    assert_open(&casefile_view_class, fixture.cases[0]);
}

static void whose_day_it_is_stays_until_it_is_changed(void **state)
{
    (void)state;
    assert_shown(port(), "MY DAY");
    press("e");
    assert_shown(port(), "EVERYBODY'S DAY");
    press("c<Esc><Wait:600>");
    assert_shown(port(), "EVERYBODY'S DAY");
    press("г"); /* where "u" is on a Cyrillic keyboard */
    assert_shown(port(), "NOBODY'S WORK");
    press("m");
    assert_shown(port(), "MY DAY");
}

static void forms_that_are_not_finished_lead_back_to_themselves(void **state)
{
    (void)state;
    const char *user = app_desk(fixture.app)->actor;
    const struct draft_content content = { "{}", "", 0 };
    const struct draft_key step = { user, "step/safety", fixture.cases[1] };
    const struct draft_key gone = { user, "step/safety", "01930000-0000-7000-8000-00000000dead" };
    const struct draft_key place = { user, "language", "" };
    struct error error = { 0 };
    assert_not_shown(port(), "NOT FINISHED");
    assert_ok(draft_save(app_store(fixture.app), &step, &content, &error));
    assert_ok(draft_save(app_store(fixture.app), &gone, &content, &error));
    assert_ok(draft_save(app_store(fixture.app), &place, &content, &error));
    go_home();
    assert_shown(port(), "NOT FINISHED");
    press("1");
    assert_open(&casefile_view_class, fixture.cases[1]);
    assert_string_equal(app_top(fixture.app)->place.detail, "safety");
    assert_ok(draft_discard(app_store(fixture.app), &step, &error));
    assert_ok(draft_discard(app_store(fixture.app), &gone, &error));
    assert_ok(draft_discard(app_store(fixture.app), &place, &error));
}

/* ---- cases */

static void letters_narrow_the_cases_and_backspace_widens_them(void **state)
{
    (void)state;
    press("c");
    assert_shown(port(), "12 of 12 cases");
    press("synag");
    assert_shown(port(), "2 of 12 cases");
    press(" zzz");
    assert_shown(port(), "No case fits");
    press("<BS><BS><BS><BS>");
    assert_shown(port(), "2 of 12 cases");
    press("<C-u>");
    assert_shown(port(), "12 of 12 cases");
}

static void arrows_move_in_the_cases_while_the_filter_keeps_the_letters(void **state)
{
    (void)state;
    press("c<F4><Down><Down>a<BS><Down><Enter>");
    assert_open(&casefile_view_class, fixture.cases[1]);
    press("<Esc><Wait:600>");
    assert_shown(port(), "Order: number");
    press("<Enter>");
    assert_open(&casefile_view_class, fixture.cases[1]);
}

static void keys_typed_ahead_open_the_right_case(void **state)
{
    (void)state;
    press("c");
    scripted_port_type_ahead(&fixture.port, "0003<Enter>");
    assert_true(scripted_run(&fixture.port, fixture.app));
    assert_open(&casefile_view_class, fixture.cases[2]);
}

/* ---- search */

static void keys_typed_ahead_open_the_right_person(void **state)
{
    (void)state;
    press("<F3>");
    scripted_port_type_ahead(&fixture.port, "Synag Aý<Enter>");
    assert_true(scripted_run(&fixture.port, fixture.app));
    assert_open(&person_view_class, NULL);
    press("<Esc><Wait:600>");
    assert_open(&search_view_class, NULL);
    assert_shown(port(), "PEOPLE");
}

static void a_case_is_found_by_the_end_of_its_number(void **state)
{
    (void)state;
    press("<F3>0004<Enter>");
    assert_open(&casefile_view_class, fixture.cases[3]);
}

static void what_was_opened_lately_stands_in_the_empty_box(void **state)
{
    (void)state;
    press("<F3>0004<Enter><Esc><Wait:600><F3>");
    assert_shown(port(), "OPENED LATELY");
    assert_shown(port(), "2026-000004");
    press("<Down><Up><Enter>");
    assert_open(&casefile_view_class, fixture.cases[3]);
}

static void commands_are_found_by_their_words(void **state)
{
    (void)state;
    press("<F3>settings");
    assert_shown(port(), "Settings of the office");
    press("<C-u>show everybody<Enter>");
    press("<Wait:600>");
    go_home();
    press("<F3>lock<Enter>");
    assert_open(&unlock_view_class, NULL);
    press("demo<Enter>");
    press("<Wait:600>");
    assert_open(&home_view_class, NULL);
}

static void digits_choose_in_the_list_and_are_typed_in_the_box(void **state)
{
    (void)state;
    press("<F3>demoye12");
    assert_shown(port(), "demoye12");
    press("<BS><BS><Down>2");
    assert_open(&person_view_class, NULL);
}

static void a_new_person_gets_the_name_that_was_typed(void **state)
{
    (void)state;
    press("<F3>Zzyzx<F7>");
    assert_open(&intake_view_class, NULL);
    assert_string_equal(app_top(fixture.app)->place.detail, "Zzyzx");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_digit_and_enter_open_what_stands_in_my_day, home_again),
        cmocka_unit_test_setup(whose_day_it_is_stays_until_it_is_changed, home_again),
        cmocka_unit_test_setup(forms_that_are_not_finished_lead_back_to_themselves, home_again),
        cmocka_unit_test_setup(letters_narrow_the_cases_and_backspace_widens_them, home_again),
        cmocka_unit_test_setup(arrows_move_in_the_cases_while_the_filter_keeps_the_letters,
                               home_again),
        cmocka_unit_test_setup(keys_typed_ahead_open_the_right_case, home_again),
        cmocka_unit_test_setup(keys_typed_ahead_open_the_right_person, home_again),
        cmocka_unit_test_setup(a_case_is_found_by_the_end_of_its_number, home_again),
        cmocka_unit_test_setup(what_was_opened_lately_stands_in_the_empty_box, home_again),
        cmocka_unit_test_setup(commands_are_found_by_their_words, home_again),
        cmocka_unit_test_setup(digits_choose_in_the_list_and_are_typed_in_the_box, home_again),
        cmocka_unit_test_setup(a_new_person_gets_the_name_that_was_typed, home_again),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
