/* SPDX-License-Identifier: Apache-2.0 */

/* The key of one sealed casefile: who gets it, and what is sealed with it. */
#include "compartment/sealed_private.h"

#include "store/query.h"
#include "store/store.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

static const char SQL_LIST_KEYS[] =
    "SELECT holder, sealed_key FROM sealed_casefile_key WHERE casefile_id = :id";
static const char SQL_WRITE_KEY[] =
    "INSERT INTO sealed_casefile_key (casefile_id, holder, sealed_key, proof)"
    " VALUES (:id, :holder, :key, :proof) ON CONFLICT (casefile_id, holder)"
    " DO UPDATE SET sealed_key = excluded.sealed_key, proof = excluded.proof";
static const char SQL_IS_GLASS_BROKEN[] =
    "SELECT 1 FROM glass_break WHERE casefile_id = :id AND user_id = :user AND until_at > :now";

enum {
    NONCE_SIZE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
    TAG_SIZE = crypto_aead_xchacha20poly1305_ietf_ABYTES,
    PURPOSE_SIZE = 16,
    DATA_SIZE = PURPOSE_SIZE + UUID_TEXT_SIZE - 1,
};

static const char purposes[][PURPOSE_SIZE + 1] = {
    [SEALED_BODY] = "qadam casefile 1",
    [SEALED_TEXT] = "qadam its text 1",
};

/* ---- Sealing bytes */

static void make_data(unsigned char out[DATA_SIZE], enum sealed_kind kind, const char *casefile_id)
{
    memset(out, 0, DATA_SIZE);
    memcpy(out, purposes[kind], PURPOSE_SIZE);
    memcpy(out + PURPOSE_SIZE, casefile_id, strnlen(casefile_id, UUID_TEXT_SIZE - 1));
}

enum status sealed_box(unsigned char **out, size_t *out_length, enum sealed_kind kind,
                       const char *casefile_id, const struct secret *key,
                       const unsigned char *plain, size_t length, struct error *error)
{
    unsigned char data[DATA_SIZE];
    make_data(data, kind, casefile_id);
    *out_length = NONCE_SIZE + length + TAG_SIZE;
    *out = malloc(*out_length);
    if (*out == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "sealing a casefile");
    randombytes_buf(*out, NONCE_SIZE);
    crypto_aead_xchacha20poly1305_ietf_encrypt(*out + NONCE_SIZE, NULL, plain, length, data,
                                               sizeof(data), NULL, *out, key->bytes);
    return STATUS_OK;
}

enum status sealed_unbox(struct content *out, enum sealed_kind kind, const char *casefile_id,
                         const struct secret *key, const unsigned char *box, size_t length,
                         struct error *error)
{
    unsigned char data[DATA_SIZE];
    make_data(data, kind, casefile_id);
    *out = (struct content){ .bytes = NULL };
    if (length < NONCE_SIZE + TAG_SIZE)
        return error_set(error, STATUS_DAMAGED, "a sealed casefile is too short");
    out->capacity = length;
    out->length = length - NONCE_SIZE - TAG_SIZE;
    out->bytes = malloc(out->capacity);
    if (out->bytes == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "opening a casefile");
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(out->bytes, NULL, NULL, box + NONCE_SIZE,
                                                   length - NONCE_SIZE, data, sizeof(data), box,
                                                   key->bytes) == 0)
        return STATUS_OK;
    content_release(out);
    return error_set(error, STATUS_DAMAGED, "a sealed casefile does not open");
}

/* ---- Whose key */

static enum status find_glass(struct store *store, const struct keyring *keyring,
                              const char *casefile_id, bool *is_broken, struct error *error)
{
    char now[MOMENT_TEXT_SIZE];
    struct query query;
    *is_broken = false;
    if (keyring_compartments(keyring, COMPARTMENT_EMERGENCY) == 0)
        return STATUS_OK;
    store_format_now(store, now);
    query_begin(&query, store, SQL_IS_GLASS_BROKEN);
    query_bind_text(&query, ":id", casefile_id);
    query_bind_text(&query, ":user", keyring->holder);
    query_bind_text(&query, ":now", now);
    *is_broken = query_next_row(&query);
    return query_end(&query, error);
}

struct key_search {
    struct keyring *keyring;
    unsigned ways; /* the compartments that may be tried */
    struct secret *key;
    unsigned where;
};

/* What is sealed to no purpose is all zero. */
static void take(struct key_search *search, struct secret **key, unsigned bit)
{
    if (sodium_is_zero((*key)->bytes, (*key)->length)) {
        secret_free(key);
        return;
    }
    search->where |= bit;
    secret_free(&search->key);
    search->key = *key;
    *key = NULL;
}

