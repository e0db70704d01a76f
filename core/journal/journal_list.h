/* SPDX-License-Identifier: Apache-2.0 */

/* The journal for whoever looks over the office's work: pages of entries from the newest on, by
 * whom, about whom, when and of what kind, and how many there are. */
#ifndef QADAM_JOURNAL_JOURNAL_LIST_H
#define QADAM_JOURNAL_JOURNAL_LIST_H

#include "journal/journal.h"
#include "journal/journal_kind.h"
#include "store/moment.h"

enum { JOURNAL_ANY_KIND = -1 };

/* All that is said counts together.  NULL: does not matter. */
struct journal_question {
    const char *since; /* moments: from this one on, */
    const char *until; /* before this one */
    const char *actor;
    /* Everything about a person: the record, whatever the history of the person tells, and the
     * casefiles. */
    const char *person;
    const char *act_prefix;
    int kind;         /* or JOURNAL_ANY_KIND */
    bool is_alarm;    /* only what somebody should look at soon */
    long long before; /* only entries with a smaller number, the last one of the page before; 0:
                       * the newest ones */
    int limit;        /* 0: all */
};

struct journal_line {
    struct journal_record record;
    enum journal_kind kind;
    bool is_alarm;
    bool is_restricted; /* a restricted record was read */
};

/* Visits them from the newest on until there are no more or the visitor returns false.  All texts
 * are borrowed during the visit. */
MUST_CHECK enum status journal_list(struct store *store, const struct journal_question *question,
                                    bool (*visit)(void *self, const struct journal_line *line),
                                    void *self, struct error *error);

struct journal_counts {
    long long kinds[JOURNAL_KIND_COUNT];
    long long alarms;            /* of JOURNAL_ACCESS */
    char last[MOMENT_TEXT_SIZE]; /* the newest of them; "" when there is none */
};

/* actor NULL: of everybody. */
MUST_CHECK enum status journal_count(struct store *store, const char *since, const char *until,
                                     const char *actor, struct journal_counts *out,
                                     struct error *error);

/* How many of all entries somebody should look at soon. */
MUST_CHECK enum status journal_count_alarms(struct store *store, const char *actor, long long *out,
                                            struct error *error);

/* The moment of the last entry before that one; "" when there is none. */
MUST_CHECK enum status journal_moment_before(struct store *store, const char *moment,
                                             const char *actor, char out[MOMENT_TEXT_SIZE],
                                             struct error *error);

/* Visits everybody who did something then, whoever did most first. */
MUST_CHECK enum status journal_each_actor(struct store *store, const char *since, const char *until,
                                          bool (*visit)(void *self, const char *actor,
                                                        const struct journal_counts *counts),
                                          void *self, struct error *error);

#endif
