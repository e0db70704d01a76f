/* SPDX-License-Identifier: Apache-2.0 */

/* What people ask about, and the short form of signs of forced labour: both are read from the
 * definitions that the workflows use too, so that a topic is the same thing everywhere.  Texts are
 * English; the tui layer translates them as texts of workflows. */
#ifndef QADAM_COUNSELLING_TOPIC_LIST_H
#define QADAM_COUNSELLING_TOPIC_LIST_H

#include "base/arena.h"
#include "workflow/definition.h"

#include <stdbool.h>
#include <stddef.h>

enum { TOPIC_SIZE = 41, SIGN_SIZE = 41, SIGNS_MAX = 16 };

/* All of it lies in the arena. */
struct topic_list {
    struct arena arena;
    const struct choice *topics;
    size_t topic_count;
    /* The eleven of ILO, Indicators of forced labour (2012). */
    const struct question *signs;
    size_t sign_count;
    const char *signs_intro;
    const struct result *results; /* the last one always applies */
    size_t result_count;
};

/* The caller releases *out, also after a failure. */
MUST_CHECK enum status topic_list_load(struct topic_list *out, struct error *error);
void topic_list_release(struct topic_list *list);

/* NULL when there is none of that code. */
const struct choice *topic_find(const struct topic_list *list, const char *code);
const struct question *topic_find_sign(const struct topic_list *list, const char *code);

/* Whether whoever asks about that is asked for signs of forced labour too. */
bool topic_asks_signs(const char *code);

/* What so many signs point to: an indication, never a verdict. */
const struct result *topic_indication(const struct topic_list *list, int sign_count);

#endif
