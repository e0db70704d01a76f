/* SPDX-License-Identifier: Apache-2.0 */

/* Asks for a secret on a terminal without showing it. */
#ifndef QADAM_COMMAND_TERMINAL_PROMPT_H
#define QADAM_COMMAND_TERMINAL_PROMPT_H

#include "vault/secret.h"

/* The terminal of this process, whatever stdin and stdout are; -1 when it has none.  The caller
 * closes it. */
int terminal_prompt_open(void);

/* Shows the prompt and reads up to Enter, byte by byte into locked memory.  Backspace takes back
 * a whole letter, Ctrl-U all.  The terminal is as it was on every way out; Ctrl-Z also puts it
 * back, and asks anew afterwards.  STATUS_INTERRUPTED for Ctrl-C and the like,
 * STATUS_TEXT_EMPTY, STATUS_TEXT_TOO_LONG, STATUS_READ_FAILED. */
MUST_CHECK enum status terminal_prompt_read(struct secret **out, int terminal, const char *prompt,
                                            struct error *error);

#endif
