/* SPDX-License-Identifier: Apache-2.0 */

/* Consents in the user's language: what was said, whether it covers something, and what to do when
 * it does not.  Scripts get the codes. */
#ifndef QADAM_WORDING_CONSENT_TEXT_H
#define QADAM_WORDING_CONSENT_TEXT_H

#include "consent/consent_store.h"

enum { CONSENT_SENTENCE_SIZE = 400, CONSENT_STATE_SIZE = 240 };

/* What is wrong and what to do, for a judgement of that use; what is covered is said too. */
void consent_sentence(char out[CONSENT_SENTENCE_SIZE], const struct consent_judgement *judgement);

/* The same for a user who may not let data out without consent, or, with may_override, may: what
 * remains to be done is added. */
void consent_advice(char out[CONSENT_SENTENCE_SIZE], const struct consent_judgement *judgement,
                    bool may_override);

/* What is wrong with a consent, and what to do. */
const char *consent_flaw_sentence(enum consent_flaw flaw);

/* "to share", "the search for the family". */
const char *consent_purpose_text(enum consent_purpose purpose);
const char *consent_giver_text(enum consent_giver giver);
const char *consent_withholding_text(enum consent_withholding reason);
/* A kind of body or a party in words. */
const char *consent_recipient_text(const char *code);
/* To whom one goes: the body's name, the kind in words, or "". */
const char *consent_whom_text(const struct consent *consent);

/* How it stands on that day: "valid until 03.03.2027", "withdrawn 24.11.2026". */
void consent_state_text(char out[CONSENT_STATE_SIZE], const struct consent *consent,
                        struct day today);

/* Consent to share in one line, for the head of a person's or a casefile's screen. */
void consent_head_text(char out[CONSENT_STATE_SIZE], const struct consent_list *consents,
                       struct day today);

#endif
