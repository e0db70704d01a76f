/* SPDX-License-Identifier: Apache-2.0 */

/* The vocabulary: every name that somebody in the file has, by its sounds.  A search first looks
 * here for the names that the typed one can be; only then for people. */
#ifndef QADAM_SEARCH_SOUND_STORE_H
#define QADAM_SEARCH_SOUND_STORE_H

#include "base/error.h"

#include <stdbool.h>

struct store;

/* One person more, or less, has a name with these sounds (sound_skeleton()).  In the caller's
 * transaction.  What nobody has any more is forgotten. */
MUST_CHECK enum status sound_add(struct store *store, const char *skeleton, struct error *error);
MUST_CHECK enum status sound_remove(struct store *store, const char *skeleton, struct error *error);

/* Called for each name found; skeleton is borrowed; false stops. */
struct sound_visit {
    bool (*name)(void *self, const char *skeleton, long long people);
    void *self;
};

/* All names with these bones; with is_prefix all whose bones begin so, at most "most" of them. */
MUST_CHECK enum status sound_each(struct store *store, const char *bones, bool is_prefix, int most,
                                  const struct sound_visit *visit, struct error *error);

/* All names whose bones differ from these by one sound: left out, put in, or another one. */
MUST_CHECK enum status sound_each_slip(struct store *store, const char *bones,
                                       const struct sound_visit *visit, struct error *error);

#endif
