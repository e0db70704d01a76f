/* SPDX-License-Identifier: Apache-2.0 */

/* From the form of the intake to what the office file keeps. */
#include "view/intake_private.h"

#include "base/array.h"
#include "command/case/renew.h"
#include "document/document_store.h"
#include "household/household_store.h"
#include "household/relation_store.h"
#include "journal/act.h"
#include "person/person_store.h"
#include "search/number_fold.h"
#include "view/person_form.h"

#include <stdlib.h>
#include <string.h>

void intake_record_release(struct intake_record *record)
{
    person_release(&record->person);
    contact_list_release(&record->contacts);
    document_release(&record->paper);
    *record = (struct intake_record){ .has_paper = false };
}

/* ---- from the form */

static enum status add_name(struct intake_record *record, struct person_name *name,
                            struct error *error)
{
    struct person_name_list *names = &record->person.names;
    enum status status = array_reserve(&names->items, &names->capacity, sizeof(*names->items),
                                       names->count + 1, error);
    if (status == STATUS_OK)
        names->items[names->count++] = *name;
    else
        person_name_release(name);
    return status;
}

static enum status read_names(struct intake_record *record, const struct form *form,
                              struct error *error)
{
    struct person_name name;
    const char *other = form_value(form, intake_other_name);
    enum status status = person_form_read_name(form, NAME_KIND_MAIN, &name, error);
    if (status == STATUS_OK)
        status = add_name(record, &name, error);
    if (status != STATUS_OK || other[0] == '\0')
        return status;
    const struct person_name_text text = { .full_name = other };
    status = person_name_make(&name, NAME_KIND_TRANSLITERATION, &text, error);
    return status == STATUS_OK ? add_name(record, &name, error) : status;
}

static bool is_same_folded(const char *left, const char *right)
{
    char *first = NULL, *second = NULL;
    const bool is_same = text_fold(&first, left, NULL) == STATUS_OK &&
                         text_fold(&second, right, NULL) == STATUS_OK && strcmp(first, second) == 0;
    free(first);
    free(second);
    return is_same;
}

/* The name as the zone writes it, when the clerk typed another one. */
static enum status read_zone_name(struct intake_record *record, const char *holder,
                                  struct error *error)
{
    struct person_name name;
    const struct person_name_text text = { .full_name = holder };
    if (holder[0] == '\0')
        return STATUS_OK;
    for (size_t i = 0; i < record->person.names.count; i++)
        if (is_same_folded(record->person.names.items[i].full_name, holder))
            return STATUS_OK;
    const enum status status = person_name_make(&name, NAME_KIND_DOCUMENT, &text, error);
    return status == STATUS_OK ? add_name(record, &name, error) : status;
}

static enum status read_contact(struct intake_record *record, enum contact_kind kind,
                                const char *value, struct error *error)
{
    struct contact_list *list = &record->contacts;
    struct contact contact = { .kind = kind, .is_safe = true };
    if (value[0] == '\0')
        return STATUS_OK;
    enum status status =
        array_reserve(&list->items, &list->capacity, sizeof(*list->items), list->count + 1, error);
    if (status == STATUS_OK)
        status = text_copy(&contact.value, value, error);
    if (status == STATUS_OK)
        list->items[list->count++] = contact;
    return status;
}

static enum status read_paper(struct intake_record *record, const struct form *form,
                              struct error *error)
{
    const char *lines = form_value(form, "mrz");
    const char *holder = form_value(form, "holder_text");
    enum status status = person_form_read_paper(form, &record->paper, error);
    if (status == STATUS_NOT_FOUND)
        return STATUS_OK;
    record->has_paper = status == STATUS_OK;
    if (status == STATUS_OK && holder[0] != '\0')
        status = text_copy(&record->paper.holder_text, holder, error);
    if (status == STATUS_OK && lines[0] != '\0')
        status = text_copy(&record->paper.mrz, lines, error);
    return status;
}

