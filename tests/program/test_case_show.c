/* SPDX-License-Identifier: Apache-2.0 */

/* A casefile is shown as it stands, a finished step goes on, and the casefile moves to another
 * version of its workflow.  The tests stand in order, each going on where the one before ended. */
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

static struct error error;

/* What the commands on steps do; here only what they leave is looked at. */
static void work_on(const char *id)
{
    struct office *opened = fixture_cases_open("counsellor");
    struct casefile_desk desk = fixture_desk(office_store(opened), office_actor(opened),
                                             role_name(ROLE_COUNSELLOR), FIXTURE_TODAY);
    const struct answer_input row = { .path = "intake.papers.kind",
                                      .item = 1,
                                      .value = "passport" };
    const struct answer_act act = { .inputs = &row, .count = 1 };
    assert_ok(fixture_answer(&desk, id, "intake.need", "home"));
    assert_ok(fixture_answer(&desk, id, "intake.need", "paper"));
    assert_ok(fixture_answer(&desk, id, "intake.fear", "yes"));
    assert_ok(step_answer(&desk, id, &act, &fixture_result, &error));
    assert_ok(fixture_finish_step(&desk, id, "intake", NULL, FIXTURE_TODAY));
    assert_ok(fixture_finish_step(&desk, id, "consent", NULL, FIXTURE_TODAY));
    const struct step_waiting waiting = { .step = "ask",
                                          .waiting_for = "Городской архив",
                                          .from = desk.today };
    step_result_release(&fixture_result);
    assert_ok(step_begin_wait(&desk, id, &waiting, &fixture_result, &error));
    assert_ok(fixture_answer(&desk, id, "mood.tired", "yes"));
    assert_ok(fixture_finish_step(&desk, id, "mood", NULL, FIXTURE_TODAY));
    fixture_desk_release(&desk);
    office_close(&opened);
}

static void find_id(const char *number, char id[UUID_TEXT_SIZE])
{
    CALL("first", "case", "show", number, "--json");
    assert_exit(0);
    snprintf(id, UUID_TEXT_SIZE, "%.36s", strstr(result.out, "\"id\":\"") + strlen("\"id\":\""));
}

/* The casefile that is shown, made as the tests of opening prove it. */
static void a_casefile_is_opened(void **state)
{
    (void)state;
    RUN(.words = { AS("clerk", "case", "open", fixture_cases.person, "--workflow", "visit",
                      "--assign", "clerk", "--urgency", "high", "--with-issue") },
        .input = "issue: потеряла паспорт\n");
    assert_exit(0);
}

static void a_casefile_is_shown_whole(void **state)
{
    char id[UUID_TEXT_SIZE];
    (void)state;
    find_id(NUMBER "1", id);
    work_on(id);
    CALL("clerk", "case", "show", NUMBER "1");
    assert_exit(0);
    assert_says(result.out, NUMBER "1\n");
    assert_says(result.out, "Person                " PERSON " Айгүл\n");
    assert_says(result.out, "Workflow              A visit, version 1");
    assert_says(result.out, "State                 open, soon");
    assert_says(result.out, "Assigned to           clerk");
    assert_says(result.out, "About                 потеряла паспорт");
    assert_says(result.out, "Opened                2026-11-24  (clerk)");
    assert_says(result.out, "\n1. One\n");
    assert_says(result.out, "done: Intake  [intake]\n");
    assert_says(result.out, "Need                  Paper");
    assert_says(result.out, "Papers 1: Kind        passport");
    assert_says(result.out, "Finished              2026-11-24  (counsellor)");
    assert_says(result.out, "waiting: Ask  [ask]\n");
    assert_says(result.out, "Due                   2026-12-01, in 7 days");
    assert_says(result.out, "Waits for             Городской архив, since 2026-11-24");
    assert_says(result.out, "not allowed: Family  [family]");
    assert_says(result.out, "Not now.");
    assert_says(result.out, "unofficial");
    assert_says(result.out, "TO DO: Follow, round 1  [follow]\n");
    assert_says(result.out, "later: Close  [close], after: Ask\n");
    assert_silent("replaced");
}

