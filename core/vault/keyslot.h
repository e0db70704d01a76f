/* SPDX-License-Identifier: Apache-2.0 */

/* A keyslot lets one passphrase open the vault.  The passphrase's key wraps a personal secret
 * key (X25519); the data key is sealed to the public half of it.  So a passphrase can change
 * without the data key, and the data key can change (rekey) without anybody's passphrase: the
 * one who rekeys only needs the others' public keys, which stand in the user table.  The layout
 * is in FORMAT.md, "Keyslots". */
#ifndef QADAM_VAULT_KEYSLOT_H
#define QADAM_VAULT_KEYSLOT_H

#include "vault/key_cost.h"
#include "vault/seal.h"

enum {
    KEYSLOT_SIZE = 256,
    KEYSLOT_NAME_HASH_SIZE = 32,
    KEYSLOT_WRAPPED_SIZE = KEY_SIZE + SEAL_TAG_SIZE,
    KEYSLOT_SEALED_SIZE = KEY_SIZE + 48, /* crypto_box_SEALBYTES */
    PUBLIC_KEY_SIZE = 32,
};

enum keyslot_kind { KEYSLOT_EMPTY = 0, KEYSLOT_USER = 1, KEYSLOT_RECOVERY = 2 };

struct keyslot {
    enum keyslot_kind kind;
    struct key_cost cost;
    unsigned char name_hash[KEYSLOT_NAME_HASH_SIZE];
    unsigned char salt[KEY_SALT_SIZE];
    unsigned char nonce[SEAL_NONCE_SIZE];
    unsigned char wrapped_personal_key[KEYSLOT_WRAPPED_SIZE];
    unsigned char sealed_data_key[KEYSLOT_SEALED_SIZE];
};

/* What names a slot: a hash of the user's name salted with the office file's id. */
void keyslot_hash_name(unsigned char out[KEYSLOT_NAME_HASH_SIZE], const char *user_name,
                       const unsigned char file_id[FILE_ID_SIZE]);

/* A new personal key pair; the caller frees the secret half. */
MUST_CHECK enum status keyslot_new_personal_key(struct secret **personal_key,
                                                unsigned char public_key[PUBLIC_KEY_SIZE],
                                                struct error *error);

/* The public half of a personal key. */
MUST_CHECK enum status keyslot_public_key(unsigned char public_key[PUBLIC_KEY_SIZE],
                                          const struct secret *personal_key, struct error *error);

/* Wraps the personal key under a passphrase: fills salt, nonce and wrapped key of a slot whose
 * kind, cost and name hash are already set. */
MUST_CHECK enum status keyslot_wrap(struct keyslot *slot, const struct secret *passphrase,
                                    const struct secret *personal_key,
                                    const unsigned char file_id[FILE_ID_SIZE], struct error *error);

/* Seals the data key to the slot's owner. */
MUST_CHECK enum status keyslot_seal_data_key(struct keyslot *slot, const struct secret *data_key,
                                             const unsigned char public_key[PUBLIC_KEY_SIZE],
                                             struct error *error);

/* Opens the slot: one Argon2id run.  STATUS_WRONG_PASSPHRASE when the passphrase is not the
 * slot's, STATUS_DAMAGED when it is but the data key does not open. */
MUST_CHECK enum status keyslot_open(struct secret **personal_key, struct secret **data_key,
                                    const struct keyslot *slot, const struct secret *passphrase,
                                    const unsigned char file_id[FILE_ID_SIZE], struct error *error);

bool keyslot_equals(const struct keyslot *left, const struct keyslot *right);

/* Between the struct and its KEYSLOT_SIZE bytes.  Parsing is strict: an unknown kind, a cost out
 * of range or a byte that must be zero and is not is STATUS_DAMAGED. */
void keyslot_format(unsigned char out[KEYSLOT_SIZE], const struct keyslot *slot);
MUST_CHECK enum status keyslot_parse(struct keyslot *out, const unsigned char bytes[KEYSLOT_SIZE],
                                     struct error *error);

#endif
