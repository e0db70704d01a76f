/* SPDX-License-Identifier: Apache-2.0 */
#include "command/person/value.h"

#include "base/date_entry.h"
#include "base/text.h"
#include "language.h"
#include "wording/code_list.h"
#include "wording/country_entry.h"
#include "wording/person_code.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { AGE_MAX = 130, CODE_MIN = 2 };

/* One field being set. */
struct setting {
    struct person *person;
    const char *text; /* "" clears */
    struct day today;
    struct error *error;
};

/* ---- parts */

static enum person_fault fault_of(const struct error *error)
{
    return error->status == STATUS_DATE_INVALID ? FAULT_DATE : FAULT_TEXT;
}

enum person_fault person_value_day(struct day *out, const char *text, struct day today,
                                   bool may_lie_ahead)
{
    struct date date;
    struct error error = { 0 };
    enum status status = may_lie_ahead ? date_entry_parse_near(&date, text, today, &error)
                                       : date_entry_parse(&date, text, today, &error);
    if (status != STATUS_OK)
        return fault_of(&error);
    if (date.precision != DATE_PRECISION_DAY)
        return FAULT_DAY;
    if (!may_lie_ahead && day_compare(date.day, today) > 0)
        return FAULT_FUTURE;
    *out = date.day;
    return FAULT_NONE;
}

static char ascii_lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

enum person_fault person_value_country(char out[PERSON_COUNTRY_SIZE], const char *text)
{
    return country_entry_read(out, text) ? FAULT_NONE : FAULT_COUNTRY;
}

/* ---- the kinds of fields */

static enum person_fault set_text(const struct setting *setting, void *target)
{
    char **slot = target;
    char *copy = NULL;
    if (setting->text[0] != '\0' && text_copy(&copy, setting->text, setting->error) != STATUS_OK)
        return FAULT_TEXT;
    free(*slot);
    *slot = copy;
    return FAULT_NONE;
}

/* "ru", "uz-Cyrl": two or three letters, as ISO 639 has them, and perhaps more behind a hyphen. */
static enum person_fault set_language(const struct setting *setting, void *target)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    char code[PERSON_VALUE_SIZE];
    size_t length = strlen(setting->text);
    if (length == 0)
        return set_text(setting, target);
    if (length >= sizeof(code))
        return FAULT_LANGUAGE;
    for (size_t i = 0; i <= length; i++)
        code[i] = ascii_lower(setting->text[i]);
    size_t first = strspn(code, letters);
    if (first < 2 || first > 3 || (code[first] != '\0' && code[first] != '-') ||
        strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789-") != length)
        return FAULT_LANGUAGE;
    struct setting folded = *setting;
    folded.text = code;
    return set_text(&folded, target);
}

static enum person_fault set_coded(const struct setting *setting, void *target,
                                   enum person_field field)
{
    struct setting coded = *setting;
    const char *code = person_code_find(field, setting->text);
    coded.text = code == NULL ? setting->text : code;
    /* What the table asks of a text that is there at all. */
    if (coded.text[0] != '\0' && text_length(coded.text) < CODE_MIN)
        return FAULT_CODE;
    return set_text(&coded, target);
}

static enum person_fault set_population_group(const struct setting *setting, void *target)
{
    if (setting->text[0] != '\0' && person_code_find(FIELD_POPULATION_GROUP, setting->text) == NULL)
        return FAULT_CHOICE;
    return set_coded(setting, target, FIELD_POPULATION_GROUP);
}

static enum person_fault set_legal_status(const struct setting *setting, void *target)
{
    return set_coded(setting, target, FIELD_LEGAL_STATUS);
}

static enum person_fault set_marital_status(const struct setting *setting, void *target)
{
    return set_coded(setting, target, FIELD_MARITAL_STATUS);
}

static enum person_fault set_education(const struct setting *setting, void *target)
{
    return set_coded(setting, target, FIELD_EDUCATION);
}

static enum person_fault set_country(const struct setting *setting, void *target)
{
    return person_value_country(target, setting->text);
}

static enum person_fault set_sex(const struct setting *setting, void *target)
{
    const struct word_choice choices[] = {
        { "m", SEX_MALE },
        { "male", SEX_MALE },
        { "1", SEX_MALE },
        /* TRANSLATORS: the one letter that stands for "male" in a form, small. */
        { C_("sex", "m"), SEX_MALE },
        { "f", SEX_FEMALE },
        { "female", SEX_FEMALE },
        { "2", SEX_FEMALE },
        /* TRANSLATORS: the one letter that stands for "female" in a form, small. */
        { C_("sex", "f"), SEX_FEMALE },
        { "unknown", SEX_NOT_KNOWN },
        { "0", SEX_NOT_KNOWN },
        { "", SEX_NOT_KNOWN },
    };
    int value;
    if (!choice_find(&value, choices, sizeof(choices) / sizeof(choices[0]), setting->text))
        return FAULT_CHOICE;
    *(enum sex *)target = (enum sex)value;
    return FAULT_NONE;
}

