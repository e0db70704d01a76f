/* SPDX-License-Identifier: Apache-2.0 */
#include "app/app.h"
#include "casefile/casefile_store.h"
#include "casefile/casefile_view.h"
#include "casefile/step_store.h"
#include "store/draft.h"
#include "support/fixture_cases.h"
#include "support/fixture_office.h"
#include "support/unit.h"
#include "view/casefile_private.h"
#include "view/view_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEYS_MAX = 400, SCREEN_SIZE = 200 * 400, BETWEEN_KEYS_MS = 1000 };

static struct error error;

/* ---- somebody at a keyboard that never pauses, with a screen of any size */

static struct desk {
    struct app *app;
    struct key keys[KEYS_MAX];
    size_t count;
    size_t at;
    int rows;
    int columns;
    long long now_ms;
    char casefile[UUID_TEXT_SIZE];
} desk;

static bool read_key(void *self, int timeout_ms, struct key *out)
{
    (void)self;
    if (desk.at == desk.count || (timeout_ms > 0 && timeout_ms < BETWEEN_KEYS_MS))
        return false;
    *out = desk.keys[desk.at++];
    desk.now_ms += BETWEEN_KEYS_MS;
    out->at_ms = desk.now_ms;
    return true;
}

static void show(void *self, const struct grid *grid)
{
    (void)self;
    (void)grid;
}

static void get_size(void *self, int *rows, int *columns)
{
    (void)self;
    *rows = desk.rows;
    *columns = desk.columns;
}

static long long now_ms(void *self)
{
    (void)self;
    return desk.now_ms;
}

static void do_nothing(void *self)
{
    (void)self;
}

static void begin_as(const char *user)
{
    const struct port port = { read_key, show, get_size, now_ms, do_nothing, do_nothing, NULL };
    struct secret *passphrase = fixture_office_secret(FIXTURE_CASES_SECRET);
    const struct login login = { .user_name = user, .typed = passphrase };
    struct day today;
    assert_ok(day_parse(&today, "2026-11-24", &error));
    const struct app_options options = { .views = &application_views,
                                         .path = fixture_cases.file,
                                         .today = &today };
    assert_ok(app_new(&desk.app, &port, &options, &error));
    assert_ok(session_begin(app_session(desk.app), fixture_cases.file, &login, &today, &error));
    secret_free(&passphrase);
}

static void look_at_casefile(void)
{
    struct place place = { .detail = "intake" };
    memcpy(place.subject, desk.casefile, sizeof(desk.casefile));
    assert_non_null(app_open(desk.app, &casefile_view_class, &place));
    app_draw(desk.app);
}

static int make(void **state)
{
    if (fixture_cases_make(state) != 0)
        return -1;
    desk = (struct desk){ .rows = 25, .columns = 80, .now_ms = 1000 };
    begin_as("first");
    const struct casefile_opening opening = { .person_id = fixture_cases.person,
                                              .workflow = "visit",
                                              .opened_on = app_today(desk.app) };
    struct casefile_opened opened;
    assert_ok(casefile_open(app_desk(desk.app), &opening, &opened, &error));
    memcpy(desk.casefile, opened.id, sizeof(desk.casefile));
    look_at_casefile();
    return 0;
}

static int remove_all(void **state)
{
    app_free(&desk.app);
    return fixture_cases_remove(state);
}

static void press(const char *keys)
{
    desk.count = desk.at = 0;
    for (const char *at = keys; *at != '\0'; desk.count++) {
        const size_t length = key_parse(&desk.keys[desk.count], at);
        assert_true(length > 0 && desk.count < KEYS_MAX);
        at += length;
    }
    while (desk.at < desk.count)
        app_turn(desk.app);
}

/* What is on the screen; letters that are not ASCII are "?". */
static const char *screen(void)
{
    static char text[SCREEN_SIZE];
    const struct grid *grid = app_grid(desk.app);
    size_t used = 0;
    for (int row = 0; row < grid->rows; row++) {
        for (int column = 0; column < grid->columns; column++) {
            const uint32_t letter = grid_cell(grid, row, column)->letters[0];
            char ascii = letter == 0 ? ' ' : '?';
            if (letter > 0 && letter < 0x80)
                ascii = (char)letter;
            text[used++] = ascii;
        }
        text[used++] = '\n';
    }
    text[used] = '\0';
    return text;
}

