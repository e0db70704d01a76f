/* SPDX-License-Identifier: Apache-2.0 */
#include "vault/seal.h"

#include <sodium.h>
#include <string.h>

#include "vault/bytes.h"

_Static_assert(SEAL_NONCE_SIZE == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, "nonce");
_Static_assert(SEAL_TAG_SIZE == crypto_aead_xchacha20poly1305_ietf_ABYTES, "tag");

enum { LABEL_SIZE = FILE_ID_SIZE + 4 + 8 };

static void seal_label(unsigned char label[LABEL_SIZE], const struct sealer *sealer,
                       enum seal_kind kind, uint64_t place)
{
    memcpy(label, sealer->file_id, FILE_ID_SIZE);
    bytes_put32(label + FILE_ID_SIZE, (uint32_t)kind);
    bytes_put64(label + FILE_ID_SIZE + 4, place);
}

void seal_unit(const struct sealer *sealer, enum seal_kind kind, uint64_t place, unsigned char *out,
               const unsigned char *plain, size_t length)
{
    unsigned char label[LABEL_SIZE];
    unsigned char *nonce = out + length;
    unsigned char *tag = nonce + SEAL_NONCE_SIZE;
    seal_label(label, sealer, kind, place);
    randombytes_buf(nonce, SEAL_NONCE_SIZE);
    crypto_aead_xchacha20poly1305_ietf_encrypt_detached(
        out, tag, NULL, plain, length, label, LABEL_SIZE, NULL, nonce, sealer->key->bytes);
}

bool seal_open_unit(const struct sealer *sealer, enum seal_kind kind, uint64_t place,
                    unsigned char *out, const unsigned char *sealed, size_t length)
{
    unsigned char label[LABEL_SIZE];
    const unsigned char *nonce = sealed + length;
    const unsigned char *tag = nonce + SEAL_NONCE_SIZE;
    seal_label(label, sealer, kind, place);
    return crypto_aead_xchacha20poly1305_ietf_decrypt_detached(
               out, NULL, sealed, length, tag, label, LABEL_SIZE, nonce, sealer->key->bytes) == 0;
}
