/* SPDX-License-Identifier: Apache-2.0 */

/* The write-ahead log.  SQLite sees a header of 32 bytes and frames of 24 + 4096; on disk each
 * part is a sealed unit of its own, because SQLite writes frame headers and page images one at
 * a time: the header takes 72 bytes, a frame 64 + 4096.  The access patterns below are all that
 * SQLite uses (traced on 3.40); anything else is refused. */
#include <sodium.h>
#include <string.h>

#include "vault/vault_file.h"

enum {
    LOG_HEADER_SIZE = 32, /* as SQLite sees it */
    FRAME_HEADER_SIZE = 24,
    FRAME_SIZE = FRAME_HEADER_SIZE + PAGE_SIZE,
    SEALED_LOG_HEADER_SIZE = LOG_HEADER_SIZE + SEAL_OVERHEAD, /* as it stands on disk */
    SEALED_FRAME_HEADER_SIZE = FRAME_HEADER_SIZE + SEAL_OVERHEAD,
    SEALED_FRAME_SIZE = SEALED_FRAME_HEADER_SIZE + PAGE_SIZE,
};

static sqlite3_int64 frame_place(sqlite3_int64 frame)
{
    return SEALED_LOG_HEADER_SIZE + frame * SEALED_FRAME_SIZE;
}

static int read_real(struct vault_file *file, int amount, sqlite3_int64 place)
{
    return file->real->pMethods->xRead(file->real, file->unit, amount, place);
}

static int damaged(struct vault_file *file)
{
    file->vault->damaged_page = 0;
    return SQLITE_IOERR_DATA;
}

/* SQLITE_IOERR_DATA when the header is there and does not open.  It lies within one sector, so a
 * power cut leaves the old one, the new one, or none at all (zeros), never half of it. */
static int read_log_header(struct vault_file *file, unsigned char out[LOG_HEADER_SIZE])
{
    int code = read_real(file, SEALED_LOG_HEADER_SIZE, 0);
    if (code != SQLITE_OK)
        return code;
    if (sodium_is_zero(file->unit, SEALED_LOG_HEADER_SIZE)) {
        memset(out, 0, LOG_HEADER_SIZE);
        return SQLITE_OK;
    }
    if (!seal_open_unit(&file->vault->sealer, SEAL_LOG_HEADER, 0, out, file->unit, LOG_HEADER_SIZE))
        return damaged(file);
    return SQLITE_OK;
}

static int read_frame_header(struct vault_file *file, sqlite3_int64 frame,
                             unsigned char out[FRAME_HEADER_SIZE])
{
    int code = read_real(file, SEALED_FRAME_HEADER_SIZE, frame_place(frame));
    if (code == SQLITE_OK && !seal_open_unit(&file->vault->sealer, SEAL_FRAME_HEADER,
                                             (uint64_t)frame, out, file->unit, FRAME_HEADER_SIZE))
        return damaged(file);
    return code;
}

static int read_frame_page(struct vault_file *file, sqlite3_int64 frame, unsigned char *out)
{
    int code = read_real(file, PAGE_SIZE, frame_place(frame) + SEALED_FRAME_HEADER_SIZE);
    if (code != SQLITE_OK)
        return code;
    if (!seal_open_unit(&file->vault->sealer, SEAL_FRAME_PAGE, (uint64_t)frame, out, file->unit,
                        PAGE_BODY_SIZE))
        return damaged(file);
    memset(out + PAGE_BODY_SIZE, 0, SEAL_OVERHEAD);
    return SQLITE_OK;
}

/* ---- telling damage from an unfinished write */

