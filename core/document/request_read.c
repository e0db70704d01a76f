/* SPDX-License-Identifier: Apache-2.0 */

/* Requests as they are read from the tables. */
#include "document/request_store.h"

#include "base/array.h"
#include "compartment/sealed_casefile.h"
#include "store/query_value.h"

#define REQUEST_COLUMNS                                                                            \
    "id, person_id, coalesce(casefile_id, ''), coalesce(document_id, ''),"                         \
    " coalesce(agency_id, ''), kind, addressee, about, outgoing_number, receipt_number, state,"    \
    " sent_on, due_on, answered_on, answer, answer_kind, fee_minor, coalesce(currency, ''),"       \
    " waiver_ground, changed_at"

static const char SQL_FIND_REQUEST[] =
    "SELECT " REQUEST_COLUMNS " FROM document_request WHERE id = :id";
static const char SQL_LIST_REQUESTS[] =
    "SELECT " REQUEST_COLUMNS " FROM document_request WHERE person_id = :person ORDER BY id DESC";
static const char SQL_LIST_DUE[] =
    "SELECT " REQUEST_COLUMNS " FROM document_request WHERE due_on <= :day"
    " AND answered_on IS NULL AND state IN ('sent', 'reminded', 'escalated') ORDER BY due_on, id";
static const char SQL_LIST_DUE_FOR_PERSON[] =
    "SELECT " REQUEST_COLUMNS " FROM document_request WHERE person_id = :person"
    " AND due_on <= :day AND answered_on IS NULL"
    " AND state IN ('sent', 'reminded', 'escalated') ORDER BY due_on, id";
static const char SQL_LIST_STEPS[] =
    "SELECT id, rung, day, addressee, outgoing_number, answer, next_on"
    " FROM document_request_step WHERE request_id = :id ORDER BY rowid";

static void read_fee(struct query *query, struct request_fee *out)
{
    out->has_amount = !query_is_null(query, 16);
    out->minor = query_int64(query, 16);
    query_copy_text(query, 17, out->currency, sizeof(out->currency));
    out->waiver_ground = query_take_text(query, 18);
}

/* The table's own checks allow no words but the known ones. */
static void read_words(struct query *query, struct request *out)
{
    if (request_kind_parse(&out->kind, query_text(query, 5), NULL) != STATUS_OK)
        out->kind = REQUEST_OTHER;
    if (request_state_parse(&out->state, query_text(query, 10), NULL) != STATUS_OK)
        out->state = REQUEST_DRAFTED;
    out->has_answer_kind =
        !query_is_null(query, 15) &&
        request_answer_kind_parse(&out->answer_kind, query_text(query, 15), NULL) == STATUS_OK;
}

static void read_request(struct query *query, struct request *out)
{
    *out = (struct request){ .state = REQUEST_DRAFTED };
    query_copy_text(query, 0, out->id, sizeof(out->id));
    query_copy_text(query, 1, out->person_id, sizeof(out->person_id));
    query_copy_text(query, 2, out->casefile_id, sizeof(out->casefile_id));
    query_copy_text(query, 3, out->document_id, sizeof(out->document_id));
    query_copy_text(query, 4, out->agency_id, sizeof(out->agency_id));
    read_words(query, out);
    out->addressee = query_take_text(query, 6);
    out->about = query_take_text(query, 7);
    out->outgoing_number = query_take_text(query, 8);
    out->receipt_number = query_take_text(query, 9);
    out->sent_on = query_day(query, 11, &out->has_sent_on);
    out->due_on = query_day(query, 12, &out->has_due_on);
    out->answered_on = query_day(query, 13, &out->has_answered_on);
    out->answer = query_take_text(query, 14);
    read_fee(query, &out->fee);
    query_copy_text(query, 19, out->changed_at, sizeof(out->changed_at));
}

static enum status load_request(struct store *store, const char *id, struct request *out,
                                struct error *error)
{
    struct query query;
    *out = (struct request){ .state = REQUEST_DRAFTED };
    query_begin(&query, store, SQL_FIND_REQUEST);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query))
        read_request(&query, out);
    const enum status status = query_end_found(&query, error);
    if (status != STATUS_OK)
        request_release(out);
    return status;
}

enum status request_load(struct store *store, const char *id, struct request *out,
                         struct error *error)
{
    struct sealed_opening opening;
    *out = (struct request){ .state = REQUEST_DRAFTED };
    enum status status = sealed_open_record(store, id, &opening, error);
    if (status == STATUS_OK)
        status = load_request(store, id, out, error);
    return sealed_close(store, &opening, status, error);
}

/* Reads all rows and ends the query. */
static enum status read_list(struct query *query, struct request_list *out, struct error *error)
{
    *out = (struct request_list){ .items = NULL };
    while (query_next_row(query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query->failure) != STATUS_OK)
            break;
        read_request(query, &out->items[out->count++]);
    }
    const enum status status = query_end(query, error);
    if (status != STATUS_OK)
        request_list_release(out);
    return status;
}

enum status request_list(struct store *store, const char *person_id, struct request_list *out,
                         struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_LIST_REQUESTS);
    query_bind_text(&query, ":person", person_id);
    return read_list(&query, out, error);
}

enum status request_list_due(struct store *store, const char *person_id, struct day day,
                             struct request_list *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, person_id == NULL ? SQL_LIST_DUE : SQL_LIST_DUE_FOR_PERSON);
    if (person_id != NULL)
        query_bind_text(&query, ":person", person_id);
    query_bind_day(&query, ":day", true, day);
    return read_list(&query, out, error);
}

static enum status each_step(struct store *store, const char *id,
                             bool (*visit)(void *self, const struct request_step *step), void *self,
                             struct error *error)
{
    bool is_wanted = true;
    struct query query;
    query_begin(&query, store, SQL_LIST_STEPS);
    query_bind_text(&query, ":id", id);
    while (is_wanted && query_next_row(&query)) {
        struct request_step step = { .rung = query_int(&query, 1) };
        bool has_day;
        query_copy_text(&query, 0, step.id, sizeof(step.id));
        step.day = query_day(&query, 2, &has_day);
        step.addressee = query_text(&query, 3);
        step.outgoing_number = query_is_null(&query, 4) ? NULL : query_text(&query, 4);
        step.answer = query_is_null(&query, 5) ? NULL : query_text(&query, 5);
        step.next_on = query_day(&query, 6, &step.has_next_on);
        is_wanted = query.failure.status == STATUS_OK && visit(self, &step);
    }
    return query_end(&query, error);
}

enum status request_each_step(struct store *store, const char *id,
                              bool (*visit)(void *self, const struct request_step *step),
                              void *self, struct error *error)
{
    struct sealed_opening opening;
    enum status status = sealed_open_record(store, id, &opening, error);
    if (status == STATUS_OK)
        status = each_step(store, id, visit, self, error);
    return sealed_close(store, &opening, status, error);
}
