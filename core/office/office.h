/* SPDX-License-Identifier: Apache-2.0 */

/* One office file in use: the vault (who may open it), the store (what is in it) and the user
 * who has opened it, and the acts that concern the file as a whole.  Each act is journalled in
 * the transaction that does it. */
#ifndef QADAM_OFFICE_OFFICE_H
#define QADAM_OFFICE_OFFICE_H

#include <stdint.h>

#include "compartment/access.h"
#include "journal/journal.h"
#include "office/role.h"
#include "store/setting.h"
#include "store/store.h"
#include "store/uuid.h"
#include "vault/vault.h"

enum {
    USER_NAME_MAX_CHARACTERS = 40,
    USER_NAME_SIZE = USER_NAME_MAX_CHARACTERS * 4 + 1, /* a character is one code point here */
};

struct office;

/* Told how far long work has come; returns false to stop it.  A total of 0 only asks whether to
 * stop.  report may be NULL; self is the caller's. */
struct progress {
    bool (*report)(void *self, long long done, long long total);
    void *self;
};

/* How somebody gets in.  typed is what was typed: a passphrase or, with is_recovery, the code of
 * the recovery sheet.  A vault with one user needs no name. */
struct login {
    const char *user_name;
    const struct secret *typed;
    bool is_recovery;
};

/* ---- a new office file */

struct office_plan {
    const char *path;
    const char *user_name; /* the first user, who becomes a supervisor */
    const struct secret *passphrase;
    const char *office_code; /* 2 to 8 of A-Z and 0-9; NULL: "OFFICE" */
    const char *country;     /* KZ KG TJ TM UZ; NULL: not said yet */
    long smallest_pc_mib;    /* 0: 128 */
    /* A file for practice: its passphrase is known to everybody, so it may be short and costs
     * nothing to derive.  Never for real people's data. */
    bool is_training;
    /* Puts what the file shall hold from the first day into it, in transactions of its own, while
     * the file has neither its name nor a journal: after a failure nothing is left of it.  NULL:
     * the file begins empty. */
    enum status (*fill)(void *self, struct store *store, const char *actor, struct error *error);
    void *fill_self;
    struct progress progress; /* of reading a filled file back, as the second half of the work */
};

/* Creates the file, complete or not at all, and gives the recovery code as text to print once.
 * STATUS_EXISTS, STATUS_PASSPHRASE_WEAK, STATUS_NAME_INVALID, STATUS_NO_SPACE... */
MUST_CHECK enum status office_create(const struct office_plan *plan, const struct disk *disk,
                                     struct secret **recovery_code, struct error *error);

/* Whether such a plan can work, without touching the disk: so that a passphrase is asked for only
 * when the rest is right. */
MUST_CHECK enum status office_check_plan(const struct office_plan *plan, struct error *error);

/* ---- opening */

struct office_options {
    bool is_alone;     /* keep everybody else out: rekey */
    bool is_read_only; /* touch nothing, not even the log */
    /* For work that only reads: where the file cannot be written (a protected stick, a full
     * disk), it is opened read-only instead. */
    bool may_be_read_only;
    struct progress progress; /* asked by every long statement whether to stop */
};

MUST_CHECK enum status office_open(struct office **out, const char *path, const struct disk *disk,
                                   const struct login *login, const struct office_options *options,
                                   struct error *error);
void office_close(struct office **office);

struct store *office_store(struct office *office);
/* The id of the user who opened it, for the journal; "recovery" with the recovery sheet. */
const char *office_actor(const struct office *office);
enum role office_role(const struct office *office);
MUST_CHECK enum status office_require(const struct office *office, enum office_act act,
                                      struct error *error);

/* ---- users */

struct office_user {
    char id[UUID_TEXT_SIZE];
    char name[USER_NAME_SIZE];
    enum role role;
    bool is_active;
    bool has_key; /* false: an active user whose keyslot is missing */
    char created_at[MOMENT_TEXT_SIZE];
    char revoked_at[MOMENT_TEXT_SIZE]; /* "" while active */
};

/* Calls each() for every user, by name; stops when it returns false. */
MUST_CHECK enum status office_each_user(struct office *office,
                                        bool (*each)(void *self, const struct office_user *user),
                                        void *self, struct error *error);
/* STATUS_NOT_FOUND when there is no user of that name, active or revoked; in any case of letters.
 */
MUST_CHECK enum status office_find_user(struct office *office, const char *name,
                                        struct office_user *out, struct error *error);
/* A user who was revoked can be added again.  STATUS_EXISTS for an active one. */
MUST_CHECK enum status office_add_user(struct office *office, const char *name, enum role role,
                                       const struct secret *passphrase, struct error *error);
/* Nobody can revoke the last supervisor (STATUS_LAST_SUPERVISOR).  The revoked user may still
 * have a copy of the file: rekey afterwards. */
MUST_CHECK enum status office_revoke_user(struct office *office, const char *name,
                                          struct error *error);
/* name NULL: one's own. */
MUST_CHECK enum status office_set_passphrase(struct office *office, const char *name,
                                             const struct secret *passphrase, struct error *error);
