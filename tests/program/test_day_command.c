/* SPDX-License-Identifier: Apache-2.0 */

/* 'qadam day' and the tasks of one's own words, as scripts use them.  The tests stand in order. */
#include "support/fixture_cases.h"
#include "support/fixture_rows.h"
#include "support/fixture_workflow.h"
#include "support/program.h"
#include "support/terminal.h"
#include "support/unit.h"
#include "task/day_list.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define NUMBER FIXTURE_CASES_NUMBER "1"

static struct program_result result;
static char task[UUID_TEXT_SIZE];

static void run(const struct program_call *call)
{
    program_run(&result, call);
    assert_null(strstr(result.err, FIXTURE_CASES_PERSON));
    assert_null(strstr(result.err, "%"));
}

#define AS_ON(user, day, ...)                                                                      \
    __VA_ARGS__, "--today", day, "--file", fixture_cases.file, "--user", user, "--passphrase-fd",  \
        "3"
#define AS(user, ...)            AS_ON(user, FIXTURE_TODAY, __VA_ARGS__)
#define RUN(...)                 run(&(const struct program_call){ __VA_ARGS__, .secret = FIXTURE_CASES_SECRET })
#define CALL(user, ...)          RUN(.words = { AS(user, __VA_ARGS__) })
#define CALL_ON(user, day, ...)  RUN(.words = { AS_ON(user, day, __VA_ARGS__) })
#define SAY(typed, user, ...)    RUN(.words = { AS(user, __VA_ARGS__) }, .input = (typed))
#define assert_exit(expected)    program_assert_exit(&result, expected)
#define assert_says(where, text) program_assert_says(where, text)
#define assert_silent(text)      assert_null(strstr(result.out, text))

static void copy_id(void)
{
    assert_int_equal(strcspn(result.out, "\n"), UUID_TEXT_SIZE - 1);
    memcpy(task, result.out, UUID_TEXT_SIZE - 1);
}

static void an_empty_day_is_no_failure(void **state)
{
    (void)state;
    CALL("clerk", "day");
    assert_exit(0);
    assert_string_equal(result.out, "");
    CALL("clerk", "task", "list");
    assert_exit(1);
    CALL("clerk", "day", "--json");
    assert_exit(0);
    assert_says(result.out, "\"overdue\":0,\"due_today\":0,\"new\":0,\"ready\":0,\"waiting\":0");
}

static void steps_that_are_ready_are_the_days_work(void **state)
{
    (void)state;
    CALL("clerk", "case", "open", fixture_cases.person, "--workflow", "visit", "--assign", "clerk");
    assert_exit(0);
    CALL("counsellor", "case", "open", fixture_cases.other, "--workflow", "visit");
    assert_exit(0);
    CALL("clerk", "day");
    assert_exit(0);
    assert_says(result.out, "new\t\t\t" NUMBER "\t");
    assert_says(result.out, "\tconsent\tConsent\tclerk\t");
    assert_silent(FIXTURE_CASES_NUMBER "2");
    CALL("counsellor", "day", "--unassigned");
    assert_says(result.out, FIXTURE_CASES_NUMBER "2");
    assert_silent(NUMBER);
    CALL("inspector", "day", "--everybody", "--limit", "1", "--json");
    assert_exit(0);
    assert_says(result.out, "\"new\":4");
    CALL("first", "day", "--for", "clerk");
    assert_says(result.out, NUMBER);
    CALL_ON("clerk", "2026-11-30", "day");
    assert_says(result.out, "ready\t\t\t" NUMBER "\t");
}

static void whose_day_it_is_is_said_once(void **state)
{
    (void)state;
    CALL("clerk", "day", "--everybody", "--unassigned");
    assert_exit(2);
    assert_says(result.err, "Only one of");
    CALL("clerk", "day", "--for", "nobody");
    assert_exit(1);
    assert_says(result.err, "no user of this name");
    CALL("clerk", "day", "--limit", "0");
    assert_exit(2);
}

