/* SPDX-License-Identifier: Apache-2.0 */

/* What 'qadam case next' tells, and what it keeps to itself. */
#include "support/fixture_cases.h"
#include "support/fixture_workflow.h"
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

#define NUMBER FIXTURE_CASES_NUMBER "1"

static struct program_result result;

#define AS(user, ...)                                                                              \
    __VA_ARGS__, "--today", FIXTURE_TODAY, "--file", fixture_cases.file, "--user", user,           \
        "--passphrase-fd", "3"
#define RUN(...)                                                                                   \
    program_run(&result,                                                                           \
                &(const struct program_call){ __VA_ARGS__, .secret = FIXTURE_CASES_SECRET })
#define CALL(user, ...)          RUN(.words = { AS(user, __VA_ARGS__) })
#define assert_exit(expected)    program_assert_exit(&result, expected)
#define assert_says(where, text) program_assert_says(where, text)

static const char QUIET[] =
    "kind: workflow\nid: quiet\nversion: 1\ntitle: Quiet\npurpose: For tests.\n"
    "check_locally: yes\nstages:\n"
    "  - id: one\n    title: One\n    steps:\n"
    "      - id: fear\n        title: Fear\n        why: To protect.\n"
    "        kind: form\n        restricted: yes\n        check_locally: yes\n"
    "        body: asylum\n        decides: The commission\n        may_skip: yes\n"
    "        if_refused: Appeal.\n        if_silent: Ask again.\n"
    "        deadline: {from: opened, count: 10, unit: working, remind: [3], missed: Too late., "
    "check_locally: yes}\n"
    "        outcomes: [{id: real, title: Well founded, closes: referred}, {id: no, title: "
    "Refused, refusal: yes}]\n"
    "        fields:\n"
    "          - {id: whom, label: Whom, type: text}\n"
    "          - {id: when, label: When, type: date, required: yes}\n"
    "          - {id: hunted, label: Hunted, type: yes_no}\n"
    "      - id: claim\n        title: Claim\n        why: To be heard.\n        kind: form\n"
    "        check_locally: yes\n"
    "        deadline: {from: fear.when, count: 5, unit: working, missed: Too late., "
    "check_locally: yes}\n"
    "      - id: home\n        title: Home\n        why: To tell.\n        kind: form\n"
    "        contact: origin\n        check_locally: yes\n"
    "        fields: [{id: call, label: Call, type: yes_no}]\n"
    "      - id: call\n        title: Call\n        why: To tell.\n        kind: form\n"
    "        contact: family\n        check_locally: yes\n"
    "indications:\n"
    "  - {id: hunt, title: Hunt, says: Somebody hunts them., check_locally: yes, when: {all: "
    "[{not: "
    "{not: {field: fear.hunted, is: yes}}}]}}\n"
    "  - {id: flight, title: Flight, says: They have to flee., check_locally: yes, when: {any: "
    "[{indication: hunt}]}}\n"
    "  - {id: plain, title: Plain, says: Nothing is known., check_locally: yes, when: {field: "
    "home.call, known: no}}\n"
    "guards:\n"
    "  - {id: hush, contact: origin, says: Do not write to those who hunt them., check_locally: "
    "yes, when: {indication: flight}}\n"
    "  - {id: calm, contact: family, says: Not before the letter., check_locally: yes, when: "
    "{field: home.call, known: no}}\n";
static int make(void **state)
{
    const struct yaml_source source = { "quiet.yaml", QUIET, sizeof(QUIET) - 1 };
    struct definition_added added;
    struct fault_list faults = { .items = NULL };
    struct error error;
    if (fixture_cases_make(state) != 0)
        return -1;
    struct office *office = fixture_cases_open("first");
    assert_ok(definition_store_add(office_store(office), office_actor(office), &source, 1, &added,
                                   &faults, &error));
    fault_list_release(&faults);
    office_close(&office);
    CALL("clerk", "case", "open", fixture_cases.person, "--workflow", "quiet", "--assign", "clerk");
    assert_exit(0);
    RUN(.words = { AS("clerk", "case", "answer", NUMBER, "fear") },
        .input = "whom: brother\nhunted: yes\n");
    assert_exit(0);
    return 0;
}

static void it_tells_who_decides_by_when_and_how_it_can_end(void **state)
{
    (void)state;
    CALL("clerk", "case", "next", NUMBER);
    assert_exit(0);
    assert_says(result.out, "STILL MISSING\n  When\n      when: a date such as 24.11.2026\n");
    assert_says(result.out, "The commission");
    assert_says(result.out, "Migration body");
    assert_says(result.out, "(check locally)");
    assert_says(result.out, "10 working days, counted from the opening of the casefile");
    assert_says(result.out, "Reminder");
    assert_says(result.out, "Too late.");
    assert_says(result.out, "Refused (a refusal)");
    assert_says(result.out, "Appeal.");
    assert_says(result.out, "Ask again.");
    assert_says(result.out, "not known yet. Answer this: When (fear.when)");
    RUN(.words = { AS("clerk", "case", "next", NUMBER) }, .language = "ru");
    assert_exit(0);
    assert_says(result.out, "10 рабочих дней, считая со дня открытия дела");
}

