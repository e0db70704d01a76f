/* SPDX-License-Identifier: Apache-2.0 */

/* The commands on whole casefiles as scripts use them, by users of every role: opened, listed,
 * assigned, linked, closed, handed over.  The tests stand in order, each going on where the one
 * before ended. */
#include "support/fixture_cases.h"
#include "support/fixture_workflow.h"
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

#define NUMBER        FIXTURE_CASES_NUMBER
#define PERSON        FIXTURE_CASES_PERSON
#define FILE_AS(user) fixture_cases.file, "--user", user, "--passphrase-fd", "3"

static struct program_result result;

/* Nobody's name and none of the words ever come out as an error. */
static void run(const struct program_call *call)
{
    program_run(&result, call);
    assert_null(strstr(result.err, PERSON));
    assert_null(strstr(result.err, "потеряла"));
    assert_null(strstr(result.err, "%"));
}

#define AS(user, ...)            __VA_ARGS__, "--today", FIXTURE_TODAY, "--file", FILE_AS(user)
#define RUN(...)                 run(&(const struct program_call){ __VA_ARGS__, .secret = FIXTURE_CASES_SECRET })
#define CALL(user, ...)          RUN(.words = { AS(user, __VA_ARGS__) })
#define assert_exit(expected)    program_assert_exit(&result, expected)
#define assert_says(where, text) program_assert_says(where, text)
#define assert_silent(text)      assert_null(strstr(result.out, text))

/* ---- opening */

static void a_casefile_is_opened_and_says_its_number(void **state)
{
    (void)state;
    RUN(.words = { AS("clerk", "case", "open", fixture_cases.person, "--workflow", "visit",
                      "--assign", "clerk", "--urgency", "high", "--source", "walk_in",
                      "--with-issue") },
        .input = "issue: потеряла паспорт\n");
    assert_exit(0);
    assert_string_equal(result.out, NUMBER "1\n");
    assert_string_equal(result.err, "");
    CALL("counsellor", "case", "open", fixture_cases.other, "--workflow", "visit", "--json");
    assert_exit(0);
    assert_says(result.out, "\"number\":\"" NUMBER "2\"");
}

static void a_second_one_of_that_workflow_is_refused_with_the_number(void **state)
{
    (void)state;
    CALL("clerk", "case", "open", fixture_cases.person, "--workflow", "visit");
    assert_exit(1);
    assert_says(result.err, NUMBER "1");
    assert_string_equal(result.out, "");
}

static void what_cannot_be_opened_is_told(void **state)
{
    (void)state;
    CALL("clerk", "case", "open", fixture_cases.person);
    assert_exit(2);
    assert_says(result.err, "--workflow");
    CALL("clerk", "case", "open", fixture_cases.person, "--workflow", "nowhere");
    assert_exit(1);
    assert_says(result.err, "nowhere: There is no such workflow");
    assert_says(result.err, "visit");
    CALL("clerk", "case", "open", PERSON, "--workflow", "visit");
    assert_exit(2);
    CALL("clerk", "case", "open", "ffffffff", "--workflow", "visit");
    assert_exit(1);
    assert_says(result.err, "no such person");
    CALL("clerk", "case", "open", fixture_cases.person, "--workflow", "visit", "--parent",
         NUMBER "9");
    assert_exit(1);
    assert_says(result.err, "no such casefile");
    CALL("clerk", "case", "open", fixture_cases.person, "--workflow", "visit", "--household");
    assert_exit(1);
    assert_says(result.err, "in no household");
    CALL("clerk", "case", "open", fixture_cases.person, "--workflow", "visit", "--urgency", "very");
    assert_exit(2);
    CALL("clerk", "case", "open", fixture_cases.person, "--workflow", "visit", "--source", "dream");
    assert_exit(2);
    CALL("clerk", "case", "open", fixture_cases.person, "--workflow", "visit", "--assign",
         "nobody");
    assert_exit(1);
    assert_says(result.err, "no user of this name");
    CALL("clerk", "case", "open", fixture_cases.person, "--workflow", "visit", "--assign", "gone");
    assert_exit(1);
    assert_says(result.err, "revoked");
    CALL("clerk", "case", "open", fixture_cases.person, "--workflow", "visit", "--assign",
         "counsellor");
    assert_exit(1);
    assert_says(result.err, "Only a supervisor");
}

