/* SPDX-License-Identifier: Apache-2.0 */
#include "compartment/access.h"

#include "compartment/access_private.h"
#include "compartment/sealed_casefile.h"
#include "journal/act.h"
#include "store/query.h"
#include "store/store.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

static const char SQL_ARE_THERE[] = "SELECT 1 FROM compartment LIMIT 1";
static const char SQL_ADD[] =
    "INSERT INTO compartment (name, public_key, made_at) VALUES (:name, :key, :now)";
static const char SQL_FOUNDERS[] =
    "SELECT id, public_key FROM user WHERE state = 'active'"
    " AND role IN ('supervisor', 'protection_officer')"
    " UNION ALL SELECT 'recovery', recovery_public_key FROM vault_state"
    " WHERE recovery_public_key NOTNULL";
static const char SQL_FIND_HOLDER[] =
    "SELECT public_key FROM user WHERE id = :holder AND state = 'active' UNION ALL SELECT"
    " recovery_public_key FROM vault_state WHERE :holder = 'recovery'"
    " AND recovery_public_key NOTNULL";
static const char SQL_GIVE[] =
    "INSERT INTO compartment_member (compartment, holder, mode, sealed_key, proof, granted_at,"
    " granted_by) VALUES (:compartment, :holder, :mode, :key, :proof, :now, :actor) ON CONFLICT "
    "(compartment, holder)"
    " DO UPDATE SET mode = excluded.mode, sealed_key = excluded.sealed_key,"
    " proof = excluded.proof, granted_at = excluded.granted_at, granted_by = excluded.granted_by";
static const char SQL_TAKE[] =
    "DELETE FROM compartment_member WHERE compartment = :compartment AND holder = :holder";
static const char SQL_COUNT_OTHER_READERS[] =
    "SELECT count(*) FROM compartment_member JOIN user ON user.id = holder"
    " WHERE compartment = :compartment AND mode = 'reader' AND state = 'active'"
    " AND holder <> :holder";
static const char SQL_MAKE_STALE[] =
    "UPDATE compartment SET is_stale = 1 WHERE name IN"
    " (SELECT compartment FROM compartment_member WHERE holder = :holder)"
    " OR EXISTS (SELECT 1 FROM sealed_casefile_key WHERE holder = :holder)";
static const char SQL_MAKE_ONE_STALE[] =
    "UPDATE compartment SET is_stale = 1 WHERE name = :compartment";
static const char SQL_FORGET_MEMBER[] = "DELETE FROM compartment_member WHERE holder = :holder";
static const char SQL_FORGET_READER[] = "DELETE FROM sealed_casefile_key WHERE holder = :holder";
static const char SQL_FIND_MARKED[] =
    "SELECT id, coalesce((SELECT user.id FROM user WHERE user.id = assigned_to"
    " AND user.state = 'active' AND role IN ('counsellor', 'supervisor', 'protection_officer')), "
    "'')"
    " FROM casefile WHERE is_restricted = 1"
    " AND id NOT IN (SELECT casefile_id FROM sealed_casefile) LIMIT 1";

/* ---- Making them */

struct founders {
    struct {
        char id[UUID_TEXT_SIZE];
        unsigned char public_key[PUBLIC_KEY_SIZE];
    } items[128]; /* more keyslots than a file can have */
    size_t count;
};

static enum status find_founders(struct store *store, struct founders *out, struct error *error)
{
    struct query query;
    out->count = 0;
    query_begin(&query, store, SQL_FOUNDERS);
    while (out->count < sizeof(out->items) / sizeof(out->items[0]) && query_next_row(&query)) {
        size_t size = 0;
        const void *bytes = query_blob(&query, 1, &size);
        if (size != PUBLIC_KEY_SIZE)
            continue;
        query_copy_text(&query, 0, out->items[out->count].id, UUID_TEXT_SIZE);
        memcpy(out->items[out->count++].public_key, bytes, PUBLIC_KEY_SIZE);
    }
    return query_end(&query, error);
}

enum status access_give(struct store *store, const struct access_gift *gift, struct error *error)
{
    const struct compartment_claim claim = { compartment_word(gift->compartment), gift->holder,
                                             compartment_mode_word(gift->mode), gift->public_key };
    unsigned char sealed[SEALED_KEY_SIZE], proof[COMPARTMENT_PROOF_SIZE];
    char now[MOMENT_TEXT_SIZE];
    struct query query;
    if (!compartment_seal_key(sealed, gift->key->bytes, gift->public_key))
        return error_set(error, STATUS_KEYS_ALTERED, "a public key that is none");
    compartment_prove(proof, gift->key, &claim);
    store_format_now(store, now);
    query_begin(&query, store, SQL_GIVE);
    query_bind_text(&query, ":compartment", compartment_word(gift->compartment));
    query_bind_text(&query, ":holder", gift->holder);
    query_bind_text(&query, ":mode", compartment_mode_word(gift->mode));
    query_bind_blob(&query, ":key", sealed, sizeof(sealed));
    query_bind_blob(&query, ":proof", proof, sizeof(proof));
    query_bind_text(&query, ":now", now);
    query_bind_text(&query, ":actor", gift->actor);
    return query_run(&query, error);
}