static void assert_shown(const char *text)
{
    if (strstr(screen(), text) == NULL)
        fail_msg("not on the screen: %s\n%s", text, screen());
}

static void assert_not_shown(const char *text)
{
    if (strstr(screen(), text) != NULL)
        fail_msg("on the screen: %s\n%s", text, screen());
}

/* expected NULL: there is none. */
static void assert_answer(const char *step, const char *field, int item, const char *expected)
{
    struct casefile_view view;
    assert_ok(casefile_view_load(app_desk(desk.app), desk.casefile, &view, &error));
    const char *answer = situation_answer(&view.situation, step, field, item);
    if (expected == NULL)
        assert_null(answer);
    else {
        assert_non_null(answer);
        assert_string_equal(answer, expected);
    }
    casefile_view_release(&view);
}

/* What the menu does: the act of that word, if it is there. */
static bool choose(const char *word)
{
    struct view *view = app_top(desk.app);
    const struct binding *keymaps[APP_KEYMAPS];
    app_keymaps(desk.app, view, keymaps);
    for (const struct binding *binding = keymaps[0]; binding->action != NULL; binding++)
        if (strcmp(binding->action->word, word) == 0 && binding_is_there(binding, desk.app, view)) {
            binding->run(desk.app, view);
            app_draw(desk.app);
            return true;
        }
    return false;
}

/* ---- the form */

static void the_next_step_is_shown_with_its_reason_and_its_place_among_the_others(void **state)
{
    (void)state;
    press("<PgDn><PgDn><F9>g");
    assert_shown("STEP 2 OF 6   Consent");
    assert_shown("To be allowed.");
    assert_shown("0 done, 6 to go");
}

static void a_field_comes_up_with_the_answer_that_asks_for_it(void **state)
{
    (void)state;
    assert_not_shown("Lost on");
    press("pap<Enter>");
    assert_shown("Lost on");
    press("<Up>home<Enter>");
    assert_not_shown("Lost on");
}

static void a_wrong_value_is_told_beside_its_field_and_traps_nobody(void **state)
{
    (void)state;
    press("home<Enter><Down><Down><Down>99<Enter>");
    assert_shown("The number is too large");
    press("<F2>");
    assert_shown("cannot be kept yet");
    assert_answer("intake", "need", 0, "home");
    assert_answer("intake", "count", 0, NULL);
}

static void what_was_typed_is_kept_as_answers_and_as_people_write_it(void **state)
{
    (void)state;
    press("pap<Enter>no<Enter><Down>140626<Enter><F2>");
    assert_answer("intake", "need", 0, "paper");
    assert_answer("intake", "fear", 0, "no");
    assert_answer("intake", "lost_on", 0, "2026-06-14");
    assert_shown("14.06.2026");
}

static void a_row_more_is_there_when_it_is_asked_for(void **state)
{
    (void)state;
    press("home<Enter><Down><Down>yes<Enter>passport<Enter>AN 12<Enter><F2>");
    assert_shown("Papers 1");
    assert_answer("intake", "papers.kind", 1, "passport");
    assert_answer("intake", "papers.number", 1, "AN 12");
}

static void a_draft_comes_back_with_the_rows_that_were_typed(void **state)
{
    (void)state;
    press("home<Enter><Down><Down>yes<Enter>passport<Enter>AN 12<Enter>");
    app_free(&desk.app);
    desk.now_ms += 1000;
    begin_as("first");
    look_at_casefile();
    assert_answer("intake", "papers.kind", 1, NULL);
    assert_shown("passport");
    assert_shown("AN 12");
    assert_shown("Your draft is back");
}

/* ---- finishing */

static void what_is_missing_is_listed_and_enter_goes_there(void **state)
{
    (void)state;
    press("<PgDn><PgDn><PgDn><Enter>");
    assert_shown("This is still missing");
    press("<Enter>home<Enter>");
    press("<F2>");
    assert_answer("intake", "need", 0, "home");
}

static void a_finished_step_makes_way_for_the_next_one(void **state)
{
    (void)state;
    press("home<Enter>no<Enter>it burnt down<Enter><PgDn><PgDn><Enter>");
    assert_shown("Intake: done.");
    assert_shown("Consent");
    assert_shown("1 done, ");
    press("<Enter>");
    assert_shown("Consent: done.");
}

