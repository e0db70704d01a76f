/* SPDX-License-Identifier: Apache-2.0 */
#include "document/request_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "person/person_store.h"
#include "support/dump.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/interrupt.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static char person[UUID_TEXT_SIZE];

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Асанова", "Айгүл", person);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static struct request make(void)
{
    struct request request = { .kind = REQUEST_ARCHIVE,
                               .addressee = strdup("Архив, Фергана"),
                               .about = strdup("запись о рождении 1958 года") };
    memcpy(request.person_id, person, sizeof(person));
    return request;
}

/* A draft that is kept; gives its id. */
static void draft(char id[UUID_TEXT_SIZE])
{
    struct request request = make();
    assert_ok(request_add(store, FIXTURE_USER, &request, &error));
    memcpy(id, request.id, UUID_TEXT_SIZE);
    request_release(&request);
}

static enum status send(const char *id, const char *sent_on, const char *due_on)
{
    struct request_letter letter = { .sent_on = fixture_day(sent_on),
                                     .outgoing_number = "01-17/44" };
    if (due_on != NULL) {
        letter.due_on = fixture_day(due_on);
        letter.has_due_on = true;
    }
    return request_send(store, FIXTURE_USER, id, &letter, &error);
}

static enum status step(const char *id, int rung, const char *day, const char *next_on)
{
    struct request_step made = { .rung = rung, .day = fixture_day(day), .addressee = "Архив" };
    if (next_on != NULL) {
        made.next_on = fixture_day(next_on);
        made.has_next_on = true;
    }
    return request_add_step(store, FIXTURE_USER, id, &made, &error);
}

static enum status end(const char *id, enum request_state state, const char *day)
{
    const struct request_ending ending = { .state = state,
                                           .answer_kind = REQUEST_NOT_FOUND,
                                           .answered_on = fixture_day(day),
                                           .text = "записи нет" };
    return request_end(store, FIXTURE_USER, id, &ending, &error);
}

static struct request load(const char *id)
{
    struct request request;
    assert_ok(request_load(store, id, &request, &error));
    return request;
}

/* ---- Words and rules */

static void every_word_is_understood_again(void **state)
{
    (void)state;
    enum request_kind kind;
    enum request_state request;
    enum request_answer_kind answer;
    for (enum request_kind i = 0; i < REQUEST_KIND_COUNT; i++) {
        assert_ok(request_kind_parse(&kind, request_kind_word(i), &error));
        assert_int_equal(kind, i);
    }
    for (enum request_state i = 0; i < REQUEST_STATE_COUNT; i++) {
        assert_ok(request_state_parse(&request, request_state_word(i), &error));
        assert_int_equal(request, i);
    }
    for (enum request_answer_kind i = 0; i < REQUEST_ANSWER_KIND_COUNT; i++) {
        assert_ok(request_answer_kind_parse(&answer, request_answer_kind_word(i), &error));
        assert_int_equal(answer, i);
    }
    assert_status(request_kind_parse(&kind, "", &error), STATUS_INVALID);
    assert_status(request_state_parse(&request, "lost", &error), STATUS_INVALID);
    assert_status(request_answer_kind_parse(&answer, "yes", &error), STATUS_INVALID);
}

static void only_what_is_waited_for_can_be_overdue(void **state)
{
    (void)state;
    struct request request = { .state = REQUEST_SENT, .has_due_on = true };
    request.due_on = fixture_day("2026-11-23");
    assert_false(request_is_overdue(&request, fixture_day("2026-11-23")));
    assert_true(request_is_overdue(&request, fixture_day("2026-11-24")));
    request.state = REQUEST_ANSWERED;
    assert_false(request_is_overdue(&request, fixture_day("2026-11-24")));
    request.state = REQUEST_ESCALATED;
    request.has_due_on = false;
    assert_false(request_is_overdue(&request, fixture_day("2026-11-24")));
}

/* ---- From the draft to the answer */

