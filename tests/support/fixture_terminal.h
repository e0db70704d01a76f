/* SPDX-License-Identifier: Apache-2.0 */

/* The real application on a virtual terminal, with an office file of invented people: user and
 * passphrase "demo", today 24 November 2026. */
#ifndef QADAM_TESTS_SUPPORT_FIXTURE_TERMINAL_H
#define QADAM_TESTS_SUPPORT_FIXTURE_TERMINAL_H

#include "support/folder.h"
#include "support/virtual_terminal.h"

enum {
    FIXTURE_TERMINAL_CASES = 9,
    FIXTURE_TERMINAL_OFFICE = 100, /* from so many people on the demo has casefiles of its own */
};

struct fixture_terminal {
    struct folder folder;
    char path[FOLDER_PATH_SIZE];
    struct content fresh;              /* the file as it was made */
    struct virtual_terminal *terminal; /* NULL: none is running */
};

/* A file of so many people, and casefiles of the first of them in every workflow: few people make
 * the same screens each time. */
void fixture_terminal_make(struct fixture_terminal *fixture, long people);
void fixture_terminal_remove(struct fixture_terminal *fixture);

/* Starts it and waits for the unlock screen.  The fields of options that are there count. */
void fixture_terminal_start(struct fixture_terminal *fixture,
                            const struct virtual_terminal_plan *options);
/* And opens the office file. */
void fixture_terminal_open(struct fixture_terminal *fixture,
                           const struct virtual_terminal_plan *options);
void fixture_terminal_unlock(struct fixture_terminal *fixture);
/* Whatever is still running. */
void fixture_terminal_stop(struct fixture_terminal *fixture);
/* That too; and the file is again as it was made. */
void fixture_terminal_reset(struct fixture_terminal *fixture);

#endif