static void what_is_late_is_said_in_words(void **state)
{
    (void)state;
    RUN(.words = { "case", "show", NUMBER "1", "--file", FILE_AS("clerk"), "--today",
                   "2026-12-04" });
    assert_exit(0);
    assert_says(result.out, "2026-12-01, 3 days late");
    assert_says(result.out, "LOOK OUT");
    assert_says(result.out, "The time limit has passed.");
    RUN(.words = { "case", "show", NUMBER "1", "--file", FILE_AS("clerk"), "--today", "2026-12-04",
                   "--json" });
    assert_says(result.out, "\"kind\":\"overdue\",\"step\":\"ask\"");
    assert_says(result.out, "\"is_overdue\":true");
    RUN(.words = { "case", "show", NUMBER "1", "--file", FILE_AS("clerk"), "--today",
                   "2026-12-04" },
        .language = "ru");
    assert_says(result.out, "просрочено");
}

static void the_history_shows_what_was_replaced(void **state)
{
    (void)state;
    CALL("clerk", "case", "show", NUMBER "1", "--history");
    assert_exit(0);
    assert_says(result.out, "counsellor  Intake: Need: Home  (replaced)");
    assert_says(result.out, "counsellor  Intake: Need: Paper\n");
    CALL("clerk", "case", "show", NUMBER "1", "--json");
    assert_says(result.out, "\"history\":null");
    assert_says(result.out, "{\"field\":\"need\",\"row\":0,\"value\":\"paper\"}");
    assert_says(result.out, "{\"field\":\"papers.kind\",\"row\":1,\"value\":\"passport\"}");
    assert_says(result.out, "\"waits_for\":\"Городской архив\",\"waits_since\":\"2026-11-24\"");
    assert_says(result.out,
                "\"assessments\":[{\"day\":\"2026-11-24\",\"by\":\"counsellor\",\"scores\":["
                "{\"dimension\":\"sleep\",\"value\":1.00,\"asked\":2,\"answered\":1,"
                "\"is_official\":false},{\"dimension\":\"total\"");
    assert_says(result.out, "\"rung\":\"officer\",\"rung_due\":\"2026-12-02\"");
    CALL("clerk", "case", "show", NUMBER "1", "--json", "--history");
    assert_says(result.out, "\"value\":\"home\"");
}

/* The proof for a complaint: it stays when nobody is waited for any more. */
static void all_who_were_asked_are_shown_after_the_answer(void **state)
{
    (void)state;
    RUN(.words = { "case", "wait", NUMBER "1", "ask", "--file", FILE_AS("clerk"), "--today",
                   "2026-12-04" },
        .input = "for: Начальник архива\nreference: 12/345\n");
    assert_exit(0);
    RUN(.words = { "case", "resume", NUMBER "1", "ask", "--file", FILE_AS("clerk"), "--today",
                   "2026-12-07" },
        .input = "answer: Записи не найдено\n");
    assert_exit(0);
    CALL("clerk", "case", "show", NUMBER "1");
    assert_exit(0);
    assert_silent("Waits for");
    assert_says(result.out, "  Asked                 2026-11-24, Городской архив\n"
                            "  Answer due            2026-12-01\n"
                            "  Waited until          2026-12-07\n"
                            "  Asked                 2026-12-04, Начальник архива\n"
                            "  How                   Officer\n"
                            "  Outgoing number       12/345\n"
                            "  Answer                2026-12-07, Записи не найдено\n");
    CALL("clerk", "case", "show", NUMBER "1", "--json");
    assert_says(result.out, "\"waits\":[{\"for\":\"Городской архив\",\"rung\":0,"
                            "\"rung_title\":null,\"reference\":null,");
    assert_says(result.out, "\"rung\":1,\"rung_title\":\"Officer\",\"reference\":\"12/345\"");
    assert_says(result.out, "\"until\":\"2026-12-07\",\"answer\":\"Записи не найдено\"");
}

