/* SPDX-License-Identifier: Apache-2.0 */
#include "command/person/sheet.h"

#include "base/text.h"
#include "language.h"
#include "name/script.h"
#include "sentence.h"
#include "wording/label.h"
#include "wording/person_code.h"

#include <stdlib.h>
#include <string.h>

enum { INDENT = 2, LABEL_COLUMNS = 22, FURTHER_COLUMNS = LABEL_COLUMNS + 4, VALUE_SIZE = 2048 };

/* Returns the columns that it takes.  A colon parts a long label from its value; one that ends
 * with a sign of its own needs none. */
static size_t write_label(FILE *stream, const char *label)
{
    size_t width = text_width(label);
    if (width < LABEL_COLUMNS) {
        fputs("  ", stream);
        sentence_write_name(stream, label);
        fprintf(stream, "%*s", (int)(LABEL_COLUMNS - width), "");
        return INDENT + LABEL_COLUMNS;
    }
    const char *sign = strchr("?:.!", label[strlen(label) - 1]) != NULL ? "" : ":";
    fputs("  ", stream);
    sentence_write_name(stream, label);
    fprintf(stream, "%s ", sign);
    return INDENT + width + strlen(sign) + 1;
}

void person_sheet_line(FILE *stream, const char *label, const char *value)
{
    if (value == NULL || value[0] == '\0')
        return;
    size_t column = write_label(stream, label);
    sentence_write_value(stream, value, column, FURTHER_COLUMNS);
}

void person_sheet_more(FILE *stream, const char *value)
{
    if (value == NULL || value[0] == '\0')
        return;
    sentence_write_value(stream, value, 0, FURTHER_COLUMNS);
}

void person_sheet_lines(FILE *stream, const char *label, const char *text)
{
    const char *at = text;
    while (at != NULL && *at != '\0') {
        const size_t length = strcspn(at, "\n");
        char *line = strndup(at, length);
        if (line == NULL)
            return;
        if (at == text && label != NULL)
            person_sheet_line(stream, label, line);
        else if (length == 0)
            fputc('\n', stream);
        else
            person_sheet_more(stream, line);
        free(line);
        at += length + (at[length] == '\n');
    }
}

void person_sheet_heading(FILE *stream, const char *heading)
{
    fprintf(stream, "\n%s\n", heading);
}

static void write_field(FILE *stream, enum person_field field, const char *value)
{
    person_sheet_line(stream, language_text(person_field_row(field)->label), value);
}

/* ---- the person */

static void write_name(FILE *stream, const struct person_name *name)
{
    char text[VALUE_SIZE];
    char from[DAY_TEXT_SIZE] = "";
    char until[DAY_TEXT_SIZE] = "";
    if (name->has_valid_from)
        day_format(from, name->valid_from);
    if (name->has_valid_until)
        day_format(until, name->valid_until);
    bool has_span = name->has_valid_from || name->has_valid_until;
    snprintf(text, sizeof(text), "%s  (%s%s%s%s%s)", name->full_name,
             script_code(script_of(name->full_name)), has_span ? ", " : "", from,
             has_span ? " - " : "", until);
    person_sheet_line(stream, label_name_kind(name->kind), text);
}

/* How sure the date is; "" when it is a day. */
static const char *precision_words(enum date_precision precision)
{
    return precision == DATE_PRECISION_MONTH       ? _("only the month is known")
           : precision == DATE_PRECISION_YEAR      ? _("only the year is known")
           : precision == DATE_PRECISION_ESTIMATED ? _("about")
                                                   : "";
}

static void write_birth(FILE *stream, const struct person *person, struct day today)
{
    char date[DATE_TEXT_SIZE];
    char age[128];
    char text[VALUE_SIZE];
    if (!person->has_birth)
        return;
    int years = person_age(person, today);
    bool is_exact = person->birth.precision == DATE_PRECISION_DAY;
    const char *precision = precision_words(person->birth.precision);
    date_format(date, person->birth);
    if (is_exact)
        snprintf(age, sizeof(age), language_plural("%d year old", "%d years old", (unsigned)years),
                 years);
    else
        snprintf(age, sizeof(age),
                 language_plural("at most %d year old", "at most %d years old", (unsigned)years),
                 years);
    snprintf(text, sizeof(text), "%s  (%s%s%s)", date, precision, is_exact ? "" : "; ", age);
    write_field(stream, FIELD_BIRTH_DATE, text);
}

