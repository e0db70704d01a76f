/* SPDX-License-Identifier: Apache-2.0 */
#include "workflow/instrument.h"

#include "support/unit.h"

#include <string.h>

enum { MOST = 20 };

static struct answer_given answers[MOST];
static struct situation situation = { .answers = answers };
static struct scores scores;

static void answer(const char *question, const char *value)
{
    answers[situation.answer_count++] = (struct answer_given){ "survey", question, 0, value };
}

static void score(const struct instrument *instrument)
{
    const struct step step = { .id = "survey", .instrument = instrument };
    instrument_score(&scores, &step, &situation);
}

static int begin(void **state)
{
    (void)state;
    situation.answer_count = 0;
    situation.person.age = 30;
    return 0;
}

static void assert_value(const char *dimension, double expected)
{
    const struct score *found = scores_find(&scores, dimension);
    assert_non_null(found);
    assert_true(found->has_value);
    if (found->value < expected - 0.0001 || found->value > expected + 0.0001)
        fail_msg("%s is %f", dimension, found->value);
}

/* ---- Means */

static struct scale_answer five[] = {
    { .id = "very_good", .value = "1" }, { .id = "good", .value = "0.75" },
    { .id = "fair", .value = "0.5" },    { .id = "poor", .value = "0.25" },
    { .id = "very_poor", .value = "0" }, { .id = "not_said" },
};
static const struct scale scale = { .id = "five", .answers = five, .answer_count = 6 };
static struct question economic[] = {
    { .id = "income", .scale = &scale, .weight = 1 },
    { .id = "debt", .scale = &scale, .weight = 1, .is_reverse = true },
    { .id = "food", .scale = &scale, .weight = 2 },
    { .id = "why", .scale = &scale, .weight = 1, .is_unscored = true },
};
static struct question social[] = { { .id = "school", .weight = 1 } };
static struct dimension means[] = {
    { .id = "economic", .questions = economic, .question_count = 4 },
    { .id = "social", .questions = social, .question_count = 1 },
};
static struct condition low = { .score = "composite", .at_most = "0.33" };
static struct result results[] = { { .id = "close", .when = &low }, { .id = "light" } };
static const struct instrument survey = { .method = METHOD_MEAN,
                                          .answered_share = 60,
                                          .dimensions = means,
                                          .dimension_count = 2,
                                          .has_composite = true,
                                          .results = results,
                                          .result_count = 2 };

static void a_mean_weighs_turns_round_and_leaves_out(void **state)
{
    (void)state;
    answer("income", "good");
    answer("debt", "good");
    answer("food", "fair");
    answer("why", "very_good");
    answer("school", "yes");
    score(&survey);
    /* (0.75 + 0.25 + 2 x 0.5) / 4 */
    assert_value("economic", 0.5);
    assert_value("social", 1);
    assert_value("composite", 0.75);
    assert_string_equal(scores.result->id, "light");
    assert_int_equal(scores_find(&scores, "economic")->asked, 3);
}

static void too_few_answers_give_no_score(void **state)
{
    (void)state;
    answer("income", "very_poor");
    answer("debt", "not_said");
    answer("school", "yes");
    score(&survey);
    assert_false(scores_find(&scores, "economic")->has_value);
    assert_int_equal(scores_find(&scores, "economic")->answered, 1);
    assert_false(scores_find(&scores, "composite")->has_value);
    answer("food", "very_poor");
    score(&survey);
    assert_value("economic", 0);
}

static void a_low_score_meets_the_condition_of_its_result(void **state)
{
    (void)state;
    answer("income", "very_poor");
    answer("debt", "very_good");
    answer("food", "very_poor");
    answer("school", "no");
    score(&survey);
    assert_value("composite", 0);
    assert_string_equal(scores.result->id, "close");
}

static void without_any_answer_there_is_no_result(void **state)
{
    (void)state;
    answer("why", "very_good");
    score(&survey);
    assert_null(scores.result);
}

/* ---- Sums */

