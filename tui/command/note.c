/* SPDX-License-Identifier: Apache-2.0 */

/* qadam note: what was said and seen. */
#include "command/command_list.h"
#include "command/entry_form.h"
#include "command/json.h"
#include "command/office_file.h"
#include "command/person/command.h"
#include "command/person/sheet.h"
#include "command/record_name.h"
#include "command/row.h"
#include "command/user_names.h"
#include "language.h"
#include "note/note_store.h"
#include "sentence.h"
#include "wording/case_label.h"
#include "wording/local_time.h"

/* ---- add */

static const struct option add_options[] = {
    { "case", N_("CASE"), N_("The casefile that it is about."), OPTION_TEXT, 0, 0, false },
    { "person", N_("ID"), N_("The person whom it is about; with --case somebody in the casefile."),
      OPTION_TEXT, 0, 0, false },
    { "kind", "note|call|visit|interview|no_contact",
      N_("What kind of note; a note if you do not say."), OPTION_CHOICE, 0, 0, false },
    { "corrects", N_("NOTE"), N_("The note that was wrong: this one corrects it."), OPTION_TEXT, 0,
      0, false },
    { "confidential", NULL, N_("Mark it: to be shown to nobody without need."), OPTION_FLAG, 0, 0,
      false },
    { .name = NULL },
};

enum { BODY, FIELD_COUNT };

static const struct entry_form_field fields[FIELD_COUNT + 1] = {
    [BODY] = { "text", N_("Text of the note"), NULL, NOTE_BODY_MAX, true, true, NULL },
    [FIELD_COUNT] = { .name = NULL },
};

static void write_help(FILE *stream)
{
    entry_form_write_help(stream, fields);
}

static int say_failure(const struct error *error)
{
    static const struct record_texts texts = {
        .not_found = N_("The person has no part in this casefile."),
        .ambiguous = N_("The ids of several notes begin so: type more of it."),
        .unreadable = N_("Name the note by at least the first eight signs of its id, 0-9 and a-f."),
    };
    if (error->status != STATUS_INVALID)
        return record_fail(&texts, error);
    sentence_say(NULL, _("The note that is corrected belongs to another casefile or person."));
    return EXIT_CODE_USAGE;
}

static int note_resolve(struct office *office, const char *typed, char id[UUID_TEXT_SIZE])
{
    static const struct record_texts texts = {
        .not_found = N_("There is no such note here."),
        .ambiguous = N_("The ids of several notes begin so: type more of it."),
        .unreadable = N_("Name the note by at least the first eight signs of its id, 0-9 and a-f."),
    };
    struct error error = { 0 };
    if (note_find(office_store(office), typed, id, &error) == STATUS_OK)
        return EXIT_CODE_DONE;
    return record_fail_search(&texts, &error);
}

/* What the words name. */
static int read_names(struct note *note, struct office *office, const struct arguments *arguments)
{
    const char *casefile = arguments_text(arguments, "case");
    const char *person = arguments_text(arguments, "person");
    const char *kind = arguments_text(arguments, "kind");
    const char *corrects = arguments_text(arguments, "corrects");
    int code = EXIT_CODE_DONE;
    if (casefile != NULL)
        code = case_resolve(office, casefile, note->casefile_id);
    if (code == EXIT_CODE_DONE && person != NULL)
        code = person_resolve(office, person, note->person_id);
    if (code == EXIT_CODE_DONE && corrects != NULL)
        code = note_resolve(office, corrects, note->corrects);
    note->is_confidential = arguments_has(arguments, "confidential");
    if (corrects != NULL)
        note->kind = NOTE_CORRECTION;
    else if (kind != NULL && note_kind_parse(&note->kind, kind, NULL) != STATUS_OK)
        note->kind = NOTE_NOTE; /* the options allow no other word */
    return code;
}

static int add(struct office *office, const struct arguments *arguments, struct entry_form *form)
{
    struct note note = { .kind = NOTE_NOTE };
    struct error error = { 0 };
    int code = read_names(&note, office, arguments);
    if (code == EXIT_CODE_DONE)
        code = entry_form_ask(form, NULL);
    if (code != EXIT_CODE_DONE)
        return code;
    note.body = form->values[BODY].text;
    form->values[BODY].text = NULL;
    if (note_add(office_store(office), office_actor(office), &note, &error) == STATUS_OK)
        puts(note.id);
    else
        code = say_failure(&error);
    note_release(&note);
    return code;
}

static int check_words(const struct arguments *arguments)
{
    bool is_correction = arguments_has(arguments, "corrects");
    if (is_correction && arguments_has(arguments, "kind"))
        return arguments_refuse(arguments,
                                _("A correction is of no other kind: leave out --kind."));
    if (is_correction || arguments_has(arguments, "case") || arguments_has(arguments, "person"))
        return EXIT_CODE_DONE;
    return arguments_refuse(arguments, _("Say what the note is about: --case, --person or "
                                         "--corrects."));
}

