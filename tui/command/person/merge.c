/* SPDX-License-Identifier: Apache-2.0 */

/* qadam person merge and unmerge: two records that are one person, and the way back. */
#include "command/case/renew.h"
#include "command/json.h"
#include "command/person/command.h"
#include "command/person/reason.h"
#include "journal/act.h"
#include "language.h"
#include "person/person_store.h"
#include "sentence.h"

#include <stdlib.h>

const struct option person_merge_options[] = {
    PERSON_REASON_OPTION,
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

const struct option person_unmerge_options[] = {
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

/* The main name of that record, for questions; the caller releases *person. */
static const char *name_of(struct person *person, struct office *office, const char *id)
{
    struct error error = { 0 };
    if (person_load(office_store(office), id, person, &error) != STATUS_OK)
        return id;
    const struct person_name *name = person_main_name(person);
    return name == NULL ? id : name->full_name;
}

static void write_one(const char *label, struct office *office, const char *id)
{
    struct person person = { .sex = SEX_NOT_KNOWN };
    char birth[DATE_TEXT_SIZE] = "";
    const char *name = name_of(&person, office, id);
    if (person.has_birth)
        date_format(birth, person.birth);
    fprintf(stderr, "  %s ", label);
    sentence_write_name(stderr, name);
    fprintf(stderr, "%s%s  %s\n", birth[0] == '\0' ? "" : "  ", birth, id);
    person_release(&person);
}

/* Who would be merged into whom, and why. */
static int ask(char **reason, struct office *office, const char *survivor, const char *merged)
{
    struct dialogue dialogue;
    int code = dialogue_begin(&dialogue);
    if (code != EXIT_CODE_DONE)
        return code;
    write_one(_("stays:"), office, survivor);
    write_one(_("is merged into it:"), office, merged);
    code = person_reason_ask(reason, &dialogue, _("Why are they one person? "));
    if (code == EXIT_CODE_DONE)
        code = dialogue_confirm(&dialogue, _("Merge them? (yes or no) "));
    dialogue_end(&dialogue);
    return code;
}

static int tell(const struct arguments *arguments, const char *survivor, const char *merged)
{
    const struct json_member members[] = {
        { "survivor_id", JSON_TEXT, survivor, 0 },
        { "merged_id", JSON_TEXT, merged, 0 },
    };
    if (arguments_has(arguments, "json"))
        return json_print(members, sizeof(members) / sizeof(members[0]));
    puts(survivor);
    return EXIT_CODE_DONE;
}

/* With the tasks that follow from what is known of them now. */
static enum status merge_them(struct office *office, const char *survivor, const char *merged,
                              const char *reason, struct error *error)
{
    bool is_own;
    struct store *store = office_store(office);
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = person_merge(store, office_actor(office), survivor, merged, reason, error);
    if (status == STATUS_OK)
        status = case_renew_tasks(office, survivor, error);
    return act_commit(store, is_own, status, error);
}

static int merge(const struct arguments *arguments, struct office *office,
                 const struct office_file *file, char **reason)
{
    struct error error = { 0 };
    char survivor[UUID_TEXT_SIZE];
    char merged[UUID_TEXT_SIZE];
    int code = person_resolve(office, file->arguments[0], survivor);
    if (code == EXIT_CODE_DONE)
        code = person_resolve(office, file->arguments[1], merged);
    if (code == EXIT_CODE_DONE && person_reason_is_asked(arguments))
        code = ask(reason, office, survivor, merged);
    if (code != EXIT_CODE_DONE)
        return code;
    if (merge_them(office, survivor, merged, *reason, &error) != STATUS_OK)
        return person_fail(NULL, &error,
                           _("One of the two was merged or erased already, or they are the same "
                             "record."));
    return tell(arguments, survivor, merged);
}

int person_merge_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    char *reason = NULL;
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = person_reason_read(&reason, arguments);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_MERGE_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = merge(arguments, office, &file, &reason);
    office_close(&office);
    free(reason);
    return code;
}

/* ---- unmerge */

static enum status part_them(struct office *office, const char *survivor, const char *merged,
                             struct error *error)
{
    bool is_own;
    struct store *store = office_store(office);
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = person_unmerge(store, office_actor(office), merged, error);
    if (status == STATUS_OK)
        status = case_renew_tasks(office, survivor, error);
    if (status == STATUS_OK)
        status = case_renew_tasks(office, merged, error);
    return act_commit(store, is_own, status, error);
}

static int unmerge(const struct arguments *arguments, struct office *office, const char *typed)
{
    struct error error = { 0 };
    struct person person;
    char merged[UUID_TEXT_SIZE];
    int code = person_resolve(office, typed, merged);
    if (code != EXIT_CODE_DONE)
        return code;
    if (person_load(office_store(office), merged, &person, &error) != STATUS_OK)
        return person_fail(typed, &error, NULL);
    enum status status = part_them(office, person.duplicate_of, merged, &error);
    if (status == STATUS_OK)
        code = tell(arguments, person.duplicate_of, merged);
    else if (status == STATUS_NOT_FOUND)
        code = person_say_no(typed, _("This record is not merged into another one."));
    else
        code = person_fail(typed, &error, NULL);
    person_release(&person);
    return code;
}

int person_unmerge_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_MERGE_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = unmerge(arguments, office, file.arguments[0]);
    office_close(&office);
    return code;
}
