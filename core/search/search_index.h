/* SPDX-License-Identifier: Apache-2.0 */

/* The index by which people are found.  It is derived from person, person_name, identity_document
 * and contact; whoever changes one of these for a person brings the index up to date in the same
 * transaction. */
#ifndef QADAM_SEARCH_SEARCH_INDEX_H
#define QADAM_SEARCH_SEARCH_INDEX_H

#include "base/error.h"

struct store;

/* Makes the index say what the tables say about this person now: names, birth date, numbers of
 * papers, telephones.  A person merged into another one, or erased, is taken out.  Works in the
 * caller's transaction. */
MUST_CHECK enum status search_index_person(struct store *store, const char *person_id,
                                           struct error *error);

/* Who was taken out is only crossed out at first: the index writes anew what it holds when it
 * happens to.  This writes all of it anew, so that no sound, date or number of theirs is left, nor
 * a word of the notes about them; it takes as long as there are people.  Works in the caller's
 * transaction. */
MUST_CHECK enum status search_index_forget_for_good(struct store *store, struct error *error);

#endif
