/* SPDX-License-Identifier: Apache-2.0 */

/* The verbs on the journal, for the table in journal.c. */
#ifndef QADAM_COMMAND_JOURNAL_COMMAND_H
#define QADAM_COMMAND_JOURNAL_COMMAND_H

#include "command/arguments.h"
#include "command/user_names.h"
#include "store/moment.h"

extern const struct option journal_verify_options[];
extern const struct option journal_head_options[];
extern const struct option journal_show_options[];
extern const struct option journal_days_options[];
extern const struct option journal_users_options[];

int journal_verify_run(const struct arguments *arguments);
int journal_head_run(const struct arguments *arguments);
int journal_show_run(const struct arguments *arguments);
int journal_days_run(const struct arguments *arguments);
int journal_users_run(const struct arguments *arguments);

/* The moments between which the entries asked for lie, by --since, --until and --day where the
 * command has them; NULL for none. */
struct journal_period {
    const char *since;
    const char *until;
    char texts[2][MOMENT_TEXT_SIZE];
};
/* Returns an exit code and has said why. */
int journal_period_read(struct journal_period *out, const struct arguments *arguments);

/* The id of the user whom --by names; "" without it. */
int journal_by_read(char out[UUID_TEXT_SIZE], struct office *office,
                    const struct arguments *arguments);

#endif
