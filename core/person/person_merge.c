/* SPDX-License-Identifier: Apache-2.0 */

/* Two records that are one person, and the way back.  A merge can be undone although others came
 * after it: those of the same family are undone first, in reverse, and done again afterwards. */
#include "base/array.h"
#include "journal/act.h"
#include "person/person_private.h"
#include "person/person_record.h"
#include "person/personal_text.h"
#include "search/search_index.h"
#include "store/query.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

static const char SQL_ADD_MERGE[] =
    "INSERT INTO person_merge (id, survivor_id, merged_id, reason, merged_at, merged_by)"
    " VALUES (:id, :survivor, :merged, :reason, :now, :actor)";
static const char SQL_FIND_MERGE[] =
    "SELECT id, survivor_id, EXISTS (SELECT 1 FROM person_erasure WHERE person_id = merged_id)"
    " FROM person_merge WHERE merged_id = :merged AND undone_at IS NULL";
static const char SQL_UNDO_MERGE[] =
    "UPDATE person_merge SET undone_at = :now, undone_by = :actor WHERE id = :id";
static const char SQL_FORGET_ROWS[] = "DELETE FROM person_merge_row WHERE merge_id = :merge";
static const char SQL_SNAPSHOT_MERGE[] =
    "SELECT json_patch('{}', json_object('survivor', survivor_id, 'merged', merged_id,"
    " 'reason', reason, 'was', json_extract(note.before, '$.was'),"
    " 'became', json_extract(note.before, '$.became')))"
    " FROM person_merge LEFT JOIN person_merge_row AS note ON note.merge_id = person_merge.id"
    " AND note.noun = 'person' AND note.row_key = survivor_id"
    " WHERE person_merge.id = :key AND undone_at IS NULL";
/* The order of the rows is the order of the merges, whatever the clocks of several PCs say. */
static const char SQL_LIST_LATER_MERGES[] =
    "WITH RECURSIVE up (id) AS (SELECT merged_id FROM person_merge WHERE id = :id UNION"
    " SELECT person.duplicate_of FROM person JOIN up ON person.id = up.id"
    " WHERE person.duplicate_of IS NOT NULL),"
    " family (id) AS (SELECT id FROM up UNION"
    " SELECT person.id FROM person JOIN family ON person.duplicate_of = family.id)"
    " SELECT person_merge.id FROM person_merge JOIN family ON person_merge.merged_id = family.id"
    " WHERE person_merge.undone_at IS NULL"
    " AND person_merge.rowid > (SELECT rowid FROM person_merge WHERE id = :id)"
    " ORDER BY person_merge.rowid";
static const char SQL_LIST_WHOLE_FAMILY[] =
    "WITH RECURSIVE up (id) AS (SELECT :id UNION"
    " SELECT person.duplicate_of FROM person JOIN up ON person.id = up.id"
    " WHERE person.duplicate_of IS NOT NULL),"
    " family (id) AS (SELECT id FROM up UNION"
    " SELECT person.id FROM person JOIN family ON person.duplicate_of = family.id)"
    " SELECT id FROM family";
const char SQL_LIST_MERGED_FAMILY[] =
    "WITH RECURSIVE family (id) AS (SELECT :id UNION"
    " SELECT person.id FROM person JOIN family ON person.duplicate_of = family.id)"
    " SELECT id FROM family";

/* A row of person_merge. */
struct merge {
    char id[UUID_TEXT_SIZE];
    char survivor_id[UUID_TEXT_SIZE];
    const char *merged_id;
};

enum { REASON_MAX = 400 };

enum status person_list_ids(struct store *store, const char *sql, const char *id,
                            struct person_id_list *out, struct error *error)
{
    struct query query;
    *out = (struct person_id_list){ .items = NULL };
    query_begin(&query, store, sql);
    query_bind_text(&query, ":id", id);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        query_copy_text(&query, 0, out->items[out->count++], UUID_TEXT_SIZE);
    }
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK) {
        free(out->items);
        *out = (struct person_id_list){ .items = NULL };
    }
    return status;
}

/* ---- Moving rows */

static enum status run(struct store *store, const char *sql, const char *merge_id,
                       struct error *error)
{
    struct query query;
    query_begin(&query, store, sql);
    query_bind_text(&query, ":merge", merge_id);
    return query_run(&query, error);
}

static enum status run_all(struct store *store, const char *const *statements, size_t count,
                           const char *merge_id, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < count; i++)
        status = run(store, statements[i], merge_id, error);
    return status;
}

static enum status apply(struct store *store, const char *merge_id, struct error *error)
{
    enum status status =
        run_all(store, person_merge_prepare, person_merge_prepare_count, merge_id, error);
    for (size_t i = 0; status == STATUS_OK && i < person_reference_count; i++) {
        if (person_references[i].note == NULL)
            continue;
        status = run(store, person_references[i].note, merge_id, error);
        if (status == STATUS_OK)
            status = run(store, person_references[i].move, merge_id, error);
    }
    if (status == STATUS_OK)
        status = run_all(store, person_merge_records, person_merge_record_count, merge_id, error);
    return status;
}

static enum status revert(struct store *store, const char *merge_id, struct error *error)
{
    enum status status =
        run_all(store, person_unmerge_records, person_unmerge_record_count, merge_id, error);
    for (size_t i = 0; status == STATUS_OK && i < person_reference_count; i++)
        if (person_references[i].back != NULL)
            status = run(store, person_references[i].back, merge_id, error);
    if (status == STATUS_OK)
        status = run_all(store, person_merge_restore, person_merge_restore_count, merge_id, error);
    if (status == STATUS_OK)
        status = run(store, SQL_FORGET_ROWS, merge_id, error);
    return status;
}

