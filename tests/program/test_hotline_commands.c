/* SPDX-License-Identifier: Apache-2.0 */

/* The hotline and its answers, as scripts keep them.  The tests stand in order, each going on where
 * the one before ended. */
#include "support/fixture_case.h"
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

static struct fixture_case office;
static struct program_result result;
static char answer[UUID_TEXT_SIZE], contact[UUID_TEXT_SIZE];

/* Whatever happens, no value that was given for a field comes out as an error. */
static void run(const struct program_call *call)
{
    program_run(&result, call);
    assert_null(strstr(result.err, "тайна"));
    assert_null(strstr(result.err, "%"));
}

#define RUN(...)                 run(&(const struct program_call){ __VA_ARGS__, .secret = FIXTURE_CASE_SECRET })
#define assert_exit(expected)    program_assert_exit(&result, expected)
#define assert_says(where, text) program_assert_says(where, text)
#define TODAY                    "--today", "2026-11-24"

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

static void copy_id(char out[UUID_TEXT_SIZE])
{
    assert_int_equal(strcspn(result.out, "\t\n"), UUID_TEXT_SIZE - 1);
    memcpy(out, result.out, UUID_TEXT_SIZE - 1);
    out[UUID_TEXT_SIZE - 1] = '\0';
}

static void the_first_answers_are_taken_over_once(void **state)
{
    (void)state;
    RUN(.words = { "counsel", "seed", AS_FIRST(office.file), TODAY });
    assert_exit(0);
    assert_string_equal(result.out, "18\n");
    RUN(.words = { "counsel", "seed", AS_FIRST(office.file), TODAY });
    assert_string_equal(result.out, "0\n");
    RUN(.words = { "counsel", "list", AS_FIRST(office.file), "--topics" });
    assert_says(result.out, "shelter\tShelter\n");
}

static void an_answer_is_found_by_words_and_read_in_the_callers_language(void **state)
{
    (void)state;
    RUN(.words = { "counsel", "list", AS_FIRST(office.file), TODAY, "--words", "ЗАПРЕТ въезд",
                   "--language", "ru" });
    assert_exit(0);
    assert_says(result.out, "\treentry_ban\tЕсть ли у меня запрет на въезд?\t\tnever_checked\t"
                            "check_locally\n");
    copy_id(answer);
    RUN(.words = { "counsel", "list", AS_FIRST(office.file), TODAY, "--words", "погода" });
    assert_exit(1);
}

static void a_change_is_a_version_and_a_check_makes_it_good(void **state)
{
    (void)state;
    RUN(.words = { "counsel", "change", AS_FIRST(office.file, answer), TODAY },
        .input = "provider: Консульство\nvalid_until: 31.12.26\n");
    assert_exit(0);
    RUN(.words = { "counsel", "check", AS_FIRST(office.file, answer), TODAY });
    assert_exit(0);
    RUN(.words = { "counsel", "show", AS_FIRST(office.file, answer), TODAY, "--json" });
    assert_says(result.out, "\"version\":2,");
    assert_says(result.out, "\"checked_on\":\"2026-11-24\"");
    assert_says(result.out, "\"doubt\":null");
    RUN(.words = { "counsel", "show", AS_FIRST(office.file, answer), TODAY, "--json", "--version",
                   "1" });
    assert_says(result.out, "\"provider\":null");
    RUN(.words = { "counsel", "show", AS_FIRST(office.file, answer), TODAY, "--version", "9" });
    assert_exit(1);
    RUN(.words = { "counsel", "show", AS_FIRST(office.file, answer), "--today", "2027-01-01" });
    assert_says(result.out, "NOT VALID ANY MORE");
}

