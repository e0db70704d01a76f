/* SPDX-License-Identifier: Apache-2.0 */

/* A clerk without imagination: takes the first answer to everything, and so brings a casefile of
 * each workflow from the intake to its end with nothing but keys. */
#include "app/app_private.h"

#include "casefile/casefile_store.h"
#include "support/tui/fixture_application.h"
#include "support/unit.h"
#include "view/view_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ACTS_MAX = 900 };

static struct fixture_application fixture;

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

static bool is_traced(void)
{
    return getenv("QADAM_CLERK_TRACE") != NULL;
}

static void press(const char *keys)
{
    if (is_traced())
        fprintf(stderr, "press %s\n", keys);
    assert_true(fixture_application_do(&fixture, keys));
    scripted_port_forget(&fixture.port);
}

/* The number of the answer that leads straight on: "no" where there is one, else the first; others
 * when that was not enough. */
static size_t option_of(const struct form_field *field, int attempt)
{
    for (size_t i = 0; i < field->option_count && attempt == 0; i++)
        if (strcmp(field->options[i].code, "no") == 0 ||
            strcmp(field->options[i].code, "none") == 0)
            return i + 1;
    return 1 + (size_t)(attempt > 0 ? attempt - 1 : 0) % (field->option_count + 1);
}

static void answer(const struct form_field *field, int attempt)
{
    static const char *const texts[] = { "1<Tab>", "12<Tab>", "a word<Tab>", "1000<Tab>" };
    static const char *const dates[] = { "t<Tab>", "-1<Tab>", "+1<Tab>", "1990<Tab>" };
    char keys[32];
    if (text_input_text(&field->input)[0] != '\0')
        press("<C-u>");
    if (field->kind == FORM_CHOICE) {
        snprintf(keys, sizeof(keys), "%zu<Enter>", option_of(field, attempt));
        press(keys);
    } else if (field->kind == FORM_CHOICES)
        press(attempt == 0 ? "<F4> <Enter>" : "<F4><Down> <Enter>");
    else if (field->kind == FORM_DATE)
        press(dates[attempt % 4]);
    else
        press(texts[attempt % 4]);
}

/* The next thing to do with a form: fill the field with the focus when it must be, go on, or
 * Enter on the button. */
static void act_on_form(struct form *form, int attempt)
{
    const struct form_field *field = form_focused(form);
    const bool is_empty = field != NULL && text_input_text(&field->input)[0] == '\0';
    if (field == NULL)
        press("<Enter>");
    else if ((field->fault != NULL && !is_empty) || (is_empty && field->is_required) || attempt > 0)
        answer(field, attempt);
    else
        press("<Tab>");
}

static const char *top_name(void)
{
    return app_top(fixture.app)->class->name;
}

static enum casefile_state state_of(const char *id)
{
    struct casefile casefile = { .id = "" };
    struct error error;
    assert_ok(casefile_load(app_store(fixture.app), id, &casefile, &error));
    const enum casefile_state state = casefile.state;
    casefile_release(&casefile);
    return state;
}

/* Somebody new comes to the counter; the id of the casefile that is opened for them. */
static void take_in(const char *surname, const char *workflow, char id[UUID_TEXT_SIZE])
{
    press("<F7>");
    press(surname);
    press("<Tab>Test<Tab><PgDn><PgDn><PgDn><Enter>");
    assert_string_equal(top_name(), "choose_workflow");
    press(workflow);
    press("<PgDn><PgDn><Enter>");
    assert_string_equal(top_name(), "casefile");
    snprintf(id, UUID_TEXT_SIZE, "%s", app_top(fixture.app)->place.subject);
}

/* From the first visit to the closing. */
static void walk(const char *surname, const char *workflow, const char *title)
{
    char id[UUID_TEXT_SIZE];
    take_in(surname, workflow, id);
    assert_true(grid_find(&fixture.port.shown, title) >= 0);
    int acts = 0, questions = 0;
    bool is_sent_back = false;
    for (; acts < ACTS_MAX && state_of(id) == CASEFILE_OPEN; acts++) {
        struct form *form = view_form(app_top(fixture.app));
        if (is_traced())
            fprintf(stderr, "-- %s: %s | %s\n", top_name(),
                    form == NULL || form_focused(form) == NULL ? "-" : form_focused(form)->id,
                    app_said(fixture.app));
        const bool is_missing =
            form == NULL && grid_find(&fixture.port.shown, "Before the step can") >= 0;
        if (form != NULL)
            act_on_form(form, is_sent_back ? ++questions : 0);
        else /* whoever takes what is marked takes the first end that there is */
            press(grid_find(&fixture.port.shown, "Not yet: back") >= 0 ? "2" : "<Enter>");
        is_sent_back = is_missing;
    }
    if (acts == ACTS_MAX)
        grid_print(&fixture.port.shown);
    assert_true(acts < ACTS_MAX);
    app_back_to(fixture.app, &home_view_class);
}

static void documents_are_restored(void **state)
{
    (void)state;
    walk("Qwertyev", "4", "Documents and");
}

static void somebody_is_integrated(void **state)
{
    (void)state;
    walk("Zxcvbnova", "2", "Integration");
}

static void somebody_who_returned_is_helped(void **state)
{
    (void)state;
    walk("Asdfghjklin", "3", "Reintegration");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents_are_restored),
        cmocka_unit_test(somebody_is_integrated),
        cmocka_unit_test(somebody_who_returned_is_helped),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
