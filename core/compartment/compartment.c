/* SPDX-License-Identifier: Apache-2.0 */
#include "compartment/compartment.h"

#include <sodium.h>
#include <string.h>

_Static_assert(SEALED_KEY_SIZE == KEY_SIZE + crypto_box_SEALBYTES, "as the tables have it");

static const char *const words[] = {
    [COMPARTMENT_ASYLUM] = "asylum",
    [COMPARTMENT_TRAFFICKING] = "trafficking",
    [COMPARTMENT_VIOLENCE] = "violence",
    [COMPARTMENT_CHILDREN] = "children",
};
_Static_assert(sizeof(words) / sizeof(words[0]) == COMPARTMENT_COUNT, "every one has its word");

static const char *const mode_words[] = {
    [COMPARTMENT_READER] = "reader",
    [COMPARTMENT_EMERGENCY] = "emergency",
};
_Static_assert(sizeof(mode_words) / sizeof(mode_words[0]) == COMPARTMENT_MODE_COUNT, "likewise");

static bool find_word(const char *const *list, int count, const char *word, int *out)
{
    for (int i = 0; i < count; i++)
        if (strcmp(list[i], word) == 0) {
            *out = i;
            return true;
        }
    return false;
}

const char *compartment_word(enum compartment compartment)
{
    return words[compartment];
}

enum status compartment_parse(enum compartment *out, const char *word, struct error *error)
{
    int found = 0;
    if (!find_word(words, COMPARTMENT_COUNT, word, &found))
        return error_set(error, STATUS_INVALID, "no compartment");
    *out = (enum compartment)found;
    return STATUS_OK;
}

const char *compartment_mode_word(enum compartment_mode mode)
{
    return mode_words[mode];
}

enum status compartment_mode_parse(enum compartment_mode *out, const char *word,
                                   struct error *error)
{
    int found = 0;
    if (!find_word(mode_words, COMPARTMENT_MODE_COUNT, word, &found))
        return error_set(error, STATUS_INVALID, "no way to hold a compartment");
    *out = (enum compartment_mode)found;
    return STATUS_OK;
}

bool compartment_seal_key(unsigned char out[SEALED_KEY_SIZE], const unsigned char key[KEY_SIZE],
                          const unsigned char public_key[PUBLIC_KEY_SIZE])
{
    return crypto_box_seal(out, key, KEY_SIZE, public_key) == 0;
}

enum status compartment_open_key(struct secret **out, const unsigned char sealed[SEALED_KEY_SIZE],
                                 const struct secret *secret_key,
                                 const unsigned char public_key[PUBLIC_KEY_SIZE],
                                 struct error *error)
{
    enum status status = secret_new(out, KEY_SIZE, error);
    if (status != STATUS_OK)
        return status;
    (*out)->length = KEY_SIZE;
    if (crypto_box_seal_open((*out)->bytes, sealed, SEALED_KEY_SIZE, public_key,
                             secret_key->bytes) == 0)
        return STATUS_OK;
    secret_free(out);
    return error_set(error, STATUS_KEYS_ALTERED, "a key is not sealed to its holder");
}

void compartment_prove(unsigned char out[COMPARTMENT_PROOF_SIZE], const struct secret *key,
                       const struct compartment_claim *claim)
{
    static const char purpose[] = "qadam holder 1";
    const char *const parts[] = { purpose, claim->what, claim->holder, claim->way };
    crypto_generichash_state state;
    crypto_generichash_init(&state, key->bytes, key->length, COMPARTMENT_PROOF_SIZE);
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
        crypto_generichash_update(&state, (const unsigned char *)parts[i], strlen(parts[i]) + 1);
    crypto_generichash_update(&state, claim->public_key, PUBLIC_KEY_SIZE);
    crypto_generichash_final(&state, out, COMPARTMENT_PROOF_SIZE);
}

bool compartment_is_proved(const void *proof, size_t size, const struct secret *key,
                           const struct compartment_claim *claim)
{
    unsigned char expected[COMPARTMENT_PROOF_SIZE];
    compartment_prove(expected, key, claim);
    return proof != NULL && size == sizeof(expected) &&
           sodium_memcmp(proof, expected, sizeof(expected)) == 0;
}