static int run_add(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct entry_form form = { .fields = fields };
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = check_words(arguments);
    if (code == EXIT_CODE_DONE)
        code = entry_form_read(&form, arguments);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_KEEP_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = add(office, arguments, &form);
    entry_form_release(&form);
    office_close(&office);
    return code;
}

/* ---- list */

static const struct option list_options[] = {
    { "case", N_("CASE"), N_("The notes of this casefile."), OPTION_TEXT, 0, 0, false },
    { "person", N_("ID"), N_("The notes of this person and of the person's casefiles."),
      OPTION_TEXT, 0, 0, false },
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

static void add_json(struct json *json, const struct note *note)
{
    const struct json_member members[] = {
        { "id", JSON_TEXT, note->id, 0 },
        { "kind", JSON_TEXT, note_kind_word(note->kind), 0 },
        { "case_number", JSON_TEXT, row_code(note->casefile_number), 0 },
        { "case_id", JSON_TEXT, row_code(note->casefile_id), 0 },
        { "person_id", JSON_TEXT, row_code(note->person_id), 0 },
        { "confidential", JSON_BOOL, NULL, note->is_confidential },
        { "corrects", JSON_TEXT, row_code(note->corrects), 0 },
        { "text", JSON_TEXT, note->body, 0 },
        { "written_at", JSON_TEXT, note->written_at, 0 },
        { "written_by", JSON_TEXT, note->written_by, 0 },
    };
    json_add(json, members, sizeof(members) / sizeof(members[0]));
}

static void write_note(const struct note *note, const char *writer)
{
    char time[LOCAL_TIME_SIZE];
    local_time_format(time, note->written_at);
    printf("%.16s  %s  ", time, label_note_kind(note->kind));
    sentence_write_name(stdout, writer);
    printf("%s%s\n", note->casefile_number[0] == '\0' ? "" : "  ", note->casefile_number);
    if (note->is_confidential)
        person_sheet_more(stdout, _("CONFIDENTIAL: show to nobody without need"));
    if (note->corrects[0] != '\0')
        person_sheet_line(stdout, _("Corrects"), note->corrects);
    person_sheet_lines(stdout, NULL, note->body);
    person_sheet_line(stdout, "", note->id);
}

static int print_list(struct office *office, const struct note_list *notes, bool is_json)
{
    struct user_names users;
    struct error error = { 0 };
    enum status status = user_names_load(&users, office, &error);
    struct json *json = is_json ? json_begin() : NULL;
    for (size_t i = 0; i < notes->count && status == STATUS_OK; i++) {
        if (is_json)
            add_json(json, &notes->items[i]);
        else
            write_note(&notes->items[i], user_names_find(&users, notes->items[i].written_by));
    }
    user_names_release(&users);
    const int code = is_json ? json_end_array(json) : EXIT_CODE_DONE;
    if (status != STATUS_OK)
        return sentence_fail(NULL, &error);
    return code == EXIT_CODE_DONE && notes->count == 0 ? EXIT_CODE_NO : code;
}

static int list(struct office *office, const struct arguments *arguments)
{
    char id[UUID_TEXT_SIZE];
    struct note_list notes;
    struct error error = { 0 };
    const char *casefile = arguments_text(arguments, "case");
    int code = casefile != NULL ? case_resolve(office, casefile, id)
                                : person_resolve(office, arguments_text(arguments, "person"), id);
    if (code != EXIT_CODE_DONE)
        return code;
    const enum status status = casefile != NULL
                                   ? note_list_of_casefile(office_store(office), id, &notes, &error)
                                   : note_list_of_person(office_store(office), id, &notes, &error);
    if (status != STATUS_OK)
        return sentence_fail(NULL, &error);
    code = print_list(office, &notes, arguments_has(arguments, "json"));
    note_list_release(&notes);
    return code;
}

static int run_list(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    int code = office_file_find(&file, arguments);
    file.login.only_reads = true;
    if (code == EXIT_CODE_DONE &&
        arguments_has(arguments, "case") == arguments_has(arguments, "person"))
        code = arguments_refuse(arguments, _("Say whose notes: --case or --person."));
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_READ_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = list(office, arguments);
    office_close(&office);
    return code;
}

const struct command note_commands[] = {
    { .noun = "note",
      .verb = "add",
      .summary = N_("Write a note about a casefile or a person."),
      .arguments = N_("[FILE]"),
      .details =
          N_("On a terminal the text is asked for. Else it is read from standard input, each "
             "line of it as 'text: ...'. A note is never changed: whoever was wrong writes "
             "another one with --corrects. Closed casefiles take notes too. Prints the id."),
      .options = { add_options, office_file_options, login_options },
      .run = run_add,
      .write_more_help = write_help },
    { .noun = "note",
      .verb = "list",
      .summary = N_("Show the notes of a casefile or a person, the newest first."),
      .arguments = N_("[FILE]"),
      .options = { list_options, office_file_options, login_options },
      .run = run_list },
    { .noun = NULL },
};
