/* SPDX-License-Identifier: Apache-2.0 */

/* qadam referral overdue: which organisations have been silent for too long. */
#include "command/json.h"
#include "command/referral/command.h"
#include "command/row.h"
#include "command/today_option.h"
#include "language.h"
#include "referral/referral_store.h"
#include "sentence.h"
#include "wording/due_text.h"

#include <unistd.h>

const struct option referral_overdue_options[] = {
    TODAY_OPTION,
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

static void add_json(struct json *json, const struct referral_silence *silence)
{
    char since[DAY_TEXT_SIZE];
    const struct json_member members[] = {
        { "agency_id", JSON_TEXT, silence->agency_id, 0 },
        { "agency", JSON_TEXT, silence->agency_name, 0 },
        { "overdue", JSON_NUMBER, NULL, silence->count },
        { "escalated", JSON_NUMBER, NULL, silence->escalated_count },
        { "since", JSON_TEXT, row_day(since, true, silence->since), 0 },
    };
    json_add(json, members, sizeof(members) / sizeof(members[0]));
}

static void write_row(const struct referral_silence *silence)
{
    char since[DAY_TEXT_SIZE];
    row_begin(silence->agency_id);
    row_add(silence->agency_name);
    row_add_number(silence->count);
    row_add_number(silence->escalated_count);
    row_add(row_day(since, true, silence->since));
    row_end();
}

static void write_line(const struct referral_silence *silence)
{
    char since[DUE_TEXT_SIZE];
    due_text_full(since, silence->since);
    printf("%s: %d, %s %s", silence->agency_name, silence->count, _("the first since"), since);
    if (silence->escalated_count > 0)
        printf("; %s: %d", _("escalated"), silence->escalated_count);
    putchar('\n');
}

static void write_sums(const struct referral_silence_list *silences)
{
    printf("%s: %d\n", _("Overdue in all"), silences->total);
    if (silences->unsent > 0)
        printf("%s: %d\n", _("Drafts of this office that should be out by now"), silences->unsent);
}

static int print(const struct referral_silence_list *silences, bool is_json)
{
    const bool is_terminal = isatty(STDOUT_FILENO) == 1;
    struct json *json = is_json ? json_begin() : NULL;
    for (size_t i = 0; i < silences->count; i++) {
        if (is_json)
            add_json(json, &silences->items[i]);
        else if (is_terminal)
            write_line(&silences->items[i]);
        else
            write_row(&silences->items[i]);
    }
    if (is_terminal && !is_json)
        write_sums(silences);
    const int code = is_json ? json_end_array(json) : EXIT_CODE_DONE;
    return code == EXIT_CODE_DONE && silences->total + silences->unsent == 0 ? EXIT_CODE_NO : code;
}

int referral_overdue_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct day today;
    struct referral_silence_list silences = { .items = NULL };
    struct error error = { 0 };
    int code = office_file_find(&file, arguments);
    file.login.only_reads = true;
    if (code == EXIT_CODE_DONE)
        code = today_option_read(arguments, &today);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_READ_PEOPLE);
    if (code == EXIT_CODE_DONE &&
        referral_count_overdue(office_store(office), today, &silences, &error) != STATUS_OK)
        code = sentence_fail(NULL, &error);
    if (code == EXIT_CODE_DONE)
        code = print(&silences, arguments_has(arguments, "json"));
    referral_silence_list_release(&silences);
    office_close(&office);
    return code;
}
