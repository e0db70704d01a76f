/* SPDX-License-Identifier: Apache-2.0 */

/* The VFS that a vault gives to SQLite.  It knows two files, the database and its write-ahead
 * log, and refuses every other kind: rollback journals, statement journals, temporary databases,
 * sorter spills.  So nothing that SQLite would like to put somewhere else can reach a disk. */
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "vault/vault_file.h"

/* What SQLite may open, by the file kinds that it names; what is not here is refused. */
static const struct file_kind {
    int flag;
    const sqlite3_io_methods *methods;
    size_t path_offset; /* which of the vault's paths it must be */
} file_kinds[] = {
    { SQLITE_OPEN_MAIN_DB, &main_file_methods, offsetof(struct vault, path) },
    { SQLITE_OPEN_WAL, &log_file_methods, offsetof(struct vault, log_path) },
};

static struct vault *vault_of(sqlite3_vfs *vfs)
{
    return vfs->pAppData;
}

static sqlite3_vfs *real_vfs(sqlite3_vfs *vfs)
{
    return vault_of(vfs)->disk->vfs;
}

static const struct file_kind *find_kind(const struct vault *vault, const char *path, int flags)
{
    for (size_t i = 0; path != NULL && i < sizeof(file_kinds) / sizeof(file_kinds[0]); i++) {
        const char *own;
        memcpy(&own, (const char *)vault + file_kinds[i].path_offset, sizeof(own));
        if ((flags & file_kinds[i].flag) != 0 && strcmp(path, own) == 0)
            return &file_kinds[i];
    }
    return NULL;
}

static int vfs_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *base, int flags,
                    int *out_flags)
{
    struct vault *vault = vault_of(vfs);
    struct vault_file *file = (struct vault_file *)base;
    const struct file_kind *kind = find_kind(vault, path, flags);
    *file = (struct vault_file){ .vault = vault, .real = (sqlite3_file *)(void *)(file + 1) };
    if (kind == NULL || (flags & SQLITE_OPEN_DELETEONCLOSE) != 0)
        return SQLITE_CANTOPEN;
    int code = vault->disk->vfs->xOpen(vault->disk->vfs, path, file->real, flags, out_flags);
    if (code == SQLITE_OK)
        file->base.pMethods = kind->methods;
    return vault_file_open_code(vault, code);
}

static bool is_journal(const struct vault *vault, const char *path)
{
    size_t length = strlen(vault->path);
    return strncmp(path, vault->path, length) == 0 && strcmp(path + length, "-journal") == 0;
}

/* SQLite takes a log beside an empty database for a left-over.  Here it belongs to a database
 * that was cut off, and may be all that there still is. */
static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync_directory)
{
    struct vault *vault = vault_of(vfs);
    uint32_t pages = 0;
    if (strcmp(path, vault->log_path) != 0 || vault_count_pages(vault, &pages, NULL) != STATUS_OK ||
        pages == 0)
        return SQLITE_IOERR_DELETE;
    if (vault->is_retired)
        return SQLITE_OK;
    return vault->disk->vfs->xDelete(vault->disk->vfs, path, sync_directory);
}

/* There is never a rollback journal; one that lies there was not left by us. */
static int vfs_access(sqlite3_vfs *vfs, const char *path, int flags, int *out)
{
    struct vault *vault = vault_of(vfs);
    *out = 0;
    if (is_journal(vault, path))
        return SQLITE_OK;
    return vault->disk->vfs->xAccess(vault->disk->vfs, path, flags, out);
}

static int vfs_full_pathname(sqlite3_vfs *vfs, const char *path, int size, char *out)
{
    return real_vfs(vfs)->xFullPathname(real_vfs(vfs), path, size, out);
}

static int vfs_randomness(sqlite3_vfs *vfs, int size, char *out)
{
    return real_vfs(vfs)->xRandomness(real_vfs(vfs), size, out);
}

static int vfs_sleep(sqlite3_vfs *vfs, int microseconds)
{
    return real_vfs(vfs)->xSleep(real_vfs(vfs), microseconds);
}

static int vfs_current_time(sqlite3_vfs *vfs, double *out)
{
    return real_vfs(vfs)->xCurrentTime(real_vfs(vfs), out);
}

static int vfs_last_error(sqlite3_vfs *vfs, int size, char *out)
{
    return real_vfs(vfs)->xGetLastError(real_vfs(vfs), size, out);
}

static int vfs_current_time_int64(sqlite3_vfs *vfs, sqlite3_int64 *out)
{
    return real_vfs(vfs)->xCurrentTimeInt64(real_vfs(vfs), out);
}

enum status vault_vfs_register(struct vault *vault, struct error *error)
{
    static atomic_uint last_number;
    snprintf(vault->vfs_name, sizeof(vault->vfs_name), "qadam-%u",
             atomic_fetch_add(&last_number, 1) + 1);
    vault->vfs = (sqlite3_vfs){
        .iVersion = 2,
        .szOsFile = (int)sizeof(struct vault_file) + vault->disk->vfs->szOsFile,
        .mxPathname = vault->disk->vfs->mxPathname,
        .zName = vault->vfs_name,
        .pAppData = vault,
        .xOpen = vfs_open,
        .xDelete = vfs_delete,
        .xAccess = vfs_access,
        .xFullPathname = vfs_full_pathname,
        .xRandomness = vfs_randomness,
        .xSleep = vfs_sleep,
        .xCurrentTime = vfs_current_time,
        .xGetLastError = vfs_last_error,
        .xCurrentTimeInt64 = vfs_current_time_int64,
    };
    if (sqlite3_vfs_register(&vault->vfs, 0) != SQLITE_OK)
        return error_set(error, STATUS_INTERNAL, "VFS registration");
    return STATUS_OK;
}
