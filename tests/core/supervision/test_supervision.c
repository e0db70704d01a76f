/* SPDX-License-Identifier: Apache-2.0 */
#include "supervision/caseload.h"
#include "supervision/figures.h"
#include "supervision/reassignment.h"
#include "supervision/watch_list.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "note/note_store.h"
#include "store/setting.h"
#include "support/fixture_rows.h"
#include "support/fixture_store.h"
#include "support/fixture_workflow.h"
#include "support/unit.h"

static const long long HOUR = 3600000;

static struct error error;
static struct store *store;
static struct casefile_desk desk;
static struct casefile_desk clerk;
static struct casefile_opened opened;

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_workflow_office(store);
    desk = fixture_desk(store, FIXTURE_USER, "supervisor", FIXTURE_TODAY);
    clerk = desk;
    clerk.actor = FIXTURE_OTHER_USER;
    clerk.role = "clerk";
    fixture_casefile_open(&desk, "Асанова", &opened);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fixture_moment = FIXTURE_MOMENT;
    fixture_desk_release(&desk);
    store_close(&store);
    return 0;
}

static struct day day_of(const char *text)
{
    struct day day;
    assert_ok(day_parse(&day, text, &error));
    return day;
}

static struct watch_list watch_from(enum watch_kind kind, const char *user, const char *today)
{
    struct watch_list list;
    const struct watch_question question = { .reader = FIXTURE_USER,
                                             .user_id = user,
                                             .today = day_of(today) };
    assert_ok(watch_list_load(store, kind, &question, &list, &error));
    return list;
}

static size_t count_watched(enum watch_kind kind, const char *user, const char *today)
{
    struct watch_list list = watch_from(kind, user, today);
    const size_t count = list.count;
    watch_list_release(&list);
    return count;
}

static const char *review_of(char out[DAY_TEXT_SIZE])
{
    struct casefile casefile;
    assert_ok(casefile_load(store, opened.id, &casefile, &error));
    snprintf(out, DAY_TEXT_SIZE, "none");
    if (casefile.has_review_on)
        day_format(out, casefile.review_on);
    casefile_release(&casefile);
    return out;
}

static void unassign(void)
{
    assert_ok(casefile_assign(&desk, opened.id, FIXTURE_USER, &error));
    assert_ok(casefile_assign(&desk, opened.id, NULL, &error));
}

/* ---- Caseload */

static void a_caseload_falls_into_its_bin(void **state)
{
    (void)state;
    static const struct {
        int open;
        const char *bin;
    } rows[] = { { 0, "0-9" },    { 9, "0-9" },    { 10, "10-19" }, { 19, "10-19" },
                 { 20, "20-29" }, { 29, "20-29" }, { 30, "30+" },   { 1000, "30+" } };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
        assert_string_equal(caseload_bin_word(caseload_bin(rows[i].open)), rows[i].bin);
}

static void the_limit_is_passed_by_one_more(void **state)
{
    (void)state;
    assert_false(caseload_is_over(25, 24, 1));
    assert_true(caseload_is_over(25, 25, 1));
    assert_false(caseload_is_over(0, 500, 1));
}

static void a_worker_has_casefiles_by_risk_and_what_is_due(void **state)
{
    struct caseload load;
    (void)state;
    assert_ok(casefile_assign(&desk, opened.id, FIXTURE_OTHER_USER, &error));
    assert_ok(casefile_set_risk(&desk, opened.id, CASEFILE_RISK_HIGH, &error));

    assert_ok(caseload_find(store, FIXTURE_OTHER_USER, day_of("2026-12-30"), &load, &error));

    assert_int_equal(load.open, 1);
    assert_int_equal(load.by_risk[CASEFILE_RISK_HIGH], 1);
    assert_int_equal(load.contacts_due, 1);
    assert_int_equal(load.reviews_due, 1);
    assert_status(caseload_find(store, "nobody", desk.today, &load, &error), STATUS_NOT_FOUND);
}

static void who_has_the_most_stands_first(void **state)
{
    struct caseload_list list;
    (void)state;
    assert_ok(casefile_assign(&desk, opened.id, FIXTURE_OTHER_USER, &error));

    assert_ok(caseload_list(store, desk.today, &list, &error));

    assert_int_equal(list.count, 2);
    assert_int_equal(list.limit, 25);
    assert_string_equal(list.items[0].user_id, FIXTURE_OTHER_USER);
    free(list.items);
}

