/* SPDX-License-Identifier: Apache-2.0 */

/* qadam person data: everything that is kept about somebody, for that person. */
#include "command/json.h"
#include "command/person/command.h"
#include "command/person/data_sheet.h"
#include "language.h"
#include "person/person_store.h"
#include "sentence.h"

#include <stdlib.h>
#include <string.h>

const struct option person_data_options[] = {
    { "to", N_("WHO"), N_("Who gets it: person, guardian or lawyer (with a mandate)."), OPTION_TEXT,
      0, 0, true },
    { "identity-checked", NULL, N_("Say that you checked who it is, and the mandate."), OPTION_FLAG,
      0, 0, false },
    { "language", N_("CODE"), N_("In this language instead of the person's own."), OPTION_TEXT, 0,
      0, false },
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

static int read_recipient(const struct arguments *arguments, enum data_recipient *out)
{
    struct error error = { 0 };
    if (data_recipient_parse(out, arguments_text(arguments, "to"), &error) != STATUS_OK)
        return arguments_refuse(arguments, _("--to is one of: person, guardian, lawyer."));
    if (!arguments_has(arguments, "identity-checked"))
        return arguments_refuse(arguments,
                                _("Look at a paper of whoever gets the sheet, and at the "
                                  "mandate of a lawyer; then say --identity-checked."));
    return EXIT_CODE_DONE;
}

/* The one that was asked for, else the person's own where there is a catalogue. */
static int choose_language(const struct arguments *arguments, struct store *store, const char *id)
{
    struct person person;
    struct error error = { 0 };
    const char *asked = arguments_text(arguments, "language");
    if (asked != NULL)
        return language_use(asked)
                   ? EXIT_CODE_DONE
                   : arguments_refuse(arguments, _("There are no texts in that language here."));
    if (person_load(store, id, &person, &error) != STATUS_OK)
        return person_fail(id, &error, NULL);
    if (person.language != NULL)
        (void)language_use(person.language);
    person_release(&person);
    return EXIT_CODE_DONE;
}

static int print(const struct arguments *arguments, struct office *office,
                 const struct person_data *data)
{
    struct error error = { 0 };
    if (arguments_has(arguments, "json"))
        puts(data->json);
    else if (data_sheet_write(stdout, office_store(office), data, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    if (data->hidden_files == 0)
        return EXIT_CODE_DONE;
    sentence_say(NULL, _("This sheet is not complete: one more file is kept. Ask the protection "
                         "officer to make the sheet."));
    return EXIT_CODE_NO;
}

static int export_data(const struct arguments *arguments, struct office *office,
                       enum data_recipient recipient, const char *typed)
{
    char id[UUID_TEXT_SIZE];
    struct person_data data = { .json = NULL };
    struct error error = { 0 };
    const struct person_data_reader reader = {
        .actor = office_actor(office),
        .reads_confidential = role_may(office_role(office), ACT_APPROVE_CASES),
    };
    int code = person_resolve(office, typed, id);
    if (code == EXIT_CODE_DONE)
        code = choose_language(arguments, office_store(office), id);
    if (code != EXIT_CODE_DONE)
        return code;
    if (person_data_export(office_store(office), id, &reader, recipient, &data, &error) !=
        STATUS_OK)
        code = person_fail(typed, &error, NULL);
    else
        code = print(arguments, office, &data);
    person_data_release(&data);
    return code;
}

int person_data_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    enum data_recipient recipient = DATA_TO_PERSON;
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = read_recipient(arguments, &recipient);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_EXPORT_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = export_data(arguments, office, recipient, file.arguments[0]);
    office_close(&office);
    return code;
}
