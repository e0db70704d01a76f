/* SPDX-License-Identifier: Apache-2.0 */

/* Making, opening and looking at a vault.  Changing its header is in vault_stage.c. */
#include "vault/vault.h"

#include <errno.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "vault/vault_file.h"
#include "vault/vault_header.h"

/* The keys that are derived from the data key (crypto_kdf; FORMAT.md, "Keys"). */
enum { SUBKEY_PAGES = 1, SUBKEY_HEADER_MAC = 2 };
static const char kdf_context[crypto_kdf_CONTEXTBYTES + 1] = "QadamVlt";
_Static_assert(KEY_SIZE == crypto_kdf_KEYBYTES, "data key");

enum status vault_real_path(char **out, const char *path, const struct disk *disk,
                            struct error *error)
{
    sqlite3_vfs *vfs = disk->vfs;
    *out = calloc(1, (size_t)vfs->mxPathname + 1);
    if (*out == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "path");
    int code = vfs->xFullPathname(vfs, path, vfs->mxPathname, *out);
    if ((code & 0xFF) == SQLITE_OK) /* SQLITE_OK_SYMLINK is fine */
        return STATUS_OK;
    free(*out);
    *out = NULL;
    return error_set(
        error, vfs->xGetLastError(vfs, 0, NULL) == EACCES ? STATUS_NO_PERMISSION : STATUS_NOT_FOUND,
        "no such path");
}

static enum status vault_set_path(struct vault *vault, const char *path, struct error *error)
{
    enum status status = vault_real_path(&vault->path, path, vault->disk, error);
    if (status == STATUS_OK)
        status = text_join(&vault->log_path, vault->path, "-wal", error);
    if (status == STATUS_OK)
        status = text_join(&vault->shm_path, vault->path, "-shm", error);
    return status;
}

static enum status vault_prepare(struct vault **out, const char *path, const struct disk *disk,
                                 struct error *error)
{
    *out = NULL;
    if (sodium_init() < 0)
        return error_set(error, STATUS_INTERNAL, "libsodium did not start");
    struct vault *vault = calloc(1, sizeof(*vault));
    if (vault == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "vault");
    vault->disk = disk;
    enum status status = vault_set_path(vault, path, error);
    if (status == STATUS_OK)
        status = vault_vfs_register(vault, error);
    if (status != STATUS_OK)
        vault_close(&vault);
    *out = vault;
    return status;
}

static enum status derive_subkey(struct secret **out, const struct secret *data_key,
                                 uint64_t number, struct error *error)
{
    enum status status = secret_new(out, KEY_SIZE, error);
    if (status != STATUS_OK)
        return status;
    crypto_kdf_derive_from_key((*out)->bytes, KEY_SIZE, number, kdf_context, data_key->bytes);
    (*out)->length = KEY_SIZE;
    return STATUS_OK;
}

/* Everything that follows from the data key and the file's id. */
static enum status vault_take_data_key(struct vault *vault, struct secret *data_key,
                                       const unsigned char file_id[FILE_ID_SIZE],
                                       struct error *error)
{
    vault->data_key = data_key;
    enum status status = derive_subkey(&vault->page_key, data_key, SUBKEY_PAGES, error);
    if (status == STATUS_OK)
        status = derive_subkey(&vault->mac_key, data_key, SUBKEY_HEADER_MAC, error);
    vault->sealer.key = vault->page_key;
    memcpy(vault->sealer.file_id, file_id, FILE_ID_SIZE);
    return status;
}

/* ---- new files */

static enum status vault_new_with(struct vault **out, const char *path, const struct disk *disk,
                                  const unsigned char file_id[FILE_ID_SIZE],
                                  const struct secret *data_key, struct error *error)
{
    struct secret *own = NULL;
    enum status status = vault_prepare(out, path, disk, error);
    if (status != STATUS_OK)
        return status;
    status = data_key == NULL ? secret_random(&own, KEY_SIZE, error)
                              : secret_from_bytes(&own, data_key->bytes, KEY_SIZE, error);
    if (status == STATUS_OK)
        status = vault_take_data_key(*out, own, file_id, error);
    memcpy((*out)->staged.file_id, file_id, FILE_ID_SIZE);
    if (status != STATUS_OK)
        vault_close(out);
    return status;
}

enum status vault_new(struct vault **out, const char *path, const struct disk *disk,
                      struct error *error)
{
    unsigned char file_id[FILE_ID_SIZE];
    *out = NULL;
    if (sodium_init() < 0)
        return error_set(error, STATUS_INTERNAL, "libsodium did not start");
    randombytes_buf(file_id, sizeof(file_id));
    return vault_new_with(out, path, disk, file_id, NULL, error);
}

