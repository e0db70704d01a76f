/* SPDX-License-Identifier: Apache-2.0 */

/* The real program on a terminal: what people type and see, and how it leaves the terminal however
 * it ends. */
#include "support/fixture_terminal.h"
#include "support/program.h"
#include "support/unit.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct fixture_terminal fixture;
static const struct virtual_terminal_plan plain;

static int make(void **state)
{
    (void)state;
    fixture_terminal_make(&fixture, 40);
    return 0;
}

static int remove_all(void **state)
{
    (void)state;
    fixture_terminal_remove(&fixture);
    return 0;
}

static int reset(void **state)
{
    (void)state;
    fixture_terminal_reset(&fixture);
    return 0;
}

static void type(const char *keys)
{
    virtual_terminal_type(fixture.terminal, keys);
}

static void wait_text(const char *text)
{
    assert_true(virtual_terminal_wait_text(fixture.terminal, text));
}

/* Until it has said all. */
static void wait_answer(void)
{
    assert_true(virtual_terminal_wait_answer(fixture.terminal));
}

static void assert_ends(int expected)
{
    const int code = virtual_terminal_end(fixture.terminal);
    if (code != expected)
        virtual_terminal_print(fixture.terminal);
    assert_int_equal(code, expected);
    assert_string_equal(virtual_terminal_left_wrong(fixture.terminal), "");
}

static void assert_on_screen(const char *text, bool is_there)
{
    if (virtual_terminal_shows(fixture.terminal, text) == is_there)
        return;
    virtual_terminal_print(fixture.terminal);
    fail_msg("\"%s\" is %son the screen", text, is_there ? "not " : "");
}

/* ---- in and out */

static void it_opens_the_file_and_leaves_the_terminal_clean(void **state)
{
    (void)state;
    fixture_terminal_open(&fixture, &plain);
    wait_text("TRAINING");
    type("<F10>");
    assert_ends(0);
}

static void it_leaves_from_the_unlock_screen(void **state)
{
    (void)state;
    fixture_terminal_start(&fixture, &plain);
    assert_true(virtual_terminal_said(fixture.terminal, "\033[?1049h"));
    assert_true(virtual_terminal_said(fixture.terminal, "\033[?2004h"));
    assert_false(virtual_terminal_said(fixture.terminal, "\033[?1000h"));
    type("<F10>");
    assert_ends(0);
}

static void escape_and_zero_leave_too(void **state)
{
    (void)state;
    fixture_terminal_open(&fixture, &plain);
    type("<Esc>");
    virtual_terminal_wait_quiet(fixture.terminal, 80);
    type("0");
    assert_ends(0);
}

static void wrong_passphrases_have_to_wait(void **state)
{
    (void)state;
    fixture_terminal_start(&fixture, &plain);
    type("wrong<Enter>");
    wait_text("Wrong tries: 1.");
    type("<S-Tab>demo<Enter>");
    wait_answer();
    assert_on_screen("QADAM", true);
    assert_on_screen("Wrong tries: 1.", true);
    /* Until the second is over. */
    for (int i = 0; i < 40 && virtual_terminal_shows(fixture.terminal, "QADAM"); i++) {
        virtual_terminal_wait_quiet(fixture.terminal, 50);
        type("<Enter>");
    }
    assert_true(virtual_terminal_wait_gone(fixture.terminal, "QADAM"));
}

static void what_is_typed_as_a_passphrase_is_never_shown(void **state)
{
    (void)state;
    fixture_terminal_start(&fixture, &plain);
    type("topsecret");
    wait_text("*********");
    assert_false(virtual_terminal_said(fixture.terminal, "topsecret"));
    assert_false(virtual_terminal_said(fixture.terminal, "tops"));
    type("<F10>");
    assert_ends(0);
}

