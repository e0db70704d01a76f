/* SPDX-License-Identifier: Apache-2.0 */

/* qadam supervision load and figures. */
#include "command/case/command.h"
#include "command/json.h"
#include "command/row.h"
#include "command/supervision/command.h"
#include "language.h"
#include "sentence.h"
#include "supervision/caseload.h"
#include "supervision/figures.h"

#include <stdlib.h>

const struct option supervision_load_options[] = {
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

const struct option supervision_figures_options[] = {
    { "from", "YYYY-MM-DD", N_("The first of the days."), OPTION_TEXT, 0, 0, true },
    { "to", "YYYY-MM-DD", N_("The last of the days."), OPTION_TEXT, 0, 0, false },
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

/* ---- load */

static int print_json(const struct caseload_list *list)
{
    char *workers = NULL;
    struct json *json = json_begin();
    for (size_t i = 0; i < list->count; i++) {
        const struct caseload *load = &list->items[i];
        const struct json_member members[] = {
            { "user", JSON_TEXT, load->name, 0 },
            { "role", JSON_TEXT, load->role, 0 },
            { "open", JSON_NUMBER, NULL, load->open },
            { "group", JSON_TEXT, caseload_bin_word(caseload_bin(load->open)), 0 },
            { "high", JSON_NUMBER, NULL, load->by_risk[CASEFILE_RISK_HIGH] },
            { "medium", JSON_NUMBER, NULL, load->by_risk[CASEFILE_RISK_MEDIUM] },
            { "low", JSON_NUMBER, NULL, load->by_risk[CASEFILE_RISK_LOW] },
            { "not_known", JSON_NUMBER, NULL, load->by_risk[CASEFILE_RISK_NOT_KNOWN] },
            { "overdue", JSON_NUMBER, NULL, load->overdue },
            { "contacts_due", JSON_NUMBER, NULL, load->contacts_due },
            { "reviews_due", JSON_NUMBER, NULL, load->reviews_due },
            { "over", JSON_BOOL, NULL, caseload_is_over(list->limit, load->open, 0) },
        };
        json_add(json, members, sizeof(members) / sizeof(members[0]));
    }
    int code = json_end_text(json, &workers);
    const struct json_member members[] = {
        { "limit", JSON_NUMBER, NULL, list->limit },
        { "workers", JSON_RAW, workers, 0 },
    };
    if (code == EXIT_CODE_DONE)
        code = json_print(members, sizeof(members) / sizeof(members[0]));
    free(workers);
    return code;
}

static void print_row(const struct caseload *load, int limit)
{
    row_begin(load->name);
    row_add_number(load->open);
    row_add(caseload_bin_word(caseload_bin(load->open)));
    for (int risk = CASEFILE_RISK_COUNT - 1; risk >= 0; risk--)
        row_add_number(load->by_risk[risk]);
    row_add_number(load->overdue);
    row_add_number(load->contacts_due);
    row_add_number(load->reviews_due);
    row_add(caseload_is_over(limit, load->open, 0) ? "over" : "");
    row_end();
}

int supervision_load_run(const struct arguments *arguments)
{
    struct case_desk desk;
    struct caseload_list list = { .items = NULL };
    struct error error = { 0 };
    int code = case_desk_open(&desk, arguments, ACT_SUPERVISE);
    if (code == EXIT_CODE_DONE &&
        caseload_list(desk.desk.store, desk.desk.today, &list, &error) != STATUS_OK)
        code = sentence_fail(NULL, &error);
    if (code == EXIT_CODE_DONE && arguments_has(arguments, "json"))
        code = print_json(&list);
    else
        for (size_t i = 0; code == EXIT_CODE_DONE && i < list.count; i++)
            print_row(&list.items[i], list.limit);
    free(list.items);
    case_desk_close(&desk);
    return code;
}

/* ---- figures */

struct figure {
    const char *name;
    const char *label;
    int value; /* below 0: there is nothing to count */
};

static int print_figures(const struct figures *figures, bool is_json)
{
    const struct figure rows[] = {
        { "closed", N_("Casefiles closed"), figures->closed },
        { "open_days", N_("Days from opening to closing, the middle one"), figures->open_days },
        { "contacts", N_("Conversations noted in them"), figures->contacts },
        { "answered", N_("Approvals answered"), figures->answered },
        { "rejected", N_("Of them given back"), figures->rejected },
        { "waiting_hours", N_("Hours that they waited, the middle one"), figures->waiting_hours },
        { "reviews", N_("Reviews held"), figures->reviews },
        { "reviews_on_time", N_("Of them on time"), figures->reviews_on_time },
    };
    enum { ROWS = sizeof(rows) / sizeof(rows[0]) };
    struct json_member members[ROWS];
    for (size_t i = 0; i < ROWS; i++) {
        members[i] = (struct json_member){ rows[i].name, JSON_NUMBER, NULL, rows[i].value };
        if (rows[i].value < 0)
            members[i] = (struct json_member){ rows[i].name, JSON_TEXT, NULL, 0 };
        if (!is_json && rows[i].value < 0)
            printf("%s: -\n", language_text(rows[i].label));
        else if (!is_json)
            printf("%s: %d\n", language_text(rows[i].label), rows[i].value);
    }
    return is_json ? json_print(members, ROWS) : EXIT_CODE_DONE;
}

int supervision_figures_run(const struct arguments *arguments)
{
    struct case_desk desk;
    struct figures figures;
    struct day from = { 0 };
    struct error error = { 0 };
    int code = case_desk_prepare(&desk, arguments);
    struct day to = desk.desk.today;
    if (code == EXIT_CODE_DONE)
        code = day_option_read(arguments, "from", &from);
    if (code == EXIT_CODE_DONE)
        code = day_option_read(arguments, "to", &to);
    if (code == EXIT_CODE_DONE && day_compare(to, from) < 0)
        code = arguments_refuse(arguments, _("The day of --to is before that of --from."));
    if (code == EXIT_CODE_DONE)
        code = case_desk_login(&desk, arguments, ACT_SUPERVISE);
    if (code == EXIT_CODE_DONE)
        code = figures_count(desk.desk.store, from, to, &figures, &error) == STATUS_OK
                   ? print_figures(&figures, arguments_has(arguments, "json"))
                   : sentence_fail(NULL, &error);
    case_desk_close(&desk);
    return code;
}
