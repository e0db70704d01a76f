/* SPDX-License-Identifier: Apache-2.0 */

/* One field of a new person: its choices with numbers, and whether the answer will do. */
#include "base/text.h"
#include "command/person/command.h"
#include "command/person/value.h"
#include "document/document.h"
#include "language.h"
#include "linear/linear_code.h"
#include "linear/linear_intake.h"
#include "sentence.h"
#include "wording/label.h"
#include "wording/number_text.h"
#include "wording/person_code.h"
#include "wording/person_text.h"

#include <stdlib.h>
#include <string.h>

enum { KEY_CHOICES = 9 };

static const char clearing[] = "-";

/* ---- choices */

static const struct {
    const char *code;
    enum sex sex;
} sexes[] = { { "m", SEX_MALE }, { "f", SEX_FEMALE } };

static const struct {
    const char *code;
    const char *label;
} truths[] = { { "yes", N_("yes") }, { "no", N_("no") } };

static enum linear_codes codes_of(enum person_field field)
{
    return field == FIELD_BIRTH_COUNTRY || field == FIELD_NATIONALITY ||
                   field == FIELD_ORIGIN_COUNTRY
               ? LINEAR_CODES_COUNTRY
           : field == FIELD_SPOKEN_LANGUAGE ? LINEAR_CODES_LANGUAGE
                                            : LINEAR_CODES_NONE;
}

/* NULL behind the last, and for a field without choices. */
static const char *choice_code(enum person_field field, size_t index)
{
    if (field == FIELD_SEX)
        return index < sizeof(sexes) / sizeof(sexes[0]) ? sexes[index].code : NULL;
    if (field == FIELD_NEEDS_INTERPRETER)
        return index < sizeof(truths) / sizeof(truths[0]) ? truths[index].code : NULL;
    if (field == FIELD_DOCUMENT_TYPE)
        return index < document_type_count ? document_types[index].code : NULL;
    if (field == FIELD_DOCUMENT_STATE)
        return index < DOCUMENT_STATE_COUNT ? document_state_word((enum document_state)index)
                                            : NULL;
    return codes_of(field) != LINEAR_CODES_NONE ? linear_code_at(codes_of(field), index)
                                                : person_code_at(field, index);
}

static const char *choice_label(enum person_field field, size_t index)
{
    if (field == FIELD_SEX)
        return label_sex(sexes[index].sex);
    if (field == FIELD_NEEDS_INTERPRETER)
        return language_text(truths[index].label);
    if (field == FIELD_DOCUMENT_TYPE)
        return label_document_type(document_types[index].code);
    if (field == FIELD_DOCUMENT_STATE)
        return label_document_state((enum document_state)index);
    return codes_of(field) != LINEAR_CODES_NONE
               ? linear_code_name(codes_of(field), choice_code(field, index))
               : person_code_label(field, person_code_at(field, index));
}

static size_t count_choices(enum person_field field)
{
    size_t count = 0;
    while (choice_code(field, count) != NULL)
        count++;
    return count;
}

static void write_choice(const void *self, FILE *stream, size_t index)
{
    fputs(choice_label(*(const enum person_field *)self, index), stream);
}

/* ---- the question */

static char *question_make(enum person_field field, char **why)
{
    const struct person_field_row *row = person_field_row(field);
    char label[512];
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return NULL;
    const size_t count = count_choices(field);
    const bool has_hint = count == 0 && row->hint != NULL;
    snprintf(label, sizeof(label), "%s%s%s%s", language_text(row->label), has_hint ? " (" : "",
             has_hint ? language_text(row->hint) : "", has_hint ? ")" : "");
    const struct linear_choices choices = {
        .text = label,
        .count = count,
        .write = write_choice,
        .self = &field,
        .why = count > 0 || row->hint == NULL ? NULL : language_text(row->hint),
    };
    linear_write_field(memory, &choices, why);
    if (fclose(memory) == 0)
        return text;
    free(text);
    return NULL;
}

