/* SPDX-License-Identifier: Apache-2.0 */

/* qadam day: what somebody has to do today. */
#include "command/case/command.h"
#include "command/case/glass.h"
#include "command/command_list.h"
#include "command/day_page.h"
#include "command/json.h"
#include "language.h"
#include "sentence.h"
#include "supervision/watch_list.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const struct option day_options[] = {
    { "for", N_("NAME"), N_("The day of that user instead of one's own."), OPTION_TEXT, 0, 0,
      false },
    { "everybody", NULL, N_("What everybody has to do."), OPTION_FLAG, 0, 0, false },
    { "unassigned", NULL, N_("What nobody has yet."), OPTION_FLAG, 0, 0, false },
    /* DAY_LIMIT_DEFAULT */
    { "limit", N_("N"), N_("At most N entries of each group (15 if you do not say)."),
      OPTION_NUMBER, 1, DAY_COUNT_MAX, false },
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

/* ---- emergencies */

struct glass_telling {
    struct json *json;
    bool is_terminal;
    bool has_any;
};

static bool tell_glass(void *self, const struct glass_break *glass)
{
    enum { MOMENT_COLUMNS = 16 };
    struct glass_telling *telling = self;
    char local[LOCAL_TIME_SIZE];
    const struct json_member members[] = {
        { "id", JSON_TEXT, glass->id, 0 },
        { "number", JSON_TEXT, glass->casefile_number, 0 },
        { "user", JSON_TEXT, glass->user_name, 0 },
        { "at", JSON_TEXT, glass->broken_at, 0 },
    };
    if (telling->json != NULL) {
        json_add(telling->json, members, sizeof(members) / sizeof(members[0]));
        return true;
    }
    if (telling->is_terminal && !telling->has_any)
        puts(_("OPENED IN AN EMERGENCY"));
    telling->has_any = true;
    local_time_format(local, glass->broken_at);
    if (telling->is_terminal)
        printf("  %.*s  %s  ", MOMENT_COLUMNS, local, glass->casefile_number);
    else
        printf("emergency\t%.10s\t%.5s\t%s\t", local, local + MOMENT_COLUMNS - 5,
               glass->casefile_number);
    sentence_write_name(stdout, glass->user_name);
    fputs(telling->is_terminal ? "\n" : "\t\t\t\t", stdout);
    if (!telling->is_terminal)
        printf("%s\n", glass->id);
    return true;
}

/* ---- what supervision brings: of one's own, and for supervisors what nobody has for too long */

struct day_watches {
    int counts[WATCH_KIND_COUNT];
};

static enum status count_watches(const struct case_desk *desk, struct day_watches *out,
                                 struct error *error)
{
    static const enum watch_kind kinds[] = { WATCH_CONTACT, WATCH_REVIEW, WATCH_ANSWER,
                                             WATCH_UNASSIGNED };
    const struct watch_question question = { .reader = desk->desk.actor,
                                             .user_id = desk->desk.actor,
                                             .today = desk->desk.today,
                                             .limit = WATCH_LIMIT_MAX };
    enum status status = STATUS_OK;
    *out = (struct day_watches){ .counts = { 0 } };
    for (size_t i = 0; status == STATUS_OK && i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        struct watch_list list;
        const bool is_alarm = kinds[i] == WATCH_UNASSIGNED;
        if (is_alarm && !case_desk_may(desk, ACT_SUPERVISE))
            continue;
        status = watch_list_load(desk->desk.store, kinds[i], &question, &list, error);
        for (size_t at = 0; at < list.count; at++)
            out->counts[kinds[i]] += !is_alarm || list.items[at].is_alarm;
        watch_list_release(&list);
    }
    return status;
}

/* Beside the list, which scripts read. */
static void say_watches(const struct day_watches *watches)
{
    /* One sentence each.  NOLINTBEGIN(bugprone-suspicious-missing-comma) */
    static const char *const texts[WATCH_KIND_COUNT] = {
        [WATCH_CONTACT] = N_("Some of your people are to be seen again: 'qadam case list'."),
        [WATCH_REVIEW] = N_("Some of your casefiles are to be reviewed: 'qadam case review'."),
        [WATCH_ANSWER] = N_("There are answers to what you asked for: look at your casefiles."),
        [WATCH_UNASSIGNED] = N_("ALARM: nobody has had some casefiles for too long: 'qadam "
                                "supervision unassigned' lists them."),
    };
    /* NOLINTEND(bugprone-suspicious-missing-comma) */
    for (int kind = 0; kind < WATCH_KIND_COUNT; kind++)
        if (watches->counts[kind] > 0 && texts[kind] != NULL)
            sentence_say(NULL, language_text(texts[kind]));
}

