/* SPDX-License-Identifier: Apache-2.0 */
#include "workflow/schema.h"

#include "compartment/compartment.h"

const char *const field_type_words[] = { "text",    "long_text", "number",         "money",
                                         "date",    "yes_no",    "yes_no_unknown", "choice",
                                         "choices", "country",   "language",       "rows",
                                         NULL };
const char *const step_kind_words[] = { "form",        "checklist",  "request",  "referral",
                                        "appointment", "assessment", "decision", "letter",
                                        "handover",    NULL };
/* The first of these two stands for what is left out; nobody writes it. */
const char *const term_unit_words[] = { "", "working", "calendar", "month", NULL };
static const char *const time_words[] = { "any", "past", "future", NULL };
static const char *const compartment_words[] = { "",         "asylum",   "trafficking",
                                                 "violence", "children", NULL };
static const char *const strength_words[] = { "", "weak", "medium", "strong", NULL };
static const char *const method_words[] = { "mean", "sum", "signs", NULL };

_Static_assert(sizeof(compartment_words) / sizeof(compartment_words[0]) == COMPARTMENT_COUNT + 2,
               "every compartment has its word");

/* NOLINTBEGIN(bugprone-macro-parentheses): types and members cannot stand in brackets. */
#define SCHEMA(type, line, table)                                                                  \
    {                                                                                              \
        .size = sizeof(type), .line_offset = offsetof(type, line), .keys = table,                  \
        .key_count = sizeof(table) / sizeof((table)[0])                                            \
    }

/* Both hold some of their own kind. */
static const struct yaml_schema schema_condition;
static const struct yaml_schema schema_field;

/* Rows of the tables.  MUST_: the key must be there. */
#define MAY(type, word, yaml, member)                                                              \
    {                                                                                              \
        .name = word, .kind = YAML_##yaml, .offset = offsetof(type, member)                        \
    }
#define MUST(type, word, yaml, member)                                                             \
    {                                                                                              \
        .name = word, .kind = YAML_##yaml, .offset = offsetof(type, member), .is_required = true   \
    }
#define WORD(type, word, member, list)                                                             \
    {                                                                                              \
        .name = word, .kind = YAML_WORD, .offset = offsetof(type, member), .words = list           \
    }
#define MUST_WORD(type, word, member, list)                                                        \
    {                                                                                              \
        .name = word, .kind = YAML_WORD, .offset = offsetof(type, member), .words = list,          \
        .is_required = true                                                                        \
    }
#define OBJECT(type, word, member, table)                                                          \
    {                                                                                              \
        .name = word, .kind = YAML_OBJECT, .offset = offsetof(type, member), .schema = table       \
    }
#define MUST_OBJECT(type, word, member, table)                                                     \
    {                                                                                              \
        .name = word, .kind = YAML_OBJECT, .offset = offsetof(type, member), .schema = table,      \
        .is_required = true                                                                        \
    }
#define PLAIN_LIST(type, word, yaml, items, count)                                                 \
    {                                                                                              \
        .name = word, .kind = YAML_##yaml, YAML_LIST(type, items, count)                           \
    }
#define MUST_PLAIN_LIST(type, word, yaml, items, count)                                            \
    {                                                                                              \
        .name = word, .kind = YAML_##yaml, YAML_LIST(type, items, count), .is_required = true      \
    }
#define LIST(type, word, items, count, table)                                                      \
    {                                                                                              \
        .name = word, .kind = YAML_OBJECTS, YAML_LIST(type, items, count), .schema = table         \
    }
#define MUST_LIST(type, word, items, count, table)                                                 \
    {                                                                                              \
        .name = word, .kind = YAML_OBJECTS, YAML_LIST(type, items, count), .schema = table,        \
        .is_required = true                                                                        \
    }

/* NOLINTEND(bugprone-macro-parentheses) */

