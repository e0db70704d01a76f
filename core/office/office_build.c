/* SPDX-License-Identifier: Apache-2.0 */

/* A new file is built beside its final place and gets its name only when it is whole: complete,
 * read back, synced.  A cut at any moment leaves at most an unfinished ".part" file, which the
 * next build removes. */
#include <stdlib.h>

#include "base/text.h"
#include "office/office_private.h"
#include "store/query.h"

enum { PAGES_PER_STEP = 64, READ_TRIES = 5, TRY_AGAIN_MICROSECONDS = 20000 };

static bool exists(const struct disk *disk, const char *path)
{
    int found = 0;
    disk->vfs->xAccess(disk->vfs, path, SQLITE_ACCESS_EXISTS, &found);
    return found != 0;
}

enum status build_path(char **out, const char *path, struct error *error)
{
    return text_join(out, path, ".part", error);
}

enum status build_check_free(const struct disk *disk, const char *path, struct error *error)
{
    char *log = NULL;
    enum status status = text_join(&log, path, "-wal", error);
    if (status != STATUS_OK)
        return status;
    bool is_taken = exists(disk, path) || exists(disk, log);
    free(log);
    return is_taken ? error_set(error, STATUS_EXISTS, "the file or its log is there") : STATUS_OK;
}

/* Whether nobody has the file open: SQLite holds a lock on it all the time. */
static enum status check_unlocked(const struct disk *disk, const char *path, struct error *error)
{
    int out_flags = 0;
    sqlite3_file *file = calloc(1, (size_t)disk->vfs->szOsFile);
    if (file == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "file handle");
    int code = disk->vfs->xOpen(disk->vfs, path, file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MAIN_DB,
                                &out_flags);
    if (code == SQLITE_OK)
        code = file->pMethods->xLock(file, SQLITE_LOCK_SHARED);
    if (code == SQLITE_OK)
        code = file->pMethods->xLock(file, SQLITE_LOCK_RESERVED);
    if (code == SQLITE_OK)
        code = file->pMethods->xLock(file, SQLITE_LOCK_EXCLUSIVE);
    if (file->pMethods != NULL) {
        file->pMethods->xUnlock(file, SQLITE_LOCK_NONE);
        file->pMethods->xClose(file);
    }
    free(file);
    if (code == SQLITE_BUSY)
        return error_set(error, STATUS_IN_USE, "locked");
    return code == SQLITE_OK ? STATUS_OK
                             : error_set(error, STATUS_NO_PERMISSION, "cannot open to lock");
}

static void remove_with_log(const struct disk *disk, const char *path)
{
    static const char *const endings[] = { "-wal", "-shm", "" };
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
        char *name = NULL;
        if (text_join(&name, path, endings[i], NULL) ==
            STATUS_OK) /* without asking: SQLite says of an empty file that it is not there */
            disk->vfs->xDelete(disk->vfs, name, 1);
        free(name);
    }
}

enum status build_clear(const struct disk *disk, const char *part, struct error *error)
{
    if (exists(disk, part)) {
        enum status status = check_unlocked(disk, part, error);
        if (status != STATUS_OK)
            return status;
    }
    remove_with_log(disk, part);
    /* A log that cannot be removed would be played into the file about to be built. */
    if (build_check_free(disk, part, error) != STATUS_OK)
        return error_set(error, STATUS_NO_PERMISSION, "an unfinished file cannot be removed");
    return STATUS_OK;
}

enum status build_check_unused(const struct disk *disk, const char *path, struct error *error)
{
    return check_unlocked(disk, path, error);
}

static enum status publish_failure(int code, struct error *error)
{
    if (code == SQLITE_CONSTRAINT)
        return error_set(error, STATUS_EXISTS, "the name is taken by now");
    return error_set(error, vault_disk_status(code, true), "giving the file its name");
}

enum status build_publish(struct vault *vault, const char *to, bool replaces, struct error *error)
{
    const struct disk *disk = vault_disk(vault);
    enum status status = vault_sync(vault, error);
    if (status == STATUS_OK)
        status = vault_check_in_place(vault, error);
    if (status != STATUS_OK)
        return status;
    int code = replaces ? disk->move(disk->self, vault_path(vault), to)
                        : disk->move_new(disk->self, vault_path(vault), to);
    return code == SQLITE_OK ? STATUS_OK : publish_failure(code, error);
}