static void what_is_not_there_cannot_be_shown(void **state)
{
    (void)state;
    CALL("clerk", "case", "show", NUMBER "9");
    assert_exit(1);
    assert_says(result.err, NUMBER "9: There is no such casefile");
    CALL("clerk", "case", "show", "aaaaaaaa");
    assert_exit(1);
    CALL("clerk", "case", "show", PERSON);
    assert_exit(2);
    CALL("clerk", "case", "show");
    assert_exit(2);
    RUN(.words = { "case", "show", NUMBER "1", "--file", FILE_AS("clerk"), "--today", "tomorrow" });
    assert_exit(2);
    assert_says(result.err, "--today: There is no such day");
    RUN(.words = { "case", "show", NUMBER "1", "--file", FILE_AS("clerk") }, .language = "ru");
    assert_exit(0);
    assert_says(result.out, "дело");
    assert_says(result.out, "Follow, 1-й раз  [follow]");
}

static void a_step_goes_on_and_names_what_rests_on_it(void **state)
{
    (void)state;
    RUN(.words = { AS("clerk", "case", "reopen", NUMBER "1", "ask") }, .input = "reason: x\n");
    assert_exit(1);
    assert_says(result.err, "ask: This step is not finished");
    RUN(.words = { AS("clerk", "case", "reopen", NUMBER "1", "nowhere") }, .input = "reason: x\n");
    assert_exit(1);
    assert_says(result.err, "nowhere: There is no such step");
    RUN(.words = { AS("clerk", "case", "reopen", NUMBER "1", "intake") }, .input = "\n");
    assert_exit(2);
    assert_says(result.err, "reason: This line is needed");
    RUN(.words = { AS("clerk", "case", "reopen", NUMBER "1", "consent") }, .input = "reason: x\n");
    assert_exit(1);
    assert_says(result.err, "Ask somebody whose role is: counsellor, supervisor");
    RUN(.words = { AS("counsellor", "case", "reopen", NUMBER "1", "consent") },
        .input = "reason: the wrong paper was signed\n");
    assert_exit(0);
    assert_string_equal(result.out, "consent\tready\nmood\tlook\n");
    assert_says(result.err, "These finished steps come after it");
    assert_says(result.err, "  Mood\n");
}

static void an_open_casefile_is_not_reopened(void **state)
{
    (void)state;
    RUN(.words = { AS("first", "case", "reopen", NUMBER "1") }, .input = "reason: x\n");
    assert_exit(1);
    assert_says(result.err, "is open. To reopen a step, name it too");
    RUN(.words = { AS("clerk", "case", "reopen", NUMBER "1") }, .input = "reason: x\n");
    assert_exit(1);
    assert_says(result.err, "Only a supervisor");
}

static void a_casefile_moves_to_a_newer_version(void **state)
{
    (void)state;
    CALL("clerk", "case", "move", NUMBER "1", "--yes");
    assert_exit(1);
    assert_says(result.err, "on that version of its workflow already");
    fixture_cases_add_workflow(2);
    CALL("clerk", "case", "move", NUMBER "1");
    assert_exit(2);
    assert_says(result.err, "--yes");
    CALL("clerk", "case", "move", NUMBER "1", "--version", "7", "--yes");
    assert_exit(1);
    assert_says(result.err, "no such version");
    CALL("clerk", "case", "move", NUMBER "9", "--yes");
    assert_exit(1);
    CALL("clerk", "case", "move", NUMBER "1", "--yes");
    assert_exit(0);
    assert_string_equal(result.out, "visit\t2\n");
    assert_says(result.err, "A visit: 1 -> 2");
    assert_says(result.err, "New step: Extra");
    assert_says(result.err, "Mood");
    CALL("clerk", "case", "move", NUMBER "1", "--version", "1", "--yes");
    assert_exit(1);
    assert_says(result.err, "older version");
    CALL("clerk", "case", "show", NUMBER "1");
    assert_exit(0);
    assert_says(result.out, "A visit, version 2");
}

