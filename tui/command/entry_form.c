/* SPDX-License-Identifier: Apache-2.0 */
#include "command/entry_form.h"

#include "agency/agency.h"
#include "base/date_entry.h"
#include "base/text.h"
#include "command/dialogue.h"
#include "command/field_input.h"
#include "command/today_option.h"
#include "language.h"
#include "paragraph.h"
#include "sentence.h"
#include "wording/code_list.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { QUESTION_SIZE = 2048, NAME_COLUMNS = 18 };

static const char clearing[] = "-";

static bool is_asked(void)
{
    return isatty(STDIN_FILENO) == 1;
}

static size_t field_count(const struct entry_form_field *fields)
{
    size_t count = 0;
    while (fields[count].name != NULL)
        count++;
    return count;
}

static int say(const struct entry_form *form, size_t field, const char *text)
{
    const struct field_place place = { form->values[field].line, form->fields[field].name };
    return field_say(&place, text);
}

int entry_form_say(const struct entry_form *form, size_t field, const char *text)
{
    return say(form, field, text);
}

/* ---- taking */

/* The line behind what there is of the text already; swallows it. */
static enum status append(struct entry_form_value *value, char *line, struct error *error)
{
    char *before = value->text;
    char *ended = NULL;
    if (before == NULL) {
        value->text = line;
        return STATUS_OK;
    }
    enum status status = text_join(&ended, before, "\n", error);
    if (status == STATUS_OK)
        status = text_join(&value->text, ended, line, error);
    if (status == STATUS_OK)
        free(before);
    free(ended);
    free(line);
    return status;
}

