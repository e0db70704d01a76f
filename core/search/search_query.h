/* SPDX-License-Identifier: Apache-2.0 */

/* What somebody typed to find a person, taken apart: words of a name, and facts - each a date, the
 * end of a number, a telephone - that can mean one thing or another. */
#ifndef QADAM_SEARCH_SEARCH_QUERY_H
#define QADAM_SEARCH_SEARCH_QUERY_H

#include "base/date.h"
#include "search/search.h"
#include "search/search_terms.h"
#include "store/case_number.h"

enum {
    SEARCH_FACTS_MAX = 6,
    SEARCH_MEANINGS_MAX = 8,
};

/* One thing that a fact can mean: a term of the index, or the beginning of one. */
struct search_meaning {
    char term[SEARCH_TERM_SIZE];
    bool is_beginning;
    enum search_reason reason;
};

struct search_fact {
    struct search_meaning meanings[SEARCH_MEANINGS_MAX];
    size_t count;
};

struct search_query {
    struct name_parts names; /* count 0: no word of a name */
    bool is_open;            /* the last word of the name may go on */
    struct search_fact facts[SEARCH_FACTS_MAX];
    size_t fact_count;
    bool has_case_number;
    struct case_number case_number;
};

/* STATUS_TEXT_INVALID, STATUS_TEXT_TOO_LONG, STATUS_TEXT_EMPTY when nothing can be searched for. */
MUST_CHECK enum status search_query_read(struct search_query *out, const struct lexicon *lexicon,
                                         const char *text, struct day today, struct error *error);

/* Takes the whole text as one number, for when its letters were no name but the series:
 * "AN 1234567", or for its digits alone.  False when it cannot be one.  The text is one that
 * search_query_read() took. */
bool search_query_read_number(struct search_query *out, const char *text);

#endif
