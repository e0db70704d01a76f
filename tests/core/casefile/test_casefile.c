/* SPDX-License-Identifier: Apache-2.0 */
#include "casefile/casefile_store.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "casefile/casefile_view.h"
#include "compartment/compartment.h"
#include "document/case_reference.h"
#include "person/person_store.h"
#include "store/setting.h"
#include "support/dump.h"
#include "support/fixture_keyring.h"
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

static struct casefile load(const char *id)
{
    struct casefile casefile;
    assert_ok(casefile_load(store, id, &casefile, &error));
    return casefile;
}

static enum status open_for(const char *person, struct casefile_opened *out)
{
    const struct casefile_opening opening = { .person_id = person,
                                              .workflow = FIXTURE_WORKFLOW,
                                              .opened_on = desk.today };
    return casefile_open(&desk, &opening, out, &error);
}

static enum status close_for(enum closing_reason reason, bool is_approver,
                             struct casefile_closed *out)
{
    const struct casefile_closing closing = { .reason = reason,
                                              .remark = "в Бишкек",
                                              .is_approver = is_approver };
    return casefile_close(&desk, opened.id, &closing, out, &error);
}

/* ---- Words */

static void every_word_is_understood_again(void **state)
{
    (void)state;
    enum casefile_state file;
    enum casefile_risk risk;
    enum casefile_urgency urgency;
    enum casefile_intake intake;
    enum closing_reason reason;
    for (enum casefile_state i = 0; i < CASEFILE_STATE_COUNT; i++) {
        assert_ok(casefile_state_parse(&file, casefile_state_word(i), &error));
        assert_int_equal(file, i);
    }
    for (enum casefile_risk i = 0; i < CASEFILE_RISK_COUNT; i++) {
        assert_ok(casefile_risk_parse(&risk, casefile_risk_word(i), &error));
        assert_int_equal(risk, i);
    }
    for (enum casefile_urgency i = 0; i < CASEFILE_URGENCY_COUNT; i++) {
        assert_ok(casefile_urgency_parse(&urgency, casefile_urgency_word(i), &error));
        assert_int_equal(urgency, i);
    }
    for (enum casefile_intake i = 0; i < CASEFILE_INTAKE_COUNT; i++) {
        assert_ok(casefile_intake_parse(&intake, casefile_intake_word(i), &error));
        assert_int_equal(intake, i);
    }
    for (enum closing_reason i = 0; i < CLOSING_REASON_COUNT; i++) {
        assert_ok(closing_reason_parse(&reason, closing_reason_word(i), &error));
        assert_int_equal(reason, i);
    }
    assert_status(casefile_state_parse(&file, "lost", &error), STATUS_INVALID);
    assert_status(closing_reason_parse(&reason, "tired", &error), STATUS_INVALID);
}

static void what_closing_heeds_depends_on_the_reason(void **state)
{
    (void)state;
    assert_true(closing_reason_heeds(CLOSING_GOALS_REACHED, CLOSING_BLOCK_RISK));
    assert_true(closing_reason_heeds(CLOSING_NO_CONTACT, CLOSING_BLOCK_RISK));
    assert_false(closing_reason_heeds(CLOSING_NO_CONTACT, CLOSING_BLOCK_REFERRAL));
    assert_false(closing_reason_heeds(CLOSING_DIED, CLOSING_BLOCK_RISK));
    assert_true(closing_reason_heeds(CLOSING_DIED, CLOSING_BLOCK_SUBFILE));
    assert_false(closing_reason_heeds(CLOSING_DUPLICATE, CLOSING_BLOCK_SUBFILE));
    assert_int_equal(closing_reason_state(CLOSING_DUPLICATE), CASEFILE_DUPLICATE);
    assert_int_equal(closing_reason_state(CLOSING_TRANSFERRED), CASEFILE_TRANSFERRED);
    assert_int_equal(closing_reason_state(CLOSING_DIED), CASEFILE_CLOSED);
}

/* ---- Opening */

