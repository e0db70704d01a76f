/* SPDX-License-Identifier: Apache-2.0 */

/* What a person meets of a restricted casefile on the screen: as one who reads it, as a clerk who
 * does not, and as a supervisor who came later.  The tests stand in order. */
#include "app/app_private.h"

#include "compartment/sealed_casefile.h"
#include "office/office.h"
#include "support/dump.h"
#include "support/fixture_office.h"
#include "support/tui/fixture_application.h"
#include "support/unit.h"
#include "view/view_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TYPED "Zmeya7313"

static struct error error;
static struct fixture_application fixture;
static struct place casefile;

static void do_keys(const char *keys)
{
    assert_true(fixture_application_do(&fixture, keys));
}

static void add_user(const char *name, enum role role)
{
    struct secret *passphrase = fixture_office_secret("look");
    assert_ok(
        office_add_user(app_session(fixture.app)->desk.office, name, role, passphrase, &error));
    secret_free(&passphrase);
}

static void come_as(const char *name, const char *passphrase)
{
    char keys[100];
    snprintf(keys, sizeof(keys), "<S-Tab><C-u>%s<Enter>%s<Enter><Enter>", name, passphrase);
    do_keys("<C-k>");
    do_keys(keys);
    assert_true(session_is_open(app_session(fixture.app)));
    assert_string_equal(session_user_name(app_session(fixture.app)), name);
    while (fixture.app->view_count > 1)
        app_back(fixture.app);
    app_draw(fixture.app);
}

static int begin(void **state)
{
    (void)state;
    fixture_application_make(&fixture);
    fixture_application_open(&fixture, 25, 80);
    add_user("Clara", ROLE_CLERK);
    add_user("Damir", ROLE_SUPERVISOR);
    add_user("Olga", ROLE_PROTECTION_OFFICER);
    snprintf(casefile.subject, sizeof(casefile.subject), "%s", fixture.cases[0]);
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

/* Through the turn of the loop, as a key does. */
static void open_it(const struct view_class *class)
{
    (void)app_open(fixture.app, class, &casefile);
    do_keys("");
    app_show_restricted(fixture.app);
    app_draw(fixture.app);
}

static void command(const char *id)
{
    const struct view *view = app_top(fixture.app);
    for (const struct binding *binding = view->class->keymap; binding->action != NULL; binding++)
        if (strcmp(binding->action->word, id) == 0) {
            binding->run(fixture.app, app_top(fixture.app));
            app_draw(fixture.app);
            return;
        }
    fail_msg("no command %s", id);
}

static void a_clerk_restricts_a_casefile_and_is_told_whom_to_ask(void **state)
{
    (void)state;
    come_as("Clara", "look");
    open_it(&casefile_view_class);
    command("restrict");
    assert_shown(&fixture.port, "Restrict this casefile");
    assert_shown(&fixture.port, "Olga (protection officer)");
    do_keys("1<Enter><Enter>");
    assert_ptr_equal(app_top(fixture.app)->class, &restricted_view_class);
    assert_shown(&fixture.port, "This casefile is restricted");
    assert_shown(&fixture.port, "demo (supervisor): works on it");
    assert_shown(&fixture.port, "Damir (supervisor): opens them in an emergency");
}

static void every_screen_of_it_leads_a_clerk_to_that_page(void **state)
{
    static const struct view_class *const classes[] = { &casefile_view_class, &plan_view_class,
                                                        &notes_view_class };
    (void)state;
    for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
        while (fixture.app->view_count > 1)
            app_back(fixture.app);
        open_it(classes[i]);
        assert_ptr_equal(app_top(fixture.app)->class, &restricted_view_class);
    }
}

static void what_a_reader_types_into_it_is_in_no_table(void **state)
{
    (void)state;
    come_as("Olga", "look");
    open_it(&note_view_class);
    do_keys(TYPED);
    app_keep_draft(fixture.app, app_top(fixture.app));
    char *found = dump_find(store_handle(app_store(fixture.app)), TYPED);
    assert_string_equal(found, "");
    free(found);
    app_back(fixture.app);
    open_it(&note_view_class);
    assert_shown(&fixture.port, TYPED);
    assert_shown(&fixture.port, "Your draft is back");
}

