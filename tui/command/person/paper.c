/* SPDX-License-Identifier: Apache-2.0 */
#include "command/person/paper.h"

#include "base/array.h"
#include "base/text.h"
#include "command/person/value.h"
#include "language.h"
#include "sentence.h"
#include "wording/label.h"
#include "wording/number_text.h"

#include <stdlib.h>
#include <string.h>

static const char slip_type[] = "personal_number_slip";

/* One fact about a paper being set. */
struct setting {
    struct document *document;
    const char *text;
    struct day today;
    struct error *error;
};

/* ---- the fields */

/* "Birth Certificate" and "birth-certificate" for "birth_certificate". */
static bool is_code(const char *code, const char *folded)
{
    size_t i = 0;
    for (; code[i] != '\0' && folded[i] != '\0'; i++) {
        bool is_gap = code[i] == '_' && (folded[i] == ' ' || folded[i] == '-');
        if (code[i] != folded[i] && !is_gap)
            return false;
    }
    return code[i] == folded[i];
}

/* The code itself, or what the user's language calls it. */
static bool is_meant(const char *code, const char *label, const char *folded)
{
    char *folded_label = NULL;
    bool is_label =
        text_fold(&folded_label, label, NULL) == STATUS_OK && strcmp(folded_label, folded) == 0;
    free(folded_label);
    return is_label || is_code(code, folded);
}

static enum person_fault set_text(char **slot, const struct setting *setting)
{
    char *copy = NULL;
    if (setting->text[0] != '\0' && text_copy(&copy, setting->text, setting->error) != STATUS_OK)
        return FAULT_TEXT;
    free(*slot);
    *slot = copy;
    return FAULT_NONE;
}

static enum person_fault set_type(const struct setting *setting)
{
    char *folded = NULL;
    enum person_fault fault = FAULT_CHOICE;
    if (text_fold(&folded, setting->text, setting->error) != STATUS_OK)
        return FAULT_TEXT;
    for (size_t i = 0; i < document_type_count && fault != FAULT_NONE; i++) {
        const char *code = document_types[i].code;
        struct setting found = *setting;
        found.text = code;
        if (is_meant(code, label_document_type(code), folded))
            fault = set_text(&setting->document->type, &found);
    }
    free(folded);
    return fault;
}

static enum person_fault set_state(const struct setting *setting)
{
    char *folded = NULL;
    enum person_fault fault = FAULT_CHOICE;
    if (text_fold(&folded, setting->text, setting->error) != STATUS_OK)
        return FAULT_TEXT;
    for (enum document_state state = 0; state < DOCUMENT_STATE_COUNT; state++)
        if (is_meant(document_state_word(state), label_document_state(state), folded)) {
            setting->document->state = state;
            fault = FAULT_NONE;
        }
    free(folded);
    return fault;
}

static enum person_fault set_number(const struct setting *setting)
{
    return set_text(&setting->document->number, setting);
}

static enum person_fault set_personal_number(const struct setting *setting)
{
    return set_text(&setting->document->personal_number, setting);
}

/* A country if it is the code of one, else an authority. */
static enum person_fault set_issuer(const struct setting *setting)
{
    struct document *document = setting->document;
    if (person_value_country(document->issuer_country, setting->text) == FAULT_NONE)
        return FAULT_NONE;
    return set_text(&document->issuer, setting);
}

static enum person_fault set_issued(const struct setting *setting)
{
    struct document *document = setting->document;
    document->has_issued_on = true;
    return person_value_day(&document->issued_on, setting->text, setting->today, false);
}

static enum person_fault set_expires(const struct setting *setting)
{
    struct document *document = setting->document;
    document->has_expires_on = true;
    return person_value_day(&document->expires_on, setting->text, setting->today, true);
}

static enum person_fault (*const setters[PERSON_FIELD_COUNT])(const struct setting *setting) = {
    [FIELD_PERSONAL_NUMBER] = set_personal_number,
    [FIELD_DOCUMENT_TYPE] = set_type,
    [FIELD_DOCUMENT_NUMBER] = set_number,
    [FIELD_DOCUMENT_ISSUER] = set_issuer,
    [FIELD_DOCUMENT_ISSUED] = set_issued,
    [FIELD_DOCUMENT_EXPIRES] = set_expires,
    [FIELD_DOCUMENT_STATE] = set_state,
};