static enum person_fault set_bool(const struct setting *setting, void *target)
{
    bool value;
    if (!choice_find_truth(&value, setting->text))
        return FAULT_CHOICE;
    *(bool *)target = value;
    return FAULT_NONE;
}

static enum person_fault set_birth(const struct setting *setting, void *target)
{
    struct error error = { 0 };
    struct date date = { .day = setting->today };
    struct day latest;
    struct person *person = setting->person;
    person->has_birth = setting->text[0] != '\0';
    if (!person->has_birth)
        return FAULT_NONE;
    if (date_entry_parse(&date, setting->text, setting->today, &error) != STATUS_OK)
        return fault_of(&error);
    date_bounds(date, &(struct day){ 0 }, &latest);
    if (day_compare(date.day, setting->today) > 0)
        return FAULT_FUTURE;
    if (day_to_civil(latest).year < day_to_civil(setting->today).year - AGE_MAX)
        return FAULT_AGE;
    *(struct date *)target = date;
    return FAULT_NONE;
}

static enum person_fault set_arrived(const struct setting *setting, void *target)
{
    struct person *person = setting->person;
    person->has_arrived = setting->text[0] != '\0';
    if (!person->has_arrived)
        return FAULT_NONE;
    return person_value_day(target, setting->text, setting->today, false);
}

/* ---- the fields */

static const struct {
    enum person_fault (*set)(const struct setting *setting, void *target);
    size_t offset;
} setters[PERSON_FIELD_COUNT] = {
    [FIELD_SEX] = { set_sex, offsetof(struct person, sex) },
    [FIELD_BIRTH_DATE] = { set_birth, offsetof(struct person, birth) },
    [FIELD_BIRTH_PLACE] = { set_text, offsetof(struct person, birth_place) },
    [FIELD_BIRTH_COUNTRY] = { set_country, offsetof(struct person, birth_country) },
    [FIELD_NATIONALITY] = { set_country, offsetof(struct person, nationality) },
    [FIELD_ORIGIN_COUNTRY] = { set_country, offsetof(struct person, origin_country) },
    [FIELD_SPOKEN_LANGUAGE] = { set_language, offsetof(struct person, language) },
    [FIELD_NEEDS_INTERPRETER] = { set_bool, offsetof(struct person, needs_interpreter) },
    [FIELD_POPULATION_GROUP] = { set_population_group, offsetof(struct person, population_group) },
    [FIELD_LEGAL_STATUS] = { set_legal_status, offsetof(struct person, legal_status) },
    [FIELD_MARITAL_STATUS] = { set_marital_status, offsetof(struct person, marital_status) },
    [FIELD_OCCUPATION] = { set_text, offsetof(struct person, occupation) },
    [FIELD_EDUCATION] = { set_education, offsetof(struct person, education) },
    [FIELD_ARRIVED] = { set_arrived, offsetof(struct person, arrived) },
};

enum person_fault person_value_set(struct person *person, enum person_field field, const char *text,
                                   struct day today, struct error *error)
{
    const struct setting setting = { person, text, today, error };
    return setters[field].set(&setting, (char *)person + setters[field].offset);
}

/* ---- back to text */

static const char *sex_word(enum sex sex)
{
    return sex == SEX_MALE ? C_("sex", "m") : sex == SEX_FEMALE ? C_("sex", "f") : "";
}

void person_value_format(char out[PERSON_VALUE_SIZE], const struct person *person,
                         enum person_field field)
{
    const void *source = (const char *)person + setters[field].offset;
    const char *text = "";
    char date[DATE_TEXT_SIZE] = "";
    if (setters[field].set == set_country) {
        text = source;
    } else if (setters[field].set == set_sex) {
        text = sex_word(person->sex);
    } else if (setters[field].set == set_bool) {
        text = *(const bool *)source ? _("yes") : "";
    } else if (setters[field].set == set_birth || setters[field].set == set_arrived) {
        if (setters[field].set == set_birth && person->has_birth)
            date_format(date, person->birth);
        else if (setters[field].set == set_arrived && person->has_arrived)
            day_format(date, person->arrived);
        text = date;
    } else if (*(char *const *)source != NULL) {
        text = *(char *const *)source;
    }
    snprintf(out, PERSON_VALUE_SIZE, "%s", text);
}
