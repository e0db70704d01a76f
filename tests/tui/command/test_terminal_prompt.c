/* SPDX-License-Identifier: Apache-2.0 */
#include "command/terminal_prompt.h"

#include "command/interruption.h"
#include "support/terminal.h"
#include "support/unit.h"
#include "vault/passphrase.h"

#include <signal.h>
#include <string.h>
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
    /* The line end is the last that it writes, when the terminal is as it was. */
    assert_true(terminal_wait_for(terminal, "\n", 0));
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
        assert_true(terminal_wait_for(&terminal, "\n", 0));
        assert_true(terminal_echoes(&terminal));
        assert_int_equal(terminal_end(&terminal), FAILED + STATUS_INTERRUPTED);
    }
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
        cmocka_unit_test(ctrl_c_stops_and_the_terminal_echoes_again),
        cmocka_unit_test(other_signals_stop_it_too),
        cmocka_unit_test(ctrl_z_lends_the_terminal_and_asks_anew_afterwards),
        cmocka_unit_test(what_is_too_long_is_refused_and_not_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
