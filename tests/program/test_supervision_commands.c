/* SPDX-License-Identifier: Apache-2.0 */

/* Supervision as scripts do it, by users of every role.  The tests stand in order, each going on
 * where the one before ended. */
#include "support/fixture_cases.h"
#include "support/fixture_rows.h"
#include "support/fixture_workflow.h"
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

#define NUMBER        FIXTURE_CASES_NUMBER
#define FILE_AS(user) fixture_cases.file, "--user", user, "--passphrase-fd", "3"

static struct program_result result;

/* Nobody's name and none of the words ever come out as an error. */
static void run(const struct program_call *call)
{
    program_run(&result, call);
    assert_null(strstr(result.err, FIXTURE_CASES_PERSON));
    assert_null(strstr(result.err, "болезнь"));
    assert_null(strstr(result.err, "%"));
}

#define AS(user, ...)            __VA_ARGS__, "--today", FIXTURE_TODAY, "--file", FILE_AS(user)
#define RUN(...)                 run(&(const struct program_call){ __VA_ARGS__, .secret = FIXTURE_CASES_SECRET })
#define CALL(user, ...)          RUN(.words = { AS(user, __VA_ARGS__) })
#define assert_exit(expected)    program_assert_exit(&result, expected)
#define assert_says(where, text) program_assert_says(where, text)

static void set_limit(const char *limit)
{
    struct office *office = fixture_cases_open("first");
    fixture_rows_run(office_store(office),
                     "INSERT OR REPLACE INTO setting (key, value) VALUES ('caseload_limit', %Q)",
                     limit);
    office_close(&office);
}

static void what_nobody_has_is_listed_and_an_auditor_sees_how_much(void **state)
{
    (void)state;
    CALL("clerk", "case", "open", fixture_cases.person, "--workflow", "visit");
    assert_exit(0);
    CALL("clerk", "case", "open", fixture_cases.other, "--workflow", "visit");
    assert_exit(0);

    CALL("first", "supervision", "unassigned");
    assert_exit(0);
    assert_says(result.out, "unassigned\t" NUMBER "1\t" FIXTURE_CASES_PERSON);
    CALL("inspector", "supervision", "unassigned", "--json");
    assert_exit(0);
    assert_string_equal(result.out, "[{\"kind\":\"unassigned\",\"count\":2,\"late\":0,"
                                    "\"has_more\":false}]\n");
    CALL("clerk", "supervision", "unassigned");
    assert_exit(1);
    assert_string_equal(result.out, "");
}

static void the_day_of_a_supervisor_begins_with_the_alarm(void **state)
{
    struct office *office = fixture_cases_open("first");
    (void)state;
    fixture_rows_run(office_store(office),
                     "UPDATE casefile SET unassigned_at = '2026-01-01T00:00:00.000Z'");
    office_close(&office);

    CALL("first", "day", "--json");
    assert_exit(0);
    assert_says(result.out, "\"unassigned_alarms\":2");
    assert_says(result.err, "ALARM");
    CALL("clerk", "day", "--json");
    assert_exit(0);
    assert_says(result.out, "\"unassigned_alarms\":0");
    assert_string_equal(result.err, "");
}

static void over_the_limit_a_reason_is_asked_for(void **state)
{
    (void)state;
    set_limit("1");
    CALL("first", "case", "assign", NUMBER "1", "clerk");
    assert_exit(0);
    CALL("first", "case", "assign", NUMBER "2", "clerk");
    assert_exit(1);
    assert_says(result.err, "--with-reason");
    RUN(.words = { AS("first", "case", "assign", NUMBER "2", "clerk", "--with-reason") },
        .input = "reason: знает язык\n");
    assert_exit(0);
    RUN(.words = { "note", "list", "--case", NUMBER "2", "--file", FILE_AS("first"), "--json" });
    assert_says(result.out, "знает язык");
}

static void loads_say_who_is_over_the_limit(void **state)
{
    (void)state;
    CALL("first", "supervision", "load");
    assert_exit(0);
    assert_says(result.out, "clerk\t2\t0-9\t0\t0\t0\t2\t0\t0\t0\tover\n");
    CALL("inspector", "supervision", "load", "--json");
    assert_exit(0);
    assert_says(result.out, "{\"limit\":1,\"workers\":[{\"user\":\"clerk\",\"role\":\"clerk\","
                            "\"open\":2,\"group\":\"0-9\"");
    set_limit("25");
}