static void a_casefile_gets_the_next_number_its_workflow_and_its_first_tasks(void **state)
{
    (void)state;
    assert_string_equal(opened.number, "KG-OSH-2026-000001");
    struct casefile found = load(opened.id);
    assert_int_equal(found.state, CASEFILE_OPEN);
    assert_string_equal(found.workflow, FIXTURE_WORKFLOW);
    assert_int_equal(found.version, 1);
    assert_string_equal(found.issue, "потеряла паспорт");
    assert_string_equal(found.assigned_to, FIXTURE_USER);
    assert_int_equal(day_compare(found.opened_on, desk.today), 0);
    casefile_release(&found);
    assert_string_equal(fixture_text(store,
                                     "SELECT group_concat(step, ' ') FROM (SELECT step FROM task"
                                     " WHERE casefile_id = :id AND state = 'open' ORDER BY step)",
                                     opened.id),
                        "consent intake");
    assert_string_equal(
        fixture_text(store, "SELECT group_concat(act, ' ') FROM journal WHERE subject = :id",
                     opened.id),
        "casefile.open");
    char *words = dump_find(store_handle(store), "потеряла");
    assert_string_equal(words, "casefile_words history ");
    free(words);
    assert_journal_is_whole(store);
}

static void numbers_count_on(void **state)
{
    (void)state;
    struct casefile_opened second;
    fixture_casefile_open(&desk, "Иванова", &second);
    assert_string_equal(second.number, "KG-OSH-2026-000002");
}

static void a_person_has_one_open_casefile_of_a_workflow(void **state)
{
    (void)state;
    struct casefile_opened second;
    struct casefile first = load(opened.id);
    assert_int_equal(open_for(first.person_id, &second), STATUS_EXISTS);
    assert_string_equal(second.number, opened.number);
    struct casefile_closed closed;
    assert_int_equal(close_for(CLOSING_GOALS_REACHED, true, &closed), STATUS_OK);
    assert_int_equal(open_for(first.person_id, &second), STATUS_OK);
    assert_int_equal(casefile_reopen(&desk, opened.id, "wieder da", &error), STATUS_EXISTS);
    casefile_release(&first);
}

static void an_office_without_a_country_opens_nothing(void **state)
{
    (void)state;
    char person[UUID_TEXT_SIZE];
    struct casefile_opened second;
    fixture_record_add(store, "Иванова", "Анна", person);
    assert_ok(store_execute(store, "DELETE FROM setting WHERE key = 'country'", &error));
    char *before = dump_database(store_handle(store), "");
    assert_int_equal(open_for(person, &second), STATUS_INVALID);
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(after, before);
    free(before);
    free(after);
}

static void nothing_is_opened_for_nobody_or_of_nothing(void **state)
{
    (void)state;
    char person[UUID_TEXT_SIZE], gone[UUID_TEXT_SIZE];
    struct casefile_opened out;
    fixture_record_add(store, "Иванова", "Анна", person);
    fixture_record_add(store, "Иванова", "Анна", gone);
    assert_ok(person_merge(store, FIXTURE_USER, person, gone, "дубликат", &error));
    struct casefile_opening opening = { .person_id = gone,
                                        .workflow = FIXTURE_WORKFLOW,
                                        .opened_on = desk.today };
    assert_status(casefile_open(&desk, &opening, &out, &error), STATUS_REFUSED);
    opening.person_id = FIXTURE_USER;
    assert_status(casefile_open(&desk, &opening, &out, &error), STATUS_NOT_FOUND);
    opening.person_id = person;
    opening.workflow = "nothing";
    assert_status(casefile_open(&desk, &opening, &out, &error), STATUS_NOT_FOUND);
    opening.workflow = FIXTURE_WORKFLOW;
    opening.parent_id = person;
    assert_status(casefile_open(&desk, &opening, &out, &error), STATUS_NOT_FOUND);
    opening.parent_id = NULL;
    opening.household_id = person;
    assert_status(casefile_open(&desk, &opening, &out, &error), STATUS_NOT_FOUND);
    opening.household_id = NULL;
    opening.assigned_to = person;
    assert_status(casefile_open(&desk, &opening, &out, &error), STATUS_NOT_FOUND);
    opening.assigned_to = NULL;
    opening.opened_on = fixture_day("2026-11-25");
    assert_status(casefile_open(&desk, &opening, &out, &error), STATUS_DATE_INVALID);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM casefile"), 1);
}

