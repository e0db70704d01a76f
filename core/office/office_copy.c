/* SPDX-License-Identifier: Apache-2.0 */

/* Backup, restore, rekey: three ways to write the whole file anew. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/text.h"
#include "compartment/access.h"
#include "office/office_private.h"

enum { SNAPSHOT_TRIES = 5 };

/* One copy under way. */
struct copy {
    const struct disk *disk;
    char *part;
    struct vault *target;
};

static enum status copy_begin(struct copy *copy, const struct disk *disk, const char *to,
                              struct error *error)
{
    copy->disk = disk;
    enum status status = build_path(&copy->part, to, error);
    if (status == STATUS_OK)
        status = build_clear(disk, copy->part, error);
    return status;
}

static void copy_end(struct copy *copy, enum status status)
{
    if (status != STATUS_OK && copy->target != NULL)
        build_abandon(&copy->target, copy->disk, copy->part);
    vault_close(&copy->target);
    free(copy->part);
}

/* Begins to read, and makes sure that the header in hand is the one of that very moment: another
 * user may be changing it. */
static enum status begin_snapshot(struct office *office, struct error *error)
{
    enum status status = STATUS_OK;
    for (int i = 0; i < SNAPSHOT_TRIES; i++) {
        uint64_t sequence = 0;
        status = store_begin_read(office->store, error);
        if (status == STATUS_OK)
            status = office_committed_sequence(office->store, &sequence, error);
        if (status == STATUS_OK)
            status = vault_stage_begin(office->vault, sequence, error);
        bool is_of_another_moment =
            status == STATUS_KEYS_ALTERED ||
            (status == STATUS_OK && vault_sequence(office->vault) != sequence);
        if (!is_of_another_moment || (status == STATUS_OK && i == SNAPSHOT_TRIES - 1))
            return status;
        store_rollback(office->store);
    }
    return status;
}

/* ---- backup */

/* A good backup is no failure because the office's own disk is too full to write about it: that
 * is when it is needed most. */
static void backup_journal(struct office *office)
{
    struct error ignored;
    enum status status = store_begin(office->store, &ignored);
    if (status == STATUS_OK)
        status = office_journal_file(office->store, office->actor, "vault.backup", &ignored);
    if (status != STATUS_OK || store_commit(office->store, &ignored) != STATUS_OK)
        store_rollback(office->store);
}

enum status office_backup(struct office *office, const char *to, const struct progress *progress,
                          struct error *error)
{
    struct copy copy = { .part = NULL };
    const struct disk *disk = vault_disk(office->vault);
    enum status status = office_require(office, ACT_BACKUP, error);
    if (status == STATUS_OK)
        status = build_check_free(disk, to, error);
    if (status == STATUS_OK)
        status = copy_begin(&copy, disk, to, error);
    if (status == STATUS_OK)
        status = begin_snapshot(office, error);
    if (status == STATUS_OK)
        status = vault_new_copy(&copy.target, office->vault, copy.part, error);
    if (status == STATUS_OK)
        status = vault_write_new(copy.target, error);
    if (status == STATUS_OK)
        status = build_copy(office->store, copy.target, progress, error);
    store_rollback(office->store);
    if (status == STATUS_OK)
        status = build_publish(copy.target, to, false, error);
    copy_end(&copy, status);
    if (status == STATUS_OK)
        backup_journal(office);
    return status;
}

/* ---- putting a copy in place of an existing file */

/* After this the file at path has no log: all of it is in the file itself, and the connection
 * that keeps others out may close without touching the log of the file to come. */
static enum status drop_log(struct office *office, struct error *error)
{
    const struct disk *disk = vault_disk(office->vault);
    enum status status = store_checkpoint(office->store, error);
    if (status != STATUS_OK)
        return status;
    char *log = NULL;
    status = text_join(&log, vault_path(office->vault), "-wal", error);
    if (status != STATUS_OK)
        return status;
    vault_retire(office->vault);
    int code = disk->vfs->xDelete(disk->vfs, log, 1);
    free(log);
    if (code != SQLITE_OK && code != SQLITE_IOERR_DELETE_NOENT)
        return error_set(error, STATUS_WRITE_FAILED, "removing the empty log");
    return STATUS_OK;
}

/* Opens the finished copy as the next user will, and writes down where it comes from. */
static enum status sign_copy(struct vault *target, const char *actor, const char *act,
                             struct error *error)
{
    struct store *store = NULL;
    const struct store_options options = {
        .path = vault_path(target),
        .vfs = vault_vfs(target),
        .is_alone = true,
    };
    enum status status = store_open(&store, &options, error);
    if (status == STATUS_OK)
        status = store_begin(store, error);
    if (status == STATUS_OK)
        status =
            vault_state_change_header_sequence(store, (long long)vault_sequence(target), error);
    if (status == STATUS_OK)
        status = office_journal_file(store, actor, act, error);
    if (status == STATUS_OK)
        status = store_commit(store, error);
    if (status == STATUS_OK)
        status = store_checkpoint(store, error);
    store_close(&store);
    return status;
}

