/* SPDX-License-Identifier: Apache-2.0 */

/* What a command on casefiles has to be told in words: 'reason: ...' on standard input, or asked
 * for on a terminal.  Never among the arguments: every program on the PC can see those. */
#ifndef QADAM_COMMAND_CASE_WORDS_H
#define QADAM_COMMAND_CASE_WORDS_H

#include "command/arguments.h"

#include <stdbool.h>
#include <stddef.h>

struct case_words {
    const char *field;    /* of the line */
    const char *question; /* for the terminal, translated */
    bool is_required;
    char *value; /* NULL: nothing was said */
};

/* Whether there is a terminal to ask on. */
bool case_words_are_asked(void);

/* Before the passphrase: reads the lines unless there is a terminal.  The caller releases the words
 * in any case.  Returns an exit code and has said why. */
int case_words_read(struct case_words *words, size_t count, const struct arguments *arguments);

/* After it: asks, if there is a terminal. */
int case_words_ask(struct case_words *words, size_t count);

void case_words_release(struct case_words *words, size_t count);

#endif
