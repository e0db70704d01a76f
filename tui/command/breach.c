/* SPDX-License-Identifier: Apache-2.0 */

/* qadam breach: personal data that got out or was lost, and what was done about it. */
#include "breach/breach.h"

#include "command/command_list.h"
#include "command/entry_form.h"
#include "command/json.h"
#include "command/office_file.h"
#include "command/person/sheet.h"
#include "command/row.h"
#include "command/today_option.h"
#include "language.h"
#include "sentence.h"
#include "wording/local_time.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct option report_options[] = {
    { "kind", "lost_copy|wrong_recipient|seen_by_others|stolen_pc|malware|other",
      N_("What kind of breach."), OPTION_CHOICE, 0, 0, true },
    { "people", N_("N"), N_("How many people it concerns, when that is known."), OPTION_NUMBER, 0,
      INT_MAX, false },
    { "happened", "YYYY-MM-DD", N_("When it happened, when that is known."), OPTION_TEXT, 0, 0,
      false },
    { "noticed", "YYYY-MM-DD", N_("When it was noticed; just now if you do not say."), OPTION_TEXT,
      0, 0, false },
    { .name = NULL },
};
static const struct option list_options[] = {
    { "all", NULL, N_("Closed ones too."), OPTION_FLAG, 0, 0, false },
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};
static const struct option note_options[] = {
    { "kind", "measure|told_people|told_authority|told_partner|other",
      N_("What was done, or who was told."), OPTION_CHOICE, 0, 0, true },
    { .name = NULL },
};

enum { WHAT, DATA, FIELD_COUNT };
static const struct entry_form_field report_fields[FIELD_COUNT + 1] = {
    [WHAT] = { "what", N_("What happened (no names)"), NULL, BREACH_TEXT_MAX, true, true, NULL },
    [DATA] = { "data", N_("Which data (no names)"), NULL, BREACH_TEXT_MAX, true, false, NULL },
    [FIELD_COUNT] = { .name = NULL },
};
static const struct entry_form_field note_fields[] = {
    { "text", N_("What was done, or who was told and how"), NULL, BREACH_TEXT_MAX, true, true,
      NULL },
    { .name = NULL },
};
static const struct entry_form_field close_fields[] = {
    { "lessons", N_("What was learned from it"), NULL, BREACH_TEXT_MAX, true, true, NULL },
    { .name = NULL },
};

static void write_report_help(FILE *stream)
{
    entry_form_write_help(stream, report_fields);
}

static void write_note_help(FILE *stream)
{
    entry_form_write_help(stream, note_fields);
}

static void write_close_help(FILE *stream)
{
    entry_form_write_help(stream, close_fields);
}

static int breach_fail(const char *typed, const struct error *error)
{
    const char *text = NULL;
    if (error->status == STATUS_NOT_FOUND)
        text = _("There is no such breach here: 'qadam breach list --all' shows them.");
    else if (error->status == STATUS_EXISTS)
        text = _("Several breaches begin so: type more of the id.");
    else if (error->status == STATUS_REFUSED)
        text = _("This breach is closed already: report a new one.");
    else if (error->status == STATUS_DATE_INVALID)
        text = _("It was noticed today or before, and it happened before it was noticed.");
    if (text == NULL)
        return sentence_fail(typed, error);
    sentence_say(typed, text);
    return error->status == STATUS_DATE_INVALID ? EXIT_CODE_USAGE : EXIT_CODE_NO;
}

/* ---- report */

