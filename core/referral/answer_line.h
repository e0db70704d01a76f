/* SPDX-License-Identifier: Apache-2.0 */

/* The answer of another body, typed in one line by the code on its slip: "K7M4QX accepted",
 * "k7m-4qx declined no free bed", "К7М4QX не пришла", "K7M4QX provided lawyer found". */
#ifndef QADAM_REFERRAL_ANSWER_LINE_H
#define QADAM_REFERRAL_ANSWER_LINE_H

#include "referral/referral.h"

enum answer_line_fault {
    ANSWER_LINE_FINE,
    ANSWER_LINE_NO_CODE,      /* it does not begin with six signs of a code */
    ANSWER_LINE_SLIP,         /* the check sign of the code does not fit */
    ANSWER_LINE_NO_EVENT,     /* the word behind the code is none of the answers */
    ANSWER_LINE_NO_REASON,    /* declined, and not why */
    ANSWER_LINE_NO_OUTCOME,   /* answered, and not what it came to */
    ANSWER_LINE_TEXT_TOO_MUCH /* words behind an answer that has none */
};

struct answer_line {
    char code[REFERRAL_CODE_SIZE];
    bool has_event; /* else only the code was typed: to look at it */
    enum referral_event event;
    enum referral_outcome outcome; /* of REFERRAL_EVENT_ANSWERED */
    const char *text;              /* the rest of the line that was read; NULL: none */
};

/* Events and outcomes are understood by their stable words and in Russian, whatever the language of
 * the user: the slip may come back in either. */
enum answer_line_fault answer_line_read(struct answer_line *out, const char *line);

/* The event of such a word; false when it is none that can be heard of a referral. */
bool answer_line_event(const char *word, enum referral_event *out);

#endif
