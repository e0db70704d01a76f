/* SPDX-License-Identifier: Apache-2.0 */

/* qadam consent add: what the person said. */
#include "command/consent/command.h"
#include "command/entry_form.h"
#include "command/person/resolve.h"
#include "command/record_name.h"
#include "command/today_option.h"
#include "country/body_kind.h"
#include "language.h"
#include "sentence.h"
#include "wording/consent_text.h"

#include <string.h>

const struct option consent_add_options[] = {
    { "replaces", N_("CONSENT"), N_("The consent that was written down wrongly."), OPTION_TEXT, 0,
      0, false },
    TODAY_OPTION,
    { .name = NULL },
};

enum {
    PURPOSE,
    AGREED,
    RECIPIENT,
    AGENCY,
    ABOUT,
    GIVEN_BY,
    GIVER,
    LANGUAGE,
    UNDERSTANDS,
    READ_ALOUD,
    CHILD_AGREES,
    GIVEN_ON,
    VALID_UNTIL,
    WITHHOLD,
    FIELD_COUNT
};

bool consent_recipient_is_known(const char *code)
{
    for (size_t i = 0; consent_party_at(i) != NULL; i++)
        if (strcmp(consent_party_at(i), code) == 0)
            return true;
    return body_kind_is_known(code);
}

const char *consent_recipient_fault(const char *text, struct day today)
{
    (void)today;
    return consent_recipient_is_known(text)
               ? NULL
               : _("There is no kind of organisation of this name: family authorities origin "
                   "employer other, or a kind such as shelter, legal_aid, police, unhcr, ngo.");
}

static const char *purpose_fault(const char *text, struct day today)
{
    enum consent_purpose purpose;
    (void)today;
    return consent_purpose_parse(&purpose, text, NULL) == STATUS_OK
               ? NULL
               : _("Say one of: case_work statistics tracing sharing photo other.");
}

static const char *giver_fault(const char *text, struct day today)
{
    enum consent_giver giver;
    (void)today;
    return consent_giver_parse(&giver, text, NULL) == STATUS_OK
               ? NULL
               : _("Say one of: person guardian caregiver other.");
}

/* "what / from whom / why", of which only the first is needed. */
static bool split_withheld(const char *line, char parts[3][CONSENT_ABOUT_MAX + 1])
{
    memset(parts, 0, 3 * sizeof(parts[0]));
    for (int i = 0; i < 3; i++) {
        size_t length = strcspn(line, "/\n");
        const bool has_more = line[length] == '/';
        const char *next = line + length + has_more;
        while (length > 0 && line[length - 1] == ' ')
            length--;
        while (length > 0 && line[0] == ' ') {
            line++;
            length--;
        }
        if (length > CONSENT_ABOUT_MAX)
            return false;
        memcpy(parts[i], line, length);
        line = next;
        if (!has_more)
            return true;
    }
    return line[0] == '\0' || line[0] == '\n';
}

static const char *withhold_fault(const char *text, struct day today)
{
    char parts[3][CONSENT_ABOUT_MAX + 1];
    enum consent_withholding reason;
    (void)today;
    if (!split_withheld(text, parts))
        return _("Write: what / from whom / why. What must not be told comes first.");
    if (parts[1][0] != '\0' && !consent_recipient_is_known(parts[1]))
        return consent_recipient_fault(parts[1], today);
    if (parts[2][0] != '\0' && consent_withholding_parse(&reason, parts[2], NULL) != STATUS_OK)
        return _("Say why with one of: fear_of_harm tells_it_self other.");
    return NULL;
}

static const struct entry_form_field fields[FIELD_COUNT + 1] = {
    [PURPOSE] = { "purpose", N_("Consent for"),
                  N_("case_work statistics tracing sharing photo other"), 40, false, true,
                  purpose_fault },
    [AGREED] = { "agreed", N_("Does the person agree"), N_("yes or no"), 20, false, true,
                 entry_form_truth_fault },
    [RECIPIENT] = { "recipient", N_("Shared with"),
                    N_("a kind: shelter legal_aid police; or family authorities origin employer"),
                    AGENCY_KIND_MAX, false, false, consent_recipient_fault },
    [AGENCY] = { "agency", N_("Only with this organisation"), N_("its id"), 40, false, false,
                 NULL },
    [ABOUT] = { "about", N_("What for, in words"), NULL, CONSENT_ABOUT_MAX, false, false, NULL },
    [GIVEN_BY] = { "given_by", N_("Who decided"), N_("person guardian caregiver other"), 40, false,
                   false, giver_fault },
    [GIVER] = { "giver", N_("Name of the one who decided"), NULL, CONSENT_NAME_MAX, false, false,
                NULL },
    [LANGUAGE] = { "language", N_("Language of the talk"), N_("its code: ky"), 20, false, true,
                   NULL },
    [UNDERSTANDS] = { "understands", N_("Understands what it is about"), N_("yes or no"), 20, false,
                      true, entry_form_truth_fault },
    [READ_ALOUD] = { "read_aloud", N_("Was read aloud"), N_("yes or no"), 20, false, false,
                     entry_form_truth_fault },
    [CHILD_AGREES] = { "child_agrees", N_("Under 18: does the child agree"), N_("yes or no"), 20,
                       false, false, entry_form_truth_fault },
    [GIVEN_ON] = { "given_on", N_("Given on"), N_("t is today"), 60, false, false,
                   entry_form_past_day_fault },
    [VALID_UNTIL] = { "valid_until", N_("Valid until"), NULL, 60, false, false,
                      entry_form_day_fault },
    [WITHHOLD] = { "withhold", N_("What must not be told"),
                   N_("what / from whom / fear_of_harm, tells_it_self or other"), 2000, true, false,
                   withhold_fault },
    [FIELD_COUNT] = { .name = NULL },
};
_Static_assert((int)FIELD_COUNT <= (int)ENTRY_FORM_FIELDS_MAX, "the form holds all fields");