static void what_is_wrong_with_an_answer_is_named(void **state)
{
    static const char *const cases[][2] = {
        { "", "topic: This field is needed." },
        { "topic: weather\n", "line 1, topic: There is no such topic" },
        { "topic: shelter\ntitle: тайна\ntext: тайна\n", "language: Say in which language" },
        { "topic: shelter\nlanguage: Kyrgyz\n", "line 2, language" },
        { "topic: shelter\nlanguage: ky\ntitle: тайна\n", "text: A new language needs both" },
        { "checked_on: 25.11.26\n", "line 1, checked_on: This day has not come yet." },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        RUN(.words = { "counsel", "add", AS_FIRST(office.file), TODAY }, .input = cases[i][0]);
        assert_exit(2);
        assert_says(result.err, cases[i][1]);
    }
}

static void an_anonymous_call_is_kept_with_what_was_told_and_what_the_signs_mean(void **state)
{
    char input[600];
    (void)state;
    snprintf(input, sizeof(input),
             "topic: shelter\ntopic: documents\nlanguage: ky\ntime: 9:30\nminutes: 12\n"
             "country: RUS\nquestion: не отпускают с работы\ntold: %s\nsign: documents yes\n"
             "sign: wages: yes\nsign: debt no\nsign: movement yes\ncall_back_on: 25.11.26\n"
             "call_back_time: после 18:00\ncode_word: ласточка\n",
             answer);
    RUN(.words = { "hotline", "add", AS_FIRST(office.file), TODAY }, .input = input);
    assert_exit(0);
    assert_says(result.err, "Several signs of forced labour");
    assert_says(result.err, "An indication, not a verdict.");
    copy_id(contact);
    RUN(.words = { "hotline", "show", AS_FIRST(office.file, contact), "--json" });
    assert_says(result.out, "\"anonymous\":true,\"person\":null,\"casefile\":null");
    assert_says(result.out, "\"version\":2,\"checked_on\":\"2026-11-24\"");
    assert_says(result.out, "\"sign_count\":3");
    RUN(.words = { "hotline", "list", AS_FIRST(office.file), TODAY });
    assert_says(result.out, "\t2026-11-24\t09:30\t12\ttelephone\tky\tself\tdocuments,shelter\t3\t"
                            "open\n");
}

static void what_is_wrong_with_a_call_is_named_and_nothing_is_kept(void **state)
{
#define CALL "topic: shelter\nlanguage: ky\ntime: 9:30\nminutes: 1\n"
    static const char *const cases[][2] = {
        { "", "topic: This field is needed." },
        { "topic: weather\nlanguage: ky\ntime: 9:30\nminutes: 1\n", "There is no such topic" },
        { CALL "name: тайна\n", "There is no such field" },
        { CALL "question: тайна 0555 123456\n", "looks like a telephone number" },
        { CALL "sign: тайна yes\n", "line 5, sign: There is no such sign" },
        { CALL "told: ffffffff\n", "There is no such answer" },
        { CALL "channel: fax\n", "One of: telephone" },
        { CALL "day: 25.11.26\n", "This day has not come yet." },
        { CALL "call_back_on: 25.11.26\ncall_back_way: telephone\n", "can only ring again" },
        { CALL "call_back_on: 23.11.26\n", "no call-back is before it" },
        { "topic: shelter\nlanguage: ky\ntime: 25:00\n", "There is no such time" },
        { "topic: shelter\nlanguage: ky\nminutes: many\n", "Minutes from 0 to 1440." },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        RUN(.words = { "hotline", "add", AS_FIRST(office.file), TODAY }, .input = cases[i][0]);
        assert_exit(2);
        assert_says(result.err, cases[i][1]);
        assert_string_equal(result.out, "");
    }
    RUN(.words = { "hotline", "list", AS_FIRST(office.file), TODAY, "--json" });
    assert_null(strstr(result.out, "тайна"));
}

