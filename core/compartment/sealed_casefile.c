/* SPDX-License-Identifier: Apache-2.0 */

/* Opening a sealed casefile for one act, and sealing it again. */
#include "compartment/sealed_private.h"
#include "compartment/shadow.h"

#include "store/query.h"
#include "store/store.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char SEALED_STEP[] = "restricted";

static const char SQL_FIND_BODY[] = "SELECT body FROM main.sealed_casefile WHERE casefile_id = :id";
static const char SQL_IS_SEALED[] = "SELECT 1 FROM main.sealed_casefile WHERE casefile_id = :id";
static const char SQL_FIND_RECORD[] =
    "SELECT casefile_id FROM main.sealed_record WHERE reference = :record"
    " UNION ALL SELECT casefile_id FROM main.sealed_record WHERE length(:record) >= 8"
    " AND id >= :record AND id < :record || 'g'"
    " UNION ALL SELECT casefile_id FROM main.sealed_casefile WHERE casefile_id = :record"
    " UNION ALL SELECT id FROM main.casefile"
    " WHERE number IN (:record, substr(:record, 1, instr(:record || '-R', '-R') - 1)) LIMIT 1";
static const char SQL_WRITE_BODY[] =
    "INSERT INTO main.sealed_casefile (casefile_id, body, sealed_at) VALUES (:id, :body, :now)"
    " ON CONFLICT (casefile_id) DO UPDATE SET body = excluded.body, sealed_at = excluded.sealed_at";

/* What shows of it outside.  The task keeps its id, so that a list stays where it is. */
static const char SQL_END_TASK[] =
    "DELETE FROM main.task WHERE casefile_id = :id AND NOT (step IS 'restricted'"
    " AND EXISTS (SELECT 1 FROM temp.task WHERE state = 'open'))";
static const char SQL_MAKE_TASK[] =
    "INSERT INTO main.task (id, casefile_id, step, kind, assigned_to, is_urgent, since, due_on,"
    " remind_on, state, created_at, created_by)"
    " SELECT id, :id, 'restricted', 'step', assigned_to, max(is_urgent), min(since), min(due_on),"
    " CASE WHEN min(remind_on) <= min(due_on) THEN min(remind_on) END, 'open', min(created_at),"
    " created_by FROM temp.task WHERE state = 'open'"
    " GROUP BY casefile_id"
    " ON CONFLICT (casefile_id, step) WHERE state = 'open' AND kind <> 'own' DO UPDATE SET"
    " assigned_to = excluded.assigned_to, is_urgent = excluded.is_urgent, since = excluded.since,"
    " due_on = excluded.due_on, remind_on = excluded.remind_on";
static const char SQL_END_APPOINTMENTS[] = "DELETE FROM main.appointment WHERE casefile_id = :id";
static const char SQL_MAKE_APPOINTMENTS[] =
    "INSERT INTO main.appointment (id, casefile_id, person_id, user_id, day, time, minutes, about,"
    " state) SELECT id, casefile_id, person_id, user_id, day, time, minutes, '', state"
    " FROM temp.appointment";
static const char SQL_END_APPROVALS[] = "DELETE FROM main.approval WHERE casefile_id = :id";
static const char SQL_MAKE_APPROVALS[] =
    "INSERT INTO main.approval (casefile_id, kind, step, asked_at, asked_by, state)"
    " SELECT casefile_id, kind, CASE kind WHEN 'step' THEN 'restricted' ELSE '' END, min(asked_at),"
    " asked_by, 'pending' FROM temp.approval WHERE state = 'pending' GROUP BY kind";
static const char SQL_END_RECORDS[] = "DELETE FROM main.sealed_record WHERE casefile_id = :id";
static const char SQL_MAKE_RECORDS[] =
    "INSERT INTO main.sealed_record (id, casefile_id, reference)"
    " SELECT id, :id, NULL FROM temp.note UNION ALL SELECT id, :id, NULL FROM temp.document_request"
    " UNION ALL SELECT id, :id, NULL FROM temp.document_request_step"
    " UNION ALL SELECT id, :id, NULL FROM temp.appointment"
    " UNION ALL SELECT id, :id, NULL FROM temp.task WHERE kind = 'own'"
    " UNION ALL SELECT id, :id, coalesce(code, number) FROM temp.referral";
static const char SQL_NOTE_HISTORY[] =
    "INSERT OR IGNORE INTO main.sealed_history (journal_sequence, casefile_id)"
    " SELECT journal_sequence, :id FROM temp.history";

enum { PADDING = 1024 }; /* sizes tell less of what is inside */

enum status sealed_run(struct store *store, const char *sql, const char *casefile_id,
                       struct error *error)
{
    struct query query;
    query_begin(&query, store, sql);
    query_bind_text(&query, ":id", casefile_id);
    return query_run(&query, error);
}

/* ---- The body */

