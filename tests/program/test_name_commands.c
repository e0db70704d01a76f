/* SPDX-License-Identifier: Apache-2.0 */

/* qadam name: lines in, lines out. */
#include "support/child.h"
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct program_result result;

#define assert_exit(expected)    program_assert_exit(&result, expected)
#define assert_says(where, text) program_assert_says(where, text)
#define RUN(...)                 program_run(&result, &(const struct program_call){ __VA_ARGS__ })
#define ROMANIZE(standard)                                                                         \
    {                                                                                              \
        "name", "romanize", "--standard", standard                                                 \
    }

static void names_are_written_line_by_line(void **state)
{
    (void)state;
    RUN(.words = ROMANIZE("icao"), .input = "Юсупов\nЮСУПОВ\r\n\nЩукин Пётр, 12\nMüller");
    assert_exit(0);
    assert_string_equal(result.out, "Iusupov\nIUSUPOV\n\nShchukin Petr, 12\nMueller\n");
    assert_string_equal(result.err, "");
}

static void every_standard_of_the_help_can_be_used(void **state)
{
    static const struct {
        const char *standard;
        const char *expected;
    } cases[] = {
        { "icao", "Iusupov Zhaker Gafurov\n" },
        { "gost2006", "Iusupov Zhaker Gafurov\n" },
        { "mvd1997", "Yusupov Zhaker Gafurov\n" },
        { "uz1995", "Yusupov Jaker Gʻafurov\n" },
        { "tk1999", "Ýusupow Žaker Ғafurow\n" },
        { "kk-passport", "Yussupov Zhaker Gafurov\n" },
        { "kk2021", "İusupov Jaker Ğafurov\n" },
        { "ky-passport", "Iusupov Zhaker Gafurov\n" },
        { "bgn-ky", "Yusupov Jaker Ғafurov\n" },
        { "bgn-tg", "Yusupov Zhaker Ghafurov\n" },
        { "ics630-kk", "Yusupov Zhaker Ghafurov\n" },
        { "ics630-ky", "Yusupov Jaker Ғafurov\n" },
        { "ics630-tg", "Yusupov Zhaker Ghafurov\n" },
        { "ics630-tk", "Yusupov Zhaker Ғafurov\n" },
        { "ics630-uz", "Yusupov Jaker Ghafurov\n" },
    };
    static struct program_result help;
    (void)state;
    program_run(&help, &(const struct program_call){ .words = { "name", "romanize", "--help" } });
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char listed[32];
        snprintf(listed, sizeof(listed), "\n  %s ", cases[i].standard);
        assert_says(help.out, listed);
        RUN(.words = ROMANIZE(cases[i].standard), .input = "Юсупов Жакер Ғафуров\n");
        assert_exit(0);
        assert_string_equal(result.out, cases[i].expected);
    }
}

static void the_list_names_the_source_of_each_table(void **state)
{
    size_t lines = 0;
    (void)state;
    RUN(.words = { "name", "romanize", "--list" });
    assert_exit(0);
    assert_says(result.out, "icao\tICAO Doc 9303-3");
    assert_says(result.out, "ics630-uz\tICS-630-01 (2015)");
    for (char *line = strtok(result.out, "\n"); line != NULL; line = strtok(NULL, "\n"), lines++)
        assert_non_null(strchr(line, '\t'));
    assert_int_equal(lines, 15);
}

static void a_bad_line_becomes_an_empty_one_and_is_reported(void **state)
{
    /* CP1251, an escape sequence, a zero-width space, a direction, a NUL. */
    static const char input[] =
        "Иса\n\xC8\xE2\xE0\xED\n\x1B[31mИса\nИ\xE2\x80\x8Bса\nИ\xE2\x80\xAEса\n"
        "И\0са\nИса\n";
    (void)state;
    RUN(.words = ROMANIZE("icao"), .input = input, .input_size = sizeof(input) - 1);
    assert_exit(1);
    assert_string_equal(result.out, "Isa\n\n\n\n\n\nIsa\n");
    assert_says(result.err, "qadam: Line 2: The text is in a character set");
    for (int number = 3; number <= 6; number++) {
        char expected[64];
        snprintf(expected, sizeof(expected), "qadam: Line %d: The text holds invisible", number);
        assert_says(result.err, expected);
    }
    assert_null(strstr(result.err, "са"));
    assert_null(strstr(result.err, "Line 7"));
}

