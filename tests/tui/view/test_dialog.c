/* SPDX-License-Identifier: Apache-2.0 */

/* What dialogs do with the view below them, and with each other. */
#include "app/app_private.h"

#include "support/tui/fixture_application.h"
#include "support/unit.h"
#include "view/dialog.h"

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
    fixture_application_remove(&fixture);
    return 0;
}

static void do_keys(const char *keys)
{
    assert_true(fixture_application_do(&fixture, keys));
}

/* ---- a view below, for tests */

static size_t loads, loads_before_answer;

static enum status list_load(struct app *app, struct view *view, struct error *error)
{
    (void)app;
    (void)view;
    (void)error;
    loads++;
    return STATUS_OK;
}

static void list_draw_nothing(const struct app *app, const struct view *view, struct frame *frame)
{
    (void)app;
    (void)view;
    (void)frame;
}

static const struct view_class list_class = {
    .name = "test_list",
    .size = sizeof(struct view),
    .load = list_load,
    .draw = list_draw_nothing,
};

/* ---- requests */

static bool submit_nothing(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    (void)form;
    return true;
}

static void build_text(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    form_add(form, FORM_TEXT, "text", "Text");
}

static bool submit_and_ask_on(struct app *app, struct view *below, struct form *form)
{
    const struct dialog_request next = {
        .title = "The second one",
        .button = "goes on",
        .build = build_text,
        .submit = submit_nothing,
    };
    (void)below;
    (void)form;
    app_back(app);
    dialog_fill(app, &next);
    return true;
}

static void one_that_opens_another_leaves_it_open(void **state)
{
    const struct dialog_request first = {
        .title = "The first one",
        .button = "goes on",
        .build = build_text,
        .submit = submit_and_ask_on,
    };
    (void)state;
    assert_non_null(app_open(fixture.app, &list_class, NULL));
    dialog_fill(fixture.app, &first);
    do_keys("a<Enter><Enter>");
    assert_shown(&fixture.port, "The second one");
    do_keys("b<Enter><Enter>");
    assert_not_shown(&fixture.port, "The second one");
    assert_ptr_equal(app_top(fixture.app)->class, &list_class);
}

/* Contacts and passphrases are typed into such ones. */
static void one_without_a_draft_does_not_keep_the_file_open(void **state)
{
    const struct dialog_request request = {
        .title = "A name",
        .button = "goes on",
        .build = build_text,
        .submit = submit_nothing,
    };
    (void)state;
    dialog_fill(fixture.app, &request);
    app_session(fixture.app)->lock_minutes = 1;
    do_keys("Juraev<Wait:62000>");
    assert_false(session_is_open(app_session(fixture.app)));
    assert_not_shown(&fixture.port, "Juraev");
}

/* ---- questions */

static void note_loads(struct app *app, struct view *below, size_t answer)
{
    (void)app;
    (void)answer;
    assert_ptr_equal(below->class, &list_class);
    loads_before_answer = loads;
}

static void an_answer_is_about_what_stood_there_when_it_was_asked(void **state)
{
    const char *const answers[] = { "Yes" };
    const struct dialog_question question = {
        .title = "Is it so?", .answers = answers, .answer_count = 1, .answered = note_loads
    };
    (void)state;
    assert_non_null(app_open(fixture.app, &list_class, NULL));
    const size_t before = loads;
    dialog_ask(fixture.app, &question);
    do_keys("<Enter>");
    assert_int_equal(loads_before_answer, before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_that_opens_another_leaves_it_open),
        cmocka_unit_test(an_answer_is_about_what_stood_there_when_it_was_asked),
        cmocka_unit_test(one_without_a_draft_does_not_keep_the_file_open),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
