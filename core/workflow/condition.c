/* SPDX-License-Identifier: Apache-2.0 */
#include "workflow/condition.h"

#include "base/decimal.h"

#include <stdio.h>
#include <string.h>

/* ---- One value */

/* Below 0, 0 or above 0: dates as texts, everything else as decimals.  False when they cannot be
 * compared. */
static bool compare(int *out, const char *value, const char *bound)
{
    double a, b;
    if (strlen(bound) == DAY_TEXT_SIZE - 1 && bound[4] == '-') {
        *out = strcmp(value, bound);
        return true;
    }
    /* What stands behind a decimal is a currency. */
    if (decimal_read(&a, value) == NULL || decimal_read(&b, bound) == NULL)
        return false;
    *out = (a > b) - (a < b);
    return true;
}

static bool is_at_least(const char *value, const char *bound)
{
    int order;
    return compare(&order, value, bound) && order >= 0;
}

static bool is_at_most(const char *value, const char *bound)
{
    int order;
    return compare(&order, value, bound) && order <= 0;
}

static bool has_choice(const char *value, const char *choice)
{
    const size_t length = strlen(choice);
    for (const char *at = value; *at != '\0'; at += strcspn(at, ","), at += *at == ',')
        if (strcspn(at, ",") == length && memcmp(at, choice, length) == 0)
            return true;
    return false;
}

static bool is_in(const char *value, const struct condition *condition)
{
    for (size_t i = 0; i < condition->in_count; i++)
        if (strcmp(value, condition->in[i]) == 0)
            return true;
    return condition->in_count == 0;
}

bool condition_fits(const struct condition *condition, const char *value)
{
    return (condition->is == NULL || strcmp(value, condition->is) == 0) &&
           (condition->is_not == NULL || strcmp(value, condition->is_not) != 0) &&
           (condition->has == NULL || has_choice(value, condition->has)) &&
           is_in(value, condition) &&
           (condition->at_least == NULL || is_at_least(value, condition->at_least)) &&
           (condition->at_most == NULL || is_at_most(value, condition->at_most));
}

/* ---- Where values come from */

static bool wants_known(const struct condition *condition)
{
    return condition->known == NULL || strcmp(condition->known, "yes") == 0;
}

/* For what has one value; NULL: not known. */
static bool test_value(const struct condition *condition, const char *value)
{
    if (value == NULL)
        return !wants_known(condition);
    return wants_known(condition) && condition_fits(condition, value);
}

static bool test_fact(const struct condition *condition, const struct situation *situation,
                      bool *is_fact)
{
    const struct person_facts *person = &situation->person;
    char age[16];
    const char *path = condition->field;
    *is_fact = true;
    snprintf(age, sizeof(age), "%d", person->age);
    if (strcmp(path, "person.age") == 0)
        return test_value(condition, person->age < 0 ? NULL : age);
    if (strcmp(path, "person.is_child") == 0)
        return test_value(condition, person_is_child(person) ? "yes" : "no");
    if (strcmp(path, "person.sex") == 0)
        return test_value(condition, person->sex);
    if (strcmp(path, "person.group") == 0)
        return test_value(condition, person->group);
    if (strcmp(path, "person.nationality") == 0)
        return test_value(condition, person->nationality);
    if (strcmp(path, "office.country") == 0)
        return test_value(condition, situation->country_code);
    *is_fact = false;
    return false;
}

static bool test_score(const struct condition *condition, const struct score *score)
{
    char value[32];
    if (score == NULL || !score->has_value)
        return !wants_known(condition);
    snprintf(value, sizeof(value), "%.6f", score->value);
    for (char *at = value; *at != '\0'; at++)
        if (*at == ',')
            *at = '.';
    return test_value(condition, value);
}

static bool test_assessment(const struct condition *condition, const struct step *step,
                            const char *rest, const struct situation *situation)
{
    struct scores scores;
    instrument_score(&scores, step, situation);
    if (strcmp(rest, "result") == 0)
        return test_value(condition, scores.result == NULL ? NULL : scores.result->id);
    return test_score(condition, scores_find(&scores, rest + strlen("score.")));
}

static bool test_rounds(const struct condition *condition, const struct step *step,
                        const struct situation *situation)
{
    char value[16] = "0";
    for (size_t i = 0; i < situation->record_count; i++)
        if (strcmp(situation->records[i].step, step->id) == 0)
            snprintf(value, sizeof(value), "%d", situation->records[i].rounds);
    return test_value(condition, value);
}

/* Any answer will do; of the rows that the scope is in, only that row's. */
static bool test_answers(const struct condition *condition, const struct step *step,
                         const char *rest, const struct condition_scope *scope)
{
    const struct situation *situation = scope->situation;
    const size_t length = scope->rows == NULL ? 0 : strlen(scope->rows);
    const bool is_own_row = scope->step == step && length > 0 &&
                            strncmp(rest, scope->rows, length) == 0 && rest[length] == '.';
    bool is_known = false;
    for (size_t i = 0; i < situation->answer_count; i++) {
        const struct answer_given *answer = &situation->answers[i];
        if (strcmp(answer->step, step->id) != 0 || strcmp(answer->field, rest) != 0 ||
            (is_own_row && answer->item != scope->row))
            continue;
        is_known = true;
        if (wants_known(condition) && condition_fits(condition, answer->value))
            return true;
    }
    return !is_known && !wants_known(condition);
}