static void work_of_somebody_who_was_revoked_is_still_seen(void **state)
{
    struct office_user gone;
    struct error error;
    (void)state;
    struct office *opened = fixture_cases_open("first");
    assert_ok(office_find_user(opened, "gone", &gone, &error));
    fixture_rows_run(office_store(opened),
                     "UPDATE task SET assigned_to = %Q WHERE id IN"
                     " (SELECT id FROM task WHERE assigned_to IS NULL)",
                     gone.id);
    office_close(&opened);
    CALL("first", "day", "--for", "gone");
    assert_exit(0);
    assert_says(result.out, FIXTURE_CASES_NUMBER "2\t");
    CALL("first", "task", "list", "--for", "gone");
    assert_exit(0);
    assert_says(result.out, FIXTURE_CASES_NUMBER "2\t");
    SAY("title: x\n", "first", "task", "add", "--for", "gone"); /* new work is another thing */
    assert_exit(1);
    assert_says(result.err, "revoked");
    opened = fixture_cases_open("first");
    fixture_rows_run(office_store(opened),
                     "UPDATE task SET assigned_to = NULL WHERE"
                     " assigned_to = %Q",
                     gone.id);
    office_close(&opened);
}

static void the_help_tells_the_limit_that_counts(void **state)
{
    char limit[48];
    (void)state;
    snprintf(limit, sizeof(limit), "(%d if you do not say)", DAY_LIMIT_DEFAULT);
    RUN(.words = { "day", "--help" });
    assert_exit(0);
    assert_says(result.out, limit);
}

static void a_task_is_noted_and_falls_due(void **state)
{
    (void)state;
    SAY("title: Call ЗАГС\n", "clerk", "task", "add", "--case", NUMBER, "--due", "2026-11-26",
        "--urgent");
    assert_exit(0);
    copy_id();
    CALL_ON("clerk", "2026-11-26", "day");
    assert_says(result.out, "today\t2026-11-26\t\t" NUMBER "\t");
    CALL_ON("clerk", "2026-11-29", "day");
    assert_says(result.out, "overdue\t2026-11-26\t\t" NUMBER "\t");
    assert_says(result.out, "\tCall ЗАГС\tclerk\t");
    CALL("clerk", "task", "list", "--own", "--case", NUMBER);
    assert_exit(0);
    assert_says(result.out, "\topen\t2026-11-26\t" NUMBER "\t\tclerk\tCall ЗАГС\n");
    assert_silent("Consent");
    CALL("clerk", "task", "list", "--unassigned", "--json");
    assert_exit(0);
    assert_says(result.out, "\"step\":\"consent\"");
}

/* ---- on a terminal */

#define TITLE      "Позвонить в отдел регистрации актов гражданского состояния, спросить справку"

#define WORD(text) ((char *)(uintptr_t)(text))

static unsigned short columns;

static int run_program(void *words)
{
    char *environment[] = { WORD("LANG=C.UTF-8"), NULL };
    const struct winsize size = { .ws_row = 25, .ws_col = columns };
    int terminal = open("/dev/tty", O_RDWR);
    if (ioctl(terminal, TIOCSWINSZ, &size) != 0)
        return 126;
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (dup2(terminal, fd) < 0)
            return 126;
    execve(QADAM_PROGRAM, words, environment);
    return 127;
}

static void look_at_the_day(struct terminal *terminal, const char *last)
{
    terminal_begin(terminal, run_program,
                   (char *[]){ WORD("qadam"), WORD("day"), WORD("--file"), fixture_cases.file,
                               WORD("--user"), WORD("clerk"), WORD("--today"), WORD("2026-11-26"),
                               NULL });
    assert_true(terminal_wait_for(terminal, "Passphrase of clerk: ", 0));
    terminal_type(terminal, FIXTURE_CASES_SECRET "\n");
    if (!terminal_wait_for(terminal, last, 0))
        print_error("no \"%s\" in: %s\n", last, terminal->output);
    assert_true(terminal_wait_for(terminal, last, 0));
    assert_int_equal(terminal_end(terminal), 0);
}

