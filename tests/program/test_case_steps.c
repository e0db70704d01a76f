/* SPDX-License-Identifier: Apache-2.0 */

/* A casefile taken from step to step by scripts, and every refusal with its exit code.  The tests
 * stand in order, each going on where the one before ended. */
#include "casefile/casefile_lease.h"
#include "support/fixture_cases.h"
#include "support/fixture_workflow.h"
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NUMBER FIXTURE_CASES_NUMBER "1"

static struct program_result result;

/* Neither names nor answers ever come out as an error. */
static void run(const struct program_call *call)
{
    program_run(&result, call);
    assert_null(strstr(result.err, FIXTURE_CASES_PERSON));
    assert_null(strstr(result.err, "секрет"));
    assert_null(strstr(result.err, "%"));
}

#define AS_ON(user, day, ...)                                                                      \
    __VA_ARGS__, "--today", day, "--file", fixture_cases.file, "--user", user, "--passphrase-fd",  \
        "3"
#define AS(user, ...)            AS_ON(user, FIXTURE_TODAY, __VA_ARGS__)
#define RUN(...)                 run(&(const struct program_call){ __VA_ARGS__, .secret = FIXTURE_CASES_SECRET })
#define CALL(user, ...)          RUN(.words = { AS(user, __VA_ARGS__) })
#define SAY(typed, user, ...)    RUN(.words = { AS(user, __VA_ARGS__) }, .input = (typed))
#define assert_exit(expected)    program_assert_exit(&result, expected)
#define assert_says(where, text) program_assert_says(where, text)
#define assert_silent(text)      assert_null(strstr(result.out, text))

static void is_refused(int code, const char *sentence)
{
    assert_exit(code);
    assert_says(result.err, sentence);
    assert_string_equal(result.out, "");
}

/* A command that is ready to be typed, with the file as it was named. */
static void says_command(const char *verb, const char *rest)
{
    char command[600];
    snprintf(command, sizeof(command), "  qadam case %s %s " NUMBER " %s", verb, fixture_cases.file,
             rest);
    assert_says(result.out, command);
}

static int make(void **state)
{
    if (fixture_cases_make(state) != 0)
        return -1;
    CALL("clerk", "case", "open", fixture_cases.person, "--workflow", "visit", "--assign", "clerk");
    assert_exit(0);
    return 0;
}

/* ---- what comes next */

static void the_urgent_step_comes_first_with_all_that_it_takes(void **state)
{
    (void)state;
    CALL("inspector", "case", "next", NUMBER);
    assert_exit(0);
    assert_says(result.out, FIXTURE_CASES_PERSON);
    assert_says(result.out, "Consent (consent)");
    assert_says(result.out, "To be allowed.");
    says_command("finish", "consent");
    CALL("clerk", "case", "next", NUMBER, "--json");
    assert_exit(0);
    assert_says(result.out, "\"next\":[{\"id\":\"consent\"");
    assert_says(result.out, "\"state\":\"ready\"");
    CALL("clerk", "case", "next", FIXTURE_CASES_NUMBER "9");
    is_refused(1, "no such casefile");
}

static void who_only_reads_takes_no_step(void **state)
{
    static const struct program_call calls[] = {
        { .words = { "answer", NUMBER, "intake" }, .input = "fear: no\n" },
        { .words = { "finish", NUMBER, "intake" } },
        { .words = { "approve", NUMBER, "intake" } },
        { .words = { "return", NUMBER, "intake" }, .input = "remark: x\n" },
        { .words = { "skip", NUMBER, "intake" }, .input = "reason: x\n" },
        { .words = { "wait", NUMBER, "intake" }, .input = "for: x\n" },
        { .words = { "resume", NUMBER, "intake" } },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++) {
        const char *const *words = calls[i].words;
        SAY(calls[i].input, "inspector", "case", words[0], words[1], words[2]);
        is_refused(1, "role");
    }
}

/* ---- answering */

