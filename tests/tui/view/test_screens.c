/* SPDX-License-Identifier: Apache-2.0 */

/* Every screen as people see it, compared with tests/screens: on an office of invented people on 24
 * November 2026, at the sizes of a PC's console, a terminal window, large letters and a wide
 * screen.  "make screens-accept" writes them anew. */
#include "app/app_private.h"

#include "language.h"
#include "support/tui/fixture_application.h"
#include "support/tui/golden.h"
#include "support/unit.h"
#include "view/view_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct fixture_application fixture;

enum subject { NOBODY, A_PERSON, A_CASEFILE };

struct screen {
    const char *name; /* of its file */
    const struct view_class *class;
    enum subject subject;
    const char *detail;
    const char *keys; /* pressed there */
    int rows;         /* 0: 25 */
    int columns;
    const char *language;
};

static const struct screen screens[] = {
    { "home", &home_view_class, .keys = "" },
    { "home_24", &home_view_class, .rows = 24 },
    { "home_60x16", &home_view_class, .rows = 16, .columns = 60 },
    { "home_132x43", &home_view_class, .rows = 43, .columns = 132 },
    { "home_ru", &home_view_class, .language = "ru" },
    { "home_menu", &home_view_class, .keys = "<F9>" },
    { "home_help", &home_view_class, .keys = "<F1>" },
    { "cases", &cases_view_class, .keys = "" },
    { "cases_60x16", &cases_view_class, .rows = 16, .columns = 60 },
    { "cases_132x43", &cases_view_class, .rows = 43, .columns = 132 },
    { "cases_ru", &cases_view_class, .language = "ru" },
    { "search", &search_view_class, .keys = "" },
    { "search_typed", &search_view_class, .keys = "test" },
    { "search_60x16", &search_view_class, .keys = "test", .rows = 16, .columns = 60 },
    { "intake", &intake_view_class, .keys = "" },
    { "intake_typed", &intake_view_class, .keys = "Nurlanov<Tab>Azamat<Tab>" },
    { "intake_list", &intake_view_class, .keys = "<PgDn><S-Tab><F4>" },
    { "intake_60x16", &intake_view_class, .rows = 16, .columns = 60 },
    { "intake_ru", &intake_view_class, .language = "ru" },
    { "person", &person_view_class, .subject = A_PERSON },
    { "person_60x16", &person_view_class, .subject = A_PERSON, .rows = 16, .columns = 60 },
    { "person_ru", &person_view_class, .subject = A_PERSON, .language = "ru" },
    { "household", &household_view_class, .subject = A_PERSON },
    { "choose_workflow", &choose_workflow_view_class, .subject = A_PERSON },
    { "casefile", &casefile_view_class, .subject = A_CASEFILE },
    { "casefile_24", &casefile_view_class, .subject = A_CASEFILE, .rows = 24 },
    { "casefile_60x16", &casefile_view_class, .subject = A_CASEFILE, .rows = 16, .columns = 60 },
    { "casefile_132x43", &casefile_view_class, .subject = A_CASEFILE, .rows = 43, .columns = 132 },
    { "casefile_ru", &casefile_view_class, .subject = A_CASEFILE, .language = "ru" },
    { "casefile_missing", &casefile_view_class, .subject = A_CASEFILE, .keys = "<PgDn><Enter>" },
    { "casefile_why", &casefile_view_class, .subject = A_CASEFILE, .keys = "<F6>" },
    { "plan", &plan_view_class, .subject = A_CASEFILE },
    { "notes", &notes_view_class, .subject = A_CASEFILE },
    { "appointments", &appointments_view_class, .subject = A_CASEFILE },
    { "referral", &referral_view_class, .subject = A_CASEFILE },
    { "requests", &requests_view_class, .subject = A_CASEFILE },
    { "tasks", &tasks_view_class, .subject = A_CASEFILE },
    { "history", &history_view_class, .subject = A_CASEFILE },
    { "users", &users_view_class, .keys = "" },
    { "settings", &settings_view_class, .keys = "" },
    { "settings_60x16", &settings_view_class, .rows = 16, .columns = 60 },
};