static enum status try_key(struct key_search *search, struct query *query, struct error *error)
{
    struct keyring *keyring = search->keyring;
    enum compartment compartment;
    struct secret *key = NULL;
    size_t size = 0;
    const char *holder = query_text(query, 0);
    const unsigned char *sealed = query_blob(query, 1, &size);
    enum status status = STATUS_OK;
    if (size != SEALED_KEY_SIZE)
        return STATUS_OK;
    if (strcmp(holder, keyring->holder) == 0) {
        status =
            compartment_open_key(&key, sealed, keyring->personal_key, keyring->public_key, error);
        if (status == STATUS_OK)
            take(search, &key, 0);
        return status;
    }
    if (compartment_parse(&compartment, holder, NULL) != STATUS_OK ||
        (search->ways & COMPARTMENT_BIT(compartment)) == 0)
        return STATUS_OK;
    status = compartment_open_key(&key, sealed, keyring->held[compartment].key,
                                  keyring->held[compartment].public_key, error);
    if (status == STATUS_OK)
        take(search, &key, COMPARTMENT_BIT(compartment));
    return status;
}

static enum status search_key(struct key_search *search, struct store *store,
                              const char *casefile_id, struct error *error)
{
    /* One row that somebody spoilt must not keep the others from opening. */
    enum status spoilt = STATUS_OK;
    struct query query;
    query_begin(&query, store, SQL_LIST_KEYS);
    query_bind_text(&query, ":id", casefile_id);
    while (query_next_row(&query)) {
        const enum status tried = try_key(search, &query, NULL);
        spoilt = tried == STATUS_OK ? spoilt : tried;
    }
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK || search->key != NULL)
        return status;
    return error_set(error, spoilt == STATUS_OK ? STATUS_RESTRICTED : spoilt, "sealed to others");
}

static enum status find_key(struct key_search *search, struct store *store, const char *casefile_id,
                            bool with_glass, struct error *error)
{
    bool is_broken = false;
    enum status status = STATUS_OK;
    if (search->keyring == NULL)
        return error_set(error, STATUS_RESTRICTED, "no keys");
    if (with_glass)
        status = find_glass(store, search->keyring, casefile_id, &is_broken, error);
    if (status != STATUS_OK)
        return status;
    search->ways = keyring_compartments(search->keyring, COMPARTMENT_READER);
    if (is_broken)
        search->ways |= keyring_compartments(search->keyring, COMPARTMENT_EMERGENCY);
    status = search_key(search, store, casefile_id, error);
    if (status != STATUS_OK)
        secret_free(&search->key);
    return status;
}

enum status sealed_find_key(struct secret **out, struct store *store, struct keyring *keyring,
                            const char *casefile_id, unsigned *where, struct error *error)
{
    struct key_search search = { .keyring = keyring };
    const enum status status = find_key(&search, store, casefile_id, true, error);
    *out = search.key;
    if (where != NULL)
        *where = search.where;
    return status;
}

enum status sealed_find_key_as_reader(struct secret **out, struct store *store,
                                      struct keyring *keyring, const char *casefile_id,
                                      struct error *error)
{
    struct key_search search = { .keyring = keyring };
    const enum status status = find_key(&search, store, casefile_id, false, error);
    *out = search.key;
    return status;
}

static enum status write_key(struct store *store, const char *casefile_id, const char *holder,
                             const unsigned char *key,
                             const unsigned char public_key[PUBLIC_KEY_SIZE],
                             const unsigned char *proof, struct error *error)
{
    unsigned char sealed[SEALED_KEY_SIZE];
    struct query query;
    if (!compartment_seal_key(sealed, key, public_key))
        return error_set(error, STATUS_KEYS_ALTERED, "a public key that is none");
    query_begin(&query, store, SQL_WRITE_KEY);
    query_bind_text(&query, ":id", casefile_id);
    query_bind_text(&query, ":holder", holder);
    query_bind_blob(&query, ":key", sealed, sizeof(sealed));
    query_bind_blob(&query, ":proof", proof, COMPARTMENT_PROOF_SIZE);
    return query_run(&query, error);
}

enum status sealed_write_reader_key(struct store *store, const char *casefile_id,
                                    const char *user_id, const struct secret *key,
                                    const unsigned char public_key[PUBLIC_KEY_SIZE],
                                    struct error *error)
{
    const struct compartment_claim claim = { casefile_id, user_id, "", public_key };
    unsigned char proof[COMPARTMENT_PROOF_SIZE];
    compartment_prove(proof, key, &claim);
    return write_key(store, casefile_id, user_id, key->bytes, public_key, proof, error);
}

static enum status write_keys(struct store *store, const char *casefile_id,
                              const struct secret *key, unsigned set, bool others_too,
                              struct error *error)
{
    static const unsigned char nothing[KEY_SIZE] = { 0 };
    unsigned char public_keys[COMPARTMENT_COUNT][PUBLIC_KEY_SIZE];
    enum status status = compartment_public_keys(store, public_keys, error);
    for (enum compartment i = 0; status == STATUS_OK && i < COMPARTMENT_COUNT; i++) {
        const bool is_in = (set & COMPARTMENT_BIT(i)) != 0;
        if (is_in || others_too)
            status = write_key(store, casefile_id, compartment_word(i),
                               is_in ? key->bytes : nothing, public_keys[i], NULL, error);
    }
    return status;
}

enum status sealed_write_keys(struct store *store, const char *casefile_id,
                              const struct secret *key, unsigned set, struct error *error)
{
    return write_keys(store, casefile_id, key, set, true, error);
}

enum status sealed_write_further_keys(struct store *store, const char *casefile_id,
                                      const struct secret *key, unsigned set, struct error *error)
{
    return write_keys(store, casefile_id, key, set, false, error);
}
