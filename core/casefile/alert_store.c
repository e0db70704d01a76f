/* SPDX-License-Identifier: Apache-2.0 */
#include "casefile/alert_store.h"

#include "base/array.h"
#include "casefile/casefile_private.h"
#include "person/personal_text.h"
#include "store/store.h"

#include <string.h>

#define ALERT_COLUMNS                                                                              \
    "casefile_alert.id, casefile_id, number, workflow, workflow_version, is_restricted,"           \
    " indication, for_role, raised_at, raised_by, coalesce(seen_at, ''), coalesce(seen_by, ''),"   \
    " gone_at IS NOT NULL, person_id"
#define FROM_ALERT " FROM casefile_alert JOIN casefile ON casefile.id = casefile_id"

static const char SQL_LIST_OPEN[] =
    "SELECT " ALERT_COLUMNS FROM_ALERT " WHERE seen_at IS NULL AND casefile.state = 'open'"
    " AND (for_role = :role OR :role = 'protection_officer') ORDER BY raised_at, casefile_alert.id";
static const char SQL_LIST_OF[] =
    "SELECT " ALERT_COLUMNS FROM_ALERT " WHERE casefile_id = :id ORDER BY raised_at DESC,"
    " casefile_alert.id DESC";
static const char SQL_FIND[] = "SELECT " ALERT_COLUMNS FROM_ALERT
                               " WHERE substr(casefile_alert.id, 1, length(:id)) = :id LIMIT 2";
static const char SQL_SEE[] = "UPDATE casefile_alert SET seen_at = max(:now, raised_at),"
                              " seen_by = :actor, remark = :remark WHERE id = :id";
static const char SQL_SNAPSHOT[] =
    "SELECT json_patch('{}', json_object('alert', id, 'indication', nullif(indication, ''),"
    " 'for_role', for_role, 'raised_at', raised_at, 'seen_at', seen_at, 'seen_by', seen_by,"
    " 'remark', remark)) FROM casefile_alert WHERE id = :key";

/* ---- Reading */

static void read_alert(struct query *query, struct casefile_alert *out)
{
    *out = (struct casefile_alert){ .version = query_int(query, 4),
                                    .is_restricted = query_int(query, 5) != 0,
                                    .is_gone = query_int(query, 12) != 0 };
    const struct {
        char *text;
        size_t size;
        int column;
    } texts[] = {
        { out->id, sizeof(out->id), 0 },
        { out->casefile_id, sizeof(out->casefile_id), 1 },
        { out->number, sizeof(out->number), 2 },
        { out->workflow, sizeof(out->workflow), 3 },
        { out->indication, sizeof(out->indication), 6 },
        { out->for_role, sizeof(out->for_role), 7 },
        { out->raised_at, sizeof(out->raised_at), 8 },
        { out->raised_by, sizeof(out->raised_by), 9 },
        { out->seen_at, sizeof(out->seen_at), 10 },
        { out->seen_by, sizeof(out->seen_by), 11 },
    };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        query_copy_text(query, texts[i].column, texts[i].text, texts[i].size);
}

static enum status read_all(struct query *query, struct casefile_alert_list *out,
                            struct error *error)
{
    *out = (struct casefile_alert_list){ .items = NULL };
    while (query_next_row(query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query->failure) != STATUS_OK)
            break;
        read_alert(query, &out->items[out->count++]);
    }
    return query_end(query, error);
}

enum status casefile_alert_list_open(struct store *store, const char *role,
                                     struct casefile_alert_list *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_LIST_OPEN);
    query_bind_text(&query, ":role", role);
    return read_all(&query, out, error);
}

enum status casefile_alert_list_of(struct store *store, const char *casefile_id,
                                   struct casefile_alert_list *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_LIST_OF);
    query_bind_text(&query, ":id", casefile_id);
    return read_all(&query, out, error);
}

