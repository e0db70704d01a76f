/* SPDX-License-Identifier: Apache-2.0 */

/* What a function prints on stdout or stderr, as text. */
#ifndef QADAM_TESTS_SUPPORT_CAPTURE_H
#define QADAM_TESTS_SUPPORT_CAPTURE_H

#include <stdio.h>

enum { CAPTURE_SIZE = 16384 };

struct capture {
    FILE *stream;
    FILE *file;
    int original;
    char text[CAPTURE_SIZE];
};

/* From now on what goes to that stream is kept instead of shown. */
void capture_begin(struct capture *capture, FILE *stream);

/* Back to before; text holds what came. */
void capture_end(struct capture *capture);

#endif
