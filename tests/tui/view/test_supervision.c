/* SPDX-License-Identifier: Apache-2.0 */

/* The supervision screen on a scripted port: loads, what nobody has, what waits, and my day. */
#include "casefile/casefile_store.h"
#include "language.h"
#include "office/office.h"
#include "store/setting.h"
#include "support/fixture_office.h"
#include "support/fixture_store.h"
#include "support/tui/fixture_application.h"
#include "support/unit.h"
#include "view/view_list.h"

#include <stdio.h>
#include <string.h>

static struct error error;
static struct fixture_application fixture;

static int make(void **state)
{
    (void)state;
    fixture_application_make(&fixture);
    return 0;
}

static int remove_all(void **state)
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

/* Beside "demo" there is "aida", a clerk without casefiles. */
static void open_office(int rows, int columns)
{
    struct secret *passphrase = fixture_office_secret("aida");
    fixture_application_open(&fixture, rows, columns);
    assert_ok(office_add_user(app_session(fixture.app)->desk.office, "aida", ROLE_CLERK, passphrase,
                              &error));
    assert_ok(session_renew_users(app_session(fixture.app), &error));
    secret_free(&passphrase);
}

static void open_screen(int rows, int columns)
{
    open_office(rows, columns);
    assert_non_null(app_open(fixture.app, &supervision_view_class, NULL));
    app_draw(fixture.app);
}

static struct store *store(void)
{
    return app_store(fixture.app);
}

static void free_first_casefile(void)
{
    assert_ok(casefile_assign(app_desk(fixture.app), fixture.cases[0], NULL, &error));
}

static void loads_stand_with_their_limit_in_words(void **state)
{
    (void)state;
    open_screen(25, 80);
    assert_shown(&fixture.port, "WHO HAS HOW MUCH");
    assert_shown(&fixture.port, "of 25");
    assert_ok(setting_change_number(store(), SETTING_CASELOAD_LIMIT, 1, &error));
    do_keys("w");
    assert_shown(&fixture.port, "OVER 1");
}

static void a_small_screen_shows_them_too(void **state)
{
    (void)state;
    open_screen(16, 60);
    assert_shown(&fixture.port, "aida");
    assert_shown(&fixture.port, "0 of 25");
}

static void enter_shows_the_casefiles_of_a_worker(void **state)
{
    (void)state;
    open_screen(25, 80);
    do_keys("<Enter>");
    assert_shown(&fixture.port, "OPEN CASEFILES OF ONE WORKER");
    do_keys("<Enter>");
    assert_ptr_equal(app_top(fixture.app)->class, &casefile_view_class);
}

static void over_the_limit_a_word_why_is_needed(void **state)
{
    struct casefile casefile;
    (void)state;
    open_screen(25, 80);
    free_first_casefile();
    assert_ok(
        casefile_set_risk(app_desk(fixture.app), fixture.cases[0], CASEFILE_RISK_LOW, &error));
    assert_ok(
        casefile_set_urgency(app_desk(fixture.app), fixture.cases[0], CASEFILE_NORMAL, &error));
    assert_ok(setting_change_number(store(), SETTING_CASELOAD_LIMIT, 1, &error));
    do_keys("u");
    assert_shown(&fixture.port, "CASEFILES THAT NOBODY HAS");
    do_keys("<End>gdemo<Enter><Enter><Enter>");
    assert_shown(&fixture.port, "as many as the office allows");
    do_keys("knows the family<Enter><Enter>");
    assert_shown(&fixture.port, "Now works on this casefile: demo");
    assert_ok(casefile_load(store(), fixture.cases[0], &casefile, &error));
    assert_string_equal(casefile.assigned_to, app_desk(fixture.app)->actor);
    casefile_release(&casefile);
}

static void ask_closing(void)
{
    struct office_user aida;
    struct casefile_closed closed;
    struct casefile_desk desk = *app_desk(fixture.app);
    const struct casefile_closing closing = { .reason = CLOSING_GOALS_REACHED };
    assert_ok(office_find_user(app_session(fixture.app)->desk.office, "aida", &aida, &error));
    desk.actor = aida.id;
    desk.role = "clerk";
    assert_ok(
        casefile_set_risk(app_desk(fixture.app), fixture.cases[0], CASEFILE_RISK_LOW, &error));
    assert_ok(casefile_close(&desk, fixture.cases[0], &closing, &closed, &error));
}

static void a_closing_is_given_back_with_a_word(void **state)
{
    (void)state;
    open_screen(25, 80);
    ask_closing();
    do_keys("a<End>");
    assert_shown(&fixture.port, "closing");
    do_keys("n<Enter><Enter>");
    assert_shown(&fixture.port, "This has to be said.");
    do_keys("no flat yet<Enter><Enter>");
    assert_shown(&fixture.port, "Given back, with your words.");
    assert_int_equal(fixture_number(store(), "SELECT count(*) FROM approval"
                                             " WHERE kind = 'closing' AND state = 'rejected'"),
                     1);
}

static void a_closing_is_approved(void **state)
{
    (void)state;
    open_screen(25, 80);
    ask_closing();
    do_keys("a<End>y");
    assert_shown(&fixture.port, "Close this casefile?");
    do_keys("1");
    assert_shown(&fixture.port, "Approved.");
    assert_int_equal(fixture_number(store(), "SELECT count(*) FROM approval"
                                             " WHERE kind = 'closing' AND state = 'approved'"),
                     1);
}

static void all_of_a_worker_go_to_another(void **state)
{
    (void)state;
    open_screen(25, 80);
    do_keys("taida<Enter>leave<Enter><Enter>");
    assert_shown(&fixture.port, "All casefiles are given to aida now.");
    do_keys("<Home>");
    assert_shown(&fixture.port, "> aida");
}

static void my_day_says_what_supervision_brings(void **state)
{
    (void)state;
    open_office(25, 80);
    free_first_casefile();
    ask_closing();
    do_keys("e");
    do_keys("m");
    assert_shown(&fixture.port, "TO LOOK AFTER");
    assert_shown(&fixture.port, "waiting for a yes or no:");
    do_keys("s");
    assert_ptr_equal(app_top(fixture.app)->class, &supervision_view_class);
}

int main(void)
{
#define ON_SCREEN(test) cmocka_unit_test_setup_teardown(test, make, remove_all)
    const struct CMUnitTest tests[] = {
        ON_SCREEN(loads_stand_with_their_limit_in_words),
        ON_SCREEN(a_small_screen_shows_them_too),
        ON_SCREEN(enter_shows_the_casefiles_of_a_worker),
        ON_SCREEN(over_the_limit_a_word_why_is_needed),
        ON_SCREEN(a_closing_is_given_back_with_a_word),
        ON_SCREEN(a_closing_is_approved),
        ON_SCREEN(all_of_a_worker_go_to_another),
        ON_SCREEN(my_day_says_what_supervision_brings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