static void write_group(FILE *stream, const struct person *person)
{
    char text[VALUE_SIZE];
    if (person->population_group == NULL)
        return;
    const char *label = person_code_label(FIELD_POPULATION_GROUP, person->population_group);
    bool is_known = strcmp(label, person->population_group) != 0;
    snprintf(text, sizeof(text), "%s%s%s", person->population_group, is_known ? "  " : "",
             is_known ? label : "");
    write_field(stream, FIELD_POPULATION_GROUP, text);
}

static void write_day(FILE *stream, const char *label, bool has_day, struct day day)
{
    char text[DAY_TEXT_SIZE] = "";
    if (has_day)
        day_format(text, day);
    person_sheet_line(stream, label, text);
}

static void write_coded(FILE *stream, enum person_field field, const char *code)
{
    write_field(stream, field, code == NULL ? NULL : person_code_label(field, code));
}

void person_sheet_write_person(FILE *stream, const struct person *person, struct day today)
{
    for (size_t i = 0; i < person->names.count; i++)
        write_name(stream, &person->names.items[i]);
    write_field(stream, FIELD_SEX, label_sex(person->sex));
    write_birth(stream, person, today);
    write_field(stream, FIELD_BIRTH_PLACE, person->birth_place);
    write_field(stream, FIELD_BIRTH_COUNTRY, person->birth_country);
    write_day(stream, _("Died on"), person->has_death, person->death);
    write_field(stream, FIELD_NATIONALITY, person->nationality);
    write_field(stream, FIELD_ORIGIN_COUNTRY, person->origin_country);
    write_field(stream, FIELD_SPOKEN_LANGUAGE, person->language);
    write_field(stream, FIELD_NEEDS_INTERPRETER, person->needs_interpreter ? _("yes") : "");
    write_group(stream, person);
    write_coded(stream, FIELD_LEGAL_STATUS, person->legal_status);
    write_coded(stream, FIELD_MARITAL_STATUS, person->marital_status);
    write_field(stream, FIELD_OCCUPATION, person->occupation);
    write_coded(stream, FIELD_EDUCATION, person->education);
    write_day(stream, _("Arrived on"), person->has_arrived, person->arrived);
}

void person_sheet_write_contacts(FILE *stream, const struct contact_list *contacts)
{
    for (size_t i = 0; i < contacts->count; i++) {
        const struct contact *contact = &contacts->items[i];
        person_sheet_line(stream, label_contact_kind(contact->kind), contact->value);
        person_sheet_more(stream, contact->owner);
        if (!contact->is_safe)
            person_sheet_more(stream, _("NOT SAFE to be used"));
    }
}

/* ---- papers */

/* The two with a space between them where both are there. */
static void write_two(FILE *stream, const char *label, const char *left, const char *right)
{
    const char *first = left == NULL ? "" : left;
    const char *second = right == NULL ? "" : right;
    if (first[0] == '\0' || second[0] == '\0') {
        person_sheet_line(stream, label, first[0] == '\0' ? second : first);
        return;
    }
    char both[VALUE_SIZE];
    snprintf(both, sizeof(both), "%s %s", first, second);
    person_sheet_line(stream, label, both);
}

static void write_validity(FILE *stream, const struct document *document, struct day today)
{
    char text[VALUE_SIZE];
    char day[DAY_TEXT_SIZE];
    if (!document->has_expires_on)
        return;
    day_format(day, document->expires_on);
    snprintf(text, sizeof(text), "%s%s%s", day, document_is_outdated(document, today) ? "  " : "",
             document_is_outdated(document, today) ? _("NO LONGER VALID") : "");
    write_field(stream, FIELD_DOCUMENT_EXPIRES, text);
}

void person_sheet_write_document(FILE *stream, const struct document *document, struct day today)
{
    person_sheet_line(stream, language_text(person_field_row(FIELD_DOCUMENT_TYPE)->label),
                      label_document_type(document->type));
    write_two(stream, language_text(person_field_row(FIELD_DOCUMENT_NUMBER)->label),
              document->series, document->number);
    write_field(stream, FIELD_DOCUMENT_STATE, label_document_state(document->state));
    write_two(stream, language_text(person_field_row(FIELD_DOCUMENT_ISSUER)->label),
              document->issuer_country, document->issuer);
    write_day(stream, _("Issued on"), document->has_issued_on, document->issued_on);
    write_validity(stream, document, today);
    person_sheet_line(stream, _("Name on the paper"), document->holder_text);
    write_field(stream, FIELD_PERSONAL_NUMBER, document->personal_number);
    person_sheet_line(stream, _("Copy"), document->copy_location);
    person_sheet_line(stream, _("Remark"), document->remark);
}