static const struct yaml_key condition_keys[] = {
    LIST(struct condition, "all", all, all_count, &schema_condition),
    LIST(struct condition, "any", any, any_count, &schema_condition),
    OBJECT(struct condition, "not", negated, &schema_condition),
    MAY(struct condition, "field", PATH, field),
    MAY(struct condition, "step", ID, step),
    MAY(struct condition, "outcome", CODE, outcome),
    MAY(struct condition, "indication", ID, indication),
    MAY(struct condition, "dimension", ID, dimension),
    MAY(struct condition, "score", ID, score),
    MAY(struct condition, "is", PATH, is),
    MAY(struct condition, "is_not", PATH, is_not),
    MAY(struct condition, "has", CODE, has),
    PLAIN_LIST(struct condition, "in", CODES, in, in_count),
    MAY(struct condition, "at_least", PATH, at_least),
    MAY(struct condition, "at_most", PATH, at_most),
    MAY(struct condition, "known", CODE, known),
};
static const struct yaml_schema schema_condition = SCHEMA(struct condition, line, condition_keys);

static const struct yaml_key choice_keys[] = {
    MUST(struct choice, "id", CODE, id),
    MUST(struct choice, "title", LABEL, title),
    MAY(struct choice, "help", SENTENCE, help),
    MAY(struct choice, "group", LABEL, group),
};
static const struct yaml_schema schema_choice = SCHEMA(struct choice, line, choice_keys);

static const struct yaml_key field_keys[] = {
    MUST(struct field, "id", ID, id),
    MUST(struct field, "label", LABEL, label),
    MAY(struct field, "help", SENTENCE, help),
    MUST_WORD(struct field, "type", type, field_type_words),
    MAY(struct field, "required", FLAG, is_required),
    OBJECT(struct field, "required_when", required_when, &schema_condition),
    OBJECT(struct field, "when", when, &schema_condition),
    MAY(struct field, "must_be", CODE, must_be),
    LIST(struct field, "choices", choices, choice_count, &schema_choice),
    MAY(struct field, "list", ID, list),
    MAY(struct field, "least", NUMBER, least),
    MAY(struct field, "most", NUMBER, most),
    WORD(struct field, "time", time, time_words),
    MAY(struct field, "before_birth", FLAG, before_birth),
    PLAIN_LIST(struct field, "means_child", CODES, means_child, means_child_count),
    LIST(struct field, "fields", fields, field_count, &schema_field),
    MAY(struct field, "source", SENTENCE, origin.source),
    MAY(struct field, "check_locally", FLAG, origin.check_locally),
};
static const struct yaml_schema schema_field = SCHEMA(struct field, line, field_keys);

static const struct yaml_key evidence_keys[] = {
    MUST(struct evidence, "type", ID, type),
    MAY(struct evidence, "required", FLAG, is_required),
    OBJECT(struct evidence, "when", when, &schema_condition),
    MAY(struct evidence, "source", SENTENCE, origin.source),
    MAY(struct evidence, "check_locally", FLAG, origin.check_locally),
};
static const struct yaml_schema schema_evidence = SCHEMA(struct evidence, line, evidence_keys);

static const struct yaml_key outcome_keys[] = {
    MUST(struct outcome, "id", ID, id),
    MUST(struct outcome, "title", LABEL, title),
    MAY(struct outcome, "refusal", FLAG, is_refusal),
    PLAIN_LIST(struct outcome, "opens", CODES, opens, opens_count),
    MAY(struct outcome, "closes", ID, closes),
};
static const struct yaml_schema schema_outcome = SCHEMA(struct outcome, line, outcome_keys);

static const struct yaml_key term_keys[] = {
    MUST(struct term, "from", PATH, from),
    MAY(struct term, "rule", ID, rule),
    MAY(struct term, "count", NUMBER, count),
    WORD(struct term, "unit", unit, term_unit_words),
    MAY(struct term, "exact", FLAG, is_exact),
    PLAIN_LIST(struct term, "remind", INTS, remind, remind_count),
    MAY(struct term, "missed", SENTENCE, missed),
    MAY(struct term, "source", SENTENCE, origin.source),
    MAY(struct term, "check_locally", FLAG, origin.check_locally),
};
static const struct yaml_schema schema_term = SCHEMA(struct term, line, term_keys);

