/* SPDX-License-Identifier: Apache-2.0 */
#include "rights/retention.h"

#include "base/array.h"
#include "journal/act.h"
#include "person/person_record.h"
#include "person/person_store.h"
#include "person/personal_text.h"
#include "rights/rights_private.h"
#include "search/search_index.h"
#include "store/query.h"
#include "store/query_value.h"
#include "store/store.h"

#include <stdlib.h>

enum { REASON_MAX = 400 };

static const char SQL_LIST_DUE[] =
    "SELECT id, coalesce((SELECT full_name FROM person_name WHERE person_name.person_id = person.id"
    " ORDER BY kind = 'main' DESC LIMIT 1), ''), (SELECT reason FROM person_hold"
    " WHERE person_hold.person_id = person.id AND lifted_at IS NULL), " SQL_KEPT_UNTIL
    " AS kept_until, (SELECT count(*) FROM casefile WHERE casefile.person_id = person.id),"
    " (SELECT count(*) FROM identity_document WHERE identity_document.person_id = person.id),"
    " (SELECT count(*) FROM note WHERE note.person_id = person.id OR note.casefile_id IN"
    " (SELECT id FROM casefile WHERE casefile.person_id = person.id))"
    " FROM person WHERE duplicate_of IS NULL AND kept_until < :today AND NOT EXISTS"
    " (SELECT 1 FROM person_erasure WHERE person_erasure.person_id = person.id)"
    " ORDER BY kept_until, id";
static const char SQL_FIND_HOLD[] =
    "SELECT 1 FROM person_hold WHERE person_id = :person AND lifted_at IS NULL";
static const char SQL_ADD_HOLD[] =
    "INSERT INTO person_hold (id, person_id, reason, held_at, held_by)"
    " VALUES (:id, :person, :reason, :now, :actor)";
static const char SQL_LIFT_HOLD[] = "UPDATE person_hold SET lifted_at = :now, lifted_by = :actor"
                                    " WHERE person_id = :person AND lifted_at IS NULL";
static const char SQL_SNAPSHOT_HOLD[] =
    "SELECT json_object('kept_because', reason) FROM person_hold"
    " WHERE person_id = :key AND lifted_at IS NULL";

/* ---- who is due */

void retention_list_release(struct retention_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].name);
        free(list->items[i].hold);
    }
    free(list->items);
    *list = (struct retention_list){ .items = NULL };
}

static void read_entry(struct query *query, struct retention_entry *out)
{
    bool has_day = false;
    query_copy_text(query, 0, out->id, sizeof(out->id));
    out->name = query_take_text(query, 1);
    out->hold = query_take_text(query, 2);
    out->kept_until = query_day(query, 3, &has_day);
    out->casefiles = query_int(query, 4);
    out->papers = query_int(query, 5);
    out->notes = query_int(query, 6);
}

enum status retention_list_due(struct store *store, struct day today, struct retention_list *out,
                               struct error *error)
{
    struct query query;
    enum status status = STATUS_OK;
    *out = (struct retention_list){ .items = NULL };
    query_begin(&query, store, SQL_LIST_DUE);
    query_bind_day(&query, ":today", true, today);
    while (status == STATUS_OK && query_next_row(&query)) {
        status =
            array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1, error);
        if (status == STATUS_OK)
            read_entry(&query, &out->items[out->count++]);
    }
    const enum status ended = query_end(&query, error);
    return status == STATUS_OK ? ended : status;
}

/* ---- keeping somebody longer */

static enum status write_hold(struct store *store, const char *actor, const char *person_id,
                              const char *reason, struct error *error)
{
    char id[UUID_TEXT_SIZE];
    char now[MOMENT_TEXT_SIZE];
    struct query query;
    uuid_new(id);
    store_format_now(store, now);
    query_begin(&query, store, SQL_ADD_HOLD);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":person", person_id);
    query_bind_text(&query, ":reason", reason);
    query_bind_text(&query, ":now", now);
    query_bind_text(&query, ":actor", actor);
    return query_run(&query, error);
}

