/* SPDX-License-Identifier: Apache-2.0 */

/* The journal as inspectors ask for it.  The tests stand in order, each going on where the one
 * before ended. */
#include "support/fixture_case.h"
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct fixture_case office;
static struct program_result result;
static char number[16];
static char head[100];

#define RUN(...)                                                                                   \
    program_run(&result, &(const struct program_call){ __VA_ARGS__, .secret = FIXTURE_CASE_SECRET })
#define assert_exit(expected)    program_assert_exit(&result, expected)
#define assert_says(where, text) program_assert_says(where, text)

static int set_up(void **state)
{
    (void)state;
    fixture_case_make(&office);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fixture_case_remove(&office);
    return 0;
}

/* The member's value, with or without quotes. */
static void copy_member(char *out, size_t size, const char *name)
{
    char key[40];
    snprintf(key, sizeof(key), "\"%s\":", name);
    const char *at = strstr(result.out, key);
    assert_non_null(at);
    at += strlen(key);
    at += *at == '"';
    snprintf(out, size, "%.*s", (int)strcspn(at, "\",}"), at);
}

static void a_person_who_was_shown_was_read(void **state)
{
    (void)state;
    RUN(.words = { "person", "show", AS_FIRST(office.file, office.person) });
    assert_exit(0);
    RUN(.words = { "person", "show", AS_FIRST(office.file, office.person) });
    assert_exit(0);
    RUN(.words = { "journal", "show", AS_FIRST(office.file), "--kind", "reads" });
    assert_exit(0);
    assert_says(result.out, "\tfirst\tperson.read\tperson\t");
    assert_null(strstr(strstr(result.out, "person.read") + 1, "person.read")); /* once */
    RUN(.words = { "journal", "show", AS_FIRST(office.file), "--person", office.person, "--json" });
    assert_exit(0);
    assert_says(result.out, "\"after\":{\"from\":\"number\",\"restricted\":false}");
    assert_says(result.out, "\"act\":\"person.add\"");
    assert_null(strstr(result.out, "vault.create"));
}

static void options_that_cannot_be_are_told(void **state)
{
    (void)state;
    RUN(.words = { "journal", "show", AS_FIRST(office.file), "--kind", "secrets" });
    assert_exit(2);
    assert_says(result.err, "changes, reads, outputs, access, alarms");
    RUN(.words = { "journal", "show", AS_FIRST(office.file), "--day", "1.1.2026", "--since",
                   "1.1.2026" });
    assert_exit(2);
    RUN(.words = { "journal", "show", AS_FIRST(office.file), "--by", "nobody" });
    assert_exit(1);
    assert_says(result.err, "no user of this name");
    RUN(.words = { "journal", "show", AS_FIRST(office.file), "--day", "1.1.1999" });
    assert_exit(1);
    assert_says(result.err, "no such entries");
}

static void days_and_users_are_counted(void **state)
{
    (void)state;
    RUN(.words = { "journal", "days", AS_FIRST(office.file), "--json" });
    assert_exit(0);
    assert_says(result.out, "\"reads\":1,\"outputs\":0,");
    RUN(.words = { "journal", "days", AS_FIRST(office.file), "--by", "first", "--limit", "1" });
    assert_exit(0);
    assert_ptr_equal(strchr(result.out, '\n') + 1, result.out + strlen(result.out));
    RUN(.words = { "journal", "users", AS_FIRST(office.file) });
    assert_exit(0);
    assert_says(result.out, "first\t");
}

static void wrong_passphrases_are_told_by_whoever_gets_in(void **state)
{
    char tries[200];
    (void)state;
    snprintf(tries, sizeof(tries), "%s-tries", office.file);
    for (int i = 0; i < 2; i++) {
        program_run(&result,
                    &(const struct program_call){
                        .words = { "journal", "show", AS_FIRST(office.file) }, .secret = "guess" });
        assert_true(result.exit_code != 0);
    }
    assert_int_equal(access(tries, F_OK), 0);
    RUN(.words = { "journal", "show", AS_FIRST(office.file), "--kind", "alarms", "--json" });
    assert_exit(0);
    assert_says(result.out, "\"act\":\"vault.unlock_failed\"");
    assert_says(result.out, "\"tries\":2,");
    assert_int_not_equal(access(tries, F_OK), 0);
    RUN(.words = { "journal", "show", AS_FIRST(office.file), "--kind", "alarms" });
    assert_null(strchr(strchr(result.out, '\n') + 1, '\n')); /* told once */
}

static void the_head_is_printed_for_the_paper(void **state)
{
    (void)state;
    RUN(.words = { "journal", "head", AS_FIRST(office.file), "--json" });
    assert_exit(0);
    copy_member(number, sizeof(number), "number");
    copy_member(head, sizeof(head), "head");
    assert_int_equal(strlen(head), 79);
    RUN(.words = { "journal", "head", AS_FIRST(office.file) });
    assert_exit(0);
    assert_says(result.out, "HEAD OF THE JOURNAL");
    for (const char *line = result.out; *line != '\0'; line += strcspn(line, "\n") + 1)
        assert_true(strcspn(line, "\n") <= 72);
}

static void a_head_typed_from_paper_gets_its_sentence(void **state)
{
    char typed[100], later[sizeof(number) + 1];
    (void)state;
    RUN(.words = { "journal", "verify", AS_FIRST(office.file), "--head", head, "--entry", number });
    assert_exit(0);
    assert_says(result.out, "The head you noted is inside");

    snprintf(typed, sizeof(typed), "%s", head);
    typed[0] = typed[0] == 'a' ? 'b' : 'a';
    RUN(.words = { "journal", "verify", AS_FIRST(office.file), "--head", typed });
    assert_exit(1);
    assert_says(result.err, "only 1 of the 64 signs");

    snprintf(later, sizeof(later), "%s0", number);
    RUN(.words = { "journal", "verify", AS_FIRST(office.file), "--head",
                   "7777777777777777777777777777777777777777777777777777777777777777", "--entry",
                   later });
    assert_exit(1);
    assert_says(result.err, "was cut after entry");

    RUN(.words = { "journal", "verify", AS_FIRST(office.file), "--head", "12з4 56б" });
    assert_exit(2);
    assert_says(result.err, "group 2 has not four");
    RUN(.words = { "journal", "verify", AS_FIRST(office.file), "--entry", "5" });
    assert_exit(2);
    assert_says(result.err, "--head");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_person_who_was_shown_was_read),
        cmocka_unit_test(options_that_cannot_be_are_told),
        cmocka_unit_test(days_and_users_are_counted),
        cmocka_unit_test(wrong_passphrases_are_told_by_whoever_gets_in),
        cmocka_unit_test(the_head_is_printed_for_the_paper),
        cmocka_unit_test(a_head_typed_from_paper_gets_its_sentence),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
