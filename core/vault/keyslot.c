/* SPDX-License-Identifier: Apache-2.0 */
#include "vault/keyslot.h"

#include <sodium.h>
#include <string.h>

#include "vault/bytes.h"

_Static_assert(KEYSLOT_SEALED_SIZE == KEY_SIZE + crypto_box_SEALBYTES, "sealed box");
_Static_assert(PUBLIC_KEY_SIZE == crypto_box_PUBLICKEYBYTES, "public key");
_Static_assert(KEY_SIZE == crypto_box_SECRETKEYBYTES, "secret key");
_Static_assert(KEY_SIZE == crypto_aead_xchacha20poly1305_ietf_KEYBYTES, "wrapping key");
_Static_assert(KEY_SALT_SIZE == crypto_pwhash_SALTBYTES, "salt");

/* Where the parts of a slot stand (FORMAT.md). */
enum {
    AT_KIND = 0,
    AT_PASSES = 4,
    AT_MEMORY = 8,
    AT_NAME_HASH = 16,
    AT_SALT = 48,
    AT_NONCE = 64,
    AT_WRAPPED = 88,
    AT_SEALED = 136,
    AT_ZERO = 216,
    LABEL_SIZE = FILE_ID_SIZE + AT_NONCE,
};

void keyslot_hash_name(unsigned char out[KEYSLOT_NAME_HASH_SIZE], const char *user_name,
                       const unsigned char file_id[FILE_ID_SIZE])
{
    crypto_generichash(out, KEYSLOT_NAME_HASH_SIZE, (const unsigned char *)user_name,
                       strlen(user_name), file_id, FILE_ID_SIZE);
}

enum status keyslot_new_personal_key(struct secret **personal_key,
                                     unsigned char public_key[PUBLIC_KEY_SIZE], struct error *error)
{
    enum status status = secret_new(personal_key, KEY_SIZE, error);
    if (status != STATUS_OK)
        return status;
    crypto_box_keypair(public_key, (*personal_key)->bytes);
    (*personal_key)->length = KEY_SIZE;
    return STATUS_OK;
}

enum status keyslot_public_key(unsigned char public_key[PUBLIC_KEY_SIZE],
                               const struct secret *personal_key, struct error *error)
{
    if (crypto_scalarmult_base(public_key, personal_key->bytes) != 0)
        return error_set(error, STATUS_DAMAGED, "a personal key is not one");
    return STATUS_OK;
}

void keyslot_format(unsigned char out[KEYSLOT_SIZE], const struct keyslot *slot)
{
    memset(out, 0, KEYSLOT_SIZE);
    if (slot->kind == KEYSLOT_EMPTY)
        return;
    bytes_put32(out + AT_KIND, (uint32_t)slot->kind);
    bytes_put32(out + AT_PASSES, slot->cost.passes);
    bytes_put32(out + AT_MEMORY, slot->cost.memory_kib);
    memcpy(out + AT_NAME_HASH, slot->name_hash, sizeof(slot->name_hash));
    memcpy(out + AT_SALT, slot->salt, sizeof(slot->salt));
    memcpy(out + AT_NONCE, slot->nonce, sizeof(slot->nonce));
    memcpy(out + AT_WRAPPED, slot->wrapped_personal_key, sizeof(slot->wrapped_personal_key));
    memcpy(out + AT_SEALED, slot->sealed_data_key, sizeof(slot->sealed_data_key));
}

enum status keyslot_parse(struct keyslot *out, const unsigned char bytes[KEYSLOT_SIZE],
                          struct error *error)
{
    uint32_t kind = bytes_get32(bytes + AT_KIND);
    *out = (struct keyslot){ .kind = KEYSLOT_EMPTY };
    if (kind == KEYSLOT_EMPTY) {
        if (!sodium_is_zero(bytes, KEYSLOT_SIZE))
            return error_set(error, STATUS_DAMAGED, "an empty keyslot is not empty");
        return STATUS_OK;
    }
    if (kind > KEYSLOT_RECOVERY || bytes_get32(bytes + AT_MEMORY + 4) != 0 ||
        !sodium_is_zero(bytes + AT_ZERO, KEYSLOT_SIZE - AT_ZERO))
        return error_set(error, STATUS_DAMAGED, "keyslot of kind %u", (unsigned)kind);
    out->cost.passes = bytes_get32(bytes + AT_PASSES);
    out->cost.memory_kib = bytes_get32(bytes + AT_MEMORY);
    if (!key_cost_is_sane(&out->cost))
        return error_set(error, STATUS_DAMAGED, "key derivation cost");
    if (kind == KEYSLOT_RECOVERY && !sodium_is_zero(bytes + AT_NAME_HASH, KEYSLOT_NAME_HASH_SIZE))
        return error_set(error, STATUS_DAMAGED, "the recovery slot has a name");
    out->kind = (enum keyslot_kind)kind;
    memcpy(out->name_hash, bytes + AT_NAME_HASH, sizeof(out->name_hash));
    memcpy(out->salt, bytes + AT_SALT, sizeof(out->salt));
    memcpy(out->nonce, bytes + AT_NONCE, sizeof(out->nonce));
    memcpy(out->wrapped_personal_key, bytes + AT_WRAPPED, sizeof(out->wrapped_personal_key));
    memcpy(out->sealed_data_key, bytes + AT_SEALED, sizeof(out->sealed_data_key));
    return STATUS_OK;
}

