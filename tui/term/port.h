/* SPDX-License-Identifier: Apache-2.0 */

/* Where keys come from and grids go to: a terminal (term.h), or a script in tests. */
#ifndef QADAM_TERM_PORT_H
#define QADAM_TERM_PORT_H

#include "term/grid.h"
#include "term/key.h"

enum { PORT_FOREVER = -1 };

struct port {
    /* Waits so many milliseconds for a key, PORT_FOREVER without end; false when none came. */
    bool (*read)(void *self, int timeout_ms, struct key *out);
    void (*show)(void *self, const struct grid *grid);
    void (*get_size)(void *self, int *rows, int *columns);
    /* A clock that only goes forward. */
    long long (*now_ms)(void *self);
    /* Shows all of the last grid again, whatever stands there. */
    void (*redraw)(void *self);
    /* Leaves nothing to be read: empties the screen and what can be scrolled back to. */
    void (*wipe)(void *self);
    void *self;
};

#endif
