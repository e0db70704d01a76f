/* SPDX-License-Identifier: Apache-2.0 */

/* "My day".  The part of the SQL that chooses reads nothing but the covering indexes of the table
 * task, a few hundred entries of each group at most; only what is shown is then looked up. */
#include "task/day_list.h"

#include "base/array.h"
#include "store/query_value.h"

#include <stdlib.h>

/* A part of the WITH below: entries of one group from one index, which ends at the limit. */
#define CHOICE(name, who, index, condition)                                                        \
    name " AS (SELECT rowid AS row, is_urgent, due_on FROM task INDEXED BY " index " WHERE " who   \
         " state = 'open' AND " condition " LIMIT 300)"
/* Of the newest reminders those that are not due yet: older ones are mostly overdue by now. */
#define NEWEST_REMINDERS(who, index)                                                               \
    "reminded AS (SELECT * FROM (SELECT rowid AS row, is_urgent, due_on FROM task"                 \
    " INDEXED BY " index " WHERE " who " state = 'open' AND remind_on <= :today"                   \
    " ORDER BY remind_on DESC LIMIT 1000) WHERE due_on > :today LIMIT 300)"
#define NOT_YET                                                                                    \
    " AND (due_on IS NULL OR due_on > :today) AND (remind_on IS NULL OR remind_on > :today)"
#define OVERDUE "due_on < :today ORDER BY due_on"
#define DUE     "due_on = :today"
#define FRESH   "kind IN ('step', 'approval', 'own') AND since = :today" NOT_YET
#define READY   "kind IN ('step', 'approval', 'own') AND since < :today" NOT_YET
#define WAITING "kind = 'waiting' AND since <= :today" NOT_YET
/* The urgent stand before the others however many those are, so they are looked for apart; there
 * are few of them. */
#define URGENT(who, index)                                                                         \
    ", urgent AS (SELECT rowid AS row, CASE"                                                       \
    " WHEN due_on < :today THEN 0 WHEN due_on = :today OR remind_on <= :today THEN 1"              \
    " WHEN kind = 'waiting' THEN 4 WHEN kind = 'term' THEN NULL WHEN since = :today THEN 2"        \
    " WHEN since < :today THEN 3 END AS chosen FROM task INDEXED BY " index " WHERE " who          \
    " state = 'open' AND is_urgent = 1 LIMIT 300)"
// clang-format off
#define CHOICES(who, by_due, by_reminder, by_since)                                                \
    "WITH " CHOICE("overdue", who, by_due, OVERDUE) ", " CHOICE("due", who, by_due, DUE) ", "      \
    NEWEST_REMINDERS(who, by_reminder) ", " CHOICE("fresh", who, by_since, FRESH) ", "             \
    CHOICE("ready", who, by_since, READY) ", " CHOICE("waiting", who, by_since, WAITING)
// clang-format on
#define PLANNED(who)                                                                               \
    ", planned AS (SELECT rowid AS row, 0 AS is_urgent, time AS due_on"                            \
    " FROM appointment WHERE day = :today AND state = 'planned' AND " who " LIMIT 300)"

/* The best of each group, and how many there are; "what" tells appointments from tasks. */
#define BEST(what, group, name)                                                                    \
    "SELECT * FROM (SELECT " group " AS chosen, " what " AS what, row,"                            \
    " (SELECT count(*) FROM " name ") AS total FROM " name                                         \
    " ORDER BY is_urgent DESC, due_on ISNULL, due_on, row LIMIT :limit)"
// clang-format off
#define BEST_OF_ALL                                                                                \
    ", today AS (SELECT * FROM due UNION ALL SELECT * FROM reminded), best AS MATERIALIZED"    \
    " (SELECT chosen, what, row, max(total) AS total FROM ("                                       \
    BEST("0", "0", "overdue") " UNION ALL " BEST("0", "1", "today") " UNION ALL "                  \
    BEST("1", "1", "planned") " UNION ALL " BEST("0", "2", "fresh") " UNION ALL "                  \
    BEST("0", "3", "ready") " UNION ALL " BEST("0", "4", "waiting")                    \
    " UNION ALL SELECT chosen, 0, row, 0 FROM urgent WHERE chosen NOTNULL) GROUP BY what, row)"
// clang-format on

#define SHOWN                                                                                      \
    " SELECT chosen, what, total, coalesce(task.id, appointment.id), task.kind,"                   \
    " step, coalesce(title, about), casefile.id,"                                                  \
    " number, workflow, workflow_version,"                                                         \
    " coalesce(casefile.person_id, appointment.person_id), full_name,"                             \
    " coalesce(task.assigned_to, user_id, casefile.assigned_to), is_urgent,"                       \
    " is_restricted, coalesce(since, day), coalesce(day, due_on),"                                 \
    " time FROM best"                                                                              \
    " LEFT JOIN task ON what = 0 AND task.rowid = best.row"                                        \
    " LEFT JOIN appointment ON what = 1 AND appointment.rowid = best.row"                          \
    " LEFT JOIN casefile ON casefile.id = coalesce(task.casefile_id, appointment.casefile_id)"     \
    " LEFT JOIN person_name ON person_name.kind = 'main'"                                          \
    " AND person_name.person_id = coalesce(casefile.person_id, appointment.person_id)"             \
    " ORDER BY chosen, what DESC, time IS NULL, time, is_urgent DESC, due_on IS NULL, due_on,"     \
    " since, best.row"

