/* SPDX-License-Identifier: Apache-2.0 */

/* Is this person there already?  Asked at intake, while the form is being filled in: a short list
 * of records that can be the same person, each with the reasons, for a clerk to decide. */
#ifndef QADAM_SEARCH_DUPLICATE_H
#define QADAM_SEARCH_DUPLICATE_H

#include "search/search.h"
#include "search/search_terms.h"

enum {
    DUPLICATES_MAX = 5,
    DUPLICATE_NAMES_MAX = 4,
    DUPLICATE_NUMBERS_MAX = 6,
};

/* What is known so far; texts are borrowed, what is not known is NULL or not counted. */
struct duplicate_question {
    struct search_name names[DUPLICATE_NAMES_MAX];
    size_t name_count;
    struct date birth;
    bool has_birth;
    int sex;                                    /* ISO/IEC 5218 */
    const char *numbers[DUPLICATE_NUMBERS_MAX]; /* of papers, and personal numbers */
    size_t number_count;
    const char *phones[DUPLICATE_NUMBERS_MAX];
    size_t phone_count;
    const char *not_id; /* the record itself, when it is kept already */
};

/* At most DUPLICATES_MAX, the likeliest first; the caller releases *out with
 * search_hits_release(), also after a failure.  name_reasons of a hit tell how the names compare.
 */
MUST_CHECK enum status duplicate_find(struct store *store,
                                      const struct duplicate_question *question,
                                      struct search_hits *out, struct error *error);

/* The same for a record that is kept: who else can be this person?  STATUS_NOT_FOUND. */
MUST_CHECK enum status duplicate_find_of(struct store *store, const char *person_id,
                                         struct search_hits *out, struct error *error);

#endif
