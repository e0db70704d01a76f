/* SPDX-License-Identifier: Apache-2.0 */
#include "casefile/casefile_lease.h"

#include "journal/act.h"
#include "store/query.h"
#include "store/store.h"

#include <string.h>

const char CASEFILE_DETAIL_IN_HAND[] = "somebody else has the casefile in hand";

static const char SQL_FIND_LEASE[] = "SELECT user_id, since, until FROM casefile_lease"
                                     " WHERE casefile_id = :id AND until > :now";
static const char SQL_TAKE_LEASE[] =
    "INSERT INTO casefile_lease (casefile_id, user_id, since, until)"
    " SELECT id, :user, :now, :until FROM casefile WHERE id = :id"
    " ON CONFLICT (casefile_id) DO UPDATE SET until = excluded.until,"
    " since = CASE WHEN user_id = excluded.user_id AND until > :now THEN since"
    " ELSE excluded.since END, user_id = excluded.user_id";
static const char SQL_RELEASE_LEASE[] =
    "DELETE FROM casefile_lease WHERE casefile_id = :id AND user_id = :user";

static const long long MINUTE_MS = 60000;

enum status casefile_lease_find(struct store *store, const char *casefile_id,
                                struct casefile_lease *out, struct error *error)
{
    char now[MOMENT_TEXT_SIZE];
    struct query query;
    *out = (struct casefile_lease){ .user_id = "" };
    store_format_now(store, now);
    query_begin(&query, store, SQL_FIND_LEASE);
    query_bind_text(&query, ":id", casefile_id);
    query_bind_text(&query, ":now", now);
    if (query_next_row(&query)) {
        query_copy_text(&query, 0, out->user_id, sizeof(out->user_id));
        query_copy_text(&query, 1, out->since, sizeof(out->since));
        query_copy_text(&query, 2, out->until, sizeof(out->until));
    }
    return query_end(&query, error);
}

static enum status write_lease(struct store *store, const char *user_id, const char *casefile_id,
                               struct error *error)
{
    char now[MOMENT_TEXT_SIZE], until[MOMENT_TEXT_SIZE];
    struct query query;
    moment_format(store_now(store), now);
    moment_format(store_now(store) + CASEFILE_LEASE_MINUTES * MINUTE_MS, until);
    query_begin(&query, store, SQL_TAKE_LEASE);
    query_bind_text(&query, ":id", casefile_id);
    query_bind_text(&query, ":user", user_id);
    query_bind_text(&query, ":now", now);
    query_bind_text(&query, ":until", until);
    const enum status status = query_run(&query, error);
    if (status == STATUS_OK && store_changed_rows(store) != 1)
        return error_set(error, STATUS_NOT_FOUND, "no casefile of that id");
    return status;
}

enum status casefile_lease_require(struct store *store, const char *user_id,
                                   const char *casefile_id, struct casefile_lease *out,
                                   struct error *error)
{
    const enum status status = casefile_lease_find(store, casefile_id, out, error);
    if (status != STATUS_OK || out->user_id[0] == '\0' || strcmp(out->user_id, user_id) == 0)
        return status;
    return error_set(error, STATUS_IN_USE, "%s", CASEFILE_DETAIL_IN_HAND);
}

static enum status take_within(struct store *store, const char *user_id, const char *casefile_id,
                               struct casefile_lease *found, struct error *error)
{
    enum status status = casefile_lease_require(store, user_id, casefile_id, found, error);
    if (status == STATUS_OK)
        status = write_lease(store, user_id, casefile_id, error);
    return status == STATUS_OK ? casefile_lease_find(store, casefile_id, found, error) : status;
}

enum status casefile_lease_take(struct store *store, const char *user_id, const char *casefile_id,
                                struct casefile_lease *out, struct error *error)
{
    struct casefile_lease found = { .user_id = "" };
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status == STATUS_OK) {
        status = take_within(store, user_id, casefile_id, &found, error);
        status = act_commit(store, is_own, status, error);
    }
    if (out != NULL)
        *out = found;
    return status;
}

enum status casefile_lease_release(struct store *store, const char *user_id,
                                   const char *casefile_id, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_RELEASE_LEASE);
    query_bind_text(&query, ":id", casefile_id);
    query_bind_text(&query, ":user", user_id);
    return query_run(&query, error);
}
