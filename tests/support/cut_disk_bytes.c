/* SPDX-License-Identifier: Apache-2.0 */

/* The bytes of a file, in blocks that copies share until one of them is written. */
#include "support/cut_disk_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 16384 };

struct cut_block {
    size_t references;
    unsigned char data[BLOCK];
};

/* ---- memory */

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

/* ---- blocks */

static void block_drop(struct cut_block *block)
{
    if (block != NULL && --block->references == 0)
        free(block);
}

/* The block, which nobody else sees any more.  A missing one holds zeros. */
static struct cut_block *block_own(struct cut_block **slot)
{
    struct cut_block *shared = *slot;
    if (shared != NULL && shared->references == 1)
        return shared;
    struct cut_block *mine = cut_must(malloc(sizeof *mine));
    if (shared == NULL)
        memset(mine->data, 0, BLOCK);
    else
        memcpy(mine->data, shared->data, BLOCK);
    mine->references = 1;
    block_drop(shared);
    *slot = mine;
    return mine;
}

/* ---- bytes */

struct cut_bytes *cut_bytes_new(const void *data, size_t size)
{
    struct cut_bytes *bytes = cut_must(calloc(1, sizeof *bytes));
    bytes->references = 1;
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
    if (--bytes->references > 0)
        return;
    for (size_t i = 0; i < bytes->block_count; i++)
        block_drop(bytes->blocks[i]);
    free(bytes->blocks);
    free(bytes->flat);
    free(bytes);
}

static struct cut_bytes *own(struct cut_bytes **bytes)
{
    struct cut_bytes *shared = *bytes;
    if (shared->references == 1) {
        free(shared->flat);
        shared->flat = NULL;
        return shared;
    }
    struct cut_bytes *mine = cut_must(calloc(1, sizeof *mine));
    mine->references = 1;
    mine->size = shared->size;
    mine->block_count = shared->block_count;
    if (mine->block_count > 0) {
        mine->blocks = cut_must(malloc(mine->block_count * sizeof(struct cut_block *)));
        memcpy(mine->blocks, shared->blocks, mine->block_count * sizeof(struct cut_block *));
    }
    for (size_t i = 0; i < mine->block_count; i++)
        if (mine->blocks[i] != NULL)
            mine->blocks[i]->references++;
    cut_bytes_drop(shared);
    *bytes = mine;
    return mine;
}

void cut_bytes_resize(struct cut_bytes **bytes, size_t size)
{
    struct cut_bytes *mine = own(bytes);
    size_t count = size / BLOCK + (size % BLOCK != 0);
    for (size_t i = count; i < mine->block_count; i++)
        block_drop(mine->blocks[i]);
    if (count > mine->block_count) {
        mine->blocks = cut_must(realloc(mine->blocks, count * sizeof(struct cut_block *)));
        for (size_t i = mine->block_count; i < count; i++)
            mine->blocks[i] = NULL;
    }
    mine->block_count = count;
    /* Behind the end there are zeros, so that growing needs to write none. */
    if (size < mine->size && size % BLOCK != 0 && mine->blocks[count - 1] != NULL)
        memset(block_own(&mine->blocks[count - 1])->data + size % BLOCK, 0, BLOCK - size % BLOCK);
    mine->size = size;
}

void cut_bytes_write(struct cut_bytes **bytes, size_t offset, const void *data, size_t length)
{
    const unsigned char *from = data;
    if (length == 0)
        return;
    if (offset + length > (*bytes)->size)
        cut_bytes_resize(bytes, offset + length);
    struct cut_bytes *mine = own(bytes);
    while (length > 0) {
        size_t start = offset % BLOCK;
        size_t part = BLOCK - start < length ? BLOCK - start : length;
        memcpy(block_own(&mine->blocks[offset / BLOCK])->data + start, from, part);
        offset += part;
        from += part;
        length -= part;
    }
}

void cut_bytes_read(const struct cut_bytes *bytes, size_t offset, void *out, size_t length)
{
    unsigned char *to = out;
    while (length > 0) {
        const struct cut_block *block = bytes->blocks[offset / BLOCK];
        size_t start = offset % BLOCK;
        size_t part = BLOCK - start < length ? BLOCK - start : length;
        if (block == NULL)
            memset(to, 0, part);
        else
            memcpy(to, block->data + start, part);
        offset += part;
        to += part;
        length -= part;
    }
}

const unsigned char *cut_bytes_flat(struct cut_bytes *bytes)
{
    if (bytes->flat == NULL) {
        bytes->flat = cut_must(malloc(bytes->size + 1));
        cut_bytes_read(bytes, 0, bytes->flat, bytes->size);
    }
    return bytes->flat;
}
