/* SPDX-License-Identifier: Apache-2.0 */

/* qadam name: lines in, lines out. */
#include "support/child.h"
#include "support/folder.h"
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

/* ---- name compare */

#define COMPARE                                                                                    \
    {                                                                                              \
        "name", "compare"                                                                          \
    }

static void two_names_of_a_line_get_a_score_a_verdict_and_a_reason(void **state)
{
    (void)state;
    RUN(.words = COMPARE, .input = "Каримов Али\tКаримов Али\n"
                                   "Каримов Али\tKarimov Ali\n"
                                   "Каримов Али Рахимович\tКаримов Али Юсупович\n");
    assert_exit(0);
    assert_string_equal(result.out, "1.00\tsame\tthe same name\n"
                                    "1.00\tsame\tanother script\n"
                                    "0.45\tdifferent\tanother patronymic\n");
    assert_string_equal(result.err, "");
}

static void windows_ends_of_lines_and_a_last_line_without_one_are_read(void **state)
{
    (void)state;
    RUN(.words = COMPARE, .input = "Али\tAli\r\nАли\tАли\r\n\tАли\r\nАли\tАли");
    assert_exit(1);
    assert_string_equal(result.out,
                        "1.00\tsame\tanother script\n"
                        "1.00\tsame\tthe same name\n"
                        "0.00\tdifferent\tThese two names have no letters that can be compared.\n"
                        "1.00\tsame\tthe same name\n");
    RUN(.words = COMPARE, .input = "");
    assert_exit(0);
    assert_string_equal(result.out, "");
}

/* How often a text is in another. */
static size_t count_text(const char *text, const char *wanted)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, wanted)) != NULL; at += strlen(wanted))
        count++;
    return count;
}

static void a_bad_pair_is_counted_and_reported_without_its_content(void **state)
{
    /* No tab, CP1251, an escape sequence, NUL, a second tab, nothing on one side, no letters, too
     * long for a name. */
    static const char bad[] = "Тайное\n\xD2\xE0\xE9\xED\tАли\n\x1B[31mТайное\tАли\nТай\0ное\tАли\n"
                              "Тайное\tАли\tВали\nТайное\t\n12345\tТайное\n";
    enum { FIRST = 2, BAD = 8 };
    char input[1024] = "Али\tAli\n", far_too_long[301];
    size_t size = strlen(input);
    (void)state;
    memcpy(input + size, bad, sizeof(bad) - 1);
    size += sizeof(bad) - 1;
    memset(far_too_long, 'x', sizeof(far_too_long) - 1);
    far_too_long[sizeof(far_too_long) - 1] = '\0';
    size += (size_t)snprintf(input + size, sizeof(input) - size, "%s\tТайное\nАли\tAli\n",
                             far_too_long);
    RUN(.words = COMPARE, .input = input, .input_size = size);
    assert_exit(1);
    assert_int_equal(count_text(result.out, "\n"), BAD + 2);
    assert_int_equal(count_text(result.out, "0.00\tdifferent\t"), BAD);
    assert_int_equal(count_text(result.out, "1.00\tsame\tanother script\n"), 2);
    assert_int_equal(count_text(result.err, "\n"), BAD);
    for (int number = FIRST; number < FIRST + BAD; number++) {
        char expected[32];
        snprintf(expected, sizeof(expected), "qadam: Line %d: ", number);
        assert_int_equal(count_text(result.err, expected), 1);
    }
    assert_says(result.err, "Line 2: Two names with a tab between them are needed.");
    for (size_t i = 0; i < 2; i++) {
        const char *said = i == 0 ? result.out : result.err;
        assert_null(strstr(said, "айн"));
        assert_null(strstr(said, "xx"));
        assert_null(strstr(said, "12345"));
        assert_null(strstr(said, "\xE0\xE9"));
        assert_null(strchr(said, '\x1B'));
    }
}

static void a_pair_that_is_too_long_does_not_stop_the_others(void **state)
{
    enum { LENGTH = 70000 };
    char *input = malloc(LENGTH + 32);
    (void)state;
    assert_non_null(input);
    memset(input, 'x', LENGTH);
    strcpy(input + LENGTH, "\tИса\nИса\tИса\n");
    RUN(.words = COMPARE, .input = input);
    assert_exit(1);
    assert_string_equal(result.out, "0.00\tdifferent\tThe text is too long.\n"
                                    "1.00\tsame\tthe same name\n");
    assert_string_equal(result.err, "qadam: Line 1: The text is too long.\n");
    free(input);
}

static void ten_thousand_lines_are_answered_one_for_one(void **state)
{
    static const struct {
        const char *line, *answer;
    } kinds[] = {
        { "Али\tАли\n", "1.00\tsame\tthe same name\n" },
        { "Али\tAli\n", "1.00\tsame\tanother script\n" },
        { "Каримов Али Рахимович\tКаримов Али Юсупович\n",
          "0.45\tdifferent\tanother patronymic\n" },
    };
    enum { LINES = 10000, LINE_SIZE = 128, KINDS = sizeof(kinds) / sizeof(kinds[0]) };
    char path[FOLDER_PATH_SIZE];
    char *input = calloc(LINES, LINE_SIZE), *expected = calloc(LINES, LINE_SIZE);
    char *input_end = input, *expected_end = expected;
    struct folder folder;
    (void)state;
    assert_true(input != NULL && expected != NULL);
    for (size_t i = 0; i < LINES; i++) {
        /* No short period, so that no line can stand for another. */
        size_t kind = (i * i / 7) % KINDS;
        input_end = stpcpy(input_end, kinds[kind].line);
        expected_end = stpcpy(expected_end, kinds[kind].answer);
    }
    folder_make(&folder);
    folder_path(path, &folder, "answers");
    RUN(.words = COMPARE, .input = input, .output_path = path);
    assert_exit(0);
    struct content answers = file_read(path);
    assert_int_equal(answers.length, expected_end - expected);
    assert_memory_equal(answers.bytes, expected, answers.length);
    free(answers.bytes);
    free(input);
    free(expected);
    folder_remove(&folder);
}

static int become_compare(void *self, int in, int out)
{
    (void)self;
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    execl(QADAM_PROGRAM, "qadam", "name", "compare", (char *)NULL);
    return 127;
}

static void each_pair_is_answered_before_the_next_is_asked_for(void **state)
{
    static const char pair[] = "Али\tAli\n", expected[] = "1.00\tsame\tanother script\n";
    struct child child;
    char answer[sizeof(expected) - 1];
    (void)state;
    child_start(&child, become_compare, NULL);
    for (int i = 0; i < 3; i++) {
        assert_true(child_send(child.to, pair, sizeof(pair) - 1));
        assert_true(child_receive(child.from, answer, sizeof(answer)));
        assert_memory_equal(answer, expected, sizeof(answer));
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
        cmocka_unit_test(two_names_of_a_line_get_a_score_a_verdict_and_a_reason),
        cmocka_unit_test(windows_ends_of_lines_and_a_last_line_without_one_are_read),
        cmocka_unit_test(a_bad_pair_is_counted_and_reported_without_its_content),
        cmocka_unit_test(a_pair_that_is_too_long_does_not_stop_the_others),
        cmocka_unit_test(ten_thousand_lines_are_answered_one_for_one),
        cmocka_unit_test(each_pair_is_answered_before_the_next_is_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
