/* SPDX-License-Identifier: Apache-2.0 */

/* qadam journal days and users: how much was done, and when; and the options of the journal that
 * several commands read. */
#include "command/journal/command.h"

#include "command/json.h"
#include "command/login.h"
#include "command/today_option.h"
#include "journal/journal_list.h"
#include "language.h"
#include "sentence.h"
#include "wording/journal_day.h"
#include "wording/local_time.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

enum { DAYS_DEFAULT = 31, MEMBERS = 8 };

#define JSON_OPTION                                                                                \
    {                                                                                              \
        "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false                        \
    }

const struct option journal_days_options[] = {
    { "limit", N_("N"), N_("The newest N days; 31 without this option."), OPTION_NUMBER, 1, INT_MAX,
      false },
    { "by", N_("NAME"), N_("Only what that user did."), OPTION_TEXT, 0, 0, false },
    JSON_OPTION,
    { .name = NULL },
};

const struct option journal_users_options[] = {
    { "since", N_("DATE"), N_("Only from this day on: 2026-11-23."), OPTION_TEXT, 0, 0, false },
    { "until", N_("DATE"), N_("Only up to and with this day."), OPTION_TEXT, 0, 0, false },
    { "day", N_("DATE"), N_("Only that day."), OPTION_TEXT, 0, 0, false },
    JSON_OPTION,
    { .name = NULL },
};

/* ---- options */

static int read_moment(char out[MOMENT_TEXT_SIZE], const char **moment,
                       const struct arguments *arguments, const char *option, int extra_days)
{
    struct day day;
    struct error error = { 0 };
    if (!arguments_knows(arguments, option) || !arguments_has(arguments, option))
        return EXIT_CODE_DONE;
    const int code = day_option_read(arguments, option, &day);
    if (code != EXIT_CODE_DONE)
        return code;
    enum status status = day_add_days(&day, day, extra_days, &error);
    if (status == STATUS_OK)
        status = local_time_day_begins(out, day, &error);
    *moment = out;
    return status == STATUS_OK ? EXIT_CODE_DONE : sentence_fail(option, &error);
}

int journal_period_read(struct journal_period *out, const struct arguments *arguments)
{
    const bool is_day = arguments_has(arguments, "day");
    *out = (struct journal_period){ .since = NULL };
    if (is_day && (arguments_has(arguments, "since") || arguments_has(arguments, "until")))
        return arguments_refuse(arguments, _("--day is a whole day by itself: leave out --since "
                                             "and --until."));
    int code = read_moment(out->texts[0], &out->since, arguments, is_day ? "day" : "since", 0);
    if (code == EXIT_CODE_DONE)
        code = read_moment(out->texts[1], &out->until, arguments, is_day ? "day" : "until", 1);
    return code;
}

int journal_by_read(char out[UUID_TEXT_SIZE], struct office *office,
                    const struct arguments *arguments)
{
    struct error error = { 0 };
    struct office_user user;
    const char *name = arguments_text(arguments, "by");
    out[0] = '\0';
    if (name == NULL)
        return EXIT_CODE_DONE;
    const enum status status = office_find_user(office, name, &user, &error);
    if (status == STATUS_OK) {
        memcpy(out, user.id, sizeof(user.id));
        return EXIT_CODE_DONE;
    }
    if (status != STATUS_NOT_FOUND && status != STATUS_NAME_INVALID)
        return sentence_fail(name, &error);
    sentence_say(name, _("There is no user of this name. 'qadam vault users list' tells who there "
                         "is."));
    return EXIT_CODE_NO;
}

/* ---- rows */

struct counting {
    struct json *json; /* NULL: lines */
    struct user_names users;
    long long shown;
};

/* first is a day or a user, more what else is said about it. */
static void show_counts(struct counting *counting, const char *name, const char *first,
                        const char *more_name, const char *more,
                        const struct journal_counts *counts)
{
    counting->shown++;
    const struct json_member members[MEMBERS] = {
        { name, JSON_TEXT, first, 0 },
        { "changes", JSON_NUMBER, NULL, counts->kinds[JOURNAL_CHANGES] },
        { "reads", JSON_NUMBER, NULL, counts->kinds[JOURNAL_READS] },
        { "outputs", JSON_NUMBER, NULL, counts->kinds[JOURNAL_OUTPUTS] },
        { "access", JSON_NUMBER, NULL, counts->kinds[JOURNAL_ACCESS] },
        { "alarms", JSON_NUMBER, NULL, counts->alarms },
        { more_name, JSON_TEXT, more, 0 },
    };
    if (counting->json != NULL) {
        json_add(counting->json, members, MEMBERS - 1);
        return;
    }
    sentence_write_name(stdout, first);
    for (size_t i = 1; i < MEMBERS - 2; i++)
        printf("\t%lld", members[i].number);
    printf("\t%s\n", more);
}

static int end(const struct arguments *arguments, struct counting *counting, enum status status,
               const struct error *error)
{
    const int code = counting->json == NULL ? EXIT_CODE_DONE : json_end_array(counting->json);
    user_names_release(&counting->users);
    if (status != STATUS_OK)
        return sentence_fail(arguments_positional(arguments, 0), error);
    if (code != EXIT_CODE_DONE || counting->shown > 0)
        return code;
    fprintf(stderr, "qadam: %s\n", _("The journal has no such entries."));
    return EXIT_CODE_NO;
}

/* ---- days */

static const char *weekend_word(struct day day)
{
    const enum weekday weekday = day_weekday(day);
    return weekday == WEEKDAY_SATURDAY ? "saturday" : weekday == WEEKDAY_SUNDAY ? "sunday" : "";
}

/* Goes back from day to day, over those without entries. */
static enum status list_days(struct store *store, const char *actor, long long limit,
                             struct counting *counting, struct error *error)
{
    struct journal_day day;
    char until[MOMENT_TEXT_SIZE], text[DAY_TEXT_SIZE];
    enum status status = journal_day_before(&day, store, NULL, actor, error);
    while (status == STATUS_OK && counting->shown < limit) {
        day_format(text, day.day);
        show_counts(counting, "day", text, "weekend", weekend_word(day.day), &day.counts);
        memcpy(until, day.since, sizeof(until));
        status = journal_day_before(&day, store, until, actor, error);
    }
    return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

int journal_days_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct counting counting = { .shown = 0 };
    struct error error = { 0 };
    char actor[UUID_TEXT_SIZE];
    int code = login_open_to_read(&office, arguments, ACT_READ_JOURNAL);
    if (code == EXIT_CODE_DONE)
        code = journal_by_read(actor, office, arguments);
    if (code == EXIT_CODE_DONE) {
        counting.json = arguments_has(arguments, "json") ? json_begin() : NULL;
        const enum status status =
            list_days(office_store(office), actor[0] == '\0' ? NULL : actor,
                      arguments_number(arguments, "limit", DAYS_DEFAULT), &counting, &error);
        code = end(arguments, &counting, status, &error);
    }
    office_close(&office);
    return code;
}

/* ---- users */

static bool show_actor(void *self, const char *actor, const struct journal_counts *counts)
{
    struct counting *counting = self;
    char time[LOCAL_TIME_SIZE];
    local_time_format(time, counts->last);
    show_counts(counting, "user", user_names_find(&counting->users, actor), "last", time, counts);
    return true;
}

int journal_users_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct counting counting = { .shown = 0 };
    struct journal_period period;
    struct error error = { 0 };
    int code = journal_period_read(&period, arguments);
    if (code == EXIT_CODE_DONE)
        code = login_open_to_read(&office, arguments, ACT_READ_JOURNAL);
    if (code != EXIT_CODE_DONE)
        return code;
    enum status status = user_names_load(&counting.users, office, &error);
    counting.json = arguments_has(arguments, "json") ? json_begin() : NULL;
    if (status == STATUS_OK)
        status = journal_each_actor(office_store(office), period.since, period.until, show_actor,
                                    &counting, &error);
    code = end(arguments, &counting, status, &error);
    office_close(&office);
    return code;
}
