/* SPDX-License-Identifier: Apache-2.0 */
#include "command/terminal_prompt.h"

#include "command/interruption.h"
#include "support/terminal.h"
#include "support/unit.h"
#include "vault/passphrase.h"

#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* What the child reports: 0 when it read what was expected, 100 + the status when the prompt
 * failed, 98 when it read something else. */
enum { READ_OTHER = 98, FAILED = 100 };

static int read_and_compare(void *expected)
{
    struct secret *typed = NULL;
    interruption_begin();
    int terminal = terminal_prompt_open();
    if (terminal < 0)
        return 97;
    enum status status = terminal_prompt_read(&typed, terminal, "Passphrase: ", NULL);
    terminal_prompt_end();
    if (write(terminal, "ended\n", 6) != 6)
        return 96;
    if (status != STATUS_OK)
        return FAILED + (int)status;
    bool is_same =
        typed->length == strlen(expected) && memcmp(typed->bytes, expected, typed->length) == 0;
    secret_free(&typed);
    close(terminal);
    return is_same ? 0 : READ_OTHER;
}

/* Types these keys at the prompt and returns what the child reports. */
static int type_at_prompt(struct terminal *terminal, const char *keys, const char *expected)
{
    terminal_begin(terminal, read_and_compare, (void *)(uintptr_t)expected);
    assert_true(terminal_wait_for(terminal, "Passphrase: ", 0));
    assert_false(terminal_echoes(terminal));
    terminal_type(terminal, keys);
    assert_true(terminal_wait_for(terminal, "ended", 0));
    assert_true(terminal_echoes(terminal));
    return terminal_end(terminal);
}

static void what_is_typed_is_read_but_not_shown(void **state)
{
    struct terminal terminal;
    (void)state;
    assert_int_equal(type_at_prompt(&terminal, "seven steps\r", "seven steps"), 0);
    assert_null(strstr(terminal.output, "seven"));
    assert_null(strchr(terminal.output, '*'));
}

static void backspace_takes_back_a_whole_letter(void **state)
{
    struct terminal terminal;
    (void)state;
    /* Қ and я are two bytes each. */
    assert_int_equal(type_at_prompt(&terminal,
                                    "a\xD2\x9A\xD1\x8F\x7F\x7F"
                                    "b\n",
                                    "ab"),
                     0);
    assert_int_equal(type_at_prompt(&terminal, "\x7F\x7Fx\by\n", "y"), 0);
}

static void ctrl_u_begins_anew(void **state)
{
    struct terminal terminal;
    (void)state;
    assert_int_equal(type_at_prompt(&terminal, "wrong\x15right\n", "right"), 0);
}

static void nothing_typed_is_told_apart(void **state)
{
    struct terminal terminal;
    (void)state;
    assert_int_equal(type_at_prompt(&terminal, "\n", ""), FAILED + STATUS_TEXT_EMPTY);
    assert_int_equal(type_at_prompt(&terminal, "\x04", ""), FAILED + STATUS_TEXT_EMPTY);
}

static void ctrl_c_stops_and_the_terminal_echoes_again(void **state)
{
    struct terminal terminal;
    (void)state;
    assert_int_equal(type_at_prompt(&terminal, "secret\x03", ""), FAILED + STATUS_INTERRUPTED);
    assert_null(strstr(terminal.output, "secret"));
}

static void other_signals_stop_it_too(void **state)
{
    static const int numbers[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT };
    (void)state;
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        struct terminal terminal;
        terminal_begin(&terminal, read_and_compare, (void *)(uintptr_t) "");
        assert_true(terminal_wait_for(&terminal, "Passphrase: ", 0));
        terminal_type(&terminal, "secret");
        kill(terminal.child, numbers[i]);
        assert_true(terminal_wait_for(&terminal, "ended", 0));
        assert_true(terminal_echoes(&terminal));
        assert_int_equal(terminal_end(&terminal), FAILED + STATUS_INTERRUPTED);
    }
}

