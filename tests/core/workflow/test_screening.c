/* SPDX-License-Identifier: Apache-2.0 */

/* The screening that every built-in workflow shares: its order, every path, and why. */
#include "compartment/compartment.h"
#include "workflow/explanation.h"
#include "workflow/library.h"

#include "support/unit.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 60 };

static struct definition *definition;
static struct answer_given answers[MOST];
static struct step_record records[MOST];
static struct situation situation;
static struct standing standing;
static struct error error;

static int load(void **state)
{
    struct fault_list faults = { .items = NULL };
    const struct library library = library_builtin();
    (void)state;
    return library_load(&definition, &library, "integration", &faults, &error) == STATUS_OK &&
                   definition != NULL
               ? 0
               : 1;
}

static int unload(void **state)
{
    (void)state;
    definition_release(definition);
    return 0;
}

static int begin(void **state)
{
    (void)state;
    situation = (struct situation){ .answers = answers, .records = records };
    situation.person.age = 30;
    assert_int_equal(day_from_civil(&situation.opened, 2026, 11, 2, NULL), STATUS_OK);
    situation.today = situation.opened;
    return 0;
}

static int end(void **state)
{
    (void)state;
    standing_release(&standing);
    return 0;
}

static void answer(const char *step, const char *field, const char *value)
{
    assert_true(situation.answer_count < MOST);
    answers[situation.answer_count++] = (struct answer_given){ step, field, 0, value };
}

static void done(const char *step)
{
    assert_true(situation.record_count < MOST);
    records[situation.record_count++] = (struct step_record){ .step = step,
                                                              .decision = DECISION_DONE,
                                                              .finished_on = situation.today,
                                                              .has_finished_on = true };
}

static void compute(void)
{
    standing_release(&standing);
    situation.person.counts_as_child =
        situation.person.age < 0 && situation_means_child(&situation, definition);
    assert_ok(standing_compute(&standing, definition, &situation, &error));
}

static const struct indication *find(const char *id)
{
    for (size_t i = 0; i < standing.indication_count; i++)
        if (strcmp(standing.indications[i]->id, id) == 0)
            return standing.indications[i];
    return NULL;
}

static enum step_state state_of(const char *step)
{
    const struct step_standing *found = standing_find(&standing, step);
    assert_non_null(found);
    return found->state;
}

/* ---- The order */

static void each_question_comes_after_the_one_before(void **state)
{
    (void)state;
    /* What has to be settled before, and what may be asked only then. */
    static const struct {
        const char *settled;
        const char *ready;
    } order[] = {
        { NULL, "safety" },
        { "safety", "asylum_check" },
        { "asylum_check", "child_check" },
        { "child_check", "trafficking" },
        { "trafficking", "violence_check" },
        { "violence_check", "citizenship_check" },
        { "citizenship_check", "service_need" },
    };
    const size_t count = sizeof(order) / sizeof(order[0]);
    situation.person.age = -1; /* so that it is asked about the child too */
    answer("intake", "group", "LAB");
    done("intake");
    for (size_t i = 0; i < count; i++) {
        if (order[i].settled != NULL)
            done(order[i].settled);
        compute();
        if (state_of(order[i].ready) != STEP_READY)
            fail_msg("%s is not ready", order[i].ready);
        for (size_t k = i + 1; k < count; k++)
            assert_int_equal(state_of(order[k].ready), STEP_LOCKED);
    }
}

static void a_fear_ends_the_routine_questions(void **state)
{
    (void)state;
    done("safety");
    done("intake");
    compute();
    assert_int_equal(state_of("papers"), STEP_READY);
    answer("asylum_check", "fear", "yes");
    done("asylum_check");
    done("trafficking");
    done("violence_check");
    compute();
    assert_int_equal(state_of("papers"), STEP_NOT_NEEDED);
    assert_int_equal(state_of("citizenship_check"), STEP_NOT_NEEDED);
    assert_int_equal(state_of("asylum_referral"), STEP_READY);
}

/* ---- The paths */