static void every_wrong_answer_is_told_with_its_line_and_what_to_do(void **state)
{
    (void)state;
    SAY("need: carpet\nfear: perhaps\ncount: 41\nlost_on: 32.13.2026\nevidence.photo: seen\n",
        "clerk", "case", "answer", NUMBER, "intake");
    is_refused(2, "line 1, need (Need): This is none of the choices: paper (Paper), home (Home)");
    assert_says(result.err, "line 2, fear (Fear): Type one of these words: yes or no");
    assert_says(result.err, "line 3, count (Count): The number is too large: the most is 40");
    assert_says(result.err, "line 5, evidence.photo (Photo): Type how the paper was seen");
    SAY("need: paper\nlost_on: 2026-11-25\ncount: -\npapers: x\n", "clerk", "case", "answer",
        NUMBER, "intake");
    is_refused(2, "line 2, lost_on (Lost on): This day has not come yet");
    assert_says(result.err, "line 3, count (Count): This is no number");
    assert_says(result.err, "line 4, papers (Papers): This is a list");
    assert_says(result.err, "papers.1.kind (Kind)");
    CALL("clerk", "case", "next", NUMBER, "--json");
    assert_silent("\"value\":\"paper\"");
}

static void a_field_or_step_that_is_not_there_is_named(void **state)
{
    (void)state;
    SAY("shoes: 42\n", "clerk", "case", "answer", NUMBER, "intake");
    is_refused(2, "shoes: There is no such field in this step. It has: need, fear");
    assert_says(result.err, "papers.1.kind");
    SAY("shoes: 42\n", "clerk", "case", "answer", NUMBER, "nowhere");
    is_refused(1, "nowhere: There is no such step");
    SAY("need: paper\n", "clerk", "case", "answer", NUMBER);
    is_refused(2, "line 1, need: No step of this workflow stands before the field");
    SAY("papers.1.2.kind: x\n", "clerk", "case", "answer", NUMBER, "intake");
    is_refused(2, "line 1: There is no such field");
    SAY("fear: no\nfear: yes\n", "clerk", "case", "answer", NUMBER, "intake");
    is_refused(2, "line 2, fear: This field was given twice");
    SAY("\n", "clerk", "case", "answer", NUMBER, "intake");
    is_refused(2, "Nothing was answered");
    SAY("fear\n", "clerk", "case", "answer", NUMBER, "intake");
    is_refused(2, "line 1: A line has a field and a value");
    SAY("lost_on: 2026-11-20\n", "clerk", "case", "answer", NUMBER, "intake");
    is_refused(1, "lost_on (Lost on): This field is not asked now");
}

static void what_is_missing_is_listed_with_what_to_type(void **state)
{
    (void)state;
    CALL("clerk", "case", "finish", NUMBER, "intake");
    is_refused(1, "intake (Intake): This is still missing:");
    assert_says(result.err, "  Need\n      need: paper (Paper), home (Home)\n");
    CALL("clerk", "case", "finish", NUMBER, "nowhere");
    is_refused(1, "no such step");
    CALL("clerk", "case", "finish", NUMBER, "ask");
    is_refused(1, "ask (Ask): ");
}

static void answers_come_as_lines_and_as_json(void **state)
{
    (void)state;
    SAY("need: paper\npapers.1.kind: секрет\npapers[2].kind: x\n", "clerk", "case", "answer",
        NUMBER, "intake");
    is_refused(2, "papers[2].kind: There is no such field");
    SAY("intake.need: paper\nintake.papers.1.kind: секрет\nintake.evidence.photo: copy\n", "clerk",
        "case", "answer", NUMBER);
    assert_exit(0);
    assert_says(result.out, "Next: Consent (consent)");
    SAY("{\"lost_on\": \"20.11.2026\", \"fear\": false, \"papers\": [{\"kind\": \"ID\"},"
        " {\"kind\": \"slip\", \"number\": 7}], \"evidence\": {\"photo\": \"original\"}}",
        "clerk", "case", "answer", NUMBER, "intake", "--json-input", "--json", "--on",
        "24.11.2026");
    assert_exit(0);
    assert_says(result.out, "\"step\":\"intake\",\"state\":\"ready\"");
    SAY("[1]", "clerk", "case", "answer", NUMBER, "intake", "--json-input");
    is_refused(2, "One JSON object is needed");
    SAY("{\"fear\": \"\\u0000\"}", "clerk", "case", "answer", NUMBER, "intake", "--json-input");
    is_refused(2, "One JSON object is needed");
    SAY("fear: no\n", "clerk", "case", "answer", NUMBER, "intake", "--on", "2026-11-25");
    is_refused(2, "This day has not come yet");
    SAY("fear: no\n", "clerk", "case", "answer", NUMBER, "intake", "--on", "tomorrow");
    is_refused(2, "There is no such day. Write the whole day: 23.11.2026 or 2026-11-23.");
}

