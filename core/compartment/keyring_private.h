/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of this folder share; nobody else includes it. */
#ifndef QADAM_COMPARTMENT_KEYRING_PRIVATE_H
#define QADAM_COMPARTMENT_KEYRING_PRIVATE_H

#include "compartment/keyring.h"
#include "store/uuid.h"

struct held_compartment {
    struct secret *key; /* the secret half; NULL: not held */
    enum compartment_mode mode;
    unsigned char public_key[PUBLIC_KEY_SIZE];
};

/* The casefile that is being worked on. */
struct opened_casefile {
    char id[UUID_TEXT_SIZE];
    int depth; /* 0: none */
    struct secret *key;
    long long changes; /* of the connection when it was opened */
    bool is_stopped;   /* it is not sealed again */
};

struct keyring {
    char holder[UUID_TEXT_SIZE];
    const struct secret *personal_key;
    unsigned char public_key[PUBLIC_KEY_SIZE];
    struct held_compartment held[COMPARTMENT_COUNT];
    struct opened_casefile opened;
    bool has_leftovers; /* tables of an opened casefile could not be dropped */
};

/* The open half of every compartment; STATUS_NOT_FOUND when they are not made yet. */
MUST_CHECK enum status
compartment_public_keys(struct store *store, unsigned char out[COMPARTMENT_COUNT][PUBLIC_KEY_SIZE],
                        struct error *error);

/* The key of a sealed casefile as this keyring opens it, and in which of the compartments that it
 * holds the casefile is (where may be NULL).  STATUS_RESTRICTED when it opens none of the ways. */
MUST_CHECK enum status sealed_find_key(struct secret **out, struct store *store,
                                       struct keyring *keyring, const char *casefile_id,
                                       unsigned *where, struct error *error);

/* The same without what is held for emergencies. */
MUST_CHECK enum status sealed_find_key_as_reader(struct secret **out, struct store *store,
                                                 struct keyring *keyring, const char *casefile_id,
                                                 struct error *error);

/* Writes the casefile's key for every compartment: sealed to those in the set, to no purpose to the
 * others. */
MUST_CHECK enum status sealed_write_keys(struct store *store, const char *casefile_id,
                                         const struct secret *key, unsigned set,
                                         struct error *error);
/* Writes it for these compartments and leaves the others as they are. */
MUST_CHECK enum status sealed_write_further_keys(struct store *store, const char *casefile_id,
                                                 const struct secret *key, unsigned set,
                                                 struct error *error);
/* The same for one user. */
MUST_CHECK enum status sealed_write_reader_key(struct store *store, const char *casefile_id,
                                               const char *user_id, const struct secret *key,
                                               const unsigned char public_key[PUBLIC_KEY_SIZE],
                                               struct error *error);

#endif
