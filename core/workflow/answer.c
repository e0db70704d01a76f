/* SPDX-License-Identifier: Apache-2.0 */
#include "workflow/answer.h"

#include "base/ascii.h"
#include "base/date_entry.h"
#include "base/text.h"
#include "name/country_code.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_MAX = 400, LONG_TEXT_MAX = 8000, NUMBER_DIGITS_MAX = 9, MINOR_DIGITS = 2 };

/* A field and what was typed into it, on the way to what is kept. */
struct reading {
    const struct field *field;
    const struct answer_context *context;
    const char *typed; /* without the white space around it */
    char **out;
    enum answer_fault fault;
    long long limit;
};

static enum status keep(struct reading *reading, const char *text, struct error *error)
{
    return text_copy(reading->out, text, error);
}

/* ---- Numbers */

/* Digits at the beginning, without leading zeros; how many were read. */
static size_t read_digits(const char *text, char out[NUMBER_DIGITS_MAX + 1], bool *is_long)
{
    size_t length = 0, kept = 0;
    for (; ascii_is_digit(text[length]); length++) {
        if (kept == 0 && text[length] == '0' && ascii_is_digit(text[length + 1]))
            continue;
        if (kept < NUMBER_DIGITS_MAX)
            out[kept] = text[length];
        kept++;
    }
    *is_long = kept > NUMBER_DIGITS_MAX;
    out[kept < NUMBER_DIGITS_MAX ? kept : NUMBER_DIGITS_MAX] = '\0';
    return length;
}

static void check_bounds(struct reading *reading, long long value)
{
    const struct field *field = reading->field;
    if (field->least.is_given && value < field->least.value) {
        reading->fault = ANSWER_LOW;
        reading->limit = field->least.value;
    } else if (field->most.is_given && value > field->most.value) {
        reading->fault = ANSWER_HIGH;
        reading->limit = field->most.value;
    }
}

static enum status read_number(struct reading *reading, struct error *error)
{
    char digits[NUMBER_DIGITS_MAX + 1];
    char value[NUMBER_DIGITS_MAX + 2];
    bool is_long;
    const bool is_negative = reading->typed[0] == '-';
    const char *text = reading->typed + is_negative;
    const size_t length = read_digits(text, digits, &is_long);
    if (length == 0 || text[length] != '\0' || is_long) {
        reading->fault = ANSWER_NOT_NUMBER;
        return STATUS_OK;
    }
    snprintf(value, sizeof(value), "%s%s", is_negative && strcmp(digits, "0") != 0 ? "-" : "",
             digits);
    check_bounds(reading, strtoll(value, NULL, 10));
    return reading->fault == ANSWER_OK ? keep(reading, value, error) : STATUS_OK;
}

/* 2400, 2400.5, 2 400,50 - all with the currency behind it. */
static enum status read_money(struct reading *reading, struct error *error)
{
    char plain[64];
    char digits[NUMBER_DIGITS_MAX + 1];
    char minor[MINOR_DIGITS + 1] = "00";
    bool is_long;
    size_t length = 0;
    reading->fault = ANSWER_NOT_MONEY;
    for (const char *at = reading->typed; *at != '\0' && length + 1 < sizeof(plain); at++)
        if (*at != ' ')
            plain[length++] = *at;
    plain[length] = '\0';
    const char *at = plain + read_digits(plain, digits, &is_long);
    if (at == plain || is_long)
        return STATUS_OK;
    if (*at == '.' || *at == ',')
        for (size_t i = (at++, 0); ascii_is_digit(*at); i++, at++) {
            if (i == MINOR_DIGITS)
                return STATUS_OK;
            minor[i] = *at;
        }
    if (strlen(at) != 3)
        return STATUS_OK;
    char value[NUMBER_DIGITS_MAX + MINOR_DIGITS + 8];
    snprintf(value, sizeof(value), "%s.%s %s", digits, minor, at);
    for (char *letter = value + strlen(value) - 3; *letter != '\0'; letter++) {
        *letter = ascii_to_capital(*letter);
        if (!ascii_is_capital(*letter))
            return STATUS_OK;
    }
    reading->fault = ANSWER_OK;
    check_bounds(reading, strtoll(digits, NULL, 10));
    return reading->fault == ANSWER_OK ? keep(reading, value, error) : STATUS_OK;
}

