/* SPDX-License-Identifier: Apache-2.0 */

/* Answers that are read back. */
#include "counselling/advice_store.h"

#include "base/array.h"
#include "store/id_lookup.h"
#include "store/query_value.h"

#define ADVICE_COLUMNS                                                                             \
    "SELECT advice.id, own.version, is_active, topic, provider, address, hours, cost,"             \
    " legal_basis, source, valid_until, check_locally, checked_on, coalesce(checked_by, '')"       \
    " FROM advice JOIN advice_version AS own"                                                      \
    " ON own.advice_id = advice.id"

static const char SQL_FIND_ID[] = "SELECT id FROM advice WHERE " SQL_ID_BEGINS_SO;
static const char SQL_FIND_ADVICE[] =
    ADVICE_COLUMNS " AND own.version = iif(:version = 0, advice.version, :version)"
                   " WHERE advice.id = :id";
static const char SQL_LIST_ADVICES[] =
    ADVICE_COLUMNS " AND own.version = advice.version"
                   " WHERE (:topic IS NULL OR topic = :topic) AND (:inactive OR is_active)"
                   " ORDER BY topic, advice.id";
static const char SQL_LIST_TEXTS[] =
    "SELECT language, title, body FROM advice_text WHERE advice_id = :id"
    " AND version = :version ORDER BY language";

enum status advice_find(struct store *store, const char *prefix, char out[UUID_TEXT_SIZE],
                        struct error *error)
{
    return id_find(store, SQL_FIND_ID, prefix, out, error);
}

static void read_advice(struct query *query, struct advice *out)
{
    *out = (struct advice){ .version = query_int(query, 1), .is_active = query_int(query, 2) != 0 };
    query_copy_text(query, 0, out->id, sizeof(out->id));
    query_copy_text(query, 3, out->topic, sizeof(out->topic));
    out->provider = query_take_text(query, 4);
    out->address = query_take_text(query, 5);
    out->hours = query_take_text(query, 6);
    out->cost = query_take_text(query, 7);
    out->legal_basis = query_take_text(query, 8);
    out->source = query_take_text(query, 9);
    out->valid_until = query_day(query, 10, &out->has_valid_until);
    out->check_locally = query_int(query, 11) != 0;
    out->checked_on = query_day(query, 12, &out->has_checked_on);
    query_copy_text(query, 13, out->checked_by, sizeof(out->checked_by));
}

static enum status read_texts(struct store *store, struct advice *advice, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_LIST_TEXTS);
    query_bind_text(&query, ":id", advice->id);
    query_bind_int(&query, ":version", advice->version);
    while (query_next_row(&query))
        if (advice_set_text(advice, query_text(&query, 0), query_text(&query, 1),
                            query_text(&query, 2), &query.failure) != STATUS_OK)
            break;
    return query_end(&query, error);
}

enum status advice_load(struct store *store, const char *id, int version, struct advice *out,
                        struct error *error)
{
    struct query query;
    *out = (struct advice){ .texts = NULL };
    query_begin(&query, store, SQL_FIND_ADVICE);
    query_bind_text(&query, ":id", id);
    query_bind_int(&query, ":version", version);
    if (query_next_row(&query))
        read_advice(&query, out);
    enum status status = query_end_found(&query, error);
    if (status == STATUS_OK)
        status = read_texts(store, out, error);
    if (status != STATUS_OK)
        advice_release(out);
    return status;
}

static enum status read_list(struct query *query, struct advice_list *out, struct error *error)
{
    while (query_next_row(query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query->failure) != STATUS_OK)
            break;
        read_advice(query, &out->items[out->count++]);
    }
    return query_end(query, error);
}

enum status advice_list(struct store *store, const struct advice_filter *filter,
                        struct advice_list *out, struct error *error)
{
    struct query query;
    *out = (struct advice_list){ .items = NULL };
    query_begin(&query, store, SQL_LIST_ADVICES);
    query_bind_text(&query, ":topic", filter->topic);
    query_bind_int(&query, ":inactive", filter->includes_inactive);
    enum status status = read_list(&query, out, error);
    for (size_t i = 0; i < out->count && status == STATUS_OK; i++)
        status = read_texts(store, &out->items[i], error);
    if (status != STATUS_OK)
        advice_list_release(out);
    return status;
}
