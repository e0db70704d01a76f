/* SPDX-License-Identifier: Apache-2.0 */
#include "referral/referral.h"

#include <stdlib.h>
#include <string.h>

static const char *const urgency_words[] = {
    [REFERRAL_URGENT] = "urgent",
    [REFERRAL_HIGH] = "high",
    [REFERRAL_NORMAL] = "normal",
};
_Static_assert(sizeof(urgency_words) / sizeof(urgency_words[0]) == REFERRAL_URGENCY_COUNT,
               "every urgency has a word");

static const char *const outcome_words[] = {
    [REFERRAL_PROVIDED] = "provided",
    [REFERRAL_ALREADY_RECEIVED] = "already_received",
    [REFERRAL_NOT_APPLICABLE] = "not_applicable",
    [REFERRAL_DECLINED_BY_PERSON] = "declined_by_person",
    [REFERRAL_UNAVAILABLE] = "unavailable",
};
_Static_assert(sizeof(outcome_words) / sizeof(outcome_words[0]) == REFERRAL_OUTCOME_COUNT,
               "every outcome has a word");

static const char *const item_words[] = {
    [REFERRAL_ITEM_INITIALS] = "initials", [REFERRAL_ITEM_NAME] = "name",
    [REFERRAL_ITEM_PHONE] = "phone",       [REFERRAL_ITEM_LANGUAGE] = "language",
    [REFERRAL_ITEM_AGE] = "age",
};
_Static_assert(sizeof(item_words) / sizeof(item_words[0]) == REFERRAL_ITEM_COUNT,
               "every item has a word");

#define CAN(event) (1U << (event))

enum {
    CAN_END = CAN(REFERRAL_EVENT_ANSWERED) | CAN(REFERRAL_EVENT_REVOKED),
    CAN_ASK = CAN(REFERRAL_EVENT_REMINDED) | CAN(REFERRAL_EVENT_ESCALATED),
    CAN_COME = CAN(REFERRAL_EVENT_ATTENDED) | CAN(REFERRAL_EVENT_MISSED),
};

/* What the other body owes; the sending is the office's. */
enum wait {
    WAIT_NOTHING,
    WAIT_SENDING,
    WAIT_ACCEPTANCE,
    WAIT_FIRST_FEEDBACK,
    WAIT_FINAL_FEEDBACK,
    WAIT_COUNT
};

/* People come without waiting to be accepted, so whoever was sent can have attended. */
static const struct {
    const char *word;
    unsigned events; /* what can happen in this state */
    enum wait wait;
    bool is_over;
} states[] = {
    [REFERRAL_DRAFTED] = { "drafted", CAN(REFERRAL_EVENT_SENT) | CAN(REFERRAL_EVENT_REVOKED),
                           WAIT_SENDING, false },
    [REFERRAL_SENT] = { "sent",
                        CAN(REFERRAL_EVENT_ACCEPTED) | CAN(REFERRAL_EVENT_DECLINED) | CAN_COME |
                            CAN_END | CAN_ASK,
                        WAIT_ACCEPTANCE, false },
    [REFERRAL_ACCEPTED] = { "accepted", CAN(REFERRAL_EVENT_DECLINED) | CAN_COME | CAN_END | CAN_ASK,
                            WAIT_FIRST_FEEDBACK, false },
    [REFERRAL_DECLINED] = { "declined", 0, WAIT_NOTHING, true },
    [REFERRAL_ATTENDED] = { "attended", CAN_END | CAN_ASK, WAIT_FINAL_FEEDBACK, false },
    [REFERRAL_MISSED] = { "missed", CAN(REFERRAL_EVENT_ATTENDED) | CAN_END, WAIT_NOTHING, false },
    [REFERRAL_ANSWERED] = { "answered", 0, WAIT_NOTHING, true },
    [REFERRAL_REVOKED] = { "revoked", 0, WAIT_NOTHING, true },
};
_Static_assert(sizeof(states) / sizeof(states[0]) == REFERRAL_STATE_COUNT,
               "every state has its row");

static const struct {
    enum referral_state after;
    bool keeps_state;
} events[] = {
    [REFERRAL_EVENT_SENT] = { REFERRAL_SENT, false },
    [REFERRAL_EVENT_ACCEPTED] = { REFERRAL_ACCEPTED, false },
    [REFERRAL_EVENT_DECLINED] = { REFERRAL_DECLINED, false },
    [REFERRAL_EVENT_ATTENDED] = { REFERRAL_ATTENDED, false },
    [REFERRAL_EVENT_MISSED] = { REFERRAL_MISSED, false },
    [REFERRAL_EVENT_ANSWERED] = { REFERRAL_ANSWERED, false },
    [REFERRAL_EVENT_REVOKED] = { REFERRAL_REVOKED, false },
    [REFERRAL_EVENT_REMINDED] = { REFERRAL_SENT, true },
    [REFERRAL_EVENT_ESCALATED] = { REFERRAL_SENT, true },
};
_Static_assert(sizeof(events) / sizeof(events[0]) == REFERRAL_EVENT_COUNT,
               "every event has its row");

