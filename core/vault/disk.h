/* SPDX-License-Identifier: Apache-2.0 */

/* What the vault stands on: SQLite's own VFS for the operating system plus the few things that
 * a VFS does not know (renaming, second names, free space, allocating blocks).  Every byte of an
 * office file is read and written through one struct disk, so that a test can put a disk below
 * it that fails, fills up, or loses its power at any write.
 *
 * All functions return SQLite result codes: SQLITE_OK or an SQLITE_IOERR_*, SQLITE_FULL,
 * SQLITE_CANTOPEN, SQLITE_PERM... */
#ifndef QADAM_VAULT_DISK_H
#define QADAM_VAULT_DISK_H

#include <sqlite3.h>

struct disk {
    /* Opens, reads, writes, syncs, locks, deletes (xDelete) and finds (xAccess) files. */
    sqlite3_vfs *vfs;
    void *self; /* given back to the functions below */
    /* Gives a file another name, replacing what has that name.  One step: whoever looks, even
     * after a power cut, finds the old or the new file whole.  Durable when it returns. */
    int (*move)(void *self, const char *from, const char *to);
    /* The same, but never over what has that name (SQLITE_CONSTRAINT). */
    int (*move_new)(void *self, const char *from, const char *to);
    /* Gives a file a second name.  SQLITE_EXISTS-like failure is SQLITE_CONSTRAINT;
     * SQLITE_NOTFOUND when the file system has no second names (FAT). */
    int (*link)(void *self, const char *from, const char *to);
    /* Makes sure that the first bytes of an existing or new file have real blocks behind them.
     * SQLITE_FULL when the disk has none left. */
    int (*reserve)(void *self, const char *path, sqlite3_int64 bytes);
    /* Forgets what reserve() keeps for that path. */
    void (*unreserve)(void *self, const char *path);
    /* The free bytes of the file system that holds path (or will hold it); 0 also when it cannot
     * hold another file, however small. */
    int (*free_bytes)(void *self, const char *path, sqlite3_int64 *out);
};

/* The real one.  Lives as long as the program. */
const struct disk *disk_system(void);

#endif