static const struct yaml_key rounds_keys[] = {
    MUST(struct rounds, "from", PATH, from),
    MUST_PLAIN_LIST(struct rounds, "at", INTS, at, at_count),
    MUST_WORD(struct rounds, "unit", unit, term_unit_words),
    PLAIN_LIST(struct rounds, "last", CODES, last, last_count),
};
static const struct yaml_schema schema_rounds = SCHEMA(struct rounds, line, rounds_keys);

static const struct yaml_key step_referral_keys[] = {
    MUST(struct step_referral, "service", ID, service),
    MUST(struct step_referral, "urgency", ID, urgency),
};
static const struct yaml_schema schema_step_referral =
    SCHEMA(struct step_referral, line, step_referral_keys);

static const struct yaml_key step_keys[] = {
    MUST(struct step, "id", ID, id),
    MUST(struct step, "title", LABEL, title),
    MUST(struct step, "why", SENTENCE, why),
    MUST_WORD(struct step, "kind", kind, step_kind_words),
    PLAIN_LIST(struct step, "after", CODES, after, after_count),
    OBJECT(struct step, "when", when, &schema_condition),
    MAY(struct step, "body", ID, body),
    MAY(struct step, "decides", SENTENCE, decides),
    PLAIN_LIST(struct step, "finish_by", CODES, finish_by, finish_by_count),
    MAY(struct step, "approval", ID, approval),
    MAY(struct step, "urgent", FLAG, is_urgent),
    MAY(struct step, "restricted", FLAG, is_restricted),
    MAY(struct step, "may_skip", FLAG, may_skip),
    MAY(struct step, "screening", FLAG, is_screening),
    MAY(struct step, "contact", ID, contact),
    OBJECT(struct step, "deadline", deadline, &schema_term),
    OBJECT(struct step, "rounds", rounds, &schema_rounds),
    LIST(struct step, "fields", fields, field_count, &schema_field),
    LIST(struct step, "evidence", evidence, evidence_count, &schema_evidence),
    LIST(struct step, "outcomes", outcomes, outcome_count, &schema_outcome),
    PLAIN_LIST(struct step, "letters", CODES, letters, letter_count),
    OBJECT(struct step, "referral", referral, &schema_step_referral),
    MAY(struct step, "instrument", ID, instrument_id),
    MAY(struct step, "opens_case", ID, opens_case),
    MAY(struct step, "records", ID, records),
    MAY(struct step, "ladder", ID, ladder_id),
    MAY(struct step, "if_refused", SENTENCE, if_refused),
    MAY(struct step, "if_silent", SENTENCE, if_silent),
    MAY(struct step, "source", SENTENCE, origin.source),
    MAY(struct step, "check_locally", FLAG, origin.check_locally),
};
static const struct yaml_schema schema_step = SCHEMA(struct step, line, step_keys);

static const struct yaml_key stage_keys[] = {
    MUST(struct stage, "id", ID, id),
    MUST(struct stage, "title", LABEL, title),
    MAY(struct stage, "include", ID, include),
    PLAIN_LIST(struct stage, "after", CODES, after, after_count),
    OBJECT(struct stage, "when", when, &schema_condition),
    LIST(struct stage, "steps", steps, step_count, &schema_step),
};
static const struct yaml_schema schema_stage = SCHEMA(struct stage, line, stage_keys);

static const struct yaml_key indication_keys[] = {
    MUST(struct indication, "id", ID, id),
    MUST(struct indication, "title", LABEL, title),
    MUST(struct indication, "says", SENTENCE, says),
    MUST_OBJECT(struct indication, "when", when, &schema_condition),
    MAY(struct indication, "body", ID, body),
    MAY(struct indication, "alert", ID, alert),
    WORD(struct indication, "compartment", compartment, compartment_words),
    MAY(struct indication, "source", SENTENCE, origin.source),
    MAY(struct indication, "check_locally", FLAG, origin.check_locally),
};
static const struct yaml_schema schema_indication =
    SCHEMA(struct indication, line, indication_keys);

