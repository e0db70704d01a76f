/* SPDX-License-Identifier: Apache-2.0 */

/* Requests to archives, registries, consulates: sent, reminded, escalated, answered.  Every lost
 * paper is followed here until somebody has said what became of it. */
#ifndef QADAM_DOCUMENT_REQUEST_H
#define QADAM_DOCUMENT_REQUEST_H

#include "base/day.h"
#include "person/person.h"
#include "store/moment.h"
#include "store/uuid.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum request_kind {
    REQUEST_ARCHIVE,
    REQUEST_REGISTRY,
    REQUEST_CONSULATE,
    REQUEST_COURT,
    REQUEST_ISSUER,
    REQUEST_PROPERTY_REGISTER,
    REQUEST_OTHER,
    REQUEST_KIND_COUNT
};

enum request_state {
    REQUEST_DRAFTED,
    REQUEST_SENT,
    REQUEST_REMINDED,
    REQUEST_ESCALATED,
    REQUEST_ANSWERED,
    REQUEST_REFUSED,
    REQUEST_SILENT, /* nobody expects an answer any more */
    REQUEST_WITHDRAWN,
    REQUEST_STATE_COUNT
};

enum request_answer_kind {
    REQUEST_CONFIRMED,
    REQUEST_PARTLY,
    REQUEST_NOT_FOUND, /* "no record" is evidence too */
    REQUEST_DENIED,
    REQUEST_ANSWER_KIND_COUNT
};

/* The rungs of the ladder, each higher than the one before. */
enum {
    REQUEST_RUNG_OFFICER = 1,    /* a reminder to who has it */
    REQUEST_RUNG_HEAD = 2,       /* the head of that office */
    REQUEST_RUNG_AUTHORITY = 3,  /* the authority above it */
    REQUEST_RUNG_PROSECUTOR = 4, /* prosecutor or ombudsman */
    REQUEST_RUNG_COURT = 5,      /* with legal aid */
    REQUEST_RUNG_ADVOCATE = 6,   /* UNHCR, IOM, a lawyer of an organisation */
};

struct request_fee {
    bool has_amount;
    int64_t minor;                      /* hundredths of the currency */
    char currency[PERSON_COUNTRY_SIZE]; /* ISO 4217; "" without an amount */
    char *waiver_ground;                /* why nothing is to be paid; NULL when it is */
};

/* Owns its texts (NULL when not known); ids are "" when there is none. */
struct request {
    char id[UUID_TEXT_SIZE]; /* "" before it is kept */
    char person_id[UUID_TEXT_SIZE];
    char casefile_id[UUID_TEXT_SIZE];
    char document_id[UUID_TEXT_SIZE];
    char agency_id[UUID_TEXT_SIZE];
    enum request_kind kind;
    char *addressee;
    char *about;
    char *outgoing_number;
    char *receipt_number;
    enum request_state state;
    struct day sent_on;
    bool has_sent_on;
    struct day due_on;
    bool has_due_on;
    struct day answered_on;
    bool has_answered_on;
    char *answer;
    enum request_answer_kind answer_kind;
    bool has_answer_kind;
    struct request_fee fee;
    char changed_at[MOMENT_TEXT_SIZE];
};

struct request_list {
    struct request *items;
    size_t count;
    size_t capacity;
};

/* What can be done to a request. */
enum request_act {
    REQUEST_ACT_CHANGE,
    REQUEST_ACT_SEND,
    REQUEST_ACT_STEP, /* remind or escalate */
    REQUEST_ACT_ANSWER,
    REQUEST_ACT_REFUSE,
    REQUEST_ACT_GIVE_UP,
    REQUEST_ACT_WITHDRAW,
    REQUEST_ACT_COUNT
};

void request_release(struct request *request);
void request_list_release(struct request_list *requests);

/* The stable words of the table, and back (STATUS_INVALID). */
const char *request_kind_word(enum request_kind kind);
const char *request_state_word(enum request_state state);
const char *request_answer_kind_word(enum request_answer_kind kind);
MUST_CHECK enum status request_kind_parse(enum request_kind *out, const char *word,
                                          struct error *error);
MUST_CHECK enum status request_state_parse(enum request_state *out, const char *word,
                                           struct error *error);
MUST_CHECK enum status request_answer_kind_parse(enum request_answer_kind *out, const char *word,
                                                 struct error *error);

/* Whether that can be done in that state: a draft is not reminded, an answer not answered again; a
 * late answer after silence is taken, and a refusal can be escalated. */
bool request_allows(enum request_state state, enum request_act act);

/* Whether the office waits for an answer, and the day on which it was due has passed. */
bool request_is_overdue(const struct request *request, struct day today);

#endif
