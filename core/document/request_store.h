/* SPDX-License-Identifier: Apache-2.0 */

/* The ledger of requests kept in the office file.  Each act is one transaction with its journal
 * entry and its history; actor is the id of the user who does it.  What a request does not allow in
 * its state (request_allows()), or for a person who was merged or erased, is STATUS_REFUSED; a day
 * in the future, or before the letter went out, is STATUS_DATE_INVALID. */
#ifndef QADAM_DOCUMENT_REQUEST_STORE_H
#define QADAM_DOCUMENT_REQUEST_STORE_H

#include "document/request.h"

struct store;

/* Keeps a new draft: addressee and about must be said.  request->id is given unless it is there
 * already.  STATUS_NOT_FOUND when the document is not one of the person. */
MUST_CHECK enum status request_add(struct store *store, const char *actor, struct request *request,
                                   struct error *error);

/* Writes a draft over what was there; not whose it is.  STATUS_MOVED when somebody changed it since
 * changed_at. */
MUST_CHECK enum status request_change(struct store *store, const char *actor,
                                      const struct request *request, struct error *error);

struct request_letter {
    struct day sent_on;
    struct day due_on; /* when an answer is due, by the caller's calendar */
    bool has_due_on;
    const char *outgoing_number; /* NULL when there is none */
    const char *receipt_number;
};
MUST_CHECK enum status request_send(struct store *store, const char *actor, const char *id,
                                    const struct request_letter *letter, struct error *error);

/* A step on the ladder: the first rung reminds, a higher one escalates, none leads down
 * (STATUS_INVALID).  next_on becomes the day on which an answer is due. */
struct request_step {
    char id[UUID_TEXT_SIZE]; /* "" before it is kept */
    int rung;                /* REQUEST_RUNG_* */
    struct day day;
    const char *addressee;
    const char *outgoing_number; /* NULL when there is none */
    const char *answer;          /* NULL before there is one */
    struct day next_on;
    bool has_next_on;
};
MUST_CHECK enum status request_add_step(struct store *store, const char *actor, const char *id,
                                        struct request_step *step, struct error *error);

/* What a rung answered, while the request itself goes on. */
MUST_CHECK enum status request_answer_step(struct store *store, const char *actor,
                                           const char *step_id, const char *answer,
                                           struct error *error);

/* How a request ends: answered (with a kind and a day), refused (with a day), silent or withdrawn.
 * text may be NULL. */
struct request_ending {
    enum request_state state;
    enum request_answer_kind answer_kind;
    struct day answered_on;
    const char *text;
};
MUST_CHECK enum status request_end(struct store *store, const char *actor, const char *id,
                                   const struct request_ending *ending, struct error *error);

/* What it costs, or why nothing; in every state. */
MUST_CHECK enum status request_change_fee(struct store *store, const char *actor, const char *id,
                                          const struct request_fee *fee, struct error *error);

/* STATUS_NOT_FOUND.  On success the caller releases *out. */
MUST_CHECK enum status request_load(struct store *store, const char *id, struct request *out,
                                    struct error *error);

/* All requests for a person, the newest first; the caller releases *out. */
MUST_CHECK enum status request_list(struct store *store, const char *person_id,
                                    struct request_list *out, struct error *error);

/* Those whose answer is due on that day or was before, the longest overdue first; person_id NULL:
 * of the whole office.  The caller releases *out. */
MUST_CHECK enum status request_list_due(struct store *store, const char *person_id, struct day day,
                                        struct request_list *out, struct error *error);

/* The steps of a request in their order; the texts are borrowed during the visit; the visitor
 * returns false to stop. */
MUST_CHECK enum status request_each_step(struct store *store, const char *id,
                                         bool (*visit)(void *self, const struct request_step *step),
                                         void *self, struct error *error);

#endif
