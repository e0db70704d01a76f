/* SPDX-License-Identifier: Apache-2.0 */
#include "workflow/explanation.h"

#include "base/array.h"
#include "workflow/condition.h"

#include <string.h>

/* ---- Reasons */

struct listing {
    struct reason_list *out;
    const struct condition_scope *scope;
    const struct instrument *instrument; /* of a result; else NULL */
    struct error *error;
};

static enum status add(const struct listing *listing, const struct reason *reason)
{
    struct reason_list *out = listing->out;
    const enum status status = array_reserve(&out->items, &out->capacity, sizeof(*out->items),
                                             out->count + 1, listing->error);
    if (status == STATUS_OK)
        out->items[out->count++] = *reason;
    return status;
}

static const struct step *step_of(const struct definition *definition, const char *path)
{
    char id[YAML_ID_MAX + 1] = "";
    const size_t length = strcspn(path, ".");
    if (definition == NULL || length >= sizeof(id))
        return NULL;
    memcpy(id, path, length);
    return definition_find_step(definition, id);
}

/* Every answer by itself: of the rows of a step only those that fit. */
static enum status add_answers(const struct listing *listing, const struct condition *condition,
                               const struct step *step, const char *rest)
{
    const struct situation *situation = listing->scope->situation;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < situation->answer_count; i++) {
        const struct answer_given *answer = &situation->answers[i];
        if (strcmp(answer->step, step->id) != 0 || strcmp(answer->field, rest) != 0 ||
            !condition_fits(condition, answer->value))
            continue;
        const struct reason reason = { .kind = REASON_ANSWER,
                                       .condition = condition,
                                       .step = step,
                                       .field = step_find_field(step, rest),
                                       .item = answer->item,
                                       .value = answer->value };
        status = add(listing, &reason);
    }
    return status;
}

static enum status add_field(const struct listing *listing, const struct condition *condition)
{
    const struct step *step = step_of(listing->scope->definition, condition->field);
    const char *dot = strchr(condition->field, '.');
    struct reason reason = { .kind = REASON_FACT, .condition = condition, .step = step };
    if (step == NULL || dot == NULL)
        return add(listing, &reason);
    if (step->instrument == NULL || strcmp(dot + 1, "result") != 0)
        return add_answers(listing, condition, step, dot + 1);
    struct scores scores;
    instrument_score(&scores, step, listing->scope->situation);
    reason.kind = REASON_RESULT;
    reason.result = scores.result;
    return add(listing, &reason);
}

static enum status add_step(const struct listing *listing, const struct condition *condition)
{
    const struct step *step = step_of(listing->scope->definition, condition->step);
    const struct reason reason = { .kind =
                                       condition->outcome == NULL ? REASON_STEP : REASON_OUTCOME,
                                   .condition = condition,
                                   .step = step,
                                   .outcome = step == NULL || condition->outcome == NULL
                                                  ? NULL
                                                  : step_find_outcome(step, condition->outcome) };
    return add(listing, &reason);
}

static enum status add_indication(const struct listing *listing, const struct condition *condition)
{
    const struct definition *definition = listing->scope->definition;
    struct reason reason = { .kind = REASON_INDICATION, .condition = condition };
    for (size_t i = 0; i < definition->indication_count; i++)
        if (strcmp(definition->indications[i].id, condition->indication) == 0)
            reason.indication = &definition->indications[i];
    return add(listing, &reason);
}

static enum status add_dimension(const struct listing *listing, const struct condition *condition)
{
    const char *id = condition->dimension != NULL ? condition->dimension : condition->score;
    struct reason reason = { .kind = condition->dimension != NULL ? REASON_DIMENSION : REASON_SCORE,
                             .condition = condition };
    for (size_t i = 0; listing->instrument != NULL && i < listing->instrument->dimension_count; i++)
        if (strcmp(listing->instrument->dimensions[i].id, id) == 0)
            reason.dimension = &listing->instrument->dimensions[i];
    return add(listing, &reason);
}

