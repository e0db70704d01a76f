/* SPDX-License-Identifier: Apache-2.0 */

/* Ids are chosen first (casefile_chosen.h), then read and put in order. */
#include "casefile/casefile_find.h"

#include "base/array.h"
#include "base/text.h"
#include "casefile/casefile_chosen.h"
#include "store/query_value.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char SQL_READ[] =
    "SELECT casefile.id, casefile.number, casefile.person_id, full_name, casefile.workflow,"
    " workflow_version, casefile.state, coalesce(risk, ''), urgency, is_restricted,"
    " coalesce(casefile.assigned_to, ''), coalesce(opened_on, date(opened_at)),"
    " casefile.changed_at, coalesce(task.step, ''), task.title, task.due_on,"
    " coalesce(task.kind = 'waiting', 0), coalesce(task.is_urgent, 0)"
    " FROM json_each(:ids) AS chosen CROSS JOIN casefile ON casefile.id = chosen.value"
    " LEFT JOIN person_name ON person_name.person_id = casefile.person_id"
    " AND person_name.kind = 'main'"
    " LEFT JOIN task ON task.rowid = (SELECT rowid FROM task AS open_task"
    "  WHERE open_task.casefile_id = casefile.id AND open_task.state = 'open'"
    "  ORDER BY due_on IS NULL, due_on, is_urgent DESC, since, rowid LIMIT 1)";
static const char SQL_PLACES[] =
    "SELECT birth_place FROM person WHERE id = :person AND birth_place NOTNULL"
    " UNION ALL SELECT value FROM contact WHERE person_id = :person AND kind = 'address'"
    " UNION ALL SELECT address FROM household_member JOIN household ON household.id = household_id"
    " WHERE person_id = :person AND left_on IS NULL AND address NOTNULL";
static const char SQL_COUNT[] =
    "SELECT count(*) FROM (SELECT 1 FROM casefile INDEXED BY casefile_by_state"
    " WHERE state IN ('open', 'closed', 'transferred', 'duplicate') LIMIT :most)";

/* ---- reading what was chosen */

static void read_found(struct query *query, struct casefile_found *out)
{
    bool has_day;
    struct casefile_row *row = &out->row;
    *out = (struct casefile_found){ .is_waiting = query_int(query, 16) != 0,
                                    .is_urgent = query_int(query, 17) != 0 };
    query_copy_text(query, 0, row->id, sizeof(row->id));
    query_copy_text(query, 1, row->number, sizeof(row->number));
    query_copy_text(query, 2, row->person_id, sizeof(row->person_id));
    row->person_name = query_take_text(query, 3);
    query_copy_text(query, 4, row->workflow, sizeof(row->workflow));
    row->version = query_int(query, 5);
    /* The tables' own checks allow no words but the known ones. */
    if (casefile_state_parse(&row->state, query_text(query, 6), NULL) != STATUS_OK)
        row->state = CASEFILE_CLOSED;
    if (casefile_risk_parse(&row->risk, query_text(query, 7), NULL) != STATUS_OK)
        row->risk = CASEFILE_RISK_NOT_KNOWN;
    if (casefile_urgency_parse(&row->urgency, query_text(query, 8), NULL) != STATUS_OK)
        row->urgency = CASEFILE_NORMAL;
    row->is_restricted = query_int(query, 9) != 0;
    query_copy_text(query, 10, row->assigned_to, sizeof(row->assigned_to));
    row->opened_on = query_day(query, 11, &has_day);
    query_copy_text(query, 12, row->changed_at, sizeof(row->changed_at));
    query_copy_text(query, 13, row->task_step, sizeof(row->task_step));
    row->task_title = query_take_text(query, 14);
    row->task_due = query_day(query, 15, &row->has_task_due);
}

static bool has_id(const struct casefile_found_list *list, const char *id)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i].row.id, id) == 0)
            return true;
    return false;
}

static void found_release(struct casefile_found *found)
{
    free(found->row.person_name);
    free(found->row.task_title);
    found->row.person_name = found->row.task_title = NULL;
}

/* Whether a text that is not NULL holds the other one, which is folded. */
static bool text_holds(const char *text, const char *folded_part)
{
    char *folded = NULL;
    const bool holds =
        text_fold(&folded, text, NULL) == STATUS_OK && strstr(folded, folded_part) != NULL;
    text_wipe(&folded);
    return holds;
}

static bool is_at_place(const struct casefile_chosen *chosen, const char *person_id,
                        const char *place)
{
    struct query query;
    bool is_there = false;
    query_begin(&query, chosen->store, SQL_PLACES);
    query_bind_text(&query, ":person", person_id);
    while (!is_there && query_next_row(&query))
        is_there = text_holds(query_text(&query, 0), place);
    return query_end(&query, NULL) == STATUS_OK && is_there;
}

/* *out is a JSON array. */
static enum status ids_write(char **out, const struct casefile_chosen *chosen, struct error *error)
{
    enum { ID_ROOM = UUID_TEXT_SIZE + sizeof("\"\",") };
    *out = malloc((size_t)chosen->count * ID_ROOM + sizeof("[]"));
    if (*out == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "ids");
    char *at = *out;
    *at++ = '[';
    for (int i = 0; i < chosen->count; i++) {
        if (i > 0)
            *at++ = ',';
        *at++ = '"';
        memcpy(at, chosen->ids[i], UUID_TEXT_SIZE - 1);
        at += UUID_TEXT_SIZE - 1;
        *at++ = '"';
    }
    memcpy(at, "]", sizeof("]"));
    return STATUS_OK;
}

