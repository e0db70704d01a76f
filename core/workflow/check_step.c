/* SPDX-License-Identifier: Apache-2.0 */

/* One step: its deadline and rounds, its fields, keys that do not go together. */
#include "country/deadline_rule.h"
#include "workflow/load.h"

#include <string.h>

/* ---- Deadlines and rounds */

/* A reference to an event: a step, a date field, or one of the words given. */
static enum status check_event(struct loading *loading, const char *from, int line,
                               const char *words, struct error *error)
{
    const struct field *field;
    const size_t length = strlen(from);
    for (const char *at = words; *at != '\0'; at += strcspn(at, " "), at += *at == ' ')
        if (strcspn(at, " ") == length && memcmp(at, from, length) == 0)
            return STATUS_OK;
    if (strchr(from, '.') == NULL)
        return definition_find_step(loading->definition, from) != NULL
                   ? STATUS_OK
                   : load_note(loading, line, FAULT_STEP_UNKNOWN, from, NULL, error);
    const enum status status = check_field_path(loading, from, line, &field, error);
    if (status == STATUS_OK && field != NULL && field->type != FIELD_DATE)
        return load_note(loading, line, FAULT_DATE_EXPECTED, from, NULL, error);
    return status;
}

static enum status check_term(struct loading *loading, const struct step *step, struct error *error)
{
    const struct term *term = step->deadline;
    if (term == NULL)
        return STATUS_OK;
    enum status status = check_event(loading, term->from, term->line, "opened ready asked", error);
    for (size_t i = 0; status == STATUS_OK && i < term->remind_count; i++)
        if (!check_is_sensible(term->remind[i], TERM_CALENDAR))
            status = load_note(loading, term->line, FAULT_NUMBER_INVALID, "remind", NULL, error);
    if (status != STATUS_OK)
        return status;
    if (term->rule == NULL) {
        if (!term->count.is_given || term->unit == TERM_NONE)
            return load_note(loading, term->line, FAULT_DEADLINE_EMPTY, NULL, NULL, error);
        if (!check_is_sensible(term->count.value, term->unit))
            return load_note(loading, term->line, FAULT_NUMBER_INVALID, "count", NULL, error);
        return check_origin(loading, &term->origin, term->line, "deadline", error);
    }
    if (term->count.is_given || term->unit != TERM_NONE)
        return load_note(loading, term->line, FAULT_KEY_MISFIT, "count", "rule", error);
    if (term->origin.check_locally || term->origin.source != NULL)
        return load_note(loading, term->line, FAULT_CHECK_WITH_RULE, NULL, NULL, error);
    if (!deadline_rule_is_known(term->rule))
        return load_note(loading, term->line, FAULT_RULE_UNKNOWN, term->rule, "*", error);
    return STATUS_OK;
}

static enum status check_rounds(struct loading *loading, const struct step *step,
                                struct error *error)
{
    const struct rounds *rounds = step->rounds;
    if (rounds == NULL)
        return STATUS_OK;
    enum status status = check_event(loading, rounds->from, rounds->line, "opened", error);
    if (status == STATUS_OK && (rounds->at_count == 0 || rounds->unit == TERM_NONE))
        status = load_note(loading, rounds->line, FAULT_DEADLINE_EMPTY, NULL, NULL, error);
    for (size_t i = 0; status == STATUS_OK && i < rounds->at_count; i++)
        if (!check_is_sensible(rounds->at[i], rounds->unit))
            status = load_note(loading, rounds->line, FAULT_NUMBER_INVALID, "at", NULL, error);
    for (size_t i = 1; status == STATUS_OK && i < rounds->at_count; i++)
        if (rounds->at[i] <= rounds->at[i - 1])
            status = load_note(loading, rounds->line, FAULT_BOUNDS, "at", NULL, error);
    for (size_t i = 0; status == STATUS_OK && i < rounds->last_count; i++)
        if (step_find_outcome(step, rounds->last[i]) == NULL)
            status = load_note(loading, rounds->line, FAULT_OUTCOME_UNKNOWN, rounds->last[i],
                               step->id, error);
    return status;
}

/* ---- Fields */

static bool has_bounds(int type)
{
    return type == FIELD_NUMBER || type == FIELD_MONEY || type == FIELD_ROWS;
}

