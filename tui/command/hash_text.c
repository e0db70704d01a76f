/* SPDX-License-Identifier: Apache-2.0 */
#include "command/hash_text.h"

#include <string.h>

void hash_format(char out[HASH_TEXT_SIZE], const unsigned char hash[JOURNAL_HASH_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    size_t at = 0;
    for (size_t i = 0; i < JOURNAL_HASH_SIZE; i++) {
        if (i > 0 && i * 2 % HASH_TEXT_GROUP == 0)
            out[at++] = ' ';
        out[at++] = digits[hash[i] >> 4];
        out[at++] = digits[hash[i] & 0x0F];
    }
    out[at] = '\0';
}

/* -1 when it is no hexadecimal digit. */
static int digit_value(char digit)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *found = digit == '\0' ? NULL : strchr(digits, digit);
    return found == NULL ? -1 : (int)((found - digits) % 16);
}

bool hash_parse(unsigned char out[JOURNAL_HASH_SIZE], const char *text)
{
    size_t count = 0;
    memset(out, 0, JOURNAL_HASH_SIZE);
    for (; *text != '\0'; text++) {
        int value = digit_value(*text);
        if (value < 0 && strchr(" -\t\r\n", *text) != NULL)
            continue;
        if (value < 0 || count == (size_t)JOURNAL_HASH_SIZE * 2)
            return false;
        out[count / 2] = (unsigned char)(out[count / 2] << 4 | value);
        count++;
    }
    return count == (size_t)JOURNAL_HASH_SIZE * 2;
}
