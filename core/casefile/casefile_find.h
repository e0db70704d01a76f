/* SPDX-License-Identifier: Apache-2.0 */

/* Finding casefiles while somebody types: by their person, number, place, by whose they are and
 * what is late.  Nothing reads all of them: of what could be meant the first hundreds are looked
 * at, in the order that was asked for. */
#ifndef QADAM_CASEFILE_CASEFILE_FIND_H
#define QADAM_CASEFILE_CASEFILE_FIND_H

#include "base/date.h"
#include "casefile/casefile_store.h"

enum casefile_order {
    CASEFILE_BY_DUE, /* what is late first, what is closed last */
    CASEFILE_BY_NUMBER,
    CASEFILE_BY_NAME,
    CASEFILE_BY_NEWEST,
    CASEFILE_ORDER_COUNT
};

/* What is NULL or not set lets everything through. */
struct casefile_question {
    const char *people; /* as search_find() */
    const char *number; /* its beginning, "KG-OSH-2026-00", or its last digits, "0117" or "117" */
    const char *place;  /* a part of where the person was born or lives, whatever the case */
    bool has_state;
    enum casefile_state state;
    const char *assigned_to;      /* a user's id */
    bool is_unassigned;           /* only those of nobody */
    bool is_late;                 /* only those of which something is overdue */
    bool is_urgent;               /* only those that are urgent, or of which something is */
    const char *const *workflows; /* one of them; NULL after the last */
    struct day today;
    enum casefile_order order;
    int limit; /* 0: CASEFILE_FIND_DEFAULT */
};
enum { CASEFILE_FIND_DEFAULT = 200, CASEFILE_FIND_WORKFLOWS_MAX = 16 };

struct casefile_found {
    struct casefile_row row; /* its task is the one that is due first */
    bool is_waiting;         /* for somebody else, in that task */
    bool is_urgent;          /* that task */
};

struct casefile_found_list {
    struct casefile_found *items;
    size_t count;
    size_t capacity;
    bool has_more; /* there are, or may be, others */
};

/* Adds to *list, which may hold some already (they are not added twice), and puts all in order.
 * Nothing found is STATUS_OK, and so is a text that nobody can be found by.  The caller releases
 * *list, also after a failure. */
MUST_CHECK enum status casefile_find(struct store *store, const struct casefile_question *question,
                                     struct casefile_found_list *list, struct error *error);
void casefile_found_release(struct casefile_found_list *list);

/* How many casefiles there are, counted up to CASEFILE_COUNT_MAX. */
enum { CASEFILE_COUNT_MAX = 100000 };
MUST_CHECK enum status casefile_count(struct store *store, long *out, struct error *error);

/* What is worth two lines of a casefile: owns its texts, NULL when there is none. */
struct casefile_glance {
    char person_id[UUID_TEXT_SIZE];
    struct date birth;
    bool has_birth;
    char *birth_place;
    char *issue;
    char waiting_step[CASEFILE_WORKFLOW_SIZE]; /* "" when nobody is waited for */
    char *waiting_for;
    struct day waiting_since;
};
/* STATUS_NOT_FOUND.  On success the caller releases *out. */
MUST_CHECK enum status casefile_look(struct store *store, const char *id,
                                     struct casefile_glance *out, struct error *error);
void casefile_glance_release(struct casefile_glance *glance);

#endif
