/* SPDX-License-Identifier: Apache-2.0 */
#include "command/dialogue.h"

#include "base/text.h"
#include "command/line_input.h"
#include "command/terminal_prompt.h"
#include "language.h"
#include "paragraph.h"
#include "sentence.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE_BYTES_MAX = 8192, ANSWER_MAX = 20 };

int dialogue_begin(struct dialogue *out)
{
    struct error error = { 0 };
    terminal_prompt_end();
    out->stopped = NULL;
    if (line_input_open(&out->input, STDIN_FILENO, LINE_BYTES_MAX, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    return EXIT_CODE_DONE;
}

void dialogue_end(struct dialogue *dialogue)
{
    line_input_close(&dialogue->input);
}

static int say_stopped(const struct dialogue *dialogue, const struct error *why)
{
    struct error error = *why;
    fputc('\n', stderr);
    if (why->status == STATUS_NOT_FOUND)
        error_record(&error, STATUS_INTERRUPTED, 0, "end of input");
    if (error.status != STATUS_INTERRUPTED || dialogue->stopped == NULL)
        return sentence_fail(NULL, &error);
    sentence_say(NULL, dialogue->stopped);
    return EXIT_CODE_NO;
}

/* Whether another answer can help. */
static bool is_fault_of_answer(enum status status)
{
    return status == STATUS_TEXT_INVALID || status == STATUS_TEXT_CONTROL ||
           status == STATUS_TEXT_TOO_LONG;
}

/* Broken between words; a question ends with a space. */
static void write_question(const char *question)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL) {
        fputs(question, stderr);
        return;
    }
    paragraph_write(memory, question, 0, paragraph_width(stderr, true));
    if (fclose(memory) == 0 && size > 0) {
        text[size - 1] = ' ';
        fputs(text, stderr);
    }
    free(text);
}

int dialogue_ask(struct dialogue *dialogue, const char *question, size_t max, char **out)
{
    const struct text_rule rule = { .max_characters = max, .may_be_empty = true };
    *out = NULL;
    for (;;) {
        struct line line;
        struct error error = { 0 };
        write_question(question);
        enum status status = line_input_next(dialogue->input, &line, &error);
        if (status == STATUS_OK)
            status = text_accept(out, line.bytes, line.length, &rule, &error);
        if (status == STATUS_OK)
            return EXIT_CODE_DONE;
        if (!is_fault_of_answer(status))
            return say_stopped(dialogue, &error);
        sentence_write(stderr, NULL, &error);
    }
}

/* The word itself or its first letter. */
static bool is_short_for(const char *answer, const char *word)
{
    size_t letter = 1;
    while (((unsigned char)word[letter] & 0xC0) == 0x80)
        letter++;
    return strcmp(answer, word) == 0 ||
           (strncmp(answer, word, letter) == 0 && answer[letter] == '\0');
}

static bool is_word(const char *folded, const char *word, const char *translated)
{
    return is_short_for(folded, word) || is_short_for(folded, translated);
}

bool dialogue_read_truth(bool *out, const char *answer)
{
    char *folded = NULL;
    if (text_fold(&folded, answer, NULL) != STATUS_OK)
        return false;
    *out = is_word(folded, "yes", _("yes"));
    bool is_understood = *out || is_word(folded, "no", _("no"));
    free(folded);
    return is_understood;
}

static int confirm(struct dialogue *dialogue, const char *question, bool empty_is_no)
{
    int code = EXIT_CODE_DONE;
    bool is_yes = false;
    for (bool is_understood = false; code == EXIT_CODE_DONE && !is_understood;) {
        char *answer;
        code = dialogue_ask(dialogue, question, ANSWER_MAX, &answer);
        is_understood =
            code == EXIT_CODE_DONE && answer != NULL &&
            ((empty_is_no && answer[0] == '\0') || dialogue_read_truth(&is_yes, answer));
        if (code == EXIT_CODE_DONE && !is_understood)
            sentence_write_text(stderr, _("Type yes or no."));
        free(answer);
    }
    if (code != EXIT_CODE_DONE || is_yes)
        return code;
    fprintf(stderr, "qadam: %s\n", _("Stopped; nothing was changed."));
    return EXIT_CODE_NO;
}

int dialogue_confirm(struct dialogue *dialogue, const char *question)
{
    return confirm(dialogue, question, false);
}

int dialogue_confirm_or_no(struct dialogue *dialogue, const char *question)
{
    return confirm(dialogue, question, true);
}
