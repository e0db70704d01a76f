/* SPDX-License-Identifier: Apache-2.0 */
#include "command/passphrase_input.h"

#include "sentence.h"
#include "support/capture.h"
#include "support/unit.h"
#include "vault/passphrase.h"

#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

static const struct option options[] = {
    { "passphrase-fd", "N", "help", OPTION_NUMBER, 0, INT_MAX, false },
    { "new-passphrase-fd", "N", "help", OPTION_NUMBER, 0, INT_MAX, false },
    { .name = NULL },
};
static const struct command sample = {
    .noun = "sample", .summary = "Sample.", .arguments = "[FILE]", .options = { options }
};

/* A descriptor to read these bytes from. */
static int pipe_with(const char *bytes, size_t length)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], bytes, length), length);
    close(ends[1]);
    return ends[0];
}

static void assert_read(const char *bytes, const char *expected)
{
    struct secret *secret = NULL;
    struct error error = { 0 };
    int fd = pipe_with(bytes, strlen(bytes));
    assert_ok(passphrase_read(&secret, fd, &error));
    assert_int_equal(secret->length, strlen(expected));
    assert_memory_equal(secret->bytes, expected, strlen(expected));
    secret_free(&secret);
    close(fd);
}

static void assert_not_read(const char *bytes, size_t length, enum status expected)
{
    struct secret *secret = NULL;
    struct error error = { 0 };
    int fd = pipe_with(bytes, length);
    assert_status(passphrase_read(&secret, fd, &error), expected);
    assert_null(secret);
    close(fd);
}

static void one_line_end_is_left_out_and_nothing_else(void **state)
{
    (void)state;
    assert_read("seven steps", "seven steps");
    assert_read("seven steps\n", "seven steps");
    assert_read("seven steps\r\n", "seven steps");
    assert_read("seven steps\n\n", "seven steps\n");
    assert_read(" seven steps ", " seven steps ");
    assert_read("seven steps\r", "seven steps\r");
}

static void nothing_is_not_a_passphrase(void **state)
{
    (void)state;
    assert_not_read("", 0, STATUS_TEXT_EMPTY);
    assert_not_read("\n", 1, STATUS_TEXT_EMPTY);
    assert_not_read("\r\n", 2, STATUS_TEXT_EMPTY);
}

static void the_longest_passphrase_is_read_and_one_byte_more_is_refused(void **state)
{
    char bytes[PASSPHRASE_MAX_BYTES + 4];
    (void)state;
    memset(bytes, 'x', sizeof(bytes));
    bytes[PASSPHRASE_MAX_BYTES] = '\0';
    assert_read(bytes, bytes);
    memset(bytes, 'x', sizeof(bytes));
    memcpy(bytes + PASSPHRASE_MAX_BYTES, "\r\n", 3);
    bytes[PASSPHRASE_MAX_BYTES + 2] = '\0';
    struct secret *secret = NULL;
    struct error error = { 0 };
    int fd = pipe_with(bytes, PASSPHRASE_MAX_BYTES + 2);
    assert_ok(passphrase_read(&secret, fd, &error));
    assert_int_equal(secret->length, PASSPHRASE_MAX_BYTES);
    secret_free(&secret);
    close(fd);
    memset(bytes, 'x', sizeof(bytes));
    assert_not_read(bytes, PASSPHRASE_MAX_BYTES + 1, STATUS_TEXT_TOO_LONG);
    assert_not_read(bytes, PASSPHRASE_MAX_BYTES + 4, STATUS_TEXT_TOO_LONG);
}

/* What a real pipe does: a passphrase that arrives in two pieces. */
static void pieces_are_put_together(void **state)
{
    struct secret *secret = NULL;
    struct error error = { 0 };
    int ends[2];
    (void)state;
    assert_int_equal(pipe(ends), 0);
    if (fork() == 0) {
        (void)!write(ends[1], "seven ", 6);
        usleep(50000);
        (void)!write(ends[1], "steps\n", 6);
        _exit(0);
    }
    close(ends[1]);
    assert_ok(passphrase_read(&secret, ends[0], &error));
    assert_int_equal(secret->length, 11);
    assert_memory_equal(secret->bytes, "seven steps", 11);
    secret_free(&secret);
    close(ends[0]);
}

/* Checks the options "--passphrase-fd OLD --new-passphrase-fd NEW"; -1 leaves one out. */
static int check(int old, int new, char *said)
{
    char old_text[16];
    char new_text[16];
    char *words[4];
    int count = 0;
    struct arguments arguments;
    struct capture capture;
    snprintf(old_text, sizeof(old_text), "%d", old);
    snprintf(new_text, sizeof(new_text), "%d", new);
    if (old >= 0) {
        words[count++] = "--passphrase-fd";
        words[count++] = old_text;
    }
    if (new >= 0) {
        words[count++] = "--new-passphrase-fd";
        words[count++] = new_text;
    }
    assert_int_equal(arguments_parse(&arguments, &sample, count, words), USAGE_OK);
    capture_begin(&capture, stderr);
    int code = passphrase_check_options(&arguments);
    capture_end(&capture);
    snprintf(said, CAPTURE_SIZE, "%s", capture.text);
    return code;
}

static void descriptors_must_be_open_and_different(void **state)
{
    char said[CAPTURE_SIZE];
    int ends[2];
    (void)state;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(check(-1, -1, said), EXIT_CODE_DONE);
    assert_int_equal(check(ends[0], -1, said), EXIT_CODE_DONE);
    assert_int_equal(check(ends[0], ends[0], said), EXIT_CODE_USAGE);
    assert_non_null(strstr(said, "different"));
    assert_int_equal(check(900, -1, said), EXIT_CODE_USAGE);
    assert_non_null(strstr(said, "--passphrase-fd names nothing"));
    assert_int_equal(check(ends[0], 900, said), EXIT_CODE_USAGE);
    assert_non_null(strstr(said, "--new-passphrase-fd names nothing"));
    assert_int_equal(check(ends[1], -1, said), EXIT_CODE_USAGE); /* the end one writes to */
    close(ends[0]);
    close(ends[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_line_end_is_left_out_and_nothing_else),
        cmocka_unit_test(nothing_is_not_a_passphrase),
        cmocka_unit_test(the_longest_passphrase_is_read_and_one_byte_more_is_refused),
        cmocka_unit_test(pieces_are_put_together),
        cmocka_unit_test(descriptors_must_be_open_and_different),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
