/* SPDX-License-Identifier: Apache-2.0 */

/* What restricted casefiles are about, and the keys that open them.  Each compartment has a pair of
 * X25519 keys: anybody can seal a casefile to the open half, and only who holds the secret half,
 * sealed to their personal key, can open it again.  FORMAT.md of the vault, "Compartments", says
 * what is sealed how. */
#ifndef QADAM_COMPARTMENT_COMPARTMENT_H
#define QADAM_COMPARTMENT_COMPARTMENT_H

#include "vault/keyslot.h"

#include <stdbool.h>

enum compartment {
    COMPARTMENT_ASYLUM,
    COMPARTMENT_TRAFFICKING,
    COMPARTMENT_VIOLENCE,
    COMPARTMENT_CHILDREN,
    COMPARTMENT_COUNT
};

/* Some of them: one bit each. */
#define COMPARTMENT_BIT(compartment) (1u << (compartment))
enum { COMPARTMENTS_ALL = (1 << COMPARTMENT_COUNT) - 1 };

/* How somebody holds the key of a compartment. */
enum compartment_mode {
    COMPARTMENT_READER,
    COMPARTMENT_EMERGENCY, /* opens a casefile only after saying why (sealed_break_glass()) */
    COMPARTMENT_MODE_COUNT
};

/* A key sealed to somebody: crypto_box_seal() of 32 bytes. */
enum { SEALED_KEY_SIZE = KEYSLOT_SEALED_SIZE };

/* That whoever holds a key let somebody in: BLAKE2b-256 keyed with it over "qadam holder 1", what
 * the key belongs to, the holder, the way ("" for a casefile), each with its closing zero, and the
 * holder's public key. */
enum { COMPARTMENT_PROOF_SIZE = 32 };
struct compartment_claim {
    const char *what; /* the word of a compartment, or the id of a casefile */
    const char *holder;
    const char *way;
    const unsigned char *public_key;
};
void compartment_prove(unsigned char out[COMPARTMENT_PROOF_SIZE], const struct secret *key,
                       const struct compartment_claim *claim);
bool compartment_is_proved(const void *proof, size_t size, const struct secret *key,
                           const struct compartment_claim *claim);

/* The stable words of the tables, and back (STATUS_INVALID). */
const char *compartment_word(enum compartment compartment);
MUST_CHECK enum status compartment_parse(enum compartment *out, const char *word,
                                         struct error *error);
const char *compartment_mode_word(enum compartment_mode mode);
MUST_CHECK enum status compartment_mode_parse(enum compartment_mode *out, const char *word,
                                              struct error *error);

/* Seals a key of KEY_SIZE bytes to a public key, and opens it again; false when it was not sealed
 * to that pair. */
MUST_CHECK bool compartment_seal_key(unsigned char out[SEALED_KEY_SIZE],
                                     const unsigned char key[KEY_SIZE],
                                     const unsigned char public_key[PUBLIC_KEY_SIZE]);
MUST_CHECK enum status compartment_open_key(struct secret **out,
                                            const unsigned char sealed[SEALED_KEY_SIZE],
                                            const struct secret *secret_key,
                                            const unsigned char public_key[PUBLIC_KEY_SIZE],
                                            struct error *error);

#endif