static enum status require_no_hold(struct store *store, const char *person_id, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_HOLD);
    query_bind_text(&query, ":person", person_id);
    const bool is_held = query_next_row(&query);
    const enum status status = query_end(&query, error);
    return status == STATUS_OK && is_held ? error_set(error, STATUS_EXISTS, "kept already")
                                          : status;
}

static struct act make_act(const char *actor, const char *act, const char *person_id)
{
    return (struct act){ .entry = { actor, act, "person", person_id, NULL, NULL },
                         .person_id = person_id,
                         .snapshot = SQL_SNAPSHOT_HOLD,
                         .key = person_id };
}

static enum status hold_within(struct store *store, const char *actor, const char *person_id,
                               const char *reason, struct error *error)
{
    struct act act = make_act(actor, "person.hold", person_id);
    enum status status = person_record_require(store, person_id, error);
    if (status == STATUS_OK)
        status = require_no_hold(store, person_id, error);
    if (status != STATUS_OK)
        return status;
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = write_hold(store, actor, person_id, reason, error);
    return act_end(&act, store, status, error);
}

enum status retention_hold(struct store *store, const char *actor, const char *person_id,
                           const char *reason, struct error *error)
{
    struct personal_text text = { .given = reason, .max = REASON_MAX, .is_required = true };
    bool is_own = false;
    enum status status = personal_texts_accept(&text, 1, error);
    if (status == STATUS_OK)
        status = act_join(store, &is_own, error);
    if (status == STATUS_OK) {
        status = hold_within(store, actor, person_id, text.accepted, error);
        status = act_commit(store, is_own, status, error);
    }
    personal_texts_release(&text, 1);
    return status;
}

static enum status write_lift(struct store *store, const char *actor, const char *person_id,
                              struct error *error)
{
    char now[MOMENT_TEXT_SIZE];
    struct query query;
    store_format_now(store, now);
    query_begin(&query, store, SQL_LIFT_HOLD);
    query_bind_text(&query, ":person", person_id);
    query_bind_text(&query, ":now", now);
    query_bind_text(&query, ":actor", actor);
    const enum status status = query_run(&query, error);
    return status == STATUS_OK && store_changed_rows(store) == 0
               ? error_set(error, STATUS_NOT_FOUND, "nothing holds the person")
               : status;
}

enum status retention_lift(struct store *store, const char *actor, const char *person_id,
                           struct error *error)
{
    bool is_own = false;
    struct act act = make_act(actor, "person.hold.lift", person_id);
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = write_lift(store, actor, person_id, error);
    status = act_end(&act, store, status, error);
    return act_commit(store, is_own, status, error);
}

/* ---- erasing those who are due */

static enum status forget_for_good(struct store *store, struct error *error)
{
    bool is_own = false;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = search_index_forget_for_good(store, error);
    return act_commit(store, is_own, status, error);
}

enum status retention_purge(struct store *store, const char *actor,
                            const struct retention_list *list, const char *reason,
                            const struct retention_watch *watch, long long *erased,
                            struct error *error)
{
    struct error later = { 0 };
    enum status status = STATUS_OK;
    *erased = 0;
    for (size_t i = 0; status == STATUS_OK && i < list->count; i++) {
        if (list->items[i].hold != NULL)
            continue;
        status = person_erase_one_of_many(store, actor, list->items[i].id, reason, error);
        *erased += status == STATUS_OK;
        if (status == STATUS_OK &&
            !watch->go_on(watch->self, (long long)i + 1, (long long)list->count))
            status = error_set(error, STATUS_INTERRUPTED, "purge");
    }
    /* Also when it was stopped: their sounds must not stay in the index. */
    const enum status written = *erased > 0 ? forget_for_good(store, &later) : STATUS_OK;
    if (status == STATUS_OK && written != STATUS_OK)
        *error = later;
    return status == STATUS_OK ? written : status;
}
