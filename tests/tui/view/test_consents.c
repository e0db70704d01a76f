/* SPDX-License-Identifier: Apache-2.0 */

/* The consents of a person, as a clerk gives them and takes them back. */
#include "app/app.h"
#include "consent/consent_store.h"
#include "support/tui/fixture_application.h"
#include "support/unit.h"
#include "view/view_list.h"

#include <stdlib.h>
#include <string.h>

static struct fixture_application fixture;
static struct error error;

static const struct scripted_port *port(void)
{
    return &fixture.port;
}

static void press(const char *keys)
{
    assert_true(fixture_application_do(&fixture, keys));
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

/* An adult whose casefile has not come to the question yet. */
static const char *somebody(void)
{
    return fixture.people[0];
}

static int at_the_consents(void **state)
{
    (void)state;
    struct place place = { .detail = "" };
    memcpy(place.subject, somebody(), sizeof(place.subject));
    app_back_to(fixture.app, &home_view_class);
    app_open(fixture.app, &consents_view_class, &place);
    app_draw(fixture.app);
    return 0;
}

static enum consent_verdict judge(const char *recipient)
{
    struct consent_judgement judgement;
    const struct consent_use use = { .person_id = somebody(),
                                     .purpose = CONSENT_SHARING,
                                     .recipient = recipient,
                                     .day = app_today(fixture.app) };
    assert_ok(consent_judge(app_store(fixture.app), &use, &judgement, &error));
    const enum consent_verdict verdict = judgement.verdict;
    consent_judgement_release(&judgement);
    return verdict;
}

static void the_page_of_the_person_leads_there_with_one_key(void **state)
{
    (void)state;
    struct place place = { .detail = "" };
    memcpy(place.subject, somebody(), sizeof(place.subject));
    app_open(fixture.app, &person_view_class, &place);
    app_draw(fixture.app);
    assert_shown(port(), "No consent to share");
    press("s");
    assert_string_equal(app_top(fixture.app)->class->name, "consents");
    assert_shown(port(), "Nobody has asked this person yet.");
}

static void a_consent_that_names_nobody_is_not_kept(void **state)
{
    (void)state;
    press("n");
    struct form *form = app_top(fixture.app)->class->form(app_top(fixture.app));
    form_set(form, "agreed", "yes");
    form_set(form, "understood", "yes");
    form_set(form, "language", "ky");
    app_top(fixture.app)->class->submit(fixture.app, app_top(fixture.app));
    app_draw(fixture.app);
    assert_shown(port(), "names with whom");
    assert_int_equal(judge("shelter"), CONSENT_NEVER_GIVEN);
}

static void a_consent_is_given_and_the_head_says_it(void **state)
{
    (void)state;
    press("n");
    struct form *form = app_top(fixture.app)->class->form(app_top(fixture.app));
    form_set(form, "agreed", "yes");
    form_set(form, "recipient", "shelter");
    form_set(form, "understood", "yes");
    form_set(form, "language", "ky");
    form_set(form, "until", "03.03.2027");
    form_set(form, "what0", "адрес");
    form_set(form, "whom0", "police");
    app_top(fixture.app)->class->submit(fixture.app, app_top(fixture.app));
    app_draw(fixture.app);
    assert_shown(port(), "Consent: to share with shelter, until 03.03.2027");
    assert_shown(port(), "Must not be told: адрес");
    assert_int_equal(judge("shelter"), CONSENT_COVERED);
}

static void it_is_taken_back_after_it_was_said_what_stops(void **state)
{
    (void)state;
    press("w");
    assert_shown(port(), "From now on nothing more goes out for this: shelter.");
    assert_int_equal(judge("shelter"), CONSENT_COVERED);
    press("<Down><Down><Down><Enter>");
    assert_shown(port(), "taken back 24.11.2026");
    assert_shown(port(), "No consent to share");
    assert_int_equal(judge("shelter"), CONSENT_WITHDRAWN);
}

static void what_was_taken_back_can_be_read_and_not_taken_back_again(void **state)
{
    (void)state;
    press("w");
    assert_not_shown(port(), "From now on nothing more goes out");
    press("<Enter>");
    assert_shown(port(), "Taken back on: 24.11.2026");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_page_of_the_person_leads_there_with_one_key, at_the_consents),
        cmocka_unit_test_setup(a_consent_that_names_nobody_is_not_kept, at_the_consents),
        cmocka_unit_test_setup(a_consent_is_given_and_the_head_says_it, at_the_consents),
        cmocka_unit_test_setup(it_is_taken_back_after_it_was_said_what_stops, at_the_consents),
        cmocka_unit_test_setup(what_was_taken_back_can_be_read_and_not_taken_back_again,
                               at_the_consents),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
