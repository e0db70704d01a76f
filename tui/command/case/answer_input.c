/* SPDX-License-Identifier: Apache-2.0 */
#include "command/case/answer_input.h"

#include "base/array.h"
#include "base/text.h"
#include "command/case/answer_input_private.h"
#include "command/field_input.h"
#include "command/json_input.h"
#include "language.h"
#include "sentence.h"
#include "wording/case_path.h"
#include "wording/choice_words.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void typed_answers_release(struct typed_answers *answers)
{
    for (size_t i = 0; i < answers->count; i++)
        free(answers->items[i].value);
    free(answers->items);
    *answers = (struct typed_answers){ .items = NULL };
}

/* ---- taking one */

int typed_answers_take(struct typed_answers *answers, const struct typed_name *name,
                       const char *value, size_t length)
{
    const struct text_rule rule = { ANSWER_TYPED_MAX, .is_multiline = true, .may_be_empty = true };
    const struct field_place place = { name->line, NULL };
    struct typed_answer answer = { .line = name->line };
    struct error error = { 0 };
    if (!case_path_parse(answer.path, &answer.item, name->text, name->length))
        return field_say(&place, _("There is no such field: 'qadam case next' names them."));
    enum status status = text_accept(&answer.value, value, length, &rule, &error);
    if (status == STATUS_OK)
        status = array_reserve(&answers->items, &answers->capacity, sizeof(*answers->items),
                               answers->count + 1, &error);
    if (status != STATUS_OK) {
        free(answer.value);
        const struct field_place there = { name->line, answer.path };
        return field_say_error(&there, &error);
    }
    answers->items[answers->count++] = answer;
    return EXIT_CODE_DONE;
}

static int take_line(void *self, const struct field_line *line)
{
    const struct typed_name name = { line->number, line->name, line->name_length };
    return line->is_blank ? EXIT_CODE_DONE
                          : typed_answers_take(self, &name, line->value, line->value_length);
}

static int read_json(struct typed_answers *out)
{
    char *bytes = NULL;
    size_t length = 0;
    struct error error = { 0 };
    if (json_input_read(&bytes, &length, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    int code = typed_answers_parse_json(out, bytes, length);
    json_input_free(bytes);
    return code;
}

int typed_answers_read(struct typed_answers *out, const struct arguments *arguments)
{
    *out = (struct typed_answers){ .items = NULL };
    int code = arguments_has(arguments, "json-input")
                   ? read_json(out)
                   : field_input_read(STDIN_FILENO, take_line, out);
    if (code != EXIT_CODE_DONE || out->count > 0)
        return code;
    return field_say(&(const struct field_place){ 0, NULL },
                     _("Nothing was answered: give lines of 'field: value'."));
}

/* ---- joining */

/* What is behind a path that may begin with its step. */
static struct case_place place_of(const struct typed_answer *answer,
                                  const struct definition *definition, const char *step)
{
    char id[STEP_PATH_SIZE];
    const char *path = answer->path;
    if (step == NULL) {
        size_t length = strcspn(path, ".");
        snprintf(id, sizeof(id), "%.*s", (int)length, path);
        path += path[length] == '.' ? length + 1 : length;
        step = id;
    }
    return case_place_find(definition_find_step(definition, step), path, answer->item);
}

static const char *between(const struct field *field)
{
    return field == NULL                    ? NULL
           : field->type == FIELD_LONG_TEXT ? "\n"
           : field->type == FIELD_CHOICES   ? ","
                                            : NULL;
}

static int append(struct typed_answer *to, const struct typed_answer *from, const char *separator)
{
    struct error error = { 0 };
    char *begun = NULL;
    char *joined = NULL;
    enum status status = text_join(&begun, to->value, separator, &error);
    if (status == STATUS_OK)
        status = text_join(&joined, begun, from->value, &error);
    free(begun);
    if (status != STATUS_OK)
        return sentence_fail(NULL, &error);
    free(to->value);
    to->value = joined;
    return EXIT_CODE_DONE;
}

static struct typed_answer *find_same(struct typed_answers *answers, size_t count,
                                      const struct typed_answer *answer)
{
    for (size_t i = 0; i < count; i++)
        if (answers->items[i].item == answer->item &&
            strcmp(answers->items[i].path, answer->path) == 0)
            return &answers->items[i];
    return NULL;
}

int typed_answers_join(struct typed_answers *answers, const struct definition *definition,
                       const char *step)
{
    size_t kept = 0;
    int code = EXIT_CODE_DONE;
    for (size_t i = 0; i < answers->count; i++) {
        struct typed_answer answer = answers->items[i];
        struct typed_answer *same = find_same(answers, kept, &answer);
        const char *separator = between(place_of(&answer, definition, step).field);
        if (same == NULL || code != EXIT_CODE_DONE) {
            answers->items[kept++] = answer;
            continue;
        }
        const struct field_place place = { answer.line, answer.path };
        code = separator == NULL ? field_say(&place, _("This field was given twice."))
                                 : append(same, &answer, separator);
        free(answer.value);
    }
    answers->count = kept;
    return code;
}

int typed_answers_take_words(struct typed_answers *answers, const struct definition *definition,
                             const char *step)
{
    for (size_t i = 0; i < answers->count; i++) {
        struct typed_answer *answer = &answers->items[i];
        const struct case_place place = place_of(answer, definition, step);
        char *ids = choice_words_read(&place, answer->value, false);
        if (ids == NULL) {
            struct error error;
            error_record(&error, STATUS_OUT_OF_MEMORY, 0, "answers");
            return sentence_fail(NULL, &error);
        }
        free(answer->value);
        answer->value = ids;
    }
    return EXIT_CODE_DONE;
}

unsigned long long typed_answers_line(const struct typed_answers *answers,
                                      const struct answer_trouble *trouble, const char *step)
{
    char path[STEP_PATH_SIZE + CASEFILE_WORKFLOW_SIZE];
    if (step != NULL || trouble->step == NULL)
        snprintf(path, sizeof(path), "%s", trouble->field);
    else
        snprintf(path, sizeof(path), "%s.%s", trouble->step->id, trouble->field);
    for (size_t i = 0; i < answers->count; i++)
        if (answers->items[i].item == trouble->item && strcmp(answers->items[i].path, path) == 0)
            return answers->items[i].line;
    return 0;
}