#define DAY_LIST(who, planned_who, by_due, by_reminder, by_since, by_urgency)                      \
    CHOICES(who, by_due, by_reminder, by_since)                                                    \
    URGENT(who, by_urgency) PLANNED(planned_who) BEST_OF_ALL SHOWN

/* An appointment that names nobody is that of whoever has the casefile. */
#define WHOSE "coalesce(user_id, (SELECT assigned_to FROM casefile WHERE id = casefile_id))"

static const char SQL_OF_USER[] =
    DAY_LIST("assigned_to = :user AND", WHOSE " = :user", "task_by_due", "task_by_reminder",
             "task_by_since", "task_by_urgency");
static const char SQL_OF_NOBODY[] =
    DAY_LIST("assigned_to IS NULL AND", WHOSE " IS NULL", "task_by_due", "task_by_reminder",
             "task_by_since", "task_by_urgency");
static const char SQL_OF_ALL[] = DAY_LIST("", "1", "task_of_all_by_due", "task_of_all_by_reminder",
                                          "task_of_all_by_since", "task_of_all_by_urgency");

static const char *const group_words[] = {
    [DAY_OVERDUE] = "overdue", [DAY_TODAY] = "today",     [DAY_NEW] = "new",
    [DAY_READY] = "ready",     [DAY_WAITING] = "waiting",
};
_Static_assert(sizeof(group_words) / sizeof(group_words[0]) == DAY_GROUP_COUNT,
               "every group has a word");

const char *day_group_word(enum day_group group)
{
    return group_words[group];
}

static void read_entry(struct query *query, struct day_entry *out)
{
    bool has_since;
    *out = (struct day_entry){ .group = (enum day_group)query_int(query, 0),
                               .is_appointment = query_int(query, 1) != 0,
                               .version = query_int(query, 10),
                               .is_urgent = query_int(query, 14) != 0,
                               .is_restricted = query_int(query, 15) != 0 };
    query_copy_text(query, 3, out->id, sizeof(out->id));
    if (task_kind_parse(&out->kind, query_text(query, 4), NULL) != STATUS_OK)
        out->kind = TASK_KIND_OWN;
    query_copy_text(query, 5, out->step, sizeof(out->step));
    out->title = query_take_text(query, 6);
    query_copy_text(query, 7, out->casefile_id, sizeof(out->casefile_id));
    query_copy_text(query, 8, out->number, sizeof(out->number));
    query_copy_text(query, 9, out->workflow, sizeof(out->workflow));
    query_copy_text(query, 11, out->person_id, sizeof(out->person_id));
    out->person_name = query_take_text(query, 12);
    query_copy_text(query, 13, out->assigned_to, sizeof(out->assigned_to));
    out->since = query_day(query, 16, &has_since);
    out->due = query_day(query, 17, &out->has_due);
    query_copy_text(query, 18, out->time, sizeof(out->time));
}

/* Tasks and appointments of today are counted together. */
static void count(struct query *query, int counts[DAY_GROUP_COUNT][2])
{
    const int group = query_int(query, 0);
    const int what = query_int(query, 1);
    if (group >= 0 && group < DAY_GROUP_COUNT && (what == 0 || what == 1))
        counts[group][what] =
            query_int(query, 2) > counts[group][what] ? query_int(query, 2) : counts[group][what];
}

enum status day_list_load(struct store *store, const struct day_question *question,
                          struct day_list *out, struct error *error)
{
    int counts[DAY_GROUP_COUNT][2] = { { 0 } };
    int shown[DAY_GROUP_COUNT] = { 0 };
    const int limit = question->limit == 0 ? DAY_LIMIT_DEFAULT : question->limit;
    struct query query;
    const bool is_of_user = !question->is_unassigned && question->user_id != NULL;
    *out = (struct day_list){ .items = NULL };
    query_begin(&query, store,
                is_of_user                ? SQL_OF_USER
                : question->is_unassigned ? SQL_OF_NOBODY
                                          : SQL_OF_ALL);
    if (is_of_user)
        query_bind_text(&query, ":user", question->user_id);
    query_bind_day(&query, ":today", true, question->today);
    query_bind_int(&query, ":limit", question->limit > 0 ? question->limit : DAY_LIMIT_DEFAULT);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        count(&query, counts);
        /* The urgent came beside the best of their group. */
        if (shown[query_int(&query, 0)]++ < limit)
            read_entry(&query, &out->items[out->count++]);
    }
    const enum status status = query_end(&query, error);
    for (int group = 0; group < DAY_GROUP_COUNT; group++) {
        const int sum = counts[group][0] + counts[group][1];
        out->counts[group] = sum < DAY_COUNT_MAX ? sum : DAY_COUNT_MAX;
    }
    if (status != STATUS_OK)
        day_list_release(out);
    return status;
}

void day_list_release(struct day_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].title);
        free(list->items[i].person_name);
    }
    free(list->items);
    *list = (struct day_list){ .items = NULL };
}
