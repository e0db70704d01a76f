/* SPDX-License-Identifier: Apache-2.0 */

/* The tasks that follow from where a casefile stands. */
#include "task/task_store.h"

#include "base/array.h"
#include "store/query_value.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

static const char SQL_LIST_OPEN[] =
    "SELECT id, step FROM task WHERE casefile_id = :casefile AND state = 'open' AND kind <> 'own'";
static const char SQL_LIST_OWN[] =
    "SELECT id, '' FROM task WHERE casefile_id = :casefile AND state = 'open' AND kind = 'own'"
    " ORDER BY id";
/* Nothing is written where nothing changes.  A task that came to somebody today stays new to them,
 * so the day on which it began only moves on; as another kind it begins anew. */
static const char SQL_CHANGE[] =
    "UPDATE task SET kind = :kind, assigned_to = :assigned_to, is_urgent = :is_urgent,"
    " since = CASE WHEN kind = :kind THEN max(since, :since) ELSE :since END, due_on = :due_on,"
    " remind_on = :remind_on WHERE id = :id AND NOT (kind = :kind AND assigned_to IS :assigned_to"
    " AND is_urgent = :is_urgent AND since >= :since AND due_on IS :due_on"
    " AND remind_on IS :remind_on)";
static const char SQL_ADD[] =
    "INSERT INTO task (id, casefile_id, step, kind, assigned_to, is_urgent, since, due_on,"
    " remind_on, state, created_at, created_by) VALUES (:id, :casefile, :step, :kind,"
    " :assigned_to, :is_urgent, :since, :due_on, :remind_on, 'open', :now, :actor)";
static const char SQL_END[] = "UPDATE task SET state = :state, finished_at = :now WHERE id = :id";

struct open_task {
    char id[UUID_TEXT_SIZE];
    char step[TASK_STEP_SIZE];
    bool is_wanted;
};

struct open_list {
    struct open_task *items;
    size_t count;
    size_t capacity;
};

static enum status list_open(struct store *store, const char *sql, const char *casefile_id,
                             struct open_list *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, sql);
    query_bind_text(&query, ":casefile", casefile_id);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        struct open_task *task = &out->items[out->count++];
        *task = (struct open_task){ .is_wanted = false };
        query_copy_text(&query, 0, task->id, sizeof(task->id));
        query_copy_text(&query, 1, task->step, sizeof(task->step));
    }
    return query_end(&query, error);
}

static void bind_wanted(struct query *query, const struct task_rewriting *rewriting,
                        const struct task_wanted *wanted)
{
    query_bind_text(query, ":kind", task_kind_word(wanted->kind));
    query_bind_text(query, ":assigned_to", rewriting->assigned_to);
    query_bind_int(query, ":is_urgent", wanted->is_urgent);
    query_bind_day(query, ":since", true, wanted->since);
    query_bind_day(query, ":due_on", wanted->has_due_on, wanted->due_on);
    query_bind_day(query, ":remind_on", wanted->has_remind_on, wanted->remind_on);
}

static enum status change(struct store *store, const char *id,
                          const struct task_rewriting *rewriting, const struct task_wanted *wanted,
                          struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_CHANGE);
    query_bind_text(&query, ":id", id);
    bind_wanted(&query, rewriting, wanted);
    return query_run(&query, error);
}

static enum status add(struct store *store, const char *actor,
                       const struct task_rewriting *rewriting, const struct task_wanted *wanted,
                       struct error *error)
{
    char id[UUID_TEXT_SIZE], now[MOMENT_TEXT_SIZE];
    struct query query;
    uuid_new(id);
    store_format_now(store, now);
    query_begin(&query, store, SQL_ADD);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":casefile", rewriting->casefile_id);
    query_bind_text(&query, ":step", wanted->step);
    query_bind_text(&query, ":now", now);
    query_bind_text(&query, ":actor", actor);
    bind_wanted(&query, rewriting, wanted);
    return query_run(&query, error);
}

static enum status end(struct store *store, const char *id, bool is_cancelled, struct error *error)
{
    char now[MOMENT_TEXT_SIZE];
    struct query query;
    store_format_now(store, now);
    query_begin(&query, store, SQL_END);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":state", task_state_word(is_cancelled ? TASK_CANCELLED : TASK_DONE));
    query_bind_text(&query, ":now", now);
    return query_run(&query, error);
}

static struct open_task *find_open(struct open_list *open, const char *step)
{
    for (size_t i = 0; i < open->count; i++)
        if (strcmp(open->items[i].step, step) == 0)
            return &open->items[i];
    return NULL;
}

enum status task_rewrite(struct store *store, const char *actor,
                         const struct task_rewriting *rewriting, struct error *error)
{
    struct open_list open = { .items = NULL };
    enum status status = list_open(store, SQL_LIST_OPEN, rewriting->casefile_id, &open, error);
    for (size_t i = 0; status == STATUS_OK && i < rewriting->count; i++) {
        struct open_task *task = find_open(&open, rewriting->wanted[i].step);
        if (task == NULL) {
            status = add(store, actor, rewriting, &rewriting->wanted[i], error);
            continue;
        }
        task->is_wanted = true;
        status = change(store, task->id, rewriting, &rewriting->wanted[i], error);
    }
    for (size_t i = 0; status == STATUS_OK && i < open.count; i++)
        if (!open.items[i].is_wanted)
            status = end(store, open.items[i].id, rewriting->is_cancelled, error);
    free(open.items);
    return status;
}

enum status task_cancel_own(struct store *store, const char *actor, const char *casefile_id,
                            struct error *error)
{
    struct open_list open = { .items = NULL };
    enum status status = list_open(store, SQL_LIST_OWN, casefile_id, &open, error);
    for (size_t i = 0; status == STATUS_OK && i < open.count; i++)
        status = task_end(store, actor, open.items[i].id, TASK_CANCELLED, error);
    free(open.items);
    return status;
}
