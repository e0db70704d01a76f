/* SPDX-License-Identifier: Apache-2.0 */

/* Where somebody stands on a workflow: a pure function of the definition, what was answered and
 * decided, the country's calendar and today.  It reads no clock and no database. */
#ifndef QADAM_WORKFLOW_STANDING_H
#define QADAM_WORKFLOW_STANDING_H

#include "base/day.h"
#include "country/country_pack.h"
#include "workflow/definition.h"

#include <stdbool.h>
#include <stddef.h>

/* ---- What is known: the caller's, borrowed */

struct answer_given {
    const char *step;
    const char *field; /* "how"; "papers.number" for a column of rows; "evidence.police_slip" */
    int item;          /* the row, from 1; 0 outside rows */
    const char *value; /* as answer_normalize() gave it */
};

enum step_decision {
    DECISION_NONE,
    DECISION_STARTED,
    DECISION_ASKED_APPROVAL,
    DECISION_DONE,
    DECISION_SKIPPED,
    DECISION_REFUSED, /* done, with an outcome that is a refusal */
    DECISION_COUNT
};

struct step_record {
    const char *step;
    enum step_decision decision;
    const char *outcome; /* NULL: none */
    int rounds;          /* finished ones of a step that comes again */
    struct day finished_on;
    bool has_finished_on;
};

struct step_wait {
    const char *step;
    int rung; /* 0: the request itself */
    const char *waiting_for;
    struct day from;
    struct day due;
    bool has_due;
    struct day until;
    bool has_until; /* false: waits still */
    bool stops_clock;
};

/* A finished round of a step that comes again. */
struct round_given {
    const char *step;
    const char *outcome; /* NULL: none */
};

struct linked_case {
    const char *workflow;
};

struct person_facts {
    int age;                 /* whole years; -1 not known */
    bool counts_as_child;    /* age not known, and somebody answered so (field->means_child) */
    const char *sex;         /* male, female; NULL not known */
    const char *group;       /* REF, ASY...; NULL not known */
    const char *nationality; /* NULL not known */
};

struct situation {
    const struct answer_given *answers;
    size_t answer_count;
    const struct step_record *records;
    size_t record_count;
    const struct step_wait *waits; /* in the order of their beginning */
    size_t wait_count;
    const struct round_given *rounds;
    size_t round_count;
    const struct linked_case *links;
    size_t link_count;
    struct person_facts person;
    const char *country_code; /* KZ...; NULL: the office has not said */
    const struct country_pack *country;
    const struct calendar *calendar;
    struct day opened;
    struct day today;
};

/* ---- What follows from it */

enum step_state {
    STEP_NOT_NEEDED, /* its condition is not met, or no outcome opened it */
    STEP_LOCKED,     /* something has to come first: see lock */
    STEP_BLOCKED,    /* a guard forbids it */
    STEP_READY,
    STEP_WAITING,
    STEP_ASKED_APPROVAL,
    STEP_DONE,
    STEP_SKIPPED,
    STEP_REFUSED,
    STEP_STATE_COUNT
};

struct step_standing {
    const struct step *step;
    enum step_state state;
    bool is_started;
    bool is_fitting; /* its conditions are met; it may still have to wait for its turn or an outcome
                      */
    const struct outcome *outcome; /* of a finished step; NULL: none */
    const struct step *lock;       /* what has to be settled before, and can be done now */
    const struct guard *guard;     /* which forbids it */
    struct day since;              /* since when it is ready, waits, or was finished */
    struct day ready_since;        /* since when it could be done, also while it waits */
    bool has_due;
    struct day due;        /* the step's own deadline */
    bool is_overdue;       /* not settled and due before today */
    bool is_event_missing; /* the day that its deadline counts from is not known yet */
    bool is_clock_stopped; /* due moves on day by day */
    bool has_reminder;
    struct day reminder;          /* the next one from today on, or the last that has passed */
    const struct step_wait *wait; /* the newest that is open */
    const struct rung *rung;      /* the next one on the ladder; NULL: none left */
    bool has_rung_due;
    struct day rung_due;  /* when it is to be taken */
    int round;            /* the one that is next, from 1; 0: no rounds */
    size_t missing_count; /* required fields and evidence without an answer */
};

enum warning_kind {
    WARNING_OVERDUE,
    WARNING_RUNG_DUE, /* nobody answered: take the next rung */
    WARNING_REMINDER, /* a reminder's day has come */
    WARNING_CLOCK_STOPPED,
    WARNING_INDICATION,
    WARNING_GUARD,    /* a step is blocked */
    WARNING_CALENDAR, /* the moving feasts of a year that a deadline runs through are not known */
    WARNING_DEADLINE_UNKNOWN, /* the day that a deadline counts from is not known yet */
    WARNING_KIND_COUNT
};