static void a_step_that_was_finished_can_be_started_again(void **state)
{
    (void)state;
    press("home<Enter>no<Enter>it burnt down<Enter><PgDn><PgDn><Enter>");
    press("<C-z>a mistake<Enter><Enter>");
    assert_shown("STEP 1 OF ");
    assert_shown("The step is open again");
    assert_shown("it burnt down");
}

static void nothing_to_take_back_in_a_field_starts_no_step_again(void **state)
{
    (void)state;
    press("home<Enter>no<Enter>x<Enter><PgDn><PgDn><Enter><Enter><Enter><Enter>");
    assert_shown("Is the person tired?");
    press("<C-z>");
    assert_shown("Nothing to take back in this field.");
    assert_not_shown("Start a finished step again");
    press("<PgDn><C-z>");
    assert_shown("Start a finished step again");
}

static void an_empty_line_in_an_optional_field_is_no_answer(void **state)
{
    (void)state;
    press("home<Enter>no<Enter> <Enter><F2>");
    assert_shown("Kept as answers.");
    assert_answer("intake", "detail", 0, NULL);
}

static void a_request_asks_first_whom_it_went_to_and_then_how_it_ended(void **state)
{
    (void)state;
    press("pap<Enter>no<Enter>x<Enter><PgDn><PgDn><Enter><Enter>");
    assert_shown("Note who was asked");
    press("<Enter>");
    assert_shown("Who was asked");
    press("<C-u>Archive of Osh<Enter><Enter><Enter><Enter><Enter><Enter><Enter>");
    assert_shown("The step waits for their answer");
    assert_shown("waits");
    press("<Enter>");
    assert_shown("What they answered");
    press("<Enter>They have it<Tab><Enter>x1");
    assert_shown("How did the step end?");
    assert_shown("> 1  Not yet: back to the step");
    press("x<Enter>");
    assert_shown("Finish this step: how did it end?");
    press("<Enter>");
    press("2");
    assert_shown("Ask: done.");
}

/* ---- acts of the menu */

static void nobody_answers_and_the_next_rung_is_taken(void **state)
{
    (void)state;
    press("pap<Enter>no<Enter>x<Enter><PgDn><PgDn><Enter><Enter><Enter>");
    press("<C-u>Archive of Osh<Enter><Enter><Enter><Enter><Enter><Enter><Enter>");
    assert_true(choose("rung"));
    assert_shown("Now: Officer");
    press("<Enter><Enter><Enter><Enter><Enter><Enter><Enter>");
    assert_shown("How: Officer");
    assert_true(choose("answered"));
    press("<Enter>They have it<Tab><Enter>");
    assert_shown("Now the step can be finished.");
    assert_shown("Finish this step: how did it end?");
    assert_false(choose("answered"));
}

static void a_step_is_skipped_with_a_reason_only(void **state)
{
    (void)state;
    press("home<Enter>no<Enter>x<Enter><PgDn><PgDn><Enter><Enter>");
    assert_shown("Family");
    assert_true(choose("skip"));
    press("<Enter><Enter>");
    assert_shown("This has to be said.");
    press("has none<Enter><Enter>");
    assert_shown("Family: skipped.");
}

static void a_step_that_is_skipped_leaves_no_draft(void **state)
{
    (void)state;
    press("home<Enter>no<Enter>x<Enter><PgDn><PgDn><Enter><Enter>");
    const struct casefile_page *page = (const struct casefile_page *)app_top(desk.app);
    struct draft draft;
    const struct draft_content content = { "{\"words\":\"typed\"}", "", 0 };
    char form[DRAFT_NAME_SIZE];
    snprintf(form, sizeof(form), "%s", page->draft_name);
    const struct draft_key key = { page->actor, form, page->view.place.subject };
    assert_ok(draft_save(app_store(desk.app), &key, &content, &error));
    press("<F6>"); /* the keyboard is at the reasons */
    assert_true(choose("skip"));
    press("has none<Enter><Enter>");
    assert_shown("Family: skipped.");
    assert_int_equal(draft_load(app_store(desk.app), &key, &draft, NULL), STATUS_NOT_FOUND);
}

static void a_casefile_is_taken_and_given_away(void **state)
{
    (void)state;
    assert_true(choose("take"));
    assert_shown("This casefile is yours now.");
    assert_false(choose("take"));
    assert_true(choose("assign"));
    press("1");
    assert_shown("Now works on this casefile: clerk");
}