static void what_it_is_about_is_read_only_when_that_is_asked(void **state)
{
    (void)state;
    RUN(.words = { AS("clerk", "case", "open", fixture_cases.person, "--workflow", "visit",
                      "--with-issue") },
        .input = "matter: потеряла паспорт\n");
    assert_exit(2);
    assert_says(result.err, "line 1: There is no such field");
    RUN(.words = { AS("clerk", "case", "open", fixture_cases.person, "--workflow", "visit",
                      "--with-issue") },
        .input = "issue: потеряла\nissue: потеряла\n");
    assert_exit(2);
    assert_says(result.err, "line 2, issue: This field was given twice");
    RUN(.words = { "case", "open", fixture_cases.file, fixture_cases.person, "--workflow", "visit",
                   "--user", "clerk", "--passphrase-fd", "0", "--with-issue" },
        .input = "issue: потеряла\n");
    assert_exit(2);
    assert_says(result.err, "another descriptor than 0");
}

static void who_only_reads_changes_nothing(void **state)
{
    static const struct program_call calls[] = {
        { .words = { "case", "open", "ffffffff", "--workflow", "visit" } },
        { .words = { "case", "assign", NUMBER "1", "-" } },
        { .words = { "case", "link", NUMBER "1", NUMBER "2" } },
        { .words = { "case", "risk", NUMBER "1", "high" } },
        { .words = { "case", "close", NUMBER "1", "--reason", "died" } },
        { .words = { "case", "transfer", NUMBER "1" }, .input = "receiver: Bishkek\nreason: x\n" },
        { .words = { "case", "reopen", NUMBER "1" }, .input = "reason: x\n" },
        { .words = { "case", "move", NUMBER "1", "--yes" } },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++) {
        struct program_call call = calls[i];
        size_t count = 0;
        const char *const login[] = { "--file",    fixture_cases.file, "--user",
                                      "inspector", "--passphrase-fd",  "3" };
        while (call.words[count] != NULL)
            count++;
        memcpy(&call.words[count], login, sizeof(login));
        call.secret = FIXTURE_CASES_SECRET;
        run(&call);
        assert_exit(1);
        assert_says(result.err, "Your role in this office does not allow this");
    }
    CALL("inspector", "case", "show", NUMBER "1");
    assert_exit(0);
}

/* ---- listing */

static void casefiles_are_listed_by_what_is_asked(void **state)
{
    (void)state;
    CALL("clerk", "case", "list");
    assert_exit(0);
    assert_says(result.out, NUMBER "1\t" PERSON " Айгүл\tvisit\topen\tclerk\tconsent\t");
    assert_says(result.out, NUMBER "2\tКаримов Фарид\tvisit\topen\t\tconsent\t");
    CALL("clerk", "case", "list", "--mine");
    assert_says(result.out, NUMBER "1");
    assert_silent(NUMBER "2");
    CALL("clerk", "case", "list", "--unassigned");
    assert_silent(NUMBER "1");
    assert_says(result.out, NUMBER "2");
    CALL("inspector", "case", "list", "--assigned-to", "clerk", "--json");
    assert_exit(0);
    assert_says(result.out, "\"number\":\"" NUMBER "1\"");
    assert_says(result.out, "\"title\":\"A visit\"");
    assert_says(result.out, "\"urgency\":\"high\"");
    assert_says(result.out, "\"next_step\":\"consent\",\"next\":\"Consent\"");
    assert_silent(NUMBER "2");
    CALL("clerk", "case", "list", "--person", fixture_cases.other, "--workflow", "visit", "--limit",
         "1");
    assert_silent(NUMBER "1");
}

