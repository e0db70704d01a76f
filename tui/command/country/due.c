/* SPDX-License-Identifier: Apache-2.0 */

/* qadam country due, holidays: when a term ends, and on which days offices are closed. */
#include "base/deadline.h"

#include "command/country/command.h"
#include "command/json.h"
#include "country/country_calendar.h"
#include "country/deadline_rule.h"
#include "language.h"
#include "sentence.h"

#include <string.h>

/* ---- due */

const struct option country_due_options[] = {
    { "rule", N_("RULE"),
      N_("The deadline, such as id_after_loss; 'qadam country show' lists them."), OPTION_TEXT, 0,
      0, true },
    { "from", N_("DATE"), N_("The day of the event, which is day 0."), OPTION_TEXT, 0, 0, true },
    { "today", N_("DATE"), N_("Count from this day how much is left; today if you do not say."),
      OPTION_TEXT, 0, 0, false },
    { "stopped", N_("DATE"), N_("The clock stands still from this day on ..."), OPTION_TEXT, 0, 0,
      false },
    { "resumed", N_("DATE"), N_("... and goes on on this day; until today if you do not say."),
      OPTION_TEXT, 0, 0, false },
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

/* How far ahead holidays are known; the longest terms are shorter. */
enum { YEARS_AHEAD = 60 };

struct due_question {
    const struct country_pack *pack;
    const struct country_deadline *deadline;
    struct day from;
    struct day today;
    struct clock_stop stop;
    size_t stop_count;
};

struct due_answer {
    struct country_calendar calendar;
    struct day due;
    struct day exact; /* before it moved to a working day */
    struct day most;  /* the same for the longest term, with has_most */
    bool has_most;
};

static int read_stop(struct due_question *question, const struct arguments *arguments)
{
    if (!arguments_has(arguments, "stopped")) {
        return arguments_has(arguments, "resumed")
                   ? arguments_refuse(arguments, _("Say with --stopped since when the clock stood "
                                                   "still."))
                   : EXIT_CODE_DONE;
    }
    question->stop_count = 1;
    question->stop.has_until = arguments_has(arguments, "resumed");
    int code = country_read_day(&question->stop.from, arguments, "stopped");
    if (code == EXIT_CODE_DONE && question->stop.has_until)
        code = country_read_day(&question->stop.until, arguments, "resumed");
    if (code == EXIT_CODE_DONE && question->stop.has_until &&
        day_compare(question->stop.until, question->stop.from) < 0)
        code = arguments_refuse(arguments, _("The clock goes on (--resumed) only after it stood "
                                             "still (--stopped)."));
    return code;
}

static int read_question(struct due_question *out, const struct arguments *arguments)
{
    *out = (struct due_question){ .pack = NULL };
    if (!deadline_rule_is_known(arguments_text(arguments, "rule")))
        return arguments_refuse(arguments, _("There is no such deadline. 'qadam country show' with "
                                             "--part deadlines lists them."));
    int code = country_read_day(&out->from, arguments, "from");
    if (code == EXIT_CODE_DONE)
        code = country_read_day(&out->today, arguments, "today");
    return code == EXIT_CODE_DONE ? read_stop(out, arguments) : code;
}

static enum status count(struct day *out, const struct due_question *question,
                         const struct due_answer *answer, int length, bool is_exact,
                         struct error *error)
{
    const struct deadline deadline = { length, (enum deadline_unit)question->deadline->unit,
                                       is_exact };
    return deadline_due(out, &deadline, question->from, &answer->calendar.calendar, &question->stop,
                        question->stop_count, question->today, error);
}

static enum status answer_question(struct due_answer *out, const struct due_question *question,
                                   struct error *error)
{
    const struct country_deadline *deadline = question->deadline;
    const int year = day_to_civil(question->from).year;
    const int last = year + YEARS_AHEAD > DAY_YEAR_LAST ? DAY_YEAR_LAST : year + YEARS_AHEAD;
    *out = (struct due_answer){ .has_most = deadline->most.is_given };
    enum status status = country_calendar_make(&out->calendar, question->pack, year, last, error);
    if (status == STATUS_OK)
        status = count(&out->due, question, out, deadline->count, deadline->is_exact, error);
    if (status == STATUS_OK)
        status = count(&out->exact, question, out, deadline->count, true, error);
    if (status == STATUS_OK && out->has_most)
        status = count(&out->most, question, out, deadline->most.value, deadline->is_exact, error);
    return status;
}

static int print_due_json(const struct due_question *question, const struct due_answer *answer)
{
    const struct country_deadline *deadline = question->deadline;
    char from[DAY_TEXT_SIZE];
    char due[DAY_TEXT_SIZE];
    char most[DAY_TEXT_SIZE];
    day_format(from, question->from);
    day_format(due, answer->due);
    day_format(most, answer->most);
    const struct json_member members[] = {
        { "rule", JSON_TEXT, deadline->rule, 0 },
        { "code", JSON_TEXT, deadline->code, 0 },
        { "from", JSON_TEXT, from, 0 },
        { "due", JSON_TEXT, due, 0 },
        { "due_at_most", JSON_TEXT, answer->has_most ? most : NULL, 0 },
        { "count", JSON_NUMBER, NULL, deadline->count },
        { "unit", JSON_TEXT, country_unit_word((enum deadline_unit)deadline->unit), 0 },
        { "exact", JSON_BOOL, NULL, deadline->is_exact },
        { "days_left", JSON_NUMBER, NULL, answer->due.number - question->today.number },
        { "source", JSON_TEXT, deadline->row.source, 0 },
        { "check_locally", JSON_BOOL, NULL, deadline->row.check_locally },
    };
    return json_print(members, sizeof(members) / sizeof(members[0]));
}

static void print_filled(const char *text, struct day day)
{
    char written[DAY_TEXT_SIZE];
    day_format(written, day);
    sentence_fill(stdout, text, "%s", written);
    putchar('\n');
}

/* The days of a working term that were not worked although their weekday is, and the other way. */
static void print_special_days(const struct due_question *question, const struct due_answer *answer)
{
    for (struct day day = question->from; day_compare(day, answer->due) < 0;) {
        struct country_special_day special;
        day.number++;
        const bool is_free_weekday =
            (answer->calendar.calendar.weekend >> day_weekday(day) & 1U) != 0;
        if (!country_calendar_find(&special, question->pack, day) ||
            special.is_off == is_free_weekday)
            continue;
        char written[DAY_TEXT_SIZE];
        day_format(written, day);
        printf("  %s  %s  ", written, special.is_off ? C_("day", "off") : C_("day", "worked"));
        sentence_write_name(stdout, special.title == NULL ? "" : country_text(special.title));
        putchar('\n');
    }
}

static void print_left(const struct due_question *question, const struct due_answer *answer)
{
    const long left = answer->due.number - question->today.number;
    if (left >= 0)
        printf(language_plural("%ld day is left.", "%ld days are left.", (unsigned long)left),
               left);
    else
        printf(language_plural("It was due %ld day ago.", "It was due %ld days ago.",
                               (unsigned long)-left),
               -left);
    putchar('\n');
}

static void print_due(const struct due_question *question, const struct due_answer *answer)
{
    const struct country_deadline *deadline = question->deadline;
    char due[DAY_TEXT_SIZE];
    day_format(due, answer->due);
    printf("%s  %s\n", due, country_weekday(day_weekday(answer->due)));
    sentence_write_text(stdout, country_text(deadline->event));
    country_write_term(stdout, deadline->count, (enum deadline_unit)deadline->unit);
    putchar('\n');
    print_filled(_("The day of the event is day 0: %s"), question->from);
    if (question->stop_count > 0)
        print_filled(_("The days on which the clock stood still do not count, from %s on."),
                     question->stop.from);
    if (deadline->unit == DEADLINE_WORKING)
        print_special_days(question, answer);
    if (day_compare(answer->exact, answer->due) != 0)
        print_filled(_("The last day, %s, is not worked: the next working day counts."),
                     answer->exact);
    if (answer->has_most)
        print_filled(_("At the longest: %s"), answer->most);
    print_left(question, answer);
    country_write_origin(stdout, &deadline->row, 0);
}

int country_due_run(const struct arguments *arguments)
{
    struct country_use use = { .pack = NULL };
    struct due_question question;
    struct due_answer answer = { .has_most = false };
    struct error error = { 0 };
    int code = read_question(&question, arguments);
    if (code == EXIT_CODE_DONE)
        code = country_use_open(&use, arguments);
    if (code == EXIT_CODE_DONE) {
        question.pack = use.pack;
        question.deadline = country_pack_find_deadline(use.pack, arguments_text(arguments, "rule"));
        if (answer_question(&answer, &question, &error) != STATUS_OK)
            code = sentence_fail(arguments_text(arguments, "from"), &error);
    }
    if (code == EXIT_CODE_DONE) {
        if (arguments_has(arguments, "json"))
            code = print_due_json(&question, &answer);
        else
            print_due(&question, &answer);
        if (question.deadline->unit == DEADLINE_WORKING || !question.deadline->is_exact)
            country_warn_of_feasts(use.pack, day_to_civil(question.from).year,
                                   day_to_civil(answer.due).year);
    }
    country_calendar_release(&answer.calendar);
    country_use_release(&use);
    return code;
}

/* ---- holidays */

const struct option country_holidays_options[] = {
    { "year", N_("YEAR"), N_("Of this year; the present one if you do not say."), OPTION_NUMBER,
      DAY_YEAR_FIRST, DAY_YEAR_LAST, false },
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

static void print_holiday(struct json *json, struct day day,
                          const struct country_special_day *special)
{
    char written[DAY_TEXT_SIZE];
    const char *title = special->title == NULL ? "" : country_text(special->title);
    day_format(written, day);
    const struct json_member members[] = {
        { "date", JSON_TEXT, written, 0 },
        { "off", JSON_BOOL, NULL, special->is_off },
        { "title", JSON_TEXT, title, 0 },
        { "source", JSON_TEXT, special->row->source, 0 },
        { "check_locally", JSON_BOOL, NULL, special->row->check_locally },
    };
    if (json != NULL) {
        json_add(json, members, sizeof(members) / sizeof(members[0]));
        return;
    }
    printf("%s\t%s\t%s\t", written, country_weekday(day_weekday(day)),
           special->is_off ? C_("day", "off") : C_("day", "worked"));
    sentence_write_name(stdout, title);
    printf("%s%s\n", special->row->check_locally ? "\t" : "",
           special->row->check_locally ? _("check locally") : "");
}

static int print_year(const struct country_pack *pack, int year, bool is_json)
{
    struct json *json = is_json ? json_begin() : NULL;
    struct country_special_day special;
    struct error error = { 0 };
    struct day day;
    if (day_from_civil(&day, year, 1, 1, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    for (; day_to_civil(day).year == year; day.number++)
        if (country_calendar_find(&special, pack, day))
            print_holiday(json, day, &special);
    return json == NULL ? EXIT_CODE_DONE : json_end_array(json);
}

int country_holidays_run(const struct arguments *arguments)
{
    struct country_use use = { .pack = NULL };
    struct day today;
    int code = country_read_day(&today, arguments, NULL);
    if (code == EXIT_CODE_DONE)
        code = country_use_open(&use, arguments);
    if (code == EXIT_CODE_DONE) {
        const int year = (int)arguments_number(arguments, "year", day_to_civil(today).year);
        code = print_year(use.pack, year, arguments_has(arguments, "json"));
        country_warn_of_feasts(use.pack, year, year);
    }
    country_use_release(&use);
    return code;
}
