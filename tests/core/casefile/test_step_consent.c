/* SPDX-License-Identifier: Apache-2.0 */

/* A step that records consent, once the clerk has finished it. */
#include "casefile/step_store.h"

#include <string.h>

#include "casefile/definition_store.h"
#include "consent/consent_store.h"
#include "support/fixture_record.h"
#include "support/fixture_rows.h"
#include "support/fixture_store.h"
#include "support/fixture_workflow.h"
#include "support/unit.h"

static const char SOURCE[] =
    "kind: workflow\nid: asking\nversion: 1\ntitle: Asking\npurpose: For tests.\n"
    "check_locally: yes\n"
    "stages:\n"
    "  - id: one\n"
    "    title: One\n"
    "    steps:\n"
    "      - id: talk\n"
    "        title: Talk\n"
    "        why: To be allowed.\n"
    "        kind: form\n"
    "        records: consent\n"
    "        check_locally: yes\n"
    "        fields:\n"
    "          - {id: understands, label: A, type: yes_no_unknown}\n"
    "          - {id: given_by, label: B, type: choice, choices: [{id: person, title: P}, "
    "{id: guardian, title: G}]}\n"
    "          - {id: given_by_name, label: C, type: text}\n"
    "          - {id: child_agrees, label: D, type: yes_no}\n"
    "          - {id: language, label: E, type: language}\n"
    "          - {id: casework, label: F, type: yes_no}\n"
    "          - {id: reporting, label: G, type: yes_no}\n"
    "          - {id: sharing, label: H, type: yes_no}\n"
    "          - {id: share_with, label: I, type: choices, choices: [{id: ngo, title: N}, "
    "{id: authorities, title: A}]}\n"
    "          - id: withhold\n"
    "            label: J\n"
    "            type: rows\n"
    "            most: 3\n"
    "            fields:\n"
    "              - {id: what, label: K, type: text}\n"
    "              - {id: whom, label: L, type: choice, choices: [{id: authorities, title: A}]}\n"
    "              - {id: why, label: M, type: choice, choices: [{id: fear, title: F}]}\n"
    "          - {id: given_on, label: N, type: date}\n"
    "          - {id: withdrawn_on, label: O, type: date}\n"
    "          - {id: withdrawn, label: P, type: choices, choices: [{id: sharing, title: S}]}\n"
    "      - id: end\n"
    "        title: End\n"
    "        why: To end.\n"
    "        kind: decision\n"
    "        after: [talk]\n"
    "        check_locally: yes\n"
    "        outcomes: [{id: well, title: Well, closes: goals_reached}]\n";

static struct error error;
static struct store *store;
static struct casefile_desk desk;
static struct casefile_opened opened;
static char person[UUID_TEXT_SIZE];

static int set_up(void **state)
{
    (void)state;
    const struct yaml_source source = { "asking.yaml", SOURCE, sizeof(SOURCE) - 1 };
    struct definition_added added;
    struct fault_list faults = { .items = NULL };
    store = fixture_store_memory();
    fixture_workflow_office(store);
    assert_ok(definition_store_add(store, FIXTURE_USER, &source, 1, &added, &faults, &error));
    fault_list_release(&faults);
    desk = fixture_desk(store, FIXTURE_USER, "supervisor", FIXTURE_TODAY);
    fixture_record_add(store, "Асанова", "Айгүл", person);
    const struct casefile_opening opening = { .person_id = person,
                                              .workflow = "asking",
                                              .opened_on = fixture_day("2026-11-02") };
    assert_ok(casefile_open(&desk, &opening, &opened, &error));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    fixture_desk_release(&desk);
    store_close(&store);
    return 0;
}

static void say(const char *path, const char *value)
{
    assert_ok(fixture_answer(&desk, opened.id, path, value));
}

static void say_yes_to(const char *whom)
{
    say("talk.understands", "yes");
    say("talk.given_by", "person");
    say("talk.language", "ky");
    say("talk.casework", "yes");
    say("talk.reporting", "no");
    say("talk.sharing", "yes");
    say("talk.share_with", whom);
    say("talk.given_on", "2026-11-20");
}

static void finish(void)
{
    assert_ok(fixture_finish_step(&desk, opened.id, "talk", NULL, FIXTURE_TODAY));
}

static void reopen(void)
{
    step_result_release(&fixture_result);
    assert_ok(step_reopen(&desk, opened.id, "talk", "сказала иначе", &fixture_result, &error));
}

static enum consent_verdict judge(enum consent_purpose purpose, const char *recipient)
{
    struct consent_judgement judgement;
    const struct consent_use use = { .person_id = person,
                                     .purpose = purpose,
                                     .recipient = recipient,
                                     .day = fixture_day(FIXTURE_TODAY) };
    assert_ok(consent_judge(store, &use, &judgement, &error));
    const enum consent_verdict verdict = judgement.verdict;
    consent_judgement_release(&judgement);
    return verdict;
}

static void its_answers_are_consents_when_it_is_finished_and_not_before(void **state)
{
    (void)state;
    say_yes_to("ngo,authorities");
    assert_int_equal(judge(CONSENT_SHARING, "ngo"), CONSENT_NEVER_GIVEN);
    finish();
    assert_int_equal(judge(CONSENT_SHARING, "ngo"), CONSENT_COVERED);
    assert_int_equal(judge(CONSENT_SHARING, "police"), CONSENT_COVERED);
    assert_int_equal(judge(CONSENT_SHARING, "shelter"), CONSENT_OTHER_RECIPIENT);
    assert_int_equal(judge(CONSENT_CASE_WORK, ""), CONSENT_COVERED);
    assert_int_equal(judge(CONSENT_STATISTICS, ""), CONSENT_REFUSED);
}

