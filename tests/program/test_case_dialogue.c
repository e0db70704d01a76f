/* SPDX-License-Identifier: Apache-2.0 */

/* Casefiles opened, closed and moved by somebody at a terminal, who is asked for the words. */
#include "support/fixture_cases.h"
#include "support/fixture_workflow.h"
#include "support/program.h"
#include "support/terminal.h"
#include "support/unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define NUMBER     FIXTURE_CASES_NUMBER "1"
#define WORD(text) ((char *)(uintptr_t)(text))
#define BEGIN(terminal, ...)                                                                       \
    terminal_begin(terminal, run_program,                                                          \
                   (char *[]){ WORD("qadam"), WORD("case"), __VA_ARGS__, WORD("--file"),           \
                               fixture_cases.file, WORD("--user"), WORD("first"), WORD("--today"), \
                               WORD(FIXTURE_TODAY), NULL })

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

/* Waits for each question in its turn, then types; at last for the end and what it says. */
static void talk(struct terminal *terminal, const char *const (*answers)[2], size_t count,
                 const char *end, int code)
{
    size_t seen = 0;
    for (size_t i = 0; i <= count + 1; i++) {
        const char *prompt = i == 0 ? "Passphrase of first: " : i > count ? end : answers[i - 1][0];
        if (!terminal_wait_for(terminal, prompt, seen))
            print_error("no \"%s\" in: %s\n", prompt, terminal->output + seen);
        assert_true(terminal_wait_for(terminal, prompt, seen));
        seen = (size_t)(strstr(terminal->output + seen, prompt) - terminal->output);
        seen += strlen(prompt);
        if (i == 0)
            terminal_type(terminal, FIXTURE_CASES_SECRET "\n");
        else if (i <= count)
            terminal_type(terminal, answers[i - 1][1]);
    }
    assert_int_equal(terminal_end(terminal), code);
}

#define TALK(terminal, answers, end, code)                                                         \
    talk(terminal, answers, sizeof(answers) / sizeof((answers)[0]), end, code)

static void what_it_is_about_is_asked_for(void **state)
{
    static const char *const answers[][2] = { { "What is it about? ", "утерян паспорт\n" } };
    struct terminal terminal;
    (void)state;
    BEGIN(&terminal, WORD("open"), fixture_cases.person, WORD("--workflow"), WORD("visit"));
    TALK(&terminal, answers, NUMBER, 0);
    BEGIN(&terminal, WORD("show"), WORD(NUMBER));
    talk(&terminal, NULL, 0, "утерян паспорт", 0);
}

static void a_list_is_for_reading(void **state)
{
    struct terminal terminal;
    (void)state;
    BEGIN(&terminal, WORD("list"));
    talk(&terminal, NULL, 0, NUMBER "  Асанова Айгүл", 0);
    assert_non_null(strstr(terminal.output, "    A visit\r\n    Consent\r\n"));
}

static void a_remark_that_is_needed_is_asked_for_again(void **state)
{
    static const char *const answers[][2] = {
        { "Remark: ", "\n" },
        { "An answer is needed here.", "" },
        { "Remark: ", "moved in with her son\n" },
        { "This is still open in the casefile:", "" },
        { "Close all the same? (yes or no; Enter alone is no) ", "yes\n" },
    };
    static const char *const reopening[][2] = { { "Why is it reopened? ", "came back\n" } };
    struct terminal terminal;
    (void)state;
    BEGIN(&terminal, WORD("close"), WORD(NUMBER), WORD("--reason"), WORD("other"));
    TALK(&terminal, answers, NUMBER, 0);
    BEGIN(&terminal, WORD("reopen"), WORD(NUMBER));
    TALK(&terminal, reopening, NUMBER, 0);
}

static void whoever_gives_no_reason_is_asked_and_may_stop(void **state)
{
    static const char *const answers[][2] = {
        { "Why is it closed?", "" },
        { "   1  goals reached", "" },
        { "The number of the reason: ", "14\n" },
        { "Type one of these numbers.", "" },
        { "The number of the reason: ", "1\n" },
        { "TO DO: Intake", "" },
        { "Close all the same? (yes or no; Enter alone is no) ", "\n" },
    };
    static const char *const died[][2] = { { "The number of the reason: ", "died\n" } };
    static const char *const reopening[][2] = { { "Why is it reopened? ", "came back\n" } };
    struct terminal terminal;
    (void)state;
    BEGIN(&terminal, WORD("close"), WORD(NUMBER));
    TALK(&terminal, answers, "nothing was changed", 1);
    BEGIN(&terminal, WORD("close"), WORD(NUMBER));
    TALK(&terminal, died, NUMBER "\tclosed", 0);
    assert_null(strstr(terminal.output, "TO DO"));
    BEGIN(&terminal, WORD("reopen"), WORD(NUMBER));
    TALK(&terminal, reopening, NUMBER, 0);
}

static void whoever_says_no_has_moved_nothing(void **state)
{
    static const char *const no[][2] = {
        { "A visit: 1 -> 2", "" },
        { "New step: Extra", "" },
        { "Move the casefile? (yes or no) ", "no\n" },
    };
    static const char *const yes[][2] = { { "Move the casefile? (yes or no) ", "yes\n" } };
    struct terminal terminal;
    (void)state;
    fixture_cases_add_workflow(2);
    BEGIN(&terminal, WORD("move"), WORD(NUMBER));
    TALK(&terminal, no, "nothing was changed", 1);
    BEGIN(&terminal, WORD("move"), WORD(NUMBER));
    TALK(&terminal, yes, "visit", 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_it_is_about_is_asked_for),
        cmocka_unit_test(a_list_is_for_reading),
        cmocka_unit_test(a_remark_that_is_needed_is_asked_for_again),
        cmocka_unit_test(whoever_gives_no_reason_is_asked_and_may_stop),
        cmocka_unit_test(whoever_says_no_has_moved_nothing),
    };
    return cmocka_run_group_tests(tests, fixture_cases_make, fixture_cases_remove);
}
