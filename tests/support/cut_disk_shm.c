/* SPDX-License-Identifier: Apache-2.0 */

/* The memory that all connections to one WAL database share.  It dies with its last user, as a
 * -shm file does that the next first user truncates; after a cut there is none. */
#include "support/cut_disk_private.h"

#include <stdatomic.h>
#include <stdlib.h>

struct cut_shm {
    void **regions;
    int count;
    int region_size;
    unsigned users;
};

sqlite3_int64 cut_shm_size(const struct cut_shm *shm)
{
    return shm == NULL ? 0 : (sqlite3_int64)shm->count * shm->region_size;
}

static int join(struct cut_file *file, int size)
{
    struct cut_node *node = file->node;
    if (node->shm == NULL && file->disk->is_read_only)
        return SQLITE_CANTOPEN; /* unix cannot create the -shm file */
    if (node->shm == NULL) {
        node->shm = cut_must(calloc(1, sizeof *node->shm));
        node->shm->region_size = size;
    }
    node->shm->users++;
    file->has_shm = true;
    return SQLITE_OK;
}

static int extend_to(struct cut_file *file, int region)
{
    struct cut_shm *shm = file->node->shm;
    char *path = sqlite3_mprintf("%s-shm", file->path);
    sqlite3_int64 limit = cut_space_limit(file->disk, cut_must(path), cut_shm_size(shm));
    sqlite3_free(path);
    if ((sqlite3_int64)(region + 1) * shm->region_size > limit)
        return SQLITE_IOERR_SHMSIZE;
    while (shm->count <= region) {
        shm->regions = cut_grow(shm->regions, (size_t)shm->count, sizeof shm->regions[0]);
        shm->regions[shm->count++] = cut_must(calloc(1, (size_t)shm->region_size));
    }
    return SQLITE_OK;
}

int cut_shm_map(sqlite3_file *base, int region, int size, int extend, void volatile **out)
{
    struct cut_file *file = (struct cut_file *)base;
    *out = NULL;
    if (file->disk->is_off)
        return SQLITE_IOERR;
    int code = file->has_shm ? SQLITE_OK : join(file, size);
    if (code == SQLITE_OK && region >= file->node->shm->count && extend)
        code = extend_to(file, region);
    if (code == SQLITE_OK && region < file->node->shm->count)
        *out = file->node->shm->regions[region];
    return code;
}

static bool others_stand_in_the_way(const struct cut_file *file, unsigned slots, bool exclusive)
{
    for (const struct cut_file *other = file->node->files; other != NULL; other = other->next)
        if (other != file && ((other->shm_exclusive & slots) != 0 ||
                              (exclusive && (other->shm_shared & slots) != 0)))
            return true;
    return false;
}

int cut_shm_lock(sqlite3_file *base, int first, int count, int flags)
{
    struct cut_file *file = (struct cut_file *)base;
    unsigned slots = ((1u << count) - 1u) << first;
    bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
        file->shm_shared &= ~slots;
        file->shm_exclusive &= ~slots;
        return SQLITE_OK;
    }
    if (file->disk->is_off)
        return SQLITE_IOERR;
    if (others_stand_in_the_way(file, slots, exclusive))
        return SQLITE_BUSY;
    if (exclusive)
        file->shm_exclusive |= slots;
    else
        file->shm_shared |= slots;
    return SQLITE_OK;
}

void cut_shm_barrier(sqlite3_file *base)
{
    (void)base;
    atomic_thread_fence(memory_order_seq_cst);
}

int cut_shm_unmap(sqlite3_file *base, int remove)
{
    struct cut_file *file = (struct cut_file *)base;
    struct cut_shm *shm = file->node->shm;
    (void)remove; /* without users nobody can tell the difference */
    if (!file->has_shm)
        return SQLITE_OK;
    file->has_shm = false;
    file->shm_shared = 0;
    file->shm_exclusive = 0;
    if (--shm->users > 0)
        return SQLITE_OK;
    for (int i = 0; i < shm->count; i++)
        free(shm->regions[i]);
    free(shm->regions);
    free(shm);
    file->node->shm = NULL;
    return SQLITE_OK;
}