static void a_request_goes_out_is_reminded_escalated_and_answered(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    draft(id);
    assert_int_equal(send(id, "2026-09-01", "2026-10-01"), STATUS_OK);
    assert_int_equal(step(id, REQUEST_RUNG_OFFICER, "2026-10-02", "2026-10-12"), STATUS_OK);
    struct request found = load(id);
    assert_int_equal(found.state, REQUEST_REMINDED);
    assert_string_equal(found.outgoing_number, "01-17/44");
    assert_int_equal(day_compare(found.due_on, fixture_day("2026-10-12")), 0);
    request_release(&found);
    assert_int_equal(step(id, REQUEST_RUNG_PROSECUTOR, "2026-10-13", NULL), STATUS_OK);
    assert_int_equal(end(id, REQUEST_ANSWERED, "2026-11-02"), STATUS_OK);
    found = load(id);
    assert_int_equal(found.state, REQUEST_ANSWERED);
    assert_true(found.has_answer_kind);
    assert_int_equal(found.answer_kind, REQUEST_NOT_FOUND);
    assert_string_equal(found.answer, "записи нет");
    assert_int_equal(day_compare(found.answered_on, fixture_day("2026-11-02")), 0);
    request_release(&found);
    assert_string_equal(
        fixture_text(store, "SELECT group_concat(act, ' ') FROM journal WHERE subject = :id",
                     person),
        "person.add request.add request.send request.remind request.escalate request.answer");
    assert_string_equal(fixture_text(store,
                                     "SELECT json_extract(after, '$.steps[1].rung') FROM history"
                                     " WHERE person_id = :id ORDER BY rowid DESC",
                                     person),
                        "4");
    assert_journal_is_whole(store);
}

static void the_ladder_leads_up_only(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    draft(id);
    assert_int_equal(send(id, "2026-09-01", NULL), STATUS_OK);
    assert_int_equal(step(id, 0, "2026-10-01", NULL), STATUS_INVALID);
    assert_int_equal(step(id, 7, "2026-10-01", NULL), STATUS_INVALID);
    assert_int_equal(step(id, REQUEST_RUNG_AUTHORITY, "2026-10-01", NULL), STATUS_OK);
    assert_int_equal(step(id, REQUEST_RUNG_HEAD, "2026-10-02", NULL), STATUS_INVALID);
    assert_int_equal(step(id, REQUEST_RUNG_AUTHORITY, "2026-10-02", NULL), STATUS_OK);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM document_request_step"), 2);
}

static void a_refusal_can_be_escalated_and_silence_answered_late(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    draft(id);
    assert_int_equal(send(id, "2026-09-01", NULL), STATUS_OK);
    assert_int_equal(end(id, REQUEST_REFUSED, "2026-09-09"), STATUS_OK);
    assert_int_equal(end(id, REQUEST_ANSWERED, "2026-09-10"), STATUS_REFUSED);
    assert_int_equal(step(id, REQUEST_RUNG_COURT, "2026-09-11", "2026-10-11"), STATUS_OK);
    struct request found = load(id);
    assert_int_equal(found.state, REQUEST_ESCALATED);
    assert_false(found.has_answered_on);
    assert_string_equal(found.answer, "записи нет");
    request_release(&found);
    assert_int_equal(end(id, REQUEST_SILENT, "2026-10-12"), STATUS_OK);
    assert_int_equal(end(id, REQUEST_ANSWERED, "2026-11-12"), STATUS_OK);
    assert_int_equal(step(id, REQUEST_RUNG_COURT, "2026-11-13", NULL), STATUS_REFUSED);
    assert_int_equal(end(id, REQUEST_WITHDRAWN, "2026-11-13"), STATUS_REFUSED);
    assert_journal_is_whole(store);
}

static void a_draft_can_only_be_changed_sent_or_withdrawn(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    draft(id);
    assert_int_equal(step(id, 1, "2026-10-01", NULL), STATUS_REFUSED);
    assert_int_equal(end(id, REQUEST_ANSWERED, "2026-10-01"), STATUS_REFUSED);
    assert_int_equal(end(id, REQUEST_DRAFTED, "2026-10-01"), STATUS_INVALID);
    assert_int_equal(end(id, REQUEST_STATE_COUNT, "2026-10-01"), STATUS_INVALID);
    assert_int_equal(end(id, REQUEST_WITHDRAWN, "2026-10-01"), STATUS_OK);
    assert_int_equal(send(id, "2026-10-02", NULL), STATUS_REFUSED);
    struct request found = load(id);
    assert_status(request_change(store, FIXTURE_USER, &found, &error), STATUS_REFUSED);
    request_release(&found);
}

