/* SPDX-License-Identifier: Apache-2.0 */

/* qadam mrz: machine-readable zones in, JSON out, one line each. */
#include "name/mrz.h"

#include "command/arguments.h"
#include "command/command_list.h"
#include "command/json.h"
#include "command/line_input.h"
#include "language.h"
#include "name/personal_number.h"
#include "sentence.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ---- one document */

enum { LIST_SIZE = 512 }; /* all names together are shorter */

/* What the JSON of one document points to. */
struct document {
    struct mrz mrz;
    char sex[2];
    char birth[DATE_TEXT_SIZE];
    char expiry[DAY_TEXT_SIZE];
    bool has_birth;
    bool has_expiry;
    bool has_number;
    struct personal_number number;
    char errors[LIST_SIZE];
    char repairs[LIST_SIZE];
};

/* Writes the names of those bits as a JSON array; stable names need no quoting. */
static void list_names(char list[LIST_SIZE], unsigned bits, const char *(*name)(int bit))
{
    size_t used = 0;
    for (int bit = 0; bits >> bit != 0; bit++)
        if ((bits >> bit & 1U) != 0)
            used += (size_t)snprintf(list + used, LIST_SIZE - used, "%c\"%s\"",
                                     used == 0 ? '[' : ',', name(bit));
    snprintf(list + used, LIST_SIZE - used, used == 0 ? "[]" : "]");
}

static const char *name_error(int bit)
{
    return mrz_error_name((enum mrz_error)bit);
}

static const char *name_part(int bit)
{
    return mrz_part_name((enum mrz_part)bit);
}

/* The personal number stands in the optional data, on cards in either of the two. */
static bool find_personal_number(struct personal_number *out, const struct mrz *mrz)
{
    return personal_number_guess(out, mrz->issuer, mrz->optional) ||
           personal_number_guess(out, mrz->issuer, mrz->optional2);
}

static void document_read(struct document *document, const struct line *line, struct day today)
{
    struct date birth;
    struct day expiry;
    const struct mrz *mrz = &document->mrz;
    (void)mrz_parse(&document->mrz, line->bytes, line->length);
    document->sex[0] = mrz->sex;
    document->sex[1] = '\0';
    document->has_birth = mrz_birth_date(&birth, mrz, today, NULL) == STATUS_OK;
    if (document->has_birth)
        date_format(document->birth, birth);
    document->has_expiry = mrz_expiry_date(&expiry, mrz, today, NULL) == STATUS_OK;
    if (document->has_expiry)
        day_format(document->expiry, expiry);
    document->has_number = find_personal_number(&document->number, mrz);
    if (document->has_number)
        personal_number_compare(&document->number, document->has_birth ? &birth : NULL, mrz->sex);
    list_names(document->errors, mrz->errors, name_error);
    list_names(document->repairs, mrz->repairs, name_part);
}

/* A text, or null when there is none. */
static struct json_member text_member(const char *name, bool exists, const char *text)
{
    return (struct json_member){ name, JSON_TEXT, exists ? text : NULL, 0 };
}

static void document_print(struct json *json, const struct document *document)
{
    const struct mrz *mrz = &document->mrz;
    const struct personal_number *number = &document->number;
    bool is_zone = mrz->format != MRZ_FORMAT_NONE;
    bool has_number = document->has_number;
    const struct json_member members[] = {
        { "valid", JSON_BOOL, NULL, mrz->errors == 0 },
        text_member("format", is_zone, mrz_format_name(mrz->format)),
        text_member("type", is_zone, mrz->type),
        text_member("issuer", is_zone, mrz->issuer),
        text_member("surname", is_zone, mrz->surname),
        text_member("given", is_zone, mrz->given),
        { "names_cut", JSON_BOOL, NULL, mrz->is_name_cut },
        text_member("number", is_zone, mrz->number),
        text_member("nationality", is_zone, mrz->nationality),
        text_member("birth", is_zone, mrz->birth),
        text_member("birth_iso", document->has_birth, document->birth),
        text_member("sex", is_zone, document->sex),
        text_member("expiry", is_zone, mrz->expiry),
        text_member("expiry_iso", document->has_expiry, document->expiry),
        text_member("optional", is_zone, mrz->optional),
        text_member("optional2", is_zone, mrz->optional2),
        text_member("personal_number", has_number, number->digits),
        text_member("personal_number_kind", has_number, personal_number_kind_name(number->kind)),
        text_member("personal_number_problem", has_number,
                    personal_number_problem_name(number->problem)),
        { "errors", JSON_RAW, document->errors, 0 },
        { "repaired", JSON_RAW, document->repairs, 0 },
    };
    json_print_line(json, members, sizeof(members) / sizeof(members[0]));
}

/* ---- all of them */

/* STATUS_NOT_FOUND when all lines are done. */
static enum status document_next(struct line_input *input, struct document *document,
                                 struct day today, struct error *error)
{
    static const char too_much[MRZ_INPUT_MAX + 1];
    struct line line;
    enum status status = line_input_next(input, &line, error);
    if (status == STATUS_TEXT_TOO_LONG) {
        line.bytes = too_much;
        line.length = sizeof(too_much);
        status = STATUS_OK;
    }
    if (status == STATUS_OK)
        document_read(document, &line, today);
    return status;
}

static int run_mrz(const struct arguments *arguments)
{
    struct line_input *input = NULL;
    struct document document = { .sex = "" };
    struct error error = { 0 };
    struct day today;
    bool are_valid = true;
    (void)arguments;
    if (local_time_today(&today, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    struct json *json = json_begin();
    enum status status = line_input_open(&input, STDIN_FILENO, MRZ_INPUT_MAX, &error);
    while (status == STATUS_OK) {
        status = document_next(input, &document, today, &error);
        if (status != STATUS_OK)
            break;
        document_print(json, &document);
        are_valid &= document.mrz.errors == 0;
    }
    line_input_close(&input);
    int code = json_end_lines(json);
    if (code == EXIT_CODE_DONE && status != STATUS_NOT_FOUND)
        return sentence_fail(NULL, &error);
    return code == EXIT_CODE_DONE && !are_valid ? EXIT_CODE_NO : code;
}

const struct command mrz_commands[] = {
    { .noun = "mrz",
      .summary = N_("Read machine-readable zones of passports, cards and visas."),
      .arguments = "",
      .details = N_("Reads one document per line from standard input, the lines of its zone joined "
                    "by |, and prints one JSON object for each: what it says, what is wrong with "
                    "it, what was put right. Ends with 1 when any has an error."),
      .run = run_mrz },
    { .noun = NULL },
};
