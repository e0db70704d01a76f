/* SPDX-License-Identifier: Apache-2.0 */

/* What somebody may type from the recovery sheet.  What is accepted means the same when it is
 * printed and read again. */
#include "fuzz/fuzz.h"

#include <string.h>

#include "vault/recovery_code.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct secret *code = NULL;
    struct secret *text = NULL;
    struct secret *again = NULL;
    struct error error = { 0 };
    enum status status = recovery_code_parse(&code, (const char *)data, size, &error);
    if (status != STATUS_OK) {
        REQUIRE(status == STATUS_RECOVERY_CODE_INVALID && code == NULL);
        REQUIRE(error.number >= 0 && error.number <= RECOVERY_CODE_GROUPS);
        return 0;
    }
    REQUIRE(code->length == RECOVERY_CODE_BYTES);
    REQUIRE(recovery_code_format(&text, code, NULL) == STATUS_OK);
    REQUIRE(strlen((const char *)text->bytes) == RECOVERY_CODE_TEXT_SIZE - 1);
    REQUIRE(recovery_code_parse(&again, (const char *)text->bytes, text->length, NULL) ==
            STATUS_OK);
    REQUIRE(memcmp(again->bytes, code->bytes, RECOVERY_CODE_BYTES) == 0);
    secret_free(&again);
    secret_free(&text);
    secret_free(&code);
    return 0;
}
