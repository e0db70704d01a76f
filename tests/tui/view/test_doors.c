/* SPDX-License-Identifier: Apache-2.0 */

/* The screens before an office file: unlocking, locking, the recovery sheet, training data, and the
 * first start, all on a scripted port. */
#include "app/app.h"
#include "language.h"
#include "support/fixture_office.h"
#include "support/folder.h"
#include "support/tui/scripted_port.h"
#include "support/unit.h"
#include "vault/recovery_code.h"
#include "view/door.h"
#include "view/view_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 25, COLUMNS = 80 };

static struct error error;
static struct folder folder;
static char path[FOLDER_PATH_SIZE];
static char code[RECOVERY_CODE_TEXT_SIZE];
static struct scripted_port port;
static struct app *app;

static void start(void)
{
    const struct app_options options = { .views = &application_views, .path = path };
    scripted_port_begin(&port, ROWS, COLUMNS);
    assert_ok(app_new(&app, &port.port, &options, &error));
    assert_non_null(app_open(app, door_find(path), NULL));
    app_draw(app);
}

static void lose(void)
{
    app_free(&app);
    scripted_port_end(&port);
}

/* User "first", passphrase "first"; "clerk" and "clerk". */
static int begin(void **state)
{
    struct office *office = NULL;
    struct secret *passphrase = fixture_office_secret("clerk");
    (void)state;
    language_init();
    language_use("en");
    folder_make(&folder);
    folder_path(path, &folder, "office.qadam");
    setenv("XDG_RUNTIME_DIR", folder.path, 1);
    assert_ok(fixture_office_create(path, disk_system(), code, &error));
    assert_ok(fixture_office_open(&office, path, disk_system(), "first", "first", &error));
    assert_ok(office_add_user(office, "clerk", ROLE_CLERK, passphrase, &error));
    office_close(&office);
    secret_free(&passphrase);
    start();
    return 0;
}

static int begin_without_file(void **state)
{
    (void)state;
    language_init();
    language_use("en");
    folder_make(&folder);
    folder_path(path, &folder, "new.qadam");
    setenv("XDG_RUNTIME_DIR", folder.path, 1);
    start();
    return 0;
}

static int end(void **state)
{
    (void)state;
    lose();
    folder_remove(&folder);
    language_use("en");
    return 0;
}

static void do_keys(const char *keys)
{
    assert_true(scripted_do(&port, app, keys));
}

static bool is_open(void)
{
    return session_is_open(app_session(app));
}

static const char *top(void)
{
    return app_top(app)->class->name;
}

/* ---- unlocking */

static void a_name_and_its_passphrase_open_the_file(void **state)
{
    (void)state;
    do_keys("first<Enter>first<Enter><Enter>");
    assert_true(is_open());
    assert_string_equal(top(), "home");
}

static void the_letters_that_are_typed_are_told_but_never_shown(void **state)
{
    (void)state;
    do_keys("first<Enter>тайна");
    assert_shown(&port, "You are typing Cyrillic letters.");
    assert_not_shown(&port, "тайна");
    do_keys("<C-u>secret");
    assert_shown(&port, "You are typing Latin letters.");
    assert_not_shown(&port, "secret");
}

static void after_wrong_tries_even_the_right_one_waits(void **state)
{
    (void)state;
    do_keys("first<Enter>wrong<Enter><Enter><Wait:2000>");
    do_keys("wrong<Enter><Enter><Wait:3000>wrong<Enter><Enter>");
    assert_shown(&port, "Wrong tries: 3.");
    do_keys("first<Enter><Enter>");
    assert_false(is_open());
    do_keys("<Wait:60000><Enter>");
    assert_true(is_open());
}

static const char *focused(void)
{
    const struct view *view = app_top(app);
    const struct form_field *field = form_focused(view->class->form((struct view *)view));
    return field == NULL ? "button" : field->id;
}

