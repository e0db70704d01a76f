/* SPDX-License-Identifier: Apache-2.0 */
#include "command/command.h"

#include "command/application.h"
#include "command/arguments.h"
#include "command/command_list.h"
#include "command/help.h"
#include "command/interruption.h"
#include "command/output.h"
#include "language.h"
#include "sentence.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct command *const nouns[] = {
    new_commands,     demo_commands,        vault_commands,    users_commands,
    access_commands,  person_commands,      case_commands,     case_step_commands,
    day_commands,     task_commands,        agency_commands,   referral_commands,
    note_commands,    appointment_commands, workflow_commands, journal_commands,
    country_commands, name_commands,        mrz_commands,      hotline_commands,
    counsel_commands, consent_commands,     breach_commands,   supervision_commands,
};

static const struct option every_options[] = {
    { "help", NULL, N_("Show this help."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

/* ---- the tables */

const struct command *command_at(size_t index)
{
    for (size_t i = 0; i < sizeof(nouns) / sizeof(nouns[0]); i++)
        for (const struct command *command = nouns[i]; command->noun != NULL; command++)
            if (index-- == 0)
                return command;
    return NULL;
}

const struct option *command_option_at(const struct command *command, size_t index)
{
    for (size_t i = 0; i <= COMMAND_OPTION_TABLES; i++) {
        const struct option *option =
            i < COMMAND_OPTION_TABLES ? command->options[i] : every_options;
        for (; option != NULL && option->name != NULL; option++)
            if (index-- == 0)
                return option;
    }
    return NULL;
}

size_t command_count_arguments(const struct command *command, bool counts_optional)
{
    size_t count = 0;
    bool is_inside = false;
    const char *several = strstr(command->arguments, "...");
    if (counts_optional && several != NULL)
        return ARGUMENTS_MAX_POSITIONAL;
    for (const char *at = command->arguments; *at != '\0'; at++) {
        bool begins = *at != ' ' && !is_inside;
        count += begins && (counts_optional || *at != '[');
        is_inside = *at != ' ';
    }
    return count;
}

/* ---- finding one */

/* How many words of argv name this command; 0 when they do not. */
static int command_match(const struct command *command, int argc, char *const *argv)
{
    int words = 1;
    if (argc < 1 || strcmp(argv[0], command->noun) != 0)
        return 0;
    for (const char *verb = command->verb; verb != NULL && *verb != '\0'; words++) {
        size_t length = strcspn(verb, " ");
        if (words >= argc || strlen(argv[words]) != length ||
            strncmp(argv[words], verb, length) != 0)
            return 0;
        verb += length + (verb[length] == ' ');
    }
    return words;
}

static const struct command *command_find(int argc, char *const *argv, int *words)
{
    const struct command *command;
    for (size_t i = 0; (command = command_at(i)) != NULL; i++)
        if ((*words = command_match(command, argc, argv)) > 0)
            return command;
    return NULL;
}

bool command_begins_with(const struct command *command, int argc, char *const *argv)
{
    if (argc < 1 || strcmp(argv[0], command->noun) != 0)
        return false;
    const char *verb = command->verb == NULL ? "" : command->verb;
    for (int i = 1; i < argc; i++) {
        size_t length = strcspn(verb, " ");
        if (strlen(argv[i]) != length || strncmp(verb, argv[i], length) != 0)
            return false;
        verb += length + (verb[length] == ' ');
    }
    return true;
}

/* How many of the words, from the first on, are those of some command. */
static int count_known_words(int argc, char *const *argv)
{
    int known = 0;
    const struct command *command;
    for (size_t i = 0; (command = command_at(i)) != NULL; i++)
        while (known < argc && command_begins_with(command, known + 1, argv))
            known++;
    return known;
}

/* ---- without a command */

static int say_command_is_unknown(int argc, char *const *argv, int known)
{
    bool is_incomplete = known == argc || argv[known][0] == '-';
    fputs("qadam: ", stderr);
    sentence_fill(stderr,
                  is_incomplete ? _("%s needs one more word that says what to do.")
                                : _("There is no such command: %s"),
                  "%s", argv[is_incomplete && known > 0 ? known - 1 : known]);
    fputs("\nqadam: ", stderr);
    fprintf(stderr, _("'qadam %s%s--help' lists the commands."), known > 0 ? argv[0] : "",
            known > 0 ? " " : "");
    fputc('\n', stderr);
    return EXIT_CODE_USAGE;
}

static int command_run_without(int argc, char *const *argv)
{
    bool wants_help = argc > 0 && strcmp(argv[argc - 1], "--help") == 0;
    int known = count_known_words(argc, argv);
    if (argc == 1 && wants_help)
        return help_write_all(stdout);
    if (argc == 1 && strcmp(argv[0], "--version") == 0)
        return help_write_version(stdout);
    if (known > 0 && known == argc - 1 && wants_help)
        return help_write_noun(stdout, known, argv);
    return say_command_is_unknown(argc, argv, known);
}

/* ---- running */

/* Whether the words are for the application: none, its options, or the name of a file. */
static bool is_application(int argc, char *const *argv)
{
    if (argc == 0)
        return true;
    if (strcmp(argv[0], "--help") == 0 || strcmp(argv[0], "--version") == 0)
        return false;
    return argv[0][0] == '-' || (count_known_words(argc, argv) == 0 &&
                                 (strpbrk(argv[0], "./") != NULL || access(argv[0], F_OK) == 0));
}

static int command_run(int argc, char *const *argv)
{
    struct arguments arguments;
    int words = 0;
    const struct command *command = command_find(argc, argv, &words);
    if (command == NULL && is_application(argc, argv))
        command = &application_command;
    if (command == NULL)
        return command_run_without(argc, argv);
    enum usage usage = arguments_parse(&arguments, command, argc - words, argv + words);
    if (usage != USAGE_OK)
        return arguments_complain(&arguments, usage);
    if (arguments.wants_help)
        return help_write_command(stdout, command);
    return command->run(&arguments);
}

int command_main(int argc, char **argv)
{
    output_begin();
    interruption_begin();
    int code = command_run(argc > 0 ? argc - 1 : 0, argv + 1);
    return output_end(code);
}
