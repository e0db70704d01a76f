/* SPDX-License-Identifier: Apache-2.0 */

/* An office file seen from outside: unlock it, give SQLite a VFS through which every byte of it
 * is sealed, and change the list of who may open it.  What stands in which byte is in FORMAT.md.
 *
 * Who may open a vault stands in its header; what happened in it stands in its database.  A
 * change of the header is made inside a write transaction of the database, which records the
 * header's new sequence number; so the commit of that transaction decides about both, and a
 * power cut between them leaves neither half (see "Changing the header" below). */
#ifndef QADAM_VAULT_VAULT_H
#define QADAM_VAULT_VAULT_H

#include "vault/disk.h"
#include "vault/header.h"

struct vault;

/* What somebody opens a vault with. */
struct vault_key {
    const struct secret *passphrase; /* normal form; with is_recovery the code's bytes */
    const char *user_name;           /* folded; NULL when the vault has only one user */
    bool is_recovery;
};

/* ---- making and opening */

/* A vault that is not on disk yet: new file id, new data key, no slots.  path is where it will
 * be built. */
MUST_CHECK enum status vault_new(struct vault **out, const char *path, const struct disk *disk,
                                 struct error *error);

/* Another file with the same keys and slots, for a backup; not on disk yet. */
MUST_CHECK enum status vault_new_copy(struct vault **out, const struct vault *source,
                                      const char *path, struct error *error);

/* Another file with the same id, a new data key and no slots yet, for a rekey. */
MUST_CHECK enum status vault_new_rekeyed(struct vault **out, const struct vault *source,
                                         const char *path, struct error *error);

/* Creates the file of a new vault (it must not exist) and writes its header. */
MUST_CHECK enum status vault_write_new(struct vault *vault, struct error *error);

/* Reads the header, derives the key and checks the list of slots.  STATUS_NOT_FOUND,
 * STATUS_NOT_A_VAULT, STATUS_NEWER_FORMAT, STATUS_DAMAGED, STATUS_WRONG_PASSPHRASE (also for an
 * unknown name), STATUS_KEYS_ALTERED, STATUS_MEMORY_LOW. */
MUST_CHECK enum status vault_open(struct vault **out, const char *path, const struct disk *disk,
                                  const struct vault_key *key, struct error *error);

/* Looks at the header without a key: how many users, and whether the file is a vault at all. */
MUST_CHECK enum status vault_peek(const char *path, const struct disk *disk, int *users,
                                  struct error *error);

/* Which office file it is, or is a copy of; needs no key. */
MUST_CHECK enum status vault_peek_file_id(const char *path, const struct disk *disk,
                                          unsigned char out[FILE_ID_SIZE], struct error *error);

/* Wipes the keys, forgets the VFS, nulls.  Every connection must be closed before. */
void vault_close(struct vault **vault);

/* After another file has taken this one's name: a connection that closes now must not delete the
 * log of the new file. */
void vault_retire(struct vault *vault);

/* STATUS_MOVED when the file's name belongs to another file by now. */
MUST_CHECK enum status vault_check_in_place(struct vault *vault, struct error *error);

/* The path as the vault of that file has it: absolute, links resolved.  The caller frees it.
 * STATUS_NOT_FOUND, STATUS_NO_PERMISSION for a folder that must not be entered. */
MUST_CHECK enum status vault_real_path(char **out, const char *path, const struct disk *disk,
                                       struct error *error);

/* ---- looking */

const char *vault_path(const struct vault *vault); /* absolute, links resolved */
const char *vault_vfs(const struct vault *vault);  /* for sqlite3_open_v2() */
const struct disk *vault_disk(const struct vault *vault);
const unsigned char *vault_file_id(const struct vault *vault);
bool vault_is_read_only(const struct vault *vault);
uint64_t vault_sequence(const struct vault *vault);
bool vault_has_user(const struct vault *vault, const char *user_name);
/* Whether it was that user's keyslot that opened the vault. */
bool vault_was_opened_by(const struct vault *vault, const char *user_name);
/* The public half of the personal key in the keyslot that opened the vault. */
MUST_CHECK enum status vault_own_public_key(const struct vault *vault,
                                            unsigned char public_key[PUBLIC_KEY_SIZE],
                                            struct error *error);