static const char *subject_of(const struct screen *screen)
{
    return screen->subject == A_PERSON     ? fixture.people[0]
           : screen->subject == A_CASEFILE ? fixture.cases[0]
                                           : "";
}

static void show(const struct screen *screen)
{
    struct place place = { .detail = "" };
    snprintf(place.subject, sizeof(place.subject), "%s", subject_of(screen));
    snprintf(place.detail, sizeof(place.detail), "%s",
             screen->detail == NULL ? "" : screen->detail);
    assert_true(language_use(screen->language == NULL ? "en" : screen->language));
    fixture.port.rows = screen->rows == 0 ? 25 : screen->rows;
    fixture.port.columns = screen->columns == 0 ? 80 : screen->columns;
    app_say(fixture.app, "");
    if (screen->class == &home_view_class)
        app_reload(fixture.app, app_top(fixture.app));
    else
        assert_non_null(app_open(fixture.app, screen->class, &place));
    if (screen->keys != NULL)
        scripted_port_type(&fixture.port, screen->keys);
    scripted_port_type(&fixture.port, "<Wait:300>");
    scripted_port_type(&fixture.port, "<Resume>");
    assert_true(scripted_run(&fixture.port, fixture.app));
}

static void leave(void)
{
    struct view *top = app_top(fixture.app);
    if (top->class->draft_form != NULL && view_form(top) != NULL)
        app_drop_draft(fixture.app, top);
    app_back_to(fixture.app, &home_view_class);
    assert_true(language_use("en"));
}

static void check_screen(void **state)
{
    const struct screen *screen = *state;
    show(screen);
    golden_check(&fixture.port.shown, screen->name);
}

static int leave_screen(void **state)
{
    (void)state;
    leave();
    return 0;
}

/* ---- before a file is open */

static void the_wizard(void **state)
{
    struct fixture_application other = fixture;
    (void)state;
    snprintf(other.path, sizeof(other.path), "%s", "none.qadam");
    fixture_application_start(&other, 25, 80);
    assert_non_null(app_open(other.app, &wizard_view_class, NULL));
    app_draw(other.app);
    golden_check(&other.port.shown, "wizard");
    fixture_application_lose(&other);
}

static void check_first(const char *file, int rows, int columns, const char *language,
                        const char *name)
{
    struct fixture_application other = fixture;
    assert_true(language_use(language));
    snprintf(other.path, sizeof(other.path), "%s", file);
    fixture_application_start(&other, rows, columns);
    golden_check(&other.port.shown, name);
    fixture_application_lose(&other);
    assert_true(language_use("en"));
}

static void the_first_screen(void **state)
{
    (void)state;
    check_first("office.qadam", 25, 80, "en", "unlock");
    check_first("office.qadam", 16, 60, "en", "unlock_60x16");
    check_first("office.qadam", 25, 80, "ru", "unlock_ru");
    check_first("none.qadam", 25, 80, "en", "unlock_none");
}

static int begin(void **state)
{
    (void)state;
    fixture_application_make(&fixture);
    assert_int_equal(chdir(fixture.folder.path), 0);
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

enum { SCREENS = sizeof(screens) / sizeof(screens[0]) };

int main(void)
{
    struct CMUnitTest tests[SCREENS + 2] = { cmocka_unit_test(the_first_screen),
                                             cmocka_unit_test(the_wizard) };
    setenv("TZ", "UTC", 1);
    for (size_t i = 0; i < SCREENS; i++)
        tests[i + 2] = (struct CMUnitTest){ .name = screens[i].name,
                                            .test_func = check_screen,
                                            .teardown_func = leave_screen,
                                            .initial_state = (void *)(uintptr_t)&screens[i] };
    return cmocka_run_group_tests(tests, begin, end);
}
