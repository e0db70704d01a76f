/* SPDX-License-Identifier: Apache-2.0 */

/* What a command prints has to arrive: a full disk or a closed pipe behind stdout must not look
 * like success. */
#ifndef QADAM_COMMAND_OUTPUT_H
#define QADAM_COMMAND_OUTPUT_H

/* Makes sure that no office file can be opened as standard input, output or error when the
 * caller left one of them closed. */
void output_begin(void);

/* Sends out what is still in the buffer and wipes it, because a recovery code may have passed
 * through.  Returns code, or EXIT_CODE_DEVICE with a sentence when not everything could be
 * written. */
int output_end(int code);

#endif
