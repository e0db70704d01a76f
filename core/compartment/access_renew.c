/* SPDX-License-Identifier: Apache-2.0 */

/* New keys, so that those who once held the old ones have nothing left. */
#include "compartment/access.h"
#include "compartment/access_private.h"
#include "compartment/sealed_private.h"

#include "base/array.h"
#include "journal/journal.h"
#include "store/query.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

static const char SQL_LIST_HOLDERS[] =
    "SELECT holder, mode, granted_by, coalesce(user.public_key, recovery_public_key), proof"
    " FROM compartment_member LEFT JOIN user ON user.id = holder JOIN vault_state"
    " WHERE compartment = :compartment";
static const char SQL_SET_PUBLIC_KEY[] =
    "UPDATE compartment SET public_key = :key, is_stale = 0 WHERE name = :compartment";
static const char SQL_LIST_SEALED[] = "SELECT casefile_id FROM sealed_casefile";
static const char SQL_LIST_READERS[] =
    "SELECT holder, '', '', public_key, proof FROM sealed_casefile_key"
    " JOIN user ON user.id = holder WHERE casefile_id = :id";
static const char SQL_DROP_MEMBERS[] =
    "DELETE FROM compartment_member WHERE compartment = :compartment";
static const char SQL_DROP_READERS[] =
    "DELETE FROM sealed_casefile_key WHERE casefile_id = :id AND length(holder) = 36";
static const char SQL_READ_BODY[] = "SELECT body FROM sealed_casefile WHERE casefile_id = :id";
static const char SQL_WRITE_BODY[] =
    "UPDATE sealed_casefile SET body = :body WHERE casefile_id = :id";

struct holder {
    char id[UUID_TEXT_SIZE];
    char granted_by[UUID_TEXT_SIZE];
    enum compartment_mode mode;
    unsigned char public_key[PUBLIC_KEY_SIZE];
};
struct holder_list {
    struct holder *items;
    size_t count;
    size_t capacity;
};
struct id_list {
    char (*items)[UUID_TEXT_SIZE];
    size_t count;
    size_t capacity;
};

/* ---- Compartments */

/* Only whom somebody with the key let in, with the public key of then: others are left behind. */
static enum status add_holder(struct holder_list *list, struct query *query, const char *what,
                              const struct secret *key, struct error *error)
{
    size_t size = 0, proof_size = 0;
    const void *bytes = query_blob(query, 3, &size);
    const struct compartment_claim claim = { what, query_text(query, 0), query_text(query, 1),
                                             bytes };
    const void *proof = query_blob(query, 4, &proof_size);
    if (size != PUBLIC_KEY_SIZE || !compartment_is_proved(proof, proof_size, key, &claim))
        return STATUS_OK;
    enum status status =
        array_reserve(&list->items, &list->capacity, sizeof(*list->items), list->count + 1, error);
    if (status != STATUS_OK)
        return status;
    struct holder *holder = &list->items[list->count++];
    *holder = (struct holder){ .mode = COMPARTMENT_READER };
    query_copy_text(query, 0, holder->id, sizeof(holder->id));
    memcpy(holder->public_key, bytes, PUBLIC_KEY_SIZE);
    return STATUS_OK;
}

static enum status list_holders(struct holder_list *out, struct store *store,
                                enum compartment compartment, struct error *error)
{
    const struct keyring *keyring = store_keyring(store);
    struct query query;
    enum status status = STATUS_OK;
    query_begin(&query, store, SQL_LIST_HOLDERS);
    query_bind_text(&query, ":compartment", compartment_word(compartment));
    while (status == STATUS_OK && query_next_row(&query)) {
        const size_t before = out->count;
        status = add_holder(out, &query, compartment_word(compartment),
                            keyring->held[compartment].key, error);
        if (status != STATUS_OK || out->count == before)
            continue;
        struct holder *holder = &out->items[out->count - 1];
        query_copy_text(&query, 2, holder->granted_by, sizeof(holder->granted_by));
        status = compartment_mode_parse(&holder->mode, query_text(&query, 1), error);
    }
    const enum status ended = query_end(&query, status == STATUS_OK ? error : NULL);
    return status == STATUS_OK ? ended : status;
}

static enum status set_public_key(struct store *store, enum compartment compartment,
                                  const unsigned char public_key[PUBLIC_KEY_SIZE],
                                  struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_SET_PUBLIC_KEY);
    query_bind_text(&query, ":compartment", compartment_word(compartment));
    query_bind_blob(&query, ":key", public_key, PUBLIC_KEY_SIZE);
    return query_run(&query, error);
}

static enum status drop(struct store *store, const char *sql, const char *parameter,
                        const char *value, struct error *error)
{
    struct query query;
    query_begin(&query, store, sql);
    query_bind_text(&query, parameter, value);
    return query_run(&query, error);
}

