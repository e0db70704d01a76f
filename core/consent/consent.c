/* SPDX-License-Identifier: Apache-2.0 */
#include "consent/consent.h"

#include "base/array.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const char *const purpose_words[] = {
    [CONSENT_CASE_WORK] = "case_work", [CONSENT_STATISTICS] = "statistics",
    [CONSENT_TRACING] = "tracing",     [CONSENT_SHARING] = "sharing",
    [CONSENT_PHOTO] = "photo",         [CONSENT_OTHER] = "other",
};
_Static_assert(COUNT(purpose_words) == CONSENT_PURPOSE_COUNT, "every purpose has a word");

static const char *const giver_words[] = {
    [CONSENT_BY_PERSON] = "person",
    [CONSENT_BY_GUARDIAN] = "guardian",
    [CONSENT_BY_CAREGIVER] = "caregiver",
    [CONSENT_BY_OTHER] = "other",
};
_Static_assert(COUNT(giver_words) == CONSENT_GIVER_COUNT, "every giver has a word");

static const char *const withholding_words[] = {
    [CONSENT_FEAR_OF_HARM] = "fear_of_harm",
    [CONSENT_TELLS_IT_SELF] = "tells_it_self",
    [CONSENT_WITHHOLDING_OTHER] = "other",
};
_Static_assert(COUNT(withholding_words) == CONSENT_WITHHOLDING_COUNT, "every reason has a word");

static const char *const verdict_words[] = {
    [CONSENT_COVERED] = "covered",
    [CONSENT_NEVER_GIVEN] = "never_given",
    [CONSENT_OTHER_RECIPIENT] = "other_recipient",
    [CONSENT_EXPIRED] = "expired",
    [CONSENT_WITHDRAWN] = "withdrawn",
    [CONSENT_REFUSED] = "refused",
    [CONSENT_WITHHELD] = "withheld",
    [CONSENT_NEEDS_GUARDIAN] = "needs_guardian",
    [CONSENT_CHILD_DISAGREES] = "child_disagrees",
    [CONSENT_CAME_OF_AGE] = "came_of_age",
};
_Static_assert(COUNT(verdict_words) == CONSENT_VERDICT_COUNT, "every verdict has a word");

static const char *const parties[] = { "family", "authorities", "origin", "employer", "other" };

/* Kinds of bodies that are authorities of the country in which the office is. */
static const char *const authorities[] = {
    "asylum",           "migration",   "population_register", "registry",     "service_centre",
    "police",           "archive",     "foreign_ministry",    "cadastre",     "court",
    "prosecutor",       "employment",  "education",           "health",       "social",
    "statelessness",    "citizenship", "child_protection",    "municipality", "border",
    "anti_trafficking", "ombudsman",
};

/* Kinds that no party of the form names. */
static const char *const others[] = { "notary", "lost_property", "microcredit" };

/* ---- Ownership */

void consent_withheld_list_release(struct consent_withheld_list *withheld)
{
    for (size_t i = 0; i < withheld->count; i++)
        text_wipe(&withheld->items[i].what);
    free(withheld->items);
    *withheld = (struct consent_withheld_list){ .items = NULL };
}

void consent_release(struct consent *consent)
{
    text_wipe(&consent->about);
    text_wipe(&consent->giver_name);
    text_wipe(&consent->withdrawn_by);
    text_wipe(&consent->withdrawn_reason);
    free(consent->agency_name);
    consent_withheld_list_release(&consent->withheld);
    *consent = (struct consent){ .about = NULL };
}

void consent_list_release(struct consent_list *consents)
{
    for (size_t i = 0; i < consents->count; i++)
        consent_release(&consents->items[i]);
    free(consents->items);
    *consents = (struct consent_list){ .items = NULL };
}

enum status consent_withhold(struct consent_withheld_list *list, const char *what, const char *whom,
                             enum consent_withholding reason, struct error *error)
{
    struct consent_withheld item = { .reason = reason };
    if (snprintf(item.whom, sizeof(item.whom), "%s", whom) >= (int)sizeof(item.whom))
        return error_set(error, STATUS_INVALID, "no kind of body");
    enum status status =
        array_reserve(&list->items, &list->capacity, sizeof(item), list->count + 1, error);
    if (status == STATUS_OK && what != NULL)
        status = text_copy(&item.what, what, error);
    if (status == STATUS_OK)
        list->items[list->count++] = item;
    return status;
}

/* ---- Words */

static bool find_word(const char *const *words, size_t count, const char *word, size_t *out)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0) {
            *out = i;
            return true;
        }
    return false;
}

const char *consent_purpose_word(enum consent_purpose purpose)
{
    return purpose_words[purpose];
}

const char *consent_giver_word(enum consent_giver giver)
{
    return giver_words[giver];
}

const char *consent_withholding_word(enum consent_withholding reason)
{
    return withholding_words[reason];
}

const char *consent_verdict_word(enum consent_verdict verdict)
{
    return verdict_words[verdict];
}

enum status consent_purpose_parse(enum consent_purpose *out, const char *word, struct error *error)
{
    size_t index;
    if (!find_word(purpose_words, CONSENT_PURPOSE_COUNT, word, &index))
        return error_set(error, STATUS_INVALID, "no purpose of a consent");
    *out = (enum consent_purpose)index;
    return STATUS_OK;
}

