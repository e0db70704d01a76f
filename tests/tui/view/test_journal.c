/* SPDX-License-Identifier: Apache-2.0 */

/* The journal's screens on a scripted port: kinds, days, users, a person, and the head. */
#include "app/app.h"
#include "journal/journal_head.h"
#include "journal/journal_note.h"
#include "support/tui/fixture_application.h"
#include "support/tui/scripted_port.h"
#include "support/unit.h"
#include "view/view_list.h"

#include <stdio.h>
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
    fixture_application_remove(&fixture);
    return 0;
}

static void do_keys(const char *keys)
{
    assert_true(fixture_application_do(&fixture, keys));
}

static void open_journal(const char *person)
{
    struct place place = { .subject = "" };
    snprintf(place.subject, sizeof(place.subject), "%s", person);
    assert_non_null(app_open(fixture.app, &journal_view_class, &place));
    app_draw(fixture.app);
}

static void the_kind_is_chosen_by_a_key(void **state)
{
    (void)state;
    open_journal("");
    assert_shown(&fixture.port, "file unlocked");
    do_keys("<F2><F2><F2>");
    assert_shown(&fixture.port, "Only: what was put out");
    assert_not_shown(&fixture.port, "file unlocked");
    do_keys("<C-u>");
    assert_shown(&fixture.port, "file unlocked");
    assert_not_shown(&fixture.port, "Only:");
}

static void a_person_who_was_searched_for_and_opened_was_read(void **state)
{
    (void)state;
    const struct place search = { .subject = "" };
    struct place place = { .subject = "" };
    snprintf(place.subject, sizeof(place.subject), "%s", fixture.people[0]);
    assert_non_null(app_open(fixture.app, &search_view_class, &search));
    assert_non_null(app_open(fixture.app, &person_view_class, &place));
    open_journal(fixture.people[0]);
    assert_shown(&fixture.port, "person read");
    assert_shown(&fixture.port, "Only: one person:");
    assert_not_shown(&fixture.port, "file unlocked");
    assert_not_shown(&fixture.port, "F4 Days");
}

static void a_day_and_a_user_narrow_the_journal_together(void **state)
{
    (void)state;
    open_journal("");
    do_keys("<F4>");
    assert_string_equal(app_top(fixture.app)->class->name, "journal_days");
    do_keys("<Down><Enter>");
    assert_string_equal(app_top(fixture.app)->class->name, "journal");
    assert_shown(&fixture.port, "file unlocked");
    do_keys("<F5><Down><Enter>");
    assert_shown(&fixture.port, "; by ");
}

static void alarms_stand_on_top_of_the_days(void **state)
{
    (void)state;
    const struct journal_tries tries = { 3, "2026-11-23T18:40:00.000Z",
                                         "2026-11-23T18:41:00.000Z" };
    assert_ok(
        journal_note_tries(app_store(fixture.app), app_desk(fixture.app)->actor, &tries, &error));
    assert_non_null(app_open(fixture.app, &journal_days_view_class, NULL));
    app_draw(fixture.app);
    assert_shown(&fixture.port, "wrong passphrases: 1");
    do_keys("<Home><Enter>");
    assert_shown(&fixture.port, "! WRONG PASSPHRASES TRIED");
    assert_not_shown(&fixture.port, "file unlocked");
}

static void a_head_from_paper_is_compared(void **state)
{
    (void)state;
    struct journal_state noted;
    char text[JOURNAL_HEAD_TEXT_SIZE], keys[200];
    assert_ok(journal_verify(app_store(fixture.app), NULL, &noted, &error));
    assert_non_null(app_open(fixture.app, &journal_head_view_class, NULL));
    app_draw(fixture.app);
    journal_head_format(text, noted.head);
    snprintf(keys, sizeof(keys), "%lld<Enter>%s<Enter><Enter>", noted.count, text);
    do_keys(keys);
    assert_shown(&fixture.port, "The head you noted is inside");
    assert_shown(&fixture.port, "The paper and the journal agree.");
    do_keys("<Backspace>");
}

static void a_slip_in_a_typed_head_is_told_at_its_field(void **state)
{
    (void)state;
    assert_non_null(app_open(fixture.app, &journal_head_view_class, NULL));
    do_keys("12a<Enter>12 34<Enter><Enter>");
    assert_shown(&fixture.port, "has only digits");
    do_keys("<Up><Up><C-u>12<Enter><Enter><Enter>");
    assert_shown(&fixture.port, "A head has 64 signs");
}

#define APPLICATION_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        APPLICATION_TEST(the_kind_is_chosen_by_a_key),
        APPLICATION_TEST(a_person_who_was_searched_for_and_opened_was_read),
        APPLICATION_TEST(a_day_and_a_user_narrow_the_journal_together),
        APPLICATION_TEST(alarms_stand_on_top_of_the_days),
        APPLICATION_TEST(a_head_from_paper_is_compared),
        APPLICATION_TEST(a_slip_in_a_typed_head_is_told_at_its_field),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
