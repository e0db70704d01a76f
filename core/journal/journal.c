/* SPDX-License-Identifier: Apache-2.0 */
#include "journal/journal.h"

#include "store/query.h"
#include "store/store.h"
#include "store/vault_state.h"

#include <sodium.h>
#include <stdint.h>
#include <string.h>

static const char SQL_FIND_LAST[] =
    "SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1";
static const char SQL_ADD_ENTRY[] =
    "INSERT INTO journal (sequence, at, actor, act, noun, subject, before, after, hash)"
    " SELECT :sequence, :at, :actor, :act, :noun, :subject, :before, :after, :hash"
    " WHERE (:before IS NULL OR json_valid(:before)) AND (:after IS NULL OR json_valid(:after))";
static const char SQL_LIST_ALL[] =
    "SELECT sequence, at, actor, act, noun, subject, before, after, hash FROM journal"
    " ORDER BY sequence";
static const char SQL_FIND_HASH[] = "SELECT sequence FROM journal WHERE hash = :hash";

const char JOURNAL_ACTOR_RECOVERY[] = "recovery";
const char JOURNAL_ACTOR_SYSTEM[] = "system";

static const char CHAIN_LABEL[] = "qadam journal 1";
static const uint32_t NULL_TEXT = UINT32_MAX;

enum { ENTRIES_BETWEEN_WATCHES = 1000 };

/* ---- The hash */

static void hash_number(crypto_generichash_state *state, uint64_t number, size_t size)
{
    unsigned char bytes[8];
    for (size_t i = 0; i < size; i++)
        bytes[i] = (unsigned char)(number >> (8 * i));
    crypto_generichash_update(state, bytes, size);
}

static void hash_text(crypto_generichash_state *state, const char *text)
{
    const size_t length = text == NULL ? 0 : strlen(text);
    hash_number(state, text == NULL ? NULL_TEXT : length, 4);
    crypto_generichash_update(state, (const unsigned char *)text, length);
}

/* hash holds the hash before and becomes the one of this record. */
static void hash_record(unsigned char hash[JOURNAL_HASH_SIZE], const struct journal_record *record)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, JOURNAL_HASH_SIZE);
    crypto_generichash_update(&state, hash, JOURNAL_HASH_SIZE);
    hash_number(&state, (uint64_t)record->sequence, 8);
    hash_text(&state, record->at);
    hash_text(&state, record->entry.actor);
    hash_text(&state, record->entry.act);
    hash_text(&state, record->entry.noun);
    hash_text(&state, record->entry.subject);
    hash_text(&state, record->entry.before);
    hash_text(&state, record->entry.after);
    crypto_generichash_final(&state, hash, JOURNAL_HASH_SIZE);
}

static enum status hash_beginning(struct store *store, unsigned char hash[JOURNAL_HASH_SIZE],
                                  struct error *error)
{
    struct vault_state office;
    const enum status status = vault_state_find(store, &office, error);
    if (status != STATUS_OK)
        return status;
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, JOURNAL_HASH_SIZE);
    crypto_generichash_update(&state, (const unsigned char *)CHAIN_LABEL, sizeof(CHAIN_LABEL) - 1);
    crypto_generichash_update(&state, (const unsigned char *)office.office_id,
                              strlen(office.office_id));
    crypto_generichash_final(&state, hash, JOURNAL_HASH_SIZE);
    return STATUS_OK;
}

/* ---- Writing */

static enum status find_last(struct store *store, struct journal_state *out, struct error *error)
{
    out->count = 0;
    struct query query;
    query_begin(&query, store, SQL_FIND_LAST);
    if (query_next_row(&query)) {
        size_t size = 0;
        out->count = query_int64(&query, 0);
        const void *hash = query_blob(&query, 1, &size);
        if (size == JOURNAL_HASH_SIZE)
            memcpy(out->head, hash, JOURNAL_HASH_SIZE);
        else
            (void)error_set_number(&query.failure, STATUS_JOURNAL_BROKEN, out->count,
                                   "hash of %zu bytes", size);
    }
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK || out->count > 0)
        return status;
    return hash_beginning(store, out->head, error);
}

