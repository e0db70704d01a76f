/* SPDX-License-Identifier: Apache-2.0 */

/* Which pack a command works on, and the words all of them need. */
#include "command/country/command.h"

#include "command/fault_report.h"
#include "command/today_option.h"
#include "country/country_calendar.h"
#include "language.h"
#include "paragraph.h"
#include "sentence.h"
#include "wording/local_time.h"

#include <stdlib.h>
#include <string.h>

const struct option country_options[] = {
    { "country", "KZ|KG|TJ|TM|UZ",
      N_("The country. Without an office file: the program's pack of it."), OPTION_CHOICE, 0, 0,
      false },
    { .name = NULL },
};

/* ---- loading */

static int say_faults(const char *country, struct fault_list *faults)
{
    sentence_say(country, _("This country pack has faults."));
    fault_report_write(stderr, faults);
    return EXIT_CODE_NO;
}

int country_load(struct country_pack **out, const char *country, const struct yaml_source *text)
{
    struct fault_list faults = { .items = NULL };
    struct error error = { 0 };
    int code = EXIT_CODE_DONE;
    if (country_pack_load(out, country, text, &faults, &error) != STATUS_OK)
        code = sentence_fail(country, &error);
    else if (*out == NULL)
        code = say_faults(text == NULL ? country : text->name, &faults);
    fault_list_release(&faults);
    return code;
}

/* ---- the office's */

int country_office_open(struct country_office *out, const struct arguments *arguments,
                        enum office_act act)
{
    struct office_file file;
    struct error error = { 0 };
    char text[SETTING_TEXT_SIZE] = "";
    const char *named = arguments_text(arguments, "country");
    *out = (struct country_office){ .office = NULL };
    int code = office_file_find(&file, arguments);
    if (code != EXIT_CODE_DONE)
        return code;
    file.login.only_reads = act != ACT_CHANGE_RULES;
    code = login_open_file(&out->office, arguments, &file.login, act);
    if (code == EXIT_CODE_DONE && named == NULL &&
        setting_text(office_store(out->office), SETTING_COUNTRY, text, &error) != STATUS_OK)
        code = sentence_fail(file.login.path, &error);
    if (code == EXIT_CODE_DONE && named == NULL && text[0] == '\0')
        code = arguments_refuse(arguments, _("This office has not said its country. Name it with "
                                             "--country."));
    snprintf(out->country, sizeof(out->country), "%s", named == NULL ? text : named);
    return code;
}

static int use_office(struct country_use *out, const struct arguments *arguments)
{
    struct country_office office;
    struct error error = { 0 };
    int code = country_office_open(&office, arguments, ACT_VERIFY);
    if (code == EXIT_CODE_DONE && country_store_read(&out->copy, office_store(office.office),
                                                     office.country, &error) != STATUS_OK)
        code = sentence_fail(office.country, &error);
    office_close(&office.office);
    if (code != EXIT_CODE_DONE)
        return code;
    const struct yaml_source text = { office.country, out->copy.body, strlen(out->copy.body) };
    return country_load(&out->pack, office.country, out->copy.is_own ? &text : NULL);
}

int country_use_open(struct country_use *out, const struct arguments *arguments)
{
    const char *country = arguments_text(arguments, "country");
    *out = (struct country_use){ .pack = NULL };
    if (country == NULL || arguments->positional_count > 0 || arguments_has(arguments, "file"))
        return use_office(out, arguments);
    return country_load(&out->pack, country, NULL);
}

void country_use_release(struct country_use *use)
{
    country_pack_release(use->pack);
    country_copy_release(&use->copy);
}

/* ---- words */

const char *country_text(const char *text)
{
    return text == NULL ? NULL : language_text_in("country", text);
}

void country_write_term(FILE *stream, int count, enum deadline_unit unit)
{
    const unsigned long number = (unsigned long)count;
    switch (unit) {
    case DEADLINE_WORKING:
        fprintf(stream, language_plural("%d working day", "%d working days", number), count);
        break;
    case DEADLINE_CALENDAR:
        fprintf(stream, language_plural("%d calendar day", "%d calendar days", number), count);
        break;
    case DEADLINE_MONTH:
        fprintf(stream, language_plural("%d month", "%d months", number), count);
        break;
    case DEADLINE_UNIT_COUNT:
        break;
    }
}

void country_write_origin(FILE *stream, const struct country_row *row, size_t indent)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    if (row->source != NULL) {
        fprintf(memory, "%s ", _("Source:"));
        sentence_write_name(memory, row->source);
    }
    if (row->check_locally)
        fprintf(memory, "%s[%s]", row->source == NULL ? "" : " ", _("check locally"));
    if (fclose(memory) == 0)
        paragraph_write(stream, text, indent, paragraph_width(stream, true));
    free(text);
}

const char *country_weekday(enum weekday weekday)
{
    const char *const labels[WEEKDAY_COUNT] = {
        [WEEKDAY_MONDAY] = C_("weekday", "Monday"),
        [WEEKDAY_TUESDAY] = C_("weekday", "Tuesday"),
        [WEEKDAY_WEDNESDAY] = C_("weekday", "Wednesday"),
        [WEEKDAY_THURSDAY] = C_("weekday", "Thursday"),
        [WEEKDAY_FRIDAY] = C_("weekday", "Friday"),
        [WEEKDAY_SATURDAY] = C_("weekday", "Saturday"),
        [WEEKDAY_SUNDAY] = C_("weekday", "Sunday"),
    };
    return labels[weekday];
}

void country_warn_of_feasts(const struct country_pack *pack, int first_year, int last_year)
{
    for (int year = first_year; year <= last_year; year++) {
        const struct country_feast *feast = country_calendar_missing_feast(pack, year);
        char subject[16];
        if (feast == NULL)
            continue;
        char *text = NULL;
        size_t size = 0;
        FILE *memory = open_memstream(&text, &size);
        if (memory == NULL)
            return;
        snprintf(subject, sizeof(subject), "%d", year);
        sentence_fill(memory,
                      _("The days of this holiday are not entered yet: %s. Terms that run over "
                        "this year may end later than shown. Enter them in the office's country "
                        "pack."),
                      "%s", country_text(feast->title));
        if (fclose(memory) == 0)
            sentence_say(subject, text);
        free(text);
    }
}

int country_read_day(struct day *out, const struct arguments *arguments, const char *option)
{
    struct error error = { 0 };
    if (option != NULL && arguments_has(arguments, option))
        return day_option_read(arguments, option, out);
    return local_time_today(out, &error) == STATUS_OK ? EXIT_CODE_DONE
                                                      : sentence_fail(NULL, &error);
}