static void a_sum_counts_the_points_of_all(void **state)
{
    (void)state;
    static struct question questions[] = { { .id = "a", .weight = 1 }, { .id = "b", .weight = 3 } };
    static struct dimension dimensions[] = {
        { .id = "signs", .questions = questions, .question_count = 2 }
    };
    static const struct instrument sum = { .method = METHOD_SUM,
                                           .dimensions = dimensions,
                                           .dimension_count = 1 };
    answer("a", "yes");
    answer("b", "unknown");
    score(&sum);
    assert_value("total", 1);
    answers[1].value = "yes";
    score(&sum);
    assert_value("total", 4);
}

/* ---- Signs: the rule of the operational indicators, ILO and European Commission 2009 */

static struct question signs[] = {
    { .id = "s1", .adult = STRENGTH_STRONG, .child = STRENGTH_STRONG },
    { .id = "s2", .adult = STRENGTH_STRONG, .child = STRENGTH_STRONG },
    { .id = "m1", .adult = STRENGTH_MEDIUM, .child = STRENGTH_STRONG },
    { .id = "m2", .adult = STRENGTH_MEDIUM },
    { .id = "m3", .adult = STRENGTH_MEDIUM },
    { .id = "w1", .adult = STRENGTH_WEAK },
};
static struct dimension dimensions[] = {
    { .id = "means", .questions = signs, .question_count = 6 }
};
static struct sign_rule rules[] = {
    { .strong = 2 }, { .strong = 1, .other = 1 }, { .medium = 3 }, { .medium = 2, .weak = 1 }
};
static struct condition positive = { .dimension = "means" };
static struct result outcomes[] = { { .id = "presumed", .when = &positive }, { .id = "none" } };
static const struct instrument screen = { .method = METHOD_SIGNS,
                                          .dimensions = dimensions,
                                          .dimension_count = 1,
                                          .positive = rules,
                                          .positive_count = 4,
                                          .results = outcomes,
                                          .result_count = 2 };

static void signs_are_positive_in_the_four_ways_and_no_other(void **state)
{
    (void)state;
    static const struct {
        const char *yes;
        bool is_positive;
    } rows[] = {
        { "s1", false },    { "s1s2", true },  { "s1m1", true },
        { "s1w1", true },   { "m1m2", false }, { "m1m2m3", true },
        { "m1m2w1", true }, { "m1w1", false }, { "w1", false },
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        situation.answer_count = 0;
        for (size_t k = 0; k < 6; k++)
            answer(signs[k].id, strstr(rows[i].yes, signs[k].id) != NULL ? "yes" : "no");
        score(&screen);
        if (scores_find(&scores, "means")->is_positive != rows[i].is_positive)
            fail_msg("%s", rows[i].yes);
        assert_string_equal(scores.result->id, rows[i].is_positive ? "presumed" : "none");
    }
}

static void a_child_has_weights_of_its_own(void **state)
{
    (void)state;
    answer("s1", "yes");
    answer("m1", "yes");
    situation.person.age = 17;
    score(&screen);
    assert_true(scores_find(&scores, "means")->is_positive);
    answers[0].value = "no";
    answer("m2", "yes");
    answer("m3", "yes");
    score(&screen);
    assert_false(scores_find(&scores, "means")->is_positive);
    situation.person.age = 18;
    score(&screen);
    assert_true(scores_find(&scores, "means")->is_positive);
    situation.person.age = -1;
    score(&screen);
    assert_true(scores_find(&scores, "means")->is_positive);
}

#define SCORE(test) cmocka_unit_test_setup(test, begin)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCORE(a_mean_weighs_turns_round_and_leaves_out),
        SCORE(too_few_answers_give_no_score),
        SCORE(a_low_score_meets_the_condition_of_its_result),
        SCORE(without_any_answer_there_is_no_result),
        SCORE(a_sum_counts_the_points_of_all),
        SCORE(signs_are_positive_in_the_four_ways_and_no_other),
        SCORE(a_child_has_weights_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
