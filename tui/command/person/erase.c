/* SPDX-License-Identifier: Apache-2.0 */

/* qadam person erase: the right to be forgotten. */
#include "command/json.h"
#include "command/person/command.h"
#include "command/person/leftovers.h"
#include "command/person/reason.h"
#include "language.h"
#include "person/person_store.h"
#include "sentence.h"

#include <stdlib.h>
#include <string.h>

const struct option person_erase_options[] = {
    PERSON_REASON_OPTION,
    { "yes", NULL, N_("Erase without asking; needed where there is no terminal."), OPTION_FLAG, 0,
      0, false },
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

enum { WORD_MAX = 20 };

/* Nobody erases by pressing Enter twice: a whole word has to be typed. */
static int confirm(struct dialogue *dialogue)
{
    char *answer;
    /* TRANSLATORS: 'erase' is typed as it stands here; keep it. */
    int code = dialogue_ask(dialogue, _("Type 'erase' to do it: "), WORD_MAX, &answer);
    if (code == EXIT_CODE_DONE && strcmp(answer, "erase") != 0) {
        fprintf(stderr, "qadam: %s\n", _("Stopped; nothing was changed."));
        code = EXIT_CODE_NO;
    }
    free(answer);
    return code;
}

/* Of two people of one name the birth date tells who it is. */
static void write_whom(const struct person *person)
{
    char birth[DATE_TEXT_SIZE] = "";
    const struct person_name *name = person_main_name(person);
    if (person->has_birth)
        date_format(birth, person->birth);
    fputs("  ", stderr);
    sentence_write_name(stderr, name == NULL ? "" : name->full_name);
    fprintf(stderr, "%s%s  %s\n", birth[0] == '\0' ? "" : "  ", birth, person->id);
}

static int ask(char **reason, const struct arguments *arguments, struct office *office,
               const char *id)
{
    struct dialogue dialogue;
    struct person person;
    struct error error = { 0 };
    if (person_load(office_store(office), id, &person, &error) != STATUS_OK)
        return person_fail(id, &error, NULL);
    int code = dialogue_begin(&dialogue);
    if (code == EXIT_CODE_DONE) {
        write_whom(&person);
        sentence_write_text(stderr, _("Names, papers, contacts, family ties and history of this "
                                      "person go for ever. Old backups of the file still hold "
                                      "them."));
        code = person_reason_ask(reason, &dialogue, _("Why is the person erased? (no names) "));
        if (code == EXIT_CODE_DONE && !arguments_has(arguments, "yes"))
            code = confirm(&dialogue);
        dialogue_end(&dialogue);
    }
    person_release(&person);
    return code;
}

static int erase(const struct arguments *arguments, struct office *office, const char *typed,
                 char **reason)
{
    struct error error = { 0 };
    char id[UUID_TEXT_SIZE];
    int code = person_resolve(office, typed, id);
    if (code == EXIT_CODE_DONE && person_reason_is_asked(arguments))
        code = ask(reason, arguments, office, id);
    if (code != EXIT_CODE_DONE)
        return code;
    if (person_erase(office_store(office), office_actor(office), id, *reason, &error) != STATUS_OK)
        return person_fail(typed, &error,
                           _("This cannot be erased: a casefile is still open, a reason keeps the "
                             "record ('qadam person keep'), or it was merged or erased already."));
    code = person_leftovers_write(office);
    if (code != EXIT_CODE_DONE)
        return code;
    const struct json_member members[] = { { "id", JSON_TEXT, id, 0 },
                                           { "erased", JSON_BOOL, NULL, 1 } };
    if (arguments_has(arguments, "json"))
        return json_print(members, sizeof(members) / sizeof(members[0]));
    puts(id);
    return EXIT_CODE_DONE;
}

int person_erase_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    char *reason = NULL;
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE && !person_reason_is_asked(arguments) &&
        !arguments_has(arguments, "yes"))
        code = arguments_refuse(arguments, _("Nobody can be asked here whether to erase: say "
                                             "--yes."));
    if (code == EXIT_CODE_DONE)
        code = person_reason_read(&reason, arguments);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_ERASE_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = erase(arguments, office, file.arguments[0], &reason);
    office_close(&office);
    free(reason);
    return code;
}