static void the_household_comes_with_its_present_members(void **state)
{
    (void)state;
    char mother[UUID_TEXT_SIZE], child[UUID_TEXT_SIZE], away[UUID_TEXT_SIZE];
    struct casefile_opened out;
    fixture_record_add(store, "Осмонова", "Жаңыл", mother);
    fixture_record_add(store, "Осмонов", "Эрлан", child);
    fixture_record_add(store, "Осмонов", "Бакыт", away);
    fixture_rows_run(
        store,
        "INSERT INTO household (id, name, created_at) VALUES (%Q, 'Осмоновы', '" FIXTURE_MOMENT_TEXT
        "'); INSERT INTO household_member (household_id,"
        " person_id, is_head, left_on) VALUES (%Q, %Q, 1, NULL), (%Q, %Q, 0, NULL),"
        " (%Q, %Q, 0, '2026-01-01')",
        FIXTURE_OTHER_USER, FIXTURE_OTHER_USER, mother, FIXTURE_OTHER_USER, child,
        FIXTURE_OTHER_USER, away);
    const struct casefile_opening opening = { .person_id = mother,
                                              .workflow = FIXTURE_WORKFLOW,
                                              .household_id = FIXTURE_OTHER_USER,
                                              .opened_on = desk.today };
    assert_ok(casefile_open(&desk, &opening, &out, &error));
    assert_string_equal(fixture_text(store,
                                     "SELECT group_concat(person_id) FROM casefile_person"
                                     " WHERE casefile_id = :id",
                                     out.id),
                        child);
}

static enum status open_again(void *self)
{
    struct casefile_opened out;
    return open_for(self, &out);
}

static void an_opening_that_is_cut_off_leaves_nothing(void **state)
{
    (void)state;
    char person[UUID_TEXT_SIZE];
    fixture_record_add(store, "Иванова", "Анна", person);
    assert_all_or_nothing(store, open_again, person);
}

/* ---- Lists and links */

static size_t count_listed(const struct casefile_filter *filter)
{
    struct casefile_list list;
    assert_ok(casefile_list(store, filter, &list, &error));
    const size_t count = list.count;
    casefile_list_release(&list);
    return count;
}

static void a_list_shows_person_and_next_task_newest_first(void **state)
{
    (void)state;
    struct casefile_opened second;
    struct casefile_list list;
    fixture_casefile_open(&desk, "Иванова", &second);
    assert_int_equal(casefile_assign(&desk, second.id, NULL, &error), STATUS_OK);
    const struct casefile_filter all = { .limit = 1 };
    assert_ok(casefile_list(store, &all, &list, &error));
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].number, second.number);
    assert_string_equal(list.items[0].person_name, "Иванова Айгүл");
    assert_string_equal(list.items[0].task_step, "consent"); /* the urgent one */
    const struct casefile_filter rest = { .after = list.items[0].id };
    assert_int_equal(count_listed(&rest), 1);
    casefile_list_release(&list);
    const struct casefile_filter filters[] = {
        { .assigned_to = FIXTURE_USER },
        { .is_unassigned = true },
        { .is_unassigned = true, .has_state = true, .state = CASEFILE_OPEN },
        { .assigned_to = FIXTURE_USER, .has_state = true, .state = CASEFILE_OPEN },
    };
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(count_listed(&filters[i]), 1);
    assert_int_equal(count_listed(&(struct casefile_filter){ .workflow = "other" }), 0);
    assert_int_equal(count_listed(&(struct casefile_filter){ .workflow = FIXTURE_WORKFLOW }), 2);
    assert_int_equal(
        count_listed(&(struct casefile_filter){ .has_state = true, .state = CASEFILE_CLOSED }), 0);
}

