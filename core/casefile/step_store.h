/* SPDX-License-Identifier: Apache-2.0 */

/* The acts on the steps of a casefile.  Each looks first where the casefile stands, then does all
 * of it or nothing, in one transaction with the journal, the person's history and the tasks that
 * follow.  Nothing that was answered is deleted: it is superseded.
 *
 * When an act is not done for a reason of the workflow, the status is
 *     STATUS_REFUSED   result->refusal says why,
 *     STATUS_INVALID   answers are wrong: result->faults says which,
 *     STATUS_MOVED     somebody else changed an answer meanwhile: result->step, field, item and
 *                      user_id say which and who,
 *     STATUS_IN_USE    somebody else has the casefile in hand: result->user_id,
 *     STATUS_DATE_INVALID  a day in the future, or where it cannot be (result->refusal),
 *     STATUS_NOT_FOUND     no such casefile, or result->refusal is STEP_REFUSED_NO_STEP or _FIELD.
 * Texts beyond their length or with control characters are STATUS_TEXT_*. */
#ifndef QADAM_CASEFILE_STEP_STORE_H
#define QADAM_CASEFILE_STEP_STORE_H

#include "casefile/casefile.h"
#include "casefile/casefile_desk.h"
#include "workflow/answer.h"
#include "workflow/standing.h"

enum step_refusal {
    STEP_REFUSED_NOT, /* it was not refused */
    STEP_REFUSED_NO_STEP,
    STEP_REFUSED_NO_FIELD,   /* result->field */
    STEP_REFUSED_CLOSED,     /* the casefile is not open */
    STEP_REFUSED_NOT_NEEDED, /* the step does not apply to this casefile */
    STEP_REFUSED_LOCKED,     /* result->lock has to be settled first */
    STEP_REFUSED_BLOCKED,    /* result->guard forbids it */
    STEP_REFUSED_FINISHED,   /* done already: reopen it first */
    STEP_REFUSED_SKIPPED,    /* the same, but it was skipped */
    STEP_REFUSED_DECLINED,   /* the same, but it ended with a refusal */
    STEP_REFUSED_ASKED,      /* waits for approval: return it first */
    STEP_REFUSED_NOT_ASKED,  /* the field is not asked now: result->field, item */
    STEP_REFUSED_MISSING,    /* required answers are not there: result->missing */
    STEP_REFUSED_OUTCOME,    /* the step has outcomes and none was given */
    STEP_REFUSED_NO_OUTCOME, /* no outcome of that step */
    STEP_REFUSED_ROLE, /* the step is finished or approved by others (step->finish_by, approval) */
    STEP_REFUSED_NO_RUNG,      /* the ladder has no further rung */
    STEP_REFUSED_NOT_WAITING,  /* nobody is waited for */
    STEP_REFUSED_NO_APPROVAL,  /* nobody asked for approval */
    STEP_REFUSED_NO_SKIP,      /* the step may not be skipped */
    STEP_REFUSED_NOT_FINISHED, /* only a finished step can be reopened */
    STEP_REFUSED_FUTURE,       /* the day is after today */
    STEP_REFUSED_EARLY, /* the day is before the casefile was opened, or before the waiting began */
    STEP_REFUSAL_COUNT
};

enum { STEP_PATH_SIZE = 126 }; /* "STEP.ROWS.COLUMN" */
enum { ASSESSMENT_DIMENSION_SIZE = 41, ASSESSMENT_VALUE_SIZE = 32 };

struct answer_trouble {
    const struct step *step;
    char field[STEP_PATH_SIZE]; /* of the step: "how", "papers.number", "evidence.passport" */
    int item;
    enum answer_fault fault;
    long long limit; /* what the fault needs: see enum answer_fault */
};

/* What came of an act; step, lock, guard and the fields of "missing" belong to the desk's cache.
 * Release it whatever came of the act. */
