/* SPDX-License-Identifier: Apache-2.0 */

/* The screens that look after the office: users, settings, backups, the journal, on a scripted
 * port. */
#include "app/app.h"
#include "language.h"
#include "support/fixture_office.h"
#include "support/folder.h"
#include "support/tui/scripted_port.h"
#include "support/unit.h"
#include "view/view_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 25, COLUMNS = 80 };

static struct error error;
static struct folder folder;
static char path[FOLDER_PATH_SIZE];
static struct scripted_port port;
static struct app *app;

static void do_keys(const char *keys)
{
    assert_true(scripted_do(&port, app, keys));
}

/* Users "first" (a supervisor) and "second" (a clerk); their passphrases are their names. */
static int make(void **state)
{
    struct office *office = NULL;
    struct secret *passphrase = fixture_office_secret("second");
    (void)state;
    language_init();
    language_use("en");
    folder_make(&folder);
    folder_path(path, &folder, "office.qadam");
    assert_ok(fixture_office_create(path, disk_system(), NULL, &error));
    assert_ok(fixture_office_open(&office, path, disk_system(), "first", "first", &error));
    assert_ok(office_add_user(office, "second", ROLE_CLERK, passphrase, &error));
    office_close(&office);
    secret_free(&passphrase);
    return 0;
}

static void open_as(const char *user, const struct view_class *class)
{
    char keys[100];
    const struct app_options options = { .views = &application_views, .path = path };
    scripted_port_begin(&port, ROWS, COLUMNS);
    assert_ok(app_new(&app, &port.port, &options, &error));
    assert_non_null(app_open(app, &unlock_view_class, NULL));
    snprintf(keys, sizeof(keys), "%s<Enter>%s<Enter>", user, user);
    do_keys(keys);
    assert_true(session_is_open(app_session(app)));
    assert_non_null(app_open(app, class, NULL));
    app_draw(app);
}

static int end(void **state)
{
    (void)state;
    app_free(&app);
    scripted_port_end(&port);
    folder_remove(&folder);
    return 0;
}

static struct office_user find_user(const char *name)
{
    struct office_user user = { .is_active = false };
    assert_ok(office_find_user(app_session(app)->desk.office, name, &user, &error));
    return user;
}

/* ---- users */

static void a_user_is_let_in_kept_out_and_let_in_again(void **state)
{
    (void)state;
    open_as("first", &users_view_class);
    do_keys("nAida<Enter>couns<Enter>x y z<Enter>x y z<Enter><Enter>");
    assert_shown(&port, "Aida can open the file from now on");
    assert_int_equal(find_user("Aida").role, ROLE_COUNSELLOR);
    do_keys("12");
    assert_shown(&port, "Keep Aida out?");
    do_keys("2");
    assert_false(find_user("Aida").is_active);
    do_keys("<End><Enter>1");
    assert_shown(&port, "Aida");
    do_keys("<Enter><Enter>new one<Enter>new one<Enter><Enter>");
    assert_true(find_user("Aida").is_active);
}

static void nobody_is_kept_out_by_a_key_typed_ahead(void **state)
{
    (void)state;
    open_as("first", &users_view_class);
    scripted_port_type_ahead(&port, "<End>r2");
    do_keys("");
    assert_true(find_user("second").is_active);
    assert_shown(&port, "Keep second out?");
}

static void a_clerk_sees_users_and_changes_only_the_own_passphrase(void **state)
{
    (void)state;
    open_as("second", &users_view_class);
    do_keys("nrs");
    assert_string_equal(app_top(app)->class->name, "users");
    do_keys("1");
    assert_shown(&port, "Only a supervisor changes other users.");
    do_keys("omine<Enter>mine<Enter><Enter>");
    assert_shown(&port, "Your new passphrase is set.");
}

static void a_new_sheet_counts_only_when_its_last_group_was_typed(void **state)
{
    (void)state;
    open_as("first", &users_view_class);
    do_keys("s");
    assert_shown(&port, "RECOVERY SHEET");
    do_keys("AAAAA<Enter><Enter>");
    assert_shown(&port, "That is not the last group");
    do_keys("<Esc><Wait:600>");
    assert_string_equal(app_top(app)->class->name, "users");
}

/* ---- settings */

static void a_changed_setting_counts_at_once(void **state)
{
    (void)state;
    open_as("first", &settings_view_class);
    do_keys("<Down><Down><Down><Down><C-u>17<F2>");
    assert_shown(&port, "The settings are saved");
    assert_int_equal(app_session(app)->lock_minutes, 17);
}

static void a_setting_that_cannot_be_is_told_at_its_field(void **state)
{
    (void)state;
    open_as("first", &settings_view_class);
    do_keys("<Down><Down><Down><Down><C-u>999<F2>");
    assert_shown(&port, "! Minutes from 0 to 240.");
    assert_int_not_equal(app_session(app)->lock_minutes, 999);
}

