/* SPDX-License-Identifier: Apache-2.0 */

/* What the program says before it has opened anything: help, languages, slips in the words. */
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char aizada[] = "seven quiet steps to town";
static char folder[64];
static char office[96];
static struct program_result result;

/* Words of a command that aizada gives. */
#define AS_AIZADA(...)           __VA_ARGS__, "--user", "aizada", "--passphrase-fd", "3"
#define assert_exit(expected)    program_assert_exit(&result, expected)
#define assert_says(where, text) program_assert_says(where, text)
#define RUN(...)                 program_run(&result, &(const struct program_call){ __VA_ARGS__ })

static int make_folder(void **state)
{
    (void)state;
    snprintf(folder, sizeof(folder), "/tmp/qadam-test-XXXXXX");
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(office, sizeof(office), "%s/office.qadam", folder);
    return 0;
}

static int remove_folder(void **state)
{
    char command[128];
    (void)state;
    snprintf(command, sizeof(command), "rm -rf '%s'", folder);
    return system(command) == 0 ? 0 : -1; // NOLINT(cert-env33-c)
}

static void the_program_explains_itself(void **state)
{
    (void)state;
    RUN(.words = { "--help" });
    assert_exit(0);
    assert_says(result.out, "qadam vault backup");
    RUN(.words = { "--version" });
    assert_exit(0);
    assert_says(result.out, "qadam ");
    RUN(.words = { "vault", "--help" });
    assert_exit(0);
    assert_says(result.out, "qadam vault users add");
    RUN(.words = { "vault", "users", "--help" });
    assert_exit(0);
    assert_null(strstr(result.out, "vault backup"));
    RUN(.words = { "vault", "backup", "--help" });
    assert_exit(0);
    assert_says(result.out, "--keep");
    assert_string_equal(result.err, "");
}

/* What the list of commands names can all be asked for help. */
static void every_command_that_is_listed_explains_itself(void **state)
{
    static char list[PROGRAM_OUTPUT_SIZE];
    static const char mark[] = "\n  qadam ";
    size_t count = 0;
    (void)state;
    RUN(.words = { "--help" });
    memcpy(list, result.out, sizeof(list));
    for (char *at = strstr(list, mark); at != NULL; at = strstr(at, mark), count++) {
        struct program_call call = { .words = { NULL } };
        size_t words = 0;
        at += strlen(mark);
        char line[128];
        snprintf(line, sizeof(line), "%.*s", (int)strcspn(at, "\n"), at);
        /* Up to the first argument, which stands in capitals. */
        for (char *word = strtok(line, " "); word != NULL && word[0] >= 'a';
             word = strtok(NULL, " "))
            call.words[words++] = word;
        call.words[words] = "--help";
        program_run(&result, &call);
        assert_exit(0);
        assert_says(result.out, "  --help\n");
    }
    assert_int_equal(count, 128);
}

static void help_comes_in_the_users_language(void **state)
{
    (void)state;
    RUN(.words = { "vault", "backup", "--help" }, .language = "ru");
    assert_exit(0);
    assert_says(result.out, "резервную копию");
    RUN(.words = { "vault", "verify", AS_AIZADA("/nowhere/office.qadam") }, .language = "ru",
        .secret = aizada);
    assert_exit(5);
    assert_says(result.err, "Такого файла или папки нет.");
}

/* Old PCs have no locale but "C", and often one named in the settings that nobody generated. */
static void the_language_does_not_depend_on_generated_locales(void **state)
{
    static const struct {
        const char *locale;
        const char *language;
        const char *expected;
    } cases[] = {
        { "C", "ru", "Ключи:" },
        { "POSIX", "ru", "Ключи:" },
        { "ru_RU.KOI8-R", NULL, "Ключи:" },
        { "ru_XX.UTF-8", NULL, "Ключи:" },
        { "ru_XX.UTF-8", "ru", "Ключи:" },
        { "C", NULL, "Options:" },
        { "xx_XX", "xx", "Options:" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        RUN(.words = { "new", "--help" }, .language = cases[i].language, .locale = cases[i].locale);
        assert_exit(0);
        assert_says(result.out, cases[i].expected);
    }
}

static void the_application_says_that_it_needs_a_terminal(void **state)
{
    (void)state;
    RUN(.words = { NULL });
    assert_exit(2);
    assert_says(result.err, "needs a terminal");
    RUN(.words = { "office.qadam" });
    assert_exit(2);
    assert_says(result.err, "needs a terminal");
}

static void a_slip_in_the_words_is_a_sentence_and_exit_2(void **state)
{
    (void)state;
    RUN(.words = { "vault" });
    assert_exit(2);
    RUN(.words = { "valt", "verify" });
    assert_exit(2);
    assert_says(result.err, "valt");
    RUN(.words = { "vault", "verify" });
    assert_exit(2);
    assert_says(result.err, "'qadam vault verify --help'");
    RUN(.words = { "vault", "verify", "x", "--colour" });
    assert_exit(2);
    assert_says(result.err, "--colour");
    RUN(.words = { "vault", "backup", "x", "--passphrase-fd", "3" }, .secret = aizada);
    assert_exit(2);
    assert_says(result.err, "--to FOLDER");
    RUN(.words = { "journal", "show", "x", "--since", "the other day" });
    assert_exit(2);
    RUN(.words = { "journal", "verify", "x", "--head", "12345" });
    assert_exit(2);
}

static void a_file_that_is_not_there_or_not_ours_is_told_apart(void **state)
{
    char path[128];
    (void)state;
    RUN(.words = { "vault", "verify", office, "--passphrase-fd", "3" }, .secret = aizada);
    assert_exit(5);
    snprintf(path, sizeof(path), "%s/letter.txt", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    for (int i = 0; i < 20000; i++)
        fputs("not an office file\n", file);
    fclose(file);
    RUN(.words = { "vault", "verify", path, "--passphrase-fd", "3" }, .secret = aizada);
    assert_exit(4);
    assert_says(result.err, "not an office file");
}

static void a_new_file_needs_a_good_name_and_passphrase(void **state)
{
    (void)state;
    RUN(.words = { "new", office });
    assert_exit(2);
    assert_says(result.err, "--user");
    RUN(.words = { "new", office, "--user", "aizada" });
    assert_exit(2);
    assert_says(result.err, "--passphrase-fd");
    RUN(.words = { "new", AS_AIZADA(office) }, .secret = "short");
    assert_exit(2);
    assert_says(result.err, "too simple");
    RUN(.words = { "new", AS_AIZADA(office) }, .secret = "\n");
    assert_exit(2);
    RUN(.words = { "new", AS_AIZADA(office) });
    assert_exit(2);
    RUN(.words = { "new", AS_AIZADA(office), "--office", "osh!" }, .secret = aizada);
    assert_exit(2);
    RUN(.words = { "new", AS_AIZADA(office), "--country", "XX" }, .secret = aizada);
    assert_exit(2);
    assert_int_not_equal(access(office, F_OK), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_program_explains_itself),
        cmocka_unit_test(every_command_that_is_listed_explains_itself),
        cmocka_unit_test(help_comes_in_the_users_language),
        cmocka_unit_test(the_language_does_not_depend_on_generated_locales),
        cmocka_unit_test(the_application_says_that_it_needs_a_terminal),
        cmocka_unit_test(a_slip_in_the_words_is_a_sentence_and_exit_2),
        cmocka_unit_test(a_file_that_is_not_there_or_not_ours_is_told_apart),
        cmocka_unit_test(a_new_file_needs_a_good_name_and_passphrase),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