static void a_high_risk_keeps_a_casefile_from_being_closed(void **state)
{
    (void)state;
    assert_true(choose("assess"));
    press("high<Enter><Enter><Enter><Enter>");
    assert_shown("HIGH RISK");
    assert_true(choose("close"));
    press("goals<Enter><Enter><Enter>");
    assert_shown("The risk is high.");
}

static void what_is_still_open_is_told_before_a_casefile_is_closed(void **state)
{
    (void)state;
    assert_true(choose("close"));
    press("goals<Enter><Enter><Enter>");
    assert_shown("This is still open in the casefile:");
    press("1");
    assert_shown("The casefile is closed.");
    assert_shown("This casefile is not open.");
    assert_true(choose("reopen"));
    press("came back<Enter><Enter>");
    assert_shown("The casefile goes on.");
}

static void a_clerk_asks_to_close_and_a_supervisor_lets_it_go_on(void **state)
{
    (void)state;
    app_free(&desk.app);
    begin_as("clerk");
    look_at_casefile();
    assert_true(choose("close"));
    assert_shown("Ask a supervisor to close it");
    press("goals<Enter><Enter><Enter>");
    press("1");
    assert_shown("that was asked for.");
    app_free(&desk.app);
    begin_as("first");
    look_at_casefile();
    assert_true(choose("refuse_closing"));
    press("not yet<Enter><Enter>");
    assert_shown("The casefile stays open.");
    assert_false(choose("refuse_closing"));
}

static void a_casefile_goes_on_with_a_newer_version_knowing_what_changes(void **state)
{
    (void)state;
    assert_true(choose("move"));
    assert_shown("newest version of its workflow already");
    press("home<Enter><F2>");
    app_free(&desk.app);
    fixture_cases_add_workflow(2);
    begin_as("first");
    look_at_casefile();
    assert_true(choose("move"));
    assert_shown("New step: Extra");
    assert_shown("Answer that does not fit any more: Intake: Need");
    press("1");
    assert_shown("goes on with the newer version");
}

static void an_assessment_says_first_what_to_say_and_then_what_it_comes_to(void **state)
{
    (void)state;
    press("home<Enter>no<Enter>x<Enter><PgDn><PgDn><Enter><Enter><Enter>");
    assert_shown("Mood");
    assert_shown("Ask kindly.");
    press("<Enter>");
    assert_shown("Is the person tired?");
    press("yes<Enter>no<Enter><Enter>");
    assert_shown("Mood: done.  Result: Any (unofficial, no proof).");
}

/* ---- two people */

static void who_comes_second_reads_and_is_told_who_has_it(void **state)
{
    (void)state;
    struct app *first = desk.app;
    desk.app = NULL;
    begin_as("clerk");
    look_at_casefile();
    assert_shown("first has this casefile in hand until");
    assert_not_shown("Finish this step");
    app_free(&desk.app);
    desk.app = first;
}

static void nobody_is_overwritten_unseen(void **state)
{
    (void)state;
    struct step_result result = { .refusal = STEP_REFUSED_NOT };
    const struct answer_input input = { "intake", "detail", 0, "theirs" };
    const struct answer_act act = { .inputs = &input, .count = 1 };
    press("home<Enter>no<Enter>mine<Enter><Esc>");
    app_free(&desk.app);
    begin_as("clerk");
    assert_ok(step_answer(app_desk(desk.app), desk.casefile, &act, &result, &error));
    step_result_release(&result);
    app_free(&desk.app);
    begin_as("first");
    look_at_casefile();
    press("<F2>");
    assert_shown("clerk answered this meanwhile.");
    assert_shown("Theirs: theirs");
    assert_shown("Yours: mine");
    press("1");
    assert_answer("intake", "detail", 0, "theirs");
    assert_answer("intake", "need", 0, "home");
}

static void answer_detail_as(const char *user, const char *value)
{
    struct step_result result = { .refusal = STEP_REFUSED_NOT };
    const struct answer_input input = { "intake", "detail", 0, value };
    const struct answer_act act = { .inputs = &input, .count = 1 };
    app_free(&desk.app);
    begin_as(user);
    assert_ok(step_answer(app_desk(desk.app), desk.casefile, &act, &result, &error));
    step_result_release(&result);
    app_free(&desk.app);
    begin_as("first");
    look_at_casefile();
}

