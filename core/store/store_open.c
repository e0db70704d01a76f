/* SPDX-License-Identifier: Apache-2.0 */
#include "store/store_private.h"

#include <assert.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PAGE_RESERVED_BYTES = 40, /* nonce and tag of the seal */
    DEFAULT_CACHE_KIB = 2000,
    BUSY_TIMEOUT_MS = 5000,
    STEPS_BETWEEN_STOPS = 1000,
    FILE_HEADER_SIZE = 100,
    FILE_HEADER_WRITE_VERSION = 18,
    FILE_HEADER_READ_VERSION = 19,
    FILE_VERSION_WAL = 2,
    PRAGMA_TEXT_SIZE = 16,
};

static const char MEMORY_PATH[] = ":memory:";

static const char SQL_CONFIGURE[] = "PRAGMA temp_store = MEMORY;"
                                    "PRAGMA mmap_size = 0;"
                                    "PRAGMA foreign_keys = ON;"
                                    "PRAGMA trusted_schema = OFF;"
                                    "PRAGMA cell_size_check = ON;"
                                    "PRAGMA secure_delete = ON;"
                                    "PRAGMA synchronous = FULL;";
static const char SQL_BE_ALONE[] = "PRAGMA locking_mode = EXCLUSIVE";
static const char SQL_SET_PAGE_SIZE[] = "PRAGMA page_size = 4096";
static const char SQL_COUNT_PAGES[] = "PRAGMA page_count";
static const char SQL_JOURNAL_OFF[] = "PRAGMA journal_mode = OFF";
static const char SQL_JOURNAL_WAL[] = "PRAGMA journal_mode = WAL";
static const char SQL_FIND_JOURNAL_MODE[] = "PRAGMA journal_mode";
static const char SQL_TOUCH[] = "SELECT count(*) FROM sqlite_schema";

/* The first column of the first row, "" when there is none. */
static enum status store_ask(struct store *store, const char *sql, char out[PRAGMA_TEXT_SIZE],
                             struct error *error)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(store->handle, sql, -1, &statement, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    out[0] = '\0';
    if (code == SQLITE_ROW) {
        const unsigned char *text = sqlite3_column_text(statement, 0);
        if (text != NULL)
            snprintf(out, PRAGMA_TEXT_SIZE, "%s", (const char *)text);
    }
    sqlite3_finalize(statement);
    return store_fail(store, code, sql, error);
}

static bool store_is_in_memory(const struct store *store)
{
    return strcmp(store->path, MEMORY_PATH) == 0;
}

/* "file://" and the path with everything but the plainest bytes escaped, so that no "?" or "#"
 * in a folder's name is taken for an option. */
static char *immutable_uri(const char *path)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "/-._~";
    static const char option[] = "?immutable=1";
    const char *scheme = path[0] == '/' ? "file://" : "file:";
    char *uri = malloc(strlen(scheme) + 3 * strlen(path) + sizeof(option));
    if (uri == NULL)
        return NULL;
    char *end = stpcpy(uri, scheme);
    for (const char *byte = path; *byte != '\0'; byte++) {
        if (strchr(plain, *byte) != NULL)
            *end++ = *byte;
        else
            end += snprintf(end, 4, "%%%02X", (unsigned)(unsigned char)*byte);
    }
    memcpy(end, option, sizeof(option));
    return uri;
}

/* A -wal left by a crash holds committed transactions; then the file alone is not the truth. */
static enum status find_write_ahead_log(const struct store *store, const char *vfs_name, bool *out,
                                        struct error *error)
{
    *out = false;
    sqlite3_vfs *vfs = sqlite3_vfs_find(vfs_name);
    if (vfs == NULL)
        return error_set(error, STATUS_INTERNAL, "no such VFS");
    char *name = sqlite3_mprintf("%s-wal", store->path);
    if (name == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "name of the -wal");
    int is_there = 0;
    const int code = vfs->xAccess(vfs, name, SQLITE_ACCESS_EXISTS, &is_there);
    sqlite3_free(name);
    *out = is_there != 0;
    return store_fail(store, code, "look for the -wal", error);
}

static enum status store_connect(struct store *store, const struct store_options *options,
                                 struct error *error)
{
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= options->is_read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (options->is_new)
        flags |= SQLITE_OPEN_CREATE;
    if (options->is_read_only) {
        bool has_log = false;
        const enum status status = find_write_ahead_log(store, options->vfs, &has_log, error);
        if (status != STATUS_OK)
            return status;
        store->is_immutable = !has_log;
    }
    if (!store->is_immutable) {
        const int code = sqlite3_open_v2(store->path, &store->handle, flags, options->vfs);
        return store_fail(store, code, "open", error);
    }
    char *uri = immutable_uri(store->path);
    if (uri == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "name of the file");
    const int code = sqlite3_open_v2(uri, &store->handle, flags | SQLITE_OPEN_URI, options->vfs);
    free(uri);
    return store_fail(store, code, "open read-only", error);
}

static int should_stop_now(void *self)
{
    const struct store *store = self;
    return store->should_stop(store->should_stop_self) ? 1 : 0;
}

static void store_limit(struct store *store, const struct store_options *options)
{
    sqlite3 *handle = store->handle;
    sqlite3_busy_timeout(handle, BUSY_TIMEOUT_MS);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
    if (options->should_stop != NULL) {
        store->should_stop = options->should_stop;
        store->should_stop_self = options->self;
        sqlite3_progress_handler(handle, STEPS_BETWEEN_STOPS, should_stop_now, store);
    }
}

static enum status store_lay_out_pages(struct store *store, struct error *error)
{
    const enum status status = store_execute(store, SQL_SET_PAGE_SIZE, error);
    if (status != STATUS_OK)
        return status;
    int reserved = PAGE_RESERVED_BYTES;
    return store_fail(
        store, sqlite3_file_control(store->handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved),
        "reserve bytes in pages", error);
}

