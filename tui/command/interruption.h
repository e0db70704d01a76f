/* SPDX-License-Identifier: Apache-2.0 */

/* Ctrl-C, a closed terminal or a shutdown set a flag that long work asks for, so that it can
 * stop between two steps and leave every file as it was. */
#ifndef QADAM_COMMAND_INTERRUPTION_H
#define QADAM_COMMAND_INTERRUPTION_H

#include <signal.h>
#include <stdbool.h>

void interruption_begin(void);
bool interruption_is_asked(void);

/* Keeps the signals back until interruption_unblock(), and gives the mask under which pselect()
 * lets them in: so none is missed between looking at the flag and waiting. */
void interruption_block(sigset_t *waiting_mask);
void interruption_unblock(const sigset_t *waiting_mask);

/* True when Ctrl-Z was pressed since the last call. */
bool interruption_take_suspension(void);

/* Waits; returns early, and false, when asked to stop. */
bool interruption_sleep(unsigned seconds);

#endif
