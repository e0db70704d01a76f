/* SPDX-License-Identifier: Apache-2.0 */
#include "rights/person_request.h"

#include <string.h>

#include "support/fixture_record.h"
#include "support/fixture_rows.h"
#include "support/fixture_store.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static char person[UUID_TEXT_SIZE];
static struct person_request_list list;

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Осмонов", "Бакыт", person);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    person_request_list_release(&list);
    store_close(&store);
    return 0;
}

static struct person_request make(enum person_request_kind kind, enum objection objection)
{
    struct person_request request = { .kind = kind,
                                      .objects_to = objection,
                                      .about = strdup("what the office wrote of my brother"),
                                      .received_on = fixture_day("2026-11-20") };
    memcpy(request.person_id, person, UUID_TEXT_SIZE);
    return request;
}

static enum status add(struct person_request *request)
{
    return person_request_add(store, FIXTURE_USER, request, fixture_day("2026-11-24"), &error);
}

static void a_request_is_kept_with_the_day_of_its_answer(void **state)
{
    (void)state;
    struct person_request request = make(PERSON_REQUEST_ACCESS, OBJECTION_NONE);
    assert_ok(add(&request));
    assert_ok(person_request_list_open(store, NULL, &list, &error));
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].about, "what the office wrote of my brother");
    assert_int_equal(day_compare(list.items[0].due_on, fixture_day("2026-12-20")), 0);
    assert_int_equal(list.items[0].decision, DECISION_OPEN);
    assert_int_equal(
        fixture_number(store, "SELECT count(*) FROM journal WHERE instr(after, 'brother') > 0"), 0);
    assert_journal_is_whole(store);
    person_request_release(&request);
}

static void an_objection_withdraws_the_consents_of_that_purpose_at_once(void **state)
{
    (void)state;
    static const char SQL_COUNT[] = "SELECT count(*) FROM consent WHERE withdrawn_on NOTNULL";
    struct person_request request = make(PERSON_REQUEST_OBJECTION, OBJECTION_PHOTO);
    fixture_rows_add(store, person, 1, "word"); /* with a consent to sharing */
    fixture_rows_run(store, "UPDATE consent SET withdrawn_on = NULL, withdrawn_by = NULL,"
                            " withdrawn_reason = NULL, expires_on = NULL");
    assert_ok(add(&request));
    assert_int_equal(fixture_number(store, SQL_COUNT), 0);
    request.objects_to = OBJECTION_SHARING;
    assert_ok(add(&request));
    assert_int_equal(fixture_number(store, SQL_COUNT), 1);
    person_request_release(&request);
}

static void what_makes_no_sense_is_refused_and_nothing_is_kept(void **state)
{
    (void)state;
    struct person_request request = make(PERSON_REQUEST_OBJECTION, OBJECTION_NONE);
    assert_status(add(&request), STATUS_INVALID);
    request.kind = PERSON_REQUEST_ERASURE;
    request.received_on = fixture_day("2026-11-25");
    assert_status(add(&request), STATUS_DATE_INVALID);
    request.received_on = fixture_day("2026-11-24");
    strcpy(request.about, " ");
    assert_status(add(&request), STATUS_TEXT_EMPTY);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM person_request"), 0);
    person_request_release(&request);
}

static enum status answer(const char *id, enum person_request_decision decision, const char *reason)
{
    return person_request_answer(store, FIXTURE_USER, id, decision, reason,
                                 fixture_day("2026-11-24"), &error);
}

static void a_request_is_answered_once_and_a_no_has_its_reason(void **state)
{
    (void)state;
    struct person_request request = make(PERSON_REQUEST_ERASURE, OBJECTION_NONE);
    assert_ok(add(&request));
    assert_status(answer(request.id, DECISION_REFUSED, NULL), STATUS_TEXT_EMPTY);
    assert_status(answer(request.id, DECISION_OPEN, "?"), STATUS_INVALID);
    assert_status(answer("01930000-0000-7000-8000-000000000099", DECISION_GRANTED, NULL),
                  STATUS_NOT_FOUND);
    assert_ok(answer(request.id, DECISION_PARTLY, "a court case is open"));
    assert_status(answer(request.id, DECISION_GRANTED, NULL), STATUS_REFUSED);
    assert_ok(person_request_list_open(store, NULL, &list, &error));
    assert_int_equal(list.count, 0);
    assert_ok(person_request_list_open(store, person, &list, &error));
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].reason, "a court case is open");
    assert_journal_is_whole(store);
    person_request_release(&request);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(a_request_is_kept_with_the_day_of_its_answer),
        TEST(an_objection_withdraws_the_consents_of_that_purpose_at_once),
        TEST(what_makes_no_sense_is_refused_and_nothing_is_kept),
        TEST(a_request_is_answered_once_and_a_no_has_its_reason),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
