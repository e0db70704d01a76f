/* SPDX-License-Identifier: Apache-2.0 */

/* Making a casefile a sealed one, and an ordinary one again; who else reads it. */
#include "compartment/sealed_private.h"
#include "compartment/shadow.h"

#include "base/array.h"
#include "store/query.h"
#include "store/store.h"

#include <string.h>

/* The index of notes keeps words until its parts are merged. */
static const char SQL_FORGET_WORDS[] =
    "INSERT INTO main.note_index (note_index, rowid, body) SELECT 'delete', number, body"
    " FROM main.note_search JOIN main.note ON note.id = note_id WHERE casefile_id = :id";
static const char SQL_FORGET_NUMBERS[] = "DELETE FROM main.note_search WHERE note_id IN"
                                         " (SELECT id FROM main.note WHERE casefile_id = :id)";
static const char SQL_MERGE_INDEX[] =
    "INSERT INTO main.note_index (note_index) VALUES ('optimize')";
static const char SQL_LEARN_NUMBERS[] =
    "INSERT INTO main.note_search (note_id) SELECT id FROM main.note WHERE casefile_id = :id";
static const char SQL_LEARN_WORDS[] =
    "INSERT INTO main.note_index (rowid, body) SELECT number, body"
    " FROM main.note_search JOIN main.note ON note.id = note_id WHERE casefile_id = :id";
/* A correction refers to the note that was wrong, in the same table. */
static const char SQL_LOOSEN_NOTES[] =
    "UPDATE main.note SET corrects = NULL WHERE casefile_id = :id";
/* What would tell of it outside: alerts with what they say, and that its person fears a country.  A
 * contact of the hotline belongs to it no more. */
static const char *const conceal[] = {
    "UPDATE main.casefile_alert SET indication = '', remark = NULL WHERE casefile_id = :id",
    "UPDATE main.casefile SET bars_origin = NULL WHERE id = :id",
    "UPDATE main.hotline SET casefile_id = NULL WHERE casefile_id = :id",
};
static const char SQL_END_TASK[] = "DELETE FROM main.task WHERE casefile_id = :id";
static const char SQL_END_APPROVALS[] = "DELETE FROM main.approval WHERE casefile_id = :id";
static const char SQL_END_APPOINTMENTS[] = "DELETE FROM main.appointment WHERE casefile_id = :id";
static const char *const forget_sealed[] = {
    "DELETE FROM main.sealed_casefile WHERE casefile_id = :id",
    "DELETE FROM main.sealed_casefile_key WHERE casefile_id = :id",
    "DELETE FROM main.sealed_record WHERE casefile_id = :id",
    "DELETE FROM main.sealed_history WHERE casefile_id = :id",
};
static const char SQL_FIND_PUBLIC_KEY[] =
    "SELECT public_key, role IN ('counsellor', 'supervisor', 'protection_officer') FROM user"
    " WHERE id = :user AND state = 'active'";
static const char SQL_MAKE_STALE[] = "UPDATE compartment SET is_stale = 1";
static const char SQL_LIST_READING[] =
    "SELECT casefile_id FROM sealed_casefile_key WHERE holder = :user";
static const char SQL_REMOVE_READER[] =
    "DELETE FROM sealed_casefile_key WHERE casefile_id = :id AND holder = :user";

const char SEALED_DETAIL_ROLE[] = "the role reads no restricted casefile";

/* ---- Sealing */

static enum status remove_rows(struct store *store, const char *casefile_id, struct error *error)
{
    enum status status = sealed_run(store, SQL_FORGET_WORDS, casefile_id, error);
    if (status == STATUS_OK)
        status = sealed_run(store, SQL_FORGET_NUMBERS, casefile_id, error);
    if (status == STATUS_OK)
        status = store_execute(store, SQL_MERGE_INDEX, error);
    if (status == STATUS_OK)
        status = sealed_run(store, SQL_LOOSEN_NOTES, casefile_id, error);
    /* The history is found by the other records, and nothing refers to it; else what refers to
     * others stands behind them. */
    if (status == STATUS_OK)
        status = sealed_run(store, shadow_tables[0].remove, casefile_id, error);
    for (size_t i = shadow_table_count - 1; status == STATUS_OK && i > 0; i--)
        status = sealed_run(store, shadow_tables[i].remove, casefile_id, error);
    for (size_t i = 0; status == STATUS_OK && i < sizeof(conceal) / sizeof(conceal[0]); i++)
        status = sealed_run(store, conceal[i], casefile_id, error);
    return status;
}