/* ---- The alarm of what nobody has */

static void the_alarm_rings_at_the_hour(void **state)
{
    (void)state;
    static const struct {
        enum casefile_risk risk;
        enum casefile_urgency urgency;
        long long after;
        bool is_alarm;
    } rows[] = {
        { CASEFILE_RISK_NOT_KNOWN, CASEFILE_NORMAL, 3 * HOUR - 1, false },
        { CASEFILE_RISK_NOT_KNOWN, CASEFILE_NORMAL, 3 * HOUR, true },
        { CASEFILE_RISK_MEDIUM, CASEFILE_HIGH, 3 * HOUR - 1, false },
        { CASEFILE_RISK_HIGH, CASEFILE_NORMAL, HOUR - 1, false },
        { CASEFILE_RISK_HIGH, CASEFILE_NORMAL, HOUR, true },
        { CASEFILE_RISK_NOT_KNOWN, CASEFILE_URGENT, HOUR - 1, false },
        { CASEFILE_RISK_NOT_KNOWN, CASEFILE_URGENT, HOUR, true },
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        fixture_moment = FIXTURE_MOMENT + (long long)i * 24 * HOUR;
        assert_ok(casefile_set_risk(&desk, opened.id, rows[i].risk, &error));
        assert_ok(casefile_set_urgency(&desk, opened.id, rows[i].urgency, &error));
        unassign();
        struct watch_list list = watch_from(WATCH_UNASSIGNED, NULL, FIXTURE_TODAY);
        assert_int_equal(list.count, 1);
        assert_false(list.items[0].is_alarm);
        const long long since = (long long)strtol(list.items[0].since + 20, NULL, 10) -
                                fixture_moment % 1000; /* acts of one millisecond differ */
        watch_list_release(&list);

        fixture_moment += rows[i].after + since;
        list = watch_from(WATCH_UNASSIGNED, NULL, FIXTURE_TODAY);
        assert_int_equal(list.items[0].is_alarm, rows[i].is_alarm);
        watch_list_release(&list);
    }
}

static void the_clock_of_the_alarm_begins_when_nobody_has_it_any_more(void **state)
{
    (void)state;
    assert_ok(casefile_assign(&desk, opened.id, FIXTURE_USER, &error));
    assert_int_equal(count_watched(WATCH_UNASSIGNED, NULL, FIXTURE_TODAY), 0);
    fixture_moment += 100 * HOUR;
    assert_ok(casefile_assign(&desk, opened.id, NULL, &error));

    struct watch_list list = watch_from(WATCH_UNASSIGNED, NULL, FIXTURE_TODAY);

    assert_int_equal(list.count, 1);
    assert_false(list.items[0].is_alarm);
    watch_list_release(&list);
}

static void giving_it_to_nobody_twice_does_not_stop_the_clock(void **state)
{
    (void)state;
    unassign();
    fixture_moment += 4 * HOUR;
    assert_ok(casefile_assign(&desk, opened.id, NULL, &error));

    struct watch_list list = watch_from(WATCH_UNASSIGNED, NULL, FIXTURE_TODAY);

    assert_true(list.items[0].is_alarm);
    watch_list_release(&list);
}

static void a_closed_casefile_is_nobodys_alarm(void **state)
{
    struct casefile_closed closed;
    const struct casefile_closing closing = { .reason = CLOSING_GOALS_REACHED,
                                              .is_approver = true };
    (void)state;
    unassign();
    assert_ok(casefile_close(&desk, opened.id, &closing, &closed, &error));
    assert_int_equal(count_watched(WATCH_UNASSIGNED, NULL, FIXTURE_TODAY), 0);

    fixture_moment += 100 * HOUR;
    assert_ok(casefile_reopen(&desk, opened.id, "вернулась", &error));

    struct watch_list list = watch_from(WATCH_UNASSIGNED, NULL, FIXTURE_TODAY);
    assert_int_equal(list.count, 1);
    assert_false(list.items[0].is_alarm);
    watch_list_release(&list);
}

/* ---- The calendar */

static void the_risk_sets_the_next_review(void **state)
{
    (void)state;
    static const struct {
        enum casefile_risk risk;
        const char *review;
    } rows[] = {
        { CASEFILE_RISK_HIGH, "2026-12-08" },
        { CASEFILE_RISK_MEDIUM, "2026-12-24" },
        { CASEFILE_RISK_LOW, "2027-02-22" },
        { CASEFILE_RISK_NOT_KNOWN, "none" },
    };
    char review[DAY_TEXT_SIZE];
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        assert_ok(casefile_set_risk(&desk, opened.id, rows[i].risk, &error));
        assert_string_equal(review_of(review), rows[i].review);
    }
}

