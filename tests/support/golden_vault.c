/* SPDX-License-Identifier: Apache-2.0 */
#include "support/golden_vault.h"

#include <stdlib.h>
#include <string.h>

const char golden_passphrase[] = "correct horse battery";
const char golden_user[] = "айгүл";

/* Byte n is n plus a start of its own. */
const char golden_file_id[] = "a0a1a2a3a4a5a6a7a8a9aaabacadaeaf";
const char golden_data_key[] = "101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f";
const char golden_personal_key[] =
    "c0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedf";

/* crypto_kdf of the data key, context "QadamVlt": 1 for the pages, 2 for the MAC. */
const char golden_page_key[] = "1379d55ae69a4e30be052b5630c4abef81ca00ed98186e1aab55683fc68b4527";
const char golden_mac_key[] = "08a9d6db91ae73d012c0279fa4c8997fffe65257627b10e780fd036fbdf41cdd";

/* The used bytes of a user's slot with 1 pass and 8 KiB. */
const char golden_slot[] = "01000000010000000800000000000000c343325351fc26fe44766877f41acc07"
                           "3fdaf8344a2c80c2df1ab18cb06acb1e30313233343536373839616263646566"
                           "606162636465666768696a6b6c6d6e6f7071727374757677d9d247a3fd54812d"
                           "ae325832c6e1b7be5c1a89fd90d50cf29bdd2117b5d3ba3bfc444245e202cd46"
                           "3c8a650ee181f44907a37cbc142093c8b755dc1b10e86cb426374ad16aa853ed"
                           "0bdfc0b2b86d1c7cd6936aeb22612d32958a1445516ae85052268b60f57ec76e"
                           "2205969bb5ed2100ef900a465c80a0b381f0363bc2cccbfe";

/* Sequence number 7; behind it zeros up to the MAC. */
static const char golden_start[] =
    "89514144414d0d0a010000003e000000a0a1a2a3a4a5a6a7a8a9aaabacadaeaf"
    "0700000000000000";
static const char golden_mac_and_checksum[] =
    "7397ec453ae858ffd83028f58dee34e52aafe667db8db48ddc345e51f02cc0f0"
    "5b2a5218615767baa169cabb47c4b1ca1348f08989049145711ad766318b8044";

size_t unhex(unsigned char *out, size_t size, const char *hex)
{
    size_t length = 0;
    for (; length < size && hex[2 * length] != '\0'; length++) {
        char digits[3] = { hex[2 * length], hex[2 * length + 1], '\0' };
        out[length] = (unsigned char)strtoul(digits, NULL, 16);
    }
    return length;
}

void golden_header_copy(unsigned char out[HEADER_COPY_SIZE])
{
    memset(out, 0, HEADER_COPY_SIZE);
    unhex(out, 40, golden_start);
    unhex(out + 448, 64, golden_mac_and_checksum);
    unhex(out + 512, KEYSLOT_SIZE, golden_slot);
}

struct secret *secret_of_hex(const char *hex)
{
    struct secret *secret = NULL;
    struct error error = { 0 };
    assert_ok(secret_new(&secret, strlen(hex) / 2, &error));
    secret->length = unhex(secret->bytes, secret->capacity, hex);
    return secret;
}

struct secret *secret_of_text(const char *text)
{
    struct secret *secret = NULL;
    struct error error = { 0 };
    assert_ok(secret_from_bytes(&secret, text, strlen(text), &error));
    return secret;
}