static void after_three_tries_a_call_back_is_given_up(void **state)
{
    static const char *const states[] = { "open\n", "open\n", "given_up\n" };
    (void)state;
    RUN(.words = { "hotline", "list", AS_FIRST(office.file), TODAY, "--open" });
    assert_exit(0);
    for (size_t i = 0; i < 3; i++) {
        RUN(.words = { "hotline", "callback", AS_FIRST(office.file, contact, "failed"), TODAY });
        assert_exit(0);
        assert_string_equal(result.out, states[i]);
    }
    RUN(.words = { "hotline", "callback", AS_FIRST(office.file, contact, "done"), TODAY });
    assert_exit(1);
    RUN(.words = { "hotline", "callback", AS_FIRST(office.file, contact, "perhaps"), TODAY });
    assert_exit(2);
    RUN(.words = { "hotline", "list", AS_FIRST(office.file), TODAY, "--open" });
    assert_exit(1);
}

static void a_caller_who_wants_it_is_linked_once(void **state)
{
    (void)state;
    RUN(.words = { "hotline", "link", AS_FIRST(office.file, contact) });
    assert_exit(2);
    RUN(.words = { "hotline", "link", AS_FIRST(office.file, contact), "--case",
                   FIXTURE_CASE_NUMBER });
    assert_exit(0);
    RUN(.words = { "hotline", "link", AS_FIRST(office.file, contact), "--person", office.person });
    assert_exit(1);
    RUN(.words = { "hotline", "show", AS_FIRST(office.file, contact), "--json" });
    assert_says(result.out, "\"anonymous\":false");
}

static void figures_that_leave_the_office_hide_small_cells(void **state)
{
    (void)state;
    RUN(.words = { "hotline", "figures", AS_FIRST(office.file), TODAY });
    assert_exit(0);
    assert_says(result.out, "all\tcontacts\t1\n");
    assert_says(result.out, "topic\tshelter\t1\n");
    assert_says(result.out, "signs\t3+\t1\n");
    RUN(.words = { "hotline", "figures", AS_FIRST(office.file), TODAY, "--public", "--json" });
    assert_says(result.out, "{\"by\":\"topic\",\"code\":\"shelter\",\"count\":null,"
                            "\"hidden\":true}");
    RUN(.words = { "hotline", "figures", AS_FIRST(office.file), TODAY, "--from", "2026-12-01" });
    assert_exit(2);
}

static void an_auditor_sees_figures_and_nothing_else(void **state)
{
#define AS_AUDITOR(...) __VA_ARGS__, "--user", "auditor", "--passphrase-fd", "3"
    (void)state;
    run(&(const struct program_call){
        .words = { "vault", "users", "add", AS_FIRST(office.file, "auditor"), "--role", "auditor",
                   "--new-passphrase-fd", "4" },
        .secret = FIXTURE_CASE_SECRET,
        .new_secret = "a long passphrase of eight words for an auditor" });
    assert_exit(0);
    const char *const secret = "a long passphrase of eight words for an auditor";
    run(&(const struct program_call){
        .words = { "hotline", "figures", AS_AUDITOR(office.file), TODAY }, .secret = secret });
    assert_exit(0);
    run(&(const struct program_call){
        .words = { "hotline", "list", AS_AUDITOR(office.file), TODAY }, .secret = secret });
    assert_exit(1);
    assert_string_equal(result.out, "");
    run(&(const struct program_call){
        .words = { "hotline", "show", AS_AUDITOR(office.file, contact) }, .secret = secret });
    assert_exit(1);
    assert_string_equal(result.out, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_answers_are_taken_over_once),
        cmocka_unit_test(an_answer_is_found_by_words_and_read_in_the_callers_language),
        cmocka_unit_test(a_change_is_a_version_and_a_check_makes_it_good),
        cmocka_unit_test(what_is_wrong_with_an_answer_is_named),
        cmocka_unit_test(an_anonymous_call_is_kept_with_what_was_told_and_what_the_signs_mean),
        cmocka_unit_test(what_is_wrong_with_a_call_is_named_and_nothing_is_kept),
        cmocka_unit_test(after_three_tries_a_call_back_is_given_up),
        cmocka_unit_test(a_caller_who_wants_it_is_linked_once),
        cmocka_unit_test(figures_that_leave_the_office_hide_small_cells),
        cmocka_unit_test(an_auditor_sees_figures_and_nothing_else),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