static void it_says_what_it_needs_where_there_is_no_terminal(void **state)
{
    static struct program_result result;
    (void)state;
    program_run(&result, &(const struct program_call){ .words = { fixture.path } });
    program_assert_exit(&result, 2);
    program_assert_says(result.err, "needs a terminal");
}

static void the_language_changes_on_the_unlock_screen(void **state)
{
    (void)state;
    fixture_terminal_start(&fixture, &plain);
    assert_on_screen("Passphrase", true);
    type("<F7>");
    wait_answer();
    type("<F7>");
    wait_answer();
    type("<F10>");
    assert_ends(0);
}

static void it_speaks_the_language_that_was_asked_for(void **state)
{
    (void)state;
    fixture_terminal_start(
        &fixture, &(const struct virtual_terminal_plan){ .words = { "--language", "ru" } });
    type("<F10>");
    assert_ends(0);
}

/* ---- what can go wrong with keys and windows */

static void a_storm_of_sizes_does_no_harm(void **state)
{
    static const int sizes[][2] = { { 16, 60 }, { 5, 20 },    { 1, 1 },   { 3, 300 },
                                    { 60, 5 },  { 100, 300 }, { 24, 80 }, { 25, 80 } };
    (void)state;
    fixture_terminal_open(&fixture, &plain);
    type("<F9>");
    for (int round = 0; round < 5; round++)
        for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
            virtual_terminal_resize(fixture.terminal, sizes[i][0], sizes[i][1]);
            virtual_terminal_wait_quiet(fixture.terminal, round == 0 ? 30 : 1);
        }
    virtual_terminal_wait_quiet(fixture.terminal, VIRTUAL_TERMINAL_QUIET_MS);
    wait_text("┌ Menu");
    type("<F10>");
    assert_true(virtual_terminal_wait_gone(fixture.terminal, "┌ Menu"));
    type("<F1>");
    wait_text("Home > Help");
    type("<F10>");
    assert_true(virtual_terminal_wait_gone(fixture.terminal, "Home > Help"));
    type("<F10>");
    assert_ends(0);
}

static void pasted_text_is_never_keys(void **state)
{
    (void)state;
    fixture_terminal_start(&fixture, &plain);
    virtual_terminal_paste(fixture.terminal, "de\033[21~m\r\n\033[2J\x1b]52;c;eA==\x07o");
    wait_answer();
    assert_on_screen("QADAM", true);
    assert_false(virtual_terminal_said(fixture.terminal, "]52;"));
    type("<C-u>demo<Enter>");
    assert_true(virtual_terminal_wait_gone(fixture.terminal, "QADAM"));
    type("<F10>");
    assert_ends(0);
}

static void a_paste_without_an_end_does_not_hang(void **state)
{
    (void)state;
    fixture_terminal_start(&fixture, &plain);
    type("<Esc>[200~wrong");
    virtual_terminal_wait_quiet(fixture.terminal, 200);
    type("more");
    /* It gives up after five seconds without anything. */
    wait_text("*****");
    type("<F10>");
    assert_ends(0);
}

/* ---- nothing is lost */

static void wait_row(const char *label, const char *value)
{
    char row[VIRTUAL_TERMINAL_ROW_SIZE];
    wait_text(value);
    for (int i = 0; i < 25; i++) {
        virtual_terminal_row(fixture.terminal, i, row);
        if (strstr(row, label) != NULL && strstr(row, value) != NULL)
            return;
    }
    virtual_terminal_print(fixture.terminal);
    fail_msg("\"%s\" does not stand beside \"%s\"", value, label);
}

