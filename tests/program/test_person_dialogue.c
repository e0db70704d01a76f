/* SPDX-License-Identifier: Apache-2.0 */

/* People added, changed and erased by somebody at a terminal, who mistypes and changes her mind. */
#include "support/program.h"
#include "support/terminal.h"
#include "support/unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char passphrase[] = "seven quiet steps to town";
static char folder[64];
static char file[96];
static char id[37];

#define WORD(text) ((char *)(uintptr_t)(text))
#define BEGIN(terminal, ...)                                                                       \
    terminal_begin(terminal, run_program, (char *[]){ WORD("qadam"), __VA_ARGS__, NULL })

static int run_program(void *words)
{
    char *environment[] = { WORD("LANG=C.UTF-8"), NULL };
    int terminal = open("/dev/tty", O_RDWR);
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (dup2(terminal, fd) < 0)
            return 126;
    execve(QADAM_PROGRAM, words, environment);
    return 127;
}

/* Waits for what comes after what was seen so far, then types. */
static void answer(struct terminal *terminal, size_t *seen, const char *prompt, const char *keys)
{
    if (!terminal_wait_for(terminal, prompt, *seen))
        print_error("no \"%s\" in: %s\n", prompt, terminal->output + *seen);
    assert_true(terminal_wait_for(terminal, prompt, *seen));
    *seen = (size_t)(strstr(terminal->output + *seen, prompt) - terminal->output) + strlen(prompt);
    terminal_type(terminal, keys);
}

static void answer_all(struct terminal *terminal, size_t *seen, const char *const (*answers)[2],
                       size_t count)
{
    answer(terminal, seen, "Passphrase: ", passphrase);
    terminal_type(terminal, "\n");
    for (size_t i = 0; i < count; i++)
        answer(terminal, seen, answers[i][0], answers[i][1]);
}

#define ANSWER_ALL(terminal, seen, answers)                                                        \
    answer_all(terminal, seen, answers, sizeof(answers) / sizeof((answers)[0]))

static int make_office(void **state)
{
    static struct program_result result;
    (void)state;
    snprintf(folder, sizeof(folder), "/tmp/qadam-test-XXXXXX");
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(file, sizeof(file), "%s/office.qadam", folder);
    program_run(&result, &(const struct program_call){ .words = { "new", file, "--user", "aizada",
                                                                  "--passphrase-fd", "3",
                                                                  "--smallest-pc", "48" },
                                                       .secret = passphrase });
    return result.exit_code;
}

static int remove_folder(void **state)
{
    char command[128];
    (void)state;
    snprintf(command, sizeof(command), "rm -rf '%s'", folder);
    return system(command) == 0 ? 0 : -1; // NOLINT(cert-env33-c)
}

static void whoever_says_no_at_the_end_has_kept_nobody(void **state)
{
    static const char *const answers[][2] = {
        { "Machine-readable zone", "\n" },
        { "Surname: ", "Test\n" },
        { "Given name: ", "\n" },
        { "Patronymic: ", "\n" },
        { "Sex (", "\n\n\n\n\n\n" },
        { "Language (", "\n\n\n" },
        { "Legal status (", "\n\n\n\n" },
        { "Arrived on (", "\n" },
        { "Telephone: ", "\n" },
        { "Address: ", "\n" },
        { "E-mail: ", "\n" },
        { "Paper: ", "\n" },
        { "Keep this? (yes or no) ", "maybe\n" },
        { "Type yes or no.", "" },
        { "Keep this? (yes or no) ", "no\n" },
    };
    struct terminal terminal;
    size_t seen = 0;
    (void)state;
    BEGIN(&terminal, WORD("person"), WORD("add"), file);
    ANSWER_ALL(&terminal, &seen, answers);
    assert_true(terminal_wait_for(&terminal, "nothing was changed", seen));
    assert_int_equal(terminal_end(&terminal), 1);
}

