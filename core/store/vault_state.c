/* SPDX-License-Identifier: Apache-2.0 */
#include "store/vault_state.h"

#include "store/query.h"
#include "store/store.h"

static const char SQL_ADD_STATE[] = "INSERT INTO vault_state (id, office_id, header_sequence)"
                                    " VALUES (1, :office_id, :header_sequence)";
static const char SQL_FIND_STATE[] =
    "SELECT office_id, header_sequence FROM vault_state WHERE id = 1";
static const char SQL_CHANGE_SEQUENCE[] =
    "UPDATE vault_state SET header_sequence = :header_sequence WHERE id = 1";

enum status vault_state_add(struct store *store, const struct vault_state *state,
                            struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_ADD_STATE);
    query_bind_text(&query, ":office_id", state->office_id);
    query_bind_int64(&query, ":header_sequence", state->header_sequence);
    return query_run(&query, error);
}

enum status vault_state_find(struct store *store, struct vault_state *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_STATE);
    if (query_next_row(&query)) {
        query_copy_text(&query, 0, out->office_id, sizeof(out->office_id));
        out->header_sequence = query_int64(&query, 1);
    }
    return query_end_found(&query, error);
}

enum status vault_state_change_header_sequence(struct store *store, long long sequence,
                                               struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_CHANGE_SEQUENCE);
    query_bind_int64(&query, ":header_sequence", sequence);
    const enum status status = query_run(&query, error);
    if (status == STATUS_OK && store_changed_rows(store) != 1)
        return error_set(error, STATUS_NOT_FOUND, "no vault_state row");
    return status;
}
