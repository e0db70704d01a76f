/* SPDX-License-Identifier: Apache-2.0 */
#include "command/arguments.h"

#include "sentence.h"
#include "support/capture.h"
#include "support/unit.h"

#include <string.h>

static const struct option own[] = {
    { "to", "FOLDER", "help", OPTION_TEXT, 0, 0, false },
    { "keep", "N", "help", OPTION_NUMBER, 1, 100, false },
    { "role", "clerk|supervisor", "help", OPTION_CHOICE, 0, 0, false },
    { "json", NULL, "help", OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};
static const struct option shared[] = {
    { "user", "NAME", "help", OPTION_TEXT, 0, 0, true },
    { .name = NULL },
};
static const struct command sample = { .noun = "vault",
                                       .verb = "sample",
                                       .summary = "Sample.",
                                       .arguments = "FILE [NAME]",
                                       .options = { own, shared } };

static enum usage parse(struct arguments *out, const char *const *words)
{
    int count = 0;
    while (words[count] != NULL)
        count++;
    return arguments_parse(out, &sample, count, (char *const *)(const void *)words);
}

#define WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void options_and_arguments_come_in_any_order(void **state)
{
    struct arguments arguments;
    (void)state;
    assert_int_equal(parse(&arguments, WORDS("--json", "a.qadam", "--user", "aizada", "--keep=7",
                                             "bob", "--to", "--x")),
                     USAGE_OK);
    assert_string_equal(arguments_positional(&arguments, 0), "a.qadam");
    assert_string_equal(arguments_positional(&arguments, 1), "bob");
    assert_null(arguments_positional(&arguments, 2));
    assert_string_equal(arguments_text(&arguments, "user"), "aizada");
    assert_string_equal(arguments_text(&arguments, "to"), "--x");
    assert_int_equal(arguments_number(&arguments, "keep", 0), 7);
    assert_true(arguments_has(&arguments, "json"));
    assert_false(arguments_has(&arguments, "role"));
}

static void after_two_dashes_nothing_is_an_option(void **state)
{
    struct arguments arguments;
    (void)state;
    assert_int_equal(parse(&arguments, WORDS("--user=a", "--", "--json", "-x")), USAGE_OK);
    assert_string_equal(arguments_positional(&arguments, 0), "--json");
    assert_string_equal(arguments_positional(&arguments, 1), "-x");
    assert_false(arguments_has(&arguments, "json"));
}

static void an_empty_value_and_a_single_dash_are_seen(void **state)
{
    struct arguments arguments;
    (void)state;
    assert_int_equal(parse(&arguments, WORDS("-", "--user=a")), USAGE_OK);
    assert_string_equal(arguments_positional(&arguments, 0), "-");
    assert_int_equal(parse(&arguments, WORDS("f", "--user=")), USAGE_EMPTY);
    assert_int_equal(parse(&arguments, WORDS("", "--user=a")), USAGE_EMPTY);
}

static void each_mistake_is_told_apart(void **state)
{
    static const struct {
        enum usage expected;
        const char *words[8];
    } cases[] = {
        { USAGE_UNKNOWN_OPTION, { "f", "--user=a", "--colour" } },
        { USAGE_UNKNOWN_OPTION, { "f", "--user=a", "--use", "b" } },
        { USAGE_UNKNOWN_OPTION, { "f", "--user=a", "-j" } },
        { USAGE_UNKNOWN_OPTION, { "f", "--user=a", "--=x" } },
        { USAGE_VALUE_MISSING, { "f", "--user" } },
        { USAGE_VALUE_SURPLUS, { "f", "--user=a", "--json=yes" } },
        { USAGE_NOT_A_NUMBER, { "f", "--user=a", "--keep", "many" } },
        { USAGE_NOT_A_NUMBER, { "f", "--user=a", "--keep=" } },
        { USAGE_NOT_A_NUMBER, { "f", "--user=a", "--keep=-" } },
        { USAGE_NOT_A_NUMBER, { "f", "--user=a", "--keep=1 " } },
        { USAGE_NOT_A_NUMBER, { "f", "--user=a", "--keep=0x1" } },
        { USAGE_OUT_OF_RANGE, { "f", "--user=a", "--keep=0" } },
        { USAGE_OUT_OF_RANGE, { "f", "--user=a", "--keep=-1" } },
        { USAGE_OUT_OF_RANGE, { "f", "--user=a", "--keep=101" } },
        { USAGE_OUT_OF_RANGE, { "f", "--user=a", "--keep=99999999999999999999999" } },
        { USAGE_NOT_A_CHOICE, { "f", "--user=a", "--role=boss" } },
        { USAGE_NOT_A_CHOICE, { "f", "--user=a", "--role=cler" } },
        { USAGE_NOT_A_CHOICE, { "f", "--user=a", "--role=clerk|supervisor" } },
        { USAGE_NOT_A_CHOICE, { "f", "--user=a", "--role=" } },
        { USAGE_GIVEN_TWICE, { "f", "--user=a", "--user=b" } },
        { USAGE_OPTION_MISSING, { "f" } },
        { USAGE_ARGUMENT_MISSING, { "--user=a" } },
        { USAGE_ARGUMENT_SURPLUS, { "f", "n", "more", "--user=a" } },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct arguments arguments;
        assert_int_equal(parse(&arguments, cases[i].words), cases[i].expected);
    }
}

static void every_mistake_has_its_own_sentence(void **state)
{
    (void)state;
    for (enum usage one = USAGE_OK + 1; one < USAGE_COUNT; one++) {
        assert_true(strlen(usage_text(one)) > 5);
        for (enum usage other = one + 1; other < USAGE_COUNT; other++)
            assert_string_not_equal(usage_text(one), usage_text(other));
    }
}

static void help_wins_over_what_is_missing(void **state)
{
    struct arguments arguments;
    (void)state;
    assert_int_equal(parse(&arguments, WORDS("--help")), USAGE_OK);
    assert_true(arguments.wants_help);
}

static void a_complaint_names_the_option_but_never_its_value(void **state)
{
    struct capture capture;
    struct arguments arguments;
    (void)state;
    enum usage usage = parse(&arguments, WORDS("f", "--pasphrase=hunter2", "--user=a"));
    capture_begin(&capture, stderr);
    int code = arguments_complain(&arguments, usage);
    capture_end(&capture);
    assert_int_equal(code, EXIT_CODE_USAGE);
    assert_non_null(strstr(capture.text, "--pasphrase"));
    assert_null(strstr(capture.text, "hunter2"));
    assert_non_null(strstr(capture.text, "'qadam vault sample --help'"));
}

static void a_complaint_about_surplus_words_does_not_repeat_them(void **state)
{
    struct capture capture;
    struct arguments arguments;
    (void)state;
    enum usage usage = parse(&arguments, WORDS("f", "n", "hunter2", "--user=a"));
    capture_begin(&capture, stderr);
    arguments_complain(&arguments, usage);
    capture_end(&capture);
    assert_null(strstr(capture.text, "hunter2"));
}

static void a_missing_option_is_named(void **state)
{
    struct capture capture;
    struct arguments arguments;
    (void)state;
    enum usage usage = parse(&arguments, WORDS("f"));
    capture_begin(&capture, stderr);
    arguments_complain(&arguments, usage);
    capture_end(&capture);
    assert_non_null(strstr(capture.text, "--user"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_and_arguments_come_in_any_order),
        cmocka_unit_test(after_two_dashes_nothing_is_an_option),
        cmocka_unit_test(an_empty_value_and_a_single_dash_are_seen),
        cmocka_unit_test(each_mistake_is_told_apart),
        cmocka_unit_test(every_mistake_has_its_own_sentence),
        cmocka_unit_test(help_wins_over_what_is_missing),
        cmocka_unit_test(a_complaint_names_the_option_but_never_its_value),
        cmocka_unit_test(a_complaint_about_surplus_words_does_not_repeat_them),
        cmocka_unit_test(a_missing_option_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
