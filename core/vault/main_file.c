/* SPDX-License-Identifier: Apache-2.0 */

/* The main database file.  SQLite reads 100 bytes at 0, 16 bytes at 24, else whole pages, and
 * writes whole pages (traced on 3.40 in WAL mode); anything else is refused.  Page n stands
 * HEADER_SIZE bytes further down than SQLite believes. */
#include <sodium.h>
#include <string.h>

#include "vault/page_gap.h"
#include "vault/vault_file.h"

static bool is_whole_page(int amount, sqlite3_int64 offset)
{
    return amount == PAGE_SIZE && offset % PAGE_SIZE == 0;
}

/* What opening SQLite needs to know before it can look into the log.  Served when page 1 is
 * torn: the log then holds a good copy of it, and if not, the next read of the page says so. */
static void put_bare_header(unsigned char *out)
{
    static const unsigned char start[] = {
        'S', 'Q', 'L', 'i', 't',  'e', ' ', 'f', 'o',           'r', 'm', 'a',
        't', ' ', '3', 0,   0x10, 0,   2,   2,   SEAL_OVERHEAD, 64,  32,  32,
    };
    memset(out, 0, 100);
    memcpy(out, start, sizeof(start));
}

static int read_page(struct vault_file *file, uint32_t page, unsigned char *out)
{
    struct vault *vault = file->vault;
    sqlite3_int64 place = HEADER_SIZE + (sqlite3_int64)(page - 1) * PAGE_SIZE;
    int code = file->real->pMethods->xRead(file->real, file->unit, PAGE_SIZE, place);
    /* SQLite takes what a cut-off file lacks for zeros.  It reads pages that the database has or
     * the first one of an empty file, so any other that is missing was lost. */
    bool is_lost = code == SQLITE_IOERR_SHORT_READ && page > 1;
    if (code != SQLITE_OK && !is_lost)
        return code;
    if (is_lost ||
        !seal_open_unit(&vault->sealer, SEAL_PAGE, page, out, file->unit, PAGE_BODY_SIZE)) {
        vault->damaged_page = page;
        return SQLITE_IOERR_DATA;
    }
    memset(out + PAGE_BODY_SIZE, 0, SEAL_OVERHEAD);
    return SQLITE_OK;
}

/* Part of page 1, which SQLite reads before it reads pages. */
static int read_start(struct vault_file *file, unsigned char *out, int amount, int offset)
{
    unsigned char page[PAGE_SIZE];
    int code = read_page(file, 1, page);
    if (code == SQLITE_IOERR_DATA && offset == 0) {
        put_bare_header(page);
        code = SQLITE_OK;
    }
    if (code == SQLITE_OK)
        memcpy(out, page + offset, (size_t)amount);
    sodium_memzero(page, sizeof(page));
    return code;
}

static int main_read(sqlite3_file *base, void *out, int amount, sqlite3_int64 offset)
{
    struct vault_file *file = (struct vault_file *)base;
    int code;
    if (is_whole_page(amount, offset))
        code = read_page(file, (uint32_t)(offset / PAGE_SIZE) + 1, out);
    else if ((amount == 100 && offset == 0) || (amount == 16 && offset == 24))
        code = read_start(file, out, amount, (int)offset);
    else
        return SQLITE_IOERR_READ;
    if (code == SQLITE_IOERR_SHORT_READ)
        memset(out, 0, (size_t)amount);
    return code;
}

static int main_write(sqlite3_file *base, const void *data, int amount, sqlite3_int64 offset)
{
    struct vault_file *file = (struct vault_file *)base;
    unsigned char plain[PAGE_SIZE];
    if (!is_whole_page(amount, offset))
        return SQLITE_IOERR_WRITE;
    memcpy(plain, data, sizeof(plain));
    if (!sodium_is_zero(plain + PAGE_BODY_SIZE, SEAL_OVERHEAD))
        return SQLITE_IOERR_WRITE;
    uint64_t page = (uint64_t)(offset / PAGE_SIZE) + 1;
    page_gap_clear(plain, page);
    seal_unit(&file->vault->sealer, SEAL_PAGE, page, file->unit, plain, PAGE_BODY_SIZE);
    sodium_memzero(plain, sizeof(plain));
    return file->real->pMethods->xWrite(file->real, file->unit, PAGE_SIZE, HEADER_SIZE + offset);
}

static int main_truncate(sqlite3_file *base, sqlite3_int64 size)
{
    struct vault_file *file = (struct vault_file *)base;
    return file->real->pMethods->xTruncate(file->real, HEADER_SIZE + size);
}

static int main_file_size(sqlite3_file *base, sqlite3_int64 *out)
{
    struct vault_file *file = (struct vault_file *)base;
    int code = file->real->pMethods->xFileSize(file->real, out);
    *out = *out > HEADER_SIZE ? *out - HEADER_SIZE : 0;
    return code;
}

const sqlite3_io_methods main_file_methods = {
    .iVersion = 2, /* shared memory, but no xFetch: the file is never mapped */
    .xClose = vault_file_close,
    .xRead = main_read,
    .xWrite = main_write,
    .xTruncate = main_truncate,
    .xSync = vault_file_sync,
    .xFileSize = main_file_size,
    .xLock = vault_file_lock,
    .xUnlock = vault_file_unlock,
    .xCheckReservedLock = vault_file_check_reserved_lock,
    .xFileControl = vault_file_control,
    .xSectorSize = vault_file_sector_size,
    .xDeviceCharacteristics = vault_file_device_characteristics,
    .xShmMap = vault_file_shm_map,
    .xShmLock = vault_file_shm_lock,
    .xShmBarrier = vault_file_shm_barrier,
    .xShmUnmap = vault_file_shm_unmap,
};
