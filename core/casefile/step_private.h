/* SPDX-License-Identifier: Apache-2.0 */

/* What the acts on a step have in common; for this folder only. */
#ifndef QADAM_CASEFILE_STEP_PRIVATE_H
#define QADAM_CASEFILE_STEP_PRIVATE_H

#include "casefile/casefile_private.h"
#include "casefile/step_store.h"

enum { STEP_KEY_SIZE = UUID_TEXT_SIZE + CASEFILE_WORKFLOW_SIZE };

/* An act that is being done: the view is from before it. */
struct step_act {
    const struct casefile_desk *desk;
    const char *casefile_id;
    const char *step; /* the one whose state afterwards is told; NULL: none */
    bool ignores_lease;
    bool seals; /* afterwards the casefile goes into the compartments of its indications */
    struct casefile_view view;
    struct step_result *result;
    unsigned compartments;         /* after the act */
    char moment[MOMENT_TEXT_SIZE]; /* of everything that it writes, after step_act_touch() */
};

/* Does an act as a whole: transaction, lease, view, "body", tasks.  The body checks and writes. */
MUST_CHECK enum status step_act_run(struct step_act *act,
                                    enum status (*body)(struct step_act *act, const void *order,
                                                        struct error *error),
                                    const void *order, struct error *error);

/* The same without writing anything: "body" only checks. */
MUST_CHECK enum status step_act_look(struct step_act *act,
                                     enum status (*body)(struct step_act *act, const void *order,
                                                         struct error *error),
                                     const void *order, struct error *error);

/* Notes why the act is not done; gives the status that goes with it. */
MUST_CHECK enum status step_act_refuse(struct step_act *act, enum step_refusal refusal,
                                       struct error *error);

/* Finds the step; on success result->step is it. */
MUST_CHECK enum status step_act_find(struct step_act *act, const char *step,
                                     const struct step_standing **out, struct error *error);

/* Refuses unless the step is ready or waits. */
MUST_CHECK enum status step_act_require_open(struct step_act *act,
                                             const struct step_standing *standing,
                                             struct error *error);

/* Refuses a day after today. */
MUST_CHECK enum status step_act_require_past(struct step_act *act, struct day day,
                                             struct error *error);

/* Sets act->moment, once. */
MUST_CHECK enum status step_act_touch(struct step_act *act, struct error *error);

/* The act on one step, for act_begin(); key is room that lives as long. */
struct act step_make_act(const struct step_act *act, const char *name, const char *step,
                         char key[STEP_KEY_SIZE]);

/* A step begins: it has a row from now on. */
MUST_CHECK enum status step_write_started(struct step_act *act, const char *step,
                                          struct error *error);

/* What is decided about a step, written over what was there. */
struct step_row {
    const char *state;
    const char *outcome;
    int rounds;
    const struct day *finished_on; /* NULL: it is not finished */
    const char *finished_by;
    bool is_approved; /* today, by the actor */
    const char *remark;
};
MUST_CHECK enum status step_write_row(struct step_act *act, const char *step,
                                      const struct step_row *row, struct error *error);

/* Nobody is waited for any more from that day on; clock_only: only what stopped the clock. */
MUST_CHECK enum status step_end_waits(struct step_act *act, const char *step, struct day day,
                                      bool clock_only, struct error *error);

/* The decided row of a step before the act; NULL when there is none. */
const struct step_record *step_act_record(const struct step_act *act, const char *step);

/* Whether somebody of that role may finish the step; whether they approve it. */
bool step_is_finished_by(const struct step *step, const char *role);
bool step_gives_approval(const struct step *step, const char *role);

/* step_finish and step_approve: the step is done now, or goes on with its next round. */
struct step_completion {
    const struct step *step;
    const char *outcome; /* or NULL */
    struct day day;
    const char *finished_by;
    bool is_approved;
    const char *remark;
};
MUST_CHECK enum status step_complete(struct step_act *act, const struct step_completion *completion,
                                     struct error *error);

/* Keeps an assessment with its answers and scores. */
MUST_CHECK enum status step_write_assessment(struct step_act *act,
                                             const struct step_completion *completion,
                                             struct error *error);
/* The newest assessment of that step does not count any more. */
MUST_CHECK enum status step_void_assessment(struct step_act *act, const char *step,
                                            struct error *error);

/* Keeps what the person agreed to in a step that records consent. */
MUST_CHECK enum status step_record_consents(const struct step_act *act, const struct step *step,
                                            struct error *error);

/* ---- Answers on their way */

struct answer_draft {
    const struct step *step;
    const struct step_standing *standing;
    const struct field *field; /* one of the two is there */
    const struct evidence *evidence;
    char path[STEP_PATH_SIZE]; /* inside the step */
    int item;
    char *value; /* owned; NULL: taken back */
};

struct answer_drafts {
    struct answer_draft *items;
    size_t count;
};

/* Reads and checks what was typed, all of it: faults go to the result. */
MUST_CHECK enum status answer_drafts_read(struct answer_drafts *out, struct step_act *act,
                                          const struct answer_act *order, struct error *error);
void answer_drafts_release(struct answer_drafts *drafts);

#endif