static void killed_in_a_form_it_comes_back_with_every_letter(void **state)
{
    int row, column, row_after, column_after;
    (void)state;
    fixture_terminal_open(&fixture, &plain);
    type("<F7>");
    wait_text("New person");
    type("Toktogulova<Tab>Ainur<Left>");
    wait_row("Given name", "Ainur");
    /* What is typed is kept when it pauses for a second. */
    virtual_terminal_wait_quiet(fixture.terminal, 1500);
    virtual_terminal_cursor(fixture.terminal, &row, &column);
    virtual_terminal_signal(fixture.terminal, SIGKILL);
    assert_int_equal(virtual_terminal_end(fixture.terminal), -SIGKILL);

    fixture_terminal_open(&fixture, &plain);
    wait_text("New person");
    wait_row("Surname", "Toktogulova");
    wait_row("Given name", "Ainur");
    virtual_terminal_cursor(fixture.terminal, &row_after, &column_after);
    assert_int_equal(row_after, row);
    assert_int_equal(column_after, column);
    type("x");
    wait_row("Given name", "Ainuxr");
    type("<Esc>");
    assert_true(virtual_terminal_wait_gone(fixture.terminal, "New person"));
    type("<F10>");
    assert_ends(0);
}

static void a_scanned_paper_never_lands_in_a_field(void **state)
{
    (void)state;
    fixture_terminal_open(&fixture, &plain);
    type("<F7>");
    wait_text("New person");
    virtual_terminal_scan(fixture.terminal, "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
                                            "L898902C36UTO7408122F1204159ZE184226B<<<<<10\n");
    assert_true(virtual_terminal_wait_answer(fixture.terminal));
    assert_on_screen("P<UTO", false);
    assert_on_screen("<<<<", false);
    virtual_terminal_wait_quiet(fixture.terminal, VIRTUAL_TERMINAL_QUIET_MS);
    virtual_terminal_signal(fixture.terminal, SIGTERM);
    assert_ends(-SIGTERM);
}

static void a_closed_window_ends_it_and_loses_nothing(void **state)
{
    (void)state;
    fixture_terminal_open(&fixture, &plain);
    type("<F7>Rahimov");
    wait_row("Surname", "Rahimov");
    virtual_terminal_hang_up(fixture.terminal);
    assert_int_not_equal(virtual_terminal_end(fixture.terminal), VIRTUAL_TERMINAL_GOES_ON);
    fixture_terminal_open(&fixture, &plain);
    wait_row("Surname", "Rahimov");
}

static void a_window_closed_while_pasting_ends_it_too(void **state)
{
    (void)state;
    fixture_terminal_start(&fixture, &plain);
    type("<Esc>[200~half of a paste");
    virtual_terminal_wait_quiet(fixture.terminal, VIRTUAL_TERMINAL_QUIET_MS);
    virtual_terminal_hang_up(fixture.terminal);
    assert_int_not_equal(virtual_terminal_end(fixture.terminal), VIRTUAL_TERMINAL_GOES_ON);
}

static void what_was_typed_ahead_is_not_lost(void **state)
{
    (void)state;
    fixture_terminal_start(&fixture, &plain);
    type("demo<Enter><F7>Juraeva<Tab>Zulfiya<Tab>");
    wait_row("Surname", "Juraeva");
    wait_row("Given name", "Zulfiya");
    virtual_terminal_signal(fixture.terminal, SIGTERM);
    assert_ends(-SIGTERM);
}

/* ---- signals */

static void end_by(int number)
{
    fixture_terminal_open(&fixture, &plain);
    virtual_terminal_signal(fixture.terminal, number);
    assert_ends(-number);
}

static void every_deadly_signal_leaves_the_terminal_clean(void **state)
{
    static const int signals[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE };
    (void)state;
    for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
        end_by(signals[i]);
}

static void every_polite_signal_leaves_the_terminal_clean(void **state)
{
    static const int signals[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT };
    (void)state;
    for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
        end_by(signals[i]);
}

/* The consoles of old PCs have one screen, which everybody who comes by can read. */
static void where_there_is_one_screen_nothing_stays_on_it(void **state)
{
    static const struct virtual_terminal_plan console = { .kind = "linux" };
    static const int signals[] = { SIGTERM, SIGSEGV };
    (void)state;
    fixture_terminal_open(&fixture, &console);
    wait_text("TRAINING");
    type("<F10>");
    assert_ends(0);
    assert_on_screen("TRAINING", false);
    for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
        fixture_terminal_open(&fixture, &console);
        wait_text("TRAINING");
        virtual_terminal_signal(fixture.terminal, signals[i]);
        assert_ends(-signals[i]);
        assert_on_screen("TRAINING", false);
    }
}