static void a_list_of_nothing_is_a_no(void **state)
{
    (void)state;
    CALL("clerk", "case", "list", "--state", "closed");
    assert_exit(1);
    assert_says(result.err, "No casefile was found");
    CALL("clerk", "case", "list", "--workflow", "nowhere", "--json");
    assert_exit(1);
    assert_string_equal(result.out, "[]\n");
    CALL("clerk", "case", "list", "--assigned-to", "nobody");
    assert_exit(1);
    CALL("clerk", "case", "list", "--mine", "--unassigned");
    assert_exit(2);
    CALL("clerk", "case", "list", "--state", "lost");
    assert_exit(2);
    CALL("clerk", "case", "list", "--limit", "0");
    assert_exit(2);
    CALL("clerk", "case", "list", "--person", PERSON);
    assert_exit(2);
}

/* ---- assigning */

static void a_supervisor_gives_and_the_others_take(void **state)
{
    (void)state;
    CALL("clerk", "case", "assign", NUMBER "1", "counsellor");
    assert_exit(1);
    assert_says(result.err, "Only a supervisor");
    CALL("clerk", "case", "assign", NUMBER "1", "-");
    assert_exit(1);
    CALL("counsellor", "case", "assign", NUMBER "1", "counsellor");
    assert_exit(1);
    CALL("counsellor", "case", "assign", NUMBER "2", "counsellor");
    assert_exit(0);
    assert_string_equal(result.out, NUMBER "2\n");
    CALL("first", "case", "assign", NUMBER "2", "clerk");
    assert_exit(0);
    CALL("first", "case", "assign", NUMBER "2", "-");
    assert_exit(0);
    CALL("first", "case", "assign", NUMBER "2", "gone");
    assert_exit(1);
    CALL("first", "case", "assign", NUMBER "2", "nobody");
    assert_exit(1);
    CALL("first", "case", "assign", NUMBER "9", "clerk");
    assert_exit(1);
    CALL("first", "case", "assign", PERSON, "clerk");
    assert_exit(2);
    assert_says(result.err, "no number of a casefile");
}

/* ---- links */

static void two_casefiles_are_linked_and_parted(void **state)
{
    (void)state;
    CALL("clerk", "case", "link", NUMBER "1", NUMBER "2");
    assert_exit(0);
    CALL("clerk", "case", "link", NUMBER "2", NUMBER "1");
    assert_exit(1);
    assert_says(result.err, "belong together already");
    CALL("clerk", "case", "show", NUMBER "2");
    assert_says(result.out, "Linked with           " NUMBER "1, A visit, open");
    CALL("clerk", "case", "link", NUMBER "1", NUMBER "2", "--remove");
    assert_exit(0);
    CALL("clerk", "case", "link", NUMBER "1", NUMBER "2", "--remove");
    assert_exit(1);
    assert_says(result.err, "not linked");
    CALL("clerk", "case", "link", NUMBER "1", NUMBER "1");
    assert_exit(2);
    CALL("clerk", "case", "link", NUMBER "1", NUMBER "9");
    assert_exit(1);
}

/* ---- risk */

static void the_risk_and_the_next_review_are_kept(void **state)
{
    (void)state;
    CALL("clerk", "case", "risk", NUMBER "1", "high", "--review", "24.12.2026");
    assert_exit(0);
    assert_string_equal(result.out, NUMBER "1\n");
    CALL("clerk", "case", "show", NUMBER "1");
    assert_says(result.out, "HIGH RISK");
    assert_says(result.out, "Next review           2026-12-24");
    CALL("clerk", "case", "risk", NUMBER "1", "high", "--urgency", "urgent");
    assert_exit(0);
    CALL("clerk", "case", "show", NUMBER "1", "--json");
    assert_says(result.out, "\"urgency\":\"urgent\"");
    CALL("clerk", "case", "risk", NUMBER "1", "high", "--urgency", "soon");
    assert_exit(2);
    CALL("clerk", "case", "risk", NUMBER "1", "high", "--urgency", "high");
    assert_exit(0);
    CALL("clerk", "case", "risk", NUMBER "1", "deadly");
    assert_exit(2);
    CALL("clerk", "case", "risk", NUMBER "1", "");
    assert_exit(2);
    CALL("clerk", "case", "risk", NUMBER "1", "low", "--review", "2026-11-23");
    assert_exit(2);
    assert_says(result.err, "passed already");
    CALL("clerk", "case", "risk", NUMBER "1", "low", "--review", "24.13.2026");
    assert_exit(2);
    CALL("clerk", "case", "risk", NUMBER "9", "low");
    assert_exit(1);
}