/* Half a million casefiles must not be sorted to show the newest. */
static void no_list_sorts_or_walks_through_all_casefiles(void **state)
{
    (void)state;
    const struct casefile_filter filters[] = {
        { .limit = 0 },
        { .has_state = true },
        { .is_unassigned = true, .has_state = true },
        { .assigned_to = FIXTURE_USER, .has_state = true },
        { .person_id = FIXTURE_USER },
    };
    int found = 0;
    for (size_t i = 0; i < sizeof(filters) / sizeof(filters[0]); i++)
        (void)count_listed(&filters[i]);
    sqlite3_stmt *statement = sqlite3_next_stmt(store_handle(store), NULL);
    for (; statement != NULL; statement = sqlite3_next_stmt(store_handle(store), statement)) {
        if (strstr(sqlite3_sql(statement), "listed_id") == NULL)
            continue;
        found++;
        assert_int_equal(sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_AUTOINDEX, 0), 0);
        assert_true(sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0) <= 1);
    }
    assert_int_equal(found, 5);
}

static void links_go_both_ways_and_a_parent_is_one(void **state)
{
    (void)state;
    struct casefile_opened second, sub;
    char person[UUID_TEXT_SIZE];
    struct casefile_link_list links;
    fixture_casefile_open(&desk, "Иванова", &second);
    fixture_record_add(store, "Иванов", "Пётр", person);
    const struct casefile_opening opening = { .person_id = person,
                                              .workflow = FIXTURE_WORKFLOW,
                                              .parent_id = opened.id,
                                              .opened_on = desk.today };
    assert_ok(casefile_open(&desk, &opening, &sub, &error));
    assert_ok(casefile_add_link(&desk, second.id, opened.id, &error));
    assert_status(casefile_add_link(&desk, opened.id, second.id, &error), STATUS_EXISTS);
    assert_status(casefile_add_link(&desk, opened.id, sub.id, &error), STATUS_EXISTS);
    assert_status(casefile_add_link(&desk, opened.id, opened.id, &error), STATUS_INVALID);
    assert_status(casefile_add_link(&desk, opened.id, person, &error), STATUS_NOT_FOUND);
    assert_ok(casefile_links(store, opened.id, &links, &error));
    assert_int_equal(links.count, 2);
    assert_int_equal(links.items[0].tie, CASEFILE_TIE_SUBFILE);
    assert_string_equal(links.items[0].number, sub.number);
    assert_int_equal(links.items[1].tie, CASEFILE_TIE_LINK);
    assert_string_equal(links.items[1].number, second.number);
    free(links.items);
    assert_ok(casefile_remove_link(&desk, opened.id, second.id, &error));
    assert_status(casefile_remove_link(&desk, opened.id, second.id, &error), STATUS_NOT_FOUND);
    assert_journal_is_whole(store);
}

/* ---- What is known of it */

static void a_casefile_goes_to_a_colleague_with_its_tasks(void **state)
{
    (void)state;
    assert_int_equal(casefile_assign(&desk, opened.id, FIXTURE_OTHER_USER, &error), STATUS_OK);
    assert_string_equal(fixture_text(store,
                                     "SELECT count(*) FROM task WHERE casefile_id = :id AND "
                                     "assigned_to = '" FIXTURE_OTHER_USER "' AND state = 'open'",
                                     opened.id),
                        "2");
    assert_ok(store_execute(
        store,
        "UPDATE user SET state = 'revoked', revoked_at = created_at WHERE id = '" FIXTURE_OTHER_USER
        "'",
        &error));
    assert_int_equal(casefile_assign(&desk, opened.id, FIXTURE_USER, &error), STATUS_OK);
    assert_int_equal(casefile_assign(&desk, opened.id, FIXTURE_OTHER_USER, &error), STATUS_REFUSED);
}

static void who_takes_a_casefile_takes_it_from_nobody(void **state)
{
    (void)state;
    struct casefile_desk other = desk;
    other.actor = FIXTURE_OTHER_USER;
    assert_status(casefile_take(&other, opened.id, &error), STATUS_REFUSED);
    assert_string_equal(error.detail, CASEFILE_DETAIL_TAKEN);
    assert_ok(casefile_assign(&desk, opened.id, NULL, &error));
    assert_ok(casefile_take(&other, opened.id, &error));
    assert_status(casefile_take(&desk, opened.id, &error), STATUS_REFUSED);
    struct casefile found = load(opened.id);
    assert_string_equal(found.assigned_to, FIXTURE_OTHER_USER);
    casefile_release(&found);
}