/* "2 female"; the caller frees it. */
static char *known_make(enum person_field field, const char *value)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = value == NULL ? NULL : open_memstream(&text, &size);
    if (memory == NULL)
        return NULL;
    size_t at = 0;
    const char *code;
    while ((code = choice_code(field, at)) != NULL && strcmp(code, value) != 0)
        at++;
    if (code == NULL)
        fputs(value, memory);
    else
        fprintf(memory, "%zu %s", at + 1, choice_label(field, at));
    if (fclose(memory) == 0)
        return text;
    free(text);
    return NULL;
}

void linear_intake_say_value(const struct linear_intake *intake, enum person_field field)
{
    size_t at = 0;
    const char *code, *value = intake->values[field];
    if (value == NULL)
        return;
    while ((code = choice_code(field, at)) != NULL && strcmp(code, value) != 0)
        at++;
    linear_say("%s: %s", language_text(person_field_row(field)->label),
               code == NULL ? value : choice_label(field, at));
}

/* ---- the answer */

/* Any part of a name is one by itself here: letters are needed. */
static enum person_fault name_fault(const char *text, struct error *error)
{
    struct person_name name;
    const struct person_name_text only = { .surname = text };
    const enum status status = person_name_make(&name, NAME_KIND_MAIN, &only, error);
    if (status == STATUS_OK)
        person_name_release(&name);
    return status == STATUS_OK ? FAULT_NONE : status == STATUS_INVALID ? FAULT_NAME : FAULT_TEXT;
}

static bool is_right(const struct linear_intake *intake, enum person_field field, const char *text)
{
    const struct day today = linear_desk(intake->linear)->desk.today;
    const enum person_field_group group = person_field_row(field)->group;
    struct person scratch = { .sex = SEX_NOT_KNOWN };
    struct error error = { 0 };
    enum person_fault fault = FAULT_NONE;
    if (group == FIELD_GROUP_RECORD)
        fault = person_value_set(&scratch, field, text, today, &error);
    else if (group == FIELD_GROUP_NAME && person_text_has_digit(text)) {
        linear_say("%s", _("A name has no digits."));
        return false;
    } else if (group == FIELD_GROUP_NAME)
        fault = name_fault(text, &error);
    else if (group == FIELD_GROUP_DOCUMENT)
        fault = person_paper_fault(field, text, today, &error);
    person_release(&scratch);
    if (fault == FAULT_TEXT)
        linear_fail(&error);
    else if (fault == FAULT_CHOICE && count_choices(field) > 0)
        linear_say("%s", _("Enter one of the numbers."));
    else if (fault != FAULT_NONE)
        linear_say("%s", person_fault_text(fault));
    return fault == FAULT_NONE;
}

/* Registers hold wrong numbers too: this is told, and can stay. */
static void warn_number(const struct linear_intake *intake)
{
    static const enum person_field facts[] = { FIELD_SEX, FIELD_BIRTH_DATE, FIELD_NATIONALITY };
    const struct day today = linear_desk(intake->linear)->desk.today;
    const char *number = intake->values[FIELD_PERSONAL_NUMBER];
    const char *issuer = intake->values[FIELD_DOCUMENT_ISSUER];
    struct person person = { .sex = SEX_NOT_KNOWN };
    char country[PERSON_COUNTRY_SIZE] = "";
    enum person_fault fault = FAULT_NONE;
    for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]) && fault == FAULT_NONE; i++)
        if (intake->values[facts[i]] != NULL)
            fault = person_value_set(&person, facts[i], intake->values[facts[i]], today, NULL);
    if (issuer != NULL && person_value_country(country, issuer) != FAULT_NONE)
        country[0] = '\0';
    const enum personal_number_problem problem =
        number == NULL ? PERSONAL_NUMBER_SOUND : number_problem_find(number, country, &person);
    if (problem != PERSONAL_NUMBER_SOUND)
        linear_say("%s  %s", number_text_problem(problem),
                   _("Compare it with the paper; it can be kept so."));
    person_release(&person);
}