enum status intake_record_make(struct intake_record *out, const struct form *form,
                               struct error *error)
{
    *out = (struct intake_record){ .has_paper = false };
    enum status status = person_form_read(form, &out->person, error);
    if (status == STATUS_OK)
        status = read_names(out, form, error);
    if (status == STATUS_OK)
        status = read_zone_name(out, form_value(form, "holder_text"), error);
    if (status == STATUS_OK)
        status = read_contact(out, CONTACT_PHONE, form_value(form, "phone"), error);
    if (status == STATUS_OK)
        status = read_contact(out, CONTACT_ADDRESS, form_value(form, "address"), error);
    if (status == STATUS_OK)
        status = read_contact(out, CONTACT_EMAIL, form_value(form, "email"), error);
    return status == STATUS_OK ? read_paper(out, form, error) : status;
}

/* ---- a new person */

/* The household that the relative lives in; makes one when there is none. */
static enum status household_find(struct app *app, const struct intake_view *intake,
                                  char out[UUID_TEXT_SIZE], struct error *error)
{
    struct store *store = app_store(app);
    const char *actor = app_desk(app)->actor;
    struct household_member_list list = { .items = NULL };
    enum status status = household_of_person(store, intake->family_id, &list, error);
    const bool is_found = status == STATUS_OK && list.count > 0 && !list.items[0].has_left_on;
    if (is_found)
        memcpy(out, list.items[0].household_id, UUID_TEXT_SIZE);
    free(list.items);
    if (status != STATUS_OK || is_found)
        return status;
    struct household household = { .name = NULL };
    struct household_member head = { .is_head = true };
    const char *address = form_value(&intake->form, "address");
    memcpy(head.person_id, intake->family_id, UUID_TEXT_SIZE);
    status = text_copy(&household.name, intake->family_name, error);
    if (status == STATUS_OK && address[0] != '\0')
        status = text_copy(&household.address, address, error);
    if (status == STATUS_OK)
        status = household_add(store, actor, &household, &head, error);
    memcpy(out, household.id, UUID_TEXT_SIZE);
    household_release(&household);
    return status;
}

static enum status family_join(struct app *app, const struct intake_view *intake,
                               const char *person_id, struct error *error)
{
    struct household_member member = { .is_head = false };
    struct relation relation = { .kind = RELATION_OTHER };
    const char *word = form_value(&intake->form, "family_relation");
    enum status status = household_find(app, intake, member.household_id, error);
    if (status != STATUS_OK)
        return status;
    memcpy(member.person_id, person_id, UUID_TEXT_SIZE);
    status = household_add_member(app_store(app), app_desk(app)->actor, &member, error);
    if (status != STATUS_OK || word[0] == '\0')
        return status;
    memcpy(relation.person_id, person_id, UUID_TEXT_SIZE);
    memcpy(relation.other_id, intake->family_id, UUID_TEXT_SIZE);
    status = relation_kind_parse(&relation.kind, word, error);
    return status == STATUS_OK
               ? relation_add(app_store(app), app_desk(app)->actor, &relation, error)
               : status;
}

enum status intake_record_keep(struct app *app, struct intake_view *intake,
                               struct intake_record *record, struct error *error)
{
    bool is_own;
    struct store *store = app_store(app);
    const char *actor = app_desk(app)->actor;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = person_add(store, actor, &record->person, &record->contacts, error);
    if (status == STATUS_OK && record->has_paper) {
        memcpy(record->paper.person_id, record->person.id, UUID_TEXT_SIZE);
        status = document_add(store, actor, &record->paper, error);
    }
    if (status == STATUS_OK && intake->family_id[0] != '\0')
        status = family_join(app, intake, record->person.id, error);
    if (status == STATUS_OK)
        app_drop_draft(app, &intake->view);
    return act_commit(store, is_own, status, error);
}

/* ---- what somebody who is kept already does not have */

/* The record that the facts go to. */
struct known {
    struct person person;
    struct contact_list contacts;
    struct document_list papers;
};

static void known_release(struct known *known)
{
    person_release(&known->person);
    contact_list_release(&known->contacts);
    document_list_release(&known->papers);
}

static enum status known_load(struct known *out, struct store *store, const char *id,
                              struct error *error)
{
    *out = (struct known){ .papers = { .items = NULL } };
    enum status status = person_load(store, id, &out->person, error);
    if (status == STATUS_OK)
        status = person_contacts(store, id, &out->contacts, error);
    return status == STATUS_OK ? document_list(store, id, &out->papers, error) : status;
}

