/* SPDX-License-Identifier: Apache-2.0 */

/* "My day".  The part of the SQL that chooses reads nothing but the covering indexes of the table
 * task, a few hundred entries of each group at most; only what is shown is then looked up.  The
 * urgent are asked for first and apart, so that none of them is behind the others' limit. */
#include "task/day_list.h"

#include "base/array.h"
#include "store/query_value.h"

#include <stdlib.h>

/* A part of the WITH below: entries of one group from one index, which ends at the limit. */
#define CHOICE(name, who, index, condition)                                                        \
    name " AS MATERIALIZED (SELECT rowid AS row, is_urgent, due_on FROM task INDEXED BY " index    \
         " WHERE " who " state = 'open' AND " condition " LIMIT 300)"
/* Of the newest reminders those that are not due yet: older ones are mostly overdue by now. */
#define NEWEST_REMINDERS(who, index)                                                               \
    "reminded AS MATERIALIZED (SELECT * FROM (SELECT rowid AS row, is_urgent, due_on FROM task"    \
    " INDEXED BY " index " WHERE " who " state = 'open' AND remind_on <= :today"                   \
    " ORDER BY remind_on DESC LIMIT 1000) WHERE due_on > :today LIMIT 300)"
#define NOT_YET                                                                                    \
    " AND (due_on IS NULL OR due_on > :today) AND (remind_on IS NULL OR remind_on > :today)"
#define OVERDUE "due_on < :today ORDER BY due_on"
#define DUE     "due_on = :today"
#define FRESH   "kind IN ('step', 'approval', 'own') AND since = :today" NOT_YET
#define READY   "kind IN ('step', 'approval', 'own') AND since < :today" NOT_YET
#define WAITING "kind = 'waiting' AND since <= :today" NOT_YET
// clang-format off
#define CHOICES(who, by_due, by_reminder, by_since)                                                \
    "WITH " CHOICE("overdue", who, by_due, OVERDUE) ", " CHOICE("due", who, by_due, DUE) ", "      \
    NEWEST_REMINDERS(who, by_reminder) ", " CHOICE("fresh", who, by_since, FRESH) ", "             \
    CHOICE("ready", who, by_since, READY) ", " CHOICE("waiting", who, by_since, WAITING)
// clang-format on
#define PLANNED(who)                                                                               \
    ", planned AS MATERIALIZED (SELECT rowid AS row, 0 AS is_urgent, time AS due_on"               \
    " FROM appointment WHERE day = :today AND state = 'planned' AND " who " LIMIT 300)"

/* The best of each group, and how many there are; "what" tells appointments from tasks. */
#define BEST(what, group, name)                                                                    \
    "SELECT * FROM (SELECT " group " AS chosen, " what " AS what, row,"                            \
    " (SELECT count(*) FROM " name ") AS counted FROM " name                                       \
    " ORDER BY is_urgent DESC, due_on IS NULL, due_on, row LIMIT :limit)"
// clang-format off
#define BEST_OF_ALL                                                                                \
    ", today AS (SELECT * FROM due UNION ALL SELECT * FROM reminded), best AS MATERIALIZED ("      \
    BEST("0", "0", "overdue") " UNION ALL " BEST("0", "1", "today") " UNION ALL "                  \
    BEST("1", "1", "planned") " UNION ALL " BEST("0", "2", "fresh") " UNION ALL "                  \
    BEST("0", "3", "ready") " UNION ALL " BEST("0", "4", "waiting") ")"
// clang-format on

#define SHOWN                                                                                      \
    " SELECT chosen, what, counted, coalesce(task.id, appointment.id), coalesce(task.kind, ''),"   \
    " coalesce(step, ''), coalesce(title, about), coalesce(casefile.id, ''),"                      \
    " coalesce(number, ''), coalesce(workflow, ''), coalesce(workflow_version, 0),"                \
    " coalesce(casefile.person_id, appointment.person_id, ''), full_name,"                         \
    " coalesce(task.assigned_to, user_id, casefile.assigned_to, ''), coalesce(is_urgent, 0),"      \
    " coalesce(is_restricted, 0), coalesce(since, day), coalesce(day, due_on),"                    \
    " coalesce(time, '') FROM best"                                                                \
    " LEFT JOIN task ON what = 0 AND task.rowid = best.row"                                        \
    " LEFT JOIN appointment ON what = 1 AND appointment.rowid = best.row"                          \
    " LEFT JOIN casefile ON casefile.id = coalesce(task.casefile_id, appointment.casefile_id)"     \
    " LEFT JOIN person_name ON person_name.kind = 'main'"                                          \
    " AND person_name.person_id = coalesce(casefile.person_id, appointment.person_id)"             \
    " ORDER BY chosen, what DESC, time IS NULL, time, is_urgent DESC, due_on IS NULL, due_on,"     \
    " since, best.row"

#define DAY_LIST(who, planned_who, by_due, by_reminder, by_since)                                  \
    CHOICES(who, by_due, by_reminder, by_since) PLANNED(planned_who) BEST_OF_ALL SHOWN

/* An appointment that names nobody is that of whoever has the casefile. */
#define WHOSE "coalesce(user_id, (SELECT assigned_to FROM casefile WHERE id = casefile_id))"

