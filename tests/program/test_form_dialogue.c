/* SPDX-License-Identifier: Apache-2.0 */

/* The fields of a record, asked for on a terminal. */
#include "support/fixture_case.h"
#include "support/program.h"
#include "support/terminal.h"
#include "support/unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct fixture_case office;
static struct program_result result;
static char agency[UUID_TEXT_SIZE];

#define WORD(text) ((char *)(uintptr_t)(text))
#define BEGIN(terminal, ...)                                                                       \
    terminal_begin(terminal, run_program, (char *[]){ WORD("qadam"), __VA_ARGS__, NULL })
#define RUN(...)                                                                                   \
    program_run(&result, &(const struct program_call){ __VA_ARGS__, .secret = FIXTURE_CASE_SECRET })

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

static void answer_all(struct terminal *terminal, const char *const (*answers)[2], size_t count)
{
    size_t seen = 0;
    answer(terminal, &seen, "Passphrase: ", FIXTURE_CASE_SECRET "\n");
    for (size_t i = 0; i < count; i++)
        answer(terminal, &seen, answers[i][0], answers[i][1]);
}

#define ANSWER_ALL(terminal, answers)                                                              \
    answer_all(terminal, answers, sizeof(answers) / sizeof((answers)[0]))

static int set_up(void **state)
{
    (void)state;
    fixture_case_make(&office);
    RUN(.words = { "agency", "add", AS_FIRST(office.file) },
        .input = "name: Clinic\nkind: legal_aid\ncountry: KGZ\nphone: 0312\nservice: advice\n");
    snprintf(agency, sizeof(agency), "%.36s", result.out);
    return result.exit_code;
}

static int tear_down(void **state)
{
    (void)state;
    fixture_case_remove(&office);
    return 0;
}

static void an_empty_line_ends_a_text_and_must_not_be_the_first(void **state)
{
    static const char *const answers[][2] = {
        { "Text of the note (an empty line ends it): ", "\n" },
        { "This field is needed.", "" },
        { "Text of the note (an empty line ends it): ", "She came.\n" },
        { "> ", "Alone.\n" },
        { "> ", "\n" },
    };
    struct terminal terminal;
    (void)state;
    BEGIN(&terminal, WORD("note"), WORD("add"), office.file, WORD("--case"),
          WORD(FIXTURE_CASE_NUMBER));
    ANSWER_ALL(&terminal, answers);
    assert_int_equal(terminal_end(&terminal), 0);
    RUN(.words = { "note", "list", AS_FIRST(office.file), "--case", FIXTURE_CASE_NUMBER,
                   "--json" });
    program_assert_says(result.out, "\"text\":\"She came.\\nAlone.\"");
}

static void what_is_known_stays_unless_something_else_is_typed(void **state)
{
    static const char *const answers[][2] = {
        { "Name of the organisation [Clinic]: ", "\n" },
        { "[legal_aid]: ", "Legal\n" },
        { "A code has", "" },
        { "[legal_aid]: ", "legal_clinic\n" },
        { "[KGZ]: ", "\n" },
        { "Place: ", "Osh\n" },
        { "Address: ", "\n" },
        { "Telephone [0312]: ", "-\n" },
        { "Hours: ", "\n" },
        { "What it costs: ", "\n" },
        { "Legal basis: ", "\n" },
        { "[advice]: ", "\n" },
        { "Valid until: ", "\n" },
        { "Checked on", "\n" },
        { "Address is secret (yes or no) [no]: ", "\n" },
        { "Still works (yes or no) [yes]: ", "\n" },
        { "Languages (codes, the one for letters first: ru ky uz@cyrillic): ", "\n" },
        { "Of which country (of a consulate: its code, UZB): ", "\n" },
    };
    struct terminal terminal;
    (void)state;
    BEGIN(&terminal, WORD("agency"), WORD("change"), office.file, agency);
    ANSWER_ALL(&terminal, answers);
    assert_int_equal(terminal_end(&terminal), 0);
    RUN(.words = { "agency", "list", AS_FIRST(office.file) });
    program_assert_says(result.out, "\tClinic\tlegal_clinic\tOsh\t\tadvice\t");
}

static void ctrl_c_keeps_nothing(void **state)
{
    static const char *const answers[][2] = {
        { "Day (", "t\n" },
        { "Time (", "\x03" },
    };
    struct terminal terminal;
    (void)state;
    BEGIN(&terminal, WORD("appointment"), WORD("add"), office.file, WORD("--case"),
          WORD(FIXTURE_CASE_NUMBER));
    ANSWER_ALL(&terminal, answers);
    assert_int_equal(terminal_end(&terminal), 1);
    RUN(.words = { "appointment", "list", AS_FIRST(office.file), "--case", FIXTURE_CASE_NUMBER });
    program_assert_exit(&result, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_line_ends_a_text_and_must_not_be_the_first),
        cmocka_unit_test(what_is_known_stays_unless_something_else_is_typed),
        cmocka_unit_test(ctrl_c_keeps_nothing),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