static void the_office_changes_the_calendar(void **state)
{
    char review[DAY_TEXT_SIZE];
    (void)state;
    assert_ok(setting_change_number(store, SETTING_REVIEW_DAYS_HIGH, 1, &error));
    assert_ok(casefile_set_risk(&desk, opened.id, CASEFILE_RISK_HIGH, &error));
    assert_string_equal(review_of(review), "2026-11-25");

    assert_ok(setting_change_number(store, SETTING_REVIEW_DAYS_LOW, 0, &error));
    assert_ok(casefile_set_risk(&desk, opened.id, CASEFILE_RISK_LOW, &error));
    assert_string_equal(review_of(review), "none");
    assert_status(setting_change_number(store, SETTING_REVIEW_DAYS_LOW, 366, &error),
                  STATUS_INVALID);
}

static void a_review_set_by_hand_stays(void **state)
{
    char review[DAY_TEXT_SIZE];
    const struct day chosen = day_of("2026-11-30");
    (void)state;
    assert_ok(casefile_set_review(&desk, opened.id, &chosen, &error));
    assert_ok(casefile_set_risk(&desk, opened.id, CASEFILE_RISK_LOW, &error));
    assert_string_equal(review_of(review), "2026-11-30");

    assert_ok(casefile_set_review(&desk, opened.id, NULL, &error));
    assert_ok(casefile_set_risk(&desk, opened.id, CASEFILE_RISK_MEDIUM, &error));
    assert_string_equal(review_of(review), "2026-12-24");
}

static void saying_the_same_risk_again_moves_no_review(void **state)
{
    char review[DAY_TEXT_SIZE];
    (void)state;
    assert_ok(casefile_set_risk(&desk, opened.id, CASEFILE_RISK_HIGH, &error));
    struct casefile_desk later = desk;
    later.today = day_of("2026-12-07");
    assert_ok(casefile_set_risk(&later, opened.id, CASEFILE_RISK_HIGH, &error));

    assert_string_equal(review_of(review), "2026-12-08");
}

static void a_review_is_kept_and_sets_the_next_one(void **state)
{
    char review[DAY_TEXT_SIZE];
    const struct day chosen = day_of("2026-12-01");
    (void)state;
    assert_ok(casefile_set_risk(&desk, opened.id, CASEFILE_RISK_HIGH, &error));
    struct casefile_desk later = desk;
    later.today = day_of("2026-12-10");
    assert_ok(casefile_end_review(&later, opened.id, NULL, "план идёт", &error));
    assert_string_equal(review_of(review), "2026-12-24");
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM casefile_review"
                                           " WHERE due_on = '2026-12-08' AND held_on = '2026-12-10'"
                                           " AND next_on = '2026-12-24'"),
                     1);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM note WHERE body = 'план идёт'"),
                     1);

    assert_ok(casefile_end_review(&desk, opened.id, &chosen, NULL, &error));
    assert_string_equal(review_of(review), "2026-12-01");
    assert_status(casefile_end_review(&desk, opened.id, &desk.today, NULL, &error),
                  STATUS_DATE_INVALID);
}

static void without_a_risk_somebody_says_when_the_next_review_is(void **state)
{
    (void)state;
    assert_status(casefile_end_review(&desk, opened.id, NULL, NULL, &error), STATUS_INVALID);
    assert_string_equal(error.detail, CASEFILE_DETAIL_NO_NEXT);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM casefile_review"), 0);
}

static void reviews_and_contacts_fall_due_on_their_day(void **state)
{
    (void)state;
    static const struct {
        enum watch_kind kind;
        const char *today;
        size_t count;
        bool is_late;
    } rows[] = {
        { WATCH_CONTACT, "2026-11-30", 0, false }, { WATCH_CONTACT, "2026-12-01", 1, false },
        { WATCH_CONTACT, "2026-12-02", 1, true },  { WATCH_REVIEW, "2026-12-07", 0, false },
        { WATCH_REVIEW, "2026-12-08", 1, false },  { WATCH_REVIEW, "2026-12-09", 1, true },
    };
    assert_ok(casefile_set_risk(&desk, opened.id, CASEFILE_RISK_HIGH, &error));
    assert_ok(casefile_assign(&desk, opened.id, FIXTURE_USER, &error));
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct watch_list list = watch_from(rows[i].kind, FIXTURE_USER, rows[i].today);
        assert_int_equal(list.count, rows[i].count);
        if (list.count > 0)
            assert_int_equal(list.items[0].is_alarm, rows[i].is_late);
        watch_list_release(&list);
        assert_int_equal(count_watched(rows[i].kind, NULL, rows[i].today), rows[i].count);
        assert_int_equal(count_watched(rows[i].kind, FIXTURE_OTHER_USER, rows[i].today), 0);
    }
}

