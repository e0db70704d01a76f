/* SPDX-License-Identifier: Apache-2.0 */
#include "view/person_form.h"

#include "base/ascii.h"
#include "command/person/value.h"
#include "language.h"
#include "name/country_code.h"
#include "view/code_options.h"
#include "wording/label.h"
#include "wording/number_text.h"
#include "wording/person_code.h"
#include "wording/person_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHORT_COLUMNS = 14, NUMBER_COLUMNS = 18, CHOICE_COLUMNS = 28, NAME_COLUMNS = 30 };
enum { PHONE_DIGITS_MIN = 5 };

/* ---- choices */

/* Options of all countries, of the kinds of papers, of languages. */
static void person_form_paper_types(struct form_field *field)
{
    for (size_t i = 0; i < document_type_count; i++)
        form_field_option(field, document_types[i].code,
                          label_document_type(document_types[i].code));
}

static void add_sexes(struct form_field *field)
{
    form_field_option(field, "m", label_sex(SEX_MALE));
    form_field_option(field, "f", label_sex(SEX_FEMALE));
}

static void add_truth(struct form_field *field)
{
    form_field_option(field, "yes", _("yes"));
    form_field_option(field, "no", _("no"));
}

static void add_states(struct form_field *field)
{
    for (enum document_state state = 0; state < DOCUMENT_STATE_COUNT; state++)
        form_field_option(field, document_state_word(state), label_document_state(state));
}

/* ---- the fields */

static const struct shape {
    enum form_kind kind;
    int columns;
    void (*add_options)(struct form_field *field);
} shapes[PERSON_FIELD_COUNT] = {
    [FIELD_SURNAME] = { FORM_TEXT, NAME_COLUMNS, NULL },
    [FIELD_GIVEN_NAME] = { FORM_TEXT, NAME_COLUMNS, NULL },
    [FIELD_PATRONYMIC] = { FORM_TEXT, NAME_COLUMNS, NULL },
    [FIELD_SEX] = { FORM_CHOICE, SHORT_COLUMNS, add_sexes },
    [FIELD_BIRTH_DATE] = { FORM_DATE, 0, NULL },
    [FIELD_BIRTH_COUNTRY] = { FORM_CHOICE, CHOICE_COLUMNS, code_options_add_countries },
    [FIELD_NATIONALITY] = { FORM_CHOICE, CHOICE_COLUMNS, code_options_add_countries },
    [FIELD_ORIGIN_COUNTRY] = { FORM_CHOICE, CHOICE_COLUMNS, code_options_add_countries },
    [FIELD_SPOKEN_LANGUAGE] = { FORM_CHOICE, CHOICE_COLUMNS, code_options_add_languages },
    [FIELD_NEEDS_INTERPRETER] = { FORM_CHOICE, SHORT_COLUMNS, add_truth },
    [FIELD_POPULATION_GROUP] = { FORM_CHOICE, CHOICE_COLUMNS, NULL },
    [FIELD_LEGAL_STATUS] = { FORM_CHOICE, CHOICE_COLUMNS, NULL },
    [FIELD_MARITAL_STATUS] = { FORM_CHOICE, CHOICE_COLUMNS, NULL },
    [FIELD_EDUCATION] = { FORM_CHOICE, CHOICE_COLUMNS, NULL },
    [FIELD_ARRIVED] = { FORM_DATE, 0, NULL },
    [FIELD_PERSONAL_NUMBER] = { FORM_TEXT, NUMBER_COLUMNS, NULL },
    [FIELD_DOCUMENT_TYPE] = { FORM_CHOICE, CHOICE_COLUMNS, person_form_paper_types },
    [FIELD_DOCUMENT_NUMBER] = { FORM_TEXT, NUMBER_COLUMNS, NULL },
    [FIELD_DOCUMENT_ISSUED] = { FORM_DATE, 0, NULL },
    [FIELD_DOCUMENT_EXPIRES] = { FORM_DATE, 0, NULL },
    [FIELD_DOCUMENT_STATE] = { FORM_CHOICE, CHOICE_COLUMNS, add_states },
};

static void add_codes(struct form_field *added, enum person_field field)
{
    const char *code;
    for (size_t i = 0; (code = person_code_at(field, i)) != NULL; i++)
        form_field_option(added, code, person_code_label(field, code));
    /* The group is always a code; of the others there may be more in the world. */
    added->allows_other = field != FIELD_POPULATION_GROUP;
}

