/* SPDX-License-Identifier: Apache-2.0 */

/* Changing who may open a vault.  The list under work is vault->staged; the committed one stays
 * in one copy of the header until the database has committed the change. */
#include <string.h>

#include "vault/vault_header.h"

/* The valid copy with that sequence, else the next one after it; -1 when all are older.  A header
 * that is newer than the database is what is left when the log with the last commits is lost (a
 * file copied without it, a killed program whose last writes never reached the disk).  Whoever
 * can put an old database back can put its header back with it: refusing the newer header would
 * protect nothing and lose everything. */
static int find_copy(const struct vault *vault, uint64_t sequence)
{
    int found = -1;
    for (int copy = 0; copy < HEADER_COPIES; copy++)
        if (vault->copy_is_valid[copy] && vault->copies[copy].sequence >= sequence &&
            (found < 0 || vault->copies[copy].sequence < vault->copies[found].sequence))
            found = copy;
    return found;
}

static int other_copy(const struct vault *vault)
{
    return !vault->current;
}

static bool has_slot(const struct header *header, const struct keyslot *slot)
{
    for (int i = 0; i < HEADER_KEYSLOTS; i++)
        if (keyslot_equals(&header->slots[i], slot))
            return true;
    return false;
}

enum status vault_confirm(struct vault *vault, uint64_t committed_sequence, struct error *error)
{
    int copy = find_copy(vault, committed_sequence);
    if (copy < 0)
        return error_set(error, STATUS_KEYS_ALTERED, "header %llu, database %llu",
                         (unsigned long long)vault_sequence(vault),
                         (unsigned long long)committed_sequence);
    for (int i = 0; i < HEADER_COPIES; i++)
        if (vault->openings[i].slot.kind != KEYSLOT_EMPTY &&
            has_slot(&vault->copies[copy], &vault->openings[i].slot)) {
            vault->opened = &vault->openings[i];
            vault->current = copy;
            return STATUS_OK;
        }
    return error_set(error, STATUS_WRONG_PASSPHRASE, "the keyslot was taken away");
}

bool vault_is_settled(const struct vault *vault)
{
    return vault->copy_is_valid[0] && vault->copy_is_valid[1] &&
           header_equals(&vault->copies[0], &vault->copies[1]);
}

bool vault_has_newer_copy(const struct vault *vault)
{
    const struct header *copies = vault->copies;
    return vault->copy_is_valid[other_copy(vault)] &&
           copies[other_copy(vault)].sequence > copies[vault->current].sequence;
}

enum status vault_stage_begin(struct vault *vault, uint64_t committed_sequence, struct error *error)
{
    enum status status = vault_header_read(vault, error);
    if (status != STATUS_OK)
        return status;
    for (int copy = 0; copy < HEADER_COPIES; copy++)
        if (vault->copy_is_valid[copy] &&
            !header_is_authentic(&vault->copies[copy], vault->mac_key))
            return error_set(error, STATUS_KEYS_ALTERED, "MAC of header copy %d", copy + 1);
    status = vault_confirm(vault, committed_sequence, error);
    if (status == STATUS_OK)
        vault->staged = vault->copies[vault->current];
    return status;
}

/* Where the slot belongs: in place of the one of that name if there is one, else an empty one. */
static enum status place_for(struct vault *vault, const struct keyslot *slot, struct keyslot **out,
                             struct error *error)
{
    int index = slot->kind == KEYSLOT_RECOVERY ? header_find_kind(&vault->staged, KEYSLOT_RECOVERY)
                                               : header_find_user(&vault->staged, slot->name_hash);
    if (index < 0)
        index = header_find_kind(&vault->staged, KEYSLOT_EMPTY);
    if (index < 0)
        return error_set_number(error, STATUS_KEYSLOTS_FULL, HEADER_KEYSLOTS - 1, "keyslots");
    *out = &vault->staged.slots[index];
    return STATUS_OK;
}

/* A slot that cannot be made (too little memory) leaves the staged list as it is. */
static enum status stage_slot(struct vault *vault, enum keyslot_kind kind, const char *user_name,
                              const struct secret *passphrase, const struct key_cost *cost,
                              unsigned char public_key[PUBLIC_KEY_SIZE], struct error *error)
{
    struct keyslot slot = { .kind = kind, .cost = *cost };
    struct keyslot *place = NULL;
    struct secret *personal_key = NULL;
    if (user_name != NULL)
        keyslot_hash_name(slot.name_hash, user_name, vault->staged.file_id);
    enum status status = place_for(vault, &slot, &place, error);
    if (status != STATUS_OK)
        return status;
    status = keyslot_new_personal_key(&personal_key, public_key, error);
    if (status == STATUS_OK)
        status = keyslot_wrap(&slot, passphrase, personal_key, vault->staged.file_id, error);
    if (status == STATUS_OK)
        status = keyslot_seal_data_key(&slot, vault->data_key, public_key, error);
    if (status == STATUS_OK)
        *place = slot;
    secret_free(&personal_key);
    return status;
}

