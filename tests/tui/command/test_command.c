/* SPDX-License-Identifier: Apache-2.0 */

/* Walks the tables of commands: what the compiler cannot see in them. */
#include "command/command.h"

#include "command/arguments.h"
#include "command/help.h"
#include "office/role.h"
#include "support/capture.h"
#include "support/unit.h"

#include <string.h>

static void every_command_is_complete(void **state)
{
    const struct command *command;
    (void)state;
    for (size_t i = 0; (command = command_at(i)) != NULL; i++) {
        assert_true(strlen(command->summary) > 10);
        assert_non_null(command->run);
        assert_true(command_count_arguments(command, true) <= ARGUMENTS_MAX_POSITIONAL);
    }
    assert_true(command_at(0) != NULL);
}

static void every_option_is_explained_and_no_name_is_taken_twice(void **state)
{
    const struct command *command;
    const struct option *option;
    const struct option *other;
    (void)state;
    for (size_t i = 0; (command = command_at(i)) != NULL; i++) {
        size_t count = 0;
        for (; (option = command_option_at(command, count)) != NULL; count++) {
            assert_true(strlen(option->help) > 5);
            assert_int_equal(option->kind == OPTION_FLAG, option->argument == NULL);
            if (option->kind == OPTION_NUMBER)
                assert_true(option->least < option->most);
            for (size_t j = 0; j < count; j++) {
                other = command_option_at(command, j);
                assert_string_not_equal(option->name, other->name);
            }
        }
        assert_true(count <= ARGUMENTS_MAX_OPTIONS);
    }
}

static void no_two_commands_have_the_same_words(void **state)
{
    const struct command *one;
    const struct command *other;
    (void)state;
    for (size_t i = 0; (one = command_at(i)) != NULL; i++)
        for (size_t j = 0; j < i; j++) {
            other = command_at(j);
            bool is_same = strcmp(one->noun, other->noun) == 0 &&
                           strcmp(one->verb == NULL ? "" : one->verb,
                                  other->verb == NULL ? "" : other->verb) == 0;
            assert_false(is_same);
        }
}

static void help_mentions_every_option_and_fits_the_screen(void **state)
{
    const struct command *command;
    const struct option *option;
    (void)state;
    for (size_t i = 0; (command = command_at(i)) != NULL; i++) {
        struct capture capture;
        capture_begin(&capture, stdout);
        help_write_command(stdout, command);
        capture_end(&capture);
        assert_non_null(strstr(capture.text, command->summary));
        for (size_t j = 0; (option = command_option_at(command, j)) != NULL; j++) {
            char name[64];
            snprintf(name, sizeof(name), "\n  --%s", option->name);
            assert_non_null(strstr(capture.text, name));
        }
        for (const char *line = capture.text; *line != '\0';
             line += strcspn(line, "\n") + (line[strcspn(line, "\n")] == '\n'))
            assert_in_range(strcspn(line, "\n"), 0, 79);
    }
}

static void the_help_of_the_program_lists_every_command(void **state)
{
    const struct command *command;
    struct capture capture;
    (void)state;
    capture_begin(&capture, stdout);
    help_write_all(stdout);
    capture_end(&capture);
    for (size_t i = 0; (command = command_at(i)) != NULL; i++) {
        char name[96];
        snprintf(name, sizeof(name), "  qadam %s%s%s%s", command->noun,
                 command->verb == NULL ? "" : " ", command->verb == NULL ? "" : command->verb,
                 command->arguments[0] == '\0' ? "\n" : " ");
        assert_non_null(strstr(capture.text, name));
        assert_non_null(strstr(capture.text, command->summary));
    }
}

/* The roles that "users add" offers are those that core knows. */
static void every_role_on_offer_exists_and_none_is_missing(void **state)
{
    const struct command *command;
    const struct option *option;
    size_t offers = 0;
    (void)state;
    for (size_t i = 0; (command = command_at(i)) != NULL; i++)
        for (size_t j = 0; (option = command_option_at(command, j)) != NULL; j++) {
            if (strcmp(option->name, "role") != 0)
                continue;
            char choices[128];
            snprintf(choices, sizeof(choices), "%s", option->argument);
            for (char *at = strtok(choices, "|"); at != NULL; at = strtok(NULL, "|")) {
                struct error error;
                enum role role;
                assert_ok(role_parse(&role, at, &error));
                offers++;
            }
        }
    assert_int_equal(offers, ROLE_COUNT - 1); /* nobody is added as the recovery sheet */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_command_is_complete),
        cmocka_unit_test(every_option_is_explained_and_no_name_is_taken_twice),
        cmocka_unit_test(no_two_commands_have_the_same_words),
        cmocka_unit_test(help_mentions_every_option_and_fits_the_screen),
        cmocka_unit_test(the_help_of_the_program_lists_every_command),
        cmocka_unit_test(every_role_on_offer_exists_and_none_is_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