static int read_options(const struct arguments *arguments, struct breach *out)
{
    struct error error = { 0 };
    struct day noticed;
    const bool has_noticed = arguments_has(arguments, "noticed");
    if (breach_kind_parse(&out->kind, arguments_text(arguments, "kind"), &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    out->people =
        arguments_has(arguments, "people") ? (int)arguments_number(arguments, "people", 0) : -1;
    out->has_happened_on = arguments_has(arguments, "happened");
    int code = day_option_read(arguments, "happened", &out->happened_on);
    if (code == EXIT_CODE_DONE)
        code = day_option_read(arguments, "noticed", &noticed);
    if (code == EXIT_CODE_DONE && has_noticed) {
        /* The first moment of the day, so that the clock never runs too long. */
        day_format(out->noticed_at, noticed);
        strcat(out->noticed_at, "T00:00:00.000Z");
    }
    return code;
}

static int report(struct office *office, struct entry_form *form, struct breach *breach)
{
    char due[LOCAL_TIME_SIZE];
    struct error error = { 0 };
    const int code = entry_form_ask(form, NULL);
    if (code != EXIT_CODE_DONE)
        return code;
    breach->what = form->values[WHAT].text;
    breach->data = form->values[DATA].text;
    if (breach_report(office_store(office), office_actor(office), breach, &error) != STATUS_OK)
        return breach_fail(NULL, &error);
    row_begin(breach->id);
    row_add(breach->due_at);
    row_end();
    local_time_format(due, breach->due_at);
    fprintf(stderr, "qadam: ");
    sentence_fill(stderr, _("Whoever must be told is told before %s (72 hours; check locally)."),
                  "%s", due);
    fputc('\n', stderr);
    if (breach_needs_rekey(breach->kind))
        sentence_say(NULL, _("A copy may be in the hands of others: encrypt the file anew with "
                             "'qadam vault rekey', and change the passphrases."));
    return EXIT_CODE_DONE;
}

static int report_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct entry_form form = { .fields = report_fields };
    struct breach breach = { .what = NULL }; /* its texts stay the form's */
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = read_options(arguments, &breach);
    if (code == EXIT_CODE_DONE)
        code = entry_form_read(&form, arguments);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_REPORT_BREACHES);
    if (code == EXIT_CODE_DONE)
        code = report(office, &form, &breach);
    entry_form_release(&form);
    office_close(&office);
    return code;
}

/* ---- list and show */

static void add_json(struct json *json, const struct breach *breach)
{
    char happened[DAY_TEXT_SIZE];
    const struct json_member members[] = {
        { "id", JSON_TEXT, breach->id, 0 },
        { "kind", JSON_TEXT, breach_kind_word(breach->kind), 0 },
        { "what", JSON_TEXT, breach->what, 0 },
        { "data", JSON_TEXT, breach->data, 0 },
        { "people", breach->people < 0 ? JSON_RAW : JSON_NUMBER, NULL, breach->people },
        { "happened", JSON_TEXT, row_day(happened, breach->has_happened_on, breach->happened_on),
          0 },
        { "noticed_at", JSON_TEXT, breach->noticed_at, 0 },
        { "tell_before", JSON_TEXT, breach->due_at, 0 },
        { "closed_at", JSON_TEXT, row_code(breach->closed_at), 0 },
        { "lessons", JSON_TEXT, breach->lessons, 0 },
    };
    json_add(json, members, sizeof(members) / sizeof(members[0]));
}

static void write_row(const struct breach *breach)
{
    row_begin(breach->id);
    row_add(breach_kind_word(breach->kind));
    row_add(breach->noticed_at);
    row_add(breach->due_at);
    row_add(breach->closed_at[0] == '\0' ? "open" : "closed");
    row_add(breach->what);
    row_end();
}

static int list(const struct arguments *arguments, struct office *office)
{
    struct breach_list breaches;
    struct error error = { 0 };
    int code = EXIT_CODE_DONE;
    const enum status status =
        breach_list_all(office_store(office), arguments_has(arguments, "all"), &breaches, &error);
    struct json *json = arguments_has(arguments, "json") ? json_begin() : NULL;
    for (size_t i = 0; status == STATUS_OK && i < breaches.count; i++)
        if (json != NULL)
            add_json(json, &breaches.items[i]);
        else
            write_row(&breaches.items[i]);
    if (json != NULL)
        code = json_end_array(json);
    breach_list_release(&breaches);
    return status == STATUS_OK ? code : sentence_fail(NULL, &error);
}

static void write_note(void *self, const struct breach_note *note)
{
    char time[LOCAL_TIME_SIZE];
    char label[80];
    local_time_format(time, note->noted_at);
    snprintf(label, sizeof(label), "%.16s %s", time, breach_note_kind_word(note->kind));
    (void)self;
    person_sheet_lines(stdout, label, note->body);
}

static int show_one(struct office *office, const struct breach *breach)
{
    char people[16] = "";
    char due[LOCAL_TIME_SIZE];
    struct error error = { 0 };
    if (breach->people >= 0)
        snprintf(people, sizeof(people), "%d", breach->people);
    local_time_format(due, breach->due_at);
    person_sheet_line(stdout, _("Kind"), breach_kind_word(breach->kind));
    person_sheet_lines(stdout, _("What happened"), breach->what);
    person_sheet_lines(stdout, _("Which data"), breach->data == NULL ? "" : breach->data);
    person_sheet_line(stdout, _("People"), people);
    person_sheet_line(stdout, _("Tell before"), due);
    const enum status status =
        breach_each_note(office_store(office), breach->id, write_note, NULL, &error);
    person_sheet_lines(stdout, _("Lessons"), breach->lessons == NULL ? "" : breach->lessons);
    return status == STATUS_OK ? EXIT_CODE_DONE : sentence_fail(NULL, &error);
}

