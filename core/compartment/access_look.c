/* SPDX-License-Identifier: Apache-2.0 */

/* Who holds which compartment now. */
#include "compartment/access.h"

#include "compartment/keyring_private.h"
#include "store/query.h"
#include "store/store.h"

#include <string.h>

static const char SQL_FIND_HELD[] =
    "SELECT compartment, mode FROM compartment_member WHERE holder = :holder";
static const char SQL_FIND_PROVED[] =
    "SELECT compartment, mode, proof, (SELECT coalesce((SELECT public_key FROM user"
    " WHERE id = holder), (SELECT recovery_public_key FROM vault_state)))"
    " FROM compartment_member WHERE holder = :holder";
static const char SQL_LIST_MEMBERS[] =
    "SELECT user.id, display_name, compartment, mode FROM user JOIN compartment_member"
    " ON holder = user.id WHERE state = 'active' ORDER BY (SELECT min(mode = 'emergency')"
    " FROM compartment_member WHERE holder = user.id), login_folded, user.id";
static const char SQL_ARE_STALE[] = "SELECT 1 FROM compartment WHERE is_stale = 1 LIMIT 1";

static void note_held(struct access_held *held, const char *compartment, const char *mode)
{
    enum compartment which;
    enum compartment_mode how;
    if (compartment_parse(&which, compartment, NULL) != STATUS_OK ||
        compartment_mode_parse(&how, mode, NULL) != STATUS_OK)
        return;
    *(how == COMPARTMENT_READER ? &held->reader : &held->emergency) |= COMPARTMENT_BIT(which);
}

enum status access_find(struct store *store, const char *holder, struct access_held *out,
                        struct error *error)
{
    struct query query;
    *out = (struct access_held){ .reader = 0 };
    query_begin(&query, store, SQL_FIND_HELD);
    query_bind_text(&query, ":holder", holder);
    while (query_next_row(&query))
        note_held(out, query_text(&query, 0), query_text(&query, 1));
    return query_end(&query, error);
}

static bool is_proved(struct query *query, const struct keyring *keyring, const char *holder)
{
    enum compartment which;
    size_t proof_size = 0, key_size = 0;
    const struct compartment_claim claim = { query_text(query, 0), holder, query_text(query, 1),
                                             query_blob(query, 3, &key_size) };
    return compartment_parse(&which, claim.what, NULL) == STATUS_OK &&
           key_size == PUBLIC_KEY_SIZE && keyring != NULL && keyring->held[which].key != NULL &&
           compartment_is_proved(query_blob(query, 2, &proof_size), COMPARTMENT_PROOF_SIZE,
                                 keyring->held[which].key, &claim);
}

enum status access_find_proved(struct store *store, const char *holder, struct access_held *out,
                               struct error *error)
{
    struct query query;
    *out = (struct access_held){ .reader = 0 };
    query_begin(&query, store, SQL_FIND_PROVED);
    query_bind_text(&query, ":holder", holder);
    while (query_next_row(&query))
        if (is_proved(&query, store_keyring(store), holder))
            note_held(out, query_text(&query, 0), query_text(&query, 1));
    return query_end(&query, error);
}

enum status access_each(struct store *store,
                        bool (*visit)(void *self, const struct access_member *member), void *self,
                        struct error *error)
{
    struct query query;
    char id[UUID_TEXT_SIZE] = "", name[484] = ""; /* 120 characters */
    struct access_member member = { .user_id = id, .user_name = name };
    bool goes_on = true;
    query_begin(&query, store, SQL_LIST_MEMBERS);
    while (goes_on && query_next_row(&query)) {
        if (strcmp(id, query_text(&query, 0)) != 0) {
            goes_on = id[0] == '\0' || visit(self, &member);
            query_copy_text(&query, 0, id, sizeof(id));
            query_copy_text(&query, 1, name, sizeof(name));
            member.held = (struct access_held){ .reader = 0 };
        }
        note_held(&member.held, query_text(&query, 2), query_text(&query, 3));
    }
    if (goes_on && id[0] != '\0')
        (void)visit(self, &member);
    return query_end(&query, error);
}

enum status access_is_stale(struct store *store, bool *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_ARE_STALE);
    *out = query_next_row(&query);
    return query_end(&query, error);
}
