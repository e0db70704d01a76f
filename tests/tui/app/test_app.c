/* SPDX-License-Identifier: Apache-2.0 */

/* The loop with a scripted port: what is kept, what is forgotten, and in which order things
 * happen. */
#include "app/app_private.h"

#include "language.h"
#include "store/setting.h"
#include "store/store.h"
#include "support/tui/fixture_application.h"
#include "support/unit.h"
#include "view/dialog.h"
#include "view/view_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
    fixture_application_remove(&fixture);
    return 0;
}

/* Ends what a test left, also a failed one. */
static int lose(void **state)
{
    (void)state;
    fixture_application_lose(&fixture);
    return 0;
}

static void do_keys(const char *keys)
{
    assert_true(fixture_application_do(&fixture, keys));
}

/* ---- a view with a form, for tests */

struct paper_view {
    struct view view;
    struct form form;
    int submits;
    int lefts;
};

static enum status paper_load(struct app *app, struct view *view, struct error *error)
{
    struct paper_view *paper = (struct paper_view *)view;
    (void)error;
    if (paper->form.count > 0)
        return STATUS_OK;
    form_init(&paper->form, app_today(app));
    form_add(&paper->form, FORM_TEXT, "surname", "Surname");
    form_add(&paper->form, FORM_TEXT, "given_name", "Given name");
    form_add(&paper->form, FORM_DATE, "birth", "Born");
    form_add(&paper->form, FORM_SECRET, "secret", "Secret");
    form_button(&paper->form, "goes on");
    return STATUS_OK;
}

static void paper_draw(const struct app *app, const struct view *view, struct frame *frame)
{
    (void)app;
    snprintf(frame->title, sizeof(frame->title), "Paper");
    form_draw(&((const struct paper_view *)view)->form, frame->body);
}

static struct form *paper_form(struct view *view)
{
    return &((struct paper_view *)view)->form;
}

static void paper_submit(struct app *app, struct view *view)
{
    (void)app;
    ((struct paper_view *)view)->submits++;
}

static void paper_left(struct app *app, struct view *view, size_t field)
{
    (void)app;
    (void)field;
    ((struct paper_view *)view)->lefts++;
}

static const char *paper_draft(const struct view *view)
{
    (void)view;
    return "test_paper";
}

static void paper_release(struct view *view)
{
    form_release(&((struct paper_view *)view)->form);
}

static const struct view_class paper_class = {
    .name = "test_paper",
    .size = sizeof(struct paper_view),
    .load = paper_load,
    .draw = paper_draw,
    .form = paper_form,
    .submit = paper_submit,
    .left = paper_left,
    .draft_form = paper_draft,
    .release = paper_release,
};

static struct paper_view *open_paper(const char *subject)
{
    struct place place = { .detail = "" };
    snprintf(place.subject, sizeof(place.subject), "%s", subject);
    struct paper_view *paper = (struct paper_view *)app_open(fixture.app, &paper_class, &place);
    assert_non_null(paper);
    app_draw(fixture.app);
    return paper;
}

/* ---- drafts */

static void a_form_comes_back_after_the_program_was_lost(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    open_paper("lost");
    do_keys("Nurlanov<Tab>Azam<Left><Left><Wait:1500>");
    fixture_application_lose(&fixture);

    fixture_application_open(&fixture, 25, 80);
    struct paper_view *paper = open_paper("lost");
    assert_string_equal(form_value(&paper->form, "surname"), "Nurlanov");
    assert_string_equal(form_value(&paper->form, "given_name"), "Azam");
    assert_string_equal(form_focused(&paper->form)->id, "given_name");
    assert_int_equal(form_focused(&paper->form)->input.cursor, 2);
    assert_shown(&fixture.port, "Your draft is back as you left it");
    do_keys("x");
    assert_string_equal(form_value(&paper->form, "given_name"), "Azxam");
}

