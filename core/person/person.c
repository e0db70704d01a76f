/* SPDX-License-Identifier: Apache-2.0 */
#include "person/person.h"

#include "person/person_record.h"

#include <stdlib.h>
#include <string.h>

enum { AGE_MAX = 130 };

static const char *const person_state_words[] = {
    [PERSON_STATE_ACTIVE] = "active",
    [PERSON_STATE_DUPLICATE] = "duplicate",
    [PERSON_STATE_DIED] = "died",
    [PERSON_STATE_ARCHIVED] = "archived",
};
_Static_assert(sizeof(person_state_words) / sizeof(person_state_words[0]) == PERSON_STATE_COUNT,
               "every state has a word");

static const char *const contact_kind_words[] = {
    [CONTACT_PHONE] = "phone",         [CONTACT_ADDRESS] = "address", [CONTACT_EMAIL] = "email",
    [CONTACT_MESSENGER] = "messenger", [CONTACT_OTHER] = "other",
};
_Static_assert(sizeof(contact_kind_words) / sizeof(contact_kind_words[0]) == CONTACT_KIND_COUNT,
               "every kind has a word");

void person_release(struct person *person)
{
    free(person->birth_place);
    free(person->population_group);
    free(person->legal_status);
    free(person->language);
    free(person->marital_status);
    free(person->occupation);
    free(person->education);
    for (size_t i = 0; i < person->names.count; i++)
        person_name_release(&person->names.items[i]);
    free(person->names.items);
    *person = (struct person){ .sex = SEX_NOT_KNOWN };
}

void contact_list_release(struct contact_list *contacts)
{
    for (size_t i = 0; i < contacts->count; i++) {
        free(contacts->items[i].value);
        free(contacts->items[i].owner);
    }
    free(contacts->items);
    *contacts = (struct contact_list){ .items = NULL };
}

const char *person_state_word(enum person_state state)
{
    return person_state_words[state];
}

const char *contact_kind_word(enum contact_kind kind)
{
    return contact_kind_words[kind];
}

enum status contact_kind_parse(enum contact_kind *out, const char *word, struct error *error)
{
    for (enum contact_kind kind = 0; kind < CONTACT_KIND_COUNT; kind++)
        if (strcmp(word, contact_kind_words[kind]) == 0) {
            *out = kind;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "no kind of contact");
}

const struct person_name *person_main_name(const struct person *person)
{
    for (size_t i = 0; i < person->names.count; i++)
        if (person->names.items[i].kind == NAME_KIND_MAIN)
            return &person->names.items[i];
    return person->names.count > 0 ? &person->names.items[0] : NULL;
}

/* ---- What makes sense */

static enum status check_codes(const struct person *person, struct error *error)
{
    const char *const countries[] = { person->birth_country, person->nationality,
                                      person->origin_country };
    if (person->sex != SEX_NOT_KNOWN && person->sex != SEX_MALE && person->sex != SEX_FEMALE &&
        person->sex != SEX_NOT_APPLICABLE)
        return error_set(error, STATUS_INVALID, "no code of ISO 5218");
    if ((unsigned)person->state >= PERSON_STATE_COUNT)
        return error_set(error, STATUS_INVALID, "no state of a record");
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof(countries) / sizeof(countries[0]); i++)
        status = person_record_check_country(countries[i], error);
    return status;
}

/* A month or year stands in a date as its first day. */
static bool is_well_formed(struct date date)
{
    if ((unsigned)date.precision >= DATE_PRECISION_COUNT)
        return false;
    const struct civil civil = day_to_civil(date.day);
    if (date.precision == DATE_PRECISION_DAY)
        return true;
    if (date.precision == DATE_PRECISION_MONTH)
        return civil.day == 1;
    return civil.day == 1 && civil.month == 1;
}

static enum status check_birth(const struct person *person, struct day today, struct error *error)
{
    struct day earliest;
    struct day latest;
    if (!is_well_formed(person->birth))
        return error_set(error, STATUS_DATE_INVALID, "not the first day of the month or year");
    date_bounds(person->birth, &earliest, &latest);
    if (day_compare(person->birth.day, today) > 0)
        return error_set(error, STATUS_DATE_INVALID, "born in the future");
    if (day_to_civil(latest).year < day_to_civil(today).year - AGE_MAX)
        return error_set(error, STATUS_DATE_INVALID, "older than %d years", AGE_MAX);
    if (person->has_death && day_compare(person->death, person->birth.day) < 0)
        return error_set(error, STATUS_DATE_INVALID, "died before birth");
    return STATUS_OK;
}

static enum status check_names(const struct person *person, struct error *error)
{
    size_t mains = 0;
    for (size_t i = 0; i < person->names.count; i++) {
        const struct person_name *name = &person->names.items[i];
        if (name->full_name == NULL || (unsigned)name->kind >= NAME_KIND_COUNT)
            return error_set(error, STATUS_INVALID, "a name without text or kind");
        if (name->has_valid_from && name->has_valid_until &&
            day_compare(name->valid_until, name->valid_from) < 0)
            return error_set(error, STATUS_DATE_INVALID, "a name that ended before it began");
        mains += name->kind == NAME_KIND_MAIN;
    }
    if (mains != 1)
        return error_set(error, STATUS_INVALID, "%zu main names", mains);
    return STATUS_OK;
}

enum status person_check(const struct person *person, struct day today, struct error *error)
{
    enum status status = check_codes(person, error);
    if (status == STATUS_OK && person->has_birth)
        status = check_birth(person, today, error);
    if (status != STATUS_OK)
        return status;
    if (person->has_death && day_compare(person->death, today) > 0)
        return error_set(error, STATUS_DATE_INVALID, "dies in the future");
    if (person->has_arrived && day_compare(person->arrived, today) > 0)
        return error_set(error, STATUS_DATE_INVALID, "arrives in the future");
    return check_names(person, error);
}

int person_age(const struct person *person, struct day today)
{
    if (!person->has_birth)
        return -1;
    const struct civil born = day_to_civil(person->birth.day);
    const struct civil now = day_to_civil(today);
    int age = now.year - born.year;
    if (now.month < born.month || (now.month == born.month && now.day < born.day))
        age--;
    return age < 0 ? 0 : age;
}
