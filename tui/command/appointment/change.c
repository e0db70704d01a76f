/* SPDX-License-Identifier: Apache-2.0 */

/* qadam appointment change: another day, or what came of it. */
#include "appointment/appointment_store.h"
#include "command/appointment/command.h"
#include "command/record_name.h"
#include "command/today_option.h"
#include "language.h"
#include "sentence.h"

const struct option appointment_change_options[] = {
    { "state", "attended|missed|cancelled", N_("What came of it."), OPTION_CHOICE, 0, 0, false },
    { "day", "YYYY-MM-DD", N_("The day to which it moves."), OPTION_TEXT, 0, 0, false },
    { "time", "HH:MM", N_("The time to which it moves; with --time=- it is for the whole day."),
      OPTION_TEXT, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

static const struct record_texts texts = {
    .not_found = N_("There is no such appointment here."),
    .ambiguous = N_("The ids of several appointments begin so: type more of it."),
    .unreadable = N_("Name the appointment by at least the first eight signs of its id, 0-9 and "
                     "a-f."),
    .refused = N_("The appointment has ended, or the person's record was merged or erased: nothing "
                  "can be changed in it."),
};

/* What is asked for. */
struct change {
    const char *state; /* NULL: it moves */
    bool has_day;
    struct day day;
    const char *time; /* NULL: stays */
    struct day today;
};

static int read_change(struct change *out, const struct arguments *arguments)
{
    char time[APPOINTMENT_TIME_SIZE];
    *out = (struct change){ .state = arguments_text(arguments, "state"),
                            .has_day = arguments_has(arguments, "day"),
                            .time = arguments_text(arguments, "time") };
    if ((out->state != NULL) == (out->has_day || out->time != NULL))
        return arguments_refuse(arguments, _("Say either --state, or --day, --time or both."));
    if (out->time != NULL && out->time[0] == '-' && out->time[1] == '\0')
        out->time = "";
    if (out->time != NULL && appointment_time_parse(time, out->time, NULL) != STATUS_OK)
        return arguments_refuse(arguments, _("There is no such time. Write 9:30 or 14:00."));
    int code = day_option_read(arguments, "day", &out->day);
    return code == EXIT_CODE_DONE ? today_option_read(arguments, &out->today) : code;
}

static int end(struct office *office, const char *id, const struct change *change)
{
    struct error error = { 0 };
    enum appointment_state state;
    enum status status = appointment_state_parse(&state, change->state, &error);
    if (status == STATUS_OK)
        status = appointment_end(office_store(office), office_actor(office), id, state,
                                 change->today, &error);
    if (status == STATUS_OK)
        return EXIT_CODE_DONE;
    if (status != STATUS_DATE_INVALID)
        return record_fail(&texts, &error);
    sentence_say(NULL, _("Its day has not come yet: it can be moved or cancelled."));
    return EXIT_CODE_NO;
}

static int move(struct office *office, const char *id, const struct change *change)
{
    struct appointment known;
    struct error error = { 0 };
    if (appointment_load(office_store(office), id, &known, &error) != STATUS_OK)
        return record_fail(&texts, &error);
    const enum status status = appointment_move(
        office_store(office), office_actor(office), id, change->has_day ? change->day : known.day,
        change->time == NULL ? known.time : change->time, &error);
    appointment_release(&known);
    return status == STATUS_OK ? EXIT_CODE_DONE : record_fail(&texts, &error);
}

int appointment_change_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct change change;
    struct error error = { 0 };
    char id[UUID_TEXT_SIZE];
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = read_change(&change, arguments);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_KEEP_PEOPLE);
    if (code == EXIT_CODE_DONE &&
        appointment_find(office_store(office), file.arguments[0], id, &error) != STATUS_OK)
        code = record_fail_search(&texts, &error);
    if (code == EXIT_CODE_DONE)
        code = change.state != NULL ? end(office, id, &change) : move(office, id, &change);
    if (code == EXIT_CODE_DONE)
        puts(id);
    office_close(&office);
    return code;
}