/* Rows are known when one of their columns is. */
static bool test_rows(const struct condition *condition, const struct step *step, const char *rows,
                      const struct situation *situation)
{
    return (situation_rows(situation, step->id, rows) > 0) == wants_known(condition);
}

static bool test_field(const struct condition *condition, const struct condition_scope *scope)
{
    char id[YAML_ID_MAX + 1] = "";
    bool is_fact;
    const bool is_met = test_fact(condition, scope->situation, &is_fact);
    if (is_fact)
        return is_met;
    const size_t length = strcspn(condition->field, ".");
    if (length >= sizeof(id) || condition->field[length] == '\0')
        return false;
    memcpy(id, condition->field, length);
    const char *rest = condition->field + length + 1;
    const struct step *step = definition_find_step(scope->definition, id);
    if (step == NULL)
        return false;
    const struct field *field = step_find_field(step, rest);
    if (field != NULL && field->type == FIELD_ROWS)
        return test_rows(condition, step, rest, scope->situation);
    if (field == NULL && step->instrument != NULL &&
        (strcmp(rest, "result") == 0 || strncmp(rest, "score.", 6) == 0))
        return test_assessment(condition, step, rest, scope->situation);
    if (field == NULL && step->rounds != NULL && strcmp(rest, "rounds") == 0)
        return test_rounds(condition, step, scope->situation);
    return test_answers(condition, step, rest, scope);
}

/* ---- The other tests */

static bool test_step(const struct condition *condition, const struct situation *situation)
{
    for (size_t i = 0; i < situation->record_count; i++) {
        const struct step_record *record = &situation->records[i];
        if (strcmp(record->step, condition->step) != 0)
            continue;
        if (condition->outcome != NULL)
            return record->decision != DECISION_ASKED_APPROVAL && record->outcome != NULL &&
                   strcmp(record->outcome, condition->outcome) == 0;
        return record->decision == DECISION_DONE || record->decision == DECISION_SKIPPED ||
               record->decision == DECISION_REFUSED;
    }
    return false;
}

/* A question that depends on what the others showed is tested with the scores of its own step. */
static bool test_instrument(const struct condition *condition, const struct condition_scope *scope)
{
    struct scores own;
    const struct scores *scores = scope->scores;
    if (scores == NULL && scope->step != NULL && scope->step->instrument != NULL) {
        instrument_score(&own, scope->step, scope->situation);
        scores = &own;
    }
    if (scores == NULL)
        return false;
    if (condition->score != NULL)
        return test_score(condition, scores_find(scores, condition->score));
    const struct score *score = scores_find(scores, condition->dimension);
    return score != NULL && score->is_positive;
}

static bool test_indication(const char *id, const struct standing *standing)
{
    for (size_t i = 0; standing != NULL && i < standing->indication_count; i++)
        if (strcmp(standing->indications[i]->id, id) == 0)
            return true;
    return false;
}

/* No deeper than YAML_DEPTH_MAX.  NOLINTNEXTLINE(misc-no-recursion) */
static bool test_all(const struct condition *conditions, size_t count,
                     const struct condition_scope *scope)
{
    for (size_t i = 0; i < count; i++)
        if (!condition_test(&conditions[i], scope))
            return false;
    return true;
}

/* No deeper than YAML_DEPTH_MAX.  NOLINTNEXTLINE(misc-no-recursion) */
static bool test_any(const struct condition *conditions, size_t count,
                     const struct condition_scope *scope)
{
    for (size_t i = 0; i < count; i++)
        if (condition_test(&conditions[i], scope))
            return true;
    return false;
}

/* No deeper than YAML_DEPTH_MAX.  NOLINTNEXTLINE(misc-no-recursion) */
bool condition_test(const struct condition *condition, const struct condition_scope *scope)
{
    if (condition == NULL)
        return true;
    if (condition->field != NULL)
        return test_field(condition, scope);
    if (condition->step != NULL)
        return test_step(condition, scope->situation);
    if (condition->indication != NULL)
        return test_indication(condition->indication, scope->standing);
    if (condition->dimension != NULL || condition->score != NULL)
        return test_instrument(condition, scope);
    if (condition->negated != NULL)
        return !condition_test(condition->negated, scope);
    if (condition->all_count > 0)
        return test_all(condition->all, condition->all_count, scope);
    return test_any(condition->any, condition->any_count, scope);
}

bool condition_is_met(const struct condition *condition, const struct definition *definition,
                      const struct situation *situation, const struct standing *standing)
{
    const struct condition_scope scope = { .definition = definition,
                                           .situation = situation,
                                           .standing = standing };
    return condition_test(condition, &scope);
}
