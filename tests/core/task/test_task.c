/* SPDX-License-Identifier: Apache-2.0 */

/* Own tasks and "my day". */
#include "task/day_list.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "casefile/casefile_view.h"
#include "support/dump.h"
#include "support/fixture_record.h"
#include "support/fixture_rows.h"
#include "support/fixture_store.h"
#include "support/fixture_workflow.h"
#include "support/interrupt.h"
#include "support/unit.h"
#include "task/task_store.h"

static struct error error;
static struct store *store;
static struct casefile_desk desk;
static struct casefile_opened opened;

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_workflow_office(store);
    desk = fixture_desk(store, FIXTURE_USER, "supervisor", FIXTURE_TODAY);
    fixture_casefile_open(&desk, "Асанова", &opened);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fixture_desk_release(&desk);
    store_close(&store);
    return 0;
}

static struct task make(const char *title, const char *casefile_id, const char *due_on)
{
    struct task task = { .title = (char *)(uintptr_t)title, .since = desk.today };
    memcpy(task.assigned_to, FIXTURE_USER, sizeof(FIXTURE_USER));
    if (casefile_id != NULL)
        memcpy(task.casefile_id, casefile_id, UUID_TEXT_SIZE);
    if (due_on != NULL) {
        task.due_on = fixture_day(due_on);
        task.has_due_on = true;
    }
    return task;
}

/* ---- Own tasks */

static void every_word_is_understood_again(void **state)
{
    (void)state;
    enum task_kind kind;
    enum task_state found;
    for (enum task_kind i = 0; i < TASK_KIND_COUNT; i++) {
        assert_ok(task_kind_parse(&kind, task_kind_word(i), &error));
        assert_int_equal(kind, i);
    }
    for (enum task_state i = 0; i < TASK_STATE_COUNT; i++) {
        assert_ok(task_state_parse(&found, task_state_word(i), &error));
        assert_int_equal(found, i);
    }
    assert_status(task_kind_parse(&kind, "play", &error), STATUS_INVALID);
    assert_status(task_state_parse(&found, "", &error), STATUS_INVALID);
}

static void an_own_task_is_kept_found_and_done(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    struct task found;
    struct task task = make("позвонить брату", opened.id, "2026-11-27");
    assert_ok(task_add(store, FIXTURE_USER, &task, &error));
    assert_ok(task_find(store, task.id, id, &error));
    assert_ok(task_end(store, FIXTURE_USER, id, TASK_DONE, &error));
    assert_ok(task_load(store, id, &found, &error));
    assert_int_equal(found.state, TASK_DONE);
    assert_string_equal(found.title, "позвонить брату");
    task_release(&found);
    assert_status(task_end(store, FIXTURE_USER, id, TASK_CANCELLED, &error), STATUS_REFUSED);
    char *words = dump_find(store_handle(store), "позвонить");
    assert_string_equal(words, "history task ");
    free(words);
    assert_journal_is_whole(store);
}

static void without_a_casefile_the_journal_has_no_words(void **state)
{
    (void)state;
    struct task task = make("позвонить", NULL, NULL);
    assert_ok(task_add(store, FIXTURE_USER, &task, &error));
    assert_ok(task_end(store, FIXTURE_USER, task.id, TASK_CANCELLED, &error));
    char *words = dump_find(store_handle(store), "позвонить");
    assert_string_equal(words, "task ");
    free(words);
    assert_string_equal(
        fixture_text(store, "SELECT group_concat(act, ' ') FROM journal WHERE subject = :id",
                     task.id),
        "task.add task.cancel");
}

