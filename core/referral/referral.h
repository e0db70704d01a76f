/* SPDX-License-Identifier: Apache-2.0 */

/* Sending a person on to another body, and following up until that body has said what became of it.
 * The person stays the office's: a referral is open until it is declined, answered or revoked. */
#ifndef QADAM_REFERRAL_REFERRAL_H
#define QADAM_REFERRAL_REFERRAL_H

#include "base/calendar.h"
#include "store/case_number.h"
#include "store/moment.h"
#include "store/uuid.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    REFERRAL_NUMBER_SIZE = 41,
    REFERRAL_SERVICE_SIZE = 61,
};

enum referral_urgency { REFERRAL_URGENT, REFERRAL_HIGH, REFERRAL_NORMAL, REFERRAL_URGENCY_COUNT };

enum referral_state {
    REFERRAL_DRAFTED,
    REFERRAL_SENT,
    REFERRAL_ACCEPTED,
    REFERRAL_DECLINED,
    REFERRAL_ATTENDED, /* the person was there */
    REFERRAL_MISSED,   /* and was not */
    REFERRAL_ANSWERED, /* the body has said what it did */
    REFERRAL_REVOKED,
    REFERRAL_STATE_COUNT
};

/* What the other body's help came to. */
enum referral_outcome {
    REFERRAL_PROVIDED,
    REFERRAL_ALREADY_RECEIVED,
    REFERRAL_NOT_APPLICABLE,
    REFERRAL_DECLINED_BY_PERSON,
    REFERRAL_UNAVAILABLE,
    REFERRAL_OUTCOME_COUNT
};

/* What can happen to a referral. */
enum referral_event {
    REFERRAL_EVENT_SENT,
    REFERRAL_EVENT_ACCEPTED,
    REFERRAL_EVENT_DECLINED,
    REFERRAL_EVENT_ATTENDED,
    REFERRAL_EVENT_MISSED,
    REFERRAL_EVENT_ANSWERED,
    REFERRAL_EVENT_REVOKED,
    REFERRAL_EVENT_REMINDED, /* the office asked again */
    REFERRAL_EVENT_COUNT
};

/* Owns its texts (NULL when not known); ids are "" when there is none. */
struct referral {
    char id[UUID_TEXT_SIZE];           /* "" before it is kept */
    char number[REFERRAL_NUMBER_SIZE]; /* on the slip of paper; "" before it is sent */
    char casefile_id[UUID_TEXT_SIZE];
    char agency_id[UUID_TEXT_SIZE];
    char consent_id[UUID_TEXT_SIZE];
    char *override_reason;               /* why it went out without consent */
    char service[REFERRAL_SERVICE_SIZE]; /* what is asked for, a code as bodies have them */
    char *reason;
    enum referral_urgency urgency;
    enum referral_state state;
    char *decline_reason;
    enum referral_outcome outcome;
    bool has_outcome;
    char sent_at[MOMENT_TEXT_SIZE]; /* "" before */
    char sent_by[UUID_TEXT_SIZE];
    struct day accepted_on;
    bool has_accepted_on;
    struct day attended_on;
    bool has_attended_on;
    struct day answered_on;
    bool has_answered_on;
    char *answer;
    struct day due_on; /* when the body should have done the next thing */
    bool has_due_on;
    int reminders;
    char changed_at[MOMENT_TEXT_SIZE];
    /* When it was read: */
    char casefile_number[CASE_NUMBER_TEXT_SIZE];
    char person_id[UUID_TEXT_SIZE]; /* whose casefile it is */
    char *agency_name;
};

struct referral_list {
    struct referral *items;
    size_t count;
    size_t capacity;
};

void referral_release(struct referral *referral);
void referral_list_release(struct referral_list *referrals);

/* The stable words of the table, and back (STATUS_INVALID). */
const char *referral_urgency_word(enum referral_urgency urgency);
const char *referral_state_word(enum referral_state state);
const char *referral_outcome_word(enum referral_outcome outcome);
MUST_CHECK enum status referral_urgency_parse(enum referral_urgency *out, const char *word,
                                              struct error *error);
MUST_CHECK enum status referral_state_parse(enum referral_state *out, const char *word,
                                            struct error *error);
MUST_CHECK enum status referral_outcome_parse(enum referral_outcome *out, const char *word,
                                              struct error *error);
MUST_CHECK enum status referral_event_parse(enum referral_event *out, const char *word,
                                            struct error *error);

/* Whether that can happen in that state: a draft is not accepted, an answer not answered again. */
bool referral_allows(enum referral_state state, enum referral_event event);

/* The state in which it leaves the referral; a reminder leaves it in its own. */
enum referral_state referral_state_after(enum referral_state state, enum referral_event event);

/* When the other body should have done the next thing, for a referral that came into that state on
 * that day: accept what was sent, say a first word about whom it accepted, say what became of whom
 * it has seen.  *has_due is false in states in which it owes nothing. */
MUST_CHECK enum status referral_due(struct day *out, bool *has_due, enum referral_urgency urgency,
                                    enum referral_state state, struct day from,
                                    const struct calendar *calendar, struct error *error);

/* Whether the other body owes something and the day for it has passed. */
bool referral_is_overdue(const struct referral *referral, struct day today);

#endif
