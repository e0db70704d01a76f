/* SPDX-License-Identifier: Apache-2.0 */
#include "store/draft.h"

#include "store/query.h"
#include "store/store.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

static const char SQL_SAVE_DRAFT[] =
    "INSERT INTO draft (user_id, form, subject, fields, cursor_field, cursor_position, saved_at)"
    " SELECT :user_id, :form, :subject, :fields, :cursor_field, :cursor_position, :saved_at"
    " WHERE json_valid(:fields)"
    " ON CONFLICT (user_id, form, subject) DO UPDATE SET fields = excluded.fields,"
    " cursor_field = excluded.cursor_field, cursor_position = excluded.cursor_position,"
    " saved_at = excluded.saved_at";
static const char SQL_FIND_DRAFT[] =
    "SELECT fields, cursor_field, cursor_position, saved_at FROM draft"
    " WHERE user_id = :user_id AND form = :form AND subject = :subject";
static const char SQL_LIST_DRAFTS[] = "SELECT form, subject, saved_at FROM draft"
                                      " WHERE user_id = :user_id ORDER BY saved_at DESC, form";
static const char SQL_REMOVE_DRAFT[] =
    "DELETE FROM draft WHERE user_id = :user_id AND form = :form AND subject = :subject";

static void bind_key(struct query *query, const struct draft_key *key)
{
    query_bind_text(query, ":user_id", key->user_id);
    query_bind_text(query, ":form", key->form);
    query_bind_text(query, ":subject", key->subject);
}

enum status draft_save(struct store *store, const struct draft_key *key,
                       const struct draft_content *content, struct error *error)
{
    if (store_is_in_transaction(store))
        return error_set(error, STATUS_INTERNAL, "a draft is a transaction of its own");
    char now[MOMENT_TEXT_SIZE];
    store_format_now(store, now);
    struct query query;
    query_begin(&query, store, SQL_SAVE_DRAFT);
    bind_key(&query, key);
    query_bind_text(&query, ":fields", content->fields);
    query_bind_text(&query, ":cursor_field", content->cursor_field);
    query_bind_int(&query, ":cursor_position", content->cursor_position);
    query_bind_text(&query, ":saved_at", now);
    const enum status status = query_run(&query, error);
    if (status == STATUS_OK && store_changed_rows(store) != 1)
        return error_set(error, STATUS_INVALID, "the fields of a draft are not JSON");
    return status;
}

enum status draft_load(struct store *store, const struct draft_key *key, struct draft *out,
                       struct error *error)
{
    *out = (struct draft){ .fields = NULL };
    bool is_copied = true;
    struct query query;
    query_begin(&query, store, SQL_FIND_DRAFT);
    bind_key(&query, key);
    if (query_next_row(&query)) {
        out->fields = strdup(query_text(&query, 0));
        out->cursor_field = strdup(query_text(&query, 1));
        out->cursor_position = query_int(&query, 2);
        query_copy_text(&query, 3, out->saved_at, sizeof(out->saved_at));
        is_copied = out->fields != NULL && out->cursor_field != NULL;
    }
    enum status status = query_end_found(&query, error);
    if (status == STATUS_OK && !is_copied)
        status = error_set(error, STATUS_OUT_OF_MEMORY, "a draft");
    if (status != STATUS_OK)
        draft_release(out);
    return status;
}

void draft_release(struct draft *draft)
{
    if (draft->fields != NULL)
        sodium_memzero(draft->fields, strlen(draft->fields));
    free(draft->fields);
    free(draft->cursor_field);
    *draft = (struct draft){ .fields = NULL };
}

enum status draft_list(struct store *store, const char *user_id,
                       void (*visit)(void *self, const struct draft_summary *draft), void *self,
                       struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_LIST_DRAFTS);
    query_bind_text(&query, ":user_id", user_id);
    while (query_next_row(&query))
        visit(self, &(struct draft_summary){ .form = query_text(&query, 0),
                                             .subject = query_text(&query, 1),
                                             .saved_at = query_text(&query, 2) });
    return query_end(&query, error);
}

enum status draft_discard(struct store *store, const struct draft_key *key, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_REMOVE_DRAFT);
    bind_key(&query, key);
    return query_run(&query, error);
}
