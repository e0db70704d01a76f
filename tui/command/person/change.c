/* SPDX-License-Identifier: Apache-2.0 */

/* qadam person change: what was said replaces what was known; the rest stays. */
#include "command/person/change.h"
#include "command/field_input.h"
#include "command/json.h"
#include "command/person/command.h"
#include "command/person/input.h"
#include "command/person/sheet.h"
#include "document/document_store.h"
#include "language.h"
#include "person/person_record.h"
#include "person/person_store.h"
#include "sentence.h"
#include "wording/local_time.h"

#include <string.h>

const struct option person_change_options[] = {
    { "json-input", NULL, N_("Read one JSON object instead of lines."), OPTION_FLAG, 0, 0, false },
    { "correction", NULL,
      N_("The name was only mistyped: the old spelling is not kept as a former name."), OPTION_FLAG,
      0, 0, false },
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

static void change_release(struct change *change)
{
    person_entry_release(&change->entry);
    person_release(&change->person);
    person_name_release(&change->name);
    contact_list_release(&change->contacts_before);
    contact_list_release(&change->contacts);
    document_list_release(&change->papers_before);
    document_list_release(&change->papers);
}

/* ---- preparing */

static int change_load(struct change *change, const char *typed)
{
    char id[UUID_TEXT_SIZE];
    struct error error = { 0 };
    struct store *store = office_store(change->office);
    int code = person_resolve(change->office, typed, id);
    if (code != EXIT_CODE_DONE)
        return code;
    enum status status = person_record_require(store, id, &error);
    if (status == STATUS_OK)
        status = person_load(store, id, &change->person, &error);
    if (status == STATUS_OK)
        status = person_contacts(store, id, &change->contacts_before, &error);
    if (status == STATUS_OK)
        status = document_list(store, id, &change->papers_before, &error);
    return status == STATUS_OK ? EXIT_CODE_DONE : person_fail(typed, &error, NULL);
}

static bool is_same_text(const char *one, const char *other)
{
    return one == NULL || other == NULL ? one == other : strcmp(one, other) == 0;
}

static int change_name(struct change *change)
{
    const struct person_name *before = person_main_name(&change->person);
    if (!person_entry_has_group(&change->entry, FIELD_GROUP_NAME))
        return EXIT_CODE_DONE;
    int code = person_entry_name(&change->entry, before, &change->name);
    change->has_name =
        code == EXIT_CODE_DONE &&
        (before == NULL || !is_same_text(before->full_name, change->name.full_name) ||
         !is_same_text(before->surname, change->name.surname) ||
         !is_same_text(before->given_name, change->name.given_name) ||
         !is_same_text(before->patronymic, change->name.patronymic));
    return code;
}

static int change_prepare(struct change *change)
{
    struct error error = { 0 };
    int code = person_entry_apply(&change->entry, &change->person, change->today);
    if (code == EXIT_CODE_DONE)
        code = change_name(change);
    if (code == EXIT_CODE_DONE)
        code = person_entry_contacts(&change->entry, &change->contacts);
    if (code == EXIT_CODE_DONE)
        code = person_papers_make(&change->papers, &change->entry, change->today);
    if (code == EXIT_CODE_DONE && person_check(&change->person, change->today, &error) != STATUS_OK)
        code = person_fail(NULL, &error, NULL);
    if (code == EXIT_CODE_DONE)
        person_papers_warn(&change->papers, &change->person);
    return code;
}

/* ---- telling */

static int change_tell(const struct arguments *arguments, const struct change *change)
{
    const struct person_name *name =
        change->has_name ? &change->name : person_main_name(&change->person);
    const struct json_member members[] = {
        { "id", JSON_TEXT, change->person.id, 0 },
        { "full_name", JSON_TEXT, name == NULL ? NULL : name->full_name, 0 },
    };
    if (arguments_has(arguments, "json"))
        return json_print(members, sizeof(members) / sizeof(members[0]));
    puts(change->person.id);
    return EXIT_CODE_DONE;
}

/* ---- the two ways in */

static int change_read(struct change *change, const struct arguments *arguments,
                       const struct office_file *file)
{
    struct person_entry_list entries = { .items = NULL };
    struct person scratch = { .sex = SEX_NOT_KNOWN };
    int code = person_input_read(&entries, arguments, 1);
    if (code == EXIT_CODE_DONE) {
        change->entry = entries.items[0];
        entries.count = 0;
        code = person_entry_read_zone(&change->entry, change->today);
    }
    /* Before a passphrase is asked for: is it usable at all? */
    if (code == EXIT_CODE_DONE)
        code = person_entry_apply(&change->entry, &scratch, change->today);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&change->office, arguments, &file->login, ACT_KEEP_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = change_load(change, file->arguments[0]);
    if (code == EXIT_CODE_DONE)
        code = change_prepare(change);
    if (code == EXIT_CODE_DONE)
        code = person_change_write(change);
    person_release(&scratch);
    person_entry_list_release(&entries);
    return code;
}

static void write_all(const struct change *change, const struct contact_list *contacts,
                      const struct document_list *papers)
{
    person_sheet_write_person(stderr, &change->person, change->today);
    person_sheet_write_contacts(stderr, contacts);
    for (size_t i = 0; i < papers->count; i++)
        person_sheet_write_document(stderr, &papers->items[i], change->today);
    fputc('\n', stderr);
}

static int change_ask(struct change *change, struct dialogue *dialogue)
{
    write_all(change, &change->contacts_before, &change->papers_before);
    sentence_write_text(stderr, _("A telephone, address or e-mail that you type takes the place of "
                                  "those there are."));
    int code = person_ask(dialogue, &change->entry, &change->person);
    if (code == EXIT_CODE_DONE && change->entry.count == 0) {
        fprintf(stderr, "qadam: %s\n", _("Nothing was changed."));
        return EXIT_CODE_DONE;
    }
    if (code == EXIT_CODE_DONE)
        code = change_prepare(change);
    if (code == EXIT_CODE_DONE) {
        if (change->has_name)
            person_sheet_line(stderr, _("New name"), change->name.full_name);
        write_all(change, &change->contacts, &change->papers);
        code = dialogue_confirm(dialogue, _("Keep this? (yes or no) "));
    }
    if (code == EXIT_CODE_DONE)
        code = person_change_write(change);
    return code;
}

static int change_asked(struct change *change, const struct arguments *arguments,
                        const struct office_file *file)
{
    struct dialogue dialogue;
    int code = login_open_file(&change->office, arguments, &file->login, ACT_KEEP_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = change_load(change, file->arguments[0]);
    if (code == EXIT_CODE_DONE)
        code = dialogue_begin(&dialogue);
    if (code != EXIT_CODE_DONE)
        return code;
    code = change_ask(change, &dialogue);
    dialogue_end(&dialogue);
    return code;
}

int person_change_run(const struct arguments *arguments)
{
    struct office_file file;
    struct error error = { 0 };
    struct change change = { .is_correction = arguments_has(arguments, "correction") };
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = field_input_check(arguments);
    if (code == EXIT_CODE_DONE && local_time_today(&change.today, &error) != STATUS_OK)
        code = sentence_fail(NULL, &error);
    if (code == EXIT_CODE_DONE)
        code = person_input_is_asked(arguments) ? change_asked(&change, arguments, &file)
                                                : change_read(&change, arguments, &file);
    if (code == EXIT_CODE_DONE)
        code = change_tell(arguments, &change);
    office_close(&change.office);
    change_release(&change);
    return code;
}