static void answered_again_it_takes_the_place_of_what_was_said(void **state)
{
    (void)state;
    say_yes_to("ngo,authorities");
    finish();
    reopen();
    say("talk.share_with", "ngo");
    finish();
    assert_int_equal(judge(CONSENT_SHARING, "ngo"), CONSENT_COVERED);
    assert_int_equal(judge(CONSENT_SHARING, "police"), CONSENT_OTHER_RECIPIENT);
}

static void a_withdrawal_typed_there_withdraws(void **state)
{
    (void)state;
    say_yes_to("ngo");
    finish();
    reopen();
    say("talk.withdrawn_on", "2026-11-23");
    say("talk.withdrawn", "sharing");
    finish();
    assert_int_equal(judge(CONSENT_SHARING, "ngo"), CONSENT_WITHDRAWN);
    assert_int_equal(judge(CONSENT_CASE_WORK, ""), CONSENT_COVERED);
}

static void what_was_taken_back_elsewhere_does_not_come_back_with_the_step(void **state)
{
    (void)state;
    struct consent_list consents;
    enum consent_flaw flaw;
    const struct day today = fixture_day(FIXTURE_TODAY);
    const struct consent_withdrawal withdrawal = { .day = today };
    say_yes_to("ngo");
    finish();
    assert_ok(consent_list(store, person, &consents, &error));
    for (size_t i = 0; i < consents.count; i++)
        if (consents.items[i].purpose == CONSENT_SHARING)
            assert_ok(consent_withdraw(store, FIXTURE_USER, consents.items[i].id, &withdrawal,
                                       today, &flaw, &error));
    consent_list_release(&consents);
    reopen();
    finish();
    assert_int_equal(judge(CONSENT_SHARING, "ngo"), CONSENT_WITHDRAWN);
}

static void what_must_not_be_told_goes_with_it(void **state)
{
    (void)state;
    struct consent_judgement judgement;
    const struct consent_use use = { .person_id = person,
                                     .purpose = CONSENT_SHARING,
                                     .recipient = "police",
                                     .day = fixture_day(FIXTURE_TODAY) };
    say_yes_to("authorities");
    const struct answer_input rows[] = { { "talk", "withhold.what", 1, "адрес" },
                                         { "talk", "withhold.whom", 1, "authorities" },
                                         { "talk", "withhold.why", 1, "fear" } };
    const struct answer_act act = { .inputs = rows, .count = 3 };
    step_result_release(&fixture_result);
    assert_ok(step_answer(&desk, opened.id, &act, &fixture_result, &error));
    finish();
    assert_ok(consent_judge(store, &use, &judgement, &error));
    assert_int_equal(judgement.withheld.count, 1);
    assert_string_equal(judgement.withheld.items[0].what, "адрес");
    assert_int_equal(judgement.withheld.items[0].reason, CONSENT_FEAR_OF_HARM);
    consent_judgement_release(&judgement);
}

static void a_child_who_decided_alone_can_be_helped_but_nothing_is_shared(void **state)
{
    (void)state;
    fixture_rows_run(store,
                     "UPDATE person SET birth_date = '2012-01-01', birth_precision = 'day'"
                     " WHERE id = %Q",
                     person);
    say_yes_to("ngo");
    finish();
    assert_int_equal(judge(CONSENT_SHARING, "ngo"), CONSENT_NEEDS_GUARDIAN);
    reopen();
    say("talk.given_by", "guardian");
    say("talk.given_by_name", "Асанова Гүлнара");
    say("talk.child_agrees", "yes");
    finish();
    assert_int_equal(judge(CONSENT_SHARING, "ngo"), CONSENT_COVERED);
}

/* ---- The definition */

static void load_without(const char *text, enum fault_kind kind, const char *word)
{
    struct yaml_source source = { "asking.yaml", NULL, 0 };
    struct definition_added added;
    struct fault_list faults = { .items = NULL };
    char changed[sizeof(SOURCE)];
    memcpy(changed, SOURCE, sizeof(SOURCE));
    char *found = strstr(changed, text);
    assert_non_null(found);
    found[0] = 'x';
    source.text = changed;
    source.length = strlen(changed);
    assert_int_equal(definition_store_add(store, FIXTURE_USER, &source, 1, &added, &faults, &error),
                     STATUS_INVALID);
    assert_int_equal(faults.items[0].kind, kind);
    assert_string_equal(faults.items[0].words[0], word);
    fault_list_release(&faults);
}

static void a_step_that_records_consent_asks_for_all_that_a_consent_needs(void **state)
{
    (void)state;
    load_without("given_on,", FAULT_FIELD_UNKNOWN, "given_on");
    load_without("consent\n", FAULT_WORD_UNKNOWN, "xonsent");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(its_answers_are_consents_when_it_is_finished_and_not_before),
        TEST(answered_again_it_takes_the_place_of_what_was_said),
        TEST(a_withdrawal_typed_there_withdraws),
        TEST(what_was_taken_back_elsewhere_does_not_come_back_with_the_step),
        TEST(what_must_not_be_told_goes_with_it),
        TEST(a_child_who_decided_alone_can_be_helped_but_nothing_is_shared),
        TEST(a_step_that_records_consent_asks_for_all_that_a_consent_needs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
