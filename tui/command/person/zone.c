/* SPDX-License-Identifier: Apache-2.0 */

/* What the machine-readable zone of a paper says of its holder. */
#include "command/person/entry.h"
#include "name/mrz.h"
#include "name/personal_number.h"
#include "sentence.h"

#include <string.h>

struct fact {
    enum person_field field;
    const char *text;
};

static int facts_add(struct person_entry *entry, unsigned long long line, const struct fact *facts,
                     size_t count)
{
    int code = EXIT_CODE_DONE;
    for (size_t i = 0; i < count && code == EXIT_CODE_DONE; i++) {
        const struct person_place place = { line, facts[i].field };
        if (facts[i].text[0] != '\0')
            code = person_entry_take(entry, &place, facts[i].text, strlen(facts[i].text));
    }
    return code;
}

static const char *sex_of(const struct mrz *mrz)
{
    return mrz->sex == 'M' ? "m" : mrz->sex == 'F' ? "f" : "";
}

/* Germany is the one country with a code of one letter. */
static const char *country_of(const char *code)
{
    return strcmp(code, "D") == 0 ? "DEU" : code;
}

/* Doc 9303-4 4.2.2: P is a passport; 9303-5 4.2.2: A, C and I are cards. */
static const char *type_of(const struct mrz *mrz)
{
    return mrz->type[0] == 'P' ? "passport" : mrz->type[0] == 'V' ? "other" : "id_card";
}

static int paper_add(struct person_entry *entry, struct day today)
{
    const struct mrz *mrz = &entry->zone.mrz;
    struct day expiry;
    char expiry_text[DAY_TEXT_SIZE] = "";
    struct personal_number number = { .digits = "" };
    if (mrz_expiry_date(&expiry, mrz, today, NULL) == STATUS_OK)
        day_format(expiry_text, expiry);
    bool has_number = personal_number_guess(&number, mrz->issuer, mrz->optional) ||
                      personal_number_guess(&number, mrz->issuer, mrz->optional2);
    const struct fact facts[] = {
        { FIELD_DOCUMENT_TYPE, type_of(mrz) },
        { FIELD_DOCUMENT_NUMBER, mrz->number },
        { FIELD_DOCUMENT_ISSUER, country_of(mrz->issuer) },
        { FIELD_DOCUMENT_EXPIRES, expiry_text },
        { FIELD_PERSONAL_NUMBER, has_number ? number.digits : "" },
    };
    person_entry_begin_paper(entry);
    entry->zone.paper = entry->papers;
    return facts_add(entry, entry->zone.line, facts, sizeof(facts) / sizeof(facts[0]));
}

/* As the table keeps it: capitals, no blanks.  What had to be repaired is not kept. */
static void lines_keep(struct person_zone *zone, const char *text)
{
    size_t length = 0;
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == ' ')
            continue;
        if (length + 1 >= sizeof(zone->lines)) {
            zone->lines[0] = '\0';
            return;
        }
        zone->lines[length++] = (char)(*at >= 'a' && *at <= 'z' ? *at - ('a' - 'A') : *at);
    }
    zone->lines[length] = '\0';
    if (zone->mrz.repairs != 0 ||
        strspn(zone->lines, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<|") != length)
        zone->lines[0] = '\0';
}

int person_entry_read_zone(struct person_entry *entry, struct day today)
{
    struct person_zone *zone = &entry->zone;
    const struct person_value *found = person_entry_find(entry, FIELD_MRZ);
    if (found == NULL || found->text[0] == '\0' || zone->paper > 0)
        return EXIT_CODE_DONE;
    const struct person_place place = { found->line, FIELD_MRZ };
    if (!mrz_parse(&zone->mrz, found->text, strlen(found->text)))
        return person_fault_say(&place, FAULT_ZONE, NULL);
    zone->line = found->line; /* the list may move while it grows */
    lines_keep(zone, found->text);
    return paper_add(entry, today);
}

int person_entry_read_holder(struct person_entry *entry, struct day today)
{
    const struct mrz *mrz = &entry->zone.mrz;
    struct date birth;
    char birth_text[DATE_TEXT_SIZE] = "";
    bool has_name = person_entry_has_group(entry, FIELD_GROUP_NAME);
    if (mrz_birth_date(&birth, mrz, today, NULL) == STATUS_OK)
        date_format(birth_text, birth);
    struct fact facts[] = {
        { FIELD_SURNAME, has_name ? "" : mrz->surname },
        { FIELD_GIVEN_NAME, has_name ? "" : mrz->given },
        { FIELD_BIRTH_DATE, birth_text },
        { FIELD_SEX, sex_of(mrz) },
        { FIELD_NATIONALITY, country_of(mrz->nationality) },
    };
    for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
        if (person_entry_find(entry, facts[i].field) != NULL)
            facts[i].text = "";
    if (entry->zone.paper == 0)
        return EXIT_CODE_DONE;
    return facts_add(entry, entry->zone.line, facts, sizeof(facts) / sizeof(facts[0]));
}

bool person_entry_zone_name(const struct person_entry *entry, struct person_name *out)
{
    const struct person_zone *zone = &entry->zone;
    const struct person_name_text text = { .surname = zone->mrz.surname,
                                           .given_name = zone->mrz.given };
    const struct person_value *surname = person_entry_find(entry, FIELD_SURNAME);
    bool is_main = surname != NULL && strcmp(surname->text, zone->mrz.surname) == 0;
    return zone->paper > 0 && !is_main &&
           person_name_make(out, NAME_KIND_DOCUMENT, &text, NULL) == STATUS_OK;
}
