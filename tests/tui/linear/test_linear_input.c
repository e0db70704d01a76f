/* SPDX-License-Identifier: Apache-2.0 */
#include "linear/linear_input.h"
#include "support/unit.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct ends {
    int reading;
    int writing;
    struct linear_input *input;
};

static struct ends begin(const char *text)
{
    int raw[2];
    assert_int_equal(pipe(raw), 0);
    struct ends ends = { raw[0], raw[1], linear_input_open(raw[0]) };
    assert_non_null(ends.input);
    assert_int_equal(write(ends.writing, text, strlen(text)), strlen(text));
    return ends;
}

static void end(struct ends *ends)
{
    linear_input_close(&ends->input);
    close(ends->reading);
}

static void assert_line(struct ends *ends, const char *expected)
{
    const char *bytes;
    size_t length;
    assert_int_equal(linear_input_next(ends->input, 0, &bytes, &length), LINEAR_LINE_READ);
    assert_int_equal(length, strlen(expected));
    assert_memory_equal(bytes, expected, length);
}

static void lines_come_one_after_the_other_and_the_last_may_lack_its_end(void **state)
{
    const char *bytes;
    size_t length;
    struct ends ends = begin("one\r\n\ntwo\nthree");
    (void)state;
    close(ends.writing);
    assert_line(&ends, "one");
    assert_line(&ends, "");
    assert_line(&ends, "two");
    assert_line(&ends, "three");
    assert_int_equal(linear_input_next(ends.input, 0, &bytes, &length), LINEAR_LINE_END);
    assert_int_equal(linear_input_next(ends.input, 0, &bytes, &length), LINEAR_LINE_END);
    end(&ends);
}

static void whoever_types_nothing_for_long_is_told_apart_from_the_end(void **state)
{
    const char *bytes;
    size_t length;
    struct ends ends = begin("one\nbegun");
    (void)state;
    assert_line(&ends, "one");
    assert_int_equal(linear_input_next(ends.input, 1, &bytes, &length), LINEAR_LINE_IDLE);
    assert_int_equal(write(ends.writing, " line\n", 6), 6);
    assert_line(&ends, "begun line");
    close(ends.writing);
    end(&ends);
}

static void a_line_that_is_too_long_is_dropped_whole(void **state)
{
    enum { LONG = 60000 };
    const char *bytes;
    size_t length;
    char *text = malloc(LONG);
    (void)state;
    assert_non_null(text);
    memset(text, 'x', LONG);
    struct ends ends = begin("");
    pid_t child = fork();
    if (child == 0) {
        for (int i = 0; i < 3; i++)
            if (write(ends.writing, text, LONG) != LONG)
                _exit(1);
        _exit(write(ends.writing, "\nshort\n", 7) == 7 ? 0 : 1);
    }
    close(ends.writing);
    assert_int_equal(linear_input_next(ends.input, 0, &bytes, &length), LINEAR_LINE_LONG);
    assert_line(&ends, "short");
    end(&ends);
    free(text);
}

static void a_passphrase_is_one_line(void **state)
{
    struct secret *secret = NULL;
    struct error error;
    struct ends ends = begin("words of mine\nnext\n");
    (void)state;
    close(ends.writing);
    assert_true(linear_input_secret(ends.input, &secret, &error));
    assert_int_equal(secret->length, strlen("words of mine"));
    assert_memory_equal(secret->bytes, "words of mine", secret->length);
    secret_free(&secret);
    assert_line(&ends, "next");
    assert_false(linear_input_secret(ends.input, &secret, &error));
    assert_null(secret);
    end(&ends);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_come_one_after_the_other_and_the_last_may_lack_its_end),
        cmocka_unit_test(whoever_types_nothing_for_long_is_told_apart_from_the_end),
        cmocka_unit_test(a_line_that_is_too_long_is_dropped_whole),
        cmocka_unit_test(a_passphrase_is_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
