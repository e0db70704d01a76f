/* SPDX-License-Identifier: Apache-2.0 */

/* Referrals kept in the office file.  Each act is one transaction with its journal entry and its
 * history; actor is the id of the user who does it.  What a referral does not allow in its state
 * (referral_allows()), or for somebody who was merged or erased, is STATUS_REFUSED.  Days are those
 * of the office's wall, and so the caller says which is today: a day after it, or before the one on
 * which the referral went out or was last heard of, is STATUS_DATE_INVALID. */
#ifndef QADAM_REFERRAL_REFERRAL_STORE_H
#define QADAM_REFERRAL_REFERRAL_STORE_H

#include "consent/consent_store.h"
#include "referral/referral.h"

struct store;

/* Keeps a new draft: casefile, body, service and reason must be said.  referral->id is given unless
 * it is there already.  STATUS_REFUSED for a casefile that is not open or a body that is no longer
 * active or must not learn of it (ORIGIN_RULE_DETAIL), STATUS_NOT_FOUND when there is none.
 * referral->due_on is the day by which it should be sent (referral_due()). */
MUST_CHECK enum status referral_add(struct store *store, const char *actor,
                                    struct referral *referral, struct error *error);

/* Nobody's data leaves without consent, or without a written reason why not: one of the two. */
struct referral_sending {
    const char *consent_id;
    const char *override_reason;
    const char *role;        /* with a reason: the word of the actor's role, */
    bool may_override;       /* and whether that role may let data out without consent */
    const char *const *told; /* by referral_item what is told of the person, NULL for what is not;
                                NULL: nothing but the number */
    struct day day;
    struct day today;
    const struct calendar *calendar;
};

/* Gives it its number, its code and the day on which it should be accepted.  STATUS_INVALID with
 * neither consent nor reason, or with both, or with a reason though a consent covers it;
 * STATUS_NOT_FOUND when the consent is not of somebody in the casefile; STATUS_REFUSED when the
 * consents of that person do not cover a sharing with that body on that day (consent_judge()), when
 * the role may not do without, when the casefile is not open any more, the body no longer active,
 * or one that must not learn of it (ORIGIN_RULE_DETAIL). */
MUST_CHECK enum status referral_send(struct store *store, const char *actor, const char *id,
                                     const struct referral_sending *sending, struct error *error);

/* What was heard of it, or that the office asked again. */
struct referral_answer {
    enum referral_event event; /* any but REFERRAL_EVENT_SENT */
    const char *text;          /* why it was declined (needed), or what was answered; else NULL */
    enum referral_outcome outcome; /* of an answer */
    struct day day;
    struct day today;
    const struct calendar *calendar;
};

/* Also sets the day on which the next thing is due. */
MUST_CHECK enum status referral_answer(struct store *store, const char *actor, const char *id,
                                       const struct referral_answer *answer, struct error *error);

/* By the code or the number on the slip, or as id_find().  STATUS_INVALID with REFERRAL_DETAIL_SLIP
 * for a code whose check sign does not fit. */
#define REFERRAL_DETAIL_SLIP "the check sign of the code does not fit"
MUST_CHECK enum status referral_find(struct store *store, const char *prefix,
                                     char out[UUID_TEXT_SIZE], struct error *error);

/* Whether the consents of the casefile's person cover a sharing with that body on that day.
 * STATUS_NOT_FOUND when there is no such casefile or body.  On success the caller releases *out. */
MUST_CHECK enum status referral_judge(struct store *store, const char *casefile_id,
                                      const char *agency_id, struct day day,
                                      struct consent_judgement *out, struct error *error);

/* STATUS_NOT_FOUND.  On success the caller releases *out. */
MUST_CHECK enum status referral_load(struct store *store, const char *id, struct referral *out,
                                     struct error *error);

/* All referrals of a casefile, the newest first; the caller releases *out. */
MUST_CHECK enum status referral_list(struct store *store, const char *casefile_id,
                                     struct referral_list *out, struct error *error);

/* Those of the whole office for which something is due on that day or was before, the longest
 * overdue first; the caller releases *out. */
MUST_CHECK enum status referral_list_due(struct store *store, struct day day,
                                         struct referral_list *out, struct error *error);

/* How much is overdue with each body that has been silent for too long, most first. */
struct referral_silence {
    char agency_id[UUID_TEXT_SIZE];
    char *agency_name;
    int count;
    int escalated_count;
    struct day since; /* the earliest day that has passed */
};
struct referral_silence_list {
    struct referral_silence *items;
    size_t count;
    size_t capacity;
    int total;
    int unsent; /* drafts that should be out by now */
};
void referral_silence_list_release(struct referral_silence_list *silences);

/* The caller releases *out. */
MUST_CHECK enum status referral_count_overdue(struct store *store, struct day today,
                                              struct referral_silence_list *out,
                                              struct error *error);

#endif
