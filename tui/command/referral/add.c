/* SPDX-License-Identifier: Apache-2.0 */

/* qadam referral add: the draft of a referral. */
#include "agency/agency.h"
#include "command/entry_form.h"
#include "command/record_name.h"
#include "command/referral/command.h"
#include "command/today_option.h"
#include "language.h"
#include "referral/referral_store.h"
#include "sentence.h"

const struct option referral_add_options[] = {
    TODAY_OPTION,
    { .name = NULL },
};

enum { SERVICE, URGENCY, REASON, FIELD_COUNT };

static const char *urgency_fault(const char *text, struct day today)
{
    enum referral_urgency urgency;
    (void)today;
    return referral_urgency_parse(&urgency, text, NULL) == STATUS_OK
               ? NULL
               : _("The value is none of those this field can have; --help lists them.");
}

static const struct entry_form_field fields[FIELD_COUNT + 1] = {
    [SERVICE] = { "service", N_("Service that is asked for"), N_("a code: legal_aid"),
                  AGENCY_SERVICE_MAX, false, true, entry_form_code_fault },
    [URGENCY] = { "urgency", N_("Urgency"), "urgent high normal", 20, false, false, urgency_fault },
    /* TRANSLATORS: why the person is sent to that organisation. */
    [REASON] = { "reason", N_("Reason for the referral"),
                 N_("no more than the organisation has to know"), 2000, true, true, NULL },
    [FIELD_COUNT] = { .name = NULL },
};

void referral_add_write_help(FILE *stream)
{
    entry_form_write_help(stream, fields);
}

static int keep(struct office *office, struct referral *referral)
{
    struct error error = { 0 };
    if (referral_add(office_store(office), office_actor(office), referral, &error) != STATUS_OK)
        return referral_fail(&error, N_("The casefile is closed, the organisation no longer works, "
                                        "or the person's record was merged or erased: nobody can "
                                        "be referred."));
    puts(referral->id);
    return EXIT_CODE_DONE;
}

/* Until when it should be out. */
static int set_due(struct office *office, struct referral *referral, struct day today)
{
    struct referral_calendar calendar;
    struct error error = { 0 };
    int code = referral_calendar_read(&calendar, office);
    if (code == EXIT_CODE_DONE &&
        referral_due(&referral->due_on, &referral->has_due_on, referral->urgency, REFERRAL_DRAFTED,
                     today, calendar.calendar, &error) != STATUS_OK)
        code = sentence_fail(NULL, &error);
    referral_calendar_release(&calendar);
    return code;
}

static int add(struct office *office, const struct office_file *file, struct entry_form *form)
{
    struct referral referral = { .urgency = REFERRAL_NORMAL };
    int code = case_resolve(office, file->arguments[0], referral.casefile_id);
    if (code == EXIT_CODE_DONE)
        code = agency_resolve(office, file->arguments[1], referral.agency_id);
    if (code == EXIT_CODE_DONE)
        code = entry_form_ask(form, NULL);
    if (code != EXIT_CODE_DONE)
        return code;
    snprintf(referral.service, sizeof(referral.service), "%s", form->values[SERVICE].text);
    if (form->values[URGENCY].text != NULL &&
        referral_urgency_parse(&referral.urgency, form->values[URGENCY].text, NULL) != STATUS_OK)
        return entry_form_say(form, URGENCY,
                              urgency_fault(form->values[URGENCY].text, form->today));
    referral.reason = form->values[REASON].text;
    form->values[REASON].text = NULL;
    code = set_due(office, &referral, form->today);
    if (code == EXIT_CODE_DONE)
        code = keep(office, &referral);
    referral_release(&referral);
    return code;
}

int referral_add_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct entry_form form = { .fields = fields };
    int code = entry_form_open(&form, &office, &file, arguments, ACT_KEEP_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = add(office, &file, &form);
    entry_form_release(&form);
    office_close(&office);
    return code;
}
