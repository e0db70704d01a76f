/* SPDX-License-Identifier: Apache-2.0 */
#include "task/task_store.h"

#include "base/array.h"
#include "compartment/sealed_act.h"
#include "journal/act.h"
#include "person/personal_text.h"
#include "store/id_lookup.h"
#include "store/query_value.h"
#include "store/store.h"

#include <string.h>

#define TASK_COLUMNS                                                                               \
    "id, coalesce(casefile_id, ''), coalesce(step, ''), kind, title, coalesce(assigned_to, ''),"   \
    " is_urgent, since, due_on, remind_on, state, created_by, created_at,"                         \
    " coalesce(finished_at, '')"
#define TASK_FILTER " (NOT :is_own_only OR kind = 'own')"
#define TASK_ORDER  " ORDER BY is_urgent DESC, due_on IS NULL, due_on, since, rowid"

static const char SQL_FIND_ID[] = "SELECT id FROM task WHERE kind = 'own' AND " SQL_ID_BEGINS_SO;
static const char SQL_FIND_ID_OF_STEP[] =
    "SELECT id FROM task WHERE kind <> 'own' AND " SQL_ID_BEGINS_SO;
static const char SQL_LOAD_TASK[] = "SELECT " TASK_COLUMNS " FROM task WHERE id = :id";
static const char SQL_FIND_CASEFILE[] =
    "SELECT state = 'open', person_id FROM casefile WHERE id = :id";
static const char SQL_FIND_USER[] = "SELECT state = 'active' FROM user WHERE id = :id";
static const char SQL_ADD_TASK[] =
    "INSERT INTO task (id, casefile_id, kind, title, assigned_to, is_urgent, since, due_on,"
    " remind_on, state, created_at, created_by) VALUES (:id, :casefile, 'own', :title,"
    " :assigned_to, :is_urgent, :since, :due_on, :remind_on, 'open', :now, :actor)";
static const char SQL_END_TASK[] =
    "UPDATE task SET state = :state, finished_at = :now WHERE id = :id";
static const char SQL_SNAPSHOT_TASK[] =
    "SELECT json_patch('{}', json_object('task', id, 'casefile', casefile_id, 'title', title,"
    " 'assigned_to', assigned_to, 'is_urgent', nullif(is_urgent, 0), 'since', since,"
    " 'due_on', due_on, 'remind_on', remind_on, 'state', state)) FROM task WHERE id = :key";

/* What is open is chosen in an index that has nothing else, and only what is shown is looked up. */
#define LIST_OPEN(who, index)                                                                      \
    "SELECT " TASK_COLUMNS " FROM task WHERE rowid IN (SELECT rowid FROM task INDEXED BY " index   \
    " WHERE " who " state = 'open' AND" TASK_FILTER TASK_ORDER " LIMIT :limit)" TASK_ORDER
#define LIST_ALL(who)                                                                              \
    "SELECT " TASK_COLUMNS " FROM task WHERE " who TASK_FILTER TASK_ORDER " LIMIT :limit"
#define OF_CASEFILE                                                                                \
    "casefile_id = :casefile AND (:user IS NULL OR assigned_to = :user)"                           \
    " AND (NOT :is_unassigned OR assigned_to IS NULL) AND"

enum whose { OF_EVERYBODY, OF_USER, OF_NOBODY, IN_CASEFILE };
static const char *const list_statements[][2] = {
    [OF_EVERYBODY] = { LIST_OPEN("", "task_of_all_by_due"), LIST_ALL("") },
    [OF_USER] = { LIST_OPEN("assigned_to = :user AND", "task_by_due"),
                  LIST_ALL("assigned_to = :user AND") },
    [OF_NOBODY] = { LIST_OPEN("assigned_to IS NULL AND", "task_by_due"),
                    LIST_ALL("assigned_to IS NULL AND") },
    [IN_CASEFILE] = { LIST_ALL(OF_CASEFILE " state = 'open' AND"), LIST_ALL(OF_CASEFILE) },
};

/* ---- Reading */

static void read_task(struct query *query, struct task *out)
{
    bool has_since;
    *out = (struct task){ .is_urgent = query_int(query, 6) != 0 };
    query_copy_text(query, 0, out->id, sizeof(out->id));
    query_copy_text(query, 1, out->casefile_id, sizeof(out->casefile_id));
    query_copy_text(query, 2, out->step, sizeof(out->step));
    /* The table's own checks allow no words but the known ones. */
    if (task_kind_parse(&out->kind, query_text(query, 3), NULL) != STATUS_OK)
        out->kind = TASK_KIND_OWN;
    out->title = query_take_text(query, 4);
    query_copy_text(query, 5, out->assigned_to, sizeof(out->assigned_to));
    out->since = query_day(query, 7, &has_since);
    out->due_on = query_day(query, 8, &out->has_due_on);
    out->remind_on = query_day(query, 9, &out->has_remind_on);
    if (task_state_parse(&out->state, query_text(query, 10), NULL) != STATUS_OK)
        out->state = TASK_DONE;
    query_copy_text(query, 11, out->created_by, sizeof(out->created_by));
    query_copy_text(query, 12, out->created_at, sizeof(out->created_at));
    query_copy_text(query, 13, out->finished_at, sizeof(out->finished_at));
}

