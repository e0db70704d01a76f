/* SPDX-License-Identifier: Apache-2.0 */

/* What a person asks the office to do with their data, and what came of it (UNHCR Policy on the
 * Protection of Personal Data of Persons of Concern, 2015, part 3: information, access, correction
 * and deletion, objection). */
#ifndef QADAM_RIGHTS_PERSON_REQUEST_H
#define QADAM_RIGHTS_PERSON_REQUEST_H

#include "base/day.h"
#include "rights/person_data.h"
#include "store/uuid.h"

struct store;

enum { PERSON_REQUEST_TEXT_MAX = 2000 };

enum person_request_kind {
    PERSON_REQUEST_ACCESS,
    PERSON_REQUEST_CORRECTION,
    PERSON_REQUEST_OBJECTION,
    PERSON_REQUEST_ERASURE,
    PERSON_REQUEST_RESTRICTION,
    PERSON_REQUEST_KIND_COUNT
};

/* What an objection is against: the purposes of consents. */
enum objection {
    OBJECTION_NONE,
    OBJECTION_STATISTICS,
    OBJECTION_SHARING,
    OBJECTION_TRACING,
    OBJECTION_PHOTO,
    OBJECTION_OTHER,
    OBJECTION_COUNT
};

enum person_request_decision {
    DECISION_OPEN,
    DECISION_GRANTED,
    DECISION_PARTLY,
    DECISION_REFUSED,
    DECISION_COUNT
};

/* Owns its texts. */
struct person_request {
    char id[UUID_TEXT_SIZE]; /* "" before it is kept */
    char person_id[UUID_TEXT_SIZE];
    enum person_request_kind kind;
    enum data_recipient asked_by;
    enum objection objects_to;
    char *about;
    struct day received_on;
    struct day due_on;
    enum person_request_decision decision;
    char *reason; /* of the decision; NULL when there is none */
    struct day answered_on;
};

struct person_request_list {
    struct person_request *items;
    size_t count;
    size_t capacity;
};
void person_request_release(struct person_request *request);
void person_request_list_release(struct person_request_list *list);

/* The words of the table; "" for none and for an open decision. */
const char *person_request_kind_word(enum person_request_kind kind);
const char *objection_word(enum objection objection);
const char *person_request_decision_word(enum person_request_decision decision);
MUST_CHECK enum status person_request_kind_parse(enum person_request_kind *out, const char *word,
                                                 struct error *error);
MUST_CHECK enum status objection_parse(enum objection *out, const char *word, struct error *error);
MUST_CHECK enum status person_request_decision_parse(enum person_request_decision *out,
                                                     const char *word, struct error *error);

/* Keeps a new one and gives id and due_on: so many days after it was received as the setting
 * request_days says (30 unless the office says otherwise; "check locally").  An objection takes
 * effect in the same act: every consent of that purpose is withdrawn.  STATUS_TEXT_EMPTY,
 * STATUS_DATE_INVALID for a day to come, STATUS_INVALID when an objection is against nothing. */
MUST_CHECK enum status person_request_add(struct store *store, const char *actor,
                                          struct person_request *request, struct day today,
                                          struct error *error);

/* Those that wait for an answer, the most urgent first; person_id not NULL: all of that person. The
 * caller releases *out, also after a failure. */
MUST_CHECK enum status person_request_list_open(struct store *store, const char *person_id,
                                                struct person_request_list *out,
                                                struct error *error);

/* The answer.  reason may be NULL only when it is granted (STATUS_TEXT_EMPTY).  STATUS_REFUSED when
 * it was answered before. */
MUST_CHECK enum status person_request_answer(struct store *store, const char *actor, const char *id,
                                             enum person_request_decision decision,
                                             const char *reason, struct day today,
                                             struct error *error);

/* The id that begins so; see id_find(). */
MUST_CHECK enum status person_request_find(struct store *store, const char *prefix,
                                           char out[UUID_TEXT_SIZE], struct error *error);

#endif
