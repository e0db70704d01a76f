/* SPDX-License-Identifier: Apache-2.0 */
#include "support/fixture_keyring.h"

#include "compartment/access.h"
#include "store/query.h"
#include "store/store.h"
#include "support/fixture_store.h"
#include "support/unit.h"

static struct keyring *keyring;
static struct secret *personal_key;

void fixture_keyring_give(struct store *store)
{
    struct error error;
    struct query query;
    unsigned char public_key[PUBLIC_KEY_SIZE];
    assert_ok(keyslot_new_personal_key(&personal_key, public_key, &error));
    query_begin(&query, store, "UPDATE user SET public_key = :key WHERE id = :id");
    query_bind_text(&query, ":id", FIXTURE_USER);
    query_bind_blob(&query, ":key", public_key, sizeof(public_key));
    assert_ok(query_run(&query, &error));
    assert_ok(access_found(store, &error));
    assert_ok(keyring_new(&keyring, FIXTURE_USER, personal_key, &error));
    assert_ok(keyring_load(keyring, store, NULL, &error));
    store_set_keyring(store, keyring);
}

void fixture_keyring_take(struct store *store)
{
    store_set_keyring(store, NULL);
    keyring_free(&keyring);
    secret_free(&personal_key);
}
