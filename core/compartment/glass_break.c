/* SPDX-License-Identifier: Apache-2.0 */

/* Opening a restricted casefile in an emergency, so that those who answer for it see that. */
#include "compartment/sealed_private.h"

#include "journal/act.h"
#include "store/query.h"
#include "store/store.h"

#include <string.h>

static const char SQL_BREAK[] =
    "INSERT INTO glass_break (id, casefile_id, user_id, broken_at, until_at) VALUES (:uuid, :id,"
    " :user, :now, strftime('%Y-%m-%dT%H:%M:%fZ', :now, '+' || :hours || ' hours'))";
static const char SQL_LIST_UNSEEN[] =
    "SELECT glass_break.id, casefile_id, number, display_name, broken_at FROM glass_break"
    " JOIN casefile ON casefile.id = casefile_id JOIN user ON user.id = user_id"
    " WHERE seen_at IS NULL ORDER BY broken_at";
static const char SQL_FIND_BREAKER[] =
    "SELECT user_id, casefile_id FROM glass_break WHERE id = :id";
static const char SQL_SEE[] =
    "UPDATE glass_break SET seen_at = :now, seen_by = :actor WHERE id = :id AND seen_at IS NULL";

enum status sealed_break_glass(struct store *store, const char *casefile_id, struct error *error)
{
    struct keyring *keyring = store_keyring(store);
    char id[UUID_TEXT_SIZE], now[MOMENT_TEXT_SIZE];
    struct secret *key = NULL;
    struct query query;
    if (keyring_compartments(keyring, COMPARTMENT_EMERGENCY) == 0)
        return error_set(error, STATUS_RESTRICTED, "no compartment for emergencies");
    uuid_new(id);
    store_format_now(store, now);
    query_begin(&query, store, SQL_BREAK);
    query_bind_text(&query, ":uuid", id);
    query_bind_text(&query, ":id", casefile_id);
    query_bind_text(&query, ":user", keyring->holder);
    query_bind_text(&query, ":now", now);
    query_bind_int(&query, ":hours", GLASS_HOURS);
    enum status status = query_run(&query, error);
    /* Broken for nothing, it is not broken: the caller takes it back. */
    if (status == STATUS_OK)
        status = sealed_find_key(&key, store, keyring, casefile_id, NULL, error);
    secret_free(&key);
    return status;
}

enum status sealed_each_glass_break(struct store *store,
                                    bool (*visit)(void *self, const struct glass_break *glass),
                                    void *self, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_LIST_UNSEEN);
    while (query_next_row(&query)) {
        const struct glass_break glass = {
            .id = query_text(&query, 0),
            .casefile_id = query_text(&query, 1),
            .casefile_number = query_text(&query, 2),
            .user_name = query_text(&query, 3),
            .broken_at = query_text(&query, 4),
        };
        if (!visit(self, &glass))
            break;
    }
    return query_end(&query, error);
}

static enum status see_within(struct store *store, const char *actor, const char *id,
                              struct error *error)
{
    struct query query;
    char now[MOMENT_TEXT_SIZE], casefile_id[UUID_TEXT_SIZE] = "";
    query_begin(&query, store, SQL_FIND_BREAKER);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query)) {
        query_copy_text(&query, 1, casefile_id, sizeof(casefile_id));
        if (strcmp(query_text(&query, 0), actor) == 0)
            (void)error_set(&query.failure, STATUS_REFUSED, "one's own");
    }
    enum status status = query_end_found(&query, error);
    if (status != STATUS_OK)
        return status;
    store_format_now(store, now);
    query_begin(&query, store, SQL_SEE);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":actor", actor);
    query_bind_text(&query, ":now", now);
    status = query_run(&query, error);
    const struct journal_entry entry = {
        .actor = actor, .act = "casefile.glass_seen", .noun = "casefile", .subject = casefile_id
    };
    return status == STATUS_OK ? journal_append(store, &entry, error) : status;
}

enum status sealed_see_glass_break(struct store *store, const char *actor, const char *id,
                                   struct error *error)
{
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = see_within(store, actor, id, error);
    return act_commit(store, is_own, status, error);
}
