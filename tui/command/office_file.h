/* SPDX-License-Identifier: Apache-2.0 */

/* Which office file a command works on, when its name may be left out: the first argument if
 * there is one more than the command needs, else what --file names, else office.qadam in the
 * folder one is in.  Where the command has optional arguments behind the file, an
 * argument in the file's place is the file only when it ends as one (.qadam) or all are there. */
#ifndef QADAM_COMMAND_OFFICE_FILE_H
#define QADAM_COMMAND_OFFICE_FILE_H

#include "command/login.h"

/* --file.  The arguments of such a command begin with "[FILE]". */
extern const struct option office_file_options[];

struct office_file {
    struct login_file login;
    bool is_named;                                   /* it was given on the command line */
    const char *arguments[ARGUMENTS_MAX_POSITIONAL]; /* those behind the file; NULL after them */
};

/* Returns an exit code; after a failure it has said why. */
int office_file_find(struct office_file *out, const struct arguments *arguments);

#endif
