/* SPDX-License-Identifier: Apache-2.0 */

/* Ids for everything that can travel between offices: UUID version 7 (RFC 9562) as lower-case
 * text.  They sort in the order in which they were made, so that new rows lie side by side. */
#ifndef QADAM_STORE_UUID_H
#define QADAM_STORE_UUID_H

#include <stdbool.h>
#include <stdint.h>

enum {
    UUID_TEXT_SIZE = 37,   /* with the closing zero */
    UUID_RANDOM_SIZE = 10, /* random bytes that one id takes */
};

/* What the next id must be greater than.  All zero to begin with. */
struct uuid_sequence {
    uint64_t moment; /* 48 bits: milliseconds since 1970 */
    uint64_t high;   /* 12 random bits */
    uint64_t low;    /* 62 random bits */
};

/* The next id of a sequence.  In a new millisecond it is random; in the same one, or when the
 * clock stepped back, it is the one before plus a random step. */
void uuid_next(struct uuid_sequence *sequence, long long moment,
               const unsigned char random[UUID_RANDOM_SIZE], char out[UUID_TEXT_SIZE]);

/* The next id of this process. */
void uuid_new(char out[UUID_TEXT_SIZE]);

/* Is it an id as uuid_new() writes them? */
bool uuid_is_valid(const char *text);

#endif