void sealed_forget_log(struct store *store)
{
    struct error ignored;
    if (store_checkpoint(store, &ignored) != STATUS_OK)
        return;
}

/* What shows of it is computed from its opened tables. */
static enum status write_first_mask(struct store *store, const char *casefile_id,
                                    const struct content *content, struct error *error)
{
    enum status status = shadow_make(store, error);
    if (status != STATUS_OK)
        return status;
    status = content_restore(content->bytes, content->length, store, error);
    if (status == STATUS_OK)
        status = sealed_write_mask(store, casefile_id, error);
    const enum status dropped = shadow_drop(store, status == STATUS_OK ? error : NULL);
    return status == STATUS_OK ? dropped : status;
}

static enum status find_public_key(struct store *store, const char *user_id,
                                   unsigned char out[PUBLIC_KEY_SIZE], struct error *error)
{
    struct query query;
    size_t size = 0;
    query_begin(&query, store, SQL_FIND_PUBLIC_KEY);
    query_bind_text(&query, ":user", user_id);
    if (query_next_row(&query)) {
        const void *bytes = query_blob(&query, 0, &size);
        if (size == PUBLIC_KEY_SIZE)
            memcpy(out, bytes, PUBLIC_KEY_SIZE);
        if (query_int(&query, 1) == 0)
            (void)error_set(&query.failure, STATUS_REFUSED, "%s", SEALED_DETAIL_ROLE);
    }
    return query_end_found(&query, error);
}

static enum status give_key(struct store *store, const char *casefile_id, const char *user_id,
                            const struct secret *key, struct error *error)
{
    unsigned char public_key[PUBLIC_KEY_SIZE] = { 0 };
    const enum status status = find_public_key(store, user_id, public_key, error);
    if (status != STATUS_OK)
        return status;
    return sealed_write_reader_key(store, casefile_id, user_id, key, public_key, error);
}

static enum status seal_content(struct store *store, const char *casefile_id,
                                const struct sealing *sealing, const struct content *content,
                                const struct secret *key, struct error *error)
{
    enum status status = sealed_write_body(store, casefile_id, key, content, error);
    if (status == STATUS_OK)
        status = sealed_write_keys(store, casefile_id, key, sealing->set, error);
    if (status == STATUS_OK && sealing->reader != NULL)
        status = give_key(store, casefile_id, sealing->reader, key, error);
    return status;
}

enum status sealed_seal(struct store *store, const char *casefile_id, const struct sealing *sealing,
                        struct error *error)
{
    struct content content = { .bytes = NULL };
    struct secret *key = NULL;
    bool is_sealed = false, opens = false;
    if (sealing->set == 0 || sealed_is_opened(store) || !store_is_in_transaction(store))
        return error_set(error, STATUS_INTERNAL, "sealing without a compartment or an act");
    enum status status = sealed_look(store, casefile_id, &is_sealed, &opens, error);
    if (status == STATUS_OK && is_sealed)
        status = error_set(error, STATUS_EXISTS, "sealed already");
    if (status == STATUS_OK)
        status = sealed_collect(&content, store, casefile_id, false, error);
    if (status == STATUS_OK)
        status = secret_random(&key, KEY_SIZE, error);
    if (status == STATUS_OK)
        status = seal_content(store, casefile_id, sealing, &content, key, error);
    if (status == STATUS_OK)
        status = remove_rows(store, casefile_id, error);
    if (status == STATUS_OK)
        status = write_first_mask(store, casefile_id, &content, error);
    if (status == STATUS_OK)
        status = sealed_move_drafts(store, casefile_id, NULL, key, error);
    secret_free(&key);
    content_release(&content);
    return status;
}

enum status sealed_add(struct store *store, const char *casefile_id, unsigned set,
                       struct error *error)
{
    struct secret *key = NULL;
    unsigned where = 0;
    enum status status =
        sealed_find_key(&key, store, store_keyring(store), casefile_id, &where, error);
    /* Those that this session does not hold cannot be told apart, so they keep what they have. */
    if (status == STATUS_OK && (set & ~where) != 0)
        status = sealed_write_further_keys(store, casefile_id, key, set & ~where, error);
    secret_free(&key);
    return status;
}

enum status sealed_where(struct store *store, const char *casefile_id, unsigned *set,
                         struct error *error)
{
    struct secret *key = NULL;
    const enum status status =
        sealed_find_key(&key, store, store_keyring(store), casefile_id, set, error);
    secret_free(&key);
    return status;
}

