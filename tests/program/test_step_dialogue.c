/* SPDX-License-Identifier: Apache-2.0 */

/* The form of a step asked on a terminal: by numbers, with slips, broken off, gone on with. */
#include "support/fixture_cases.h"
#include "support/fixture_workflow.h"
#include "support/program.h"
#include "support/terminal.h"
#include "support/unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NUMBER     FIXTURE_CASES_NUMBER "1"

#define WORD(text) ((char *)(uintptr_t)(text))
#define BEGIN(terminal, ...)                                                                       \
    terminal_begin(terminal, run_program,                                                          \
                   (char *[]){ WORD("qadam"), WORD("case"), __VA_ARGS__, WORD("--today"),          \
                               WORD(FIXTURE_TODAY), WORD("--file"), fixture_cases.file,            \
                               WORD("--user"), WORD("counsellor"), NULL })

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
    answer(terminal, seen, "Passphrase of counsellor: ", FIXTURE_CASES_SECRET "\n");
    for (size_t i = 0; i < count; i++)
        answer(terminal, seen, answers[i][0], answers[i][1]);
}

#define ANSWER_ALL(terminal, seen, answers)                                                        \
    answer_all(terminal, seen, answers, sizeof(answers) / sizeof((answers)[0]))

static int make(void **state)
{
    static struct program_result result;
    if (fixture_cases_make(state) != 0)
        return -1;
    program_run(&result, &(const struct program_call){
                             .words = { "case", "open", fixture_cases.file, fixture_cases.person,
                                        "--workflow", "visit", "--today", FIXTURE_TODAY, "--user",
                                        "clerk", "--passphrase-fd", "3" },
                             .secret = FIXTURE_CASES_SECRET });
    return result.exit_code;
}

static void slips_are_told_at_once_and_a_dot_keeps_the_rest(void **state)
{
    static const char *const answers[][2] = {
        { "To know.", "" },
        { "1  Paper", "" },
        { "2  Home", "" },
        { "Need: ", "3\n" },
        { "Enter a number from 1 to 2.", "" },
        { "Need: ", "ho\n" },
        { "Enter a number from 1 to 2.", "" },
        { "Need: ", "hom\n" },
        { "Fear (yes or no): ", "perhaps\n" },
        { "Type yes or no.", "" },
        { "Fear (yes or no): ", "n\n" },
        /* "lost on" is asked only when a paper is needed. */
        { "Detail: ", "no roof\n" },
        { "Papers: is there one? (yes or no) ", "what\n" },
        { "Type yes or no.", "" },
        { "Papers: is there one? (yes or no) ", "yes\n" },
        { "Papers 1: Kind: ", "ID\n" },
        { "Papers 1: Number: ", "\n" },
        { "Papers: another one? (yes or no) ", "\n" },
        { "Count (a whole number): ", ".\n" },
        { "Answers kept: 4", "" },
        { "Nothing is missing.", "" },
    };
    struct terminal terminal;
    size_t seen = 0;
    (void)state;
    BEGIN(&terminal, WORD("answer"), WORD(NUMBER), WORD("intake"));
    ANSWER_ALL(&terminal, &seen, answers);
    assert_int_equal(terminal_end(&terminal), 0);
}

static void what_was_answered_is_shown_kept_and_taken_back(void **state)
{
    static const char *const answers[][2] = {
        { "Need [Home]: ", "paper\n" },
        { "Fear (yes or no) [no]: ", "-\n" },
        { "Detail [no roof]: ", "\n" },
        { "Lost on (a date such as 24.11.2026): ", "tomorrow\n" },
        { "This is no date.", "" },
        { "Lost on (a date such as 24.11.2026): ", "+1\n" },
        { "This day has not come yet", "" },
        { "Lost on (a date such as 24.11.2026): ", "t\n" },
        { "Papers 1: Kind [ID]: ", "\n" },
        { "Papers 1: Number: ", "\n" },
        { "Papers: another one? (yes or no) ", "no\n" },
        { "Count (a whole number): ", "41\n" },
        { "the most is 40", "" },
        { "Count (a whole number): ", "\n" },
        { "Photo (paper to be seen): ", "2\n" },
        { "Answers kept: 4", "" },
    };
    struct terminal terminal;
    size_t seen = 0;
    (void)state;
    BEGIN(&terminal, WORD("answer"), WORD(NUMBER), WORD("intake"));
    ANSWER_ALL(&terminal, &seen, answers);
    assert_int_equal(terminal_end(&terminal), 0);
}

