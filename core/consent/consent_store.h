/* SPDX-License-Identifier: Apache-2.0 */

/* Consents kept in the office file, and whether they cover what somebody wants to do.  Each act is
 * one transaction with its journal entry and its history, or part of the caller's; actor is the id
 * of the user who does it.  Days are those of the office's wall, and so the caller says which is
 * today.  Nothing is added for somebody who was merged or erased: STATUS_REFUSED. */
#ifndef QADAM_CONSENT_CONSENT_STORE_H
#define QADAM_CONSENT_CONSENT_STORE_H

#include "consent/consent.h"

struct store;

/* ---- Acts.  What is wrong with the consent is STATUS_REFUSED, and *flaw says what; else *flaw is
 * CONSENT_SOUND. */

/* Keeps what the person said, yes or no.  consent->id is given.  STATUS_NOT_FOUND when there is no
 * such person, giver or body; STATUS_INVALID for a recipient that cannot be; STATUS_TEXT_*. */
MUST_CHECK enum status consent_give(struct store *store, const char *actor, struct consent *consent,
                                    struct day today, enum consent_flaw *flaw, struct error *error);

/* The same as consent_give(), but in place of another one of the same person, which stays to be
 * read and counts no more. */
MUST_CHECK enum status consent_correct(struct store *store, const char *actor, const char *id,
                                       struct consent *anew, struct day today,
                                       enum consent_flaw *flaw, struct error *error);

/* Asked again, the same was said: a new one as the old was, from that day on.  out is the id of the
 * new one. */
struct consent_renewal {
    struct day given_on;
    struct day expires_on;
    bool has_expires_on;
};
MUST_CHECK enum status consent_renew(struct store *store, const char *actor, const char *id,
                                     const struct consent_renewal *renewal, struct day today,
                                     char out[UUID_TEXT_SIZE], enum consent_flaw *flaw,
                                     struct error *error);

/* Taken back: from now on it covers nothing; what went out stays written. */
struct consent_withdrawal {
    struct day day;
    const char *said_by; /* who took it back; NULL: the person */
    const char *reason;  /* or NULL: nobody has to give one */
};
MUST_CHECK enum status consent_withdraw(struct store *store, const char *actor, const char *id,
                                        const struct consent_withdrawal *withdrawal,
                                        struct day today, enum consent_flaw *flaw,
                                        struct error *error);

/* What the person said in the step of a casefile that asks for consent, in place of what came from
 * there before.  One under CONSENT_OF_AGE who decided alone is kept too, since urgent help waits
 * for no guardian: consent_judge() says that one is needed.  What was taken back since the day on
 * which it was said stays taken back; those of "said" that are withdrawn are withdrawn. */
MUST_CHECK enum status consent_record(struct store *store, const char *actor,
                                      const char *casefile_id, struct consent_list *said,
                                      struct error *error);

/* ---- Reading */

/* As id_find(). */
MUST_CHECK enum status consent_find(struct store *store, const char *prefix,
                                    char out[UUID_TEXT_SIZE], struct error *error);

/* STATUS_NOT_FOUND.  On success the caller releases *out. */
MUST_CHECK enum status consent_load(struct store *store, const char *id, struct consent *out,
                                    struct error *error);

/* All of a person, superseded and withdrawn ones too, the newest first; the caller releases *out.
 */
MUST_CHECK enum status consent_list(struct store *store, const char *person_id,
                                    struct consent_list *out, struct error *error);

/* ---- The judgement */

/* What is to be left out of what goes to the recipient is in withheld, which the caller releases
 * by consent_judgement_release(). */
struct consent_judgement {
    enum consent_verdict verdict;
    char consent_id[UUID_TEXT_SIZE]; /* the one that decides; "" when none does */
    struct day since;                /* the day on which it was given, ended or was taken back */
    bool has_since;
    struct consent_withheld_list withheld;
};

void consent_judgement_release(struct consent_judgement *judgement);

/* Whether the person's consents cover that use.  Of several that speak about it the newest decides.
 * STATUS_NOT_FOUND when there is no such person.  On success the caller releases *out. */
MUST_CHECK enum status consent_judge(struct store *store, const struct consent_use *use,
                                     struct consent_judgement *out, struct error *error);

/* ---- Letting data out that no consent covers */

enum consent_way { CONSENT_WAY_REFERRAL, CONSENT_WAY_PRINT, CONSENT_WAY_EXPORT, CONSENT_WAY_COUNT };

struct consent_override {
    const struct consent_use *use;
    enum consent_way way;
    const char *record_id; /* of the referral or whatever goes out; or NULL */
    const char *reason;
    const char *role; /* the word of the actor's role */
    bool may;         /* the role may do so (ACT_OVERRIDE_CONSENT) */
};

/* Writes down who lets it out, as what, and why.  STATUS_REFUSED unless the role may,
 * STATUS_INVALID when a consent covers it: nothing is to be overridden then; STATUS_TEXT_EMPTY
 * without a reason. */
MUST_CHECK enum status consent_override(struct store *store, const char *actor,
                                        const struct consent_override *override,
                                        struct error *error);

#endif
