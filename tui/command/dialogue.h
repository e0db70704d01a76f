/* SPDX-License-Identifier: Apache-2.0 */

/* Questions on the terminal whose answers may be seen: one line each.  Standard input is the
 * terminal; the questions go to stderr, so that stdout holds only results. */
#ifndef QADAM_COMMAND_DIALOGUE_H
#define QADAM_COMMAND_DIALOGUE_H

#include <stdbool.h>
#include <stddef.h>

struct line_input;

struct dialogue {
    struct line_input *input;
    const char *stopped; /* what to say when it is broken off; NULL: nothing was changed */
};

/* Begins; what is typed shows again if passphrase prompts had hidden it.  Like everything here it
 * returns an exit code and has said why. */
int dialogue_begin(struct dialogue *out);
void dialogue_end(struct dialogue *dialogue);

/* Asks until the answer is usable text of at most max characters; "" for Enter.  The question is
 * text that went through text_accept() or comes from the program.  The caller frees
 * *out.  Ctrl-C and the end of the input are EXIT_CODE_NO: nothing was changed. */
int dialogue_ask(struct dialogue *dialogue, const char *question, size_t max, char **out);

/* Whether an answer is yes or no: one of the words or its first letter, in English or in the user's
 * language.  False when it is neither. */
bool dialogue_read_truth(bool *out, const char *answer);

/* Asks a question of yes or no, until one of the words or its first letter is typed, in English or
 * in the user's language; EXIT_CODE_NO, said, for no. */
int dialogue_confirm(struct dialogue *dialogue, const char *question);

/* The same, but Enter alone is no; the question says so. */
int dialogue_confirm_or_no(struct dialogue *dialogue, const char *question);

#endif
