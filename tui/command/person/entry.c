/* SPDX-License-Identifier: Apache-2.0 */
#include "command/person/entry.h"

#include "base/array.h"
#include "base/text.h"
#include "command/person/value.h"
#include "sentence.h"

#include <stdlib.h>
#include <string.h>

void person_entry_release(struct person_entry *entry)
{
    for (size_t i = 0; i < entry->count; i++)
        free(entry->items[i].text);
    free(entry->items);
    *entry = (struct person_entry){ .items = NULL };
}

static int say(const struct person_value *value, enum person_fault fault, const struct error *error)
{
    const struct person_place place = { value->line, value->field };
    return person_fault_say(&place, fault, error);
}

/* ---- taking */

static bool may_repeat(enum person_field field)
{
    enum person_field_group group = person_field_row(field)->group;
    return group == FIELD_GROUP_CONTACT || group == FIELD_GROUP_DOCUMENT;
}

void person_entry_drop(struct person_entry *entry, enum person_field field)
{
    size_t kept = 0;
    for (size_t i = 0; i < entry->count; i++) {
        if (entry->items[i].field == field && !may_repeat(field))
            free(entry->items[i].text);
        else
            entry->items[kept++] = entry->items[i];
    }
    entry->count = kept;
}

void person_entry_begin_paper(struct person_entry *entry)
{
    entry->papers++;
}

static bool is_said_of_paper(const struct person_entry *entry, enum person_field field)
{
    for (size_t i = 0; i < entry->count; i++)
        if (entry->items[i].field == field && entry->items[i].paper == entry->papers)
            return true;
    return false;
}

int person_entry_take(struct person_entry *entry, const struct person_place *place,
                      const char *bytes, size_t length)
{
    const struct person_field_row *row = person_field_row(place->field);
    const struct text_rule rule = { .max_characters = row->max, .may_be_empty = true };
    struct person_value value = { .field = place->field, .line = place->line };
    struct error error = { 0 };
    if (!may_repeat(place->field) && person_entry_find(entry, place->field) != NULL)
        return person_fault_say(place, FAULT_TWICE, NULL);
    enum status status = text_accept(&value.text, bytes, length, &rule, &error);
    if (status == STATUS_OK)
        status = array_reserve(&entry->items, &entry->capacity, sizeof(*entry->items),
                               entry->count + 1, &error);
    if (status != STATUS_OK) {
        free(value.text);
        return person_fault_say(place, FAULT_TEXT, &error);
    }
    if (row->group == FIELD_GROUP_DOCUMENT) {
        if (entry->papers == 0 || is_said_of_paper(entry, place->field))
            person_entry_begin_paper(entry);
        value.paper = entry->papers;
    }
    entry->items[entry->count++] = value;
    return EXIT_CODE_DONE;
}

const struct person_value *person_entry_find(const struct person_entry *entry,
                                             enum person_field field)
{
    for (size_t i = 0; i < entry->count; i++)
        if (entry->items[i].field == field)
            return &entry->items[i];
    return NULL;
}

bool person_entry_has_group(const struct person_entry *entry, enum person_field_group group)
{
    for (size_t i = 0; i < entry->count; i++)
        if (person_field_row(entry->items[i].field)->group == group)
            return true;
    return false;
}

static bool has_paper(const struct person_entry *entry, size_t paper)
{
    for (size_t i = 0; i < entry->count; i++)
        if (entry->items[i].paper == paper && entry->items[i].text[0] != '\0')
            return true;
    return false;
}

size_t person_entry_paper_number(const struct person_entry *entry, size_t index)
{
    for (size_t paper = 1; paper <= entry->papers; paper++)
        if (has_paper(entry, paper) && index-- == 0)
            return paper;
    return 0;
}

/* ---- the record's own fields */

static int check_arrival(const struct person_entry *entry, const struct person *person)
{
    const struct person_value *value = person_entry_find(entry, FIELD_ARRIVED);
    if (value == NULL)
        value = person_entry_find(entry, FIELD_BIRTH_DATE);
    bool is_early = person->has_birth && person->has_arrived &&
                    day_compare(person->arrived, person->birth.day) < 0;
    return value != NULL && is_early ? say(value, FAULT_ARRIVAL, NULL) : EXIT_CODE_DONE;
}