enum person_fault person_paper_fault(enum person_field field, const char *text, struct day today,
                                     struct error *error)
{
    struct document scratch = { .state = DOCUMENT_HELD };
    const struct setting setting = { &scratch, text, today, error };
    enum person_fault fault = setters[field](&setting);
    document_release(&scratch);
    return fault;
}

/* ---- one paper */

static bool is_of_paper(const struct person_value *value, size_t paper)
{
    return value->paper == paper && value->text[0] != '\0';
}

static int say(const struct person_value *value, enum person_fault fault, const struct error *error)
{
    const struct person_place place = { value->line, value->field };
    return person_fault_say(&place, fault, error);
}

/* What can only be seen when all of a paper is known. */
static int paper_check(struct document *document, const struct person_value *first,
                       struct day today)
{
    struct error error = { 0 };
    bool is_number_only =
        document->type == NULL && document->personal_number != NULL && document->number == NULL;
    const struct person_place place = { first->line, FIELD_DOCUMENT_TYPE };
    if (is_number_only && text_copy(&document->type, slip_type, &error) != STATUS_OK)
        return say(first, FAULT_TEXT, &error);
    if (document->type == NULL)
        return person_fault_say(&place, FAULT_TYPE_MISSING, NULL);
    enum status status = document_check(document, today, &error);
    return status == STATUS_OK ? EXIT_CODE_DONE : say(first, FAULT_ORDER, &error);
}

static int paper_make(struct document *out, const struct person_entry *entry, size_t paper,
                      struct day today)
{
    const struct person_value *first = NULL;
    for (size_t i = 0; i < entry->count; i++) {
        const struct person_value *value = &entry->items[i];
        struct error error = { 0 };
        if (!is_of_paper(value, paper))
            continue;
        const struct setting setting = { out, value->text, today, &error };
        enum person_fault fault = setters[value->field](&setting);
        if (fault != FAULT_NONE)
            return say(value, fault, &error);
        first = first == NULL ? value : first;
    }
    return first == NULL ? EXIT_CODE_DONE : paper_check(out, first, today);
}

/* The zone and the holder's name as it stands there. */
static int zone_keep(struct document *document, const struct person_entry *entry)
{
    struct error error = { 0 };
    const struct person_zone *zone = &entry->zone;
    char holder[sizeof(zone->mrz.surname) + sizeof(zone->mrz.given)];
    snprintf(holder, sizeof(holder), "%s%s%s", zone->mrz.surname,
             zone->mrz.given[0] == '\0' ? "" : " ", zone->mrz.given);
    enum status status = text_copy(&document->holder_text, holder, &error);
    if (status == STATUS_OK && zone->lines[0] != '\0')
        status = text_copy(&document->mrz, zone->lines, &error);
    return status == STATUS_OK ? EXIT_CODE_DONE : sentence_fail(NULL, &error);
}

int person_papers_make(struct document_list *out, const struct person_entry *entry,
                       struct day today)
{
    int code = EXIT_CODE_DONE;
    *out = (struct document_list){ .items = NULL };
    for (size_t paper = 1; paper <= entry->papers && code == EXIT_CODE_DONE; paper++) {
        struct error error = { 0 };
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &error) != STATUS_OK)
            return sentence_fail(NULL, &error);
        struct document *document = &out->items[out->count++];
        *document = (struct document){ .state = DOCUMENT_HELD };
        code = paper_make(document, entry, paper, today);
        if (code == EXIT_CODE_DONE && paper == entry->zone.paper)
            code = zone_keep(document, entry);
        if (code == EXIT_CODE_DONE && document->type == NULL)
            out->count--; /* nothing was said of it but emptiness */
    }
    return code;
}

/* ---- personal numbers */

void person_papers_warn(const struct document_list *papers, const struct person *person)
{
    for (size_t i = 0; i < papers->count; i++) {
        const struct document *paper = &papers->items[i];
        enum personal_number_problem problem =
            paper->personal_number == NULL
                ? PERSONAL_NUMBER_SOUND
                : number_problem_find(paper->personal_number, paper->issuer_country, person);
        if (problem == PERSONAL_NUMBER_SOUND)
            continue;
        fprintf(stderr, "qadam: %s: ", person_field_row(FIELD_PERSONAL_NUMBER)->name);
        fprintf(stderr, "%s %s\n", number_text_problem(problem),
                _("It is taken as it was given; compare it with the paper."));
    }
}
