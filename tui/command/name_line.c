/* SPDX-License-Identifier: Apache-2.0 */
#include "command/name_command.h"

#include "language.h"
#include "sentence.h"

#include <stdio.h>

bool name_line_is_at_fault(enum status status)
{
    return status == STATUS_TEXT_INVALID || status == STATUS_TEXT_CONTROL ||
           status == STATUS_TEXT_TOO_LONG || status == STATUS_TEXT_EMPTY;
}

void name_line_complain(unsigned long long number, const char *text)
{
    char digits[24];
    snprintf(digits, sizeof(digits), "%llu", number);
    fputs("qadam: ", stderr);
    sentence_fill(stderr, _("Line %s:"), "%s", digits);
    fprintf(stderr, " %s\n", text);
}
