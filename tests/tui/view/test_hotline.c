/* SPDX-License-Identifier: Apache-2.0 */

/* Calls taken on the screen, the answers that are read to callers, and call-backs, on a scripted
 * port. */
#include "hotline/contact_store.h"

#include "support/dump.h"
#include "support/tui/fixture_application.h"
#include "support/unit.h"
#include "view/view_list.h"

#include <stdlib.h>
#include <string.h>

static struct fixture_application fixture;
static struct error error;

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
    fixture_application_verify(&fixture);
    fixture_application_remove(&fixture);
    return 0;
}

static void do_keys(const char *keys)
{
    assert_true(fixture_application_do(&fixture, keys));
}

/* Takes a call about that, up to the question. */
static void take_call(const char *topic)
{
    assert_non_null(app_open(fixture.app, &contact_view_class, NULL));
    app_draw(fixture.app);
    do_keys(topic);
    do_keys("<Enter><Tab>");
}

static struct form *form(void)
{
    struct view *top = app_top(fixture.app);
    assert_ptr_equal(top->class, &contact_view_class);
    return top->class->form(top);
}

static void fill(const char *id, const char *value)
{
    form_set(form(), id, value);
}

/* As Enter on the button at the end. */
static void finish(void)
{
    struct view *top = app_top(fixture.app);
    top->class->submit(fixture.app, top);
    app_draw(fixture.app);
}

static struct hotline_list contacts(void)
{
    struct hotline_list list;
    const struct hotline_filter today = { .from = app_today(fixture.app),
                                          .to = app_today(fixture.app) };
    assert_ok(hotline_list(app_store(fixture.app), &today, &list, &error));
    return list;
}

static void a_call_is_taken_with_one_key_from_anywhere(void **state)
{
    (void)state;
    do_keys("<C-t>");
    assert_string_equal(app_top(fixture.app)->class->name, "contact");
    do_keys("educ<Enter><Tab>");
    assert_string_equal(form_value(form(), "topics"), "education");
    assert_string_equal(form_value(form(), "anonymous"), "yes");
    assert_true(form_value(form(), "time")[0] != '\0');
    assert_string_equal(form_value(form(), "minutes"), "1");
    fill("time", "09:30");
    finish();
    struct hotline_list list = contacts();
    assert_int_equal(list.count, 1);
    assert_true(hotline_is_anonymous(&list.items[0]));
    assert_string_equal(list.items[0].topics[0], "education");
    hotline_list_release(&list);
}

static void a_second_call_waits_until_the_first_is_kept(void **state)
{
    (void)state;
    do_keys("<C-t>");
    struct view *first = app_top(fixture.app);
    do_keys("<F6><C-t>");
    assert_ptr_equal(app_top(fixture.app), first);
    do_keys("<Esc><Wait:600>");
    assert_string_equal(app_top(fixture.app)->class->name, "home");
}

static void nothing_that_was_typed_about_a_casefile_stays_of_an_anonymous_caller(void **state)
{
    (void)state;
    take_call("welf");
    fill("anonymous", "no");
    fill("casefile", "Марке-Имя-тайна");
    fill("anonymous", "yes");
    fill("time", "10:00");
    finish();
    assert_string_equal(app_top(fixture.app)->class->name, "home");
    char *found = dump_find(store_handle(app_store(fixture.app)), "Марке-Имя-тайна");
    assert_string_equal(found, "");
    free(found);
}

static void a_telephone_number_of_an_anonymous_caller_is_not_kept(void **state)
{
    (void)state;
    take_call("welf");
    fill("question", "0555 12 34 56");
    fill("time", "10:05");
    finish();
    assert_string_equal(app_top(fixture.app)->class->name, "contact");
    assert_shown(&fixture.port, "looks like a telephone number");
    fill("question", "");
    finish();
    assert_string_equal(app_top(fixture.app)->class->name, "home");
}

static void an_answer_is_read_beside_the_call_and_marked_as_told(void **state)
{
    (void)state;
    take_call("health");
    do_keys("<F6>");
    assert_string_equal(app_top(fixture.app)->class->name, "answers");
    assert_shown(&fixture.port, "There are no answers yet");
    do_keys("<F4>");
    assert_shown(&fixture.port, "CHECK LOCALLY");
    assert_shown(&fixture.port, "Doctor, hospital, insurance");
    do_keys("<Enter>");
    assert_string_equal(app_top(fixture.app)->class->name, "contact");
    assert_shown(&fixture.port, "Doctor, hospital, insurance");
    fill("time", "10:10");
    finish();
    struct hotline_list list = contacts();
    assert_int_equal(list.items[0].told_count, 1);
    assert_int_equal(list.items[0].told[0].version, 1);
    hotline_list_release(&list);
}