/* ---- JSON */

static const char *day_text(char out[DAY_TEXT_SIZE], bool has_day, struct day day)
{
    if (has_day)
        day_format(out, day);
    return has_day ? out : NULL;
}

/* Whose restricted casefile it is, is for those who can read that. */
static bool knows_person(const struct case_desk *desk, const struct day_entry *entry)
{
    return !entry->is_restricted || case_desk_reads(desk, entry->casefile_id);
}

static void add_entry(struct json *json, struct case_desk *desk, const struct day_entry *entry)
{
    char due[DAY_TEXT_SIZE];
    char since[DAY_TEXT_SIZE];
    const bool is_known = knows_person(desk, entry);
    const struct json_member members[] = {
        { "group", JSON_TEXT, day_group_word(entry->group), 0 },
        { "kind", JSON_TEXT, entry->is_appointment ? "appointment" : task_kind_word(entry->kind),
          0 },
        { "id", JSON_TEXT, entry->id, 0 },
        { "casefile", JSON_TEXT, entry->casefile_id, 0 },
        { "number", JSON_TEXT, entry->number, 0 },
        { "person_id", JSON_TEXT, is_known ? entry->person_id : NULL, 0 },
        { "person_name", JSON_TEXT, is_known ? entry->person_name : NULL, 0 },
        { "step", JSON_TEXT, entry->step, 0 },
        { "title", JSON_TEXT, day_entry_title(desk, entry), 0 },
        { "since", JSON_TEXT, day_text(since, !entry->is_appointment, entry->since), 0 },
        { "due", JSON_TEXT, day_text(due, entry->has_due, entry->due), 0 },
        { "time", JSON_TEXT, entry->time, 0 },
        { "assigned_to", JSON_TEXT, case_desk_user_name(desk, entry->assigned_to), 0 },
        { "is_urgent", JSON_BOOL, NULL, entry->is_urgent },
        { "is_restricted", JSON_BOOL, NULL, entry->is_restricted },
    };
    json_add(json, members, sizeof(members) / sizeof(members[0]));
}

static int print_json(struct case_desk *desk, const struct day_list *list,
                      const struct day_watches *watches)
{
    char today[DAY_TEXT_SIZE];
    char *entries = NULL;
    char *emergencies = NULL;
    struct error error = { 0 };
    struct json *json = json_begin();
    struct glass_telling telling = { .json = json_begin() };
    if (glass_each(desk, tell_glass, &telling, &error) != STATUS_OK) {
        (void)json_end_text(json, &entries);
        (void)json_end_text(telling.json, &emergencies);
        free(entries);
        free(emergencies);
        return sentence_fail(NULL, &error);
    }
    for (size_t i = 0; i < list->count; i++)
        add_entry(json, desk, &list->items[i]);
    int code = json_end_text(json, &entries);
    const int told = json_end_text(telling.json, &emergencies);
    code = code == EXIT_CODE_DONE ? told : code;
    day_format(today, desk->desk.today);
    const struct json_member members[] = {
        { "today", JSON_TEXT, today, 0 },
        { "overdue", JSON_NUMBER, NULL, list->counts[DAY_OVERDUE] },
        { "due_today", JSON_NUMBER, NULL, list->counts[DAY_TODAY] },
        { "new", JSON_NUMBER, NULL, list->counts[DAY_NEW] },
        { "ready", JSON_NUMBER, NULL, list->counts[DAY_READY] },
        { "waiting", JSON_NUMBER, NULL, list->counts[DAY_WAITING] },
        { "emergencies", JSON_RAW, emergencies, 0 },
        { "contacts_due", JSON_NUMBER, NULL, watches->counts[WATCH_CONTACT] },
        { "reviews_due", JSON_NUMBER, NULL, watches->counts[WATCH_REVIEW] },
        { "answers", JSON_NUMBER, NULL, watches->counts[WATCH_ANSWER] },
        { "unassigned_alarms", JSON_NUMBER, NULL, watches->counts[WATCH_UNASSIGNED] },
        { "entries", JSON_RAW, entries, 0 },
    };
    if (code == EXIT_CODE_DONE)
        code = json_print(members, sizeof(members) / sizeof(members[0]));
    free(entries);
    free(emergencies);
    return code;
}