static int show(struct office *office, const char *typed)
{
    char id[UUID_TEXT_SIZE];
    struct breach_list breaches = { .items = NULL };
    struct error error = { 0 };
    int code = EXIT_CODE_DONE;
    enum status status = breach_find(office_store(office), typed, id, &error);
    if (status == STATUS_OK)
        status = breach_list_all(office_store(office), true, &breaches, &error);
    if (status != STATUS_OK)
        code = breach_fail(typed, &error);
    for (size_t i = 0; i < breaches.count; i++)
        if (strcmp(breaches.items[i].id, id) == 0)
            code = show_one(office, &breaches.items[i]);
    breach_list_release(&breaches);
    return code;
}

static int read_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE) {
        file.login.only_reads = true;
        code = login_open_file(&office, arguments, &file.login, ACT_KEEP_BREACHES);
    }
    if (code == EXIT_CODE_DONE)
        code =
            file.arguments[0] == NULL ? list(arguments, office) : show(office, file.arguments[0]);
    office_close(&office);
    return code;
}

/* ---- note and close: one field of text */

static int work(const struct arguments *arguments, struct office *office, struct entry_form *form,
                const char *typed)
{
    char id[UUID_TEXT_SIZE];
    struct error error = { 0 };
    enum breach_note_kind kind = BREACH_NOTE_OTHER;
    struct store *store = office_store(office);
    const char *actor = office_actor(office);
    const bool is_note = form->fields == note_fields;
    enum status status = breach_find(store, typed, id, &error);
    if (status == STATUS_OK && is_note)
        status = breach_note_kind_parse(&kind, arguments_text(arguments, "kind"), &error);
    if (status != STATUS_OK)
        return breach_fail(typed, &error);
    const int code = entry_form_ask(form, NULL);
    if (code != EXIT_CODE_DONE)
        return code;
    status = is_note ? breach_add_note(store, actor, id, kind, form->values[0].text, &error)
                     : breach_close(store, actor, id, form->values[0].text, &error);
    if (status != STATUS_OK)
        return breach_fail(typed, &error);
    puts(id);
    return EXIT_CODE_DONE;
}

static int work_run(const struct arguments *arguments, const struct entry_form_field *fields)
{
    struct office *office = NULL;
    struct office_file file;
    struct entry_form form = { .fields = fields };
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = entry_form_read(&form, arguments);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_KEEP_BREACHES);
    if (code == EXIT_CODE_DONE)
        code = work(arguments, office, &form, file.arguments[0]);
    entry_form_release(&form);
    office_close(&office);
    return code;
}

static int note_run(const struct arguments *arguments)
{
    return work_run(arguments, note_fields);
}

static int close_run(const struct arguments *arguments)
{
    return work_run(arguments, close_fields);
}

const struct command breach_commands[] = {
    { .noun = "breach",
      .verb = "report",
      .summary = N_("Tell that personal data got out or was lost; everybody may."),
      .arguments = N_("[FILE]"),
      .details = N_("Prints the id and the moment by which whoever must be told is told, 72 hours "
                    "after it was noticed (check locally)."),
      .options = { report_options, office_file_options, login_options },
      .run = report_run,
      .write_more_help = write_report_help },
    { .noun = "breach",
      .verb = "list",
      .summary = N_("List the breaches that are not closed."),
      .arguments = N_("[FILE]"),
      .details = N_("Id, kind, when noticed, tell before, open or closed, and the words, with tabs "
                    "between them."),
      .options = { list_options, office_file_options, login_options },
      .run = read_run },
    { .noun = "breach",
      .verb = "show",
      .summary = N_("Show a breach and what was done about it."),
      .arguments = N_("[FILE] BREACH"),
      .options = { office_file_options, login_options },
      .run = read_run },
    { .noun = "breach",
      .verb = "note",
      .summary = N_("Note what was done about a breach, or who was told."),
      .arguments = N_("[FILE] BREACH"),
      .options = { note_options, office_file_options, login_options },
      .run = note_run,
      .write_more_help = write_note_help },
    { .noun = "breach",
      .verb = "close",
      .summary = N_("Close a breach with what was learned from it."),
      .arguments = N_("[FILE] BREACH"),
      .options = { office_file_options, login_options },
      .run = close_run,
      .write_more_help = write_close_help },
    { .noun = NULL },
};
