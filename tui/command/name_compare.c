/* SPDX-License-Identifier: Apache-2.0 */

/* qadam name compare: two names in each line, one verdict for each line. */
#include "name/comparison.h"

#include "base/text.h"
#include "command/arguments.h"
#include "command/line_input.h"
#include "command/name_command.h"
#include "language.h"
#include "sentence.h"
#include "wording/reason_text.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE_BYTES_MAX = 65536, NAME_CHARACTERS_MAX = 240 };

/* What the loop over the lines shares. */
struct comparing {
    const struct lexicon *lexicon;
    struct line_input *input;
    int code;
};

/* A name through the gate for all texts; the caller frees it. */
static enum status accept(char **out, const char *bytes, size_t length, struct error *error)
{
    static const struct text_rule rule = { .max_characters = NAME_CHARACTERS_MAX };
    return text_accept(out, bytes, length, &rule, error);
}

static void print_verdict(const struct name_comparison *comparison)
{
    char why[REASON_TEXT_SIZE];
    reason_of_names(why, comparison->reasons);
    printf("%.2f\t%s\t%s\n", comparison->score, comparison->is_same ? "same" : "different", why);
}

/* One line in, one line out, whatever it holds. */
static void print_bad_line(struct comparing *comparing, const struct line *line, const char *text)
{
    name_line_complain(line->number, text);
    printf("0.00\tdifferent\t%s\n", text);
    comparing->code = EXIT_CODE_NO;
}

static enum status compare_line(struct comparing *comparing, const struct line *line,
                                struct error *error)
{
    char *left = NULL, *right = NULL;
    struct name_comparison comparison;
    const char *tab = memchr(line->bytes, '\t', line->length);
    if (tab == NULL) {
        print_bad_line(comparing, line, _("Two names with a tab between them are needed."));
        return STATUS_OK;
    }
    size_t left_length = (size_t)(tab - line->bytes);
    enum status status = accept(&left, line->bytes, left_length, error);
    if (status == STATUS_OK)
        status = accept(&right, tab + 1, line->length - left_length - 1, error);
    if (status == STATUS_OK)
        status = name_compare(&comparison, comparing->lexicon, left, right, error);
    if (status == STATUS_OK)
        print_verdict(&comparison);
    free(left);
    free(right);
    return status;
}

/* STATUS_NOT_FOUND when all lines are done. */
static enum status compare_next(struct comparing *comparing, struct error *error)
{
    struct line line;
    enum status status = line_input_next(comparing->input, &line, error);
    if (status == STATUS_OK)
        status = compare_line(comparing, &line, error);
    if (name_line_is_at_fault(status)) {
        print_bad_line(comparing, &line,
                       status == STATUS_TEXT_EMPTY
                           ? _("These two names have no letters that can be compared.")
                           : sentence_text(status, false));
        status = STATUS_OK;
    }
    return ferror(stdout) != 0 ? STATUS_WRITE_FAILED : status;
}

int name_compare_run(const struct arguments *arguments)
{
    struct comparing comparing = { .lexicon = lexicon_shared(), .code = EXIT_CODE_DONE };
    struct error error = { 0 };
    (void)arguments;
    if (comparing.lexicon == NULL) {
        error_set(&error, STATUS_OUT_OF_MEMORY, "lexicon");
        return sentence_fail(NULL, &error);
    }
    enum status status = line_input_open(&comparing.input, STDIN_FILENO, LINE_BYTES_MAX, &error);
    while (status == STATUS_OK)
        status = compare_next(&comparing, &error);
    line_input_close(&comparing.input);
    /* What cannot be printed is said at the end of every command. */
    if (status == STATUS_NOT_FOUND || status == STATUS_WRITE_FAILED)
        return comparing.code;
    return sentence_fail(NULL, &error);
}
