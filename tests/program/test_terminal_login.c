/* SPDX-License-Identifier: Apache-2.0 */

/* Passphrases typed at a terminal, by somebody who mistypes. */
#include "support/terminal.h"
#include "support/unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[64];
static char file[96];

static int run_program(void *words)
{
    char *environment[] = { (char *)(uintptr_t) "LANG=C.UTF-8", NULL };
    int terminal = open("/dev/tty", O_RDWR);
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (dup2(terminal, fd) < 0)
            return 126;
    execve(QADAM_PROGRAM, words, environment);
    return 127;
}

#define BEGIN(terminal, ...)                                                                       \
    terminal_begin(terminal, run_program,                                                          \
                   (char *[]){ (char *)(uintptr_t) "qadam", __VA_ARGS__, NULL })
#define WORD(text) ((char *)(uintptr_t)(text))

/* Waits for the prompt that comes after what was seen so far, then types. */
static void answer(struct terminal *terminal, size_t *seen, const char *prompt, const char *keys)
{
    assert_true(terminal_wait_for(terminal, prompt, *seen));
    *seen = (size_t)(strstr(terminal->output + *seen, prompt) - terminal->output) + strlen(prompt);
    assert_false(terminal_echoes(terminal));
    terminal_type(terminal, keys);
}

static int make_folder(void **state)
{
    (void)state;
    snprintf(folder, sizeof(folder), "/tmp/qadam-test-XXXXXX");
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(file, sizeof(file), "%s/office.qadam", folder);
    return 0;
}

static int remove_folder(void **state)
{
    char command[128];
    (void)state;
    snprintf(command, sizeof(command), "rm -rf '%s'", folder);
    return system(command) == 0 ? 0 : -1; // NOLINT(cert-env33-c)
}

static void ctrl_c_at_the_prompt_leaves_nothing_behind(void **state)
{
    struct terminal terminal;
    size_t seen = 0;
    (void)state;
    BEGIN(&terminal, WORD("new"), file, WORD("--user"), WORD("aizada"));
    answer(&terminal, &seen, "New passphrase: ", "seven qu\x03");
    assert_int_equal(terminal_end(&terminal), 1);
    assert_non_null(strstr(terminal.output, "Stopped; nothing was changed."));
    assert_int_not_equal(access(file, F_OK), 0);
}

static void a_new_passphrase_is_asked_until_it_is_good_and_typed_alike(void **state)
{
    struct terminal terminal;
    size_t seen = 0;
    (void)state;
    BEGIN(&terminal, WORD("new"), file, WORD("--user"), WORD("aizada"), WORD("--smallest-pc"),
          WORD("48"));
    answer(&terminal, &seen, "New passphrase: ", "short\n");
    assert_true(terminal_wait_for(&terminal, "too simple", seen));
    answer(&terminal, &seen, "New passphrase: ", "seven quiet steps\n");
    answer(&terminal, &seen, "The same once more: ", "seven quiet stops\n");
    assert_true(terminal_wait_for(&terminal, "The two differ", seen));
    answer(&terminal, &seen, "New passphrase: ", "seven quiet steps\n");
    answer(&terminal, &seen, "The same once more: ", "seven quiet steps\n");
    assert_true(terminal_wait_for(&terminal, "RECOVERY SHEET", seen));
    assert_int_equal(terminal_end(&terminal), 0);
    assert_null(strstr(terminal.output, "seven"));
}

static void a_mistyped_passphrase_can_be_typed_again(void **state)
{
    struct terminal terminal;
    size_t seen = 0;
    (void)state;
    BEGIN(&terminal, WORD("vault"), WORD("verify"), file, WORD("--user"), WORD("aizada"));
    answer(&terminal, &seen, "Passphrase of aizada: ", "seven quiet stops\n");
    assert_true(terminal_wait_for(&terminal, "Caps Lock", seen));
    assert_true(terminal_wait_for(&terminal, "The next try is in ", seen));
    answer(&terminal, &seen, "Passphrase of aizada: ", "seven quiet steps\n");
    assert_true(terminal_wait_for(&terminal, "The file is sound.", seen));
    assert_int_equal(terminal_end(&terminal), 0);
    assert_null(strstr(terminal.output, "seven"));
}

static void whoever_gives_up_is_told_that_nothing_was_changed(void **state)
{
    struct terminal terminal;
    size_t seen = 0;
    (void)state;
    BEGIN(&terminal, WORD("vault"), WORD("verify"), file);
    answer(&terminal, &seen, "Passphrase: ", "seven quiet stops\n");
    assert_true(terminal_wait_for(&terminal, "The next try is in ", seen));
    terminal_type(&terminal, "\x03");
    assert_true(terminal_wait_for(&terminal, "nothing was changed", seen));
    assert_int_equal(terminal_end(&terminal), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ctrl_c_at_the_prompt_leaves_nothing_behind),
        cmocka_unit_test(a_new_passphrase_is_asked_until_it_is_good_and_typed_alike),
        cmocka_unit_test(a_mistyped_passphrase_can_be_typed_again),
        cmocka_unit_test(whoever_gives_up_is_told_that_nothing_was_changed),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
