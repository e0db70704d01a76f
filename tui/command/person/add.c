/* SPDX-License-Identifier: Apache-2.0 */

/* qadam person add: keeps new people, all that were given or nobody. */
#include "base/array.h"
#include "command/field_input.h"
#include "command/json.h"
#include "command/person/duplicate.h"
#include "command/person/input.h"
#include "command/person/sheet.h"
#include "language.h"
#include "person/person_store.h"
#include "sentence.h"
#include "wording/local_time.h"

#include <stdlib.h>

const struct option person_add_options[] = {
    { "duplicates", "warn|refuse|ignore",
      N_("What to do when the person seems to be there already: say so and go on (warn, if you do "
         "not say), keep nobody, or not look."),
      OPTION_CHOICE, 0, 0, false },
    { "json-input", NULL, N_("Read one JSON object instead of lines."), OPTION_FLAG, 0, 0, false },
    { "json", NULL, N_("Print a JSON object for the person; an array for several."), OPTION_FLAG, 0,
      0, false },
    { .name = NULL },
};

static void drafts_release(struct person_draft_list *drafts)
{
    for (size_t i = 0; i < drafts->count; i++)
        person_draft_release(&drafts->items[i]);
    free(drafts->items);
}

static int drafts_make(struct person_draft_list *out, struct person_entry_list *entries)
{
    struct error error;
    int code = EXIT_CODE_DONE;
    out->items = calloc(entries->count, sizeof(*out->items));
    if (out->items == NULL) {
        error_record(&error, STATUS_OUT_OF_MEMORY, 0, "people");
        return sentence_fail(NULL, &error);
    }
    for (size_t i = 0; i < entries->count && code == EXIT_CODE_DONE; i++)
        code = person_draft_make(&out->items[out->count++], &entries->items[i]);
    return code;
}

/* ---- keeping */

/* Each after a look at whether somebody is there already, those before it in the list too. */
static int keep_each(struct office *office, const struct arguments *arguments,
                     struct person_draft_list *drafts, bool is_checked)
{
    int code = EXIT_CODE_DONE;
    for (size_t i = 0; i < drafts->count && code == EXIT_CODE_DONE; i++) {
        struct error error = { 0 };
        if (!is_checked)
            code = person_duplicate_check(office, arguments, drafts, i);
        if (code == EXIT_CODE_DONE && person_draft_keep(office_store(office), office_actor(office),
                                                        &drafts->items[i], &error) != STATUS_OK)
            code = person_fail(NULL, &error, NULL);
    }
    return code;
}

static int keep_all(struct office *office, const struct arguments *arguments,
                    struct person_draft_list *drafts, bool is_checked)
{
    struct error error = { 0 };
    struct store *store = office_store(office);
    if (store_begin(store, &error) != STATUS_OK)
        return person_fail(NULL, &error, NULL);
    int code = keep_each(office, arguments, drafts, is_checked);
    if (code != EXIT_CODE_DONE) {
        store_rollback(store);
        return code;
    }
    return store_commit(store, &error) == STATUS_OK ? EXIT_CODE_DONE
                                                    : person_fail(NULL, &error, NULL);
}

/* ---- telling */

static void add_json(struct json *json, const struct person_draft *draft)
{
    char birth[DATE_TEXT_SIZE] = "";
    const struct person *person = &draft->person;
    if (person->has_birth)
        date_format(birth, person->birth);
    const struct json_member members[] = {
        { "id", JSON_TEXT, person->id, 0 },
        { "full_name", JSON_TEXT, person_main_name(person)->full_name, 0 },
        { "birth_date", JSON_TEXT, person->has_birth ? birth : NULL, 0 },
        { "documents", JSON_NUMBER, NULL, (long long)draft->papers.count },
        { "created_at", JSON_TEXT, person->created_at, 0 },
    };
    json_add(json, members, sizeof(members) / sizeof(members[0]));
}

static int tell(const struct arguments *arguments, const struct person_draft_list *drafts)
{
    if (!arguments_has(arguments, "json")) {
        for (size_t i = 0; i < drafts->count; i++)
            puts(drafts->items[i].person.id);
        return EXIT_CODE_DONE;
    }
    struct json *json = json_begin();
    for (size_t i = 0; i < drafts->count; i++)
        add_json(json, &drafts->items[i]);
    return drafts->count == 1 ? json_end_object(json) : json_end_array(json);
}

/* ---- the two ways in */

static int add_read(const struct arguments *arguments, const struct office_file *file,
                    struct person_draft_list *drafts)
{
    struct office *office = NULL;
    struct person_entry_list entries = { .items = NULL };
    int code = person_input_read(&entries, arguments, 0);
    if (code == EXIT_CODE_DONE)
        code = drafts_make(drafts, &entries);
    person_entry_list_release(&entries);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file->login, ACT_KEEP_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = keep_all(office, arguments, drafts, false);
    office_close(&office);
    return code;
}

static void draft_write(const struct person_draft *draft)
{
    struct day today;
    if (local_time_today(&today, NULL) != STATUS_OK)
        return;
    fputc('\n', stderr);
    person_sheet_write_person(stderr, &draft->person, today);
    person_sheet_write_contacts(stderr, &draft->contacts);
    for (size_t i = 0; i < draft->papers.count; i++)
        person_sheet_write_document(stderr, &draft->papers.items[i], today);
    fputc('\n', stderr);
}

static int ask_draft(struct office *office, const struct arguments *arguments,
                     struct person_draft_list *drafts)
{
    struct dialogue dialogue;
    struct person_entry entry = { .items = NULL };
    struct person_entry_list entries = { &entry, 1, 1 };
    int code = dialogue_begin(&dialogue);
    if (code != EXIT_CODE_DONE)
        return code;
    code = person_ask(&dialogue, &entry, NULL);
    if (code == EXIT_CODE_DONE)
        code = drafts_make(drafts, &entries);
    if (code == EXIT_CODE_DONE) {
        draft_write(&drafts->items[0]);
        code = person_duplicate_check(office, arguments, drafts, 0);
    }
    if (code == EXIT_CODE_DONE)
        code = dialogue_confirm(&dialogue, _("Keep this? (yes or no) "));
    person_entry_release(&entry);
    dialogue_end(&dialogue);
    return code;
}

static int add_asked(const struct arguments *arguments, const struct office_file *file,
                     struct person_draft_list *drafts)
{
    struct office *office = NULL;
    int code = login_open_file(&office, arguments, &file->login, ACT_KEEP_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = ask_draft(office, arguments, drafts);
    if (code == EXIT_CODE_DONE)
        code = keep_all(office, arguments, drafts, true);
    office_close(&office);
    return code;
}

int person_add_run(const struct arguments *arguments)
{
    struct office_file file;
    struct person_draft_list drafts = { .items = NULL };
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = field_input_check(arguments);
    if (code != EXIT_CODE_DONE)
        return code;
    code = person_input_is_asked(arguments) ? add_asked(arguments, &file, &drafts)
                                            : add_read(arguments, &file, &drafts);
    if (code == EXIT_CODE_DONE)
        code = tell(arguments, &drafts);
    drafts_release(&drafts);
    return code;
}
