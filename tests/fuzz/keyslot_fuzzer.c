/* SPDX-License-Identifier: Apache-2.0 */

/* One keyslot, with zeros for what is missing.  One that parses is written again and opened, at
 * the lowest cost whatever it asks for. */
#include "fuzz/fuzz.h"

#include <string.h>

#include "vault/keyslot.h"

/* Those of the golden vault of the tests, so that its slot opens. */
static const char golden_passphrase[] = "correct horse battery";
static const unsigned char golden_file_id[FILE_ID_SIZE] = { 0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5,
                                                            0xa6, 0xa7, 0xa8, 0xa9, 0xaa, 0xab,
                                                            0xac, 0xad, 0xae, 0xaf };

static void open_slot(const struct keyslot *slot)
{
    static struct secret *passphrase;
    struct secret *personal_key = NULL;
    struct secret *data_key = NULL;
    if (passphrase == NULL)
        REQUIRE(secret_from_bytes(&passphrase, golden_passphrase, strlen(golden_passphrase),
                                  NULL) == STATUS_OK);
    enum status status =
        keyslot_open(&personal_key, &data_key, slot, passphrase, golden_file_id, NULL);
    REQUIRE(status == STATUS_OK || status == STATUS_WRONG_PASSPHRASE || status == STATUS_DAMAGED);
    REQUIRE((status == STATUS_OK) == (personal_key != NULL));
    REQUIRE((status == STATUS_OK) == (data_key != NULL));
    secret_free(&personal_key);
    secret_free(&data_key);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    unsigned char bytes[KEYSLOT_SIZE] = { 0 };
    unsigned char again[KEYSLOT_SIZE];
    struct keyslot slot;
    if (size > 0)
        memcpy(bytes, data, size < sizeof(bytes) ? size : sizeof(bytes));
    enum status status = keyslot_parse(&slot, bytes, NULL);
    REQUIRE(status == STATUS_OK || status == STATUS_DAMAGED);
    if (status != STATUS_OK)
        return 0;
    keyslot_format(again, &slot);
    REQUIRE(memcmp(bytes, again, KEYSLOT_SIZE) == 0);
    REQUIRE(keyslot_equals(&slot, &slot));
    if (slot.kind == KEYSLOT_EMPTY)
        return 0;
    slot.cost = (struct key_cost){ .passes = 1, .memory_kib = 8 };
    open_slot(&slot);
    return 0;
}