/* A key that goes with other types only; NULL: none. */
static const char *find_misfit(const struct field *field, bool has_choices)
{
    const struct {
        bool is_misfit;
        const char *key;
    } rows[] = {
        { field->list != NULL && !has_choices, "list" },
        { field->least.is_given && !has_bounds(field->type), "least" },
        { field->most.is_given && !has_bounds(field->type), "most" },
        { field->before_birth && field->type != FIELD_DATE, "before_birth" },
        { field->time != FIELD_ANY_TIME && field->type != FIELD_DATE, "time" },
        { field->field_count > 0 && field->type != FIELD_ROWS, "fields" },
        { field->means_child_count > 0 && field->choice_count == 0, "means_child" },
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
        if (rows[i].is_misfit)
            return rows[i].key;
    return NULL;
}

static bool is_upside_down(const struct field *field)
{
    return field->least.is_given && field->most.is_given && field->least.value > field->most.value;
}

static enum status check_field_keys(struct loading *loading, const struct field *field,
                                    struct error *error)
{
    const char *type = field_type_words[field->type];
    const bool has_choices = field->type == FIELD_CHOICE || field->type == FIELD_CHOICES;
    const char *misfit = find_misfit(field, has_choices);
    if (has_choices && field->choice_count == 0)
        return load_note(loading, field->line, FAULT_NO_CHOICES, field->id, NULL, error);
    if (misfit != NULL)
        return load_note(loading, field->line, FAULT_KEY_MISFIT, misfit, type, error);
    if (field->type == FIELD_ROWS && field->field_count == 0)
        return load_note(loading, field->line, FAULT_KIND_NEEDS, "fields", type, error);
    if (is_upside_down(field))
        return load_note(loading, field->line, FAULT_BOUNDS, field->id, NULL, error);
    if (field->must_be != NULL && field->choice_count > 0 &&
        field_find_choice(field, field->must_be) == NULL)
        return load_note(loading, field->line, FAULT_VALUE_UNKNOWN, field->must_be, field->id,
                         error);
    for (size_t i = 0; i < field->means_child_count; i++)
        if (field_find_choice(field, field->means_child[i]) == NULL)
            return load_note(loading, field->line, FAULT_VALUE_UNKNOWN, field->means_child[i],
                             field->id, error);
    return STATUS_OK;
}

/* Rows hold no rows.  NOLINTNEXTLINE(misc-no-recursion) */
static enum status check_field(struct loading *loading, const struct field *field, bool is_column,
                               struct error *error)
{
    enum status status = check_field_keys(loading, field, error);
    if (status == STATUS_OK && is_column && field->type == FIELD_ROWS)
        status = load_note(loading, field->line, FAULT_KEY_MISFIT, "rows", "rows", error);
    if (status == STATUS_OK && field->type == FIELD_CHOICE)
        status = CHECK_IDS(loading, struct choice, field->choices, field->choice_count, error);
    if (status == STATUS_OK && !field->is_question)
        status = check_condition(loading, field->when, NULL, error);
    if (status == STATUS_OK)
        status = check_condition(loading, field->required_when, NULL, error);
    if (status == STATUS_OK)
        status = CHECK_IDS(loading, struct field, field->fields, field->field_count, error);
    for (size_t i = 0; status == STATUS_OK && i < field->field_count; i++)
        status = check_field(loading, &field->fields[i], true, error);
    return status;
}

/* ---- A step as a whole */

/* Keys that one kind of step needs and the others must not have. */
static enum status check_kind(struct loading *loading, const struct step *step, struct error *error)
{
    const struct {
        enum step_kind kind;
        const char *key;
        bool is_given;
    } rows[] = {
        { STEP_REFERRAL, "referral", step->referral != NULL },
        { STEP_ASSESSMENT, "instrument", step->instrument_id != NULL },
        { STEP_LETTER, "letters", step->letter_count > 0 },
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const bool is_kind = step->kind == (int)rows[i].kind;
        if (is_kind && !rows[i].is_given)
            return load_note(loading, step->line, FAULT_KIND_NEEDS, rows[i].key,
                             step_kind_words[step->kind], error);
        if (!is_kind && rows[i].is_given && rows[i].kind != STEP_LETTER)
            return load_note(loading, step->line, FAULT_KEY_MISFIT, rows[i].key,
                             step_kind_words[step->kind], error);
    }
    if (step->kind == STEP_DECISION && step->outcome_count == 0 && step->field_count == 0)
        return load_note(loading, step->line, FAULT_KIND_NEEDS, "outcomes", "decision", error);
    return STATUS_OK;
}

static bool waits_for_others(const struct step *step)
{
    return step->kind == STEP_REQUEST || step->kind == STEP_REFERRAL ||
           (step->body != NULL && step->deadline != NULL);
}

static enum status check_waiting(struct loading *loading, const struct step *step,
                                 struct error *error)
{
    if (!waits_for_others(step))
        return STATUS_OK;
    if (step->if_refused == NULL || step->if_silent == NULL)
        return load_note(loading, step->line, FAULT_NO_ANSWER_ADVICE, step->id,
                         step->if_refused == NULL ? "if_refused" : "if_silent", error);
    if (step->ladder_id == NULL && step->outcome_count < 2)
        return load_note(loading, step->line, FAULT_NO_WAY_ON, step->id, NULL, error);
    return STATUS_OK;
}

static enum status check_steps_named(struct loading *loading, const struct step *step,
                                     struct error *error)
{
    const struct definition *definition = loading->definition;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < step->after_count; i++)
        if (definition_find_step(definition, step->after[i]) == NULL)
            status =
                load_note(loading, step->line, FAULT_STEP_UNKNOWN, step->after[i], NULL, error);
    for (size_t i = 0; i < step->outcome_count; i++)
        for (size_t k = 0; status == STATUS_OK && k < step->outcomes[i].opens_count; k++)
            if (definition_find_step(definition, step->outcomes[i].opens[k]) == NULL)
                status = load_note(loading, step->outcomes[i].line, FAULT_STEP_UNKNOWN,
                                   step->outcomes[i].opens[k], NULL, error);
    if (status == STATUS_OK && step->opens_case != NULL &&
        strcmp(step->opens_case, definition->id) != 0 &&
        library_find(loading->library, "workflow", step->opens_case) == NULL)
        status =
            load_note(loading, step->line, FAULT_WORKFLOW_UNKNOWN, step->opens_case, NULL, error);
    return status;
}