static void a_conversation_is_a_contact_and_an_attempt_is_none(void **state)
{
    (void)state;
    static const struct {
        enum note_kind kind;
        bool is_contact;
    } rows[] = { { NOTE_NOTE, false },
                 { NOTE_NO_CONTACT, false },
                 { NOTE_CALL, true },
                 { NOTE_VISIT, true },
                 { NOTE_INTERVIEW, true } };
    assert_ok(casefile_set_risk(&desk, opened.id, CASEFILE_RISK_HIGH, &error));
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct note note = { .kind = rows[i].kind, .body = strdup("разговор") };
        memcpy(note.casefile_id, opened.id, sizeof(note.casefile_id));
        fixture_rows_run(store, "UPDATE casefile SET contact_on = NULL, opened_on = '2026-11-01'");
        assert_ok(note_add(store, FIXTURE_USER, &note, &error));
        note_release(&note);
        assert_int_equal(count_watched(WATCH_CONTACT, NULL, "2026-11-24"), !rows[i].is_contact);
    }
}

static void nobody_said_the_danger_within_a_week(void **state)
{
    (void)state;
    fixture_rows_run(store, "UPDATE task SET due_on = NULL, remind_on = NULL");
    assert_int_equal(count_watched(WATCH_ASSESSMENT, NULL, "2026-11-30"), 0);
    assert_int_equal(count_watched(WATCH_ASSESSMENT, NULL, "2026-12-01"), 1);

    fixture_rows_run(store, "UPDATE task SET due_on = '2026-12-24'");
    assert_int_equal(count_watched(WATCH_ASSESSMENT, NULL, "2026-12-01"), 0);
    fixture_rows_run(store, "UPDATE task SET due_on = NULL");
    assert_ok(casefile_set_risk(&desk, opened.id, CASEFILE_RISK_LOW, &error));
    assert_int_equal(count_watched(WATCH_ASSESSMENT, NULL, "2026-12-01"), 0);
}

/* ---- Approvals */

static void ask_closing(void)
{
    struct casefile_closed closed;
    const struct casefile_closing closing = { .reason = CLOSING_GOALS_REACHED };
    assert_ok(casefile_close(&clerk, opened.id, &closing, &closed, &error));
    assert_true(closed.is_asked);
}

static size_t count_answers(const char *reader, enum approval_state state)
{
    struct watch_list list;
    const struct watch_question question = { .reader = reader, .today = desk.today };
    assert_ok(watch_list_load(store, WATCH_ANSWER, &question, &list, &error));
    const size_t count = list.count;
    for (size_t i = 0; i < count; i++)
        assert_int_equal(list.items[i].answer, state);
    watch_list_release(&list);
    return count;
}

static void a_closing_waits_is_refused_and_the_worker_sees_it(void **state)
{
    (void)state;
    ask_closing();
    struct watch_list list = watch_from(WATCH_APPROVAL, NULL, FIXTURE_TODAY);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].approval, APPROVAL_CLOSING);
    assert_string_equal(list.items[0].user_id, FIXTURE_OTHER_USER);
    watch_list_release(&list);

    assert_ok(casefile_refuse_closing(&desk, opened.id, "ещё нет жилья", &error));

    assert_int_equal(count_watched(WATCH_APPROVAL, NULL, FIXTURE_TODAY), 0);
    assert_int_equal(count_answers(FIXTURE_OTHER_USER, APPROVAL_REJECTED), 1);
    assert_int_equal(count_answers(FIXTURE_USER, APPROVAL_REJECTED), 0);
    assert_ok(approval_mark_seen(&clerk, opened.id, &error));
    assert_int_equal(count_answers(FIXTURE_OTHER_USER, APPROVAL_REJECTED), 0);
}

