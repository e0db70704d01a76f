/* SPDX-License-Identifier: Apache-2.0 */

/* One line on the terminal that tells how far long work has come.  Without a terminal it says
 * nothing, but still stops the work when asked to. */
#ifndef QADAM_COMMAND_PROGRESS_H
#define QADAM_COMMAND_PROGRESS_H

#include "office/office.h"

#include <stdio.h>

struct progress_line {
    FILE *stream;
    const char *label; /* translated: "Copying" */
    bool is_shown;     /* stream is a terminal */
    int width;         /* columns that the line takes now */
    long long shown_at_ms;
};

/* Starts a line on stderr; nothing is shown before the first report. */
void progress_begin(struct progress_line *line, const char *label);

/* For the functions of core that report.  line must outlive it. */
struct progress progress_of(struct progress_line *line);

/* Shows nothing, stops all the same. */
struct progress progress_silent(void);

/* What core calls: shows at most five times a second; false when asked to stop. */
bool progress_report(void *line, long long done, long long total);

/* Takes the line away. */
void progress_end(struct progress_line *line);

#endif