static void risk_urgency_and_review_are_kept(void **state)
{
    (void)state;
    const struct day day = fixture_day("2026-12-08");
    const struct day past = fixture_day("2026-11-23");
    assert_ok(casefile_set_risk(&desk, opened.id, CASEFILE_RISK_HIGH, &error));
    assert_ok(casefile_set_urgency(&desk, opened.id, CASEFILE_URGENT, &error));
    assert_ok(casefile_set_review(&desk, opened.id, &day, &error));
    assert_status(casefile_set_review(&desk, opened.id, &past, &error), STATUS_DATE_INVALID);
    struct casefile found = load(opened.id);
    assert_int_equal(found.risk, CASEFILE_RISK_HIGH);
    assert_int_equal(found.urgency, CASEFILE_URGENT);
    assert_int_equal(day_compare(found.review_on, day), 0);
    casefile_release(&found);
    assert_int_equal(fixture_number(store, "SELECT min(is_urgent) FROM task"), 1);
    assert_ok(casefile_set_risk(&desk, opened.id, CASEFILE_RISK_NOT_KNOWN, &error));
    assert_ok(casefile_set_review(&desk, opened.id, NULL, &error));
    found = load(opened.id);
    assert_int_equal(found.risk, CASEFILE_RISK_NOT_KNOWN);
    assert_false(found.has_review_on);
    casefile_release(&found);
}

/* ---- Closing */

static void a_closed_casefile_takes_nothing_and_can_be_reopened(void **state)
{
    (void)state;
    struct casefile_closed closed;
    assert_int_equal(close_for(CLOSING_GOALS_REACHED, true, &closed), STATUS_OK);
    assert_false(closed.is_asked);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM task WHERE state = 'open'"), 0);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM task WHERE state = 'cancelled'"),
                     2);
    assert_int_equal(close_for(CLOSING_GOALS_REACHED, true, &closed), STATUS_REFUSED);
    assert_int_equal(closed.block, CLOSING_FREE);
    assert_string_equal(error.detail, CASEFILE_DETAIL_CLOSED);
    assert_int_equal(casefile_assign(&desk, opened.id, NULL, &error), STATUS_REFUSED);
    assert_int_equal(fixture_answer(&desk, opened.id, "intake.need", "paper"), STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_CLOSED);
    assert_int_equal(casefile_reopen(&desk, opened.id, "вернулась", &error), STATUS_OK);
    struct casefile found = load(opened.id);
    assert_int_equal(found.state, CASEFILE_OPEN);
    assert_string_equal(found.number, opened.number);
    assert_int_equal(found.reopened_count, 1);
    casefile_release(&found);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM task WHERE state = 'open'"), 2);
    assert_int_equal(casefile_reopen(&desk, opened.id, "ещё раз", &error), STATUS_REFUSED);
    assert_journal_is_whole(store);
}

static void closing_cancels_own_tasks_and_says_so(void **state)
{
    (void)state;
    struct casefile_closed closed;
    char titles[2][32] = { "позвонить", "написать" };
    for (size_t i = 0; i < 2; i++) {
        struct task task = { .title = titles[i], .since = desk.today };
        memcpy(task.casefile_id, opened.id, UUID_TEXT_SIZE);
        assert_ok(task_add(store, FIXTURE_USER, &task, &error));
    }
    assert_int_equal(close_for(CLOSING_NATURALISED, false, &closed), STATUS_OK);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM task WHERE state = 'open'"), 4);
    assert_int_equal(close_for(CLOSING_NATURALISED, true, &closed), STATUS_OK);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM task WHERE state = 'open'"), 0);
    assert_int_equal(
        fixture_number(store, "SELECT count(*) FROM journal WHERE act = 'task.cancel'"), 2);
    assert_journal_is_whole(store);
}

