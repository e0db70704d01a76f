/* SPDX-License-Identifier: Apache-2.0 */

/* qadam agency list and show. */
#include "agency/agency_store.h"
#include "command/agency/command.h"
#include "command/json.h"
#include "command/person/sheet.h"
#include "command/record_name.h"
#include "command/row.h"
#include "command/today_option.h"
#include "command/user_names.h"
#include "language.h"
#include "sentence.h"

#include <unistd.h>

const struct option agency_list_options[] = {
    { "kind", N_("CODE"), N_("Only organisations of this kind."), OPTION_TEXT, 0, 0, false },
    { "service", N_("CODE"), N_("Only those that give this service."), OPTION_TEXT, 0, 0, false },
    { "language", N_("CODE"), N_("Only those that speak this language."), OPTION_TEXT, 0, 0,
      false },
    { "stale", NULL, N_("Only those that nobody has checked for 90 days."), OPTION_FLAG, 0, 0,
      false },
    { "all", NULL, N_("Those that no longer work, too."), OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

const struct option agency_show_options[] = {
    TODAY_OPTION,
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

enum { SERVICES_SIZE = 2048 };

static void services_join(char out[SERVICES_SIZE], const struct agency *agency,
                          const char *separator, const char *quote)
{
    size_t length = 0;
    out[0] = '\0';
    for (size_t i = 0; i < agency->services.count && length < SERVICES_SIZE; i++)
        length +=
            (size_t)snprintf(out + length, SERVICES_SIZE - length, "%s%s%s%s",
                             i == 0 ? "" : separator, quote, agency->services.items[i], quote);
}

static void languages_join(char out[SERVICES_SIZE], const struct agency *agency,
                           const char *separator, const char *quote)
{
    size_t length = 0;
    out[0] = '\0';
    for (size_t i = 0; i < agency->language_count; i++)
        length += (size_t)snprintf(out + length, SERVICES_SIZE - length, "%s%s%s%s",
                                   i == 0 ? "" : separator, quote, agency->languages[i], quote);
}

/* ---- JSON */

static void add_json(struct json *json, const struct agency *agency, struct day today)
{
    char services[SERVICES_SIZE];
    char array[SERVICES_SIZE + 2];
    char languages[SERVICES_SIZE];
    char language_array[SERVICES_SIZE + 2];
    char valid_until[DAY_TEXT_SIZE];
    char checked_on[DAY_TEXT_SIZE];
    services_join(services, agency, ",", "\"");
    snprintf(array, sizeof(array), "[%s]", services);
    languages_join(languages, agency, ",", "\"");
    snprintf(language_array, sizeof(language_array), "[%s]", languages);
    const struct json_member members[] = {
        { "id", JSON_TEXT, agency->id, 0 },
        { "name", JSON_TEXT, agency->name, 0 },
        { "kind", JSON_TEXT, agency->kind, 0 },
        { "country", JSON_TEXT, agency->country, 0 },
        { "place", JSON_TEXT, agency->place, 0 },
        { "address", JSON_TEXT, agency->address, 0 },
        { "phone", JSON_TEXT, agency->phone, 0 },
        { "hours", JSON_TEXT, agency->hours, 0 },
        { "cost", JSON_TEXT, agency->cost, 0 },
        { "legal_basis", JSON_TEXT, agency->legal_basis, 0 },
        { "services", JSON_RAW, array, 0 },
        { "languages", JSON_RAW, language_array, 0 },
        { "of_country", JSON_TEXT, row_code(agency->of_country), 0 },
        { "valid_until", JSON_TEXT,
          row_day(valid_until, agency->has_valid_until, agency->valid_until), 0 },
        { "checked_on", JSON_TEXT, row_day(checked_on, agency->has_checked_on, agency->checked_on),
          0 },
        { "checked_by", JSON_TEXT, row_code(agency->checked_by), 0 },
        { "stale", JSON_BOOL, NULL, agency_is_stale(agency, today) },
        { "protected", JSON_BOOL, NULL, agency->is_protected },
        { "active", JSON_BOOL, NULL, agency->is_active },
    };
    json_add(json, members, sizeof(members) / sizeof(members[0]));
}

/* ---- in words */

static void write_row(const struct agency *agency, struct day today)
{
    char services[SERVICES_SIZE];
    services_join(services, agency, ",", "");
    row_begin(agency->id);
    row_add(agency->name);
    row_add(agency->kind);
    row_add(agency->place);
    row_add(agency->phone);
    row_add(services);
    row_add(agency_is_stale(agency, today) ? "stale" : "");
    row_end();
}

static void write_warnings(const struct agency *agency, struct day today)
{
    if (!agency->is_active)
        person_sheet_more(stdout, _("NO LONGER WORKS"));
    if (agency->is_protected)
        person_sheet_more(stdout, _("THE ADDRESS IS SECRET: tell it to nobody without need"));
    if (!agency->has_checked_on)
        person_sheet_more(stdout, _("NEVER CHECKED: ask whether this is so"));
    else if (agency_is_stale(agency, today))
        person_sheet_more(stdout, _("NOT CHECKED FOR 90 DAYS: ask whether this is still so"));
}

static void write_block(const struct agency *agency, struct day today)
{
    char services[SERVICES_SIZE];
    services_join(services, agency, ", ", "");
    sentence_write_value(stdout, agency->name, 0, 0);
    person_sheet_line(stdout, _("Kind of organisation"), agency->kind);
    person_sheet_line(stdout, _("Place"), agency->place);
    person_sheet_line(stdout, _("Telephone"), agency->phone);
    person_sheet_line(stdout, _("Services"), services);
    write_warnings(agency, today);
    person_sheet_line(stdout, "", agency->id);
}

static void write_sheet(const struct agency *agency, const char *checked_by, struct day today)
{
    char services[SERVICES_SIZE];
    char day[DAY_TEXT_SIZE] = "";
    services_join(services, agency, ", ", "");
    puts(agency->id);
    person_sheet_line(stdout, _("Name of the organisation"), agency->name);
    person_sheet_line(stdout, _("Kind of organisation"), agency->kind);
    person_sheet_line(stdout, _("Country"), agency->country);
    person_sheet_line(stdout, _("Place"), agency->place);
    person_sheet_line(stdout, _("Address"), agency->address);
    person_sheet_line(stdout, _("Telephone"), agency->phone);
    person_sheet_line(stdout, _("Hours"), agency->hours);
    person_sheet_line(stdout, _("What it costs"), agency->cost);
    person_sheet_line(stdout, _("Legal basis"), agency->legal_basis);
    person_sheet_line(stdout, _("Services"), services);
    languages_join(services, agency, ", ", "");
    person_sheet_line(stdout, _("Languages"), services);
    person_sheet_line(stdout, _("Of which country"), agency->of_country);
    if (agency->has_valid_until) {
        day_format(day, agency->valid_until);
        person_sheet_line(stdout, _("Valid until"), day);
    }
    if (agency->has_checked_on) {
        day_format(day, agency->checked_on);
        person_sheet_line(stdout, _("Checked on"), day);
        person_sheet_line(stdout, _("by"), checked_by);
    }
    write_warnings(agency, today);
}

/* ---- the commands */

static int list(struct office *office, const struct arguments *arguments, struct day today)
{
    const struct agency_filter filter = { .kind = arguments_text(arguments, "kind"),
                                          .service = arguments_text(arguments, "service"),
                                          .language = arguments_text(arguments, "language"),
                                          .includes_inactive = arguments_has(arguments, "all") };
    struct agency_list agencies;
    struct error error = { 0 };
    bool is_json = arguments_has(arguments, "json");
    bool is_terminal = isatty(STDOUT_FILENO) == 1;
    if (agency_list(office_store(office), &filter, &agencies, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    struct json *json = is_json ? json_begin() : NULL;
    size_t shown = 0;
    for (size_t i = 0; i < agencies.count; i++) {
        if (arguments_has(arguments, "stale") && !agency_is_stale(&agencies.items[i], today))
            continue;
        shown++;
        if (is_json)
            add_json(json, &agencies.items[i], today);
        else if (is_terminal)
            write_block(&agencies.items[i], today);
        else
            write_row(&agencies.items[i], today);
    }
    int code = is_json ? json_end_array(json) : EXIT_CODE_DONE;
    if (code == EXIT_CODE_DONE && shown == 0)
        code = EXIT_CODE_NO;
    agency_list_release(&agencies);
    return code;
}

int agency_list_run(const struct arguments *arguments)
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

static int show(struct office *office, const struct agency *agency,
                const struct arguments *arguments, struct day today)
{
    struct user_names users;
    struct error error = { 0 };
    if (arguments_has(arguments, "json")) {
        struct json *json = json_begin();
        add_json(json, agency, today);
        return json_end_object(json);
    }
    enum status status = user_names_load(&users, office, &error);
    if (status == STATUS_OK)
        write_sheet(agency, user_names_find(&users, agency->checked_by), today);
    user_names_release(&users);
    return status == STATUS_OK ? EXIT_CODE_DONE : sentence_fail(NULL, &error);
}

int agency_show_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct agency agency = { .name = NULL };
    struct error error = { 0 };
    struct day today;
    char id[UUID_TEXT_SIZE];
    int code = office_file_find(&file, arguments);
    file.login.only_reads = true;
    if (code == EXIT_CODE_DONE)
        code = today_option_read(arguments, &today);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_READ_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = agency_resolve(office, file.arguments[0], id);
    if (code == EXIT_CODE_DONE &&
        agency_load(office_store(office), id, &agency, &error) != STATUS_OK)
        code = sentence_fail(NULL, &error);
    if (code == EXIT_CODE_DONE)
        code = show(office, &agency, arguments, today);
    agency_release(&agency);
    office_close(&office);
    return code;
}
