/* SPDX-License-Identifier: Apache-2.0 */
#include "office/user_store.h"

#include <string.h>

#include "store/query.h"

#define USER_COLUMNS                                                                               \
    "id, login, role, state, created_at, coalesce(revoked_at, ''), login_folded, public_key"

static const char SQL_FIND_USER[] =
    "SELECT " USER_COLUMNS " FROM user WHERE login_folded = :folded";
static const char SQL_LIST_USERS[] = "SELECT " USER_COLUMNS " FROM user ORDER BY login_folded";
static const char SQL_PUT_USER[] =
    "INSERT INTO user (id, login, login_folded, display_name, role, public_key, state, created_at)"
    " VALUES (:id, :login, :folded, :login, :role, :key, 'active', :now)"
    " ON CONFLICT (login_folded) DO UPDATE SET login = excluded.login, role = excluded.role,"
    " public_key = excluded.public_key, state = 'active', revoked_at = NULL";
static const char SQL_SET_KEY[] = "UPDATE user SET public_key = :key WHERE id = :id";
static const char SQL_REVOKE[] =
    "UPDATE user SET state = 'revoked', revoked_at = :now WHERE id = :id";
static const char SQL_COUNT_SUPERVISORS[] =
    "SELECT count(*) FROM user WHERE role = 'supervisor' AND state = 'active'";
static const char SQL_RECOVERY_KEY[] =
    "SELECT recovery_public_key FROM vault_state WHERE id = 1 AND recovery_public_key IS NOT NULL";
static const char SQL_SET_RECOVERY_KEY[] =
    "UPDATE vault_state SET recovery_public_key = :key WHERE id = 1";

static void copy_public_key(unsigned char out[PUBLIC_KEY_SIZE], struct query *query, int column)
{
    size_t size = 0;
    const void *bytes = query_blob(query, column, &size);
    memset(out, 0, PUBLIC_KEY_SIZE);
    if (size == PUBLIC_KEY_SIZE)
        memcpy(out, bytes, PUBLIC_KEY_SIZE);
}

static void read_user(struct query *query, struct office_user *out)
{
    *out = (struct office_user){ .is_active = strcmp(query_text(query, 3), "active") == 0 };
    query_copy_text(query, 0, out->id, sizeof(out->id));
    query_copy_text(query, 1, out->name, sizeof(out->name));
    query_copy_text(query, 4, out->created_at, sizeof(out->created_at));
    query_copy_text(query, 5, out->revoked_at, sizeof(out->revoked_at));
    if (role_parse(&out->role, query_text(query, 2), NULL) != STATUS_OK)
        out->role = ROLE_CLERK; /* the table's own check allows no other text */
}

enum status user_find(struct store *store, const char *folded, struct office_user *out,
                      struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_USER);
    query_bind_text(&query, ":folded", folded);
    if (query_next_row(&query))
        read_user(&query, out);
    return query_end_found(&query, error);
}

enum status user_put(struct store *store, const struct office_user *user, const char *folded,
                     const unsigned char public_key[PUBLIC_KEY_SIZE], struct error *error)
{
    struct query query;
    char now[MOMENT_TEXT_SIZE];
    store_format_now(store, now);
    query_begin(&query, store, SQL_PUT_USER);
    query_bind_text(&query, ":id", user->id);
    query_bind_text(&query, ":login", user->name);
    query_bind_text(&query, ":folded", folded);
    query_bind_text(&query, ":role", role_name(user->role));
    query_bind_blob(&query, ":key", public_key, PUBLIC_KEY_SIZE);
    query_bind_text(&query, ":now", now);
    return query_run(&query, error);
}

enum status user_set_public_key(struct store *store, const char *id,
                                const unsigned char public_key[PUBLIC_KEY_SIZE],
                                struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_SET_KEY);
    query_bind_text(&query, ":id", id);
    query_bind_blob(&query, ":key", public_key, PUBLIC_KEY_SIZE);
    return query_run(&query, error);
}

enum status user_set_revoked(struct store *store, const char *id, struct error *error)
{
    struct query query;
    char now[MOMENT_TEXT_SIZE];
    store_format_now(store, now);
    query_begin(&query, store, SQL_REVOKE);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":now", now);
    return query_run(&query, error);
}

enum status user_count_supervisors(struct store *store, int *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_COUNT_SUPERVISORS);
    *out = query_next_row(&query) ? query_int(&query, 0) : 0;
    return query_end(&query, error);
}

enum status user_each(struct store *store,
                      bool (*each)(void *self, const struct office_user *user, const char *folded,
                                   const unsigned char public_key[PUBLIC_KEY_SIZE]),
                      void *self, struct error *error)
{
    struct query query;
    struct office_user user;
    unsigned char public_key[PUBLIC_KEY_SIZE];
    query_begin(&query, store, SQL_LIST_USERS);
    while (query_next_row(&query)) {
        read_user(&query, &user);
        copy_public_key(public_key, &query, 7);
        if (!each(self, &user, query_text(&query, 6), public_key))
            break;
    }
    return query_end(&query, error);
}

/* ---- the recovery sheet */

enum status recovery_key_find(struct store *store, unsigned char public_key[PUBLIC_KEY_SIZE],
                              struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_RECOVERY_KEY);
    if (query_next_row(&query))
        copy_public_key(public_key, &query, 0);
    return query_end_found(&query, error);
}

enum status recovery_key_set(struct store *store, const unsigned char public_key[PUBLIC_KEY_SIZE],
                             struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_SET_RECOVERY_KEY);
    query_bind_blob(&query, ":key", public_key, PUBLIC_KEY_SIZE);
    return query_run(&query, error);
}
