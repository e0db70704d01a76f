/* SPDX-License-Identifier: Apache-2.0 */

/* Answers on standard input: 'field: value' lines or one JSON object. */
#ifndef QADAM_COMMAND_CASE_ANSWER_INPUT_H
#define QADAM_COMMAND_CASE_ANSWER_INPUT_H

#include "casefile/step_store.h"
#include "command/arguments.h"

enum { ANSWER_TYPED_MAX = 20000 }; /* characters; the field may allow less */

struct typed_answer {
    unsigned long long line; /* 0: not from lines */
    char path[STEP_PATH_SIZE];
    int item;
    char *value;
};

/* Owns its texts. */
struct typed_answers {
    struct typed_answer *items;
    size_t count;
    size_t capacity;
};

void typed_answers_release(struct typed_answers *answers);

/* Reads all of standard input, at least one answer.  Like everything here it returns an exit code
 * and has said why. */
int typed_answers_read(struct typed_answers *out, const struct arguments *arguments);

/* The parsers: one JSON text.  Members are fields or whole paths; rows are a list of objects, and
 * "evidence" is an object. */
int typed_answers_parse_json(struct typed_answers *out, const char *text, size_t length);

/* Makes one answer of those to the same field, where it can have several: lines of a long text,
 * choices.  step NULL: paths begin with theirs. */
int typed_answers_join(struct typed_answers *answers, const struct definition *definition,
                       const char *step);

/* Puts ids in the place of the choices that were given by their titles. */
int typed_answers_take_words(struct typed_answers *answers, const struct definition *definition,
                             const char *step);

/* The line on which that was answered; 0 when on none. */
unsigned long long typed_answers_line(const struct typed_answers *answers,
                                      const struct answer_trouble *trouble, const char *step);

#endif