/* ---- An ordinary casefile again */

static enum status put_back(struct store *store, const char *casefile_id, struct error *error)
{
    enum status status = sealed_run(store, SQL_END_TASK, casefile_id, error);
    if (status == STATUS_OK)
        status = sealed_run(store, SQL_END_APPOINTMENTS, casefile_id, error);
    if (status == STATUS_OK)
        status = sealed_run(store, SQL_END_APPROVALS, casefile_id, error);
    for (size_t i = 0; status == STATUS_OK && i < shadow_table_count; i++)
        status = store_execute(store, shadow_tables[i].restore, error);
    return status;
}

static enum status forget(struct store *store, const char *casefile_id, struct error *error)
{
    enum status status = sealed_run(store, SQL_LEARN_NUMBERS, casefile_id, error);
    if (status == STATUS_OK)
        status = sealed_run(store, SQL_LEARN_WORDS, casefile_id, error);
    for (size_t i = 0; status == STATUS_OK && i < sizeof(forget_sealed) / sizeof(char *); i++)
        status = sealed_run(store, forget_sealed[i], casefile_id, error);
    return status;
}

/* Whoever only looks into it in an emergency does not open it to all. */
static enum status require_reader(struct store *store, const char *casefile_id, struct error *error)
{
    struct secret *key = NULL;
    bool is_sealed = false, opens = false;
    enum status status = sealed_look(store, casefile_id, &is_sealed, &opens, error);
    if (status == STATUS_OK && is_sealed)
        status = sealed_find_key_as_reader(&key, store, store_keyring(store), casefile_id, error);
    secret_free(&key);
    return status;
}

enum status sealed_unseal(struct store *store, const char *casefile_id, struct error *error)
{
    struct sealed_opening opening;
    if (sealed_is_opened(store) || !store_is_in_transaction(store))
        return error_set(error, STATUS_INTERNAL, "unsealing outside of an act");
    enum status status = require_reader(store, casefile_id, error);
    if (status == STATUS_OK)
        status = sealed_open(store, casefile_id, &opening, error);
    if (status == STATUS_OK && !opening.is_opened)
        return error_set(error, STATUS_NOT_FOUND, "not sealed");
    if (status != STATUS_OK)
        return status;
    status = put_back(store, casefile_id, error);
    if (status == STATUS_OK)
        status =
            sealed_move_drafts(store, casefile_id, store_keyring(store)->opened.key, NULL, error);
    sealed_stop(store); /* what was opened is no more what is sealed */
    status = sealed_close(store, &opening, status, error);
    return status == STATUS_OK ? forget(store, casefile_id, error) : status;
}

/* ---- Readers of one casefile */

enum status sealed_add_reader(struct store *store, const char *casefile_id, const char *user_id,
                              struct error *error)
{
    struct secret *key = NULL;
    enum status status =
        sealed_find_key(&key, store, store_keyring(store), casefile_id, NULL, error);
    if (status == STATUS_OK)
        status = give_key(store, casefile_id, user_id, key, error);
    secret_free(&key);
    return status;
}

enum status sealed_remove_reader(struct store *store, const char *casefile_id, const char *user_id,
                                 struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_REMOVE_READER);
    query_bind_text(&query, ":id", casefile_id);
    query_bind_text(&query, ":user", user_id);
    const enum status status = query_run(&query, error);
    if (status != STATUS_OK || store_changed_rows(store) == 0)
        return status;
    return store_execute(store, SQL_MAKE_STALE, error); /* they may have kept the key */
}

enum status sealed_list_reading(struct store *store, const char *user_id,
                                struct sealed_reading_list *out, struct error *error)
{
    struct query query;
    *out = (struct sealed_reading_list){ .items = NULL };
    query_begin(&query, store, SQL_LIST_READING);
    query_bind_text(&query, ":user", user_id);
    while (query_next_row(&query) && array_reserve(&out->items, &out->capacity, sizeof(*out->items),
                                                   out->count + 1, &query.failure) == STATUS_OK)
        query_copy_text(&query, 0, out->items[out->count++], UUID_TEXT_SIZE);
    return query_end(&query, error);
}

enum status sealed_give_again(struct store *store, const char *user_id,
                              const struct sealed_reading_list *list, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < list->count; i++) {
        status = sealed_add_reader(store, list->items[i], user_id, error);
        if (status == STATUS_RESTRICTED)
            status = STATUS_OK; /* somebody who reads it gives it to them */
    }
    return status;
}
