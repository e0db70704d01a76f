/* SPDX-License-Identifier: Apache-2.0 */

/* qadam journal show: who did what. */
#include "command/journal/command.h"

#include "command/arguments.h"
#include "command/json.h"
#include "command/login.h"
#include "command/person/resolve.h"
#include "command/user_names.h"
#include "journal/journal_head.h"
#include "journal/journal_list.h"
#include "language.h"
#include "sentence.h"
#include "wording/label.h"
#include "wording/local_time.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define JSON_OPTION(help)                                                                          \
    {                                                                                              \
        "json", NULL, help, OPTION_FLAG, 0, 0, false                                               \
    }

/* ---- show */

const struct option journal_show_options[] = {
    { "since", N_("DATE"), N_("Only from this day on: 2026-11-23."), OPTION_TEXT, 0, 0, false },
    { "until", N_("DATE"), N_("Only up to and with this day."), OPTION_TEXT, 0, 0, false },
    { "day", N_("DATE"), N_("Only that day."), OPTION_TEXT, 0, 0, false },
    { "person", N_("ID"),
      N_("Only what was done to that person and the casefiles of the person, and who read them."),
      OPTION_TEXT, 0, 0, false },
    { "by", N_("NAME"), N_("Only what that user did."), OPTION_TEXT, 0, 0, false },
    { "kind", N_("KIND"),
      N_("Only changes, reads, outputs or access; alarms: what somebody should look at soon."),
      OPTION_TEXT, 0, 0, false },
    { "before", N_("N"), N_("Only entries with a smaller number: the page after the last one."),
      OPTION_NUMBER, 1, INT_MAX, false },
    { "act", N_("PREFIX"), N_("Only acts that begin so: 'user.' for all that was done to users."),
      OPTION_TEXT, 0, 0, false },
    { "limit", N_("N"), N_("Only the newest N entries."), OPTION_NUMBER, 1, INT_MAX, false },
    JSON_OPTION(N_("Print one JSON array, with what was before and after.")),
    { .name = NULL },
};

struct showing {
    struct json *json; /* NULL: plain lines */
    struct user_names users;
    long long shown;
    struct error error;
};

static void show_json(const struct showing *showing, const struct journal_record *record)
{
    char hash[JOURNAL_HEAD_TEXT_SIZE];
    journal_head_format(hash, record->hash);
    const struct json_member members[] = {
        { "number", JSON_NUMBER, NULL, record->sequence },
        { "at", JSON_TEXT, record->at, 0 },
        { "actor", JSON_TEXT, record->entry.actor, 0 },
        { "actor_name", JSON_TEXT, user_names_find(&showing->users, record->entry.actor), 0 },
        { "act", JSON_TEXT, record->entry.act, 0 },
        { "noun", JSON_TEXT, record->entry.noun, 0 },
        { "subject", JSON_TEXT, record->entry.subject, 0 },
        { "before", JSON_RAW, record->entry.before, 0 },
        { "after", JSON_RAW, record->entry.after, 0 },
        { "hash", JSON_TEXT, hash, 0 },
    };
    json_add(showing->json, members, sizeof(members) / sizeof(members[0]));
}

/* For people: when, who, what, to whom. */
static void show_words(const struct showing *showing, const struct journal_line *line)
{
    const struct journal_record *record = &line->record;
    enum { ACTOR_COLUMNS = 12 };
    char time[LOCAL_TIME_SIZE];
    local_time_format(time, record->at);
    printf("%4lld %.16s ", record->sequence, time);
    label_print_padded(user_names_find(&showing->users, record->entry.actor), ACTOR_COLUMNS);
    printf(" %s", label_act(record->entry.act));
    if (record->entry.subject[0] != '\0') {
        fputs(": ", stdout);
        sentence_write_name(stdout, user_names_find(&showing->users, record->entry.subject));
    }
    if (line->is_restricted)
        printf(" (%s)", _("restricted"));
    if (line->is_alarm)
        printf(" - %s", _("LOOK AT THIS"));
    putchar('\n');
}

