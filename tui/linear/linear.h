/* SPDX-License-Identifier: Apache-2.0 */

/* The application as plain questions and numbered answers, line by line: for speech synthesizers,
 * braille, slow lines and scripts.  Nothing is drawn and no cursor moves. */
#ifndef QADAM_LINEAR_LINEAR_H
#define QADAM_LINEAR_LINEAR_H

#include "base/day.h"

#include <stdbool.h>

struct linear_options {
    const char *path;
    const struct day *today; /* NULL: by the clock of this PC */
    const char *user_name;   /* NULL: asked for when the file has several users */
    int passphrase_fd;       /* -1: asked for on the terminal; 0: the first line of the answers */
    bool has_language;       /* it was said already, so that it is not asked for */
    bool is_single_key;      /* on a terminal a digit or a sign is taken without Enter */
};

/* Asks on standard output and reads standard input until it ends or somebody leaves.  Returns an
 * exit code. */
int linear_run(const struct linear_options *options);

#endif
