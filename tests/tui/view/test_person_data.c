/* SPDX-License-Identifier: Apache-2.0 */

/* Everything that is kept about a person, on the screen and as a file that is handed over. */
#include "app/app.h"
#include "language.h"
#include "support/fixture_office.h"
#include "support/fixture_record.h"
#include "support/folder.h"
#include "support/tui/scripted_port.h"
#include "support/unit.h"
#include "view/view_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { ROWS = 25, COLUMNS = 80 };

static struct error error;
static struct folder folder;
static char path[FOLDER_PATH_SIZE];
static char sheet[FOLDER_PATH_SIZE];
static char person[UUID_TEXT_SIZE];
static struct scripted_port port;
static struct app *app;

static void do_keys(const char *keys)
{
    assert_true(scripted_do(&port, app, keys));
}

/* A person, a supervisor "first" and a clerk "second". */
static int make(void **state)
{
    struct office *office = NULL;
    struct secret *passphrase = fixture_office_secret("second");
    struct person record = fixture_record_make("Осмонов", "Бакыт");
    (void)state;
    language_init();
    language_use("en");
    folder_make(&folder);
    folder_path(path, &folder, "office.qadam");
    folder_path(sheet, &folder, "sheet.txt");
    assert_ok(fixture_office_create(path, disk_system(), NULL, &error));
    assert_ok(fixture_office_open(&office, path, disk_system(), "first", "first", &error));
    assert_ok(office_add_user(office, "second", ROLE_CLERK, passphrase, &error));
    assert_ok(person_add(office_store(office), office_actor(office), &record, NULL, &error));
    memcpy(person, record.id, sizeof(person));
    person_release(&record);
    office_close(&office);
    secret_free(&passphrase);
    return 0;
}

static int end(void **state)
{
    (void)state;
    app_free(&app);
    scripted_port_end(&port);
    folder_remove(&folder);
    return 0;
}

static void open_as(const char *user)
{
    char keys[100];
    struct place place = { .detail = "" };
    const struct app_options options = { .views = &application_views, .path = path };
    memcpy(place.subject, person, sizeof(person));
    scripted_port_begin(&port, ROWS, COLUMNS);
    assert_ok(app_new(&app, &port.port, &options, &error));
    assert_non_null(app_open(app, &unlock_view_class, NULL));
    snprintf(keys, sizeof(keys), "%s<Enter>%s<Enter>", user, user);
    do_keys(keys);
    assert_non_null(app_open(app, &person_view_class, &place));
    app_draw(app);
}

/* The command that only the menu has. */
static void ask_to_hand_over(void)
{
    do_keys("<F9>");
    for (int i = 0; i < 40; i++) {
        char row[SCRIPTED_ROW_SIZE];
        const int at = grid_find(&port.shown, "Write everything that is kept");
        if (at >= 0) {
            grid_row_text(&port.shown, at, row);
            if (strchr(row, '>') != NULL)
                break;
        }
        do_keys("<Down>");
    }
    do_keys("<Enter>");
    assert_shown(&port, "Hand over everything that is kept");
}

static void the_sheet_is_read_on_the_screen(void **state)
{
    (void)state;
    open_as("first");
    do_keys("d");
    assert_shown(&port, "WHAT IS KNOWN OF YOU");
    do_keys("<End>");
    assert_shown(&port, "YOUR RIGHTS");
}

static void a_clerk_does_not_get_it(void **state)
{
    (void)state;
    open_as("second");
    do_keys("d");
    assert_not_shown(&port, "WHAT IS KNOWN OF YOU");
}

static void the_file_is_whole_and_for_its_owner_only(void **state)
{
    char keys[FOLDER_PATH_SIZE + 100];
    struct stat status;
    (void)state;
    open_as("first");
    ask_to_hand_over();
    snprintf(keys, sizeof(keys), "<Enter>yes<Enter>%s<Enter><Enter>", sheet);
    do_keys(keys);
    assert_shown(&port, "The sheet was written");
    assert_int_equal(stat(sheet, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    struct content content = file_read(sheet);
    assert_true(content.length > 500);
    free(content.bytes);
    assert_true(folder_holds(&folder, "Осмонов", strlen("Осмонов")));
}

static void no_file_is_written_over_and_nothing_without_a_look_at_the_papers(void **state)
{
    char keys[FOLDER_PATH_SIZE + 100];
    (void)state;
    file_write(sheet, "mine", 4);
    open_as("first");
    ask_to_hand_over();
    snprintf(keys, sizeof(keys), "<Enter><Enter>%s<Enter><Enter>", sheet);
    do_keys(keys);
    assert_shown(&port, "Look at a paper");
    do_keys("yes<Enter><Enter><Enter>");
    assert_shown(&port, "There is a file of that name already");
    assert_int_equal(file_size(sheet), 4);
    assert_int_equal(folder_holds(&folder, "Осмонов", strlen("Осмонов")), false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_sheet_is_read_on_the_screen, make, end),
        cmocka_unit_test_setup_teardown(a_clerk_does_not_get_it, make, end),
        cmocka_unit_test_setup_teardown(the_file_is_whole_and_for_its_owner_only, make, end),
        cmocka_unit_test_setup_teardown(
            no_file_is_written_over_and_nothing_without_a_look_at_the_papers, make, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