static void days_lie_between_the_letter_and_today(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    draft(id);
    assert_int_equal(send(id, "2026-11-25", NULL), STATUS_DATE_INVALID);
    assert_int_equal(send(id, "2026-11-20", "2026-11-19"), STATUS_DATE_INVALID);
    assert_int_equal(send(id, "2026-11-20", "2026-12-20"), STATUS_OK);
    assert_int_equal(step(id, 1, "2026-11-19", NULL), STATUS_DATE_INVALID);
    assert_int_equal(step(id, 1, "2026-11-25", NULL), STATUS_DATE_INVALID);
    assert_int_equal(step(id, 1, "2026-11-21", "2026-11-20"), STATUS_DATE_INVALID);
    assert_int_equal(end(id, REQUEST_ANSWERED, "2026-11-19"), STATUS_DATE_INVALID);
    assert_int_equal(end(id, REQUEST_REFUSED, "2026-11-25"), STATUS_DATE_INVALID);
}

/* ---- Drafts */

static long long next_millisecond(void *self)
{
    long long *moment = self;
    return ++*moment;
}

static void who_adds_a_draft_can_change_it_without_reading_it_back(void **state)
{
    (void)state;
    long long moment = FIXTURE_MOMENT;
    store_set_clock(store, next_millisecond, &moment);
    struct request request = make();
    assert_ok(request_add(store, FIXTURE_USER, &request, &error));
    struct request kept = load(request.id);
    assert_string_equal(request.changed_at, kept.changed_at);
    request.kind = REQUEST_REGISTRY;
    assert_ok(request_change(store, FIXTURE_USER, &request, &error));
    request_release(&kept);
    request_release(&request);
}

static void a_draft_is_written_over_unless_somebody_was_faster(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    draft(id);
    struct request one = load(id);
    struct request two = load(id);
    free(one.addressee);
    one.addressee = strdup("ЗАГС, Фергана");
    one.kind = REQUEST_REGISTRY;
    assert_ok(request_change(store, FIXTURE_USER, &one, &error));
    assert_status(request_change(store, FIXTURE_OTHER_USER, &two, &error), STATUS_MOVED);
    request_release(&two);
    two = load(id);
    assert_string_equal(two.addressee, "ЗАГС, Фергана");
    assert_int_equal(two.kind, REQUEST_REGISTRY);
    request_release(&one);
    request_release(&two);
    assert_journal_is_whole(store);
}

static void a_draft_needs_an_addressee_a_matter_and_an_own_paper(void **state)
{
    (void)state;
    char *before = dump_database(store_handle(store), "");
    struct request request = make();
    char *about = request.about;
    request.about = NULL;
    assert_status(request_add(store, FIXTURE_USER, &request, &error), STATUS_TEXT_EMPTY);
    request.about = about;
    memcpy(request.document_id, person, sizeof(person));
    assert_status(request_add(store, FIXTURE_USER, &request, &error), STATUS_NOT_FOUND);
    request.document_id[0] = '\0';
    memcpy(request.agency_id, person, sizeof(person));
    assert_status(request_add(store, FIXTURE_USER, &request, &error), STATUS_INVALID);
    request.agency_id[0] = '\0';
    request.kind = REQUEST_KIND_COUNT;
    assert_status(request_add(store, FIXTURE_USER, &request, &error), STATUS_INVALID);
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(before, after);
    free(before);
    free(after);
    request_release(&request);
}

/* ---- Money */

static void a_fee_is_an_amount_or_a_waiver(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    char ground[] = "малообеспеченная семья";
    struct request_fee fee = { .has_amount = true, .minor = 5000, .currency = "KGS" };
    draft(id);
    assert_ok(request_change_fee(store, FIXTURE_USER, id, &fee, &error));
    struct request found = load(id);
    assert_true(found.fee.has_amount && found.fee.minor == 5000);
    assert_string_equal(found.fee.currency, "KGS");
    request_release(&found);
    fee = (struct request_fee){ .waiver_ground = ground };
    assert_ok(request_change_fee(store, FIXTURE_USER, id, &fee, &error));
    found = load(id);
    assert_false(found.fee.has_amount);
    assert_string_equal(found.fee.waiver_ground, ground);
    request_release(&found);
    fee = (struct request_fee){ .has_amount = true, .minor = -1, .currency = "KGS" };
    assert_status(request_change_fee(store, FIXTURE_USER, id, &fee, &error), STATUS_INVALID);
    fee = (struct request_fee){ .has_amount = true, .minor = 1, .currency = "kg" };
    assert_status(request_change_fee(store, FIXTURE_USER, id, &fee, &error), STATUS_INVALID);
    assert_journal_is_whole(store);
}

/* ---- Lists */

