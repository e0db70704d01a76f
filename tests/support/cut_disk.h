/* SPDX-License-Identifier: Apache-2.0 */

/* A disk in memory whose power can be cut.  It takes the place of disk_system() and remembers of
 * every file what was synced and what was only written since.
 * - A write or truncate is pending until xSync of its file.  A cut may lose, keep, tear or reorder
 *   what is pending, in sectors of 512 bytes; bytes outside of a write never suffer
 *   (SQLITE_IOCAP_POWERSAFE_OVERWRITE, as on today's disks).
 * - A new name is pending until the first sync of its file.  move, link and xDelete(syncDir=1)
 *   are one step, durable when they return.  They settle every pending name in the directory, and
 *   so does the first sync of a journal or WAL, for which SQLite on unix syncs the directory;
 *   until then xDelete(syncDir=0) may be undone by a cut.
 * - Locks on the main file and on shared memory work between all handles of a file.
 * One thread at a time.  Running out of memory or wrong use aborts the test. */
#ifndef QADAM_TESTS_SUPPORT_CUT_DISK_H
#define QADAM_TESTS_SUPPORT_CUT_DISK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "vault/disk.h"

struct cut_disk;

enum cut_kind {
    CUT_OPEN,
    CUT_READ,
    CUT_WRITE,
    CUT_TRUNCATE,
    CUT_SYNC,
    CUT_DELETE,
    CUT_MOVE,
    CUT_LINK
};

/* What a cut does to pending changes; pending names come or go at random in the last three. */
enum cut_mode {
    CUT_LOSE_ALL,    /* only what was synced is left */
    CUT_KEEP_ALL,    /* everything had reached the disk */
    CUT_KEEP_PREFIX, /* of each file the first changes, in order */
    CUT_TORN,        /* the same, and the last write ends at a sector border */
    CUT_REORDERED,   /* any sectors of any writes; a file may grow by sectors that hold zeros */
    CUT_MODE_COUNT
};

/* Something that is about to happen, or (done) has just happened to a name. */
struct cut_event {
    enum cut_kind kind;
    bool done;        /* the second call for a delete, move or link: it is in force now */
    const char *path; /* the name under which the file was opened */
    const char *to;   /* the other name of a move or link, else NULL */
    sqlite3_int64 offset, length;
    unsigned long number; /* counts the calls of the hook, from 1 */
};
typedef void cut_hook(void *self, struct cut_disk *disk, const struct cut_event *event);

/* A failure to come.  The operation does nothing and returns code; with SQLITE_OK the disk lies. */
struct cut_fault {
    enum cut_kind kind;
    int code;
    unsigned after;   /* so many matching operations succeed first */
    bool is_sticky;   /* else it fails once */
    const char *path; /* a part of the name; NULL: every file */
};
struct cut_opening {
    const char *path;
    int flags, kind; /* SQLITE_OPEN_MAIN_DB, SQLITE_OPEN_WAL, ... */
};
struct cut_hit {
    const char *path;
    sqlite3_int64 offset;
};

/* An empty disk without limits under a VFS name of its own. */
struct cut_disk *cut_disk_new(void);
/* The same files and pending changes, but no hook, faults, limits, needles or records. */
struct cut_disk *cut_disk_clone(const struct cut_disk *disk);
/* Every file on it must be closed. */
void cut_disk_free(struct cut_disk *disk);
/* What the vault takes; ->vfs->zName is what sqlite3_open_v2 takes.  Lives as long as the disk. */
const struct disk *cut_disk_as_disk(const struct cut_disk *disk);

/* A clone as after a cut at this moment; by the same seed the same one. */
struct cut_disk *cut_disk_crash_image(const struct cut_disk *disk, enum cut_mode mode,
                                      uint64_t seed);

/* Calls hook before each write, truncate and sync, before and after each delete, move and link.
 * In it, other disks may be used freely; of this one only images, faults, limits and power_off. */
void cut_disk_set_hook(struct cut_disk *disk, cut_hook *hook, void *self);
/* Plans a failure.  Several may be planned; the first that is due happens. */
void cut_disk_fail(struct cut_disk *disk, const struct cut_fault *fault);
/* Forgets all planned failures. */
void cut_disk_heal(struct cut_disk *disk);
/* The size; negative: no limit.  What does not fit is written in part and gives SQLITE_FULL. */
void cut_disk_set_capacity(struct cut_disk *disk, sqlite3_int64 bytes);
/* Files open for reading only, as from a CD, and names cannot change. */
void cut_disk_set_read_only(struct cut_disk *disk, bool is_read_only);
/* From now on every operation fails with SQLITE_IOERR; closing works. */
void cut_disk_power_off(struct cut_disk *disk);

/* All different openings so far, failed ones too; returns how many. */
size_t cut_disk_openings(const struct cut_disk *disk, const struct cut_opening **out);
/* Looks out for a byte string in everything that is written from now on, and in what is there. */
void cut_disk_watch(struct cut_disk *disk, const void *needle, size_t length);
/* Whether a watched string (NULL: any) ever stood in a file, and where first; hit may be NULL. */
bool cut_disk_ever_wrote(const struct cut_disk *disk, const void *needle, size_t length,
                         struct cut_hit *hit);

/* The names on the disk by index; NULL after the last. */
const char *cut_disk_path(const struct cut_disk *disk, size_t index);
/* The bytes as a program reads them, until the next change; NULL when there is no such file. */
const unsigned char *cut_disk_content(const struct cut_disk *disk, const char *path, size_t *size);
/* -1 when there is no such file. */
sqlite3_int64 cut_disk_file_size(const struct cut_disk *disk, const char *path);
/* Flips the bits of mask in one byte, durably; pending writes over it win at the next sync. */
void cut_disk_flip(struct cut_disk *disk, const char *path, size_t offset, unsigned char mask);
/* Creates or replaces a file, durably and without events. */
void cut_disk_put(struct cut_disk *disk, const char *path, const void *bytes, size_t size);

#endif