static void every_path_has_its_indication_its_steps_and_its_compartment(void **state)
{
    (void)state;
    static const struct {
        const char *step;
        const char *field;
        const char *value;
        int age;
        const char *indication; /* NULL: none */
        const char *opened;
        int compartment; /* 1 + the compartment; 0: none */
    } paths[] = {
        { "safety", "danger", "yes", 30, "urgent_safety", "safe_shelter", 0 },
        { "safety", "medical", "yes", 30, "urgent_safety", "urgent_doctor", 0 },
        { "asylum_check", "fear", "yes", 30, "asylum", "asylum_referral", 1 + COMPARTMENT_ASYLUM },
        { "asylum_check", "wish", "yes", 30, "asylum", "asylum_referral", 1 + COMPARTMENT_ASYLUM },
        { "asylum_check", "pending", "yes", 30, "asylum", NULL, 1 + COMPARTMENT_ASYLUM },
        { "asylum_check", "fear", "unknown", 30, NULL, NULL, 0 },
        { "violence_check", "needs", "LP-RR", 30, "asylum", "asylum_referral",
          1 + COMPARTMENT_ASYLUM },
        { "child_check", "company", "unaccompanied", 15, "child_alone", "child_referral",
          1 + COMPARTMENT_CHILDREN },
        { "child_check", "company", "separated", 15, "child_alone", "best_interests",
          1 + COMPARTMENT_CHILDREN },
        { "child_check", "company", "unknown", 15, "child_alone", "child_referral",
          1 + COMPARTMENT_CHILDREN },
        { "child_check", "company", "parent", 15, NULL, NULL, 0 },
        { "violence_check", "violence", "yes", 30, "violence", "violence_help",
          1 + COMPARTMENT_VIOLENCE },
        { "violence_check", "needs", "SC-SC,TR-WV", 30, "violence", "violence_help",
          1 + COMPARTMENT_VIOLENCE },
        { "violence_check", "needs", "DS-DF", 30, NULL, NULL, 0 },
        { "citizenship_check", "citizen", "no", 30, "stateless", "documents_case", 0 },
        { "citizenship_check", "citizen", "unknown", 30, "stateless", "documents_case", 0 },
        { "citizenship_check", "citizen", "yes", 30, NULL, NULL, 0 },
        { "intake", "group", "UND", 30, "stateless", "documents_case", 0 },
    };
    for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
        begin(NULL);
        situation.person.age = paths[i].age;
        answer(paths[i].step, paths[i].field, paths[i].value);
        compute();
        if (paths[i].indication == NULL) {
            assert_int_equal(standing.indication_count, 0);
            continue;
        }
        assert_non_null(find(paths[i].indication));
        if (paths[i].opened != NULL)
            assert_true(state_of(paths[i].opened) != STEP_NOT_NEEDED);
        for (int k = 0; k < COMPARTMENT_COUNT; k++)
            assert_int_equal((standing.compartments & COMPARTMENT_BIT(k)) != 0,
                             k + 1 == paths[i].compartment);
    }
}

/* ---- Trafficking */

/* Two signs that make each dimension positive for an adult and for a child. */
#define DECEIVED "deceived_job", "deceived_wages"
#define COERCED  "recruit_violence", "recruit_money"
#define WEAK     "weak_family", "weak_economic", "weak_travel"
#define EXPLOIT  "work_hours", "work_low_pay"
#define FORCED   "place_documents", "place_wages"
#define HELD     "held_status", "held_family", "held_dependency"
#define LABOUR   "work_low_pay", "work_living", "work_hazard"

static const char *result_of(const char *const *signs, int age)
{
    begin(NULL);
    situation.person.age = age;
    for (size_t i = 0; signs[i] != NULL; i++)
        answer("trafficking", signs[i], "yes");
    struct scores scores;
    instrument_score(&scores, definition_find_step(definition, "trafficking"), &situation);
    return scores.result == NULL ? "" : scores.result->id;
}