/* ---- what not everybody sees */

static const char QUIET[] =
    "kind: workflow\nid: quiet\nversion: 1\ntitle: Quiet\n"
    "purpose: For tests.\ncheck_locally: yes\nstages:\n"
    "  - id: one\n    title: One\n    steps:\n"
    "      - id: fear\n        title: Fear\n        why: To protect.\n"
    "        kind: form\n        restricted: yes\n"
    "        check_locally: yes\n"
    "        outcomes: [{id: real, title: Well founded, closes: referred}]\n"
    "        fields: [{id: whom, label: Whom do you fear most of all, type: text}]\n";

static const char QUIETER[] = "kind: workflow\nid: quiet\nversion: 2\ntitle: Quiet\n"
                              "purpose: For tests.\ncheck_locally: yes\nstages:\n"
                              "  - id: one\n    title: One\n    steps:\n"
                              "      - id: visit\n        title: Visit\n        why: To see.\n"
                              "        kind: form\n        check_locally: yes\n"
                              "        outcomes: [{id: seen, title: Seen, closes: referred}]\n";

static void add_quiet_workflow(const char *text, size_t length)
{
    const struct yaml_source source = { "quiet.yaml", text, length };
    struct definition_added added;
    struct fault_list faults = { .items = NULL };
    struct office *opened = fixture_cases_open("first");
    assert_ok(definition_store_add(office_store(opened), office_actor(opened), &source, 1, &added,
                                   &faults, &error));
    fault_list_release(&faults);
    office_close(&opened);
}

static void answer_quietly(const char *id)
{
    struct office *opened = fixture_cases_open("clerk");
    struct casefile_desk desk = fixture_desk(office_store(opened), office_actor(opened),
                                             role_name(ROLE_CLERK), FIXTURE_TODAY);
    const struct step_waiting waiting = { .step = "fear",
                                          .waiting_for = "the police",
                                          .from = desk.today };
    assert_ok(fixture_answer(&desk, id, "fear.whom", "the brother"));
    step_result_release(&fixture_result);
    assert_ok(step_begin_wait(&desk, id, &waiting, &fixture_result, &error));
    assert_ok(fixture_finish_step(&desk, id, "fear", "real", FIXTURE_TODAY));
    fixture_desk_release(&desk);
    office_close(&opened);
}

static const struct {
    const char *user;
    bool sees;
} users[] = {
    { "clerk", true }, { "first", true }, { "counsellor", false }, { "inspector", false }
};

static void restricted_steps_are_for_those_who_work_on_them(void **state)
{
    char id[UUID_TEXT_SIZE];
    (void)state;
    add_quiet_workflow(QUIET, sizeof(QUIET) - 1);
    CALL("clerk", "case", "open", fixture_cases.other, "--workflow", "quiet", "--assign", "clerk");
    assert_exit(0);
    find_id(NUMBER "2", id);
    answer_quietly(id);
    for (size_t i = 0; i < sizeof(users) / sizeof(users[0]); i++) {
        CALL(users[i].user, "case", "show", NUMBER "2", "--history");
        assert_exit(0);
        assert_says(result.out, "done: Fear  [fear]\n");
        assert_int_equal(strstr(result.out, "  Whom do you fear most of all: the brother\n") !=
                             NULL,
                         users[i].sees);
        assert_int_equal(strstr(result.out, "Well founded") != NULL, users[i].sees);
        assert_int_equal(strstr(result.out, "the police") != NULL, users[i].sees);
        assert_int_equal(strstr(result.out, "show to nobody") == NULL, users[i].sees);
        CALL(users[i].user, "case", "show", NUMBER "2", "--history", "--json");
        assert_exit(0);
        assert_int_equal(strstr(result.out, "the brother") != NULL, users[i].sees);
        assert_int_equal(strstr(result.out, "\"outcome\":\"real\"") != NULL, users[i].sees);
        assert_int_equal(strstr(result.out, "the police") != NULL, users[i].sees);
    }
    RUN(.words = { AS("counsellor", "case", "answer", NUMBER "2", "fear") },
        .input = "whom: nobody\n");
    assert_exit(1);
    assert_says(result.err, "shown only to whoever works on the casefile");
    RUN(.words = { AS("counsellor", "case", "answer", NUMBER "2") },
        .input = "fear.whom: nobody\n");
    assert_exit(1);
    assert_says(result.err, "shown only to whoever works on the casefile");
}

