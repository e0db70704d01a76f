/* SPDX-License-Identifier: Apache-2.0 */

/* What must be true of every view, whatever it shows: it can be drawn at any size, the cursor is on
 * the focus, only signs are drawn that every console can show, and each of its commands can be
 * given and left again. */
#include "app/app_private.h"

#include "language.h"
#include "support/tui/fixture_application.h"
#include "support/unit.h"
#include "view/view_list.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <utf8proc.h>

static struct fixture_application fixture;

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
    fixture_application_verify(&fixture);
    assert_int_equal(chdir("/"), 0);
    fixture_application_remove(&fixture);
    return 0;
}

/* ---- walking through all of them */

static const char *const personal[] = { "person", "compare", "household", "choose_workflow" };

static struct place place_of(const struct view_class *class, bool is_person)
{
    struct place place = { .detail = "" };
    for (size_t i = 0; i < sizeof(personal) / sizeof(personal[0]); i++)
        is_person = is_person || strcmp(class->name, personal[i]) == 0;
    snprintf(place.subject, sizeof(place.subject), "%s",
             is_person ? fixture.people[0] : fixture.cases[0]);
    if (strcmp(class->name, "compare") == 0)
        snprintf(place.detail, sizeof(place.detail), "%s", fixture.people[2]);
    else if (strcmp(class->name, "notes") == 0 || strcmp(class->name, "history") == 0)
        snprintf(place.detail, sizeof(place.detail), "%s", is_person ? "person" : "");
    return place;
}

static void set_size(int rows, int columns)
{
    fixture.port.rows = rows;
    fixture.port.columns = columns;
    app_draw(fixture.app);
}

static bool is_open(void)
{
    return session_is_open(app_session(fixture.app));
}

/* Back to the first view, whatever happened. */
static void go_home(void)
{
    set_size(25, 80);
    if (!is_open()) {
        fixture_application_lose(&fixture);
        fixture_application_open(&fixture, 25, 80);
    }
    while (fixture.app->view_count > 1)
        app_back(fixture.app);
    app_say(fixture.app, "");
    assert_ptr_equal(app_top(fixture.app)->class, &home_view_class);
}

/* Opens each view on a casefile or a person and lets check look at it. */
static void each_view(void (*check)(const struct view_class *class, struct view *view))
{
    for (size_t i = 0; view_list_at(i) != NULL; i++) {
        const struct view_class *class = view_list_at(i);
        for (int is_person = 0; is_person < 2 && !class->is_locked; is_person++) {
            const struct place place = place_of(class, is_person == 1);
            go_home();
            struct view *view = app_open(fixture.app, class, &place);
            if (view == NULL)
                continue;
            app_draw(fixture.app);
            check(class, view);
        }
    }
    go_home();
}

/* ---- sizes */

static void draw_at_every_size(const struct view_class *class, struct view *view)
{
    (void)class;
    (void)view;
    for (int rows = 1; rows <= 45; rows++)
        for (int columns = 1; columns <= 140; columns += columns < 25 ? 3 : 11)
            set_size(rows, columns);
    set_size(100, 300);
}

static void every_view_can_be_drawn_at_every_size(void **state)
{
    (void)state;
    each_view(draw_at_every_size);
}

/* ---- the cursor */

static bool is_cursor_on_focus(void)
{
    const struct grid *grid = &fixture.port.shown;
    const struct cell *cell = grid_cell(grid, grid->cursor_row, grid->cursor_column);
    return cell->style == STYLE_FOCUS || cell->letters[0] == '>';
}

static void check_cursor(const struct view_class *class, struct view *view)
{
    static const char *const keys[] = { "<Tab>", "<Down>", "<Tab>", "<Up>", "<S-Tab>", "<PgDn>" };
    const bool has_focus = view_form(view) != NULL || is_cursor_on_focus();
    for (size_t i = 0; i < 5 * sizeof(keys) / sizeof(keys[0]) && has_focus; i++) {
        assert_true(fixture_application_do(&fixture, keys[i % (sizeof(keys) / sizeof(keys[0]))]));
        if (app_top(fixture.app) != view)
            return;
        if (!is_cursor_on_focus()) {
            grid_print(&fixture.port.shown);
            fail_msg("%s: the cursor is not on the focus", class->name);
        }
    }
}