/* secure_delete: what is erased is gone from the pages, and in a new file without a journal no
 * freed page stays unwritten (an unwritten page could not be opened).
 *
 * The order matters: several of these settings read the file, and what concerns locks and pages
 * must be said before. */
static enum status store_configure(struct store *store, const struct store_options *options,
                                   struct error *error)
{
    store_limit(store, options);
    enum status status = STATUS_OK;
    if (options->is_alone)
        status = store_execute(store, SQL_BE_ALONE, error);
    if (status == STATUS_OK && options->is_new)
        status = store_lay_out_pages(store, error);
    if (status == STATUS_OK)
        status = store_execute(store, SQL_CONFIGURE, error);
    if (status != STATUS_OK)
        return status;
    char cache[48];
    snprintf(cache, sizeof(cache), "PRAGMA cache_size = -%d",
             options->cache_kib > 0 ? options->cache_kib : DEFAULT_CACHE_KIB);
    return store_execute(store, cache, error);
}

static enum status store_prepare_new(struct store *store, struct error *error)
{
    char answer[PRAGMA_TEXT_SIZE];
    enum status status = store_ask(store, SQL_COUNT_PAGES, answer, error);
    if (status != STATUS_OK)
        return status;
    if (strcmp(answer, "0") != 0)
        return error_set(error, STATUS_EXISTS, "the file is not empty");
    if (store_is_in_memory(store))
        return STATUS_OK;
    status = store_ask(store, SQL_JOURNAL_OFF, answer, error);
    if (status == STATUS_OK && strcmp(answer, "off") != 0)
        return error_set(error, STATUS_INTERNAL, "journal mode is %s", answer);
    return status;
}

/* Nobody writes to an immutable file, so its header can be read without a lock. */
static enum status check_header_is_wal(struct store *store, struct error *error)
{
    unsigned char header[FILE_HEADER_SIZE];
    sqlite3_file *file = NULL;
    int code =
        sqlite3_file_control(store->handle, "main", SQLITE_FCNTL_FILE_POINTER, (void *)&file);
    if (code == SQLITE_OK)
        code = file->pMethods->xRead(file, header, FILE_HEADER_SIZE, 0);
    if (code == SQLITE_IOERR_SHORT_READ)
        return error_set(error, STATUS_DAMAGED, "the file is shorter than a header");
    if (code != SQLITE_OK)
        return store_fail(store, code, "read the header", error);
    if (header[FILE_HEADER_WRITE_VERSION] != FILE_VERSION_WAL ||
        header[FILE_HEADER_READ_VERSION] != FILE_VERSION_WAL)
        return error_set(error, STATUS_DAMAGED, "not in write-ahead mode");
    return STATUS_OK;
}

static enum status store_check_existing(struct store *store, struct error *error)
{
    char answer[PRAGMA_TEXT_SIZE];
    enum status status = store_ask(store, SQL_TOUCH, answer, error);
    if (status != STATUS_OK)
        return status;
    if (store->is_immutable)
        return check_header_is_wal(store, error);
    status = store_ask(store, SQL_FIND_JOURNAL_MODE, answer, error);
    if (status == STATUS_OK && strcmp(answer, "wal") != 0)
        return error_set(error, STATUS_DAMAGED, "not in write-ahead mode but in %s", answer);
    return status;
}

static bool options_make_sense(const struct store_options *options)
{
    if (options->path == NULL || options->path[0] == '\0')
        return false;
    if (options->is_new && options->is_read_only)
        return false;
    return options->is_new || strcmp(options->path, MEMORY_PATH) != 0;
}

enum status store_open(struct store **out, const struct store_options *options, struct error *error)
{
    *out = NULL;
    if (!options_make_sense(options))
        return error_set(error, STATUS_INTERNAL, "options of a store contradict each other");
    struct store *store = calloc(1, sizeof(*store));
    if (store == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "a store");
    store->is_new = options->is_new;
    store->path = strdup(options->path);

    enum status status = store->path == NULL ? error_set(error, STATUS_OUT_OF_MEMORY, "a path")
                                             : store_connect(store, options, error);
    if (status == STATUS_OK)
        status = store_configure(store, options, error);
    if (status == STATUS_OK)
        status =
            options->is_new ? store_prepare_new(store, error) : store_check_existing(store, error);
    if (status != STATUS_OK) {
        store_close(&store);
        return status;
    }
    /* Only now: a defensive connection refuses to work without a journal. */
    sqlite3_db_config(store->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    *out = store;
    return STATUS_OK;
}

/* This writes two bytes of the first page, in the mode the store still has: without a journal.
 * The -wal would only be made by the next access, and there is none. */
enum status store_finish_new(struct store *store, struct error *error)
{
    if (!store->is_new || store_is_in_transaction(store))
        return error_set(error, STATUS_INTERNAL, "not a new store, or in a transaction");
    if (store_is_in_memory(store))
        return STATUS_OK;
    statement_cache_clear(&store->statements);
    char answer[PRAGMA_TEXT_SIZE];
    const enum status status = store_ask(store, SQL_JOURNAL_WAL, answer, error);
    if (status == STATUS_OK && strcmp(answer, "wal") != 0)
        return error_set(error, STATUS_INTERNAL, "journal mode stayed %s", answer);
    return status;
}

void store_close(struct store **store)
{
    if (*store == NULL)
        return;
    statement_cache_clear(&(*store)->statements);
    const int code = sqlite3_close((*store)->handle);
    assert(code == SQLITE_OK && "a query was not ended");
    (void)code;
    free((*store)->path);
    free(*store);
    *store = NULL;
}
