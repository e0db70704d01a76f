/* SPDX-License-Identifier: Apache-2.0 */

/* Whether a secret ever stood on the disk, however it was cut into writes and whatever became of
 * it since. */
#include "support/cut_disk_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* memmem is not in POSIX. */
static const unsigned char *find(const unsigned char *in, size_t size,
                                 const struct cut_needle *needle)
{
    const unsigned char *wanted = needle->bytes;
    while (size >= needle->length) {
        const unsigned char *start = memchr(in, wanted[0], size - needle->length + 1);
        if (start == NULL || memcmp(start, wanted, needle->length) == 0)
            return start;
        size -= (size_t)(start - in) + 1;
        in = start + 1;
    }
    return NULL;
}

static void search_one(struct cut_needle *needle, const char *path, const struct cut_bytes *bytes,
                       const size_t range[2])
{
    size_t around = needle->length - 1;
    size_t from = range[0] > around ? range[0] - around : 0;
    size_t to = range[1] + around < bytes->size ? range[1] + around : bytes->size;
    if (needle->found_in != NULL || from >= to)
        return;
    unsigned char *piece = cut_must(malloc(to - from));
    cut_bytes_read(bytes, from, piece, to - from);
    const unsigned char *found = find(piece, to - from, needle);
    if (found != NULL) {
        needle->found_in = cut_text(path);
        needle->found_at = (sqlite3_int64)from + (found - piece);
    }
    free(piece);
}

void cut_disk_search(struct cut_disk *disk, const char *path, const struct cut_bytes *bytes,
                     size_t offset, size_t length)
{
    size_t range[2] = { offset, offset + length };
    for (size_t i = 0; i < disk->needle_count; i++)
        search_one(&disk->needles[i], path, bytes, range);
}

static struct cut_needle *needle_of(const struct cut_disk *disk, const void *bytes, size_t length)
{
    for (size_t i = 0; i < disk->needle_count; i++) {
        struct cut_needle *needle = &disk->needles[i];
        if (needle->length == length && memcmp(needle->bytes, bytes, length) == 0)
            return needle;
    }
    return NULL;
}

void cut_disk_watch(struct cut_disk *disk, const void *bytes, size_t length)
{
    if (length == 0 || needle_of(disk, bytes, length) != NULL)
        return;
    disk->needles = cut_grow(disk->needles, disk->needle_count, sizeof disk->needles[0]);
    struct cut_needle *needle = &disk->needles[disk->needle_count++];
    *needle = (struct cut_needle){ .bytes = cut_must(malloc(length)), .length = length };
    memcpy(needle->bytes, bytes, length);
    for (size_t i = 0; i < disk->entry_count; i++) {
        const struct cut_entry *entry = &disk->entries[i];
        if (entry->current == NULL)
            continue;
        size_t all[2] = { 0, entry->current->current->size };
        search_one(needle, entry->path, entry->current->current, all);
    }
}

static const struct cut_needle *first_found(const struct cut_disk *disk)
{
    for (size_t i = 0; i < disk->needle_count; i++)
        if (disk->needles[i].found_in != NULL)
            return &disk->needles[i];
    return NULL;
}

bool cut_disk_ever_wrote(const struct cut_disk *disk, const void *bytes, size_t length,
                         struct cut_hit *hit)
{
    const struct cut_needle *needle =
        bytes == NULL ? first_found(disk) : needle_of(disk, bytes, length);
    if (disk->needle_count == 0 || (bytes != NULL && needle == NULL)) {
        /* "Never seen" would be a lie. */
        fputs("cut_disk: asked for a string that nobody watched\n", stderr);
        abort();
    }
    if (needle == NULL || needle->found_in == NULL)
        return false;
    if (hit != NULL)
        *hit = (struct cut_hit){ .path = needle->found_in, .offset = needle->found_at };
    return true;
}
