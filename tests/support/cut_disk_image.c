/* SPDX-License-Identifier: Apache-2.0 */

/* Copies of a disk: as it is (clone), and as a power cut may leave it. */
#include "support/cut_disk_private.h"

#include <stdlib.h>

enum { SECTOR = 512 };

struct lottery {
    enum cut_mode mode;
    uint64_t state;
};

/* splitmix64: any seed is as good as any other, also 0, 1, 2... */
static uint64_t draw(struct lottery *lottery, uint64_t below)
{
    uint64_t z = (lottery->state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (z ^ (z >> 31)) % below;
}

/* ---- what is left of one file */

static size_t sector_count(const struct cut_change *change)
{
    size_t last = change->offset + change->payload->size - 1;
    return last / SECTOR - change->offset / SECTOR + 1;
}

/* Applies the part of a write that falls into one of the sectors it touches. */
static void apply_sector(const struct cut_change *change, size_t sector, struct cut_bytes **bytes)
{
    size_t end = change->offset + change->payload->size;
    size_t from = (change->offset / SECTOR + sector) * SECTOR;
    size_t to = from + SECTOR < end ? from + SECTOR : end;
    if (from < change->offset)
        from = change->offset;
    cut_bytes_write(bytes, from, change->payload->data + (from - change->offset), to - from);
}

static void apply_torn(const struct cut_change *change, struct lottery *lottery,
                       struct cut_bytes **bytes)
{
    size_t count = change->payload == NULL ? 1 : sector_count(change);
    if (count == 1) {
        if (draw(lottery, 2) == 0)
            cut_change_apply(change, bytes);
        return;
    }
    size_t kept = 1 + (size_t)draw(lottery, count - 1);
    for (size_t sector = 0; sector < kept; sector++)
        apply_sector(change, sector, bytes);
}

static void apply_reordered(const struct cut_node *node, struct lottery *lottery,
                            struct cut_bytes **bytes)
{
    uint64_t chance = 1 + draw(lottery, 7); /* of eight: from nearly nothing to nearly all */
    for (size_t i = 0; i < node->change_count; i++) {
        const struct cut_change *change = &node->changes[i];
        if (change->payload == NULL) {
            if (draw(lottery, 8) < chance)
                cut_change_apply(change, bytes);
            continue;
        }
        size_t end = change->offset + change->payload->size;
        if (end > (*bytes)->size && draw(lottery, 8) < chance)
            cut_bytes_resize(bytes, end);
        size_t count = sector_count(change);
        for (size_t sector = 0; sector < count; sector++)
            if (draw(lottery, 8) < chance)
                apply_sector(change, sector, bytes);
    }
}

static struct cut_bytes *remains(const struct cut_node *node, struct lottery *lottery)
{
    if (lottery->mode == CUT_KEEP_ALL || node->change_count == 0)
        return cut_bytes_share(node->current);
    struct cut_bytes *bytes = cut_bytes_share(node->durable);
    size_t kept = 0;
    if (lottery->mode == CUT_KEEP_PREFIX)
        kept = (size_t)draw(lottery, node->change_count + 1);
    else if (lottery->mode == CUT_TORN)
        kept = (size_t)draw(lottery, node->change_count);
    for (size_t i = 0; i < kept; i++)
        cut_change_apply(&node->changes[i], &bytes);
    if (lottery->mode == CUT_TORN)
        apply_torn(&node->changes[kept], lottery, &bytes);
    else if (lottery->mode == CUT_REORDERED)
        apply_reordered(node, lottery, &bytes);
    return bytes;
}

/* What a name means after the cut.  A file replaced by another one under the same name may also
 * leave the moment between the two: none. */
static const struct cut_node *survivor(const struct cut_entry *entry, struct lottery *lottery)
{
    if (entry->current == entry->durable || lottery->mode == CUT_KEEP_ALL)
        return entry->current;
    if (lottery->mode == CUT_LOSE_ALL)
        return entry->durable;
    switch (draw(lottery, entry->current != NULL && entry->durable != NULL ? 3 : 2)) {
    case 0:
        return entry->current;
    case 1:
        return entry->durable;
    default:
        return NULL;
    }
}

/* ---- the copy: two names of one file stay two names of one file */

struct twins {
    struct cut_disk *copy;
    const struct cut_node **originals;
    struct cut_node **copies;
    size_t count;
};

static struct twins twins_begin(const struct cut_disk *disk)
{
    size_t room = 2 * disk->entry_count + 1;
    struct twins twins = { .copy = cut_disk_new(),
                           .originals = cut_must(calloc(room, sizeof(void *))),
                           .copies = cut_must(calloc(room, sizeof(void *))) };
    return twins;
}

static struct cut_disk *twins_end(struct twins *twins)
{
    free(twins->originals);
    free(twins->copies);
    return twins->copy;
}

static struct cut_node *twins_find(const struct twins *twins, const struct cut_node *original)
{
    for (size_t i = 0; i < twins->count; i++)
        if (twins->originals[i] == original)
            return twins->copies[i];
    return NULL;
}

static struct cut_node *twins_add(struct twins *twins, const struct cut_node *original,
                                  struct cut_node *copy)
{
    twins->originals[twins->count] = original;
    twins->copies[twins->count++] = copy;
    return copy;
}

static struct cut_node *cloned(struct twins *twins, const struct cut_node *node)
{
    if (node == NULL)
        return NULL;
    struct cut_node *copy = twins_find(twins, node);
    if (copy != NULL)
        return copy;
    copy =
        cut_node_take(twins->copy, cut_bytes_share(node->durable), cut_bytes_share(node->current));
    for (size_t i = 0; i < node->change_count; i++) {
        struct cut_change change = node->changes[i];
        if (change.payload != NULL)
            change.payload->references++;
        copy->changes = cut_grow(copy->changes, copy->change_count, sizeof copy->changes[0]);
        copy->changes[copy->change_count++] = change;
    }
    return twins_add(twins, node, copy);
}

static struct cut_node *crashed(struct twins *twins, const struct cut_node *node,
                                struct lottery *lottery)
{
    struct cut_node *copy = twins_find(twins, node);
    if (copy != NULL)
        return copy;
    struct cut_bytes *bytes = remains(node, lottery);
    copy = cut_node_take(twins->copy, bytes, cut_bytes_share(bytes));
    return twins_add(twins, node, copy);
}

static void add_entry(struct cut_disk *disk, const char *path, struct cut_node *current,
                      struct cut_node *durable)
{
    cut_entry_set(disk, path, current);
    cut_entry_set_durable(disk, &disk->entries[disk->entry_count - 1], durable);
}

struct cut_disk *cut_disk_clone(const struct cut_disk *disk)
{
    struct twins twins = twins_begin(disk);
    for (size_t i = 0; i < disk->entry_count; i++) {
        const struct cut_entry *entry = &disk->entries[i];
        if (entry->current == NULL && entry->durable == NULL)
            continue;
        struct cut_node *current = cloned(&twins, entry->current);
        add_entry(twins.copy, entry->path, current, cloned(&twins, entry->durable));
    }
    return twins_end(&twins);
}

struct cut_disk *cut_disk_crash_image(const struct cut_disk *disk, enum cut_mode mode,
                                      uint64_t seed)
{
    struct lottery lottery = { .mode = mode, .state = seed };
    struct twins twins = twins_begin(disk);
    for (size_t i = 0; i < disk->entry_count; i++) {
        const struct cut_node *node = survivor(&disk->entries[i], &lottery);
        if (node == NULL)
            continue;
        struct cut_node *copy = crashed(&twins, node, &lottery);
        add_entry(twins.copy, disk->entries[i].path, copy, copy);
    }
    return twins_end(&twins);
}
