/* SPDX-License-Identifier: Apache-2.0 */

/* The application line by line.  A transcript holds what is said and, behind "> ", what is typed:
 * it is its own script.  An empty answer at the very end stands for the end of the input.  With
 * UPDATE_TRANSCRIPTS in the environment the files are written anew. */
#include "support/fixture_cases.h"
#include "support/fixture_workflow.h"
#include "support/program.h"
#include "support/terminal.h"
#include "support/unit.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TRANSCRIPT_SIZE = PROGRAM_OUTPUT_SIZE, PATH_SIZE = 128 };

static struct program_result result;

/* ---- transcripts */

static void find_transcript(char path[PATH_SIZE], const char *name)
{
    snprintf(path, PATH_SIZE, "tests/program/transcripts/%s.txt", name);
}

static void read_transcript(char text[TRANSCRIPT_SIZE], const char *path)
{
    FILE *file = fopen(path, "r");
    if (file == NULL)
        print_error("no transcript %s\n", path);
    assert_non_null(file);
    const size_t length = fread(text, 1, TRANSCRIPT_SIZE - 1, file);
    text[length] = '\0';
    fclose(file);
}

/* What is typed in it, behind the passphrases. */
static void make_answers(char answers[TRANSCRIPT_SIZE], const char *secrets, const char *text)
{
    size_t length = (size_t)snprintf(answers, TRANSCRIPT_SIZE, "%s\n", secrets);
    for (const char *line = text; line != NULL && *line != '\0';) {
        const char *end = strchr(line, '\n');
        const char *rest = end == NULL ? line + strlen(line) : end + 1;
        const bool is_end = strncmp(line, "> \n", 3) == 0 && strstr(rest, "\n> ") == NULL;
        if (strncmp(line, "> ", 2) == 0 && !is_end)
            length += (size_t)snprintf(answers + length, TRANSCRIPT_SIZE - length, "%.*s",
                                       (int)(rest - line - 2), line + 2);
        if (strncmp(line, "Locked.", 7) == 0)
            length += (size_t)snprintf(answers + length, TRANSCRIPT_SIZE - length, "%s\n",
                                       FIXTURE_CASES_SECRET);
        line = rest;
    }
}

static void update_transcript(const char *path)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(result.out, file);
    fclose(file);
}

static void run_in(const char *language, const char *user, const char *answers)
{
    program_run(&result,
                &(const struct program_call){
                    .words = { "--linear", "--language", language, "--today", FIXTURE_TODAY,
                               "--user", user, "--passphrase-fd", "0", fixture_cases.file },
                    .input = answers });
}

static void play(const char *name, const char *user, const char *secrets, int exit_code)
{
    static char text[TRANSCRIPT_SIZE];
    static char answers[TRANSCRIPT_SIZE];
    char path[PATH_SIZE];
    find_transcript(path, name);
    read_transcript(text, path);
    make_answers(answers, secrets, text);
    run_in("en", user, answers);
    program_assert_exit(&result, exit_code);
    assert_string_equal(result.err, "");
    if (getenv("UPDATE_TRANSCRIPTS") != NULL)
        update_transcript(path);
    else if (strcmp(result.out, text) != 0)
        print_error("%s differs; this came:\n%s\n", path, result.out);
    if (getenv("UPDATE_TRANSCRIPTS") == NULL)
        assert_string_equal(result.out, text);
}

static void play_first(const char *name)
{
    play(name, "first", FIXTURE_CASES_SECRET, 0);
}

/* ---- the tests, each on a file of its own */

static void a_day_begins_with_the_passphrase_and_my_day(void **state)
{
    (void)state;
    play_first("my_day");
}

static void a_new_person_goes_through_three_steps(void **state)
{
    (void)state;
    play_first("new_person");
}

static void a_person_who_is_there_already_is_found(void **state)
{
    (void)state;
    play_first("duplicate");
}

static void back_leads_to_the_question_before(void **state)
{
    (void)state;
    play_first("back");
}

static void whoever_comes_back_after_the_end_goes_on(void **state)
{
    (void)state;
    play_first("end_of_input");
    play_first("coming_back");
}

