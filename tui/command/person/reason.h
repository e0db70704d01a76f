/* SPDX-License-Identifier: Apache-2.0 */

/* Why something was done to a person: a line of text that may itself be personal, so it comes on
 * standard input or another descriptor, never among the arguments. */
#ifndef QADAM_COMMAND_PERSON_REASON_H
#define QADAM_COMMAND_PERSON_REASON_H

#include "command/arguments.h"
#include "command/dialogue.h"

#include <limits.h>

#define PERSON_REASON_OPTION                                                                       \
    {                                                                                              \
        "reason-fd", N_("N"),                                                                      \
            N_("Read the reason, one line, from this open file descriptor instead of standard "    \
               "input."),                                                                          \
            OPTION_NUMBER, 0, INT_MAX, false                                                       \
    }

enum { PERSON_REASON_MAX = 400 };

/* Whether the reason has to be asked for on the terminal. */
bool person_reason_is_asked(const struct arguments *arguments);

/* Before anything else: the passphrase must come from elsewhere.  Reads the reason unless it has to
 * be asked for, when *out stays NULL; the caller frees it.  Returns an exit code and has said
 * why. */
int person_reason_read(char **out, const struct arguments *arguments);

/* Asks until there is one; the caller frees *out.  Returns an exit code. */
int person_reason_ask(char **out, struct dialogue *dialogue, const char *question);

#endif