static void what_was_refused_can_be_asked_for_again(void **state)
{
    (void)state;
    ask_closing();
    assert_ok(casefile_refuse_closing(&desk, opened.id, "ещё нет жилья", &error));
    ask_closing();
    ask_closing();

    assert_int_equal(count_watched(WATCH_APPROVAL, NULL, FIXTURE_TODAY), 1);
}

static void a_handover_is_asked_for_by_whoever_has_it(void **state)
{
    (void)state;
    assert_ok(casefile_assign(&desk, opened.id, FIXTURE_OTHER_USER, &error));
    assert_status(casefile_ask_handover(&desk, opened.id, "отпуск", &error), STATUS_REFUSED);
    assert_status(casefile_ask_handover(&clerk, opened.id, " ", &error), STATUS_TEXT_EMPTY);
    assert_int_equal(count_watched(WATCH_APPROVAL, NULL, FIXTURE_TODAY), 0);
    assert_ok(casefile_ask_handover(&clerk, opened.id, "отпуск", &error));
    assert_int_equal(count_watched(WATCH_APPROVAL, NULL, FIXTURE_TODAY), 1);

    assert_ok(casefile_assign(&desk, opened.id, FIXTURE_USER, &error));

    assert_int_equal(count_watched(WATCH_APPROVAL, NULL, FIXTURE_TODAY), 0);
    assert_int_equal(count_answers(FIXTURE_OTHER_USER, APPROVAL_APPROVED), 1);
}

static void a_handover_is_refused_with_a_word(void **state)
{
    (void)state;
    assert_ok(casefile_assign(&desk, opened.id, FIXTURE_OTHER_USER, &error));
    assert_status(casefile_refuse_handover(&desk, opened.id, "некому", &error), STATUS_NOT_FOUND);
    assert_ok(casefile_ask_handover(&clerk, opened.id, "отпуск", &error));

    assert_ok(casefile_refuse_handover(&desk, opened.id, "некому", &error));

    assert_int_equal(count_answers(FIXTURE_OTHER_USER, APPROVAL_REJECTED), 1);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM journal"
                                           " WHERE after LIKE '%некому%'"),
                     0);
}

static void closing_ends_whatever_waits(void **state)
{
    struct casefile_closed closed;
    const struct casefile_closing closing = { .reason = CLOSING_GOALS_REACHED,
                                              .is_approver = true };
    (void)state;
    assert_ok(casefile_assign(&desk, opened.id, FIXTURE_OTHER_USER, &error));
    ask_closing();
    assert_ok(casefile_ask_handover(&clerk, opened.id, "отпуск", &error));

    assert_ok(casefile_close(&desk, opened.id, &closing, &closed, &error));

    assert_int_equal(count_watched(WATCH_APPROVAL, NULL, FIXTURE_TODAY), 0);
    assert_int_equal(count_answers(FIXTURE_OTHER_USER, APPROVAL_APPROVED), 1);
}

static void a_restricted_casefile_has_no_name_for_others(void **state)
{
    (void)state;
    assert_ok(casefile_assign(&desk, opened.id, FIXTURE_OTHER_USER, &error));
    ask_closing();
    fixture_rows_run(store, "UPDATE casefile SET is_restricted = 1 WHERE id = '%q'", opened.id);
    struct watch_list list = watch_from(WATCH_APPROVAL, NULL, FIXTURE_TODAY);
    assert_null(list.items[0].person_name);
    assert_string_equal(list.items[0].number, opened.number);
    watch_list_release(&list);

    assert_ok(casefile_assign(&desk, opened.id, FIXTURE_USER, &error));
    list = watch_from(WATCH_APPROVAL, NULL, FIXTURE_TODAY);
    assert_non_null(list.items[0].person_name);
    watch_list_release(&list);
}

/* ---- Giving */

static void over_the_limit_needs_a_reason(void **state)
{
    (void)state;
    assert_ok(setting_change_number(store, SETTING_CASELOAD_LIMIT, 1, &error));
    struct casefile_opened second;
    fixture_casefile_open(&desk, "Каримова", &second);
    assert_ok(reassignment_give(&desk, opened.id, FIXTURE_OTHER_USER, NULL, &error));

    assert_status(reassignment_give(&desk, second.id, FIXTURE_OTHER_USER, " ", &error),
                  STATUS_REFUSED);
    assert_string_equal(error.detail, REASSIGNMENT_DETAIL_OVER);
    assert_ok(reassignment_give(&desk, second.id, FIXTURE_OTHER_USER, "знает язык", &error));

    assert_int_equal(fixture_number(store, "SELECT count(*) FROM note WHERE body = 'знает язык'"),
                     1);
}