static enum status find_own(struct store *store, const char *text, char out[UUID_TEXT_SIZE],
                            struct error *error)
{
    return id_find(store, SQL_FIND_ID, text, out, error);
}

enum status task_find(struct store *store, const char *text, char out[UUID_TEXT_SIZE],
                      struct error *error)
{
    struct sealed_opening opening;
    enum status status = sealed_open_record(store, text, &opening, error);
    if (status == STATUS_OK)
        status = find_own(store, text, out, error);
    return sealed_close(store, &opening, status, error);
}

enum status task_find_of_step(struct store *store, const char *text, char out[UUID_TEXT_SIZE],
                              struct error *error)
{
    return id_find(store, SQL_FIND_ID_OF_STEP, text, out, error);
}

static enum status load_task(struct store *store, const char *id, struct task *out,
                             struct error *error)
{
    struct query query;
    *out = (struct task){ .state = TASK_OPEN };
    query_begin(&query, store, SQL_LOAD_TASK);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query))
        read_task(&query, out);
    const enum status status = query_end_found(&query, error);
    if (status != STATUS_OK)
        task_release(out);
    return status;
}

enum status task_load(struct store *store, const char *id, struct task *out, struct error *error)
{
    struct sealed_opening opening;
    *out = (struct task){ .id = "" };
    enum status status = sealed_open_record(store, id, &opening, error);
    if (status == STATUS_OK)
        status = load_task(store, id, out, error);
    return sealed_close(store, &opening, status, error);
}

static void begin_list(struct query *query, struct store *store, const struct task_filter *filter)
{
    const enum whose whose = filter->casefile_id != NULL   ? IN_CASEFILE
                             : filter->is_unassigned       ? OF_NOBODY
                             : filter->assigned_to != NULL ? OF_USER
                                                           : OF_EVERYBODY;
    query_begin(query, store, list_statements[whose][filter->with_finished ? 1 : 0]);
    if (whose == IN_CASEFILE) {
        query_bind_text(query, ":casefile", filter->casefile_id);
        query_bind_int(query, ":is_unassigned", filter->is_unassigned);
    }
    if (whose == IN_CASEFILE || whose == OF_USER)
        query_bind_text(query, ":user", filter->assigned_to);
    query_bind_int(query, ":is_own_only", filter->is_own_only);
    query_bind_int(query, ":limit", filter->limit > 0 ? filter->limit : TASK_LIST_DEFAULT);
}

static enum status list_tasks(struct store *store, const struct task_filter *filter,
                              struct task_list *out, struct error *error)
{
    struct query query;
    *out = (struct task_list){ .items = NULL };
    begin_list(&query, store, filter);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        read_task(&query, &out->items[out->count++]);
    }
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK)
        task_list_release(out);
    return status;
}

enum status task_list(struct store *store, const struct task_filter *filter, struct task_list *out,
                      struct error *error)
{
    struct sealed_opening opening;
    *out = (struct task_list){ .items = NULL };
    enum status status = sealed_open(store, filter->casefile_id, &opening, error);
    if (status == STATUS_OK || status == STATUS_RESTRICTED)
        status = list_tasks(store, filter, out, error);
    return sealed_close(store, &opening, status, error);
}

/* ---- Own tasks */

/* A task with a casefile is part of the history of its person; one without is in the journal only,
 * and that without its words. */
struct task_act {
    struct act act;
    char person_id[UUID_TEXT_SIZE];
};

static enum status find_casefile(struct store *store, const char *casefile_id, bool must_be_open,
                                 char person_id[UUID_TEXT_SIZE], struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_CASEFILE);
    query_bind_text(&query, ":id", casefile_id);
    if (query_next_row(&query)) {
        query_copy_text(&query, 1, person_id, UUID_TEXT_SIZE);
        if (must_be_open && query_int(&query, 0) == 0)
            (void)error_set(&query.failure, STATUS_REFUSED, "the casefile is not open");
    }
    return query_end_found(&query, error);
}

static enum status require_user(struct store *store, const char *user_id, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_USER);
    query_bind_text(&query, ":id", user_id);
    if (query_next_row(&query) && query_int(&query, 0) == 0)
        (void)error_set(&query.failure, STATUS_REFUSED, "the user was revoked");
    return query_end_found(&query, error);
}

static enum status begin_act(struct task_act *out, struct store *store, const char *actor,
                             const char *name, const struct task *task, struct error *error)
{
    const bool is_new = strcmp(name, "task.add") == 0;
    *out = (struct task_act){ .person_id = "" };
    out->act = (struct act){
        .entry = { .actor = actor, .act = name, .noun = "task", .subject = task->id },
        .person_id = out->person_id,
        .snapshot = SQL_SNAPSHOT_TASK,
        .key = task->id,
        .is_new = is_new,
    };
    if (task->casefile_id[0] == '\0')
        return STATUS_OK;
    const enum status status =
        find_casefile(store, task->casefile_id, is_new, out->person_id, error);
    return status == STATUS_OK ? act_begin(&out->act, store, error) : status;
}