struct step_result {
    enum step_refusal refusal;
    const struct step *step;    /* the step it is about; NULL when there is none */
    const struct step *lock;    /* STEP_REFUSED_LOCKED */
    const struct guard *guard;  /* STEP_REFUSED_BLOCKED */
    char field[STEP_PATH_SIZE]; /* "" when it is not about a field */
    int item;
    char user_id[UUID_TEXT_SIZE]; /* STATUS_MOVED, STATUS_IN_USE */
    struct answer_trouble *faults;
    size_t fault_count;
    size_t fault_capacity;
    struct missing_list missing;
    bool is_for_approval;   /* STEP_REFUSED_ROLE: whoever approves the step may do it */
    enum step_state state;  /* of the step after the act */
    bool became_restricted; /* finish: by an indication that came; who may not read it cannot go on
                             */
    int round;              /* finish and approve: which round was finished; 0: no rounds */
    bool has_due;           /* begin_wait: the day by which the answer is due */
    struct day due;
    const struct step **dependents; /* reopen: finished steps that come after it */
    size_t dependent_count;
    size_t dependent_capacity;
    char changed_at[MOMENT_TEXT_SIZE]; /* of the casefile after the act */
};
void step_result_release(struct step_result *result);

/* ---- Answering */

/* path: the field of "step", such as "how", "papers.number", "evidence.passport"; when step is
 * NULL it begins with the step: "loss_report.how". */
struct answer_input {
    const char *step;
    const char *path;
    int item;          /* the row of a column, from 1; else 0 */
    const char *value; /* as typed; empty takes an answer back */
};

struct answer_act {
    const struct answer_input *inputs;
    size_t count;
    /* The changed_at of the casefile when its form was read: whoever changed one of these answers
     * since is not overwritten.  NULL: overwrite. */
    const char *seen;
    struct day event_day; /* when it happened, if that is another day; not after today */
    bool has_event_day;
};

/* All answers or none; each wrong one is told.  Answers that are there already are not written
 * again.  A step begins with its first answer. */
MUST_CHECK enum status step_answer(const struct casefile_desk *desk, const char *casefile_id,
                                   const struct answer_act *act, struct step_result *result,
                                   struct error *error);

/* ---- Finishing */

struct step_finishing {
    const char *step;
    const char *outcome; /* NULL for a step without outcomes */
    struct day day;      /* on which it was finished: from the opening up to today */
    const char *remark;  /* may be NULL */
};

/* The step is done (refused, when the outcome is a refusal), or waits for approval when it needs
 * that and the actor's role is not the one that gives it.  Whoever was waited for is not any more.
 * A step that comes again goes on with its next round; an assessment is kept with its scores. */
MUST_CHECK enum status step_finish(const struct casefile_desk *desk, const char *casefile_id,
                                   const struct step_finishing *finishing,
                                   struct step_result *result, struct error *error);

/* Approves what was asked for: the actor's role must be the one that the step names. */
MUST_CHECK enum status step_approve(const struct casefile_desk *desk, const char *casefile_id,
                                    const char *step, struct step_result *result,
                                    struct error *error);
/* Gives it back instead, with a remark: the step is started again. */
MUST_CHECK enum status step_return(const struct casefile_desk *desk, const char *casefile_id,
                                   const char *step, const char *remark, struct step_result *result,
                                   struct error *error);

/* With a reason, for a step that may be skipped: by whoever may finish it for good, which is
 * whoever approves it when it has to be approved. */
MUST_CHECK enum status step_skip(const struct casefile_desk *desk, const char *casefile_id,
                                 const char *step, const char *reason, struct step_result *result,
                                 struct error *error);

/* Whether step_return() or step_skip() would be done, whatever the text: for those who look before
 * they ask somebody to type one.  Nothing is written. */
MUST_CHECK enum status step_may_return(const struct casefile_desk *desk, const char *casefile_id,
                                       const char *step, struct step_result *result,
                                       struct error *error);
MUST_CHECK enum status step_may_skip(const struct casefile_desk *desk, const char *casefile_id,
                                     const char *step, struct step_result *result,
                                     struct error *error);

/* A finished step (the last round of one that comes again) is started again; its answers stay.
 * Where only some roles finish or approve it, only they do this.
 * result->dependents are the finished steps that come after it: they stay finished, and the caller
 * tells the user to look at them. */
MUST_CHECK enum status step_reopen(const struct casefile_desk *desk, const char *casefile_id,
                                   const char *step, const char *reason, struct step_result *result,
                                   struct error *error);

/* Screens the person again: every ended step that the workflow marks as screening is started again,
 * in one act, with the reason.  Their answers stay in force until others are given, and the
 * finished assessments stay.  result->step is the first of them.  STEP_REFUSED_NOT_FINISHED when
 * none was ended (the screening is open already), STEP_REFUSED_NO_STEP when the workflow has none.
 */
