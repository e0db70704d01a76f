/* SPDX-License-Identifier: Apache-2.0 */

/* Finding people from the command line, and who is there already when somebody is added. */
#include "support/folder.h"
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char aizada[] = "seven quiet steps to town";

static struct folder folder;
static char file[FOLDER_PATH_SIZE];
static struct program_result result;

#define assert_exit(expected)    program_assert_exit(&result, expected)
#define assert_says(where, text) program_assert_says(where, text)
#define OPENED                   file, "--passphrase-fd", "3"
#define RUN(...)                 program_run(&result, &(const struct program_call){ __VA_ARGS__, .secret = aizada })

static const char twins[] = "surname: Асанова\ngiven_name: Анна\nbirth_date: 01.02.1980\n\n"
                            "surname: Иманов\ngiven_name: Улан\n\n"
                            "surname: Asanova\ngiven_name: Anna\nbirth_date: 01.02.1980\n";

static int make_office(void **state)
{
    (void)state;
    folder_make(&folder);
    folder_path(file, &folder, "office.qadam");
    RUN(.words = { "new", OPENED, "--user", "Aizada", "--smallest-pc", "48" });
    return result.exit_code;
}

static int remove_office(void **state)
{
    (void)state;
    folder_remove(&folder);
    return 0;
}

static void add(const char *input, const char *duplicates)
{
    RUN(.words = { "person", "add", OPENED, "--duplicates", duplicates }, .input = input);
}

/* ---- who is there already */

static void a_person_given_twice_at_once_is_noticed(void **state)
{
    (void)state;
    add(twins, "warn");
    assert_exit(0);
    assert_says(result.err, "Person 3 of this input may be there already:");
    assert_null(strstr(result.err, "Асанова")); /* this stderr may be a log */
    assert_says(result.err, "        person 1 of this input\n");
    assert_null(strstr(result.err, "Person 1 of"));
    assert_int_equal(strlen(result.out), 3 * 37);
}

static void nobody_is_kept_when_one_of_them_is_given_twice(void **state)
{
    (void)state;
    add(twins, "refuse");
    assert_exit(1);
    assert_says(result.err, "Nobody was kept.");
    assert_string_equal(result.out, "");
    RUN(.words = { "person", "find", OPENED, "Иманов" });
    assert_exit(1);
}

static void nobody_is_looked_for_when_that_is_wanted(void **state)
{
    (void)state;
    add(twins, "ignore");
    assert_exit(0);
    assert_string_equal(result.err, "");
}

static void one_person_is_compared_with_those_kept_before(void **state)
{
    (void)state;
    add("surname: Асанова\ngiven_name: Анна\nbirth_date: 01.02.1980\n", "refuse");
    assert_exit(0);
    char id[37];
    memcpy(id, result.out, 36);
    id[36] = '\0';
    add("surname: Asanova\ngiven_name: Anna\nbirth_date: 01.02.1980\n", "refuse");
    assert_exit(1);
    assert_says(result.err, "This person may be there already:");
    assert_says(result.err, id);
}

/* ---- finding */

static void a_person_is_found_in_another_script(void **state)
{
    (void)state;
    add("surname: Асанова\ngiven_name: Анна\nsex: f\nbirth_date: 01.02.1980\n", "warn");
    assert_exit(0);
    RUN(.words = { "person", "find", OPENED, "Asanova 1980" });
    assert_exit(0);
    assert_says(result.out, "\tАсанова Анна\t1980-02-01\tf\t");
    RUN(.words = { "person", "find", OPENED, "-" }, .input = "\xEF\xBB\xBF"
                                                             "ASANOVA anna\r\n");
    assert_exit(0);
    assert_says(result.out, "\tАсанова Анна\t1980-02-01\tf\t");
}

static void json_holds_the_words_of_the_other_commands(void **state)
{
    (void)state;
    add("surname: Асанова\nsex: f\nbirth_date: 1980\n\nsurname: Асанов\n", "ignore");
    assert_exit(0);
    RUN(.words = { "person", "find", OPENED, "Асанова", "--json" });
    assert_exit(0);
    assert_says(result.out, "\"birth_date\":\"1980\",\"sex\":\"f\"");
    assert_says(result.out, "\"birth_date\":null,\"sex\":\"unknown\"");
}

static void a_text_with_nothing_to_look_for_is_refused(void **state)
{
    static const char *const texts[] = { "1", "12", "*", "?!", " ", "\xF0\x9F\x98\x80" };
    (void)state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        RUN(.words = { "person", "find", OPENED, texts[i] });
        assert_exit(2);
        assert_says(result.err, "There is nothing in this to look for.");
        assert_string_equal(result.out, "");
    }
}

static void words_without_quotes_are_explained(void **state)
{
    (void)state;
    RUN(.words = { "person", "find", OPENED, "Асанова", "Анна" });
    assert_exit(2);
    assert_says(result.err, "in quotes");
    assert_null(strstr(result.err, "Асанова"));
}

static void a_long_word_is_cut_between_two_letters(void **state)
{
    (void)state;
    RUN(.words = { "person", "find", OPENED, "--xёёёёёёёёёёёёёёёёёёёёёёёёёёёёёёёёёёёёёёёё" });
    assert_exit(2);
    assert_says(result.err, "no option --xёёёёёёёёёёёёёёёёёёёёёёёёёёёё here.");
}

#define test(name) cmocka_unit_test_setup_teardown(name, make_office, remove_office)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(a_person_given_twice_at_once_is_noticed),
        test(nobody_is_kept_when_one_of_them_is_given_twice),
        test(nobody_is_looked_for_when_that_is_wanted),
        test(one_person_is_compared_with_those_kept_before),
        test(a_person_is_found_in_another_script),
        test(json_holds_the_words_of_the_other_commands),
        test(a_text_with_nothing_to_look_for_is_refused),
        test(words_without_quotes_are_explained),
        test(a_long_word_is_cut_between_two_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