/* ---- rekey */

struct slot_keeping {
    struct office *office;
    struct vault *target;
    enum status status;
    struct error *error;
};

static bool keep_user_slot(void *self, const struct office_user *user, const char *folded,
                           const unsigned char public_key[PUBLIC_KEY_SIZE])
{
    struct slot_keeping *keeping = self;
    if (user->is_active && vault_has_user(keeping->office->vault, folded))
        keeping->status = vault_stage_kept_slot(keeping->target, keeping->office->vault, folded,
                                                public_key, keeping->error);
    return keeping->status == STATUS_OK;
}

static enum status keep_slots(struct office *office, struct vault *target, struct error *error)
{
    unsigned char public_key[PUBLIC_KEY_SIZE];
    struct slot_keeping keeping = { .office = office, .target = target, .error = error };
    enum status status = user_each(office->store, keep_user_slot, &keeping, error);
    if (keeping.status != STATUS_OK)
        return keeping.status;
    if (status == STATUS_OK && vault_has_recovery(office->vault)) {
        status = recovery_key_find(office->store, public_key, error);
        if (status == STATUS_OK)
            status = vault_stage_kept_slot(target, office->vault, NULL, public_key, error);
    }
    return status;
}

static enum status rekey_into(struct office *office, struct copy *copy,
                              const struct progress *progress, struct error *error)
{
    enum status status = begin_snapshot(office, error);
    if (status == STATUS_OK)
        status = vault_new_rekeyed(&copy->target, office->vault, copy->part, error);
    if (status == STATUS_OK)
        status = keep_slots(office, copy->target, error);
    if (status == STATUS_OK)
        status = vault_write_new(copy->target, error);
    if (status == STATUS_OK)
        status = build_copy(office->store, copy->target, progress, error);
    store_rollback(office->store);
    if (status == STATUS_OK)
        status = sign_copy(copy->target, office->actor, "vault.rekey", error);
    return status;
}

/* Whoever reads every compartment changes their keys too; else they stay stale, and somebody who
 * does rekeys once more. */
static enum status renew_compartments(struct office *office, struct error *error)
{
    if (keyring_compartments(office->keyring, COMPARTMENT_READER) != COMPARTMENTS_ALL)
        return STATUS_OK;
    enum status status = store_begin(office->store, error);
    if (status != STATUS_OK)
        return status;
    status = access_renew(office->store, office->actor, error);
    if (status == STATUS_OK)
        return store_commit(office->store, error);
    store_rollback(office->store);
    return status;
}

enum status office_rekey(const char *path, const struct disk *disk, const struct login *login,
                         const struct progress *progress, struct error *error)
{
    struct office *office = NULL;
    struct copy copy = { .part = NULL };
    const struct office_options options = { .is_alone = true };
    enum status status = office_open(&office, path, disk, login, &options, error);
    if (status == STATUS_OK)
        status = office_require(office, ACT_REKEY, error);
    if (status == STATUS_OK)
        status = renew_compartments(office, error);
    if (status == STATUS_OK)
        status = copy_begin(&copy, disk, vault_path(office->vault), error);
    if (status == STATUS_OK)
        status = rekey_into(office, &copy, progress, error);
    if (status == STATUS_OK)
        status = drop_log(office, error);
    if (status == STATUS_OK)
        status = build_publish(copy.target, vault_path(office->vault), true, error);
    copy_end(&copy, status);
    office_close(&office);
    return status;
}

/* ---- restore */

/* A free name for the file that is replaced: its own, the moment, and a number when somebody has
 * restored within the same second (or was stopped while doing so). */
static enum status name_for_kept(char **out, const char *path, const struct disk *disk,
                                 struct error *error)
{
    enum { TRIES = 100 };
    char moment[32] = "";
    time_t now = time(NULL);
    struct tm local;
    enum status status = STATUS_EXISTS;
    if (localtime_r(&now, &local) != NULL)
        strftime(moment, sizeof(moment), "%Y-%m-%d-%H%M%S", &local);
    size_t size = strlen(path) + sizeof(".before-restore-") + sizeof(moment) + 16;
    *out = malloc(size);
    if (*out == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "path");
    for (int i = 1; i <= TRIES && status == STATUS_EXISTS; i++) {
        int length = snprintf(*out, size, "%s.before-restore-%s", path, moment);
        if (i > 1)
            snprintf(*out + length, size - (size_t)length, "-%d", i);
        status = build_check_free(disk, *out, error);
    }
    return status;
}

