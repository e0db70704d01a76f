/* SPDX-License-Identifier: Apache-2.0 */

/* Documents kept in the office file.  Each act is one transaction with its journal entry, its
 * history and the search index; actor is the id of the user who does it.  Nothing can be done to
 * the documents of a person who was merged or erased (STATUS_REFUSED). */
#ifndef QADAM_DOCUMENT_DOCUMENT_STORE_H
#define QADAM_DOCUMENT_DOCUMENT_STORE_H

#include "document/document.h"

struct store;

/* Keeps a new document of document->person_id, which must pass document_check() today.
 * document->id is given unless it is there already. */
MUST_CHECK enum status document_add(struct store *store, const char *actor,
                                    struct document *document, struct error *error);

/* STATUS_NOT_FOUND.  On success the caller releases *out. */
MUST_CHECK enum status document_load(struct store *store, const char *id, struct document *out,
                                     struct error *error);

/* All documents of a person, in the order in which they were added; the caller releases *out. */
MUST_CHECK enum status document_list(struct store *store, const char *person_id,
                                     struct document_list *out, struct error *error);

/* Those that somebody holds and that are good until that day at the longest, of the whole office;
 * the first to expire first.  The caller releases *out. */
MUST_CHECK enum status document_list_expiring(struct store *store, struct day until,
                                              struct document_list *out, struct error *error);

/* Writes everything but the state and whose document it is.  STATUS_MOVED when somebody changed it
 * since changed_at. */
MUST_CHECK enum status document_change(struct store *store, const char *actor,
                                       const struct document *document, struct error *error);

/* What happened to a document. */
struct document_event {
    enum document_state state;
    struct day since;
    bool has_since;
    const char *circumstances; /* what, where, how; NULL when nothing is said */
};

/* The document comes into another state.  STATUS_INVALID when that cannot follow on the present one
 * (document_state_can_follow()), STATUS_DATE_INVALID in the future. */
MUST_CHECK enum status document_change_state(struct store *store, const char *actor, const char *id,
                                             const struct document_event *event,
                                             struct error *error);

/* What happened to a document, the newest first; the texts are borrowed during the visit; the
 * visitor returns false to stop. */
MUST_CHECK enum status
document_each_event(struct store *store, const char *id,
                    bool (*visit)(void *self, const struct document_event *event,
                                  const char *noted_at, const char *noted_by),
                    void *self, struct error *error);

#endif
