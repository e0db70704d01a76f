/* SPDX-License-Identifier: Apache-2.0 */

/* Words of people for contacts of the hotline and for the answers that they get. */
#ifndef QADAM_WORDING_HOTLINE_LABEL_H
#define QADAM_WORDING_HOTLINE_LABEL_H

#include "hotline/contact.h"

#include <stdio.h>

const char *label_hotline_channel(enum hotline_channel channel);
const char *label_hotline_caller(enum hotline_caller caller);
const char *label_hotline_way(enum hotline_way way);
/* "" for no call-back. */
const char *label_hotline_call_back(enum hotline_call_back state);

/* The topic's title; an unknown code is its own label. */
const char *label_topic(const struct topic_list *topics, const char *code);

/* A sentence in capitals about how far one can rely on an answer; "" when one can. */
const char *label_advice_doubt(enum advice_doubt doubt);

/* The answer as it is read to a caller who speaks that language: warnings, title, text, who helps,
 * what it rests on. */
void advice_write(FILE *stream, const struct advice *advice, const char *language,
                  struct day today);

#endif
