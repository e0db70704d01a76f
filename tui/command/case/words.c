/* SPDX-License-Identifier: Apache-2.0 */
#include "command/case/words.h"

#include "base/text.h"
#include "casefile/casefile.h"
#include "command/dialogue.h"
#include "command/field_input.h"
#include "language.h"
#include "sentence.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct reading {
    struct case_words *words;
    size_t count;
};

bool case_words_are_asked(void)
{
    return isatty(STDIN_FILENO) == 1;
}

void case_words_release(struct case_words *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(words[i].value);
        words[i].value = NULL;
    }
}

/* ---- lines */

static struct case_words *find(const struct reading *reading, const struct field_line *line)
{
    for (size_t i = 0; i < reading->count; i++) {
        const char *field = reading->words[i].field;
        if (strlen(field) == line->name_length && memcmp(field, line->name, line->name_length) == 0)
            return &reading->words[i];
    }
    return NULL;
}

static int take(void *self, const struct field_line *line)
{
    const struct reading *reading = self;
    const struct text_rule rule = { .max_characters = CASEFILE_REMARK_MAX, .may_be_empty = true };
    struct field_place place = { line->number, NULL };
    struct error error = { 0 };
    if (line->is_blank)
        return EXIT_CODE_DONE;
    struct case_words *words = find(reading, line);
    if (words == NULL)
        return field_say(&place, _("There is no such field; --help lists them."));
    place.field = words->field;
    if (words->value != NULL)
        return field_say(&place, _("This field was given twice."));
    return text_accept(&words->value, line->value, line->value_length, &rule, &error) == STATUS_OK
               ? EXIT_CODE_DONE
               : field_say_error(&place, &error);
}

/* Nothing but white space is as good as nothing. */
static void drop_empty(struct case_words *words)
{
    if (words->value == NULL || words->value[0] != '\0')
        return;
    free(words->value);
    words->value = NULL;
}

int case_words_read(struct case_words *words, size_t count, const struct arguments *arguments)
{
    struct reading reading = { words, count };
    if (case_words_are_asked())
        return EXIT_CODE_DONE;
    int code = field_input_check(arguments);
    if (code == EXIT_CODE_DONE)
        code = field_input_read(STDIN_FILENO, take, &reading);
    for (size_t i = 0; code == EXIT_CODE_DONE && i < count; i++) {
        const struct field_place place = { 0, words[i].field };
        drop_empty(&words[i]);
        if (words[i].value == NULL && words[i].is_required)
            code = field_say(&place, _("This line is needed on standard input."));
    }
    return code;
}

/* ---- questions */

static int ask(struct dialogue *dialogue, struct case_words *words)
{
    for (;;) {
        int code = dialogue_ask(dialogue, words->question, CASEFILE_REMARK_MAX, &words->value);
        if (code != EXIT_CODE_DONE)
            return code;
        drop_empty(words);
        if (words->value != NULL || !words->is_required)
            return EXIT_CODE_DONE;
        sentence_say(NULL, _("An answer is needed here."));
    }
}

int case_words_ask(struct case_words *words, size_t count)
{
    struct dialogue dialogue;
    if (!case_words_are_asked() || count == 0)
        return EXIT_CODE_DONE;
    int code = dialogue_begin(&dialogue);
    if (code != EXIT_CODE_DONE)
        return code;
    for (size_t i = 0; code == EXIT_CODE_DONE && i < count; i++)
        code = ask(&dialogue, &words[i]);
    dialogue_end(&dialogue);
    return code;
}