/* For scripts: the codes, with tabs. */
static void show_line(const struct showing *showing, const struct journal_record *record)
{
    char time[LOCAL_TIME_SIZE];
    local_time_format(time, record->at);
    const char *subject = user_names_find(&showing->users, record->entry.subject);
    const char *const columns[] = { user_names_find(&showing->users, record->entry.actor),
                                    record->entry.act, record->entry.noun, subject };
    printf("%lld\t%s", record->sequence, time);
    for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
        putchar('\t');
        sentence_write_name(stdout, columns[i]);
    }
    putchar('\n');
}

static bool show_record(void *self, const struct journal_line *line)
{
    struct showing *showing = self;
    const struct journal_record *record = &line->record;
    showing->shown++;
    if (showing->json != NULL)
        show_json(showing, record);
    else if (isatty(STDOUT_FILENO) == 1)
        show_words(showing, line);
    else
        show_line(showing, record);
    return ferror(stdout) == 0;
}

static enum status show(struct office *office, const struct journal_question *question,
                        struct showing *showing)
{
    struct error *error = &showing->error;
    enum status status = user_names_load(&showing->users, office, error);
    if (status == STATUS_OK)
        status = journal_list(office_store(office), question, show_record, showing, error);
    user_names_release(&showing->users);
    return status;
}

static int show_end(const struct arguments *arguments, struct showing *showing, enum status status)
{
    int code = EXIT_CODE_DONE;
    if (arguments_has(arguments, "json"))
        code = json_end_array(showing->json);
    if (status != STATUS_OK)
        return sentence_fail(arguments_positional(arguments, 0), &showing->error);
    if (code != EXIT_CODE_DONE || showing->shown > 0)
        return code;
    fprintf(stderr, "qadam: %s\n", _("The journal has no such entries."));
    return EXIT_CODE_NO;
}

/* The kind of the option --kind; false when there is no such kind. */
static bool read_kind(struct journal_question *question, const char *kind)
{
    static const char *const words[JOURNAL_KIND_COUNT] = { "changes", "reads", "outputs",
                                                           "access" };
    question->kind = JOURNAL_ANY_KIND;
    question->is_alarm = kind != NULL && strcmp(kind, "alarms") == 0;
    for (int i = 0; i < JOURNAL_KIND_COUNT && kind != NULL; i++)
        if (strcmp(words[i], kind) == 0)
            question->kind = i;
    return kind == NULL || question->is_alarm || question->kind != JOURNAL_ANY_KIND;
}

static int show_in(struct office *office, const struct arguments *arguments,
                   const struct journal_question *asked)
{
    struct journal_question question = *asked;
    char person[UUID_TEXT_SIZE], actor[UUID_TEXT_SIZE];
    struct showing showing = { .shown = 0 };
    int code = EXIT_CODE_DONE;
    if (arguments_has(arguments, "person")) {
        code = person_resolve(office, arguments_text(arguments, "person"), person);
        question.person = person;
    }
    if (code == EXIT_CODE_DONE)
        code = journal_by_read(actor, office, arguments);
    if (code != EXIT_CODE_DONE)
        return code;
    question.actor = actor[0] == '\0' ? NULL : actor;
    showing.json = arguments_has(arguments, "json") ? json_begin() : NULL;
    const enum status status = show(office, &question, &showing);
    return show_end(arguments, &showing, status);
}

int journal_show_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct journal_period period;
    int code = journal_period_read(&period, arguments);
    if (code != EXIT_CODE_DONE)
        return code;
    struct journal_question question = {
        .since = period.since,
        .until = period.until,
        .act_prefix = arguments_text(arguments, "act"),
        .limit = (int)arguments_number(arguments, "limit", 0),
        .before = arguments_number(arguments, "before", 0),
    };
    if (!read_kind(&question, arguments_text(arguments, "kind")))
        return arguments_refuse(arguments, _("--kind is one of: changes, reads, outputs, access, "
                                             "alarms."));
    code = login_open_to_read(&office, arguments, ACT_READ_JOURNAL);
    if (code == EXIT_CODE_DONE)
        code = show_in(office, arguments, &question);
    office_close(&office);
    return code;
}