static enum status read_chosen(const struct casefile_chosen *chosen,
                               struct casefile_found_list *list, const char *place,
                               struct error *error)
{
    struct query query;
    char *ids = NULL;
    enum status status = ids_write(&ids, chosen, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, chosen->store, SQL_READ);
    query_bind_text(&query, ":ids", ids);
    while (query_next_row(&query)) {
        struct casefile_found found;
        read_found(&query, &found);
        if (has_id(list, found.row.id) ||
            (place != NULL && !is_at_place(chosen, found.row.person_id, place)) ||
            array_reserve(&list->items, &list->capacity, sizeof(*list->items), list->count + 1,
                          &query.failure) != STATUS_OK)
            found_release(&found);
        else
            list->items[list->count++] = found;
    }
    free(ids);
    return query_end(&query, error);
}

/* ---- order */

static int by_newest(const void *left, const void *right)
{
    const struct casefile_found *a = left, *b = right;
    return strcmp(b->row.id, a->row.id);
}

static int by_number(const void *left, const void *right)
{
    const struct casefile_found *a = left, *b = right;
    return strcmp(a->row.number, b->row.number);
}

static int by_name(const void *left, const void *right)
{
    const struct casefile_found *a = left, *b = right;
    const int names = strcmp(a->row.person_name == NULL ? "" : a->row.person_name,
                             b->row.person_name == NULL ? "" : b->row.person_name);
    return names != 0 ? names : by_newest(left, right);
}

static int by_due(const void *left, const void *right)
{
    const struct casefile_found *one = left, *other = right;
    const struct casefile_row *a = &one->row, *b = &other->row;
    if ((a->state == CASEFILE_OPEN) != (b->state == CASEFILE_OPEN))
        return a->state == CASEFILE_OPEN ? -1 : 1;
    if (a->has_task_due != b->has_task_due)
        return a->has_task_due ? -1 : 1;
    if (!a->has_task_due && one->is_urgent != other->is_urgent)
        return one->is_urgent ? -1 : 1;
    const int dues = a->has_task_due ? day_compare(a->task_due, b->task_due) : 0;
    return dues != 0 ? dues : by_newest(left, right);
}

static int (*const comparisons[])(const void *, const void *) = {
    [CASEFILE_BY_DUE] = by_due,
    [CASEFILE_BY_NUMBER] = by_number,
    [CASEFILE_BY_NAME] = by_name,
    [CASEFILE_BY_NEWEST] = by_newest,
};
_Static_assert(sizeof(comparisons) / sizeof(comparisons[0]) == CASEFILE_ORDER_COUNT,
               "every order has its comparison");

static int limit_of(const struct casefile_question *question)
{
    return question->limit > 0 ? question->limit : CASEFILE_FIND_DEFAULT;
}

static void put_in_order(struct casefile_found_list *list, const struct casefile_question *question)
{
    const size_t limit = (size_t)limit_of(question);
    if (list->count > 1)
        qsort(list->items, list->count, sizeof(*list->items), comparisons[question->order]);
    while (list->count > limit) {
        found_release(&list->items[--list->count]);
        list->has_more = true;
    }
}

/* ---- all of it */

static enum status workflows_write(char **out, const char *const *workflows, struct error *error)
{
    size_t size = 1;
    *out = NULL;
    if (workflows == NULL)
        return STATUS_OK;
    for (size_t i = 0; workflows[i] != NULL; i++)
        size += strlen(workflows[i]) + sizeof("\"\"");
    *out = malloc(size);
    if (*out == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "workflows");
    size_t length = 0;
    (*out)[0] = '\0';
    for (size_t i = 0; workflows[i] != NULL; i++)
        length += (size_t)snprintf(*out + length, size - length, "\"%s\"", workflows[i]);
    return STATUS_OK;
}

enum status casefile_find(struct store *store, const struct casefile_question *question,
                          struct casefile_found_list *list, struct error *error)
{
    char *place = NULL;
    struct casefile_chosen *chosen = calloc(1, sizeof(*chosen));
    if (chosen == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "ids");
    chosen->store = store;
    chosen->question = question;
    chosen->most = limit_of(question) + 1;
    if (question->place != NULL || chosen->most > CASEFILE_CHOSEN_MAX)
        chosen->most = CASEFILE_CHOSEN_MAX; /* most of them are elsewhere */
    enum status status = workflows_write(&chosen->workflows, question->workflows, error);
    if (status == STATUS_OK && question->place != NULL)
        status = text_fold(&place, question->place, error);
    if (status == STATUS_OK)
        status = casefile_choose(chosen, error);
    if (status == STATUS_OK)
        status = read_chosen(chosen, list, place, error);
    list->has_more |= chosen->has_more;
    put_in_order(list, question);
    free(place);
    free(chosen->workflows);
    free(chosen);
    return status;
}

void casefile_found_release(struct casefile_found_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        found_release(&list->items[i]);
    free(list->items);
    *list = (struct casefile_found_list){ .items = NULL };
}

enum status casefile_count(struct store *store, long *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_COUNT);
    query_bind_int(&query, ":most", CASEFILE_COUNT_MAX);
    *out = query_next_row(&query) ? (long)query_int64(&query, 0) : 0;
    return query_end(&query, error);
}