/* Takes one line of a field; the caller has seen to it that it may come. */
static int take(struct entry_form *form, size_t field, const char *bytes, size_t length)
{
    const struct entry_form_field *row = &form->fields[field];
    struct entry_form_value *value = &form->values[field];
    const struct text_rule rule = { .max_characters = row->max, .may_be_empty = true };
    const struct field_place place = { value->line, row->name };
    struct error error = { 0 };
    char *text = NULL;
    if (text_accept(&text, bytes, length, &rule, &error) != STATUS_OK)
        return field_say_error(&place, &error);
    const char *fault =
        text[0] == '\0' || row->fault == NULL ? NULL : row->fault(text, form->today);
    if (fault != NULL) {
        free(text);
        return field_say(&place, fault);
    }
    value->is_given = true;
    /* An empty line is a blank one inside a text, and nothing before it. */
    if (text[0] == '\0' && value->text == NULL) {
        free(text);
        return EXIT_CODE_DONE;
    }
    if (append(value, text, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    if (text_length(value->text) <= row->max)
        return EXIT_CODE_DONE;
    error_record(&error, STATUS_TEXT_TOO_LONG, (long long)row->max, "a text of several lines");
    return field_say_error(&place, &error);
}

/* ---- lines */

static bool find_field(size_t *out, const struct entry_form *form, const struct field_line *line)
{
    for (size_t i = 0; form->fields[i].name != NULL; i++)
        if (strlen(form->fields[i].name) == line->name_length &&
            memcmp(form->fields[i].name, line->name, line->name_length) == 0) {
            *out = i;
            return true;
        }
    return false;
}

static int line_take(void *self, const struct field_line *line)
{
    struct entry_form *form = self;
    const struct field_place there = { line->number, NULL };
    size_t field;
    if (line->is_blank)
        return EXIT_CODE_DONE;
    if (!find_field(&field, form, line))
        return field_say(&there, _("There is no such field; --help lists them."));
    struct entry_form_value *value = &form->values[field];
    value->line = line->number;
    if (value->is_given && !form->fields[field].has_lines)
        return say(form, field, _("This field was given twice."));
    return take(form, field, line->value, line->value_length);
}

int entry_form_read(struct entry_form *form, const struct arguments *arguments)
{
    int code = field_input_check(arguments);
    if (code != EXIT_CODE_DONE || is_asked())
        return code;
    return field_input_read(STDIN_FILENO, line_take, form);
}

int entry_form_open(struct entry_form *form, struct office **office, struct office_file *file,
                    const struct arguments *arguments, enum office_act act)
{
    int code = office_file_find(file, arguments);
    if (code == EXIT_CODE_DONE)
        code = today_option_read(arguments, &form->today);
    if (code == EXIT_CODE_DONE)
        code = entry_form_read(form, arguments);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(office, arguments, &file->login, act);
    return code;
}

/* ---- questions */

/* "Hours (9-18) [9-13]: " */
static void write_question(char out[QUESTION_SIZE], const struct entry_form_field *row,
                           const char *known)
{
    const char *hint = row->hint == NULL ? "" : language_text(row->hint);
    /* TRANSLATORS: behind a question whose answer may have several lines. */
    const char *ending = row->has_lines ? _("an empty line ends it") : "";
    bool has_hint = hint[0] != '\0' || ending[0] != '\0';
    snprintf(out, QUESTION_SIZE, "%s%s%s%s%s%s%s%s%s: ", language_text(row->label),
             has_hint ? " (" : "", hint, hint[0] != '\0' && ending[0] != '\0' ? "; " : "", ending,
             has_hint ? ")" : "", known[0] == '\0' ? "" : " [", known, known[0] == '\0' ? "" : "]");
}

/* Takes what was typed; *is_over: no other line can follow. */
static int answer_take(struct entry_form *form, size_t field, const char *answer, bool has_known,
                       bool *is_over)
{
    const struct entry_form_field *row = &form->fields[field];
    struct entry_form_value *value = &form->values[field];
    bool is_first = !value->is_given;
    *is_over = !row->has_lines || answer[0] == '\0';
    if (is_first && has_known && strcmp(answer, clearing) == 0) {
        value->is_given = true;
        *is_over = true;
        return EXIT_CODE_DONE;
    }
    if (answer[0] != '\0')
        return take(form, field, answer, strlen(answer));
    return row->is_required && is_first && !has_known ? say(form, field, _("This field is needed."))
                                                      : EXIT_CODE_DONE;
}

static int field_ask(struct dialogue *dialogue, struct entry_form *form, size_t field,
                     const char *known)
{
    char question[QUESTION_SIZE];
    bool is_over = false;
    bool has_known = known[0] != '\0';
    write_question(question, &form->fields[field], known);
    while (!is_over) {
        char *answer = NULL;
        int code = dialogue_ask(dialogue, form->values[field].text == NULL ? question : "> ",
                                form->fields[field].max, &answer);
        if (code != EXIT_CODE_DONE)
            return code;
        code = answer_take(form, field, answer, has_known, &is_over);
        free(answer);
        /* What is wrong was said: another answer can help. */
        if (code == EXIT_CODE_USAGE)
            is_over = false;
        else if (code != EXIT_CODE_DONE)
            return code;
    }
    return EXIT_CODE_DONE;
}

static int check_required(const struct entry_form *form, const char *const *known)
{
    for (size_t i = 0; form->fields[i].name != NULL; i++) {
        bool is_there = form->values[i].text != NULL ||
                        (known != NULL && known[i] != NULL && !form->values[i].is_given);
        if (form->fields[i].is_required && !is_there)
            return say(form, i, _("This field is needed."));
    }
    return EXIT_CODE_DONE;
}

int entry_form_ask(struct entry_form *form, const char *const *known)
{
    struct dialogue dialogue;
    if (!is_asked())
        return check_required(form, known);
    int code = dialogue_begin(&dialogue);
    if (code != EXIT_CODE_DONE)
        return code;
    sentence_write_text(stderr, known == NULL
                                    ? _("Enter alone leaves a field empty. Ctrl-C stops; nothing "
                                        "is kept then.")
                                    : _("Enter alone leaves a field as it is, '-' clears it. "
                                        "Ctrl-C stops; nothing is changed then."));
    const size_t count = field_count(form->fields);
    for (size_t i = 0; i < count && code == EXIT_CODE_DONE; i++)
        code = field_ask(&dialogue, form, i, known == NULL || known[i] == NULL ? "" : known[i]);
    dialogue_end(&dialogue);
    return code == EXIT_CODE_DONE ? check_required(form, known) : code;
}

void entry_form_release(struct entry_form *form)
{
    for (size_t i = 0; i < ENTRY_FORM_FIELDS_MAX; i++)
        free(form->values[i].text);
    memset(form->values, 0, sizeof(form->values));
}

void entry_form_write_help(FILE *stream, const struct entry_form_field *fields)
{
    fprintf(stream, "%s\n", _("Fields:"));
    for (size_t i = 0; fields[i].name != NULL; i++) {
        fprintf(stream, "  %-*s %s\n", NAME_COLUMNS, fields[i].name,
                language_text(fields[i].label));
        if (fields[i].hint != NULL)
            paragraph_write(stream, language_text(fields[i].hint), NAME_COLUMNS + 5,
                            paragraph_width(stream, false));
        if (fields[i].has_lines)
            paragraph_write(stream, _("may come again: each time is a line"), NAME_COLUMNS + 5,
                            paragraph_width(stream, false));
    }
}

/* ---- common faults */

static bool read_day(struct day *out, const char *text, struct day today)
{
    struct date date;
    bool is_day = date_entry_parse_near(&date, text, today, NULL) == STATUS_OK &&
                  date.precision == DATE_PRECISION_DAY;
    if (is_day)
        *out = date.day;
    return is_day;
}

const char *entry_form_day_fault(const char *text, struct day today)
{
    struct day day;
    return read_day(&day, text, today) ? NULL : _("The whole day is needed: 14.06.1991.");
}

const char *entry_form_past_day_fault(const char *text, struct day today)
{
    struct day day;
    if (!read_day(&day, text, today))
        return entry_form_day_fault(text, today);
    return day_compare(day, today) <= 0 ? NULL : _("This day has not come yet.");
}

const char *entry_form_code_fault(const char *text, struct day today)
{
    (void)today;
    return agency_code_is_valid(text, AGENCY_SERVICE_MAX)
               ? NULL
               : _("A code has small Latin letters and _ only: legal_aid.");
}

const char *entry_form_truth_fault(const char *text, struct day today)
{
    bool truth;
    (void)today;
    return choice_find_truth(&truth, text) ? NULL : _("Type yes or no.");
}

bool entry_form_day(const struct entry_form *form, size_t field, struct day *out)
{
    const char *text = form->values[field].text;
    return text != NULL && read_day(out, text, form->today);
}

bool entry_form_truth(const struct entry_form *form, size_t field)
{
    bool truth;
    const char *text = form->values[field].text;
    return text != NULL && choice_find_truth(&truth, text) && truth;
}
