/* SPDX-License-Identifier: Apache-2.0 */

/* Casefiles that somebody has to look after now: those that nobody has, those whose person is to be
 * seen, those that are to be looked at as a whole, those that nobody has assessed; and what waits
 * for a yes or no.  Each list reads one index up to its limit.
 *
 * Of a restricted casefile the name of its person is told to nobody but whoever works on it. */
#ifndef QADAM_SUPERVISION_WATCH_LIST_H
#define QADAM_SUPERVISION_WATCH_LIST_H

#include "base/day.h"
#include "casefile/approval.h"
#include "casefile/casefile.h"

struct store;

enum watch_kind {
    WATCH_UNASSIGNED, /* nobody has it */
    WATCH_CONTACT,    /* the person is to be seen: review_calendar.h */
    WATCH_REVIEW,     /* somebody is to look at the whole casefile */
    WATCH_ASSESSMENT, /* nobody said how great the danger is, and no deadline runs; seven days after
                         the intake in one national manual of child protection: check locally */
    WATCH_APPROVAL,   /* waits for a yes or no */
    WATCH_ANSWER,     /* there is a yes or no that whoever asked has not seen */
    WATCH_KIND_COUNT
};

/* Owns its name. */
struct watch {
    enum watch_kind kind;
    char casefile_id[UUID_TEXT_SIZE];
    char number[CASE_NUMBER_TEXT_SIZE];
    char workflow[CASEFILE_WORKFLOW_SIZE];
    int version;
    char person_id[UUID_TEXT_SIZE];
    char *person_name; /* NULL: none, or hidden */
    bool is_restricted;
    enum casefile_risk risk;
    enum casefile_urgency urgency;
    char assigned_to[UUID_TEXT_SIZE];
    char since[MOMENT_TEXT_SIZE]; /* unassigned, asked, answered; else "" */
    bool is_alarm;                /* it is too late already */
    struct day due;               /* of a contact, review or assessment */
    bool has_due;
    enum approval_kind approval; /* of the last two kinds */
    enum approval_state answer;
    char step[CASEFILE_WORKFLOW_SIZE]; /* "" */
    char user_id[UUID_TEXT_SIZE];      /* who asked; of an answer who answered */
};

struct watch_list {
    struct watch *items;
    size_t count;
    size_t capacity;
    bool has_more;
};

struct watch_question {
    const char *reader;  /* the id of the user who asks */
    const char *user_id; /* only what that user has; NULL: the whole office */
    struct day today;
    int days_ahead; /* contacts and reviews that are due so soon; 0: up to today */
    int limit;      /* 0: WATCH_LIMIT_DEFAULT */
};
enum { WATCH_LIMIT_DEFAULT = 100, WATCH_LIMIT_MAX = 1000 };

/* The oldest first; of the unassigned those that are urgent or in great danger before the others.
 * user_id is not looked at for WATCH_UNASSIGNED and WATCH_APPROVAL; WATCH_ANSWER is about what the
 * reader asked.  The caller releases *out. */
MUST_CHECK enum status watch_list_load(struct store *store, enum watch_kind kind,
                                       const struct watch_question *question,
                                       struct watch_list *out, struct error *error);
void watch_list_release(struct watch_list *list);

/* The stable word, such as "unassigned". */
const char *watch_kind_word(enum watch_kind kind);

#endif
