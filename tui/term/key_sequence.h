/* SPDX-License-Identifier: Apache-2.0 */

/* What comes over the line for each key. */
#ifndef QADAM_TERM_KEY_SEQUENCE_H
#define QADAM_TERM_KEY_SEQUENCE_H

#include "term/key.h"

#include <stdint.h>

struct key_sequence {
    const char *text;
    enum key_code code;
};

/* Bytes that mean the same on every terminal. */
extern const struct key_sequence key_sequences[];
extern const size_t key_sequence_count;
/* Names of capabilities of terminfo, whose values are bytes. */
extern const struct key_sequence key_capabilities[];
extern const size_t key_capability_count;

/* The key of a character that is no part of a sequence. */
void key_of_character(struct key *out, uint32_t character);

#endif