/* ---- lines */

/* group, due, time, number, name, step, title, assigned to, id */
static void print_columns(struct case_desk *desk, const struct day_entry *entry)
{
    char due[DAY_TEXT_SIZE];
    const char *day = day_text(due, entry->has_due, entry->due);
    printf("%s\t%s\t%s\t%s\t", day_group_word(entry->group), day == NULL ? "" : day, entry->time,
           entry->number);
    sentence_write_name(stdout, !knows_person(desk, entry)   ? _("(restricted)")
                                : entry->person_name == NULL ? ""
                                                             : entry->person_name);
    printf("\t%s\t", entry->step);
    sentence_write_name(stdout, day_entry_title(desk, entry));
    printf("\t%s\t%s\n", case_desk_user_name(desk, entry->assigned_to), entry->id);
}

static int print_glass(struct case_desk *desk)
{
    struct glass_telling telling = { .is_terminal = isatty(STDOUT_FILENO) == 1 };
    struct error error = { 0 };
    return glass_each(desk, tell_glass, &telling, &error) == STATUS_OK
               ? EXIT_CODE_DONE
               : sentence_fail(NULL, &error);
}

static int print(struct case_desk *desk, const struct arguments *arguments,
                 const struct day_list *list)
{
    struct day_watches watches;
    struct error error = { 0 };
    if (count_watches(desk, &watches, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    say_watches(&watches);
    if (arguments_has(arguments, "json"))
        return print_json(desk, list, &watches);
    if (!arguments_has(arguments, "for") && !arguments_has(arguments, "everybody") &&
        !arguments_has(arguments, "unassigned"))
        case_alerts_warn(desk);
    const int code = print_glass(desk);
    if (code != EXIT_CODE_DONE)
        return code;
    if (isatty(STDOUT_FILENO) == 1)
        day_page_write(desk, list);
    else
        for (size_t i = 0; i < list->count; i++)
            print_columns(desk, &list->items[i]);
    return EXIT_CODE_DONE;
}

/* ---- running */

static int check_whose(const struct arguments *arguments)
{
    int count = arguments_has(arguments, "for") + arguments_has(arguments, "everybody") +
                arguments_has(arguments, "unassigned");
    return count <= 1 ? EXIT_CODE_DONE
                      : arguments_refuse(arguments, _("Only one of --for, --everybody and "
                                                      "--unassigned can be given."));
}

static int day_run(const struct arguments *arguments)
{
    struct case_desk desk;
    struct day_list list = { .items = NULL };
    struct error error = { 0 };
    char user[UUID_TEXT_SIZE];
    const char *name = arguments_text(arguments, "for");
    int code = check_whose(arguments);
    if (code != EXIT_CODE_DONE)
        return code;
    code = case_desk_open(&desk, arguments, ACT_READ_CASES);
    if (code == EXIT_CODE_DONE && name != NULL)
        code = case_desk_find_any_user(&desk, name, user);
    if (code == EXIT_CODE_DONE) {
        const struct day_question question = {
            .user_id = name != NULL                            ? user
                       : arguments_has(arguments, "everybody") ? NULL
                                                               : desk.desk.actor,
            .is_unassigned = arguments_has(arguments, "unassigned"),
            .today = desk.desk.today,
            .limit = (int)arguments_number(arguments, "limit", DAY_LIMIT_DEFAULT),
        };
        code = day_list_load(desk.desk.store, &question, &list, &error) == STATUS_OK
                   ? print(&desk, arguments, &list)
                   : sentence_fail(NULL, &error);
    }
    day_list_release(&list);
    case_desk_close(&desk);
    return code;
}

const struct command day_commands[] = {
    { .noun = "day",
      .summary = N_("Show what is overdue, due today, new, and who is waited for."),
      .arguments = N_("[FILE]"),
      .details = N_("The urgent first, then what is due the earliest. Off a terminal prints lines "
                    "with tabs between group, day, time, number of the casefile, name, step, "
                    "title, user and id."),
      .options = { day_options, office_file_options, login_options },
      .run = day_run },
    { .noun = NULL },
};