MUST_CHECK enum status step_screen(const struct casefile_desk *desk, const char *casefile_id,
                                   const char *reason, struct step_result *result,
                                   struct error *error);

/* ---- Waiting for others */

struct step_waiting {
    const char *step;
    const char *waiting_for; /* whom: must be there */
    const char *reason;      /* must be there when the clock stops; else may be NULL */
    const char *reference;   /* the outgoing number; may be NULL */
    struct day from;         /* when they were asked: not after today; may be before the opening */
    struct day due;   /* when they should answer; without one the deadline of the step (one */
    bool has_due;     /* that counts from "asked") or the rung says it, if they do */
    bool stops_clock; /* the term of the step stands still until they answer */
};

/* Begins to wait; when somebody is waited for already, takes the next rung of the ladder (the same
 * day or later).  A wait that stops the clock is none of the ladder's. */
MUST_CHECK enum status step_begin_wait(const struct casefile_desk *desk, const char *casefile_id,
                                       const struct step_waiting *waiting,
                                       struct step_result *result, struct error *error);

/* Whether that would be done, whatever the texts; nothing is written. */
MUST_CHECK enum status step_may_wait(const struct casefile_desk *desk, const char *casefile_id,
                                     const struct step_waiting *waiting, struct step_result *result,
                                     struct error *error);

/* They answered on that day, from when they were asked up to today; answer may be NULL.  All rungs
 * end with it. */
MUST_CHECK enum status step_resume(const struct casefile_desk *desk, const char *casefile_id,
                                   const char *step, struct day day, const char *answer,
                                   struct step_result *result, struct error *error);

/* ---- What was done, for reading.  Everything is borrowed during the visit; the visitor returns
 * false to stop. */

struct answer_note {
    const char *step;
    const char *field;
    int item;
    const char *value;     /* "" when it was taken back */
    const char *event_day; /* NULL: not said */
    const char *answered_at;
    const char *answered_by;
    const char *superseded_at; /* NULL: in force */
};
/* In the order of answering; step NULL: of all steps; only those in force unless with_old. */
MUST_CHECK enum status step_each_answer(struct store *store, const char *casefile_id,
                                        const char *step, bool with_old,
                                        bool (*visit)(void *self, const struct answer_note *note),
                                        void *self, struct error *error);

struct wait_note {
    const char *step;
    int rung;
    const char *waiting_for;
    const char *reason; /* NULL: none; the same below */
    const char *reference;
    const char *from_day;
    const char *due_on;
    const char *until_day;
    const char *answer;
    bool stops_clock;
    const char *noted_by;
};
MUST_CHECK enum status step_each_wait(struct store *store, const char *casefile_id,
                                      const char *step,
                                      bool (*visit)(void *self, const struct wait_note *note),
                                      void *self, struct error *error);

struct step_note {
    const char *step;
    const char *state; /* started, asked_approval, done, skipped, refused */
    const char *outcome;
    int rounds;
    const char *finished_on;
    const char *finished_by;
    const char *approved_on;
    const char *approved_by;
    const char *remark;
    const char *changed_at;
};
MUST_CHECK enum status step_each_note(struct store *store, const char *casefile_id,
                                      const char *step,
                                      bool (*visit)(void *self, const struct step_note *note),
                                      void *self, struct error *error);

/* One score of an assessment that was finished and still counts, as it was kept that day. */
struct assessment_score {
    char assessment_id[UUID_TEXT_SIZE];
    char held_on[DAY_TEXT_SIZE];
    char held_by[UUID_TEXT_SIZE];
    char dimension[ASSESSMENT_DIMENSION_SIZE];
    char value[ASSESSMENT_VALUE_SIZE]; /* with two decimals; "": too few answers */
    int answered;
    int asked;
    bool is_official;
};
struct assessment_score_list {
    struct assessment_score *items;
    size_t count;
    size_t capacity;
};
/* Of all assessments of a step, those of one together, the first first.  The caller frees items. */
MUST_CHECK enum status step_list_scores(struct store *store, const char *casefile_id,
                                        const char *step, struct assessment_score_list *out,
                                        struct error *error);

#endif
