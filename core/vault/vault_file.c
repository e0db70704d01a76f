/* SPDX-License-Identifier: Apache-2.0 */

/* What the database and the log have in common: calls that go to the real file as they are, and
 * the few that must not. */
#include "vault/vault_file.h"

#include <stdlib.h>
#include <string.h>

/* SQLite tries again without creating and so loses the reason: a full disk looks like a folder in
 * which one must not write. */
int vault_file_open_code(const struct vault *vault, int code)
{
    const struct disk *disk = vault->disk;
    sqlite3_int64 free_bytes = 1;
    int may_write = 0;
    if ((code & 0xFF) != SQLITE_CANTOPEN)
        return code;
    const char *slash = strrchr(vault->path, '/');
    size_t length = slash == NULL ? 0 : (size_t)(slash + 1 - vault->path);
    char *folder = length == 0 ? strdup(".") : strndup(vault->path, length);
    if (folder == NULL)
        return SQLITE_NOMEM;
    disk->vfs->xAccess(disk->vfs, folder, SQLITE_ACCESS_READWRITE, &may_write);
    free(folder);
    if (may_write && disk->free_bytes(disk->self, vault->path, &free_bytes) == SQLITE_OK &&
        free_bytes == 0)
        return SQLITE_FULL;
    return code;
}

static sqlite3_file *real_of(sqlite3_file *file)
{
    return ((struct vault_file *)file)->real;
}

int vault_file_close(sqlite3_file *base)
{
    struct vault_file *file = (struct vault_file *)base;
    int code = file->real->pMethods->xClose(file->real);
    if (base->pMethods == &main_file_methods)
        file->vault->disk->unreserve(file->vault->disk->self, file->vault->shm_path);
    base->pMethods = NULL;
    return code;
}

int vault_file_sync(sqlite3_file *file, int flags)
{
    return real_of(file)->pMethods->xSync(real_of(file), flags);
}

/* Somebody may have put another file in this one's place (restore, rekey) while we waited for
 * the lock: what we would then write, nobody would ever read again. */
int vault_file_lock(sqlite3_file *file, int level)
{
    sqlite3_file *real = real_of(file);
    int has_moved = 0;
    int code = real->pMethods->xLock(real, level);
    if (code != SQLITE_OK || level != SQLITE_LOCK_SHARED)
        return code;
    real->pMethods->xFileControl(real, SQLITE_FCNTL_HAS_MOVED, &has_moved);
    if (!has_moved)
        return SQLITE_OK;
    real->pMethods->xUnlock(real, SQLITE_LOCK_NONE);
    return SQLITE_READONLY_DBMOVED;
}

int vault_file_unlock(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

int vault_file_check_reserved_lock(sqlite3_file *file, int *out)
{
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), out);
}

/* Only what is known to be harmless goes through: the rest could map the file, change the way it
 * is written, or know sizes that are not ours. */
int vault_file_control(sqlite3_file *file, int operation, void *argument)
{
    switch (operation) {
    case SQLITE_FCNTL_MMAP_SIZE:
        *(sqlite3_int64 *)argument = 0;
        return SQLITE_OK;
    case SQLITE_FCNTL_LOCKSTATE:
    case SQLITE_FCNTL_LAST_ERRNO:
    case SQLITE_FCNTL_HAS_MOVED:
    case SQLITE_FCNTL_PERSIST_WAL:
        return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
    default:
        return SQLITE_NOTFOUND;
    }
}

int vault_file_sector_size(sqlite3_file *file)
{
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

/* Without this promise SQLite would pad commits to sectors and split writes, which sealed units
 * cannot follow; SQLite makes the same promise for the disk by default. */
int vault_file_device_characteristics(sqlite3_file *file)
{
    const int kept = SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN | SQLITE_IOCAP_IMMUTABLE;
    int real = real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
    return (real & kept) | SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

/* SQLite extends the file of the shared memory by one byte per page and maps it.  On a full file
 * system with small blocks the holes between have nothing behind them and the first touch kills
 * the process (SIGBUS), so they get their blocks before.  The first call must come without
 * "extend": it opens the file and may cut it to nothing.  The map holds page numbers only. */
int vault_file_shm_map(sqlite3_file *file, int region, int region_size, int extend,
                       void volatile **out)
{
    const struct vault *vault = ((struct vault_file *)file)->vault;
    sqlite3_file *real = real_of(file);
    int code = real->pMethods->xShmMap(real, region, region_size, 0, out);
    if (code != SQLITE_OK || *out != NULL || !extend)
        return vault_file_open_code(vault, code);
    code = vault->disk->reserve(vault->disk->self, vault->shm_path,
                                (sqlite3_int64)(region + 1) * region_size);
    if (code != SQLITE_OK)
        return code;
    return real->pMethods->xShmMap(real, region, region_size, extend, out);
}

int vault_file_shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}

void vault_file_shm_barrier(sqlite3_file *file)
{
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

int vault_file_shm_unmap(sqlite3_file *file, int delete_it)
{
    return real_of(file)->pMethods->xShmUnmap(real_of(file), delete_it);
}
