/* SPDX-License-Identifier: Apache-2.0 */
#include "command/field_input.h"

#include "command/line_input.h"
#include "language.h"
#include "sentence.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE_BYTES_MAX = 8192 };

/* ---- saying what is wrong */

static void write_place(FILE *stream, const struct field_place *place)
{
    char number[24];
    fputs("qadam: ", stream);
    if (place->line > 0) {
        snprintf(number, sizeof(number), "%llu", place->line);
        /* TRANSLATORS: %s is the number of a line. */
        sentence_fill(stream, _("line %s"), "%s", number);
        fputs(place->field != NULL ? ", " : ": ", stream);
    }
    if (place->field != NULL)
        fprintf(stream, "%s: ", place->field);
}

/* With the number of the error in the text when there is an error. */
static int say(const struct field_place *place, const char *text, const struct error *error)
{
    char number[24] = "";
    char *whole = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&whole, &size);
    if (memory == NULL)
        return EXIT_CODE_DEVICE;
    if (error != NULL)
        snprintf(number, sizeof(number), "%lld", error->number);
    write_place(memory, place);
    sentence_fill(memory, text, "%lld", number);
    fclose(memory);
    sentence_write_text(stderr, whole);
    free(whole);
    return error == NULL ? EXIT_CODE_USAGE : (int)sentence_exit_code(error->status);
}

int field_say(const struct field_place *place, const char *text)
{
    return say(place, text, NULL);
}

int field_say_error(const struct field_place *place, const struct error *error)
{
    return say(place, sentence_text(error->status, error->number != 0), error);
}

/* ---- reading */

int field_input_check(const struct arguments *arguments)
{
    if (arguments_number(arguments, "passphrase-fd", -1) != STDIN_FILENO)
        return EXIT_CODE_DONE;
    return arguments_refuse(arguments, _("Standard input holds the data: give the passphrase on "
                                         "another descriptor than 0."));
}

static bool is_blank(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (bytes[i] != ' ' && bytes[i] != '\t')
            return false;
    return true;
}

/* False when there is no colon in it. */
static bool line_split(struct field_line *out, const struct line *line)
{
    *out = (struct field_line){ .number = line->number,
                                .is_blank = is_blank(line->bytes, line->length) };
    if (out->is_blank)
        return true;
    const char *colon = memchr(line->bytes, ':', line->length);
    if (colon == NULL)
        return false;
    out->name = line->bytes;
    out->name_length = (size_t)(colon - line->bytes);
    while (out->name_length > 0 && is_blank(out->name, 1)) {
        out->name++;
        out->name_length--;
    }
    while (out->name_length > 0 && is_blank(out->name + out->name_length - 1, 1))
        out->name_length--;
    out->value = colon + 1;
    out->value_length = line->length - (size_t)(out->value - line->bytes);
    return true;
}

static int say_end(enum status status, const struct line *line, const struct error *error)
{
    const struct field_place there = { line->number, NULL };
    if (status == STATUS_TEXT_TOO_LONG)
        return field_say_error(&there, error);
    return status == STATUS_NOT_FOUND ? EXIT_CODE_DONE : sentence_fail(NULL, error);
}

int field_input_read(int fd, int (*take)(void *self, const struct field_line *line), void *self)
{
    struct line_input *input = NULL;
    struct line line = { .bytes = "" };
    struct error error = { 0 };
    int code = EXIT_CODE_DONE;
    enum status status = line_input_open(&input, fd, LINE_BYTES_MAX, &error);
    while (status == STATUS_OK && code == EXIT_CODE_DONE) {
        struct field_line split;
        status = line_input_next(input, &line, &error);
        if (status != STATUS_OK)
            break;
        const struct field_place there = { line.number, NULL };
        code = line_split(&split, &line)
                   ? take(self, &split)
                   /* TRANSLATORS: 'surname: Asanova' is an example; field names stay English. */
                   : field_say(&there, _("A line has a field and a value: 'surname: Asanova'."));
    }
    if (code == EXIT_CODE_DONE)
        code = say_end(status, &line, &error);
    line_input_close(&input);
    return code;
}
