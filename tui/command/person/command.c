/* SPDX-License-Identifier: Apache-2.0 */
#include "command/person/command.h"

#include "base/array.h"
#include "document/document_store.h"
#include "person/person_store.h"
#include "sentence.h"
#include "wording/local_time.h"

#include <stdlib.h>
#include <string.h>

static int add_name(struct person *person, const struct person_name *name, struct error *error)
{
    struct person_name_list *names = &person->names;
    if (array_reserve(&names->items, &names->capacity, sizeof(*names->items), names->count + 1,
                      error) != STATUS_OK)
        return sentence_fail(NULL, error);
    names->items[names->count++] = *name;
    return EXIT_CODE_DONE;
}

/* The main name, and the one of the machine-readable zone when it differs. */
static int make_names(struct person *person, const struct person_entry *entry)
{
    struct person_name name;
    struct error error = { 0 };
    int code = person_entry_name(entry, NULL, &name);
    if (code != EXIT_CODE_DONE)
        return code;
    code = add_name(person, &name, &error);
    if (code != EXIT_CODE_DONE) {
        person_name_release(&name);
        return code;
    }
    if (!person_entry_zone_name(entry, &name))
        return EXIT_CODE_DONE;
    code = add_name(person, &name, &error);
    if (code != EXIT_CODE_DONE)
        person_name_release(&name);
    return code;
}

int person_draft_make(struct person_draft *out, struct person_entry *entry)
{
    struct day today;
    struct error error = { 0 };
    *out = (struct person_draft){ .person = { .sex = SEX_NOT_KNOWN } };
    if (local_time_today(&today, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    int code = person_entry_read_zone(entry, today);
    if (code == EXIT_CODE_DONE)
        code = person_entry_read_holder(entry, today);
    if (code == EXIT_CODE_DONE)
        code = person_entry_apply(entry, &out->person, today);
    if (code == EXIT_CODE_DONE)
        code = make_names(&out->person, entry);
    if (code == EXIT_CODE_DONE)
        code = person_entry_contacts(entry, &out->contacts);
    if (code == EXIT_CODE_DONE)
        code = person_papers_make(&out->papers, entry, today);
    if (code == EXIT_CODE_DONE && person_check(&out->person, today, &error) != STATUS_OK)
        code = sentence_fail(NULL, &error);
    if (code == EXIT_CODE_DONE)
        person_papers_warn(&out->papers, &out->person);
    return code;
}

void person_draft_release(struct person_draft *draft)
{
    person_release(&draft->person);
    contact_list_release(&draft->contacts);
    document_list_release(&draft->papers);
}

enum status person_draft_keep(struct store *store, const char *actor, struct person_draft *draft,
                              struct error *error)
{
    enum status status = person_add(store, actor, &draft->person, &draft->contacts, error);
    for (size_t i = 0; i < draft->papers.count && status == STATUS_OK; i++) {
        struct document *paper = &draft->papers.items[i];
        memcpy(paper->person_id, draft->person.id, sizeof(paper->person_id));
        status = document_add(store, actor, paper, error);
    }
    return status;
}