/* ---- Dates */

static void check_time(struct reading *reading, struct date date)
{
    const struct answer_context *context = reading->context;
    struct day earliest, latest, born, latest_born;
    date_bounds(date, &earliest, &latest);
    if (reading->field->time == FIELD_PAST && day_compare(earliest, context->today) > 0)
        reading->fault = ANSWER_FUTURE;
    if (reading->field->time == FIELD_FUTURE && day_compare(latest, context->today) < 0)
        reading->fault = ANSWER_PAST;
    if (!context->has_birth || reading->field->before_birth)
        return;
    date_bounds(context->birth, &born, &latest_born);
    if (day_compare(latest, born) < 0)
        reading->fault = ANSWER_BEFORE_BIRTH;
}

static enum status read_date(struct reading *reading, struct error *error)
{
    struct date date;
    char value[DATE_TEXT_SIZE];
    const struct day today = reading->context->today;
    const enum status status = reading->field->time == FIELD_PAST
                                   ? date_entry_parse(&date, reading->typed, today, NULL)
                                   : date_entry_parse_near(&date, reading->typed, today, NULL);
    if (status != STATUS_OK) {
        /* A whole date of the past that lies ahead is a date all the same. */
        reading->fault = date_entry_parse_near(&date, reading->typed, today, NULL) == STATUS_OK
                             ? ANSWER_FUTURE
                             : ANSWER_NOT_DATE;
        return STATUS_OK;
    }
    check_time(reading, date);
    if (reading->fault != ANSWER_OK)
        return STATUS_OK;
    date_format(value, date);
    return keep(reading, value, error);
}

/* ---- Choices */

/* By its id, in any case of Latin letters, or by its number in the list, from 1. */
static const struct choice *find_choice(const struct field *field, const char *typed, size_t length)
{
    char *end;
    for (size_t i = 0; i < field->choice_count; i++) {
        const char *id = field->choices[i].id;
        size_t k = 0;
        while (k < length && id[k] != '\0' && ascii_to_small(id[k]) == ascii_to_small(typed[k]))
            k++;
        if (k == length && id[k] == '\0')
            return &field->choices[i];
    }
    const long number = strtol(typed, &end, 10);
    if (end == typed + length && ascii_is_digit(typed[0]) && number >= 1 &&
        (size_t)number <= field->choice_count)
        return &field->choices[number - 1];
    return NULL;
}

static enum status read_choice(struct reading *reading, struct error *error)
{
    const struct field *field = reading->field;
    const struct choice *choice = find_choice(field, reading->typed, strlen(reading->typed));
    if (choice != NULL)
        return keep(reading, choice->id, error);
    reading->fault = field->type == FIELD_CHOICE ? ANSWER_NOT_CHOICE : ANSWER_NOT_YES_NO;
    return STATUS_OK;
}

/* Marks what was chosen; the words stand between commas and spaces. */
static void mark_choices(struct reading *reading, bool *is_chosen)
{
    const struct field *field = reading->field;
    bool is_any = false;
    for (const char *at = reading->typed; *at != '\0';) {
        const size_t length = strcspn(at, ", ");
        const struct choice *choice = length == 0 ? NULL : find_choice(field, at, length);
        if (length > 0 && choice == NULL)
            reading->fault = ANSWER_NOT_CHOICE;
        if (choice != NULL)
            is_chosen[choice - field->choices] = true;
        is_any |= choice != NULL;
        at += length + (at[length] != '\0');
    }
    if (!is_any)
        reading->fault = ANSWER_NOT_CHOICE;
}

/* The ids in the order of the list, with commas between them. */
static enum status join_choices(struct reading *reading, const bool *is_chosen, struct error *error)
{
    const struct field *field = reading->field;
    enum status status = text_copy(reading->out, "", error);
    for (size_t i = 0; status == STATUS_OK && i < field->choice_count; i++) {
        char *with_comma = NULL;
        char *longer = NULL;
        if (!is_chosen[i])
            continue;
        status = text_join(&with_comma, *reading->out, **reading->out == '\0' ? "" : ",", error);
        if (status == STATUS_OK)
            status = text_join(&longer, with_comma, field->choices[i].id, error);
        free(with_comma);
        free(*reading->out);
        *reading->out = longer;
    }
    return status;
}

