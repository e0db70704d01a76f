/* SPDX-License-Identifier: Apache-2.0 */

/* Asks for a secret on a terminal without showing it. */
#ifndef QADAM_COMMAND_TERMINAL_PROMPT_H
#define QADAM_COMMAND_TERMINAL_PROMPT_H

#include "vault/secret.h"

/* The terminal of this process, whatever stdin and stdout are; -1 when it has none.  The caller
 * closes it. */
int terminal_prompt_open(void);

/* Shows the prompt and reads up to Enter, byte by byte into locked memory.  Backspace takes back
 * a whole letter, Ctrl-W a word, Ctrl-U all; arrow keys and Tab are nothing.  Afterwards nothing
 * that is typed shows until terminal_prompt_end(), so that what is typed ahead, while a key is
 * derived or a wait is on, is never seen and is read by the next prompt.  Ctrl-Z puts the
 * terminal back and asks anew afterwards.  STATUS_INTERRUPTED for Ctrl-C and the like,
 * STATUS_TEXT_EMPTY, STATUS_TEXT_TOO_LONG, STATUS_READ_FAILED. */
MUST_CHECK enum status terminal_prompt_read(struct secret **out, int terminal, const char *prompt,
                                            struct error *error);

/* Shows again what is typed, and forgets what was typed ahead.  Nothing happens when no prompt
 * was shown.  main() sees to it that every end of the program does this. */
void terminal_prompt_end(void);

#endif
