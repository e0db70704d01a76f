/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/case_label.h"

#include "language.h"

/* Where the same English word stands for something else elsewhere, the sentence says which. */
static const char *const referral_states[] = {
    /* TRANSLATORS: states of a referral, until "referral taken back". */
    [REFERRAL_DRAFTED] = N_("draft of a referral"),
    [REFERRAL_SENT] = N_("referred, not accepted yet"),
    [REFERRAL_ACCEPTED] = N_("accepted by the organisation"),
    [REFERRAL_DECLINED] = N_("declined by the organisation"),
    /* TRANSLATORS: the person, at the organisation. */
    [REFERRAL_ATTENDED] = N_("has been there"),
    [REFERRAL_MISSED] = N_("has not come there"),
    [REFERRAL_ANSWERED] = N_("answered by the organisation"),
    [REFERRAL_REVOKED] = N_("referral taken back"),
};
_Static_assert(sizeof(referral_states) / sizeof(referral_states[0]) == REFERRAL_STATE_COUNT,
               "no state is missing");

static const char *const urgencies[] = {
    /* TRANSLATORS: of a referral, which is urgent. */
    [REFERRAL_URGENT] = N_("urgent"),
    [REFERRAL_HIGH] = N_("high urgency"),
    [REFERRAL_NORMAL] = N_("normal urgency"),
};
_Static_assert(sizeof(urgencies) / sizeof(urgencies[0]) == REFERRAL_URGENCY_COUNT,
               "no urgency is missing");

static const char *const outcomes[] = {
    /* TRANSLATORS: what a referral came to, until "the organisation cannot give it". */
    [REFERRAL_PROVIDED] = N_("help was given"),
    [REFERRAL_ALREADY_RECEIVED] = N_("the person had it already"),
    [REFERRAL_NOT_APPLICABLE] = N_("does not fit the person's case"),
    [REFERRAL_DECLINED_BY_PERSON] = N_("the person did not want it"),
    [REFERRAL_UNAVAILABLE] = N_("the organisation cannot give it"),
};
_Static_assert(sizeof(outcomes) / sizeof(outcomes[0]) == REFERRAL_OUTCOME_COUNT,
               "no outcome is missing");

static const char *const note_kinds[] = {
    /* TRANSLATORS: kinds of notes, until "correction". */
    [NOTE_NOTE] = N_("note"),
    [NOTE_CALL] = N_("telephone call"),
    [NOTE_VISIT] = N_("visit"),
    [NOTE_INTERVIEW] = N_("interview"),
    /* TRANSLATORS: somebody tried to reach the person in vain. */
    [NOTE_NO_CONTACT] = N_("could not be reached"),
    [NOTE_CORRECTION] = N_("correction"),
};
_Static_assert(sizeof(note_kinds) / sizeof(note_kinds[0]) == NOTE_KIND_COUNT, "no kind is missing");

static const char *const appointment_states[] = {
    /* TRANSLATORS: states of an appointment, until "cancelled". */
    [APPOINTMENT_PLANNED] = N_("planned"),
    [APPOINTMENT_ATTENDED] = N_("took place"),
    [APPOINTMENT_MISSED] = N_("nobody came"),
    [APPOINTMENT_CANCELLED] = N_("cancelled"),
};
_Static_assert(sizeof(appointment_states) / sizeof(appointment_states[0]) ==
                   APPOINTMENT_STATE_COUNT,
               "no state is missing");

const char *label_referral_state(enum referral_state state)
{
    return language_text(referral_states[state]);
}

const char *label_referral_urgency(enum referral_urgency urgency)
{
    return language_text(urgencies[urgency]);
}

const char *label_referral_outcome(enum referral_outcome outcome)
{
    return language_text(outcomes[outcome]);
}

const char *label_note_kind(enum note_kind kind)
{
    return language_text(note_kinds[kind]);
}

const char *label_appointment_state(enum appointment_state state)
{
    return language_text(appointment_states[state]);
}
