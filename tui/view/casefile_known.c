/* SPDX-License-Identifier: Apache-2.0 */

/* What a step asks and the record of the person has already: it stands in the form at first, to be
 * checked instead of asked again. */
#include "view/casefile_private.h"

#include "language.h"
#include "person/person_store.h"

#include <stdlib.h>
#include <string.h>

/* Of the person of the casefile. */
struct known_record {
    struct person person;
    struct contact_list contacts;
};

enum { KNOWN_SIZE = 1024 };

static void write_text(char out[KNOWN_SIZE], const char *text)
{
    if (text != NULL && strlen(text) < KNOWN_SIZE)
        memcpy(out, text, strlen(text) + 1);
}

static const struct contact *first_contact(const struct known_record *record,
                                           enum contact_kind kind)
{
    for (size_t i = 0; i < record->contacts.count; i++)
        if (record->contacts.items[i].kind == kind)
            return &record->contacts.items[i];
    return NULL;
}

static void write_contact(char out[KNOWN_SIZE], const struct known_record *record,
                          enum contact_kind kind)
{
    const struct contact *contact = first_contact(record, kind);
    write_text(out, contact == NULL ? NULL : contact->value);
}

static void write_group(char out[KNOWN_SIZE], const struct known_record *record)
{
    write_text(out, record->person.population_group);
}

static void write_arrived(char out[KNOWN_SIZE], const struct known_record *record)
{
    if (record->person.has_arrived)
        day_format(out, record->person.arrived);
}

static void write_language(char out[KNOWN_SIZE], const struct known_record *record)
{
    write_text(out, record->person.language);
}

/* That nobody said so means nothing. */
static void write_interpreter(char out[KNOWN_SIZE], const struct known_record *record)
{
    write_text(out, record->person.needs_interpreter ? "yes" : NULL);
}

static void write_address(char out[KNOWN_SIZE], const struct known_record *record)
{
    write_contact(out, record, CONTACT_ADDRESS);
}

static void write_phone(char out[KNOWN_SIZE], const struct known_record *record)
{
    write_contact(out, record, CONTACT_PHONE);
}

/* Only the warning: that a call is safe has to be asked. */
static void write_phone_safe(char out[KNOWN_SIZE], const struct known_record *record)
{
    const struct contact *phone = first_contact(record, CONTACT_PHONE);
    write_text(out, phone != NULL && !phone->is_safe ? "no" : NULL);
}

/* Fields of the parts that all workflows share (core/workflow/definitions/parts). */
static const struct {
    const char *step;
    const char *field;
    enum field_type type;
    void (*write)(char out[KNOWN_SIZE], const struct known_record *record);
} table[] = {
    { "consent", "language", FIELD_LANGUAGE, write_language },
    { "intake", "group", FIELD_CHOICE, write_group },
    { "intake", "arrived_on", FIELD_DATE, write_arrived },
    { "intake", "language", FIELD_LANGUAGE, write_language },
    { "intake", "interpreter", FIELD_YES_NO, write_interpreter },
    { "intake", "address", FIELD_TEXT, write_address },
    { "intake", "phone", FIELD_TEXT, write_phone },
    { "intake", "phone_safe", FIELD_YES_NO_UNKNOWN, write_phone_safe },
};
enum { TABLE_COUNT = sizeof(table) / sizeof(table[0]) };

/* The field of the form that a row is about, not answered yet; NULL. */
static struct form_field *open_field(struct casefile_page *page, size_t row)
{
    if (strcmp(table[row].step, page->step->id) != 0)
        return NULL;
    const struct field *asked = step_find_field(page->step, table[row].field);
    if (asked == NULL || asked->type != (int)table[row].type ||
        situation_answer(&page->file.situation, page->step->id, asked->id, 0) != NULL)
        return NULL;
    return form_find(&page->form, asked->id);
}

/* Not what the form would not take. */
static void put(struct casefile_page *page, struct form_field *field, const char *value)
{
    text_input_set(&field->input, value);
    form_settle(&page->form, (size_t)(field - page->form.fields));
    page_settle(page, field);
    if (field->fault == NULL)
        return;
    form_field_fault(field, NULL);
    text_input_clear(&field->input);
}

static bool is_same_value(const struct casefile_page *page, const struct form_field *field,
                          const char *known)
{
    struct answer_trouble trouble;
    const struct case_place place = page_place(page, field);
    char *typed = page_normal(page, &place, text_input_text(&field->input), &trouble);
    char *normal = page_normal(page, &place, known, &trouble);
    const bool is_same = typed != NULL && normal != NULL && strcmp(typed, normal) == 0;
    free(typed);
    free(normal);
    return is_same;
}

static enum status known_load(struct known_record *out, struct casefile_page *page)
{
    const char *id = page->file.casefile.person_id;
    *out = (struct known_record){ .contacts = { .items = NULL } };
    const enum status status = person_load(page->store, id, &out->person, NULL);
    return status == STATUS_OK ? person_contacts(page->store, id, &out->contacts, NULL) : status;
}

/* What was left empty by somebody who answered the rest shall stay so. */
static bool has_answers(const struct casefile_page *page)
{
    const struct situation *situation = &page->file.situation;
    for (size_t i = 0; i < situation->answer_count; i++)
        if (strcmp(situation->answers[i].step, page->step->id) == 0)
            return true;
    return false;
}

void page_take_known(const struct app *app, struct casefile_page *page, bool is_new)
{
    struct known_record record = { .contacts = { .items = NULL } };
    bool is_loaded = false;
    const bool is_put = is_new && !has_answers(page);
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        char value[KNOWN_SIZE] = "";
        struct form_field *field = open_field(page, i);
        if (field == NULL || !session_may(app_session_of(app), ACT_READ_PEOPLE))
            continue;
        if (!is_loaded && known_load(&record, page) != STATUS_OK)
            break;
        is_loaded = true;
        table[i].write(value, &record);
        if (is_put && value[0] != '\0')
            put(page, field, value);
        form_field_remark(field, is_same_value(page, field, value) ? C_("form", "recorded") : NULL);
    }
    person_release(&record.person);
    contact_list_release(&record.contacts);
}
