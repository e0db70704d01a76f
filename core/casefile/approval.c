/* SPDX-License-Identifier: Apache-2.0 */
#include "casefile/approval.h"

#include "casefile/casefile_desk.h"
#include "store/query.h"
#include "store/store.h"

#include <string.h>

static const char SQL_ASK[] =
    "INSERT INTO approval (casefile_id, kind, step, asked_at, asked_by, state)"
    " SELECT id, :kind, :step, changed_at, :actor, 'pending' FROM casefile WHERE id = :id"
    " ON CONFLICT DO NOTHING";
static const char SQL_ANSWER[] =
    "UPDATE approval SET state = :state, answered_at = max(:now, asked_at), answered_by = :actor,"
    " seen_at = CASE WHEN asked_by = :actor THEN max(:now, asked_at) END"
    " WHERE casefile_id = :id AND kind = :kind AND step = :step AND state = 'pending'";
static const char SQL_WITHDRAW[] =
    "UPDATE approval SET state = 'withdrawn', answered_at = max(:now, asked_at),"
    " answered_by = :actor WHERE casefile_id = :id AND state = 'pending'";
static const char SQL_MARK_SEEN[] =
    "UPDATE approval SET seen_at = max(:now, answered_at) WHERE casefile_id = :id"
    " AND asked_by = :actor AND state IN ('approved', 'rejected') AND seen_at IS NULL";

static const char *const kind_words[] = {
    [APPROVAL_STEP] = "step",
    [APPROVAL_CLOSING] = "closing",
    [APPROVAL_HANDOVER] = "handover",
};
_Static_assert(sizeof(kind_words) / sizeof(kind_words[0]) == APPROVAL_KIND_COUNT,
               "every kind has a word");

static const char *const state_words[] = {
    [APPROVAL_PENDING] = "pending",
    [APPROVAL_APPROVED] = "approved",
    [APPROVAL_REJECTED] = "rejected",
    [APPROVAL_WITHDRAWN] = "withdrawn",
};
_Static_assert(sizeof(state_words) / sizeof(state_words[0]) == APPROVAL_STATE_COUNT,
               "every state has a word");

const char *approval_kind_word(enum approval_kind kind)
{
    return kind_words[kind];
}

const char *approval_state_word(enum approval_state state)
{
    return state_words[state];
}

enum status approval_kind_parse(enum approval_kind *out, const char *word, struct error *error)
{
    for (int i = 0; i < APPROVAL_KIND_COUNT; i++)
        if (strcmp(kind_words[i], word) == 0) {
            *out = (enum approval_kind)i;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "kind of an approval");
}

enum status approval_state_parse(enum approval_state *out, const char *word, struct error *error)
{
    for (int i = 0; i < APPROVAL_STATE_COUNT; i++)
        if (strcmp(state_words[i], word) == 0) {
            *out = (enum approval_state)i;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "state of an approval");
}

static void bind_key(struct query *query, const struct approval_key *key)
{
    query_bind_text(query, ":id", key->casefile_id);
    query_bind_text(query, ":kind", approval_kind_word(key->kind));
    query_bind_text(query, ":step", key->step);
}

static void bind_now(struct query *query, const struct casefile_desk *desk)
{
    char now[MOMENT_TEXT_SIZE];
    store_format_now(desk->store, now);
    query_bind_text(query, ":now", now);
    query_bind_text(query, ":actor", desk->actor);
}

enum status approval_ask(const struct casefile_desk *desk, const struct approval_key *key,
                         struct error *error)
{
    struct query query;
    query_begin(&query, desk->store, SQL_ASK);
    bind_key(&query, key);
    query_bind_text(&query, ":actor", desk->actor);
    return query_run(&query, error);
}

enum status approval_answer(const struct casefile_desk *desk, const struct approval_key *key,
                            enum approval_state state, struct error *error)
{
    struct query query;
    query_begin(&query, desk->store, SQL_ANSWER);
    bind_key(&query, key);
    bind_now(&query, desk);
    query_bind_text(&query, ":state", approval_state_word(state));
    return query_run(&query, error);
}

enum status approval_withdraw_all(const struct casefile_desk *desk, const char *casefile_id,
                                  struct error *error)
{
    struct query query;
    query_begin(&query, desk->store, SQL_WITHDRAW);
    query_bind_text(&query, ":id", casefile_id);
    bind_now(&query, desk);
    return query_run(&query, error);
}

enum status approval_mark_seen(const struct casefile_desk *desk, const char *casefile_id,
                               struct error *error)
{
    struct query query;
    query_begin(&query, desk->store, SQL_MARK_SEEN);
    query_bind_text(&query, ":id", casefile_id);
    bind_now(&query, desk);
    return query_run(&query, error);
}
