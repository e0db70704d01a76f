/* SPDX-License-Identifier: Apache-2.0 */

/* A ministry writes a workflow of its own, as a text and nothing else: it is checked, put into an
 * office file, and casefiles run on it from the opening to their end, also when a second version
 * comes while they are open.  The tests stand in order, each going on where the one before ended.
 */
#include "support/folder.h"
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORKFLOW "employment_quota"

/* The parts of the text that the versions differ in. */
struct text {
    const char *version;
    const char *groups; /* the catalogue that the status groups come from */
    const char *column; /* the second column of the work done before */
    const char *medical;
    const char *after; /* the stage that the end comes after */
};

#define YEARS  "{id: years, label: Years, type: number, least: 0, most: 60}"
#define MONTHS "{id: months, label: Months, type: number, least: 0, most: 720}"
#define MEDICAL                                                                                    \
    "      - id: medical\n"                                                                        \
    "        title: Medical check\n"                                                               \
    "        why: The firm asks for it, and pays for it.\n"                                        \
    "        kind: checklist\n"                                                                    \
    "        after: [quota_request]\n"                                                             \
    "        when: {step: quota_request, outcome: place}\n"                                        \
    "        check_locally: true\n"                                                                \
    "        fields:\n"                                                                            \
    "          - {id: fit, label: Fit for the work, type: yes_no, required: yes, must_be: yes}\n"

static const struct text first_version = { "1", "groups", YEARS, "", "asking" };
static const struct text second_version = { "2", "groups", MONTHS, MEDICAL, "asking" };
static const struct text faulty_version = { "3", "groups", MONTHS, MEDICAL, "askin" };
static const struct text version_without_list = { "3", "quota_groups", MONTHS, "", "asking" };

/* The lists are the program's, and so is the ladder, which a part brings. */
static const char workflow_text[] =
    "kind: workflow\n"
    "id: " WORKFLOW "\n"
    "version: %s\n"
    "title: Employment quota\n"
    "purpose: For people who came back and look for work in a firm that keeps places for them.\n"
    "source: Order of the ministry on employment quotas, 2026\n"
    "uses: [escalation]\n"
    "stages:\n"
    "  - id: asking\n"
    "    title: Work and a place\n"
    "    steps:\n"
    "      - id: work\n"
    "        title: Work done before\n"
    "        why: A place fits only when somebody wrote down what the person can do.\n"
    "        kind: form\n"
    "        check_locally: true\n"
    "        fields:\n"
    "          - {id: group, label: Status group, type: choice, list: %s, required: yes}\n"
    "          - id: job\n"
    "            label: Work\n"
    "            type: rows\n"
    "            least: 1\n"
    "            most: 12\n"
    "            fields:\n"
    "              - {id: what, label: What, type: text, required: yes}\n"
    "              - %s\n"
    "        evidence:\n"
    "          - {type: diploma, check_locally: true}\n"
    "      - id: quota_request\n"
    "        title: Request for a place\n"
    "        why: The employment office knows which firms keep places.\n"
    "        kind: request\n"
    "        after: [work]\n"
    "        body: employment\n"
    "        decides: The head of the employment office\n"
    "        source: Order of the ministry on employment quotas, 2026\n"
    "        deadline:\n"
    "          from: asked\n"
    "          count: 15\n"
    "          unit: working\n"
    "          remind: [3]\n"
    "          missed: Take the next rung of the ladder.\n"
    "          source: Order of the ministry on employment quotas, 2026\n"
    "        outcomes:\n"
    "          - {id: place, title: Place found}\n"
    "          - {id: refused, title: Refused, refusal: true}\n"
    "          - {id: no_answer, title: No answer after all reminders}\n"
    "        ladder: administrative\n"
    "        if_refused: Ask for the reason in writing.\n"
    "        if_silent: Remind, then take the next rung of the ladder.\n"
    "%s"
    "  - id: end\n"
    "    title: End\n"
    "    after: [%s]\n"
    "    steps:\n"
    "      - id: decision\n"
    "        title: Decision\n"
    "        why: The file ends when the person works, or knows why not.\n"
    "        kind: decision\n"
    "        finish_by: [counsellor, supervisor]\n"
    "        check_locally: true\n"
    "        outcomes:\n"
    "          - {id: works, title: Works, closes: goals_reached}\n"
    "          - {id: no_place, title: No place, closes: refused_final}\n";

static struct folder folder;
static char office[FOLDER_PATH_SIZE];
static char file[FOLDER_PATH_SIZE]; /* of the workflow */
static char first_case[40];         /* numbers */
static char second_case[40];
static char third_case[40];
static struct program_result result;