static void urgent_work_is_never_held_up(void **state)
{
    (void)state;
    assert_ok(setting_change_number(store, SETTING_CASELOAD_LIMIT, 1, &error));
    struct casefile_opened second;
    fixture_casefile_open(&desk, "Каримова", &second);
    assert_ok(reassignment_give(&desk, opened.id, FIXTURE_OTHER_USER, NULL, &error));
    assert_ok(casefile_set_urgency(&desk, second.id, CASEFILE_URGENT, &error));

    assert_ok(reassignment_give(&desk, second.id, FIXTURE_OTHER_USER, NULL, &error));
}

static enum status reassign(const char *reason, const char (*ids)[UUID_TEXT_SIZE], size_t count,
                            size_t *out)
{
    const struct reassignment reassignment = {
        .from = FIXTURE_OTHER_USER, .to = FIXTURE_USER, .reason = reason, .ids = ids, .count = count
    };
    return reassignment_run(&desk, &reassignment, out, &error);
}

static void all_of_a_worker_go_to_another(void **state)
{
    size_t count;
    struct casefile_opened second;
    (void)state;
    fixture_casefile_open(&desk, "Каримова", &second);
    assert_status(reassign("болезнь", NULL, 0, &count), STATUS_NOT_FOUND);
    assert_ok(casefile_assign(&desk, opened.id, FIXTURE_OTHER_USER, &error));
    assert_ok(casefile_assign(&desk, second.id, FIXTURE_OTHER_USER, &error));
    assert_status(reassign("", NULL, 0, &count), STATUS_TEXT_EMPTY);

    assert_ok(reassign("болезнь", NULL, 0, &count));

    assert_int_equal(count, 2);
    assert_int_equal(
        fixture_number(store,
                       "SELECT count(*) FROM casefile WHERE assigned_to = '" FIXTURE_USER "'"),
        2);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM note WHERE body = 'болезнь'"), 2);
}

static void one_that_is_not_theirs_keeps_all_where_they_are(void **state)
{
    size_t count;
    char ids[2][UUID_TEXT_SIZE];
    struct casefile_opened second;
    (void)state;
    fixture_casefile_open(&desk, "Каримова", &second);
    assert_ok(casefile_assign(&desk, opened.id, FIXTURE_OTHER_USER, &error));
    memcpy(ids[0], opened.id, UUID_TEXT_SIZE);
    memcpy(ids[1], second.id, UUID_TEXT_SIZE);

    assert_status(reassign("болезнь", (const char(*)[UUID_TEXT_SIZE])ids, 2, &count),
                  STATUS_REFUSED);

    assert_string_equal(error.detail, REASSIGNMENT_DETAIL_THEIRS);
    assert_int_equal(
        fixture_number(
            store, "SELECT count(*) FROM casefile WHERE assigned_to = '" FIXTURE_OTHER_USER "'"),
        1);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM note"), 0);
}

/* ---- Figures */

static void figures_are_counts_and_medians_of_the_days_asked_for(void **state)
{
    struct figures figures;
    struct casefile_closed closed;
    const struct casefile_closing closing = { .reason = CLOSING_GOALS_REACHED,
                                              .is_approver = true };
    (void)state;
    fixture_rows_run(store, "UPDATE casefile SET opened_on = '2026-11-04'");
    ask_closing();
    fixture_moment += 5 * HOUR;
    assert_ok(casefile_close(&desk, opened.id, &closing, &closed, &error));

    assert_ok(figures_count(store, day_of("2026-11-23"), day_of("2026-11-24"), &figures, &error));
    assert_int_equal(figures.closed, 1);
    assert_int_equal(figures.open_days, 20);
    assert_int_equal(figures.answered, 1);
    assert_int_equal(figures.rejected, 0);
    assert_in_range(figures.waiting_hours, 4, 5);
    assert_ok(figures_count(store, day_of("2026-11-25"), day_of("2026-11-25"), &figures, &error));
    assert_int_equal(figures.closed, 0);
    assert_int_equal(figures.open_days, -1);
    assert_status(
        figures_count(store, day_of("2026-11-25"), day_of("2026-11-24"), &figures, &error),
        STATUS_DATE_INVALID);
}

