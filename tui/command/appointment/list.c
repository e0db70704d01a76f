/* SPDX-License-Identifier: Apache-2.0 */

/* qadam appointment list. */
#include "appointment/appointment_store.h"
#include "command/appointment/command.h"
#include "command/json.h"
#include "command/person/command.h"
#include "command/person/sheet.h"
#include "command/record_name.h"
#include "command/row.h"
#include "command/today_option.h"
#include "command/user_names.h"
#include "language.h"
#include "sentence.h"
#include "wording/case_label.h"

#include <unistd.h>

const struct option appointment_list_options[] = {
    { "from", "YYYY-MM-DD", N_("From this day on."), OPTION_TEXT, 0, 0, false },
    { "to", "YYYY-MM-DD", N_("Up to and with this day."), OPTION_TEXT, 0, 0, false },
    { "case", N_("CASE"), N_("Only those of this casefile."), OPTION_TEXT, 0, 0, false },
    { "person", N_("ID"), N_("Only those of this person."), OPTION_TEXT, 0, 0, false },
    { "staff", N_("NAME"), N_("Only those of this user."), OPTION_TEXT, 0, 0, false },
    { "planned", NULL, N_("Only what is still planned."), OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

static void add_json(struct json *json, const struct appointment *appointment)
{
    char day[DAY_TEXT_SIZE];
    day_format(day, appointment->day);
    const struct json_member members[] = {
        { "id", JSON_TEXT, appointment->id, 0 },
        { "day", JSON_TEXT, day, 0 },
        { "time", JSON_TEXT, row_code(appointment->time), 0 },
        { "minutes", JSON_NUMBER, NULL, appointment->minutes },
        { "state", JSON_TEXT, appointment_state_word(appointment->state), 0 },
        { "about", JSON_TEXT, appointment->about, 0 },
        { "place", JSON_TEXT, appointment->place, 0 },
        { "case_number", JSON_TEXT, row_code(appointment->casefile_number), 0 },
        { "case_id", JSON_TEXT, row_code(appointment->casefile_id), 0 },
        { "person_id", JSON_TEXT, row_code(appointment->person_id), 0 },
        { "user_id", JSON_TEXT, row_code(appointment->user_id), 0 },
        { "agency_id", JSON_TEXT, row_code(appointment->agency_id), 0 },
        { "agency", JSON_TEXT, appointment->agency_name, 0 },
    };
    json_add(json, members, sizeof(members) / sizeof(members[0]));
}

static void write_row(const struct appointment *appointment, const char *user)
{
    char day[DAY_TEXT_SIZE];
    day_format(day, appointment->day);
    row_begin(appointment->id);
    row_add(day);
    row_add(appointment->time);
    row_add_number(appointment->minutes);
    row_add(appointment_state_word(appointment->state));
    row_add(user);
    row_add(appointment->casefile_number);
    row_add(appointment->agency_name);
    row_add(appointment->place);
    row_add(appointment->about);
    row_end();
}

static void write_block(const struct appointment *appointment, const char *user)
{
    char day[DAY_TEXT_SIZE];
    day_format(day, appointment->day);
    printf("%s %s  (%d %s)  %s\n", day, appointment->time[0] == '\0' ? "--:--" : appointment->time,
           appointment->minutes,
           /* TRANSLATORS: short for minutes. */
           _("min"), label_appointment_state(appointment->state));
    person_sheet_line(stdout, _("What it is about"), appointment->about);
    person_sheet_line(stdout, _("Casefile"), appointment->casefile_number);
    person_sheet_line(stdout, _("Organisation"), appointment->agency_name);
    person_sheet_line(stdout, _("Place"), appointment->place);
    /* TRANSLATORS: who of the office is there. */
    person_sheet_line(stdout, _("With"), user);
    person_sheet_line(stdout, "", appointment->id);
}

static int print_list(struct office *office, const struct appointment_list *list, bool is_json)
{
    struct user_names users;
    struct error error = { 0 };
    bool is_terminal = isatty(STDOUT_FILENO) == 1;
    const enum status status = user_names_load(&users, office, &error);
    struct json *json = is_json ? json_begin() : NULL;
    for (size_t i = 0; i < list->count && status == STATUS_OK; i++) {
        const struct appointment *appointment = &list->items[i];
        const char *user = user_names_find(&users, appointment->user_id);
        if (is_json)
            add_json(json, appointment);
        else if (is_terminal)
            write_block(appointment, user);
        else
            write_row(appointment, user);
    }
    user_names_release(&users);
    const int code = is_json ? json_end_array(json) : EXIT_CODE_DONE;
    if (status != STATUS_OK)
        return sentence_fail(NULL, &error);
    return code == EXIT_CODE_DONE && list->count == 0 ? EXIT_CODE_NO : code;
}

/* ---- which */

static int read_days(struct appointment_filter *out, const struct arguments *arguments)
{
    bool is_of_somebody = arguments_has(arguments, "case") || arguments_has(arguments, "person");
    int code = today_option_read(arguments, &out->from);
    if (code == EXIT_CODE_DONE)
        code = day_option_read(arguments, "from", &out->from);
    if (code == EXIT_CODE_DONE)
        code = day_option_read(arguments, "to", &out->until);
    out->has_until = arguments_has(arguments, "to");
    out->has_from = arguments_has(arguments, "from") || (!is_of_somebody && !out->has_until) ||
                    arguments_has(arguments, "today");
    out->is_planned_only = arguments_has(arguments, "planned");
    return code;
}

/* The ids that the filter points to. */
struct names {
    char casefile[UUID_TEXT_SIZE];
    char person[UUID_TEXT_SIZE];
    char staff[UUID_TEXT_SIZE];
};

static int read_names(struct names *out, struct office *office, const struct arguments *arguments)
{
    int code = EXIT_CODE_DONE;
    *out = (struct names){ .casefile = "" };
    if (arguments_has(arguments, "case"))
        code = case_resolve(office, arguments_text(arguments, "case"), out->casefile);
    if (code == EXIT_CODE_DONE && arguments_has(arguments, "person"))
        code = person_resolve(office, arguments_text(arguments, "person"), out->person);
    if (code == EXIT_CODE_DONE && arguments_has(arguments, "staff"))
        code = staff_resolve(office, arguments_text(arguments, "staff"), out->staff);
    return code;
}

static int list(struct office *office, const struct arguments *arguments,
                struct appointment_filter *filter)
{
    struct names names;
    struct appointment_list found;
    struct error error = { 0 };
    int code = read_names(&names, office, arguments);
    if (code != EXIT_CODE_DONE)
        return code;
    filter->casefile_id = row_code(names.casefile);
    filter->person_id = row_code(names.person);
    filter->user_id = row_code(names.staff);
    if (appointment_list(office_store(office), filter, &found, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    code = print_list(office, &found, arguments_has(arguments, "json"));
    appointment_list_release(&found);
    return code;
}

int appointment_list_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct appointment_filter filter = { .has_from = false };
    int code = office_file_find(&file, arguments);
    file.login.only_reads = true;
    if (code == EXIT_CODE_DONE)
        code = read_days(&filter, arguments);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_READ_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = list(office, arguments, &filter);
    office_close(&office);
    return code;
}