/* The only choice that begins so; the text itself when there is none. */
static const char *find_beginning(enum person_field field, const char *typed)
{
    const char *found = NULL;
    char *folded = NULL;
    if (text_fold(&folded, typed, NULL) != STATUS_OK)
        return typed;
    for (size_t i = 0; choice_code(field, i) != NULL; i++) {
        char *label = NULL;
        const bool is_like = text_fold(&label, choice_label(field, i), NULL) == STATUS_OK &&
                             strncmp(label, folded, strlen(folded)) == 0;
        free(label);
        if (is_like && found != NULL) {
            free(folded);
            return typed;
        }
        found = is_like ? choice_code(field, i) : found;
    }
    free(folded);
    return found == NULL ? typed : found;
}

/* Takes what was typed; false when it will not do. */
static bool take(struct linear_intake *intake, enum person_field field, const char *typed)
{
    const size_t number = linear_read_number(typed, count_choices(field));
    const char *text = number > 0 ? choice_code(field, number - 1)
                       : codes_of(field) != LINEAR_CODES_NONE
                           ? linear_code_find(codes_of(field), typed)
                           : find_beginning(field, typed);
    const bool clears = strcmp(typed, clearing) == 0;
    if (!clears && !is_right(intake, field, text))
        return false;
    free(intake->values[field]);
    intake->values[field] = clears ? NULL : strdup(text);
    if (field == FIELD_PERSONAL_NUMBER)
        warn_number(intake);
    return true;
}

enum linear_reply linear_intake_ask(struct linear_intake *intake, enum person_field field,
                                    bool *is_changed)
{
    char *why = NULL;
    char *text = question_make(field, &why);
    char *known = known_make(field, intake->values[field]);
    const size_t choices = count_choices(field);
    struct linear_question question = {
        .text = text == NULL ? "" : text,
        .standard = known,
        .why = why,
        .max = person_field_row(field)->max,
        .is_text = choices == 0,
        .takes_key = choices > 0 && choices <= KEY_CHOICES,
    };
    enum linear_reply reply = REPLY_GIVEN;
    *is_changed = false;
    for (bool is_done = false; !is_done;) {
        char *typed = NULL;
        reply = linear_ask(intake->linear, &question, &typed);
        *is_changed = reply == REPLY_GIVEN && typed[0] != '\0';
        is_done = !*is_changed || take(intake, field, typed);
        question.is_again = true;
        free(typed);
    }
    free(why);
    free(text);
    free(known);
    return reply;
}

/* ---- the zone of a paper */

static void take_from(struct linear_intake *intake, const struct person_entry *entry,
                      enum person_field field)
{
    const struct person_value *value = person_entry_find(entry, field);
    if (value != NULL && value->text[0] != '\0' && intake->values[field] == NULL)
        intake->values[field] = strdup(value->text);
}

bool linear_intake_read_zone(struct linear_intake *intake)
{
    static const enum person_field facts[] = { FIELD_SURNAME, FIELD_GIVEN_NAME, FIELD_SEX,
                                               FIELD_BIRTH_DATE, FIELD_NATIONALITY };
    const struct person_place place = { 0, FIELD_MRZ };
    const struct day today = linear_desk(intake->linear)->desk.today;
    const char *zone = intake->values[FIELD_MRZ];
    struct person_entry entry = { .items = NULL };
    struct mrz mrz;
    if (!mrz_parse(&mrz, zone, strlen(zone))) {
        linear_say("%s", person_fault_text(FAULT_ZONE));
        return false;
    }
    if (person_entry_take(&entry, &place, zone, strlen(zone)) == EXIT_CODE_DONE &&
        person_entry_read_zone(&entry, today) == EXIT_CODE_DONE &&
        person_entry_read_holder(&entry, today) == EXIT_CODE_DONE)
        for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
            take_from(intake, &entry, facts[i]);
    person_entry_release(&entry);
    return true;
}