/* ---- Speed */

static void check_plan(const char *sql)
{
    static const char *const tables[] = { "SCAN casefile", "SCAN task", "SCAN person_name",
                                          "SCAN note" };
    char plan[8192];
    sqlite3_stmt *row = NULL;
    snprintf(plan, sizeof(plan), "EXPLAIN QUERY PLAN %s", sql);
    assert_int_equal(sqlite3_prepare_v2(store_handle(store), plan, -1, &row, NULL), SQLITE_OK);
    while (sqlite3_step(row) == SQLITE_ROW) {
        const char *step = (const char *)sqlite3_column_text(row, 3);
        /* The lists of all walk along an index of their own up to the limit. */
        if (strstr(step, "USING INDEX casefile_of_") != NULL)
            continue;
        assert_null(strstr(step, "TEMP B-TREE FOR GROUP"));
        for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
            if (strncmp(step, tables[i], strlen(tables[i])) == 0)
                fail_msg("%s: %s", step, sql);
    }
    sqlite3_finalize(row);
}

static void no_list_walks_through_a_table(void **state)
{
    int checked = 0;
    struct caseload_list loads;
    (void)state;
    for (int kind = 0; kind < WATCH_KIND_COUNT; kind++) {
        (void)count_watched((enum watch_kind)kind, NULL, FIXTURE_TODAY);
        (void)count_watched((enum watch_kind)kind, FIXTURE_USER, FIXTURE_TODAY);
    }
    assert_ok(caseload_list(store, desk.today, &loads, &error));
    free(loads.items);
    sqlite3_stmt *statement = sqlite3_next_stmt(store_handle(store), NULL);
    for (; statement != NULL; statement = sqlite3_next_stmt(store_handle(store), statement)) {
        const char *sql = sqlite3_sql(statement);
        if (strncmp(sql, "WITH chosen", 11) != 0 &&
            strncmp(sql, "SELECT count(*) FROM (SELECT 1 FROM", 35) != 0)
            continue;
        check_plan(sql);
        checked++;
    }
    assert_int_equal(checked, 14);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_caseload_falls_into_its_bin),
        cmocka_unit_test(the_limit_is_passed_by_one_more),
#define WITH_CASEFILE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
        WITH_CASEFILE(a_worker_has_casefiles_by_risk_and_what_is_due),
        WITH_CASEFILE(who_has_the_most_stands_first),
        WITH_CASEFILE(the_alarm_rings_at_the_hour),
        WITH_CASEFILE(the_clock_of_the_alarm_begins_when_nobody_has_it_any_more),
        WITH_CASEFILE(giving_it_to_nobody_twice_does_not_stop_the_clock),
        WITH_CASEFILE(a_closed_casefile_is_nobodys_alarm),
        WITH_CASEFILE(the_risk_sets_the_next_review),
        WITH_CASEFILE(the_office_changes_the_calendar),
        WITH_CASEFILE(a_review_set_by_hand_stays),
        WITH_CASEFILE(saying_the_same_risk_again_moves_no_review),
        WITH_CASEFILE(a_review_is_kept_and_sets_the_next_one),
        WITH_CASEFILE(without_a_risk_somebody_says_when_the_next_review_is),
        WITH_CASEFILE(reviews_and_contacts_fall_due_on_their_day),
        WITH_CASEFILE(a_conversation_is_a_contact_and_an_attempt_is_none),
        WITH_CASEFILE(nobody_said_the_danger_within_a_week),
        WITH_CASEFILE(a_closing_waits_is_refused_and_the_worker_sees_it),
        WITH_CASEFILE(what_was_refused_can_be_asked_for_again),
        WITH_CASEFILE(a_handover_is_asked_for_by_whoever_has_it),
        WITH_CASEFILE(a_handover_is_refused_with_a_word),
        WITH_CASEFILE(closing_ends_whatever_waits),
        WITH_CASEFILE(a_restricted_casefile_has_no_name_for_others),
        WITH_CASEFILE(over_the_limit_needs_a_reason),
        WITH_CASEFILE(urgent_work_is_never_held_up),
        WITH_CASEFILE(all_of_a_worker_go_to_another),
        WITH_CASEFILE(one_that_is_not_theirs_keeps_all_where_they_are),
        WITH_CASEFILE(figures_are_counts_and_medians_of_the_days_asked_for),
        WITH_CASEFILE(no_list_walks_through_a_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