static void what_makes_no_task_is_refused(void **state)
{
    (void)state;
    struct task task = make("x", FIXTURE_USER, NULL);
    assert_status(task_add(store, FIXTURE_USER, &task, &error), STATUS_NOT_FOUND);
    task = make("x", NULL, "2026-11-23");
    assert_status(task_add(store, FIXTURE_USER, &task, &error), STATUS_DATE_INVALID);
    task = make(" ", NULL, NULL);
    assert_status(task_add(store, FIXTURE_USER, &task, &error), STATUS_TEXT_EMPTY);
    task = make("x", NULL, NULL);
    memcpy(task.assigned_to, opened.id, UUID_TEXT_SIZE);
    assert_status(task_add(store, FIXTURE_USER, &task, &error), STATUS_NOT_FOUND);
    memcpy(task.id, fixture_text(store, "SELECT id FROM task WHERE casefile_id = :id", opened.id),
           UUID_TEXT_SIZE);
    assert_status(task_end(store, FIXTURE_USER, task.id, TASK_DONE, &error), STATUS_REFUSED);
    assert_status(task_find(store, task.id, task.id, &error), STATUS_NOT_FOUND);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM task WHERE kind = 'own'"), 0);
}

static size_t count_listed(const struct task_filter *filter)
{
    struct task_list list;
    assert_ok(task_list(store, filter, &list, &error));
    const size_t count = list.count;
    task_list_release(&list);
    return count;
}