struct form_field *person_form_add(struct form *form, enum person_field field)
{
    const struct person_field_row *row = person_field_row(field);
    const struct shape *shape = &shapes[field];
    struct form_field *added = form_add(form, shape->kind, row->name, language_text(row->label));
    if (added == NULL)
        return NULL;
    added->columns = shape->columns;
    added->input.max = row->max;
    added->may_be_ahead = field == FIELD_DOCUMENT_EXPIRES;
    if (shape->add_options != NULL)
        shape->add_options(added);
    else if (shape->kind == FORM_CHOICE)
        add_codes(added, field);
    else if (field == FIELD_PERSONAL_NUMBER) /* there is no room for more */
        form_field_hint(added, _("IIN, PIN or PINFL"));
    else if (shape->kind == FORM_TEXT && row->hint != NULL)
        form_field_hint(added, language_text(row->hint));
    return added;
}

/* Whether it is the field of a person. */
static bool person_form_find(enum person_field *out, const struct form_field *field)
{
    return person_field_find(out, field->id, strlen(field->id));
}

/* ---- what is wrong */

static const char *const faults[FAULT_COUNT] = {
    [FAULT_DATE] = N_("This is no date: write 14.06.1991, 06.1991, 1991 or ~1991."),
    [FAULT_DAY] = N_("The whole day is needed: 14.06.1991."),
    [FAULT_FUTURE] = N_("This day has not come yet."),
    [FAULT_AGE] = N_("Nobody is as old as this."),
    [FAULT_COUNTRY] = N_("There is no country of this code: F4 shows them all."),
    [FAULT_CHOICE] = N_("The list has nothing of that name: F4 shows all of it."),
    [FAULT_CODE] = N_("This is too short to say anything."),
    [FAULT_NAME] = N_("There are no letters in this name."),
    [FAULT_TYPE_MISSING] = N_("What kind of paper is it?"),
    [FAULT_LANGUAGE] = N_("Take a language of the list, or its code of two or three letters."),
    [FAULT_ARRIVAL] = N_("Nobody arrives before being born.  Check both dates."),
    [FAULT_ORDER] = N_("The paper would end before it was issued."),
};

static const char *value_of(const struct form *form, enum person_field field)
{
    return form_value(form, person_field_row(field)->name);
}

static bool has_paper_number(const struct form *form)
{
    return value_of(form, FIELD_DOCUMENT_NUMBER)[0] != '\0' ||
           value_of(form, FIELD_DOCUMENT_ISSUED)[0] != '\0' ||
           value_of(form, FIELD_DOCUMENT_EXPIRES)[0] != '\0';
}

static bool read_day(struct day *out, const struct form *form, enum person_field field)
{
    const char *text = value_of(form, field);
    return text[0] != '\0' &&
           person_value_day(out, text, form->today, field == FIELD_DOCUMENT_EXPIRES) == FAULT_NONE;
}

bool person_form_read_day(struct day *out, const struct form *form, const char *id)
{
    const char *text = form_value(form, id);
    return text[0] != '\0' && person_value_day(out, text, form->today, false) == FAULT_NONE;
}

static enum person_fault fault_of_paper(const struct form *form, enum person_field field)
{
    struct day day, other;
    const char *text = value_of(form, field);
    if (field == FIELD_DOCUMENT_TYPE)
        return text[0] == '\0' && has_paper_number(form) ? FAULT_TYPE_MISSING : FAULT_NONE;
    if (field != FIELD_DOCUMENT_ISSUED && field != FIELD_DOCUMENT_EXPIRES)
        return FAULT_NONE;
    if (text[0] == '\0')
        return FAULT_NONE;
    const enum person_fault fault =
        person_value_day(&day, text, form->today, field == FIELD_DOCUMENT_EXPIRES);
    if (fault == FAULT_NONE && field == FIELD_DOCUMENT_EXPIRES &&
        read_day(&other, form, FIELD_DOCUMENT_ISSUED) && day_compare(day, other) < 0)
        return FAULT_ORDER;
    return fault;
}

static enum person_fault fault_of_record(const struct form *form, enum person_field field)
{
    struct error error = { 0 };
    struct person person = { .sex = SEX_NOT_KNOWN };
    enum person_fault fault =
        person_value_set(&person, field, value_of(form, field), form->today, &error);
    if (fault == FAULT_NONE && field == FIELD_ARRIVED && person.has_arrived &&
        person_value_set(&person, FIELD_BIRTH_DATE, value_of(form, FIELD_BIRTH_DATE), form->today,
                         &error) == FAULT_NONE &&
        person.has_birth && day_compare(person.arrived, person.birth.day) < 0)
        fault = FAULT_ARRIVAL;
    person_release(&person);
    return fault;
}

static enum person_fault fault_of_name(const struct form *form, enum person_field field)
{
    struct person_name name;
    const struct person_name_text text = { .surname = value_of(form, field) };
    if (text.surname[0] == '\0')
        return FAULT_NONE;
    if (person_name_make(&name, NAME_KIND_MAIN, &text, NULL) != STATUS_OK)
        return FAULT_NAME;
    person_name_release(&name);
    return FAULT_NONE;
}

