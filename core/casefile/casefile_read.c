/* SPDX-License-Identifier: Apache-2.0 */

/* Casefiles as they are read from the tables. */
#include "casefile/casefile_private.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

static const char SQL_LOAD_CASEFILE[] =
    "SELECT " SQL_CASEFILE_COLUMNS " FROM casefile WHERE id = :id";

#define SQL_LIST(condition)                                                                        \
    "SELECT casefile.id, casefile.number, casefile.person_id, full_name, casefile.workflow,"       \
    " workflow_version, casefile.state, coalesce(risk, ''), urgency, is_restricted,"               \
    " coalesce(casefile.assigned_to, ''), coalesce(opened_on, date(opened_at)),"                   \
    " casefile.changed_at, coalesce(task.step, ''), task.title, task.due_on"                       \
    " FROM (SELECT id AS listed_id FROM casefile WHERE " condition                                 \
    " AND (:after IS NULL OR id < :after) AND (:workflow IS NULL OR workflow = :workflow)"         \
    " ORDER BY id DESC LIMIT :limit) JOIN casefile ON casefile.id = listed_id"                     \
    " LEFT JOIN person_name ON person_name.person_id = casefile.person_id"                         \
    " AND person_name.kind = 'main'"                                                               \
    " LEFT JOIN task ON task.rowid = (SELECT rowid FROM task AS open_task"                         \
    "  WHERE open_task.casefile_id = listed_id AND open_task.state = 'open'"                       \
    "  ORDER BY is_urgent DESC, due_on IS NULL, due_on, since, rowid LIMIT 1)"                     \
    " ORDER BY casefile.id DESC"

/* One way through an index for each question; what the others ask is looked at on that way. */
enum way {
    WAY_PERSON,
    WAY_ASSIGNED_STATE,
    WAY_ASSIGNED,
    WAY_UNASSIGNED_STATE,
    WAY_UNASSIGNED,
    WAY_STATE,
    WAY_ALL
};
static const struct {
    const char *sql;
    bool has_person, has_user, has_state;
} ways[] = {
    [WAY_PERSON] = { SQL_LIST("person_id = :person AND (:state IS NULL OR state = :state)"
                              " AND (:user IS NULL OR assigned_to = :user)"),
                     true, true, true },
    [WAY_ASSIGNED_STATE] = { SQL_LIST("assigned_to = :user AND state = :state"), false, true,
                             true },
    [WAY_ASSIGNED] = { SQL_LIST("assigned_to = :user"), false, true, false },
    [WAY_UNASSIGNED_STATE] = { SQL_LIST("assigned_to IS NULL AND state = :state"), false, false,
                               true },
    [WAY_UNASSIGNED] = { SQL_LIST("assigned_to IS NULL"), false, false, false },
    [WAY_STATE] = { SQL_LIST("state = :state"), false, false, true },
    [WAY_ALL] = { SQL_LIST("1"), false, false, false },
};

/* ---- One */

/* The tables' own checks allow no words but the known ones. */
static void read_words(struct query *query, struct casefile *out)
{
    if (casefile_state_parse(&out->state, query_text(query, 5), NULL) != STATUS_OK)
        out->state = CASEFILE_CLOSED;
    if (casefile_risk_parse(&out->risk, query_text(query, 6), NULL) != STATUS_OK)
        out->risk = CASEFILE_RISK_NOT_KNOWN;
    if (casefile_urgency_parse(&out->urgency, query_text(query, 7), NULL) != STATUS_OK)
        out->urgency = CASEFILE_NORMAL;
    if (casefile_intake_parse(&out->intake, query_text(query, 9), NULL) != STATUS_OK)
        out->intake = CASEFILE_INTAKE_OTHER;
    if (closing_reason_parse(&out->closing_reason, query_text(query, 17), NULL) != STATUS_OK)
        out->closing_reason = CLOSING_OTHER;
    if (closing_reason_parse(&out->closing_asked_reason, query_text(query, 21), NULL) != STATUS_OK)
        out->closing_asked_reason = CLOSING_OTHER;
}

void casefile_read(struct query *query, struct casefile *out)
{
    bool has_day;
    *out = (struct casefile){ .state = CASEFILE_OPEN };
    query_copy_text(query, 0, out->id, sizeof(out->id));
    query_copy_text(query, 1, out->number, sizeof(out->number));
    query_copy_text(query, 2, out->person_id, sizeof(out->person_id));
    query_copy_text(query, 3, out->workflow, sizeof(out->workflow));
    out->version = query_int(query, 4);
    read_words(query, out);
    out->is_restricted = query_int(query, 8) != 0;
    out->issue = query_take_text(query, 10);
    query_copy_text(query, 11, out->assigned_to, sizeof(out->assigned_to));
    out->opened_on = query_day(query, 12, &has_day);
    query_copy_text(query, 13, out->opened_at, sizeof(out->opened_at));
    query_copy_text(query, 14, out->opened_by, sizeof(out->opened_by));
    query_copy_text(query, 15, out->closed_at, sizeof(out->closed_at));
    query_copy_text(query, 16, out->closed_by, sizeof(out->closed_by));
    out->closing_remark = query_take_text(query, 18);
    query_copy_text(query, 19, out->closing_asked_at, sizeof(out->closing_asked_at));
    query_copy_text(query, 20, out->closing_asked_by, sizeof(out->closing_asked_by));
    out->reopened_count = query_int(query, 22);
    out->review_on = query_day(query, 23, &out->has_review_on);
    query_copy_text(query, 24, out->parent_id, sizeof(out->parent_id));
    query_copy_text(query, 25, out->household_id, sizeof(out->household_id));
    query_copy_text(query, 26, out->changed_at, sizeof(out->changed_at));
    out->closed_on = query_day(query, 27, &out->has_closed_on);
}

