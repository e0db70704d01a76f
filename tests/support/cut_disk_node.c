/* SPDX-License-Identifier: Apache-2.0 */
#include "support/cut_disk_private.h"

#include <stdlib.h>
#include <string.h>

/* ---- changes */

void cut_change_apply(const struct cut_change *change, struct cut_bytes **bytes)
{
    if (change->payload == NULL)
        cut_bytes_resize(bytes, change->offset);
    else
        cut_bytes_write(bytes, change->offset, change->payload->data, change->payload->size);
}

static struct cut_payload *payload_new(const void *data, size_t size)
{
    struct cut_payload *payload = cut_must(malloc(sizeof *payload + size));
    payload->references = 1;
    payload->size = size;
    memcpy(payload->data, data, size);
    return payload;
}

static void payload_drop(struct cut_payload *payload)
{
    if (payload != NULL && --payload->references == 0)
        free(payload);
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
        payload_drop(node->changes[i].payload);
    node->change_count = 0;
}

static void add_change(struct cut_node *node, size_t offset, struct cut_payload *payload)
{
    node->changes = cut_grow(node->changes, node->change_count, sizeof node->changes[0]);
    struct cut_change *change = &node->changes[node->change_count++];
    *change = (struct cut_change){ .offset = offset, .payload = payload };
    cut_change_apply(change, &node->current);
}

void cut_node_write(struct cut_node *node, size_t offset, const void *data, size_t length)
{
    if (length > 0)
        add_change(node, offset, payload_new(data, length));
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