static void the_name_of_the_office_is_not_emptied(void **state)
{
    (void)state;
    open_as("first", &settings_view_class);
    do_keys("Osh office<F2>");
    assert_shown(&port, "The settings are saved");
    do_keys("<Up><Up><Up><Up><Up><Up><Up><Up><Up><Up><C-u><F2>");
    assert_shown(&port, "! Type the name of the office");
    assert_string_equal(app_session(app)->office_name, "Osh office");
}

static void what_was_typed_into_the_settings_survives_a_lock(void **state)
{
    (void)state;
    open_as("first", &settings_view_class);
    do_keys("Osh office<Enter><C-k>first<Enter>");
    assert_string_equal(app_top(app)->class->name, "settings");
    assert_shown(&port, "Osh office");
}

static void a_clerk_only_reads_the_settings(void **state)
{
    (void)state;
    open_as("second", &settings_view_class);
    assert_shown(&port, "Only a supervisor changes these");
    do_keys("x<F2>");
    assert_not_shown(&port, "The settings are saved");
}

/* ---- backups */

static void a_backup_is_made_and_listed(void **state)
{
    (void)state;
    open_as("second", &backup_view_class);
    assert_shown(&port, "There is no backup in it yet.");
    app_session(app)->is_training = false;
    do_keys("<Enter>");
    assert_shown(&port, "Finished and checked");
    assert_shown(&port, "The last backup was made today");
    assert_int_equal(folder_count(&folder), 2 + 2); /* the file and its log, open as it is */
}

static void training_data_get_no_backup(void **state)
{
    (void)state;
    open_as("first", &backup_view_class);
    do_keys("<Enter>");
    assert_shown(&port, "no backup is made");
    assert_shown(&port, "There is no backup in it yet.");
}

static void checking_the_file_tells_the_end_of_its_journal(void **state)
{
    (void)state;
    open_as("first", &backup_view_class);
    do_keys("v");
    assert_shown(&port, "THIS FILE IS SOUND");
    assert_shown(&port, "Entries in the journal: 3.");
}

/* ---- the journal */

static void the_journal_is_searched_by_what_was_done(void **state)
{
    (void)state;
    open_as("first", &journal_view_class);
    assert_shown(&port, "file made");
    do_keys("added");
    assert_shown(&port, "file made"); /* Enter looks */
    do_keys("<Enter>");
    assert_shown(&port, "user added: second");
    assert_not_shown(&port, "file made");
    do_keys("<C-u>");
    assert_shown(&port, "file made");
}

static void an_entry_opens_with_what_it_was_before_and_afterwards(void **state)
{
    (void)state;
    open_as("first", &journal_view_class);
    const struct setting_change change = { SETTING_IDLE_LOCK_MINUTES, "8" };
    assert_ok(office_change_settings(app_session(app)->desk.office, &change, 1, &error));
    app_reload(app, app_top(app));
    do_keys("<Enter>");
    assert_shown(&port, "idle_lock_minutes: 5");
    assert_shown(&port, "idle_lock_minutes: 8");
}

static void a_journal_that_is_whole_is_said_to_be(void **state)
{
    (void)state;
    open_as("first", &journal_view_class);
    do_keys("<F6>");
    assert_shown(&port, "The journal is whole.  Entries: 3.");
}

static void a_clerk_does_not_read_the_journal(void **state)
{
    (void)state;
    open_as("second", &users_view_class);
    assert_null(app_open(app, &journal_view_class, NULL));
    assert_string_equal(app_top(app)->class->name, "users");
}

#define OFFICE_TEST(name) cmocka_unit_test_setup_teardown(name, make, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(a_user_is_let_in_kept_out_and_let_in_again),
        OFFICE_TEST(nobody_is_kept_out_by_a_key_typed_ahead),
        OFFICE_TEST(a_clerk_sees_users_and_changes_only_the_own_passphrase),
        OFFICE_TEST(a_new_sheet_counts_only_when_its_last_group_was_typed),
        OFFICE_TEST(a_changed_setting_counts_at_once),
        OFFICE_TEST(a_setting_that_cannot_be_is_told_at_its_field),
        OFFICE_TEST(the_name_of_the_office_is_not_emptied),
        OFFICE_TEST(what_was_typed_into_the_settings_survives_a_lock),
        OFFICE_TEST(a_clerk_only_reads_the_settings),
        OFFICE_TEST(a_backup_is_made_and_listed),
        OFFICE_TEST(training_data_get_no_backup),
        OFFICE_TEST(checking_the_file_tells_the_end_of_its_journal),
        OFFICE_TEST(the_journal_is_searched_by_what_was_done),
        OFFICE_TEST(an_entry_opens_with_what_it_was_before_and_afterwards),
        OFFICE_TEST(a_journal_that_is_whole_is_said_to_be),
        OFFICE_TEST(a_clerk_does_not_read_the_journal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
