/* SPDX-License-Identifier: Apache-2.0 */

/* The port of a real terminal, by ncurses.  term.c is the only file that knows curses. */
#ifndef QADAM_TERM_TERM_H
#define QADAM_TERM_TERM_H

#include "term/port.h"

struct term_options {
    bool is_mono;     /* no colours; NO_COLOR does the same */
    bool has_mouse;   /* clicks are keys; the terminal's own marking and copying needs Shift then */
    bool is_contrast; /* bold and reverse instead of colours */
};

/* Takes the terminal over.  STATUS_NOT_FOUND when standard input or output is no terminal, or one
 * that cannot move its cursor (TERM=dumb).  There is one at a time. */
MUST_CHECK enum status term_begin(struct port *out, const struct term_options *options,
                                  struct error *error);
/* Gives it back; nothing happens when it was not taken over. */
void term_end(void);

#endif