static void stopped_it_gives_the_terminal_back_and_returns(void **state)
{
    (void)state;
    fixture_terminal_open(&fixture, &plain);
    virtual_terminal_signal(fixture.terminal, SIGTSTP);
    assert_true(virtual_terminal_wait_stop(fixture.terminal));
    virtual_terminal_wait_quiet(fixture.terminal, 50);
    assert_string_equal(virtual_terminal_left_wrong(fixture.terminal), "");
    assert_on_screen("TRAINING", false);
    virtual_terminal_signal(fixture.terminal, SIGCONT);
    wait_text("TRAINING");
    type("<F9>");
    wait_text("┌ Menu");
    type("<F10>");
    assert_true(virtual_terminal_wait_gone(fixture.terminal, "┌ Menu"));
    type("<F10>");
    assert_ends(0);
}

/* ---- locking */

static void locked_it_shows_and_remembers_nothing(void **state)
{
    (void)state;
    fixture_terminal_open(&fixture, &plain);
    type("<F7>Secretova");
    wait_text("Secretova");
    type("<C-k>");
    wait_text("QADAM");
    virtual_terminal_wait_quiet(fixture.terminal, VIRTUAL_TERMINAL_QUIET_MS);
    assert_on_screen("Secretova", false);
    assert_on_screen("DEMO-", false);
    assert_on_screen("TRAINING", false);
    /* Nor by scrolling back. */
    assert_true(virtual_terminal_said(fixture.terminal, "\033[3J"));
    fixture_terminal_unlock(&fixture);
    wait_text("TRAINING");
    virtual_terminal_signal(fixture.terminal, SIGTERM);
    assert_ends(-SIGTERM);
}

/* ---- colours and kinds of terminals */

static void without_colours_none_is_sent(void **state)
{
    static const struct virtual_terminal_plan plans[] = {
        { .environment = { "NO_COLOR=1" } },
        { .words = { "--mono" } },
        { .words = { "--high-contrast" } },
        { .kind = "vt100" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(plans) / sizeof(plans[0]); i++) {
        fixture_terminal_open(&fixture, &plans[i]);
        type("<F9>");
        wait_text("┌ Menu");
        type("<Esc>");
        virtual_terminal_wait_quiet(fixture.terminal, VIRTUAL_TERMINAL_QUIET_MS);
        assert_int_equal(virtual_terminal_colours(fixture.terminal), 0);
        type("<F10>");
        assert_ends(0);
    }
}

static void every_kind_of_terminal_is_left_clean(void **state)
{
    static const char *const kinds[] = { "vt100",           "vt220",          "linux",
                                         "xterm",           "xterm-256color", "screen",
                                         "screen-256color", "tmux-256color" };
    (void)state;
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        fixture_terminal_open(&fixture, &(const struct virtual_terminal_plan){ .kind = kinds[i] });
        wait_text("TRAINING");
        type("<F9>");
        wait_text("┌ Menu");
        type("<F10>");
        assert_true(virtual_terminal_wait_gone(fixture.terminal, "┌ Menu"));
        type("<F10>");
        assert_ends(0);
    }
}

static void on_a_terminal_without_a_cursor_it_asks_line_by_line(void **state)
{
    (void)state;
    fixture.terminal = virtual_terminal_start(
        &(const struct virtual_terminal_plan){ .kind = "dumb", .words = { fixture.path } });
    wait_text("> ");
    assert_false(virtual_terminal_said(fixture.terminal, "\033"));
    type("<C-d>");
    assert_ends(0);
}

/* ---- the cursor */

