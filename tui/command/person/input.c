/* SPDX-License-Identifier: Apache-2.0 */
#include "command/person/input.h"

#include "base/array.h"
#include "base/text.h"
#include "command/field_input.h"
#include "command/json_input.h"
#include "command/line_input.h"
#include "sentence.h"

#include <stdlib.h>
#include <unistd.h>

enum { LINE_BYTES_MAX = 8192 };

void person_entry_list_release(struct person_entry_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        person_entry_release(&list->items[i]);
    free(list->items);
    *list = (struct person_entry_list){ .items = NULL };
}

bool person_input_is_asked(const struct arguments *arguments)
{
    bool is_json =
        arguments_knows(arguments, "json-input") && arguments_has(arguments, "json-input");
    return !is_json && isatty(STDIN_FILENO) == 1;
}

/* ---- lines */

/* What is being read. */
struct reading {
    struct person_entry_list *list;
    size_t most;
    bool begins_person; /* the next field belongs to a new one */
};

static int entry_begin(struct reading *reading, unsigned long long line)
{
    struct error error = { 0 };
    struct person_entry_list *list = reading->list;
    const struct person_place place = { line, PERSON_FIELD_COUNT };
    if (reading->most > 0 && list->count == reading->most)
        return person_fault_say(&place, FAULT_RECORD_SURPLUS, NULL);
    if (array_reserve(&list->items, &list->capacity, sizeof(*list->items), list->count + 1,
                      &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    list->items[list->count++] = (struct person_entry){ .items = NULL };
    reading->begins_person = false;
    return EXIT_CODE_DONE;
}

static int line_take(void *self, const struct field_line *line)
{
    struct reading *reading = self;
    struct person_place place = { line->number, PERSON_FIELD_COUNT };
    if (line->is_blank) {
        reading->begins_person = true;
        return EXIT_CODE_DONE;
    }
    if (!person_field_find(&place.field, line->name, line->name_length)) {
        place.field = PERSON_FIELD_COUNT;
        return person_fault_say(&place, FAULT_NO_SUCH_FIELD, NULL);
    }
    int code = reading->begins_person ? entry_begin(reading, line->number) : EXIT_CODE_DONE;
    if (code != EXIT_CODE_DONE)
        return code;
    return person_entry_take(&reading->list->items[reading->list->count - 1], &place, line->value,
                             line->value_length);
}

/* The parsers: of lines from a descriptor, and of one JSON text. */
static int person_input_read_lines(struct person_entry_list *out, int fd, size_t most)
{
    const struct person_place nowhere = { 0, PERSON_FIELD_COUNT };
    struct reading reading = { out, most, true };
    int code = field_input_read(fd, line_take, &reading);
    if (code == EXIT_CODE_DONE && out->count == 0)
        code = person_fault_say(&nowhere, FAULT_NOTHING, NULL);
    return code;
}

int person_input_read_line(char **out, int fd, size_t max, const char *missing)
{
    struct line_input *input = NULL;
    struct line line = { .bytes = "" };
    struct error error = { 0 };
    const struct text_rule rule = { .max_characters = max };
    *out = NULL;
    enum status status = line_input_open(&input, fd, LINE_BYTES_MAX, &error);
    if (status == STATUS_OK)
        status = line_input_next(input, &line, &error);
    if (status == STATUS_OK)
        status = text_accept(out, line.bytes, line.length, &rule, &error);
    line_input_close(&input);
    if (status == STATUS_NOT_FOUND)
        status = error_set(&error, STATUS_TEXT_EMPTY, "end of input");
    if (status != STATUS_TEXT_EMPTY)
        return status == STATUS_OK ? EXIT_CODE_DONE : sentence_fail(NULL, &error);
    sentence_say(NULL, missing);
    return EXIT_CODE_USAGE;
}

/* ---- all of it, for JSON */

static int read_json(struct person_entry_list *out)
{
    size_t length = 0;
    struct error error = { 0 };
    struct reading reading = { out, 1, true };
    char *bytes = NULL;
    enum status status = json_input_read(&bytes, &length, &error);
    int code = status == STATUS_OK ? entry_begin(&reading, 0) : sentence_fail(NULL, &error);
    if (code == EXIT_CODE_DONE)
        code = person_input_read_json(&out->items[0], bytes, length);
    json_input_free(bytes);
    return code;
}

int person_input_read(struct person_entry_list *out, const struct arguments *arguments, size_t most)
{
    *out = (struct person_entry_list){ .items = NULL };
    return arguments_has(arguments, "json-input")
               ? read_json(out)
               : person_input_read_lines(out, STDIN_FILENO, most);
}
