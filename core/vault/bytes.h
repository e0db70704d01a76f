/* SPDX-License-Identifier: Apache-2.0 */

/* Integers on disk are little-endian, whatever the machine. */
#ifndef QADAM_VAULT_BYTES_H
#define QADAM_VAULT_BYTES_H

#include <stdint.h>

static inline uint32_t bytes_get32(const unsigned char *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static inline void bytes_put32(unsigned char *at, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        at[i] = (unsigned char)(value >> (8 * i));
}

static inline uint64_t bytes_get64(const unsigned char *at)
{
    return (uint64_t)bytes_get32(at) | (uint64_t)bytes_get32(at + 4) << 32;
}

static inline void bytes_put64(unsigned char *at, uint64_t value)
{
    bytes_put32(at, (uint32_t)value);
    bytes_put32(at + 4, (uint32_t)(value >> 32));
}

#endif
