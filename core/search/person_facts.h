/* SPDX-License-Identifier: Apache-2.0 */

/* What the search shows of a person, and every spelling of the name, read from the tables. */
#ifndef QADAM_SEARCH_PERSON_FACTS_H
#define QADAM_SEARCH_PERSON_FACTS_H

#include "base/date.h"
#include "search/search_terms.h"

struct store;

enum { FACTS_NAMES_MAX = 8 };

/* Owns its texts. */
struct person_facts {
    struct {
        char *text; /* the whole name as written */
        struct name_parts parts;
        bool is_main;
    } names[FACTS_NAMES_MAX];
    size_t name_count;
    struct date birth;
    bool has_birth;
    int sex; /* ISO/IEC 5218 */
};

/* STATUS_NOT_FOUND.  The caller releases *out, also after a failure. */
MUST_CHECK enum status person_facts_read(struct person_facts *out, struct store *store,
                                         const struct lexicon *lexicon, const char *person_id,
                                         struct error *error);
void person_facts_release(struct person_facts *facts);

/* The name that the office uses; "" when there is none. */
const char *person_facts_name(const struct person_facts *facts);

/* A birth date as the tables write it; false when it is none. */
bool person_facts_parse_birth(struct date *out, const char *day, const char *precision);

#endif
