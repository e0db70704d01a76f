/* SPDX-License-Identifier: Apache-2.0 */

/* Forms about a casefile that are not finished (store/draft.h).  Those about a sealed one are
 * sealed with its key, and so is the name of the form, which may tell a step.  Whoever keeps drafts
 * that can be about a casefile keeps them with these functions. */
#ifndef QADAM_COMPARTMENT_SEALED_DRAFT_H
#define QADAM_COMPARTMENT_SEALED_DRAFT_H

#include "store/draft.h"

/* As draft_save() and draft_load(); STATUS_RESTRICTED when it is about a sealed casefile, or about
 * a record of one, that the session cannot open. */
MUST_CHECK enum status sealed_draft_save(struct store *store, const struct draft_key *key,
                                         const struct draft_content *content, struct error *error);
MUST_CHECK enum status sealed_draft_load(struct store *store, const struct draft_key *key,
                                         struct draft *out, struct error *error);

/* As draft_list(), without those that the session cannot open.  No statement is running during the
 * visits. */
MUST_CHECK enum status sealed_draft_list(struct store *store, const char *user_id,
                                         void (*visit)(void *self,
                                                       const struct draft_summary *draft),
                                         void *self, struct error *error);

/* As draft_discard().  What the session cannot open is not found, and stays. */
MUST_CHECK enum status sealed_draft_discard(struct store *store, const struct draft_key *key,
                                            struct error *error);

#endif
