/* SPDX-License-Identifier: Apache-2.0 */
#include "person/person_lookup.h"

#include "store/query_value.h"

static const char SQL_FIND_ID[] = "SELECT id FROM person WHERE " SQL_ID_BEGINS_SO;
/* A record that was merged has lost its names to the survivor; the merge knows which they were. */
static const char SQL_LIST_MERGED[] =
    "SELECT merged_id, coalesce((SELECT full_name FROM person_merge_row"
    " JOIN person_name ON person_name.id = person_merge_row.row_key"
    " WHERE merge_id = person_merge.id AND noun = 'person_name'"
    " ORDER BY person_name.id LIMIT 1), ''), reason, merged_at, merged_by FROM person_merge"
    " WHERE survivor_id = :id AND undone_at IS NULL ORDER BY merged_at, id";
static const char SQL_FIND_ERASURE[] =
    "SELECT reason, erased_at, erased_by FROM person_erasure WHERE person_id = :id";

enum status person_find_id(struct store *store, const char *prefix, char out[UUID_TEXT_SIZE],
                           struct error *error)
{
    return id_find(store, SQL_FIND_ID, prefix, out, error);
}

enum status person_each_merged(struct store *store, const char *id,
                               bool (*visit)(void *self, const struct person_merge_note *note),
                               void *self, struct error *error)
{
    bool is_wanted = true;
    struct query query;
    query_begin(&query, store, SQL_LIST_MERGED);
    query_bind_text(&query, ":id", id);
    while (is_wanted && query_next_row(&query)) {
        const struct person_merge_note note = { .merged_id = query_text(&query, 0),
                                                .name = query_text(&query, 1),
                                                .reason = query_text(&query, 2),
                                                .merged_at = query_text(&query, 3),
                                                .merged_by = query_text(&query, 4) };
        is_wanted = query.failure.status == STATUS_OK && visit(self, &note);
    }
    return query_end(&query, error);
}

enum status person_find_erasure(struct store *store, const char *id, struct person_erasure *out,
                                struct error *error)
{
    struct query query;
    *out = (struct person_erasure){ .reason = NULL };
    query_begin(&query, store, SQL_FIND_ERASURE);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query)) {
        out->reason = query_take_text(&query, 0);
        query_copy_text(&query, 1, out->erased_at, sizeof(out->erased_at));
        query_copy_text(&query, 2, out->erased_by, sizeof(out->erased_by));
    }
    return query_end_found(&query, error);
}