struct warning {
    enum warning_kind kind;
    const struct step *step;             /* or NULL */
    const struct indication *indication; /* or NULL */
    const struct guard *guard;           /* or NULL */
    int year;                            /* or 0 */
};

struct standing {
    const struct definition *definition;
    struct step_standing *steps; /* as definition->steps */
    size_t step_count;
    const struct indication **indications; /* those that are there */
    size_t indication_count;
    unsigned compartments; /* those that the indications belong into (compartment/compartment.h) */
    struct warning *warnings;
    size_t warning_count;
    size_t warning_capacity;
    const struct step_standing *next; /* NULL when nothing is left to do */
    bool is_finished;                 /* every step is settled or not needed */
    const char *closes;               /* the closing reason that the outcomes suggest; or NULL */
};

/* *out owns its arrays until standing_release(); everything it points to belongs to the definition
 * or the situation.  STATUS_DATE_INVALID when a deadline leaves the years that a day can have. */
MUST_CHECK enum status standing_compute(struct standing *out, const struct definition *definition,
                                        const struct situation *situation, struct error *error);
void standing_release(struct standing *standing);

/* NULL when there is no such step. */
const struct step_standing *standing_find(const struct standing *standing, const char *step);

/* Whether nothing more will happen to it unless somebody reopens it: done, skipped, refused,
 * blocked or not needed. */
bool step_state_is_settled(enum step_state state);
/* Somebody has to do something about it, or to wait: ready, waiting, asked for approval. */
bool step_state_is_open(enum step_state state);
/* Somebody ended it: done, skipped, refused. */
bool step_state_is_ended(enum step_state state);

/* The stable word, such as "not_needed": for --json and tests. */
const char *step_state_word(enum step_state state);
const char *warning_kind_word(enum warning_kind kind);

/* ---- Conditions and fields */

/* The guard that forbids contact with that party (FORMAT.md), such as "origin"; NULL when none
 * does. */
const struct guard *standing_find_guard(const struct standing *standing,
                                        const struct situation *situation, const char *contact);

/* Whether a condition is met.  NULL is.  indications may be NULL while they are being found. */
bool condition_is_met(const struct condition *condition, const struct definition *definition,
                      const struct situation *situation, const struct standing *standing);

/* Whether a field is asked now, and whether it must have an answer.  row is the row of a column,
 * else 0: a condition on a column of the same rows means that row. */
bool field_is_asked(const struct field *field, const struct step *step,
                    const struct definition *definition, const struct situation *situation,
                    const struct standing *standing, int row);
bool field_is_required(const struct field *field, const struct step *step,
                       const struct definition *definition, const struct situation *situation,
                       const struct standing *standing, int row);
bool evidence_is_asked(const struct evidence *evidence, const struct definition *definition,
                       const struct situation *situation, const struct standing *standing);

/* Under 18, or taken for it while the age is not known (Convention on the Rights of the Child,
 * article 1; UN Committee on the Rights of the Child, General Comment 6, paragraph 31: in doubt a
 * child). */
bool person_is_child(const struct person_facts *person);
/* Whether an answer says to take the person for a child: what counts_as_child has to be while the
 * age is not known. */
bool situation_means_child(const struct situation *situation, const struct definition *definition);

/* The answer in force; NULL when there is none. */
const char *situation_answer(const struct situation *situation, const char *step, const char *field,
                             int item);
/* The highest row of rows that has an answer; 0 when there is none. */
int situation_rows(const struct situation *situation, const char *step, const char *rows);

/* What keeps a step from being finished, in the order of the form. */
enum missing_kind {
    MISSING_ANSWER,   /* a required field is not answered */
    MISSING_MUST_BE,  /* the answer must be another one (field->must_be) */
    MISSING_EVIDENCE, /* required evidence is not there */
    MISSING_ROWS,     /* fewer rows than at least */
    MISSING_CASE      /* the linked casefile is not opened yet (step->opens_case) */
};
struct missing {
    enum missing_kind kind;
    const struct field *field; /* or NULL */
    const struct field *rows;  /* the rows that the field is a column of; or NULL */
    int row;
    const struct evidence *evidence; /* or NULL */
};
struct missing_list {
    struct missing *items;
    size_t count;
    size_t capacity;
};
/* The caller frees out->items. */
MUST_CHECK enum status step_list_missing(struct missing_list *out, const struct step *step,
                                         const struct standing *standing,
                                         const struct situation *situation, struct error *error);

#endif