/* NULL: it can be kept. */
static const char *hard_fault(const struct form *form, enum person_field field)
{
    enum person_fault fault = FAULT_NONE;
    if (person_field_row(field)->group == FIELD_GROUP_NAME &&
        person_text_has_digit(value_of(form, field)))
        return _("A name has no digits.");
    switch (person_field_row(field)->group) {
    case FIELD_GROUP_NAME:
        fault = fault_of_name(form, field);
        break;
    case FIELD_GROUP_RECORD:
        fault = fault_of_record(form, field);
        break;
    case FIELD_GROUP_DOCUMENT:
        fault = fault_of_paper(form, field);
        break;
    case FIELD_GROUP_CONTACT:
    case FIELD_GROUP_ZONE:
        break;
    }
    return faults[fault] == NULL ? NULL : language_text(faults[fault]);
}

/* ---- what follows */

static void remark_birth(struct form *form, struct form_field *field)
{
    struct error error = { 0 };
    char age[PERSON_AGE_SIZE] = "";
    struct person person = { .sex = SEX_NOT_KNOWN };
    if (person_value_set(&person, FIELD_BIRTH_DATE, value_of(form, FIELD_BIRTH_DATE), form->today,
                         &error) == FAULT_NONE &&
        person.has_birth)
        person_text_age(age, person.birth, form->today);
    form_field_remark(field, age[0] == '\0' ? NULL : age);
    person_release(&person);
}

/* A warning: registers hold wrong numbers too. */
static void warn_number(struct form *form)
{
    char text[240];
    struct error error = { 0 };
    struct person person = { .sex = SEX_NOT_KNOWN };
    struct form_field *field = form_find(form, person_field_row(FIELD_PERSONAL_NUMBER)->name);
    const char *number = value_of(form, FIELD_PERSONAL_NUMBER);
    if (field == NULL)
        return;
    form_field_fault(field, NULL);
    if (person_form_read(form, &person, &error) == STATUS_OK && number[0] != '\0') {
        char country[PERSON_COUNTRY_SIZE] = "";
        if (person_value_country(country, value_of(form, FIELD_DOCUMENT_ISSUER)) != FAULT_NONE)
            country[0] = '\0';
        const enum personal_number_problem problem = number_problem_find(number, country, &person);
        snprintf(text, sizeof(text), "%s  %s", number_text_problem(problem),
                 _("Compare it with the paper; it can be kept so."));
        form_field_fault(field, problem == PERSONAL_NUMBER_SOUND ? NULL : text);
    }
    person_release(&person);
}

/* A warning as well: some countries have short numbers, and an inner line is better than none. */
static void warn_phone(struct form_field *field)
{
    size_t digits = 0;
    const char *text = text_input_text(&field->input);
    for (const char *at = text; *at != '\0'; at++)
        digits += ascii_is_digit(*at);
    if (text[0] != '\0' && digits < PHONE_DIGITS_MIN)
        form_field_fault(field, _("Is this a telephone number?  It can be kept so."));
}

void person_form_check(struct form *form, size_t index)
{
    enum person_field field;
    struct form_field *left = &form->fields[index];
    if (!person_form_find(&field, left))
        return;
    form_field_fault(left, hard_fault(form, field));
    if (field == FIELD_BIRTH_DATE)
        remark_birth(form, left);
    if (field == FIELD_PHONE)
        warn_phone(left);
    if (field == FIELD_PERSONAL_NUMBER || field == FIELD_BIRTH_DATE || field == FIELD_SEX ||
        field == FIELD_NATIONALITY || field == FIELD_DOCUMENT_ISSUER)
        warn_number(form);
}

size_t person_form_first_fault(struct form *form)
{
    size_t first = form->count;
    for (size_t i = form->count; i-- > 0;) {
        enum person_field field;
        if (!person_form_find(&field, &form->fields[i]))
            continue;
        const char *fault = hard_fault(form, field);
        if (fault == NULL)
            continue;
        form_field_fault(&form->fields[i], fault);
        first = i;
    }
    return first;
}

/* ---- to a record */

enum status person_form_read(const struct form *form, struct person *person, struct error *error)
{
    for (size_t i = 0; i < form->count; i++) {
        enum person_field field;
        if (!person_form_find(&field, &form->fields[i]) ||
            person_field_row(field)->group != FIELD_GROUP_RECORD)
            continue;
        struct error own = { 0 };
        const enum person_fault fault = person_value_set(
            person, field, text_input_text(&form->fields[i].input), form->today, &own);
        if (fault == FAULT_TEXT)
            return error_set(error, own.status, "a field of a person");
        if (fault != FAULT_NONE && field == FIELD_BIRTH_DATE)
            person->has_birth = false;
        if (fault != FAULT_NONE && field == FIELD_ARRIVED)
            person->has_arrived = false;
    }
    return STATUS_OK;
}