static void a_field_that_was_left_is_kept_at_once(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    open_paper("left");
    do_keys("Rahimov<Tab>");
    fixture_application_lose(&fixture);
    fixture_application_open(&fixture, 25, 80);
    struct paper_view *paper = open_paper("left");
    assert_string_equal(form_value(&paper->form, "surname"), "Rahimov");
    assert_string_equal(form_focused(&paper->form)->id, "given_name");
}

static void a_secret_is_never_in_a_draft(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    open_paper("secret");
    do_keys("A<Tab><Tab><Tab>hidden<Wait:1500><Tab>");
    assert_not_shown(&fixture.port, "hidden");
    assert_shown(&fixture.port, "******");
    fixture_application_lose(&fixture);
    fixture_application_open(&fixture, 25, 80);
    struct paper_view *paper = open_paper("secret");
    assert_string_equal(form_value(&paper->form, "surname"), "A");
    assert_null(form_secret(&paper->form, "secret"));
}

static void drafts_of_two_subjects_are_two(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    open_paper("first subject");
    do_keys("One<Tab><Esc>");
    struct paper_view *paper = open_paper("second subject");
    assert_string_equal(form_value(&paper->form, "surname"), "");
    do_keys("Two<Tab><Esc>");
    paper = open_paper("first subject");
    assert_string_equal(form_value(&paper->form, "surname"), "One");
}

static void what_was_thrown_away_does_not_come_back(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    struct paper_view *paper = open_paper("away");
    do_keys("Gone<Tab>");
    app_drop_draft(fixture.app, &paper->view);
    do_keys("<Esc>");
    paper = open_paper("away");
    assert_string_equal(form_value(&paper->form, "surname"), "");
}

static void escape_keeps_every_letter(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    open_paper("escape");
    do_keys("Half a na<Esc><Esc><Esc>");
    struct paper_view *paper = open_paper("escape");
    assert_string_equal(form_value(&paper->form, "surname"), "Half a na");
}

static void f5_repeats_a_value_of_the_last_record(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    struct paper_view *paper = open_paper("repeat");
    do_keys("Osh<Tab>");
    app_remember_form(fixture.app, "test_paper", &paper->form);
    do_keys("<S-Tab><C-u>");
    assert_string_equal(form_value(&paper->form, "surname"), "");
    do_keys("<F5>");
    assert_string_equal(form_value(&paper->form, "surname"), "Osh");
    do_keys("<Tab><F5>");
    assert_shown(&fixture.port, "There is no value of a last record for this field yet.");
}

/* ---- keys */

static void escape_and_a_digit_are_a_function_key(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    open_paper("digit");
    do_keys("Abc<Esc>9");
    assert_string_equal(app_top(fixture.app)->class->name, "menu");
    assert_string_equal(app_below(fixture.app, app_top(fixture.app))->class->name, "test_paper");
    assert_shown(&fixture.port, "Menu");
    do_keys("<Esc><Wait:800>");
    struct paper_view *paper = (struct paper_view *)app_top(fixture.app);
    assert_ptr_equal(paper->view.class, &paper_class);
    assert_string_equal(form_value(&paper->form, "surname"), "Abc");
    do_keys("1");
    assert_string_equal(form_value(&paper->form, "surname"), "Abc1");
}

static void escape_and_zero_is_f10(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    open_paper("zero");
    do_keys("Abc<Esc>0");
    assert_string_equal(app_top(fixture.app)->class->name, "home");
}

static void a_digit_long_after_escape_is_a_digit(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    open_paper("late");
    do_keys("Abc<Esc><Wait:900>0");
    assert_string_equal(app_top(fixture.app)->class->name, "home");
}

