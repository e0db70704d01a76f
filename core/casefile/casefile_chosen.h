/* SPDX-License-Identifier: Apache-2.0 */

/* The first step of casefile_find(): the ids of what could be meant, each chosen along one index
 * and with an end. */
#ifndef QADAM_CASEFILE_CASEFILE_CHOSEN_H
#define QADAM_CASEFILE_CASEFILE_CHOSEN_H

#include "casefile/casefile_find.h"

enum { CASEFILE_CHOSEN_MAX = 600 };

struct casefile_chosen {
    char ids[CASEFILE_CHOSEN_MAX][UUID_TEXT_SIZE];
    int count;
    int most; /* of one statement */
    bool has_more;
    const struct casefile_question *question;
    char *workflows; /* "a""b", or NULL */
    struct store *store;
};

/* Needs store, question, workflows and most. */
MUST_CHECK enum status casefile_choose(struct casefile_chosen *chosen, struct error *error);

#endif