static void closing_is_asked_for_refused_and_approved(void **state)
{
    (void)state;
    struct casefile_closed closed;
    assert_int_equal(casefile_refuse_closing(&desk, opened.id, "рано", &error), STATUS_NOT_FOUND);
    assert_int_equal(close_for(CLOSING_NATURALISED, false, &closed), STATUS_OK);
    assert_true(closed.is_asked);
    struct casefile found = load(opened.id);
    assert_int_equal(found.state, CASEFILE_OPEN);
    assert_int_equal(found.closing_asked_reason, CLOSING_NATURALISED);
    assert_string_equal(found.closing_asked_by, FIXTURE_USER);
    casefile_release(&found);
    assert_int_equal(casefile_refuse_closing(&desk, opened.id, "рано", &error), STATUS_OK);
    assert_int_equal(close_for(CLOSING_NATURALISED, false, &closed), STATUS_OK);
    assert_int_equal(close_for(CLOSING_NATURALISED, true, &closed), STATUS_OK);
    found = load(opened.id);
    assert_int_equal(found.state, CASEFILE_CLOSED);
    assert_string_equal(found.closing_asked_at, "");
    assert_int_equal(found.closing_reason, CLOSING_NATURALISED);
    casefile_release(&found);
}

static void a_transfer_says_to_whom(void **state)
{
    (void)state;
    struct casefile_closed closed;
    const struct casefile_closing silent = { .reason = CLOSING_TRANSFERRED, .is_approver = true };
    assert_int_equal(casefile_close(&desk, opened.id, &silent, &closed, &error), STATUS_TEXT_EMPTY);
    assert_int_equal(close_for(CLOSING_TRANSFERRED, true, &closed), STATUS_OK);
    struct casefile found = load(opened.id);
    assert_int_equal(found.state, CASEFILE_TRANSFERRED);
    assert_string_equal(found.closing_remark, "в Бишкек");
    casefile_release(&found);
}

static void what_is_open_blocks_closing(void **state)
{
    (void)state;
    static const struct {
        const char *sql;
        enum closing_block block;
        enum closing_reason anyway; /* closes in spite of it */
    } rows[] = {
        { "UPDATE casefile SET risk = 'high'", CLOSING_BLOCK_RISK, CLOSING_DIED },
        { "INSERT INTO agency (id, name, kind, country) VALUES ('" FIXTURE_USER
          "', 'A', 'ngo', 'KGZ'); INSERT INTO referral (id, casefile_id, agency_id,"
          " override_reason, service, reason, urgency, state, sent_at, changed_at) SELECT "
          "'" FIXTURE_USER "', id, '" FIXTURE_USER "', 'x', 'legal', 'x', 'normal', 'sent',"
          " opened_at, opened_at FROM casefile",
          CLOSING_BLOCK_REFERRAL, CLOSING_LEFT_AREA },
        { "INSERT INTO document_request (id, person_id, casefile_id, kind, addressee, about, state,"
          " sent_on, changed_at) SELECT '" FIXTURE_USER "', person_id, id, 'archive', 'A', 'b',"
          " 'reminded', '2026-11-01', opened_at FROM casefile",
          CLOSING_BLOCK_REQUEST, CLOSING_NO_CONTACT },
        { "INSERT INTO casefile (id, number, person_id, workflow, workflow_version, state,"
          " opened_at, opened_by, parent_id, changed_at) SELECT '" FIXTURE_USER
          "', 'KG-OSH-2026-000099', person_id, 'other', 1, 'open', opened_at, opened_by, id,"
          " changed_at FROM casefile",
          CLOSING_BLOCK_SUBFILE, CLOSING_DUPLICATE },
    };
    struct casefile_closed closed;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        assert_ok(store_begin(store, &error));
        assert_ok(store_execute(store, rows[i].sql, &error));
        assert_int_equal(close_for(CLOSING_GOALS_REACHED, true, &closed), STATUS_REFUSED);
        assert_int_equal(closed.block, rows[i].block);
        assert_int_equal(close_for(CLOSING_GOALS_REACHED, false, &closed), STATUS_REFUSED);
        assert_int_equal(close_for(rows[i].anyway, true, &closed), STATUS_OK);
        store_rollback(store);
    }
}

