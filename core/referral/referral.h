/* SPDX-License-Identifier: Apache-2.0 */

/* Sending a person on to another body, and following up until that body has said what became of it.
 * The person stays the office's: a referral is open until it is declined, answered or revoked. */
#ifndef QADAM_REFERRAL_REFERRAL_H
#define QADAM_REFERRAL_REFERRAL_H

#include "base/calendar.h"
#include "referral/referral_code.h"
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
    REFERRAL_EVENT_REMINDED,  /* the office asked again */
    REFERRAL_EVENT_ESCALATED, /* and at last the head of that body, by way of the supervisor */
    REFERRAL_EVENT_COUNT
};

/* What the other body can be told of the person beside the message. */
enum referral_item {
    REFERRAL_ITEM_INITIALS,
    REFERRAL_ITEM_NAME,
    REFERRAL_ITEM_PHONE,
    REFERRAL_ITEM_LANGUAGE,
    REFERRAL_ITEM_AGE,
    REFERRAL_ITEM_COUNT
};

/* What comes next while the other body is silent. */
enum referral_reaction {
    REFERRAL_REACTION_NONE,
    REFERRAL_REACTION_REMIND,
    REFERRAL_REACTION_ESCALATE,
    REFERRAL_REACTION_DECIDE, /* the supervisor: take it back, or choose another body */
};
enum { REFERRAL_REMINDERS_MAX = 2 };

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
    char code[REFERRAL_CODE_SIZE]; /* on the slip, for the answer; "" before it is sent */
    struct day escalated_on;
    bool has_escalated_on;
    char *told[REFERRAL_ITEM_COUNT]; /* what stands on the slip of the person; NULL: not told.
                                        Read by referral_load() only */
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

const char *referral_item_word(enum referral_item item);

/* Whether that can happen in that state: a draft is not accepted, an answer not answered again. */
bool referral_allows(enum referral_state state, enum referral_event event);

/* The state in which it leaves the referral; a reminder leaves it in its own. */
enum referral_state referral_state_after(enum referral_state state, enum referral_event event);

/* When the next thing should have been done, for a referral that came into that state on that day.
 * The office sends what was drafted, in writing within a day when it is urgent or high, else within
 * three working days.  The other body has to accept what was sent, say a first word about whom it
 * accepted, say what became of whom it has seen.  *has_due is false in states in which it owes
 * nothing. */
MUST_CHECK enum status referral_due(struct day *out, bool *has_due, enum referral_urgency urgency,
                                    enum referral_state state, struct day from,
                                    const struct calendar *calendar, struct error *error);

/* Whether the other body owes an answer, or the office the sending, and the day has passed. */
bool referral_is_overdue(const struct referral *referral, struct day today);

/* Two reminders, then the head of that body, then the supervisor: what is to be done about a
 * silence today. */
enum referral_reaction referral_react(const struct referral *referral, struct day today);

#endif