int person_entry_apply(const struct person_entry *entry, struct person *person, struct day today)
{
    int code = EXIT_CODE_DONE;
    for (size_t i = 0; i < entry->count && code == EXIT_CODE_DONE; i++) {
        const struct person_value *value = &entry->items[i];
        struct error error = { 0 };
        if (person_field_row(value->field)->group != FIELD_GROUP_RECORD)
            continue;
        code =
            say(value, person_value_set(person, value->field, value->text, today, &error), &error);
    }
    return code == EXIT_CODE_DONE ? check_arrival(entry, person) : code;
}

/* ---- the name */

static const char *part_of(const struct person_entry *entry, enum person_field field,
                           const char *before)
{
    const struct person_value *value = person_entry_find(entry, field);
    return value == NULL ? before : value->text;
}

static const struct person_value *first_of_name(const struct person_entry *entry)
{
    for (size_t i = 0; i < entry->count; i++)
        if (person_field_row(entry->items[i].field)->group == FIELD_GROUP_NAME)
            return &entry->items[i];
    return NULL;
}

int person_entry_name(const struct person_entry *entry, const struct person_name *base,
                      struct person_name *out)
{
    static const struct person_name nothing = { .kind = NAME_KIND_MAIN };
    struct error error = { 0 };
    const struct person_value *given = first_of_name(entry);
    const struct person_value *whole = person_entry_find(entry, FIELD_FULL_NAME);
    bool is_only_whole = whole != NULL && whole->text[0] != '\0' && given == whole &&
                         person_entry_find(entry, FIELD_SURNAME) == NULL &&
                         person_entry_find(entry, FIELD_GIVEN_NAME) == NULL &&
                         person_entry_find(entry, FIELD_PATRONYMIC) == NULL;
    /* A new whole name alone says nothing of its parts: the old ones would contradict it. */
    if (base == NULL || is_only_whole)
        base = &nothing;
    const struct person_name_text text = {
        .full_name = whole == NULL ? NULL : whole->text,
        .surname = part_of(entry, FIELD_SURNAME, base->surname),
        .given_name = part_of(entry, FIELD_GIVEN_NAME, base->given_name),
        .patronymic = part_of(entry, FIELD_PATRONYMIC, base->patronymic),
    };
    enum status status = person_name_make(out, NAME_KIND_MAIN, &text, &error);
    if (status == STATUS_OK)
        return EXIT_CODE_DONE;
    const struct person_place place = {
        given != NULL      ? given->line
        : entry->count > 0 ? entry->items[0].line
                           : 0,
        given == NULL ? PERSON_FIELD_COUNT : given->field,
    };
    return person_fault_say(&place,
                            status == STATUS_TEXT_EMPTY ? FAULT_NAME_MISSING
                            : status == STATUS_INVALID  ? FAULT_NAME
                                                        : FAULT_TEXT,
                            &error);
}

/* ---- contacts */

static enum contact_kind kind_of(enum person_field field)
{
    return field == FIELD_PHONE   ? CONTACT_PHONE
           : field == FIELD_EMAIL ? CONTACT_EMAIL
                                  : CONTACT_ADDRESS;
}

static enum status contact_append(struct contact_list *list, const struct person_value *value,
                                  struct error *error)
{
    struct contact contact = { .kind = kind_of(value->field), .is_safe = true };
    enum status status =
        array_reserve(&list->items, &list->capacity, sizeof(*list->items), list->count + 1, error);
    if (status == STATUS_OK)
        status = text_copy(&contact.value, value->text, error);
    if (status == STATUS_OK)
        list->items[list->count++] = contact;
    return status;
}

int person_entry_contacts(const struct person_entry *entry, struct contact_list *out)
{
    *out = (struct contact_list){ .items = NULL };
    for (size_t i = 0; i < entry->count; i++) {
        struct error error = { 0 };
        const struct person_value *value = &entry->items[i];
        if (person_field_row(value->field)->group != FIELD_GROUP_CONTACT || value->text[0] == '\0')
            continue;
        if (contact_append(out, value, &error) != STATUS_OK)
            return say(value, FAULT_TEXT, &error);
    }
    return EXIT_CODE_DONE;
}