static void mine_is_kept_over_theirs_when_that_is_chosen(void **state)
{
    (void)state;
    press("home<Enter>no<Enter>mine<Enter><Esc>");
    answer_detail_as("clerk", "theirs");
    press("<F2>");
    assert_shown("Theirs: theirs");
    press("2");
    assert_answer("intake", "detail", 0, "mine");
    assert_answer("intake", "need", 0, "home");
    assert_shown("Kept as answers.");
}

static void another_window_of_the_same_user_is_not_overwritten_without_a_word(void **state)
{
    (void)state;
    press("home<Enter>no<Enter>mine<Enter><Esc>");
    answer_detail_as("first", "other window");
    press("<F2>");
    assert_shown("changed in another window");
    assert_answer("intake", "detail", 0, "other window");
    press("<F2>");
    assert_answer("intake", "detail", 0, "mine");
}

static void a_draft_of_a_closed_casefile_is_said_to_be_left(void **state)
{
    (void)state;
    press("home<Enter>no<Enter>mine<Enter>");
    assert_true(choose("close"));
    press("goals<Enter><Enter><Enter>");
    press("1");
    assert_shown("Detail: mine");
    press("<C-z>");
    assert_shown("Nothing can be taken back: the casefile is closed.");
    assert_non_null(app_open(desk.app, &home_view_class, NULL));
    app_draw(desk.app);
    assert_shown("casefile closed, draft left");
}

static void an_assessment_with_a_draft_goes_on_with_its_questions(void **state)
{
    (void)state;
    press("home<Enter>no<Enter>x<Enter><PgDn><PgDn><Enter><Enter><Enter><Enter>");
    assert_shown("answered 0 of 2");
    press("yes<Enter><Esc>");
    app_free(&desk.app);
    begin_as("first");
    struct place place = { .detail = "mood" };
    memcpy(place.subject, desk.casefile, sizeof(desk.casefile));
    assert_non_null(app_open(desk.app, &casefile_view_class, &place));
    app_draw(desk.app);
    assert_shown("Is the person tired?");
    assert_shown("answered 1 of 2");
    assert_shown("Ask kindly.");
}

static void finish_intake_as_the_clerk(void)
{
    struct step_result result = { .refusal = STEP_REFUSED_NOT };
    const struct answer_input inputs[] = { { "intake", "need", 0, "home" },
                                           { "intake", "detail", 0, "theirs" } };
    const struct answer_act act = { .inputs = inputs, .count = 2 };
    app_free(&desk.app);
    begin_as("clerk");
    const struct step_finishing finishing = { .step = "intake", .day = app_today(desk.app) };
    assert_ok(step_answer(app_desk(desk.app), desk.casefile, &act, &result, &error));
    step_result_release(&result);
    assert_ok(step_finish(app_desk(desk.app), desk.casefile, &finishing, &result, &error));
    step_result_release(&result);
    app_free(&desk.app);
    begin_as("first");
}

static void a_draft_of_a_step_that_a_colleague_finished_is_shown_and_can_be_dropped(void **state)
{
    (void)state;
    press("home<Enter>no<Enter>mine<Enter><Esc>");
    finish_intake_as_the_clerk();
    assert_non_null(app_open(desk.app, &home_view_class, NULL));
    app_draw(desk.app);
    assert_shown("finished by clerk, draft left");
    press("<Enter>");
    assert_shown("YOUR DRAFT");
    assert_shown("Detail: mine");
    assert_not_shown("Need: Home");
    press("<Enter>");
    press("<Enter>");
    assert_shown("Detail: mine");
    press("<Enter>");
    press("2");
    assert_shown("The draft was thrown away.");
    assert_not_shown("Detail: mine");
    assert_shown("Detail: theirs");
    press("<Esc>");
    assert_not_shown("draft left");
}

static void who_only_reads_sees_no_form(void **state)
{
    (void)state;
    app_free(&desk.app);
    begin_as("inspector");
    look_at_casefile();
    assert_shown("Your role reads casefiles");
}

/* ---- the rest of the page */

static void the_reasons_are_read_with_the_arrows_and_left_with_esc(void **state)
{
    (void)state;
    press("<F6>");
    assert_shown("Arrows move the text.");
    press("<Down><Down><PgDn><Esc>");
    assert_not_shown("Arrows move the text.");
    assert_ptr_equal(app_top(desk.app)->class, &casefile_view_class);
}

