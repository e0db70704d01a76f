/* SPDX-License-Identifier: Apache-2.0 */

/* One copy of a header.  An odd first byte has the checksum put right, so that what lies behind
 * it is reached; the rest is the copy, with zeros for what is missing. */
#include "fuzz/fuzz.h"

#include <sodium.h>
#include <string.h>

#include "vault/header.h"

enum { AT_CHECKSUM = 480, AT_SLOTS = 512 };

static void fix_checksum(unsigned char bytes[HEADER_COPY_SIZE])
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, 32);
    crypto_generichash_update(&state, bytes, AT_CHECKSUM);
    crypto_generichash_update(&state, bytes + AT_SLOTS, HEADER_COPY_SIZE - AT_SLOTS);
    crypto_generichash_final(&state, bytes + AT_CHECKSUM, 32);
}

static void check_parsed(const struct header *header)
{
    static struct secret *mac_key;
    static struct header again;
    unsigned char bytes[HEADER_COPY_SIZE];
    if (mac_key == NULL)
        REQUIRE(secret_random(&mac_key, KEY_SIZE, NULL) == STATUS_OK);
    header_format(bytes, header, mac_key);
    REQUIRE(header_parse(&again, bytes, NULL) == STATUS_OK);
    REQUIRE(header_equals(header, &again));
    REQUIRE(header_is_authentic(&again, mac_key));
    REQUIRE(!header_is_authentic(header, mac_key));
    REQUIRE(header_count_kind(header, KEYSLOT_EMPTY) + header_count_kind(header, KEYSLOT_USER) +
                header_count_kind(header, KEYSLOT_RECOVERY) ==
            HEADER_KEYSLOTS);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct header header;
    unsigned char bytes[HEADER_COPY_SIZE] = { 0 };
    struct error error = { 0 };
    if (size == 0)
        return 0;
    memcpy(bytes, data + 1, size - 1 < sizeof(bytes) ? size - 1 : sizeof(bytes));
    if ((data[0] & 1) != 0)
        fix_checksum(bytes);
    enum status status = header_parse(&header, bytes, &error);
    REQUIRE(status == STATUS_OK || status == error.status);
    REQUIRE(status == STATUS_OK || status == STATUS_NOT_A_VAULT || status == STATUS_NEWER_FORMAT ||
            status == STATUS_DAMAGED);
    if (status == STATUS_OK)
        check_parsed(&header);
    return 0;
}