/* Shows a new recovery code and, only if show() says that it got through, makes it the one that
 * counts; else the old sheet stays valid (STATUS_WRITE_FAILED). */
MUST_CHECK enum status office_new_recovery_code(struct office *office,
                                                bool (*show)(void *self, const struct secret *code),
                                                void *self, struct error *error);

/* The same in two steps, for a screen that shows the code until somebody has copied it: the text of
 * a code that counts for nothing yet, and making it the one that counts. */
MUST_CHECK enum status office_draft_recovery_code(struct secret **text, struct error *error);
MUST_CHECK enum status office_take_recovery_code(struct office *office, const struct secret *text,
                                                 struct error *error);

/* ---- who reads restricted casefiles */

/* Gives a user compartments that the session holds as a reader itself.  STATUS_RESTRICTED when it
 * does not; STATUS_INVALID for a user whose role holds none. */
MUST_CHECK enum status office_grant_access(struct office *office, const char *name, unsigned set,
                                           enum compartment_mode mode, struct error *error);
/* As access_withdraw(). */
MUST_CHECK enum status office_withdraw_access(struct office *office, const char *name, unsigned set,
                                              struct error *error);

/* ---- what the office has decided */

struct setting_change {
    enum setting setting;
    const char *value; /* numbers as text too */
};

/* Makes all of them or none, with one entry in the journal about those that differ; when none does,
 * nothing happens.  STATUS_INVALID and the like as in setting.h, and for what is not for people to
 * decide. */
MUST_CHECK enum status office_change_settings(struct office *office,
                                              const struct setting_change *changes, size_t count,
                                              struct error *error);

/* ---- the file as a whole */

struct office_health {
    uint32_t pages;
    int users;
    long long journal_entries;
    unsigned char journal_head[JOURNAL_HASH_SIZE];
};

/* Header, every page, the database, its references, the journal's chain and the history behind it.
 * The first fault is the error: STATUS_DAMAGED, STATUS_KEYS_ALTERED, STATUS_JOURNAL_BROKEN. */
MUST_CHECK enum status office_verify(struct office *office, const struct progress *progress,
                                     struct office_health *out, struct error *error);

/* Copies the file as it is now, while others work on, reads the copy back, and only then gives
 * it its name.  Never overwrites (STATUS_EXISTS). */
MUST_CHECK enum status office_backup(struct office *office, const char *to,
                                     const struct progress *progress, struct error *error);

/* The same into a folder, under the file's name and the moment; afterwards keeps only the newest
 * "keep" backups of this file there (0: all).  out gets the new file's path; the caller frees
 * it. */
MUST_CHECK enum status office_backup_to_folder(struct office *office, const char *folder, int keep,
                                               const struct progress *progress, char **out,
                                               struct error *error);

/* A backup in a folder, by its name. */
struct office_copy {
    char *path;
    char moment[sizeof("2026-11-23 17:40:00")]; /* when it was made, by the clock of that PC */
    long long bytes;
};

/* The finished backups of an office file in a folder, the newest first. */
struct office_copy_list {
    struct office_copy *items;
    size_t count;
    size_t capacity;
};

/* Needs no key, so that it can be told before anybody unlocks.  Every one of them was read back
 * when it was made.  The caller releases *out, also after a failure; STATUS_READ_FAILED for a
 * folder that cannot be listed. */
MUST_CHECK enum status office_list_copies(struct office_copy_list *out, const char *path,
                                          const struct disk *disk, const char *folder,
                                          struct error *error);
/* The same of an open office, in the folder where its backups go. */
MUST_CHECK enum status office_list_own_copies(struct office_copy_list *out, struct office *office,
                                              struct error *error);
void office_copy_list_release(struct office_copy_list *list);

/* After somebody was erased: brings what is in the log into the file and empties the log, which
 * holds the old words until then.  *is_gone is false while another program that has the file open
 * is in the way; the log is emptied when the last of them ends, or by the next call.  Backups made
 * before still hold everything: see office_list_copies(). */
MUST_CHECK enum status office_forget_log(struct office *office, bool *is_gone, struct error *error);

struct office_restore {
    const char *backup;
    const char *to;
    bool overwrites; /* what was at "to" is kept beside it under another name */
    struct progress progress;
};

/* Verifies the backup, writes it to a new file and puts that in place in one step.  kept gets the
 * path that the replaced file has now, or NULL; the caller frees it.  STATUS_EXISTS unless told
 * to overwrite; STATUS_IN_USE while somebody works on the file to be replaced. */
MUST_CHECK enum status office_restore(const struct office_restore *plan, const struct disk *disk,
                                      const struct login *login, char **kept, struct error *error);

/* Writes the whole file anew under a new data key and puts it in place of the old one in one
 * step.  Every active user's passphrase and the recovery sheet go on working; a keyslot without
 * an active user is left out.  Nobody else may have the file open. */
MUST_CHECK enum status office_rekey(const char *path, const struct disk *disk,
                                    const struct login *login, const struct progress *progress,
                                    struct error *error);

#endif
