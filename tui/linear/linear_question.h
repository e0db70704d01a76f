/* SPDX-License-Identifier: Apache-2.0 */

/* Saying something and asking for an answer.  Every question can be answered by a sign:
 *   <  back      ?  why       ! or =  say the question again
 *   /  find      q  leave to the menu */
#ifndef QADAM_LINEAR_LINEAR_QUESTION_H
#define QADAM_LINEAR_LINEAR_QUESTION_H

#include "base/day.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct linear;

enum linear_reply {
    REPLY_GIVEN,
    REPLY_BACK,
    REPLY_STOP, /* linear->wish says why */
};

/* ---- saying: one line, or several with line ends between them; what would steer a terminal is
 * left out */

void linear_say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* What went wrong and what to do. */
void linear_fail(const struct error *error);

/* "20.11.2026" */
enum { LINEAR_DAY_SIZE = 16 };
void linear_day_text(char out[LINEAR_DAY_SIZE], struct day day);

/* ---- asking for words */

struct linear_question {
    const char *text;     /* one line; above it there may be others with choices */
    const char *standard; /* what Enter takes, for the brackets; NULL: nothing */
    const char *why;      /* for '?'; NULL: there is nothing to say */
    size_t max;           /* characters */
    bool is_text;         /* words of one's own: they may begin with a sign */
    bool takes_key;       /* one digit is a whole answer */
    bool is_again;        /* the lines above it were said just now */
};

/* *out is "" for Enter alone; the caller frees it.  It is NULL unless REPLY_GIVEN. */
enum linear_reply linear_ask(struct linear *linear, const struct linear_question *question,
                             char **out);

/* The same again and again until something was typed. */
enum linear_reply linear_ask_needed(struct linear *linear, const struct linear_question *question,
                                    char **out);

/* A day, today for Enter: not after today unless may_lie_ahead, which also allows none. */
enum linear_reply linear_ask_day(struct linear *linear, const char *text, bool may_lie_ahead,
                                 struct day *out, bool *has_day);

/* ---- asking for a number */

enum { LINEAR_NONE = -1 };

struct linear_choices {
    const char *text;
    size_t count;
    void (*write)(const void *self, FILE *stream, size_t index); /* one line of words */
    const void *self;
    int standard; /* which one Enter takes, from 0; LINEAR_NONE */
    const char *why;
    const char *letters; /* further answers; NULL: none */
};

/* *out: which one, from 0; count and more: which letter.  Long lists are said page by page. */
enum linear_reply linear_choose(struct linear *linear, const struct linear_choices *choices,
                                size_t *out);

/* The same for texts that are translated already. */
enum linear_reply linear_choose_text(struct linear *linear, const char *text,
                                     const char *const *items, size_t count, int standard,
                                     const char *why, size_t *out);

/* Yes or no. */
enum linear_reply linear_ask_truth(struct linear *linear, const char *text, bool standard,
                                   bool *out);

/* A question whose choices need not all be said: many of them only after '?'.  The caller frees
 * *why, which is what '?' says. */
void linear_write_field(FILE *stream, const struct linear_choices *choices, char **why);

/* The number that was typed, from 1 to most; 0: it is none. */
size_t linear_read_number(const char *typed, size_t most);

#endif