static enum status check_parties(struct loading *loading, const struct step *step,
                                 struct error *error)
{
    enum status status = check_body(loading, step->body, step->line, error);
    if (status == STATUS_OK)
        status = check_contact(loading, step->contact, step->line, error);
    for (size_t i = 0; status == STATUS_OK && i < step->finish_by_count; i++)
        status = check_role(loading, step->finish_by[i], step->line, error);
    if (status == STATUS_OK)
        status = check_role(loading, step->approval, step->line, error);
    if (status == STATUS_OK && step->referral != NULL &&
        strcmp(step->referral->urgency, "urgent") != 0 &&
        strcmp(step->referral->urgency, "high") != 0 &&
        strcmp(step->referral->urgency, "normal") != 0)
        status = load_note(loading, step->referral->line, FAULT_WORD_UNKNOWN,
                           step->referral->urgency, "urgent, high, normal", error);
    return status;
}

static bool has_field(const struct step *step, const char *id)
{
    for (size_t i = 0; i < step->field_count; i++)
        if (strcmp(step->fields[i].id, id) == 0)
            return true;
    return false;
}

/* A step whose answers are kept as consents asks for all that a consent cannot do without. */
static enum status check_records(struct loading *loading, const struct step *step,
                                 struct error *error)
{
    static const char *const needed[] = {
        "understands", "given_by", "language",   "casework",
        "reporting",   "sharing",  "share_with", "given_on",
    };
    enum status status = STATUS_OK;
    if (step->records == NULL)
        return STATUS_OK;
    if (strcmp(step->records, "consent") != 0)
        return load_note(loading, step->line, FAULT_WORD_UNKNOWN, step->records, "consent", error);
    for (size_t i = 0; status == STATUS_OK && i < sizeof(needed) / sizeof(needed[0]); i++)
        if (!has_field(step, needed[i]))
            status = load_note(loading, step->line, FAULT_FIELD_UNKNOWN, needed[i], NULL, error);
    return status;
}

static enum status check_content(struct loading *loading, const struct step *step,
                                 struct error *error)
{
    enum status status = CHECK_IDS(loading, struct field, step->fields, step->field_count, error);
    if (status == STATUS_OK)
        status = check_records(loading, step, error);
    if (status == STATUS_OK)
        status = CHECK_IDS(loading, struct outcome, step->outcomes, step->outcome_count, error);
    for (size_t i = 0; status == STATUS_OK && i < step->field_count; i++)
        status = check_field(loading, &step->fields[i], false, error);
    for (size_t i = 0; status == STATUS_OK && i < step->evidence_count; i++)
        status = check_condition(loading, step->evidence[i].when, NULL, error);
    return status;
}

enum status check_step(struct loading *loading, const struct step *step, struct error *error)
{
    static enum status (*const checks[])(struct loading *, const struct step *, struct error *) = {
        check_kind,    check_waiting, check_steps_named, check_parties,
        check_content, check_term,    check_rounds,
    };
    loading->file = step->file;
    enum status status = check_origin(loading, &step->origin, step->line, step->id, error);
    for (size_t i = 0; status == STATUS_OK && i < sizeof(checks) / sizeof(checks[0]); i++)
        status = checks[i](loading, step, error);
    return status == STATUS_OK ? check_condition(loading, step->when, NULL, error) : status;
}
