/* SPDX-License-Identifier: Apache-2.0 */
#include "workflow/instrument.h"

#include "base/decimal.h"
#include "workflow/condition.h"

#include <string.h>

/* ---- One question */

/* False when it has no answer that counts. */
static bool find_value(const struct step *step, const struct question *question,
                       const struct situation *situation, double *value)
{
    const char *answer = situation_answer(situation, step->id, question->id, 0);
    if (answer == NULL)
        return false;
    if (question->scale == NULL) {
        *value = strcmp(answer, "yes") == 0;
        return strcmp(answer, "unknown") != 0;
    }
    for (size_t i = 0; i < question->scale->answer_count; i++)
        if (strcmp(question->scale->answers[i].id, answer) == 0)
            return question->scale->answers[i].value != NULL &&
                   decimal_read(value, question->scale->answers[i].value) != NULL;
    return false;
}

static bool is_sign(double value)
{
    return value >= 1;
}

static enum strength find_strength(const struct question *question,
                                   const struct person_facts *person, bool is_even)
{
    const int strength = person_is_child(person) ? question->child : question->adult;
    return is_even && strength != STRENGTH_NONE ? STRENGTH_MEDIUM : (enum strength)strength;
}

bool instrument_find_sign(enum strength *out, const struct step *step,
                          const struct question *question, const struct situation *situation,
                          bool is_even)
{
    double value = 0;
    *out = STRENGTH_NONE;
    if (question->is_unscored || !find_value(step, question, situation, &value) ||
        !is_sign(question->is_reverse ? 1 - value : value))
        return false;
    *out = find_strength(question, &situation->person, is_even);
    return *out != STRENGTH_NONE;
}

/* ---- One dimension */

struct tally {
    double sum;
    double weights;
    int asked;
    int answered;
    int signs[STRENGTH_COUNT];
};

static void count_question(struct tally *tally, const struct step *step,
                           const struct question *question, const struct situation *situation,
                           bool is_even)
{
    double value = 0;
    if (question->is_unscored)
        return;
    tally->asked++;
    if (!find_value(step, question, situation, &value))
        return;
    tally->answered++;
    if (question->is_reverse)
        value = 1 - value;
    tally->sum += value * question->weight;
    tally->weights += question->weight;
    if (is_sign(value))
        tally->signs[find_strength(question, &situation->person, is_even)]++;
}

/* NULL: none is met. */
static const struct sign_rule *find_rule(const struct instrument *instrument,
                                         const struct tally *tally)
{
    const int *signs = tally->signs;
    for (size_t i = 0; i < instrument->positive_count; i++) {
        const struct sign_rule *rule = &instrument->positive[i];
        /* A stronger sign may stand for a weaker one. */
        const int strong_left = signs[STRENGTH_STRONG] - rule->strong;
        const int medium_left = strong_left + signs[STRENGTH_MEDIUM] - rule->medium;
        const int weak_left = medium_left + signs[STRENGTH_WEAK] - rule->weak - rule->other;
        if (strong_left >= 0 && medium_left >= 0 && weak_left >= 0)
            return rule;
    }
    return NULL;
}

static double count_signs(const struct tally *tally)
{
    return tally->signs[STRENGTH_STRONG] + tally->signs[STRENGTH_MEDIUM] +
           tally->signs[STRENGTH_WEAK];
}

static void finish_dimension(struct score *score, const struct instrument *instrument,
                             const struct tally *tally)
{
    score->asked = tally->asked;
    score->answered = tally->answered;
    score->has_value = tally->answered > 0;
    switch ((enum instrument_method)instrument->method) {
    case METHOD_MEAN:
        score->has_value = tally->answered > 0 &&
                           tally->answered * 100 >= tally->asked * instrument->answered_share;
        score->value = score->has_value ? tally->sum / tally->weights : 0;
        break;
    case METHOD_SIGNS:
        score->value = count_signs(tally);
        score->rule = find_rule(instrument, tally);
        score->is_positive = score->rule != NULL;
        break;
    case METHOD_SUM:
    case METHOD_COUNT:
    default:
        score->value = tally->sum;
        break;
    }
}

/* ---- The whole */

static void add_whole(struct scores *out, const struct instrument *instrument)
{
    const bool is_mean = instrument->method == METHOD_MEAN;
    struct score whole = { .dimension = is_mean ? "composite" : "total", .has_value = is_mean };
    for (size_t i = 0; i < out->count; i++) {
        const struct score *score = &out->items[i];
        whole.asked += score->asked;
        whole.answered += score->answered;
        whole.value += score->has_value ? score->value : 0;
        whole.has_value =
            is_mean ? whole.has_value && score->has_value : whole.has_value || score->has_value;
    }
    if (is_mean && out->count > 0)
        whole.value = whole.has_value ? whole.value / (double)out->count : 0;
    out->items[out->count++] = whole;
}

static void find_result(struct scores *out, const struct step *step,
                        const struct situation *situation)
{
    const struct condition_scope scope = { .definition = NULL,
                                           .situation = situation,
                                           .scores = out };
    int answered = 0;
    for (size_t i = 0; i < out->count; i++)
        answered += out->items[i].answered;
    for (size_t i = 0; answered > 0 && i < step->instrument->result_count; i++)
        if (condition_test(step->instrument->results[i].when, &scope)) {
            out->result = &step->instrument->results[i];
            return;
        }
}

static void score_dimensions(struct scores *out, const struct step *step,
                             const struct situation *situation, bool is_even)
{
    const struct instrument *instrument = step->instrument;
    *out = (struct scores){ .is_even = is_even };
    for (size_t i = 0; i < instrument->dimension_count && out->count < INSTRUMENT_DIMENSIONS_MAX;
         i++) {
        struct tally tally = { .asked = 0 };
        struct score *score = &out->items[out->count++];
        score->dimension = instrument->dimensions[i].id;
        for (size_t k = 0; k < instrument->dimensions[i].question_count; k++)
            count_question(&tally, step, &instrument->dimensions[i].questions[k], situation,
                           is_even);
        finish_dimension(score, instrument, &tally);
    }
}

void instrument_score(struct scores *out, const struct step *step,
                      const struct situation *situation)
{
    const struct instrument *instrument = step->instrument;
    const struct condition_scope scope = { .situation = situation, .scores = out };
    score_dimensions(out, step, situation, false);
    if (instrument->even_when != NULL && condition_test(instrument->even_when, &scope))
        score_dimensions(out, step, situation, true);
    if (instrument->method == METHOD_SUM || instrument->has_composite)
        add_whole(out, instrument);
    find_result(out, step, situation);
}

const struct score *scores_find(const struct scores *scores, const char *dimension)
{
    for (size_t i = 0; i < scores->count; i++)
        if (strcmp(scores->items[i].dimension, dimension) == 0)
            return &scores->items[i];
    return NULL;
}
