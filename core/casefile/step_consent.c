/* SPDX-License-Identifier: Apache-2.0 */

/* The answers of a step that asks for consent become the consents of the casefile's person. */
#include "casefile/step_private.h"

#include "base/array.h"
#include "base/text.h"
#include "consent/consent_store.h"

#include <stdio.h>
#include <string.h>

/* What the step asks yes or no about. */
static const struct {
    const char *field;
    enum consent_purpose purpose;
} questions[] = {
    { "casework", CONSENT_CASE_WORK },
    { "reporting", CONSENT_STATISTICS },
    { "tracing", CONSENT_TRACING },
    { "sharing", CONSENT_SHARING },
};

static const struct {
    const char *answer;
    enum consent_withholding reason;
} reasons[] = { { "fear", CONSENT_FEAR_OF_HARM }, { "self", CONSENT_TELLS_IT_SELF } };

static const char *find_answer(const struct step_act *act, const struct step *step,
                               const char *field, int item)
{
    return situation_answer(&act->view.situation, step->id, field, item);
}

static bool is_yes(const char *answer)
{
    return answer != NULL && strcmp(answer, "yes") == 0;
}

/* Takes the next of "authorities,ngo"; false when there is none. */
static bool take_word(const char **list, char *out, size_t size)
{
    while (**list == ',' || **list == ' ')
        (*list)++;
    const size_t length = strcspn(*list, ", ");
    snprintf(out, size, "%.*s", (int)length, *list);
    *list += length;
    return out[0] != '\0';
}

static bool has_word(const char *list, const char *wanted)
{
    char word[AGENCY_KIND_MAX + 1];
    while (list != NULL && take_word(&list, word, sizeof(word)))
        if (strcmp(word, wanted) == 0)
            return true;
    return false;
}

static enum consent_withholding find_reason(const char *answer)
{
    for (size_t i = 0; answer != NULL && i < sizeof(reasons) / sizeof(reasons[0]); i++)
        if (strcmp(reasons[i].answer, answer) == 0)
            return reasons[i].reason;
    return CONSENT_WITHHOLDING_OTHER;
}

static enum status read_withheld(const struct step_act *act, const struct step *step,
                                 struct consent *out, struct error *error)
{
    enum status status = STATUS_OK;
    const int rows = situation_rows(&act->view.situation, step->id, "withhold");
    for (int i = 1; status == STATUS_OK && i <= rows; i++) {
        const char *what = find_answer(act, step, "withhold.what", i);
        const char *whom = find_answer(act, step, "withhold.whom", i);
        if (what != NULL || whom != NULL)
            status =
                consent_withhold(&out->withheld, what, whom == NULL ? "" : whom,
                                 find_reason(find_answer(act, step, "withhold.why", i)), error);
    }
    return status;
}

/* Who spoke, how and when: the same for all that was asked. */
static void read_talk(const struct step_act *act, const struct step *step, struct consent *out)
{
    const char *giver = find_answer(act, step, "given_by", 0);
    const char *assent = find_answer(act, step, "child_agrees", 0);
    const char *language = find_answer(act, step, "language", 0);
    const char *given = find_answer(act, step, "given_on", 0);
    const char *expires = find_answer(act, step, "expires_on", 0);
    memcpy(out->person_id, act->view.casefile.person_id, sizeof(out->person_id));
    if (giver == NULL || consent_giver_parse(&out->given_by, giver, NULL) != STATUS_OK)
        out->given_by = CONSENT_BY_PERSON;
    out->is_understood = is_yes(find_answer(act, step, "understands", 0));
    out->is_read_aloud = is_yes(find_answer(act, step, "read_aloud", 0));
    out->has_assent = assent != NULL;
    out->is_assented = is_yes(assent);
    snprintf(out->language, sizeof(out->language), "%s", language == NULL ? "und" : language);
    if (given == NULL || day_parse(&out->given_on, given, NULL) != STATUS_OK)
        out->given_on = act->desk->today;
    out->has_expires_on = expires != NULL &&
                          day_parse(&out->expires_on, expires, NULL) == STATUS_OK &&
                          day_compare(out->expires_on, out->given_on) > 0;
}

static enum status add_consent(const struct step_act *act, const struct step *step, size_t question,
                               const char *recipient, struct consent_list *out, struct error *error)
{
    const char *field = questions[question].field;
    const char *name = find_answer(act, step, "given_by_name", 0);
    const char *about = find_answer(act, step, "share_purpose", 0);
    const char *withdrawn = find_answer(act, step, "withdrawn_on", 0);
    struct consent consent = { .purpose = questions[question].purpose };
    enum status status =
        array_reserve(&out->items, &out->capacity, sizeof(consent), out->count + 1, error);
    if (status != STATUS_OK)
        return status;
    read_talk(act, step, &consent);
    consent.is_agreed = is_yes(find_answer(act, step, field, 0));
    snprintf(consent.recipient, sizeof(consent.recipient), "%s", recipient);
    consent.is_withdrawn = withdrawn != NULL &&
                           has_word(find_answer(act, step, "withdrawn", 0), field) &&
                           day_parse(&consent.withdrawn_on, withdrawn, NULL) == STATUS_OK;
    if (consent.given_by != CONSENT_BY_PERSON && name != NULL)
        status = text_copy(&consent.giver_name, name, error);
    if (status == STATUS_OK && recipient[0] != '\0' && about != NULL &&
        text_length(about) <= CONSENT_ABOUT_MAX)
        status = text_copy(&consent.about, about, error);
    if (status == STATUS_OK &&
        (consent.purpose == CONSENT_SHARING || consent.purpose == CONSENT_TRACING))
        status = read_withheld(act, step, &consent, error);
    if (status == STATUS_OK)
        out->items[out->count++] = consent;
    else
        consent_release(&consent);
    return status;
}

/* A yes to sharing is one consent for each with whom; a no is one for all. */
static enum status add_sharing(const struct step_act *act, const struct step *step, size_t question,
                               struct consent_list *out, struct error *error)
{
    char recipient[AGENCY_KIND_MAX + 1];
    const char *list = find_answer(act, step, "share_with", 0);
    enum status status = STATUS_OK;
    if (!is_yes(find_answer(act, step, questions[question].field, 0)))
        return add_consent(act, step, question, "", out, error);
    while (status == STATUS_OK && list != NULL && take_word(&list, recipient, sizeof(recipient)))
        status = add_consent(act, step, question, recipient, out, error);
    return status;
}

enum status step_record_consents(const struct step_act *act, const struct step *step,
                                 struct error *error)
{
    struct consent_list said = { .items = NULL };
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof(questions) / sizeof(questions[0]); i++) {
        if (find_answer(act, step, questions[i].field, 0) == NULL)
            continue;
        status = questions[i].purpose == CONSENT_SHARING
                     ? add_sharing(act, step, i, &said, error)
                     : add_consent(act, step, i, "", &said, error);
    }
    if (status == STATUS_OK)
        status = consent_record(act->desk->store, act->desk->actor, act->casefile_id, &said, error);
    consent_list_release(&said);
    return status;
}