static void the_signs_lead_to_the_result_of_the_rule(void **state)
{
    (void)state;
    static const struct {
        const char *signs[12];
        int age;
        const char *result;
    } rows[] = {
        /* Combinations for adults. */
        { { EXPLOIT }, 30, "labour_rights" },
        { { DECEIVED, EXPLOIT }, 30, "deceived_exploited" },
        { { DECEIVED, EXPLOIT, FORCED }, 30, "presumed_trafficking" },
        { { COERCED, EXPLOIT, FORCED }, 30, "presumed_trafficking" },
        { { WEAK, EXPLOIT, FORCED }, 30, "presumed_trafficking" },
        { { DECEIVED, EXPLOIT, HELD }, 30, "presumed_trafficking" },
        { { EXPLOIT, FORCED }, 30, "weak_signs" },
        { { DECEIVED, FORCED }, 30, "weak_signs" },
        { { "deceived_job" }, 30, "none" },
        /* The rule of a dimension: 1 strong + 1 other, 3 medium, 2 medium + 1 weak; not 2 medium.
         */
        { { "work_hours", "work_no_school" }, 30, "labour_rights" },
        { { LABOUR }, 30, "labour_rights" },
        { { "work_low_pay", "work_living", "work_no_school" }, 30, "labour_rights" },
        { { "work_low_pay", "work_living" }, 30, "none" },
        { { "work_hours" }, 30, "none" },
        { { "act_moved", "work_hours" }, 30, "none" },
        /* Children: act and exploitation are enough, means are not needed. */
        { { "act_moved", EXPLOIT }, 15, "child_trafficking" },
        { { EXPLOIT, FORCED }, 15, "child_trafficking" },
        { { EXPLOIT }, 15, "labour_rights" },
        { { "act_moved", "sexual_services" }, 15, "child_trafficking" },
        { { EXPLOIT, "act_moved" }, 18, "labour_rights" },
        /* Sexual exploitation: every sign is medium, so two strong ones are not enough. */
        { { "sexual_services", DECEIVED, EXPLOIT, FORCED }, 30, "weak_signs" },
        { { "sexual_services", DECEIVED, "deceived_housing", LABOUR, FORCED, "place_threats" },
          30,
          "presumed_sexual" },
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
        if (strcmp(result_of(rows[i].signs, rows[i].age), rows[i].result) != 0)
            fail_msg("row %zu: %s instead of %s", i, result_of(rows[i].signs, rows[i].age),
                     rows[i].result);
}

static void who_is_taken_for_a_child_has_the_rule_of_children(void **state)
{
    (void)state;
    situation.person.age = -1;
    answer("trafficking", "act_moved", "yes");
    answer("trafficking", "work_hours", "yes");
    answer("trafficking", "work_low_pay", "yes");
    compute();
    assert_null(find("trafficking"));
    answer("child_check", "under_18", "unknown");
    compute();
    assert_non_null(find("trafficking"));
    assert_true((standing.compartments & COMPARTMENT_BIT(COMPARTMENT_TRAFFICKING)) != 0);
}

static bool is_asked(const char *question)
{
    const struct step *step = definition_find_step(definition, "trafficking");
    return field_is_asked(step_find_field(step, question), step, definition, &situation, &standing,
                          0);
}

static void of_a_child_the_means_are_not_asked_once_they_are_not_needed(void **state)
{
    (void)state;
    situation.person.age = 15;
    answer("trafficking", "act_moved", "yes");
    answer("trafficking", "work_hours", "yes");
    compute();
    assert_true(is_asked("deceived_job"));
    answer("trafficking", "work_low_pay", "yes");
    compute();
    assert_false(is_asked("deceived_job"));
    assert_true(is_asked("work_hazard"));
    situation.person.age = 30;
    compute();
    assert_true(is_asked("deceived_job"));
    assert_false(is_asked("act_moved"));
}

static void the_adult_lists_have_sixty_seven_signs(void **state)
{
    (void)state;
    static const struct {
        const char *dimension;
        size_t count;
    } lists[] = { { "deceptive_recruitment", 10 },     { "coercive_recruitment", 10 },
                  { "vulnerability_recruitment", 16 }, { "exploitation", 9 },
                  { "coercion_destination", 15 },      { "vulnerability_destination", 7 } };
    const struct instrument *instrument =
        definition_find_step(definition, "trafficking")->instrument;
    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
        size_t found = 0;
        for (size_t k = 0; k < instrument->dimension_count; k++)
            if (strcmp(instrument->dimensions[k].id, lists[i].dimension) == 0)
                for (size_t q = 0; q < instrument->dimensions[k].question_count; q++)
                    found += instrument->dimensions[k].questions[q].adult != STRENGTH_NONE;
        assert_int_equal(found, lists[i].count);
    }
}

/* ---- Why */

static void an_indication_tells_the_answers_that_it_follows_from(void **state)
{
    (void)state;
    struct reason_list reasons;
    answer("asylum_check", "fear", "yes");
    answer("asylum_check", "wish", "no");
    answer("violence_check", "needs", "DS-DF,LP-RR");
    compute();
    assert_ok(indication_list_reasons(&reasons, find("asylum"), &standing, &situation, &error));
    assert_int_equal(reasons.count, 2);
    assert_int_equal(reasons.items[0].kind, REASON_ANSWER);
    assert_string_equal(reasons.items[0].field->id, "fear");
    assert_string_equal(reasons.items[0].value, "yes");
    assert_string_equal(reasons.items[1].step->id, "violence_check");
    assert_string_equal(reasons.items[1].condition->has, "LP-RR");
    free(reasons.items);
}