static void what_is_mistyped_is_asked_for_again(void **state)
{
    static const char *const answers[][2] = {
        { "Machine-readable zone", "P<UTO\n" },
        { "Machine-readable zone", "\n" },
        { "Surname: ", "\n" },
        { "Given name: ", "\n" },
        { "Patronymic: ", "\n" },
        { "A person needs a name", "" },
        { "Surname: ", "Asanova\n" },
        { "Given name: ", "Aigul\n" },
        { "Patronymic: ", "\n" },
        { "Sex (", "woman\n" },
        { "Sex (", "f\n" },
        { "Born on (", "31.02.91\n" },
        { "Born on (", "14.06.91\n" },
        { "Place of birth: ", "\n\n\n\n\n\n\n\n\n\n\n\n" },
        { "Telephone: ", "0555 12 34 56\n" },
        { "Telephone: ", "\n\n\n" },
        { "Paper: ", "carpet\n" },
        { "Paper: ", "passport\n" },
        { "Number of the paper", "AN 1234567\n\n\n\n\n\n" },
        { "Paper: ", "\n" },
        { "1991-06-14", "" },
        { "Keep this? (yes or no) ", "yes\n" },
    };
    struct terminal terminal;
    size_t seen = 0;
    (void)state;
    BEGIN(&terminal, WORD("person"), WORD("add"), file);
    ANSWER_ALL(&terminal, &seen, answers);
    assert_true(terminal_wait_for(&terminal, "\n0", seen));
    const char *printed = strstr(terminal.output + seen, "\n0") + 1;
    assert_int_equal(terminal_end(&terminal), 0);
    memcpy(id, printed, sizeof(id) - 1);
    assert_int_equal(strspn(id, "0123456789abcdef-"), sizeof(id) - 1);
}

static void a_change_shows_what_was_known_and_keeps_it_on_enter(void **state)
{
    static const char *const answers[][2] = {
        { "Surname [Asanova]: ", "\n" },
        { "Given name [Aigul]: ", "Aigül\n" },
        { "Patronymic: ", "-\n" },
        { "Sex (m, f or unknown) [f]: ", "\n" },
        { "[1991-06-14]: ", "-\n" },
        { "Place of birth: ", "\n\n\n\n\n\n\n\n\n\n\n\n" },
        { "Telephone: ", "\n\n\n" },
        { "Paper: ", "\n" },
        { "New name", "" },
        { "Keep this? (yes or no) ", "y\n" },
    };
    struct terminal terminal;
    size_t seen = 0;
    (void)state;
    BEGIN(&terminal, WORD("person"), WORD("change"), file, id);
    ANSWER_ALL(&terminal, &seen, answers);
    assert_int_equal(terminal_end(&terminal), 0);
    BEGIN(&terminal, WORD("person"), WORD("show"), file, id);
    seen = 0;
    answer(&terminal, &seen, "Passphrase: ", passphrase);
    terminal_type(&terminal, "\n");
    assert_true(terminal_wait_for(&terminal, "0555 12 34 56", seen));
    assert_int_equal(terminal_end(&terminal), 0);
    assert_non_null(strstr(terminal.output, "name in use           Asanova Aigül"));
    assert_null(strstr(terminal.output, "1991-06-14"));
}

static void erasing_needs_the_whole_word(void **state)
{
    static const char *const no[][2] = { { "Why is the person erased? (no names) ", "\n" },
                                         { "A reason is needed.", "" },
                                         { "Why is the person erased?", "asked for\n" },
                                         { "Type 'erase'", "yes\n" } };
    static const char *const yes[][2] = { { "Why is the person erased?", "asked for\n" },
                                          { "Type 'erase'", "erase\n" } };
    struct terminal terminal;
    size_t seen = 0;
    (void)state;
    BEGIN(&terminal, WORD("person"), WORD("erase"), file, id);
    ANSWER_ALL(&terminal, &seen, no);
    assert_int_equal(terminal_end(&terminal), 1);
    seen = 0;
    BEGIN(&terminal, WORD("person"), WORD("erase"), file, id);
    ANSWER_ALL(&terminal, &seen, yes);
    assert_int_equal(terminal_end(&terminal), 0);
}

static void ctrl_c_in_the_middle_keeps_nobody(void **state)
{
    static const char *const answers[][2] = { { "Machine-readable zone", "\n" },
                                              { "Surname: ", "\x03" } };
    struct terminal terminal;
    size_t seen = 0;
    (void)state;
    BEGIN(&terminal, WORD("person"), WORD("add"), file);
    ANSWER_ALL(&terminal, &seen, answers);
    assert_true(terminal_wait_for(&terminal, "nothing was changed", seen));
    assert_int_equal(terminal_end(&terminal), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whoever_says_no_at_the_end_has_kept_nobody),
        cmocka_unit_test(what_is_mistyped_is_asked_for_again),
        cmocka_unit_test(a_change_shows_what_was_known_and_keeps_it_on_enter),
        cmocka_unit_test(erasing_needs_the_whole_word),
        cmocka_unit_test(ctrl_c_in_the_middle_keeps_nobody),
    };
    return cmocka_run_group_tests(tests, make_office, remove_folder);
}