/* Two prompts with some work between, as between a passphrase and the next one. */
static int work_between_prompts(void *expected)
{
    struct secret *first = NULL;
    interruption_begin();
    int terminal = terminal_prompt_open();
    if (terminal < 0 || terminal_prompt_read(&first, terminal, "First: ", NULL) != STATUS_OK)
        return 97;
    secret_free(&first);
    if (write(terminal, "working\n", 8) != 8)
        return 96;
    struct timespec pause = { .tv_nsec = 300000000L };
    nanosleep(&pause, NULL);
    close(terminal);
    return read_and_compare(expected);
}

static void what_is_typed_ahead_is_hidden_and_read_by_the_next_prompt(void **state)
{
    struct terminal terminal;
    (void)state;
    terminal_begin(&terminal, work_between_prompts, (void *)(uintptr_t) "ahead");
    assert_true(terminal_wait_for(&terminal, "First: ", 0));
    terminal_type(&terminal, "first\n");
    assert_true(terminal_wait_for(&terminal, "working", 0));
    assert_false(terminal_echoes(&terminal));
    terminal_type(&terminal, "ahead\n");
    assert_true(terminal_wait_for(&terminal, "ended", 0));
    assert_int_equal(terminal_end(&terminal), 0);
    assert_null(strstr(terminal.output, "ahead"));
}

static void arrow_keys_and_tab_are_nothing_and_ctrl_w_takes_a_word(void **state)
{
    struct terminal terminal;
    (void)state;
    assert_int_equal(
        type_at_prompt(&terminal, "se\x1b[Dve\x1bOPn\t steps\x17paces\n", "seven paces"), 0);
}

static void ctrl_z_lends_the_terminal_and_asks_anew_afterwards(void **state)
{
    struct terminal terminal;
    (void)state;
    terminal_begin(&terminal, read_and_compare, (void *)(uintptr_t) "again");
    assert_true(terminal_wait_for(&terminal, "Passphrase: ", 0));
    terminal_type(&terminal, "half\x1A");
    assert_true(terminal_wait_for_stop(&terminal));
    assert_true(terminal_echoes(&terminal));
    size_t seen = terminal.length;
    kill(terminal.child, SIGCONT);
    assert_true(terminal_wait_for(&terminal, "Passphrase: ", seen));
    assert_false(terminal_echoes(&terminal));
    terminal_type(&terminal, "again\n");
    assert_int_equal(terminal_end(&terminal), 0);
    assert_null(strstr(terminal.output, "half"));
    assert_null(strstr(terminal.output, "again"));
}

/* A terminal takes at most 4095 bytes at once, so this is typed in pieces. */
static void what_is_too_long_is_refused_and_not_cut(void **state)
{
    char piece[257];
    struct terminal terminal;
    (void)state;
    memset(piece, 'x', 256);
    piece[256] = '\0';
    terminal_begin(&terminal, read_and_compare, (void *)(uintptr_t) "");
    assert_true(terminal_wait_for(&terminal, "Passphrase: ", 0));
    for (int i = 0; i < PASSPHRASE_MAX_BYTES / 256; i++)
        terminal_type(&terminal, piece);
    terminal_type(&terminal, "y\n");
    assert_int_equal(terminal_end(&terminal), FAILED + STATUS_TEXT_TOO_LONG);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_typed_is_read_but_not_shown),
        cmocka_unit_test(backspace_takes_back_a_whole_letter),
        cmocka_unit_test(ctrl_u_begins_anew),
        cmocka_unit_test(nothing_typed_is_told_apart),
        cmocka_unit_test(what_is_typed_ahead_is_hidden_and_read_by_the_next_prompt),
        cmocka_unit_test(arrow_keys_and_tab_are_nothing_and_ctrl_w_takes_a_word),
        cmocka_unit_test(ctrl_c_stops_and_the_terminal_echoes_again),
        cmocka_unit_test(other_signals_stop_it_too),
        cmocka_unit_test(ctrl_z_lends_the_terminal_and_asks_anew_afterwards),
        cmocka_unit_test(what_is_too_long_is_refused_and_not_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
