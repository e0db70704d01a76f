/* SPDX-License-Identifier: Apache-2.0 */

/* qadam agency add and change. */
#include "agency/agency_store.h"
#include "base/text.h"
#include "command/agency/command.h"
#include "command/entry_form.h"
#include "command/person/value.h"
#include "command/record_name.h"
#include "command/today_option.h"
#include "language.h"
#include "sentence.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

const struct option agency_edit_options[] = {
    TODAY_OPTION,
    { .name = NULL },
};

enum {
    NAME,
    KIND,
    COUNTRY,
    PLACE,
    ADDRESS,
    PHONE,
    HOURS,
    COST,
    LEGAL_BASIS,
    SERVICE,
    VALID_UNTIL,
    CHECKED_ON,
    IS_PROTECTED,
    IS_ACTIVE,
    LANGUAGES,
    OF_COUNTRY,
    FIELD_COUNT
};

static const char *country_fault(const char *text, struct day today)
{
    char code[PERSON_COUNTRY_SIZE];
    (void)today;
    return person_value_country(code, text) == FAULT_NONE
               ? NULL
               : _("There is no country of this code: KGZ or KG.");
}

/* Codes with spaces or commas between them. */
static enum status read_languages(struct agency *out, const char *codes, struct error *error)
{
    enum status status = STATUS_OK;
    out->language_count = 0;
    while (status == STATUS_OK && *(codes += strspn(codes, " ,\n")) != '\0') {
        char code[AGENCY_LANGUAGE_SIZE + 1];
        const size_t length = strcspn(codes, " ,\n");
        snprintf(code, sizeof(code), "%.*s", (int)length, codes);
        status = agency_add_language(out, code, error);
        codes += length;
    }
    return status;
}

static const char *languages_fault(const char *text, struct day today)
{
    struct agency agency = { .name = NULL };
    (void)today;
    return read_languages(&agency, text, NULL) == STATUS_OK
               ? NULL
               : _("Languages are codes of small letters, at most eight: ru ky tg.");
}

static const struct entry_form_field fields[FIELD_COUNT + 1] = {
    [NAME] = { "name", N_("Name of the organisation"), NULL, 200, false, true, NULL },
    /* TRANSLATORS: what kind of organisation; the codes stay English. */
    [KIND] = { "kind", N_("Kind of organisation"),
               N_("a code: asylum police employment legal_aid shelter health school registry"),
               AGENCY_KIND_MAX, false, true, entry_form_code_fault },
    [COUNTRY] = { "country", N_("Country"), N_("its code: KGZ or KG"), 20, false, true,
                  country_fault },
    [PLACE] = { "place", N_("Place"), NULL, 200, false, false, NULL },
    [ADDRESS] = { "address", N_("Address"), NULL, 400, false, false, NULL },
    [PHONE] = { "phone", N_("Telephone"), NULL, 120, false, false, NULL },
    /* TRANSLATORS: when the organisation receives people. */
    [HOURS] = { "hours", N_("Hours"), NULL, 200, false, false, NULL },
    [COST] = { "cost", N_("What it costs"), NULL, 200, false, false, NULL },
    [LEGAL_BASIS] = { "legal_basis", N_("Legal basis"), NULL, 400, false, false, NULL },
    [SERVICE] = { "service", N_("Services"), N_("a code: legal_aid"), 2000, true, false,
                  entry_form_code_fault },
    [VALID_UNTIL] = { "valid_until", N_("Valid until"), NULL, 60, false, false,
                      entry_form_day_fault },
    /* TRANSLATORS: when somebody last asked whether the entry is still right. */
    [CHECKED_ON] = { "checked_on", N_("Checked on"), N_("t is today"), 60, false, false,
                     entry_form_past_day_fault },
    /* TRANSLATORS: an organisation such as a shelter whose address must not get known. */
    [IS_PROTECTED] = { "protected", N_("Address is secret"), N_("yes or no"), 20, false, false,
                       entry_form_truth_fault },
    /* TRANSLATORS: the organisation exists and receives people. */
    [IS_ACTIVE] = { "active", N_("Still works"), N_("yes or no"), 20, false, false,
                    entry_form_truth_fault },
    [LANGUAGES] = { "languages", N_("Languages"),
                    N_("codes, the one for letters first: ru ky uz@cyrillic"), 120, false, false,
                    languages_fault },
    /* TRANSLATORS: the country whose consulate or embassy it is. */
    [OF_COUNTRY] = { "of_country", N_("Of which country"), N_("of a consulate: its code, UZB"), 20,
                     false, false, country_fault },
    [FIELD_COUNT] = { .name = NULL },
};
_Static_assert((int)FIELD_COUNT <= (int)ENTRY_FORM_FIELDS_MAX, "the form holds all fields");

