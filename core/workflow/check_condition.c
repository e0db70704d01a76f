/* SPDX-License-Identifier: Apache-2.0 */

/* Conditions: that each is one test, asks for something that exists, and compares it with a value
 * that it can have. */
#include "workflow/load.h"

#include <string.h>

static const char *const facts[] = { "person.age",   "person.is_child",    "person.sex",
                                     "person.group", "person.nationality", "office.country" };

static bool is_fact(const char *path)
{
    for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
        if (strcmp(path, facts[i]) == 0)
            return true;
    return false;
}

/* The step of "STEP.FIELD", and where FIELD begins. */
static const struct step *find_step_of(const struct definition *definition, const char *path,
                                       const char **rest)
{
    char id[YAML_ID_MAX + 1] = "";
    const size_t length = strcspn(path, ".");
    *rest = path[length] == '.' ? path + length + 1 : "";
    if (length < sizeof(id))
        memcpy(id, path, length);
    return definition_find_step(definition, id);
}

static bool has_score(const struct instrument *instrument, const char *id)
{
    for (size_t i = 0; i < instrument->dimension_count; i++)
        if (strcmp(instrument->dimensions[i].id, id) == 0)
            return true;
    return (instrument->has_composite && strcmp(id, "composite") == 0) ||
           (instrument->method == METHOD_SUM && strcmp(id, "total") == 0);
}

/* What a step has beside its fields: result, score.DIMENSION, rounds, evidence.TYPE. */
static bool is_derived(const struct step *step, const char *rest)
{
    if (step->instrument != NULL && strcmp(rest, "result") == 0)
        return true;
    if (step->instrument != NULL && strncmp(rest, "score.", 6) == 0)
        return has_score(step->instrument, rest + 6);
    if (step->rounds != NULL && strcmp(rest, "rounds") == 0)
        return true;
    for (size_t i = 0; strncmp(rest, "evidence.", 9) == 0 && i < step->evidence_count; i++)
        if (strcmp(step->evidence[i].type, rest + 9) == 0)
            return true;
    return false;
}

enum status check_field_path(struct loading *loading, const char *path, int line,
                             const struct field **out, struct error *error)
{
    const char *rest;
    *out = NULL;
    if (is_fact(path))
        return STATUS_OK;
    const struct step *step = find_step_of(loading->definition, path, &rest);
    if (step != NULL)
        *out = step_find_field(step, rest);
    if (step == NULL || (*out == NULL && !is_derived(step, rest)))
        return load_note(loading, line, FAULT_FIELD_UNKNOWN, path, NULL, error);
    return STATUS_OK;
}

static enum status check_value(struct loading *loading, const struct condition *condition,
                               const struct field *field, const char *value, struct error *error)
{
    if (value == NULL || field->choice_count == 0 || field_find_choice(field, value) != NULL)
        return STATUS_OK;
    return load_note(loading, condition->line, FAULT_VALUE_UNKNOWN, value, condition->field, error);
}

static enum status check_result(struct loading *loading, const struct condition *condition,
                                const char *value, struct error *error)
{
    const char *rest;
    const struct step *step = find_step_of(loading->definition, condition->field, &rest);
    if (value == NULL || step == NULL || step->instrument == NULL || strcmp(rest, "result") != 0)
        return STATUS_OK;
    for (size_t i = 0; i < step->instrument->result_count; i++)
        if (strcmp(step->instrument->results[i].id, value) == 0)
            return STATUS_OK;
    return load_note(loading, condition->line, FAULT_VALUE_UNKNOWN, value, condition->field, error);
}

static enum status check_values(struct loading *loading, const struct condition *condition,
                                const struct field *field, struct error *error)
{
    const char *const single[] = { condition->is, condition->is_not, condition->has };
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < 3 + condition->in_count; i++) {
        const char *value = i < 3 ? single[i] : condition->in[i - 3];
        status = field != NULL ? check_value(loading, condition, field, value, error)
                               : check_result(loading, condition, value, error);
    }
    return status;
}

static enum status check_operators(struct loading *loading, const struct condition *condition,
                                   const struct field *field, struct error *error)
{
    const bool compares = condition->at_least != NULL || condition->at_most != NULL;
    const char *misfit = NULL;
    if (condition->is == NULL && condition->is_not == NULL && condition->has == NULL &&
        condition->in_count == 0 && !compares && condition->known == NULL)
        return load_note(loading, condition->line, FAULT_OPERATOR_MISSING, condition->field, NULL,
                         error);
    if (condition->known != NULL && strcmp(condition->known, "yes") != 0 &&
        strcmp(condition->known, "no") != 0)
        return load_note(loading, condition->line, FAULT_WORD_UNKNOWN, condition->known, "yes, no",
                         error);
    if (field == NULL)
        return STATUS_OK;
    if (condition->has != NULL && field->type != FIELD_CHOICES)
        misfit = "has";
    else if ((condition->is != NULL || condition->in_count > 0) && field->type == FIELD_CHOICES)
        misfit = condition->is != NULL ? "is" : "in";
    else if (compares && field->type != FIELD_NUMBER && field->type != FIELD_MONEY &&
             field->type != FIELD_DATE)
        misfit = condition->at_least != NULL ? "at_least" : "at_most";
    else if (field->type == FIELD_ROWS && condition->known == NULL)
        misfit = "rows";
    if (misfit != NULL)
        return load_note(loading, condition->line, FAULT_OPERATOR_MISFIT, condition->field, misfit,
                         error);
    return STATUS_OK;
}

