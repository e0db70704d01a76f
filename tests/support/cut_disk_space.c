/* SPDX-License-Identifier: Apache-2.0 */

/* How much room is left.  Counted in bytes, over everything that has a name or is open, the
 * shared memory (which is a file beside the database on a real disk), and what is set aside. */
#include "support/cut_disk_private.h"

#include <stdlib.h>
#include <string.h>

static const sqlite3_int64 WITHOUT_LIMIT = (sqlite3_int64)1 << 40;

static struct cut_reservation *reservation_of(const struct cut_disk *disk, const char *path)
{
    for (size_t i = 0; i < disk->reservation_count; i++)
        if (strcmp(disk->reservations[i].path, path) == 0)
            return &disk->reservations[i];
    return NULL;
}

/* The size of a file, or of the shared memory when path is a database's name with "-shm". */
static sqlite3_int64 size_at(const struct cut_disk *disk, const char *path)
{
    sqlite3_int64 size = cut_disk_file_size(disk, path);
    size_t length = strlen(path);
    if (size >= 0 || length < 4 || strcmp(path + length - 4, "-shm") != 0)
        return size < 0 ? 0 : size;
    char *database = cut_text(path);
    database[length - 4] = '\0';
    const struct cut_entry *entry = cut_entry_find(disk, database);
    free(database);
    return entry == NULL ? 0 : cut_shm_size(entry->current->shm);
}

/* What was deleted gives its room back at once, although a cut may still bring it back. */
static bool takes_room(const struct cut_disk *disk, const struct cut_node *node)
{
    if (node->files != NULL)
        return true;
    for (size_t i = 0; i < disk->entry_count; i++)
        if (disk->entries[i].current == node)
            return true;
    return false;
}

static sqlite3_int64 used(const struct cut_disk *disk)
{
    sqlite3_int64 bytes = 0;
    for (const struct cut_node *node = disk->nodes; node != NULL; node = node->next)
        if (takes_room(disk, node))
            bytes += (sqlite3_int64)node->current->size + cut_shm_size(node->shm);
    for (size_t i = 0; i < disk->reservation_count; i++) {
        const struct cut_reservation *reservation = &disk->reservations[i];
        sqlite3_int64 size = size_at(disk, reservation->path);
        if (reservation->bytes > size)
            bytes += reservation->bytes - size;
    }
    return bytes;
}

static sqlite3_int64 free_now(const struct cut_disk *disk)
{
    if (disk->capacity < 0)
        return WITHOUT_LIMIT;
    sqlite3_int64 left = disk->capacity - used(disk);
    return left < 0 ? 0 : left;
}

sqlite3_int64 cut_space_limit(const struct cut_disk *disk, const char *path, sqlite3_int64 size)
{
    if (disk->capacity < 0)
        return WITHOUT_LIMIT;
    const struct cut_reservation *reservation = reservation_of(disk, path);
    if (reservation != NULL && reservation->bytes > size)
        size = reservation->bytes;
    return size + free_now(disk);
}

int cut_space_reserve(void *self, const char *path, sqlite3_int64 bytes)
{
    struct cut_disk *disk = self;
    if (disk->is_off)
        return SQLITE_IOERR;
    if (disk->is_read_only)
        return SQLITE_PERM;
    if (bytes > cut_space_limit(disk, path, size_at(disk, path)))
        return SQLITE_FULL;
    struct cut_reservation *reservation = reservation_of(disk, path);
    if (reservation == NULL) {
        disk->reservations =
            cut_grow(disk->reservations, disk->reservation_count, sizeof disk->reservations[0]);
        reservation = &disk->reservations[disk->reservation_count++];
        *reservation = (struct cut_reservation){ .path = cut_text(path) };
    }
    if (bytes > reservation->bytes)
        reservation->bytes = bytes;
    return SQLITE_OK;
}

void cut_space_unreserve(void *self, const char *path)
{
    struct cut_reservation *reservation = reservation_of(self, path);
    if (reservation != NULL)
        reservation->bytes = 0;
}

int cut_space_free(void *self, const char *path, sqlite3_int64 *out)
{
    const struct cut_disk *disk = self;
    (void)path;
    *out = 0;
    if (disk->is_off)
        return SQLITE_IOERR;
    *out = free_now(disk);
    return SQLITE_OK;
}