static void a_new_person_that_was_begun_is_there_again(void **state)
{
    (void)state;
    play_first("intake_broken_off");
    play_first("intake_again");
}

static void a_wrong_passphrase_is_asked_for_again(void **state)
{
    (void)state;
    play("wrong_passphrase", "first", "wrong\n" FIXTURE_CASES_SECRET, 0);
    run_in("en", "first", "wrong\n");
    program_assert_exit(&result, 3);
    program_assert_says(result.out, "The name or the passphrase is not right.");
}

static void waiting_notes_and_tasks_are_kept(void **state)
{
    (void)state;
    play_first("waiting");
}

static void approvers_and_others_are_told_apart(void **state)
{
    (void)state;
    play("clerk", "clerk", FIXTURE_CASES_SECRET, 0);
}

static void a_supervisor_approves_and_closes(void **state)
{
    (void)state;
    play("ask_approval", "counsellor", FIXTURE_CASES_SECRET, 0);
    play_first("approve");
    play("ask_to_close", "counsellor", FIXTURE_CASES_SECRET, 0);
    play_first("close");
}

static void inspectors_change_nothing(void **state)
{
    (void)state;
    play("inspector", "inspector", FIXTURE_CASES_SECRET, 0);
}

static void it_speaks_russian(void **state)
{
    (void)state;
    run_in("ru", "first", FIXTURE_CASES_SECRET "\n1\n\nl\n9\n");
    program_assert_exit(&result, 0);
    program_assert_says(result.out, "> 9");
}

/* ---- on a terminal */

#define WORD(text) ((char *)(uintptr_t)(text))

static int run_in_environment(void *words, char *const *environment)
{
    int terminal = open("/dev/tty", O_RDWR);
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (dup2(terminal, fd) < 0)
            return 126;
    execve(QADAM_PROGRAM, words, environment);
    return 127;
}

static int run_on_terminal(void *words)
{
    char *environment[] = { WORD("LANG=C.UTF-8"), WORD("TERM=dumb"), NULL };
    return run_in_environment(words, environment);
}

static int run_accessibly(void *words)
{
    char *environment[] = { WORD("LANG=C.UTF-8"), WORD("TERM=linux"), WORD("ACCESSIBLE=1"), NULL };
    return run_in_environment(words, environment);
}

static void answer(struct terminal *terminal, size_t *seen, const char *question, const char *keys)
{
    if (!terminal_wait_for(terminal, question, *seen))
        print_error("no \"%s\" in: %s\n", question, terminal->output + *seen);
    assert_true(terminal_wait_for(terminal, question, *seen));
    *seen = (size_t)(strstr(terminal->output + *seen, question) - terminal->output);
    *seen += strlen(question);
    terminal_type(terminal, keys);
}

static void a_terminal_that_moves_no_cursor_is_spoken_to_in_lines(void **state)
{
    struct terminal terminal;
    size_t seen = 0;
    (void)state;
    terminal_begin(&terminal, run_on_terminal,
                   (char *[]){ WORD("qadam"), WORD("--today"), WORD(FIXTURE_TODAY),
                               fixture_cases.file, NULL });
    answer(&terminal, &seen, "Language: 1 English", "\n");
    answer(&terminal, &seen, "Your name\r\n> ", "clerk\n");
    answer(&terminal, &seen, "Passphrase\r\n> ", "wrong\n");
    answer(&terminal, &seen, "is not right", "");
    answer(&terminal, &seen, "Your name [clerk]\r\n> ", "\n");
    answer(&terminal, &seen, "Passphrase\r\n> ", FIXTURE_CASES_SECRET "\n");
    answer(&terminal, &seen, "Menu, 1 to 9 [1]\r\n> ", "9\n");
    answer(&terminal, &seen, "Closed.", "");
    assert_int_equal(terminal_end(&terminal), 0);
    assert_null(strstr(terminal.output, "\033"));
    assert_null(strstr(terminal.output, FIXTURE_CASES_SECRET "\r\n"));
}