/* ---- closing */

static void what_blocks_the_closing_is_said(void **state)
{
    (void)state;
    CALL("first", "case", "close", NUMBER "1", "--reason", "goals_reached");
    assert_exit(1);
    assert_says(result.err, NUMBER "1: The risk is high");
    CALL("first", "case", "close", NUMBER "1");
    assert_exit(2);
    assert_says(result.err, "--reason WORD or --refuse");
    CALL("first", "case", "close", NUMBER "1", "--reason", "tired");
    assert_exit(2);
    assert_says(result.err, "no such reason");
    CALL("first", "case", "close", NUMBER "1", "--reason", "");
    assert_exit(2);
    RUN(.words = { AS("first", "case", "close", NUMBER "2", "--reason", "other") }, .input = "");
    assert_exit(2);
    assert_says(result.err, "a remark is needed");
}

/* Off a terminal it is only said: a script goes on. */
static void what_is_still_open_is_said_before_closing(void **state)
{
    (void)state;
    RUN(.words = { AS("clerk", "appointment", "add", "--case", NUMBER "2") },
        .input = "day: +3\nabout: talk\n");
    assert_exit(0);
    RUN(.words = { AS("clerk", "case", "close", NUMBER "2", "--reason", "goals_reached") });
    assert_exit(0);
    assert_string_equal(result.out, NUMBER "2\tasked\n");
    assert_says(result.err, NUMBER "2: This is still open in the casefile:\n");
    assert_says(result.err, "\n  TO DO: Intake\n");
    assert_says(result.err, "\n  TO DO: Consent\n");
    assert_says(result.err, "\n  1 appointment is planned\n");
    assert_null(strstr(result.err, "referral"));
    assert_null(strstr(result.err, ": Close\n"));
    assert_null(strstr(result.err, "Close all the same"));
    CALL("clerk", "case", "close", NUMBER "2", "--reason", "died");
    assert_exit(0);
    assert_null(strstr(result.err, "TO DO"));
    RUN(.words = { AS("first", "case", "close", NUMBER "2", "--refuse") },
        .input = "remark: not yet\n");
    assert_exit(0);
}

static void a_clerk_asks_and_a_supervisor_answers(void **state)
{
    (void)state;
    RUN(.words = { AS("clerk", "case", "close", NUMBER "2", "--reason", "other") },
        .input = "remark: потеряла терпение\n");
    assert_exit(0);
    assert_string_equal(result.out, NUMBER "2\tasked\n");
    assert_says(result.err, "until a supervisor closes it");
    RUN(.words = { AS("clerk", "case", "close", NUMBER "2", "--refuse") }, .input = "remark: no\n");
    assert_exit(1);
    RUN(.words = { AS("first", "case", "close", NUMBER "2", "--refuse") },
        .input = "remark: try again\n");
    assert_exit(0);
    assert_string_equal(result.out, NUMBER "2\topen\n");
    RUN(.words = { AS("first", "case", "close", NUMBER "2", "--refuse") },
        .input = "remark: try again\n");
    assert_exit(1);
    assert_says(result.err, "Nobody asked");
    RUN(.words = { AS("clerk", "case", "close", NUMBER "2", "--reason", "other") },
        .input = "remark: потеряла терпение\n");
    assert_exit(0);
    RUN(.words = { AS("first", "case", "close", NUMBER "2", "--reason", "other", "--json") },
        .input = "");
    assert_exit(0);
    assert_says(result.out, "\"state\":\"closed\"");
    CALL("first", "case", "show", NUMBER "2");
    assert_says(result.out, "another reason");
    assert_says(result.out, "потеряла терпение");
}

