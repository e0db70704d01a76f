/* SPDX-License-Identifier: Apache-2.0 */

/* qadam journal: who did what, and whether that record is whole. */
#include "journal/journal.h"

#include "base/day.h"
#include "command/arguments.h"
#include "command/command_list.h"
#include "command/hash_text.h"
#include "command/json.h"
#include "command/login.h"
#include "command/progress.h"
#include "command/today_option.h"
#include "command/user_names.h"
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

/* ---- verify */

static const struct option verify_options[] = {
    { "head", N_("HASH"),
      N_("A head that was noted earlier: is it still inside? Spaces do not matter, but put it in "
         "quotes then."),
      OPTION_TEXT, 0, 0, false },
    JSON_OPTION(N_("Print one JSON object.")),
    { .name = NULL },
};

struct verification {
    struct journal_state state;
    bool has_head; /* one was asked about */
    bool is_inside;
    long long entry;
    unsigned char head[JOURNAL_HASH_SIZE];
};

static bool go_on(void *line, long long done)
{
    return progress_report(line, done, 0);
}

static enum status verify(struct office *office, struct verification *verification,
                          struct error *error)
{
    struct progress_line line;
    progress_begin(&line, _("Checking"));
    const struct journal_watch watch = { go_on, &line };
    enum status status = journal_verify(office_store(office), &watch, &verification->state, error);
    progress_end(&line);
    if (status != STATUS_OK || !verification->has_head)
        return status;
    status =
        journal_find_head(office_store(office), verification->head, &verification->entry, error);
    verification->is_inside = status == STATUS_OK;
    return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

static int print_verification_json(const struct verification *verification)
{
    char head[HASH_TEXT_SIZE];
    hash_format(head, verification->state.head);
    const struct json_member members[] = {
        { "status", JSON_TEXT, status_name(STATUS_OK), 0 },
        { "journal_entries", JSON_NUMBER, NULL, verification->state.count },
        { "journal_head", JSON_TEXT, head, 0 },
        { "contains_head", JSON_BOOL, NULL, verification->is_inside },
        { "head_entry", JSON_NUMBER, NULL, verification->entry },
    };
    size_t count = sizeof(members) / sizeof(members[0]);
    if (!verification->has_head)
        count -= 2;
    else if (!verification->is_inside)
        count -= 1;
    return json_print(members, count);
}

static void print_verification(const struct verification *verification)
{
    char head[HASH_TEXT_SIZE];
    hash_format(head, verification->state.head);
    if (!verification->has_head || verification->is_inside)
        puts(_("The journal is whole."));
    printf("%s %lld\n", _("Journal entries:"), verification->state.count);
    printf("%s %s\n", _("Journal head:"), head);
    if (verification->is_inside) {
        /* TRANSLATORS: %lld is the number of a journal entry. */
        printf(_("The head you noted is inside, at entry %lld."), verification->entry);
        putchar('\n');
    }
}

static int run_verify(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct error error = { 0 };
    struct verification verification = { .has_head = arguments_has(arguments, "head") };
    const char *path = arguments_positional(arguments, 0);
    if (verification.has_head && !hash_parse(verification.head, arguments_text(arguments, "head")))
        return arguments_refuse(arguments, _("A journal head has 64 signs: the digits 0-9 and the "
                                             "letters a-f."));
    int code = login_open_to_read(&office, arguments, ACT_VERIFY);
    if (code != EXIT_CODE_DONE)
        return code;
    enum status status = verify(office, &verification, &error);
    office_close(&office);
    if (status != STATUS_OK)
        return sentence_fail(path, &error);
    if (arguments_has(arguments, "json"))
        code = print_verification_json(&verification);
    else
        print_verification(&verification);
    if (code != EXIT_CODE_DONE || !verification.has_head || verification.is_inside)
        return code;
    fflush(stdout); /* the verdict comes last */
    sentence_write_text(stderr, _("The head you noted is NOT inside: this file was replaced by "
                                  "another or by an older one, or the head was mistyped. Compare "
                                  "it with your paper, and tell your supervisor."));
    return EXIT_CODE_NO;
}

/* ---- show */

static const struct option show_options[] = {
    { "since", N_("DATE"), N_("Only from this day on: 2026-11-23."), OPTION_TEXT, 0, 0, false },
    { "until", N_("DATE"), N_("Only up to and with this day."), OPTION_TEXT, 0, 0, false },
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
    char hash[HASH_TEXT_SIZE];
    hash_format(hash, record->hash);
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
static void show_words(const struct showing *showing, const struct journal_record *record)
{
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

static bool show_record(void *self, const struct journal_record *record)
{
    struct showing *showing = self;
    showing->shown++;
    if (showing->json != NULL)
        show_json(showing, record);
    else if (isatty(STDOUT_FILENO) == 1)
        show_words(showing, record);
    else
        show_line(showing, record);
    return ferror(stdout) == 0;
}

/* The moment where the days asked for begin, or end with extra_days 1; *moment is NULL when they
 * were not.  Returns an exit code. */
static int day_option(char out[MOMENT_TEXT_SIZE], const char **moment,
                      const struct arguments *arguments, const char *option, int extra_days)
{
    struct day day;
    struct error error = { 0 };
    *moment = NULL;
    if (!arguments_has(arguments, option))
        return EXIT_CODE_DONE;
    int code = day_option_read(arguments, option, &day);
    if (code != EXIT_CODE_DONE)
        return code;
    enum status status = day_add_days(&day, day, extra_days, &error);
    if (status == STATUS_OK)
        status = local_time_day_begins(out, day, &error);
    *moment = out;
    return status == STATUS_OK ? EXIT_CODE_DONE : sentence_fail(option, &error);
}

static enum status show(struct office *office, const struct journal_filter *filter,
                        struct showing *showing)
{
    struct error *error = &showing->error;
    enum status status = user_names_load(&showing->users, office, error);
    if (status == STATUS_OK)
        status = journal_each(office_store(office), filter, show_record, showing, error);
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

static int run_show(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct showing showing = { 0 };
    char since[MOMENT_TEXT_SIZE];
    char until[MOMENT_TEXT_SIZE];
    const char *first;
    const char *last;
    int code = day_option(since, &first, arguments, "since", 0);
    if (code == EXIT_CODE_DONE)
        code = day_option(until, &last, arguments, "until", 1);
    if (code != EXIT_CODE_DONE)
        return code;
    const struct journal_filter filter = {
        .since = first,
        .until = last,
        .act_prefix = arguments_text(arguments, "act"),
        .limit = (int)arguments_number(arguments, "limit", 0),
        .is_newest_first = true,
    };
    code = login_open_to_read(&office, arguments, ACT_READ_JOURNAL);
    if (code != EXIT_CODE_DONE)
        return code;
    showing.json = arguments_has(arguments, "json") ? json_begin() : NULL;
    enum status status = show(office, &filter, &showing);
    office_close(&office);
    return show_end(arguments, &showing, status);
}

/* ---- the table */

const struct command journal_commands[] = {
    { .noun = "journal",
      .verb = "verify",
      .summary = N_("Check that nobody changed, removed or added entries of the journal."),
      .arguments = N_("FILE"),
      .details = N_("Each entry holds a hash over itself and the one before. Note the head, the "
                    "last hash, on paper from time to time: with --head the command tells whether "
                    "the journal you saw then is still inside."),
      .options = { verify_options, login_options },
      .run = run_verify },
    { .noun = "journal",
      .verb = "show",
      .summary = N_("Show who did what, the newest first."),
      .arguments = N_("FILE"),
      .details = N_("One line for each entry: in words on a terminal, else number, time, who, act, "
                    "noun and subject with tabs between them."),
      .options = { show_options, login_options },
      .run = run_show },
    { .noun = NULL },
};
