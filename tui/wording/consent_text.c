/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/consent_text.h"

#include "language.h"
#include "wording/agency_label.h"
#include "wording/due_text.h"

#include <stdio.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* With the day in place of %s. */
static const char *const verdict_sentences[] = {
    [CONSENT_COVERED] = N_("Consent of %s covers this."),
    [CONSENT_NEVER_GIVEN] = N_("No consent for this is kept: ask the person, and write down what "
                               "they say."),
    [CONSENT_OTHER_RECIPIENT] = N_("The person agreed to share with others, not with this one: "
                                   "ask again, and write down a consent for them."),
    [CONSENT_EXPIRED] = N_("The consent ended on %s: ask the person again, and renew it."),
    [CONSENT_WITHDRAWN] = N_("The person took the consent back on %s: nothing more goes out. Only "
                             "the person can give it anew."),
    [CONSENT_REFUSED] = N_("The person said no on %s: respect it, or speak with the person again."),
    [CONSENT_WITHHELD] = N_("The person wants nothing told to this one (%s): speak with the person "
                            "before anything is sent."),
    [CONSENT_NEEDS_GUARDIAN] =
        N_("The consent of %s was given without a guardian, and needs one: ask a parent or "
           "guardian; where there is none, child protection names one."),
    [CONSENT_CHILD_DISAGREES] = N_("The child itself does not agree (%s), or was not asked: speak "
                                   "with the child, and with the guardian."),
    [CONSENT_CAME_OF_AGE] = N_("The consent of %s was given for a child who is an adult now: ask "
                               "the person."),
};
_Static_assert(COUNT(verdict_sentences) == CONSENT_VERDICT_COUNT, "every verdict has a sentence");

static const char *const flaw_sentences[] = {
    [CONSENT_SOUND] = "",
    [CONSENT_FLAW_RECIPIENT] = N_("Consent to share names with whom: a kind of organisation, or "
                                  "one organisation."),
    [CONSENT_FLAW_BOTH] = N_("A kind of organisation and one organisation are two consents: write "
                             "down one after the other."),
    [CONSENT_FLAW_ABOUT] = N_("Say in words what this consent is for."),
    [CONSENT_FLAW_FUTURE] = N_("This day has not come yet: consent is given and taken back today "
                               "or earlier."),
    [CONSENT_FLAW_EXPIRY] = N_("It ends before it begins: choose a later last day, or leave it "
                               "empty."),
    [CONSENT_FLAW_CHILD] =
        N_("The person is under 18: a parent, guardian or caregiver decides too. Where there is "
           "none, child protection names one (check locally); write that name."),
    [CONSENT_FLAW_CAPACITY] =
        N_("The person does not understand what this is about: explain it again, or ask the "
           "guardian. Where there is none, the authority for guardianship names one (check "
           "locally)."),
    [CONSENT_FLAW_ASSENT] = N_("The person is under 18: ask the child too, and write down whether "
                               "it agrees."),
    [CONSENT_FLAW_GIVER] = N_("Write the name of the one who decided for the person."),
    [CONSENT_FLAW_GIVER_SELF] = N_("Nobody is their own guardian: say that the person decided, or "
                                   "name somebody else."),
    [CONSENT_FLAW_WITHDRAWN] = N_("This one was taken back already, or was a no: nothing is left "
                                  "to take back or renew. Write down a new consent."),
    [CONSENT_FLAW_SUPERSEDED] = N_("A later consent stands in the place of this one: look at that "
                                   "one."),
    [CONSENT_FLAW_EARLY] = N_("It was given later than that: the day on which it was taken back "
                              "is the same day or a later one."),
};
_Static_assert(COUNT(flaw_sentences) == CONSENT_FLAW_COUNT, "every flaw has a sentence");

static const char *const purposes[] = {
    [CONSENT_CASE_WORK] = N_("work on the file"),
    [CONSENT_STATISTICS] = N_("reports without names"),
    [CONSENT_TRACING] = N_("search for the family"),
    [CONSENT_SHARING] = N_("sharing with others"),
    [CONSENT_PHOTO] = N_("photographs"),
    [CONSENT_OTHER] = NC_("consent", "something else"),
};
_Static_assert(COUNT(purposes) == CONSENT_PURPOSE_COUNT, "every purpose has words");

static const char *const givers[] = {
    [CONSENT_BY_PERSON] = N_("the person"),
    [CONSENT_BY_GUARDIAN] = N_("parent or guardian"),
    [CONSENT_BY_CAREGIVER] = N_("caregiver"),
    [CONSENT_BY_OTHER] = N_("somebody else who may decide"),
};
_Static_assert(COUNT(givers) == CONSENT_GIVER_COUNT, "every giver has words");

static const char *const withholdings[] = {
    [CONSENT_FEAR_OF_HARM] = N_("fears harm"),
    [CONSENT_TELLS_IT_SELF] = N_("wants to tell it self"),
    [CONSENT_WITHHOLDING_OTHER] = N_("another reason"),
};
_Static_assert(COUNT(withholdings) == CONSENT_WITHHOLDING_COUNT, "every reason has words");

static const struct {
    const char *code;
    const char *text;
} parties[] = {
    { "family", N_("the family") },
    { "authorities", N_("authorities of this country") },
    { "origin", N_("authorities of the country of origin") },
    { "employer", N_("the employer") },
    { "other", N_("other organisations") },
};

