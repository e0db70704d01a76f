/* SPDX-License-Identifier: Apache-2.0 */

/* qadam person history: what happened to a record, the newest first. */
#include "command/case/secrecy.h"
#include "command/json.h"
#include "command/person/command.h"
#include "command/person/difference.h"
#include "command/person/sheet.h"
#include "command/user_names.h"
#include "language.h"
#include "person/person_store.h"
#include "sentence.h"
#include "wording/label.h"
#include "wording/local_time.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

const struct option person_history_options[] = {
    { "limit", N_("N"), N_("Only the newest N entries."), OPTION_NUMBER, 1, INT_MAX, false },
    { "json", NULL, N_("Print one JSON array, with what was before and after."), OPTION_FLAG, 0, 0,
      false },
    { .name = NULL },
};

struct showing {
    struct json *json; /* NULL: words */
    struct difference *difference;
    struct user_names users;
    struct case_secrecy *secrecy;
    long limit; /* 0: all */
    long shown;
};

static void show_json(const struct showing *showing, const struct history_entry *entry,
                      bool is_hidden)
{
    const struct json_member members[] = {
        { "number", JSON_NUMBER, NULL, entry->journal_sequence },
        { "at", JSON_TEXT, entry->at, 0 },
        { "actor", JSON_TEXT, entry->actor, 0 },
        { "actor_name", JSON_TEXT, user_names_find(&showing->users, entry->actor), 0 },
        { "act", JSON_TEXT, entry->act, 0 },
        { "before", JSON_RAW, is_hidden ? NULL : entry->before, 0 },
        { "after", JSON_RAW, is_hidden ? NULL : entry->after, 0 },
        { "is_hidden", JSON_BOOL, NULL, is_hidden },
    };
    json_add(showing->json, members, sizeof(members) / sizeof(members[0]));
}

static void show_words(const struct showing *showing, const struct history_entry *entry,
                       bool is_hidden)
{
    char time[LOCAL_TIME_SIZE];
    local_time_format(time, entry->at);
    printf("%.16s  ", time);
    sentence_write_name(stdout, user_names_find(&showing->users, entry->actor));
    printf("  %s\n", label_act(entry->act));
    if (is_hidden)
        person_sheet_line(stdout, _("RESTRICTED"), _("show to nobody without need"));
    else
        difference_write(showing->difference, stdout, entry->before, entry->after);
}

/* What a restricted step holds is shown here to those to whom 'qadam case show' shows it. */
static bool hides(const struct showing *showing, const struct history_entry *entry)
{
    bool has_words = entry->before != NULL || entry->after != NULL;
    return has_words && strncmp(entry->act, "step.", strlen("step.")) == 0 &&
           case_secrecy_hides(showing->secrecy, entry->subject, entry->step);
}

static bool show_entry(void *self, const struct history_entry *entry)
{
    struct showing *showing = self;
    showing->shown++;
    if (showing->json != NULL)
        show_json(showing, entry, hides(showing, entry));
    else
        show_words(showing, entry, hides(showing, entry));
    return ferror(stdout) == 0 && (showing->limit == 0 || showing->shown < showing->limit);
}

static enum status show(struct showing *showing, struct office *office, const char *id,
                        struct error *error)
{
    enum status status = user_names_load(&showing->users, office, error);
    if (status == STATUS_OK)
        status = case_secrecy_begin(&showing->secrecy, office, error);
    if (status == STATUS_OK)
        status = difference_begin(&showing->difference, error);
    if (status == STATUS_OK)
        status = person_each_history(office_store(office), id, show_entry, showing, error);
    difference_end(&showing->difference);
    case_secrecy_end(&showing->secrecy);
    user_names_release(&showing->users);
    return status;
}

int person_history_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct error error = { 0 };
    char id[UUID_TEXT_SIZE];
    struct showing showing = { .limit = arguments_number(arguments, "limit", 0) };
    int code = office_file_find(&file, arguments);
    file.login.only_reads = true;
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_READ_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = person_resolve(office, file.arguments[0], id);
    if (code == EXIT_CODE_DONE) {
        showing.json = arguments_has(arguments, "json") ? json_begin() : NULL;
        enum status status = show(&showing, office, id, &error);
        if (arguments_has(arguments, "json"))
            code = json_end_array(showing.json);
        if (status != STATUS_OK)
            code = person_fail(file.arguments[0], &error, NULL);
    }
    office_close(&office);
    return code;
}
