/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 16 * 1024 };

struct arena_block {
    struct arena_block *older;
    size_t used;
    size_t size;
    alignas(max_align_t) unsigned char bytes[];
};

static enum status add_block(struct arena *arena, size_t wanted, struct error *error)
{
    const size_t size = wanted > BLOCK_SIZE ? wanted : BLOCK_SIZE;
    struct arena_block *block = calloc(1, sizeof(*block) + size);
    if (block == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "%zu bytes", size);
    block->size = size;
    block->older = arena->newest;
    arena->newest = block;
    return STATUS_OK;
}

enum status arena_take(struct arena *arena, void *out, size_t size, struct error *error)
{
    const size_t unit = alignof(max_align_t);
    if (size > SIZE_MAX / 4)
        return error_set(error, STATUS_OUT_OF_MEMORY, "%zu bytes", size);
    const size_t rounded = (size + unit - 1) / unit * unit;
    if (arena->newest == NULL || arena->newest->size - arena->newest->used < rounded) {
        const enum status status = add_block(arena, rounded, error);
        if (status != STATUS_OK)
            return status;
    }
    void *room = arena->newest->bytes + arena->newest->used;
    arena->newest->used += rounded;
    memcpy(out, &room, sizeof(room));
    return STATUS_OK;
}

enum status arena_copy(struct arena *arena, const char **out, const char *bytes, size_t length,
                       struct error *error)
{
    char *copy = NULL;
    const enum status status = arena_take(arena, &copy, length + 1, error);
    if (status == STATUS_OK)
        memcpy(copy, bytes, length);
    *out = copy;
    return status;
}

void arena_release(struct arena *arena)
{
    while (arena->newest != NULL) {
        struct arena_block *block = arena->newest;
        arena->newest = block->older;
        free(block);
    }
}