static void an_assessment_tells_its_signs_their_rule_and_its_result(void **state)
{
    (void)state;
    struct scores scores;
    struct sign_list signs;
    struct reason_list reasons;
    const struct step *step = definition_find_step(definition, "trafficking");
    static const char *const found[] = { DECEIVED, EXPLOIT, "place_debt", FORCED, NULL };
    for (size_t i = 0; found[i] != NULL; i++)
        answer("trafficking", found[i], "yes");
    instrument_score(&scores, step, &situation);
    assert_int_equal(scores_find(&scores, "exploitation")->rule->other, 1);
    assert_int_equal(scores_find(&scores, "coercion_destination")->rule->strong, 2);
    assert_null(scores_find(&scores, "coercive_recruitment")->rule);
    assert_ok(sign_list_find(&signs, step, &scores, &situation, &error));
    assert_int_equal(signs.count, 7);
    assert_string_equal(signs.items[0].question->id, "work_hours");
    assert_int_equal(signs.items[0].strength, STRENGTH_STRONG);
    assert_ok(result_list_reasons(&reasons, step, &scores, &situation, &error));
    assert_int_equal(reasons.count, 3);
    assert_int_equal(reasons.items[0].kind, REASON_DIMENSION);
    assert_string_equal(reasons.items[0].dimension->id, "deceptive_recruitment");
    free(signs.items);
    free(reasons.items);
}

/* ---- Safe return */

static void the_checklist_blocks_what_is_not_safe(void **state)
{
    (void)state;
    static const struct {
        const char *field;
        const char *value;
        bool is_blocked;
    } rows[] = {
        { "informed", "no", true },
        { "informed", "yes", false },
        { "fear", "yes", true },
        { "fear", "no", false },
        { "pending", "yes", true },
        { "pending", "no", false },
        { "child_assessed", "no", true },
        { "child_assessed", "yes", false },
        { "traffickers", "yes", true },
        { "traffickers", "no", false },
        { "fit", "no", true },
        { "fit", "yes", false },
        { "told", "yes", true },
        { "told", "no", false },
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        begin(NULL);
        situation.person.age = 15;
        answer("stay_paper", "passport_needed", "yes");
        answer("safe_return", rows[i].field, rows[i].value);
        compute();
        const struct indication *unsafe = find("return_unsafe");
        assert_int_equal(unsafe != NULL, rows[i].is_blocked);
        assert_int_equal(state_of("consulate_passport") == STEP_BLOCKED, rows[i].is_blocked);
        if (unsafe != NULL)
            assert_string_equal(unsafe->alert, "supervisor");
    }
}

static void the_checklist_asks_for_everything(void **state)
{
    (void)state;
    static const char *const fields[] = { "informed",       "fear",        "pending",
                                          "child_assessed", "traffickers", "fit",
                                          "receiver",       "family",      "told" };
    const struct step *step = definition_find_step(definition, "safe_return");
    situation.person.age = 15;
    answer("safe_return", "purpose", "return");
    compute();
    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
        assert_true(field_is_asked(step_find_field(step, fields[i]), step, definition, &situation,
                                   &standing, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_question_comes_after_the_one_before, begin, end),
        cmocka_unit_test_setup_teardown(a_fear_ends_the_routine_questions, begin, end),
        cmocka_unit_test_setup_teardown(every_path_has_its_indication_its_steps_and_its_compartment,
                                        begin, end),
        cmocka_unit_test_setup_teardown(the_signs_lead_to_the_result_of_the_rule, begin, end),
        cmocka_unit_test_setup_teardown(who_is_taken_for_a_child_has_the_rule_of_children, begin,
                                        end),
        cmocka_unit_test_setup_teardown(of_a_child_the_means_are_not_asked_once_they_are_not_needed,
                                        begin, end),
        cmocka_unit_test(the_adult_lists_have_sixty_seven_signs),
        cmocka_unit_test_setup_teardown(an_indication_tells_the_answers_that_it_follows_from, begin,
                                        end),
        cmocka_unit_test_setup_teardown(an_assessment_tells_its_signs_their_rule_and_its_result,
                                        begin, end),
        cmocka_unit_test_setup_teardown(the_checklist_blocks_what_is_not_safe, begin, end),
        cmocka_unit_test_setup_teardown(the_checklist_asks_for_everything, begin, end),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