static enum status close_again(void *self)
{
    struct casefile_closed closed;
    (void)self;
    return close_for(CLOSING_GOALS_REACHED, true, &closed);
}

static void a_closing_that_is_cut_off_leaves_it_open(void **state)
{
    (void)state;
    assert_all_or_nothing(store, close_again, NULL);
}

/* ---- With the person */

static void a_merge_takes_the_casefile_along_and_an_erasure_its_words(void **state)
{
    (void)state;
    char survivor[UUID_TEXT_SIZE];
    struct casefile_closed closed;
    fixture_record_add(store, "Асанова", "Айгул", survivor);
    struct casefile found = load(opened.id);
    assert_ok(person_merge(store, FIXTURE_USER, survivor, found.person_id, "одна и та же", &error));
    casefile_release(&found);
    assert_int_equal(fixture_answer(&desk, opened.id, "intake.detail", "тайное слово"), STATUS_OK);
    assert_int_equal(close_for(CLOSING_TRANSFERRED, true, &closed), STATUS_OK);
    found = load(opened.id);
    assert_string_equal(found.person_id, survivor);
    casefile_release(&found);
    assert_ok(person_erase(store, FIXTURE_USER, survivor, "попросила", &error));
    static const char *const words[] = { "тайное", "потеряла", "Бишкек" };
    for (size_t i = 0; i < 3; i++) {
        char *left = dump_find(store_handle(store), words[i]);
        assert_string_equal(left, "");
        free(left);
    }
    assert_journal_is_whole(store);
}

static void reading_a_restricted_casefile_is_noted_before_it_is_shown(void **state)
{
    (void)state;
    static const char reads[] = "SELECT count(*) FROM journal WHERE act = 'casefile.read'"
                                " AND actor = '" FIXTURE_USER "'"
                                " AND after = '{\"from\":\"screen\",\"restricted\":true}'";
    struct casefile_view view;
    assert_ok(casefile_view_load_to_read(&desk, opened.id, "screen", &view, &error));
    casefile_view_release(&view);
    assert_int_equal(fixture_number(store, reads), 0);
    fixture_keyring_give(store);
    assert_ok(casefile_restrict(&desk, opened.id, COMPARTMENT_BIT(COMPARTMENT_ASYLUM), &error));
    for (int i = 0; i < 2; i++) {
        assert_ok(casefile_view_load_to_read(&desk, opened.id, "screen", &view, &error));
        casefile_view_release(&view);
    }
    assert_int_equal(fixture_number(store, reads), 1);
    assert_journal_is_whole(store);
    fixture_keyring_take(store);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_word_is_understood_again),
        TEST(what_closing_heeds_depends_on_the_reason),
        TEST(a_casefile_gets_the_next_number_its_workflow_and_its_first_tasks),
        TEST(numbers_count_on),
        TEST(a_person_has_one_open_casefile_of_a_workflow),
        TEST(an_office_without_a_country_opens_nothing),
        TEST(nothing_is_opened_for_nobody_or_of_nothing),
        TEST(the_household_comes_with_its_present_members),
        TEST(an_opening_that_is_cut_off_leaves_nothing),
        TEST(a_list_shows_person_and_next_task_newest_first),
        TEST(no_list_sorts_or_walks_through_all_casefiles),
        TEST(links_go_both_ways_and_a_parent_is_one),
        TEST(a_casefile_goes_to_a_colleague_with_its_tasks),
        TEST(who_takes_a_casefile_takes_it_from_nobody),
        TEST(risk_urgency_and_review_are_kept),
        TEST(a_closed_casefile_takes_nothing_and_can_be_reopened),
        TEST(closing_cancels_own_tasks_and_says_so),
        TEST(closing_is_asked_for_refused_and_approved),
        TEST(a_transfer_says_to_whom),
        TEST(what_is_open_blocks_closing),
        TEST(a_closing_that_is_cut_off_leaves_it_open),
        TEST(a_merge_takes_the_casefile_along_and_an_erasure_its_words),
        TEST(reading_a_restricted_casefile_is_noted_before_it_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