static void the_page_cuts_neither_number_nor_title(void **state)
{
    struct terminal terminal;
    char id[UUID_TEXT_SIZE];
    (void)state;
    SAY("title: " TITLE "\n", "clerk", "task", "add", "--case", NUMBER, "--due", "2026-11-26");
    assert_exit(0);
    snprintf(id, sizeof(id), "%.36s", result.out);
    columns = 80;
    look_at_the_day(&terminal, " " NUMBER "\r\n                Позвонить в отдел регистрации актов "
                               "гражданского состояния,\r\n                спросить справку\r\n");
    assert_non_null(strstr(terminal.output, "\nTODAY AND SOON\r\n"));
    columns = 200;
    look_at_the_day(&terminal, NUMBER "      " TITLE "\r\n");
    CALL("clerk", "task", "cancel", id);
    assert_exit(0);
}

/* ---- tasks again */

static void a_task_that_makes_no_sense_is_refused(void **state)
{
    (void)state;
    CALL("clerk", "task", "add");
    assert_exit(2);
    assert_says(result.err, "title: This line is needed");
    SAY("title: x\n", "clerk", "task", "add", "--due", "2026-11-01");
    assert_exit(2);
    assert_says(result.err, "due today or later");
    CALL("clerk", "task", "done", "zzz");
    assert_exit(2);
    assert_says(result.err, "first eight signs");
    SAY("title: x\n", "clerk", "task", "add", "--due", "soon");
    assert_exit(2);
    SAY("title: x\n", "clerk", "task", "add", "--case", FIXTURE_CASES_NUMBER "9");
    assert_exit(1);
    assert_says(result.err, "no such casefile");
    SAY("title: x\n", "clerk", "task", "add", "--for", "nobody");
    assert_exit(1);
    SAY("title: x\n", "inspector", "task", "add");
    assert_exit(1);
    assert_says(result.err, "role");
}

static void a_task_of_a_step_names_the_command_that_ends_it(void **state)
{
    char id[UUID_TEXT_SIZE];
    (void)state;
    CALL("clerk", "task", "list", "--case", NUMBER);
    assert_exit(0);
    const char *line = strstr(result.out, "\tconsent\t");
    assert_non_null(line);
    while (line > result.out && line[-1] != '\n')
        line--;
    snprintf(id, sizeof(id), "%.36s", line);
    CALL("clerk", "task", "done", id);
    assert_exit(1);
    assert_says(result.err, "ends with it; this does it: qadam case finish " NUMBER " consent");
    assert_string_equal(result.out, "");
}

static void a_task_ends_once(void **state)
{
    (void)state;
    CALL("clerk", "task", "done", "ffffffff");
    assert_exit(1);
    assert_says(result.err, "no such task");
    CALL("clerk", "task", "done", task, "--json");
    assert_exit(0);
    assert_says(result.out, "\"state\":\"done\"");
    CALL("clerk", "task", "cancel", task);
    assert_exit(1);
    assert_says(result.err, "finished already");
    CALL("clerk", "task", "list", "--own");
    assert_exit(1);
    CALL("clerk", "task", "list", "--own", "--finished");
    assert_exit(0);
    assert_says(result.out, "\tdone\t");
    SAY("title: not needed\n", "clerk", "task", "add");
    copy_id();
    CALL("clerk", "task", "cancel", task);
    assert_exit(0);
    RUN(.words = { "journal", "verify", fixture_cases.file, "--user", "first", "--passphrase-fd",
                   "3" });
    assert_exit(0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_day_is_no_failure),
        cmocka_unit_test(steps_that_are_ready_are_the_days_work),
        cmocka_unit_test(whose_day_it_is_is_said_once),
        cmocka_unit_test(work_of_somebody_who_was_revoked_is_still_seen),
        cmocka_unit_test(the_help_tells_the_limit_that_counts),
        cmocka_unit_test(a_task_is_noted_and_falls_due),
        cmocka_unit_test(the_page_cuts_neither_number_nor_title),
        cmocka_unit_test(a_task_that_makes_no_sense_is_refused),
        cmocka_unit_test(a_task_of_a_step_names_the_command_that_ends_it),
        cmocka_unit_test(a_task_ends_once),
    };
    return cmocka_run_group_tests(tests, fixture_cases_make, fixture_cases_remove);
}
