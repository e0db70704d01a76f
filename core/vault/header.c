/* SPDX-License-Identifier: Apache-2.0 */
#include "vault/header.h"

#include <sodium.h>
#include <string.h>

#include "vault/bytes.h"

/* Where the parts of a copy stand (FORMAT.md). */
enum {
    AT_MAGIC = 0,
    AT_VERSION = 8,
    AT_SLOT_COUNT = 12,
    AT_FILE_ID = 16,
    AT_SEQUENCE = 32,
    AT_ZERO = 40,
    AT_MAC = 448,
    AT_CHECKSUM = 480,
    AT_SLOTS = 512,
    CHECKSUM_SIZE = 32,
};

/* A byte over 127, a line end of each kind: a copy in text mode does not survive unnoticed. */
static const unsigned char magic[8] = { 0x89, 'Q', 'A', 'D', 'A', 'M', '\r', '\n' };

/* BLAKE2b over the copy with everything from "until" up to the slots taken as absent; keyed for
 * the MAC, without a key for the checksum. */
static void header_hash(unsigned char out[32], const unsigned char *bytes, size_t until,
                        const struct secret *key)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, key == NULL ? NULL : key->bytes, key == NULL ? 0 : key->length,
                            32);
    crypto_generichash_update(&state, bytes, until);
    crypto_generichash_update(&state, bytes + AT_SLOTS, HEADER_COPY_SIZE - AT_SLOTS);
    crypto_generichash_final(&state, out, 32);
    sodium_memzero(&state, sizeof(state));
}

static void header_put(unsigned char out[HEADER_COPY_SIZE], const struct header *header)
{
    memset(out, 0, HEADER_COPY_SIZE);
    memcpy(out + AT_MAGIC, magic, sizeof(magic));
    bytes_put32(out + AT_VERSION, HEADER_FORMAT_VERSION);
    bytes_put32(out + AT_SLOT_COUNT, HEADER_KEYSLOTS);
    memcpy(out + AT_FILE_ID, header->file_id, FILE_ID_SIZE);
    bytes_put64(out + AT_SEQUENCE, header->sequence);
    for (size_t i = 0; i < HEADER_KEYSLOTS; i++)
        keyslot_format(out + AT_SLOTS + i * KEYSLOT_SIZE, &header->slots[i]);
}

void header_format(unsigned char out[HEADER_COPY_SIZE], const struct header *header,
                   const struct secret *mac_key)
{
    header_put(out, header);
    header_hash(out + AT_MAC, out, AT_MAC, mac_key);
    header_hash(out + AT_CHECKSUM, out, AT_CHECKSUM, NULL);
}

enum status header_parse(struct header *out, const unsigned char bytes[HEADER_COPY_SIZE],
                         struct error *error)
{
    unsigned char checksum[CHECKSUM_SIZE];
    if (memcmp(bytes + AT_MAGIC, magic, sizeof(magic)) != 0)
        return error_set(error, STATUS_NOT_A_VAULT, "magic number");
    uint32_t version = bytes_get32(bytes + AT_VERSION);
    if (version > HEADER_FORMAT_VERSION)
        return error_set_number(error, STATUS_NEWER_FORMAT, version, "format %u",
                                (unsigned)version);
    header_hash(checksum, bytes, AT_CHECKSUM, NULL);
    if (sodium_memcmp(checksum, bytes + AT_CHECKSUM, CHECKSUM_SIZE) != 0)
        return error_set(error, STATUS_DAMAGED, "header checksum");
    if (version != HEADER_FORMAT_VERSION || bytes_get32(bytes + AT_SLOT_COUNT) != HEADER_KEYSLOTS ||
        !sodium_is_zero(bytes + AT_ZERO, AT_MAC - AT_ZERO))
        return error_set(error, STATUS_DAMAGED, "header fields");
    memcpy(out->file_id, bytes + AT_FILE_ID, FILE_ID_SIZE);
    memcpy(out->mac, bytes + AT_MAC, HEADER_MAC_SIZE);
    out->sequence = bytes_get64(bytes + AT_SEQUENCE);
    for (size_t i = 0; i < HEADER_KEYSLOTS; i++) {
        enum status status =
            keyslot_parse(&out->slots[i], bytes + AT_SLOTS + i * KEYSLOT_SIZE, error);
        if (status != STATUS_OK)
            return status;
    }
    return STATUS_OK;
}

bool header_is_authentic(const struct header *header, const struct secret *mac_key)
{
    unsigned char bytes[HEADER_COPY_SIZE];
    unsigned char mac[HEADER_MAC_SIZE];
    header_put(bytes, header);
    header_hash(mac, bytes, AT_MAC, mac_key);
    return sodium_memcmp(mac, header->mac, HEADER_MAC_SIZE) == 0;
}

int header_find_user(const struct header *header,
                     const unsigned char name_hash[KEYSLOT_NAME_HASH_SIZE])
{
    for (int i = 0; i < HEADER_KEYSLOTS; i++)
        if (header->slots[i].kind == KEYSLOT_USER &&
            memcmp(header->slots[i].name_hash, name_hash, KEYSLOT_NAME_HASH_SIZE) == 0)
            return i;
    return -1;
}

int header_find_kind(const struct header *header, enum keyslot_kind kind)
{
    for (int i = 0; i < HEADER_KEYSLOTS; i++)
        if (header->slots[i].kind == kind)
            return i;
    return -1;
}

int header_count_kind(const struct header *header, enum keyslot_kind kind)
{
    int count = 0;
    for (int i = 0; i < HEADER_KEYSLOTS; i++)
        count += header->slots[i].kind == kind;
    return count;
}

bool header_equals(const struct header *left, const struct header *right)
{
    unsigned char left_bytes[HEADER_COPY_SIZE];
    unsigned char right_bytes[HEADER_COPY_SIZE];
    header_put(left_bytes, left);
    header_put(right_bytes, right);
    return memcmp(left_bytes, right_bytes, HEADER_COPY_SIZE) == 0;
}