static void signs_are_asked_only_when_a_topic_or_a_worry_asks_for_them(void **state)
{
    (void)state;
    take_call("welf");
    assert_not_shown(&fixture.port, "Papers taken away");
    fill("topics", "shelter");
    do_keys("<Tab>");
    assert_shown(&fixture.port, "Papers taken away");
    fill("sign_documents", "yes");
    fill("time", "10:15");
    finish();
    assert_shown(&fixture.port, "An indication, not a verdict.");
    assert_shown(&fixture.port, "Show who helps against trafficking");
    do_keys("3");
    assert_string_equal(app_top(fixture.app)->class->name, "home");
}

static void who_is_to_be_called_back_stands_on_my_day_until_it_is_done(void **state)
{
    (void)state;
    take_call("welf");
    fill("back", "yes");
    fill("back_on", "24.11.2026");
    fill("back_time", "after six");
    fill("code_word", "swallow");
    fill("time", "10:20");
    finish();
    assert_string_equal(app_top(fixture.app)->class->name, "home");
    assert_shown(&fixture.port, "CALL BACK");
    assert_shown(&fixture.port, "after six");
    assert_non_null(app_open(fixture.app, &hotline_view_class, NULL));
    app_draw(fixture.app);
    do_keys("c2");
    assert_shown(&fixture.port, "One try more is noted");
    do_keys("c1");
    assert_shown(&fixture.port, "The call-back is done.");
    do_keys("<Esc><Wait:600>");
    assert_not_shown(&fixture.port, "CALL BACK");
}

static void the_whole_contact_can_be_read_and_the_month_counted(void **state)
{
    (void)state;
    assert_non_null(app_open(fixture.app, &hotline_view_class, NULL));
    app_draw(fixture.app);
    do_keys("<Enter>");
    assert_shown(&fixture.port, "ANONYMOUS");
    assert_shown(&fixture.port, "Tries: 2");
    assert_not_shown(&fixture.port, "swallow");
    do_keys("<Esc><Wait:600>f");
    assert_shown(&fixture.port, "Contacts: 6");
    do_keys("<Esc><Wait:600><Esc><Wait:600>");
}

static void a_correction_begins_with_what_was_kept_and_takes_its_place(void **state)
{
    (void)state;
    assert_non_null(app_open(fixture.app, &hotline_view_class, NULL));
    app_draw(fixture.app);
    do_keys("x");
    assert_string_equal(form_value(form(), "topics"), "welfare");
    assert_string_equal(form_value(form(), "back_on"), "24.11.2026");
    fill("topics", "training");
    finish();
    assert_string_equal(app_top(fixture.app)->class->name, "hotline");
    struct hotline_list list = contacts();
    assert_int_equal(list.count, 6);
    assert_string_equal(list.items[0].topics[0], "training");
    assert_int_equal(list.items[0].call_back, HOTLINE_CALL_BACK_DONE);
    assert_int_equal(list.items[0].tries, 2);
    hotline_list_release(&list);
}

static void an_answer_is_changed_as_another_version_and_checked(void **state)
{
    (void)state;
    assert_non_null(app_open(fixture.app, &answers_view_class, NULL));
    app_draw(fixture.app);
    do_keys("doctor<F5><Tab><C-u>Doctor in Osh<Tab><Tab>Family clinic");
    struct view *top = app_top(fixture.app);
    top->class->submit(fixture.app, top);
    app_draw(fixture.app);
    assert_shown(&fixture.port, "what was told before stays as it was told");
    assert_shown(&fixture.port, "Doctor in Osh");
    assert_shown(&fixture.port, "Provider: Family clinic");
    assert_shown(&fixture.port, "NEVER CHECKED");
    do_keys("<F6>");
    assert_not_shown(&fixture.port, "NEVER CHECKED");
    struct hotline_list list = contacts();
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i].told_count > 0)
            assert_int_equal(list.items[i].told[0].version, 1);
    hotline_list_release(&list);
    do_keys("<Esc><Wait:600>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_call_is_taken_with_one_key_from_anywhere),
        cmocka_unit_test(a_second_call_waits_until_the_first_is_kept),
        cmocka_unit_test(nothing_that_was_typed_about_a_casefile_stays_of_an_anonymous_caller),
        cmocka_unit_test(a_telephone_number_of_an_anonymous_caller_is_not_kept),
        cmocka_unit_test(an_answer_is_read_beside_the_call_and_marked_as_told),
        cmocka_unit_test(signs_are_asked_only_when_a_topic_or_a_worry_asks_for_them),
        cmocka_unit_test(who_is_to_be_called_back_stands_on_my_day_until_it_is_done),
        cmocka_unit_test(the_whole_contact_can_be_read_and_the_month_counted),
        cmocka_unit_test(a_correction_begins_with_what_was_kept_and_takes_its_place),
        cmocka_unit_test(an_answer_is_changed_as_another_version_and_checked),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
