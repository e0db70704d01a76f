/* SPDX-License-Identifier: Apache-2.0 */

/* A workflow as data, read from YAML: what FORMAT.md describes, key by key.  Nothing here is code
 * for a certain workflow.  All texts are English and for people; the tui layer translates them.
 * Everything lies in the arena of the definition and does not change after loading. */
#ifndef QADAM_WORKFLOW_DEFINITION_H
#define QADAM_WORKFLOW_DEFINITION_H

#include "base/arena.h"
#include "yaml/yaml_reader.h"

#include <stdbool.h>
#include <stddef.h>

/* Where something comes from; every item that states a fact has one or the other, or both. */
struct origin {
    const char *source; /* NULL: none */
    bool check_locally;
};

/* One test, or a list of them.  Exactly one of all, any, negated, field, step, indication,
 * dimension and score is there. */
struct condition {
    int line;
    struct condition *all;
    size_t all_count;
    struct condition *any;
    size_t any_count;
    struct condition *negated;
    const char *field; /* "loss_report.how", "person.age", "rss.score.economic" */
    const char *step;  /* with outcome NULL: is it done, skipped or refused? */
    const char *outcome;
    const char *indication;
    const char *dimension; /* in instruments: is it positive? */
    const char *score;     /* in instruments: with at_least or at_most */
    const char *is;
    const char *is_not;
    const char *has;
    const char **in;
    size_t in_count;
    const char *at_least;
    const char *at_most;
    const char *known; /* "yes" or "no" */
};

struct choice {
    int line;
    const char *id;
    const char *title;
    const char *help;  /* NULL: none */
    const char *group; /* NULL: none; a heading */
};

enum field_type {
    FIELD_TEXT,
    FIELD_LONG_TEXT,
    FIELD_NUMBER,
    FIELD_MONEY,
    FIELD_DATE,
    FIELD_YES_NO,
    FIELD_YES_NO_UNKNOWN,
    FIELD_CHOICE,
    FIELD_CHOICES,
    FIELD_COUNTRY,
    FIELD_LANGUAGE,
    FIELD_ROWS,
    FIELD_TYPE_COUNT
};

enum field_time { FIELD_ANY_TIME, FIELD_PAST, FIELD_FUTURE };

/* After loading, choices are those of the list, if one was named; yes_no fields have theirs too. */
struct field {
    int line;
    const char *id;
    const char *label;
    const char *help;
    int type; /* enum field_type */
    bool is_required;
    struct condition *required_when;
    struct condition *when;
    const char *must_be;
    const struct choice *choices;
    size_t choice_count;
    const char *list;
    struct yaml_number least;
    struct yaml_number most;
    int time; /* enum field_time */
    bool before_birth;
    bool is_question;         /* of the step's instrument, which has its condition */
    const char **means_child; /* answers by which the person counts as a child while the age is not
                               * known */
    size_t means_child_count;
    struct field *fields; /* of rows */
    size_t field_count;
    struct origin origin;
};

struct evidence {
    int line;
    const char *type;  /* an entry of the catalogue "evidence" */
    const char *title; /* that entry's, after loading */
    bool is_required;
    struct condition *when;
    struct origin origin;
};

struct outcome {
    int line;
    const char *id;
    const char *title;
    bool is_refusal;
    const char **opens;
    size_t opens_count;
    const char *closes;
};

enum term_unit { TERM_NONE, TERM_WORKING, TERM_CALENDAR, TERM_MONTH };

struct term {
    int line;
    const char *from; /* opened, ready, asked, STEP, STEP.FIELD */
    const char *rule; /* of the country packs; NULL: count and unit */
    struct yaml_number count;
    int unit; /* enum term_unit */
    bool is_exact;
    int *remind;
    size_t remind_count;
    const char *missed;
    struct origin origin;
};

struct rounds {
    int line;
    const char *from;
    int *at;
    size_t at_count;
    int unit; /* enum term_unit */
    const char **last;
    size_t last_count;
};

enum step_kind {
    STEP_FORM,
    STEP_CHECKLIST,
    STEP_REQUEST,
    STEP_REFERRAL,
    STEP_APPOINTMENT,
    STEP_ASSESSMENT,
    STEP_DECISION,
    STEP_LETTER,
    STEP_HANDOVER,
    STEP_KIND_COUNT
};

struct step_referral {
    int line;
    const char *service; /* an entry of the catalogue "services" */
    const char *urgency; /* urgent, high or normal */
};

struct instrument;
struct stage;
struct ladder;

struct step {
    int line;
    const char *id;
    const char *title;
    const char *why;
    int kind; /* enum step_kind */
    const char **after;
    size_t after_count;
    struct condition *when;
    const char *body;
    const char *decides;
    const char **finish_by;
    size_t finish_by_count;
    const char *approval;
    bool is_urgent;
    bool is_restricted;
    bool may_skip;
    bool is_screening; /* begun again with the others when the person is screened again */
    const char *contact;
    struct term *deadline;
    struct rounds *rounds;
    struct field *fields; /* after loading also the questions of the instrument */
    size_t field_count;
    struct evidence *evidence;
    size_t evidence_count;
    struct outcome *outcomes;
    size_t outcome_count;
    const char **letters;
    size_t letter_count;
    struct step_referral *referral;
    const char *instrument_id;
    const char *opens_case;
    const char *records; /* what its answers are kept as besides: "consent" */
    const char *ladder_id;
    const char *if_refused;
    const char *if_silent;
    struct origin origin;