static const struct yaml_key guard_keys[] = {
    MUST(struct guard, "id", ID, id),
    MUST(struct guard, "contact", ID, contact),
    MUST_OBJECT(struct guard, "when", when, &schema_condition),
    MUST(struct guard, "says", SENTENCE, says),
    MAY(struct guard, "source", SENTENCE, origin.source),
    MAY(struct guard, "check_locally", FLAG, origin.check_locally),
};
static const struct yaml_schema schema_guard = SCHEMA(struct guard, line, guard_keys);

static const struct yaml_key rung_keys[] = {
    MUST(struct rung, "id", ID, id),
    MUST(struct rung, "title", LABEL, title),
    MUST(struct rung, "after", INT, after),
    MUST_WORD(struct rung, "unit", unit, term_unit_words),
    MAY(struct rung, "source", SENTENCE, origin.source),
    MAY(struct rung, "check_locally", FLAG, origin.check_locally),
};
static const struct yaml_schema schema_rung = SCHEMA(struct rung, line, rung_keys);

static const struct yaml_key ladder_keys[] = {
    MUST(struct ladder, "id", ID, id),
    MUST_LIST(struct ladder, "rungs", rungs, rung_count, &schema_rung),
};
static const struct yaml_schema schema_ladder = SCHEMA(struct ladder, line, ladder_keys);

static const struct yaml_key scale_answer_keys[] = {
    MUST(struct scale_answer, "id", CODE, id),
    MUST(struct scale_answer, "title", LABEL, title),
    MAY(struct scale_answer, "value", PATH, value),
};
static const struct yaml_schema schema_scale_answer =
    SCHEMA(struct scale_answer, line, scale_answer_keys);

static const struct yaml_key scale_keys[] = {
    MUST(struct scale, "id", ID, id),
    MUST_LIST(struct scale, "answers", answers, answer_count, &schema_scale_answer),
};
static const struct yaml_schema schema_scale = SCHEMA(struct scale, line, scale_keys);

static const struct yaml_key question_keys[] = {
    MUST(struct question, "id", ID, id),
    MUST(struct question, "text", SENTENCE, text),
    MAY(struct question, "scale", ID, scale_id),
    MAY(struct question, "reverse", FLAG, is_reverse),
    MAY(struct question, "unscored", FLAG, is_unscored),
    MAY(struct question, "weight", DECIMAL, weight),
    WORD(struct question, "adult", adult, strength_words),
    WORD(struct question, "child", child, strength_words),
};
static const struct yaml_schema schema_question = SCHEMA(struct question, line, question_keys);

static const struct yaml_key dimension_keys[] = {
    MUST(struct dimension, "id", ID, id),
    MUST(struct dimension, "title", LABEL, title),
    OBJECT(struct dimension, "when", when, &schema_condition),
    MUST_LIST(struct dimension, "questions", questions, question_count, &schema_question),
};
static const struct yaml_schema schema_dimension = SCHEMA(struct dimension, line, dimension_keys);

static const struct yaml_key sign_rule_keys[] = {
    MAY(struct sign_rule, "strong", INT, strong),
    MAY(struct sign_rule, "medium", INT, medium),
    MAY(struct sign_rule, "weak", INT, weak),
    MAY(struct sign_rule, "other", INT, other),
};
static const struct yaml_schema schema_sign_rule = SCHEMA(struct sign_rule, line, sign_rule_keys);

static const struct yaml_key result_keys[] = {
    MUST(struct result, "id", ID, id),
    MUST(struct result, "title", LABEL, title),
    MUST(struct result, "says", SENTENCE, says),
    OBJECT(struct result, "when", when, &schema_condition),
};
static const struct yaml_schema schema_result = SCHEMA(struct result, line, result_keys);