bool keyslot_equals(const struct keyslot *left, const struct keyslot *right)
{
    unsigned char left_bytes[KEYSLOT_SIZE];
    unsigned char right_bytes[KEYSLOT_SIZE];
    keyslot_format(left_bytes, left);
    keyslot_format(right_bytes, right);
    return memcmp(left_bytes, right_bytes, KEYSLOT_SIZE) == 0;
}

/* Everything in the slot that the passphrase vouches for: the file's id, then kind, cost, name
 * and salt as they stand on disk. */
static void keyslot_label(unsigned char label[LABEL_SIZE], const struct keyslot *slot,
                          const unsigned char file_id[FILE_ID_SIZE])
{
    unsigned char bytes[KEYSLOT_SIZE];
    keyslot_format(bytes, slot);
    memcpy(label, file_id, FILE_ID_SIZE);
    memcpy(label + FILE_ID_SIZE, bytes, AT_NONCE);
}

enum status keyslot_wrap(struct keyslot *slot, const struct secret *passphrase,
                         const struct secret *personal_key,
                         const unsigned char file_id[FILE_ID_SIZE], struct error *error)
{
    unsigned char label[LABEL_SIZE];
    struct secret *key = NULL;
    randombytes_buf(slot->salt, sizeof(slot->salt));
    enum status status = key_derive(&key, passphrase, slot->salt, &slot->cost, error);
    if (status != STATUS_OK)
        return status;
    randombytes_buf(slot->nonce, sizeof(slot->nonce));
    keyslot_label(label, slot, file_id);
    crypto_aead_xchacha20poly1305_ietf_encrypt(slot->wrapped_personal_key, NULL,
                                               personal_key->bytes, KEY_SIZE, label, LABEL_SIZE,
                                               NULL, slot->nonce, key->bytes);
    secret_free(&key);
    return STATUS_OK;
}

enum status keyslot_seal_data_key(struct keyslot *slot, const struct secret *data_key,
                                  const unsigned char public_key[PUBLIC_KEY_SIZE],
                                  struct error *error)
{
    if (crypto_box_seal(slot->sealed_data_key, data_key->bytes, KEY_SIZE, public_key) != 0)
        return error_set(error, STATUS_DAMAGED, "a public key is not one");
    return STATUS_OK;
}

static enum status keyslot_unseal(struct secret **data_key, const struct keyslot *slot,
                                  const struct secret *personal_key, struct error *error)
{
    unsigned char public_key[PUBLIC_KEY_SIZE];
    enum status status = secret_new(data_key, KEY_SIZE, error);
    if (status != STATUS_OK)
        return status;
    (*data_key)->length = KEY_SIZE;
    if (crypto_scalarmult_base(public_key, personal_key->bytes) == 0 &&
        crypto_box_seal_open((*data_key)->bytes, slot->sealed_data_key, KEYSLOT_SEALED_SIZE,
                             public_key, personal_key->bytes) == 0)
        return STATUS_OK;
    secret_free(data_key);
    return error_set(error, STATUS_DAMAGED, "the sealed data key does not open");
}

enum status keyslot_open(struct secret **personal_key, struct secret **data_key,
                         const struct keyslot *slot, const struct secret *passphrase,
                         const unsigned char file_id[FILE_ID_SIZE], struct error *error)
{
    unsigned char label[LABEL_SIZE];
    struct secret *key = NULL;
    *personal_key = NULL;
    *data_key = NULL;
    enum status status = key_derive(&key, passphrase, slot->salt, &slot->cost, error);
    if (status != STATUS_OK)
        goto fail;
    status = secret_new(personal_key, KEY_SIZE, error);
    if (status != STATUS_OK)
        goto fail;
    (*personal_key)->length = KEY_SIZE;
    keyslot_label(label, slot, file_id);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            (*personal_key)->bytes, NULL, NULL, slot->wrapped_personal_key, KEYSLOT_WRAPPED_SIZE,
            label, LABEL_SIZE, slot->nonce, key->bytes) != 0) {
        status = error_set(error, STATUS_WRONG_PASSPHRASE, "keyslot");
        goto fail;
    }
    status = keyslot_unseal(data_key, slot, *personal_key, error);
fail:
    secret_free(&key);
    if (status != STATUS_OK)
        secret_free(personal_key);
    return status;
}