/* ---- what changed from round to round */

static const char MOODS[] =
    "kind: workflow\nid: moods\nversion: 1\ntitle: Moods\npurpose: For tests.\n"
    "check_locally: yes\nindications:\n"
    "  - {id: worn, title: Worn out, says: Somebody needs rest., body: health,\n"
    "     alert: supervisor, when: {field: mood.tired, known: no}, check_locally: yes}\n"
    "stages:\n"
    "  - id: one\n    title: One\n    steps:\n"
    "      - id: mood\n        title: Mood\n        why: To see.\n        kind: assessment\n"
    "        instrument: mood\n        check_locally: yes\n"
    "        rounds: {from: opened, at: [1, 2, 3], unit: month}\n"
    "      - id: close\n        title: Close\n        why: To end.\n        kind: decision\n"
    "        check_locally: yes\n        outcomes: [{id: end, title: End, closes: referred}]\n";

static void add_moods_workflow(void)
{
    size_t count;
    const struct yaml_source *sources = fixture_workflow_sources(1, &count);
    const struct yaml_source moods[] = { { "moods.yaml", MOODS, sizeof(MOODS) - 1 },
                                         sources[count - 1] };
    struct definition_added added;
    struct fault_list faults = { .items = NULL };
    struct office *opened = fixture_cases_open("first");
    assert_string_equal(moods[1].name, "mood.yaml");
    assert_ok(definition_store_add(office_store(opened), office_actor(opened), moods, 2, &added,
                                   &faults, &error));
    fault_list_release(&faults);
    office_close(&opened);
}

static void assess(const char *id, const char *day, const char *tired)
{
    struct office *opened = fixture_cases_open("counsellor");
    struct casefile_desk desk =
        fixture_desk(office_store(opened), office_actor(opened), role_name(ROLE_COUNSELLOR), day);
    assert_ok(fixture_answer(&desk, id, "mood.tired", tired));
    assert_ok(fixture_answer(&desk, id, "mood.awake", "yes"));
    assert_ok(fixture_finish_step(&desk, id, "mood", NULL, day));
    fixture_desk_release(&desk);
    office_close(&opened);
}

static void scores_of_finished_rounds_stay_to_be_compared(void **state)
{
    char id[UUID_TEXT_SIZE];
    (void)state;
    add_moods_workflow();
    CALL("clerk", "case", "open", fixture_cases.other, "--workflow", "moods");
    assert_exit(0);
    find_id(NUMBER "3", id);
    assess(id, FIXTURE_TODAY, "yes");
    CALL("clerk", "case", "show", NUMBER "3");
    assert_says(result.out, "Scores by day         Mood\n");
    assert_says(result.out, "Turn to: ");
    assert_says(result.out, "Tell: supervisor\n");
    assert_says(result.out, "Sleep                 2026-11-24: 3.00\n");
    assess(id, "2026-12-28", "no");
    CALL("clerk", "case", "show", NUMBER "3");
    assert_exit(0);
    assert_says(result.out, "Sleep                 2026-11-24: 3.00; 2026-12-28: 2.00\n");
    assert_says(result.out, "All together          2026-11-24: 3.00; 2026-12-28: 2.00\n");
    CALL("clerk", "case", "show", NUMBER "3", "--json");
    assert_exit(0);
    assert_says(result.out, "\"day\":\"2026-12-28\",\"by\":\"counsellor\",\"scores\":["
                            "{\"dimension\":\"sleep\",\"value\":2.00");
    RUN(.words = { AS("clerk", "case", "show", NUMBER "3") }, .language = "ru");
    assert_says(result.out, "Оценки по дням");
    CALL("counsellor", "case", "next", NUMBER "3");
    assert_says(result.out, "Tell: supervisor\n");
}

