/* SPDX-License-Identifier: Apache-2.0 */

/* Letters and digits of codes and ids, in every language the same. */
#ifndef QADAM_BASE_ASCII_H
#define QADAM_BASE_ASCII_H

#include <stdbool.h>

static inline bool ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool ascii_is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool ascii_is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline char ascii_to_small(char c)
{
    return ascii_is_capital(c) ? (char)((unsigned char)c | 0x20U) : c;
}

static inline char ascii_to_capital(char c)
{
    return ascii_is_small(c) ? (char)((unsigned char)c & 0xDFU) : c;
}

#endif