enum status consent_giver_parse(enum consent_giver *out, const char *word, struct error *error)
{
    size_t index;
    if (!find_word(giver_words, CONSENT_GIVER_COUNT, word, &index))
        return error_set(error, STATUS_INVALID, "nobody who gives consent");
    *out = (enum consent_giver)index;
    return STATUS_OK;
}

enum status consent_withholding_parse(enum consent_withholding *out, const char *word,
                                      struct error *error)
{
    size_t index;
    if (!find_word(withholding_words, CONSENT_WITHHOLDING_COUNT, word, &index))
        return error_set(error, STATUS_INVALID, "no reason to withhold");
    *out = (enum consent_withholding)index;
    return STATUS_OK;
}

/* ---- To whom */

const char *consent_party_at(size_t index)
{
    return index < COUNT(parties) ? parties[index] : NULL;
}

bool consent_reaches(const char *given, const char *kind)
{
    size_t index;
    if (strcmp(given, kind) == 0)
        return true;
    if (strcmp(given, "authorities") == 0)
        return find_word(authorities, COUNT(authorities), kind, &index);
    if (strcmp(given, "origin") == 0)
        return strcmp(kind, "consulate") == 0;
    if (strcmp(given, "other") == 0)
        return find_word(others, COUNT(others), kind, &index);
    return false;
}

/* ---- What makes it none */

static bool is_child(int age)
{
    return age >= 0 && age < CONSENT_OF_AGE;
}

static enum consent_flaw find_flaw_of_giver(const struct consent *consent, int age)
{
    const bool is_alone = consent->given_by == CONSENT_BY_PERSON;
    if (is_child(age) && is_alone)
        return CONSENT_FLAW_CHILD;
    if (is_child(age) && !consent->has_assent)
        return CONSENT_FLAW_ASSENT;
    if (!consent->is_understood && is_alone)
        return CONSENT_FLAW_CAPACITY;
    if (!is_alone && consent->giver_id[0] == '\0' &&
        (consent->giver_name == NULL || consent->giver_name[0] == '\0'))
        return CONSENT_FLAW_GIVER;
    if (!is_alone && strcmp(consent->giver_id, consent->person_id) == 0)
        return CONSENT_FLAW_GIVER_SELF;
    return CONSENT_SOUND;
}

enum consent_flaw consent_find_flaw(const struct consent *consent, int age, struct day today)
{
    const bool has_kind = consent->recipient[0] != '\0';
    const bool has_body = consent->agency_id[0] != '\0';
    if (has_kind && has_body)
        return CONSENT_FLAW_BOTH;
    if (consent->purpose == CONSENT_SHARING && consent->is_agreed && !has_kind && !has_body)
        return CONSENT_FLAW_RECIPIENT;
    if (consent->purpose == CONSENT_OTHER && (consent->about == NULL || consent->about[0] == '\0'))
        return CONSENT_FLAW_ABOUT;
    if (day_compare(consent->given_on, today) > 0)
        return CONSENT_FLAW_FUTURE;
    if (consent->has_expires_on && day_compare(consent->expires_on, consent->given_on) <= 0)
        return CONSENT_FLAW_EXPIRY;
    return find_flaw_of_giver(consent, age);
}

/* ---- What it allows */

bool consent_is_about(const struct consent *consent, const struct consent_use *use)
{
    if (consent->purpose != use->purpose || consent->superseded_by[0] != '\0' ||
        day_compare(consent->given_on, use->day) > 0)
        return false;
    if (consent->agency_id[0] != '\0')
        return use->agency_id != NULL && strcmp(consent->agency_id, use->agency_id) == 0;
    /* Who named nobody spoke of everybody; of a sharing only a no can do so. */
    return consent->recipient[0] == '\0' || consent_reaches(consent->recipient, use->recipient);
}

/* Whether nothing at all may be told to whom the use is for. */
static bool is_withheld(const struct consent *consent, const struct consent_use *use)
{
    for (size_t i = 0; i < consent->withheld.count; i++) {
        const struct consent_withheld *item = &consent->withheld.items[i];
        if (item->what == NULL && item->whom[0] != '\0' &&
            consent_reaches(item->whom, use->recipient))
            return true;
    }
    return false;
}

enum consent_verdict consent_weigh(const struct consent *consent, const struct consent_use *use,
                                   int age_then, int age_now)
{
    if (!consent->is_agreed)
        return CONSENT_REFUSED;
    if (consent->is_withdrawn)
        return CONSENT_WITHDRAWN;
    if (consent->has_expires_on && day_compare(consent->expires_on, use->day) < 0)
        return CONSENT_EXPIRED;
    if (consent->given_by == CONSENT_BY_PERSON && (is_child(age_now) || !consent->is_understood))
        return CONSENT_NEEDS_GUARDIAN;
    if (is_child(age_now) && (!consent->has_assent || !consent->is_assented))
        return CONSENT_CHILD_DISAGREES;
    if (consent->given_by != CONSENT_BY_PERSON && is_child(age_then) && !is_child(age_now) &&
        consent->is_understood)
        return CONSENT_CAME_OF_AGE;
    return is_withheld(consent, use) ? CONSENT_WITHHELD : CONSENT_COVERED;
}