static void who_reads_it_sees_what_it_is_restricted_for(void **state)
{
    (void)state;
    while (fixture.app->view_count > 1)
        app_back(fixture.app);
    open_it(&casefile_view_class);
    assert_shown(&fixture.port, "RESTRICTED: asylum");
}

static void a_supervisor_who_came_later_breaks_the_glass_with_a_reason(void **state)
{
    (void)state;
    come_as("Damir", "look");
    open_it(&casefile_view_class);
    assert_shown(&fixture.port, "B opens it in an emergency");
    do_keys("b<Enter><Enter>");
    assert_shown(&fixture.port, "This has to be said");
    do_keys("the child is missing<Enter><Enter>");
    assert_ptr_equal(app_top(fixture.app)->class, &casefile_view_class);
    assert_shown(&fixture.port, "Open for eight hours");
}

static void the_readers_see_it_first_until_one_of_them_has_looked(void **state)
{
    (void)state;
    come_as("Olga", "look");
    assert_ptr_equal(app_top(fixture.app)->class, &home_view_class);
    assert_shown(&fixture.port, "OPENED IN AN EMERGENCY");
    assert_shown(&fixture.port, "Damir");
    do_keys("<Enter>");
    assert_ptr_equal(app_top(fixture.app)->class, &casefile_view_class);
    while (fixture.app->view_count > 1)
        app_back(fixture.app);
    do_keys("<Home>x");
    assert_shown(&fixture.port, "Marked as seen");
    assert_not_shown(&fixture.port, "OPENED IN AN EMERGENCY");
}

static void access_is_given_and_taken_back_on_the_users_screen(void **state)
{
    struct access_held held;
    struct office_user user;
    (void)state;
    come_as("demo", "demo");
    (void)app_open(fixture.app, &users_view_class, NULL);
    do_keys("<Home><Down>");
    assert_shown(&fixture.port, "Restricted files: in an emergency:");
    do_keys("g");
    assert_shown(&fixture.port, "Nobody gives away what they do not read");
    do_keys("<Tab><Tab><Enter>");
    assert_ok(office_find_user(app_session(fixture.app)->desk.office, "Damir", &user, &error));
    assert_ok(access_find(app_store(fixture.app), user.id, &held, &error));
    assert_int_equal(held.reader, COMPARTMENTS_ALL);
    do_keys("t<Tab><Enter>");
    assert_ok(access_find(app_store(fixture.app), user.id, &held, &error));
    assert_int_equal(held.reader | held.emergency, 0);
    assert_shown(&fixture.port, "vault rekey");
}

static void it_becomes_an_ordinary_casefile_again(void **state)
{
    (void)state;
    come_as("Olga", "look");
    open_it(&casefile_view_class);
    command("lift_restriction");
    assert_shown(&fixture.port, "Make this an ordinary casefile?");
    do_keys("2");
    assert_not_shown(&fixture.port, "RESTRICTED: asylum");
    open_it(&note_view_class);
    assert_shown(&fixture.port, TYPED);
    come_as("Clara", "look");
    open_it(&casefile_view_class);
    assert_ptr_equal(app_top(fixture.app)->class, &casefile_view_class);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clerk_restricts_a_casefile_and_is_told_whom_to_ask),
        cmocka_unit_test(every_screen_of_it_leads_a_clerk_to_that_page),
        cmocka_unit_test(what_a_reader_types_into_it_is_in_no_table),
        cmocka_unit_test(who_reads_it_sees_what_it_is_restricted_for),
        cmocka_unit_test(a_supervisor_who_came_later_breaks_the_glass_with_a_reason),
        cmocka_unit_test(the_readers_see_it_first_until_one_of_them_has_looked),
        cmocka_unit_test(access_is_given_and_taken_back_on_the_users_screen),
        cmocka_unit_test(it_becomes_an_ordinary_casefile_again),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
