/* SPDX-License-Identifier: Apache-2.0 */

/* --today: the day that counts as today, for commands whose answer depends on it.  Whoever types in
 * on Monday what happened on Friday needs it, and so does whoever wants the same answer twice. */
#ifndef QADAM_COMMAND_TODAY_OPTION_H
#define QADAM_COMMAND_TODAY_OPTION_H

#include "base/day.h"
#include "command/arguments.h"
#include "language.h"

/* A row for the command's own table of options. */
#define TODAY_OPTION                                                                               \
    {                                                                                              \
        "today", "YYYY-MM-DD",                                                                     \
            N_("Take this day for today instead of what the clock of this PC says."), OPTION_TEXT, \
            0, 0, false                                                                            \
    }

/* The day that was given, else that of the PC's clock.  Returns an exit code and has said why. */
int today_option_read(const struct arguments *arguments, struct day *out);

/* The same for any other option with a day, written in any form of date entry; *out stays when it
 * was not given. */
int day_option_read(const struct arguments *arguments, const char *option, struct day *out);

#endif
