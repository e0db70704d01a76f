/* SPDX-License-Identifier: Apache-2.0 */
#include "journal/history.h"

#include "base/text.h"
#include "store/query.h"
#include "store/store.h"

#include <sodium.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A member that is the same on both sides comes twice, any other once. */
static const char SQL_DESCRIBE_CHANGE[] =
    "WITH member (name, type, value) AS ("
    " SELECT key, type, value FROM json_each(CASE WHEN json_valid(:before) THEN :before END)"
    " UNION ALL"
    " SELECT key, type, value FROM json_each(CASE WHEN json_valid(:after) THEN :after END)),"
    " changed (name) AS (SELECT DISTINCT name FROM member"
    " GROUP BY name, type, value HAVING count(*) = 1 ORDER BY name)"
    " SELECT json_patch(json_object('fields', json((SELECT json_group_array(name) FROM changed)),"
    " 'hash', :hash), CASE WHEN :person = :subject THEN '{}'"
    " ELSE json_object('person', :person) END)"
    " WHERE json_valid(:before) AND json_valid(:after)";
/* The same, but faster, for what is new or gone: an import adds a million people. */
static const char SQL_DESCRIBE_WHOLE[] =
    "SELECT json_patch(json_object('fields', json((SELECT json_group_array(key)"
    " FROM json_each(:words))), 'hash', :hash), CASE WHEN :person = :subject THEN '{}'"
    " ELSE json_object('person', :person) END) WHERE json_valid(:words)";
static const char SQL_ADD_HISTORY[] =
    "INSERT INTO history (person_id, journal_sequence, before, after, salt)"
    " VALUES (:person, (SELECT max(sequence) FROM journal), :before, :after, :salt)";
static const char SQL_LIST_HISTORY[] =
    "WITH entry (sequence, subject, person, hash) AS ("
    " SELECT sequence, subject, coalesce(json_extract(after, '$.person'), subject),"
    " CASE WHEN json_type(after, '$.fields') = 'array' THEN json_extract(after, '$.hash') END"
    " FROM journal),"
    " forgotten (sequence) AS (SELECT json_each.value FROM journal"
    " JOIN json_each(journal.after, '$.forgotten') WHERE journal.act = 'person.erase')"
    " SELECT entry.sequence, entry.hash, history.before, history.after, history.salt,"
    " history.person_id IS entry.person,"
    " CASE WHEN history.journal_sequence IS NULL THEN EXISTS ("
    "  SELECT 1 FROM person_erasure JOIN journal AS act ON act.subject = person_erasure.person_id"
    "  WHERE act.act = 'person.erase' AND person_erasure.person_id IN (entry.person, "
    "entry.subject)) OR entry.sequence IN (SELECT sequence FROM forgotten)"
    " OR entry.sequence IN (SELECT journal_sequence FROM sealed_history)"
    " END"
    " FROM entry LEFT JOIN history ON history.journal_sequence = entry.sequence"
    " WHERE entry.hash IS NOT NULL OR history.journal_sequence IS NOT NULL"
    " ORDER BY entry.sequence";

enum { HEX_SIZE = 2 * HISTORY_HASH_SIZE + 1, ROWS_BETWEEN_WATCHES = 1000 };

/* ---- The hash */

static void hash_text(crypto_generichash_state *state, const char *text)
{
    const size_t length = text == NULL ? 0 : strlen(text);
    const uint32_t prefix = text == NULL ? UINT32_MAX : (uint32_t)length;
    unsigned char bytes[4];
    for (size_t i = 0; i < sizeof(bytes); i++)
        bytes[i] = (unsigned char)(prefix >> (8 * i));
    crypto_generichash_update(state, bytes, sizeof(bytes));
    crypto_generichash_update(state, (const unsigned char *)text, length);
}

static void hash_words(char hex[HEX_SIZE], const unsigned char salt[HISTORY_SALT_SIZE],
                       const char *before, const char *after)
{
    unsigned char hash[HISTORY_HASH_SIZE];
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, sizeof(hash));
    crypto_generichash_update(&state, salt, HISTORY_SALT_SIZE);
    hash_text(&state, before);
    hash_text(&state, after);
    crypto_generichash_final(&state, hash, sizeof(hash));
    sodium_bin2hex(hex, HEX_SIZE, hash, sizeof(hash));
}

/* ---- Writing */

