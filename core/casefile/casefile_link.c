/* SPDX-License-Identifier: Apache-2.0 */

/* Casefiles that belong together. */
#include "casefile/casefile_private.h"

#include "base/array.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

#define SQL_TIED(tie, condition)                                                                   \
    "SELECT " tie " AS tie, id, number, person_id, workflow, state FROM casefile WHERE " condition

/* The order is that of enum casefile_tie. */
static const char SQL_LIST_LINKS[] =
    SQL_TIED("0", "id = (SELECT parent_id FROM casefile WHERE id = :id)") " UNION ALL " SQL_TIED(
        "1",
        "parent_id = :id") " UNION ALL " SQL_TIED("2",
                                                  "id IN (SELECT other_id FROM casefile_link WHERE "
                                                  "casefile_id = :id"
                                                  " UNION ALL SELECT casefile_id FROM casefile_link"
                                                  " WHERE other_id = :id)") " ORDER BY tie, number";
static const char SQL_IS_TIED[] =
    "SELECT 1 FROM casefile WHERE (id = :id AND parent_id = :other)"
    " OR (id = :other AND parent_id = :id)"
    " UNION ALL SELECT 1 FROM casefile_link"
    " WHERE casefile_id = min(:id, :other) AND other_id = max(:id, :other) LIMIT 1";
static const char SQL_ADD_LINK[] =
    "INSERT INTO casefile_link (casefile_id, other_id, linked_at, linked_by)"
    " VALUES (min(:id, :other), max(:id, :other), :now, :actor)";
static const char SQL_REMOVE_LINK[] = "DELETE FROM casefile_link"
                                      " WHERE casefile_id = min(:id, :other)"
                                      " AND other_id = max(:id, :other)";

enum status casefile_links(struct store *store, const char *id, struct casefile_link_list *out,
                           struct error *error)
{
    struct query query;
    *out = (struct casefile_link_list){ .items = NULL };
    query_begin(&query, store, SQL_LIST_LINKS);
    query_bind_text(&query, ":id", id);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        struct casefile_link *link = &out->items[out->count++];
        *link = (struct casefile_link){ .tie = (enum casefile_tie)query_int(&query, 0) };
        query_copy_text(&query, 1, link->id, sizeof(link->id));
        query_copy_text(&query, 2, link->number, sizeof(link->number));
        query_copy_text(&query, 3, link->person_id, sizeof(link->person_id));
        query_copy_text(&query, 4, link->workflow, sizeof(link->workflow));
        if (casefile_state_parse(&link->state, query_text(&query, 5), NULL) != STATUS_OK)
            link->state = CASEFILE_CLOSED;
    }
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK) {
        free(out->items);
        *out = (struct casefile_link_list){ .items = NULL };
    }
    return status;
}

static void begin_pair(struct query *query, struct store *store, const char *sql, const char *id,
                       const char *other_id)
{
    query_begin(query, store, sql);
    query_bind_text(query, ":id", id);
    query_bind_text(query, ":other", other_id);
}

static enum status require_free(const struct casefile_desk *desk, const char *id,
                                const char *other_id, struct error *error)
{
    struct casefile_standing other;
    struct query query;
    if (strcmp(id, other_id) == 0)
        return error_set(error, STATUS_INVALID, "a casefile is not linked to itself");
    enum status status = casefile_find_standing(desk->store, other_id, &other, error);
    if (status != STATUS_OK)
        return status;
    begin_pair(&query, desk->store, SQL_IS_TIED, id, other_id);
    const bool is_tied = query_next_row(&query);
    status = query_end(&query, error);
    if (status == STATUS_OK && is_tied)
        return error_set(error, STATUS_EXISTS, "the two belong together already");
    return status;
}

static enum status write_link(const struct casefile_desk *desk, const char *id,
                              const char *other_id, bool is_added, struct error *error)
{
    char moment[MOMENT_TEXT_SIZE];
    struct query query;
    enum status status = casefile_touch(desk->store, id, moment, error);
    if (status != STATUS_OK)
        return status;
    begin_pair(&query, desk->store, is_added ? SQL_ADD_LINK : SQL_REMOVE_LINK, id, other_id);
    if (is_added) {
        query_bind_text(&query, ":now", moment);
        query_bind_text(&query, ":actor", desk->actor);
    }
    status = query_run(&query, error);
    if (status == STATUS_OK && store_changed_rows(desk->store) != 1)
        status = error_set(error, STATUS_NOT_FOUND, "the two are not linked");
    return status;
}

static enum status link_within(const struct casefile_desk *desk, const char *id,
                               const char *other_id, bool is_added, struct error *error)
{
    struct casefile_standing standing;
    enum status status = casefile_require_open(desk->store, id, &standing, error);
    if (status == STATUS_OK && is_added)
        status = require_free(desk, id, other_id, error);
    if (status != STATUS_OK)
        return status;
    struct act act = casefile_make_act(desk->actor, is_added ? "casefile.link" : "casefile.unlink",
                                       standing.person_id, id);
    status = act_begin(&act, desk->store, error);
    if (status == STATUS_OK)
        status = write_link(desk, id, other_id, is_added, error);
    status = act_end(&act, desk->store, status, error);
    return status == STATUS_OK ? casefile_load_and_write_tasks(desk, id, error) : status;
}

static enum status change_link(const struct casefile_desk *desk, const char *id,
                               const char *other_id, bool is_added, struct error *error)
{
    struct sealed_act frame;
    enum status status = sealed_act_begin(&frame, desk->store, id, error);
    if (status != STATUS_OK)
        return status;
    status = link_within(desk, id, other_id, is_added, error);
    return sealed_act_end(&frame, desk->store, status, error);
}

enum status casefile_add_link(const struct casefile_desk *desk, const char *id,
                              const char *other_id, struct error *error)
{
    return change_link(desk, id, other_id, true, error);
}

enum status casefile_remove_link(const struct casefile_desk *desk, const char *id,
                                 const char *other_id, struct error *error)
{
    return change_link(desk, id, other_id, false, error);
}
