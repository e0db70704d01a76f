/* SPDX-License-Identifier: Apache-2.0 */

/* qadam name romanize: lines of names in, lines in Latin letters out. */
#include "name/romanization.h"

#include "base/text.h"
#include "command/arguments.h"
#include "command/line_input.h"
#include "command/name_command.h"
#include "language.h"
#include "sentence.h"

#include <stdlib.h>
#include <unistd.h>

enum { LINE_BYTES_MAX = 65536 };

const struct option name_romanize_options[] = {
    { "standard", N_("NAME"), N_("The table to write by; see below."), OPTION_TEXT, 0, 0, false },
    { "list", NULL, N_("List the tables, each with a tab and its source."), OPTION_FLAG, 0, 0,
      false },
    { .name = NULL },
};

void name_romanize_write_help(FILE *stream)
{
    fprintf(stream, "%s\n", _("Tables:"));
    for (int table = 0; table < ROMANIZATION_COUNT; table++)
        fprintf(stream, "  %-12s %s\n", romanization_name((enum romanization)table),
                romanization_title((enum romanization)table));
}

static int print_list(void)
{
    for (int table = 0; table < ROMANIZATION_COUNT; table++)
        printf("%s\t%s\n", romanization_name((enum romanization)table),
               romanization_source((enum romanization)table));
    return EXIT_CODE_DONE;
}

static int complain_of_standard(const struct arguments *arguments, enum usage usage)
{
    struct arguments blamed = *arguments;
    blamed.culprit = "standard";
    blamed.culprit_length = 0;
    return arguments_complain(&blamed, usage);
}

/* ---- line by line */

/* The line in Latin letters; what is not usable as text is refused. */
static enum status romanize(char **out, enum romanization table, const struct line *line,
                            struct error *error)
{
    static const struct text_rule rule = { .max_characters = LINE_BYTES_MAX, .may_be_empty = true };
    char *text;
    *out = NULL;
    enum status status = text_accept(&text, line->bytes, line->length, &rule, error);
    if (status != STATUS_OK)
        return status;
    status = romanization_apply(out, table, text, error);
    free(text);
    return status;
}

/* STATUS_NOT_FOUND when all lines are done. */
static enum status romanize_next(struct line_input *input, enum romanization table, int *code,
                                 struct error *error)
{
    char *latin = NULL;
    struct line line;
    enum status status = line_input_next(input, &line, error);
    if (status == STATUS_OK)
        status = romanize(&latin, table, &line, error);
    if (name_line_is_at_fault(status)) {
        name_line_complain(line.number, sentence_text(status, false));
        *code = EXIT_CODE_NO;
        status = STATUS_OK;
    }
    if (status != STATUS_OK)
        return status;
    if (latin != NULL)
        fputs(latin, stdout);
    free(latin);
    return putchar('\n') == EOF ? STATUS_WRITE_FAILED : STATUS_OK;
}

static int romanize_all(enum romanization table)
{
    struct line_input *input;
    struct error error = { 0 };
    int code = EXIT_CODE_DONE;
    enum status status = line_input_open(&input, STDIN_FILENO, LINE_BYTES_MAX, &error);
    while (status == STATUS_OK)
        status = romanize_next(input, table, &code, &error);
    line_input_close(&input);
    /* What cannot be printed is said at the end of every command. */
    if (status == STATUS_NOT_FOUND || status == STATUS_WRITE_FAILED)
        return code;
    return sentence_fail(NULL, &error);
}

int name_romanize_run(const struct arguments *arguments)
{
    enum romanization table;
    const char *standard = arguments_text(arguments, "standard");
    if (arguments_has(arguments, "list"))
        return print_list();
    if (standard == NULL)
        return complain_of_standard(arguments, USAGE_OPTION_MISSING);
    if (!romanization_find(standard, &table))
        return complain_of_standard(arguments, USAGE_NOT_A_CHOICE);
    return romanize_all(table);
}