static uint32_t big_endian32(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static uint32_t swapped(uint32_t word)
{
    return word >> 24 | (word >> 8 & 0xFF00) | (word << 8 & 0xFF0000) | word << 24;
}

static uint32_t log_word(const unsigned char *at, bool is_big)
{
    return is_big ? big_endian32(at) : swapped(big_endian32(at));
}

/* SQLite's log checksum (its file format document, "WAL checksum algorithm"). */
static void log_checksum(uint32_t sum[2], const unsigned char *bytes, size_t length, bool is_big)
{
    for (size_t i = 0; i < length; i += 8) {
        sum[0] += log_word(bytes + i, is_big) + sum[1];
        sum[1] += log_word(bytes + i + 4, is_big) + sum[0];
    }
}

/* The same backwards: from the sum behind the bytes to the one before them. */
static void log_checksum_back(uint32_t sum[2], const unsigned char *bytes, size_t length,
                              bool is_big)
{
    for (size_t i = length; i >= 8; i -= 8) {
        sum[1] -= log_word(bytes + i - 4, is_big) + sum[0];
        sum[0] -= log_word(bytes + i - 8, is_big) + sum[1];
    }
}

/* Whether frame follows the frame whose header is previous, by SQLite's running checksum. */
static bool frame_follows(struct vault_file *file, sqlite3_int64 frame,
                          const unsigned char *previous, const unsigned char *log_header)
{
    unsigned char image[FRAME_SIZE];
    bool is_big = (log_header[3] & 1) != 0;
    bool follows = false;
    if (read_frame_header(file, frame, image) == SQLITE_OK &&
        read_frame_page(file, frame, image + FRAME_HEADER_SIZE) == SQLITE_OK &&
        memcmp(image + 8, log_header + 16, 8) == 0) {
        uint32_t sum[2] = { big_endian32(previous + 16), big_endian32(previous + 20) };
        log_checksum(sum, image, 8, is_big);
        log_checksum(sum, image + FRAME_HEADER_SIZE, PAGE_SIZE, is_big);
        follows = sum[0] == big_endian32(image + 16) && sum[1] == big_endian32(image + 20);
    }
    sodium_memzero(image, sizeof(image));
    return follows;
}

/* Whether the frame's header, which does not open, said that a transaction ends there.  Its page
 * and the next frame do open, and the running checksum turned back through them gives the two
 * numbers that stood in the lost header: the page's number and, in a commit, how many pages the
 * database has then.  After an unfinished write the next frame may be a left-over of another
 * transaction; the numbers are then random and no such pair. */
static bool lost_header_was_commit(struct vault_file *file, sqlite3_int64 frame,
                                   const unsigned char *log_header, sqlite3_int64 most_pages)
{
    unsigned char image[FRAME_SIZE];
    unsigned char before[FRAME_HEADER_SIZE];
    bool is_big = (log_header[3] & 1) != 0;
    bool was_commit = false;
    memcpy(before + 16, log_header + 24, 8);
    if (read_frame_header(file, frame, image) != SQLITE_IOERR_DATA ||
        (frame > 0 && read_frame_header(file, frame - 1, before) != SQLITE_OK) ||
        read_frame_header(file, frame + 1, image) != SQLITE_OK ||
        memcmp(image + 8, log_header + 16, 8) != 0 ||
        read_frame_page(file, frame + 1, image + FRAME_HEADER_SIZE) != SQLITE_OK)
        goto done;
    uint32_t sum[2] = { big_endian32(image + 16), big_endian32(image + 20) };
    log_checksum_back(sum, image + FRAME_HEADER_SIZE, PAGE_SIZE, is_big);
    log_checksum_back(sum, image, 8, is_big);
    if (read_frame_page(file, frame, image + FRAME_HEADER_SIZE) != SQLITE_OK)
        goto done;
    log_checksum_back(sum, image + FRAME_HEADER_SIZE, PAGE_SIZE, is_big);
    uint32_t page = sum[0] - big_endian32(before + 16) - big_endian32(before + 20);
    uint32_t pages = sum[1] - big_endian32(before + 20) - sum[0];
    if (!is_big) {
        page = swapped(page);
        pages = swapped(pages);
    }
    was_commit = page > 0 && page <= pages && pages <= most_pages;
done:
    sodium_memzero(image, sizeof(image));
    return was_commit;
}

/* A frame that does not open during recovery is usually the unfinished tail that a power cut
 * left.  But every commit is synced before the next transaction writes: so if a commit at or
 * behind this frame is followed by a frame of a later transaction, this one was once whole on
 * the disk and has been damaged since.  Without this look ahead SQLite would drop the committed
 * transactions from here on and say nothing. */
static bool was_once_committed(struct vault_file *file, sqlite3_int64 frame)
{
    unsigned char log_header[LOG_HEADER_SIZE];
    unsigned char header[FRAME_HEADER_SIZE];
    sqlite3_int64 size = 0;
    uint32_t pages = 0;
    if (file->real->pMethods->xFileSize(file->real, &size) != SQLITE_OK ||
        vault_count_pages(file->vault, &pages, NULL) != STATUS_OK ||
        read_log_header(file, log_header) != SQLITE_OK)
        return false;
    if (frame_place(frame + 2) <= size &&
        lost_header_was_commit(file, frame, log_header, pages + size / SEALED_FRAME_SIZE))
        return true;
    for (; frame_place(frame + 2) <= size; frame++) {
        bool is_commit = read_frame_header(file, frame, header) == SQLITE_OK &&
                         memcmp(header + 8, log_header + 16, 8) == 0 &&
                         big_endian32(header + 4) != 0;
        if (is_commit && frame_follows(file, frame + 1, header, log_header))
            return true;
    }
    return false;
}

/* A whole frame: read while recovering the log (where an unfinished frame ends it: zeros are no
 * frame) and while rewriting the checksums of a transaction still open (where all must be well). */
static int read_frame(struct vault_file *file, sqlite3_int64 frame, unsigned char *out)
{
    int code = read_frame_header(file, frame, out);
    if (code == SQLITE_OK)
        code = read_frame_page(file, frame, out + FRAME_HEADER_SIZE);
    if (code == SQLITE_IOERR_DATA && file->is_recovering && !was_once_committed(file, frame)) {
        memset(out, 0, FRAME_SIZE);
        code = SQLITE_OK;
    }
    return code;
}

/* ---- the methods */

static int read_in_frame(struct vault_file *file, unsigned char *out, int amount,
                         sqlite3_int64 offset)
{
    sqlite3_int64 frame = (offset - LOG_HEADER_SIZE) / FRAME_SIZE;
    sqlite3_int64 within = (offset - LOG_HEADER_SIZE) % FRAME_SIZE;
    unsigned char header[FRAME_HEADER_SIZE];
    if (within == 0 && amount == FRAME_SIZE)
        return read_frame(file, frame, out);
    if (within == FRAME_HEADER_SIZE && amount == PAGE_SIZE)
        return read_frame_page(file, frame, out);
    if (within != 16 || amount != 8)
        return SQLITE_IOERR_READ;
    int code = read_frame_header(file, frame, header);
    if (code == SQLITE_OK)
        memcpy(out, header + 16, 8);
    return code;
}

/* A killed program may have left frames that are in the log but not yet on the disk.  Recovery
 * takes them for committed, and then they must be: the header of the vault will rely on them, and
 * was_once_committed() on the order in which transactions became durable. */
static int sync_before_recovery(struct vault_file *file)
{
    if (file->vault->is_read_only)
        return SQLITE_OK;
    return file->real->pMethods->xSync(file->real, SQLITE_SYNC_NORMAL);
}

static int log_read(sqlite3_file *base, void *out, int amount, sqlite3_int64 offset)
{
    struct vault_file *file = (struct vault_file *)base;
    unsigned char header[LOG_HEADER_SIZE];
    int code;
    if (offset >= LOG_HEADER_SIZE) {
        code = read_in_frame(file, out, amount, offset);
    } else if ((offset == 0 && amount == LOG_HEADER_SIZE) || (offset == 24 && amount == 8)) {
        file->is_recovering = offset == 0;
        code = offset == 0 ? sync_before_recovery(file) : SQLITE_OK;
        if (code == SQLITE_OK)
            code = read_log_header(file, header);
        if (code == SQLITE_OK)
            memcpy(out, header + offset, (size_t)amount);
    } else {
        return SQLITE_IOERR_READ;
    }
    if (code == SQLITE_IOERR_SHORT_READ)
        memset(out, 0, (size_t)amount);
    return code;
}

static int write_unit(struct vault_file *file, enum seal_kind kind, uint64_t number,
                      const unsigned char *plain, size_t length, sqlite3_int64 place)
{
    seal_unit(&file->vault->sealer, kind, number, file->unit, plain, length);
    return file->real->pMethods->xWrite(file->real, file->unit, (int)(length + SEAL_OVERHEAD),
                                        place);
}

static int log_write(sqlite3_file *base, const void *data, int amount, sqlite3_int64 offset)
{
    struct vault_file *file = (struct vault_file *)base;
    file->is_recovering = false;
    if (offset == 0 && amount == LOG_HEADER_SIZE)
        return write_unit(file, SEAL_LOG_HEADER, 0, data, LOG_HEADER_SIZE, 0);
    if (offset < LOG_HEADER_SIZE)
        return SQLITE_IOERR_WRITE;
    sqlite3_int64 frame = (offset - LOG_HEADER_SIZE) / FRAME_SIZE;
    sqlite3_int64 within = (offset - LOG_HEADER_SIZE) % FRAME_SIZE;
    if (within == 0 && amount == FRAME_HEADER_SIZE)
        return write_unit(file, SEAL_FRAME_HEADER, (uint64_t)frame, data, FRAME_HEADER_SIZE,
                          frame_place(frame));
    if (within == FRAME_HEADER_SIZE && amount == PAGE_SIZE &&
        sodium_is_zero((const unsigned char *)data + PAGE_BODY_SIZE, SEAL_OVERHEAD))
        return write_unit(file, SEAL_FRAME_PAGE, (uint64_t)frame, data, PAGE_BODY_SIZE,
                          frame_place(frame) + SEALED_FRAME_HEADER_SIZE);
    return SQLITE_IOERR_WRITE;
}

/* Whole frames only: SQLite cuts the log at its start, or anywhere under a size limit. */
static int log_truncate(sqlite3_file *base, sqlite3_int64 size)
{
    struct vault_file *file = (struct vault_file *)base;
    if (size > 0)
        size = size < LOG_HEADER_SIZE ? 0 : frame_place((size - LOG_HEADER_SIZE) / FRAME_SIZE);
    return file->real->pMethods->xTruncate(file->real, size);
}

static int log_file_size(sqlite3_file *base, sqlite3_int64 *out)
{
    struct vault_file *file = (struct vault_file *)base;
    sqlite3_int64 size = 0;
    int code = file->real->pMethods->xFileSize(file->real, &size);
    *out = 0;
    if (size >= SEALED_LOG_HEADER_SIZE)
        *out = LOG_HEADER_SIZE +
               (size - SEALED_LOG_HEADER_SIZE) / SEALED_FRAME_SIZE * (sqlite3_int64)FRAME_SIZE;
    return code;
}

const sqlite3_io_methods log_file_methods = {
    .iVersion = 1,
    .xClose = vault_file_close,
    .xRead = log_read,
    .xWrite = log_write,
    .xTruncate = log_truncate,
    .xSync = vault_file_sync,
    .xFileSize = log_file_size,
    .xLock = vault_file_lock,
    .xUnlock = vault_file_unlock,
    .xCheckReservedLock = vault_file_check_reserved_lock,
    .xFileControl = vault_file_control,
    .xSectorSize = vault_file_sector_size,
    .xDeviceCharacteristics = vault_file_device_characteristics,
};