static enum status add_compartment(struct store *store, enum compartment compartment,
                                   const unsigned char public_key[PUBLIC_KEY_SIZE],
                                   struct error *error)
{
    struct query query;
    char now[MOMENT_TEXT_SIZE];
    store_format_now(store, now);
    query_begin(&query, store, SQL_ADD);
    query_bind_text(&query, ":name", compartment_word(compartment));
    query_bind_blob(&query, ":key", public_key, PUBLIC_KEY_SIZE);
    query_bind_text(&query, ":now", now);
    return query_run(&query, error);
}

static enum status make_one(struct store *store, enum compartment compartment,
                            const struct founders *founders, struct error *error)
{
    unsigned char public_key[PUBLIC_KEY_SIZE];
    struct secret *key = NULL;
    enum status status = keyslot_new_personal_key(&key, public_key, error);
    if (status == STATUS_OK)
        status = add_compartment(store, compartment, public_key, error);
    for (size_t i = 0; status == STATUS_OK && i < founders->count; i++) {
        const struct access_gift gift = {
            .actor = JOURNAL_ACTOR_SYSTEM,
            .holder = founders->items[i].id,
            .public_key = founders->items[i].public_key,
            .compartment = compartment,
            .mode = COMPARTMENT_READER,
            .key = key,
        };
        status = access_give(store, &gift, error);
    }
    secret_free(&key);
    return status;
}

static enum status ask(struct store *store, const char *sql, bool *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, sql);
    *out = query_next_row(&query);
    return query_end(&query, error);
}

/* What an older program only marked as restricted; nobody can tell what it is about. */
static enum status seal_marked(struct store *store, struct error *error)
{
    char id[UUID_TEXT_SIZE], worker[UUID_TEXT_SIZE];
    enum status status = STATUS_OK;
    do {
        struct query query;
        id[0] = '\0';
        query_begin(&query, store, SQL_FIND_MARKED);
        if (query_next_row(&query)) {
            query_copy_text(&query, 0, id, sizeof(id));
            query_copy_text(&query, 1, worker, sizeof(worker));
        }
        status = query_end(&query, error);
        const struct sealing sealing = { .set = COMPARTMENTS_ALL,
                                         .reader =
                                             id[0] == '\0' || worker[0] == '\0' ? NULL : worker };
        if (status == STATUS_OK && id[0] != '\0')
            status = sealed_seal(store, id, &sealing, error);
    } while (status == STATUS_OK && id[0] != '\0');
    return status;
}

static enum status make_all(struct store *store, struct error *error)
{
    struct founders founders;
    bool are_there = false;
    enum status status = ask(store, SQL_ARE_THERE, &are_there, error);
    if (status != STATUS_OK || are_there) /* another program was faster */
        return status;
    status = find_founders(store, &founders, error);
    for (enum compartment i = 0; status == STATUS_OK && i < COMPARTMENT_COUNT; i++)
        status = make_one(store, i, &founders, error);
    return status == STATUS_OK ? seal_marked(store, error) : status;
}

enum status access_found(struct store *store, struct error *error)
{
    bool is_own = false, are_there = false;
    enum status status = ask(store, SQL_ARE_THERE, &are_there, error);
    if (status != STATUS_OK || are_there)
        return status;
    status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = make_all(store, error);
    return act_commit(store, is_own, status, error);
}

/* ---- Giving and taking */

static enum status write_entry(struct store *store, const char *act,
                               const struct access_change *change, struct error *error)
{
    static const char SQL_FACTS[] =
        "SELECT json_object('compartments', json(:list), 'mode', :mode)";
    char list[96] = "[";
    for (enum compartment i = 0; i < COMPARTMENT_COUNT; i++)
        if ((change->set & COMPARTMENT_BIT(i)) != 0) {
            strcat(list, list[1] == '\0' ? "\"" : ",\"");
            strcat(strcat(list, compartment_word(i)), "\"");
        }
    strcat(list, "]");
    struct query query;
    enum status status = STATUS_OK;
    query_begin(&query, store, SQL_FACTS);
    query_bind_text(&query, ":list", list);
    query_bind_text(&query, ":mode", compartment_mode_word(change->mode));
    if (query_next_row(&query)) {
        const struct journal_entry entry = { .actor = change->actor,
                                             .act = act,
                                             .noun = "user",
                                             .subject = change->holder,
                                             .after = query_text(&query, 0) };
        status = journal_append(store, &entry, error);
    }
    const enum status ended = query_end(&query, status == STATUS_OK ? error : NULL);
    return status == STATUS_OK ? ended : status;
}