enum status person_form_read_name(const struct form *form, enum name_kind kind,
                                  struct person_name *out, struct error *error)
{
    const struct person_name_text text = {
        .surname = value_of(form, FIELD_SURNAME),
        .given_name = value_of(form, FIELD_GIVEN_NAME),
        .patronymic = value_of(form, FIELD_PATRONYMIC),
    };
    return person_name_make(out, kind, &text, error);
}

static enum status read_text(char **out, const char *text, struct error *error)
{
    return text[0] == '\0' ? STATUS_OK : text_copy(out, text, error);
}

enum status person_form_read_paper(const struct form *form, struct document *out,
                                   struct error *error)
{
    const char *type = value_of(form, FIELD_DOCUMENT_TYPE);
    const char *number = value_of(form, FIELD_PERSONAL_NUMBER);
    const char *issuer = value_of(form, FIELD_DOCUMENT_ISSUER);
    const char *state = value_of(form, FIELD_DOCUMENT_STATE);
    *out = (struct document){ .state = DOCUMENT_HELD };
    if (type[0] == '\0' && number[0] == '\0')
        return STATUS_NOT_FOUND;
    if (state[0] != '\0' && document_state_parse(&out->state, state, error) != STATUS_OK)
        return STATUS_INVALID;
    if (person_value_country(out->issuer_country, issuer) != FAULT_NONE)
        out->issuer_country[0] = '\0';
    out->has_issued_on = read_day(&out->issued_on, form, FIELD_DOCUMENT_ISSUED);
    out->has_expires_on = read_day(&out->expires_on, form, FIELD_DOCUMENT_EXPIRES);
    enum status status =
        text_copy(&out->type, type[0] == '\0' ? "personal_number_slip" : type, error);
    if (status == STATUS_OK)
        status = read_text(&out->number, value_of(form, FIELD_DOCUMENT_NUMBER), error);
    if (status == STATUS_OK)
        status = read_text(&out->personal_number, number, error);
    if (status == STATUS_OK && out->issuer_country[0] == '\0')
        status = read_text(&out->issuer, issuer, error);
    return status;
}

/* ---- from a record */

static void write_value(struct form_field *field, enum person_field known,
                        const struct person *person)
{
    char text[PERSON_VALUE_SIZE] = "";
    if (known == FIELD_SEX)
        snprintf(text, sizeof(text), "%s",
                 person->sex == SEX_MALE     ? "m"
                 : person->sex == SEX_FEMALE ? "f"
                                             : "");
    else if (known == FIELD_NEEDS_INTERPRETER)
        snprintf(text, sizeof(text), "%s", person->needs_interpreter ? "yes" : "");
    else if (known == FIELD_BIRTH_DATE && person->has_birth)
        person_text_date(text, person->birth);
    else if (known == FIELD_ARRIVED && person->has_arrived)
        person_text_day(text, person->arrived);
    else if (known != FIELD_BIRTH_DATE && known != FIELD_ARRIVED)
        person_value_format(text, person, known);
    text_input_set(&field->input, text);
}

void person_form_write(struct form *form, const struct person *person)
{
    const struct person_name *name = person_main_name(person);
    for (size_t i = 0; i < form->count; i++) {
        enum person_field field;
        if (person_form_find(&field, &form->fields[i]) &&
            person_field_row(field)->group == FIELD_GROUP_RECORD)
            write_value(&form->fields[i], field, person);
    }
    if (name == NULL)
        return;
    const bool has_parts = name->surname != NULL || name->given_name != NULL;
    form_set(form, "surname",
             name->surname != NULL ? name->surname
             : has_parts           ? ""
                                   : name->full_name);
    form_set(form, "given_name", name->given_name == NULL ? "" : name->given_name);
    form_set(form, "patronymic", name->patronymic == NULL ? "" : name->patronymic);
}

/* ---- from another form */

void person_form_carry(struct form *to, struct form *from)
{
    const struct form_field *focused = form_focused(from);
    for (size_t i = 0; i < from->count; i++) {
        struct form_field *old = &from->fields[i];
        struct form_field *fresh = form_find(to, old->id);
        if (fresh == NULL || old->kind == FORM_HEADING || old->kind == FORM_REMARK)
            continue;
        const struct text_input input = fresh->input;
        fresh->input = old->input;
        old->input = input;
        fresh->is_held = old->is_held;
        fresh->is_hidden = old->is_hidden;
        fresh->is_read_only = old->is_read_only;
    }
    to->focus = to->count;
    if (focused != NULL)
        form_focus(to, focused->id);
    to->is_dirty = from->is_dirty;
    form_release(from);
}
