/* SPDX-License-Identifier: Apache-2.0 */
#include "compartment/keyring_private.h"

#include "store/query.h"
#include "store/store.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char SQL_LIST_HELD[] =
    "SELECT name, public_key, mode, sealed_key FROM compartment JOIN compartment_member"
    " ON compartment = name WHERE holder = :holder";
static const char SQL_LIST_PUBLIC[] = "SELECT name, public_key FROM compartment";

enum status keyring_new(struct keyring **out, const char *holder, const struct secret *personal_key,
                        struct error *error)
{
    *out = NULL;
    struct keyring *keyring = calloc(1, sizeof(*keyring));
    if (keyring == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "a keyring");
    snprintf(keyring->holder, sizeof(keyring->holder), "%s", holder);
    keyring->personal_key = personal_key;
    const enum status status = keyslot_public_key(keyring->public_key, personal_key, error);
    if (status == STATUS_OK)
        *out = keyring;
    else
        free(keyring);
    return status;
}

static void let_go(struct keyring *keyring)
{
    for (int i = 0; i < COMPARTMENT_COUNT; i++)
        secret_free(&keyring->held[i].key);
}

void keyring_free(struct keyring **keyring)
{
    if (*keyring == NULL)
        return;
    let_go(*keyring);
    secret_free(&(*keyring)->opened.key);
    free(*keyring);
    *keyring = NULL;
}

/* Copies a blob of exactly that size; false when it has another. */
static bool copy_blob(struct query *query, int column, unsigned char *out, size_t size)
{
    size_t length = 0;
    const void *bytes = query_blob(query, column, &length);
    if (bytes == NULL || length != size)
        return false;
    memcpy(out, bytes, size);
    return true;
}

static bool take_key(struct keyring *keyring, struct query *query, struct held_compartment *held)
{
    struct error ignored;
    unsigned char sealed[SEALED_KEY_SIZE], public_key[PUBLIC_KEY_SIZE];
    if (!copy_blob(query, 1, held->public_key, PUBLIC_KEY_SIZE) ||
        !copy_blob(query, 3, sealed, SEALED_KEY_SIZE) ||
        compartment_mode_parse(&held->mode, query_text(query, 2), NULL) != STATUS_OK ||
        compartment_open_key(&held->key, sealed, keyring->personal_key, keyring->public_key,
                             &ignored) != STATUS_OK)
        return false;
    if (crypto_scalarmult_base(public_key, held->key->bytes) == 0 &&
        sodium_memcmp(public_key, held->public_key, PUBLIC_KEY_SIZE) == 0)
        return true;
    secret_free(&held->key);
    return false;
}

enum status keyring_load(struct keyring *keyring, struct store *store, unsigned *wrong,
                         struct error *error)
{
    struct query query;
    enum compartment compartment;
    unsigned odd = 0;
    let_go(keyring);
    query_begin(&query, store, SQL_LIST_HELD);
    query_bind_text(&query, ":holder", keyring->holder);
    while (query_next_row(&query))
        if (compartment_parse(&compartment, query_text(&query, 0), NULL) == STATUS_OK &&
            !take_key(keyring, &query, &keyring->held[compartment]))
            odd |= COMPARTMENT_BIT(compartment);
    if (wrong != NULL)
        *wrong = odd;
    return query_end(&query, error);
}

unsigned keyring_compartments(const struct keyring *keyring, enum compartment_mode mode)
{
    unsigned set = 0;
    for (enum compartment i = 0; keyring != NULL && i < COMPARTMENT_COUNT; i++)
        if (keyring->held[i].key != NULL && keyring->held[i].mode == mode)
            set |= COMPARTMENT_BIT(i);
    return set;
}

enum status compartment_public_keys(struct store *store,
                                    unsigned char out[COMPARTMENT_COUNT][PUBLIC_KEY_SIZE],
                                    struct error *error)
{
    struct query query;
    enum compartment compartment;
    int found = 0;
    query_begin(&query, store, SQL_LIST_PUBLIC);
    while (query_next_row(&query))
        found += compartment_parse(&compartment, query_text(&query, 0), NULL) == STATUS_OK &&
                 copy_blob(&query, 1, out[compartment], PUBLIC_KEY_SIZE);
    const enum status status = query_end(&query, error);
    if (status == STATUS_OK && found != COMPARTMENT_COUNT)
        return error_set(error, STATUS_NOT_FOUND, "%d compartments", found);
    return status;
}