static enum status add_record(struct store *store, const struct journal_record *record,
                              struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_ADD_ENTRY);
    query_bind_int64(&query, ":sequence", record->sequence);
    query_bind_text(&query, ":at", record->at);
    query_bind_text(&query, ":actor", record->entry.actor);
    query_bind_text(&query, ":act", record->entry.act);
    query_bind_text(&query, ":noun", record->entry.noun);
    query_bind_text(&query, ":subject", record->entry.subject);
    query_bind_text(&query, ":before", record->entry.before);
    query_bind_text(&query, ":after", record->entry.after);
    query_bind_blob(&query, ":hash", record->hash, JOURNAL_HASH_SIZE);
    const enum status status = query_run(&query, error);
    if (status == STATUS_OK && store_changed_rows(store) != 1)
        return error_set(error, STATUS_INVALID, "before or after is not JSON");
    return status;
}

enum status journal_append(struct store *store, const struct journal_entry *entry,
                           struct error *error)
{
    if (!store_is_in_transaction(store))
        return error_set(error, STATUS_INTERNAL, "a journal entry needs the act's transaction");
    struct journal_state last;
    const enum status status = find_last(store, &last, error);
    if (status != STATUS_OK)
        return status;

    char now[MOMENT_TEXT_SIZE];
    store_format_now(store, now);
    const struct journal_record record = {
        .sequence = last.count + 1, .at = now, .entry = *entry, .hash = last.head
    };
    hash_record(last.head, &record);
    return add_record(store, &record, error);
}

/* ---- Reading */

static const char *text_or_null(struct query *query, int column)
{
    return query_is_null(query, column) ? NULL : query_text(query, column);
}

void journal_read_record(struct query *query, struct journal_record *out)
{
    size_t size = 0;
    out->sequence = query_int64(query, 0);
    out->at = query_text(query, 1);
    out->entry = (struct journal_entry){ .actor = query_text(query, 2),
                                         .act = query_text(query, 3),
                                         .noun = query_text(query, 4),
                                         .subject = query_text(query, 5),
                                         .before = text_or_null(query, 6),
                                         .after = text_or_null(query, 7) };
    out->hash = query_blob(query, 8, &size);
    if (size != JOURNAL_HASH_SIZE && query->failure.status == STATUS_OK)
        (void)error_set_number(&query->failure, STATUS_JOURNAL_BROKEN, out->sequence,
                               "hash of %zu bytes", size);
}

/* Compares a record with what must come next, and moves on to it. */
static enum status follow(struct journal_state *state, const struct journal_record *record,
                          struct error *error)
{
    const long long expected = state->count + 1;
    if (record->sequence != expected)
        return error_set_number(error, STATUS_JOURNAL_BROKEN, expected,
                                "entry %lld follows entry %lld", record->sequence, state->count);
    hash_record(state->head, record);
    if (sodium_memcmp(state->head, record->hash, JOURNAL_HASH_SIZE) != 0)
        return error_set_number(error, STATUS_JOURNAL_BROKEN, expected,
                                "the hash of entry %lld does not follow", expected);
    state->count = expected;
    return STATUS_OK;
}

enum status journal_verify(struct store *store, const struct journal_watch *watch,
                           struct journal_state *out, struct error *error)
{
    out->count = 0;
    const enum status status = hash_beginning(store, out->head, error);
    if (status != STATUS_OK)
        return status;
    struct query query;
    query_begin(&query, store, SQL_LIST_ALL);
    while (query_next_row(&query)) {
        struct journal_record record;
        journal_read_record(&query, &record);
        if (query.failure.status == STATUS_OK)
            (void)follow(out, &record, &query.failure);
        if (query.failure.status == STATUS_OK && watch != NULL &&
            out->count % ENTRIES_BETWEEN_WATCHES == 0 && !watch->go_on(watch->self, out->count))
            (void)error_set(&query.failure, STATUS_INTERRUPTED, "stopped at entry %lld",
                            out->count);
    }
    return query_end(&query, error);
}

enum status journal_find_head(struct store *store, const unsigned char hash[JOURNAL_HASH_SIZE],
                              long long *sequence, struct error *error)
{
    unsigned char beginning[JOURNAL_HASH_SIZE];
    const enum status status = hash_beginning(store, beginning, error);
    if (status != STATUS_OK)
        return status;
    *sequence = 0;
    if (sodium_memcmp(beginning, hash, JOURNAL_HASH_SIZE) == 0)
        return STATUS_OK;
    struct query query;
    query_begin(&query, store, SQL_FIND_HASH);
    query_bind_blob(&query, ":hash", hash, JOURNAL_HASH_SIZE);
    if (query_next_row(&query))
        *sequence = query_int64(&query, 0);
    return query_end_found(&query, error);
}