static enum status end_act(struct task_act *act, struct store *store, enum status so_far,
                           struct error *error)
{
    if (act->person_id[0] != '\0')
        return act_end(&act->act, store, so_far, error);
    return so_far == STATUS_OK ? journal_append(store, &act->act.entry, error) : so_far;
}

static enum status check_task(struct store *store, struct task *task, struct error *error)
{
    if (task->id[0] == '\0')
        uuid_new(task->id);
    if (!uuid_is_valid(task->id))
        return error_set(error, STATUS_INVALID, "not an id");
    if (task->has_due_on && day_compare(task->due_on, task->since) < 0)
        return error_set(error, STATUS_DATE_INVALID, "due before it begins");
    if (task->has_remind_on &&
        (!task->has_due_on || day_compare(task->remind_on, task->due_on) > 0))
        return error_set(error, STATUS_DATE_INVALID, "a reminder after it is due");
    return task->assigned_to[0] == '\0' ? STATUS_OK : require_user(store, task->assigned_to, error);
}

static enum status insert_task(struct store *store, const char *actor, const struct task *task,
                               struct error *error)
{
    struct personal_text title = { .given = task->title,
                                   .max = TASK_TITLE_MAX,
                                   .is_required = true };
    enum status status = personal_texts_accept(&title, 1, error);
    if (status == STATUS_OK) {
        char now[MOMENT_TEXT_SIZE];
        struct query query;
        store_format_now(store, now);
        query_begin(&query, store, SQL_ADD_TASK);
        query_bind_text(&query, ":id", task->id);
        query_bind_code(&query, ":casefile", task->casefile_id);
        query_bind_text(&query, ":title", title.accepted);
        query_bind_code(&query, ":assigned_to", task->assigned_to);
        query_bind_int(&query, ":is_urgent", task->is_urgent);
        query_bind_day(&query, ":since", true, task->since);
        query_bind_day(&query, ":due_on", task->has_due_on, task->due_on);
        query_bind_day(&query, ":remind_on", task->has_remind_on, task->remind_on);
        query_bind_text(&query, ":now", now);
        query_bind_text(&query, ":actor", actor);
        status = query_run(&query, error);
    }
    personal_texts_release(&title, 1);
    return status;
}

static enum status add_within(struct store *store, const char *actor, struct task *task,
                              struct error *error)
{
    struct task_act act;
    enum status status = check_task(store, task, error);
    if (status != STATUS_OK)
        return status;
    status = begin_act(&act, store, actor, "task.add", task, error);
    if (status == STATUS_OK)
        status = insert_task(store, actor, task, error);
    return end_act(&act, store, status, error);
}

enum status task_add(struct store *store, const char *actor, struct task *task, struct error *error)
{
    struct sealed_act frame;
    enum status status = sealed_act_begin(&frame, store, task->casefile_id, error);
    if (status != STATUS_OK)
        return status;
    status = add_within(store, actor, task, error);
    return sealed_act_end(&frame, store, status, error);
}

static enum status write_end(struct store *store, const char *id, enum task_state state,
                             struct error *error)
{
    char now[MOMENT_TEXT_SIZE];
    struct query query;
    store_format_now(store, now);
    query_begin(&query, store, SQL_END_TASK);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":state", task_state_word(state));
    query_bind_text(&query, ":now", now);
    return query_run(&query, error);
}

static enum status end_loaded(struct store *store, const char *actor, const struct task *task,
                              enum task_state state, struct error *error)
{
    struct task_act act;
    if (task->kind != TASK_KIND_OWN)
        return error_set(error, STATUS_REFUSED, "a task of a step ends with the step");
    if (task->state != TASK_OPEN)
        return error_set(error, STATUS_REFUSED, "the task is not open");
    enum status status = begin_act(&act, store, actor,
                                   state == TASK_DONE ? "task.done" : "task.cancel", task, error);
    if (status == STATUS_OK)
        status = write_end(store, task->id, state, error);
    return end_act(&act, store, status, error);
}

static enum status end_within(struct store *store, const char *actor, const char *id,
                              enum task_state state, struct error *error)
{
    struct task task;
    if (state != TASK_DONE && state != TASK_CANCELLED)
        return error_set(error, STATUS_INVALID, "a task ends done or cancelled");
    enum status status = task_load(store, id, &task, error);
    if (status != STATUS_OK)
        return status;
    status = end_loaded(store, actor, &task, state, error);
    task_release(&task);
    return status;
}

enum status task_end(struct store *store, const char *actor, const char *id, enum task_state state,
                     struct error *error)
{
    struct sealed_act frame;
    enum status status = sealed_act_begin_record(&frame, store, id, error);
    if (status != STATUS_OK)
        return status;
    status = end_within(store, actor, id, state, error);
    return sealed_act_end(&frame, store, status, error);
}