#define assert_exit(expected)    program_assert_exit(&result, expected)
#define assert_says(where, text) program_assert_says(where, text)
#define assert_silent(text)      assert_null(strstr(result.out, text))
#define RUN(...)                 program_run(&result, &(const struct program_call){ __VA_ARGS__, .secret = "demo" })
#define LOGIN(today)             "--file", office, "--passphrase-fd", "3", "--today", today
#define ON(today, ...)           RUN(.words = { __VA_ARGS__, LOGIN(today) })

static int make_office(void **state)
{
    (void)state;
    folder_make(&folder);
    folder_path(office, &folder, "office.qadam");
    folder_path(file, &folder, WORKFLOW ".yaml");
    program_run(&result, &(const struct program_call){
                             .words = { "demo", office, "--people", "20", "--country", "KZ" } });
    return result.exit_code;
}

static int remove_office(void **state)
{
    (void)state;
    folder_remove(&folder);
    return 0;
}

static void write_workflow(const struct text *text)
{
    char *whole = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&whole, &size);
    assert_non_null(memory);
    fprintf(memory, workflow_text, text->version, text->groups, text->column, text->medical,
            text->after);
    assert_int_equal(fclose(memory), 0);
    file_write(file, whole, size);
    free(whole);
}

static void list_workflows(void)
{
    RUN(.words = { "workflow", "list", office, "--passphrase-fd", "3" });
    assert_exit(0);
}

static void add_workflow(void)
{
    RUN(.words = { "workflow", "add", office, file, "--passphrase-fd", "3" });
}

static void open_casefile(char number[40], const char *name)
{
    char person[64];
    RUN(.words = { "person", "find", office, name, "--limit", "1", "--passphrase-fd", "3" });
    assert_exit(0);
    snprintf(person, sizeof(person), "%.*s", (int)strcspn(result.out, "\t"), result.out);
    ON("2026-11-24", "case", "open", person, "--workflow", WORKFLOW);
    assert_exit(0);
    snprintf(number, 40, "%.*s", (int)strcspn(result.out, "\n"), result.out);
}

static void write_down_work(const char *number, const char *lines)
{
    RUN(.words = { "case", "answer", number, "work", LOGIN("2026-11-24") }, .input = lines);
    assert_exit(0);
    ON("2026-11-24", "case", "finish", number, "work");
    assert_exit(0);
}

/* ---- a text becomes a workflow */

static void what_the_ministry_wrote_is_checked(void **state)
{
    (void)state;
    write_workflow(&first_version);
    RUN(.words = { "workflow", "check", file });
    assert_exit(0);
    assert_string_equal(result.out, WORKFLOW "\t1\tEmployment quota\n");
    assert_string_equal(result.err, "");
}

static void it_is_added_and_listed_beside_those_of_the_program(void **state)
{
    (void)state;
    list_workflows();
    assert_silent(WORKFLOW);
    add_workflow();
    assert_exit(0);
    assert_string_equal(result.out, WORKFLOW "\t1\n");
    list_workflows();
    assert_says(result.out, WORKFLOW "\t1\tEmployment quota\tthe office's own\t0\n");
    assert_says(result.out, "integration\t2\tIntegration\tthe program's\t0\n");
    RUN(.words = { "workflow", "show", office, WORKFLOW, "--passphrase-fd", "3" });
    assert_exit(0);
    assert_says(result.out, "Who decides: The head of the employment office");
    assert_says(result.out, "Order of the ministry on employment quotas, 2026");
}

static void the_same_version_is_not_added_twice(void **state)
{
    (void)state;
    add_workflow();
    assert_exit(1);
    assert_says(result.err, "The office has this version of the workflow already. Raise its "
                            "'version' and add it again.");
    assert_string_equal(result.out, "");
}

/* ---- a casefile from its opening to its end */

static void a_casefile_is_opened_on_it_and_says_what_is_first(void **state)
{
    (void)state;
    open_casefile(first_case, "Серік");
    ON("2026-11-24", "case", "next", first_case);
    assert_exit(0);
    assert_says(result.out, "A place fits only when somebody wrote down what the person can do.");
    /* The lists are the program's. */
    assert_says(result.out, "REF (Recognised refugee)");
    assert_says(result.out, "evidence.diploma");
    ON("2026-11-24", "case", "finish", first_case, "decision", "--outcome", "works");
    assert_exit(1);
    assert_says(result.err, "Another step comes first");
}