static void a_wrong_passphrase_is_typed_anew_at_once(void **state)
{
    (void)state;
    do_keys("first<Enter>wrong<Enter><Enter>");
    assert_string_equal(focused(), "passphrase");
    do_keys("<Enter><Enter>"); /* nothing typed, while it waits */
    assert_string_equal(focused(), "passphrase");
    do_keys("<Wait:2000>first<Enter><Enter>");
    assert_true(is_open());
}

static void the_wait_is_not_told_any_more_when_it_is_over(void **state)
{
    (void)state;
    do_keys("first<Enter>wrong<Enter><Enter>f");
    assert_shown(&port, "Wait 1 second");
    do_keys("<Wait:2000>i");
    assert_not_shown(&port, "Wait 1 second");
    assert_shown(&port, "You can try again now.");
}

static void the_language_that_a_user_chose_comes_back_with_that_user(void **state)
{
    (void)state;
    if (language_code_at(1) == NULL)
        skip();
    do_keys("first<Enter>first<Enter><Enter><F8>");
    assert_string_equal(language_code(), language_code_at(1));
    lose();
    language_use("en");
    start();
    do_keys("clerk<Enter>clerk<Enter><Enter>");
    assert_string_equal(language_code(), "en");
    do_keys("<C-k>");
    do_keys("<Up><C-u>first<Enter>first<Enter><Enter>");
    assert_string_equal(language_code(), language_code_at(1));
}

static void the_language_of_the_office_counts_until_a_user_chooses(void **state)
{
    struct office *office = NULL;
    (void)state;
    if (language_code_at(1) == NULL)
        skip();
    assert_ok(fixture_office_open(&office, path, disk_system(), "first", "first", &error));
    assert_ok(
        setting_change_text(office_store(office), SETTING_LANGUAGE, language_code_at(1), &error));
    office_close(&office);
    do_keys("clerk<Enter>clerk<Enter><Enter>");
    assert_string_equal(language_code(), language_code_at(1));
    lose();
    language_use("en");
    start();
    do_keys("first<Enter>first<Enter><Enter><F8>"); /* on to another one */
    const char *chosen = language_code();
    lose();
    language_use("en");
    start();
    do_keys("first<Enter>first<Enter><Enter>");
    assert_string_equal(language_code(), chosen);
}

static void what_is_no_office_file_is_told_and_looked_for_again(void **state)
{
    (void)state;
    lose();
    char kept[FOLDER_PATH_SIZE];
    snprintf(kept, sizeof(kept), "%s", path);
    snprintf(path, sizeof(path), "%s", folder.path);
    start();
    assert_shown(&port, "This is a folder.");
    app_set_path(app, kept);
    do_keys("<Enter>");
    assert_shown(&port, "Your passphrase opens it.");
}

/* ---- locking */

static void after_a_lock_only_the_passphrase_is_asked_for(void **state)
{
    (void)state;
    do_keys("first<Enter>first<Enter><Enter><F9>");
    assert_string_equal(top(), "menu");
    do_keys("<C-k>");
    assert_false(is_open());
    assert_int_equal(port.wipes, 1);
    assert_shown(&port, "Locked.  Nothing was lost");
    do_keys("first<Enter><Enter>");
    assert_true(is_open());
}

static void a_lock_comes_back_to_where_somebody_was(void **state)
{
    (void)state;
    do_keys("first<Enter>first<Enter><Enter>");
    assert_non_null(app_open(app, &users_view_class, NULL));
    do_keys("<C-k>first<Enter><Enter>");
    assert_string_equal(top(), "users");
}

/* ---- the recovery sheet */

static void open_recovery(void)
{
    const struct place recovery = { .detail = "recovery" };
    assert_non_null(app_open(app, &unlock_view_class, &recovery));
}

static void the_sheet_opens_the_users_and_nothing_else(void **state)
{
    char keys[RECOVERY_CODE_TEXT_SIZE + 32];
    (void)state;
    open_recovery();
    snprintf(keys, sizeof(keys), "%s<Enter><Enter>", code);
    do_keys(keys);
    assert_true(is_open());
    assert_string_equal(top(), "users");
    do_keys("<F3><F7>");
    assert_string_equal(top(), "users");
}