static void nothing_is_changed_in_a_closed_one(void **state)
{
    (void)state;
    CALL("first", "case", "close", NUMBER "2", "--reason", "died");
    assert_exit(1);
    assert_says(result.err, NUMBER "2: This casefile is not open");
    CALL("first", "case", "risk", NUMBER "2", "low");
    assert_exit(1);
    CALL("first", "case", "assign", NUMBER "2", "clerk");
    assert_exit(1);
    CALL("first", "case", "move", NUMBER "2", "--yes");
    assert_exit(1);
    RUN(.words = { AS("clerk", "case", "reopen", NUMBER "2", "intake") }, .input = "reason: x\n");
    assert_exit(1);
    assert_says(result.err, "not open");
}

static void a_closed_one_goes_on_with_its_number(void **state)
{
    (void)state;
    RUN(.words = { AS("first", "case", "reopen", NUMBER "2") }, .input = "");
    assert_exit(2);
    RUN(.words = { AS("first", "case", "reopen", NUMBER "2") }, .input = "reason: came back\n");
    assert_exit(0);
    assert_string_equal(result.out, NUMBER "2\n");
}

static void a_casefile_is_handed_over(void **state)
{
    (void)state;
    RUN(.words = { AS("first", "case", "transfer", NUMBER "2") }, .input = "reason: moved\n");
    assert_exit(2);
    assert_says(result.err, "receiver: This line is needed");
    RUN(.words = { AS("first", "case", "transfer", NUMBER "2") },
        .input = "receiver: Джалал-Абад\nreason: moved there\n");
    assert_exit(0);
    assert_string_equal(result.out, NUMBER "2\ttransferred\n");
    CALL("first", "case", "show", NUMBER "2");
    assert_says(result.out, "Джалал-Абад");
    CALL("first", "case", "list", "--state", "transferred");
    assert_exit(0);
    assert_says(result.out, NUMBER "2");
    CALL("clerk", "case", "open", fixture_cases.other, "--workflow", "visit", "--parent",
         NUMBER "2");
    assert_exit(1);
    assert_says(result.err, "--parent is not open");
    CALL("clerk", "case", "open", fixture_cases.other, "--workflow", "visit");
    assert_exit(0);
    RUN(.words = { AS("first", "case", "reopen", NUMBER "2") }, .input = "reason: came back\n");
    assert_exit(1);
    assert_says(result.err, "another open casefile");
}

static void everything_that_was_done_stands_in_the_journal(void **state)
{
    (void)state;
    RUN(.words = { "journal", "verify", FILE_AS("first") });
    assert_exit(0);
    RUN(.words = { "journal", "show", FILE_AS("first"), "--act", "casefile.open" });
    assert_exit(0);
    assert_silent("потеряла");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_casefile_is_opened_and_says_its_number),
        cmocka_unit_test(a_second_one_of_that_workflow_is_refused_with_the_number),
        cmocka_unit_test(what_cannot_be_opened_is_told),
        cmocka_unit_test(what_it_is_about_is_read_only_when_that_is_asked),
        cmocka_unit_test(who_only_reads_changes_nothing),
        cmocka_unit_test(casefiles_are_listed_by_what_is_asked),
        cmocka_unit_test(a_list_of_nothing_is_a_no),
        cmocka_unit_test(a_supervisor_gives_and_the_others_take),
        cmocka_unit_test(two_casefiles_are_linked_and_parted),
        cmocka_unit_test(the_risk_and_the_next_review_are_kept),
        cmocka_unit_test(what_blocks_the_closing_is_said),
        cmocka_unit_test(what_is_still_open_is_said_before_closing),
        cmocka_unit_test(a_clerk_asks_and_a_supervisor_answers),
        cmocka_unit_test(nothing_is_changed_in_a_closed_one),
        cmocka_unit_test(a_closed_one_goes_on_with_its_number),
        cmocka_unit_test(a_casefile_is_handed_over),
        cmocka_unit_test(everything_that_was_done_stands_in_the_journal),
    };
    return cmocka_run_group_tests(tests, fixture_cases_make, fixture_cases_remove);
}
