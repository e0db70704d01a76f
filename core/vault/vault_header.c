/* SPDX-License-Identifier: Apache-2.0 */
#include "vault/vault_header.h"

#include <stdlib.h>
#include <string.h>

enum status vault_disk_status(int code, bool is_write)
{
    switch (code & 0xFF) {
    case SQLITE_FULL:
        return STATUS_NO_SPACE;
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return STATUS_NO_PERMISSION;
    case SQLITE_CANTOPEN:
        return STATUS_NOT_FOUND;
    case SQLITE_BUSY:
        return STATUS_IN_USE;
    case SQLITE_NOMEM:
        return STATUS_OUT_OF_MEMORY;
    default:
        return is_write ? STATUS_WRITE_FAILED : STATUS_READ_FAILED;
    }
}

/* SQLite says "cannot open" for everything; look closer. */
static enum status create_failure(struct vault *vault, struct error *error)
{
    const struct disk *disk = vault->disk;
    sqlite3_int64 free_bytes = 0;
    int exists = 0;
    disk->vfs->xAccess(disk->vfs, vault->path, SQLITE_ACCESS_EXISTS, &exists);
    if (exists)
        return error_set(error, STATUS_EXISTS, "create");
    if (disk->free_bytes(disk->self, vault->path, &free_bytes) == SQLITE_CANTOPEN)
        return error_set(error, STATUS_NOT_FOUND, "no such folder");
    bool is_full = vault_file_open_code(vault, SQLITE_CANTOPEN) == SQLITE_FULL;
    return error_set(error, is_full ? STATUS_NO_SPACE : STATUS_NO_PERMISSION, "create");
}

static enum status open_failure(struct vault *vault, int code, struct error *error)
{
    sqlite3_vfs *vfs = vault->disk->vfs;
    int exists = 0;
    if ((code & 0xFF) == SQLITE_NOTADB)
        return error_set(error, STATUS_NOT_A_VAULT, "a folder, a pipe or a device");
    vfs->xAccess(vfs, vault->path, SQLITE_ACCESS_EXISTS, &exists);
    return error_set(error, exists ? STATUS_NO_PERMISSION : STATUS_NOT_FOUND, "open");
}

enum status vault_header_open(struct vault *vault, int flags, struct error *error)
{
    int out_flags = 0;
    vault->file = calloc(1, (size_t)vault->disk->vfs->szOsFile);
    if (vault->file == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "file handle");
    int code = vault->disk->vfs->xOpen(vault->disk->vfs, vault->path, vault->file,
                                       flags | SQLITE_OPEN_MAIN_DB, &out_flags);
    vault->is_read_only = (out_flags & SQLITE_OPEN_READONLY) != 0;
    /* SQLite tries again for reading only when it cannot create, and so "creates" a file that is
     * there. */
    if ((flags & SQLITE_OPEN_EXCLUSIVE) != 0)
        return code == SQLITE_OK && !vault->is_read_only ? STATUS_OK : create_failure(vault, error);
    return code == SQLITE_OK ? STATUS_OK : open_failure(vault, code, error);
}

/* "Newer" and "not a vault" are believed only of a whole file: a flipped bit in one copy must
 * not hide the other one, and a cut-off file that begins like a vault is a damaged vault. */
static enum status worse_of(enum status left, enum status right)
{
    static const enum status telling[] = { STATUS_READ_FAILED, STATUS_DAMAGED,
                                           STATUS_NEWER_FORMAT };
    for (size_t i = 0; i < sizeof(telling) / sizeof(telling[0]); i++)
        if (left == telling[i] || right == telling[i])
            return telling[i];
    return STATUS_NOT_A_VAULT;
}

static enum status read_copy(struct vault *vault, int copy, struct error *error)
{
    unsigned char bytes[HEADER_COPY_SIZE];
    int code = vault->file->pMethods->xRead(vault->file, bytes, HEADER_COPY_SIZE,
                                            (sqlite3_int64)copy * HEADER_COPY_SIZE);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
        return error_set(error, STATUS_READ_FAILED, "header");
    enum status status = header_parse(&vault->copies[copy], bytes, error);
    /* What is missing was read as zeros, which is what empty slots are. */
    if (status == STATUS_OK && code == SQLITE_IOERR_SHORT_READ)
        return error_set(error, STATUS_DAMAGED, "header copy %d is cut off", copy + 1);
    return status;
}

enum status vault_header_read(struct vault *vault, struct error *error)
{
    struct error failures[HEADER_COPIES] = { { .status = STATUS_OK } };
    enum status status[HEADER_COPIES];
    for (int copy = 0; copy < HEADER_COPIES; copy++) {
        status[copy] = read_copy(vault, copy, &failures[copy]);
        vault->copy_is_valid[copy] = status[copy] == STATUS_OK;
    }
    if (vault_header_newest(vault, 0) < 0)
        return error_set_number(error, worse_of(status[0], status[1]), failures[0].number, "%s; %s",
                                failures[0].detail, failures[1].detail);
    if (vault->copy_is_valid[0] && vault->copy_is_valid[1] &&
        memcmp(vault->copies[0].file_id, vault->copies[1].file_id, FILE_ID_SIZE) != 0)
        return error_set(error, STATUS_DAMAGED, "the header copies are of two files");
    return STATUS_OK;
}

enum status vault_header_write(struct vault *vault, int copy, const struct header *header,
                               struct error *error)
{
    unsigned char bytes[HEADER_COPY_SIZE];
    header_format(bytes, header, vault->mac_key);
    vault->copy_is_valid[copy] = false;
    int code = vault->file->pMethods->xWrite(vault->file, bytes, HEADER_COPY_SIZE,
                                             (sqlite3_int64)copy * HEADER_COPY_SIZE);
    if (code == SQLITE_OK)
        code = vault->file->pMethods->xSync(vault->file, SQLITE_SYNC_FULL);
    if (code != SQLITE_OK)
        return error_set(error, vault_disk_status(code, true), "header");
    enum status status = header_parse(&vault->copies[copy], bytes, error);
    vault->copy_is_valid[copy] = status == STATUS_OK;
    return status;
}

int vault_header_newest(const struct vault *vault, int rank)
{
    const struct header *copies = vault->copies;
    int newest = copies[1].sequence > copies[0].sequence;
    if (!vault->copy_is_valid[newest])
        newest = !newest;
    int chosen = rank == 0 ? newest : !newest;
    return vault->copy_is_valid[chosen] ? chosen : -1;
}
