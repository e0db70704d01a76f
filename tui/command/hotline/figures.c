/* SPDX-License-Identifier: Apache-2.0 */

/* qadam hotline figures. */
#include "command/hotline/command.h"
#include "command/json.h"
#include "command/today_option.h"
#include "language.h"
#include "sentence.h"

#include <stdio.h>

const struct option hotline_figures_options[] = {
    { "from", "YYYY-MM-DD", N_("From this day on."), OPTION_TEXT, 0, 0, false },
    { "to", "YYYY-MM-DD", N_("Up to this day."), OPTION_TEXT, 0, 0, false },
    { "public", NULL, N_("Hide small cells: for what leaves the office."), OPTION_FLAG, 0, 0,
      false },
    TODAY_OPTION,
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

static void write_cell(struct json *json, const char *by, const char *code, int count,
                       bool is_masked)
{
    const struct json_member members[] = {
        { "by", JSON_TEXT, by, 0 },
        { "code", JSON_TEXT, code, 0 },
        { "count", is_masked ? JSON_RAW : JSON_NUMBER, NULL, count },
        { "hidden", JSON_BOOL, NULL, is_masked },
    };
    if (json != NULL)
        json_add(json, members, sizeof(members) / sizeof(members[0]));
    else if (is_masked)
        printf("%s\t%s\t*\n", by, code);
    else
        printf("%s\t%s\t%d\n", by, code, count);
}

static int write_figures(const struct hotline_figures *figures, bool is_json)
{
    struct json *json = is_json ? json_begin() : NULL;
    write_cell(json, "all", "contacts", figures->contacts, figures->is_masked);
    write_cell(json, "all", "minutes", figures->minutes, figures->is_masked);
    for (size_t i = 0; i < figures->count; i++) {
        const struct hotline_cell *cell = &figures->cells[i];
        write_cell(json, hotline_figure_word(cell->figure), cell->code, cell->count,
                   cell->is_masked);
    }
    return is_json ? json_end_array(json) : EXIT_CODE_DONE;
}

/* Who keeps the log, and who looks over the office: an auditor sees nothing but this of it. */
static int require_reader(const struct office *office)
{
    struct error error = { 0 };
    if (role_may(office_role(office), ACT_LOG_CONTACTS) ||
        office_require(office, ACT_SUPERVISE, &error) == STATUS_OK)
        return EXIT_CODE_DONE;
    return sentence_fail(NULL, &error);
}

static int count(struct office *office, const struct arguments *arguments, struct day from,
                 struct day to)
{
    struct hotline_figures figures;
    struct error error = { 0 };
    if (hotline_figures(office_store(office), from, to, arguments_has(arguments, "public"),
                        &figures, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    const int code = write_figures(&figures, arguments_has(arguments, "json"));
    hotline_figures_release(&figures);
    return code;
}

static int read_days(const struct arguments *arguments, struct day *from, struct day *to)
{
    struct error error = { 0 };
    int code = today_option_read(arguments, to);
    if (code != EXIT_CODE_DONE)
        return code;
    const struct civil civil = day_to_civil(*to);
    if (day_from_civil(from, civil.year, civil.month, 1, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    code = day_option_read(arguments, "from", from);
    return code == EXIT_CODE_DONE ? day_option_read(arguments, "to", to) : code;
}

int hotline_figures_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct day from, to;
    int code = office_file_find(&file, arguments);
    file.login.only_reads = true;
    if (code == EXIT_CODE_DONE)
        code = read_days(arguments, &from, &to);
    if (code == EXIT_CODE_DONE && day_compare(from, to) > 0) {
        sentence_say(NULL, _("--from is after --to: exchange them."));
        code = EXIT_CODE_USAGE;
    }
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_VERIFY);
    if (code == EXIT_CODE_DONE)
        code = require_reader(office);
    if (code == EXIT_CODE_DONE)
        code = count(office, arguments, from, to);
    office_close(&office);
    return code;
}
