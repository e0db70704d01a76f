/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/person_field.h"

#include "document/document.h"
#include "language.h"
#include "paragraph.h"
#include "person/person.h"
#include "wording/label.h"
#include "wording/person_code.h"

#include <string.h>

enum { NAME_COLUMNS = 18, CODE_COLUMNS = 26, CONTACT_MAX = 400, ZONE_MAX = 400 };
/* Room for a name, so that the answer is that a code is needed. */
enum { COUNTRY_MAX = 60 };

#define HINT_DATE    N_("14.06.1991, or what is known: 06.1991, 1991, ~1991")
#define HINT_DAY     N_("14.06.2026, t for today, -3 for three days ago")
#define HINT_COUNTRY N_("KGZ or KG; XXA: stateless, XXB: refugee")

static const struct person_field_row rows[] = {
    [FIELD_MRZ] = { "mrz", N_("Machine-readable zone of a paper"),
                    N_("its lines with | between them"), FIELD_GROUP_ZONE, ZONE_MAX },
    [FIELD_SURNAME] = { "surname", N_("Surname"), NULL, FIELD_GROUP_NAME, PERSON_NAME_PART_MAX },
    [FIELD_GIVEN_NAME] = { "given_name", N_("Given name"), NULL, FIELD_GROUP_NAME,
                           PERSON_NAME_PART_MAX },
    [FIELD_PATRONYMIC] = { "patronymic", N_("Patronymic"), NULL, FIELD_GROUP_NAME,
                           PERSON_NAME_PART_MAX },
    [FIELD_FULL_NAME] = { "full_name", N_("Whole name"),
                          N_("only if it is not surname, given name, patronymic in this order"),
                          FIELD_GROUP_NAME, PERSON_NAME_MAX },
    [FIELD_SEX] = { "sex", N_("Sex"), N_("m, f or unknown"), FIELD_GROUP_RECORD, 20 },
    [FIELD_BIRTH_DATE] = { "birth_date", N_("Born on"), HINT_DATE, FIELD_GROUP_RECORD, 60 },
    [FIELD_BIRTH_PLACE] = { "birth_place", N_("Place of birth"), NULL, FIELD_GROUP_RECORD, 200 },
    [FIELD_BIRTH_COUNTRY] = { "birth_country", N_("Country of birth"), HINT_COUNTRY,
                              FIELD_GROUP_RECORD, COUNTRY_MAX },
    [FIELD_NATIONALITY] = { "nationality", N_("Nationality"), HINT_COUNTRY, FIELD_GROUP_RECORD,
                            COUNTRY_MAX },
    [FIELD_ORIGIN_COUNTRY] = { "origin_country", N_("Country of origin"), HINT_COUNTRY,
                               FIELD_GROUP_RECORD, COUNTRY_MAX },
    [FIELD_SPOKEN_LANGUAGE] = { "language", N_("Language"), N_("its code: ru kk ky tg uz tk fa ps"),
                                FIELD_GROUP_RECORD, 20 },
    [FIELD_NEEDS_INTERPRETER] = { "needs_interpreter", N_("Needs an interpreter"), N_("yes or no"),
                                  FIELD_GROUP_RECORD, 20 },
    [FIELD_POPULATION_GROUP] = { "population_group", N_("Group"),
                                 "REF ASY RET CPL STA UND LAB ETH FAM STU OTH", FIELD_GROUP_RECORD,
                                 12 },
    [FIELD_LEGAL_STATUS] = { "legal_status", N_("Legal status"),
                             "citizen refugee asylum_seeker stateless undetermined "
                             "residence_permit "
                             "work_permit patent student none",
                             FIELD_GROUP_RECORD, 40 },
    [FIELD_MARITAL_STATUS] = { "marital_status", N_("Marital status"),
                               "single married widowed divorced separated", FIELD_GROUP_RECORD,
                               20 },
    [FIELD_OCCUPATION] = { "occupation", N_("Occupation"), NULL, FIELD_GROUP_RECORD, 120 },
    [FIELD_EDUCATION] = { "education", N_("Education"), "none primary secondary vocational higher",
                          FIELD_GROUP_RECORD, 40 },
    [FIELD_ARRIVED] = { "arrived", N_("Arrived on"), HINT_DAY, FIELD_GROUP_RECORD, 60 },
    [FIELD_PHONE] = { "phone", N_("Telephone"), NULL, FIELD_GROUP_CONTACT, CONTACT_MAX },
    [FIELD_ADDRESS] = { "address", N_("Address"), NULL, FIELD_GROUP_CONTACT, CONTACT_MAX },
    [FIELD_EMAIL] = { "email", N_("E-mail"), NULL, FIELD_GROUP_CONTACT, CONTACT_MAX },
    [FIELD_PERSONAL_NUMBER] = { "personal_number", N_("Personal number"),
                                N_("IIN, PIN or PINFL: it belongs to the paper it stands on"),
                                FIELD_GROUP_DOCUMENT, 40 },
    [FIELD_DOCUMENT_TYPE] = { "document_type", N_("Paper"), NULL, FIELD_GROUP_DOCUMENT, 60 },
    [FIELD_DOCUMENT_NUMBER] = { "document_number", N_("Number of the paper"), "AN 1234567",
                                FIELD_GROUP_DOCUMENT, 40 },
    [FIELD_DOCUMENT_ISSUER] = { "document_issuer", N_("Issued by"),
                                N_("a country, KGZ or KG, or an authority in words"),
                                FIELD_GROUP_DOCUMENT, 200 },
    [FIELD_DOCUMENT_ISSUED] = { "document_issued", N_("Issued on"), NULL, FIELD_GROUP_DOCUMENT,
                                60 },
    [FIELD_DOCUMENT_EXPIRES] = { "document_expires", N_("Valid until"), NULL, FIELD_GROUP_DOCUMENT,
                                 60 },
    [FIELD_DOCUMENT_STATE] = { "document_state", N_("State of the paper"), NULL,
                               FIELD_GROUP_DOCUMENT, 40 },
};
_Static_assert(sizeof(rows) / sizeof(rows[0]) == PERSON_FIELD_COUNT, "every field has its row");

const struct person_field_row *person_field_row(enum person_field field)
{
    return &rows[field];
}

bool person_field_find(enum person_field *out, const char *name, size_t length)
{
    for (size_t i = 0; i < PERSON_FIELD_COUNT; i++)
        if (strlen(rows[i].name) == length && memcmp(rows[i].name, name, length) == 0) {
            *out = (enum person_field)i;
            return true;
        }
    return false;
}

static void write_code(FILE *stream, const char *code, const char *label)
{
    fprintf(stream, "  %-*s %s\n", CODE_COLUMNS, code, label);
}

void person_field_write_help(FILE *stream)
{
    fprintf(stream, "%s\n", _("Fields:"));
    for (size_t i = 0; i < PERSON_FIELD_COUNT; i++) {
        fprintf(stream, "  %-*s %s\n", NAME_COLUMNS, rows[i].name, language_text(rows[i].label));
        if (rows[i].hint != NULL)
            paragraph_write(stream, language_text(rows[i].hint), NAME_COLUMNS + 5,
                            paragraph_width(stream, false));
    }
    person_code_write_help(stream);
    fprintf(stream, "\n%s\n", _("Papers:"));
    for (size_t i = 0; i < document_type_count; i++)
        write_code(stream, document_types[i].code, label_document_type(document_types[i].code));
    fprintf(stream, "\n%s\n", _("States of a paper; without one it is held:"));
    for (enum document_state state = 0; state < DOCUMENT_STATE_COUNT; state++)
        write_code(stream, document_state_word(state), label_document_state(state));
}