static void what_is_typed_ahead_is_never_lost(void **state)
{
    (void)state;
    fixture_application_start(&fixture, 25, 80);
    scripted_port_type_ahead(&fixture.port, "demo<Enter><F9><Esc>");
    assert_true(scripted_run(&fixture.port, fixture.app));
    assert_string_equal(app_top(fixture.app)->class->name, "home");
    struct paper_view *paper = open_paper("ahead");
    const int shows = fixture.port.shows;
    scripted_port_type_ahead(&fixture.port, "Nurlanov<Tab>Azamat<Enter>12031987<Tab><Tab><Enter>");
    assert_true(scripted_run(&fixture.port, fixture.app));
    assert_string_equal(form_value(&paper->form, "surname"), "Nurlanov");
    assert_string_equal(form_value(&paper->form, "given_name"), "Azamat");
    assert_string_equal(form_value(&paper->form, "birth"), "12.03.1987");
    assert_int_equal(paper->submits, 1);
    /* Drawn once for all of it. */
    assert_int_equal(fixture.port.shows, shows + 1);
}

static void a_paste_is_data_and_never_keys(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    struct paper_view *paper = open_paper("paste");
    scripted_port_paste(&fixture.port, "Nurlanov\nAzamat \033[2J\t<F10>\x01");
    do_keys("!");
    assert_string_equal(form_value(&paper->form, "surname"), "Nurlanov Azamat [2J <F10>!");
    assert_int_equal(paper->submits, 0);
    scripted_port_paste(&fixture.port, "anything");
    do_keys("<Esc><Wait:600>");
}

static bool has_view(const char *name)
{
    for (size_t i = 0; i < fixture.app->view_count; i++)
        if (strcmp(fixture.app->views[i]->class->name, name) == 0)
            return true;
    return false;
}

static void a_scan_never_lands_in_a_field(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    struct paper_view *paper = open_paper("scan");
    do_keys("Nur");
    scripted_port_scan(&fixture.port, "P<KGZNURLANOV<<AZAMAT<<<<<<<<<<<<<<<<<<<<<<<\n"
                                      "AN12345674KGZ8703127M2801015<<<<<<<<<<<<<<08\n");
    assert_true(scripted_run(&fixture.port, fixture.app));
    assert_string_equal(form_value(&paper->form, "surname"), "Nur");
    assert_int_equal(paper->submits, 0);
    assert_true(has_view("intake"));
    app_back_to(fixture.app, &paper_class);
}

static int answered;

static void take_answer(struct app *app, struct view *below, size_t answer)
{
    (void)app;
    (void)below;
    answered = (int)answer;
}

static void ask(struct app *app, struct view *view)
{
    static const char *const answers[] = { "Keep it", "Destroy it" };
    const struct dialog_question question = {
        .title = "Destroy",
        .answers = answers,
        .answer_count = 2,
        .is_destructive = true,
        .answered = take_answer,
    };
    (void)view;
    dialog_ask(app, &question);
}

static const struct action action_ask = { "ask", "Ask", "Asks" };
static const struct binding asking_keymap[] = {
    { "<F2>", &action_ask, ask, NULL },
    { .action = NULL },
};
static const struct view_class asking_class = {
    .name = "test_asking",
    .size = sizeof(struct view),
    .keymap = asking_keymap,
    .draw = paper_draw,
};

static void draw_nothing(const struct app *app, const struct view *view, struct frame *frame)
{
    (void)app;
    (void)view;
    (void)frame;
}

static void a_question_that_destroys_waits_until_it_was_seen(void **state)
{
    struct view_class class = asking_class;
    (void)state;
    class.draw = draw_nothing;
    answered = -1;
    fixture_application_open(&fixture, 25, 80);
    assert_non_null(app_open(fixture.app, &class, NULL));
    scripted_port_type_ahead(&fixture.port, "<F2>2<Enter>");
    assert_true(scripted_run(&fixture.port, fixture.app));
    assert_int_equal(answered, -1);
    assert_shown(&fixture.port, "Destroy it");
    do_keys("2");
    assert_int_equal(answered, 1);
    assert_ptr_equal(app_top(fixture.app)->class, &class);
    do_keys("<F2>");
    do_keys("<Esc><Wait:700>");
    assert_int_equal(answered, 1);
    app_back(fixture.app);
}