static void what_is_due_is_listed_longest_overdue_first(void **state)
{
    (void)state;
    static const char *const due[] = { "2026-11-20", "2026-11-10", "2026-12-01", "2026-11-01" };
    char ids[4][UUID_TEXT_SIZE];
    struct request_list list;
    for (size_t i = 0; i < 4; i++) {
        draft(ids[i]);
        assert_int_equal(send(ids[i], "2026-09-01", due[i]), STATUS_OK);
    }
    assert_int_equal(end(ids[3], REQUEST_ANSWERED, "2026-10-01"), STATUS_OK);
    assert_ok(request_list_due(store, NULL, fixture_day("2026-11-20"), &list, &error));
    assert_int_equal(list.count, 2);
    assert_string_equal(list.items[0].id, ids[1]);
    assert_string_equal(list.items[1].id, ids[0]);
    request_list_release(&list);
    assert_ok(request_list_due(store, person, fixture_day("2026-11-19"), &list, &error));
    assert_int_equal(list.count, 1);
    request_list_release(&list);
    assert_ok(request_list_due(store, FIXTURE_USER, fixture_day("2026-11-20"), &list, &error));
    assert_int_equal(list.count, 0);
    request_list_release(&list);
    assert_ok(request_list(store, person, &list, &error));
    assert_int_equal(list.count, 4);
    assert_string_equal(list.items[0].id, ids[3]);
    request_list_release(&list);
}

static bool collect(void *self, const struct request_step *seen_step)
{
    char *seen = self;
    snprintf(seen + strlen(seen), 200 - strlen(seen), "%d %s %s; ", seen_step->rung,
             seen_step->addressee, seen_step->answer == NULL ? "-" : seen_step->answer);
    return true;
}

static void a_rung_can_answer_for_itself(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    char seen[200] = "";
    struct request_step made = { .rung = 1, .day = fixture_day("2026-10-01"), .addressee = "Нур" };
    draft(id);
    assert_int_equal(send(id, "2026-09-01", NULL), STATUS_OK);
    assert_ok(request_add_step(store, FIXTURE_USER, id, &made, &error));
    assert_int_equal(step(id, 2, "2026-10-02", NULL), STATUS_OK);
    assert_ok(request_answer_step(store, FIXTURE_USER, made.id, "ждите", &error));
    assert_ok(request_each_step(store, id, collect, seen, &error));
    assert_string_equal(seen, "1 Нур ждите; 2 Архив -; ");
    assert_status(request_answer_step(store, FIXTURE_USER, made.id, "", &error), STATUS_TEXT_EMPTY);
    assert_status(request_answer_step(store, FIXTURE_USER, id, "ждите", &error), STATUS_NOT_FOUND);
    assert_journal_is_whole(store);
}

static void nothing_happens_to_the_request_of_an_erased_person(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    struct request late = make();
    draft(id);
    assert_ok(person_erase(store, FIXTURE_USER, person, "asked", &error));
    assert_int_equal(send(id, "2026-09-01", NULL), STATUS_NOT_FOUND);
    assert_status(request_add(store, FIXTURE_USER, &late, &error), STATUS_REFUSED);
    request_release(&late);
    assert_journal_is_whole(store);
}

/* ---- Faults */

static enum status try_send(void *self)
{
    return send(self, "2026-09-01", NULL);
}

static enum status try_step(void *self)
{
    return step(self, 1, "2026-10-01", "2026-10-10");
}

static enum status try_end(void *self)
{
    return end(self, REQUEST_ANSWERED, "2026-10-11");
}

static void an_interrupted_act_leaves_nothing_behind(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    draft(id);
    assert_all_or_nothing(store, try_send, id);
    assert_all_or_nothing(store, try_step, id);
    assert_all_or_nothing(store, try_end, id);
    assert_journal_is_whole(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_word_is_understood_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(only_what_is_waited_for_can_be_overdue, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_request_goes_out_is_reminded_escalated_and_answered,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_ladder_leads_up_only, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_refusal_can_be_escalated_and_silence_answered_late,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_draft_can_only_be_changed_sent_or_withdrawn, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(days_lie_between_the_letter_and_today, set_up, tear_down),
        cmocka_unit_test_setup_teardown(who_adds_a_draft_can_change_it_without_reading_it_back,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_draft_is_written_over_unless_somebody_was_faster, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_draft_needs_an_addressee_a_matter_and_an_own_paper,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_fee_is_an_amount_or_a_waiver, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_due_is_listed_longest_overdue_first, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_rung_can_answer_for_itself, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nothing_happens_to_the_request_of_an_erased_person, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_interrupted_act_leaves_nothing_behind, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
