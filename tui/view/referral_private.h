/* SPDX-License-Identifier: Apache-2.0 */

/* What the files about referrals share. */
#ifndef QADAM_VIEW_REFERRAL_PRIVATE_H
#define QADAM_VIEW_REFERRAL_PRIVATE_H

#include "agency/agency.h"
#include "app/app.h"
#include "referral/referral_store.h"
#include "widget/form.h"
#include "widget/list.h"

#include <stdio.h>

/* ---- the list of a casefile (referral.c) */

struct referrals_view {
    struct view view;
    struct referral_list referrals;
    struct list list;
    struct day today;
    bool has_draft; /* of a new one */
};

/* Those for which something is due and that concern whoever has the file open: what they sent,
 * drafts, for a supervisor all.  The caller releases *out. */
MUST_CHECK enum status referrals_load_due(struct app *app, struct referral_list *out,
                                          struct error *error);

/* The one that is marked; NULL without any. */
const struct referral *referrals_marked(const struct view *view);

/* Asks what has to be known of that event, and keeps it (referral_answer.c). */
void referral_ask_event(struct app *app, struct view *view, enum referral_event event);
/* Sends a draft. */
void referral_ask_send(struct app *app, struct view *view);

/* The days that standard times count by; Monday to Friday before the office has named a country. */
MUST_CHECK enum status referral_calendar_find(struct app *app, const struct calendar **out,
                                              struct error *error);

/* Makes the task that reminds of a referral fit where it stands now, in the caller's transaction:
 * *has_due tells whether the other body owes something, and until when. */
MUST_CHECK enum status referral_renew_reminder(struct app *app, const char *referral_id,
                                               struct day *due, bool *has_due, struct error *error);

/* Why somebody who fears the country of origin is not referred there, and what to do instead. */
const char *referral_origin_text(void);

/* Keeps what was heard of a referral, with the reminder that follows, and says what comes next
 * (referral_answer.c). */
bool referral_keep_answer(struct app *app, const char *id, struct referral_answer *answer);

/* ---- what is known of the person's will (referral_person.c) */

enum { REFERRAL_AGE_SIZE = 16 };

enum sharing { SHARING_NOT_ASKED, SHARING_CONSENT, SHARING_REFUSED, SHARING_WITHDRAWN };

/* The person of a casefile as another body may see them, and what the person agreed to.  Owns its
 * texts. */
struct referral_person {
    char person_id[UUID_TEXT_SIZE];
    char case_number[CASE_NUMBER_TEXT_SIZE];
    char *name;
    char *phone;    /* NULL: none that is safe */
    char *language; /* its code; NULL: not known */
    char *initials;
    char age[REFERRAL_AGE_SIZE]; /* "18-24"; "" when not known */
    enum sharing sharing;
    struct day asked_on;
    bool has_asked_on;
    char *withheld; /* what must not be told, as one line; NULL: nothing */
};

MUST_CHECK enum status referral_person_load(struct referral_person *out, struct app *app,
                                            const char *casefile_id, struct error *error);
void referral_person_release(struct referral_person *person);

/* Whether a word is one of a list with commas between them. */
bool referral_has_word(const char *list, const char *word);

/* What can be told of the person, by item; NULL for what is not known.  Borrowed. */
void referral_person_items(const struct referral_person *person,
                           const char *items[REFERRAL_ITEM_COUNT]);

/* "Person agreed: yes, 02 Nov". */
void referral_write_sharing(FILE *stream, const struct referral_person *person, struct day today);
/* By what the referral may go out on that day: the consent that covers the body, whose id comes in
 * consent_id, or the reason typed in the field "override" by a role that may do without.  False
 * when neither is there: then the sentence stands at the field "field", or at the reason. */
bool referral_find_leave(struct app *app, struct form *form, const char *casefile_id,
                         const char *agency_id, const char *field, struct referral_sending *sending,
                         char consent_id[UUID_TEXT_SIZE]);

/* Adds the field of the reason, for a role that may do without consent. */
void referral_add_override(struct app *app, struct form *form);

/* ---- the slip of paper (referral_slip.c) */

/* Shows the slip of a referral that went out. */
void referral_slip_show(struct app *app, const char *referral_id);

#endif
