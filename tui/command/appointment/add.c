/* SPDX-License-Identifier: Apache-2.0 */

/* qadam appointment add. */
#include "appointment/appointment_store.h"
#include "command/appointment/command.h"
#include "command/entry_form.h"
#include "command/person/command.h"
#include "command/record_name.h"
#include "command/today_option.h"
#include "language.h"
#include "sentence.h"

#include <stdlib.h>
#include <string.h>

const struct option appointment_add_options[] = {
    { "case", N_("CASE"), N_("The casefile that it is for."), OPTION_TEXT, 0, 0, false },
    { "person", N_("ID"), N_("The person who comes; the casefile's if you do not say."),
      OPTION_TEXT, 0, 0, false },
    { "agency", N_("ID"), N_("The organisation at which it takes place."), OPTION_TEXT, 0, 0,
      false },
    { "staff", N_("NAME"), N_("The user of this office who is there; you if you do not say."),
      OPTION_TEXT, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

enum { DAY, TIME, MINUTES, PLACE, ABOUT, FIELD_COUNT };

static const char *time_fault(const char *text, struct day today)
{
    char time[APPOINTMENT_TIME_SIZE];
    (void)today;
    return appointment_time_parse(time, text, NULL) == STATUS_OK
               ? NULL
               : _("There is no such time. Write 9:30 or 14:00.");
}

/* 0 for what is no number of minutes. */
static int minutes_read(const char *text)
{
    const size_t length = strlen(text);
    if (length > 4 || strspn(text, "0123456789") != length)
        return 0;
    const long minutes = strtol(text, NULL, 10);
    return minutes > APPOINTMENT_MINUTES_MAX ? 0 : (int)minutes;
}

static const char *minutes_fault(const char *text, struct day today)
{
    (void)today;
    return minutes_read(text) > 0 ? NULL : _("This is no number of minutes from 1 to 1440.");
}

static const struct entry_form_field fields[FIELD_COUNT + 1] = {
    [DAY] = { "day", N_("Day"), N_("14.06.2027, t for today, +3 for three days from today"), 60,
              false, true, entry_form_day_fault },
    [TIME] = { "time", N_("Time"), N_("9:30"), 20, false, false, time_fault },
    [MINUTES] = { "minutes", N_("How many minutes"), N_("30 if you do not say"), 20, false, false,
                  minutes_fault },
    [PLACE] = { "place", N_("Place"), NULL, 200, false, false, NULL },
    [ABOUT] = { "about", N_("What it is about"), NULL, 400, false, true, NULL },
    [FIELD_COUNT] = { .name = NULL },
};

void appointment_add_write_help(FILE *stream)
{
    entry_form_write_help(stream, fields);
}

static int read_names(struct appointment *appointment, struct office *office,
                      const struct arguments *arguments)
{
    const char *casefile = arguments_text(arguments, "case");
    const char *person = arguments_text(arguments, "person");
    const char *agency = arguments_text(arguments, "agency");
    const char *staff = arguments_text(arguments, "staff");
    int code = EXIT_CODE_DONE;
    if (casefile != NULL)
        code = case_resolve(office, casefile, appointment->casefile_id);
    if (code == EXIT_CODE_DONE && person != NULL)
        code = person_resolve(office, person, appointment->person_id);
    if (code == EXIT_CODE_DONE && agency != NULL)
        code = agency_resolve(office, agency, appointment->agency_id);
    if (staff == NULL)
        snprintf(appointment->user_id, UUID_TEXT_SIZE, "%s", office_actor(office));
    else if (code == EXIT_CODE_DONE)
        code = staff_resolve(office, staff, appointment->user_id);
    return code;
}

/* Takes the texts out of the form. */
static int apply(struct appointment *appointment, struct entry_form *form)
{
    const char *time = form->values[TIME].text;
    const char *minutes = form->values[MINUTES].text;
    if (!entry_form_day(form, DAY, &appointment->day))
        return entry_form_say(form, DAY, entry_form_day_fault("", form->today));
    if (appointment_time_parse(appointment->time, time == NULL ? "" : time, NULL) != STATUS_OK)
        return entry_form_say(form, TIME, time_fault(time, form->today));
    appointment->minutes = minutes == NULL ? APPOINTMENT_MINUTES : minutes_read(minutes);
    appointment->place = form->values[PLACE].text;
    form->values[PLACE].text = NULL;
    appointment->about = form->values[ABOUT].text;
    form->values[ABOUT].text = NULL;
    return EXIT_CODE_DONE;
}

static int keep(struct office *office, struct appointment *appointment)
{
    static const struct record_texts texts = {
        .not_found = N_("The person has no part in this casefile."),
        .refused = N_("The casefile is closed, or the person's record was merged or erased: no "
                      "appointment can be planned."),
    };
    struct error error = { 0 };
    if (appointment_add(office_store(office), office_actor(office), appointment, &error) !=
        STATUS_OK)
        return record_fail(&texts, &error);
    puts(appointment->id);
    return EXIT_CODE_DONE;
}

int appointment_add_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct entry_form form = { .fields = fields };
    struct appointment appointment = { .minutes = APPOINTMENT_MINUTES };
    int code = entry_form_open(&form, &office, &file, arguments, ACT_KEEP_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = read_names(&appointment, office, arguments);
    if (code == EXIT_CODE_DONE)
        code = entry_form_ask(&form, NULL);
    if (code == EXIT_CODE_DONE)
        code = apply(&appointment, &form);
    if (code == EXIT_CODE_DONE)
        code = keep(office, &appointment);
    appointment_release(&appointment);
    entry_form_release(&form);
    office_close(&office);
    return code;
}
