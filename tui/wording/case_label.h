/* SPDX-License-Identifier: Apache-2.0 */

/* Words of people for the codes of the work on a casefile.  Scripts get the codes. */
#ifndef QADAM_WORDING_CASE_LABEL_H
#define QADAM_WORDING_CASE_LABEL_H

#include "appointment/appointment.h"
#include "note/note.h"
#include "referral/referral.h"

const char *label_referral_state(enum referral_state state);
const char *label_referral_urgency(enum referral_urgency urgency);
const char *label_referral_outcome(enum referral_outcome outcome);
const char *label_note_kind(enum note_kind kind);
const char *label_appointment_state(enum appointment_state state);

#endif
