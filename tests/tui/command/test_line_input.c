/* SPDX-License-Identifier: Apache-2.0 */
#include "command/line_input.h"

#include "support/child.h"
#include "support/unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE_MAX_HERE = 10 };

static struct error error;
static struct line line;

/* A file of its own with these bytes. */
static int open_bytes(const char *bytes, size_t size)
{
    char path[] = "/tmp/qadam-test-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    unlink(path);
    assert_true(child_send(fd, bytes, size));
    assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
    return fd;
}

static struct line_input *open_text(const char *text, int *fd)
{
    struct line_input *input;
    *fd = open_bytes(text, strlen(text));
    assert_ok(line_input_open(&input, *fd, LINE_MAX_HERE, &error));
    return input;
}

static void assert_line(struct line_input *input, const char *expected, unsigned long long number)
{
    assert_ok(line_input_next(input, &line, &error));
    assert_int_equal(line.length, strlen(expected));
    assert_memory_equal(line.bytes, expected, line.length);
    assert_int_equal(line.number, number);
}

static void close_after_the_last(struct line_input *input, int fd)
{
    assert_status(line_input_next(input, &line, &error), STATUS_NOT_FOUND);
    assert_status(line_input_next(input, &line, &error), STATUS_NOT_FOUND);
    line_input_close(&input);
    assert_null(input);
    close(fd);
}

static void lines_come_one_by_one_without_their_ends(void **state)
{
    int fd;
    (void)state;
    struct line_input *input = open_text("one\ntwo\r\n\nfour\n", &fd);
    assert_line(input, "one", 1);
    assert_line(input, "two", 2);
    assert_line(input, "", 3);
    assert_line(input, "four", 4);
    close_after_the_last(input, fd);
}

static void the_last_line_may_lack_its_end(void **state)
{
    int fd;
    (void)state;
    struct line_input *input = open_text("one\ntwo", &fd);
    assert_line(input, "one", 1);
    assert_line(input, "two", 2);
    close_after_the_last(input, fd);
    input = open_text("one\r", &fd);
    assert_line(input, "one", 1);
    close_after_the_last(input, fd);
}

static void an_empty_input_has_no_lines(void **state)
{
    int fd;
    (void)state;
    struct line_input *input = open_text("", &fd);
    close_after_the_last(input, fd);
}

static void a_return_inside_a_line_belongs_to_it(void **state)
{
    int fd;
    (void)state;
    struct line_input *input = open_text("a\rb\r\r\n", &fd);
    assert_line(input, "a\rb\r", 1);
    close_after_the_last(input, fd);
}

static void a_byte_order_mark_is_no_part_of_the_first_line(void **state)
{
    int fd;
    (void)state;
    struct line_input *input = open_text("\xEF\xBB\xBFone\n\xEF\xBB\xBFtwo\n", &fd);
    assert_line(input, "one", 1);
    assert_line(input, "\xEF\xBB\xBFtwo", 2);
    close_after_the_last(input, fd);
}

static void a_nul_belongs_to_its_line(void **state)
{
    struct line_input *input;
    (void)state;
    int fd = open_bytes("a\0b\nc\n", 6);
    assert_ok(line_input_open(&input, fd, LINE_MAX_HERE, &error));
    assert_ok(line_input_next(input, &line, &error));
    assert_int_equal(line.length, 3);
    assert_memory_equal(line.bytes, "a\0b", 3);
    assert_line(input, "c", 2);
    close_after_the_last(input, fd);
}

static void a_line_of_the_most_bytes_is_read_whatever_its_end(void **state)
{
    int fd;
    (void)state;
    struct line_input *input = open_text("0123456789\n0123456789\r\n0123456789", &fd);
    for (unsigned long long number = 1; number <= 3; number++)
        assert_line(input, "0123456789", number);
    close_after_the_last(input, fd);
}

static void a_longer_line_is_reported_and_skipped(void **state)
{
    int fd;
    (void)state;
    struct line_input *input = open_text("0123456789a\nnext\n0123456789a", &fd);
    assert_status(line_input_next(input, &line, &error), STATUS_TEXT_TOO_LONG);
    assert_int_equal(error.number, LINE_MAX_HERE);
    assert_int_equal(line.number, 1);
    assert_int_equal(line.length, 0);
    assert_line(input, "next", 2);
    assert_status(line_input_next(input, &line, &error), STATUS_TEXT_TOO_LONG);
    assert_int_equal(line.number, 3);
    close_after_the_last(input, fd);
}

