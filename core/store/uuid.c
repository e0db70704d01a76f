/* SPDX-License-Identifier: Apache-2.0 */
#include "store/uuid.h"

#include "store/moment.h"

#include <sodium.h>
#include <string.h>

static const uint64_t MOMENT_MASK = (UINT64_C(1) << 48) - 1;
static const uint64_t HIGH_MASK = (UINT64_C(1) << 12) - 1;
static const uint64_t LOW_MASK = (UINT64_C(1) << 62) - 1;
static const uint64_t STEP_MASK = (UINT64_C(1) << 32) - 1;

static void sequence_restart(struct uuid_sequence *sequence, uint64_t high, uint64_t low)
{
    sequence->high = high & (HIGH_MASK >> 1); /* the free bit is room for steps */
    sequence->low = low & LOW_MASK;
}

static void sequence_step(struct uuid_sequence *sequence, uint64_t high, uint64_t low)
{
    sequence->low += 1 + (low & STEP_MASK);
    if (sequence->low <= LOW_MASK)
        return;
    sequence->low &= LOW_MASK;
    sequence->high++;
    if (sequence->high <= HIGH_MASK)
        return;
    sequence->moment = (sequence->moment + 1) & MOMENT_MASK;
    sequence_restart(sequence, high, low);
}

/* 48 bits of time, the version, 12 bits, the variant, 62 bits. */
static void sequence_write(const struct uuid_sequence *sequence, char out[UUID_TEXT_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    const uint64_t halves[] = {
        sequence->moment << 16 | UINT64_C(0x7000) | sequence->high,
        UINT64_C(0x8000000000000000) | sequence->low,
    };
    char *end = out;
    for (int digit = 0; digit < 32; digit++) {
        if (digit == 8 || digit == 12 || digit == 16 || digit == 20)
            *end++ = '-';
        *end++ = digits[halves[digit / 16] >> (60 - 4 * (digit % 16)) & 0xf];
    }
    *end = '\0';
}

void uuid_next(struct uuid_sequence *sequence, long long moment,
               const unsigned char random[UUID_RANDOM_SIZE], char out[UUID_TEXT_SIZE])
{
    uint64_t high = (uint64_t)random[0] << 8 | random[1];
    uint64_t low = 0;
    for (int i = 2; i < UUID_RANDOM_SIZE; i++)
        low = low << 8 | random[i];

    const uint64_t now = moment < 0 ? 0 : (uint64_t)moment & MOMENT_MASK;
    if (now > sequence->moment) {
        sequence->moment = now;
        sequence_restart(sequence, high, low);
    } else {
        sequence_step(sequence, high, low);
    }
    sequence_write(sequence, out);
}

void uuid_new(char out[UUID_TEXT_SIZE])
{
    static struct uuid_sequence sequence;
    unsigned char random[UUID_RANDOM_SIZE];
    randombytes_buf(random, sizeof(random));
    uuid_next(&sequence, moment_now(), random, out);
}

bool uuid_is_valid(const char *text)
{
    static const char shape[] = "xxxxxxxx-xxxx-7xxx-vxxx-xxxxxxxxxxxx";
    if (text == NULL || strlen(text) != sizeof(shape) - 1)
        return false;
    for (size_t i = 0; i < sizeof(shape) - 1; i++) {
        const char *allowed = "0123456789abcdef";
        const char exact[] = { shape[i], '\0' };
        if (shape[i] == 'v')
            allowed = "89ab";
        else if (shape[i] != 'x')
            allowed = exact;
        if (strchr(allowed, text[i]) == NULL)
            return false;
    }
    return true;
}