void agency_write_help(FILE *stream)
{
    entry_form_write_help(stream, fields);
}

/* ---- from the form to the record */

/* Where the record has the fields that are plain texts; 0, where the id is, for the others. */
static const size_t text_offsets[FIELD_COUNT] = {
    [NAME] = offsetof(struct agency, name),
    [PLACE] = offsetof(struct agency, place),
    [ADDRESS] = offsetof(struct agency, address),
    [PHONE] = offsetof(struct agency, phone),
    [HOURS] = offsetof(struct agency, hours),
    [COST] = offsetof(struct agency, cost),
    [LEGAL_BASIS] = offsetof(struct agency, legal_basis),
};

static char **text_slot(struct agency *agency, size_t field)
{
    return text_offsets[field] == 0 ? NULL
                                    : (char **)(void *)((char *)agency + text_offsets[field]);
}

static enum status apply_services(struct agency *agency, const char *lines, struct error *error)
{
    enum status status = STATUS_OK;
    agency->services.count = 0;
    while (lines != NULL && lines[0] != '\0' && status == STATUS_OK) {
        char service[AGENCY_SERVICE_MAX + 1];
        const size_t length = strcspn(lines, "\n");
        snprintf(service, sizeof(service), "%.*s", (int)length, lines);
        if (length > 0)
            status = agency_add_service(agency, service, error);
        lines += length + (lines[length] == '\n');
    }
    return status;
}

static void apply_codes(struct agency *agency, const struct entry_form *form)
{
    const struct entry_form_value *values = form->values;
    if (values[KIND].is_given)
        snprintf(agency->kind, sizeof(agency->kind), "%s",
                 values[KIND].text == NULL ? "" : values[KIND].text);
    if (values[COUNTRY].is_given)
        (void)person_value_country(agency->country,
                                   values[COUNTRY].text == NULL ? "" : values[COUNTRY].text);
    if (values[VALID_UNTIL].is_given)
        agency->has_valid_until = entry_form_day(form, VALID_UNTIL, &agency->valid_until);
    if (values[CHECKED_ON].is_given)
        agency->has_checked_on = entry_form_day(form, CHECKED_ON, &agency->checked_on);
    if (values[OF_COUNTRY].is_given) {
        agency->of_country[0] = '\0';
        if (values[OF_COUNTRY].text != NULL)
            (void)person_value_country(agency->of_country, values[OF_COUNTRY].text);
    }
    if (values[IS_PROTECTED].is_given)
        agency->is_protected = entry_form_truth(form, IS_PROTECTED);
    if (values[IS_ACTIVE].is_given)
        agency->is_active = entry_form_truth(form, IS_ACTIVE);
}

/* Sets what was given; takes the texts out of the form. */
static enum status apply(struct agency *agency, struct entry_form *form, struct error *error)
{
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        char **slot = text_slot(agency, i);
        if (slot == NULL || !form->values[i].is_given)
            continue;
        free(*slot);
        *slot = form->values[i].text;
        form->values[i].text = NULL;
    }
    apply_codes(agency, form);
    const struct entry_form_value *languages = &form->values[LANGUAGES];
    enum status status = STATUS_OK;
    if (languages->is_given)
        status = read_languages(agency, languages->text == NULL ? "" : languages->text, error);
    if (status == STATUS_OK && form->values[SERVICE].is_given)
        status = apply_services(agency, form->values[SERVICE].text, error);
    return status;
}

