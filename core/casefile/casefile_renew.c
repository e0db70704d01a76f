/* SPDX-License-Identifier: Apache-2.0 */

/* Tasks written anew after something changed that no casefile holds itself. */
#include "casefile/casefile_view.h"

#include "base/array.h"
#include "casefile/casefile_private.h"
#include "casefile/definition_store.h"

#include <stdlib.h>
#include <string.h>

static const char SQL_LIST_OF_PERSON[] =
    "SELECT id FROM casefile WHERE person_id = :person AND state = 'open'";
static const char SQL_LIST_OF_ALL[] = "SELECT id FROM casefile WHERE state = 'open'";

struct id_text {
    char text[UUID_TEXT_SIZE];
};

struct id_list {
    struct id_text *items;
    size_t count;
    size_t capacity;
};

static enum status list_open(struct store *store, const char *person_id, struct id_list *out,
                             struct error *error)
{
    struct query query;
    query_begin(&query, store, person_id == NULL ? SQL_LIST_OF_ALL : SQL_LIST_OF_PERSON);
    if (person_id != NULL)
        query_bind_text(&query, ":person", person_id);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        query_copy_text(&query, 0, out->items[out->count++].text, UUID_TEXT_SIZE);
    }
    return query_end(&query, error);
}

/* A casefile whose workflow is gone has the tasks it had. */
static enum status renew(const struct casefile_desk *desk, const char *id, struct error *error)
{
    struct error failure = { 0 };
    struct sealed_opening opening;
    enum status status = sealed_open(desk->store, id, &opening, &failure);
    if (status == STATUS_RESTRICTED)
        return STATUS_OK; /* whoever reads it next brings its tasks up to date */
    if (status == STATUS_OK)
        status = casefile_load_and_write_tasks(desk, id, &failure);
    status = sealed_close(desk->store, &opening, status, &failure);
    if (status == STATUS_NOT_FOUND && strcmp(failure.detail, DEFINITION_DETAIL_GONE) == 0)
        return STATUS_OK;
    if (status != STATUS_OK && error != NULL)
        *error = failure;
    return status;
}

enum status casefile_renew_open(const struct casefile_desk *desk, const char *person_id,
                                struct error *error)
{
    bool is_own;
    struct id_list open = { .items = NULL };
    enum status status = act_join(desk->store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = list_open(desk->store, person_id, &open, error);
    for (size_t i = 0; status == STATUS_OK && i < open.count; i++)
        status = renew(desk, open.items[i].text, error);
    free(open.items);
    return act_commit(desk->store, is_own, status, error);
}
