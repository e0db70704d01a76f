/* SPDX-License-Identifier: Apache-2.0 */

/* The lines that are typed, one after the other, with a limit to the waiting. */
#ifndef QADAM_LINEAR_LINEAR_INPUT_H
#define QADAM_LINEAR_LINEAR_INPUT_H

#include "vault/secret.h"

#include <stdbool.h>
#include <stddef.h>

struct linear_input;

enum linear_line {
    LINEAR_LINE_READ,
    LINEAR_LINE_LONG, /* longer than any answer can be; it is dropped */
    LINEAR_LINE_IDLE, /* nothing was typed for that long */
    LINEAR_LINE_END,  /* no more input, or asked to stop */
};

/* NULL without memory. */
struct linear_input *linear_input_open(int fd);
/* Wipes what was read; NULL is fine. */
void linear_input_close(struct linear_input **input);

/* Whether somebody types on a terminal. */
bool linear_input_is_typed(const struct linear_input *input);

/* The next line without its end, until the next call; idle_seconds 0: waits for ever.  The last
 * line may lack its end. */
enum linear_line linear_input_next(struct linear_input *input, int idle_seconds, const char **bytes,
                                   size_t *length);

/* The same for one key: on a terminal without Enter.  What else was typed in that line is left for
 * the next call. */
enum linear_line linear_input_key(struct linear_input *input, int idle_seconds, const char **bytes,
                                  size_t *length);

/* A line that is a passphrase.  False at the end of the input. */
bool linear_input_secret(struct linear_input *input, struct secret **out, struct error *error);

#endif