/* ---- what is known already, for the questions */

enum { KNOWN_SIZE = 2048 };

struct known {
    const char *texts[FIELD_COUNT];
    char services[KNOWN_SIZE];
    char languages[AGENCY_LANGUAGES_MAX * (AGENCY_LANGUAGE_SIZE + 1)];
    char valid_until[DAY_TEXT_SIZE];
    char checked_on[DAY_TEXT_SIZE];
};

static void known_make(struct known *out, struct agency *agency)
{
    size_t length = 0;
    *out = (struct known){ .services = "" };
    for (size_t i = 0; i < FIELD_COUNT; i++)
        if (text_slot(agency, i) != NULL)
            out->texts[i] = *text_slot(agency, i);
    for (size_t i = 0; i < agency->services.count && length < KNOWN_SIZE; i++)
        length += (size_t)snprintf(out->services + length, KNOWN_SIZE - length, "%s%s",
                                   i == 0 ? "" : ", ", agency->services.items[i]);
    if (agency->has_valid_until)
        day_format(out->valid_until, agency->valid_until);
    if (agency->has_checked_on)
        day_format(out->checked_on, agency->checked_on);
    length = 0;
    for (size_t i = 0; i < agency->language_count; i++)
        length += (size_t)snprintf(out->languages + length, sizeof(out->languages) - length, "%s%s",
                                   i == 0 ? "" : " ", agency->languages[i]);
    out->texts[LANGUAGES] = out->languages;
    out->texts[OF_COUNTRY] = agency->of_country;
    out->texts[KIND] = agency->kind;
    out->texts[COUNTRY] = agency->country;
    out->texts[SERVICE] = out->services;
    out->texts[VALID_UNTIL] = out->valid_until;
    out->texts[CHECKED_ON] = out->checked_on;
    out->texts[IS_PROTECTED] = agency->is_protected ? _("yes") : _("no");
    out->texts[IS_ACTIVE] = agency->is_active ? _("yes") : _("no");
}

/* ---- the commands */

static int add(struct office *office, struct entry_form *form)
{
    struct agency agency = { .is_active = true };
    struct error error = { 0 };
    enum status status = apply(&agency, form, &error);
    if (status == STATUS_OK)
        status =
            agency_add(office_store(office), office_actor(office), &agency, form->today, &error);
    if (status == STATUS_OK)
        puts(agency.id);
    agency_release(&agency);
    return status == STATUS_OK ? EXIT_CODE_DONE : sentence_fail(NULL, &error);
}

int agency_add_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct entry_form form = { .fields = fields };
    int code = entry_form_open(&form, &office, &file, arguments, ACT_KEEP_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = entry_form_ask(&form, NULL);
    if (code == EXIT_CODE_DONE)
        code = add(office, &form);
    entry_form_release(&form);
    office_close(&office);
    return code;
}

static int change_loaded(struct office *office, struct entry_form *form, struct agency *agency)
{
    struct known known;
    struct error error = { 0 };
    known_make(&known, agency);
    int code = entry_form_ask(form, known.texts);
    if (code != EXIT_CODE_DONE)
        return code;
    enum status status = apply(agency, form, &error);
    if (status == STATUS_OK)
        status =
            agency_change(office_store(office), office_actor(office), agency, form->today, &error);
    if (status != STATUS_OK)
        return sentence_fail(NULL, &error);
    puts(agency->id);
    return EXIT_CODE_DONE;
}

static int change(struct office *office, struct entry_form *form, const char *typed)
{
    char id[UUID_TEXT_SIZE];
    struct agency agency;
    struct error error = { 0 };
    int code = agency_resolve(office, typed, id);
    if (code != EXIT_CODE_DONE)
        return code;
    if (agency_load(office_store(office), id, &agency, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    code = change_loaded(office, form, &agency);
    agency_release(&agency);
    return code;
}

int agency_change_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct entry_form form = { .fields = fields };
    int code = entry_form_open(&form, &office, &file, arguments, ACT_KEEP_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = change(office, &form, file.arguments[0]);
    entry_form_release(&form);
    office_close(&office);
    return code;
}