static void its_rows_are_asked_for(void **state)
{
    (void)state;
    RUN(.words = { "case", "answer", first_case, "work", LOGIN("2026-11-24") },
        .input = "group: RET\n");
    assert_exit(0);
    ON("2026-11-24", "case", "finish", first_case, "work");
    assert_exit(1);
    assert_says(result.err, "rows needed at least: 1");
    RUN(.words = { "case", "answer", first_case, "work", LOGIN("2026-11-24") },
        .input = "job.1.what: Electrician\njob.1.years: 61\n");
    assert_exit(2);
    write_down_work(first_case, "job.1.what: Electrician\njob.1.years: 15\n"
                                "job.2.what: Driver\njob.2.years: 2\n");
    assert_says(result.out, "quota_request");
}

/* 15 working days after Wednesday, November 25: two of that week, five each of the two that follow,
 * Monday and Tuesday; Wednesday, December 16, is Independence Day; so Thursday, December 17. */
static void its_deadline_counts_with_the_calendar_of_the_country(void **state)
{
    (void)state;
    RUN(.words = { "case", "wait", first_case, "quota_request", LOGIN("2026-11-25") },
        .input = "for: Employment office\nreference: 12/7\n");
    assert_exit(0);
    RUN(.words = { "case", "show", first_case, "--json", LOGIN("2026-11-25") });
    assert_exit(0);
    assert_says(result.out, "\"state\":\"waiting\",\"is_started\":true,\"is_urgent\":false,"
                            "\"is_restricted\":false,\"since\":\"2026-11-25\","
                            "\"due\":\"2026-12-17\"");
}

/* The reminder comes three days before; the ladder of the program's part a day after. */
static void its_reminder_and_the_ladder_of_the_program_come_in_time(void **state)
{
    (void)state;
    ON("2026-12-13", "day", "--everybody");
    assert_exit(0);
    assert_says(result.out, "waiting\t2026-12-17\t");
    ON("2026-12-14", "day", "--everybody");
    assert_says(result.out, "today\t2026-12-17\t");
    ON("2026-12-18", "day", "--everybody");
    assert_says(result.out, "overdue\t2026-12-17\t");
    RUN(.words = { "case", "wait", first_case, "quota_request", LOGIN("2026-12-18") },
        .input = "for: The officer\n");
    assert_exit(0);
    assert_says(result.out, "Reminder to the officer");
}

static void its_decision_closes_the_casefile(void **state)
{
    (void)state;
    ON("2026-12-21", "case", "finish", first_case, "quota_request", "--outcome", "found");
    assert_exit(2);
    assert_says(result.err, "This step cannot end so. It can end so: place (Place found)");
    ON("2026-12-21", "case", "finish", first_case, "quota_request", "--outcome", "place");
    assert_exit(0);
    ON("2026-12-21", "case", "finish", first_case, "decision", "--outcome", "works");
    assert_exit(0);
    ON("2026-12-21", "case", "next", first_case);
    assert_exit(1);
    ON("2026-12-21", "case", "close", first_case, "--reason", "goals_reached");
    assert_exit(0);
    assert_string_equal(strchr(result.out, '\t'), "\tclosed\n");
}

/* ---- the second version */

static void an_open_casefile_stays_on_the_first_version(void **state)
{
    (void)state;
    open_casefile(second_case, "Farid");
    write_down_work(second_case, "group: ASY\njob.1.what: Welder\njob.1.years: 4\n");
    write_workflow(&second_version);
    RUN(.words = { "workflow", "check", file });
    assert_exit(0);
    add_workflow();
    assert_exit(0);
    assert_string_equal(result.out, WORKFLOW "\t2\n");
    list_workflows();
    assert_says(result.out, WORKFLOW "\t2\tEmployment quota\tthe office's own\t0\n");
    assert_says(result.out, WORKFLOW "\t1\tEmployment quota\tthe office's own\t1\n");
    ON("2026-11-24", "case", "show", second_case);
    assert_says(result.out, "Employment quota, version 1");
    assert_silent("Medical check");
}

static void a_new_one_goes_through_the_second(void **state)
{
    (void)state;
    open_casefile(third_case, "Galina");
    ON("2026-11-24", "case", "show", third_case);
    assert_says(result.out, "Employment quota, version 2");
    assert_says(result.out, "Medical check");
    list_workflows();
    assert_says(result.out, WORKFLOW "\t2\tEmployment quota\tthe office's own\t1\n");
}

static void a_closed_one_can_still_be_read(void **state)
{
    (void)state;
    ON("2026-12-22", "case", "show", first_case);
    assert_exit(0);
    assert_says(result.out, "Employment quota, version 1");
    assert_says(result.out, "Work 1: Years         15\n");
}

