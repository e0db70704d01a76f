/* SPDX-License-Identifier: Apache-2.0 */

/* "My day": what a user has to do today, in one look over tasks and appointments. */
#ifndef QADAM_TASK_DAY_LIST_H
#define QADAM_TASK_DAY_LIST_H

#include "store/case_number.h"
#include "task/task.h"

struct store;

/* Each entry stands in the first group that fits. */
enum day_group {
    DAY_OVERDUE, /* due before today */
    DAY_TODAY,   /* due or to be reminded of today, appointments of today */
    DAY_NEW,     /* ready since today, or came to the user today */
    DAY_READY,   /* ready for longer, and not due yet */
    DAY_WAITING, /* somebody else has to answer, nothing is due yet */
    DAY_GROUP_COUNT
};

struct day_question {
    const char *user_id; /* NULL: everybody's */
    bool is_unassigned;  /* only what nobody has; user_id is not looked at */
    struct day today;
    int limit; /* entries of each group; 0: DAY_LIMIT_DEFAULT */
};
enum { DAY_LIMIT_DEFAULT = 15, DAY_COUNT_MAX = 300 };

struct day_entry {
    enum day_group group;
    bool is_appointment;
    char id[UUID_TEXT_SIZE]; /* of the task or the appointment */
    enum task_kind kind;     /* of a task */
    char step[TASK_STEP_SIZE];
    char *title; /* of an own task; what the appointment is about; else NULL */
    char casefile_id[UUID_TEXT_SIZE];
    char number[CASE_NUMBER_TEXT_SIZE];
    char workflow[TASK_STEP_SIZE];
    int version;
    char person_id[UUID_TEXT_SIZE];
    char *person_name; /* NULL when there is none */
    char assigned_to[UUID_TEXT_SIZE];
    bool is_urgent;
    bool is_restricted;
    struct day since;
    struct day due; /* the day of an appointment */
    bool has_due;
    char time[6]; /* of an appointment, "09:30"; else "" */
};

struct day_list {
    struct day_entry *items; /* by group; urgent first, then the earliest due */
    size_t count;
    size_t capacity;
    int counts[DAY_GROUP_COUNT]; /* DAY_COUNT_MAX: so many or more */
};

/* The caller releases *out. */
MUST_CHECK enum status day_list_load(struct store *store, const struct day_question *question,
                                     struct day_list *out, struct error *error);
void day_list_release(struct day_list *list);

/* The stable word, such as "overdue". */
const char *day_group_word(enum day_group group);

#endif
