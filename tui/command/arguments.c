/* SPDX-License-Identifier: Apache-2.0 */
#include "command/arguments.h"

#include "language.h"
#include "sentence.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char *const usage_texts[] = {
    [USAGE_OK] = "",
    [USAGE_UNKNOWN_OPTION] = N_("There is no option %s here."),
    [USAGE_VALUE_MISSING] = N_("The option %s needs a value."),
    [USAGE_VALUE_SURPLUS] = N_("The option %s takes no value."),
    [USAGE_NOT_A_NUMBER] = N_("The option %s needs a whole number."),
    [USAGE_OUT_OF_RANGE] = N_("The number for the option %s is too small or too large."),
    [USAGE_NOT_A_CHOICE] = N_("The value of the option %s is none of those it can have."),
    [USAGE_GIVEN_TWICE] = N_("The option %s was given twice."),
    [USAGE_OPTION_MISSING] = N_("The option %s is needed."),
    [USAGE_ARGUMENT_MISSING] = N_("Something is missing: this command needs more."),
    /* One sentence.  NOLINTNEXTLINE(bugprone-suspicious-missing-comma) */
    [USAGE_ARGUMENT_SURPLUS] = N_("This is more than the command takes. Put several words "
                                  "that belong together in quotes."),
    [USAGE_EMPTY] = N_("An empty text was given where something is needed."),
};
_Static_assert(sizeof(usage_texts) / sizeof(usage_texts[0]) == USAGE_COUNT,
               "every mistake has its sentence");

/* ---- values */

static bool is_choice(const char *choices, const char *value)
{
    size_t length = strlen(value);
    for (const char *at = choices; at != NULL; at = strchr(at, '|')) {
        at += *at == '|';
        if (length > 0 && strcspn(at, "|") == length && strncmp(at, value, length) == 0)
            return true;
    }
    return false;
}

static enum usage number_check(const struct option *option, const char *value)
{
    char *end = NULL;
    if (value[0] == '\0' ||
        strspn(value + (value[0] == '-'), "0123456789") != strlen(value + (value[0] == '-')))
        return USAGE_NOT_A_NUMBER;
    errno = 0;
    long number = strtol(value, &end, 10);
    if (end == value || *end != '\0')
        return USAGE_NOT_A_NUMBER;
    if (errno != 0 || number < option->least || number > option->most)
        return USAGE_OUT_OF_RANGE;
    return USAGE_OK;
}

static enum usage value_check(const struct option *option, const char *value)
{
    switch (option->kind) {
    case OPTION_NUMBER:
        return number_check(option, value);
    case OPTION_CHOICE:
        return is_choice(option->argument, value) ? USAGE_OK : USAGE_NOT_A_CHOICE;
    case OPTION_TEXT:
        return value[0] == '\0' ? USAGE_EMPTY : USAGE_OK;
    case OPTION_FLAG:
        break;
    }
    return USAGE_OK;
}

/* ---- parsing */

static enum usage blame(struct arguments *arguments, enum usage usage, const char *culprit,
                        size_t length)
{
    arguments->culprit = culprit;
    arguments->culprit_length = length;
    return usage;
}

/* The index of that option, or ARGUMENTS_MAX_OPTIONS. */
static size_t option_index(const struct command *command, const char *name, size_t length)
{
    const struct option *option;
    for (size_t i = 0; (option = command_option_at(command, i)) != NULL; i++)
        if (strlen(option->name) == length && strncmp(option->name, name, length) == 0)
            return i;
    return ARGUMENTS_MAX_OPTIONS;
}

/* Takes argv[*at], which begins with two dashes, and its value. */
static enum usage option_take(struct arguments *arguments, int argc, char *const *argv, int *at)
{
    const char *name = argv[*at] + 2;
    size_t length = strcspn(name, "=");
    const char *value = name[length] == '=' ? name + length + 1 : NULL;
    size_t index = option_index(arguments->command, name, length);
    if (index == ARGUMENTS_MAX_OPTIONS)
        return blame(arguments, USAGE_UNKNOWN_OPTION, argv[*at], length + 2);
    const struct option *option = command_option_at(arguments->command, index);
    if (option->kind == OPTION_FLAG && value != NULL)
        return blame(arguments, USAGE_VALUE_SURPLUS, argv[*at], length + 2);
    if (option->kind != OPTION_FLAG && value == NULL) {
        if (*at + 1 >= argc)
            return blame(arguments, USAGE_VALUE_MISSING, argv[*at], length + 2);
        value = argv[++*at];
    }
    if (arguments->values[index] != NULL)
        return blame(arguments, USAGE_GIVEN_TWICE, name - 2, length + 2);
    arguments->values[index] = value == NULL ? "" : value;
    enum usage usage = value_check(option, arguments->values[index]);
    return usage == USAGE_OK ? USAGE_OK : blame(arguments, usage, name - 2, length + 2);
}

