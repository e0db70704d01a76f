/* SPDX-License-Identifier: Apache-2.0 */
#include "command/help.h"

#include "language.h"
#include "paragraph.h"
#include "sentence.h"
#include "version.h"

#include <stdbool.h>
#include <string.h>

static void help_write_paragraph(FILE *stream, const char *text, size_t indent)
{
    paragraph_write(stream, text, indent, paragraph_width(stream, false));
}

static void help_write_name(FILE *stream, const struct command *command)
{
    fprintf(stream, "  qadam%s%s", command->noun[0] == '\0' ? "" : " ", command->noun);
    if (command->verb != NULL)
        fprintf(stream, " %s", command->verb);
    if (command->arguments[0] != '\0')
        fprintf(stream, " %s", language_text(command->arguments));
}

static void help_write_row(FILE *stream, const struct command *command)
{
    help_write_name(stream, command);
    fputc('\n', stream);
    help_write_paragraph(stream, language_text(command->summary), 6);
}

/* The words of a choice, broken behind a | where the line would be too long. */
static void help_write_choice(FILE *stream, size_t column, const char *words)
{
    enum { WIDTH = 79, INDENT = 6 };
    for (const char *at = words; *at != '\0';) {
        const size_t length = strcspn(at, "|") + (at[strcspn(at, "|")] == '|');
        if (column + length > WIDTH) {
            fprintf(stream, "\n%*s", INDENT, "");
            column = INDENT;
        }
        fprintf(stream, "%.*s", (int)length, at);
        column += length;
        at += length;
    }
}

static void help_write_option(FILE *stream, const struct option *option)
{
    const int column =
        fprintf(stream, option->kind == OPTION_FLAG ? "  --%s" : "  --%s ", option->name);
    if (option->kind == OPTION_CHOICE)
        help_write_choice(stream, (size_t)column, option->argument);
    else if (option->kind != OPTION_FLAG)
        fputs(language_text(option->argument), stream);
    fputc('\n', stream);
    help_write_paragraph(stream, language_text(option->help), 6);
}

int help_write_command(FILE *stream, const struct command *command)
{
    const struct option *option;
    fprintf(stream, "%s\n\n", language_text(command->summary));
    help_write_name(stream, command);
    for (size_t i = 0; (option = command_option_at(command, i)) != NULL; i++)
        if (option->is_required)
            fprintf(stream, " --%s %s", option->name,
                    option->kind == OPTION_CHOICE ? _("WORD") : language_text(option->argument));
    fprintf(stream, " %s\n", _("[OPTIONS]"));
    if (command->details != NULL) {
        fputc('\n', stream);
        help_write_paragraph(stream, language_text(command->details), 0);
    }
    fprintf(stream, "\n%s\n", _("Options:"));
    for (size_t i = 0; (option = command_option_at(command, i)) != NULL; i++)
        help_write_option(stream, option);
    if (command->write_more_help != NULL) {
        fputc('\n', stream);
        command->write_more_help(stream);
    }
    return EXIT_CODE_DONE;
}

int help_write_noun(FILE *stream, int argc, char *const *argv)
{
    const struct command *command;
    for (size_t i = 0; (command = command_at(i)) != NULL; i++)
        if (command_begins_with(command, argc, argv))
            help_write_row(stream, command);
    return EXIT_CODE_DONE;
}

int help_write_version(FILE *stream)
{
    fprintf(stream, "qadam %s\n", QADAM_VERSION);
    return EXIT_CODE_DONE;
}

static void help_write_exit_codes(FILE *stream)
{
    static const char *const meanings[] = {
        [EXIT_CODE_DONE] = N_("done"),
        [EXIT_CODE_NO] = N_("the answer is no: nothing found, differs, exists, not allowed"),
        [EXIT_CODE_USAGE] = N_("called in a way, or given something, that cannot be used"),
        [EXIT_CODE_WRONG_PASSPHRASE] = N_("the passphrase or the recovery code is not right"),
        [EXIT_CODE_DAMAGED] = N_("the file is damaged, altered, foreign or from a newer version"),
        [EXIT_CODE_DEVICE] = N_("cannot read or write: permission, space, in use, memory"),
    };
    fprintf(stream, "\n%s\n", _("Every command ends with one of these numbers:"));
    for (size_t i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++)
        fprintf(stream, "  %zu  %s\n", i, language_text(meanings[i]));
}

int help_write_all(FILE *stream)
{
    const struct command *command;
    help_write_paragraph(stream,
                         _("Qadam keeps the casefiles of a migration office in one encrypted "
                           "file."),
                         0);
    help_write_paragraph(stream,
                         _("'qadam' or 'qadam FILE' opens the full-screen application, 'qadam "
                           "--linear FILE' the same work line by line; 'qadam --linear --help' "
                           "lists their options."),
                         0);
    fprintf(stream, "\n%s\n", _("Commands:"));
    for (size_t i = 0; (command = command_at(i)) != NULL; i++)
        help_write_row(stream, command);
    fputc('\n', stream);
    help_write_paragraph(stream,
                         _("Each has its own help: 'qadam vault backup --help'. A passphrase is "
                           "asked for on the terminal or read with --passphrase-fd; it is never "
                           "part of the command line."),
                         0);
    help_write_exit_codes(stream);
    return EXIT_CODE_DONE;
}