enum status vault_new_copy(struct vault **out, const struct vault *source, const char *path,
                           struct error *error)
{
    enum status status =
        vault_new_with(out, path, source->disk, source->sealer.file_id, source->data_key, error);
    if (status == STATUS_OK) {
        (*out)->staged = source->copies[source->current];
        (*out)->staged.sequence--; /* writing adds one again */
    }
    return status;
}

enum status vault_new_rekeyed(struct vault **out, const struct vault *source, const char *path,
                              struct error *error)
{
    enum status status =
        vault_new_with(out, path, source->disk, source->sealer.file_id, NULL, error);
    if (status == STATUS_OK)
        (*out)->staged.sequence = source->copies[source->current].sequence;
    return status;
}

enum status vault_write_new(struct vault *vault, struct error *error)
{
    enum status status = vault_header_open(
        vault, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE, error);
    if (status != STATUS_OK)
        return status;
    vault->staged.sequence++;
    vault->current = 0;
    for (int copy = 0; copy < HEADER_COPIES && status == STATUS_OK; copy++)
        status = vault_header_write(vault, copy, &vault->staged, error);
    return status;
}

/* ---- opening */

static int find_slot(const struct header *header, const struct vault_key *key)
{
    unsigned char name_hash[KEYSLOT_NAME_HASH_SIZE];
    if (key->is_recovery)
        return header_find_kind(header, KEYSLOT_RECOVERY);
    if (key->user_name == NULL)
        return header_count_kind(header, KEYSLOT_USER) == 1 ? header_find_kind(header, KEYSLOT_USER)
                                                            : -1;
    keyslot_hash_name(name_hash, key->user_name, header->file_id);
    return header_find_user(header, name_hash);
}

static enum status open_slot(struct vault *vault, const struct header *header,
                             struct opening *opening, const struct vault_key *key,
                             struct error *error)
{
    struct secret *data_key = NULL;
    enum status status = keyslot_open(&opening->personal_key, &data_key, &opening->slot,
                                      key->passphrase, header->file_id, error);
    if (status != STATUS_OK)
        return status;
    if (vault->data_key == NULL)
        return vault_take_data_key(vault, data_key, header->file_id, error);
    bool is_same = sodium_memcmp(data_key->bytes, vault->data_key->bytes, KEY_SIZE) == 0;
    secret_free(&data_key);
    return is_same ? STATUS_OK : error_set(error, STATUS_DAMAGED, "two data keys");
}

/* The newest copy first.  The other one is asked only when it says something else about this
 * slot, which is so only after a cut in the middle of a change: normally one Argon2id run.  Then
 * both are tried, because only the database can tell which of them counts. */
static enum status open_some_slot(struct vault *vault, const struct vault_key *key,
                                  struct error *error)
{
    struct error failure;
    const struct keyslot *tried = NULL;
    enum status worst = error_set(error, STATUS_WRONG_PASSPHRASE, "no keyslot");
    for (int rank = 0; rank < HEADER_COPIES; rank++) {
        int copy = vault_header_newest(vault, rank);
        int index = copy < 0 ? -1 : find_slot(&vault->copies[copy], key);
        const struct keyslot *slot = index < 0 ? NULL : &vault->copies[copy].slots[index];
        if (slot == NULL || (tried != NULL && keyslot_equals(slot, tried)))
            continue;
        struct opening *opening = &vault->openings[rank];
        tried = slot;
        opening->slot = *slot;
        enum status status = open_slot(vault, &vault->copies[copy], opening, key, &failure);
        if (status == STATUS_OK && vault->opened == NULL) {
            vault->opened = opening;
            vault->current = copy;
        } else if (status != STATUS_OK) {
            opening->slot.kind = KEYSLOT_EMPTY;
            if (status != STATUS_WRONG_PASSPHRASE)
                worst = error_set_number(error, status, failure.number, "%s", failure.detail);
        }
    }
    return vault->opened == NULL ? worst : STATUS_OK;
}

static enum status vault_unlock(struct vault *vault, const struct vault_key *key,
                                struct error *error)
{
    enum status status = vault_header_open(vault, SQLITE_OPEN_READWRITE, error);
    if (status == STATUS_OK)
        status = vault_header_read(vault, error);
    if (status == STATUS_OK)
        status = open_some_slot(vault, key, error);
    if (status != STATUS_OK)
        return status;
    for (int copy = 0; copy < HEADER_COPIES; copy++)
        if (vault->copy_is_valid[copy] &&
            !header_is_authentic(&vault->copies[copy], vault->mac_key))
            return error_set(error, STATUS_KEYS_ALTERED, "MAC of header copy %d", copy + 1);
    return STATUS_OK;
}

