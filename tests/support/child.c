/* SPDX-License-Identifier: Apache-2.0 */
#include "support/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/unit.h"

enum { FIRST_OWN_DESCRIPTOR = 3, DESCRIPTORS = 256 };

/* The pipes of its elder sisters too: else they would not notice that the test has gone. */
static void close_all_but(int in, int out)
{
    for (int fd = FIRST_OWN_DESCRIPTOR; fd < DESCRIPTORS; fd++)
        if (fd != in && fd != out)
            close(fd);
}

/* The sanitizers take these signals for themselves; a test wants to see which it was. */
static void take_signals_back(void)
{
    static const int signals[] = { SIGBUS, SIGSEGV, SIGPIPE };
    for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
        signal(signals[i], SIG_DFL);
}

void child_start(struct child *child, int (*act)(void *self, int in, int out), void *self)
{
    int to[2];
    int from[2];
    assert_int_equal(pipe(to), 0);
    assert_int_equal(pipe(from), 0);
    fflush(NULL);
    child->pid = fork();
    assert_true(child->pid >= 0);
    if (child->pid == 0) {
        close_all_but(to[0], from[1]);
        take_signals_back();
        alarm(CHILD_SECONDS);
        _exit(act(self, to[0], from[1]));
    }
    close(to[0]);
    close(from[1]);
    child->to = to[1];
    child->from = from[0];
    signal(SIGPIPE, SIG_IGN);
}

bool child_send(int fd, const void *message, size_t size)
{
    const char *at = message;
    while (size > 0) {
        ssize_t count = write(fd, at, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        at += count;
        size -= (size_t)count;
    }
    return true;
}

bool child_receive(int fd, void *message, size_t size)
{
    char *at = message;
    while (size > 0) {
        ssize_t count = read(fd, at, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        at += count;
        size -= (size_t)count;
    }
    return true;
}

void child_kill(const struct child *child)
{
    assert_int_equal(kill(child->pid, SIGKILL), 0);
}

static int wait_for(pid_t pid)
{
    int state = 0;
    while (waitpid(pid, &state, 0) < 0)
        if (errno != EINTR)
            return CHILD_NOT_STARTED;
    return WIFSIGNALED(state) ? -WTERMSIG(state) : WEXITSTATUS(state);
}

int child_wait(struct child *child)
{
    /* A test that failed may have left it stopped.  Not when it is about to end: a SIGCONT takes
     * back the SIGSTOP by which LeakSanitizer looks at a process that ends, and it waits forever.
     */
    kill(child->pid, SIGCONT);
    close(child->to);
    int code = wait_for(child->pid);
    close(child->from);
    *child = (struct child){ .pid = 0 };
    return code;
}

/* ---- another program */

static void redirect(const char *path, int flags, int fd)
{
    int file = open(path == NULL ? "/dev/null" : path, flags, 0600);
    if (file < 0 || dup2(file, fd) < 0)
        _exit(CHILD_NOT_STARTED);
}

static _Noreturn void become(const char *const *argv, int input, const char *output)
{
    char *copies[64] = { NULL };
    for (size_t i = 0; argv[i] != NULL && i + 1 < sizeof(copies) / sizeof(copies[0]); i++)
        copies[i] = strdup(argv[i]);
    redirect(output, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    dup2(STDOUT_FILENO, STDERR_FILENO);
    dup2(input, STDIN_FILENO);
    close_all_but(-1, -1);
    take_signals_back();
    alarm(CHILD_SECONDS);
    execvp(copies[0], copies);
    _exit(CHILD_NOT_STARTED);
}

int child_run(const char *const *argv, const char *input, const char *output)
{
    int pipe_ends[2];
    assert_int_equal(pipe(pipe_ends), 0);
    fflush(NULL);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0)
        become(argv, pipe_ends[0], output);
    close(pipe_ends[0]);
    signal(SIGPIPE, SIG_IGN);
    if (input != NULL)
        (void)child_send(pipe_ends[1], input, strlen(input));
    close(pipe_ends[1]);
    return wait_for(pid);
}

bool child_can_run(const char *program)
{
    char command[128];
    int length = snprintf(command, sizeof(command), "command -v %s", program);
    const char *const argv[] = { "sh", "-c", command, NULL };
    return length > 0 && (size_t)length < sizeof(command) && child_run(argv, NULL, NULL) == 0;
}