enum status vault_stage_user(struct vault *vault, const char *user_name,
                             const struct secret *passphrase, const struct key_cost *cost,
                             unsigned char public_key[PUBLIC_KEY_SIZE], struct error *error)
{
    return stage_slot(vault, KEYSLOT_USER, user_name, passphrase, cost, public_key, error);
}

enum status vault_stage_recovery(struct vault *vault, const struct secret *code,
                                 const struct key_cost *cost,
                                 unsigned char public_key[PUBLIC_KEY_SIZE], struct error *error)
{
    return stage_slot(vault, KEYSLOT_RECOVERY, NULL, code, cost, public_key, error);
}

enum status vault_stage_own_passphrase(struct vault *vault, const struct secret *passphrase,
                                       const struct key_cost *cost, struct error *error)
{
    for (int i = 0; i < HEADER_KEYSLOTS; i++) {
        struct keyslot slot = vault->staged.slots[i];
        if (!keyslot_equals(&slot, &vault->opened->slot))
            continue;
        slot.cost = *cost;
        enum status status = keyslot_wrap(&slot, passphrase, vault->opened->personal_key,
                                          vault->staged.file_id, error);
        if (status == STATUS_OK)
            vault->staged.slots[i] = slot;
        return status;
    }
    return error_set(error, STATUS_NOT_FOUND, "own keyslot");
}

enum status vault_stage_removal(struct vault *vault, const char *user_name, struct error *error)
{
    unsigned char name_hash[KEYSLOT_NAME_HASH_SIZE];
    keyslot_hash_name(name_hash, user_name, vault->staged.file_id);
    int index = header_find_user(&vault->staged, name_hash);
    if (index < 0)
        return error_set(error, STATUS_NOT_FOUND, "keyslot");
    vault->staged.slots[index] = (struct keyslot){ .kind = KEYSLOT_EMPTY };
    return STATUS_OK;
}

enum status vault_stage_kept_slot(struct vault *vault, const struct vault *source,
                                  const char *user_name,
                                  const unsigned char public_key[PUBLIC_KEY_SIZE],
                                  struct error *error)
{
    const struct header *from = &source->copies[source->current];
    unsigned char name_hash[KEYSLOT_NAME_HASH_SIZE];
    int index = header_find_kind(from, KEYSLOT_RECOVERY);
    if (user_name != NULL) {
        keyslot_hash_name(name_hash, user_name, from->file_id);
        index = header_find_user(from, name_hash);
    }
    if (index < 0)
        return error_set(error, STATUS_NOT_FOUND, "keyslot");
    vault->staged.slots[index] = from->slots[index];
    unsigned char own_key[PUBLIC_KEY_SIZE];
    if (source->opened != NULL && keyslot_equals(&from->slots[index], &source->opened->slot)) {
        enum status status = vault_own_public_key(source, own_key, error);
        if (status != STATUS_OK)
            return status;
        public_key = own_key;
    }
    return keyslot_seal_data_key(&vault->staged.slots[index], vault->data_key, public_key, error);
}

enum status vault_stage_write(struct vault *vault, struct error *error)
{
    vault->staged.sequence = vault->copies[vault->current].sequence + 1;
    return vault_header_write(vault, other_copy(vault), &vault->staged, error);
}

uint64_t vault_stage_sequence(const struct vault *vault)
{
    return vault->copies[vault->current].sequence + 1;
}

/* A change of one's own passphrase stays in its slot. */
static void follow_own_slot(struct vault *vault, const struct header *before)
{
    const struct header *now = &vault->copies[vault->current];
    for (int i = 0; i < HEADER_KEYSLOTS; i++)
        for (int opening = 0; opening < HEADER_COPIES; opening++)
            if (vault->opened == &vault->openings[opening] &&
                keyslot_equals(&before->slots[i], &vault->openings[opening].slot)) {
                vault->openings[opening].slot = now->slots[i];
                return;
            }
}

void vault_stage_follow(struct vault *vault)
{
    const struct header *before = &vault->copies[vault->current];
    vault->current = other_copy(vault);
    follow_own_slot(vault, before);
}

enum status vault_stage_undo(struct vault *vault, struct error *error)
{
    return vault_header_write(vault, other_copy(vault), &vault->copies[vault->current], error);
}