static void a_single_key_is_an_answer_when_that_was_asked_for(void **state)
{
    struct terminal terminal;
    size_t seen = 0;
    (void)state;
    terminal_begin(&terminal, run_on_terminal,
                   (char *[]){ WORD("qadam"), WORD("--linear"), WORD("--single-key"),
                               WORD("--language"), WORD("en"), WORD("--user"), WORD("clerk"),
                               fixture_cases.file, NULL });
    answer(&terminal, &seen, "Passphrase\r\n> ", FIXTURE_CASES_SECRET "\n");
    answer(&terminal, &seen, "Menu, 1 to 9 [1]\r\n> ", "5");
    answer(&terminal, &seen, "You have no open casefile.", "");
    answer(&terminal, &seen, "Menu, 1 to 9 [1]\r\n> ", "9");
    answer(&terminal, &seen, "Closed.", "");
    assert_int_equal(terminal_end(&terminal), 0);
}

static void the_environment_can_ask_for_lines(void **state)
{
    struct terminal terminal;
    size_t seen = 0;
    (void)state;
    terminal_begin(
        &terminal, run_accessibly,
        (char *[]){ WORD("qadam"), WORD("--language"), WORD("en"), fixture_cases.file, NULL });
    answer(&terminal, &seen, "Your name\r\n> ", "\004");
    assert_int_equal(terminal_end(&terminal), 0);
    assert_null(strstr(terminal.output, "\033"));
}

static void a_killed_program_loses_only_the_line_that_was_typed(void **state)
{
    static const char *const answers[][2] = {
        { "Passphrase\r\n> ", FIXTURE_CASES_SECRET "\n" },
        { "Menu, 1 to 9 [1]\r\n> ", "4\n" },
        { "telephone or birth date\r\n> ", FIXTURE_CASES_PERSON "\n" },
        { "Which of these", "1\n" },
        { "Which workflow\r\n> ", "6\n" },
        { "What is it about", "\n" },
        { "Finish the step?", "1\n" },
        { "Need (needed)", "1\n" },
        { "Fear", "1" },
    };
    struct terminal terminal;
    size_t seen = 0;
    (void)state;
    terminal_begin(&terminal, run_on_terminal,
                   (char *[]){ WORD("qadam"), WORD("--linear"), WORD("--language"), WORD("en"),
                               WORD("--today"), WORD(FIXTURE_TODAY), WORD("--user"), WORD("first"),
                               fixture_cases.file, NULL });
    for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++)
        answer(&terminal, &seen, answers[i][0], answers[i][1]);
    kill(terminal.child, SIGKILL);
    assert_int_equal(terminal_end(&terminal), -1);
    run_in("en", "first", FIXTURE_CASES_SECRET "\n5\n1\nq\n9\n");
    program_assert_exit(&result, 0);
    program_assert_says(result.out, "1 answer is there already; < goes back to it.\nFear");
}

#define ON_A_FILE(test)                                                                            \
    cmocka_unit_test_setup_teardown(test, fixture_cases_make, fixture_cases_remove)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_A_FILE(a_day_begins_with_the_passphrase_and_my_day),
        ON_A_FILE(a_new_person_goes_through_three_steps),
        ON_A_FILE(a_person_who_is_there_already_is_found),
        ON_A_FILE(back_leads_to_the_question_before),
        ON_A_FILE(whoever_comes_back_after_the_end_goes_on),
        ON_A_FILE(a_new_person_that_was_begun_is_there_again),
        ON_A_FILE(a_wrong_passphrase_is_asked_for_again),
        ON_A_FILE(waiting_notes_and_tasks_are_kept),
        ON_A_FILE(approvers_and_others_are_told_apart),
        ON_A_FILE(a_supervisor_approves_and_closes),
        ON_A_FILE(inspectors_change_nothing),
        ON_A_FILE(it_speaks_russian),
        ON_A_FILE(a_terminal_that_moves_no_cursor_is_spoken_to_in_lines),
        ON_A_FILE(the_environment_can_ask_for_lines),
        ON_A_FILE(a_killed_program_loses_only_the_line_that_was_typed),
        ON_A_FILE(a_single_key_is_an_answer_when_that_was_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
