/* SPDX-License-Identifier: Apache-2.0 */
#include "support/cut_disk_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *cut_must(void *memory)
{
    if (memory == NULL) {
        fputs("cut_disk: out of memory\n", stderr);
        abort();
    }
    return memory;
}

char *cut_text(const char *text)
{
    return cut_must(strdup(text));
}

void *cut_grow(void *array, size_t count, size_t item_size)
{
    if ((count & (count - 1)) != 0)
        return array;
    return cut_must(realloc(array, (count == 0 ? 1 : 2 * count) * item_size));
}

/* ---- bytes */

struct cut_bytes *cut_bytes_new(const void *data, size_t size)
{
    struct cut_bytes *bytes = cut_must(calloc(1, sizeof *bytes));
    bytes->references = 1;
    if (size > 0)
        cut_bytes_write(&bytes, 0, data, size);
    return bytes;
}

struct cut_bytes *cut_bytes_share(struct cut_bytes *bytes)
{
    bytes->references++;
    return bytes;
}

void cut_bytes_drop(struct cut_bytes *bytes)
{
    if (bytes == NULL || --bytes->references > 0)
        return;
    free(bytes->data);
    free(bytes);
}

static void own(struct cut_bytes **bytes)
{
    struct cut_bytes *shared = *bytes;
    if (shared->references == 1)
        return;
    *bytes = cut_bytes_new(shared->data, shared->size);
    cut_bytes_drop(shared);
}

void cut_bytes_resize(struct cut_bytes **bytes, size_t size)
{
    own(bytes);
    struct cut_bytes *mine = *bytes;
    if (size > mine->room) {
        size_t room = size > 2 * mine->room ? size : 2 * mine->room;
        mine->data = cut_must(realloc(mine->data, room));
        mine->room = room;
    }
    if (size > mine->size)
        memset(mine->data + mine->size, 0, size - mine->size);
    mine->size = size;
}

void cut_bytes_write(struct cut_bytes **bytes, size_t offset, const void *data, size_t length)
{
    if (length == 0)
        return;
    if (offset + length > (*bytes)->size)
        cut_bytes_resize(bytes, offset + length);
    own(bytes);
    memcpy((*bytes)->data + offset, data, length);
}

void cut_change_apply(const struct cut_change *change, struct cut_bytes **bytes)
{
    if (change->data == NULL)
        cut_bytes_resize(bytes, change->offset);
    else
        cut_bytes_write(bytes, change->offset, change->data->data, change->data->size);
}

/* ---- files */

struct cut_node *cut_node_take(struct cut_disk *disk, struct cut_bytes *durable,
                               struct cut_bytes *current)
{
    struct cut_node *node = cut_must(calloc(1, sizeof *node));
    node->durable = durable;
    node->current = current;
    node->next = disk->nodes;
    disk->nodes = node;
    return node;
}

static void forget_changes(struct cut_node *node)
{
    for (size_t i = 0; i < node->change_count; i++)
        cut_bytes_drop(node->changes[i].data);
    node->change_count = 0;
}

static void add_change(struct cut_node *node, size_t offset, struct cut_bytes *data)
{
    node->changes = cut_grow(node->changes, node->change_count, sizeof node->changes[0]);
    struct cut_change *change = &node->changes[node->change_count++];
    *change = (struct cut_change){ .offset = offset, .data = data };
    cut_change_apply(change, &node->current);
}

void cut_node_write(struct cut_node *node, size_t offset, const void *data, size_t length)
{
    if (length > 0)
        add_change(node, offset, cut_bytes_new(data, length));
}

void cut_node_truncate(struct cut_node *node, size_t size)
{
    add_change(node, size, NULL);
}

void cut_node_sync(struct cut_node *node)
{
    for (size_t i = 0; i < node->change_count; i++)
        cut_change_apply(&node->changes[i], &node->durable);
    forget_changes(node);
}

void cut_node_release(struct cut_disk *disk, struct cut_node *node)
{
    if (node == NULL || --node->references > 0)
        return;
    struct cut_node **link = &disk->nodes;
    while (*link != node)
        link = &(*link)->next;
    *link = node->next;
    forget_changes(node);
    free(node->changes);
    cut_bytes_drop(node->durable);
    cut_bytes_drop(node->current);
    free(node);
}

/* ---- names */

static struct cut_entry *entry_of(const struct cut_disk *disk, const char *path)
{
    for (size_t i = 0; i < disk->entry_count; i++)
        if (strcmp(disk->entries[i].path, path) == 0)
            return &disk->entries[i];
    return NULL;
}

struct cut_entry *cut_entry_find(const struct cut_disk *disk, const char *path)
{
    struct cut_entry *entry = entry_of(disk, path);
    return entry != NULL && entry->current != NULL ? entry : NULL;
}

static void replace(struct cut_disk *disk, struct cut_node **slot, struct cut_node *node)
{
    struct cut_node *old = *slot;
    if (node != NULL)
        node->references++;
    *slot = node;
    cut_node_release(disk, old);
}

void cut_entry_set(struct cut_disk *disk, const char *path, struct cut_node *node)
{
    struct cut_entry *entry = entry_of(disk, path);
    if (entry == NULL) {
        disk->entries = cut_grow(disk->entries, disk->entry_count, sizeof disk->entries[0]);
        entry = &disk->entries[disk->entry_count++];
        *entry = (struct cut_entry){ .path = cut_text(path) };
    }
    replace(disk, &entry->current, node);
}

void cut_entry_set_durable(struct cut_disk *disk, struct cut_entry *entry, struct cut_node *node)
{
    replace(disk, &entry->durable, node);
}

static size_t directory_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? 0 : (size_t)(slash - path);
}

void cut_entries_settle(struct cut_disk *disk, const char *path)
{
    size_t length = directory_length(path);
    for (size_t i = 0; i < disk->entry_count; i++) {
        struct cut_entry *entry = &disk->entries[i];
        if (directory_length(entry->path) == length && strncmp(entry->path, path, length) == 0)
            cut_entry_set_durable(disk, entry, entry->current);
    }
}
