/* SPDX-License-Identifier: Apache-2.0 */

/* Alerts that an indication raises, and screening again. */
#include "casefile/alert_store.h"
#include "casefile/casefile_store.h"

#include <stdlib.h>
#include <string.h>

#include "casefile/casefile_view.h"
#include "compartment/compartment.h"
#include "support/fixture_keyring.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/fixture_workflow.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static struct casefile_desk desk;
static struct casefile_opened opened;

static int set_up(void **state)
{
    char person[UUID_TEXT_SIZE];
    (void)state;
    store = fixture_store_memory();
    fixture_workflow_office(store);
    desk = fixture_desk(store, FIXTURE_USER, "supervisor", FIXTURE_TODAY);
    fixture_record_add(store, "Асанова", "Айгүл", person);
    const struct casefile_opening opening = { .person_id = person,
                                              .workflow = "integration",
                                              .assigned_to = FIXTURE_USER,
                                              .opened_on = desk.today };
    return casefile_open(&desk, &opening, &opened, &error) == STATUS_OK ? 0 : 1;
}

static int tear_down(void **state)
{
    (void)state;
    fixture_desk_release(&desk);
    store_close(&store);
    return 0;
}

static void answer(const char *path, const char *value)
{
    assert_int_equal(fixture_answer(&desk, opened.id, path, value), STATUS_OK);
}

static void finish_safety(void)
{
    answer("safety.danger", "no");
    answer("safety.medical", "no");
    answer("safety.shelter", "no");
    assert_int_equal(fixture_finish_step(&desk, opened.id, "safety", NULL, FIXTURE_TODAY),
                     STATUS_OK);
}

static struct casefile_alert_list list(const char *role)
{
    struct casefile_alert_list alerts;
    assert_ok(casefile_alert_list_open(store, role, &alerts, &error));
    return alerts;
}

static size_t count(const char *role)
{
    struct casefile_alert_list alerts = list(role);
    free(alerts.items);
    return alerts.count;
}

static void an_indication_is_told_once_and_again_when_it_returns(void **state)
{
    (void)state;
    finish_safety();
    assert_int_equal(count("supervisor"), 0);
    answer("asylum_check.fear", "yes");
    assert_int_equal(count("supervisor"), 1);
    assert_int_equal(count("protection_officer"), 1);
    assert_int_equal(count("clerk"), 0);
    answer("asylum_check.wish", "yes");
    assert_int_equal(count("supervisor"), 1);
    answer("asylum_check.wish", "no");
    answer("asylum_check.fear", "no");
    answer("asylum_check.fear", "yes");
    struct casefile_alert_list alerts = list("supervisor");
    assert_int_equal(alerts.count, 2);
    assert_true(alerts.items[0].is_gone);
    assert_false(alerts.items[1].is_gone);
    assert_string_equal(alerts.items[1].indication, "asylum");
    free(alerts.items);
}

static void who_has_seen_an_alert_is_kept_and_the_words_only_in_the_history(void **state)
{
    (void)state;
    finish_safety();
    answer("asylum_check.fear", "yes");
    struct casefile_alert_list alerts = list("supervisor");
    desk.role = "clerk";
    assert_int_equal(casefile_alert_see(&desk, alerts.items[0].id, NULL, &error), STATUS_REFUSED);
    desk.role = "supervisor";
    assert_ok(casefile_alert_see(&desk, alerts.items[0].id, "едет с ней", &error));
    assert_int_equal(count("supervisor"), 0);
    assert_int_equal(casefile_alert_see(&desk, alerts.items[0].id, NULL, &error), STATUS_EXISTS);
    assert_int_equal(casefile_alert_see(&desk, "0000", NULL, &error), STATUS_NOT_FOUND);
    assert_string_equal(fixture_text(store,
                                     "SELECT count(*) FROM journal WHERE after LIKE '%едет с ней%'"
                                     " AND :id = ''",
                                     ""),
                        "0");
    assert_journal_is_whole(store);
    free(alerts.items);
}

static void a_restricted_casefile_does_not_say_what_it_is_told_of(void **state)
{
    (void)state;
    finish_safety();
    answer("asylum_check.fear", "yes");
    fixture_keyring_give(store);
    assert_ok(casefile_restrict(&desk, opened.id, COMPARTMENT_BIT(COMPARTMENT_ASYLUM), &error));
    struct casefile_alert_list alerts = list("supervisor");
    assert_int_equal(alerts.count, 1);
    assert_string_equal(alerts.items[0].indication, "");
    assert_true(alerts.items[0].is_restricted);
    free(alerts.items);
    fixture_keyring_take(store);
}

static void screening_again_keeps_every_answer_and_says_why(void **state)
{
    (void)state;
    finish_safety();
    answer("asylum_check.fear", "yes");
    assert_int_equal(fixture_finish_step(&desk, opened.id, "asylum_check", NULL, FIXTURE_TODAY),
                     STATUS_OK);
    step_result_release(&fixture_result);
    assert_ok(step_screen(&desk, opened.id, "она сказала больше", &fixture_result, &error));
    assert_string_equal(fixture_result.step->id, "safety");
    assert_int_equal(fixture_result.state, STEP_READY);
    assert_string_equal(fixture_text(store,
                                     "SELECT value FROM answer WHERE casefile_id = :id"
                                     " AND step = 'asylum_check' AND superseded_at IS NULL",
                                     opened.id),
                        "yes");
    assert_string_equal(fixture_text(store,
                                     "SELECT remark FROM step_state WHERE casefile_id = :id"
                                     " AND step = 'asylum_check' AND state = 'started'",
                                     opened.id),
                        "она сказала больше");
    assert_int_equal(count("supervisor"), 1);
    assert_journal_is_whole(store);
    step_result_release(&fixture_result);
    assert_int_equal(step_screen(&desk, opened.id, "ещё", &fixture_result, &error), STATUS_REFUSED);
    assert_int_equal(fixture_result.refusal, STEP_REFUSED_NOT_FINISHED);
    step_result_release(&fixture_result);
    assert_int_equal(step_screen(&desk, opened.id, "", &fixture_result, &error), STATUS_TEXT_EMPTY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_indication_is_told_once_and_again_when_it_returns,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            who_has_seen_an_alert_is_kept_and_the_words_only_in_the_history, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_restricted_casefile_does_not_say_what_it_is_told_of,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(screening_again_keeps_every_answer_and_says_why, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
