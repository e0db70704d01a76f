/* SPDX-License-Identifier: Apache-2.0 */

/* Answers that are written. */
#include "counselling/advice_store.h"

#include "journal/act.h"
#include "person/personal_text.h"
#include "store/query_value.h"
#include "store/store.h"

#include <string.h>

static const char SQL_ADD_ADVICE[] = "INSERT INTO advice (id, topic, version, is_active)"
                                     " VALUES (:id, :topic, :version, :is_active)";
/* Only over the version that was seen by whoever changes it. */
static const char SQL_CHANGE_ADVICE[] =
    "UPDATE advice SET topic = :topic, version = :version, is_active = :is_active"
    " WHERE id = :id AND version = :version - 1";
static const char SQL_ADD_VERSION[] =
    "INSERT INTO advice_version (advice_id, version, provider, address, hours, cost,"
    " legal_basis, source, valid_until, check_locally, checked_on, checked_by, written_at,"
    " written_by) VALUES (:id, :version, :provider, :address, :hours, :cost, :legal_basis, :source,"
    " :valid_until, :check_locally, :checked_on,"
    /* Who checked it before still did, unless it was checked again. */
    " CASE WHEN :checked_on IS NULL THEN NULL ELSE coalesce((SELECT checked_by"
    " FROM advice_version AS old WHERE old.advice_id = :id AND old.version = :version - 1"
    " AND old.checked_on = :checked_on), :actor) END, :now, :actor)";
static const char SQL_ADD_TEXT[] =
    "INSERT INTO advice_text (advice_id, version, language, title, body)"
    " VALUES (:id, :version, :language, :title, :body)";
static const char SQL_FIND_VERSION[] = "SELECT version FROM advice WHERE id = :id";
static const char SQL_CHECK_OFF[] =
    "UPDATE advice_version SET checked_on = :day, checked_by = :actor WHERE advice_id = :id"
    " AND version = (SELECT version FROM advice WHERE id = :id)";
static const char SQL_SNAPSHOT_ADVICE[] =
    "SELECT json_patch('{}', json_object('id', id, 'topic', topic, 'version', advice.version,"
    " 'is_active', is_active, 'provider', provider, 'address', address, 'hours', hours,"
    " 'cost', cost, 'legal_basis', legal_basis, 'source', source, 'valid_until', valid_until,"
    " 'check_locally', check_locally, 'checked_on', checked_on, 'checked_by', checked_by,"
    " 'texts', json((SELECT json_group_object(language, json_array(title, body))"
    " FROM advice_text AS text WHERE text.advice_id = id AND text.version = advice.version))))"
    " FROM advice JOIN advice_version AS own"
    " ON own.advice_id = advice.id AND own.version = advice.version WHERE id = :key";

/* ---- what is asked of it */

enum { PROVIDER, ADDRESS, HOURS, COST, LEGAL_BASIS, SOURCE, TEXTS };

static enum status require_sound(const struct advice *advice, const struct topic_list *topics,
                                 struct day today, struct error *error)
{
    if (!uuid_is_valid(advice->id) || topic_find(topics, advice->topic) == NULL)
        return error_set(error, STATUS_INVALID, "not an id or no topic");
    if (advice->text_count == 0)
        return error_set(error, STATUS_TEXT_EMPTY, "an answer without a text");
    if (advice->has_checked_on && day_compare(advice->checked_on, today) > 0)
        return error_set(error, STATUS_DATE_INVALID, "checked in the future");
    return STATUS_OK;
}

/* ---- rows */

static enum status put_advice(struct store *store, const char *sql, const struct advice *advice,
                              struct error *error)
{
    struct query query;
    query_begin(&query, store, sql);
    query_bind_text(&query, ":id", advice->id);
    query_bind_text(&query, ":topic", advice->topic);
    query_bind_int(&query, ":version", advice->version);
    query_bind_int(&query, ":is_active", advice->is_active);
    return query_run(&query, error);
}

static enum status accept_texts(const struct advice *advice, struct personal_text texts[TEXTS],
                                struct error *error)
{
    const struct personal_text limits[TEXTS] = {
        [PROVIDER] = { .given = advice->provider, .max = 200 },
        [ADDRESS] = { .given = advice->address, .max = 400 },
        [HOURS] = { .given = advice->hours, .max = 200 },
        [COST] = { .given = advice->cost, .max = 200 },
        [LEGAL_BASIS] = { .given = advice->legal_basis, .max = 400 },
        [SOURCE] = { .given = advice->source, .max = 400 },
    };
    memcpy(texts, limits, sizeof(limits));
    return personal_texts_accept(texts, TEXTS, error);
}

