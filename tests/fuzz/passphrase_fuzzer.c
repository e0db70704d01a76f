/* SPDX-License-Identifier: Apache-2.0 */

/* What somebody may type as a passphrase.  A normal form stays as it is when it is normalised
 * again, and holds no control character. */
#include "fuzz/fuzz.h"

#include <string.h>
#include <utf8proc.h>

#include "vault/passphrase.h"

static void check_normal_form(const struct secret *normal)
{
    struct secret *again = NULL;
    REQUIRE(normal->length > 0 && normal->length <= PASSPHRASE_MAX_BYTES);
    REQUIRE(passphrase_normalize(&again, normal, NULL) == STATUS_OK);
    REQUIRE(again->length == normal->length);
    REQUIRE(memcmp(again->bytes, normal->bytes, normal->length) == 0);
    for (size_t i = 0; i < normal->length; i++)
        REQUIRE(normal->bytes[i] >= 0x20 && normal->bytes[i] != 0x7F);
    enum status status = passphrase_check_new(normal, "demo", NULL);
    REQUIRE(status == STATUS_OK || status == STATUS_PASSPHRASE_WEAK);
    secret_free(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct secret *typed = NULL;
    struct secret *normal = NULL;
    REQUIRE(secret_from_bytes(&typed, size == 0 ? (const void *)"" : data, size, NULL) ==
            STATUS_OK);
    enum status status = passphrase_normalize(&normal, typed, NULL);
    if (status == STATUS_OK)
        check_normal_form(normal);
    else
        REQUIRE(normal == NULL &&
                (status == STATUS_TEXT_EMPTY || status == STATUS_TEXT_INVALID ||
                 status == STATUS_TEXT_CONTROL || status == STATUS_TEXT_TOO_LONG));
    secret_free(&normal);
    secret_free(&typed);
    return 0;
}