static void f7_on_the_unlock_screen_goes_through_all_languages(void **state)
{
    (void)state;
    fixture_application_start(&fixture, 25, 80);
    do_keys("de<F7>");
    assert_string_equal(language_code(), "ru");
    assert_shown(&fixture.port, "Русский");
    for (int i = 0; i < 8 && strcmp(language_code(), "en") != 0; i++)
        do_keys("<F7>");
    assert_string_equal(language_code(), "en");
    do_keys("<C-u>demo<Enter>");
    assert_true(session_is_open(app_session(fixture.app)));
}

/* ---- locking */

static void locking_leaves_nothing_to_be_read(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    open_paper("lock");
    do_keys("Toktogulova<Tab>Ainura");
    const int wipes = fixture.port.wipes;
    do_keys("<C-k>");
    assert_int_equal(fixture.port.wipes, wipes + 1);
    assert_false(session_is_open(app_session(fixture.app)));
    assert_not_shown(&fixture.port, "Toktogulova");
    assert_not_shown(&fixture.port, "Ainura");
    assert_string_equal(app_top(fixture.app)->class->name, "unlock");
    assert_int_equal(fixture.app->view_count, 1);
    assert_int_equal(fixture.app->remembered_count, 0);
    do_keys("demo<Enter>");
    struct paper_view *paper = open_paper("lock");
    assert_string_equal(form_value(&paper->form, "given_name"), "Ainura");
}

static void set_lock_minutes(int minutes)
{
    app_session(fixture.app)->lock_minutes = minutes;
}

static void it_warns_and_locks_when_nobody_is_there(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    set_lock_minutes(2);
    open_paper("idle");
    do_keys("Sydykova<Wait:89000>");
    assert_not_shown(&fixture.port, "Locks in 30 seconds");
    do_keys("<Wait:2000>");
    assert_shown(&fixture.port, "Locks in 30 seconds");
    assert_true(session_is_open(app_session(fixture.app)));
}

static void any_key_keeps_it_open(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    set_lock_minutes(2);
    do_keys("<Wait:91000>");
    assert_shown(&fixture.port, "Locks in 30 seconds");
    do_keys("<Down>");
    assert_not_shown(&fixture.port, "Locks in 30 seconds");
    do_keys("<Wait:60000>");
    assert_true(session_is_open(app_session(fixture.app)));
    do_keys("<Wait:59000>");
    assert_true(session_is_open(app_session(fixture.app)));
    do_keys("<Wait:2000>");
    assert_false(session_is_open(app_session(fixture.app)));
    assert_string_equal(app_top(fixture.app)->class->name, "unlock");
}

static void a_draft_is_kept_before_it_locks(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    set_lock_minutes(1);
    open_paper("before");
    do_keys("Juraev");
    do_keys("<Wait:62000>");
    assert_false(session_is_open(app_session(fixture.app)));
    do_keys("demo<Enter>");
    assert_string_equal(form_value(&open_paper("before")->form, "surname"), "Juraev");
}

/* As on a full disk. */
static void a_draft_that_cannot_be_kept_does_not_keep_the_file_open(void **state)
{
    struct error error = { 0 };
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    set_lock_minutes(1);
    open_paper("full");
    assert_status(store_begin(app_store(fixture.app), &error), STATUS_OK);
    do_keys("Juraev<Wait:62000>");
    assert_false(session_is_open(app_session(fixture.app)));
    assert_string_equal(app_top(fixture.app)->class->name, "unlock");
}

static void without_a_lock_time_it_never_locks(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    set_lock_minutes(0);
    do_keys("<Wait:90000000><Down>");
    assert_true(session_is_open(app_session(fixture.app)));
}

