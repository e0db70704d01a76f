/* SPDX-License-Identifier: Apache-2.0 */
#include "journal/journal_note.h"

#include "journal/act.h"
#include "store/query.h"
#include "store/store.h"

#include <string.h>

enum { QUIET_MS = 10 * 60 * 1000 };

static const char SQL_IS_NOTED[] = "SELECT 1 FROM journal WHERE subject = :subject AND act = :act"
                                   " AND actor = :actor AND at BETWEEN :since AND :now LIMIT 1";
static const char SQL_READING[] =
    "SELECT json_object('from', :from, 'restricted', json(:restricted))";
static const char SQL_OUTPUT[] = "SELECT json_object('what', :what, 'records', :records)";
static const char SQL_TRIES[] =
    "SELECT json_object('tries', :count, 'first', :first, 'last', :last)";

static const char *const output_acts[] = {
    [JOURNAL_OUTPUT_EXPORT] = "output.export",
    [JOURNAL_OUTPUT_LIST] = "output.list",
    [JOURNAL_OUTPUT_PRINT] = "output.print",
};
_Static_assert(sizeof(output_acts) / sizeof(output_acts[0]) == JOURNAL_OUTPUT_WAY_COUNT,
               "every way has its act");

/* The query makes the JSON of "after"; this ends it. */
static enum status append(struct query *query, struct journal_entry *entry, struct error *error)
{
    struct store *store = query->store;
    enum status status = STATUS_OK;
    if (query_next_row(query)) {
        entry->after = query_text(query, 0);
        status = journal_append(store, entry, error);
    }
    const enum status ended = query_end(query, status == STATUS_OK ? error : NULL);
    return status == STATUS_OK ? ended : status;
}

/* ---- reading */

static enum status find_noted(struct store *store, const struct journal_entry *entry, bool *out,
                              struct error *error)
{
    char since[MOMENT_TEXT_SIZE], now[MOMENT_TEXT_SIZE];
    struct query query;
    moment_format(store_now(store) - QUIET_MS, since);
    store_format_now(store, now);
    query_begin(&query, store, SQL_IS_NOTED);
    query_bind_text(&query, ":subject", entry->subject);
    query_bind_text(&query, ":act", entry->act);
    query_bind_text(&query, ":actor", entry->actor);
    query_bind_text(&query, ":since", since);
    query_bind_text(&query, ":now", now);
    *out = query_next_row(&query);
    return query_end(&query, error);
}

static enum status add_reading(struct store *store, const struct journal_reading *reading,
                               struct journal_entry *entry, struct error *error)
{
    struct query query;
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, store, SQL_READING);
    query_bind_text(&query, ":from", reading->from);
    query_bind_text(&query, ":restricted", reading->is_restricted ? "true" : "false");
    status = append(&query, entry, error);
    return act_commit(store, is_own, status, error);
}

enum status journal_note_reading(struct store *store, const struct journal_reading *reading,
                                 struct error *error)
{
    bool is_noted = false;
    struct journal_entry entry = { .actor = reading->actor,
                                   .act = strcmp(reading->noun, "person") == 0 ? "person.read"
                                                                               : "casefile.read",
                                   .noun = reading->noun,
                                   .subject = reading->subject };
    if (store_is_read_only(store))
        return STATUS_OK;
    const enum status status = find_noted(store, &entry, &is_noted, error);
    return status != STATUS_OK || is_noted ? status : add_reading(store, reading, &entry, error);
}

/* ---- putting out */

enum status journal_note_output(struct store *store, const struct journal_output *output,
                                struct error *error)
{
    struct query query;
    bool is_own;
    struct journal_entry entry = { .actor = output->actor,
                                   .act = output_acts[output->way],
                                   .noun = output->noun,
                                   .subject = output->subject };
    if (store_is_read_only(store))
        return STATUS_OK;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, store, SQL_OUTPUT);
    query_bind_text(&query, ":what", output->what);
    query_bind_int64(&query, ":records", output->records);
    status = append(&query, &entry, error);
    return act_commit(store, is_own, status, error);
}

/* ---- coming in */

enum status journal_note_entrance(struct store *store, const char *actor, bool is_unlock,
                                  struct error *error)
{
    bool is_own;
    const struct journal_entry entry = { .actor = actor,
                                         .act = is_unlock ? "vault.unlock" : "vault.lock",
                                         .noun = "vault",
                                         .subject = "" };
    if (store_is_read_only(store))
        return STATUS_OK;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = journal_append(store, &entry, error);
    return act_commit(store, is_own, status, error);
}

enum status journal_note_tries(struct store *store, const char *actor,
                               const struct journal_tries *tries, struct error *error)
{
    struct query query;
    bool is_own;
    struct journal_entry entry = {
        .actor = actor, .act = "vault.unlock_failed", .noun = "vault", .subject = ""
    };
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, store, SQL_TRIES);
    query_bind_int64(&query, ":count", tries->count);
    query_bind_text(&query, ":first", tries->first);
    query_bind_text(&query, ":last", tries->last);
    status = append(&query, &entry, error);
    return act_commit(store, is_own, status, error);
}