static void choices_are_taken_by_the_words_on_the_screen(void **state)
{
    (void)state;
    RUN(.words = { AS("clerk", "case", "answer", NUMBER, "intake") },
        .input = "fear: Да\nneed: PAPER\nevidence.photo: Подлинник\n", .language = "ru");
    assert_exit(0);
    CALL("clerk", "case", "next", NUMBER, "--json");
    SAY("fear: нет\n", "clerk", "case", "answer", NUMBER, "intake");
    is_refused(2, "line 1, fear (Fear): Type one of these words: yes or no");
    RUN(.words = { AS("clerk", "case", "answer", NUMBER, "intake") },
        .input = "fear: НЕТ\nneed: pap\n", .language = "ru");
    is_refused(2, "paper (Paper), home (Home)");
    SAY("{\"fear\": \"No\", \"evidence\": {\"photo\": \"Original\"}}", "clerk", "case", "answer",
        NUMBER, "intake", "--json-input");
    assert_exit(0);
}

static void what_somebody_else_answered_meanwhile_is_not_overwritten(void **state)
{
    (void)state;
    SAY("count: 3\n", "counsellor", "case", "answer", NUMBER, "intake");
    assert_exit(0);
    SAY("count: 4\n", "clerk", "case", "answer", NUMBER, "intake", "--seen",
        "2026-01-01T00:00:00.000Z");
    is_refused(1, "count (Count): This was answered meanwhile");
    assert_says(result.err, "counsellor");
    SAY("count: 4\n", "clerk", "case", "answer", NUMBER, "intake", "--seen", "yesterday");
    is_refused(2, "--seen is the 'changed_at'");
}

static void a_casefile_in_other_hands_is_left_alone(void **state)
{
    struct error error;
    char id[UUID_TEXT_SIZE];
    (void)state;
    CALL("clerk", "case", "next", NUMBER, "--json");
    snprintf(id, sizeof(id), "%s", strstr(result.out, "\"casefile\":\"") + 12);
    struct office *office = fixture_cases_open("counsellor");
    assert_ok(casefile_lease_take(office_store(office), office_actor(office), id, NULL, &error));
    SAY("count: 4\n", "clerk", "case", "answer", NUMBER, "intake");
    is_refused(1, "has this casefile in hand");
    assert_says(result.err, "counsellor, 20");
    CALL("first", "case", "close", NUMBER, "--reason", "left_area");
    is_refused(1, "has this casefile in hand");
    assert_ok(casefile_lease_release(office_store(office), office_actor(office), id, &error));
    office_close(&office);
    SAY("count: 4\n", "clerk", "case", "answer", NUMBER, "intake");
    assert_exit(0);
}

/* ---- finishing */

static void a_step_is_finished_by_those_who_may(void **state)
{
    (void)state;
    CALL("clerk", "case", "finish", NUMBER, "consent");
    is_refused(1, "consent (Consent): Your role does not do this");
    assert_says(result.err, "counsellor, supervisor");
    CALL("counsellor", "case", "finish", NUMBER, "consent", "--on", "2026-11-23");
    is_refused(2, "This day is too early");
    CALL("counsellor", "case", "finish", NUMBER, "consent", "--on", "2026-11-25");
    is_refused(2, "This day has not come yet");
    CALL("counsellor", "case", "finish", NUMBER, "consent");
    assert_exit(0);
    assert_string_equal(result.out, "Consent: done\nNext: Intake (intake)\n");
    CALL("counsellor", "case", "finish", NUMBER, "consent");
    is_refused(1, "This step is finished");
    CALL("clerk", "case", "finish", NUMBER, "ask", "--outcome", "found");
    is_refused(1, "ask (Ask): Another step comes first: ");
    CALL("clerk", "case", "finish", NUMBER, "intake", "--json");
    assert_exit(0);
    assert_says(result.out, "\"state\":\"done\"");
    CALL("clerk", "case", "finish", NUMBER, "ask");
    is_refused(2, "Say with --outcome how it ended: found (Found), none (None)");
    CALL("clerk", "case", "finish", NUMBER, "ask", "--outcome", "lost");
    is_refused(2, "This step cannot end so. It can end so: found (Found)");
}