/* What the journal's entry says of the change; the caller frees it. */
static enum status describe_change(char **out, struct store *store,
                                   const struct journal_entry *entry, const char *person_id,
                                   const char *hash, struct error *error)
{
    enum status copied = STATUS_INVALID;
    struct query query;
    *out = NULL;
    if (entry->before != NULL && entry->after != NULL) {
        query_begin(&query, store, SQL_DESCRIBE_CHANGE);
        query_bind_text(&query, ":before", entry->before);
        query_bind_text(&query, ":after", entry->after);
    } else {
        query_begin(&query, store, SQL_DESCRIBE_WHOLE);
        query_bind_text(&query, ":words", entry->before == NULL ? entry->after : entry->before);
    }
    query_bind_text(&query, ":hash", hash);
    query_bind_text(&query, ":person", person_id);
    query_bind_text(&query, ":subject", entry->subject);
    if (query_next_row(&query))
        copied = text_copy(out, query_text(&query, 0), &query.failure);
    enum status status = query_end(&query, error);
    if (status == STATUS_OK && copied != STATUS_OK)
        status = error_set(error, copied, "before or after is not JSON");
    return status;
}

static enum status add_history(struct store *store, const struct journal_entry *entry,
                               const char *person_id, const unsigned char salt[HISTORY_SALT_SIZE],
                               struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_ADD_HISTORY);
    query_bind_text(&query, ":person", person_id);
    query_bind_text(&query, ":before", entry->before);
    query_bind_text(&query, ":after", entry->after);
    query_bind_blob(&query, ":salt", salt, HISTORY_SALT_SIZE);
    return query_run(&query, error);
}

enum status history_append(struct store *store, const struct journal_entry *entry,
                           const char *person_id, struct error *error)
{
    if (entry->before == NULL && entry->after == NULL)
        return error_set(error, STATUS_INVALID, "a history without before and after");
    unsigned char salt[HISTORY_SALT_SIZE];
    char hash[HEX_SIZE];
    randombytes_buf(salt, sizeof(salt));
    hash_words(hash, salt, entry->before, entry->after);

    struct journal_entry written = *entry;
    char *description = NULL;
    enum status status = describe_change(&description, store, entry, person_id, hash, error);
    written.before = NULL;
    written.after = description;
    if (status == STATUS_OK)
        status = journal_append(store, &written, error);
    if (status == STATUS_OK)
        status = add_history(store, entry, person_id, salt, error);
    free(description);
    return status;
}

/* ---- Verifying */

static const char *text_or_null(struct query *query, int column)
{
    return query_is_null(query, column) ? NULL : query_text(query, column);
}

static bool has_the_hash(struct query *query)
{
    size_t size = 0;
    char hex[HEX_SIZE];
    const unsigned char *salt = query_blob(query, 4, &size);
    if (size != HISTORY_SALT_SIZE)
        return false;
    hash_words(hex, salt, text_or_null(query, 2), text_or_null(query, 3));
    return strcmp(hex, query_text(query, 1)) == 0;
}

static enum status check_row(struct query *query, struct error *error)
{
    const long long sequence = query_int64(query, 0);
    const char *fault = NULL;
    if (query_is_null(query, 1))
        fault = "knows nothing of its history";
    else if (query_is_null(query, 4))
        fault = query_int(query, 6) == 1 ? NULL : "misses its history";
    else if (query_int(query, 5) != 1)
        fault = "has the history of somebody else";
    else if (!has_the_hash(query))
        fault = "has another history than it says";
    if (fault == NULL)
        return STATUS_OK;
    return error_set_number(error, STATUS_JOURNAL_BROKEN, sequence, "entry %lld %s", sequence,
                            fault);
}

enum status history_verify(struct store *store, const struct journal_watch *watch,
                           struct error *error)
{
    long long done = 0;
    struct query query;
    query_begin(&query, store, SQL_LIST_HISTORY);
    while (query_next_row(&query)) {
        struct error fault;
        if (check_row(&query, &fault) != STATUS_OK && query.failure.status == STATUS_OK)
            query.failure = fault;
        done++;
        if (query.failure.status == STATUS_OK && watch != NULL &&
            done % ROWS_BETWEEN_WATCHES == 0 && !watch->go_on(watch->self, done))
            (void)error_set(&query.failure, STATUS_INTERRUPTED, "stopped at row %lld", done);
    }
    return query_end(&query, error);
}
