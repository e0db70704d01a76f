/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE /* unshare() */
#include "support/small_disk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/child.h"
#include "support/unit.h"

enum { KIB = 1024, FILLING_STEP = 64 * KIB };

static const char ballast[] = "ballast";
static const char empty_name[] = "empty-";

/* ---- making one */

/* In a name space of its own a mount goes with the process, whatever becomes of that. */
static bool has_own_mounts(void)
{
    static enum { NOT_TRIED, HAS, HAS_NOT } answer;
    if (answer == NOT_TRIED)
        answer =
            unshare(CLONE_NEWNS) == 0 && mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
                ? HAS
                : HAS_NOT;
    return answer == HAS;
}

static const char *begin(struct small_disk *disk)
{
    *disk = (struct small_disk){ .is_mounted = false };
    folder_make(&disk->folder);
    folder_path(disk->mounted, &disk->folder, "disk");
    assert_int_equal(mkdir(disk->mounted, 0700), 0);
    if (geteuid() != 0)
        return "only root can mount a small disk";
    return has_own_mounts() ? NULL : "this system does not let root mount";
}

const char *small_disk_make_tmpfs(struct small_disk *disk, long kib, long files)
{
    char options[64];
    const char *reason = begin(disk);
    if (reason != NULL)
        return reason;
    snprintf(options, sizeof(options), "size=%ldk,nr_inodes=%ld,mode=0755", kib, files);
    if (mount("small", disk->mounted, "tmpfs", 0, options) != 0)
        return "tmpfs cannot be mounted";
    disk->is_mounted = true;
    return NULL;
}

const char *small_disk_make_ext4(struct small_disk *disk, long kib)
{
    char image[FOLDER_PATH_SIZE];
    const char *const format[] = { "mkfs.ext4", "-q", "-F", "-b", "1024", "-m", "0", image, NULL };
    const char *const mount_it[] = { "mount", "-o", "loop", image, disk->mounted, NULL };
    const char *reason = begin(disk);
    if (reason != NULL)
        return reason;
    folder_path(image, &disk->folder, "image");
    file_write(image, "", 0);
    assert_int_equal(truncate(image, kib * KIB), 0);
    if (child_run(format, NULL, NULL) != 0)
        return "mkfs.ext4 is missing (package e2fsprogs)";
    if (child_run(mount_it, NULL, NULL) != 0)
        return "an image of ext4 cannot be mounted (no loop device)";
    disk->is_mounted = true;
    return NULL;
}

void small_disk_remove(struct small_disk *disk)
{
    if (disk->is_mounted && umount2(disk->mounted, 0) != 0)
        assert_int_equal(umount2(disk->mounted, MNT_DETACH), 0);
    disk->is_mounted = false;
    assert_int_equal(rmdir(disk->mounted), 0);
    folder_remove(&disk->folder);
}

void small_disk_path(char out[FOLDER_PATH_SIZE], const struct small_disk *disk, const char *name)
{
    int length = snprintf(out, FOLDER_PATH_SIZE, "%s/%s", disk->mounted, name);
    assert_true(length > 0 && length < FOLDER_PATH_SIZE);
}

/* ---- filling it */

/* Appends until there is no room for another step. */
static void fill(int fd, size_t step)
{
    static const char zeros[FILLING_STEP];
    while (write(fd, zeros, step) == (ssize_t)step)
        continue;
}

void small_disk_leave(const struct small_disk *disk, long kib)
{
    char path[FOLDER_PATH_SIZE];
    struct stat info;
    small_disk_path(path, disk, ballast);
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    assert_true(fd >= 0);
    fill(fd, FILLING_STEP);
    fsync(fd); /* delayed blocks get their place, and what was deleted is free */
    fill(fd, FILLING_STEP);
    fill(fd, KIB);
    assert_int_equal(fstat(fd, &info), 0);
    off_t size = info.st_size > kib * KIB ? info.st_size - kib * KIB : 0;
    assert_int_equal(ftruncate(fd, size), 0);
    fsync(fd);
    close(fd);
}

static void empty_path(char out[FOLDER_PATH_SIZE], const struct small_disk *disk, int number)
{
    char name[32];
    snprintf(name, sizeof(name), "%s%d", empty_name, number);
    small_disk_path(out, disk, name);
}

void small_disk_take_all_names(const struct small_disk *disk)
{
    char path[FOLDER_PATH_SIZE];
    int fd;
    int number = 0;
    do {
        empty_path(path, disk, ++number);
        fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        close(fd);
    } while (fd >= 0);
    assert_int_equal(errno, EBADF); /* that of close() */
}

void small_disk_make_room(const struct small_disk *disk)
{
    char path[FOLDER_PATH_SIZE];
    small_disk_path(path, disk, ballast);
    unlink(path);
    for (int number = 1;; number++) {
        empty_path(path, disk, number);
        if (unlink(path) != 0)
            break;
    }
    int fd = open(disk->mounted, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    fsync(fd);
    close(fd);
}

int small_disk_count_strangers(const struct small_disk *disk)
{
    static const char *const known[] = { ".", "lost+found", ballast, empty_name };
    int count = 0;
    DIR *listing = opendir(disk->mounted);
    assert_non_null(listing);
    for (struct dirent *entry = readdir(listing); entry != NULL; entry = readdir(listing)) {
        bool is_known = strcmp(entry->d_name, "office.qadam") == 0 ||
                        strcmp(entry->d_name, "office.qadam-wal") == 0 ||
                        strcmp(entry->d_name, "office.qadam-shm") == 0;
        for (size_t i = 0; i < sizeof(known) / sizeof(known[0]) && !is_known; i++)
            is_known = strncmp(entry->d_name, known[i], strlen(known[i])) == 0;
        if (!is_known)
            print_message("left on the disk: %s\n", entry->d_name);
        count += !is_known;
    }
    closedir(listing);
    return count;
}