    /* Filled in after reading. */
    const char *file; /* the file that it was written in */
    const struct stage *stage;
    const struct instrument *instrument;
    const struct ladder *ladder;
    bool is_opened; /* some outcome opens it: it is needed only after one that does */
};

struct stage {
    int line;
    const char *id;
    const char *title;
    const char *include;
    const char **after;
    size_t after_count;
    struct step *steps;
    size_t step_count;
    struct condition *when;
};

struct indication {
    int line;
    const char *id;
    const char *title;
    const char *says;
    struct condition *when;
    const char *body;
    const char *alert; /* a role */
    int compartment;   /* 0: none; else 1 + enum compartment (compartment/compartment.h) */
    struct origin origin;
    const char *file;
};

struct guard {
    int line;
    const char *id;
    const char *contact;
    struct condition *when;
    const char *says;
    struct origin origin;
    const char *file;
};

struct rung {
    int line;
    const char *id;
    const char *title;
    int after;
    int unit; /* enum term_unit */
    struct origin origin;
};

struct ladder {
    int line;
    const char *id;
    struct rung *rungs;
    size_t rung_count;
    const char *file;
};

struct catalogue {
    int line;
    const char *id;
    const char *title;
    struct choice *entries;
    size_t entry_count;
    struct origin origin;
};

/* ---- Instruments */

struct scale_answer {
    int line;
    const char *id;
    const char *title;
    const char *value; /* a decimal; NULL: counts as not answered */
};

struct scale {
    int line;
    const char *id;
    struct scale_answer *answers;
    size_t answer_count;
};

enum strength { STRENGTH_NONE, STRENGTH_WEAK, STRENGTH_MEDIUM, STRENGTH_STRONG, STRENGTH_COUNT };

struct question {
    int line;
    const char *id;
    const char *text;
    const char *scale_id;
    bool is_reverse;
    bool is_unscored;
    double weight; /* after loading 1 unless said otherwise */
    int adult;     /* enum strength */
    int child;
    const struct scale *scale; /* after loading; NULL: yes, no, unknown */
};

struct dimension {
    int line;
    const char *id;
    const char *title;
    struct condition *when; /* NULL: its questions are always asked */
    struct question *questions;
    size_t question_count;
};

/* So many signs at least; "other" are medium and weak ones together. */
struct sign_rule {
    int line;
    int strong;
    int medium;
    int weak;
    int other;
};

struct result {
    int line;
    const char *id;
    const char *title;
    const char *says;
    struct condition *when; /* NULL: always */
};

enum instrument_method { METHOD_MEAN, METHOD_SUM, METHOD_SIGNS, METHOD_COUNT };

struct instrument {
    int line;
    const char *id;
    int version;
    const char *title;
    bool is_official;
    int method; /* enum instrument_method */
    const char *intro;
    int answered_share; /* percent */
    struct scale *scales;
    size_t scale_count;
    struct dimension *dimensions;
    size_t dimension_count;
    bool has_composite;
    struct sign_rule *positive;
    size_t positive_count;
    struct condition *even_when; /* while it is met every sign counts as medium; NULL: never */
    struct result *results;
    size_t result_count;
    struct origin origin;
    const char *file;
};

/* ---- The whole */

struct definition {
    const char *id;
    int version;
    const char *title;
    const char *purpose;
    struct origin origin;
    const char *file;
    struct stage *stages;
    size_t stage_count;
    const struct step **steps; /* of all stages in their order */
    size_t step_count;
    struct indication *indications; /* with those of the parts */
    size_t indication_count;
    struct guard *guards;
    size_t guard_count;
    struct ladder *ladders;
    size_t ladder_count;
    struct catalogue *catalogues; /* those that are used */
    size_t catalogue_count;
    struct instrument *instruments;
    size_t instrument_count;
    const struct yaml_source *const *sources; /* the files that it was made of */
    size_t source_count;
    struct arena arena;
};

void definition_release(struct definition *definition);

/* NULL when there is none. */
const struct step *definition_find_step(const struct definition *definition, const char *id);
const struct catalogue *definition_find_catalogue(const struct definition *definition,
                                                  const char *id);
/* Its place in definition->steps. */
size_t definition_step_index(const struct definition *definition, const struct step *step);

/* The field of a step by its id, or, with a dot, the column of its rows: "papers.number". */
const struct field *step_find_field(const struct step *step, const char *path);
const struct outcome *step_find_outcome(const struct step *step, const char *id);
/* NULL when the field has no such choice. */
const struct choice *field_find_choice(const struct field *field, const char *id);

extern const char *const field_type_words[];
extern const char *const step_kind_words[];
extern const char *const term_unit_words[];

#endif
