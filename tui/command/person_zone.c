/* SPDX-License-Identifier: Apache-2.0 */

/* What the machine-readable zone of a paper says of its holder. */
#include "command/person_entry.h"
#include "name/mrz.h"
#include "sentence.h"

#include <string.h>

/* Adds a value at the zone's own place, unless the field was given or the zone does not know. */
static int add(struct person_entry *entry, const struct person_value *zone, enum person_field field,
               const char *text)
{
    const struct person_place place = { zone->line, field };
    if (text[0] == '\0' || person_entry_find(entry, field) != NULL)
        return EXIT_CODE_DONE;
    return person_entry_take(entry, &place, text, strlen(text));
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

int person_entry_read_zone(struct person_entry *entry, struct day today)
{
    struct mrz mrz;
    struct date birth;
    char birth_text[DATE_TEXT_SIZE] = "";
    const struct person_value *found = person_entry_find(entry, FIELD_MRZ);
    if (found == NULL || found->text[0] == '\0')
        return EXIT_CODE_DONE;
    const struct person_value zone = *found; /* the list may move while it grows */
    const struct person_place place = { zone.line, FIELD_MRZ };
    if (!mrz_parse(&mrz, zone.text, strlen(zone.text)))
        return person_fault_say(&place, FAULT_ZONE, NULL);
    if (mrz_birth_date(&birth, &mrz, today, NULL) == STATUS_OK)
        date_format(birth_text, birth);
    bool has_name = person_entry_has_group(entry, FIELD_GROUP_NAME);
    const struct {
        enum person_field field;
        const char *text;
    } facts[] = {
        { FIELD_SURNAME, has_name ? "" : mrz.surname },
        { FIELD_GIVEN_NAME, has_name ? "" : mrz.given },
        { FIELD_BIRTH_DATE, birth_text },
        { FIELD_SEX, sex_of(&mrz) },
        { FIELD_NATIONALITY, country_of(mrz.nationality) },
    };
    int code = EXIT_CODE_DONE;
    for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]) && code == EXIT_CODE_DONE; i++)
        code = add(entry, &zone, facts[i].field, facts[i].text);
    return code;
}