static enum status check_field_test(struct loading *loading, const struct condition *condition,
                                    struct error *error)
{
    const struct field *field;
    const size_t faults = loading->faults->count;
    enum status status =
        check_field_path(loading, condition->field, condition->line, &field, error);
    if (status != STATUS_OK || loading->faults->count > faults)
        return status;
    status = check_operators(loading, condition, field, error);
    return status == STATUS_OK ? check_values(loading, condition, field, error) : status;
}

static enum status check_step_test(struct loading *loading, const struct condition *condition,
                                   struct error *error)
{
    const struct step *step = definition_find_step(loading->definition, condition->step);
    if (step == NULL)
        return load_note(loading, condition->line, FAULT_STEP_UNKNOWN, condition->step, NULL,
                         error);
    if (condition->outcome != NULL && step_find_outcome(step, condition->outcome) == NULL)
        return load_note(loading, condition->line, FAULT_OUTCOME_UNKNOWN, condition->outcome,
                         step->id, error);
    return STATUS_OK;
}

static enum status check_indication_test(struct loading *loading, const struct condition *condition,
                                         struct error *error)
{
    const struct definition *definition = loading->definition;
    for (size_t i = 0; i < definition->indication_count; i++)
        if (strcmp(definition->indications[i].id, condition->indication) == 0)
            return STATUS_OK;
    return load_note(loading, condition->line, FAULT_INDICATION_UNKNOWN, condition->indication,
                     NULL, error);
}

static enum status check_instrument_test(struct loading *loading, const struct condition *condition,
                                         const struct instrument *instrument, struct error *error)
{
    const char *id = condition->dimension != NULL ? condition->dimension : condition->score;
    if (instrument == NULL)
        return load_note(loading, condition->line, FAULT_KEY_MISFIT,
                         condition->dimension != NULL ? "dimension" : "score", "workflow", error);
    if (!has_score(instrument, id))
        return load_note(loading, condition->line, FAULT_DIMENSION_UNKNOWN, id, NULL, error);
    if (condition->score != NULL && condition->at_least == NULL && condition->at_most == NULL)
        return load_note(loading, condition->line, FAULT_OPERATOR_MISSING, id, NULL, error);
    return STATUS_OK;
}

static int count_tests(const struct condition *condition)
{
    return (condition->all_count > 0) + (condition->any_count > 0) + (condition->negated != NULL) +
           (condition->field != NULL) + (condition->step != NULL) +
           (condition->indication != NULL) + (condition->dimension != NULL) +
           (condition->score != NULL);
}

/* No deeper than YAML_DEPTH_MAX.  NOLINTNEXTLINE(misc-no-recursion) */
static enum status check_lists(struct loading *loading, const struct condition *condition,
                               const struct instrument *instrument, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < condition->all_count; i++)
        status = check_condition(loading, &condition->all[i], instrument, error);
    for (size_t i = 0; status == STATUS_OK && i < condition->any_count; i++)
        status = check_condition(loading, &condition->any[i], instrument, error);
    return status == STATUS_OK ? check_condition(loading, condition->negated, instrument, error)
                               : status;
}

/* No deeper than YAML_DEPTH_MAX.  NOLINTNEXTLINE(misc-no-recursion) */
enum status check_condition(struct loading *loading, const struct condition *condition,
                            const struct instrument *instrument, struct error *error)
{
    if (condition == NULL)
        return STATUS_OK;
    const int tests = count_tests(condition);
    if (tests == 0)
        return load_note(loading, condition->line, FAULT_CONDITION_EMPTY, NULL, NULL, error);
    if (tests > 1)
        return load_note(loading, condition->line, FAULT_CONDITION_MIXED, NULL, NULL, error);
    /* An instrument does not know the workflow that it is used in. */
    if (instrument != NULL && condition->field != NULL && !is_fact(condition->field))
        return load_note(loading, condition->line, FAULT_FIELD_UNKNOWN, condition->field, NULL,
                         error);
    if (instrument != NULL && (condition->step != NULL || condition->indication != NULL))
        return load_note(loading, condition->line, FAULT_KEY_MISFIT,
                         condition->step != NULL ? "step" : "indication", "instrument", error);
    if (condition->field != NULL)
        return check_field_test(loading, condition, error);
    if (condition->step != NULL)
        return check_step_test(loading, condition, error);
    if (condition->indication != NULL)
        return check_indication_test(loading, condition, error);
    if (condition->dimension != NULL || condition->score != NULL)
        return check_instrument_test(loading, condition, instrument, error);
    return check_lists(loading, condition, instrument, error);
}
