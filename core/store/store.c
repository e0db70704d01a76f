/* SPDX-License-Identifier: Apache-2.0 */
#include "store/store.h"

#include "store/failure.h"
#include "store/moment.h"
#include "store/store_private.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char SQL_TOUCH[] = "SELECT count(*) FROM sqlite_schema";

/* ---- Failing */

static bool directory_exists(const char *path)
{
    char directory[1024];
    const char *slash = strrchr(path, '/');
    if (slash == NULL || slash == path)
        return true;
    const int length = snprintf(directory, sizeof(directory), "%.*s", (int)(slash - path), path);
    return length > 0 && (size_t)length < sizeof(directory) && access(directory, F_OK) == 0;
}

/* SQLite does not say why it cannot open a file. */
static enum status cannot_open_status(const struct store *store)
{
    const bool is_there =
        store->is_new ? directory_exists(store->path) : access(store->path, F_OK) == 0;
    return is_there ? STATUS_NO_PERMISSION : STATUS_NOT_FOUND;
}

enum status store_fail(const struct store *store, int code, const char *what, struct error *error)
{
    enum status status = failure_status(code);
    if (status == STATUS_OK)
        return STATUS_OK;
    if ((code & 0xff) == SQLITE_CANTOPEN)
        status = cannot_open_status(store);
    /* Not sqlite3_errmsg(): it can quote what was typed. */
    return error_set(error, status, "%s (%d): %.80s", sqlite3_errstr(code), code, what);
}

/* ---- Small statements */

enum status store_execute(struct store *store, const char *sql, struct error *error)
{
    return store_fail(store, sqlite3_exec(store->handle, sql, NULL, NULL, NULL), sql, error);
}

long long store_changed_rows(const struct store *store)
{
    return sqlite3_changes64(store->handle);
}

int store_take_statement(struct store *store, const char *sql, sqlite3_stmt **out)
{
    *out = statement_cache_take(&store->statements, sql);
    if (*out != NULL)
        return SQLITE_OK;
    const char *rest = NULL;
    const int code =
        sqlite3_prepare_v3(store->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, out, &rest);
    if (code != SQLITE_OK)
        return code;
    if (*out != NULL && *rest == '\0')
        return SQLITE_OK;
    sqlite3_finalize(*out);
    *out = NULL;
    return SQLITE_MISUSE; /* nothing, or more than one statement */
}

void store_keep_statement(struct store *store, sqlite3_stmt *statement)
{
    if (statement == NULL)
        return;
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    statement_cache_keep(&store->statements, statement);
}

void store_forget_statements(struct store *store)
{
    statement_cache_clear(&store->statements);
}

void store_set_keyring(struct store *store, struct keyring *keyring)
{
    store->keyring = keyring;
}

struct keyring *store_keyring(const struct store *store)
{
    return store->keyring;
}

/* ---- Transactions */

static enum status store_begin_with(struct store *store, const char *sql, struct error *error)
{
    if (store_is_in_transaction(store))
        return error_set(error, STATUS_INTERNAL, "a transaction is open already");
    return store_execute(store, sql, error);
}

enum status store_begin(struct store *store, struct error *error)
{
    return store_begin_with(store, "BEGIN IMMEDIATE", error);
}

enum status store_begin_read(struct store *store, struct error *error)
{
    enum status status = store_begin_with(store, "BEGIN", error);
    if (status != STATUS_OK)
        return status;
    status = store_execute(store, SQL_TOUCH, error); /* the first read takes the snapshot */
    if (status != STATUS_OK)
        store_rollback(store);
    return status;
}

enum status store_commit(struct store *store, struct error *error)
{
    if (!store_is_in_transaction(store))
        return error_set(error, STATUS_INTERNAL, "no transaction to commit");
    const enum status status = store_execute(store, "COMMIT", error);
    if (status != STATUS_OK)
        store_rollback(store);
    return status;
}

void store_rollback(struct store *store)
{
    if (store_is_in_transaction(store))
        (void)sqlite3_exec(store->handle, "ROLLBACK", NULL, NULL, NULL);
}

bool store_is_in_transaction(const struct store *store)
{
    return sqlite3_get_autocommit(store->handle) == 0;
}

bool store_is_read_only(const struct store *store)
{
    return sqlite3_db_readonly(store->handle, "main") == 1;
}

/* ---- Health */

enum status store_checkpoint(struct store *store, struct error *error)
{
    int left = 0;
    int done = 0;
    const int code =
        sqlite3_wal_checkpoint_v2(store->handle, "main", SQLITE_CHECKPOINT_TRUNCATE, &left, &done);
    return store_fail(store, code, "checkpoint", error);
}

/* ---- Time */

void store_set_clock(struct store *store, long long (*now)(void *self), void *self)
{
    store->now = now;
    store->now_self = self;
}

long long store_now(const struct store *store)
{
    return store->now == NULL ? moment_now() : store->now(store->now_self);
}

void store_format_now(const struct store *store, char out[MOMENT_TEXT_SIZE])
{
    moment_format(store_now(store), out);
}

struct sqlite3 *store_handle(const struct store *store)
{
    return store->handle;
}
