/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

static const char *const status_names[] = {
    [STATUS_OK] = "ok",
    [STATUS_TEXT_INVALID] = "text_invalid",
    [STATUS_TEXT_CONTROL] = "text_control",
    [STATUS_TEXT_TOO_LONG] = "text_too_long",
    [STATUS_TEXT_EMPTY] = "text_empty",
    [STATUS_DATE_INVALID] = "date_invalid",
    [STATUS_NAME_INVALID] = "name_invalid",
    [STATUS_PASSPHRASE_WEAK] = "passphrase_weak",
    [STATUS_RECOVERY_CODE_INVALID] = "recovery_code_invalid",
    [STATUS_TOO_LARGE] = "too_large",
    [STATUS_INVALID] = "invalid",
    [STATUS_NOT_FOUND] = "not_found",
    [STATUS_EXISTS] = "exists",
    [STATUS_REFUSED] = "refused",
    [STATUS_RESTRICTED] = "restricted",
    [STATUS_LAST_SUPERVISOR] = "last_supervisor",
    [STATUS_KEYSLOTS_FULL] = "keyslots_full",
    [STATUS_IN_USE] = "in_use",
    [STATUS_MOVED] = "moved",
    [STATUS_INTERRUPTED] = "interrupted",
    [STATUS_MEMORY_LOW] = "memory_low",
    [STATUS_OUT_OF_MEMORY] = "out_of_memory",
    [STATUS_WRONG_PASSPHRASE] = "wrong_passphrase",
    [STATUS_NOT_A_VAULT] = "not_a_vault",
    [STATUS_NEWER_FORMAT] = "newer_format",
    [STATUS_DAMAGED] = "damaged",
    [STATUS_KEYS_ALTERED] = "keys_altered",
    [STATUS_JOURNAL_BROKEN] = "journal_broken",
    [STATUS_NO_SPACE] = "no_space",
    [STATUS_NO_PERMISSION] = "no_permission",
    [STATUS_READ_FAILED] = "read_failed",
    [STATUS_WRITE_FAILED] = "write_failed",
    [STATUS_INTERNAL] = "internal",
};
_Static_assert(sizeof(status_names) / sizeof(status_names[0]) == STATUS_COUNT,
               "every status has a name");

void error_record(struct error *error, enum status status, long long number, const char *format,
                  ...)
{
    va_list arguments;
    if (error == NULL)
        return;
    error->status = status;
    error->number = number;
    va_start(arguments, format);
    vsnprintf(error->detail, sizeof(error->detail), format, arguments);
    va_end(arguments);
}

void error_clear(struct error *error)
{
    *error = (struct error){ .status = STATUS_OK };
}

const char *status_name(enum status status)
{
    return status_names[status];
}
