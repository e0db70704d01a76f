/* SPDX-License-Identifier: Apache-2.0 */
#include "vault/recovery_code.h"

#include <sodium.h>
#include <stdbool.h>
#include <string.h>
#include <utf8proc.h>

enum {
    SYMBOLS = RECOVERY_CODE_GROUPS * RECOVERY_CODE_GROUP_SYMBOLS,
    GROUP_DATA = RECOVERY_CODE_GROUP_SYMBOLS - 1,
    NOT_A_SYMBOL = 0xFF,
};

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* What else a reader of the sheet may type: capital letters only, small ones are raised first. */
static const struct {
    utf8proc_int32_t typed;
    unsigned char meant;
} look_alikes[] = {
    { 'O', '0' },    { 'I', '1' },    { 'L', '1' },    { 'U', 'V' },    { 0x0410, 'A' },
    { 0x0412, 'B' }, { 0x0415, 'E' }, { 0x0417, '3' }, { 0x041A, 'K' }, { 0x041C, 'M' },
    { 0x041D, 'H' }, { 0x041E, '0' }, { 0x0420, 'P' }, { 0x0421, 'C' }, { 0x0422, 'T' },
    { 0x0423, 'Y' }, { 0x0425, 'X' }, { 0x0401, 'E' }, { 0x0405, 'S' }, { 0x0406, '1' },
    { 0x0408, 'J' }, { 0x04AE, 'Y' }, { 0x04BA, 'H' }, { 0x0427, '4' }, { 0x0411, '6' },
    { 0x04C0, '1' }, { 0x051A, 'Q' }, { 0x051C, 'W' },
};

static unsigned char symbol_value(utf8proc_int32_t point)
{
    point = utf8proc_toupper(point);
    for (size_t i = 0; i < sizeof(look_alikes) / sizeof(look_alikes[0]); i++)
        if (look_alikes[i].typed == point)
            point = look_alikes[i].meant;
    const char *found = point > 0 && point < 128 ? strchr(alphabet, (int)point) : NULL;
    return found == NULL ? NOT_A_SYMBOL : (unsigned char)(found - alphabet);
}

static bool is_separator(utf8proc_int32_t point)
{
    utf8proc_category_t category = utf8proc_category(point);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_PD || point == '\n' ||
           point == '\r' || point == '\t' || point == '.' || point == ',' || point == '_' ||
           point == 0x2212;
}

/* Multiplies by the generator x in GF(32) = GF(2)[x] / (x^5 + x^2 + 1). */
static unsigned times_x(unsigned value)
{
    value <<= 1;
    return (value & 0x20) != 0 ? value ^ 0x25 : value;
}

/* The weights x, x^2, x^3, x^4 differ from each other and from the check symbol's own weight 1. */
static unsigned char group_check(const unsigned char data[GROUP_DATA], unsigned group)
{
    unsigned sum = 0;
    for (int i = GROUP_DATA - 1; i >= 0; i--)
        sum = times_x(sum ^ data[i]);
    return (unsigned char)(sum ^ (group + 1));
}

/* Eight symbols are forty bits are five bytes. */
static unsigned char symbol_of_bytes(const unsigned char *bytes, unsigned index)
{
    unsigned bit = index * 5;
    unsigned pair = (unsigned)bytes[bit / 8] << 8;
    if (bit / 8 + 1 < RECOVERY_CODE_BYTES)
        pair |= bytes[bit / 8 + 1];
    return (unsigned char)((pair >> (11 - bit % 8)) & 0x1F);
}

static void symbol_to_bytes(unsigned char *bytes, unsigned index, unsigned char symbol)
{
    unsigned bit = index * 5;
    unsigned pair = (unsigned)symbol << (11 - bit % 8);
    bytes[bit / 8] |= (unsigned char)(pair >> 8);
    if (bit / 8 + 1 < RECOVERY_CODE_BYTES)
        bytes[bit / 8 + 1] |= (unsigned char)(pair & 0xFF);
}

enum status recovery_code_format(struct secret **out, const struct secret *code,
                                 struct error *error)
{
    enum status status = secret_new(out, RECOVERY_CODE_TEXT_SIZE, error);
    if (status != STATUS_OK)
        return status;
    char *text = (char *)(*out)->bytes;
    unsigned char data[GROUP_DATA] = { 0 };
    for (unsigned group = 0; group < RECOVERY_CODE_GROUPS; group++) {
        for (unsigned i = 0; i < GROUP_DATA; i++) {
            data[i] = symbol_of_bytes(code->bytes, group * GROUP_DATA + i);
            *text++ = alphabet[data[i]];
        }
        *text++ = alphabet[group_check(data, group)];
        *text++ = group + 1 < RECOVERY_CODE_GROUPS ? '-' : '\0';
    }
    sodium_memzero(data, sizeof(data));
    (*out)->length = RECOVERY_CODE_TEXT_SIZE - 1;
    return STATUS_OK;
}

/* The typed symbols as numbers; false when they are too many or one is none of the alphabet. */
static bool read_symbols(unsigned char *symbols, const char *typed, size_t length)
{
    const utf8proc_uint8_t *rest = (const utf8proc_uint8_t *)typed;
    unsigned count = 0;
    while (length > 0) {
        utf8proc_int32_t point = 0;
        utf8proc_ssize_t used = utf8proc_iterate(rest, (utf8proc_ssize_t)length, &point);
        if (used <= 0)
            return false;
        rest += used;
        length -= (size_t)used;
        if (is_separator(point) || point == ')')
            continue;
        if (length > 0 && *rest == ')' && point >= '1' && point <= '8')
            continue; /* the group's number, copied from the sheet */
        if (count == SYMBOLS || (symbols[count] = symbol_value(point)) == NOT_A_SYMBOL)
            return false;
        count++;
    }
    return count == SYMBOLS;
}

enum status recovery_code_parse(struct secret **out, const char *typed, size_t length,
                                struct error *error)
{
    struct secret *symbols = NULL;
    *out = NULL;
    enum status status = secret_new(&symbols, SYMBOLS, error);
    if (status != STATUS_OK)
        return status;
    if (!read_symbols(symbols->bytes, typed, length)) {
        status = error_set(error, STATUS_RECOVERY_CODE_INVALID, "not %d symbols", SYMBOLS);
        goto fail;
    }
    status = secret_new(out, RECOVERY_CODE_BYTES, error);
    if (status != STATUS_OK)
        goto fail;
    (*out)->length = RECOVERY_CODE_BYTES;
    for (unsigned group = 0; group < RECOVERY_CODE_GROUPS; group++) {
        const unsigned char *data = symbols->bytes + (size_t)group * RECOVERY_CODE_GROUP_SYMBOLS;
        if (data[GROUP_DATA] != group_check(data, group)) {
            status = error_set_number(error, STATUS_RECOVERY_CODE_INVALID, group + 1, "check");
            secret_free(out);
            goto fail;
        }
        for (unsigned i = 0; i < GROUP_DATA; i++)
            symbol_to_bytes((*out)->bytes, group * GROUP_DATA + i, data[i]);
    }
fail:
    secret_free(&symbols);
    return status;
}
