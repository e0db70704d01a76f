/* SPDX-License-Identifier: Apache-2.0 */

/* The disk of the operating system (POSIX). */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#ifdef __linux__
#include <linux/fs.h>
#include <sys/syscall.h>
#endif

#include "vault/disk.h"

/* The folder that holds path, in a buffer that the caller frees; NULL without memory. */
static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return strdup(".");
    return strndup(path, slash == path ? 1 : (size_t)(slash - path));
}

static int sync_folder_of(const char *path)
{
    char *folder = folder_of(path);
    if (folder == NULL)
        return SQLITE_IOERR_NOMEM;
    int fd = open(folder, O_RDONLY | O_CLOEXEC);
    free(folder);
    if (fd < 0)
        return SQLITE_IOERR_DIR_FSYNC;
    /* Some file systems cannot sync a folder (EINVAL) and do not need it. */
    int code = fsync(fd) != 0 && errno != EINVAL ? SQLITE_IOERR_DIR_FSYNC : SQLITE_OK;
    close(fd);
    return code;
}

static int code_of_errno(int fallback)
{
    switch (errno) {
    case ENOSPC:
    case EDQUOT:
        return SQLITE_FULL;
    case EACCES:
    case EPERM:
        return SQLITE_PERM;
    case EROFS:
        return SQLITE_READONLY;
    case ENOENT:
        return SQLITE_CANTOPEN;
    case EEXIST:
        return SQLITE_CONSTRAINT;
    default:
        return fallback;
    }
}

static sqlite3_vfs *unix_vfs;

/* Opening a pipe waits until somebody writes into it, a device may do anything: only files are
 * opened. */
static int system_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags,
                       int *out_flags)
{
    struct stat info;
    file->pMethods = NULL;
    if (path != NULL && stat(path, &info) == 0 && !S_ISREG(info.st_mode))
        return SQLITE_NOTADB;
    return unix_vfs->xOpen(vfs, path, file, flags, out_flags);
}

/* A file that takes another one's place can be used by the same people. */
static void take_over_permissions(const char *from, const char *to)
{
    struct stat old;
    struct stat new;
    if (stat(to, &old) != 0 || stat(from, &new) != 0)
        return;
    bool has_owner = (old.st_uid == new.st_uid &&old.st_gid == new.st_gid) ||
                     chown(from, old.st_uid, old.st_gid) == 0 ||
                     chown(from, (uid_t)-1, old.st_gid) == 0;
    /* Not for another group than it was meant for. */
    mode_t mode = old.st_mode & (has_owner ? 0777 : 0700);
    if (mode != (new.st_mode & 07777) && chmod(from, mode) != 0)
        return; /* a file system without permissions */
}

static int system_move(void *self, const char *from, const char *to)
{
    (void)self;
    take_over_permissions(from, to);
    if (rename(from, to) != 0)
        return code_of_errno(SQLITE_IOERR_WRITE);
    return sync_folder_of(to);
}

/* rename() that refuses a name which is taken: in one step, so that two programs cannot both take
 * it, and so that a program killed there does not leave the file with two names. */
static int rename_new(const char *from, const char *to)
{
#if defined(SYS_renameat2) && defined(RENAME_NOREPLACE)
    if (syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != ENOSYS && errno != EINVAL)
        return -1;
#endif
    /* Old systems and some file systems on the network: look, then move. */
    struct stat info;
    if (lstat(to, &info) == 0) {
        errno = EEXIST;
        return -1;
    }
    return rename(from, to);
}

static int system_move_new(void *self, const char *from, const char *to)
{
    (void)self;
    if (rename_new(from, to) != 0)
        return code_of_errno(SQLITE_IOERR_WRITE);
    return sync_folder_of(to);
}

static int system_link(void *self, const char *from, const char *to)
{
    (void)self;
    if (link(from, to) == 0)
        return sync_folder_of(to);
    if (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS)
        return SQLITE_NOTFOUND;
    return code_of_errno(SQLITE_IOERR_WRITE);
}