/* No deeper than YAML_DEPTH_MAX.  NOLINTNEXTLINE(misc-no-recursion) */
static enum status list(const struct listing *listing, const struct condition *condition)
{
    enum status status = STATUS_OK;
    if (condition == NULL || !condition_test(condition, listing->scope))
        return STATUS_OK;
    if (condition->field != NULL)
        return add_field(listing, condition);
    if (condition->step != NULL)
        return add_step(listing, condition);
    if (condition->indication != NULL)
        return add_indication(listing, condition);
    if (condition->dimension != NULL || condition->score != NULL)
        return add_dimension(listing, condition);
    for (size_t i = 0; status == STATUS_OK && i < condition->all_count; i++)
        status = list(listing, &condition->all[i]);
    for (size_t i = 0; status == STATUS_OK && i < condition->any_count; i++)
        status = list(listing, &condition->any[i]);
    return status;
}

enum status indication_list_reasons(struct reason_list *out, const struct indication *indication,
                                    const struct standing *standing,
                                    const struct situation *situation, struct error *error)
{
    const struct condition_scope scope = { .definition = standing->definition,
                                           .situation = situation,
                                           .standing = standing };
    const struct listing listing = { out, &scope, NULL, error };
    *out = (struct reason_list){ .items = NULL };
    return list(&listing, indication->when);
}

enum status result_list_reasons(struct reason_list *out, const struct step *step,
                                const struct scores *scores, const struct situation *situation,
                                struct error *error)
{
    const struct condition_scope scope = { .situation = situation, .scores = scores };
    const struct listing listing = { out, &scope, step->instrument, error };
    *out = (struct reason_list){ .items = NULL };
    return scores->result == NULL ? STATUS_OK : list(&listing, scores->result->when);
}

/* ---- The path */

/* No deeper than YAML_DEPTH_MAX.  NOLINTNEXTLINE(misc-no-recursion) */
static bool asks_for(const struct condition *condition, const char *indication)
{
    bool asks = false;
    if (condition == NULL)
        return false;
    if (condition->indication != NULL)
        return strcmp(condition->indication, indication) == 0;
    for (size_t i = 0; !asks && i < condition->all_count; i++)
        asks = asks_for(&condition->all[i], indication);
    for (size_t i = 0; !asks && i < condition->any_count; i++)
        asks = asks_for(&condition->any[i], indication);
    return asks;
}

bool indication_opens(const struct indication *indication, const struct step *step)
{
    return asks_for(step->when, indication->id) || asks_for(step->stage->when, indication->id);
}

const char *reason_kind_word(enum reason_kind kind)
{
    static const char *const words[REASON_KIND_COUNT] = {
        [REASON_ANSWER] = "answer",         [REASON_RESULT] = "result",
        [REASON_OUTCOME] = "outcome",       [REASON_STEP] = "step",
        [REASON_INDICATION] = "indication", [REASON_FACT] = "fact",
        [REASON_DIMENSION] = "dimension",   [REASON_SCORE] = "score",
    };
    return (unsigned)kind < REASON_KIND_COUNT ? words[kind] : "unknown";
}

/* ---- Signs */

enum status sign_list_find(struct sign_list *out, const struct step *step,
                           const struct scores *scores, const struct situation *situation,
                           struct error *error)
{
    const struct instrument *instrument = step->instrument;
    enum status status = STATUS_OK;
    *out = (struct sign_list){ .items = NULL };
    for (size_t i = 0; i < instrument->dimension_count; i++)
        for (size_t k = 0; status == STATUS_OK && k < instrument->dimensions[i].question_count;
             k++) {
            struct sign sign = { .dimension = &instrument->dimensions[i],
                                 .question = &instrument->dimensions[i].questions[k] };
            if (!instrument_find_sign(&sign.strength, step, sign.question, situation,
                                      scores->is_even))
                continue;
            status = array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                                   error);
            if (status == STATUS_OK)
                out->items[out->count++] = sign;
        }
    return status;
}

const char *strength_word(enum strength strength)
{
    static const char *const words[STRENGTH_COUNT] = { "", "weak", "medium", "strong" };
    return (unsigned)strength < STRENGTH_COUNT ? words[strength] : "";
}
