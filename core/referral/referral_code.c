/* SPDX-License-Identifier: Apache-2.0 */
#include "referral/referral_code.h"

#include <sodium.h>
#include <stdbool.h>
#include <string.h>
#include <utf8proc.h>

/* Nineteen signs: with a prime number of them every weight below it has an inverse, so that the
 * check sign finds each single mistake and each exchange. */
static const char alphabet[] = "234679CFHJKMNPQRTWX";
enum { SIGNS = sizeof(alphabet) - 1, NO_SIGN = SIGNS };
_Static_assert(SIGNS == 19, "the number of signs is prime");

/* What else a reader of the slip may type; small letters are raised first. */
static const struct {
    utf8proc_int32_t typed;
    utf8proc_int32_t meant;
} look_alikes[] = {
    { 0x0417, '3' }, { 0x0411, '6' }, { 0x0421, 'C' }, { 0x041D, 'H' }, { 0x0408, 'J' },
    { 0x041A, 'K' }, { 0x041C, 'M' }, { 0x0420, 'P' }, { 0x0422, 'T' }, { 0x0425, 'X' },
    { 0x04BA, 'H' }, { 0x051A, 'Q' }, { 0x051C, 'W' }, { 0x04B2, 'X' }, { 0x049A, 'K' },
};

static unsigned sign_of(utf8proc_int32_t point)
{
    point = utf8proc_toupper(point);
    for (size_t i = 0; i < sizeof(look_alikes) / sizeof(look_alikes[0]); i++)
        if (look_alikes[i].typed == point)
            point = look_alikes[i].meant;
    const char *found = point > 0 && point < 128 ? strchr(alphabet, (int)point) : NULL;
    return found == NULL ? NO_SIGN : (unsigned)(found - alphabet);
}

/* The sum of the signs, each as often as its place says; 0 for a code that fits. */
static unsigned weigh(const unsigned signs[REFERRAL_CODE_SIGNS])
{
    unsigned sum = 0;
    for (unsigned i = 0; i < REFERRAL_CODE_SIGNS; i++)
        sum += (i + 1) * signs[i];
    return sum % SIGNS;
}

static void write_signs(char out[REFERRAL_CODE_SIZE], const unsigned signs[REFERRAL_CODE_SIGNS])
{
    for (unsigned i = 0; i < REFERRAL_CODE_SIGNS; i++)
        out[i] = alphabet[signs[i]];
    out[REFERRAL_CODE_SIGNS] = '\0';
}

void referral_code_make(char out[REFERRAL_CODE_SIZE])
{
    unsigned signs[REFERRAL_CODE_SIGNS] = { 0 };
    unsigned *check = &signs[REFERRAL_CODE_SIGNS - 1];
    for (unsigned i = 0; i + 1 < REFERRAL_CODE_SIGNS; i++)
        signs[i] = randombytes_uniform(SIGNS);
    while (weigh(signs) != 0)
        (*check)++;
    write_signs(out, signs);
}

static bool is_separator(utf8proc_int32_t point)
{
    return point == ' ' || point == '-' || point == 0x00A0 || point == 0x2010 || point == 0x2011 ||
           point == 0x2013;
}

enum referral_code_reading referral_code_read(char out[REFERRAL_CODE_SIZE], const char *text)
{
    unsigned signs[REFERRAL_CODE_SIGNS] = { 0 };
    size_t count = 0;
    utf8proc_int32_t point;
    while (*text != '\0') {
        const utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &point);
        if (taken <= 0)
            return REFERRAL_CODE_NONE;
        text += taken;
        if (is_separator(point))
            continue;
        if (count == REFERRAL_CODE_SIGNS || sign_of(point) == NO_SIGN)
            return REFERRAL_CODE_NONE;
        signs[count++] = sign_of(point);
    }
    if (count != REFERRAL_CODE_SIGNS)
        return REFERRAL_CODE_NONE;
    if (weigh(signs) != 0)
        return REFERRAL_CODE_SLIP;
    write_signs(out, signs);
    return REFERRAL_CODE_FITS;
}