static const struct {
    const char *user;
    bool sees;
} users[] = {
    { "clerk", true }, { "first", true }, { "counsellor", false }, { "inspector", false }
};

static void the_commands_go_to_the_file_that_was_named(void **state)
{
    char command[600];
    char odd[400];
    const char *name = strrchr(fixture_cases.file, '/');
    (void)state;
    snprintf(command, sizeof(command), "  qadam case skip %s " NUMBER " fear\n",
             fixture_cases.file);
    CALL("clerk", "case", "next", NUMBER);
    assert_says(result.out, command);
    snprintf(odd, sizeof(odd), "%.*s/an office's file", (int)(name - fixture_cases.file),
             fixture_cases.file);
    snprintf(command, sizeof(command),
             "  qadam case skip --file='%.*s/an office'\\''s file' " NUMBER " fear\n",
             (int)(name - fixture_cases.file), fixture_cases.file);
    assert_int_equal(rename(fixture_cases.file, odd), 0);
    RUN(.words = { "case", "next", NUMBER, "--today", FIXTURE_TODAY, "--file", odd, "--user",
                   "clerk", "--passphrase-fd", "3" });
    assert_int_equal(rename(odd, fixture_cases.file), 0);
    assert_exit(0);
    assert_says(result.out, command);
}

static void what_is_restricted_is_shown_to_those_who_work_on_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(users) / sizeof(users[0]); i++) {
        CALL(users[i].user, "case", "next", NUMBER);
        assert_exit(0);
        assert_says(result.out, "Fear (fear)");
        assert_int_equal(strstr(result.out, "STILL MISSING") != NULL, users[i].sees);
        assert_int_equal(strstr(result.out, "shown only to") == NULL, users[i].sees);
        CALL(users[i].user, "case", "next", NUMBER, "--json");
        assert_exit(0);
        assert_int_equal(strstr(result.out, "brother") != NULL, users[i].sees);
        assert_says(result.out, users[i].sees ? "\"is_hidden\":false" : "\"is_hidden\":true");
    }
}

/* What rests on the answers of a restricted step says as much as they do. */
static void so_is_what_follows_from_it(void **state)
{
    static const char *const ways[][2] = {
        { "show", NULL }, { "show", "--json" }, { "next", NULL }, { "next", "--json" }
    };
    (void)state;
    for (size_t i = 0; i < sizeof(users) / sizeof(users[0]); i++) {
        bool sees = users[i].sees;
        for (size_t k = 0; k < sizeof(ways) / sizeof(ways[0]); k++) {
            RUN(.words = { AS(users[i].user, "case", ways[k][0], NUMBER), ways[k][1] });
            assert_exit(0);
            assert_int_equal(strstr(result.out, "Somebody hunts them.") != NULL, sees);
            assert_int_equal(strstr(result.out, "They have to flee.") != NULL, sees);
            assert_int_equal(strstr(result.out, "those who hunt them") != NULL, sees);
            assert_int_equal(strstr(result.out, "Ask whoever works on") == NULL, sees);
            assert_says(result.out, "Nothing is known.");
            assert_says(result.out, "Not before the letter.");
            if (ways[k][1] != NULL) {
                assert_int_equal(strstr(result.out, "\"hunt\"") != NULL, sees);
                assert_int_equal(strstr(result.out, "\"hush\"") != NULL, sees);
                assert_says(result.out, "\"calm\"");
            }
        }
    }
    RUN(.words = { AS("counsellor", "case", "answer", NUMBER, "home") }, .input = "call: yes\n");
    assert_exit(1);
    assert_null(strstr(result.err, "hunt"));
    assert_says(result.err, "Ask whoever works on");
    RUN(.words = { AS("clerk", "case", "answer", NUMBER, "home") }, .input = "call: yes\n");
    assert_exit(1);
    assert_says(result.err, "those who hunt them");
    RUN(.words = { AS("counsellor", "case", "show", NUMBER) }, .language = "ru");
    assert_says(result.out, "Спросите");
}

static void without_its_workflow_it_says_what_to_do(void **state)
{
    struct error error;
    (void)state;
    struct office *office = fixture_cases_open("first");
    struct store *store = office_store(office);
    assert_ok(store_begin(store, &error));
    assert_ok(
        store_execute(store, "DELETE FROM workflow_file; DELETE FROM workflow_definition", &error));
    assert_ok(store_commit(store, &error));
    office_close(&office);
    CALL("clerk", "case", "next", NUMBER);
    assert_exit(1);
    assert_says(result.err, "qadam workflow add");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_tells_who_decides_by_when_and_how_it_can_end),
        cmocka_unit_test(the_commands_go_to_the_file_that_was_named),
        cmocka_unit_test(what_is_restricted_is_shown_to_those_who_work_on_it),
        cmocka_unit_test(so_is_what_follows_from_it),
        cmocka_unit_test(without_its_workflow_it_says_what_to_do),
    };
    return cmocka_run_group_tests(tests, make, fixture_cases_remove);
}