static enum status read_choices(struct reading *reading, struct error *error)
{
    enum status status = STATUS_OK;
    bool *is_chosen = calloc(reading->field->choice_count + 1, sizeof(*is_chosen));
    if (is_chosen == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "choices");
    mark_choices(reading, is_chosen);
    if (reading->fault == ANSWER_OK)
        status = join_choices(reading, is_chosen, error);
    free(is_chosen);
    return status;
}

/* ---- Codes and texts */

static enum status read_country(struct reading *reading, struct error *error)
{
    char code[4] = "";
    for (size_t i = 0; i < 3 && reading->typed[i] != '\0'; i++) {
        code[i] = ascii_to_capital(reading->typed[i]);
    }
    if (strlen(reading->typed) != 3 || !country_code_exists(code)) {
        reading->fault = ANSWER_NOT_COUNTRY;
        return STATUS_OK;
    }
    return keep(reading, code, error);
}

/* ISO 639: two or three letters. */
static enum status read_language(struct reading *reading, struct error *error)
{
    char code[4] = "";
    const size_t length = strlen(reading->typed);
    reading->fault = ANSWER_NOT_LANGUAGE;
    if (length < 2 || length > 3)
        return STATUS_OK;
    for (size_t i = 0; i < length; i++) {
        code[i] = ascii_to_small(reading->typed[i]);
        if (!ascii_is_small(code[i]))
            return STATUS_OK;
    }
    reading->fault = ANSWER_OK;
    return keep(reading, code, error);
}

static enum status read_text(struct reading *reading, struct error *error)
{
    return keep(reading, reading->typed, error);
}

static enum status refuse_rows(struct reading *reading, struct error *error)
{
    (void)error;
    reading->fault = ANSWER_IS_ROWS;
    return STATUS_OK;
}

static enum status (*const readers[FIELD_TYPE_COUNT])(struct reading *, struct error *) = {
    [FIELD_TEXT] = read_text,
    [FIELD_LONG_TEXT] = read_text,
    [FIELD_NUMBER] = read_number,
    [FIELD_MONEY] = read_money,
    [FIELD_DATE] = read_date,
    [FIELD_YES_NO] = read_choice,
    [FIELD_YES_NO_UNKNOWN] = read_choice,
    [FIELD_CHOICE] = read_choice,
    [FIELD_CHOICES] = read_choices,
    [FIELD_COUNTRY] = read_country,
    [FIELD_LANGUAGE] = read_language,
    [FIELD_ROWS] = refuse_rows,
};

static enum answer_fault fault_of_text(enum status status)
{
    if (status == STATUS_TEXT_EMPTY)
        return ANSWER_EMPTY;
    return status == STATUS_TEXT_TOO_LONG ? ANSWER_LONG : ANSWER_TEXT;
}

enum status answer_normalize(char **out, enum answer_fault *fault, long long *limit,
                             const struct field *field, const char *typed,
                             const struct answer_context *context, struct error *error)
{
    const struct text_rule rule = {
        .max_characters = field->type == FIELD_LONG_TEXT ? LONG_TEXT_MAX : TEXT_MAX,
        .is_multiline = field->type == FIELD_LONG_TEXT,
    };
    struct error failure = { 0 };
    char *accepted = NULL;
    *out = NULL;
    struct reading reading = { .field = field, .context = context, .out = out };
    enum status status = text_accept(&accepted, typed, strlen(typed), &rule, &failure);
    if (status == STATUS_OUT_OF_MEMORY)
        return error_set(error, status, "an answer");
    if (status != STATUS_OK) {
        reading.fault = fault_of_text(status);
        reading.limit = failure.number;
        status = STATUS_OK;
    } else {
        reading.typed = accepted;
        status = readers[field->type](&reading, error);
    }
    free(accepted);
    *fault = reading.fault;
    if (limit != NULL)
        *limit = reading.limit;
    return status;
}

enum answer_fault answer_normalize_evidence(const char **out, const char *typed)
{
    static const char *const words[] = { "original", "copy", "none" };
    *out = NULL;
    if (typed[0] == '\0')
        return ANSWER_EMPTY;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strcmp(typed, words[i]) == 0)
            *out = words[i];
    return *out == NULL ? ANSWER_NOT_EVIDENCE : ANSWER_OK;
}