static enum status load_opened(struct store *store, const char *id, struct casefile *out,
                               struct error *error)
{
    struct query query;
    *out = (struct casefile){ .state = CASEFILE_OPEN };
    query_begin(&query, store, SQL_LOAD_CASEFILE);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query))
        casefile_read(&query, out);
    const enum status status = query_end_found(&query, error);
    if (status != STATUS_OK)
        casefile_release(out);
    return status;
}

enum status casefile_load(struct store *store, const char *id, struct casefile *out,
                          struct error *error)
{
    struct sealed_opening opening;
    enum status status = sealed_open(store, id, &opening, error);
    if (status == STATUS_OK || status == STATUS_RESTRICTED)
        status = load_opened(store, id, out, error);
    else
        *out = (struct casefile){ .state = CASEFILE_OPEN };
    status = sealed_close(store, &opening, status, error);
    if (status != STATUS_OK)
        casefile_release(out);
    return status;
}

/* ---- Many */

static enum way choose_way(const struct casefile_filter *filter)
{
    if (filter->person_id != NULL)
        return WAY_PERSON;
    if (filter->is_unassigned)
        return filter->has_state ? WAY_UNASSIGNED_STATE : WAY_UNASSIGNED;
    if (filter->assigned_to != NULL)
        return filter->has_state ? WAY_ASSIGNED_STATE : WAY_ASSIGNED;
    return filter->has_state ? WAY_STATE : WAY_ALL;
}

static void read_row(struct query *query, struct casefile_row *out)
{
    bool has_day;
    *out = (struct casefile_row){ .state = CASEFILE_OPEN };
    query_copy_text(query, 0, out->id, sizeof(out->id));
    query_copy_text(query, 1, out->number, sizeof(out->number));
    query_copy_text(query, 2, out->person_id, sizeof(out->person_id));
    out->person_name = query_take_text(query, 3);
    query_copy_text(query, 4, out->workflow, sizeof(out->workflow));
    out->version = query_int(query, 5);
    if (casefile_state_parse(&out->state, query_text(query, 6), NULL) != STATUS_OK)
        out->state = CASEFILE_CLOSED;
    if (casefile_risk_parse(&out->risk, query_text(query, 7), NULL) != STATUS_OK)
        out->risk = CASEFILE_RISK_NOT_KNOWN;
    if (casefile_urgency_parse(&out->urgency, query_text(query, 8), NULL) != STATUS_OK)
        out->urgency = CASEFILE_NORMAL;
    out->is_restricted = query_int(query, 9) != 0;
    query_copy_text(query, 10, out->assigned_to, sizeof(out->assigned_to));
    out->opened_on = query_day(query, 11, &has_day);
    query_copy_text(query, 12, out->changed_at, sizeof(out->changed_at));
    query_copy_text(query, 13, out->task_step, sizeof(out->task_step));
    out->task_title = query_take_text(query, 14);
    out->task_due = query_day(query, 15, &out->has_task_due);
}

static void bind_filter(struct query *query, enum way way, const struct casefile_filter *filter)
{
    if (ways[way].has_person)
        query_bind_text(query, ":person", filter->person_id);
    if (ways[way].has_user)
        query_bind_text(query, ":user", filter->assigned_to);
    if (ways[way].has_state)
        query_bind_text(query, ":state",
                        filter->has_state ? casefile_state_word(filter->state) : NULL);
    query_bind_text(query, ":after", filter->after);
    query_bind_text(query, ":workflow", filter->workflow);
    query_bind_int(query, ":limit", filter->limit > 0 ? filter->limit : CASEFILE_LIST_DEFAULT);
}

enum status casefile_list(struct store *store, const struct casefile_filter *filter,
                          struct casefile_list *out, struct error *error)
{
    const enum way way = choose_way(filter);
    struct query query;
    *out = (struct casefile_list){ .items = NULL };
    query_begin(&query, store, ways[way].sql);
    bind_filter(&query, way, filter);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        read_row(&query, &out->items[out->count++]);
    }
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK)
        casefile_list_release(out);
    return status;
}

void casefile_list_release(struct casefile_list *casefiles)
{
    for (size_t i = 0; i < casefiles->count; i++) {
        free(casefiles->items[i].person_name);
        free(casefiles->items[i].task_title);
    }
    free(casefiles->items);
    *casefiles = (struct casefile_list){ .items = NULL };
}