static void nor_are_they_told_by_the_history_of_the_person(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(users) / sizeof(users[0]); i++) {
        RUN(.words = { "person", "history", FILE_AS(users[i].user), fixture_cases.other });
        assert_exit(0);
        assert_int_equal(strstr(result.out, ": real\n") != NULL, users[i].sees);
        assert_int_equal(strstr(result.out, "show to nobody") == NULL, users[i].sees);
        RUN(.words = { "person", "history", FILE_AS(users[i].user), fixture_cases.other,
                       "--json" });
        assert_exit(0);
        assert_int_equal(strstr(result.out, "the brother") != NULL, users[i].sees);
        assert_int_equal(strstr(result.out, "\"is_hidden\":true") == NULL, users[i].sees);
        /* The other acts on the casefile are nobody's secret. */
        assert_says(result.out, "\"act\":\"casefile.open\"");
        assert_says(result.out, "\"after\":{");
    }
    RUN(.words = { "person", "history", FILE_AS("inspector"), fixture_cases.person, "--json" });
    assert_says(result.out, "passport");
}

/* The next version has no such step any more, and so does not say that it was restricted. */
static void nor_after_a_move_that_leaves_them_behind(void **state)
{
    (void)state;
    add_quiet_workflow(QUIETER, sizeof(QUIETER) - 1);
    CALL("clerk", "case", "move", NUMBER "2", "--yes");
    assert_exit(0);
    for (size_t i = 0; i < sizeof(users) / sizeof(users[0]); i++) {
        CALL(users[i].user, "case", "show", NUMBER "2", "--history");
        assert_exit(0);
        assert_int_equal(strstr(result.out, "the brother") != NULL, users[i].sees);
        CALL(users[i].user, "case", "show", NUMBER "2", "--history", "--json");
        assert_exit(0);
        assert_int_equal(strstr(result.out, "the brother") != NULL, users[i].sees);
        RUN(.words = { "person", "history", FILE_AS(users[i].user), fixture_cases.other,
                       "--json" });
        assert_exit(0);
        assert_int_equal(strstr(result.out, "the brother") != NULL, users[i].sees);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_casefile_is_opened),
        cmocka_unit_test(a_casefile_is_shown_whole),
        cmocka_unit_test(what_is_late_is_said_in_words),
        cmocka_unit_test(the_history_shows_what_was_replaced),
        cmocka_unit_test(all_who_were_asked_are_shown_after_the_answer),
        cmocka_unit_test(what_is_not_there_cannot_be_shown),
        cmocka_unit_test(a_step_goes_on_and_names_what_rests_on_it),
        cmocka_unit_test(an_open_casefile_is_not_reopened),
        cmocka_unit_test(a_casefile_moves_to_a_newer_version),
        cmocka_unit_test(restricted_steps_are_for_those_who_work_on_them),
        cmocka_unit_test(scores_of_finished_rounds_stay_to_be_compared),
        cmocka_unit_test(nor_are_they_told_by_the_history_of_the_person),
        cmocka_unit_test(nor_after_a_move_that_leaves_them_behind),
    };
    return cmocka_run_group_tests(tests, fixture_cases_make, fixture_cases_remove);
}