/* ---- waiting */

static void whoever_was_asked_is_waited_for_rung_by_rung(void **state)
{
    (void)state;
    SAY("reason: x\n", "clerk", "case", "wait", NUMBER, "ask");
    is_refused(2, "for: This line is needed");
    SAY("for: Archive\n", "clerk", "case", "wait", NUMBER, "ask", "--stop-clock");
    is_refused(2, "reason: This line is needed");
    CALL("clerk", "case", "resume", NUMBER, "ask");
    is_refused(1, "ask (Ask): Nobody is waited for");
    SAY("for: Archive\nreference: 12/1\n", "clerk", "case", "wait", NUMBER, "ask");
    assert_exit(0);
    assert_says(result.out, "Ask: waiting\n");
    assert_says(result.out, "Answer due");
    RUN(.words = { AS_ON("clerk", "2026-12-15", "case", "wait", NUMBER, "ask") },
        .input = "for: Officer\n");
    assert_exit(0);
    assert_says(result.out, "Officer");
    SAY("for: Head\n", "clerk", "case", "wait", NUMBER, "ask", "--on", "2026-11-24", "--due",
        "2026-11-01");
    assert_exit(2);
    RUN(.words = { AS_ON("clerk", "2026-12-15", "case", "wait", NUMBER, "ask") },
        .input = "for: Head\n");
    assert_exit(0);
    RUN(.words = { AS_ON("clerk", "2026-12-15", "case", "wait", NUMBER, "ask") },
        .input = "for: Nobody\n");
    is_refused(1, "There is nobody else to turn to");
    RUN(.words = { AS_ON("clerk", "2026-12-16", "case", "resume", NUMBER, "ask") },
        .input = "answer: секрет\n");
    assert_exit(0);
    assert_says(result.out, "Ask: TO DO\n");
}

/* ---- approving, skipping */

static void a_step_is_skipped_only_with_a_reason_and_where_it_may_be(void **state)
{
    (void)state;
    SAY("reason: x\n", "clerk", "case", "skip", NUMBER, "ask");
    is_refused(1, "ask (Ask): This step cannot be skipped");
    CALL("clerk", "case", "skip", NUMBER, "mood");
    is_refused(2, "reason: This line is needed");
    SAY("reason: tired\n", "clerk", "case", "skip", NUMBER, "mood");
    assert_exit(0);
    assert_says(result.out, "Mood: skipped\n");
    SAY("tired: yes\n", "clerk", "case", "answer", NUMBER, "mood");
    is_refused(1, "mood (Mood): This step was skipped; 'qadam case reopen'");
    SAY("fear: yes\n", "clerk", "case", "answer", NUMBER, "intake");
    is_refused(1, "This step is finished");
    CALL("clerk", "case", "finish", NUMBER, "family");
    assert_exit(0);
}

/* The casefile goes on until nothing but its closing is left. */
static void finish_the_rest(void)
{
    CALL("clerk", "case", "finish", NUMBER, "ask", "--outcome", "found");
    assert_exit(0);
    SAY("story: one\nstory: two\n", "clerk", "case", "answer", NUMBER, "follow");
    assert_exit(0);
    CALL("clerk", "case", "next", NUMBER, "--json");
    assert_says(result.out, "one\\ntwo");
    CALL("clerk", "case", "finish", NUMBER, "follow", "--outcome", "gone");
    assert_exit(0);
    SAY("reason: goals_reached\n", "clerk", "case", "answer", NUMBER, "close");
    assert_exit(0);
}