static void wrong_passphrases_have_to_wait(void **state)
{
    (void)state;
    fixture_application_start(&fixture, 25, 80);
    for (int i = 0; i < 6; i++)
        do_keys("wrong<Enter><S-Tab><Wait:200>");
    assert_false(session_is_open(app_session(fixture.app)));
    assert_shown(&fixture.port, "Wait");
    do_keys("<C-u>demo<Enter>");
    assert_false(session_is_open(app_session(fixture.app)));
    do_keys("<Wait:900000><S-Tab><C-u>demo<Enter>");
    assert_true(session_is_open(app_session(fixture.app)));
}

/* ---- the end */

static void f10_leaves_from_the_first_view(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    assert_false(fixture_application_do(&fixture, "<F10>"));
}

static void a_hangup_keeps_the_draft(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    open_paper("hangup");
    do_keys("Abdyldaev");
    assert_false(fixture_application_do(&fixture, "<Hangup>"));
    fixture_application_lose(&fixture);
    fixture_application_open(&fixture, 25, 80);
    assert_string_equal(form_value(&open_paper("hangup")->form, "surname"), "Abdyldaev");
}

/* ---- sizes */

static void draw_at(int rows, int columns)
{
    fixture.port.rows = rows;
    fixture.port.columns = columns;
    app_draw(fixture.app);
}

static void no_size_is_too_small_or_too_large(void **state)
{
    (void)state;
    fixture_application_open(&fixture, 25, 80);
    open_paper("sizes");
    do_keys("Nurlanov<Tab>Азамат<F9>");
    for (int rows = 1; rows <= 200; rows += rows < 30 ? 1 : 17)
        for (int columns = 1; columns <= 300; columns += columns < 90 ? 3 : 41)
            draw_at(rows, columns);
    do_keys("<Esc><Wait:700>");
    for (int rows = 1; rows <= 30; rows++)
        for (int columns = 1; columns <= 90; columns++)
            draw_at(rows, columns);
    draw_at(25, 80);
    assert_shown(&fixture.port, "Nurlanov");
}

static void a_tiny_screen_says_what_to_do(void **state)
{
    (void)state;
    fixture_application_start(&fixture, 4, 40);
    assert_shown(&fixture.port, "Enlarge the window");
    draw_at(5, 20);
    assert_not_shown(&fixture.port, "Enlarge the window");
}

#define APP_TEST(name) cmocka_unit_test_teardown(name, lose)

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_form_comes_back_after_the_program_was_lost),
        APP_TEST(a_field_that_was_left_is_kept_at_once),
        APP_TEST(a_secret_is_never_in_a_draft),
        APP_TEST(drafts_of_two_subjects_are_two),
        APP_TEST(what_was_thrown_away_does_not_come_back),
        APP_TEST(escape_keeps_every_letter),
        APP_TEST(f5_repeats_a_value_of_the_last_record),
        APP_TEST(escape_and_a_digit_are_a_function_key),
        APP_TEST(escape_and_zero_is_f10),
        APP_TEST(a_digit_long_after_escape_is_a_digit),
        APP_TEST(what_is_typed_ahead_is_never_lost),
        APP_TEST(a_paste_is_data_and_never_keys),
        APP_TEST(a_scan_never_lands_in_a_field),
        APP_TEST(a_question_that_destroys_waits_until_it_was_seen),
        APP_TEST(f7_on_the_unlock_screen_goes_through_all_languages),
        APP_TEST(locking_leaves_nothing_to_be_read),
        APP_TEST(it_warns_and_locks_when_nobody_is_there),
        APP_TEST(any_key_keeps_it_open),
        APP_TEST(a_draft_is_kept_before_it_locks),
        APP_TEST(a_draft_that_cannot_be_kept_does_not_keep_the_file_open),
        APP_TEST(without_a_lock_time_it_never_locks),
        APP_TEST(wrong_passphrases_have_to_wait),
        APP_TEST(f10_leaves_from_the_first_view),
        APP_TEST(a_hangup_keeps_the_draft),
        APP_TEST(no_size_is_too_small_or_too_large),
        APP_TEST(a_tiny_screen_says_what_to_do),
    };
    return cmocka_run_group_tests(tests, make, remove_all);
}
