/* SPDX-License-Identifier: Apache-2.0 */

/* Runs the real program as a script would: words, secrets on pipes, what it prints, its exit
 * code.  It has no terminal, an almost empty environment, and at most two minutes. */
#ifndef QADAM_TESTS_SUPPORT_PROGRAM_H
#define QADAM_TESTS_SUPPORT_PROGRAM_H

#include <stddef.h>

enum {
    PROGRAM_OUTPUT_SIZE = 65536,
    PROGRAM_MAX_WORDS = 24,
    PROGRAM_SECRET_FD = 3,     /* where "secret" can be read */
    PROGRAM_NEW_SECRET_FD = 4, /* where "new_secret" can be read */
};

struct program_call {
    const char *words[PROGRAM_MAX_WORDS]; /* without the program's name; NULL after the last */
    const char *secret;                   /* NULL: that descriptor is closed */
    const char *new_secret;
    const char *language;    /* LANGUAGE; NULL: none */
    const char *locale;      /* LC_ALL; NULL: C.UTF-8 */
    const char *output_path; /* stdout goes to this file; NULL: is captured */
    const char *input;       /* what stdin gives; NULL: nothing */
    size_t input_size;       /* 0: up to its NUL */
};

struct program_result {
    int exit_code; /* -1: killed by a signal or by the time limit */
    char out[PROGRAM_OUTPUT_SIZE];
    char err[PROGRAM_OUTPUT_SIZE];
};

void program_run(struct program_result *result, const struct program_call *call);

/* Fail the test with what the program said. */
void program_assert_exit(const struct program_result *result, int expected);
void program_assert_says(const char *where, const char *text);

#endif
