/* SPDX-License-Identifier: Apache-2.0 */

/* qadam person purge and keep: whose time is over, and who is kept all the same. */
#include "command/json.h"
#include "command/person/command.h"
#include "command/person/leftovers.h"
#include "command/person/reason.h"
#include "command/progress.h"
#include "command/row.h"
#include "command/today_option.h"
#include "language.h"
#include "rights/retention.h"
#include "sentence.h"

#include <stdlib.h>
#include <string.h>

const struct option person_purge_options[] = {
    { "list", NULL, N_("Only tell who is due and what would go; erase nobody."), OPTION_FLAG, 0, 0,
      false },
    PERSON_REASON_OPTION,
    { "yes", NULL, N_("Erase without asking; needed where there is no terminal."), OPTION_FLAG, 0,
      0, false },
    TODAY_OPTION,
    { "json", NULL, N_("With --list: print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

const struct option person_keep_options[] = {
    { "end", NULL, N_("The reason is over: the record may be erased again."), OPTION_FLAG, 0, 0,
      false },
    PERSON_REASON_OPTION,
    { .name = NULL },
};

/* ---- who is due */

static void add_json(struct json *json, const struct retention_entry *entry)
{
    char day[DAY_TEXT_SIZE];
    const struct json_member members[] = {
        { "id", JSON_TEXT, entry->id, 0 },
        { "name", JSON_TEXT, entry->name, 0 },
        { "kept_until", JSON_TEXT, row_day(day, true, entry->kept_until), 0 },
        { "casefiles", JSON_NUMBER, NULL, entry->casefiles },
        { "papers", JSON_NUMBER, NULL, entry->papers },
        { "notes", JSON_NUMBER, NULL, entry->notes },
        { "kept_because", JSON_TEXT, entry->hold, 0 },
    };
    json_add(json, members, sizeof(members) / sizeof(members[0]));
}

static void write_row(const struct retention_entry *entry)
{
    char day[DAY_TEXT_SIZE];
    row_begin(entry->id);
    row_add(entry->name);
    row_add(row_day(day, true, entry->kept_until));
    row_add_number(entry->casefiles);
    row_add_number(entry->papers);
    row_add_number(entry->notes);
    row_add(entry->hold);
    row_end();
}

static int write_list(const struct arguments *arguments, const struct retention_list *list)
{
    struct json *json = arguments_has(arguments, "json") ? json_begin() : NULL;
    for (size_t i = 0; i < list->count; i++)
        if (json != NULL)
            add_json(json, &list->items[i]);
        else
            write_row(&list->items[i]);
    return json == NULL ? EXIT_CODE_DONE : json_end_array(json);
}

/* ---- erasing them */

static size_t count_free(const struct retention_list *list)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += list->items[i].hold == NULL;
    return count;
}

/* The list in words, the reason, and a yes. */
static int ask(char **reason, const struct arguments *arguments, const struct retention_list *list)
{
    struct dialogue dialogue;
    int code = dialogue_begin(&dialogue);
    if (code != EXIT_CODE_DONE)
        return code;
    for (size_t i = 0; i < list->count; i++) {
        fputs(list->items[i].hold == NULL ? "  " : "  - ", stderr);
        sentence_write_name(stderr, list->items[i].name);
        fprintf(stderr, "  %.8s\n", list->items[i].id);
    }
    sentence_write_text(stderr,
                        _("All of them but those with a '-', who are kept for a reason, are "
                          "erased for ever."));
    code = person_reason_ask(reason, &dialogue, _("Why are they erased? (no names) "));
    if (code == EXIT_CODE_DONE && !arguments_has(arguments, "yes"))
        code = dialogue_confirm(&dialogue, _("Erase them? (yes or no) "));
    dialogue_end(&dialogue);
    return code;
}

static int purge(const struct arguments *arguments, struct office *office,
                 const struct retention_list *list, char **reason)
{
    struct progress_line line;
    struct error error = { 0 };
    long long erased = 0;
    int code = EXIT_CODE_DONE;
    const struct retention_watch watch = { progress_report, &line };
    if (count_free(list) == 0) {
        sentence_say(NULL, _("Nobody is due to be erased."));
        return EXIT_CODE_NO;
    }
    if (person_reason_is_asked(arguments))
        code = ask(reason, arguments, list);
    if (code != EXIT_CODE_DONE)
        return code;
    progress_begin(&line, _("Erasing"));
    const enum status status = retention_purge(office_store(office), office_actor(office), list,
                                               *reason, &watch, &erased, &error);
    progress_end(&line);
    printf("%lld\n", erased);
    if (erased > 0)
        code = person_leftovers_write(office);
    return status == STATUS_OK ? code : sentence_fail(NULL, &error);
}

static int run_purge(const struct arguments *arguments, struct office *office, struct day today,
                     char **reason)
{
    struct retention_list list;
    struct error error = { 0 };
    int code;
    if (retention_list_due(office_store(office), today, &list, &error) != STATUS_OK)
        code = sentence_fail(NULL, &error);
    else if (arguments_has(arguments, "list"))
        code = write_list(arguments, &list);
    else
        code = purge(arguments, office, &list, reason);
    retention_list_release(&list);
    return code;
}

int person_purge_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct day today;
    char *reason = NULL;
    const bool erases = !arguments_has(arguments, "list");
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = today_option_read(arguments, &today);
    if (code == EXIT_CODE_DONE && erases && !person_reason_is_asked(arguments) &&
        !arguments_has(arguments, "yes"))
        code = arguments_refuse(arguments, _("Nobody can be asked here whether to erase: look at "
                                             "--list, then say --yes."));
    if (code == EXIT_CODE_DONE && erases)
        code = person_reason_read(&reason, arguments);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_ERASE_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = run_purge(arguments, office, today, &reason);
    office_close(&office);
    free(reason);
    return code;
}

/* ---- keeping somebody */

static int keep_fail(const char *typed, const struct error *error)
{
    if (error->status == STATUS_EXISTS)
        return person_say_no(typed, _("This record is kept for a reason already: end that first."));
    return person_fail(typed, error, NULL);
}

static int keep(const struct arguments *arguments, struct office *office, const char *typed,
                char **reason)
{
    struct dialogue dialogue;
    struct error error = { 0 };
    char id[UUID_TEXT_SIZE];
    enum status status;
    int code = person_resolve(office, typed, id);
    if (code != EXIT_CODE_DONE)
        return code;
    if (arguments_has(arguments, "end")) {
        status = retention_lift(office_store(office), office_actor(office), id, &error);
        if (status == STATUS_NOT_FOUND)
            return person_say_no(typed, _("No reason keeps this record."));
    } else {
        if (person_reason_is_asked(arguments)) {
            code = dialogue_begin(&dialogue);
            if (code == EXIT_CODE_DONE)
                code = person_reason_ask(reason, &dialogue, _("Why must the record be kept? "));
            dialogue_end(&dialogue);
        }
        if (code != EXIT_CODE_DONE)
            return code;
        status = retention_hold(office_store(office), office_actor(office), id, *reason, &error);
    }
    if (status != STATUS_OK)
        return keep_fail(typed, &error);
    puts(id);
    return EXIT_CODE_DONE;
}

int person_keep_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    char *reason = NULL;
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE && !arguments_has(arguments, "end"))
        code = person_reason_read(&reason, arguments);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_ERASE_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = keep(arguments, office, file.arguments[0], &reason);
    office_close(&office);
    free(reason);
    return code;
}