static void fill(char *out, size_t size, const char *text, const char *value)
{
    const char *hole = strstr(text, "%s");
    if (hole == NULL)
        snprintf(out, size, "%s", text);
    else
        snprintf(out, size, "%.*s%s%s", (int)(hole - text), text, value, hole + 2);
}

void consent_sentence(char out[CONSENT_SENTENCE_SIZE], const struct consent_judgement *judgement)
{
    char day[DUE_TEXT_SIZE] = "";
    if (judgement->has_since)
        due_text_full(day, judgement->since);
    fill(out, CONSENT_SENTENCE_SIZE, language_text(verdict_sentences[judgement->verdict]), day);
}

void consent_advice(char out[CONSENT_SENTENCE_SIZE], const struct consent_judgement *judgement,
                    bool may_override)
{
    consent_sentence(out, judgement);
    const size_t length = strlen(out);
    if (judgement->verdict != CONSENT_COVERED)
        snprintf(out + length, CONSENT_SENTENCE_SIZE - length, " %s",
                 may_override ? _("If it has to go out all the same, write down why.")
                              : _("If it cannot wait, ask the supervisor or the protection "
                                  "officer."));
}

const char *consent_flaw_sentence(enum consent_flaw flaw)
{
    return flaw == CONSENT_SOUND ? "" : language_text(flaw_sentences[flaw]);
}

const char *consent_purpose_text(enum consent_purpose purpose)
{
    return purpose == CONSENT_OTHER ? language_text_in("consent", purposes[purpose])
                                    : language_text(purposes[purpose]);
}

const char *consent_giver_text(enum consent_giver giver)
{
    return language_text(givers[giver]);
}

const char *consent_withholding_text(enum consent_withholding reason)
{
    return language_text(withholdings[reason]);
}

const char *consent_recipient_text(const char *code)
{
    for (size_t i = 0; i < COUNT(parties); i++)
        if (strcmp(parties[i].code, code) == 0)
            return language_text(parties[i].text);
    return code[0] == '\0' ? "" : label_agency_kind(code);
}

const char *consent_whom_text(const struct consent *consent)
{
    return consent->agency_name != NULL ? consent->agency_name
                                        : consent_recipient_text(consent->recipient);
}

/* What it is on that day, without a use of it: nobody of age or body is asked after. */
void consent_state_text(char out[CONSENT_STATE_SIZE], const struct consent *consent,
                        struct day today)
{
    char day[DUE_TEXT_SIZE];
    const char *text = _("valid");
    due_text_full(day, consent->given_on);
    if (consent->superseded_by[0] != '\0')
        text = _("replaced by a later one");
    else if (!consent->is_agreed)
        text = _("said no");
    else if (consent->is_withdrawn) {
        due_text_full(day, consent->withdrawn_on);
        text = _("taken back %s");
    } else if (consent->given_by != CONSENT_BY_PERSON && consent->has_assent &&
               !consent->is_assented)
        text = _("the child does not agree");
    else if (consent->has_expires_on) {
        due_text_full(day, consent->expires_on);
        text = day_compare(consent->expires_on, today) < 0 ? _("ended %s") : _("valid until %s");
    }
    fill(out, CONSENT_STATE_SIZE, text, day);
}

/* Whether it lets somebody have the data on that day, as far as it says itself. */
static bool is_open_sharing(const struct consent *consent, struct day today)
{
    const bool is_childs = consent->given_by != CONSENT_BY_PERSON && consent->has_assent;
    return consent->purpose == CONSENT_SHARING && consent->is_agreed && !consent->is_withdrawn &&
           consent->superseded_by[0] == '\0' &&
           !(consent->has_expires_on && day_compare(consent->expires_on, today) < 0) &&
           !(is_childs && !consent->is_assented);
}

void consent_head_text(char out[CONSENT_STATE_SIZE], const struct consent_list *consents,
                       struct day today)
{
    char whom[CONSENT_STATE_SIZE] = "", day[DUE_TEXT_SIZE];
    const struct consent *first_to_end = NULL;
    size_t length = 0;
    bool is_refused = false;
    for (size_t i = 0; i < consents->count && !is_refused; i++) {
        const struct consent *consent = &consents->items[i];
        /* A no said later counts more than what was agreed to before it. */
        is_refused = consent->purpose == CONSENT_SHARING && !consent->is_agreed &&
                     consent->superseded_by[0] == '\0';
        if (!is_open_sharing(consent, today))
            continue;
        if (length < sizeof(whom))
            length += (size_t)snprintf(whom + length, sizeof(whom) - length, "%s%s",
                                       length == 0 ? "" : ", ", consent_whom_text(consent));
        if (consent->has_expires_on &&
            (first_to_end == NULL ||
             day_compare(consent->expires_on, first_to_end->expires_on) < 0))
            first_to_end = consent;
    }
    if (whom[0] == '\0') {
        snprintf(out, CONSENT_STATE_SIZE, "%s", _("No consent to share"));
        return;
    }
    fill(out, CONSENT_STATE_SIZE, _("Consent: to share with %s"), whom);
    if (first_to_end == NULL)
        return;
    char until[CONSENT_STATE_SIZE];
    due_text_full(day, first_to_end->expires_on);
    fill(until, sizeof(until), _(", until %s"), day);
    length = strlen(out);
    snprintf(out + length, CONSENT_STATE_SIZE - length, "%s", until);
}