enum status sealed_collect(struct content *out, struct store *store, const char *casefile_id,
                           bool is_opened, struct error *error)
{
    enum status status = content_begin(out, error);
    for (size_t i = 0; status == STATUS_OK && i < shadow_table_count; i++) {
        const struct shadow_table *table = &shadow_tables[i];
        status = content_append(out, store, table->name, is_opened ? table->all : table->select,
                                casefile_id, error);
    }
    if (status != STATUS_OK)
        content_release(out);
    return status;
}

static enum status pad(struct content *padded, const struct content *content, struct error *error)
{
    size_t length = 0;
    padded->capacity = content->length + PADDING;
    padded->bytes = calloc(1, padded->capacity);
    if (padded->bytes == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "sealing a casefile");
    memcpy(padded->bytes, content->bytes, content->length);
    if (sodium_pad(&length, padded->bytes, content->length, PADDING, padded->capacity) != 0)
        return error_set(error, STATUS_INTERNAL, "padding");
    padded->length = length;
    return STATUS_OK;
}

static enum status write_box(struct store *store, const char *casefile_id, const unsigned char *box,
                             size_t length, struct error *error)
{
    char now[MOMENT_TEXT_SIZE];
    struct query query;
    store_format_now(store, now);
    query_begin(&query, store, SQL_WRITE_BODY);
    query_bind_text(&query, ":id", casefile_id);
    query_bind_blob(&query, ":body", box, length);
    query_bind_text(&query, ":now", now);
    return query_run(&query, error);
}

enum status sealed_write_body(struct store *store, const char *casefile_id,
                              const struct secret *key, const struct content *content,
                              struct error *error)
{
    struct content padded = { .bytes = NULL };
    unsigned char *box = NULL;
    size_t length = 0;
    enum status status = pad(&padded, content, error);
    if (status == STATUS_OK)
        status = sealed_box(&box, &length, SEALED_BODY, casefile_id, key, padded.bytes,
                            padded.length, error);
    if (status == STATUS_OK)
        status = write_box(store, casefile_id, box, length, error);
    content_release(&padded);
    free(box);
    return status;
}

static enum status read_body(struct content *out, struct store *store, const char *casefile_id,
                             const struct secret *key, struct error *error)
{
    struct query query;
    size_t length = 0;
    enum status status = STATUS_OK;
    *out = (struct content){ .bytes = NULL };
    query_begin(&query, store, SQL_FIND_BODY);
    query_bind_text(&query, ":id", casefile_id);
    if (query_next_row(&query)) {
        const unsigned char *box = query_blob(&query, 0, &length);
        status = sealed_unbox(out, SEALED_BODY, casefile_id, key, box, length, error);
    }
    const enum status ended = query_end_found(&query, status == STATUS_OK ? error : NULL);
    status = status == STATUS_OK ? ended : status;
    if (status == STATUS_OK && sodium_unpad(&length, out->bytes, out->length, PADDING) != 0)
        status = error_set(error, STATUS_DAMAGED, "the end of a sealed casefile");
    if (status == STATUS_OK)
        out->length = length;
    else
        content_release(out);
    return status;
}

enum status sealed_write_mask(struct store *store, const char *casefile_id, struct error *error)
{
    static const char *const steps[] = { SQL_END_TASK,         SQL_MAKE_TASK,
                                         SQL_END_APPOINTMENTS, SQL_MAKE_APPOINTMENTS,
                                         SQL_END_APPROVALS,    SQL_MAKE_APPROVALS,
                                         SQL_END_RECORDS,      SQL_MAKE_RECORDS,
                                         SQL_NOTE_HISTORY };
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof(steps) / sizeof(steps[0]); i++)
        status = strstr(steps[i], ":id") == NULL ? store_execute(store, steps[i], error)
                                                 : sealed_run(store, steps[i], casefile_id, error);
    return status;
}

/* ---- Opening and closing */

static enum status is_sealed(struct store *store, const char *casefile_id, bool *out,
                             struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_IS_SEALED);
    query_bind_text(&query, ":id", casefile_id);
    *out = query_next_row(&query);
    return query_end(&query, error);
}

static enum status restore(struct keyring *keyring, struct store *store, const char *casefile_id,
                           struct error *error)
{
    struct error ignored;
    struct content content = { .bytes = NULL };
    enum status status = read_body(&content, store, casefile_id, keyring->opened.key, error);
    if (status == STATUS_OK)
        status = shadow_make(store, error);
    if (status != STATUS_OK) {
        content_release(&content);
        return status;
    }
    status = content_restore(content.bytes, content.length, store, error);
    content_release(&content);
    if (status != STATUS_OK && shadow_drop(store, &ignored) != STATUS_OK)
        return error_set(error, STATUS_INTERNAL, "the tables of a casefile stay");
    return status;
}

