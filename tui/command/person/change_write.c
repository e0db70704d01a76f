/* SPDX-License-Identifier: Apache-2.0 */

/* A change of a person, act by act: the record, the name, the contacts, the papers; all of it or
 * nothing. */
#include "command/case/renew.h"
#include "command/person/change.h"
#include "command/person/command.h"
#include "document/document_store.h"
#include "journal/act.h"
#include "person/person_store.h"
#include "search/number_fold.h"
#include "sentence.h"

#include <stdlib.h>
#include <string.h>

static enum status write_name(struct change *change, struct error *error)
{
    struct store *store = office_store(change->office);
    const char *actor = office_actor(change->office);
    const struct person_name *before = person_main_name(&change->person);
    if (!change->has_name)
        return STATUS_OK;
    enum status status = person_add_name(store, actor, change->person.id, &change->name, error);
    if (status == STATUS_OK && change->is_correction && before != NULL)
        status = person_remove_name(store, actor, change->person.id, before->id, error);
    return status;
}

static bool contacts_hold(const struct contact_list *list, const struct contact *wanted)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].kind == wanted->kind && strcmp(list->items[i].value, wanted->value) == 0)
            return true;
    return false;
}

/* Whether contacts of that kind were said, be it only to clear them. */
static bool is_kind_said(const struct person_entry *entry, enum contact_kind kind)
{
    return kind == CONTACT_PHONE     ? person_entry_find(entry, FIELD_PHONE) != NULL
           : kind == CONTACT_ADDRESS ? person_entry_find(entry, FIELD_ADDRESS) != NULL
           : kind == CONTACT_EMAIL   ? person_entry_find(entry, FIELD_EMAIL) != NULL
                                     : false;
}

static enum status write_contacts(struct change *change, struct error *error)
{
    struct store *store = office_store(change->office);
    const char *actor = office_actor(change->office);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < change->contacts_before.count && status == STATUS_OK; i++) {
        const struct contact *old = &change->contacts_before.items[i];
        if (is_kind_said(&change->entry, old->kind) && !contacts_hold(&change->contacts, old))
            status = person_remove_contact(store, actor, change->person.id, old->id, error);
    }
    for (size_t i = 0; i < change->contacts.count && status == STATUS_OK; i++) {
        struct contact *contact = &change->contacts.items[i];
        if (!contacts_hold(&change->contacts_before, contact))
            status = person_add_contact(store, actor, change->person.id, contact, error);
    }
    return status;
}

/* ---- papers */

/* The paper of that type and number which the person has already, or NULL. */
static struct document *paper_find(struct change *change, const struct document *said)
{
    char wanted[NUMBER_FOLD_SIZE];
    char found[NUMBER_FOLD_SIZE];
    if (said->number == NULL)
        return NULL;
    number_fold(wanted, said->number);
    for (size_t i = 0; i < change->papers_before.count; i++) {
        struct document *paper = &change->papers_before.items[i];
        number_fold(found, paper->number == NULL ? "" : paper->number);
        if (strcmp(paper->type, said->type) == 0 && strcmp(wanted, found) == 0)
            return paper;
    }
    return NULL;
}

static void text_take(char **to, char **from)
{
    if (*from == NULL)
        return;
    free(*to);
    *to = *from;
    *from = NULL;
}

/* What was said of a paper that is known goes over what was known of it. */
static void paper_take(struct document *paper, struct document *said)
{
    text_take(&paper->personal_number, &said->personal_number);
    text_take(&paper->issuer, &said->issuer);
    text_take(&paper->holder_text, &said->holder_text);
    text_take(&paper->mrz, &said->mrz);
    if (said->issuer_country[0] != '\0')
        memcpy(paper->issuer_country, said->issuer_country, sizeof(paper->issuer_country));
    if (said->has_issued_on) {
        paper->has_issued_on = true;
        paper->issued_on = said->issued_on;
    }
    if (said->has_expires_on) {
        paper->has_expires_on = true;
        paper->expires_on = said->expires_on;
    }
}

static bool is_state_said(const struct person_entry *entry, size_t paper)
{
    for (size_t i = 0; i < entry->count; i++)
        if (entry->items[i].field == FIELD_DOCUMENT_STATE && entry->items[i].paper == paper)
            return true;
    return false;
}

static enum status write_paper(struct change *change, struct document *said, bool has_state,
                               struct error *error)
{
    struct store *store = office_store(change->office);
    const char *actor = office_actor(change->office);
    struct document *paper = paper_find(change, said);
    if (paper == NULL) {
        memcpy(said->person_id, change->person.id, sizeof(said->person_id));
        return document_add(store, actor, said, error);
    }
    const struct document_event event = { .state = said->state };
    paper_take(paper, said);
    enum status status = document_change(store, actor, paper, error);
    if (status == STATUS_OK && has_state && paper->state != event.state)
        status = document_change_state(store, actor, paper->id, &event, error);
    return status;
}

/* The name as the zone writes it, if the person does not have it yet. */
static enum status write_zone_name(struct change *change, struct error *error)
{
    struct person_name name;
    const struct person_name_list *names = &change->person.names;
    bool is_new = person_entry_zone_name(&change->entry, &name);
    if (!is_new)
        return STATUS_OK;
    for (size_t i = 0; i < names->count; i++)
        is_new = is_new && strcmp(names->items[i].full_name, name.full_name) != 0;
    enum status status = STATUS_OK;
    if (is_new)
        status = person_add_name(office_store(change->office), office_actor(change->office),
                                 change->person.id, &name, error);
    person_name_release(&name);
    return status;
}

static enum status write_all(struct change *change, struct error *error)
{
    enum status status = STATUS_OK;
    if (person_entry_has_group(&change->entry, FIELD_GROUP_RECORD))
        status = person_change(office_store(change->office), office_actor(change->office),
                               &change->person, error);
    if (status == STATUS_OK)
        status = write_name(change, error);
    if (status == STATUS_OK)
        status = write_contacts(change, error);
    for (size_t i = 0; i < change->papers.count && status == STATUS_OK; i++)
        status = write_paper(
            change, &change->papers.items[i],
            is_state_said(&change->entry, person_entry_paper_number(&change->entry, i)), error);
    if (status == STATUS_OK)
        status = write_zone_name(change, error);
    return status;
}

int person_change_write(struct change *change)
{
    struct error error = { 0 };
    bool is_own;
    struct store *store = office_store(change->office);
    enum status status = act_join(store, &is_own, &error);
    if (status == STATUS_OK) {
        status = write_all(change, &error);
        if (status == STATUS_OK)
            status = case_renew_tasks(change->office, change->person.id, &error);
        status = act_commit(store, is_own, status, &error);
    }
    return status == STATUS_OK ? EXIT_CODE_DONE : person_fail(change->person.id, &error, NULL);
}