/* Lengths around the size of a block, so that lines lie across its edges in every way. */
static void lines_across_blocks_come_whole(void **state)
{
    enum { BLOCK = 65536, LINES = 9000, LONGEST = 60 };
    struct line_input *input;
    char expected[LONGEST + 1];
    (void)state;
    char *bytes = malloc(LINES * (LONGEST + 1));
    size_t size = 0;
    assert_non_null(bytes);
    for (size_t i = 0; i < LINES; i++)
        size += (size_t)sprintf(bytes + size, "%0*zu\n", (int)(5 + i % 50), i);
    assert_true(size > 3 * BLOCK);
    int fd = open_bytes(bytes, size);
    assert_ok(line_input_open(&input, fd, LONGEST, &error));
    for (size_t i = 0; i < LINES; i++) {
        snprintf(expected, sizeof(expected), "%0*zu", (int)(5 + i % 50), i);
        assert_line(input, expected, i + 1);
    }
    close_after_the_last(input, fd);
    free(bytes);
}

static void a_line_of_many_blocks_is_skipped_in_one_piece(void **state)
{
    enum { SIZE = 1000000 };
    struct line_input *input;
    (void)state;
    char *bytes = malloc(SIZE);
    assert_non_null(bytes);
    memset(bytes, 'x', SIZE);
    memcpy(bytes + SIZE - 6, "\nnext\n", 6);
    int fd = open_bytes(bytes, SIZE);
    assert_ok(line_input_open(&input, fd, LINE_MAX_HERE, &error));
    assert_status(line_input_next(input, &line, &error), STATUS_TEXT_TOO_LONG);
    assert_line(input, "next", 2);
    close_after_the_last(input, fd);
    free(bytes);
}

/* A pipe gives what it has, here byte by byte. */
static void bytes_may_come_one_at_a_time(void **state)
{
    struct line_input *input;
    int ends[2];
    static const char text[] = "0123456789a\nok\r\n";
    (void)state;
    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        for (const char *at = text; *at != '\0'; at++) {
            if (write(ends[1], at, 1) != 1)
                _exit(1);
            usleep(1000);
        }
        _exit(0);
    }
    close(ends[1]);
    assert_ok(line_input_open(&input, ends[0], LINE_MAX_HERE, &error));
    assert_status(line_input_next(input, &line, &error), STATUS_TEXT_TOO_LONG);
    assert_line(input, "ok", 2);
    close_after_the_last(input, ends[0]);
    struct child child = { .pid = pid, .to = -1, .from = -1 };
    assert_int_equal(child_wait(&child), 0);
}

static void what_cannot_be_read_is_said(void **state)
{
    struct line_input *input;
    (void)state;
    int fd = open("/", O_RDONLY);
    assert_true(fd >= 0);
    assert_ok(line_input_open(&input, fd, LINE_MAX_HERE, &error));
    assert_status(line_input_next(input, &line, &error), STATUS_READ_FAILED);
    line_input_close(&input);
    close(fd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_come_one_by_one_without_their_ends),
        cmocka_unit_test(the_last_line_may_lack_its_end),
        cmocka_unit_test(an_empty_input_has_no_lines),
        cmocka_unit_test(a_return_inside_a_line_belongs_to_it),
        cmocka_unit_test(a_byte_order_mark_is_no_part_of_the_first_line),
        cmocka_unit_test(a_nul_belongs_to_its_line),
        cmocka_unit_test(a_line_of_the_most_bytes_is_read_whatever_its_end),
        cmocka_unit_test(a_longer_line_is_reported_and_skipped),
        cmocka_unit_test(lines_across_blocks_come_whole),
        cmocka_unit_test(a_line_of_many_blocks_is_skipped_in_one_piece),
        cmocka_unit_test(bytes_may_come_one_at_a_time),
        cmocka_unit_test(what_cannot_be_read_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
