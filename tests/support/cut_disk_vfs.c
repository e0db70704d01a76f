/* SPDX-License-Identifier: Apache-2.0 */

/* Names: sqlite3_vfs, and what struct disk adds to it. */
#include "support/cut_disk_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The SQLITE_OPEN_ bits that say what a file is for. */
enum {
    KINDS = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_TEMP_DB | SQLITE_OPEN_TRANSIENT_DB |
            SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_TEMP_JOURNAL | SQLITE_OPEN_SUBJOURNAL |
            SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL,
    /* When one of these may be new, unix also syncs its directory at the first sync. */
    JOURNALS = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL
};

static struct cut_disk *disk_of(sqlite3_vfs *vfs)
{
    return vfs->pAppData;
}

/* ---- opening */

static void record(struct cut_disk *disk, const char *path, int flags)
{
    for (size_t i = 0; i < disk->opening_count; i++)
        if (disk->openings[i].flags == flags && strcmp(disk->openings[i].path, path) == 0)
            return;
    disk->openings = cut_grow(disk->openings, disk->opening_count, sizeof disk->openings[0]);
    disk->openings[disk->opening_count++] =
        (struct cut_opening){ .path = cut_text(path), .flags = flags, .kind = flags & (int)KINDS };
}

/* The file to open, created when that is allowed and needed; NULL when it cannot be. */
static struct cut_node *node_to_open(struct cut_disk *disk, const char *path, int flags)
{
    struct cut_entry *entry = cut_entry_find(disk, path);
    if (entry != NULL)
        return (flags & SQLITE_OPEN_EXCLUSIVE) != 0 ? NULL : entry->current;
    if ((flags & SQLITE_OPEN_CREATE) == 0)
        return NULL;
    struct cut_node *node = cut_node_take(disk, cut_bytes_new("", 0), cut_bytes_new("", 0));
    cut_entry_set(disk, path, node);
    return node;
}

static int open_path(struct cut_disk *disk, const char *path, struct cut_file *file, int *flags)
{
    struct cut_event event = { .kind = CUT_OPEN, .path = path };
    int code;
    record(disk, path, *flags);
    if (cut_disk_refuses(disk, &event, &code))
        return code == SQLITE_OK ? SQLITE_CANTOPEN : code;
    if (disk->is_read_only && (*flags & SQLITE_OPEN_READWRITE) != 0) {
        *flags &= ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE); /* unix tries again like this */
        *flags |= SQLITE_OPEN_READONLY;
    }
    struct cut_node *node = node_to_open(disk, path, *flags);
    if (node == NULL)
        return SQLITE_CANTOPEN;
    node->references++;
    if ((*flags & SQLITE_OPEN_DELETEONCLOSE) != 0)
        cut_entry_set(disk, path, NULL); /* unix does it at once, too */
    *file = (struct cut_file){
        .base = { &cut_file_methods },
        .disk = disk,
        .node = node,
        .next = node->files,
        .path = cut_text(path),
        .is_writable = (*flags & SQLITE_OPEN_READWRITE) != 0,
        .syncs_directory = (*flags & SQLITE_OPEN_CREATE) != 0 && (*flags & (int)JOURNALS) != 0,
    };
    node->files = file;
    return SQLITE_OK;
}

static int vfs_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *base, int flags,
                    int *out_flags)
{
    struct cut_disk *disk = disk_of(vfs);
    char temporary[32];
    base->pMethods = NULL;
    if (path == NULL) {
        snprintf(temporary, sizeof temporary, "temporary-%u", ++disk->temporary_count);
        path = temporary;
    }
    int code = open_path(disk, path, (struct cut_file *)base, &flags);
    if (out_flags != NULL)
        *out_flags = flags;
    return code;
}

/* ---- changing names */

static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync_directory)
{
    struct cut_disk *disk = disk_of(vfs);
    struct cut_event event = { .kind = CUT_DELETE, .path = path };
    int code;
    if (!disk->is_off && cut_entry_find(disk, path) == NULL)
        return SQLITE_IOERR_DELETE_NOENT;
    if (cut_disk_refuses(disk, &event, &code))
        return code;
    if (disk->is_read_only)
        return SQLITE_IOERR_DELETE;
    cut_entry_set(disk, path, NULL);
    if (sync_directory)
        cut_entries_settle(disk, path);
    event.done = true;
    cut_disk_announce(disk, &event);
    return SQLITE_OK;
}

