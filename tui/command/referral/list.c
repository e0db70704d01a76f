/* SPDX-License-Identifier: Apache-2.0 */

/* qadam referral list: what is due, or all of a casefile. */
#include "command/json.h"
#include "command/person/sheet.h"
#include "command/record_name.h"
#include "command/referral/command.h"
#include "command/row.h"
#include "command/today_option.h"
#include "language.h"
#include "referral/referral_store.h"
#include "sentence.h"
#include "wording/case_label.h"

#include <unistd.h>

const struct option referral_list_options[] = {
    { "case", N_("CASE"), N_("All referrals of this casefile, the newest first."), OPTION_TEXT, 0,
      0, false },
    TODAY_OPTION,
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

enum { TEXT_SIZE = 256 };

static void add_json(struct json *json, const struct referral *referral, struct day today)
{
    char days[5][DAY_TEXT_SIZE];
    const struct json_member members[] = {
        { "id", JSON_TEXT, referral->id, 0 },
        { "number", JSON_TEXT, row_code(referral->number), 0 },
        { "code", JSON_TEXT, row_code(referral->code), 0 },
        { "case_number", JSON_TEXT, referral->casefile_number, 0 },
        { "case_id", JSON_TEXT, referral->casefile_id, 0 },
        { "person_id", JSON_TEXT, referral->person_id, 0 },
        { "agency_id", JSON_TEXT, referral->agency_id, 0 },
        { "agency", JSON_TEXT, referral->agency_name, 0 },
        { "service", JSON_TEXT, referral->service, 0 },
        { "urgency", JSON_TEXT, referral_urgency_word(referral->urgency), 0 },
        { "reason", JSON_TEXT, referral->reason, 0 },
        { "state", JSON_TEXT, referral_state_word(referral->state), 0 },
        { "consent_id", JSON_TEXT, row_code(referral->consent_id), 0 },
        { "override_reason", JSON_TEXT, referral->override_reason, 0 },
        { "sent_at", JSON_TEXT, row_code(referral->sent_at), 0 },
        { "sent_by", JSON_TEXT, row_code(referral->sent_by), 0 },
        { "accepted_on", JSON_TEXT,
          row_day(days[0], referral->has_accepted_on, referral->accepted_on), 0 },
        { "decline_reason", JSON_TEXT, referral->decline_reason, 0 },
        { "attended_on", JSON_TEXT,
          row_day(days[1], referral->has_attended_on, referral->attended_on), 0 },
        { "answered_on", JSON_TEXT,
          row_day(days[2], referral->has_answered_on, referral->answered_on), 0 },
        { "answer", JSON_TEXT, referral->answer, 0 },
        { "outcome", JSON_TEXT,
          referral->has_outcome ? referral_outcome_word(referral->outcome) : NULL, 0 },
        { "due_on", JSON_TEXT, row_day(days[3], referral->has_due_on, referral->due_on), 0 },
        { "overdue", JSON_BOOL, NULL, referral_is_overdue(referral, today) },
        { "reminders", JSON_NUMBER, NULL, referral->reminders },
        { "escalated_on", JSON_TEXT,
          row_day(days[4], referral->has_escalated_on, referral->escalated_on), 0 },
        { "changed_at", JSON_TEXT, referral->changed_at, 0 },
    };
    json_add(json, members, sizeof(members) / sizeof(members[0]));
}

static void write_row(const struct referral *referral, struct day today)
{
    char due[DAY_TEXT_SIZE];
    row_begin(referral->id);
    row_add(referral->number);
    row_add(referral_state_word(referral->state));
    row_add(referral_urgency_word(referral->urgency));
    row_add(row_day(due, referral->has_due_on, referral->due_on));
    row_add(referral_is_overdue(referral, today) ? "overdue" : "");
    row_add_number(referral->reminders);
    row_add(referral->casefile_number);
    row_add(referral->agency_name);
    row_add(referral->service);
    row_end();
}

static void write_due(const struct referral *referral, struct day today)
{
    char text[TEXT_SIZE];
    char day[DAY_TEXT_SIZE];
    bool is_overdue = referral_is_overdue(referral, today);
    if (!referral->has_due_on)
        return;
    day_format(day, referral->due_on);
    snprintf(text, sizeof(text), "%s%s%s", day, is_overdue ? "  " : "",
             is_overdue ? _("OVERDUE") : "");
    person_sheet_line(stdout, _("Answer due on"), text);
    if (referral->reminders == 0)
        return;
    snprintf(text, sizeof(text), "%d", referral->reminders);
    person_sheet_line(stdout, _("Reminders sent"), text);
}

static void write_block(const struct referral *referral, struct day today)
{
    puts(referral->number[0] == '\0' ? referral->casefile_number : referral->number);
    person_sheet_line(stdout, _("Organisation"), referral->agency_name);
    person_sheet_line(stdout, _("Service that is asked for"), referral->service);
    person_sheet_line(stdout, _("Urgency"), label_referral_urgency(referral->urgency));
    person_sheet_line(stdout, _("State"), label_referral_state(referral->state));
    if (referral->has_outcome)
        person_sheet_more(stdout, label_referral_outcome(referral->outcome));
    person_sheet_lines(stdout, NULL, referral->decline_reason);
    person_sheet_lines(stdout, _("Answer"), referral->answer);
    write_due(referral, today);
    person_sheet_line(stdout, "", referral->id);
}

static int print_list(const struct referral_list *referrals, bool is_json, struct day today)
{
    bool is_terminal = isatty(STDOUT_FILENO) == 1;
    struct json *json = is_json ? json_begin() : NULL;
    for (size_t i = 0; i < referrals->count; i++) {
        if (is_json)
            add_json(json, &referrals->items[i], today);
        else if (is_terminal)
            write_block(&referrals->items[i], today);
        else
            write_row(&referrals->items[i], today);
    }
    const int code = is_json ? json_end_array(json) : EXIT_CODE_DONE;
    return code == EXIT_CODE_DONE && referrals->count == 0 ? EXIT_CODE_NO : code;
}

static int list(struct office *office, const struct arguments *arguments, struct day today)
{
    char casefile[UUID_TEXT_SIZE];
    struct referral_list referrals;
    struct error error = { 0 };
    const char *typed = arguments_text(arguments, "case");
    int code = typed == NULL ? EXIT_CODE_DONE : case_resolve(office, typed, casefile);
    if (code != EXIT_CODE_DONE)
        return code;
    const enum status status =
        typed == NULL ? referral_list_due(office_store(office), today, &referrals, &error)
                      : referral_list(office_store(office), casefile, &referrals, &error);
    if (status != STATUS_OK)
        return sentence_fail(NULL, &error);
    code = print_list(&referrals, arguments_has(arguments, "json"), today);
    referral_list_release(&referrals);
    return code;
}

int referral_list_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct day today;
    int code = office_file_find(&file, arguments);
    file.login.only_reads = true;
    if (code == EXIT_CODE_DONE)
        code = today_option_read(arguments, &today);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_READ_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = list(office, arguments, today);
    office_close(&office);
    return code;
}