static const char SQL_OF_USER[] = DAY_LIST("assigned_to = :user AND", WHOSE " = :user",
                                           "task_by_due", "task_by_reminder", "task_by_since");
static const char SQL_OF_NOBODY[] = DAY_LIST("assigned_to IS NULL AND", WHOSE " IS NULL",
                                             "task_by_due", "task_by_reminder", "task_by_since");
static const char SQL_OF_ALL[] =
    DAY_LIST("", "1", "task_of_all_by_due", "task_of_all_by_reminder", "task_of_all_by_since");

/* The same of the urgent tasks alone. */
#define URGENT         "is_urgent = 1 AND"
#define NO_APPOINTMENT "user_id = ''"
static const char SQL_URGENT_OF_USER[] =
    DAY_LIST("assigned_to = :user AND " URGENT, NO_APPOINTMENT, "task_by_due_urgent",
             "task_by_reminder_urgent", "task_by_since_urgent");
static const char SQL_URGENT_OF_NOBODY[] =
    DAY_LIST("assigned_to IS NULL AND " URGENT, NO_APPOINTMENT, "task_by_due_urgent",
             "task_by_reminder_urgent", "task_by_since_urgent");
static const char SQL_URGENT_OF_ALL[] =
    DAY_LIST(URGENT, NO_APPOINTMENT, "task_of_all_by_due_urgent", "task_of_all_by_reminder_urgent",
             "task_of_all_by_since_urgent");

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
        counts[group][what] = query_int(query, 2);
}

static enum status load(struct store *store, const char *sql, const struct day_question *question,
                        struct day_list *out, struct error *error)
{
    int counts[DAY_GROUP_COUNT][2] = { { 0 } };
    struct query query;
    *out = (struct day_list){ .items = NULL };
    query_begin(&query, store, sql);
    if (!question->is_unassigned && question->user_id != NULL)
        query_bind_text(&query, ":user", question->user_id);
    query_bind_day(&query, ":today", true, question->today);
    query_bind_int(&query, ":limit", question->limit);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        count(&query, counts);
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

/* ---- The urgent before the others */

/* What of a list goes where: each entry is moved once, and what is left behind is released. */
enum part { PART_APPOINTMENTS, PART_TASKS };

static void move_part(struct day_list *out, struct day_list *from, enum day_group group,
                      enum part part, size_t most)
{
    for (size_t i = 0; i < from->count && most > 0; i++) {
        struct day_entry *entry = &from->items[i];
        if (entry->group != group || entry->is_appointment != (part == PART_APPOINTMENTS))
            continue;
        out->items[out->count++] = *entry;
        entry->title = NULL;
        entry->person_name = NULL;
        most--;
    }
}

static size_t count_group(const struct day_list *list, enum day_group group)
{
    size_t found = 0;
    for (size_t i = 0; i < list->count; i++)
        found += list->items[i].group == group;
    return found;
}

/* The urgent tasks of "any" are all among those of "urgent", or further down than is shown. */
static void drop_urgent(struct day_list *any)
{
    size_t kept = 0;
    for (size_t i = 0; i < any->count; i++) {
        struct day_entry *entry = &any->items[i];
        if (entry->is_urgent && !entry->is_appointment) {
            free(entry->title);
            free(entry->person_name);
        } else {
            any->items[kept++] = *entry;
        }
    }
    any->count = kept;
}

static enum status merge(struct day_list *out, struct day_list *urgent, struct day_list *any,
                         size_t limit, struct error *error)
{
    const enum status status = array_reserve(&out->items, &out->capacity, sizeof(*out->items),
                                             urgent->count + any->count + 1, error);
    if (status != STATUS_OK)
        return status;
    drop_urgent(any);
    for (enum day_group group = 0; group < DAY_GROUP_COUNT; group++) {
        const size_t urgent_count = count_group(urgent, group);
        move_part(out, any, group, PART_APPOINTMENTS, limit);
        move_part(out, urgent, group, PART_TASKS, urgent_count);
        move_part(out, any, group, PART_TASKS, limit - urgent_count);
        const int shown = (int)count_group(out, group);
        out->counts[group] = any->counts[group] > shown ? any->counts[group] : shown;
    }
    return STATUS_OK;
}

enum status day_list_load(struct store *store, const struct day_question *question,
                          struct day_list *out, struct error *error)
{
    struct day_question asked = *question;
    struct day_list urgent;
    struct day_list any = { .items = NULL };
    const bool is_of_user = !question->is_unassigned && question->user_id != NULL;
    *out = (struct day_list){ .items = NULL };
    if (asked.limit <= 0)
        asked.limit = DAY_LIMIT_DEFAULT;
    enum status status = load(store,
                              is_of_user            ? SQL_URGENT_OF_USER
                              : asked.is_unassigned ? SQL_URGENT_OF_NOBODY
                                                    : SQL_URGENT_OF_ALL,
                              &asked, &urgent, error);
    if (status == STATUS_OK)
        status = load(store,
                      is_of_user            ? SQL_OF_USER
                      : asked.is_unassigned ? SQL_OF_NOBODY
                                            : SQL_OF_ALL,
                      &asked, &any, error);
    if (status == STATUS_OK)
        status = merge(out, &urgent, &any, (size_t)asked.limit, error);
    day_list_release(&urgent);
    day_list_release(&any);
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
