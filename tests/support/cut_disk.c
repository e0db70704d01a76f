/* SPDX-License-Identifier: Apache-2.0 */
#include "support/cut_disk_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void misused(const char *what, const char *detail)
{
    fprintf(stderr, "cut_disk: %s: %s\n", what, detail);
    abort();
}

/* ---- making and freeing */

struct cut_disk *cut_disk_new(void)
{
    static unsigned long disk_count;
    struct cut_disk *disk = cut_must(calloc(1, sizeof *disk));
    snprintf(disk->name, sizeof disk->name, "cut-%lu", ++disk_count);
    disk->capacity = -1;
    cut_vfs_init(disk);
    if (sqlite3_vfs_register(&disk->vfs, 0) != SQLITE_OK)
        misused("the VFS cannot be registered", disk->name);
    return disk;
}

static void free_names(struct cut_disk *disk)
{
    for (size_t i = 0; i < disk->entry_count; i++) {
        struct cut_entry *entry = &disk->entries[i];
        cut_node_release(disk, entry->current);
        cut_node_release(disk, entry->durable);
        free(entry->path);
    }
    free(disk->entries);
    for (size_t i = 0; i < disk->opening_count; i++)
        free((void *)disk->openings[i].path);
    free(disk->openings);
    for (size_t i = 0; i < disk->reservation_count; i++)
        free(disk->reservations[i].path);
    free(disk->reservations);
}

void cut_disk_free(struct cut_disk *disk)
{
    if (disk == NULL)
        return;
    for (const struct cut_node *node = disk->nodes; node != NULL; node = node->next)
        if (node->files != NULL)
            misused("freed with an open file", node->files->path);
    sqlite3_vfs_unregister(&disk->vfs);
    free_names(disk);
    cut_disk_heal(disk);
    for (size_t i = 0; i < disk->needle_count; i++) {
        free(disk->needles[i].bytes);
        free(disk->needles[i].found_in);
    }
    free(disk->needles);
    free(disk);
}

const struct disk *cut_disk_as_disk(const struct cut_disk *disk)
{
    return &disk->disk;
}

/* ---- hook, faults, limits */

void cut_disk_set_hook(struct cut_disk *disk, cut_hook *hook, void *self)
{
    disk->hook = hook;
    disk->hook_self = self;
}

void cut_disk_fail(struct cut_disk *disk, const struct cut_fault *fault)
{
    disk->faults = cut_grow(disk->faults, disk->fault_count, sizeof disk->faults[0]);
    struct cut_planned_fault *planned = &disk->faults[disk->fault_count++];
    *planned = (struct cut_planned_fault){ .fault = *fault };
    if (fault->path != NULL)
        planned->path = cut_text(fault->path);
}

void cut_disk_heal(struct cut_disk *disk)
{
    for (size_t i = 0; i < disk->fault_count; i++)
        free(disk->faults[i].path);
    free(disk->faults);
    disk->faults = NULL;
    disk->fault_count = 0;
}

void cut_disk_set_capacity(struct cut_disk *disk, sqlite3_int64 bytes)
{
    disk->capacity = bytes;
}

void cut_disk_set_read_only(struct cut_disk *disk, bool is_read_only)
{
    disk->is_read_only = is_read_only;
}

void cut_disk_power_off(struct cut_disk *disk)
{
    disk->is_off = true;
}

static bool concerns(const struct cut_planned_fault *planned, const struct cut_event *event)
{
    if (planned->is_spent || planned->fault.kind != event->kind)
        return false;
    return planned->path == NULL || strstr(event->path, planned->path) != NULL ||
           (event->to != NULL && strstr(event->to, planned->path) != NULL);
}

void cut_disk_announce(struct cut_disk *disk, const struct cut_event *event)
{
    if (disk->hook == NULL)
        return;
    struct cut_event numbered = *event;
    numbered.number = ++disk->event_count;
    disk->hook(disk->hook_self, disk, &numbered);
}

bool cut_disk_refuses(struct cut_disk *disk, const struct cut_event *event, int *code)
{
    if (!disk->is_off && event->kind != CUT_OPEN && event->kind != CUT_READ)
        cut_disk_announce(disk, event);
    *code = SQLITE_IOERR;
    if (disk->is_off)
        return true;
    for (size_t i = 0; i < disk->fault_count; i++) {
        struct cut_planned_fault *planned = &disk->faults[i];
        if (!concerns(planned, event) || planned->seen++ < planned->fault.after)
            continue;
        planned->is_spent = !planned->fault.is_sticky;
        *code = planned->fault.code;
        return true;
    }
    return false;
}

/* ---- looking at it */

size_t cut_disk_openings(const struct cut_disk *disk, const struct cut_opening **out)
{
    *out = disk->openings;
    return disk->opening_count;
}

const char *cut_disk_path(const struct cut_disk *disk, size_t index)
{
    for (size_t i = 0; i < disk->entry_count; i++)
        if (disk->entries[i].current != NULL && index-- == 0)
            return disk->entries[i].path;
    return NULL;
}

const unsigned char *cut_disk_content(const struct cut_disk *disk, const char *path, size_t *size)
{
    const struct cut_entry *entry = cut_entry_find(disk, path);
    *size = entry == NULL ? 0 : entry->current->current->size;
    return entry == NULL ? NULL : cut_bytes_flat(entry->current->current);
}

sqlite3_int64 cut_disk_file_size(const struct cut_disk *disk, const char *path)
{
    const struct cut_entry *entry = cut_entry_find(disk, path);
    return entry == NULL ? -1 : (sqlite3_int64)entry->current->current->size;
}

static void flip(struct cut_bytes **bytes, size_t offset, unsigned char mask)
{
    if (offset >= (*bytes)->size)
        return;
    unsigned char byte;
    cut_bytes_read(*bytes, offset, &byte, 1);
    byte ^= mask;
    cut_bytes_write(bytes, offset, &byte, 1);
}

void cut_disk_flip(struct cut_disk *disk, const char *path, size_t offset, unsigned char mask)
{
    struct cut_entry *entry = cut_entry_find(disk, path);
    if (entry == NULL || offset >= entry->current->current->size)
        misused("no such byte to flip", path);
    flip(&entry->current->current, offset, mask);
    flip(&entry->current->durable, offset, mask);
}

void cut_disk_put(struct cut_disk *disk, const char *path, const void *bytes, size_t size)
{
    struct cut_bytes *content = cut_bytes_new(bytes, size);
    struct cut_node *node = cut_node_take(disk, content, cut_bytes_share(content));
    cut_entry_set(disk, path, node);
    cut_entry_set_durable(disk, cut_entry_find(disk, path), node);
    cut_disk_search(disk, path, content, 0, size);
}