static enum status find_holder(struct store *store, const char *holder,
                               unsigned char out[PUBLIC_KEY_SIZE], struct error *error)
{
    struct query query;
    size_t size = 0;
    query_begin(&query, store, SQL_FIND_HOLDER);
    query_bind_text(&query, ":holder", holder);
    if (query_next_row(&query)) {
        const void *bytes = query_blob(&query, 0, &size);
        if (size == PUBLIC_KEY_SIZE)
            memcpy(out, bytes, PUBLIC_KEY_SIZE);
    }
    return query_end_found(&query, error);
}

static void begin_one(struct query *query, struct store *store, const char *sql,
                      enum compartment compartment)
{
    query_begin(query, store, sql);
    query_bind_text(query, ":compartment", compartment_word(compartment));
}

/* The recovery sheet is no reader: somebody has to be there who works with it. */
static enum status require_other_reader(struct store *store, enum compartment compartment,
                                        const char *holder, struct error *error)
{
    struct query query;
    begin_one(&query, store, SQL_COUNT_OTHER_READERS, compartment);
    query_bind_text(&query, ":holder", holder);
    if (query_next_row(&query) && query_int(&query, 0) == 0)
        (void)error_set(&query.failure, STATUS_REFUSED, "the last reader of a compartment");
    return query_end(&query, error);
}

enum status access_require_others(struct store *store, const char *holder, struct error *error)
{
    struct access_held held;
    enum status status = access_find(store, holder, &held, error);
    for (enum compartment i = 0; status == STATUS_OK && i < COMPARTMENT_COUNT; i++)
        if ((held.reader & COMPARTMENT_BIT(i)) != 0)
            status = require_other_reader(store, i, holder, error);
    return status;
}

enum status access_grant(struct store *store, const struct access_change *change,
                         struct error *error)
{
    unsigned char public_key[PUBLIC_KEY_SIZE] = { 0 };
    const struct keyring *keyring = store_keyring(store);
    const unsigned held = keyring_compartments(keyring, COMPARTMENT_READER);
    if (change->set == 0 || (change->set & ~held) != 0)
        return error_set(error, STATUS_RESTRICTED, "compartments that the session does not hold");
    enum status status = find_holder(store, change->holder, public_key, error);
    for (enum compartment i = 0; status == STATUS_OK && i < COMPARTMENT_COUNT; i++) {
        const struct access_gift gift = {
            .actor = change->actor,
            .holder = change->holder,
            .public_key = public_key,
            .compartment = i,
            .mode = change->mode,
            .key = keyring->held[i].key,
        };
        if ((change->set & COMPARTMENT_BIT(i)) == 0)
            continue;
        if (change->mode == COMPARTMENT_EMERGENCY)
            status = require_other_reader(store, i, change->holder, error);
        if (status == STATUS_OK)
            status = access_give(store, &gift, error);
    }
    return status == STATUS_OK ? write_entry(store, "compartment.grant", change, error) : status;
}

static enum status take_one(struct store *store, enum compartment compartment, const char *holder,
                            struct error *error)
{
    struct query query;
    enum status status = require_other_reader(store, compartment, holder, error);
    if (status != STATUS_OK)
        return status;
    begin_one(&query, store, SQL_TAKE, compartment);
    query_bind_text(&query, ":holder", holder);
    status = query_run(&query, error);
    if (status != STATUS_OK || store_changed_rows(store) == 0)
        return status;
    begin_one(&query, store, SQL_MAKE_ONE_STALE, compartment);
    return query_run(&query, error);
}

enum status access_withdraw(struct store *store, const struct access_change *change,
                            struct error *error)
{
    enum status status = STATUS_OK;
    for (enum compartment i = 0; status == STATUS_OK && i < COMPARTMENT_COUNT; i++)
        if ((change->set & COMPARTMENT_BIT(i)) != 0)
            status = take_one(store, i, change->holder, error);
    return status == STATUS_OK ? write_entry(store, "compartment.revoke", change, error) : status;
}

enum status access_forget(struct store *store, const char *holder, bool is_gone,
                          struct error *error)
{
    const char *const steps[] = { is_gone ? SQL_MAKE_STALE : NULL, SQL_FORGET_MEMBER,
                                  SQL_FORGET_READER };
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof(steps) / sizeof(steps[0]); i++) {
        struct query query;
        if (steps[i] == NULL)
            continue;
        query_begin(&query, store, steps[i]);
        query_bind_text(&query, ":holder", holder);
        status = query_run(&query, error);
    }
    return status;
}
