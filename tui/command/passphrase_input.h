/* SPDX-License-Identifier: Apache-2.0 */

/* Where passphrases come from: a file descriptor that the caller names, or the terminal.  Never
 * an argument, never the environment. */
#ifndef QADAM_COMMAND_PASSPHRASE_INPUT_H
#define QADAM_COMMAND_PASSPHRASE_INPUT_H

#include "command/arguments.h"
#include "vault/secret.h"

/* Reads to the end of the descriptor and leaves out one line end there.  STATUS_TEXT_EMPTY,
 * STATUS_TEXT_TOO_LONG, STATUS_READ_FAILED. */
MUST_CHECK enum status passphrase_read(struct secret **out, int fd, struct error *error);

/* Whether the descriptors that the options name are open and different ones.  Said before
 * anything is asked or done.  Returns an exit code. */
int passphrase_check_options(const struct arguments *arguments);

/* Reads from the descriptor that the option names; without that option asks on the terminal.
 * On failure says why and returns the exit code. */
int passphrase_get(struct secret **out, const struct arguments *arguments, const char *option,
                   const char *prompt);

/* A new passphrase for that user (NULL: not known yet): on the terminal asked twice, and again
 * while it is too simple. */
int passphrase_get_new(struct secret **out, const struct arguments *arguments, const char *option,
                       const char *user_name);

#endif
