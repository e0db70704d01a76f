/* SPDX-License-Identifier: Apache-2.0 */

/* Lines from a file or pipe, however many: for commands that answer line by line.  No more than
 * one line is held, and no line may be longer than the caller allows.  A byte order mark before the
 * first line is no part of it. */
#ifndef QADAM_COMMAND_LINE_INPUT_H
#define QADAM_COMMAND_LINE_INPUT_H

#include "base/error.h"

#include <stddef.h>

struct line_input;

struct line {
    const char *bytes; /* any bytes, NUL too; without the line's end (LF or CR LF), not ended by
                        * NUL; until the next call */
    size_t length;
    unsigned long long number; /* from 1 */
};

/* Reads from a file descriptor, which stays the caller's.  line_max is the most bytes of a line
 * without its end. */
MUST_CHECK enum status line_input_open(struct line_input **out, int fd, size_t line_max,
                                       struct error *error);

/* The next line; the last one may lack its end.  What was written to stdout is sent on before
 * more input is waited for, so that whoever types lines or waits at the other end of two pipes
 * sees the answers.
 *   STATUS_NOT_FOUND      there are no more lines;
 *   STATUS_TEXT_TOO_LONG  longer than line_max (the error's number): *line has its number and no
 *                         bytes, and the next call gives the line behind it;
 *   STATUS_INTERRUPTED    Ctrl-C and the like; STATUS_READ_FAILED. */
MUST_CHECK enum status line_input_next(struct line_input *input, struct line *line,
                                       struct error *error);

/* NULL is fine. */
void line_input_close(struct line_input **input);

#endif