static int disk_move(void *self, const char *from, const char *to)
{
    struct cut_disk *disk = self;
    struct cut_event event = { .kind = CUT_MOVE, .path = from, .to = to };
    int code;
    if (cut_disk_refuses(disk, &event, &code))
        return code;
    if (disk->is_read_only)
        return SQLITE_PERM;
    const struct cut_entry *source = cut_entry_find(disk, from);
    const struct cut_entry *target = cut_entry_find(disk, to);
    if (source == NULL)
        return SQLITE_CANTOPEN;
    /* rename(2) does nothing between two names of one file. */
    if (target == NULL || target->current != source->current) {
        cut_entry_set(disk, to, source->current);
        cut_entry_set(disk, from, NULL);
    }
    cut_entries_settle(disk, from);
    cut_entries_settle(disk, to);
    event.done = true;
    cut_disk_announce(disk, &event);
    return SQLITE_OK;
}

static int disk_move_new(void *self, const char *from, const char *to)
{
    struct cut_disk *disk = self;
    if (!disk->is_off && cut_entry_find(disk, to) != NULL)
        return SQLITE_CONSTRAINT;
    return disk_move(self, from, to);
}

static int disk_link(void *self, const char *from, const char *to)
{
    struct cut_disk *disk = self;
    struct cut_event event = { .kind = CUT_LINK, .path = from, .to = to };
    int code;
    if (cut_disk_refuses(disk, &event, &code))
        return code;
    if (disk->is_read_only)
        return SQLITE_PERM;
    const struct cut_entry *source = cut_entry_find(disk, from);
    if (source == NULL)
        return SQLITE_CANTOPEN;
    if (cut_entry_find(disk, to) != NULL)
        return SQLITE_CONSTRAINT;
    cut_entry_set(disk, to, source->current);
    cut_entries_settle(disk, to);
    event.done = true;
    cut_disk_announce(disk, &event);
    return SQLITE_OK;
}

/* ---- asking */

static int vfs_access(sqlite3_vfs *vfs, const char *path, int flags, int *out)
{
    const struct cut_disk *disk = disk_of(vfs);
    sqlite3_int64 size = cut_disk_file_size(disk, path);
    *out = 0;
    if (disk->is_off)
        return SQLITE_IOERR;
    if (flags == SQLITE_ACCESS_EXISTS)
        *out = size > 0; /* for unix an empty file is none */
    else
        *out = size >= 0 && (flags == SQLITE_ACCESS_READ || !disk->is_read_only);
    return SQLITE_OK;
}

static int vfs_full_pathname(sqlite3_vfs *vfs, const char *path, int room, char *out)
{
    (void)vfs;
    if (strlen(path) >= (size_t)room)
        return SQLITE_CANTOPEN;
    strcpy(out, path);
    return SQLITE_OK;
}

static int vfs_randomness(sqlite3_vfs *vfs, int amount, char *out)
{
    sqlite3_vfs *system = disk_of(vfs)->system;
    return system->xRandomness(system, amount, out);
}

static int vfs_sleep(sqlite3_vfs *vfs, int microseconds)
{
    sqlite3_vfs *system = disk_of(vfs)->system;
    return system->xSleep(system, microseconds);
}

static int vfs_current_time(sqlite3_vfs *vfs, double *out)
{
    sqlite3_vfs *system = disk_of(vfs)->system;
    return system->xCurrentTime(system, out);
}

static int vfs_current_time_int64(sqlite3_vfs *vfs, sqlite3_int64 *out)
{
    sqlite3_vfs *system = disk_of(vfs)->system;
    return system->xCurrentTimeInt64(system, out);
}

static int vfs_last_error(sqlite3_vfs *vfs, int room, char *out)
{
    (void)vfs;
    (void)room;
    (void)out;
    return 0;
}

void cut_vfs_init(struct cut_disk *disk)
{
    disk->system = cut_must(sqlite3_vfs_find(NULL));
    disk->vfs = (sqlite3_vfs){
        .iVersion = 2,
        .szOsFile = sizeof(struct cut_file),
        .mxPathname = 1024,
        .zName = disk->name,
        .pAppData = disk,
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
    disk->disk = (struct disk){
        .vfs = &disk->vfs,
        .self = disk,
        .move = disk_move,
        .move_new = disk_move_new,
        .link = disk_link,
        .reserve = cut_space_reserve,
        .unreserve = cut_space_unreserve,
        .free_bytes = cut_space_free,
    };
}