static enum status put_version(struct store *store, const char *actor, const struct advice *advice,
                               struct error *error)
{
    struct personal_text texts[TEXTS];
    char now[MOMENT_TEXT_SIZE];
    enum status status = accept_texts(advice, texts, error);
    if (status == STATUS_OK) {
        struct query query;
        store_format_now(store, now);
        query_begin(&query, store, SQL_ADD_VERSION);
        query_bind_text(&query, ":id", advice->id);
        query_bind_int(&query, ":version", advice->version);
        query_bind_text(&query, ":provider", texts[PROVIDER].accepted);
        query_bind_text(&query, ":address", texts[ADDRESS].accepted);
        query_bind_text(&query, ":hours", texts[HOURS].accepted);
        query_bind_text(&query, ":cost", texts[COST].accepted);
        query_bind_text(&query, ":legal_basis", texts[LEGAL_BASIS].accepted);
        query_bind_text(&query, ":source", texts[SOURCE].accepted);
        query_bind_day(&query, ":valid_until", advice->has_valid_until, advice->valid_until);
        query_bind_int(&query, ":check_locally", advice->check_locally);
        query_bind_day(&query, ":checked_on", advice->has_checked_on, advice->checked_on);
        query_bind_text(&query, ":actor", actor);
        query_bind_text(&query, ":now", now);
        status = query_run(&query, error);
    }
    personal_texts_release(texts, TEXTS);
    return status;
}

static enum status put_text(struct store *store, const struct advice *advice,
                            const struct advice_text *text, struct error *error)
{
    struct personal_text texts[] = {
        { .given = text->title, .max = ADVICE_TITLE_MAX, .is_required = true },
        { .given = text->body, .max = ADVICE_BODY_MAX, .is_multiline = true, .is_required = true },
    };
    enum status status = personal_texts_accept(texts, 2, error);
    if (status == STATUS_OK) {
        struct query query;
        query_begin(&query, store, SQL_ADD_TEXT);
        query_bind_text(&query, ":id", advice->id);
        query_bind_int(&query, ":version", advice->version);
        query_bind_text(&query, ":language", text->language);
        query_bind_text(&query, ":title", texts[0].accepted);
        query_bind_text(&query, ":body", texts[1].accepted);
        status = query_run(&query, error);
    }
    personal_texts_release(texts, 2);
    return status;
}

/* ---- the acts */

static enum status put_all(struct store *store, const struct act *act, const struct advice *advice,
                           struct error *error)
{
    enum status status =
        put_advice(store, act->is_new ? SQL_ADD_ADVICE : SQL_CHANGE_ADVICE, advice, error);
    if (status == STATUS_OK && store_changed_rows(store) != 1)
        status = error_set(error, STATUS_EXISTS, "there is a newer version");
    if (status == STATUS_OK)
        status = put_version(store, act->entry.actor, advice, error);
    for (size_t i = 0; i < advice->text_count && status == STATUS_OK; i++)
        status = put_text(store, advice, &advice->texts[i], error);
    return status;
}

static enum status write_advice(struct store *store, struct act *act, const struct advice *advice,
                                struct error *error)
{
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = act_begin(act, store, error);
    if (status == STATUS_OK)
        status = put_all(store, act, advice, error);
    status = act_end(act, store, status, error);
    return act_commit(store, is_own, status, error);
}

enum status advice_add(struct store *store, const char *actor, const struct topic_list *topics,
                       struct advice *advice, struct day today, struct error *error)
{
    if (advice->id[0] == '\0')
        uuid_new(advice->id);
    advice->version = 1;
    const enum status status = require_sound(advice, topics, today, error);
    if (status != STATUS_OK)
        return status;
    struct act act = { .entry = { actor, "counselling.add", "advice", advice->id, NULL, NULL },
                       .snapshot = SQL_SNAPSHOT_ADVICE,
                       .key = advice->id,
                       .is_new = true };
    return write_advice(store, &act, advice, error);
}

static enum status require_there(struct store *store, const char *id, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_VERSION);
    query_bind_text(&query, ":id", id);
    (void)query_next_row(&query);
    return query_end_found(&query, error);
}

enum status advice_change(struct store *store, const char *actor, const struct topic_list *topics,
                          struct advice *advice, struct day today, struct error *error)
{
    enum status status = require_sound(advice, topics, today, error);
    if (status == STATUS_OK)
        status = require_there(store, advice->id, error);
    if (status != STATUS_OK)
        return status;
    struct act act = { .entry = { actor, "counselling.change", "advice", advice->id, NULL, NULL },
                       .snapshot = SQL_SNAPSHOT_ADVICE,
                       .key = advice->id };
    advice->version++;
    status = write_advice(store, &act, advice, error);
    if (status != STATUS_OK)
        advice->version--;
    return status;
}

static enum status check_off_within(struct store *store, struct act *act, struct day day,
                                    struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_CHECK_OFF);
    query_bind_text(&query, ":id", act->key);
    query_bind_day(&query, ":day", true, day);
    query_bind_text(&query, ":actor", act->entry.actor);
    const enum status status = query_run(&query, error);
    return status == STATUS_OK && store_changed_rows(store) != 1
               ? error_set(error, STATUS_NOT_FOUND, "no such answer")
               : status;
}

enum status advice_check_off(struct store *store, const char *actor, const char *id, struct day day,
                             struct day today, struct error *error)
{
    bool is_own;
    if (day_compare(day, today) > 0)
        return error_set(error, STATUS_DATE_INVALID, "checked in the future");
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    struct act act = { .entry = { actor, "counselling.check", "advice", id, NULL, NULL },
                       .snapshot = SQL_SNAPSHOT_ADVICE,
                       .key = id };
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = check_off_within(store, &act, day, error);
    status = act_end(&act, store, status, error);
    return act_commit(store, is_own, status, error);
}
