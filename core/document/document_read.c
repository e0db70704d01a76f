/* SPDX-License-Identifier: Apache-2.0 */

/* Documents as they are read from the tables. */
#include "document/document_store.h"

#include "base/array.h"
#include "store/query_value.h"

#define DOCUMENT_COLUMNS                                                                           \
    "id, person_id, type, state, series, number, personal_number, issuer_country, issuer,"         \
    " issued_place, issued_on, expires_on, holder_text, mrz, is_original_seen, copy_location,"     \
    " remark, created_at, changed_at"

static const char SQL_FIND_DOCUMENT[] =
    "SELECT " DOCUMENT_COLUMNS " FROM identity_document WHERE id = :id";
static const char SQL_LIST_DOCUMENTS[] =
    "SELECT " DOCUMENT_COLUMNS " FROM identity_document WHERE person_id = :id ORDER BY id";
static const char SQL_LIST_EXPIRING[] =
    "SELECT " DOCUMENT_COLUMNS " FROM identity_document"
    " WHERE state = 'held' AND expires_on <= :id ORDER BY expires_on, id";
static const char SQL_LIST_EVENTS[] =
    "SELECT state, since, circumstances, noted_at, noted_by FROM identity_document_state"
    " WHERE document_id = :id ORDER BY rowid DESC";

static enum document_state read_state(struct query *query, int column)
{
    enum document_state state = DOCUMENT_HELD; /* the table's own check allows no other word */
    if (document_state_parse(&state, query_text(query, column), NULL) != STATUS_OK)
        return DOCUMENT_HELD;
    return state;
}

static void read_document(struct query *query, struct document *out)
{
    *out = (struct document){ .state = DOCUMENT_HELD };
    query_copy_text(query, 0, out->id, sizeof(out->id));
    query_copy_text(query, 1, out->person_id, sizeof(out->person_id));
    out->type = query_take_text(query, 2);
    out->state = read_state(query, 3);
    out->series = query_take_text(query, 4);
    out->number = query_take_text(query, 5);
    out->personal_number = query_take_text(query, 6);
    query_copy_text(query, 7, out->issuer_country, sizeof(out->issuer_country));
    out->issuer = query_take_text(query, 8);
    out->issued_place = query_take_text(query, 9);
    out->issued_on = query_day(query, 10, &out->has_issued_on);
    out->expires_on = query_day(query, 11, &out->has_expires_on);
    out->holder_text = query_take_text(query, 12);
    out->mrz = query_take_text(query, 13);
    out->is_original_seen = query_int(query, 14) != 0;
    out->copy_location = query_take_text(query, 15);
    out->remark = query_take_text(query, 16);
    query_copy_text(query, 17, out->created_at, sizeof(out->created_at));
    query_copy_text(query, 18, out->changed_at, sizeof(out->changed_at));
}

enum status document_load(struct store *store, const char *id, struct document *out,
                          struct error *error)
{
    struct query query;
    *out = (struct document){ .type = NULL };
    query_begin(&query, store, SQL_FIND_DOCUMENT);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query))
        read_document(&query, out);
    const enum status status = query_end_found(&query, error);
    if (status != STATUS_OK)
        document_release(out);
    return status;
}

static enum status list_documents(struct store *store, const char *sql, const char *key,
                                  struct document_list *out, struct error *error)
{
    struct query query;
    *out = (struct document_list){ .items = NULL };
    query_begin(&query, store, sql);
    query_bind_text(&query, ":id", key);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        read_document(&query, &out->items[out->count++]);
    }
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK)
        document_list_release(out);
    return status;
}

enum status document_list(struct store *store, const char *person_id, struct document_list *out,
                          struct error *error)
{
    return list_documents(store, SQL_LIST_DOCUMENTS, person_id, out, error);
}

enum status document_list_expiring(struct store *store, struct day until, struct document_list *out,
                                   struct error *error)
{
    char day[DAY_TEXT_SIZE];
    day_format(day, until);
    return list_documents(store, SQL_LIST_EXPIRING, day, out, error);
}

enum status document_each_event(struct store *store, const char *id,
                                bool (*visit)(void *self, const struct document_event *event,
                                              const char *noted_at, const char *noted_by),
                                void *self, struct error *error)
{
    bool is_wanted = true;
    struct query query;
    query_begin(&query, store, SQL_LIST_EVENTS);
    query_bind_text(&query, ":id", id);
    while (is_wanted && query_next_row(&query)) {
        struct document_event event = { .state = read_state(&query, 0) };
        event.since = query_day(&query, 1, &event.has_since);
        event.circumstances = query_is_null(&query, 2) ? NULL : query_text(&query, 2);
        is_wanted = query.failure.status == STATUS_OK &&
                    visit(self, &event, query_text(&query, 3), query_text(&query, 4));
    }
    return query_end(&query, error);
}