/* That key itself, for what is sealed to its owner alone; borrowed until vault_close().  NULL for a
 * vault that no keyslot opened. */
const struct secret *vault_own_key(const struct vault *vault);
bool vault_has_recovery(const struct vault *vault);
int vault_count_users(const struct vault *vault);
/* The page that last failed to open, 0 when none or when it was in the log. */
uint32_t vault_damaged_page(const struct vault *vault);

/* The status for a result code of the disk. */
enum status vault_disk_status(int code, bool is_write);

/* Pages in the file, and whether one of them opens as it stands on disk. */
MUST_CHECK enum status vault_count_pages(struct vault *vault, uint32_t *out, struct error *error);
MUST_CHECK enum status vault_check_page(struct vault *vault, uint32_t page, struct error *error);
/* Whether both copies of the header are whole and alike: else STATUS_DAMAGED. */
MUST_CHECK enum status vault_check_header(struct vault *vault, struct error *error);
MUST_CHECK enum status vault_sync(struct vault *vault, struct error *error);

/* ---- changing the header
 *
 *   begin a write transaction of the database
 *   vault_stage_begin(vault, the sequence the database records)
 *   vault_stage_user() ...
 *   vault_stage_write() -> the new sequence, recorded in the database
 *   commit, then vault_stage_follow(); or, when the commit failed, roll back
 *   begin a write transaction again, vault_stage_begin(), vault_stage_undo(), roll back
 *
 * The last line needs the lock: another program may have begun a change since. */

/* After opening the database: was what opened the vault valid when the database last committed?
 * STATUS_WRONG_PASSPHRASE for a slot that a committed change took away, STATUS_KEYS_ALTERED when
 * the header is older than the database. */
MUST_CHECK enum status vault_confirm(struct vault *vault, uint64_t committed_sequence,
                                     struct error *error);

/* Whether the two copies agree; if not, a settle is due. */
bool vault_is_settled(const struct vault *vault);

/* Whether the other copy holds a change that was never committed, as far as the database knows. */
bool vault_has_newer_copy(const struct vault *vault);

/* Reads the header again and starts from the committed one. */
MUST_CHECK enum status vault_stage_begin(struct vault *vault, uint64_t committed_sequence,
                                         struct error *error);

/* A new slot (or a new one in place of the old) with a new personal key pair, whose public half
 * the caller records. */
MUST_CHECK enum status vault_stage_user(struct vault *vault, const char *user_name,
                                        const struct secret *passphrase,
                                        const struct key_cost *cost,
                                        unsigned char public_key[PUBLIC_KEY_SIZE],
                                        struct error *error);

/* The same for the recovery sheet. */
MUST_CHECK enum status vault_stage_recovery(struct vault *vault, const struct secret *code,
                                            const struct key_cost *cost,
                                            unsigned char public_key[PUBLIC_KEY_SIZE],
                                            struct error *error);

/* Another passphrase for the slot that opened this vault; its key pair stays. */
MUST_CHECK enum status vault_stage_own_passphrase(struct vault *vault,
                                                  const struct secret *passphrase,
                                                  const struct key_cost *cost, struct error *error);

/* Takes a slot away; STATUS_NOT_FOUND when there is none of that name. */
MUST_CHECK enum status vault_stage_removal(struct vault *vault, const char *user_name,
                                           struct error *error);

/* Brings a slot of source over to a rekeyed vault; NULL name: the recovery slot.  The slot that
 * opened source is sealed to the key in hand, whatever public_key says: whoever rekeys must be able
 * to open what takes the file's place. */
MUST_CHECK enum status vault_stage_kept_slot(struct vault *vault, const struct vault *source,
                                             const char *user_name,
                                             const unsigned char public_key[PUBLIC_KEY_SIZE],
                                             struct error *error);

/* Writes and syncs one copy with the next sequence number; the other keeps the committed list. */
MUST_CHECK enum status vault_stage_write(struct vault *vault, struct error *error);

/* The sequence that vault_stage_write() gives. */
uint64_t vault_stage_sequence(const struct vault *vault);

/* After the commit: the list just written is the one that counts. */
void vault_stage_follow(struct vault *vault);

/* Puts the committed list into both copies. */
MUST_CHECK enum status vault_stage_undo(struct vault *vault, struct error *error);

#endif