static void a_review_is_done_and_the_next_one_set(void **state)
{
    (void)state;
    static const char *const wrong[][3] = {
        { NUMBER "1", NULL, NULL },
        { NUMBER "1", "--on", "2026-11-23" },
        { NUMBER "1", "--on", "тайна" },
        { NUMBER "1", "--with-remark", NULL },
    };
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        const char *words[] = { wrong[i][0], wrong[i][1], wrong[i][2] };
        if (words[1] == NULL)
            CALL("clerk", "case", "review", words[0]);
        else if (words[2] == NULL)
            CALL("clerk", "case", "review", words[0], words[1]);
        else
            CALL("clerk", "case", "review", words[0], words[1], words[2]);
        assert_exit(2);
    }
    CALL("clerk", "case", "review", NUMBER "1", "--done");
    assert_exit(1);
    assert_says(result.err, "--on");
    CALL("clerk", "case", "risk", NUMBER "1", "high");
    assert_exit(0);
    RUN(.words = { AS("clerk", "case", "review", NUMBER "1", "--done", "--with-remark") },
        .input = "remark: план идёт\n");
    assert_exit(0);
    assert_string_equal(result.out, NUMBER "1\t2026-12-08\n");
    CALL("clerk", "case", "review", NUMBER "1", "--done", "--on", FIXTURE_TODAY);
    assert_exit(2);
    CALL("clerk", "case", "review", NUMBER "1", "--on", "2026-12-01");
    assert_exit(0);
    CALL("first", "supervision", "reviews", "--days", "14", "--for", "clerk");
    assert_exit(0);
    assert_says(result.out, "review\t" NUMBER "1");
}

static void a_handover_is_asked_for_and_refused(void **state)
{
    (void)state;
    RUN(.words = { AS("counsellor", "case", "handover", NUMBER "1") },
        .input = "reason: болезнь\n");
    assert_exit(1);
    assert_says(result.err, "Somebody else has this casefile");
    RUN(.words = { AS("clerk", "case", "handover", NUMBER "1") }, .input = "");
    assert_exit(2);
    RUN(.words = { AS("clerk", "case", "handover", NUMBER "1") }, .input = "reason: болезнь\n");
    assert_exit(0);
    CALL("first", "supervision", "approvals");
    assert_exit(0);
    assert_says(result.out, "\thandover\t\tclerk\n");
    RUN(.words = { AS("clerk", "case", "handover", NUMBER "1", "--refuse") },
        .input = "reason: некому\n");
    assert_exit(1);
    RUN(.words = { AS("first", "case", "handover", NUMBER "1", "--refuse") },
        .input = "reason: некому\n");
    assert_exit(0);
    CALL("first", "supervision", "approvals");
    assert_exit(1);
}

static void all_of_a_worker_are_given_to_another_or_none(void **state)
{
    (void)state;
    CALL("first", "case", "reassign", "--from", "clerk", "--to", "counsellor");
    assert_exit(2);
    RUN(.words = { AS("first", "case", "reassign", "--from", "clerk", "--to", "gone", "--all") },
        .input = "reason: болезнь\n");
    assert_exit(1);
    RUN(.words = { AS("first", "case", "reassign", "--from", "clerk", "--to", "clerk", "--all") },
        .input = "reason: болезнь\n");
    assert_exit(1);
    RUN(.words = { AS("clerk", "case", "reassign", "--from", "clerk", "--to", "counsellor",
                      "--all") },
        .input = "reason: болезнь\n");
    assert_exit(1);
    RUN(.words = { AS("first", "case", "reassign", "--from", "clerk", "--to", "counsellor",
                      "--all") },
        .input = "reason: болезнь\n");
    assert_exit(0);
    assert_string_equal(result.out, "2\n");
    RUN(.words = { AS("first", "case", "reassign", NUMBER "1", "--from", "clerk", "--to",
                      "counsellor") },
        .input = "reason: болезнь\n");
    assert_exit(1);
    assert_says(result.err, "does not have one of these casefiles");
}

static void figures_count_what_was_done(void **state)
{
    (void)state;
    CALL("inspector", "supervision", "figures", "--from", "2026-11-01", "--json");
    assert_exit(0);
    assert_says(result.out, "{\"closed\":0,\"open_days\":null");
    assert_says(result.out, "\"reviews\":1,\"reviews_on_time\":1}");
    CALL("first", "supervision", "figures", "--from", "2026-12-01");
    assert_exit(2);
    CALL("first", "supervision", "figures");
    assert_exit(2);
    CALL("clerk", "supervision", "figures", "--from", "2026-11-01");
    assert_exit(1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_nobody_has_is_listed_and_an_auditor_sees_how_much),
        cmocka_unit_test(the_day_of_a_supervisor_begins_with_the_alarm),
        cmocka_unit_test(over_the_limit_a_reason_is_asked_for),
        cmocka_unit_test(loads_say_who_is_over_the_limit),
        cmocka_unit_test(a_review_is_done_and_the_next_one_set),
        cmocka_unit_test(a_handover_is_asked_for_and_refused),
        cmocka_unit_test(all_of_a_worker_are_given_to_another_or_none),
        cmocka_unit_test(figures_count_what_was_done),
    };
    return cmocka_run_group_tests(tests, fixture_cases_make, fixture_cases_remove);
}