static void a_slip_in_the_code_is_told_by_its_group(void **state)
{
    char keys[RECOVERY_CODE_TEXT_SIZE + 32];
    (void)state;
    open_recovery();
    code[7] = code[7] == '0' ? '1' : '0'; /* in group 2 */
    snprintf(keys, sizeof(keys), "%s<Enter><Enter>", code);
    do_keys(keys);
    assert_false(is_open());
    assert_shown(&port, "group 2");
}

static void whoever_forgot_gets_a_new_passphrase_with_the_sheet(void **state)
{
    char keys[RECOVERY_CODE_TEXT_SIZE + 32];
    (void)state;
    open_recovery();
    snprintf(keys, sizeof(keys), "%s<Enter><Enter>", code);
    do_keys(keys);
    do_keys("pnew<Enter>new<Enter><Enter>"); /* of "clerk", who comes first */
    assert_shown(&port, "The new passphrase of clerk is set.");
    do_keys("<C-k>");
    do_keys("clerk<Enter>new<Enter><Enter>");
    assert_true(is_open());
}

/* ---- training data */

static void training_data_are_thrown_away_when_they_are_left(void **state)
{
    (void)state;
    const int files = folder_count(&folder);
    do_keys("<F8>");
    assert_true(is_open());
    assert_true(app_session(app)->is_training);
    assert_shown(&port, "TRAINING");
    do_keys("<C-k>");
    assert_shown(&port, "the passphrase is demo");
    do_keys("demo<Enter><Enter>");
    assert_true(is_open());
    do_keys("<F10>");
    assert_false(is_open());
    assert_string_equal(app_path(app), path);
    assert_int_equal(folder_count(&folder), files);
    do_keys("first<Enter>first<Enter><Enter>");
    assert_string_equal(session_user_name(app_session(app)), "first");
}

/* ---- the first start */

static void read_last_group(char out[RECOVERY_CODE_GROUP_SYMBOLS + 1])
{
    char text[SCRIPTED_ROW_SIZE];
    const int row = grid_find(&port.shown, "8) ");
    assert_true(row >= 0);
    grid_row_text(&port.shown, row, text);
    snprintf(out, RECOVERY_CODE_GROUP_SYMBOLS + 1, "%s", strstr(text, "8) ") + 3);
}

static void three_pages_make_an_office_file(void **state)
{
    char group[RECOVERY_CODE_GROUP_SYMBOLS + 1];
    char name[SETTING_TEXT_SIZE];
    (void)state;
    assert_string_equal(top(), "wizard");
    do_keys("Osh<Enter>osh<Enter>KG<Enter><Enter><Enter>");
    assert_string_equal(top(), "wizard_user");
    do_keys("Aida<Enter>five green camels sleep<Enter>five green camels sleep<Enter>");
    assert_false(file_exists(path));
    do_keys("<Enter>");
    assert_true(file_exists(path));
    assert_string_equal(top(), "wizard_sheet");
    do_keys("AAAAA<Enter><Enter>");
    assert_string_equal(top(), "wizard_sheet");
    read_last_group(group);
    do_keys("<C-u>");
    do_keys(group);
    do_keys("<Enter><Enter>");
    assert_true(is_open());
    assert_ok(setting_text(app_store(app), SETTING_OFFICE_NAME, name, &error));
    assert_string_equal(name, "Osh");
}

static void read_bar(char out[SCRIPTED_ROW_SIZE])
{
    grid_row_text(&port.shown, port.shown.rows - 1, out);
}

#define WIZARD_OFFICE "Osh<Enter>osh<Enter>KG<Enter><Enter><Enter>"
#define WIZARD_USER   "Aida<Enter>five green camels sleep<Enter>five green camels sleep<Enter>"

static void whoever_leaves_the_sheet_finds_the_file_that_was_made(void **state)
{
    static const char *const ways[] = { "<F10>", "<Esc><Wait:600>" };
    (void)state;
    do_keys(WIZARD_OFFICE WIZARD_USER "<Enter>");
    for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
        assert_string_equal(top(), i == 0 ? "wizard_sheet" : "unlock");
        do_keys(ways[i]);
        assert_string_equal(top(), "unlock");
        assert_not_shown(&port, "There is no office file");
        assert_shown(&port, "A new recovery sheet can be made in Users.");
    }
    do_keys("five green camels sleep<Enter><Enter>");
    assert_string_equal(top(), "home");
}

