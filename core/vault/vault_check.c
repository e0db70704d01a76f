/* SPDX-License-Identifier: Apache-2.0 */

/* Is what stands on the disk what was written?  Without SQLite: header and pages as they are. */
#include <sodium.h>

#include "vault/vault_header.h"

enum status vault_check_in_place(struct vault *vault, struct error *error)
{
    int has_moved = 0;
    if (vault->file == NULL || vault->file->pMethods == NULL)
        return error_set(error, STATUS_NOT_FOUND, "the file is not open");
    vault->file->pMethods->xFileControl(vault->file, SQLITE_FCNTL_HAS_MOVED, &has_moved);
    return has_moved ? error_set(error, STATUS_MOVED, "another file has its name") : STATUS_OK;
}

enum status vault_check_header(struct vault *vault, struct error *error)
{
    enum status status = vault_header_read(vault, error);
    if (status != STATUS_OK)
        return status;
    for (int copy = 0; copy < HEADER_COPIES; copy++) {
        if (!vault->copy_is_valid[copy])
            return error_set(error, STATUS_DAMAGED, "header copy %d", copy + 1);
        if (!header_is_authentic(&vault->copies[copy], vault->mac_key))
            return error_set(error, STATUS_KEYS_ALTERED, "MAC of header copy %d", copy + 1);
    }
    if (!vault_is_settled(vault))
        return error_set(error, STATUS_DAMAGED, "the header copies differ");
    return STATUS_OK;
}

enum status vault_count_pages(struct vault *vault, uint32_t *out, struct error *error)
{
    sqlite3_int64 size = 0;
    int code = vault->file->pMethods->xFileSize(vault->file, &size);
    if (code != SQLITE_OK)
        return error_set(error, STATUS_READ_FAILED, "size of the file");
    *out = size <= HEADER_SIZE ? 0 : (uint32_t)((size - HEADER_SIZE + PAGE_SIZE - 1) / PAGE_SIZE);
    return STATUS_OK;
}

enum status vault_check_page(struct vault *vault, uint32_t page, struct error *error)
{
    /* SQLite locks bytes here where it believes to be 1 GiB into the file, and never writes it. */
    const uint32_t lock_page = 0x40000000 / PAGE_SIZE + 1;
    unsigned char unit[PAGE_SIZE];
    if (page == lock_page)
        return STATUS_OK;
    sqlite3_int64 place = HEADER_SIZE + (sqlite3_int64)(page - 1) * PAGE_SIZE;
    int code = vault->file->pMethods->xRead(vault->file, unit, PAGE_SIZE, place);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
        return error_set_number(error, STATUS_READ_FAILED, page, "page %u", (unsigned)page);
    bool opens = code == SQLITE_OK &&
                 seal_open_unit(&vault->sealer, SEAL_PAGE, page, unit, unit, PAGE_BODY_SIZE);
    sodium_memzero(unit, sizeof(unit));
    if (!opens)
        return error_set_number(error, STATUS_DAMAGED, page, "page %u", (unsigned)page);
    return STATUS_OK;
}

enum status vault_sync(struct vault *vault, struct error *error)
{
    int code = vault->file->pMethods->xSync(vault->file, SQLITE_SYNC_FULL);
    if (code != SQLITE_OK)
        return error_set(error, vault_disk_status(code, true), "sync");
    return STATUS_OK;
}
