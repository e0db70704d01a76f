/* SPDX-License-Identifier: Apache-2.0 */

/* Casefiles kept in the office file.  Each act is one transaction with its journal entry, the
 * history of the person, and the tasks that follow from where the casefile stands afterwards; in a
 * transaction of the caller's an act is part of it, and after a failure the caller takes all of it
 * back.  Words about people stand in the history only.
 *
 * What cannot be done to a casefile that is not open is STATUS_REFUSED with CASEFILE_DETAIL_CLOSED
 * as the error's detail. */
#ifndef QADAM_CASEFILE_CASEFILE_STORE_H
#define QADAM_CASEFILE_CASEFILE_STORE_H

#include "casefile/casefile.h"
#include "casefile/casefile_desk.h"

extern const char CASEFILE_DETAIL_CLOSED[];
extern const char CASEFILE_DETAIL_TAKEN[];
extern const char CASEFILE_DETAIL_NO_NEXT[];

/* ---- Opening */

/* What is NULL is not said. */
struct casefile_opening {
    const char *person_id;
    const char *workflow;     /* its newest version is taken */
    const char *parent_id;    /* the open casefile that it is opened from; it becomes linked */
    const char *household_id; /* its present members become people of the casefile */
    const char *assigned_to;
    const char *issue;
    enum casefile_urgency urgency;
    enum casefile_intake intake;
    struct day opened_on; /* not after today */
};

struct casefile_opened {
    char id[UUID_TEXT_SIZE];
    char number[CASE_NUMBER_TEXT_SIZE]; /* after STATUS_EXISTS: those of the other casefile */
};

/* Opens a casefile with the next number of the office and the year of today, on the newest version
 * of the workflow that the office file or the program has; the definition is kept in the office
 * file.  STATUS_INVALID when the office has no code or country yet; STATUS_NOT_FOUND without such a
 * person, workflow, parent, household or user; STATUS_REFUSED for a person who was merged or
 * erased; STATUS_EXISTS when the person has an open casefile of that workflow; STATUS_DATE_INVALID
 * for a day in the future. */
MUST_CHECK enum status casefile_open(const struct casefile_desk *desk,
                                     const struct casefile_opening *opening,
                                     struct casefile_opened *out, struct error *error);

/* ---- Reading */

/* The words of a casefile that is sealed to others are left out.
 * Who has only a number or the beginning of an id asks case_find() first (case_reference.h).
 * STATUS_NOT_FOUND.  On success the caller releases *out. */
MUST_CHECK enum status casefile_load(struct store *store, const char *id, struct casefile *out,
                                     struct error *error);

/* What is NULL or not set lets everything through. */
struct casefile_filter {
    bool has_state;
    enum casefile_state state;
    const char *assigned_to; /* a user's id */
    bool is_unassigned;      /* only those of nobody */
    const char *workflow;
    const char *person_id;
    const char *after; /* the id of the last one of the page before */
    int limit;         /* 0: CASEFILE_LIST_DEFAULT */
};
enum { CASEFILE_LIST_DEFAULT = 100 };

/* A casefile with its person and what is to be done next: the urgent, then the earliest due of its
 * open tasks. */
struct casefile_row {
    char id[UUID_TEXT_SIZE];
    char number[CASE_NUMBER_TEXT_SIZE];
    char person_id[UUID_TEXT_SIZE];
    char *person_name; /* the main one; NULL when there is none */
    char workflow[CASEFILE_WORKFLOW_SIZE];
    int version;
    enum casefile_state state;
    enum casefile_risk risk;
    enum casefile_urgency urgency;
    bool is_restricted;
    char assigned_to[UUID_TEXT_SIZE];
    struct day opened_on;
    char changed_at[MOMENT_TEXT_SIZE];
    char task_step[CASEFILE_WORKFLOW_SIZE]; /* "" when nothing is open or the task is an own one */
    char *task_title;                       /* of an own task; else NULL */
    struct day task_due;
    bool has_task_due;
};
struct casefile_list {
    struct casefile_row *items;
    size_t count;
    size_t capacity;
};

/* The newest first.  The caller releases *out. */
MUST_CHECK enum status casefile_list(struct store *store, const struct casefile_filter *filter,
                                     struct casefile_list *out, struct error *error);
void casefile_list_release(struct casefile_list *casefiles);

/* Casefiles that belong together: the parent, those opened from this one, those linked to it. */
enum casefile_tie { CASEFILE_TIE_PARENT, CASEFILE_TIE_SUBFILE, CASEFILE_TIE_LINK };
struct casefile_link {
    enum casefile_tie tie;
    char id[UUID_TEXT_SIZE];
    char number[CASE_NUMBER_TEXT_SIZE];
    char person_id[UUID_TEXT_SIZE];
    char workflow[CASEFILE_WORKFLOW_SIZE];
    enum casefile_state state;
};
struct casefile_link_list {
    struct casefile_link *items;
    size_t count;
    size_t capacity;
};
/* The caller frees out->items. */
MUST_CHECK enum status casefile_links(struct store *store, const char *id,
                                      struct casefile_link_list *out, struct error *error);

/* ---- What is known of it */

/* user_id NULL: nobody.  Its open tasks go with it.  STATUS_NOT_FOUND for a user who is not there,
 * STATUS_REFUSED for one who was revoked. */
