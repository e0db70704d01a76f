/* SPDX-License-Identifier: Apache-2.0 */
#include "support/program.h"

#include "support/child.h"
#include "support/unit.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PROGRAM_SECONDS = 120, FREE_FD = 20 };

struct pipes {
    int in; /* a file of its own, however long; -1 when there is none */
    int out[2];
    int err[2];
    int secret; /* read ends; -1 when there is none */
    int new_secret;
};

static void open_pipe(int ends[2])
{
    int raw[2];
    assert_int_equal(pipe(raw), 0);
    /* Out of the way of the numbers that the program shall find its secrets under. */
    for (int i = 0; i < 2; i++) {
        ends[i] = fcntl(raw[i], F_DUPFD_CLOEXEC, FREE_FD);
        assert_true(ends[i] >= FREE_FD);
        close(raw[i]);
    }
}

/* A pipe that holds the whole secret already: it is far shorter than a pipe is long. */
static int open_secret(const char *secret)
{
    int ends[2];
    if (secret == NULL)
        return -1;
    open_pipe(ends);
    assert_int_equal(write(ends[1], secret, strlen(secret)), strlen(secret));
    close(ends[1]);
    return ends[0];
}

static int open_input(const struct program_call *call)
{
    char path[] = "/tmp/qadam-test-XXXXXX";
    if (call->input == NULL)
        return -1;
    size_t size = call->input_size > 0 ? call->input_size : strlen(call->input);
    int raw = mkstemp(path);
    int fd = fcntl(raw, F_DUPFD_CLOEXEC, FREE_FD);
    assert_true(fd >= FREE_FD);
    close(raw);
    unlink(path);
    assert_true(child_send(fd, call->input, size));
    assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
    return fd;
}

/* ---- the child */

static void place(int fd, int number)
{
    if (fd < 0)
        close(number);
    else if (dup2(fd, number) < 0)
        _exit(126);
}

static void become_program(const struct program_call *call, const struct pipes *pipes)
{
    char language[64];
    char locale[64];
    char *words[PROGRAM_MAX_WORDS + 1] = { (char *)(uintptr_t) "qadam" };
    char *environment[] = { (char *)(uintptr_t) "PATH=/usr/bin:/bin", language, locale, NULL };
    snprintf(language, sizeof(language), "LANGUAGE=%s",
             call->language == NULL ? "" : call->language);
    snprintf(locale, sizeof(locale), "LC_ALL=%s", call->locale == NULL ? "C.UTF-8" : call->locale);
    for (int i = 0; i < PROGRAM_MAX_WORDS && call->words[i] != NULL; i++)
        words[i + 1] = (char *)(uintptr_t)call->words[i];
    setsid();
    place(pipes->in >= 0 ? pipes->in : open("/dev/null", O_RDONLY | O_CLOEXEC), STDIN_FILENO);
    place(call->output_path == NULL
              ? pipes->out[1]
              : open(call->output_path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600),
          STDOUT_FILENO);
    place(pipes->err[1], STDERR_FILENO);
    place(pipes->secret, PROGRAM_SECRET_FD);
    place(pipes->new_secret, PROGRAM_NEW_SECRET_FD);
    execve(QADAM_PROGRAM, words, environment);
    _exit(127);
}

/* ---- the parent */

/* Adds what has come to the text; false at the end of the stream. */
static bool collect(int fd, char *text, size_t *length)
{
    char rest[4096];
    bool is_full = *length + 1 >= PROGRAM_OUTPUT_SIZE;
    ssize_t count = is_full ? read(fd, rest, sizeof(rest))
                            : read(fd, text + *length, PROGRAM_OUTPUT_SIZE - 1 - *length);
    if (count <= 0)
        return false;
    *length += is_full ? 0 : (size_t)count;
    text[*length] = '\0';
    return true;
}

static void collect_all(struct program_result *result, const struct pipes *pipes, pid_t child)
{
    struct pollfd streams[] = { { .fd = pipes->out[0], .events = POLLIN },
                                { .fd = pipes->err[0], .events = POLLIN } };
    char *texts[] = { result->out, result->err };
    size_t lengths[] = { 0, 0 };
    time_t end = time(NULL) + PROGRAM_SECONDS;
    while (streams[0].fd >= 0 || streams[1].fd >= 0) {
        if (time(NULL) > end)
            kill(child, SIGKILL);
        if (poll(streams, 2, 1000) <= 0)
            continue;
        for (int i = 0; i < 2; i++)
            if (streams[i].fd >= 0 && streams[i].revents != 0 &&
                !collect(streams[i].fd, texts[i], &lengths[i]))
                streams[i].fd = -1;
    }
}

void program_run(struct program_result *result, const struct program_call *call)
{
    int status = 0;
    struct pipes pipes = { .in = open_input(call),
                           .secret = open_secret(call->secret),
                           .new_secret = open_secret(call->new_secret) };
    memset(result, 0, sizeof(*result));
    open_pipe(pipes.out);
    open_pipe(pipes.err);
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        become_program(call, &pipes);
    close(pipes.out[1]);
    close(pipes.err[1]);
    collect_all(result, &pipes, child);
    assert_int_equal(waitpid(child, &status, 0), child);
    result->exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    close(pipes.out[0]);
    close(pipes.err[0]);
    if (pipes.in >= 0)
        close(pipes.in);
    if (pipes.secret >= 0)
        close(pipes.secret);
    if (pipes.new_secret >= 0)
        close(pipes.new_secret);
}

/* ---- looking at the result */

void program_assert_exit(const struct program_result *result, int expected)
{
    if (result->exit_code != expected)
        print_error("exit %d instead of %d: %s\n", result->exit_code, expected, result->err);
    assert_int_equal(result->exit_code, expected);
}

void program_assert_says(const char *where, const char *text)
{
    if (strstr(where, text) == NULL)
        print_error("\"%s\" is not in: %s\n", text, where);
    assert_non_null(strstr(where, text));
}
