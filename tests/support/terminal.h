/* SPDX-License-Identifier: Apache-2.0 */

/* A pretended terminal with a program at its other end. */
#ifndef QADAM_TESTS_SUPPORT_TERMINAL_H
#define QADAM_TESTS_SUPPORT_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { TERMINAL_OUTPUT_SIZE = 16384 };

struct terminal {
    int master;
    pid_t child;
    char output[TERMINAL_OUTPUT_SIZE]; /* all that appeared on it so far */
    size_t length;
};

/* Starts a child whose controlling terminal this is; the child runs body and exits with what
 * that returns. */
void terminal_begin(struct terminal *terminal, int (*body)(void *self), void *self);

/* Waits until the text has appeared, from offset on; false after ten seconds. */
bool terminal_wait_for(struct terminal *terminal, const char *text, size_t offset);

void terminal_type(const struct terminal *terminal, const char *keys);

/* Whether what is typed now would be shown. */
bool terminal_echoes(const struct terminal *terminal);

/* Waits until the child has stopped itself (Ctrl-Z). */
bool terminal_wait_for_stop(const struct terminal *terminal);

/* Waits for the end; the exit code, or -1. */
int terminal_end(struct terminal *terminal);

#endif
