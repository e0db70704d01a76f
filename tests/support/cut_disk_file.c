/* SPDX-License-Identifier: Apache-2.0 */

/* An open file: sqlite3_io_methods. */
#include "support/cut_disk_private.h"

#include <stdlib.h>
#include <string.h>

static struct cut_event event_of(const struct cut_file *file, enum cut_kind kind,
                                 sqlite3_int64 offset, sqlite3_int64 length)
{
    struct cut_event event = {
        .kind = kind, .path = file->path, .offset = offset, .length = length
    };
    return event;
}

static int file_close(sqlite3_file *base)
{
    struct cut_file *file = (struct cut_file *)base;
    cut_shm_unmap(base, 0);
    struct cut_file **link = &file->node->files;
    while (*link != file)
        link = &(*link)->next;
    *link = file->next;
    cut_node_release(file->disk, file->node);
    free(file->path);
    file->base.pMethods = NULL;
    return SQLITE_OK;
}

static int file_read(sqlite3_file *base, void *out, int amount, sqlite3_int64 offset)
{
    struct cut_file *file = (struct cut_file *)base;
    struct cut_event event = event_of(file, CUT_READ, offset, amount);
    int code;
    if (cut_disk_refuses(file->disk, &event, &code)) {
        memset(out, 0, (size_t)amount);
        return code;
    }
    const struct cut_bytes *bytes = file->node->current;
    size_t wanted = (size_t)amount;
    size_t from = (size_t)offset;
    size_t there = from < bytes->size ? bytes->size - from : 0;
    if (there > wanted)
        there = wanted;
    cut_bytes_read(bytes, from, out, there);
    memset((unsigned char *)out + there, 0, wanted - there);
    return there == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

static int file_write(sqlite3_file *base, const void *data, int amount, sqlite3_int64 offset)
{
    struct cut_file *file = (struct cut_file *)base;
    struct cut_event event = event_of(file, CUT_WRITE, offset, amount);
    int code;
    if (cut_disk_refuses(file->disk, &event, &code))
        return code;
    if (!file->is_writable)
        return SQLITE_IOERR_WRITE;
    sqlite3_int64 size = (sqlite3_int64)file->node->current->size;
    sqlite3_int64 fits = amount;
    if (offset + amount > size) {
        fits = cut_space_limit(file->disk, file->path, size) - offset;
        fits = fits > amount ? amount : fits < 0 ? 0 : fits;
    }
    cut_node_write(file->node, (size_t)offset, data, (size_t)fits);
    cut_disk_search(file->disk, file->path, file->node->current, (size_t)offset, (size_t)fits);
    return fits == amount ? SQLITE_OK : SQLITE_FULL;
}

static int file_truncate(sqlite3_file *base, sqlite3_int64 size)
{
    struct cut_file *file = (struct cut_file *)base;
    struct cut_event event = event_of(file, CUT_TRUNCATE, size, 0);
    int code;
    if (cut_disk_refuses(file->disk, &event, &code))
        return code;
    if (!file->is_writable)
        return SQLITE_IOERR_TRUNCATE;
    sqlite3_int64 now = (sqlite3_int64)file->node->current->size;
    if (size > now && size > cut_space_limit(file->disk, file->path, now))
        return SQLITE_FULL;
    cut_node_truncate(file->node, (size_t)size);
    if (size > now)
        cut_disk_search(file->disk, file->path, file->node->current, (size_t)now,
                        (size_t)(size - now));
    return SQLITE_OK;
}

static int file_sync(sqlite3_file *base, int flags)
{
    struct cut_file *file = (struct cut_file *)base;
    struct cut_disk *disk = file->disk;
    struct cut_event event = event_of(file, CUT_SYNC, 0, 0);
    int code;
    (void)flags;
    if (cut_disk_refuses(disk, &event, &code))
        return code;
    cut_node_sync(file->node);
    for (size_t i = 0; i < disk->entry_count; i++)
        if (disk->entries[i].current == file->node)
            cut_entry_set_durable(disk, &disk->entries[i], file->node);
    if (file->syncs_directory)
        cut_entries_settle(disk, file->path);
    file->syncs_directory = false;
    return SQLITE_OK;
}

static int file_size(sqlite3_file *base, sqlite3_int64 *out)
{
    const struct cut_file *file = (struct cut_file *)base;
    *out = (sqlite3_int64)file->node->current->size;
    return file->disk->is_off ? SQLITE_IOERR : SQLITE_OK;
}

/* ---- locks between the handles of a file, as between processes on unix */

static bool others_hold(const struct cut_file *file, int level)
{
    for (const struct cut_file *other = file->node->files; other != NULL; other = other->next)
        if (other != file && other->lock >= level)
            return true;
    return false;
}

static int file_lock(sqlite3_file *base, int level)
{
    struct cut_file *file = (struct cut_file *)base;
    if (file->disk->is_off)
        return SQLITE_IOERR;
    if (file->lock >= level)
        return SQLITE_OK;
    if (others_hold(file, level == SQLITE_LOCK_SHARED ? SQLITE_LOCK_PENDING : SQLITE_LOCK_RESERVED))
        return SQLITE_BUSY;
    if (level == SQLITE_LOCK_EXCLUSIVE && others_hold(file, SQLITE_LOCK_SHARED)) {
        /* From now on no new reader comes in, so that the writer's turn will come. */
        file->lock = SQLITE_LOCK_PENDING;
        return SQLITE_BUSY;
    }
    file->lock = level;
    return SQLITE_OK;
}

static int file_unlock(sqlite3_file *base, int level)
{
    struct cut_file *file = (struct cut_file *)base;
    if (file->lock > level)
        file->lock = level;
    return SQLITE_OK;
}

static int file_check_reserved(sqlite3_file *base, int *out)
{
    const struct cut_file *file = (struct cut_file *)base;
    *out = file->lock >= SQLITE_LOCK_RESERVED || others_hold(file, SQLITE_LOCK_RESERVED);
    return file->disk->is_off ? SQLITE_IOERR : SQLITE_OK;
}

static int file_control(sqlite3_file *base, int operation, void *argument)
{
    (void)base;
    (void)operation;
    (void)argument;
    return SQLITE_NOTFOUND;
}

static int file_sector_size(sqlite3_file *base)
{
    (void)base;
    return 4096; /* what unix says; tearing is finer */
}

static int file_characteristics(sqlite3_file *base)
{
    (void)base;
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE; /* and nothing about atomic or ordered writes */
}

const sqlite3_io_methods cut_file_methods = {
    .iVersion = 2,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_check_reserved,
    .xFileControl = file_control,
    .xSectorSize = file_sector_size,
    .xDeviceCharacteristics = file_characteristics,
    .xShmMap = cut_shm_map,
    .xShmLock = cut_shm_lock,
    .xShmBarrier = cut_shm_barrier,
    .xShmUnmap = cut_shm_unmap,
};
