/* SPDX-License-Identifier: Apache-2.0 */

/* Whoever has a casefile asks that somebody else gets it. */
#include "casefile/approval.h"
#include "casefile/casefile_private.h"

#include "store/store.h"

#include <string.h>

static const char SQL_FIND_WORKER[] =
    "SELECT coalesce(assigned_to, '') FROM casefile WHERE id = :id";
static const char SQL_IS_ASKED[] = "SELECT 1 FROM approval WHERE casefile_id = :id"
                                   " AND kind = 'handover' AND step = '' AND state = 'pending'";
static const char SQL_SNAPSHOT_HANDOVER[] =
    "SELECT json_patch('{}', json_object('handover', state, 'asked_at', asked_at))"
    " FROM approval WHERE casefile_id = :key AND kind = 'handover' ORDER BY asked_at DESC LIMIT 1";

/* An act on what is asked for; it may be done. */
struct handover {
    const char *act;
    const char *remark;
    enum status (*check)(const struct casefile_desk *desk, const char *id, struct error *error);
    enum status (*write)(const struct casefile_desk *desk, const struct approval_key *key,
                         struct error *error);
};

static enum status check_mine(const struct casefile_desk *desk, const char *id, struct error *error)
{
    struct query query;
    query_begin(&query, desk->store, SQL_FIND_WORKER);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query) && strcmp(query_text(&query, 0), desk->actor) != 0)
        (void)error_set(&query.failure, STATUS_REFUSED, "somebody else has the casefile");
    return query_end_found(&query, error);
}

static enum status check_asked(const struct casefile_desk *desk, const char *id,
                               struct error *error)
{
    struct query query;
    query_begin(&query, desk->store, SQL_IS_ASKED);
    query_bind_text(&query, ":id", id);
    (void)query_next_row(&query);
    return query_end_found(&query, error);
}

static enum status write_refusal(const struct casefile_desk *desk, const struct approval_key *key,
                                 struct error *error)
{
    return approval_answer(desk, key, APPROVAL_REJECTED, error);
}

static enum status hand_over_within(const struct casefile_desk *desk, const char *id,
                                    const struct handover *handover, struct error *error)
{
    struct casefile_standing standing;
    char moment[MOMENT_TEXT_SIZE];
    const struct approval_key key = { id, APPROVAL_HANDOVER, "" };
    enum status status = casefile_require_open(desk->store, id, &standing, error);
    if (status == STATUS_OK)
        status = handover->check(desk, id, error);
    if (status != STATUS_OK)
        return status;
    struct act act = casefile_make_act(desk->actor, handover->act, standing.person_id, id);
    act.snapshot = SQL_SNAPSHOT_HANDOVER;
    status = act_begin(&act, desk->store, error);
    if (status == STATUS_OK)
        status = casefile_touch(desk->store, id, moment, error);
    if (status == STATUS_OK)
        status = handover->write(desk, &key, error);
    status = act_end(&act, desk->store, status, error);
    return status == STATUS_OK ? casefile_add_remark(desk, id, handover->remark, error) : status;
}

static enum status hand_over(const struct casefile_desk *desk, const char *id,
                             const struct handover *handover, struct error *error)
{
    struct sealed_act frame;
    enum status status = sealed_act_begin(&frame, desk->store, id, error);
    if (status != STATUS_OK)
        return status;
    status = hand_over_within(desk, id, handover, error);
    return sealed_act_end(&frame, desk->store, status, error);
}

enum status casefile_ask_handover(const struct casefile_desk *desk, const char *id,
                                  const char *reason, struct error *error)
{
    const struct handover handover = { "casefile.ask_handover", reason, check_mine, approval_ask };
    return hand_over(desk, id, &handover, error);
}

enum status casefile_refuse_handover(const struct casefile_desk *desk, const char *id,
                                     const char *remark, struct error *error)
{
    const struct handover handover = { "casefile.refuse_handover", remark, check_asked,
                                       write_refusal };
    return hand_over(desk, id, &handover, error);
}