/* Gives the file (or its log) a second name; a move where there are none. */
static enum status keep_aside(const struct disk *disk, const char *path, const char *kept,
                              const char *ending, struct error *error)
{
    char *from = NULL;
    char *to = NULL;
    int found = 0;
    int code = SQLITE_OK;
    enum status status = text_join(&from, path, ending, error);
    if (status == STATUS_OK)
        status = text_join(&to, kept, ending, error);
    if (status == STATUS_OK)
        disk->vfs->xAccess(disk->vfs, from, SQLITE_ACCESS_EXISTS, &found);
    if (found)
        code = disk->link(disk->self, from, to);
    if (found && code == SQLITE_NOTFOUND)
        code = disk->move(disk->self, from, to);
    else if (found && code == SQLITE_OK && ending[0] != '\0')
        code = disk->vfs->xDelete(disk->vfs, from, 1);
    if (code != SQLITE_OK)
        status = error_set(error, vault_disk_status(code, true), "keeping the old file");
    free(from);
    free(to);
    return status;
}

/* Makes way for the restored file: nobody may have the old one open, and what is in its log goes
 * with it.  The office comes back open, if it opens at all, to keep others out. */
static enum status make_way(struct office **old, const char *path, const struct disk *disk,
                            const struct login *login, struct error *error)
{
    const struct office_options options = { .is_alone = true };
    enum status status = office_open(old, path, disk, login, &options, error);
    if (status == STATUS_OK)
        return drop_log(*old, error);
    if (status == STATUS_IN_USE || status == STATUS_MEMORY_LOW || status == STATUS_NO_PERMISSION)
        return status;
    /* Damaged, or another office's: it goes aside as it is. */
    return build_check_unused(disk, path, error);
}

static enum status replace(struct copy *copy, const struct office_restore *plan,
                           const struct login *login, char **kept, struct error *error)
{
    struct office *old = NULL;
    int found = 0;
    copy->disk->vfs->xAccess(copy->disk->vfs, plan->to, SQLITE_ACCESS_EXISTS, &found);
    enum status status = found ? make_way(&old, plan->to, copy->disk, login, error) : STATUS_OK;
    if (status == STATUS_OK)
        status = name_for_kept(kept, plan->to, copy->disk, error);
    /* The file first: whatever happens, what is kept is never a file without its log.  And the
     * log even if its file is lost or empty: SQLite would play it into the restored one. */
    if (status == STATUS_OK)
        status = keep_aside(copy->disk, plan->to, *kept, "", error);
    if (status == STATUS_OK)
        status = keep_aside(copy->disk, plan->to, *kept, "-wal", error);
    if (status == STATUS_OK)
        status = build_publish(copy->target, plan->to, plan->overwrites, error);
    office_close(&old);
    if (!found) {
        free(*kept);
        *kept = NULL;
    }
    return status;
}

static enum status restore_into(struct office *backup, struct copy *copy,
                                const struct office_restore *plan, struct error *error)
{
    enum status status = begin_snapshot(backup, error);
    if (status == STATUS_OK)
        status = vault_new_copy(&copy->target, backup->vault, copy->part, error);
    if (status == STATUS_OK)
        status = vault_write_new(copy->target, error);
    if (status == STATUS_OK)
        status = build_copy(backup->store, copy->target, &plan->progress, error);
    store_rollback(backup->store);
    if (status == STATUS_OK)
        status = sign_copy(copy->target, backup->actor, "vault.restore", error);
    return status;
}

static enum status restore(const struct office_restore *plan, const struct disk *disk,
                           const struct login *login, char **kept, struct error *error)
{
    struct office *backup = NULL;
    struct copy copy = { .part = NULL };
    struct office_health health;
    const struct office_options options = { .is_read_only = true, .progress = plan->progress };
    enum status status = plan->overwrites ? STATUS_OK : build_check_free(disk, plan->to, error);
    if (status == STATUS_OK)
        status = office_open(&backup, plan->backup, disk, login, &options, error);
    if (status == STATUS_OK)
        status = office_verify_content(backup, &plan->progress, &health, error);
    if (status == STATUS_OK)
        status = copy_begin(&copy, disk, plan->to, error);
    if (status == STATUS_OK)
        status = restore_into(backup, &copy, plan, error);
    if (status == STATUS_OK)
        status = replace(&copy, plan, login, kept, error);
    copy_end(&copy, status);
    office_close(&backup);
    return status;
}

/* A link is followed: what it names is replaced, not the link. */
enum status office_restore(const struct office_restore *plan, const struct disk *disk,
                           const struct login *login, char **kept, struct error *error)
{
    struct office_restore real = *plan;
    char *to = NULL;
    *kept = NULL;
    enum status status = vault_real_path(&to, plan->to, disk, error);
    real.to = to;
    if (status == STATUS_OK)
        status = restore(&real, disk, login, kept, error);
    free(to);
    if (status != STATUS_OK) {
        free(*kept);
        *kept = NULL;
    }
    return status;
}