static enum usage positional_take(struct arguments *arguments, const char *text)
{
    size_t most = command_count_arguments(arguments->command, true);
    if (arguments->positional_count >= most)
        return USAGE_ARGUMENT_SURPLUS;
    if (text[0] == '\0')
        return USAGE_EMPTY;
    arguments->positional[arguments->positional_count++] = text;
    return USAGE_OK;
}

static enum usage arguments_check_complete(struct arguments *arguments)
{
    const struct option *option;
    for (size_t i = 0; (option = command_option_at(arguments->command, i)) != NULL; i++)
        if (option->is_required && arguments->values[i] == NULL)
            return blame(arguments, USAGE_OPTION_MISSING, option->name, 0);
    if (arguments->positional_count < command_count_arguments(arguments->command, false))
        return USAGE_ARGUMENT_MISSING;
    return USAGE_OK;
}

enum usage arguments_parse(struct arguments *out, const struct command *command, int argc,
                           char *const *argv)
{
    enum usage usage = USAGE_OK;
    bool takes_options = true;
    *out = (struct arguments){ .command = command };
    for (int i = 0; i < argc && usage == USAGE_OK; i++) {
        bool looks_like_option = takes_options && argv[i][0] == '-' && argv[i][1] != '\0';
        if (looks_like_option && strcmp(argv[i], "--") == 0)
            takes_options = false;
        else if (looks_like_option && strncmp(argv[i], "--", 2) != 0)
            usage = blame(out, USAGE_UNKNOWN_OPTION, argv[i], strlen(argv[i]));
        else if (looks_like_option)
            usage = option_take(out, argc, argv, &i);
        else
            usage = positional_take(out, argv[i]);
    }
    out->wants_help = arguments_has(out, "help");
    return usage == USAGE_OK && !out->wants_help ? arguments_check_complete(out) : usage;
}

/* ---- complaining */

const char *usage_text(enum usage usage)
{
    return language_text(usage_texts[usage]);
}

static void usage_write_pointer(const struct command *command)
{
    const char *verb = command->verb == NULL ? "" : command->verb;
    const char *space = command->verb == NULL ? "" : " ";
    fputs("qadam: ", stderr);
    /* TRANSLATORS: the three %s are the words of the command, such as "vault backup". */
    fprintf(stderr, _("'qadam %s%s%s --help' tells how it goes."), command->noun, space, verb);
    fputc('\n', stderr);
}

/* What was blamed, cut between two characters when it is long. */
static size_t culprit_shown(const struct arguments *arguments)
{
    enum { SHOWN_MAX = 60 };
    size_t length = arguments->culprit_length;
    if (length <= SHOWN_MAX)
        return length;
    for (length = SHOWN_MAX; length > 0 && (arguments->culprit[length] & 0xC0) == 0x80;)
        length--;
    return length;
}

int arguments_complain(const struct arguments *arguments, enum usage usage)
{
    char culprit[64] = "";
    if (arguments->culprit != NULL && arguments->culprit_length == 0)
        snprintf(culprit, sizeof(culprit), "--%s", arguments->culprit);
    else if (arguments->culprit != NULL)
        snprintf(culprit, sizeof(culprit), "%.*s", (int)culprit_shown(arguments),
                 arguments->culprit);
    fputs("qadam: ", stderr);
    sentence_fill(stderr, usage_text(usage), "%s", culprit);
    fputc('\n', stderr);
    usage_write_pointer(arguments->command);
    return EXIT_CODE_USAGE;
}

int arguments_refuse(const struct arguments *arguments, const char *text)
{
    sentence_say(NULL, text);
    usage_write_pointer(arguments->command);
    return EXIT_CODE_USAGE;
}

/* ---- what was given */

const char *arguments_positional(const struct arguments *arguments, size_t index)
{
    return index < arguments->positional_count ? arguments->positional[index] : NULL;
}

const char *arguments_text(const struct arguments *arguments, const char *option)
{
    size_t index = option_index(arguments->command, option, strlen(option));
    assert(index < ARGUMENTS_MAX_OPTIONS);
    return arguments->values[index];
}

bool arguments_knows(const struct arguments *arguments, const char *option)
{
    return option_index(arguments->command, option, strlen(option)) < ARGUMENTS_MAX_OPTIONS;
}

bool arguments_has(const struct arguments *arguments, const char *option)
{
    return arguments_text(arguments, option) != NULL;
}

long arguments_number(const struct arguments *arguments, const char *option, long fallback)
{
    const char *value = arguments_text(arguments, option);
    return value == NULL ? fallback : strtol(value, NULL, 10);
}