static void keys_typed_while_the_file_is_made_do_not_lose_the_sheet(void **state)
{
    (void)state;
    do_keys(WIZARD_OFFICE WIZARD_USER);
    scripted_port_type_ahead(&port, "<Enter><F10><F10>");
    assert_true(scripted_run(&port, app));
    assert_string_equal(top(), "wizard_sheet");
}

static void the_language_has_one_key_before_the_file_is_open_and_one_after(void **state)
{
    char bar[SCRIPTED_ROW_SIZE];
    (void)state;
    do_keys("<F1>");
    read_bar(bar);
    assert_non_null(strstr(bar, "F7 Lang"));
    assert_null(strstr(bar, "F8"));
    do_keys("<F10>first<Enter>first<Enter><Enter><F1>");
    read_bar(bar);
    assert_non_null(strstr(bar, "F8 Lang"));
}

static void going_on_without_the_sheet_opens_the_file(void **state)
{
    (void)state;
    do_keys(WIZARD_OFFICE WIZARD_USER "<Enter><F9>");
    assert_shown(&port, "2  ");
    assert_shown(&port, "Go on without the sheet");
    do_keys("2");
    assert_shown(&port, "Without a recovery sheet?");
    do_keys("2");
    assert_string_equal(top(), "home");
}

static void an_office_without_a_name_is_told_what_is_needed(void **state)
{
    (void)state;
    char row[SCRIPTED_ROW_SIZE];
    grid_row_text(&port.shown, grid_find(&port.shown, "Name of the office"), row);
    assert_non_null(strstr(row, "needed"));
    do_keys("<Enter>osh<Enter>KG<Enter><Enter><Enter>");
    assert_string_equal(top(), "wizard");
    assert_shown(&port, "Type the name of the office.");
    assert_string_equal(focused(), "name");
    do_keys("Osh<Enter><Enter><Enter><Enter><Enter>");
    assert_string_equal(top(), "wizard_user");
}

static void two_passphrases_that_differ_are_typed_again(void **state)
{
    (void)state;
    do_keys(WIZARD_OFFICE "Aida<Enter>five green camels sleep<Enter>five green camels<Enter>");
    assert_shown(&port, "The two differ.");
    assert_not_shown(&port, "**");
    assert_string_equal(focused(), "passphrase");
    do_keys("five green camels sleep<Enter>five green camels sleep<Enter><Enter>");
    assert_string_equal(top(), "wizard_sheet");
}

/* ---- keys */

static void every_page_of_the_first_start_has_the_keys_of_unlocking(void **state)
{
    char bar[SCRIPTED_ROW_SIZE];
    (void)state;
    read_bar(bar);
    assert_non_null(strstr(bar, "F7 Lang"));
    assert_non_null(strstr(bar, "F8 Train"));
    do_keys(WIZARD_OFFICE);
    read_bar(bar);
    assert_non_null(strstr(bar, "F7 Lang"));
    assert_non_null(strstr(bar, "F8 Train"));
    do_keys(WIZARD_USER "<Enter>");
    read_bar(bar);
    assert_non_null(strstr(bar, "F7 Lang"));
    assert_null(strstr(bar, "F8"));
    do_keys("<F8>"); /* nothing: the code would be gone */
    assert_string_equal(top(), "wizard_sheet");
}

static void training_data_seen_from_the_second_page_leave_what_was_typed(void **state)
{
    (void)state;
    do_keys(WIZARD_OFFICE "Aida<Enter><F8>");
    assert_true(app_session(app)->is_training);
    do_keys("<F10>");
    assert_shown(&port, "Osh");
    do_keys("<Enter>");
    assert_shown(&port, "Aida");
}

