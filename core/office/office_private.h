/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of this folder share; nobody else includes it. */
#ifndef QADAM_OFFICE_OFFICE_PRIVATE_H
#define QADAM_OFFICE_OFFICE_PRIVATE_H

#include "compartment/keyring.h"
#include "office/office.h"
#include "office/user_store.h"
#include "store/vault_state.h"

struct office {
    struct vault *vault;
    struct store *store;
    struct keyring *keyring;
    char actor[UUID_TEXT_SIZE];
    enum role role;
    bool is_training;
    struct progress progress;
};

/* A user's name as text_accept() leaves it and as it is looked up; the caller frees both.
 * STATUS_NAME_INVALID when it is too long or stands for something else. */
MUST_CHECK enum status office_accept_name(char **name, char **folded, const char *typed,
                                          struct error *error);

/* A typed passphrase, or recovery code, as the vault wants it. */
MUST_CHECK enum status office_read_secret(struct secret **out, const struct login *login,
                                          struct error *error);

/* The cost of a new keyslot: memory for the smallest PC of the office, passes for this PC; next
 * to nothing in a training file. */
MUST_CHECK enum status office_choose_cost(struct key_cost *out, long smallest_pc_mib,
                                          bool is_training, struct error *error);
/* Whether what opened the vault counts, by the database; settles the header if need be. */
MUST_CHECK enum status office_confirm(struct office *office, bool may_write, struct error *error);
/* Makes the database's public key of the user (or sheet) that opened the office the right one. */
MUST_CHECK enum status office_repair_public_key(struct office *office,
                                                const unsigned char known[PUBLIC_KEY_SIZE],
                                                struct error *error);
/* Makes both copies of the header what the database has committed. */
MUST_CHECK enum status office_settle(struct office *office, struct error *error);
/* What the database says about the header. */
MUST_CHECK enum status office_committed_sequence(struct store *store, uint64_t *out,
                                                 struct error *error);

/* The same by the settings of an existing office. */
MUST_CHECK enum status office_key_cost(struct key_cost *out, struct office *office,
                                       struct error *error);

/* Whether the session reads every compartment, and so can give them back. */
bool office_holds_all(const struct office *office);
/* Gives a user or the recovery sheet ("recovery"), whose personal key has changed, what they held
 * (access_find_proved() before the change); within the caller's transaction.  What the session does
 * not hold they wait for. */
MUST_CHECK enum status office_renew_access(struct office *office, const char *holder,
                                           const struct access_held *held, struct error *error);
/* What a new user of that role gets from a session that holds it. */
MUST_CHECK enum status office_give_access(struct office *office, const struct office_user *user,
                                          struct error *error);

/* A new recovery code: its bytes for the keyslot and its text for the sheet. */
MUST_CHECK enum status office_make_recovery_code(struct secret **code, struct secret **text,
                                                 struct error *error);
/* The cost of the recovery slot: 160 random bits need no more than the smallest one. */
MUST_CHECK enum status office_recovery_cost(struct key_cost *out, bool is_training,
                                            struct error *error);

/* office_verify() without the header, of which one whole copy is enough to restore from. */
MUST_CHECK enum status office_verify_content(struct office *office, const struct progress *progress,
                                             struct office_health *out, struct error *error);

/* One journal entry about a user; role may be NULL.  Within the caller's transaction. */
MUST_CHECK enum status office_journal_user(struct office *office, const char *act,
                                           const struct office_user *user, struct error *error);
/* One about the file as a whole; detail may be NULL. */
MUST_CHECK enum status office_journal_file(struct store *store, const char *actor, const char *act,
                                           struct error *error);

/* Whether long work shall stop; ends the statement under way. */
bool office_should_stop(void *office);

/* ---- names of backups (office_folder.c) */

/* The file's name without folder and ending; the caller frees it. */
char *folder_stem(const char *path);
/* The stem, the moment, the ending, and nothing but rest behind them. */
bool folder_has_backup_name(const char *name, const char *stem, const char *rest);
/* The caller frees it; NULL without memory. */
char *folder_join(const char *folder, const char *name);

/* ---- building a file beside its final place (office_build.c) */

/* path + ".part"; the caller frees it. */
MUST_CHECK enum status build_path(char **out, const char *path, struct error *error);
/* Removes what an interrupted build left there; STATUS_IN_USE when one is under way. */
MUST_CHECK enum status build_clear(const struct disk *disk, const char *part, struct error *error);
/* Gives the finished, synced file its name: without "replaces" never over another file. */
MUST_CHECK enum status build_publish(struct vault *vault, const char *to, bool replaces,
                                     struct error *error);
/* Closes the vault if it is open and removes the unfinished file. */
void build_abandon(struct vault **vault, const struct disk *disk, const char *part);
/* STATUS_EXISTS when there is such a file, or a log of one. */
MUST_CHECK enum status build_check_free(const struct disk *disk, const char *path,
                                        struct error *error);
/* STATUS_IN_USE when some program has the file open; needs no key. */
MUST_CHECK enum status build_check_unused(const struct disk *disk, const char *path,
                                          struct error *error);
/* Copies every page of source, which must be in a read transaction, into a new vault whose header
 * is written, and reads it back. */
MUST_CHECK enum status build_copy(struct store *source, struct vault *target,
                                  const struct progress *progress, struct error *error);
/* Every page of a vault opens. */
MUST_CHECK enum status build_check_pages(struct vault *vault, const struct progress *progress,
                                         long long done, long long total, struct error *error);

#endif
