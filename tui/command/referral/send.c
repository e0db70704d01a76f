/* SPDX-License-Identifier: Apache-2.0 */

/* qadam referral send: out it goes, with consent or with a reason why not. */
#include "command/consent/command.h"
#include "command/entry_form.h"
#include "command/record_name.h"
#include "command/referral/command.h"
#include "command/today_option.h"
#include "language.h"
#include "referral/referral_store.h"
#include "sentence.h"
#include "wording/consent_text.h"

#include <string.h>

const struct option referral_send_options[] = {
    { "consent", N_("ID"), N_("The consent to share data that the person gave."), OPTION_TEXT, 0, 0,
      false },
    { "on", "YYYY-MM-DD", N_("The day on which it goes out; today if you do not say."), OPTION_TEXT,
      0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

enum { OVERRIDE_REASON, FIELD_COUNT };

static const struct entry_form_field fields[FIELD_COUNT + 1] = {
    [OVERRIDE_REASON] = { "override_reason", N_("Why data is shared without consent"), NULL, 400,
                          false, false, NULL },
    [FIELD_COUNT] = { .name = NULL },
};

void referral_send_write_help(FILE *stream)
{
    entry_form_write_help(stream, fields);
}

static int say_not_sent(const struct error *error, bool has_consent)
{
    if (error->status == STATUS_NOT_FOUND) {
        sentence_say(NULL, _("This consent was given by nobody in the casefile."));
        return EXIT_CODE_NO;
    }
    if (error->status == STATUS_INVALID) {
        sentence_say(NULL, _("A consent of the person covers this: leave the reason out."));
        return EXIT_CODE_NO;
    }
    return referral_fail(
        error, has_consent
                   ? N_("The referral was sent already or taken back, its casefile is not open, "
                        "the body is no longer active, or the consent is not one to share data "
                        "with this body, has expired, was withdrawn or was given later. 'qadam "
                        "consent check' tells which; 'qadam consent add' writes a new one down.")
                   : N_("The referral was sent already or taken back, its casefile is not open, "
                        "the body is no longer active, or the person's record was merged or "
                        "erased."));
}

/* Nothing covers it: a reason is asked of whoever may do without, and advice is given to others. */
static int ask_reason(struct office *office, struct entry_form *form,
                      const struct consent_judgement *judgement, struct referral_sending *sending)
{
    char sentence[CONSENT_SENTENCE_SIZE];
    int code = EXIT_CODE_DONE;
    sending->role = role_name(office_role(office));
    sending->may_override = role_may(office_role(office), ACT_OVERRIDE_CONSENT);
    consent_advice(sentence, judgement, sending->may_override);
    if (sending->may_override)
        code = entry_form_ask(form, NULL);
    if (code != EXIT_CODE_DONE)
        return code;
    sending->override_reason = form->values[OVERRIDE_REASON].text;
    if (sending->may_override && sending->override_reason != NULL)
        return EXIT_CODE_DONE;
    sentence_say(NULL, sentence);
    sentence_say(NULL, _("'qadam consent add' writes down what the person agrees to."));
    return EXIT_CODE_NO;
}

/* Without --consent: by the one that covers it, else by a reason. */
static int find_leave(struct office *office, const char *id, struct entry_form *form,
                      struct referral_sending *sending, char consent_id[UUID_TEXT_SIZE])
{
    struct referral referral;
    struct consent_judgement judgement;
    struct error error = { 0 };
    int code = EXIT_CODE_DONE;
    enum status status = referral_load(office_store(office), id, &referral, &error);
    if (status != STATUS_OK)
        return sentence_fail(NULL, &error);
    status = referral_judge(office_store(office), referral.casefile_id, referral.agency_id,
                            sending->day, &judgement, &error);
    referral_release(&referral);
    if (status != STATUS_OK)
        return sentence_fail(NULL, &error);
    if (judgement.verdict == CONSENT_COVERED && !form->values[OVERRIDE_REASON].is_given) {
        memcpy(consent_id, judgement.consent_id, UUID_TEXT_SIZE);
        sending->consent_id = consent_id;
    } else {
        code = ask_reason(office, form, &judgement, sending);
    }
    consent_judgement_release(&judgement);
    return code;
}

static int send(struct office *office, const char *typed, const char *consent,
                struct entry_form *form, const struct referral_sending *when)
{
    char id[UUID_TEXT_SIZE];
    char consent_id[UUID_TEXT_SIZE];
    struct referral_sending sending = *when;
    struct error error = { 0 };
    int code = referral_resolve(office, typed, id);
    if (code == EXIT_CODE_DONE && consent != NULL) {
        code = consent_resolve(office, consent, consent_id);
        sending.consent_id = consent_id;
    } else if (code == EXIT_CODE_DONE) {
        code = find_leave(office, id, form, &sending, consent_id);
    }
    if (code != EXIT_CODE_DONE)
        return code;
    if (referral_send(office_store(office), office_actor(office), id, &sending, &error) !=
        STATUS_OK)
        return say_not_sent(&error, sending.consent_id != NULL);
    return referral_tell(office, id, true);
}

int referral_send_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct entry_form form = { .fields = fields };
    struct referral_sending sending = { .day = { 0 } };
    struct referral_calendar calendar = { .cache = NULL };
    const char *consent = arguments_text(arguments, "consent");
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = today_option_read(arguments, &sending.today);
    sending.day = sending.today;
    if (code == EXIT_CODE_DONE)
        code = day_option_read(arguments, "on", &sending.day);
    if (code == EXIT_CODE_DONE && consent == NULL)
        code = entry_form_read(&form, arguments);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_KEEP_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = referral_calendar_read(&calendar, office);
    sending.calendar = calendar.calendar;
    if (code == EXIT_CODE_DONE)
        code = send(office, file.arguments[0], consent, &form, &sending);
    referral_calendar_release(&calendar);
    entry_form_release(&form);
    office_close(&office);
    return code;
}