MUST_CHECK enum status casefile_assign(const struct casefile_desk *desk, const char *id,
                                       const char *user_id, struct error *error);
/* The actor takes a casefile that nobody has; STATUS_REFUSED with
 * CASEFILE_DETAIL_TAKEN when somebody does. */
MUST_CHECK enum status casefile_take(const struct casefile_desk *desk, const char *id,
                                     struct error *error);

/* Sets the day of the next review as well, by the office's calendar (review_calendar.h), unless
 * somebody chose that day or the risk is the same. */
MUST_CHECK enum status casefile_set_risk(const struct casefile_desk *desk, const char *id,
                                         enum casefile_risk risk, struct error *error);
MUST_CHECK enum status casefile_set_urgency(const struct casefile_desk *desk, const char *id,
                                            enum casefile_urgency urgency, struct error *error);
/* The day on which somebody looks at the whole casefile again; NULL: none until the calendar says
 * one.  STATUS_DATE_INVALID before today. */
MUST_CHECK enum status casefile_set_review(const struct casefile_desk *desk, const char *id,
                                           const struct day *review_on, struct error *error);

/* Somebody looked at the whole casefile today.  The next time is "next" (after today; else
 * STATUS_DATE_INVALID) or, when that is NULL, what the calendar says; STATUS_INVALID with
 * CASEFILE_DETAIL_NO_NEXT when it says nothing.  The remark (may be NULL) becomes a note. */
MUST_CHECK enum status casefile_end_review(const struct casefile_desk *desk, const char *id,
                                           const struct day *next, const char *remark,
                                           struct error *error);

/* What is to be remembered about an act on the casefile, as a note in it. */
MUST_CHECK enum status casefile_add_remark(const struct casefile_desk *desk, const char *id,
                                           const char *remark, struct error *error);

/* Whoever has it asks that somebody else gets it, and says why (a note); assigning it to somebody
 * else answers yes.  STATUS_REFUSED when it is not the actor's. */
MUST_CHECK enum status casefile_ask_handover(const struct casefile_desk *desk, const char *id,
                                             const char *reason, struct error *error);
/* The answer is no.  STATUS_NOT_FOUND when nobody asked. */
MUST_CHECK enum status casefile_refuse_handover(const struct casefile_desk *desk, const char *id,
                                                const char *remark, struct error *error);

/* Says that two casefiles belong together, and takes that back.  STATUS_INVALID for the same one,
 * STATUS_EXISTS when they are tied already (as parent too), STATUS_NOT_FOUND when they are not. */
MUST_CHECK enum status casefile_add_link(const struct casefile_desk *desk, const char *id,
                                         const char *other_id, struct error *error);
MUST_CHECK enum status casefile_remove_link(const struct casefile_desk *desk, const char *id,
                                            const char *other_id, struct error *error);

/* ---- Restricted casefiles (compartment/sealed_casefile.h) */

/* Seals it into these compartments, or puts it into further ones.  A worker whose role reads no
 * restricted casefile has it no more afterwards.  STATUS_RESTRICTED for a sealed one that the actor
 * cannot open. */
MUST_CHECK enum status casefile_restrict(const struct casefile_desk *desk, const char *id,
                                         unsigned set, struct error *error);
/* Makes it an ordinary one.  STATUS_NOT_FOUND when it is. */
MUST_CHECK enum status casefile_lift_restriction(const struct casefile_desk *desk, const char *id,
                                                 struct error *error);
/* Opens it in an emergency, as sealed_break_glass(); the reason is told to those who read it. */
MUST_CHECK enum status casefile_break_glass(const struct casefile_desk *desk, const char *id,
                                            const char *reason, struct error *error);

/* ---- Closing */

struct casefile_closing {
    enum closing_reason reason; /* not CLOSING_NONE */
    const char *remark; /* may be NULL; must be there for "other" and "transferred": to whom */
    bool is_approver;   /* the actor may close; else closing is only asked for */
};

struct casefile_closed {
    enum closing_block block; /* after STATUS_REFUSED, unless it was not open */
    bool is_asked;            /* somebody else has to approve it */
};

/* Closes it, or asks for that; its open tasks are cancelled once it is closed.  STATUS_TEXT_EMPTY
 * without a remark that must be there. */
MUST_CHECK enum status casefile_close(const struct casefile_desk *desk, const char *id,
                                      const struct casefile_closing *closing,
                                      struct casefile_closed *out, struct error *error);

/* What would keep it from being closed for that reason now. */
MUST_CHECK enum status casefile_find_block(struct store *store, const char *id,
                                           enum closing_reason reason, enum closing_block *out,
                                           struct error *error);

/* Somebody asked to close it and the answer is no: it goes on.  STATUS_NOT_FOUND when nobody
 * asked. */
MUST_CHECK enum status casefile_refuse_closing(const struct casefile_desk *desk, const char *id,
                                               const char *remark, struct error *error);

/* It goes on with the same number.  STATUS_REFUSED when it is open, or its person was merged or
 * erased; STATUS_EXISTS when the person has another open casefile of that workflow. */
MUST_CHECK enum status casefile_reopen(const struct casefile_desk *desk, const char *id,
                                       const char *remark, struct error *error);

#endif