static void a_decomposed_line_reads_like_a_composed_one(void **state)
{
    (void)state;
    RUN(.words = ROMANIZE("tk1999"), .input = "Таи\xCC\x86"
                                              "бе\xCC\x88\n");
    assert_exit(0);
    assert_string_equal(result.out, "Taýbýo\n");
}

static void a_line_that_is_too_long_does_not_stop_the_others(void **state)
{
    enum { LENGTH = 70000 };
    char *input = malloc(LENGTH + 16);
    (void)state;
    assert_non_null(input);
    memset(input, 'x', LENGTH);
    strcpy(input + LENGTH, "\nИса\n");
    RUN(.words = ROMANIZE("icao"), .input = input);
    assert_exit(1);
    assert_string_equal(result.out, "\nIsa\n");
    assert_string_equal(result.err, "qadam: Line 1: The text is too long.\n");
    free(input);
}

static void an_unknown_standard_is_a_sentence_and_exit_2(void **state)
{
    (void)state;
    RUN(.words = { "name", "romanize" }, .input = "Иса\n");
    assert_exit(2);
    assert_says(result.err, "The option --standard is needed.");
    RUN(.words = ROMANIZE("icao9303"), .input = "Иса\n");
    assert_exit(2);
    assert_says(result.err, "The value of the option --standard is none");
    RUN(.words = ROMANIZE(""), .input = "Иса\n");
    assert_exit(2);
    RUN(.words = { "name" });
    assert_exit(2);
    assert_string_equal(result.out, "");
}

static void the_messages_come_in_the_users_language_and_the_names_do_not(void **state)
{
    (void)state;
    RUN(.words = ROMANIZE("icao"), .input = "Иса\n\xFF\n", .language = "ru");
    assert_exit(1);
    assert_string_equal(result.out, "Isa\n\n");
    assert_says(result.err, " 2: "); /* the number, whatever the word */
    assert_null(strstr(result.err, "character set"));
}

static void a_full_disk_behind_the_output_is_said(void **state)
{
    (void)state;
    RUN(.words = ROMANIZE("icao"), .input = "Иса\n", .output_path = "/dev/full");
    assert_exit(5);
    assert_says(result.err, "could not be printed");
}

static int become_romanize(void *self, int in, int out)
{
    (void)self;
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    execl(QADAM_PROGRAM, "qadam", "name", "romanize", "--standard", "icao", (char *)NULL);
    return 127;
}

/* Who types a name, or asks through two pipes, sees the answer before the next question. */
static void each_line_is_answered_before_the_next_is_asked_for(void **state)
{
    struct child child;
    char answer[8];
    (void)state;
    child_start(&child, become_romanize, NULL);
    for (int i = 0; i < 3; i++) {
        assert_true(child_send(child.to, "Юсупов\n", strlen("Юсупов\n")));
        assert_true(child_receive(child.from, answer, sizeof(answer)));
        assert_memory_equal(answer, "Iusupov\n", sizeof(answer));
    }
    assert_int_equal(child_wait(&child), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_written_line_by_line),
        cmocka_unit_test(every_standard_of_the_help_can_be_used),
        cmocka_unit_test(the_list_names_the_source_of_each_table),
        cmocka_unit_test(a_bad_line_becomes_an_empty_one_and_is_reported),
        cmocka_unit_test(a_decomposed_line_reads_like_a_composed_one),
        cmocka_unit_test(a_line_that_is_too_long_does_not_stop_the_others),
        cmocka_unit_test(an_unknown_standard_is_a_sentence_and_exit_2),
        cmocka_unit_test(the_messages_come_in_the_users_language_and_the_names_do_not),
        cmocka_unit_test(a_full_disk_behind_the_output_is_said),
        cmocka_unit_test(each_line_is_answered_before_the_next_is_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