static void the_cursor_is_always_on_the_focus(void **state)
{
    (void)state;
    each_view(check_cursor);
}

static void with_nothing_found_the_cursor_stays_in_the_filter(void **state)
{
    (void)state;
    go_home();
    assert_non_null(app_open(fixture.app, &cases_view_class, NULL));
    assert_true(fixture_application_do(&fixture, "zzzqqq<Down>"));
    assert_true(is_cursor_on_focus());
    assert_true(fixture_application_do(&fixture, "<F4><PgUp><Enter>"));
    assert_true(is_cursor_on_focus());
    go_home();
}

/* ---- signs */

/* Beside letters, what every font of the console has. */
static bool is_safe(uint32_t letter)
{
    static const uint32_t safe[] = {
        0x2500, 0x2502, 0x250C, 0x2510, 0x2514, 0x2518, 0x251C, 0x2524, 0x252C, 0x2534,
        0x253C, 0x2550, 0x2588, 0x2591, 0x2592, 0x2026, 0x2192, 0x2190, 0x2191, 0x2193,
        0xAB,   0xBB,   0x2013, 0x2014, 0x2116, 0x2019, 0x201C, 0x201D, 0x2BB,  0x2BC,
    };
    const utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)letter);
    if (letter < 0x80 || category <= UTF8PROC_CATEGORY_LO)
        return true;
    for (size_t i = 0; i < sizeof(safe) / sizeof(safe[0]); i++)
        if (safe[i] == letter)
            return true;
    return false;
}

static void check_signs(const struct view_class *class, struct view *view)
{
    const struct grid *grid = &fixture.port.shown;
    (void)view;
    for (int i = 0; i < grid->rows * grid->columns; i++)
        if (grid->cells[i].width > 0 && !is_safe(grid->cells[i].letters[0])) {
            grid_print(grid);
            fail_msg("%s shows the sign U+%04X, which consoles have not", class->name,
                     (unsigned)grid->cells[i].letters[0]);
        }
}

static void only_signs_are_shown_that_consoles_have(void **state)
{
    (void)state;
    for (size_t i = 0; language_code_at(i) != NULL; i++) {
        assert_true(language_use(language_code_at(i)));
        each_view(check_signs);
    }
    assert_true(language_use("en"));
}

/* ---- commands */

/* Those that end what the test stands on. */
static bool is_run(const struct binding *binding)
{
    return binding->action != &action_quit && binding->action != &action_lock;
}

static void run_one(const struct view_class *class, size_t map, size_t index, bool is_person)
{
    const struct binding *keymaps[APP_KEYMAPS];
    const struct place place = place_of(class, is_person);
    go_home();
    struct view *view = app_open(fixture.app, class, &place);
    if (view == NULL)
        return;
    app_draw(fixture.app);
    app_keymaps(fixture.app, view, keymaps);
    const struct binding *binding = &keymaps[map][index];
    if (!is_run(binding) || !binding_is_there(binding, fixture.app, view))
        return;
    binding->run(fixture.app, view);
    app_draw(fixture.app);
    assert_true(fixture_application_do(&fixture, "<Down><Tab><Resize:60x16><Esc><Wait:700>"));
    language_use("en");
}

static void run_all(const struct view_class *class, struct view *view)
{
    const struct binding *keymaps[APP_KEYMAPS];
    const bool is_person = strcmp(view->place.subject, fixture.people[0]) == 0;
    app_keymaps(fixture.app, view, keymaps);
    for (size_t map = 0; map < APP_KEYMAPS; map++)
        for (size_t i = 0; keymaps[map] != NULL && keymaps[map][i].action != NULL; i++)
            run_one(class, map, i, is_person);
}

static void every_command_can_be_given_and_left(void **state)
{
    (void)state;
    each_view(run_all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_view_can_be_drawn_at_every_size),
        cmocka_unit_test(the_cursor_is_always_on_the_focus),
        cmocka_unit_test(with_nothing_found_the_cursor_stays_in_the_filter),
        cmocka_unit_test(only_signs_are_shown_that_consoles_have),
        cmocka_unit_test(every_command_can_be_given_and_left),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