static enum status index_all(struct store *store, const struct person_id_list *people,
                             struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < people->count; i++)
        status = search_index_person(store, people->items[i], error);
    return status;
}

/* ---- Merging */

static struct act merge_act(const char *actor, const char *name, const struct merge *merge)
{
    /* What came from the merged record belongs to it, also when both go separate ways later. */
    return (struct act){
        .entry = { .actor = actor, .act = name, .noun = "person", .subject = merge->survivor_id },
        .person_id = merge->merged_id,
        .snapshot = SQL_SNAPSHOT_MERGE,
        .key = merge->id
    };
}

static enum status add_merge(struct store *store, const char *actor, const struct merge *merge,
                             const char *reason, struct error *error)
{
    char now[MOMENT_TEXT_SIZE];
    struct query query;
    store_format_now(store, now);
    query_begin(&query, store, SQL_ADD_MERGE);
    query_bind_text(&query, ":id", merge->id);
    query_bind_text(&query, ":survivor", merge->survivor_id);
    query_bind_text(&query, ":merged", merge->merged_id);
    query_bind_text(&query, ":reason", reason);
    query_bind_text(&query, ":now", now);
    query_bind_text(&query, ":actor", actor);
    return query_run(&query, error);
}

static enum status merge_within(struct store *store, const char *actor, struct merge *merge,
                                const char *reason, struct error *error)
{
    enum status status = person_record_require(store, merge->survivor_id, error);
    if (status == STATUS_OK)
        status = person_record_require(store, merge->merged_id, error);
    if (status == STATUS_OK && strcmp(merge->survivor_id, merge->merged_id) == 0)
        status = error_set(error, STATUS_REFUSED, "a record cannot be merged into itself");
    if (status != STATUS_OK)
        return status;
    struct act act = merge_act(actor, "person.merge", merge);
    act.is_new = true;
    uuid_new(merge->id);
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = add_merge(store, actor, merge, reason, error);
    if (status == STATUS_OK)
        status = apply(store, merge->id, error);
    status = act_end(&act, store, status, error);
    if (status == STATUS_OK)
        status = search_index_person(store, merge->merged_id, error);
    if (status == STATUS_OK)
        status = search_index_person(store, merge->survivor_id, error);
    return status;
}

enum status person_merge(struct store *store, const char *actor, const char *survivor_id,
                         const char *merged_id, const char *reason, struct error *error)
{
    struct personal_text text = { .given = reason, .max = REASON_MAX, .is_required = true };
    bool is_own = false;
    struct merge merge = { .merged_id = merged_id };
    if (!uuid_is_valid(survivor_id))
        return error_set(error, STATUS_NOT_FOUND, "no such record");
    memcpy(merge.survivor_id, survivor_id, UUID_TEXT_SIZE);
    enum status status = personal_texts_accept(&text, 1, error);
    if (status == STATUS_OK)
        status = act_join(store, &is_own, error);
    if (status == STATUS_OK) {
        status = merge_within(store, actor, &merge, text.accepted, error);
        status = act_commit(store, is_own, status, error);
    }
    personal_texts_release(&text, 1);
    return status;
}

/* ---- And back */

static enum status find_merge(struct store *store, struct merge *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_MERGE);
    query_bind_text(&query, ":merged", out->merged_id);
    if (query_next_row(&query)) {
        query_copy_text(&query, 0, out->id, sizeof(out->id));
        query_copy_text(&query, 1, out->survivor_id, sizeof(out->survivor_id));
        if (query_int(&query, 2) != 0)
            (void)error_set(&query.failure, STATUS_REFUSED, "the record was erased");
    }
    return query_end_found(&query, error);
}

static enum status mark_undone(struct store *store, const char *actor, const char *merge_id,
                               struct error *error)
{
    char now[MOMENT_TEXT_SIZE];
    struct query query;
    store_format_now(store, now);
    query_begin(&query, store, SQL_UNDO_MERGE);
    query_bind_text(&query, ":id", merge_id);
    query_bind_text(&query, ":now", now);
    query_bind_text(&query, ":actor", actor);
    return query_run(&query, error);
}

static enum status undo(struct store *store, const char *actor, const char *merge_id,
                        struct error *error)
{
    struct person_id_list later;
    enum status status = person_list_ids(store, SQL_LIST_LATER_MERGES, merge_id, &later, error);
    for (size_t i = later.count; status == STATUS_OK && i > 0; i--)
        status = revert(store, later.items[i - 1], error);
    if (status == STATUS_OK)
        status = mark_undone(store, actor, merge_id, error);
    if (status == STATUS_OK)
        status = revert(store, merge_id, error);
    for (size_t i = 0; status == STATUS_OK && i < later.count; i++)
        status = apply(store, later.items[i], error);
    free(later.items);
    return status;
}

static enum status unmerge_within(struct store *store, const char *actor, const char *merged_id,
                                  struct error *error)
{
    struct merge merge = { .merged_id = merged_id };
    struct person_id_list family = { .items = NULL };
    enum status status = find_merge(store, &merge, error);
    if (status == STATUS_OK)
        status = person_list_ids(store, SQL_LIST_WHOLE_FAMILY, merged_id, &family, error);
    if (status != STATUS_OK)
        return status;
    struct act act = merge_act(actor, "person.unmerge", &merge);
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = undo(store, actor, merge.id, error);
    status = act_end(&act, store, status, error);
    if (status == STATUS_OK)
        status = index_all(store, &family, error);
    free(family.items);
    return status;
}

enum status person_unmerge(struct store *store, const char *actor, const char *merged_id,
                           struct error *error)
{
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = unmerge_within(store, actor, merged_id, error);
    return act_commit(store, is_own, status, error);
}