static enum status renew_compartment(struct store *store, enum compartment compartment,
                                     struct error *error)
{
    unsigned char public_key[PUBLIC_KEY_SIZE];
    struct secret *key = NULL;
    struct holder_list holders = { .items = NULL };
    enum status status = list_holders(&holders, store, compartment, error);
    if (status == STATUS_OK)
        status = keyslot_new_personal_key(&key, public_key, error);
    if (status == STATUS_OK)
        status = set_public_key(store, compartment, public_key, error);
    if (status == STATUS_OK)
        status =
            drop(store, SQL_DROP_MEMBERS, ":compartment", compartment_word(compartment), error);
    for (size_t i = 0; status == STATUS_OK && i < holders.count; i++) {
        const struct access_gift gift = { .actor = holders.items[i].granted_by,
                                          .holder = holders.items[i].id,
                                          .public_key = holders.items[i].public_key,
                                          .compartment = compartment,
                                          .mode = holders.items[i].mode,
                                          .key = key };
        status = access_give(store, &gift, error);
    }
    secret_free(&key);
    free(holders.items);
    return status;
}

/* ---- Casefiles */

static enum status list_sealed(struct id_list *out, struct store *store, struct error *error)
{
    struct query query;
    enum status status = STATUS_OK;
    query_begin(&query, store, SQL_LIST_SEALED);
    while (status == STATUS_OK && query_next_row(&query)) {
        status =
            array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1, error);
        if (status == STATUS_OK)
            query_copy_text(&query, 0, out->items[out->count++], UUID_TEXT_SIZE);
    }
    const enum status ended = query_end(&query, status == STATUS_OK ? error : NULL);
    return status == STATUS_OK ? ended : status;
}

static enum status read_body(struct content *out, struct store *store, const char *id,
                             const struct secret *key, struct error *error)
{
    struct query query;
    size_t length = 0;
    enum status status = STATUS_OK;
    *out = (struct content){ .bytes = NULL };
    query_begin(&query, store, SQL_READ_BODY);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query)) {
        const unsigned char *box = query_blob(&query, 0, &length);
        status = sealed_unbox(out, SEALED_BODY, id, key, box, length, error);
    }
    const enum status ended = query_end_found(&query, status == STATUS_OK ? error : NULL);
    return status == STATUS_OK ? ended : status;
}

static enum status write_body(struct store *store, const char *id, const struct secret *key,
                              const struct content *content, struct error *error)
{
    unsigned char *box = NULL;
    size_t length = 0;
    struct query query;
    enum status status =
        sealed_box(&box, &length, SEALED_BODY, id, key, content->bytes, content->length, error);
    if (status == STATUS_OK) {
        query_begin(&query, store, SQL_WRITE_BODY);
        query_bind_text(&query, ":id", id);
        query_bind_blob(&query, ":body", box, length);
        status = query_run(&query, error);
    }
    free(box);
    return status;
}

static enum status renew_readers(struct store *store, const char *id, const struct secret *old_key,
                                 const struct secret *key, struct error *error)
{
    struct query query;
    struct holder_list readers = { .items = NULL };
    enum status status = STATUS_OK;
    query_begin(&query, store, SQL_LIST_READERS);
    query_bind_text(&query, ":id", id);
    while (status == STATUS_OK && query_next_row(&query))
        status = add_holder(&readers, &query, id, old_key, error);
    const enum status ended = query_end(&query, status == STATUS_OK ? error : NULL);
    status = status == STATUS_OK ? ended : status;
    if (status == STATUS_OK)
        status = drop(store, SQL_DROP_READERS, ":id", id, error);
    for (size_t i = 0; status == STATUS_OK && i < readers.count; i++)
        status = sealed_write_reader_key(store, id, readers.items[i].id, key,
                                         readers.items[i].public_key, error);
    free(readers.items);
    return status;
}

/* While the session's keyring still opens what was sealed to the old keys. */
static enum status renew_casefile(struct store *store, const char *id, struct error *error)
{
    struct secret *old_key = NULL, *key = NULL;
    struct content content = { .bytes = NULL };
    unsigned where = 0;
    enum status status = sealed_find_key(&old_key, store, store_keyring(store), id, &where, error);
    if (status == STATUS_OK)
        status = read_body(&content, store, id, old_key, error);
    if (status == STATUS_OK)
        status = secret_random(&key, KEY_SIZE, error);
    if (status == STATUS_OK)
        status = write_body(store, id, key, &content, error);
    if (status == STATUS_OK)
        status = sealed_write_keys(store, id, key, where, error);
    if (status == STATUS_OK)
        status = renew_readers(store, id, old_key, key, error);
    if (status == STATUS_OK)
        status = sealed_move_drafts(store, id, old_key, key, error);
    content_release(&content);
    secret_free(&old_key);
    secret_free(&key);
    return status;
}

enum status access_renew(struct store *store, const char *actor, struct error *error)
{
    struct id_list sealed = { .items = NULL };
    const struct journal_entry entry = {
        .actor = actor, .act = "compartment.renew", .noun = "vault", .subject = ""
    };
    if (keyring_compartments(store_keyring(store), COMPARTMENT_READER) != COMPARTMENTS_ALL)
        return error_set(error, STATUS_RESTRICTED, "not a reader of every compartment");
    enum status status = STATUS_OK;
    for (enum compartment i = 0; status == STATUS_OK && i < COMPARTMENT_COUNT; i++)
        status = renew_compartment(store, i, error);
    if (status == STATUS_OK)
        status = list_sealed(&sealed, store, error);
    for (size_t i = 0; status == STATUS_OK && i < sealed.count; i++)
        status = renew_casefile(store, sealed.items[i], error);
    free(sealed.items);
    if (status == STATUS_OK)
        status = journal_append(store, &entry, error);
    return status == STATUS_OK ? keyring_load(store_keyring(store), store, NULL, error) : status;
}
