/* SPDX-License-Identifier: Apache-2.0 */

/* Keys as they come, with bursts of a passport scanner taken out: a scanner types the zone of a
 * paper, its lines ended by Enter, faster than anybody, into whatever has the focus.  Letters that
 * can begin a zone wait a moment to see what follows. */
#ifndef QADAM_APP_SCAN_H
#define QADAM_APP_SCAN_H

#include "term/port.h"

enum {
    SCAN_GAP_MS = 30,        /* between two keys of a scanner */
    SCAN_LINE_GAP_MS = 1500, /* at the end of a line, once it is clear that it is a zone's */
    SCAN_KEYS_MIN = 20,
    SCAN_KEYS_MAX = 300,
};

struct scan {
    struct key waiting[SCAN_KEYS_MAX];
    size_t begin; /* of those still to be given */
    size_t end;
    char zone[SCAN_KEYS_MAX + 1];
};

/* As port->read. */
bool scan_read(struct scan *scan, const struct port *port, int timeout_ms, struct key *out);
/* Whether keys wait that came already. */
bool scan_is_empty(const struct scan *scan);
/* Wipes all of it: keys that wait, and the zone that was scanned last. */
void scan_forget(struct scan *scan);
/* Keys that wait forget what was pasted, which is gone once the port reads on. */
void scan_forget_pasted(struct scan *scan);

#endif