void consent_add_write_help(FILE *stream)
{
    entry_form_write_help(stream, fields);
}

static const char *text_of(const struct entry_form *form, size_t field)
{
    return form->values[field].text == NULL ? "" : form->values[field].text;
}

static enum status read_withheld(struct consent *out, const char *lines, struct error *error)
{
    enum status status = STATUS_OK;
    while (lines != NULL && lines[0] != '\0' && status == STATUS_OK) {
        char parts[3][CONSENT_ABOUT_MAX + 1];
        enum consent_withholding reason = CONSENT_WITHHOLDING_OTHER;
        if (split_withheld(lines, parts) && parts[2][0] != '\0' &&
            consent_withholding_parse(&reason, parts[2], NULL) != STATUS_OK)
            reason = CONSENT_WITHHOLDING_OTHER; /* the form has refused other words */
        status = consent_withhold(&out->withheld, parts[0][0] == '\0' ? NULL : parts[0], parts[1],
                                  reason, error);
        lines += strcspn(lines, "\n");
        lines += lines[0] == '\n';
    }
    return status;
}

/* Takes the texts out of the form. */
static enum status apply(struct consent *out, struct entry_form *form, struct error *error)
{
    if (consent_purpose_parse(&out->purpose, text_of(form, PURPOSE), NULL) != STATUS_OK)
        out->purpose = CONSENT_OTHER; /* the form has refused other words */
    if (consent_giver_parse(&out->given_by, text_of(form, GIVEN_BY), NULL) != STATUS_OK)
        out->given_by = CONSENT_BY_PERSON;
    out->is_agreed = entry_form_truth(form, AGREED);
    out->is_understood = entry_form_truth(form, UNDERSTANDS);
    out->is_read_aloud = entry_form_truth(form, READ_ALOUD);
    out->has_assent = form->values[CHILD_AGREES].text != NULL;
    out->is_assented = entry_form_truth(form, CHILD_AGREES);
    if (!entry_form_day(form, GIVEN_ON, &out->given_on))
        out->given_on = form->today;
    out->has_expires_on = entry_form_day(form, VALID_UNTIL, &out->expires_on);
    snprintf(out->recipient, sizeof(out->recipient), "%s", text_of(form, RECIPIENT));
    snprintf(out->language, sizeof(out->language), "%s", text_of(form, LANGUAGE));
    out->about = form->values[ABOUT].text;
    out->giver_name = form->values[GIVER].text;
    form->values[ABOUT].text = form->values[GIVER].text = NULL;
    return read_withheld(out, form->values[WITHHOLD].text, error);
}

static int keep(struct office *office, struct consent *consent, const char *replaces,
                struct day today)
{
    struct error error = { 0 };
    enum consent_flaw flaw;
    const char *actor = office_actor(office);
    const enum status status =
        replaces == NULL
            ? consent_give(office_store(office), actor, consent, today, &flaw, &error)
            : consent_correct(office_store(office), actor, replaces, consent, today, &flaw, &error);
    if (status != STATUS_OK)
        return consent_fail(flaw, &error);
    puts(consent->id);
    return EXIT_CODE_DONE;
}

static int add(struct office *office, const char *typed, const char *replaces,
               struct entry_form *form)
{
    struct consent consent = { .about = NULL };
    struct error error = { 0 };
    char old[UUID_TEXT_SIZE];
    int code = person_resolve(office, typed, consent.person_id);
    if (code == EXIT_CODE_DONE && replaces != NULL)
        code = consent_resolve(office, replaces, old);
    if (code == EXIT_CODE_DONE)
        code = entry_form_ask(form, NULL);
    if (code == EXIT_CODE_DONE && form->values[AGENCY].text != NULL)
        code = agency_resolve(office, form->values[AGENCY].text, consent.agency_id);
    if (code == EXIT_CODE_DONE && apply(&consent, form, &error) != STATUS_OK)
        code = sentence_fail(NULL, &error);
    if (code == EXIT_CODE_DONE)
        code = keep(office, &consent, replaces == NULL ? NULL : old, form->today);
    consent_release(&consent);
    return code;
}

int consent_add_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct entry_form form = { .fields = fields };
    int code = entry_form_open(&form, &office, &file, arguments, ACT_KEEP_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = add(office, file.arguments[0], arguments_text(arguments, "replaces"), &form);
    entry_form_release(&form);
    office_close(&office);
    return code;
}
