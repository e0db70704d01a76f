/* SPDX-License-Identifier: Apache-2.0 */

/* Real processes: a copy of the test itself that runs a function, or another program. */
#ifndef QADAM_TESTS_SUPPORT_CHILD_H
#define QADAM_TESTS_SUPPORT_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum {
    CHILD_SECONDS = 60, /* an act that takes longer hangs; SIGALRM ends it */
    CHILD_NOT_STARTED = 127,
};

struct child {
    pid_t pid;
    int to;   /* what is written here, the child reads */
    int from; /* what the child writes, is read here */
};

/* Runs act() in a copy of this process; what it returns is the exit code.  In there nothing of
 * cmocka may be used.  Database files must be closed before: SQLite's locks do not survive a
 * fork. */
void child_start(struct child *child, int (*act)(void *self, int in, int out), void *self);

/* Whole messages of one size; false at the end of the pipe.  For both sides. */
bool child_send(int fd, const void *message, size_t size);
bool child_receive(int fd, void *message, size_t size);

/* kill -9.  What the child wrote before can still be read until child_wait(). */
void child_kill(const struct child *child);

/* Waits for the end and closes the pipes: the exit code, or minus the number of the signal that
 * ended it. */
int child_wait(struct child *child);

/* Runs a program to its end, with this text as its input and its output in a file; NULL: nothing.
 * The exit code or minus the signal, CHILD_NOT_STARTED when there is no such program. */
int child_run(const char *const *argv, const char *input, const char *output);

/* Whether such a program can be found. */
bool child_can_run(const char *program);

#endif
