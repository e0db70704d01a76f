/* SPDX-License-Identifier: Apache-2.0 */

/* A real file system that is small enough to be filled up.  Only root can make one. */
#ifndef QADAM_TESTS_SUPPORT_SMALL_DISK_H
#define QADAM_TESTS_SUPPORT_SMALL_DISK_H

#include "support/folder.h"

struct small_disk {
    struct folder folder; /* holds the image, if any, and the place where it is mounted */
    char mounted[FOLDER_PATH_SIZE];
    bool is_mounted;
};

/* Memory as a disk, with so many files at most (0: any number), or ext4 with blocks of 1 KiB in an
 * image.  NULL, or the reason why this is not possible here; small_disk_remove() in any case. */
const char *small_disk_make_tmpfs(struct small_disk *disk, long kib, long files);
const char *small_disk_make_ext4(struct small_disk *disk, long kib);
/* Everything on it is gone. */
void small_disk_remove(struct small_disk *disk);

void small_disk_path(char out[FOLDER_PATH_SIZE], const struct small_disk *disk, const char *name);

/* Fills it up with a file of its own until that many KiB are left. */
void small_disk_leave(const struct small_disk *disk, long kib);
/* Fills it up with empty files until no other can be made. */
void small_disk_take_all_names(const struct small_disk *disk);
/* Takes the two above back. */
void small_disk_make_room(const struct small_disk *disk);

/* How many files there are beside those, office.qadam and its log and index. */
int small_disk_count_strangers(const struct small_disk *disk);

#endif