static void what_needs_approval_waits_for_it(void **state)
{
    (void)state;
    finish_the_rest();
    CALL("first", "case", "approve", NUMBER, "close");
    is_refused(1, "close (Close): Nobody has asked to approve this step");
    CALL("clerk", "case", "finish", NUMBER, "close");
    assert_exit(0);
    assert_says(result.out, "Close: waits for approval\n");
    SAY("reason: died\n", "clerk", "case", "answer", NUMBER, "close");
    is_refused(1, "This step waits to be approved");
    CALL("clerk", "case", "approve", NUMBER, "close");
    is_refused(1, "Your role does not do this. Ask somebody whose role is: supervisor");
    SAY("remark: look again\n", "first", "case", "return", NUMBER, "close");
    assert_exit(0);
    assert_says(result.out, "Close: TO DO\n");
    CALL("clerk", "case", "finish", NUMBER, "close");
    assert_exit(0);
    CALL("clerk", "case", "next", NUMBER);
    assert_exit(0);
    assert_says(result.out, "qadam case approve");
    CALL("first", "case", "approve", NUMBER, "close");
    assert_exit(0);
    assert_says(result.out, "Nothing is left to do");
}

static void when_nothing_is_left_the_answer_is_no_and_how_to_close(void **state)
{
    (void)state;
    CALL("clerk", "case", "next", NUMBER);
    assert_exit(1);
    assert_says(result.out, "The casefile can be closed");
    says_command("close", "--reason");
    CALL("clerk", "case", "next", NUMBER, "--json");
    assert_exit(1);
    assert_says(result.out, "\"next\":[]");
    CALL("first", "case", "close", NUMBER, "--reason", "goals_reached");
    assert_exit(0);
    CALL("clerk", "case", "next", NUMBER);
    assert_exit(1);
    assert_says(result.out, "not open: closed");
    SAY("fear: yes\n", "clerk", "case", "answer", NUMBER, "intake");
    is_refused(1, "This casefile is not open");
}

static void what_does_not_apply_or_is_forbidden_says_why(void **state)
{
    static const char other[] = FIXTURE_CASES_NUMBER "2";
    (void)state;
    CALL("clerk", "case", "open", fixture_cases.other, "--workflow", "visit");
    assert_exit(0);
    SAY("need: home\ndetail: x\nfear: yes\n", "clerk", "case", "answer", other, "intake");
    assert_exit(0);
    CALL("clerk", "case", "finish", other, "intake");
    assert_exit(0);
    CALL("counsellor", "case", "finish", other, "consent");
    assert_exit(0);
    SAY("for: x\n", "clerk", "case", "wait", other, "ask");
    is_refused(1, "ask (Ask): As things stand this step is not needed");
    CALL("clerk", "case", "finish", other, "family");
    is_refused(1, "family (Family): This step must not be done now: Not now.");
    CALL("clerk", "case", "next", other);
    assert_says(result.out, "TAKE CARE");
    assert_says(result.out, "Not now.");
}

static void the_journal_of_all_this_is_sound(void **state)
{
    (void)state;
    RUN(.words = { "journal", "verify", fixture_cases.file, "--user", "first", "--passphrase-fd",
                   "3" });
    assert_exit(0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_urgent_step_comes_first_with_all_that_it_takes),
        cmocka_unit_test(who_only_reads_takes_no_step),
        cmocka_unit_test(every_wrong_answer_is_told_with_its_line_and_what_to_do),
        cmocka_unit_test(a_field_or_step_that_is_not_there_is_named),
        cmocka_unit_test(what_is_missing_is_listed_with_what_to_type),
        cmocka_unit_test(answers_come_as_lines_and_as_json),
        cmocka_unit_test(choices_are_taken_by_the_words_on_the_screen),
        cmocka_unit_test(what_somebody_else_answered_meanwhile_is_not_overwritten),
        cmocka_unit_test(a_casefile_in_other_hands_is_left_alone),
        cmocka_unit_test(a_step_is_finished_by_those_who_may),
        cmocka_unit_test(whoever_was_asked_is_waited_for_rung_by_rung),
        cmocka_unit_test(a_step_is_skipped_only_with_a_reason_and_where_it_may_be),
        cmocka_unit_test(what_needs_approval_waits_for_it),
        cmocka_unit_test(when_nothing_is_left_the_answer_is_no_and_how_to_close),
        cmocka_unit_test(what_does_not_apply_or_is_forbidden_says_why),
        cmocka_unit_test(the_journal_of_all_this_is_sound),
    };
    return cmocka_run_group_tests(tests, make, fixture_cases_remove);
}