static void function_keys_stand_in_their_order(void **state)
{
    char bar[SCRIPTED_ROW_SIZE], keys[40];
    (void)state;
    for (int columns = 20; columns <= 140; columns += 10) {
        snprintf(keys, sizeof(keys), "<Resize:%dx25>", columns);
        do_keys(keys);
        read_bar(bar);
        int last = 0, number = 0;
        for (const char *at = bar; (at = strchr(at, 'F')) != NULL; at++)
            if (sscanf(at, "F%d ", &number) == 1) {
                assert_true(number > last);
                last = number;
            }
        assert_int_equal(last, 10);
    }
}

static void going_back_in_the_first_start_loses_nothing(void **state)
{
    (void)state;
    do_keys("Osh<Enter>osh<Enter>KG<Enter><Enter><Enter>Aida<Enter>one<Esc><Wait:600>");
    assert_string_equal(top(), "wizard");
    assert_shown(&port, "Osh");
    assert_shown(&port, "Kyrgyzstan");
    do_keys("<Enter>");
    assert_string_equal(top(), "wizard_user");
    assert_shown(&port, "Aida");
    assert_shown(&port, "***");
    assert_false(file_exists(path));
}

static void training_data_seen_first_leave_what_was_typed(void **state)
{
    (void)state;
    do_keys("Osh<Enter><F8>");
    assert_true(app_session(app)->is_training);
    do_keys("<F10>");
    assert_string_equal(top(), "wizard");
    assert_shown(&port, "Osh");
}

static void a_folder_that_is_not_there_is_told_before_anything_is_typed(void **state)
{
    (void)state;
    lose();
    snprintf(path, sizeof(path), "/nowhere/at/all.qadam");
    start();
    assert_string_equal(top(), "wizard");
    assert_shown(&port, "There is no such folder");
}

#define WITH_FILE(name)    cmocka_unit_test_setup_teardown(name, begin, end)
#define WITHOUT_FILE(name) cmocka_unit_test_setup_teardown(name, begin_without_file, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FILE(a_name_and_its_passphrase_open_the_file),
        WITH_FILE(the_letters_that_are_typed_are_told_but_never_shown),
        WITH_FILE(after_wrong_tries_even_the_right_one_waits),
        WITH_FILE(a_wrong_passphrase_is_typed_anew_at_once),
        WITH_FILE(the_wait_is_not_told_any_more_when_it_is_over),
        WITH_FILE(the_language_of_the_office_counts_until_a_user_chooses),
        WITH_FILE(the_language_has_one_key_before_the_file_is_open_and_one_after),
        WITH_FILE(function_keys_stand_in_their_order),
        WITH_FILE(the_language_that_a_user_chose_comes_back_with_that_user),
        WITH_FILE(what_is_no_office_file_is_told_and_looked_for_again),
        WITH_FILE(after_a_lock_only_the_passphrase_is_asked_for),
        WITH_FILE(a_lock_comes_back_to_where_somebody_was),
        WITH_FILE(the_sheet_opens_the_users_and_nothing_else),
        WITH_FILE(a_slip_in_the_code_is_told_by_its_group),
        WITH_FILE(whoever_forgot_gets_a_new_passphrase_with_the_sheet),
        WITH_FILE(training_data_are_thrown_away_when_they_are_left),
        WITHOUT_FILE(three_pages_make_an_office_file),
        WITHOUT_FILE(whoever_leaves_the_sheet_finds_the_file_that_was_made),
        WITHOUT_FILE(keys_typed_while_the_file_is_made_do_not_lose_the_sheet),
        WITHOUT_FILE(going_on_without_the_sheet_opens_the_file),
        WITHOUT_FILE(an_office_without_a_name_is_told_what_is_needed),
        WITHOUT_FILE(two_passphrases_that_differ_are_typed_again),
        WITHOUT_FILE(every_page_of_the_first_start_has_the_keys_of_unlocking),
        WITHOUT_FILE(training_data_seen_from_the_second_page_leave_what_was_typed),
        WITHOUT_FILE(going_back_in_the_first_start_loses_nothing),
        WITHOUT_FILE(training_data_seen_first_leave_what_was_typed),
        WITHOUT_FILE(a_folder_that_is_not_there_is_told_before_anything_is_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