/* Where the cursor is visible, and on what: the field in reverse, or behind a mark. */
static void assert_cursor_on_focus(void)
{
    int row, column;
    assert_true(virtual_terminal_cursor(fixture.terminal, &row, &column));
    const bool is_on = virtual_terminal_is_reverse(fixture.terminal, row, column) ||
                       virtual_terminal_letter(fixture.terminal, row, column) == '>';
    if (!is_on)
        virtual_terminal_print(fixture.terminal);
    assert_true(is_on);
}

static void the_cursor_is_always_on_the_focus(void **state)
{
    static const char *const keys[] = { "<Tab>", "<Tab>", "<S-Tab>", "<Up>", "<Down>", "<Enter>" };
    (void)state;
    fixture_terminal_start(&fixture, &plain);
    virtual_terminal_wait_quiet(fixture.terminal, VIRTUAL_TERMINAL_QUIET_MS);
    assert_cursor_on_focus();
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        type(keys[i]);
        virtual_terminal_wait_quiet(fixture.terminal, VIRTUAL_TERMINAL_QUIET_MS);
        assert_cursor_on_focus();
    }
}

static void the_cursor_is_on_the_marked_row_of_a_menu(void **state)
{
    (void)state;
    fixture_terminal_open(&fixture, &plain);
    type("<F9>");
    wait_text("┌ Menu");
    for (int i = 0; i < 4; i++) {
        virtual_terminal_wait_quiet(fixture.terminal, VIRTUAL_TERMINAL_QUIET_MS);
        assert_cursor_on_focus();
        type("<Down>");
    }
}

#define APPLICATION_TEST(name) cmocka_unit_test_teardown(name, reset)

int main(void)
{
    const struct CMUnitTest tests[] = {
        APPLICATION_TEST(it_opens_the_file_and_leaves_the_terminal_clean),
        APPLICATION_TEST(it_leaves_from_the_unlock_screen),
        APPLICATION_TEST(escape_and_zero_leave_too),
        APPLICATION_TEST(wrong_passphrases_have_to_wait),
        APPLICATION_TEST(what_is_typed_as_a_passphrase_is_never_shown),
        APPLICATION_TEST(it_says_what_it_needs_where_there_is_no_terminal),
        APPLICATION_TEST(the_language_changes_on_the_unlock_screen),
        APPLICATION_TEST(it_speaks_the_language_that_was_asked_for),
        APPLICATION_TEST(a_storm_of_sizes_does_no_harm),
        APPLICATION_TEST(pasted_text_is_never_keys),
        APPLICATION_TEST(a_paste_without_an_end_does_not_hang),
        APPLICATION_TEST(killed_in_a_form_it_comes_back_with_every_letter),
        APPLICATION_TEST(a_scanned_paper_never_lands_in_a_field),
        APPLICATION_TEST(a_closed_window_ends_it_and_loses_nothing),
        APPLICATION_TEST(a_window_closed_while_pasting_ends_it_too),
        APPLICATION_TEST(what_was_typed_ahead_is_not_lost),
        APPLICATION_TEST(every_deadly_signal_leaves_the_terminal_clean),
        APPLICATION_TEST(every_polite_signal_leaves_the_terminal_clean),
        APPLICATION_TEST(where_there_is_one_screen_nothing_stays_on_it),
        APPLICATION_TEST(stopped_it_gives_the_terminal_back_and_returns),
        APPLICATION_TEST(locked_it_shows_and_remembers_nothing),
        APPLICATION_TEST(without_colours_none_is_sent),
        APPLICATION_TEST(every_kind_of_terminal_is_left_clean),
        APPLICATION_TEST(on_a_terminal_without_a_cursor_it_asks_line_by_line),
        APPLICATION_TEST(the_cursor_is_always_on_the_focus),
        APPLICATION_TEST(the_cursor_is_on_the_marked_row_of_a_menu),
    };
    return cmocka_run_group_tests(tests, make, remove_all);
}