static void lists_ask_by_casefile_user_and_kind(void **state)
{
    (void)state;
    struct task own = make("x", NULL, "2026-11-25");
    assert_ok(task_add(store, FIXTURE_USER, &own, &error));
    const struct {
        struct task_filter filter;
        size_t count;
    } rows[] = {
        { { .limit = 0 }, 3 },
        { { .casefile_id = opened.id }, 2 },
        { { .casefile_id = opened.id, .is_own_only = true }, 0 },
        { { .assigned_to = FIXTURE_USER }, 3 },
        { { .assigned_to = FIXTURE_USER, .is_own_only = true }, 1 },
        { { .assigned_to = FIXTURE_OTHER_USER }, 0 },
        { { .is_unassigned = true }, 0 },
        { { .limit = 2 }, 2 },
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
        assert_int_equal(count_listed(&rows[i].filter), rows[i].count);
}

static enum status add_again(void *self)
{
    struct task task = make("x", self, NULL);
    return task_add(store, FIXTURE_USER, &task, &error);
}

static void a_task_that_is_cut_off_leaves_nothing(void **state)
{
    (void)state;
    assert_all_or_nothing(store, add_again, opened.id);
}

/* ---- Rewriting */

static void a_step_has_one_open_task_that_is_not_written_for_nothing(void **state)
{
    (void)state;
    assert_ok(casefile_renew_open(&desk, NULL, &error));
    char *before = dump_database(store_handle(store), "");
    assert_ok(casefile_renew_open(&desk, NULL, &error));
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(after, before);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM task"), 2);
    free(before);
    free(after);
}

/* ---- My day */

static void add_task(const char *what, const char *kind, const char *since, const char *due_on,
                     const char *remind_on)
{
    static int number;
    char id[UUID_TEXT_SIZE];
    uuid_new(id);
    number++;
    fixture_rows_run(store,
                     "INSERT INTO task (id, casefile_id, step, kind, assigned_to, since, due_on,"
                     " remind_on, state, created_at, created_by) VALUES (%Q, %Q, '%q%d', %Q, %Q,"
                     " %Q, %Q, %Q, 'open', '" FIXTURE_MOMENT_TEXT "', '" FIXTURE_USER "')",
                     id, opened.id, what, number, kind, FIXTURE_OTHER_USER, since, due_on,
                     remind_on);
}

static struct day_list load_day(const char *user, bool is_unassigned)
{
    struct day_list list;
    const struct day_question question = { .user_id = user,
                                           .is_unassigned = is_unassigned,
                                           .today = desk.today };
    assert_ok(day_list_load(store, &question, &list, &error));
    return list;
}

static void assert_counts(const struct day_list *list, int overdue, int today, int fresh, int ready,
                          int waiting)
{
    assert_int_equal(list->counts[DAY_OVERDUE], overdue);
    assert_int_equal(list->counts[DAY_TODAY], today);
    assert_int_equal(list->counts[DAY_NEW], fresh);
    assert_int_equal(list->counts[DAY_READY], ready);
    assert_int_equal(list->counts[DAY_WAITING], waiting);
}

static void each_task_stands_in_the_first_group_that_fits(void **state)
{
    (void)state;
    add_task("late", "step", "2026-11-01", "2026-11-20", NULL);
    add_task("later", "waiting", "2026-11-01", "2026-11-23", "2026-11-20");
    add_task("now", "step", "2026-11-24", "2026-11-24", NULL);
    add_task("reminded", "step", "2026-11-01", "2026-12-20", "2026-11-24");
    add_task("fresh", "step", "2026-11-24", "2026-12-20", "2026-12-01");
    add_task("fresh", "approval", "2026-11-24", NULL, NULL);
    add_task("ready", "step", "2026-11-23", NULL, NULL);
    add_task("waits", "waiting", "2026-11-24", "2026-11-25", NULL);
    add_task("stopped", "waiting", "2026-11-02", NULL, NULL);
    add_task("round", "step", "2027-01-25", "2027-01-25", NULL); /* nobody's work yet */
    struct day_list list = load_day(FIXTURE_OTHER_USER, false);
    assert_counts(&list, 2, 2, 2, 1, 2);
    assert_int_equal(list.count, 9);
    assert_memory_equal(list.items[0].step, "late", 4);
    assert_string_equal(list.items[0].number, opened.number);
    assert_string_equal(list.items[0].person_name, "Асанова Айгүл");
    assert_int_equal(list.items[0].group, DAY_OVERDUE);
    day_list_release(&list);
    list = load_day(NULL, false);
    assert_counts(&list, 2, 2, 4, 1, 2); /* and the two of the first user */
    day_list_release(&list);
    for (enum day_group i = 0; i < DAY_GROUP_COUNT; i++)
        assert_true(day_group_word(i)[0] != '\0');
}

static void appointments_of_today_come_first_and_urgent_work_next(void **state)
{
    (void)state;
    fixture_rows_run(store,
                     "INSERT INTO appointment (id, casefile_id, user_id, day, time, about, state)"
                     " VALUES (%Q, %Q, %Q, '2026-11-24', '10:00', 'беседа', 'planned'),"
                     " (%Q, NULL, NULL, '2026-11-24', '09:00', 'семинар', 'planned'),"
                     " ('01930000-0000-7000-8000-000000000009', %Q, NULL, '2026-11-24', '11:00',"
                     " 'приём', 'planned'),"
                     " (%Q, NULL, %Q, '2026-11-24', '08:00', 'отменена', 'cancelled')",
                     FIXTURE_USER, opened.id, FIXTURE_USER, FIXTURE_OTHER_USER, opened.id,
                     opened.id, FIXTURE_USER);
    struct day_list list = load_day(FIXTURE_USER, false);
    assert_counts(&list, 0, 2, 2, 0, 0);
    assert_true(list.items[0].is_appointment);
    assert_string_equal(list.items[0].time, "10:00");
    assert_string_equal(list.items[0].title, "беседа");
    assert_string_equal(list.items[0].number, opened.number);
    assert_string_equal(list.items[1].title, "приём"); /* of nobody, in a casefile of hers */
    assert_string_equal(list.items[2].step, "consent");
    assert_true(list.items[2].is_urgent);
    day_list_release(&list);
    list = load_day(NULL, false);
    assert_int_equal(list.counts[DAY_TODAY], 3);
    day_list_release(&list);
}

static void what_nobody_has_can_be_asked_for(void **state)
{
    (void)state;
    struct day_list list = load_day(NULL, true);
    assert_int_equal(list.count, 0);
    day_list_release(&list);
    assert_ok(casefile_assign(&desk, opened.id, NULL, &error));
    list = load_day(NULL, true);
    assert_counts(&list, 0, 0, 2, 0, 0);
    day_list_release(&list);
}

static void work_that_comes_to_somebody_today_is_new_to_them(void **state)
{
    (void)state;
    fixture_rows_run(store, "UPDATE task SET since = '2026-11-01'");
    assert_ok(casefile_assign(&desk, opened.id, FIXTURE_OTHER_USER, &error));
    struct day_list list = load_day(FIXTURE_OTHER_USER, false);
    assert_counts(&list, 0, 0, 2, 0, 0);
    day_list_release(&list);
}

static void a_limit_shortens_each_group_but_not_the_counts(void **state)
{
    (void)state;
    for (int i = 0; i < 5; i++)
        add_task("late", "step", "2026-11-01", "2026-11-20", NULL);
    struct day_list list;
    const struct day_question question = { .user_id = FIXTURE_OTHER_USER,
                                           .today = desk.today,
                                           .limit = 2 };
    assert_ok(day_list_load(store, &question, &list, &error));
    assert_int_equal(list.count, 2);
    assert_int_equal(list.counts[DAY_OVERDUE], 5);
    day_list_release(&list);
}

/* One urgent task behind more of the others than are looked at. */
static void assert_urgent_is_first(enum day_group group, const char *since, const char *due_on,
                                   const char *remind_on)
{
    const char *kind = group == DAY_WAITING ? "waiting" : "step";
    fixture_rows_run(store, "DELETE FROM task");
    for (int i = 0; i < DAY_COUNT_MAX + 1; i++)
        add_task("quiet", kind, since, due_on, remind_on);
    add_task("urgent", kind, since, due_on, remind_on);
    fixture_rows_run(store, "UPDATE task SET is_urgent = 1 WHERE step GLOB 'urgent*'");
    const char *const users[] = { FIXTURE_OTHER_USER, NULL };
    for (size_t i = 0; i < 2; i++) {
        struct day_list list = load_day(users[i], false);
        assert_int_equal(list.count, DAY_LIMIT_DEFAULT);
        assert_int_equal(list.items[0].group, group);
        assert_true(list.items[0].is_urgent);
        assert_false(list.items[1].is_urgent);
        assert_int_equal(list.counts[group], DAY_COUNT_MAX);
        day_list_release(&list);
    }
}

static void the_urgent_are_never_behind_the_limit(void **state)
{
    (void)state;
    assert_urgent_is_first(DAY_OVERDUE, "2026-11-01", "2026-11-20", NULL);
    assert_urgent_is_first(DAY_TODAY, "2026-11-01", "2026-11-24", NULL);
    assert_urgent_is_first(DAY_TODAY, "2026-11-01", "2026-12-24", "2026-11-20");
    assert_urgent_is_first(DAY_NEW, "2026-11-24", NULL, NULL);
    assert_urgent_is_first(DAY_READY, "2026-11-02", "2026-12-24", NULL);
    assert_urgent_is_first(DAY_WAITING, "2026-11-02", NULL, NULL);
}

/* The plan of a statement must not walk through a table, nor look into "task" where an index has
 * all that is needed. */
static int count_searches(const char *sql)
{
    static const char *const tables[] = { "SCAN task", "SCAN appointment", "SCAN casefile",
                                          "SCAN person_name" };
    char plan[8192];
    sqlite3_stmt *row = NULL;
    int covering = 0;
    snprintf(plan, sizeof(plan), "EXPLAIN QUERY PLAN %s", sql);
    assert_int_equal(sqlite3_prepare_v2(store_handle(store), plan, -1, &row, NULL), SQLITE_OK);
    while (sqlite3_step(row) == SQLITE_ROW) {
        const char *step = (const char *)sqlite3_column_text(row, 3);
        /* Of everybody's, the urgent are an index of their own, read up to the limit. */
        const bool is_limited = strstr(step, "task_of_all_by_urgency") != NULL;
        covering += is_limited;
        for (size_t i = 0; !is_limited && i < sizeof(tables) / sizeof(tables[0]); i++)
            if (strncmp(step, tables[i], strlen(tables[i])) == 0)
                fail_msg("%s: %s", step, sql);
        covering += !is_limited && strncmp(step, "SEARCH task USING COVERING INDEX", 32) == 0;
    }
    sqlite3_finalize(row);
    return covering;
}

static int count_day_lists(void)
{
    int found = 0;
    sqlite3_stmt *statement = sqlite3_next_stmt(store_handle(store), NULL);
    for (; statement != NULL; statement = sqlite3_next_stmt(store_handle(store), statement))
        if (strncmp(sqlite3_sql(statement), "WITH overdue", 12) == 0) {
            assert_int_equal(count_searches(sqlite3_sql(statement)), 7);
            found++;
        }
    return found;
}

static void my_day_walks_through_no_table(void **state)
{
    (void)state;
    const struct {
        const char *user;
        bool is_unassigned;
    } questions[] = { { FIXTURE_USER, false }, { NULL, false }, { NULL, true } };
    for (size_t i = 0; i < 3; i++) {
        struct day_list list = load_day(questions[i].user, questions[i].is_unassigned);
        day_list_release(&list);
    }
    assert_int_equal(count_day_lists(), 3);
}

/* Whether the plan walks through the rows themselves, and not through an index that has it all. */
static bool reads_the_table(const char *sql)
{
    char plan[8192];
    sqlite3_stmt *row = NULL;
    bool reads = false;
    snprintf(plan, sizeof(plan), "EXPLAIN QUERY PLAN %s", sql);
    assert_int_equal(sqlite3_prepare_v2(store_handle(store), plan, -1, &row, NULL), SQLITE_OK);
    while (sqlite3_step(row) == SQLITE_ROW) {
        const char *step = (const char *)sqlite3_column_text(row, 3);
        reads = reads || (strncmp(step, "SCAN task", 9) == 0 && strstr(step, "COVERING") == NULL);
    }
    sqlite3_finalize(row);
    return reads;
}

static void lists_of_open_tasks_read_no_finished_ones(void **state)
{
    (void)state;
    const struct task_filter filters[] = { { .limit = 0 },
                                           { .assigned_to = FIXTURE_USER },
                                           { .is_unassigned = true },
                                           { .casefile_id = opened.id } };
    int found = 0;
    for (size_t i = 0; i < sizeof(filters) / sizeof(filters[0]); i++)
        (void)count_listed(&filters[i]);
    sqlite3_stmt *statement = sqlite3_next_stmt(store_handle(store), NULL);
    for (; statement != NULL; statement = sqlite3_next_stmt(store_handle(store), statement))
        if (strstr(sqlite3_sql(statement), "NOT :is_own_only") != NULL) {
            assert_false(reads_the_table(sqlite3_sql(statement)));
            found++;
        }
    assert_int_equal(found, 4);
}

static void finished_tasks_are_listed_when_they_are_asked_for(void **state)
{
    (void)state;
    fixture_rows_run(store, "UPDATE task SET state = 'done', finished_at = created_at"
                            " WHERE step = 'intake'");
    const struct task_filter filters[] = { { .limit = 0 },
                                           { .assigned_to = FIXTURE_USER },
                                           { .casefile_id = opened.id } };
    for (size_t i = 0; i < sizeof(filters) / sizeof(filters[0]); i++) {
        struct task_filter filter = filters[i];
        assert_int_equal(count_listed(&filter), 1);
        filter.with_finished = true;
        assert_int_equal(count_listed(&filter), 2);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_word_is_understood_again),
        TEST(an_own_task_is_kept_found_and_done),
        TEST(without_a_casefile_the_journal_has_no_words),
        TEST(what_makes_no_task_is_refused),
        TEST(lists_ask_by_casefile_user_and_kind),
        TEST(lists_of_open_tasks_read_no_finished_ones),
        TEST(finished_tasks_are_listed_when_they_are_asked_for),
        TEST(a_task_that_is_cut_off_leaves_nothing),
        TEST(a_step_has_one_open_task_that_is_not_written_for_nothing),
        TEST(each_task_stands_in_the_first_group_that_fits),
        TEST(appointments_of_today_come_first_and_urgent_work_next),
        TEST(what_nobody_has_can_be_asked_for),
        TEST(work_that_comes_to_somebody_today_is_new_to_them),
        TEST(a_limit_shortens_each_group_but_not_the_counts),
        TEST(the_urgent_are_never_behind_the_limit),
        TEST(my_day_walks_through_no_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
