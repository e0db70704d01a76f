/* SPDX-License-Identifier: Apache-2.0 */

/* The names of the vocabulary that one typed word can be. */
#ifndef QADAM_SEARCH_SOUND_SET_H
#define QADAM_SEARCH_SOUND_SET_H

#include "name/name_parts.h"

struct store;

enum {
    SOUND_SET_MAX = 24,
    SOUND_SET_SAME = 49,  /* up to this distance it is another spelling, beyond it a slip */
    SOUND_SET_FAR = 1000, /* as far as the set goes */
};

struct sound_choice {
    char skeleton[SOUND_SIZE];
    int distance;     /* from the typed word, as in likeness.h */
    long long people; /* who have it */
};

/* The nearest names, nearest first; among equals those that more people have. */
struct sound_set {
    struct sound_choice items[SOUND_SET_MAX];
    size_t count;
    long long people; /* over all of them */
};

enum sound_search {
    SOUND_SEARCH_SAME,  /* other spellings of the same name */
    SOUND_SEARCH_BEGUN, /* these, and names that begin so */
    SOUND_SEARCH_SLIP,  /* these, and names one slip away */
};

MUST_CHECK enum status sound_set_find(struct sound_set *out, struct store *store,
                                      const struct lexicon *lexicon, const struct name_part *part,
                                      enum sound_search search, struct error *error);

/* The distance of a name from the set's word; -1 when it is not in the set. */
int sound_set_distance(const struct sound_set *set, const char *skeleton, size_t length);

#endif
