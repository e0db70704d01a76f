/* SPDX-License-Identifier: Apache-2.0 */

/* Gives the terminal back as it was, also when the program is struck down: what is written then was
 * prepared at the start, and only calls that a signal handler may make are made. */
#ifndef QADAM_TERM_RESTORE_H
#define QADAM_TERM_RESTORE_H

#include <signal.h>
#include <stdbool.h>

enum { RESTORE_TEXT_SIZE = 256 };

/* Keeps the terminal's line settings as they are before the program changes them. */
void restore_remember(int fd);
/* Begins to watch: text is what puts the terminal back into its ordinary modes.  The line settings
 * of this moment come back when the program was stopped and goes on. */
void restore_begin(int fd, const char *text);
/* Puts the line settings back and stops watching; the modes are the caller's. */
void restore_end(void);

/* Signals that restore_begin() catches and the program answers at its own pace: somebody hung up or
 * wants it to end. */
bool restore_was_asked_to_end(void);
/* Ends the program as that signal would have ended it; returns when there was none. */
void restore_end_by_signal(void);
/* Whether the program was stopped and goes on since the last call. */
bool restore_was_resumed(void);

/* The mask to wait with: everything that restore_begin() catches comes through while one waits, and
 * only then. */
const sigset_t *restore_wait_mask(void);

#endif