/* The files with blocks reserved.  Closing any descriptor of a file drops the process's locks on
 * it (POSIX), and SQLite holds its locks on this very file: so a descriptor is only closed once
 * the file has no name any more, which SQLite's last connection sees to. */
static struct reserved {
    struct reserved *next;
    char *path;
    int fd;
} * reserved_files;

static sqlite3_mutex *reserved_mutex(void)
{
    return sqlite3_mutex_alloc(SQLITE_MUTEX_STATIC_APP1);
}

static bool is_still_named(const struct reserved *entry)
{
    struct stat mine;
    struct stat named;
    return fstat(entry->fd, &mine) == 0 && stat(entry->path, &named) == 0 &&
           mine.st_ino == named.st_ino && mine.st_dev == named.st_dev;
}

static void drop_unnamed(const char *path)
{
    for (struct reserved **at = &reserved_files; *at != NULL;) {
        struct reserved *entry = *at;
        if (strcmp(entry->path, path) != 0 || is_still_named(entry)) {
            at = &entry->next;
            continue;
        }
        *at = entry->next;
        close(entry->fd);
        free(entry->path);
        free(entry);
    }
}

static struct reserved *find_reserved(const char *path)
{
    drop_unnamed(path);
    for (struct reserved *entry = reserved_files; entry != NULL; entry = entry->next)
        if (strcmp(entry->path, path) == 0)
            return entry;
    struct reserved *entry = calloc(1, sizeof(*entry));
    if (entry == NULL)
        return NULL;
    entry->path = strdup(path);
    entry->fd = entry->path == NULL ? -1 : open(path, O_RDWR | O_CLOEXEC);
    if (entry->fd < 0) {
        free(entry->path);
        free(entry);
        return NULL;
    }
    entry->next = reserved_files;
    reserved_files = entry;
    return entry;
}

static int system_reserve(void *self, const char *path, sqlite3_int64 bytes)
{
    (void)self;
    sqlite3_mutex_enter(reserved_mutex());
    struct reserved *entry = find_reserved(path);
    int failure = entry == NULL ? EIO : posix_fallocate(entry->fd, 0, (off_t)bytes);
    sqlite3_mutex_leave(reserved_mutex());
    if (failure == ENOSPC || failure == EDQUOT)
        return SQLITE_FULL;
    /* Where the file system cannot reserve, SQLite's own way of extending has to do. */
    return failure == 0 || failure == EINVAL || failure == EOPNOTSUPP ? SQLITE_OK
                                                                      : SQLITE_IOERR_SHMSIZE;
}

static void system_unreserve(void *self, const char *path)
{
    (void)self;
    sqlite3_mutex_enter(reserved_mutex());
    drop_unnamed(path);
    sqlite3_mutex_leave(reserved_mutex());
}

static int system_free_bytes(void *self, const char *path, sqlite3_int64 *out)
{
    struct statvfs info;
    (void)self;
    char *folder = folder_of(path);
    if (folder == NULL)
        return SQLITE_NOMEM;
    int failure = statvfs(folder, &info);
    free(folder);
    if (failure != 0)
        return code_of_errno(SQLITE_IOERR_READ);
    *out = (sqlite3_int64)info.f_bavail * (sqlite3_int64)info.f_frsize;
    if (info.f_files > 0 && info.f_favail == 0)
        *out = 0;
    return SQLITE_OK;
}

const struct disk *disk_system(void)
{
    static sqlite3_vfs vfs;
    static struct disk disk = {
        .move = system_move,
        .move_new = system_move_new,
        .link = system_link,
        .reserve = system_reserve,
        .unreserve = system_unreserve,
        .free_bytes = system_free_bytes,
    };
    if (disk.vfs == NULL) {
        unix_vfs = sqlite3_vfs_find("unix");
        vfs = *unix_vfs; /* not registered: only the vaults use it */
        vfs.xOpen = system_open;
        disk.vfs = &vfs;
    }
    return &disk;
}