static void moving_says_what_changes_and_asks_first(void **state)
{
    (void)state;
    ON("2026-11-24", "case", "move", second_case);
    assert_exit(2);
    assert_says(result.err, "say --yes");
    ON("2026-11-24", "case", "show", second_case);
    assert_says(result.out, "version 1");
    ON("2026-11-24", "case", "move", second_case, "--yes");
    assert_exit(0);
    assert_string_equal(result.out, WORKFLOW "\t2\n");
    assert_says(result.err, "Employment quota: 1 -> 2");
    assert_says(result.err, "New step: Medical check");
    assert_says(result.err, "Answer no longer shown: Work done before: Years, 1");
    ON("2026-11-24", "case", "show", second_case);
    assert_says(result.out, "Employment quota, version 2");
    assert_says(result.out, "Welder");
    assert_silent("Years");
}

static void a_moved_one_goes_on_with_the_new_steps(void **state)
{
    (void)state;
    ON("2026-12-01", "case", "finish", second_case, "quota_request", "--outcome", "place");
    assert_exit(0);
    assert_says(result.out, "(medical)");
    ON("2026-12-01", "case", "finish", second_case, "decision", "--outcome", "works");
    assert_exit(1);
    assert_says(result.err, "Another step comes first: Medical check (medical)");
    RUN(.words = { "case", "answer", second_case, "medical", LOGIN("2026-12-01") },
        .input = "fit: yes\n");
    assert_exit(0);
    ON("2026-12-01", "case", "finish", second_case, "medical");
    assert_exit(0);
    ON("2026-12-01", "case", "finish", second_case, "decision", "--outcome", "works");
    assert_exit(0);
    ON("2026-12-01", "case", "close", second_case, "--reason", "goals_reached");
    assert_exit(0);
}

/* ---- faults */

/* By the name of the file, the line - that of the stage or the field - and what mends it. */
static void assert_fault(const char *line, const char *sentence)
{
    char expected[FOLDER_PATH_SIZE + 160];
    snprintf(expected, sizeof(expected), "%s:%s: %s\n", file, line, sentence);
    RUN(.words = { "workflow", "check", file });
    assert_exit(1);
    assert_says(result.err, "Mend these and check again");
    assert_string_equal(result.out, expected);
    add_workflow();
    assert_exit(1);
    assert_string_equal(result.out, "");
    assert_says(result.err, expected);
    assert_says(result.err, "Nothing was added: mend the faults above first.");
    list_workflows();
    assert_silent(WORKFLOW "\t3");
}

static void a_faulty_one_is_refused_and_nothing_is_added(void **state)
{
    (void)state;
    write_workflow(&faulty_version);
    assert_fault("60", "There is no stage 'askin'. Correct the name or add the stage.");
    write_workflow(&version_without_list);
    assert_fault("18", "'quota_groups' is not there (catalogue). Give that file too, or correct "
                       "the name.");
}

static void a_list_of_its_own_is_given_beside_it(void **state)
{
    static const char list[] = "kind: catalogue\nid: quota_groups\ntitle: Groups with a quota\n"
                               "check_locally: true\nentries:\n"
                               "  - {id: RET, title: Returnee}\n";
    char second_file[FOLDER_PATH_SIZE];
    (void)state;
    folder_path(second_file, &folder, "quota_groups.yaml");
    file_write(second_file, list, strlen(list));
    RUN(.words = { "workflow", "add", office, file, second_file, "--passphrase-fd", "3" });
    assert_exit(0);
    assert_string_equal(result.out, WORKFLOW "\t3\n");
}

static void the_journal_holds_all_of_it(void **state)
{
    (void)state;
    RUN(.words = { "journal", "verify", office, "--passphrase-fd", "3" });
    assert_exit(0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_ministry_wrote_is_checked),
        cmocka_unit_test(it_is_added_and_listed_beside_those_of_the_program),
        cmocka_unit_test(the_same_version_is_not_added_twice),
        cmocka_unit_test(a_casefile_is_opened_on_it_and_says_what_is_first),
        cmocka_unit_test(its_rows_are_asked_for),
        cmocka_unit_test(its_deadline_counts_with_the_calendar_of_the_country),
        cmocka_unit_test(its_reminder_and_the_ladder_of_the_program_come_in_time),
        cmocka_unit_test(its_decision_closes_the_casefile),
        cmocka_unit_test(an_open_casefile_stays_on_the_first_version),
        cmocka_unit_test(a_new_one_goes_through_the_second),
        cmocka_unit_test(a_closed_one_can_still_be_read),
        cmocka_unit_test(moving_says_what_changes_and_asks_first),
        cmocka_unit_test(a_moved_one_goes_on_with_the_new_steps),
        cmocka_unit_test(a_faulty_one_is_refused_and_nothing_is_added),
        cmocka_unit_test(a_list_of_its_own_is_given_beside_it),
        cmocka_unit_test(the_journal_holds_all_of_it),
    };
    return cmocka_run_group_tests(tests, make_office, remove_office);
}