static void broken_off_says_what_is_kept_and_lays_the_casefile_down(void **state)
{
    static const char *const answers[][2] = {
        { "Need [Paper]: ", "home\n" },
        { "Fear (yes or no): ", "\x04" },
        { "What was answered before is kept.", "" },
    };
    static const char *const again[][2] = {
        { "Need [Home]: ", ".\n" },
        { "Answers kept: 0", "" },
    };
    struct terminal terminal;
    size_t seen = 0;
    (void)state;
    BEGIN(&terminal, WORD("answer"), WORD(NUMBER), WORD("intake"));
    ANSWER_ALL(&terminal, &seen, answers);
    assert_int_equal(terminal_end(&terminal), 1);
    seen = 0;
    BEGIN(&terminal, WORD("answer"), WORD(NUMBER), WORD("intake"));
    ANSWER_ALL(&terminal, &seen, again);
    assert_int_equal(terminal_end(&terminal), 0);
}

static struct program_result result;

static void call(const char *const *words, const char *user)
{
    program_run(&result, &(const struct program_call){
                             .words = { "case", words[0], NUMBER, words[1], "--today",
                                        FIXTURE_TODAY, "--file", fixture_cases.file, "--user", user,
                                        "--passphrase-fd", "3" },
                             .secret = FIXTURE_CASES_SECRET,
                             .input = words[2] });
    program_assert_exit(&result, 0);
}

static void a_text_that_is_broken_off_keeps_its_lines(void **state)
{
    static const char *const before[][3] = {
        { "answer", "intake", "need: home\nfear: no\ndetail: x\n" },
        { "finish", "intake", NULL },
        { "finish", "consent", NULL },
    };
    static const char *const answers[][2] = {
        { "Story: ", "one\n" },
        { "Next line (Enter ends the text): ", "two\n" },
        { "Next line (Enter ends the text): ", "\x04" },
        { "What was answered before is kept.", "" },
    };
    struct terminal terminal;
    size_t seen = 0;
    (void)state;
    for (size_t i = 0; i < sizeof(before) / sizeof(before[0]); i++)
        call(before[i], "counsellor");
    BEGIN(&terminal, WORD("answer"), WORD(NUMBER), WORD("follow"));
    ANSWER_ALL(&terminal, &seen, answers);
    assert_int_equal(terminal_end(&terminal), 1);
    call((const char *const[]){ "show", "--json", NULL }, "counsellor");
    program_assert_says(result.out, "one\\ntwo");
}

/* Before they ask for anything. */
static void the_other_verbs_look_first(void **state)
{
    static const char *const calls[][3] = {
        { "wait", "family", "Another step comes first" },
        { "skip", "intake", "This step cannot be skipped" },
        { "skip", "family", "Another step comes first" },
        { "return", "intake", "Nobody has asked to approve this step" },
        { "skip", "nowhere", "There is no such step" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++) {
        struct terminal terminal;
        size_t seen = 0;
        const char *const answers[][2] = { { calls[i][2], "" } };
        BEGIN(&terminal, WORD(calls[i][0]), WORD(NUMBER), WORD(calls[i][1]));
        ANSWER_ALL(&terminal, &seen, answers);
        assert_int_equal(terminal_end(&terminal), 1);
        assert_null(strstr(terminal.output, "? "));
    }
}

static void the_other_verbs_ask_for_their_words(void **state)
{
    static const char *const answers[][2] = {
        { "Who was asked? ", "\n" },
        { "An answer is needed here.", "" },
        { "Who was asked? ", "Archive\n" },
        { "Why? ", "\n" },
        { "Number of the letter? ", "12/1\n" },
        { "Intake: waiting", "" },
    };
    struct terminal terminal;
    size_t seen = 0;
    (void)state;
    BEGIN(&terminal, WORD("wait"), WORD(NUMBER), WORD("intake"));
    ANSWER_ALL(&terminal, &seen, answers);
    assert_int_equal(terminal_end(&terminal), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slips_are_told_at_once_and_a_dot_keeps_the_rest),
        cmocka_unit_test(what_was_answered_is_shown_kept_and_taken_back),
        cmocka_unit_test(broken_off_says_what_is_kept_and_lays_the_casefile_down),
        cmocka_unit_test(the_other_verbs_look_first),
        cmocka_unit_test(the_other_verbs_ask_for_their_words),
        cmocka_unit_test(a_text_that_is_broken_off_keeps_its_lines),
    };
    return cmocka_run_group_tests(tests, make, fixture_cases_remove);
}
