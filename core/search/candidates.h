/* SPDX-License-Identifier: Apache-2.0 */

/* The people whom the full-text index gives for a set of terms, with what the index knows of them:
 * enough to tell which of them deserve a closer look. */
#ifndef QADAM_SEARCH_CANDIDATES_H
#define QADAM_SEARCH_CANDIDATES_H

#include "search/search_query.h"
#include "search/sound_set.h"
#include "store/uuid.h"

enum { CANDIDATES_MAX = 400, MATCH_SIZE = 16384 };

/* A question to the index in FTS5's language, as it is being written. */
struct match_text {
    char text[MATCH_SIZE];
    size_t length;
    size_t groups; /* all of them must hold */
    size_t terms;  /* of the group being written; one of them must hold */
    bool is_too_long;
};

void match_begin_group(struct match_text *match);
void match_add_term(struct match_text *match, const char *term, bool is_beginning);
/* Those of the set that are at most so far from the typed word. */
void match_add_sounds(struct match_text *match, const struct sound_set *set, int distance);
void match_add_fact(struct match_text *match, const struct search_fact *fact);
/* A group without terms is one that nobody fulfils: false. */
bool match_end_group(struct match_text *match);

struct candidate {
    char person_id[UUID_TEXT_SIZE];
    int rank;         /* the higher the better */
    unsigned reasons; /* bits of enum search_reason */
};

struct candidates {
    struct candidate items[CANDIDATES_MAX];
    size_t count;
    bool has_more;
};

/* What a candidate's terms are worth. */
struct candidate_judge {
    /* Below 0: not wanted after all. */
    int (*rank)(const void *self, const char *terms, unsigned *reasons);
    const void *self;
};

/* Adds the newest people that fulfil all groups and are not there yet. */
MUST_CHECK enum status candidates_add(struct candidates *out, struct store *store,
                                      const struct match_text *match,
                                      const struct candidate_judge *judge, struct error *error);

/* The best first. */
void candidates_sort(struct candidates *candidates);

#endif