/* The standard times.  Each counts from what began the wait, so that nobody who accepts late is
 * overdue with the first word at once. */
static const struct {
    int days;
    bool is_working_days;
} times[REFERRAL_URGENCY_COUNT][WAIT_COUNT] = {
    [REFERRAL_URGENT] = { [WAIT_SENDING] = { 1, false },
                          [WAIT_ACCEPTANCE] = { 0, false },
                          [WAIT_FIRST_FEEDBACK] = { 2, false },
                          [WAIT_FINAL_FEEDBACK] = { 30, false } },
    [REFERRAL_HIGH] = { [WAIT_SENDING] = { 1, false },
                        [WAIT_ACCEPTANCE] = { 3, true },
                        [WAIT_FIRST_FEEDBACK] = { 7, false },
                        [WAIT_FINAL_FEEDBACK] = { 30, false } },
    [REFERRAL_NORMAL] = { [WAIT_SENDING] = { 3, true },
                          [WAIT_ACCEPTANCE] = { 3, true },
                          [WAIT_FIRST_FEEDBACK] = { 7, false },
                          [WAIT_FINAL_FEEDBACK] = { 30, false } },
};

void referral_release(struct referral *referral)
{
    free(referral->override_reason);
    free(referral->reason);
    free(referral->decline_reason);
    free(referral->answer);
    free(referral->agency_name);
    for (int item = 0; item < REFERRAL_ITEM_COUNT; item++)
        free(referral->told[item]);
    *referral = (struct referral){ .state = REFERRAL_DRAFTED };
}

void referral_list_release(struct referral_list *referrals)
{
    for (size_t i = 0; i < referrals->count; i++)
        referral_release(&referrals->items[i]);
    free(referrals->items);
    *referrals = (struct referral_list){ .items = NULL };
}

const char *referral_urgency_word(enum referral_urgency urgency)
{
    return urgency_words[urgency];
}

const char *referral_state_word(enum referral_state state)
{
    return states[state].word;
}

const char *referral_outcome_word(enum referral_outcome outcome)
{
    return outcome_words[outcome];
}

const char *referral_item_word(enum referral_item item)
{
    return item_words[item];
}

enum status referral_urgency_parse(enum referral_urgency *out, const char *word,
                                   struct error *error)
{
    for (enum referral_urgency urgency = 0; urgency < REFERRAL_URGENCY_COUNT; urgency++)
        if (strcmp(word, urgency_words[urgency]) == 0) {
            *out = urgency;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "no urgency");
}

enum status referral_state_parse(enum referral_state *out, const char *word, struct error *error)
{
    for (enum referral_state state = 0; state < REFERRAL_STATE_COUNT; state++)
        if (strcmp(word, states[state].word) == 0) {
            *out = state;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "no state of a referral");
}

enum status referral_outcome_parse(enum referral_outcome *out, const char *word,
                                   struct error *error)
{
    for (enum referral_outcome outcome = 0; outcome < REFERRAL_OUTCOME_COUNT; outcome++)
        if (strcmp(word, outcome_words[outcome]) == 0) {
            *out = outcome;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "no outcome of a referral");
}

bool referral_allows(enum referral_state state, enum referral_event event)
{
    return (states[state].events & CAN(event)) != 0;
}

enum referral_state referral_state_after(enum referral_state state, enum referral_event event)
{
    return events[event].keeps_state ? state : events[event].after;
}

enum status referral_due(struct day *out, bool *has_due, enum referral_urgency urgency,
                         enum referral_state state, struct day from,
                         const struct calendar *calendar, struct error *error)
{
    const enum wait wait = states[state].wait;
    *has_due = wait != WAIT_NOTHING;
    *out = from;
    if (!*has_due)
        return STATUS_OK;
    const int days = times[urgency][wait].days;
    return times[urgency][wait].is_working_days
               ? calendar_add_working_days(out, calendar, from, days, error)
               : day_add_days(out, from, days, error);
}

bool referral_is_overdue(const struct referral *referral, struct day today)
{
    return states[referral->state].wait != WAIT_NOTHING && referral->has_due_on &&
           day_compare(referral->due_on, today) < 0;
}

enum referral_reaction referral_react(const struct referral *referral, struct day today)
{
    if (referral->state == REFERRAL_DRAFTED || !referral_is_overdue(referral, today))
        return REFERRAL_REACTION_NONE;
    return referral->has_escalated_on                     ? REFERRAL_REACTION_DECIDE
           : referral->reminders < REFERRAL_REMINDERS_MAX ? REFERRAL_REACTION_REMIND
                                                          : REFERRAL_REACTION_ESCALATE;
}