static enum status find(struct store *store, const char *id, struct casefile_alert *out,
                        char person_id[UUID_TEXT_SIZE], struct error *error)
{
    struct query query;
    *out = (struct casefile_alert){ .id = "" };
    person_id[0] = '\0';
    query_begin(&query, store, SQL_FIND);
    query_bind_text(&query, ":id", id);
    const bool is_found = id[0] != '\0' && query_next_row(&query);
    if (is_found) {
        read_alert(&query, out);
        query_copy_text(&query, 13, person_id, UUID_TEXT_SIZE);
    }
    const bool is_one_of_many = is_found && query_next_row(&query);
    const enum status status = query_end(&query, error);
    if (status == STATUS_OK && !is_found)
        return error_set(error, STATUS_NOT_FOUND, "no such alert");
    if (status == STATUS_OK && is_one_of_many)
        return error_set(error, STATUS_INVALID, "several alerts begin so");
    return status;
}

enum status casefile_alert_find(struct store *store, const char *id, struct casefile_alert *out,
                                struct error *error)
{
    char person_id[UUID_TEXT_SIZE];
    return find(store, id, out, person_id, error);
}

/* ---- Seeing */

static enum status write_seen(const struct casefile_desk *desk, const char *id, const char *remark,
                              struct error *error)
{
    char now[MOMENT_TEXT_SIZE];
    struct query query;
    store_format_now(desk->store, now);
    query_begin(&query, desk->store, SQL_SEE);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":now", now);
    query_bind_text(&query, ":actor", desk->actor);
    query_bind_text(&query, ":remark", remark);
    return query_run(&query, error);
}

static enum status see_within(const struct casefile_desk *desk, const char *id, const char *remark,
                              struct error *error)
{
    struct casefile_alert alert;
    char person_id[UUID_TEXT_SIZE];
    enum status status = find(desk->store, id, &alert, person_id, error);
    if (status != STATUS_OK)
        return status;
    if (strcmp(desk->role, alert.for_role) != 0 && strcmp(desk->role, "protection_officer") != 0)
        return error_set(error, STATUS_REFUSED, "the alert is for another role");
    if (alert.seen_at[0] != '\0')
        return error_set(error, STATUS_EXISTS, "the alert was seen already");
    struct act act = { .entry = { .actor = desk->actor,
                                  .act = "alert.see",
                                  .noun = "casefile",
                                  .subject = alert.casefile_id },
                       .person_id = person_id,
                       .snapshot = SQL_SNAPSHOT,
                       .key = alert.id };
    status = act_begin(&act, desk->store, error);
    if (status == STATUS_OK)
        status = write_seen(desk, alert.id, alert.is_restricted ? NULL : remark, error);
    if (status == STATUS_OK && alert.is_restricted && remark != NULL)
        status = casefile_add_remark(desk, alert.casefile_id, remark, error);
    return act_end(&act, desk->store, status, error);
}

static enum status find_casefile(struct store *store, const char *id, char out[UUID_TEXT_SIZE],
                                 struct error *error)
{
    struct casefile_alert alert;
    const enum status status = casefile_alert_find(store, id, &alert, error);
    memcpy(out, alert.casefile_id, UUID_TEXT_SIZE);
    return status;
}

enum status casefile_alert_see(const struct casefile_desk *desk, const char *id, const char *remark,
                               struct error *error)
{
    char casefile_id[UUID_TEXT_SIZE];
    struct sealed_act frame;
    struct personal_text text = { .given = remark,
                                  .max = CASEFILE_REMARK_MAX,
                                  .is_multiline = true };
    enum status status = personal_texts_accept(&text, 1, error);
    if (status == STATUS_OK)
        status = find_casefile(desk->store, id, casefile_id, error);
    if (status == STATUS_OK)
        status = sealed_act_begin(&frame, desk->store, casefile_id, error);
    if (status == STATUS_OK) {
        status = see_within(desk, id, text.accepted, error);
        status = sealed_act_end(&frame, desk->store, status, error);
    }
    personal_texts_release(&text, 1);
    return status;
}