void build_abandon(struct vault **vault, const struct disk *disk, const char *part)
{
    struct error ignored;
    bool is_ours = *vault != NULL && vault_check_in_place(*vault, &ignored) == STATUS_OK;
    vault_close(vault);
    if (is_ours)
        remove_with_log(disk, part);
}

/* ---- copying */

static bool go_on(const struct progress *progress, long long done, long long total)
{
    return progress == NULL || progress->report == NULL ||
           progress->report(progress->self, done, total);
}

/* Copies in steps within one read transaction of the source, so that what others commit
 * meanwhile neither shows nor makes it begin again. */
static enum status copy_pages(struct store *source, struct store *target,
                              const struct progress *progress, struct error *error)
{
    int code = SQLITE_OK;
    bool goes_on = true;
    sqlite3_backup *backup =
        sqlite3_backup_init(store_handle(target), "main", store_handle(source), "main");
    if (backup == NULL)
        return store_fail(target, sqlite3_extended_errcode(store_handle(target)), "copy", error);
    do {
        code = sqlite3_backup_step(backup, PAGES_PER_STEP);
        int total = sqlite3_backup_pagecount(backup);
        /* Reading back is the second half. */
        goes_on = go_on(progress, total - sqlite3_backup_remaining(backup), 2LL * total);
    } while (code == SQLITE_OK && goes_on);
    sqlite3_backup_finish(backup);
    if (!goes_on)
        return error_set(error, STATUS_INTERRUPTED, "copy");
    return code == SQLITE_DONE ? STATUS_OK : store_fail(target, code, "copy", error);
}

/* Says "no space" before, rather than after, filling the stick. */
static enum status check_space(struct store *source, const struct vault *target,
                               struct error *error)
{
    struct query query;
    const struct disk *disk = vault_disk(target);
    sqlite3_int64 free_bytes = 0;
    query_begin(&query, source, "PRAGMA page_count");
    long long pages = query_next_row(&query) ? query_int64(&query, 0) : 0;
    enum status status = query_end(&query, error);
    long long needed = HEADER_SIZE + (pages + 16) * (long long)PAGE_SIZE;
    if (status == STATUS_OK &&
        disk->free_bytes(disk->self, vault_path(target), &free_bytes) == SQLITE_OK &&
        free_bytes < needed)
        status = error_set_number(error, STATUS_NO_SPACE, needed / (1024LL * 1024) + 1,
                                  "%lld bytes are free", free_bytes);
    return status;
}

enum status build_copy(struct store *source, struct vault *target, const struct progress *progress,
                       struct error *error)
{
    struct store *store = NULL;
    uint32_t pages = 0;
    const struct store_options options = {
        .path = vault_path(target),
        .vfs = vault_vfs(target),
        .is_new = true,
    };
    enum status status = check_space(source, target, error);
    if (status == STATUS_OK)
        status = store_open(&store, &options, error);
    if (status == STATUS_OK)
        status = copy_pages(source, store, progress, error);
    store_close(&store);
    if (status == STATUS_OK)
        status = vault_sync(target, error);
    if (status == STATUS_OK)
        status = vault_count_pages(target, &pages, error);
    if (status == STATUS_OK)
        status = build_check_pages(target, progress, pages, 2LL * pages, error);
    return status;
}

/* Another program may be writing this very page from the log at this moment: look again. */
static enum status check_page(struct vault *vault, uint32_t page, struct error *error)
{
    sqlite3_vfs *vfs = vault_disk(vault)->vfs;
    enum status status = vault_check_page(vault, page, error);
    for (int i = 1; status != STATUS_OK && i < READ_TRIES; i++) {
        vfs->xSleep(vfs, TRY_AGAIN_MICROSECONDS);
        status = vault_check_page(vault, page, error);
    }
    return status;
}

enum status build_check_pages(struct vault *vault, const struct progress *progress, long long done,
                              long long total, struct error *error)
{
    uint32_t pages = 0;
    enum status status = vault_count_pages(vault, &pages, error);
    for (uint32_t page = 1; status == STATUS_OK && page <= pages; page++) {
        status = check_page(vault, page, error);
        if (page % PAGES_PER_STEP == 0 && !go_on(progress, done + page, total))
            status = error_set(error, STATUS_INTERRUPTED, "reading back");
    }
    return status;
}