static const struct yaml_key workflow_keys[] = {
    MUST(struct workflow_file, "kind", ID, kind),
    MUST(struct workflow_file, "id", ID, id),
    MUST(struct workflow_file, "version", INT, version),
    MUST(struct workflow_file, "title", LABEL, title),
    MUST(struct workflow_file, "purpose", SENTENCE, purpose),
    PLAIN_LIST(struct workflow_file, "uses", CODES, uses, uses_count),
    MUST_LIST(struct workflow_file, "stages", stages, stage_count, &schema_stage),
    LIST(struct workflow_file, "indications", indications, indication_count, &schema_indication),
    LIST(struct workflow_file, "guards", guards, guard_count, &schema_guard),
    LIST(struct workflow_file, "ladders", ladders, ladder_count, &schema_ladder),
    MAY(struct workflow_file, "source", SENTENCE, origin.source),
    MAY(struct workflow_file, "check_locally", FLAG, origin.check_locally),
};
const struct yaml_schema schema_workflow = SCHEMA(struct workflow_file, line, workflow_keys);

static const struct yaml_key part_keys[] = {
    MUST(struct part_file, "kind", ID, kind),
    MUST(struct part_file, "id", ID, id),
    MUST(struct part_file, "title", LABEL, title),
    LIST(struct part_file, "steps", steps, step_count, &schema_step),
    LIST(struct part_file, "indications", indications, indication_count, &schema_indication),
    LIST(struct part_file, "guards", guards, guard_count, &schema_guard),
    LIST(struct part_file, "ladders", ladders, ladder_count, &schema_ladder),
};
const struct yaml_schema schema_part = SCHEMA(struct part_file, line, part_keys);

static const struct yaml_key catalogue_keys[] = {
    MUST(struct catalogue_file, "kind", ID, kind),
    MUST(struct catalogue_file, "id", ID, catalogue.id),
    MUST(struct catalogue_file, "title", LABEL, catalogue.title),
    MUST_LIST(struct catalogue_file, "entries", catalogue.entries, catalogue.entry_count,
              &schema_choice),
    MAY(struct catalogue_file, "source", SENTENCE, catalogue.origin.source),
    MAY(struct catalogue_file, "check_locally", FLAG, catalogue.origin.check_locally),
};
const struct yaml_schema schema_catalogue =
    SCHEMA(struct catalogue_file, catalogue.line, catalogue_keys);

static const struct yaml_key instrument_keys[] = {
    MUST(struct instrument_file, "kind", ID, kind),
    MUST(struct instrument_file, "id", ID, instrument.id),
    MUST(struct instrument_file, "version", INT, instrument.version),
    MUST(struct instrument_file, "title", LABEL, instrument.title),
    MAY(struct instrument_file, "official", FLAG, instrument.is_official),
    MUST_WORD(struct instrument_file, "method", instrument.method, method_words),
    MAY(struct instrument_file, "intro", SENTENCE, instrument.intro),
    MAY(struct instrument_file, "answered_share", INT, instrument.answered_share),
    LIST(struct instrument_file, "scales", instrument.scales, instrument.scale_count,
         &schema_scale),
    MUST_LIST(struct instrument_file, "dimensions", instrument.dimensions,
              instrument.dimension_count, &schema_dimension),
    MAY(struct instrument_file, "composite", FLAG, instrument.has_composite),
    LIST(struct instrument_file, "positive", instrument.positive, instrument.positive_count,
         &schema_sign_rule),
    OBJECT(struct instrument_file, "even_when", instrument.even_when, &schema_condition),
    LIST(struct instrument_file, "results", instrument.results, instrument.result_count,
         &schema_result),
    MAY(struct instrument_file, "source", SENTENCE, instrument.origin.source),
    MAY(struct instrument_file, "check_locally", FLAG, instrument.origin.check_locally),
};
const struct yaml_schema schema_instrument =
    SCHEMA(struct instrument_file, instrument.line, instrument_keys);
