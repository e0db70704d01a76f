/* SPDX-License-Identifier: Apache-2.0 */

/* The right to be forgotten. */
#include "journal/act.h"
#include "person/person_private.h"
#include "person/person_record.h"
#include "person/personal_text.h"
#include "search/search_index.h"
#include "store/query_value.h"
#include "store/store.h"

#include <stdlib.h>

static const char SQL_FIND_KEEPER[] =
    "SELECT 1 FROM casefile WHERE person_id = :person AND state = 'open'"
    " UNION ALL SELECT 1 FROM person_hold WHERE person_id = :person AND lifted_at IS NULL LIMIT 1";
static const char SQL_ADD_ERASURE[] =
    "INSERT INTO person_erasure (person_id, reason, erased_at, erased_by)"
    " VALUES (:person, :reason, :now, :actor)";

enum { REASON_MAX = 400 };

static enum status require_no_keeper(struct store *store, const char *person_id,
                                     struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_KEEPER);
    query_bind_text(&query, ":person", person_id);
    const bool is_kept = query_next_row(&query);
    const enum status status = query_end(&query, error);
    if (status == STATUS_OK && is_kept)
        return error_set(error, STATUS_REFUSED,
                         "a casefile of the person is open, or a reason keeps the record");
    return status;
}

static enum status erase_traces(struct store *store, const char *person_id, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < person_trace_count; i++) {
        struct query query;
        query_begin(&query, store, person_traces[i].erase);
        query_bind_text(&query, ":person", person_id);
        status = query_run(&query, error);
    }
    return status;
}

static enum status add_erasure(struct store *store, const char *actor, const char *person_id,
                               const char *reason, struct error *error)
{
    char now[MOMENT_TEXT_SIZE];
    struct query query;
    store_format_now(store, now);
    query_begin(&query, store, SQL_ADD_ERASURE);
    query_bind_text(&query, ":person", person_id);
    query_bind_text(&query, ":reason", reason);
    query_bind_text(&query, ":now", now);
    query_bind_text(&query, ":actor", actor);
    return query_run(&query, error);
}

/* *out is NULL when nothing was written about the person elsewhere; the caller frees it. */
static enum status list_forgotten(struct store *store, const char *person_id, char **out,
                                  struct error *error)
{
    struct query query;
    *out = NULL;
    query_begin(&query, store, SQL_LIST_FORGOTTEN);
    query_bind_text(&query, ":person", person_id);
    if (query_next_row(&query))
        *out = query_take_text(&query, 0);
    return query_end(&query, error);
}

/* One record; each gets its own entry in the journal, which has nothing to tell but that, and whose
 * history has gaps now. */
static enum status erase_record(struct store *store, const char *actor, const char *person_id,
                                const char *reason, struct error *error)
{
    struct journal_entry entry = {
        .actor = actor, .act = "person.erase", .noun = "person", .subject = person_id
    };
    char *forgotten = NULL;
    enum status status = require_no_keeper(store, person_id, error);
    if (status == STATUS_OK)
        status = list_forgotten(store, person_id, &forgotten, error);
    entry.after = forgotten;
    if (status == STATUS_OK)
        status = erase_traces(store, person_id, error);
    if (status == STATUS_OK)
        status = add_erasure(store, actor, person_id, reason, error);
    if (status == STATUS_OK)
        status = journal_append(store, &entry, error);
    free(forgotten);
    if (status == STATUS_OK)
        status = search_index_person(store, person_id, error);
    return status;
}

static enum status erase_within(struct store *store, const char *actor, const char *id,
                                const char *reason, struct error *error)
{
    struct person_id_list family = { .items = NULL };
    enum status status = person_record_require(store, id, error);
    if (status == STATUS_OK)
        status = person_list_ids(store, SQL_LIST_MERGED_FAMILY, id, &family, error);
    for (size_t i = 0; status == STATUS_OK && i < family.count; i++)
        status = erase_record(store, actor, family.items[i], reason, error);
    free(family.items);
    return status;
}

static enum status erase_in_one(struct store *store, const char *actor, const char *id,
                                const char *reason, bool is_alone, struct error *error)
{
    struct personal_text text = { .given = reason, .max = REASON_MAX, .is_required = true };
    bool is_own = false;
    enum status status = personal_texts_accept(&text, 1, error);
    if (status == STATUS_OK)
        status = act_join(store, &is_own, error);
    if (status == STATUS_OK) {
        status = erase_within(store, actor, id, text.accepted, error);
        if (status == STATUS_OK && is_alone)
            status = search_index_forget_for_good(store, error);
        status = act_commit(store, is_own, status, error);
    }
    personal_texts_release(&text, 1);
    return status;
}

enum status person_erase(struct store *store, const char *actor, const char *id, const char *reason,
                         struct error *error)
{
    return erase_in_one(store, actor, id, reason, true, error);
}

enum status person_erase_one_of_many(struct store *store, const char *actor, const char *id,
                                     const char *reason, struct error *error)
{
    return erase_in_one(store, actor, id, reason, false, error);
}