enum status vault_open(struct vault **out, const char *path, const struct disk *disk,
                       const struct vault_key *key, struct error *error)
{
    enum status status = vault_prepare(out, path, disk, error);
    if (status != STATUS_OK)
        return status;
    status = vault_unlock(*out, key, error);
    if (status != STATUS_OK)
        vault_close(out);
    return status;
}

/* The file with its header read and nothing unlocked; the caller closes it, failure or not. */
static enum status peek_header(struct vault **out, const char *path, const struct disk *disk,
                               struct error *error)
{
    enum status status = vault_prepare(out, path, disk, error);
    if (status == STATUS_OK)
        status = vault_header_open(*out, SQLITE_OPEN_READWRITE, error);
    if (status == STATUS_OK)
        status = vault_header_read(*out, error);
    return status;
}

enum status vault_peek(const char *path, const struct disk *disk, int *users, struct error *error)
{
    struct vault *vault = NULL;
    enum status status = peek_header(&vault, path, disk, error);
    if (status == STATUS_OK)
        *users = header_count_kind(&vault->copies[vault_header_newest(vault, 0)], KEYSLOT_USER);
    vault_close(&vault);
    return status;
}

enum status vault_peek_file_id(const char *path, const struct disk *disk,
                               unsigned char out[FILE_ID_SIZE], struct error *error)
{
    struct vault *vault = NULL;
    enum status status = peek_header(&vault, path, disk, error);
    if (status == STATUS_OK)
        memcpy(out, vault->copies[vault_header_newest(vault, 0)].file_id, FILE_ID_SIZE);
    vault_close(&vault);
    return status;
}

void vault_close(struct vault **out)
{
    struct vault *vault = *out;
    if (vault == NULL)
        return;
    if (vault->vfs.zName != NULL)
        sqlite3_vfs_unregister(&vault->vfs);
    if (vault->file != NULL && vault->file->pMethods != NULL)
        vault->file->pMethods->xClose(vault->file);
    free(vault->file);
    secret_free(&vault->data_key);
    secret_free(&vault->page_key);
    secret_free(&vault->mac_key);
    for (int i = 0; i < HEADER_COPIES; i++)
        secret_free(&vault->openings[i].personal_key);
    free(vault->path);
    free(vault->log_path);
    free(vault->shm_path);
    free(vault);
    *out = NULL;
}

void vault_retire(struct vault *vault)
{
    vault->is_retired = true;
}

/* ---- looking */

const char *vault_path(const struct vault *vault)
{
    return vault->path;
}

const char *vault_vfs(const struct vault *vault)
{
    return vault->vfs_name;
}

const struct disk *vault_disk(const struct vault *vault)
{
    return vault->disk;
}

const unsigned char *vault_file_id(const struct vault *vault)
{
    return vault->sealer.file_id;
}

bool vault_is_read_only(const struct vault *vault)
{
    return vault->is_read_only;
}

uint64_t vault_sequence(const struct vault *vault)
{
    return vault->copies[vault->current].sequence;
}

bool vault_has_user(const struct vault *vault, const char *user_name)
{
    struct vault_key key = { .user_name = user_name };
    return find_slot(&vault->copies[vault->current], &key) >= 0;
}

bool vault_was_opened_by(const struct vault *vault, const char *user_name)
{
    unsigned char name_hash[KEYSLOT_NAME_HASH_SIZE];
    keyslot_hash_name(name_hash, user_name, vault->sealer.file_id);
    return vault->opened != NULL && vault->opened->slot.kind == KEYSLOT_USER &&
           memcmp(name_hash, vault->opened->slot.name_hash, sizeof(name_hash)) == 0;
}

enum status vault_own_public_key(const struct vault *vault,
                                 unsigned char public_key[PUBLIC_KEY_SIZE], struct error *error)
{
    if (vault->opened == NULL)
        return error_set(error, STATUS_INTERNAL, "no keyslot opened this vault");
    return keyslot_public_key(public_key, vault->opened->personal_key, error);
}

const struct secret *vault_own_key(const struct vault *vault)
{
    return vault->opened == NULL ? NULL : vault->opened->personal_key;
}

bool vault_has_recovery(const struct vault *vault)
{
    return header_find_kind(&vault->copies[vault->current], KEYSLOT_RECOVERY) >= 0;
}

int vault_count_users(const struct vault *vault)
{
    return header_count_kind(&vault->copies[vault->current], KEYSLOT_USER);
}

uint32_t vault_damaged_page(const struct vault *vault)
{
    return vault->damaged_page;
}
