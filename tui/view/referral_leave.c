/* SPDX-License-Identifier: Apache-2.0 */

/* Whether a referral may go out, asked by the forms that send one. */
#include "language.h"
#include "office/office.h"
#include "view/record_list.h"
#include "view/referral_private.h"
#include "wording/consent_text.h"

#include <string.h>

void referral_add_override(struct app *app, struct form *form)
{
    if (!session_may(app_session(app), ACT_OVERRIDE_CONSENT))
        return;
    form_add(form, FORM_TEXT, "override", _("Why without consent"));
    form_field_hint(form_find(form, "override"), _("only where no consent covers it"));
}

/* What there is instead of a consent, or a sentence at the field where it is missing. */
static bool find_override(struct app *app, struct form *form, const char *field,
                          const struct consent_judgement *judgement,
                          struct referral_sending *sending)
{
    char sentence[CONSENT_SENTENCE_SIZE];
    const struct office *office = app_session(app)->desk.office;
    const bool may = session_may(app_session(app), ACT_OVERRIDE_CONSENT);
    const bool has_reason =
        form_find(form, "override") != NULL && form_value(form, "override")[0] != '\0';
    consent_advice(sentence, judgement, may);
    if (!may || !has_reason) {
        record_fault(form, may ? "override" : field, sentence);
        return false;
    }
    sending->override_reason = form_value(form, "override");
    sending->role = role_name(office_role(office));
    sending->may_override = may;
    return true;
}

bool referral_find_leave(struct app *app, struct form *form, const char *casefile_id,
                         const char *agency_id, const char *field, struct referral_sending *sending,
                         char consent_id[UUID_TEXT_SIZE])
{
    struct consent_judgement judgement;
    struct error error = { 0 };
    if (referral_judge(app_store(app), casefile_id, agency_id, sending->day, &judgement, &error) !=
        STATUS_OK) {
        app_fail(app, &error);
        return false;
    }
    const bool is_covered = judgement.verdict == CONSENT_COVERED;
    if (is_covered) {
        memcpy(consent_id, judgement.consent_id, UUID_TEXT_SIZE);
        sending->consent_id = consent_id;
    }
    const bool has_leave = is_covered || find_override(app, form, field, &judgement, sending);
    consent_judgement_release(&judgement);
    return has_leave;
}