static void all_steps_are_on_one_page_and_enter_shows_one(void **state)
{
    (void)state;
    press("<PgDn><PgDn><F9>p");
    assert_shown("A visit");
    assert_shown("Consent");
    press("<Down><Enter>");
    assert_shown("STEP 2 OF ");
}

static void every_size_of_a_screen_is_drawn(void **state)
{
    (void)state;
    static const int sizes[][2] = { { 1, 1 },   { 5, 20 },  { 6, 30 },   { 12, 40 },  { 16, 60 },
                                    { 13, 79 }, { 24, 80 }, { 30, 100 }, { 100, 300 } };
    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        desk.rows = sizes[i][0];
        desk.columns = sizes[i][1];
        press("<F6><Down><F6>");
        app_draw(desk.app);
    }
}

#define ON_A_NEW_CASEFILE(test) cmocka_unit_test_setup_teardown(test, make, remove_all)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_A_NEW_CASEFILE(the_next_step_is_shown_with_its_reason_and_its_place_among_the_others),
        ON_A_NEW_CASEFILE(a_field_comes_up_with_the_answer_that_asks_for_it),
        ON_A_NEW_CASEFILE(a_wrong_value_is_told_beside_its_field_and_traps_nobody),
        ON_A_NEW_CASEFILE(what_was_typed_is_kept_as_answers_and_as_people_write_it),
        ON_A_NEW_CASEFILE(a_row_more_is_there_when_it_is_asked_for),
        ON_A_NEW_CASEFILE(a_draft_comes_back_with_the_rows_that_were_typed),
        ON_A_NEW_CASEFILE(what_is_missing_is_listed_and_enter_goes_there),
        ON_A_NEW_CASEFILE(a_finished_step_makes_way_for_the_next_one),
        ON_A_NEW_CASEFILE(a_step_that_was_finished_can_be_started_again),
        ON_A_NEW_CASEFILE(nothing_to_take_back_in_a_field_starts_no_step_again),
        ON_A_NEW_CASEFILE(an_empty_line_in_an_optional_field_is_no_answer),
        ON_A_NEW_CASEFILE(a_request_asks_first_whom_it_went_to_and_then_how_it_ended),
        ON_A_NEW_CASEFILE(nobody_answers_and_the_next_rung_is_taken),
        ON_A_NEW_CASEFILE(a_step_is_skipped_with_a_reason_only),
        ON_A_NEW_CASEFILE(a_step_that_is_skipped_leaves_no_draft),
        ON_A_NEW_CASEFILE(a_casefile_is_taken_and_given_away),
        ON_A_NEW_CASEFILE(a_high_risk_keeps_a_casefile_from_being_closed),
        ON_A_NEW_CASEFILE(what_is_still_open_is_told_before_a_casefile_is_closed),
        ON_A_NEW_CASEFILE(a_clerk_asks_to_close_and_a_supervisor_lets_it_go_on),
        ON_A_NEW_CASEFILE(a_casefile_goes_on_with_a_newer_version_knowing_what_changes),
        ON_A_NEW_CASEFILE(an_assessment_says_first_what_to_say_and_then_what_it_comes_to),
        ON_A_NEW_CASEFILE(who_comes_second_reads_and_is_told_who_has_it),
        ON_A_NEW_CASEFILE(nobody_is_overwritten_unseen),
        ON_A_NEW_CASEFILE(a_draft_of_a_step_that_a_colleague_finished_is_shown_and_can_be_dropped),
        ON_A_NEW_CASEFILE(mine_is_kept_over_theirs_when_that_is_chosen),
        ON_A_NEW_CASEFILE(another_window_of_the_same_user_is_not_overwritten_without_a_word),
        ON_A_NEW_CASEFILE(a_draft_of_a_closed_casefile_is_said_to_be_left),
        ON_A_NEW_CASEFILE(an_assessment_with_a_draft_goes_on_with_its_questions),
        ON_A_NEW_CASEFILE(who_only_reads_sees_no_form),
        ON_A_NEW_CASEFILE(the_reasons_are_read_with_the_arrows_and_left_with_esc),
        ON_A_NEW_CASEFILE(all_steps_are_on_one_page_and_enter_shows_one),
        ON_A_NEW_CASEFILE(every_size_of_a_screen_is_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