static enum status add_names(struct app *app, const struct known *known,
                             struct intake_record *record, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < record->person.names.count && status == STATUS_OK; i++) {
        struct person_name *name = &record->person.names.items[i];
        bool is_known = false;
        for (size_t j = 0; j < known->person.names.count; j++)
            is_known =
                is_known || is_same_folded(known->person.names.items[j].full_name, name->full_name);
        if (name->kind == NAME_KIND_MAIN)
            name->kind = NAME_KIND_ALIAS;
        if (!is_known)
            status = person_add_name(app_store(app), app_desk(app)->actor, known->person.id, name,
                                     error);
    }
    return status;
}

static enum status add_contacts(struct app *app, const struct known *known,
                                struct intake_record *record, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < record->contacts.count && status == STATUS_OK; i++) {
        struct contact *contact = &record->contacts.items[i];
        bool is_known = false;
        for (size_t j = 0; j < known->contacts.count; j++)
            is_known = is_known || (known->contacts.items[j].kind == contact->kind &&
                                    strcmp(known->contacts.items[j].value, contact->value) == 0);
        if (!is_known)
            status = person_add_contact(app_store(app), app_desk(app)->actor, known->person.id,
                                        contact, error);
    }
    return status;
}

static enum status add_paper(struct app *app, const struct known *known,
                             struct intake_record *record, struct error *error)
{
    char wanted[NUMBER_FOLD_SIZE], found[NUMBER_FOLD_SIZE];
    if (!record->has_paper)
        return STATUS_OK;
    number_fold(wanted, record->paper.number == NULL ? "" : record->paper.number);
    for (size_t i = 0; i < known->papers.count; i++) {
        const struct document *paper = &known->papers.items[i];
        number_fold(found, paper->number == NULL ? "" : paper->number);
        if (strcmp(paper->type, record->paper.type) == 0 && strcmp(wanted, found) == 0)
            return STATUS_OK;
    }
    memcpy(record->paper.person_id, known->person.id, UUID_TEXT_SIZE);
    return document_add(app_store(app), app_desk(app)->actor, &record->paper, error);
}

/* What the record does not know yet of the person; what it knows stays. */
static bool take_unknown(struct person *known, struct person *told)
{
    bool is_taken = false;
    if (!known->has_birth && told->has_birth) {
        known->birth = told->birth;
        known->has_birth = is_taken = true;
    }
    if (known->sex == SEX_NOT_KNOWN && told->sex != SEX_NOT_KNOWN) {
        known->sex = told->sex;
        is_taken = true;
    }
    if (known->nationality[0] == '\0' && told->nationality[0] != '\0') {
        memcpy(known->nationality, told->nationality, sizeof(known->nationality));
        is_taken = true;
    }
    if (known->birth_place == NULL && told->birth_place != NULL) {
        known->birth_place = told->birth_place;
        told->birth_place = NULL;
        is_taken = true;
    }
    if (known->language == NULL && told->language != NULL) {
        known->language = told->language;
        told->language = NULL;
        is_taken = true;
    }
    return is_taken;
}

static enum status add_facts(struct app *app, struct known *known, struct intake_record *record,
                             struct error *error)
{
    enum status status = STATUS_OK;
    if (take_unknown(&known->person, &record->person))
        status = person_change(app_store(app), app_desk(app)->actor, &known->person, error);
    if (status == STATUS_OK)
        status = add_names(app, known, record, error);
    if (status == STATUS_OK)
        status = add_contacts(app, known, record, error);
    return status == STATUS_OK ? add_paper(app, known, record, error) : status;
}

enum status intake_record_add_to(struct app *app, struct intake_view *intake, const char *person_id,
                                 struct intake_record *record, struct error *error)
{
    bool is_own;
    struct known known;
    struct store *store = app_store(app);
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = known_load(&known, store, person_id, error);
    if (status == STATUS_OK)
        status = add_facts(app, &known, record, error);
    if (status == STATUS_OK)
        status = case_renew_tasks(app_session(app)->desk.office, person_id, error);
    if (status == STATUS_OK)
        app_drop_draft(app, &intake->view);
    known_release(&known);
    return act_commit(store, is_own, status, error);
}