static enum status open_sealed(struct store *store, const char *casefile_id, struct error *error)
{
    struct keyring *keyring = store_keyring(store);
    struct secret *key = NULL;
    enum status status = sealed_find_key(&key, store, keyring, casefile_id, NULL, error);
    if (status != STATUS_OK)
        return status;
    keyring->opened.key = key;
    status = restore(keyring, store, casefile_id, error);
    if (status != STATUS_OK) {
        secret_free(&keyring->opened.key);
        return status;
    }
    snprintf(keyring->opened.id, sizeof(keyring->opened.id), "%s", casefile_id);
    keyring->opened.depth = 1;
    keyring->opened.changes = sqlite3_total_changes64(store_handle(store));
    return STATUS_OK;
}

enum status sealed_open(struct store *store, const char *casefile_id,
                        struct sealed_opening *opening, struct error *error)
{
    struct keyring *keyring = store_keyring(store);
    bool found = false;
    *opening = (struct sealed_opening){ .is_opened = false };
    if (keyring != NULL && keyring->has_leftovers) {
        /* Acts on other casefiles would be lost in them. */
        const enum status status = shadow_drop(store, error);
        if (status != STATUS_OK)
            return status;
        keyring->has_leftovers = false;
    }
    if (casefile_id == NULL || casefile_id[0] == '\0')
        return STATUS_OK;
    if (keyring != NULL && keyring->opened.depth > 0) {
        if (strcmp(keyring->opened.id, casefile_id) != 0)
            return error_set(error, STATUS_INTERNAL, "another casefile is opened");
        keyring->opened.depth++;
        opening->is_opened = true;
        return STATUS_OK;
    }
    enum status status = is_sealed(store, casefile_id, &found, error);
    if (status == STATUS_OK && found)
        status = open_sealed(store, casefile_id, error);
    opening->is_opened = status == STATUS_OK && found;
    return status;
}

enum status sealed_open_record(struct store *store, const char *record,
                               struct sealed_opening *opening, struct error *error)
{
    char casefile_id[UUID_TEXT_SIZE] = "";
    struct query query;
    *opening = (struct sealed_opening){ .is_opened = false };
    if (record == NULL || record[0] == '\0')
        return STATUS_OK;
    if (sealed_is_opened(store))
        return sealed_open(store, store_keyring(store)->opened.id, opening, error);
    query_begin(&query, store, SQL_FIND_RECORD);
    query_bind_text(&query, ":record", record);
    if (query_next_row(&query))
        query_copy_text(&query, 0, casefile_id, sizeof(casefile_id));
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK || casefile_id[0] == '\0')
        return status;
    return sealed_open(store, casefile_id, opening, error);
}

void sealed_stop(struct store *store)
{
    store_keyring(store)->opened.is_stopped = true;
}

static enum status seal_again(struct store *store, struct opened_casefile *opened,
                              struct error *error)
{
    struct content content = { .bytes = NULL };
    if (opened->is_stopped || sqlite3_total_changes64(store_handle(store)) == opened->changes)
        return STATUS_OK;
    if (!store_is_in_transaction(store))
        return error_set(error, STATUS_INTERNAL, "a sealed casefile is written outside of an act");
    enum status status = sealed_collect(&content, store, opened->id, true, error);
    if (status == STATUS_OK)
        status = sealed_write_body(store, opened->id, opened->key, &content, error);
    if (status == STATUS_OK)
        status = sealed_write_mask(store, opened->id, error);
    content_release(&content);
    return status;
}

enum status sealed_close(struct store *store, struct sealed_opening *opening, enum status so_far,
                         struct error *error)
{
    if (!opening->is_opened)
        return so_far;
    struct opened_casefile *opened = &store_keyring(store)->opened;
    enum status status = so_far;
    opening->is_opened = false;
    if (--opened->depth > 0)
        return status;
    if (status == STATUS_OK)
        status = seal_again(store, opened, error);
    const enum status dropped = shadow_drop(store, status == STATUS_OK ? error : NULL);
    store_keyring(store)->has_leftovers = dropped != STATUS_OK;
    secret_free(&opened->key);
    *opened = (struct opened_casefile){ .depth = 0 };
    return status == STATUS_OK ? dropped : status;
}

bool sealed_is_opened(const struct store *store)
{
    const struct keyring *keyring = store_keyring(store);
    return keyring != NULL && keyring->opened.depth > 0;
}

bool sealed_is_opened_one(const struct store *store, const char *casefile_id)
{
    return sealed_is_opened(store) && strcmp(store_keyring(store)->opened.id, casefile_id) == 0;
}

enum status sealed_look(struct store *store, const char *casefile_id, bool *found, bool *opens,
                        struct error *error)
{
    struct secret *key = NULL;
    *opens = false;
    enum status status = is_sealed(store, casefile_id, found, error);
    if (status != STATUS_OK || !*found)
        return status;
    status = sealed_find_key(&key, store, store_keyring(store), casefile_id, NULL, error);
    *opens = status == STATUS_OK;
    secret_free(&key);
    return status == STATUS_RESTRICTED ? STATUS_OK : status;
}
